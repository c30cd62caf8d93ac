"""Essays as trainees hand them in: title, author, office, date and text of every layout."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.essay_layouts import FIELDS, Found, measure
from tests.essays import new_docx
from tests.segment.cutting import LONG, OTHER, TEXT, bodies, cut, kinds

import kpu_corpus as kc
from kpu_corpus.corpus.sources import Essay, Mark, Span
from kpu_corpus.segment.bylines.identity import labelled
from kpu_corpus.segment.lines import Line
from kpu_corpus.segment.names import is_name, is_person


def marked(parts: list[tuple[str, str]]) -> tuple[list[Essay], list[Span]]:
    text, marks = "", []
    for part, kind in parts:
        marks.append(Mark(len(text), len(text) + len(part), kind, 0))
        text += part + "\n\n"
    return cut(text, marks=tuple(marks))


@pytest.fixture(scope="module", params=[False, True], ids=["seen", "set aside"])
def rows(request: pytest.FixtureRequest) -> list[Found]:
    return list(measure(request.param))


@pytest.mark.parametrize("field", FIELDS)
def test_layouts_of_trainees_give_what_a_reader_sees(rows: list[Found], field: str) -> None:
    of_field = [row for row in rows if row.field == field]
    assert [row for row in of_field if row.got != row.expected] == []


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Rina Marlina", True),
        ("SITI ROHMAH, S.IP., M.Si.", True),
        ("Drs. H. Agus Salim Nasution", True),
        ("I Made Wirawan", True),
        ("Rizky Fadillah", True),
        ("Latar Belakang", False),
        ("Harapan Kami", False),
        ("Refleksi Diri", False),
        ("Merajut Mimpi", False),
        ("Rina", False),
        ("Rina berkata jujur", False),
        ("Growth Mindset", False),
        ("Rina/Siti Marlina", False),
    ],
)
def test_a_name_that_stands_alone_holds_no_ordinary_words(line: str, person: bool) -> None:
    assert is_person(line) is person


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Yohanes de la Cruz", True),
        ("Ratna binti Asep", True),
        ("Ratna marlina", False),
        ("Ketua Ratna Marlina", False),
        ("Ratna Marlina?", False),
        ("– Ratna Marlina", False),
    ],
)
def test_a_name_has_small_letters_in_its_small_words_alone(line: str, name: bool) -> None:
    assert is_name(line) is name


@pytest.mark.parametrize(
    "heading",
    [
        "Daftar Pustaka",
        "REFERENSI",
        "D. DAFTAR RUJUKAN",
        "Bibliografi:",
        "**Referensi**",
        "Referensi Pendukung Artikel:",
    ],
)
def test_a_bibliography_is_no_text_of_the_essay(heading: str) -> None:
    listed = f"{heading}\n\nLAN. 2021. Modul Akuntabel. Jakarta: LAN.\n\nSurbakti (2011). Pemilu."
    text = f"Menjaga Suara\n\n{TEXT}\n\n{OTHER}\n\n{listed}"
    assert bodies(text) == [f"{TEXT} {OTHER}"]
    assert "".join(said for kind, said in kinds(text) if kind == "reference").startswith(heading)


def test_an_essay_may_begin_below_the_bibliography_of_another() -> None:
    text = (
        f"MENJAGA SUARA RAKYAT\n\nOleh: Rina Marlina\n\n{LONG}\n\nDaftar Pustaka\n\n"
        f"LAN. 2021. Modul Akuntabel. Jakarta: LAN.\n\nDISIPLIN MENJAGA WAKTU\n\n{LONG}"
    )
    essays, _ = cut(text)
    assert [e.title for e in essays] == ["MENJAGA SUARA RAKYAT", "DISIPLIN MENJAGA WAKTU"]
    assert bodies(text) == [LONG, LONG]


@pytest.mark.parametrize("part", ["B. Disiplin Waktu", "BAB II DISIPLIN WAKTU"])
def test_text_below_the_bibliography_of_a_part_stays(part: str) -> None:
    cited = "Referensi\n\nLAN. 2021. Modul Akuntabel. Jakarta: LAN."
    prose = f"{TEXT} {OTHER}"
    text = f"Menjaga Suara\n\n{LONG}\n\n{cited}\n\n{part}\n\n{prose}\n\n{cited}"
    cited_parts = [said for kind, said in kinds(text) if kind == "reference"]
    assert cited_parts == [cited, cited]


def test_a_heading_of_the_rank_of_a_bibliography_ends_it() -> None:
    cited = "Daftar Pustaka\n\nLAN. 2021. Modul Akuntabel. Jakarta: LAN."
    text = f"# Menjaga Suara\n\n{LONG}\n\n## {cited}\n\n## Tekad Kami\n\n{TEXT}"
    assert [said for kind, said in kinds(text) if kind == "reference"] == [cited]


@pytest.mark.parametrize("head", ["## Buku dan Jurnal", "BUKU DAN JURNAL", "A. Buku"])
@pytest.mark.parametrize(
    "source",
    [
        "Surbakti, Ramlan. 2010. Memahami Ilmu Politik. Jakarta: Gramedia Widiasarana Indonesia.",
        "Surbakti, R. (2010). Memahami ilmu politik. Gramedia Widiasarana Indonesia, Jakarta.",
        "Surbakti, Ramlan, Memahami Ilmu Politik, Jakarta: Gramedia Widiasarana Indonesia, 2010.",
        "Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum, Lembaran Negara Nomor 182.",
        "Halaman KPU, https://www.kpu.go.id, dibaca pada hari Rabu tanggal 3 Mei 2025 siang.",
    ],
)
def test_a_heading_above_a_source_parts_the_bibliography(head: str, source: str) -> None:
    listed = f"## Daftar Pustaka\n\n{head}\n\n{source}"
    text = f"# Menjaga Suara\n\nOleh: Rina Marlina\n\n{LONG}\n\n{listed}"
    assert [said for kind, said in kinds(text) if kind == "title"] == ["Menjaga Suara"]
    assert bodies(text) == [LONG]


def test_essays_with_authors_and_bibliographies_keep_their_titles() -> None:
    cited = "Daftar Pustaka\n\nSurbakti, R. (2010). Memahami Ilmu Politik. Jakarta: Grasindo."
    rows = [("Menjaga Suara Rakyat", "Rina Marlina"), ("Disiplin Menjaga Waktu", "Asep Saepudin")]
    parts = [f"{title}\n\nOleh: {name}\n\n{LONG}\n\n{cited}" for title, name in rows]
    essays, _ = cut("\n\n".join(parts))
    assert [(essay.title, essay.author) for essay in essays] == rows
    assert bodies("\n\n".join(parts)) == [LONG, LONG]


def test_a_bibliography_before_the_signature_ends_where_it_begins() -> None:
    text = f"Menjaga Suara\n\n{TEXT}\n\nReferensi\n\nLAN. 2021. Modul.\n\nGarut, 3 Juli 2025"
    (essay,) = cut(text)[0]
    assert essay.date == "2025-07-03"
    assert bodies(text) == [TEXT]


@pytest.mark.parametrize("line", ["Angkatan XII", "Kelompok 3", "Yang bertanda tangan,"])
def test_a_cohort_stands_inside_a_signature(line: str) -> None:
    signed = f"Garut, 3 Juli 2025\n{line}\n\nRina Marlina\nNIP. 199711202025062007"
    text = f"Menjaga Suara\n\n{TEXT}\n\n{signed}"
    (essay,) = cut(text)[0]
    assert (essay.author, essay.date) == ("Rina Marlina", "2025-07-03")
    assert bodies(text) == [TEXT]


def test_the_number_of_an_employee_is_no_part_of_the_name() -> None:
    for line in ("Nama: Rina Marlina, NIP 199711202025062007", "Rina Marlina 199711202025062007"):
        text = f"Menjaga Suara Rakyat\n\n{line}\nKPU Kota Cimahi\n\n{TEXT}"
        (essay,) = cut(text)[0]
        assert essay.author == "Rina Marlina"
        assert "1997" not in repr(essay)


def test_a_date_above_the_signature_stands_where_no_other_is_known() -> None:
    signed = f"{TEXT}\n\n{OTHER}\n\nMataram, 3 Juli 2025\nPenulis,\nRina Marlina"
    (essay,) = cut(f"Menjaga Suara\n\n{signed}")[0]
    assert (essay.date, essay.author) == ("2025-07-03", "Rina Marlina")
    (essay,) = cut(f"Menjaga Suara\n\nOleh: Siti | 1 Juni 2025\n\n{signed}")[0]
    assert (essay.date, essay.author) == ("2025-06-01", "Siti")


@pytest.mark.parametrize(
    ("signed", "unit"),
    [
        ("Anggota KPU Kota Tegal\nRina Marlina\nNIP 199711202025062007", "KPU Kota Tegal"),
        ("Tegal, 3 Juli 2025\n*) Rina Marlina, Dosen Hukum", None),
        ("*) Rina Marlina, Dosen Hukum\nKPU Kota Tegal", "KPU Kota Tegal"),
    ],
)
def test_what_one_is_may_stand_above_a_signature_or_behind_its_name(
    signed: str, unit: str | None
) -> None:
    text = f"Menjaga Suara\n\n{LONG}\n\n{signed}"
    (essay,), _ = cut(text)
    assert (essay.author, essay.unit, bodies(text)) == ("Rina Marlina", unit, [LONG])


@pytest.mark.parametrize(
    "last",
    [
        "Salam Demokrasi!",
        "KPU Melayani",
        "Semoga kami kuat.",
        "Wassalamualaikum Warahmatullahi",
        "Wallahu Alam",
    ],
)
def test_what_closes_an_essay_is_no_signature(last: str) -> None:
    for byline in ("", "Oleh: Rina\n\n"):
        assert bodies(f"Menjaga Suara\n\n{byline}{TEXT}\n\n{last}") == [f"{TEXT} {last}"]


def test_a_second_title_in_capitals_is_told_as_a_doubt() -> None:
    text = f"MENJAGA SUARA RAKYAT\n\n{LONG}\n\nDISIPLIN MENJAGA WAKTU\n\n{LONG}"
    (essay,), spans = cut(text)
    assert essay.confidence < 0.5
    assert [text[s.start : s.end] for s in spans if s.rule == "second_title"] == [
        "DISIPLIN MENJAGA WAKTU"
    ]
    for section in ("C. PENUTUP DAN SARAN", "KESIMPULAN DAN SARAN"):
        (essay,) = cut(f"MENJAGA SUARA RAKYAT\n\n{LONG}\n\n{section}\n\n{LONG}")[0]
        assert essay.confidence > 0.5
    for above in (f"Menjaga Suara Rakyat\n\n{LONG}", "MENJAGA SUARA RAKYAT\n\nKami hadir di sini."):
        (essay,) = cut(f"{above}\n\nDISIPLIN MENJAGA WAKTU\n\n{LONG}")[0]
        assert essay.confidence > 0.5


@pytest.mark.parametrize(
    ("title", "opening", "end"),
    [
        ("Menjaga Suara", "Menjaga Suara Rakyat adalah tugas kami setiap hari.", ""),
        ("Menjaga Suara Rakyat", "Menjaga suara rakyat adalah tugas kami setiap hari.", ""),
        ("Menjaga Suara", "Kami hadir setiap hari.", " (Lihat Lampiran Dua)"),
    ],
)
def test_a_text_keeps_the_words_of_its_title_and_its_own_parenthesis(
    title: str, opening: str, end: str
) -> None:
    text = f"{opening} {TEXT}{end}"
    assert bodies(f"{title}\n\nOleh: Rina\n\n{text}") == [text]


@pytest.mark.parametrize("body", [LONG, f"{TEXT}\n\n{OTHER}\n\n{TEXT}"])
def test_a_short_title_opens_a_page_of_essays_and_is_a_doubt_in_its_middle(body: str) -> None:
    long = "Disiplin Kecil yang Menyelamatkan Tahapan Besar"
    entries = "\n\n".join(
        f"{title}\n{body}" for title in ("Menjaga Integritas", long, "Suara Rakyat?")
    )
    text = f"Opini\n27\n\n{entries}\n\nPopuler\nBelum ada data."
    essays, spans = cut(text)
    assert [essay.title for essay in essays] == ["Menjaga Integritas", long]
    assert [essay.confidence for essay in essays] == [0.9, 0.4]
    assert [text[s.start : s.end] for s in spans if s.rule == "second_title"] == ["Suara Rakyat?"]


def test_a_line_in_the_middle_of_an_essay_is_no_sign_off(tmp_path: Path) -> None:
    text = f"MENJAGA SUARA RAKYAT\n\n{LONG}\n\nSalam Demokrasi\n\nDi Ruang Arsip\n\n{LONG}"
    (tmp_path / "a.txt").write_text(f"{text}\n\nSalam Demokrasi", encoding="utf-8")
    units = kc.preprocess(kc.load(tmp_path / "a.txt")).sentences
    assert units[units["text"] == "Salam Demokrasi"]["kind"].tolist()[1:] == ["sign_off"]
    assert "sign_off" not in units["kind"].tolist()[:-1]


def test_two_titles_in_words_own_style_are_two_essays() -> None:
    assert len(marked([("Menjaga Suara", "heading"), (LONG, "paragraph")] * 2)[0]) == 2


def test_a_sentence_behind_a_label_is_text_but_may_be_a_title() -> None:
    sentence = "Jabatan: ini bukan tujuan kami tetapi amanah rakyat."
    text = f"Nama: Rina Kartika\nJudul: Siapa yang menjaga suara rakyat?\n\n{sentence}\n\n{TEXT}"
    (essay,) = cut(text)[0]
    assert (essay.title, essay.metadata) == ("Siapa yang menjaga suara rakyat?", {})
    assert bodies(text) == [f"{sentence} {TEXT}"]


def test_a_subtitle_is_no_part_of_the_title_and_no_text() -> None:
    text = f"MENJAGA SUARA RAKYAT\n\nSebuah Catatan dari Ruang Arsip\n\nOleh: Rina\n\n{LONG}"
    (essay,) = cut(text)[0]
    assert (essay.title, essay.author) == ("MENJAGA SUARA RAKYAT", "Rina")
    assert bodies(text) == [LONG]


@pytest.mark.parametrize("section", ["PENDAHULUAN", "1. Pendahuluan", "A. Latar Belakang"])
def test_two_lines_in_capitals_above_the_first_section_are_one_title(section: str) -> None:
    (essay,) = cut(f"MENJAGA SUARA RAKYAT\n\nINDONESIA TIMUR\n\n{section}\n\n{LONG}")[0]
    assert essay.title == "MENJAGA SUARA RAKYAT INDONESIA TIMUR"


@pytest.mark.parametrize("form", ["Refleksi Orientasi Pegawai Baru", "Formulir Naskah Demokrasi"])
def test_a_title_behind_its_label_is_that_of_the_text_below_any_heading(form: str) -> None:
    (essay,) = cut(f"{form}\n\nJudul: Apel Pagi\nNama: Rina Marlina\n\n{LONG}")[0]
    assert (essay.title, essay.author) == ("Apel Pagi", "Rina Marlina")


@pytest.mark.parametrize("greeting", ["Dengan Hormat,", "Para Pembaca yang Budiman,"])
def test_a_greeting_above_the_first_section_is_no_title(greeting: str) -> None:
    assert cut(f"{greeting}\nPendahuluan\n\n{LONG}")[0][0].title is None


def test_a_heading_in_capitals_below_the_title_is_no_part_of_it() -> None:
    text = f"MENJAGA SUARA\n\nARTI INTEGRITAS\n\n{TEXT}\n\nHARAPAN KAMI\n\n{OTHER}"
    assert [kind for kind, _ in kinds(text)] == ["title", "heading", "body", "heading", "body"]


def test_sections_below_the_word_referensi_are_text() -> None:
    text = f"Menjaga Suara\n\n{TEXT}\n\nReferensi\n\n{OTHER}\n\nPenutup\n\n{TEXT}"
    assert "reference" not in [kind for kind, _ in kinds(text)]


@pytest.mark.parametrize("emblem", ["", "LOGO\n\n", "KPU\n\n"])
@pytest.mark.parametrize("address", ["", "Jl. Ahmad Yani No. 5 Subang\nTelp. (0260) 411234\n"])
@pytest.mark.parametrize("sort", ["", "ESAI\n\n"])
@pytest.mark.parametrize(
    ("block", "author"),
    [("", None), ("Disusun oleh:\nRina Marlina, S.H.\nNIP. 19990101\n\n", "Rina Marlina, S.H.")],
)
def test_the_letterhead_of_an_office_above_the_title_is_no_text(
    emblem: str, address: str, sort: str, block: str, author: str | None
) -> None:
    head = f"{emblem}KOMISI PEMILIHAN UMUM\nKABUPATEN SUBANG\n{address}"
    text = f"{head}\n{sort}MENJADI PELAYAN DEMOKRASI\n\n{block}{LONG}"
    (essay,) = cut(text)[0]
    assert (essay.title, essay.author) == ("MENJADI PELAYAN DEMOKRASI", author)
    assert bodies(text) == [LONG]


def test_a_title_of_one_word_above_the_office_is_the_title() -> None:
    text = f"INTEGRITAS\n\nKomisi Pemilihan Umum\n\nOleh: Rina Marlina\n\n{LONG}"
    assert cut(text)[0][0].title == "INTEGRITAS"


def test_a_title_that_begins_with_an_area_is_none_of_a_letterhead() -> None:
    text = f"Kota Layak Pemilu\n\n{LONG}"
    assert cut(text)[0][0].title == "Kota Layak Pemilu"


def test_a_title_of_a_covers_words_stays_the_title() -> None:
    for title in (
        "Orientasi Tugas Mengubah Saya",
        "Tugas ASN KPU",
        "KPU Hadir untuk Rakyat",
        "Menjaga Suara – KPU Kota Bandung",
    ):
        text = f"{title}\n\nOleh: Rina\n\nHari Pertama\n\n{TEXT}\n\nHari Kedua\n\n{OTHER}"
        (essay,) = cut(text)[0]
        assert (essay.title, essay.author) == (title, "Rina")


def test_a_first_sentence_of_a_covers_words_is_text() -> None:
    sentence = "Pelatihan dasar CPNS tahun ini mengajarkan kejujuran."
    text = f"Menjaga Suara Rakyat\nRina Kartika\n\n{sentence}\n{TEXT}"
    assert [(essay.title, essay.author) for essay in cut(text)[0]] == [
        ("Menjaga Suara Rakyat", "Rina Kartika")
    ]
    assert bodies(text) == [f"{sentence} {TEXT}"]


@pytest.mark.parametrize(
    "title", ["INTEGRITAS: HARGA MATI", "Integritas: Harga Mati", "Integritas : Harga Mati"]
)
def test_a_title_with_a_colon_below_the_identity_stays_the_title(title: str) -> None:
    (essay,) = cut(f"Nama : Rina\nUnit Kerja : KPU Kota Palu\n\n{title}\n\n{LONG}")[0]
    assert (essay.title, essay.author, essay.unit) == (title, "Rina", "KPU Kota Palu")


@pytest.mark.parametrize(
    "line", ["Wilayah Kerja : Kota Palu", "No. Presensi: 7", "Pola Penyelenggaraan\t: Klasikal"]
)
def test_a_label_that_is_not_known_counts_only_beside_known_ones(line: str) -> None:
    (essay,) = cut(f"Nama : Rina\n{line}\nUnit : KPU Kota Palu\n\nMenjaga Suara\n\n{LONG}")[0]
    assert (essay.title, essay.unit) == ("Menjaga Suara", "KPU Kota Palu")
    assert bodies(f"Menjaga Suara\n\n{line}\n\n{LONG}") == [f"{' '.join(line.split())} {LONG}"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Angkatan/Kelompok : XIV / 2", [("angkatan", "XIV"), ("kelompok", "2")]),
        ("Kelompok : 1 / Angkatan XIV", [("kelompok", "1"), ("angkatan", "XIV")]),
        ("Angkatan : XIV (Kelompok 2)", [("angkatan", "XIV"), ("kelompok", "2")]),
        ("Kelompok : Tani Kelas 2", [("kelompok", "Tani Kelas 2")]),
        ("Jabatan : Perawat II Kelas 3", [("jabatan", "Perawat II Kelas 3")]),
        ("Gol/Jabatan: III/a – Penata Kelola Pemilu", [("jabatan", "Penata Kelola Pemilu")]),
        ("Gol./Jabatan : III/a / Penata Kelola", [("jabatan", "Penata Kelola")]),
        ("Jabatan/Gol : Penata Kelola III/a", [("jabatan", "Penata Kelola III/a")]),
        ("Angkatan / Kelompok : XIV", [("angkatan", "XIV")]),
        ("Jabatan/Unit Kerja : KPU Kota Palu", [("unit", "KPU Kota Palu")]),
        ("Tempat/Tgl. Lahir : Palu, 3 Juli 1999", []),
        ("Tgl. Lahir : 3 Juli 1999", []),
    ],
)
def test_labels_joined_by_a_stroke_count_by_either(text: str, said: list[tuple[str, str]]) -> None:
    pieces = labelled(Line(0, len(text), text, len(text.split())))
    told = [(p.rule if p.kind == "field" else p.kind, text[p.start : p.end]) for p in pieces]
    assert [one for one in told if one[0] != "byline"] == said


@pytest.mark.parametrize(
    "title", ["ESAI INTEGRITAS ASN", "BANGGA MENJADI PPPK", "Peran Besar CPNS"]
)
def test_words_before_a_role_are_no_author(title: str) -> None:
    (essay,) = cut(f"{title}\n\n{LONG}")[0]
    assert (essay.title, essay.author) == (title, None)


@pytest.mark.parametrize(
    "below",
    [
        "Tembusan:\n1. Ketua\n2. Arsip",
        "Catatan: belum pernah terbit.",
        "Lampiran: foto",
        "Tembusan: Ketua",
    ],
)
def test_copies_and_notes_do_not_cancel_the_signature_above_them(below: str) -> None:
    signed = f"{OTHER}\n\nHormat saya,\n\nRina Marlina\nNIP 199711202025062007\n\n{below}"
    text = f"Menjaga Suara\n\n{TEXT}\n\n{signed}"
    assert [essay.author for essay in cut(text)[0]] == ["Rina Marlina"]
    assert bodies(text) == [f"{TEXT} {OTHER}"]


def test_a_note_without_a_signature_above_it_is_text() -> None:
    text = f"Menjaga Suara\n\n{TEXT}\n\nCatatan: suara rakyat tidak boleh hilang."
    assert bodies(text) == [f"{TEXT} Catatan: suara rakyat tidak boleh hilang."]


def test_the_subject_of_a_letter_is_the_title_only_where_there_is_no_other() -> None:
    above = "Kepada Yth. Ketua KPU\ndi Palu\n\nPerihal: Surat Terbuka\n\nDengan hormat,"
    letter = f"{above}\n\n{LONG}"
    assert [essay.title for essay in cut(letter)[0]] == ["Surat Terbuka"]
    assert bodies(letter) == [LONG]
    titled = f"MENJAGA SUARA RAKYAT\n\n{letter}"
    assert [essay.title for essay in cut(titled)[0]] == ["MENJAGA SUARA RAKYAT"]
    assert bodies(titled) == [LONG]


def test_a_sentence_about_a_table_is_text_and_a_caption_is_none() -> None:
    said = "Tabel 1 memperlihatkan langkah kami."
    text = f"Menjaga Suara\n\n{TEXT}\n\n{said}\n\nTabel 1. Langkah kami\n\n{OTHER}"
    assert [part for kind, part in kinds(text) if kind == "chrome"] == ["Tabel 1. Langkah kami"]


@pytest.mark.parametrize(
    ("rows", "headed"),
    [
        (["Jujur\tTidak bohong", "Adil\tTidak memihak"], False),
        (["Jujur\tTidak bohong"], False),
        (["Apel pagi\t07.30", "Rapat kecil\t09.00"], False),
        (["Jujur\tTidak bohong kepada siapa pun", "Adil\tTidak memihak calon mana pun"], False),
        (["Jujur.\tTidak bohong", "Adil.\tTidak memihak calon mana pun"], False),
        (["Nilai\tContoh", "Adil\tTidak memihak calon mana pun"], True),
        (["Kegiatan\tJumlah", "Apel pagi\t12"], True),
    ],
)
def test_the_head_of_a_table_is_shorter_than_its_rows_or_above_numbers(
    rows: list[str], headed: bool
) -> None:
    text, marks = f"Menjaga Suara\n\n{TEXT}", []
    for row in rows:
        marks.append(Mark(len(text) + 2, len(text) + 2 + len(row), "row"))
        text += f"\n\n{row}"
    found = kinds(f"{text}\n\n{OTHER}", marks=tuple(marks))
    assert [part for kind, part in found if kind == "chrome"] == rows[:headed]


def test_a_row_that_begins_with_no_is_the_head_of_a_table_whose_other_cells_are_texts() -> None:
    text = f"Menjaga Suara\n\n{TEXT}\n\nNo\tKegiatan\tNilai\n\n1\n\n{LONG}"
    at = text.index("No\t")
    found = kinds(text, marks=(Mark(at, at + len("No\tKegiatan\tNilai"), "row"),))
    assert ("chrome", "No\tKegiatan\tNilai") in found


def test_a_greeting_is_no_author_and_belongs_to_the_head_of_a_letter() -> None:
    above = "Nomor : 12\n\nPerihal : Menjaga Suara\n\nYth. Bapak Ketua\ndi -\nTempat"
    (essay,) = cut(f"{above}\n\nAssalamu'alaikum Wr. Wb.\n\n{LONG}")[0]
    assert (essay.title, essay.author) == ("Menjaga Suara", None)
    (essay,) = cut(f"MENJAGA SUARA RAKYAT\n\nAssalamu'alaikum Wr. Wb.\n\n{LONG}")[0]
    assert (essay.title, essay.author) == ("MENJAGA SUARA RAKYAT", None)


IDENTITY = "Nama : Nur Hidayah\nNIP : 200207112025062030\nSatuan Kerja : KPU Kota Cirebon"


@pytest.mark.parametrize(
    "title",
    [
        "Menjadi ASN KPU...",
        "Menjadi ASN KPU…",
        "Integritas adalah harga mati.",
    ],
)
def test_a_title_above_lines_of_identity_may_end_in_dots_or_a_stop(title: str) -> None:
    (essay,), _ = cut(f"{title}\n\n{IDENTITY}\n\n{LONG}")
    assert (essay.title, essay.author, essay.unit) == (title, "Nur Hidayah", "KPU Kota Cirebon")


def test_a_line_that_goes_on_is_no_title_whatever_stands_below_it() -> None:
    (essay,), _ = cut(f"Yang bertanda tangan di bawah ini (lihat juga:)\n\n{IDENTITY}\n\n{LONG}")
    assert essay.title is None


@pytest.mark.parametrize(
    "lead",
    [
        "Perkenalkan, saya menulis sebagai berikut:",
        "Assalamualaikum wr. wb.\n\nYang bertanda tangan di bawah ini:",
        "Identitas Penulis;",
    ],
)
def test_lines_of_identity_are_no_text_whatever_leads_to_them(lead: str) -> None:
    text = f"{lead}\n\n{IDENTITY}\n\n{TEXT}\n\n{LONG}"
    (essay,), _ = cut(text)
    assert (essay.author, essay.unit) == ("Nur Hidayah", "KPU Kota Cirebon")
    assert bodies(text) == [f"{TEXT} {LONG}"]


def test_a_form_far_down_in_a_text_stays_in_it() -> None:
    text = f"Menjaga Suara\n\n{TEXT}\n\nContoh isian:\n\n{IDENTITY}\n\n{LONG}"
    (essay,), _ = cut(text)
    assert essay.author is None
    assert "Nama : Nur Hidayah" in bodies(text)[0]


@pytest.mark.parametrize(
    "line",
    [
        "Ditulis oleh Fitriani pada 12 November 2025",
        "Oleh Fitriani, 12 November 2025",
        "Oleh Fitriani – Rabu, 12 November 2025",
        "Oleh: Fitriani pada tanggal 12/11/2025",
        "Ditulis pada 12 November 2025 oleh Fitriani",
        "Diunggah 12 November 2025 oleh Fitriani",
    ],
)
def test_a_byline_of_a_saved_page_gives_name_and_date(line: str) -> None:
    (essay,), _ = cut(f"Dari Loket Kecil untuk Demokrasi\n\n{line}\n\n{LONG}")
    assert (essay.author, essay.date) == ("Fitriani", "2025-11-12")
    assert bodies(f"Dari Loket Kecil untuk Demokrasi\n\n{line}\n\n{LONG}") == [LONG]


def test_who_put_a_page_up_is_not_its_author() -> None:
    (essay,), _ = cut(f"Dari Loket Kecil\n\nDiposting pada 12 November 2025 oleh Admin\n\n{LONG}")
    assert (essay.author, essay.date) == (None, "2025-11-12")


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Oleh Fitriani Hasan, S.Kom., M.Si., 12 November 2025", "Fitriani Hasan, S.Kom., M.Si."),
        ("Oleh: Fitriani Hasan, KPU Kota Cirebon, 12 November 2025", "Fitriani Hasan"),
        ("Oleh: Fitriani Hasan, Cirebon, 12 November 2025", "Fitriani Hasan"),
    ],
)
def test_a_date_behind_degrees_or_a_place_is_parted_from_the_name(line: str, author: str) -> None:
    (essay,), _ = cut(f"Dari Loket Kecil untuk Demokrasi\n\n{line}\n\n{LONG}")
    assert (essay.author, essay.date) == (author, "2025-11-12")


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("Angkatan XII", {"angkatan": "XII"}),
        ("Angkatan XII – Pelatihan Dasar CPNS KPU 2025", {"angkatan": "XII"}),
        ("Latsar CPNS Golongan III Angkatan 7", {"golongan": "III", "angkatan": "7"}),
    ],
)
def test_the_cohort_below_a_name_is_a_column_and_no_heading(
    line: str, fields: dict[str, str]
) -> None:
    text = f"Menjaga Gudang Logistik\n{IDENTITY}\n{line}\n\n{LONG}"
    (essay,), _ = cut(text)
    assert dict(essay.metadata) == fields
    assert bodies(text) == [LONG]


@pytest.mark.parametrize("lines", [["MENJAGA MARWAH LEMBAGA"], ["MENJAGA MARWAH", "LEMBAGA KAMI"]])
@pytest.mark.parametrize(
    "cover",
    [
        ["Disusun Oleh:", "Fajar Nugroho", "Angkatan LXXII", "PELATIHAN DASAR CPNS", "TAHUN 2025"],
        ["Oleh: Fajar Nugroho", "PELATIHAN DASAR CALON PEGAWAI NEGERI SIPIL"],
    ],
)
@pytest.mark.parametrize("again", ["apart", "joined"])
def test_a_title_that_comes_again_below_its_cover_is_chrome(
    lines: list[str], cover: list[str], again: str
) -> None:
    repeated = lines if again == "apart" else [" ".join(lines)]
    text = "\n\n".join(["ESAI", *lines, *cover, *repeated, LONG])
    (essay,) = cut(text)[0]
    assert (essay.title, essay.author) == (" ".join(lines), "Fajar Nugroho")
    assert kinds(text)[-1 - len(repeated) : -1] == [("chrome", line) for line in repeated]
    assert bodies(text) == [LONG]


def test_the_head_of_a_form_is_no_title() -> None:
    form = ["LEMBAR TUGAS ESAI", "Nama Peserta : Intan Permata", "Judul : Akuntabel Tanpa Tapi"]
    ((essay,), _) = cut("\n\n".join([*form, LONG]))
    assert (essay.title, essay.author) == ("Akuntabel Tanpa Tapi", "Intan Permata")


def test_what_a_margin_says_of_the_author_holds_for_the_only_essay() -> None:
    told = [("Nama: Nadia Putri", "margin"), ("Unit Kerja: KPU Kota Magelang", "margin")]
    rest = [("Halaman 1", "margin")]
    one = [("Melayani Sejak Dini", "heading"), *told, (LONG, "paragraph"), *rest]
    ((essay,), spans) = marked(one)
    assert (essay.author, essay.unit) == ("Nadia Putri", "KPU Kota Magelang")
    assert [span.essay for span in spans if span.kind == "chrome"] == [None]
    named = [one[0], ("Oleh: Rina Marlina", "paragraph"), *one[1:]]
    assert marked(named)[0][0].author == "Rina Marlina"
    assert [item.author for item in marked(one * 2)[0]] == [None, None]


@pytest.mark.parametrize(
    ("below", "author"),
    [
        ("Teuku Iskandar, Lc.", "Teuku Iskandar, Lc."),
        ("Oleh Teuku Iskandar, Lc.", "Teuku Iskandar, Lc."),
        ("Rina Marlina, SH, MH", "Rina Marlina, SH, MH"),
        ("Fitriani", "Fitriani"),
        ("Nur'aini", "Nur'aini"),
        ("Integritas", None),
        ("Mukadimah", None),
        ("Renungan", None),
    ],
)
def test_degrees_of_any_kind_and_single_names_are_of_authors(
    below: str, author: str | None
) -> None:
    text = f"Lima Belas Menit Sebelum Apel\n\n{below}\n\n{LONG}"
    (essay,) = cut(text)[0]
    assert (essay.title, essay.author) == ("Lima Belas Menit Sebelum Apel", author)


@pytest.mark.parametrize("below", ["I Made Wirawan", "Nama : I Made Wirawan\n\nA. Pendahuluan"])
def test_a_title_may_read_like_a_cover_where_only_an_author_or_a_section_stands_below(
    below: str,
) -> None:
    for title in ("Refleksi Orientasi CPNS KPU", "Makna Kerja di Kantor Pemilu"):
        (essay,) = cut(f"{title}\n\n{below}\n\n{LONG}")[0]
        assert (essay.title, essay.author) == (title, "I Made Wirawan")


def test_the_first_section_of_a_word_file_is_no_title(tmp_path: Path) -> None:
    document = new_docx()
    document.add_heading("Refleksi Orientasi CPNS KPU", level=0)
    document.add_paragraph("Nama: Rina Marlina")
    document.add_heading("A. Pendahuluan", level=1)
    document.add_paragraph(LONG)
    document.save(str(tmp_path / "a.docx"))
    assert kc.load(tmp_path / "a.docx").essays["title"].tolist() == ["Refleksi Orientasi CPNS KPU"]


def test_labels_may_stand_above_what_they_tell() -> None:
    form = "Judul Esai:\nMenjaga Marwah\n\nNama:\nRina Marlina\n\nUnit Kerja:\nKPU Kota Tegal"
    text = f"{form}\n\nIsi Esai:\n\n{LONG}"
    (essay,) = cut(text)[0]
    assert (essay.title, essay.author, essay.unit) == (
        "Menjaga Marwah",
        "Rina Marlina",
        "KPU Kota Tegal",
    )
    assert bodies(text) == [LONG]


def test_several_authors_of_a_form_are_no_text() -> None:
    head = (
        "Kelompok 2 Angkatan LXXII\nNama Peserta : 1. Rina Marlina\n               2. Asep Saepudin"
    )
    text = f"{head}\nJudul Esai   : Menjaga Marwah\nIsi :\n{LONG}"
    (essay,) = cut(text)[0]
    assert (essay.title, essay.author) == ("Menjaga Marwah", "Rina Marlina")
    assert essay.metadata == {"angkatan": "LXXII", "kelompok": "2"}
    assert bodies(text) == [LONG]


def test_a_motto_between_title_and_author_is_no_text() -> None:
    motto = "“Kejujuran adalah mata uang yang berlaku di mana-mana.”"
    text = f"Menjaga Marwah Lembaga\n\n{motto}\n\nOleh: Rina Marlina\n\n{LONG}"
    (essay,) = cut(text)[0]
    assert (essay.title, essay.author) == ("Menjaga Marwah Lembaga", "Rina Marlina")
    assert bodies(text) == [LONG]


@pytest.mark.parametrize("greeting", ["Bismillahirrahmanirrahim", "Assalamu’alaikum Wr. Wb"])
def test_a_greeting_is_no_title(greeting: str) -> None:
    assert cut(f"{greeting}\n\n{LONG}")[0][0].title is None
    text = f"{greeting}\n\nMENJAGA MARWAH\n\n{LONG}"
    assert cut(text)[0][0].title == "MENJAGA MARWAH"
    assert bodies(text) == [LONG]


def test_a_name_may_have_the_number_of_a_list_of_names_behind_it() -> None:
    (essay,) = cut(f"MENJAGA MARWAH\nRina Marlina (NDH 12)\n\n{LONG}")[0]
    assert essay.author == "Rina Marlina"


def test_marks_of_networks_below_the_text_are_chrome_and_the_signature_is_read() -> None:
    marks = "#KPUMelayani #Latsar2025 @kpu_ri"
    text = f"MENJAGA MARWAH\n\n{LONG}\n\n{marks}\n\nGarut, 3 Juli 2025\nRina Marlina"
    (essay,) = cut(text)[0]
    assert (essay.author, essay.date) == ("Rina Marlina", "2025-07-03")
    assert bodies(text) == [LONG]


@pytest.mark.parametrize("sort", ["", "ESAI\n\n"])
@pytest.mark.parametrize(
    "below",
    [
        "Diajukan untuk memenuhi tugas Pelatihan Dasar CPNS\n\nDisusun oleh:\n\n{name}\n\n2025",
        "Golongan III Angkatan II\n\n{name}\n\nPUSAT PENGEMBANGAN KOMPETENSI\n\n2025",
        "Oleh:\n\n{name}\n\nNIP 199602162025051005\n\nKELAS PAGI\n\nKomisi Pemilihan Umum\n\n2025",
        "Golongan III Angkatan II Tahun 2025\n\n{name}\n\n2025",
        "Kelas Pagi\n\nGEDUNG A\n\nOleh:\n\n{name}\n\nLANTAI 3\n\nMENJADI PELAYAN DEMOKRASI",
        "{name}\n\nSEKRETARIAT JENDERAL KOMISI PEMILIHAN UMUM\n\n2025\n\nMENJADI PELAYAN DEMOKRASI",
    ],
)
def test_a_cover_may_tell_more_above_and_below_the_author(sort: str, below: str) -> None:
    cover = f"{sort}MENJADI PELAYAN DEMOKRASI\n\n{below.format(name='Fitri Handayani, S.IP.')}"
    text = f"{cover}\n\n{LONG}"
    (essay,) = cut(text)[0]
    assert (essay.title, essay.author) == ("MENJADI PELAYAN DEMOKRASI", "Fitri Handayani, S.IP.")
    assert bodies(text) == [LONG]


@pytest.mark.parametrize("above", ["", "KUMPULAN ESAI PESERTA LATSAR KELOMPOK 2\n\n"])
@pytest.mark.parametrize(
    "head",
    [
        "Nama : {name}\nSatuan Kerja : KPU Kota Cimahi\nJudul : {title}",
        "Nama : {name}\n\nJudul : {title}",
        "Nama : {name}\nNIP : 199001012025051001\n\n{title}",
        "Judul : {title}\nNama : {name}",
        "{title}\n\nNama : {name}\nSatuan Kerja : KPU Kota Cimahi",
    ],
)
def test_essays_of_several_people_in_a_file_are_told_apart_by_who_wrote_them(
    above: str, head: str
) -> None:
    written = [("Rina Marlina, S.H.", "Menjaga Suara dari Meja Kecil", LONG)]
    written += [("Budi Santoso", "Belajar Netral di Tengah Keluarga", f"{OTHER} {TEXT}")]
    parts = [f"{head.format(name=name, title=title)}\n\n{text}" for name, title, text in written]
    text = above + "\n\n".join(parts)
    essays = cut(text)[0]
    assert [(essay.author, essay.title) for essay in essays] == [each[:2] for each in written]
    assert bodies(text) == [each[2] for each in written]


@pytest.mark.parametrize(
    "below",
    [
        "Subang, 2 Juni 2025\n\nNama : Rina Marlina\nNIP : 199001012025051001",
        "Tentang Penulis\n\nNama : Rina Marlina\nNIP : 199001012025051001\n\n{text}",
    ],
)
def test_the_same_person_named_again_opens_no_essay(below: str) -> None:
    head = "Nama : Rina Marlina\nNIP : 199001012025051001\n\nMenjaga Suara dari Meja Kecil"
    text = f"{head}\n\n{LONG}\n\n{below.format(text=OTHER)}"
    assert len(cut(text)[0]) == 1


def test_essays_below_blocks_of_identity_may_be_signed_as_well() -> None:
    people = ["Rina Marlina", "Budi Santoso", "Siti Aminah"]
    titles = ["MENJAGA SUARA RAKYAT", "BELAJAR DARI HUJAN", "BUKU TAMU DIGITAL"]
    number = "NIP: 199001012025051001"
    parts = [
        f"Nama: {name}\n{number}\n\n{title}\n\n{LONG}\n\nGarut, 3 Juli 2025\n\n{name}\n{number}"
        for name, title in zip(people, titles, strict=True)
    ]
    essays, _ = cut("\n\n".join(parts))
    assert [(essay.author, essay.title) for essay in essays] == [*zip(people, titles, strict=True)]
    assert {essay.date for essay in essays} == {"2025-07-03"}


@pytest.mark.parametrize(
    "form", ["FORMULIR PENGUMPULAN ESAI PESERTA LATSAR", "PEKAN KARYA PESERTA"]
)
def test_a_form_tells_above_the_title_who_wrote_the_essay(form: str) -> None:
    rows = "Nama Peserta : Qori Amalia\nInstansi : KPU Kota Cimahi\nAngkatan : I"
    text = f"{form}\n\n{rows}\nJudul Esai : Etika di Balik Layar\nIsi Esai\n\n{LONG}"
    (essay,) = cut(text)[0]
    assert (essay.title, essay.author) == ("Etika di Balik Layar", "Qori Amalia")
    assert (essay.unit, bodies(text)) == ("KPU Kota Cimahi", [LONG])


def test_a_sheet_for_essays_is_no_title() -> None:
    text = f"LEMBAR ESAI\n\nNama: Rizky Maulana\nNIP: 1999\n\nKerja Sama Kita\n\n{LONG}"
    assert [essay.title for essay in cut(text)[0]] == ["Kerja Sama Kita"]
    assert bodies(text) == [LONG]


def test_two_labels_on_a_line_are_parted() -> None:
    text = (
        f"Keterbukaan\n\nNama\t: Hana Nur\tNIP\t: 1999\nUnit\t: KPU Garut    Kelas : II\n\n{LONG}"
    )
    (essay,) = cut(text)[0]
    assert (essay.author, essay.unit) == ("Hana Nur", "KPU Garut")
    assert essay.metadata == {"kelas": "II"}


@pytest.mark.parametrize("mark", ["Jawaban:", "Jawab :", "JAWABAN"])
def test_the_questions_of_an_assignment_are_no_sentences_of_its_essay(mark: str) -> None:
    asked = ("Apa makna integritas bagi Anda?", "Jelaskan cara Anda menjaga netralitas.")
    written = zip(asked, (LONG, OTHER), strict=True)
    parts = [f"{question}\n\n{mark}\n\n{answer}" for question, answer in written]
    text = "Menjadi Pelayan Demokrasi\n\nNama : Rina Marlina\n\n" + "\n\n".join(parts)
    spans = cut(text)[1]
    read = [text[span.start : span.end] for span in spans if span.kind in ("body", "heading")]
    assert read == [LONG, OTHER]


def test_a_task_in_a_file_of_its_own_is_no_essay() -> None:
    task = "Petunjuk: Tulislah esai tentang gudang, paling sedikit tiga paragraf."
    assert cut(task)[0] == []
    assert len(cut(f"{task}\n\n{LONG}")[0]) == 1


def test_who_answers_may_stand_between_a_question_and_its_answer() -> None:
    question = "Tuliskan esai tentang integritas dan netralitas!"
    text = f"{question}\n\nNama: Eka Putra\n\nJawaban:\n\n{LONG}\n\n{OTHER}"
    (essay,), spans = cut(text)
    read = [text[span.start : span.end] for span in spans if span.kind in ("body", "heading")]
    assert (essay.author, " ".join(read).split()) == ("Eka Putra", f"{LONG} {OTHER}".split())


def test_the_title_of_an_essay_may_stand_below_the_word_answer() -> None:
    asked = "Soal:\n\nJelaskan cara Saudara menjaga netralitas!\n\nJawaban:"
    text = f"Lilis Suryani - KPU Kota Tegal\n\n{asked}\n\nPagi di Kantor Kami\n\n{LONG}\n\n{OTHER}"
    (essay,), spans = cut(text)
    read = [text[span.start : span.end] for span in spans if span.kind in ("body", "heading")]
    assert (essay.title, essay.author) == ("Pagi di Kantor Kami", "Lilis Suryani")
    assert " ".join(read).split() == f"{LONG} {OTHER}".split()


def test_a_sentence_above_a_heading_that_says_answer_is_text() -> None:
    text = f"Menjadi Pelayan Demokrasi\n\n{LONG}\n\n{OTHER}\n\nJawaban\n\n{TEXT}"
    spans = cut(text)[1]
    read = [text[span.start : span.end] for span in spans if span.kind == "body"]
    assert " ".join(read).split() == f"{LONG} {OTHER} {TEXT}".split()


@pytest.mark.parametrize("title", ["{}\n{}\n", "{1}\nJudul\n{0}\n"], ids=["above", "as a row"])
def test_a_table_of_identity_may_have_one_line_a_cell(title: str) -> None:
    rows = "Nama\nRina Marlina\nUnit Kerja\nKPU Kota Tegal"
    text = f"{title.format('Pagi di Kantor Kami', rows)}\n{LONG}"
    (essay,) = cut(text)[0]
    assert (essay.title, essay.author) == ("Pagi di Kantor Kami", "Rina Marlina")
    assert essay.unit == "KPU Kota Tegal"
    assert bodies(text) == [LONG]


def test_a_label_without_a_value_takes_no_heading_for_one() -> None:
    head = "Pagi di Kantor Kami\nNama\nRina Marlina\nJabatan\nPendahuluan"
    (essay,) = cut(f"{head}\n\n{LONG}")[0]
    assert essay.author == "Rina Marlina"
    assert "Pendahuluan" in f"{head}\n\n{LONG}"[essay.start : essay.end]


@pytest.mark.parametrize(
    "heads",
    [
        ("BAB II\nPEMBAHASAN", "2.1 Integritas Pribadi"),
        ("BAB II\nPEMBAHASAN", "A.1 Integritas Pribadi"),
        ("II. PEMBAHASAN", "a. Integritas Pribadi"),
    ],
)
def test_a_section_above_its_first_part_is_a_heading(
    heads: tuple[str, str], tmp_path: Path
) -> None:
    text = f"Menjaga Suara Rakyat\n\n{LONG}\n\n" + "\n\n".join(heads) + f"\n\n{LONG}"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    units = kc.preprocess(kc.load(tmp_path)).sentences
    listed = units.loc[units["kind"] == "heading", "text"].tolist()
    assert listed == [line for head in heads for line in head.split("\n")]


def test_points_that_are_numbered_alike_are_a_list() -> None:
    text = f"Menjaga Suara Rakyat\n\n{LONG}\n\n1. Jujur Setiap Hari\n2. Adil Selalu\n\n{LONG}"
    assert "heading" not in [kind for kind, _ in kinds(text)]
