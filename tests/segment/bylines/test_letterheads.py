"""What an office prints above an essay and what stands below its author's name."""

from __future__ import annotations

import pytest
from tests.segment.cutting import LONG, OTHER, TEXT, bodies, cut

from kpu_corpus.corpus.sources import Mark

HEAD = "KOMISI PEMILIHAN UMUM KABUPATEN SUBANG\nSEKRETARIAT"
ESSAY = f"MENJAGA SUARA RAKYAT\n\nOleh: Rina Marlina\n\n{LONG}"


def said(text: str) -> tuple[str | None, ...]:
    (essay,), _ = cut(text)
    return essay.title, essay.author, essay.unit


@pytest.mark.parametrize(
    "address",
    [
        "",
        "\nSubang 41211",
        "\nJln. Otto Iskandardinata, Subang",
        "\nTelp/Fax. (0260) 411234\nkab_subang@kpu.go.id\nkab-subang.kpu.go.id",
        "\nJalan Otto Iskandardinata 25 Telp. (0260) 411234\nhttps://kab-subang.kpu.go.id\nSUBANG",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_letterhead_is_no_title_and_tells_the_office_that_the_essay_does_not(
    address: str, gap: str
) -> None:
    text = (HEAD + address).replace("\n", gap) + f"\n\n{ESSAY}"
    office = "KOMISI PEMILIHAN UMUM KABUPATEN SUBANG"
    assert said(text) == ("MENJAGA SUARA RAKYAT", "Rina Marlina", office)
    assert bodies(text) == [LONG]
    (unit,) = [span for span in cut(text)[1] if span.kind == "unit"]
    assert (unit.rule, unit.confidence) == ("office_told_above", 0.7)


def test_an_office_below_the_author_goes_before_that_of_the_letterhead() -> None:
    own = ESSAY.replace("Marlina", "Marlina\nKPU Kabupaten Garut")
    assert said(f"{HEAD}\n\n{own}")[2] == "KPU Kabupaten Garut"


@pytest.mark.parametrize(
    "head",
    [
        "KOMISI PEMILIHAN UMUM\nREPUBLIK INDONESIA\nJl. Imam Bonjol 29 Jakarta 10310",
        "BADAN PENGEMBANGAN SUMBER DAYA MANUSIA\nPROVINSI JAWA BARAT\nJl. Windu No. 26 Bandung",
        "KPU KABUPATEN SUBANG\nPELATIHAN DASAR CPNS ANGKATAN XII",
        "LOMBA MENULIS ESAI TINGKAT PROVINSI\nKPU PROVINSI BALI",
    ],
)
def test_an_office_of_the_whole_country_or_of_a_training_is_not_the_authors(head: str) -> None:
    assert said(f"{head}\n\n{ESSAY}") == ("MENJAGA SUARA RAKYAT", "Rina Marlina", None)


def test_a_letterhead_above_several_essays_is_the_office_of_none() -> None:
    second = ESSAY.replace("MENJAGA SUARA", "MELAYANI").replace("Rina Marlina", "Bayu Hidayat")
    essays, _ = cut(f"{HEAD}\n\n{ESSAY}\n\n{second}")
    assert [(essay.author, essay.unit) for essay in essays] == [
        ("Rina Marlina", None),
        ("Bayu Hidayat", None),
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Kantor Kementerian Agama Kota Padang",
        "Jalan Panjang Menuju Pemilu 2024",
        "Menghitung Suara ke 12345",
        "Esai untuk Anak Cucu",
    ],
)
def test_a_title_that_looks_like_a_letterhead_stays_the_title(title: str) -> None:
    text = f"{title}\n\nOleh: Rina Marlina\n\nHari Pertama\n\n{TEXT}\n\nHari Kedua\n\n{OTHER}"
    assert said(text) == (title, "Rina Marlina", None)


@pytest.mark.parametrize(
    ("top", "title"),
    [
        ("Integritas Pegawai Muda:", "Integritas Pegawai Muda"),
        ("NETRALITAS ASN:\nANTARA ATURAN DAN HATI", "NETRALITAS ASN: ANTARA ATURAN DAN HATI"),
        ("Netralitas ASN:\n\nAntara Aturan dan Hati", "Netralitas ASN: Antara Aturan dan Hati"),
        ("“Menjaga Suara,\nMenjaga Bangsa”", "“Menjaga Suara, Menjaga Bangsa”"),
        ("Catatan Gudang –\nEnam Bulan Pertama", "Catatan Gudang – Enam Bulan Pertama"),
        ("Kepercayaan Publik melalui\nPelayanan", "Kepercayaan Publik melalui Pelayanan"),
    ],
)
@pytest.mark.parametrize("author", ["Oleh: Rina Marlina", "Rina Marlina"])
def test_a_title_may_go_on_behind_a_colon_a_comma_or_a_dash(
    top: str, title: str, author: str
) -> None:
    text = f"{top}\n\n{author}\n\n{LONG}"
    assert said(text) == (title, "Rina Marlina", None)
    assert bodies(text) == [LONG]


@pytest.mark.parametrize(
    "lead", ["Tiga Pelajaran Penting:\n\n1. Sabar", "Identitas Penulis:\n\nRina Marlina"]
)
def test_a_line_that_leads_to_something_else_is_no_title(lead: str) -> None:
    assert said(f"{lead}\n\n{LONG}")[0] is None


@pytest.mark.parametrize("first", ["Pagi itu hujan.", "Ibu Sari bertanya:"])
def test_a_title_stands_above_a_first_line_that_is_shorter_than_it(first: str) -> None:
    text = f"Percakapan di Ruang Arsip\n\n{first}\n\n{LONG}"
    assert said(text)[0] == "Percakapan di Ruang Arsip"
    assert bodies(text) == [f"{first} {LONG}"]


@pytest.mark.parametrize(
    ("below", "unit"),
    [
        ("Subbagian Keuangan, Umum, dan Logistik\nKPU Kota Tegal", "KPU Kota Tegal"),
        ("Bagian Hukum dan SDM\nArsiparis Terampil", None),
        ("Penata Muda (III/a)\nPenyuluh Ahli Pertama", None),
        ("Staf Bawaslu Kabupaten Bantul", "Bawaslu Kabupaten Bantul"),
        ("SMA Negeri 3 Yogyakarta", "SMA Negeri 3 Yogyakarta"),
        ("NIM 2110631010\nUniversitas Diponegoro", "Universitas Diponegoro"),
    ],
)
def test_position_rank_and_office_below_the_author_are_no_text(
    below: str, unit: str | None
) -> None:
    text = f"Menjaga Suara Rakyat\n\nRina Marlina\n{below}\n\n{LONG}"
    assert said(text) == ("Menjaga Suara Rakyat", "Rina Marlina", unit)
    assert bodies(text) == [LONG]


@pytest.mark.parametrize(
    "first",
    [
        "Bagian Pertama",
        "Bagian Tersulit",
        "Subbagian Keuangan mengajari saya menghitung dengan teliti.",
        "Bawaslu Kota Medan menyambut kami pagi itu.",
        "Jl. Veteran No. 5 adalah alamat kantor yang kami cari.",
        "Telepon berdering 12 kali pagi itu.",
    ],
)
def test_what_looks_like_a_position_or_an_address_may_begin_the_text(first: str) -> None:
    text = f"Menjaga Suara Rakyat\n\nRina Marlina\n\n{first}\n\n{LONG}"
    assert said(text) == ("Menjaga Suara Rakyat", "Rina Marlina", None)
    assert bodies(text) == [f"{first} {LONG}"]


def test_a_heading_of_a_word_file_is_no_position_of_the_author() -> None:
    parts = [("Menjaga Suara", 1), ("Rina Marlina", 0), ("Divisi Hukum", 2), (LONG, 0)]
    text, marks = "", []
    for part, level in parts:
        kind = "heading" if level else "paragraph"
        marks.append(Mark(len(text), len(text) + len(part), kind, level))
        text += f"{part}\n\n"
    (essay,), _ = cut(text, marks=tuple(marks))
    assert (essay.title, essay.author) == ("Menjaga Suara", "Rina Marlina")
    assert text[essay.start : essay.end] == f"Divisi Hukum\n\n{LONG}"


def test_a_degree_tells_that_a_single_word_is_a_name_and_pranata_may_be_one() -> None:
    for name in ("Dr. H. Syafrizal, S.H., M.H.", "Yudha Pranata"):
        assert said(f"Menjaga Suara Rakyat\n\n{name}\n\n{LONG}")[1] == name


@pytest.mark.parametrize("gap", ["\n\n", " "])
def test_a_clause_behind_oleh_is_no_author(gap: str) -> None:
    text = f"Menjaga Suara Rakyat\n\nOleh: Kami belajar menjaga suara setiap hari.{gap}{LONG}"
    assert said(text) == ("Menjaga Suara Rakyat", None, None)


def test_a_sentence_with_name_and_number_is_no_line_of_the_author() -> None:
    first = "Saya, Rina Marlina, NIP 199801012025062009, bekerja di KPU Kabupaten Subang."
    text = f"Menjaga Suara Rakyat\n\n{first}\n\n{LONG}"
    assert said(text) == ("Menjaga Suara Rakyat", None, None)
    assert bodies(text) == [f"{first} {LONG}"]


@pytest.mark.parametrize(
    "line",
    ["NIP. 19980101 202506 2 009", "199801012025062009", "Rina M. (NIP 19980101 202506 2 009)"],
)
def test_the_number_of_an_employee_is_no_text_where_nothing_else_signs(line: str) -> None:
    text = f"Menjaga Suara Rakyat\n\n{LONG}\n\n{line}\n\nSemoga tulisan ini bermanfaat."
    spans = [text[x.start : x.end] for x in cut(text)[1] if x.kind in ("body", "heading")]
    assert not any("2009" in span or "2 009" in span for span in spans)
    assert spans[-1] == "Semoga tulisan ini bermanfaat."


@pytest.mark.parametrize(
    ("signed", "author", "date"),
    [
        ("Suparman\nNIP 199801012025062009", "Suparman", None),
        (
            "Subang, 3 Juli 2025\nPengelola Data,\nRina Marlina\nNIP 199801012025062009",
            "Rina Marlina",
            "2025-07-03",
        ),
    ],
)
def test_a_signature_is_known_by_its_number(signed: str, author: str, date: str | None) -> None:
    text = f"Menjaga Suara Rakyat\n\n{LONG}\n\n{signed}"
    (essay,), _ = cut(text)
    assert (essay.author, essay.date) == (author, date)
    assert bodies(text) == [LONG]


def test_numbered_titles_are_essays_where_only_the_first_has_an_author() -> None:
    text = f"1. Menjaga Suara\nOleh: Rina Marlina\n\n{LONG}\n\n2. Disiplin Waktu\n\n{LONG}"
    assert [(essay.title, essay.author) for essay in cut(text)[0]] == [
        ("Menjaga Suara", "Rina Marlina"),
        ("Disiplin Waktu", None),
    ]
    assert bodies(text) == [LONG, LONG]


@pytest.mark.parametrize(
    "text",
    [
        f"Menjaga Suara\nOleh: Rina\n\n1. Awal\n\n{LONG}\n\n2. Akhir\n\n{LONG}",
        f"1. Menjaga Suara\nOleh: Rina\n\n1. Awal\n\n{LONG}\n\n2. Akhir\n\n{LONG}",
        f"1. Menjaga Suara\nOleh: Rina\n\n{LONG}\n\n2. Disiplin\n\nSaya belajar hadir tepat waktu.",
    ],
    ids=["below a title", "sections in it", "little text below"],
)
def test_numbered_sections_of_one_essay_are_no_essays(text: str) -> None:
    assert len(cut(text)[0]) == 1


@pytest.mark.parametrize(
    "cover",
    [
        "TUGAS BAHASA INDONESIA",
        "Esai Peringatan Hari Kesaktian Pancasila",
        "AGENDA I: SIKAP PERILAKU BELA NEGARA",
        "LOMBA MENULIS ESAI TAHUN 2025",
        "ESAI\n\ndengan judul:",
    ],
)
def test_what_an_essay_was_written_for_is_no_title(cover: str) -> None:
    assert said(f"{cover}\n\n{ESSAY}")[:2] == ("MENJAGA SUARA RAKYAT", "Rina Marlina")


def test_the_cells_of_a_table_of_identity_need_no_colon_between_them() -> None:
    rows = "Nama Rina Marlina\n\nNIP 199801012025062009\n\nJabatan Analis Hukum"
    text = f"Menjaga Suara Rakyat\n\n{rows}\n\nUnit Kerja KPU Kota Tegal\n\n{LONG}"
    assert said(text) == ("Menjaga Suara Rakyat", "Rina Marlina", "KPU Kota Tegal")
    assert bodies(text) == [LONG]
    assert said(f"Nama Baik Lembaga\n\nRina Marlina\n\n{LONG}")[0] == "Nama Baik Lembaga"


@pytest.mark.parametrize(
    "name", ["*Rina Marlina*", "Rina Marlina*)", "**Rina Marlina**", "(Rina Marlina)"]
)
def test_marks_around_a_name_that_stands_alone_are_no_part_of_it(name: str) -> None:
    text = f"**MENJAGA SUARA**\n\n{name}\n\n{LONG}"
    assert said(text) == ("MENJAGA SUARA", "Rina Marlina", None)
    assert bodies(text) == [LONG]


def test_what_stands_between_an_office_and_its_address_is_of_the_letterhead() -> None:
    head = "KEPOLISIAN NEGARA REPUBLIK INDONESIA\nRESOR SUBANG\nJl. Mayjen Sutoyo 9 Subang"
    assert said(f"{head}\n\n{ESSAY}") == ("MENJAGA SUARA RAKYAT", "Rina Marlina", None)
    own = "Menjaga Suara\nRina Marlina\nUniversitas Diponegoro\nrina@undip.ac.id"
    assert said(f"{own}\n\n{LONG}") == ("Menjaga Suara", "Rina Marlina", "Universitas Diponegoro")


def test_who_belongs_to_an_office_is_parted_from_it() -> None:
    text = f"Menjaga Suara\n\nOleh: Rina Marlina\nGuru SD Negeri 3 Ubud\n\n{LONG}"
    assert said(text) == ("Menjaga Suara", "Rina Marlina", "SD Negeri 3 Ubud")


def test_the_subject_of_a_letter_below_its_number_is_no_author() -> None:
    text = f"Nomor : 12/PL/2025\nPerihal : Menjaga Suara\n\nOleh: Rina Marlina\n\n{LONG}"
    assert said(text) == ("Menjaga Suara", "Rina Marlina", None)


def test_a_position_above_name_and_number_signs_too() -> None:
    signed = "Kasubbag Keuangan\nKPU Kabupaten Subang\nRina Marlina, S.E.\nNIP 199801012025062009"
    text = f"Menjaga Suara Rakyat\n\n{LONG}\n\n{signed}"
    assert said(text) == ("Menjaga Suara Rakyat", "Rina Marlina, S.E.", "KPU Kabupaten Subang")
    assert bodies(text) == [LONG]


@pytest.mark.parametrize("below", ["Budi Santoso\tRina Marlina", "Rina Marlina"])
def test_below_one_word_for_the_writer_the_last_of_two_names_signs(below: str) -> None:
    assert said(f"Menjaga Suara\n\n{LONG}\n\nPenulis,\n{below}")[1] == "Rina Marlina"


@pytest.mark.parametrize(
    ("office", "district", "told"),
    [
        ("KOMISI PEMILIHAN UMUM", "KABUPATEN SUBANG", "KOMISI PEMILIHAN UMUM KABUPATEN SUBANG"),
        ("KPU KOTA TEGAL", "PROVINSI JAWA TENGAH", "KPU KOTA TEGAL"),
    ],
)
def test_the_district_below_an_office_on_a_cover_is_part_of_its_name_that_has_none(
    office: str, district: str, told: str
) -> None:
    below = f"DISUSUN OLEH:\nRINA MARLINA\n\n{office}\n{district}\nTAHUN 2025"
    text = f"ESAI\n\nMENJAGA SUARA\n\n{below}\n\n{LONG}"
    assert said(text)[1:] == ("RINA MARLINA", told)
    assert bodies(text) == [LONG]


@pytest.mark.parametrize("opening", ["", "Kami jujur.\n", "Saya siap melayani!\n"])
@pytest.mark.parametrize("again", ["Rina Marlina, S.IP.", "Rina Marlina"])
@pytest.mark.parametrize("label", ["Disusun oleh", "Oleh:", "DISUSUN OLEH"])
def test_the_name_once_more_below_a_cover_is_none_of_the_text_that_opens_with_a_short_sentence(
    label: str, again: str, opening: str
) -> None:
    title = "MENJAGA SUARA RAKYAT" if label.isupper() else "Menjaga Suara Rakyat"
    text = f"{title}\n{label}\nRina\nKPU Kota Tegal\n2026\n{again}\n{opening}{LONG}"
    assert said(text) == (title, "Rina", "KPU Kota Tegal")
    assert bodies(text) == [f"{opening}{LONG}".replace("\n", " ")]


@pytest.mark.parametrize(
    "line", ["Suwarni, KPU Kota Tegal", "Suwarni¹\n¹ KPU Kota Tegal", "Suwarni\nKPU Kota Tegal"]
)
def test_a_single_name_is_told_by_the_office_beside_it(line: str) -> None:
    assert said(f"Menjaga Suara\n\n{line}\n\n{LONG}")[1:] == ("Suwarni", "KPU Kota Tegal")


@pytest.mark.parametrize(
    ("last", "author", "body"),
    [("Suwarni", "Suwarni", ""), ("Melayani", None, " Tegal, 3 Juli 2025 Melayani")],
)
def test_a_single_name_below_the_date_signs(last: str, author: str | None, body: str) -> None:
    text = f"Menjaga Suara\n\n{LONG}\n\nTegal, 3 Juli 2025\n{last}"
    assert said(text) == ("Menjaga Suara", author, None)
    assert bodies(text) == [LONG + body]


def test_an_ordinary_word_is_a_name_beside_a_degree() -> None:
    assert said(f"Menjaga Suara\n\nHarapan Kita, A.Md.\n\n{LONG}")[1] is None
    assert said(f"Menjaga Suara\n\nHarapan Nainggolan, A.Md.\n\n{LONG}")[1] is not None


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("by", ["", "Oleh: Rina Marlina\n\n"])
def test_a_street_without_a_number_is_no_author(gap: str, by: str) -> None:
    head = f"KPU KABUPATEN JOMBANG{gap}Jalan Ahmad Yani"
    title, author, *_ = said(f"{head}\n\nMenjaga Suara\n\n{by}{LONG}")
    assert author == ("Rina Marlina" if by else None)
    assert title == "Menjaga Suara" or gap == "\n\n"  # a paragraph apart may be a title


@pytest.mark.parametrize("title", ["Jalan Panjang Menuju TPS", "Jalan Kejujuran"])
def test_a_title_may_begin_with_the_word_for_a_street(title: str) -> None:
    assert said(f"KPU KABUPATEN JOMBANG\n\n{title}\n\n{LONG}")[:2] == (title, None)
