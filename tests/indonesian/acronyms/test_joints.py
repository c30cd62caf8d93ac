"""Where short forms may be defined: what C settles, what it leaves, and that it misses nothing."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import examples
from tests.ways import compiled, numpy_alone

from kpu_corpus.indonesian.acronyms import connecting_words
from kpu_corpus.indonesian.acronyms.acronyms import Part, definitions, definitions_of
from kpu_corpus.indonesian.acronyms.connectives import CONNECTIVES
from kpu_corpus.indonesian.acronyms.joints import PARENTHESIS, joints
from kpu_corpus.indonesian.acronyms.latin import laid
from kpu_corpus.indonesian.lists.known_forms import known


def found(*texts: str) -> list[list[int]]:
    [block] = laid(texts)
    rows: list[list[int]] = joints(block).tolist()
    return rows


@compiled
def test_a_plain_parenthesis_is_settled() -> None:
    assert found("", "oleh Dewan Kerja (DK) dan DK (Dewan Kerja)") == [
        [1, 17, PARENTHESIS, 18, 20, 5, 16],
        [1, 29, PARENTHESIS, 26, 28, 30, 41],
    ]


@compiled
@pytest.mark.parametrize(
    "text", ["Dewan Kerja (“DK”)", "Déwan Kerja (DK)", "Dewan Kerja (disebut DK)", "Dewan? (DK)"]
)
def test_what_a_character_or_word_leaves_in_doubt_is_left_open(text: str) -> None:
    assert [row[2:] for row in found(text)] == [[PARENTHESIS, 0, 0, 0, 0]]


@compiled
@pytest.mark.parametrize(
    "text",
    [
        "lima (5) orang, 5 (lima) orang, Kepala Dinas (Abdul), KPU (Subang)",
        "dewan kerja sosial umum atau deksum",
        "suami atau istri, KPU adalah lembaga, kerja disebut tugas",
        "Dewan Kerja (DK",
        "Dewan Kerja (DK (",
        "Dewan Kerja (“DK (x)",
        "(lain lain), ( ), (), (?",
    ],
)
def test_what_defines_nothing_is_passed_over(text: str) -> None:
    assert found(text) == []


@compiled
def test_connectives_with_what_may_be_a_definition_beside_them_are_left_open() -> None:
    rows = found("Dewan Kerja atau DK", "DK singkatan dari Dewan Kerja", "Dewan Kerja atau kerja")
    assert [(row[0], CONNECTIVES[row[2]], row[3:]) for row in rows] == [
        (0, "atau", [0, 0, 0, 0]),
        (1, "singkatan", [0, 0, 0, 0]),
    ]


@pytest.mark.parametrize(("size", "count"), [(299, 1), (301, 0)])
def test_a_parenthesis_of_many_characters_defines_nothing(size: int, count: int) -> None:
    within = "(" + "yang " * 57 + "disebut DK"
    assert len(definitions(f"Dewan Kerja {within.ljust(size - 1)})")) == count


DEFINED = {
    "Dewan yang di ke dari dan untuk Kerja (DK)": "DK: Dewan yang di ke dari dan untuk Kerja",
    "Dewan yang di ke dari dan untuk pada Kerja (DK)": "",
    "pegawai Pegawai Negeri Sipil (PNS)": "PNS: Pegawai Negeri Sipil",
    "Dewan - Kerja (DK)": "DK: Dewan - Kerja",
    "Dewan  - Kerja (DK)": "",
    "Dewan -  Kerja (DK)": "",
    "Pusat Xp Kota Negeri Dunia (PKND)": "PKND: Xp Kota Negeri Dunia",
    "Ab Cd (ABCD)": "",
    "Kepala Daerah (KAD)": "KAD: Kepala Daerah",
    "Dewan\n Kerja (DK)": "DK: Dewan\n Kerja",
    "Dewan\n\nKerja (DK)": "",
    "Dewan\x1cKerja (DK)": "DK: Dewan\x1cKerja",
    f"Dewan{' ' * 150}Kerja (DK)": f"DK: Dewan{' ' * 150}Kerja",
    f"Dewan{' ' * 195}Kerja (DK)": "",
    "dewan kerja sosial umum (dksu)": "dksu: dewan kerja sosial umum",
    "dewan kerja sosial (dks)": "",
    "Calon Ibu (CI)": "",
    "sosial adat yatim agama (saya)": "",
    "Dewan, Kerja, (DK)": "DK: Dewan, Kerja",
    "Dewan dk Kerja (DK)": "",
    "Badan abcx Cari (BXC)": "",
    "Kantor Wilayah Hukum (Kanwilkum)": "Kanwilkum: Kantor Wilayah Hukum",
    "Kepolisian, Negara Republik Indonesia (Polri)": "Polri: Kepolisian, Negara Republik Indonesia",
    "A 2BC (Aku Aman Badan Cara)": "",
    "Kaca Kopi Kami Kita Kuda (K5)": "K5: Kaca Kopi Kami Kita Kuda",
    "XA BCDEFGHI (Xabi Badan Cara Dana Emas Fana Gaji Harta Ikan)": (
        "XA BCDEFGHI: Xabi Badan Cara Dana Emas Fana Gaji Harta Ikan"
    ),
    "DK (Dewan Kerja dan)": "",
    "DK, (Dewan, Kerja)": "DK: Dewan, Kerja",
    "DK kenal dewan kerja": "DK: dewan kerja",
    "Dewan Kerja disebut DK": "DK: Dewan Kerja",
    "Dewan Kerjasebut DK": "",
}


@pytest.mark.parametrize(("text", "expected"), DEFINED.items())
@pytest.mark.parametrize("way", [pytest.param(nullcontext, marks=compiled), numpy_alone])
def test_the_rules_hold_either_way(
    text: str, expected: str, way: Callable[[], AbstractContextManager[None]]
) -> None:
    with way():
        assert "; ".join(f"{d.short}: {d.long}" for d in definitions(text)) == expected


WORDS = st.sampled_from(
    "Badan badan Kerja dan Umum Negara kantor Tata usaha daerah undang-undang KPU a".split()
)
GAPS = st.sampled_from([*" " * 12, ", ", "-", "\n", "\n\n", "  ", " “", "/", ". ", "\u00a0", "é"])
TAKEN = st.sampled_from([1, 1, 1, 1, 0, 2, 3])
JOINED = st.sampled_from(
    ["{0} ({1})", "{1} ({0})", "{0} ({1} ", "({1}) {0}", '{0}, ("{1}" )', "{0}(disebut {1})"]
    + [f"{{{a}}} {word} {{{1 - a}}}" for word in CONNECTIVES for a in (0, 1)]
    + ["{0} atau lebih dikenal dengan sebutan {1}", "{1} adalah singkatan dari kata {0}"]
)


@st.composite
def near_definitions(draw: st.DrawFn) -> str:
    """Words and a form of some of their letters, with what may join the two."""
    words = draw(st.lists(WORDS, min_size=1, max_size=8))
    gaps = draw(st.lists(GAPS, min_size=len(words), max_size=len(words)))
    long = "".join(chain.from_iterable(zip(gaps, words, strict=True)))[len(gaps[0]) :]
    taken = draw(st.lists(TAKEN, min_size=len(words), max_size=len(words)))
    short = "".join(word[:size] for word, size in zip(words, taken, strict=True))
    case = draw(st.sampled_from([str.upper, str.lower, str.title, str]))
    after = draw(st.sampled_from(["", "", " RI", " Kerja", "2", "3K", "-el", ".x", "_"]))
    return draw(JOINED).format(long, case(short) + after)


PIECES = st.one_of(
    near_definitions(),
    st.sampled_from([*chain.from_iterable(known().items()), *connecting_words.HEDGES]),
    st.sampled_from([*"()?,.“-_2\n\x1c\u00a0é🙂", "(1)", "\ud800", "III", "P3K", "ﬁ", "K3"]),
    st.text(max_size=4),
)


@compiled
@examples(30)
@given(
    st.lists(st.lists(PIECES, max_size=9).map(" ".join), max_size=5),
    st.integers(0, 9),
    st.integers(0, 9),
)
def test_the_compiled_way_defines_the_same(texts: list[str], head: int, tail: int) -> None:
    parts = [Part(t, min(head, len(t)), max(min(head, len(t)), len(t) - tail)) for t in texts]
    together = [column.tolist() for column in definitions_of(parts)]
    with numpy_alone():
        assert [column.tolist() for column in definitions_of(parts)] == together
