import json
import os
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpu_corpus.indonesian.acronyms.acronyms import Part, definitions, definitions_of
from kpu_corpus.indonesian.acronyms.definition import Definition
from kpu_corpus.indonesian.acronyms.readings import inventory
from kpu_corpus.indonesian.lists.known_forms import known

GOLD = Path(os.environ.get("KPU_CORPUS_GOLD", "../shared"))


def pairs(text: str) -> list[tuple[str, str]]:
    return [(d.short, d.long) for d in definitions(text)]


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("menjadi Aparatur Sipil Negara (ASN) di sini", "ASN", "Aparatur Sipil Negara"),
        ("Panitia Pemilihan Kecamatan ( PPK )", "PPK", "Panitia Pemilihan Kecamatan"),
        ("Komisi Pemilihan Umum (“KPU”)", "KPU", "Komisi Pemilihan Umum"),
        ("Badan Pengawas Pemilihan Umum (Bawaslu)", "Bawaslu", "Badan Pengawas Pemilihan Umum"),
        ("lewat pemilihan umum (pemilu) yang", "pemilu", "pemilihan umum"),
        ("Pusat Kesehatan Masyarakat (puskesmas)", "puskesmas", "Pusat Kesehatan Masyarakat"),
        ("di Provinsi Jawa Barat (Jabar)", "Jabar", "Jawa Barat"),
        ("oleh penegakan hukum terpadu (Gakkumdu)", "Gakkumdu", "penegakan hukum terpadu"),
        ("usaha mikro, kecil, dan menengah (UMKM)", "UMKM", "usaha mikro, kecil, dan menengah"),
        ("Undang-Undang Dasar (UUD)", "UUD", "Undang-Undang Dasar"),
        (
            "oleh Dewan Kehormatan Penyelenggara Pemilihan Umum (DKPP)",
            "DKPP",
            "Dewan Kehormatan Penyelenggara Pemilihan Umum",
        ),
        (
            "Pegawai Pemerintah dengan Perjanjian Kerja (P3K)",
            "P3K",
            "Pegawai Pemerintah dengan Perjanjian Kerja",
        ),
        (
            "Kepolisian Negara Republik Indonesia (Polri)",
            "Polri",
            "Kepolisian Negara Republik Indonesia",
        ),
        (
            "Komisi Pemilihan Umum Kabupaten Subang (KPU Subang)",
            "KPU Subang",
            "Komisi Pemilihan Umum Kabupaten Subang",
        ),
    ],
)
def test_long_form_before_a_short_form_in_parentheses(text: str, short: str, long: str) -> None:
    assert pairs(text) == [(short, long)]


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("Komisioner dan ASN (Aparatur Sipil Negara).", "ASN", "Aparatur Sipil Negara"),
        ("Anggota KPPS (singkatan dari Kelompok Penyelenggara Pemungutan Suara)", "KPPS", None),
        ("KPU RI (Komisi Pemilihan Umum Republik Indonesia)", "KPU RI", None),
        ("Menjadi CPNS (Calon Pegawai Negeri Sipil)", "CPNS", "Calon Pegawai Negeri Sipil"),
        ("Tiap Pantarlih (Petugas Pemutakhiran Data Pemilih)", "Pantarlih", None),
        ("lewat sosmed (media sosial) saja", "sosmed", "media sosial"),
    ],
)
def test_short_form_before_a_long_form_in_parentheses(
    text: str, short: str, long: str | None
) -> None:
    [definition] = definitions(text)
    assert definition.rule == "reversed"
    assert definition.short == short
    assert long is None or definition.long == long


