"""Joining by columns finds what reading word by word from left to right would find."""

import os
import re
from collections.abc import Iterator
from contextlib import nullcontext
from unittest.mock import patch

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st
from tests.conftest import examples
from tests.ways import compiled, numpy_alone

import kpu_corpus as kc
from kpu_corpus.ground import threads
from kpu_corpus.indonesian.acronyms.acronyms import definitions
from kpu_corpus.indonesian.roots.affixes import CLITICS
from kpu_corpus.indonesian.spelling.data import known
from kpu_corpus.indonesian.spelling.joins import COMBINING, ENDINGS, ends_of_compounds, joins, lefts
from kpu_corpus.indonesian.spelling.nearest import level
from kpu_corpus.tokens.joining import Phrasebook, join
from kpu_corpus.tokens.matching import Form, Texts
from kpu_corpus.tokens.scanning import Words, scan
from kpu_corpus.tokens.wordtypes import norms_of

# Units that share their first words, overlap, carry clitics, and prefixes before their word.
PIECES = st.sampled_from(
    """hak| pilih| pilihnya| pilihlah| pilih,|\nhak| warga| negara| kami| kami-kami| Undang| –
    Undang| –| -|undang| di| selenggarakan| Buru| kantor| anti| korupsi| besar|. hak| di| di|
    menanda| Penanda| tangani| Tanganannya| di-\n| ke-\n|penyeleng-\n|gara|percayaan|-\n|lakukan|
    penyeleng-| gara| nya| mu| an| percaya| pasca| anak| Anak|
    """.split("|")
)
PHRASEBOOK = Phrasebook.build(
    (),
    ["hak pilih", "hak pilih warga", "pilih warga negara", "warga negara", "hak hak", "kami di"],
)
BREAK = re.compile(r"[-\u2010](?:[^\S\n]*\n\s*|[^\S\n]+)")
SPACED_DASH = re.compile(r"\s*[-\u2010-\u2015]\s*")


def word_by_word(words: Words, norms: list[str], text: str) -> Iterator[tuple[int, int, Form]]:
    norm = [norms[kind] for kind in words.type]
    first = 0
    while first < len(norm):
        found = (
            broken(words, norm, text, first)
            or dashed(words, norm, text, first)
            or in_phrasebook(words, norm, first)
            or after_prefix(words, norm, first)
        )
        if found:
            yield first, *found
        first = found[0] + 1 if found else first + 1


def broken(words: Words, norm: list[str], text: str, first: int) -> tuple[int, Form] | None:
    second = first + 1
    if second == len(norm) or words.unit[first] != words.unit[second]:
        return None
    start = words.start[second]
    line_end = BREAK.fullmatch(text[words.ends(first) : start]) and text[start].islower()
    whole = norm[first] + norm[second]
    if not line_end or norm[first] == norm[second] or whole not in known():
        return None
    words_both = all(len(half) > 3 and level(half) > 9 for half in (norm[first], norm[second]))
    if words_both and norm[first] not in COMBINING and not level(whole):
        return None
    return second, Form(whole, None, "word")


def dashed(words: Words, norm: list[str], text: str, first: int) -> tuple[int, Form] | None:
    second = first + 1
    if second == len(norm) or words.unit[first] != words.unit[second]:
        return None
    between = text[words.ends(first) : words.start[second]]
    word = words.kinds[words.type[first]] == "word" and norm[first] == norm[second]
    if not word or not SPACED_DASH.fullmatch(between):
        return None
    return second, Form(f"{norm[first]}-{norm[second]}", None, "word")


def in_phrasebook(words: Words, norm: list[str], first: int) -> tuple[int, Form] | None:
    for rest, form in PHRASEBOOK.entries.get(norm[first], ()):
        last = first + len(rest)
        there = norm[first + 1 : last + 1]
        goes_on = len(there) == len(rest) and not words.gap[first + 1 : last + 1].any()
        clitic = there[-1].removeprefix(rest[-1]) if there else ""
        same = [*there[:-1], rest[-1] + clitic] == [*rest[:-1], there[-1]] if there else False
        if goes_on and same and clitic in ("", *CLITICS):
            return last, form._replace(norm=" ".join((norm[first], *there)))
    return None


def after_prefix(words: Words, norm: list[str], first: int) -> tuple[int, Form] | None:
    second = first + 1
    if second == len(norm) or words.gap[second]:
        return None
    said_twice = norm[first] == norm[second]
    if (said_twice or norm[first] in COMBINING) and in_phrasebook(words, norm, second):
        return None
    surface = words.surfaces[words.type[second]]
    capital = surface[0].isupper() and norm[second] not in ends_of_compounds()
    ends = (surface in ENDINGS or (said_twice and not capital)) and words.kinds[
        words.type[first]
    ] == "word"
    if not ends and (norm[first] not in lefts() or capital):
        return None
    hint = joins(norm[first], norm[second])
    return (second, Form(hint.suggestion, None, "word")) if hint and hint.certain else None


def test_a_prefix_before_a_phrase_leaves_it_whole() -> None:
    text = "Pasca pemilihan umum kami istirahat. Kami anti politik uang dan anti korupsi."
    frame = kc.preprocess(kc.load({"a": text})).frame
    assert {"pemilu", "politik uang"} <= set(frame["root"])
    assert "anti korupsi" in set(frame["surface"])


def test_expressions_that_join_sentences_are_stop_words_as_a_whole() -> None:
    text = (
        "Di satu sisi, mau tidak mau, kami jujur; di sisi lainnya, dengan kata lain, kami takut. "
    )
    text += "Disamping itu kami lelah; disisi lain kami senang."
    frame = kc.preprocess(kc.load({"a": text})).frame
    assert " ".join(frame["surface"][~frame["stop"]]) == "jujur takut lelah senang"
    assert [*kc.preprocess(kc.load({"a": "Setiap sisi meja"})).frame["stop"][1:]] == [False, False]