@pytest.mark.parametrize(
    ("text", "short", "rule"),
    [
        ("Kementerian Dalam Negeri atau Kemendagri", "Kemendagri", "connector"),
        ("pemilihan kepala daerah, disingkat pilkada, adalah", "pilkada", "connector"),
        ("Pemilihan Umum yang selanjutnya disebut Pemilu adalah", "Pemilu", "connector"),
        ("media sosial atau yang dikenal dengan medsos", "medsos", "connector"),
        ("Tempat Pemungutan Suara, selanjutnya disingkat TPS,", "TPS", "connector"),
        ("Calon Pegawai Negeri Sipil yang biasa kita sebut CPNS", "CPNS", "connector"),
        ("Sumber Daya Manusia atau biasa disingkat SDM", "SDM", "connector"),
        ("Aparatur\u00a0Sipil Negara\u00a0(ASN)", "ASN", "parenthesis"),
        ("Panitia Pemungutan Suara (selanjutnya disebut PPS)", "PPS", "parenthesis"),
        ("CPNS yang merupakan singkatan dari Calon Pegawai Negeri Sipil", "CPNS", "expansion"),
        ("PPK atau Panitia Pemilihan Kecamatan bekerja", "PPK", "expansion"),
        ("ASN adalah Aparatur Sipil Negara yang bekerja", "ASN", "expansion"),
    ],
)
def test_definitions_by_connecting_words(text: str, short: str, rule: str) -> None:
    assert [(d.short, d.rule) for d in definitions(text)] == [(short, rule)]


def test_singkatan_dari_is_no_part_of_the_long_form() -> None:
    long = "Sistem Pengendalian Intern Pemerintah"
    assert pairs(f"SPIP adalah singkatan dari {long}") == [("SPIP", long)]


def test_kpu_ri_takes_the_long_form_as_far_as_its_letters_reach() -> None:
    text = "Komisi Pemilihan Umum Republik Indonesia biasa disingkat dengan KPU RI mungkin"
    assert pairs(text) == [("KPU RI", "Komisi Pemilihan Umum Republik Indonesia")]


@pytest.mark.parametrize(
    "text",
    [
        "pada tahun ini (2025) ada lima (5) orang",
        "sebanyak 5 (lima) orang dan lima (5) lagi",
        "memilih Ketua (bukan anggota)",
        "Bab tiga (III) dan ibu ini (II)",
        "Kepala Dinas (Abdul)",
        "netralitas pegawai (netral)",
        "nilai dasar (core values)",
        "di Kabupaten Subang (KPU)",
        "budaya kerja atau kebiasaan kerja",
        "sikap disiplin atau sadis",
        "integritas adalah iman dan takwa",
        "KPU (Subang)",
        "Saya tinggal di sana. Negara (ASN)",
        "",
    ],
)
def test_ordinary_parentheses_and_words_define_nothing(text: str) -> None:
    assert definitions(text) == []


def test_the_range_bounds_what_is_read() -> None:
    text = "Komisi Pemilihan Umum (KPU). Aparatur Sipil Negara (ASN)."
    cut = text.index("Aparatur")
    assert [d.short for d in definitions(text, 0, cut)] == ["KPU"]
    assert [d.short for d in definitions(text, cut)] == ["ASN"]
    assert definitions(text, cut)[0].long_start == cut


FRAGMENTS = st.sampled_from(
    ["Aparatur Sipil Negara", "ASN", "(", ")", " ", ", ", "\n\n", "atau ", "(KPU)", "disingkat ",
     "Komisi Pemilihan Umum", "pemilu", "singkatan dari ", "\u00a0", "🙂", "(lima)", "“", "-",
     "Aparatur Sipil Negara (ASN) ", "KPU (Komisi Pemilihan Umum), "]
)  # fmt: skip


def test_of_definitions_that_overlap_one_is_kept_in_every_text_best_that_in_parentheses() -> None:
    texts = [
        "KPU adalah Komisi Pemilihan Umum (KPU); ASN adalah Aparatur Sipil Negara (ASN).",
        "Aparatur Sipil Negara adalah ASN yaitu Aparatur Sipil Negara.",
        "Tempat Pemungutan Suara atau TPS (Tempat Pemungutan Suara).",
    ]
    found = definitions_of([Part(text, 0, len(text)) for text in texts]).each(texts)
    assert [(number, d.short_start, d.long_start) for number, d in found] == [
        *((0, 34, 11), (0, 74, 51)),
        (1, 29, 0),
        (2, 29, 34),
    ]