def test_not_at_all_takes_its_first_word_from_a_unit() -> None:
    frame = kc.preprocess(kc.load({"a": "Ia tidak bekerja sama sekali, kami bekerja sama."})).frame
    assert [*frame["root"]].count("kerja sama") == 1
    assert [*frame["root"][2:5]] == ["kerja", "sama", "sekali"]


def test_a_word_said_twice_without_its_hyphen_is_one_word() -> None:
    text = "Anak anak belajar dan dan masing masing pulang bersama sama membawa undang undang."
    corpus = kc.load({"a": text})
    surfaces = list(kc.preprocess(corpus).frame["surface"])
    assert surfaces[:4] == ["Anak anak", "belajar", "dan", "dan"]
    found = kc.spelling(corpus)[["suggestion", "reason"]].values.tolist()
    assert found == [
        [word, "split_prefix"]
        for word in ("anak-anak", "masing-masing", "bersama-sama", "undang-undang")
    ]


def test_a_word_before_its_own_root_may_be_a_word_of_its_own() -> None:
    text = (
        "Kami datang bersama, sama seperti dulu, sewaktu waktu istirahat; langit seakan akan jatuh."
    )
    assert kc.spelling(kc.load({"a": text})).empty


@examples(25)
@given(st.lists(PIECES, min_size=1, max_size=25).map("".join))
def test_joins_are_those_of_reading_word_by_word(text: str) -> None:
    corpus = kc.load({"a": text + " ya"})
    units, words = scan(corpus)
    norms = norms_of(words.surfaces, {})
    text = corpus.documents[0].text
    texts = Texts(corpus.texts, units.essay)
    joined, forms = join(words, norms, texts, PHRASEBOOK, units.broken, split=True)
    expected = list(word_by_word(words, norms, text))
    spans = [(int(words.start[a]), int(words.ends(b))) for a, b, _ in expected]
    inside = {place for a, b, _ in expected for place in range(a + 1, b + 1)}
    assert len(joined.type) == len(words.type) - len(inside)
    found = dict(zip(joined.start.tolist(), joined.ends().tolist(), strict=True))
    assert [(start, found[start]) for start, _ in spans] == spans
    assert forms == {text[a:b]: form for (a, b), (*_, form) in zip(spans, expected, strict=True)}
    surfaces = [text[a:b] for a, b in zip(joined.start, joined.ends(), strict=True)]
    assert [joined.surfaces[kind] for kind in joined.type] == surfaces


@compiled
@examples(10)
@given(st.lists(PIECES, min_size=1, max_size=25).map("".join))
def test_both_ways_join_alike(text: str) -> None:
    corpus = kc.load({"a": text + " ya"})
    fast = kc.preprocess(corpus).words
    with numpy_alone():
        slow = kc.preprocess(corpus).words
    assert fast.surfaces == slow.surfaces
    for name in ("type", "unit", "start", "gap"):
        mine, other = getattr(fast, name), getattr(slow, name)
        assert (mine.dtype, mine.tolist()) == (other.dtype, other.tolist())


@compiled
@examples(8)
@given(st.lists(PIECES, min_size=1, max_size=40).map("".join))
def test_joins_do_not_depend_on_the_number_of_threads(text: str) -> None:
    corpus = kc.load({"a": text + " ya", "b": f"Hak pilih. {text}"})
    alone = kc.preprocess(corpus).words
    with patch.object(threads, "FEW", 0), patch.dict(os.environ, {"KPU_CORPUS_THREADS": "3"}):
        parted = kc.preprocess(corpus).words
    assert alone.surfaces == parted.surfaces
    for name in ("type", "unit", "start", "gap"):
        assert getattr(alone, name).tolist() == getattr(parted, name).tolist()


def test_a_word_that_begins_many_units_joins_with_the_last_words_of_each_and_no_other() -> None:
    others = [f"bidang{chr(97 + row // 26)}{chr(97 + row % 26)}" for row in range(200)]
    text = ". ".join(f"Seksi {other}" for other in others)
    corpus = kc.load({"a": f"{text}."})
    for ways in (nullcontext(), numpy_alone()):
        with ways:
            tokens = kc.preprocess(corpus, phrases=[f"seksi {other}" for other in others[::2]])
        joined = {norm for norm in tokens.types.norm if " " in norm}
        assert joined == {f"seksi {other}" for other in others[::2]}


DEFINED = st.sampled_from(
    """Aparatur Sipil Negara (ASN)|ASN (Aparatur Sipil Negara)|harus netral|. |
    |KPU|Komisi Kerja Desa (KKD)|, |Aparatur\nSipil Negara (ASN)|\n\n|1. ASN""".split("|")
)


@examples(12)
@given(st.lists(st.lists(DEFINED, max_size=8).map(" ".join), min_size=1, max_size=4))
@example(["harus netral. " * 30, "Aparatur Sipil Negara (ASN)"])
def test_the_second_half_of_a_definition_is_marked_in_its_essay_only(texts: list[str]) -> None:
    corpus = kc.load({str(index): text + " ya" for index, text in enumerate(texts)})
    tokens = kc.preprocess(corpus)
    expected = np.zeros(len(tokens), dtype=bool)
    for row, item in enumerate(corpus.items):
        for place in definitions(corpus.by_name[item.source].text, item.start, item.end):
            short, long = ((place.short_start, place.short_end), (place.long_start, place.long_end))
            start, end = max(short, long)
            inside = (tokens.words.start >= start) & (tokens.words.ends() <= end)
            expected |= inside & (tokens.essay == row)
    assert (tokens.repeat == expected).all()