@given(st.lists(FRAGMENTS, max_size=14).map("".join))
def test_offsets_give_the_forms_back_and_definitions_do_not_overlap(text: str) -> None:
    found = definitions(text)
    for d in found:
        assert text[d.short_start : d.short_end] == d.short
        assert text[d.long_start : d.long_end] == d.long
    bounds = [(min(d.short_start, d.long_start), max(d.short_end, d.long_end)) for d in found]
    assert all(end <= start for (_, end), (start, _) in pairwise(bounds))


@pytest.fixture(scope="module")
def seed() -> tuple[str, dict[str, dict[str, object]]]:
    gold = GOLD / "gold" / "seed.json"
    if not gold.exists():
        pytest.skip(f"needs {gold}: set KPU_CORPUS_GOLD to the folder that holds gold/")
    text = (GOLD / "corpus" / "opini-kpu-subang.txt").read_text(encoding="utf-8")
    return text, json.loads(gold.read_text(encoding="utf-8"))["abbreviations"]


def test_the_seed_page_defines_what_its_gold_says(
    seed: tuple[str, dict[str, dict[str, object]]],
) -> None:
    text, gold = seed
    defined = {(s, str(row["expansion"])) for s, row in gold.items() if row.get("essays_defined")}
    found: list[Definition] = definitions(text)
    assert {(d.short, d.long) for d in found} == defined
    assert not any(entry.ambiguous for entry in inventory(("seed", d) for d in found))


def test_the_undefined_short_forms_of_the_seed_page_are_known(
    seed: tuple[str, dict[str, dict[str, object]]],
) -> None:
    for short in ("pemilu", "pilkada", "Medsos", "RI"):
        assert known()[short.lower()] == str(seed[1][short]["expansion"]).lower()


NEAR_FORMS = st.sampled_from(
    """Komisi Pemilihan Umum|KPU|KPU RI|(KPU)|("KPU")|( KPU )|(Komisi Pemilihan Umum)|pemilu
    |(pemilu)|pemilihan umum|atau|yaitu|adalah|tersebut|disebut|sebut|yang biasa disingkat|(1)
    |(disingkat KPU)|singkatan dari|, |. |(- Badan Kerja)|BK|Badan Kerja (BK|)|(|atau "KPU"
    |P3K|\n|ktp-el|kartu tanda penduduk elektronik""".split("|")
)


def by_part(parts: list[Part]) -> list[list[Definition]]:
    """The definitions of each part, of all that are read together."""
    found: list[list[Definition]] = [[] for _ in parts]
    for number, definition in definitions_of(parts).each([part.text for part in parts]):
        found[number].append(definition)
    return found


@given(st.lists(st.lists(NEAR_FORMS, max_size=8).map(" ".join), max_size=6), st.integers(0, 9))
def test_many_parts_define_what_each_of_them_defines(texts: list[str], cut: int) -> None:
    parts = [Part(text, min(cut, len(text)), len(text)) for text in texts]
    assert by_part(parts) == [definitions(*part) for part in parts]


@pytest.mark.parametrize("before", [0, 1, 39, 41, 150, 179, 199, 203, 260])
@pytest.mark.parametrize("mark", [" ", ". ", "; "])
def test_a_definition_is_found_wherever_it_stands(before: int, mark: str) -> None:
    filler = ("kerja " * 50)[:before]
    text = (
        f"{filler}{mark}Aparatur Sipil Negara (ASN) dan KPU (Komisi Pemilihan Umum) hadir. "
        "Badan Ad Hoc Pemilu disingkat BAHP, juga Tim Kerja Jawa Barat (TK Jawa Barat)."
    )
    found = definitions(text)
    assert [(d.short, d.long) for d in found] == [
        ("ASN", "Aparatur Sipil Negara"),
        ("KPU", "Komisi Pemilihan Umum"),
        ("BAHP", "Badan Ad Hoc Pemilu"),
        ("TK Jawa Barat", "Tim Kerja Jawa Barat"),
    ]
    assert all(text[d.short_start : d.short_end] == d.short for d in found)
    assert all(text[d.long_start : d.long_end] == d.long for d in found)
