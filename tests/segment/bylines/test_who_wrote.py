"""Who wrote an essay, for which office, and its title, where the lines around them mislead."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.essays import new_docx
from tests.segment.cutting import LONG, TEXT, cut, essays, kinds, only

import kpu_corpus as kc

TITLE = "Menjaga Suara dari Gudang"
NAME = "Rina Marlina"
OFFICE = "KPU Kota Tegal"
LONGER = f"{TEXT} {TEXT}"
TITLES = ("Integritas Bukan Slogan", "Netral Sejak dalam Pikiran")
SHORT = "Gudang kami panas dan berdebu, tetapi di sanalah kami belajar."
OTHERS = [
    ("Pintu yang Selalu Terbuka", "Dimas Aryo Pratama, S.Kom.", "KPU Kota Bogor"),
    ("Belajar Teliti di Ruang Arsip", "Siti Nurhaliza", "KPU Kabupaten Garut"),
]


@pytest.mark.parametrize(
    "note", [f"*) Penulis adalah staf {OFFICE}", f"(Penulis adalah staf {OFFICE})"]
)
def test_a_note_on_the_author_beside_the_element_of_the_text_tells_the_office(note: str) -> None:
    menu = "".join(f"<li><a href='/{x}'>{x}</a></li>" for x in ("Beranda", "Profil", "Kontak"))
    page = (
        f"<title>{TITLE}</title><ul>{menu}</ul><h1>{TITLE}</h1><div>Oleh: {NAME}</div>"
        f"<div class='isi'>{f'<p>{TEXT}</p>' * 4}</div><div><p>{note}</p></div>"
    )
    found = only(page, "a.html")
    assert (found["author"], found["unit"]) == (NAME, OFFICE)


@pytest.mark.parametrize("street", ["Jalan Pahlawan, Kompleks Perkantoran", "Jalan Merdeka No. 4"])
def test_a_letterhead_tells_the_office_though_its_street_has_no_number(street: str) -> None:
    head = f"KOMISI PEMILIHAN UMUM\nKABUPATEN BANTUL\n{street}\nBantul 55711"
    found = only(f"{head}\n\n{TITLE}\n\nOleh: {NAME}\n\n{TEXT}\n\n{TEXT}")
    assert (found["title"], found["unit"]) == (TITLE, "KOMISI PEMILIHAN UMUM KABUPATEN BANTUL")


def test_the_full_stop_of_a_note_is_not_of_the_office() -> None:
    text = f"{TITLE}\n\nOleh: {NAME}\n\n{TEXT}\n\n*) Penulis adalah staf {OFFICE}."
    assert only(text)["unit"] == OFFICE


@pytest.mark.parametrize("form", ["Oleh {}", "*Oleh {}*"])
@pytest.mark.parametrize("degree", ["A.Md.", "S.H., M.H."])
def test_a_degree_at_the_end_of_a_byline_ends_no_sentence(form: str, degree: str) -> None:
    text = f"{TITLE}\n{form.format(f'{NAME}, {degree}')}\n\n{TEXT}\n\n{TEXT}"
    assert only(text)["author"] == f"{NAME}, {degree}"


@pytest.mark.parametrize("sign", ["·", "•", "|"])
def test_signs_part_the_author_of_a_blog_from_the_date_and_the_time_it_takes(sign: str) -> None:
    line = f"Oleh {NAME} {sign} 9 November 2026 {sign} 3 menit baca"
    found = only(f"{TITLE}\n{line}\n\n{TEXT}\n\n{TEXT}")
    assert (found["author"], found["date"]) == (NAME, "2026-11-09")


def test_what_somebody_is_may_stand_in_small_letters_behind_the_name() -> None:
    found = only(f"Menjaga Suara\n(Oleh Rina Marlina, peserta dari KPU Kota Tegal)\n\n{LONG}")
    assert (found["author"], found["unit"]) == ("Rina Marlina", "KPU Kota Tegal")


def test_another_author_in_small_letters_behind_the_name_is_nobodys_occupation() -> None:
    authors = "Rina Marlina, serta Eka Putra"
    assert only(f"{TITLE}\nOleh: {authors}\n\n{LONG}")["author"] == authors


def test_a_number_above_the_heading_of_the_text_counts_nothing() -> None:
    page = f"{TITLE}\n\nOleh: {NAME}\n\n2024\n\nPendahuluan\n\n{LONG}"
    assert str(only(page)["text"]).startswith("Pendahuluan")


def test_labels_in_a_column_above_their_values_tell_who_wrote() -> None:
    form = "Nama\nNIP\nUnit Kerja\n\n: Rina Marlina\n: 199711202025062007\n: KPU Kota Tegal"
    found = only(f"{form}\n\nMENJAGA SUARA\n\n{LONG}")
    assert (found["author"], found["unit"], found["title"], found["text"]) == (
        *("Rina Marlina", "KPU Kota Tegal", "MENJAGA SUARA"),
        LONG,
    )
    form = "Judul\nNama\nTanggal\nTugas\n\n: Menjaga Suara\n: Rina Marlina\n: 2 Juni 2025\n: "
    found = only(f"{form}{LONG}")
    assert (found["title"], found["date"], found["text"]) == ("Menjaga Suara", "2025-06-02", LONG)


@pytest.mark.parametrize("cpns", ["", "CPNS "])
def test_names_above_offices_sign_essays_also_behind_a_degree(cpns: str) -> None:
    rows = [(TITLE, NAME, OFFICE), *OTHERS]
    parts = (f"{title}\n\n{TEXT}\n\n{name}\n{cpns}{unit}" for title, name, unit in rows)
    found = essays("\n\n\n".join(parts))
    assert [(x["title"], x["author"], x["unit"]) for x in found] == rows


def test_a_cpns_line_above_the_name_signs_too() -> None:
    text = f"{TITLE}\n\n{TEXT}\n\nTegal, 3 Juni 2025\nCPNS {OFFICE},\n\n{NAME}"
    assert only(text)["author"] == NAME


@pytest.mark.parametrize("cover", ["TUGAS ESAI", "ORIENTASI CPNS KPU"])
def test_a_name_alone_between_cover_and_title_is_the_authors(cover: str) -> None:
    found = only(f"{cover}\n{NAME}\n\n{TITLE}\n\n{TEXT}\n\n{TEXT}")
    assert (found["title"], found["author"]) == (TITLE, NAME)


@pytest.mark.parametrize("greeting", ["Salam Demokrasi!", "Selamat pagi Bapak/Ibu"])
def test_a_greeting_is_no_title_and_hides_none(greeting: str) -> None:
    for text in (
        f"{greeting}\n\n{TITLE}\n{NAME}\n{OFFICE}\n\n{TEXT}",
        f"{TITLE}\n{NAME}\n\n{greeting}\n\n{TEXT}",
    ):
        found = only(text)
        assert (found["title"], found["author"]) == (TITLE, NAME)


def test_an_essay_below_a_bibliography_may_begin_with_a_short_paragraph() -> None:
    sources = "Daftar Pustaka\nSuharto, Edi. 2010. Analisis Kebijakan Publik. Bandung: Alfabeta."
    rows = [(TITLE, NAME, OFFICE), *OTHERS]
    parts = (f"{title}\nOleh: {name}\n\n{SHORT}\n\n{TEXT}\n\n{sources}" for title, name, _ in rows)
    assert [x["title"] for x in essays("\n\n".join(parts))] == [row[0] for row in rows]


def test_remarks_on_sources_by_their_authors_open_no_essay() -> None:
    remark = "Buku ini menjelaskan cara menilai kebijakan dengan data."
    books = "\n\n".join(f"{title}\noleh {name}\n{remark}" for title, name, _ in OTHERS)
    text = f"{TITLE}\nOleh: {NAME}\n\n{TEXT}\n\nDaftar Pustaka\n\n{books}"
    assert "Buku ini" not in str(only(text)["text"])


@pytest.mark.parametrize("words", [90, 120])
def test_a_copied_page_lists_essays_that_are_one_paragraph_each(words: int) -> None:
    text = " ".join((TEXT.split() * 9)[:words])
    titles = [TITLE, *(row[0] for row in OTHERS)]
    page = "\n\n".join([*(f"{title}\n{text}." for title in titles), "Bagikan\n© 2025 KPU"])
    assert [x["title"] for x in essays(page)] == titles


@pytest.mark.parametrize(
    "behind", [f" (Oleh: {NAME})", f" Oleh: {NAME}", f" | Oleh {NAME}", f", oleh {NAME}"]
)
def test_the_author_may_stand_behind_the_title(behind: str) -> None:
    found = only(f"{TITLE}{behind}\n\n{TEXT}")
    assert (found["title"], found["author"], found["text"]) == (TITLE, NAME, TEXT)


@pytest.mark.parametrize(
    "title",
    [
        "Surat Suara yang Dilipat oleh Warga",
        "Kumpulan Esai oleh: Panitia",
        "Foto Oleh: Rina Marlina",
        "Demokrasi dari Rakyat, oleh Rakyat, untuk Rakyat",
        "Pemilu Dijaga Bersama (Oleh Anak Bangsa)",
    ],
)
def test_words_behind_oleh_may_be_of_a_title(title: str) -> None:
    assert only(f"{title}\n\n{TEXT}")["title"] == title


@pytest.mark.parametrize(
    "opening",
    [
        "Jalan-jalan ke Kota Blitar,\nmembeli sukun di pasar.\nBila ingin bekerja benar,\nbelajar.",
        "Kami berdiri di halaman\ndan lidah kami berat",
        "“Vox populi, vox Dei”",
    ],
)
def test_a_text_that_opens_with_short_lines_has_its_title(opening: str) -> None:
    found = only(f"{TITLE}\n\nOleh: {NAME}\n\n{opening}\n\n{TEXT}\n\n{TEXT}")
    assert (found["title"], found["author"]) == (TITLE, NAME)
    assert str(found["text"]).startswith(opening)


def test_a_text_that_opens_with_two_words_has_its_title() -> None:
    found = only(f"Suara Kita Semua\n\nKami hadir.\n\nSetiap pagi.\n\n{TEXT}")
    assert found["title"] == "Suara Kita Semua"


@pytest.mark.parametrize("marks", ["“”", '""'])
def test_the_end_of_a_quoted_poem_is_no_title_and_its_poet_no_author(marks: str) -> None:
    poem = f"{marks[0]}Kami berdiri di halaman\n\nDan lidah kami berat{marks[1]}\n({NAME})"
    found = only(f"{TITLE}\n\nOleh: Budi Santoso\n\n{TEXT}\n\n{poem}\n\n{TEXT}")
    assert (found["title"], found["author"]) == (TITLE, "Budi Santoso")


def test_a_title_in_capitals_does_not_go_on_in_the_sort_of_text() -> None:
    cover = f"{TITLE.upper()}\n\nESAI\n\nDisusun oleh:\n{NAME}\n2025"
    assert only(f"{cover}\n\n{TEXT}")["title"] == TITLE.upper()


@pytest.mark.parametrize("label", ["Judul:", "Nama:", "Judul Esai :"])
def test_a_label_that_nobody_filled_in_is_no_text(label: str) -> None:
    assert only(f"{label}\n\n{TEXT}")["text"] == TEXT


def test_a_title_with_a_colon_above_the_author_is_no_label() -> None:
    title = "Sinergi Antarbagian: Kunci Tahapan yang Tepat Waktu"
    above = f"Satker: {OFFICE}\n{title}\nOleh: {NAME}"
    found = only(f"{above}\n\n{TEXT}")
    assert (found["title"], found["author"], found["unit"]) == (title, NAME, OFFICE)


@pytest.mark.parametrize(
    "note",
    [
        f"{NAME} pegawai {OFFICE}.",
        f"Tentang Penulis\n\n{NAME} menulis sejak kuliah dan bertugas di {OFFICE}.",
    ],
)
def test_a_last_line_that_the_name_of_the_author_opens_tells_the_office(note: str) -> None:
    found = only(f"{TITLE}\nOleh: {NAME}\n\n{TEXT}\n\n{note}")
    assert (found["author"], found["unit"], found["text"]) == (NAME, OFFICE, TEXT)


@pytest.mark.parametrize(
    "last",
    [
        f"{NAME} berjanji datang lebih pagi esok hari.",
        f"{NAME} saat itu memilih jujur. Pilihan kecil itu mengubah kantornya.",
        f"{NAME} adalah petugas yang saya kagumi sejak bertugas di {OFFICE}.",
    ],
)
def test_a_last_sentence_on_what_the_author_did_is_text(last: str) -> None:
    found = only(f"{TITLE}\nOleh: {NAME}\n\n{TEXT}\n\n{last}")
    assert found["text"] == f"{TEXT}\n\n{last}"


@pytest.mark.parametrize(
    "head",
    [
        "=== {name} ({office}) ===",
        "[0{number}] {name} / {office}",
        "{number}. {name}\n{office}",
        "NDH 0{number}\n{name}\n{office}",
    ],
)
@pytest.mark.parametrize("above", ["", "ESAI LATSAR GOLONGAN III ANGKATAN 12\n\n"])
def test_names_with_their_offices_above_each_title_part_a_file(head: str, above: str) -> None:
    rows = [(TITLE, NAME, OFFICE), *OTHERS]
    essay = "\n".join([head, "", "{title}", "", LONGER])
    parts = [
        essay.format(number=number, title=title, name=name, office=office)
        for number, (title, name, office) in enumerate(rows, 1)
    ]
    found = essays(above + "\n\n".join(parts))
    assert [(x["title"], x["author"], x["unit"]) for x in found] == rows
    assert {x["text"] for x in found} == {LONGER}


@pytest.mark.parametrize("title", ["ASN Muda dan Godaan Gawai", "CPNS yang Tangguh di Era Digital"])
def test_a_title_that_a_status_opens_is_no_office_of_the_name_above(title: str) -> None:
    found = only(f"Nama: {NAME}\n{title}\n\n{TEXT}")
    assert (found["title"], found["author"], found["text"]) == (title, NAME, TEXT)


@pytest.mark.parametrize(
    "status",
    [
        "CPNS Analis Hukum Ahli Pertama",
        "Pegawai Tata Usaha Puskesmas Ciputat",
        "Pegawai Bagian Umum dan Keuangan",
        "ASN dan Penyuluh di Dinas Pendidikan Kota Bandung",
    ],
)
def test_a_status_with_a_position_or_an_office_is_no_title(status: str) -> None:
    found = only(f"{TITLE}\nOleh: {NAME}\n{status}\n\n{TEXT}")
    assert (found["title"], found["text"]) == (TITLE, TEXT)


def test_a_note_with_the_mark_of_a_footnote_is_no_text() -> None:
    note = "*) Penulis gemar membaca sejarah pemilu di negeri ini."
    assert only(f"{TITLE}\nOleh: {NAME}\n\n{TEXT}\n\n{note}")["text"] == TEXT


@pytest.mark.parametrize("heading", ["Sumber:", "Catatan Kaki", "Catatan akhir:"])
def test_sources_and_notes_below_a_text_are_no_text(heading: str) -> None:
    sources = "1 PKPU Nomor 14 Tahun 2020 tentang Tata Kerja.\n2 Wawancara, 5 Mei 2025."
    for below in (sources, "https://kpu.go.id/literasi"):
        assert only(f"{TITLE}\n\n{TEXT}\n\n{heading}\n{below}")["text"] == TEXT


@pytest.mark.parametrize("number", ["{})", "{}.", "({})", "[{}]", "{}) “Etika”,"])
def test_notes_below_a_text_are_no_text_however_they_are_numbered(number: str) -> None:
    notes = ("Observasi di SMP Negeri 2 Sleman.", "Lihat Kemenag, Moderasi Beragama, hlm. 17.")
    below = "\n".join(f"{number.format(n)} {note}" for n, note in enumerate(notes, start=1))
    assert only(f"{TITLE}\n\n{TEXT}\n\nCatatan kaki:\n{below}")["text"] == TEXT
    kept = f"Catatan akhir:\n{below}"
    assert kept in str(only(f"{TITLE}\n\n{TEXT}\n\n{kept}")["text"])


@pytest.mark.parametrize("words", [f"{NAME} – {OFFICE}", f"{NAME}, CPNS {OFFICE}"])
def test_a_name_with_an_office_at_the_head_of_pages_tells_the_author(
    words: str, tmp_path: Path
) -> None:
    document = new_docx()
    document.sections[0].header.paragraphs[0].text = words
    for text in (TITLE, TEXT):
        document.add_paragraph(text)
    document.save(str(tmp_path / "esai.docx"))
    (essay,) = kc.load(tmp_path).items
    assert (essay.title, essay.author, essay.unit) == (TITLE, NAME, OFFICE)


@pytest.mark.parametrize(
    "closing",
    [
        "Catatan Akhir\n\n75 tahun kita merdeka, dan pemilu masih harus dijaga.",
        "Sumber:\n\n- hati yang bersih\n- tim yang kuat",
    ],
)
def test_closing_remarks_are_no_sources(closing: str) -> None:
    found = only(f"{TITLE}\n\n{TEXT}\n\n{closing}")
    assert closing.splitlines()[-1].removeprefix("- ") in str(found["text"])


@pytest.mark.parametrize("heading", ["Sumber:", "Catatan Akhir"])
def test_text_below_what_may_head_sources_stays(heading: str) -> None:
    text = f"{TEXT}\n\n{heading}\n\nData kecamatan, 2024.\n\n{TEXT}"
    assert str(only(f"{TITLE}\n\n{text}")["text"]).count(TEXT) == 2


def test_the_name_of_a_paper_at_the_head_of_pages_is_no_author(tmp_path: Path) -> None:
    document = new_docx()
    document.sections[0].header.paragraphs[0].text = "Buletin Suara – KPU Kota Tegal"
    for text in (TITLE, TEXT):
        document.add_paragraph(text)
    document.save(str(tmp_path / "esai.docx"))
    assert kc.load(tmp_path).items[0].author is None


def test_drawn_headings_of_sections_part_no_essay() -> None:
    sections = "\n\n".join(f"=== {name} ===\n\n{LONGER}" for name in ("Pendahuluan", "Penutup"))
    assert only(f"{TITLE}\nOleh: {NAME}\n\n{sections}")["title"] == TITLE


@pytest.mark.parametrize("number", ["", " (2110034)"])
def test_a_group_is_no_author_but_the_first_of_its_members_is(number: str) -> None:
    names = [NAME, *(name for _, name, _ in OTHERS)]
    members = "\n".join(f"{n}. {name}{number}" for n, name in enumerate(names, 1))
    found = only(f"{TITLE}\n\nDisusun oleh:\nKelompok 3\n{members}\n\n{LONGER}")
    assert [found[name] for name in ("title", "author", "kelompok", "text")] == [
        TITLE,
        NAME,
        "3",
        LONGER,
    ]


@pytest.mark.parametrize(
    ("by", "unit"),
    [
        (f"Oleh {NAME} \xa0 ", None),
        (f"Oleh: {NAME} Kasubbag Hukum dan SDM {OFFICE} ", OFFICE),
    ],
)
def test_a_byline_glued_to_the_text_needs_no_colon_where_the_name_ends(
    by: str, unit: str | None
) -> None:
    found = only(f"Opini\n\n12\n\n{TITLE}\n\n{by}{LONGER}")
    assert (found["author"], found["unit"], found["text"]) == (NAME, unit, LONGER)


@pytest.mark.parametrize(
    "by", ["Oleh Karena Itu ", "Oleh Rina Marlina ", "Oleh Rina Marlina (Ketua PPK) "]
)
def test_a_sentence_that_begins_with_oleh_is_text(by: str) -> None:
    found = only(f"{TITLE}\n\n{by}{LONGER}")
    assert (found["author"], found["text"]) == (None, f"{by}{LONGER}")


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("Nama:\nUnit Kerja:\nJudul:", (None, None, None)),
        ("Nama:\nNIP:\nUnit Kerja:\n\nMenjaga Suara Rakyat", ("Menjaga Suara Rakyat", None, None)),
        ("Nama Lengkap:\nJudul:\nMenjaga Suara Rakyat", ("Menjaga Suara Rakyat", None, None)),
        (
            "Nama:\nUnit Kerja: KPU Kota Tegal\nJudul: Menjaga Suara Rakyat",
            ("Menjaga Suara Rakyat", None, "KPU Kota Tegal"),
        ),
        (
            "Nama: Rina Marlina\nNo. HP:\nJudul: Menjaga Suara Rakyat",
            ("Menjaga Suara Rakyat", "Rina Marlina", None),
        ),
        (
            "From: Rina Marlina\nTo:\nSubject: Menjaga Suara Rakyat",
            ("Menjaga Suara Rakyat", "Rina Marlina", None),
        ),
        (
            "Nama:\nRina Marlina\nNIP:\nUnit Kerja:\nKPU Kota Tegal\n\nMenjaga Suara Rakyat",
            ("Menjaga Suara Rakyat", "Rina Marlina", "KPU Kota Tegal"),
        ),
        (
            "Nama:\n\nRina Marlina\n\nUnit Kerja:\n\nKPU Kota Tegal\n\nMenjaga Suara Rakyat",
            ("Menjaga Suara Rakyat", "Rina Marlina", "KPU Kota Tegal"),
        ),
    ],
)
def test_a_label_that_nobody_filled_in_takes_no_other_label_and_no_title_for_its_value(
    form: str, told: tuple[str | None, ...]
) -> None:
    (essay,), _ = cut(f"{form}\n\n{TEXT}\n\n{TEXT}")
    assert (essay.title, essay.author, essay.unit) == told


@pytest.mark.parametrize(
    "code", ["Kode Peserta: A-17\n\n", "Kode Peserta: A-17\n", "No. Ujian: 3\n"]
)
def test_the_code_of_a_participant_above_a_title_is_none(code: str) -> None:
    (essay,), spans = cut(f"{code}{TITLE}\n\n{TEXT}\n\n{TEXT}")
    assert essay.title == TITLE
    assert not any(span.kind == "heading" for span in spans)


@pytest.mark.parametrize("title", ["Kode Etik: Harga Mati", "Kode Peserta Didik dan Kejujuran"])
def test_titles_about_codes_are_titles(title: str) -> None:
    (essay,), _ = cut(f"{title}\n\nOleh: {NAME}\n\n{TEXT}\n\n{TEXT}")
    assert essay.title == title


@pytest.mark.parametrize("blank", ["____________", "....................", "-"])
@pytest.mark.parametrize("sort", ["", "ESAI\n\n"])
@pytest.mark.parametrize("title", ["", f"{TITLE}\n\n"])
def test_a_form_that_nobody_filled_in_tells_neither_author_nor_office(
    blank: str, sort: str, title: str, tmp_path: Path
) -> None:
    form = f"Nama : {blank}\nInstansi : {blank}\n\n{sort}{title}{TEXT}\n\n{TEXT}"
    (tmp_path / "a.txt").write_text(form, encoding="utf-8")
    (essay,) = kc.load(tmp_path).items
    assert (essay.author, essay.unit, essay.title) == (None, None, title.strip() or None)
    assert kc.load(tmp_path).essays["text"].tolist() == [f"{TEXT}\n\n{TEXT}"]


@pytest.mark.parametrize(
    "cover",
    [
        "RANCANGAN AKTUALISASI",
        "LAPORAN AKTUALISASI\n\nNILAI-NILAI DASAR PEGAWAI NEGERI SIPIL",
        "LAPORAN AKTUALISASI DAN HABITUASI",
        "Makalah ini disusun untuk memenuhi tugas pelatihan",
    ],
)
def test_what_a_cover_calls_the_text_is_no_title(cover: str) -> None:
    text = f"{cover}\n\n{TITLE.upper()}\n\nOleh:\n\n{NAME}\n\n{TEXT}\n\n{TEXT}"
    found = only(text)
    assert (found["title"], found["author"]) == (TITLE.upper(), NAME)


def test_the_name_of_a_training_above_a_form_is_no_title() -> None:
    form = f"PELATIHAN DASAR CPNS KPU TAHUN 2025\nNama: {NAME}\nUnit Kerja: {OFFICE}"
    found = only(f"{form}\n\n{TEXT}")
    assert (found["title"], found["author"]) == (None, NAME)


@pytest.mark.parametrize(
    "works",
    [
        "Dosen Ilmu Politik Undip",
        "Guru SMP Negeri 1 Brebes",
        "Kelas 9A",
        "Widyaiswara BDK Palembang",
    ],
)
@pytest.mark.parametrize("degrees", ["", ", S.IP, M.Si"])
def test_what_an_author_does_behind_a_comma_is_no_part_of_the_name(
    works: str, degrees: str
) -> None:
    found = only(f"{TITLE}\nOleh: {NAME}{degrees}, {works}\n\n{LONG}\n")
    assert (found["author"], found["text"]) == (f"{NAME}{degrees}", LONG)


@pytest.mark.parametrize(
    "role",
    [
        "\nStaf KPU Kota Tegal sejak 1 Maret 2020",
        "\nStaf KPU Kota Tegal TMT 1 Maret 2020",
        "\nStaf KPU Kota Tegal Terhitung Mulai Tanggal 1 Maret 2020",
        " (lahir di Tegal 1 Maret 1990)",
    ],
)
def test_a_date_in_what_an_author_is_dates_no_essay(role: str) -> None:
    found = only(f"{TITLE}\nOleh: {NAME}{role}\n\n{LONG}\n\nTegal, 12 Juni 2025\n")
    assert (found["author"], found["date"]) == (NAME, "2025-06-12")


@pytest.mark.parametrize("day", ["Rabu", "Jum'at", "Kam"])
def test_a_day_behind_a_name_is_no_part_of_it(day: str) -> None:
    found = only(f"{TITLE}\nOleh: {NAME} {day}, 12 Juni 2025\n\n{LONG}\n")
    assert (found["author"], found["date"]) == (NAME, "2025-06-12")


@pytest.mark.parametrize("date", ["12 Juni 2025", "Kamis, 12 Juni 2025 | 05:00"])
def test_a_name_alone_below_the_date_is_the_authors(date: str) -> None:
    found = only(f"{TITLE}\n\n{date}\n{NAME}\n\n{LONG}\n")
    assert (found["author"], found["date"], found["text"]) == (NAME, "2025-06-12", LONG)


@pytest.mark.parametrize("place", ["Pangkal Pinang", "Harapan Kami", "Muko Muko"])
def test_a_place_or_a_heading_below_the_date_is_no_author(place: str) -> None:
    assert only(f"{TITLE}\n\n12 Juni 2025\n{place}\n\n{LONG}\n")["author"] is None


def test_a_name_below_a_caption_is_of_who_is_shown() -> None:
    text = f"{TITLE}\nGambar 1. Penyerahan piagam di Tegal\n{NAME}\n\n{LONG}\n"
    assert only(text)["author"] is None


def test_a_name_before_a_dash_and_a_date_is_no_place() -> None:
    found = only(f"{TITLE}\n{NAME} - Kamis, 12 Juni 2025\n\n{LONG}\n")
    assert (found["author"], found["date"]) == (NAME, "2025-06-12")
    for place in ("Tegal", "Toli Toli"):
        found = only(f"{TITLE}\n{place} - Kamis, 12 Juni 2025\n\n{LONG}\n")
        assert (found["author"], found["date"]) == (None, "2025-06-12")


@pytest.mark.parametrize("role", ["Dosen Hukum Undip", "Ketua KPU Kota Tegal"])
def test_a_note_that_opens_with_a_name_tells_the_author(role: str) -> None:
    found = only(f"{TITLE}\n\n{LONG}\n\n*) {NAME.upper()}, {role}\n")
    assert (found["author"], found["text"]) == (NAME.upper(), LONG)


@pytest.mark.parametrize(
    "note",
    [
        "*) Kota Tegal, Ketua KPU hadir",
        "*) Pemilu Serentak, Anggota KPPS",
        "*) Siti Zubaedah, Suara dari Gudang (2019)",
        "*) Siti Zubaedah, Ketua Bawaslu yang saya kutip di paragraf pertama",
        "*) Siti Zubaedah, Ketua Bawaslu tempat kami magang",
    ],
)
def test_a_starred_note_on_something_else_tells_no_author(note: str) -> None:
    assert only(f"{TITLE}\n\n{LONG}\n\n{note}\n")["author"] is None


def test_a_word_in_capitals_is_a_name_where_the_text_is_glued_to_it() -> None:
    text = f"Opini\n\n12\n\n{TITLE}\n\nOleh: NUR AINI {LONG}\n"
    assert only(text)["author"] == "NUR AINI"


@pytest.mark.parametrize(
    ("by", "author"),
    [
        ("Endi Biaro, Anggota KPU Kota Tegal", "Endi Biaro"),
        ("Endi Biaro (Ketua KPU Kota Tegal)", "Endi Biaro"),
        ("Rina Marlina Anggota Komunitas Dialog, Mahasiswa Hukum di Tegal", "Rina Marlina"),
        ("Ahmad Abu Rifai Mahasiswa Universitas Negeri Semarang", "Ahmad Abu Rifai"),
        ("Kelompok PKP Angkatan I", None),
    ],
)
def test_an_office_tells_where_a_name_ends_that_is_glued_to_the_text(
    by: str, author: str | None
) -> None:
    assert only(f"{TITLE}\n\nOleh: {by} {LONG}\n")["author"] == author


@pytest.mark.parametrize("role", ["Bagian Umum", "Kepala Subbagian Hukum", "Anggota"])
def test_a_date_stands_behind_the_office_of_an_author(role: str) -> None:
    line = f"Oleh: {NAME}, {role} KPU Kota Tegal, 2 Juni 2025"
    found = only(f"{TITLE}\n{line}\n\n{LONG}\n")
    told = (found["author"], found["unit"], found["date"])
    assert told == (NAME, "KPU Kota Tegal", "2025-06-02")


def test_an_office_that_a_sentence_behind_a_position_names_is_of_the_text() -> None:
    said = "Setiap kesalahan kecil saat suara rakyat dihitung merusak kepercayaan warga kepada KPU."
    text = f"{TITLE}\n\nOleh: {NAME} Penata Kelola Pemilu Ahli Pertama {said} {LONG}\n"
    found = only(text)
    assert (found["author"], found["unit"]) == (NAME, None)
    assert str(found["text"]).endswith(f"{said} {LONG}")


def test_a_formula_may_stand_between_date_and_name() -> None:
    found = only(f"{TITLE}\n\n{LONG}\n\nTegal, 2 Juni 2025\n\nSalam Demokrasi\n\n{NAME}")
    assert [found[x] for x in ("author", "date", "text")] == [NAME, "2025-06-02", LONG]


@pytest.mark.parametrize("gap", ["   ", "\xa0", "\xa0\xa0"])
@pytest.mark.parametrize("role", ["{}", "({})", "Anggota {}"])
def test_an_office_between_gaps_is_the_authors(gap: str, role: str) -> None:
    office = role.format("KPU Kabupaten Garut")
    found = only(f"{TITLE}\n\nOleh {NAME}{gap}{office}{gap}{LONG}\n")
    assert (found["author"], found["unit"]) == (NAME, "KPU Kabupaten Garut")
    assert found["text"] == LONG


@pytest.mark.parametrize(
    "line",
    ["Oleh panitia pada 08.30 kami diminta berkumpul", "Oleh Ketua KPU pintu itu dibuka."],
)
def test_a_sentence_that_tells_who_did_what_is_no_byline(line: str) -> None:
    found = only(f"{TITLE}\n\n{line}\n\n{LONG}\n")
    assert found["author"] is None
    assert line in str(found["text"])


@pytest.mark.parametrize("role", ["", " PPK Kecamatan Pasar Kemis", " Ketua PPS Desa Sukamaju"])
def test_what_an_author_does_may_stand_before_the_gap_that_parts_the_text(role: str) -> None:
    text = f"Opini\n\n12\n\n{TITLE}\n\n{TITLE} Oleh {NAME}{role}   {LONG}\n"
    found = only(text)
    assert (found["title"], found["author"], found["text"]) == (TITLE, NAME, LONG)


def test_a_byline_may_end_in_a_parenthesis_and_a_full_stop() -> None:
    line = f"Oleh: {NAME}, S.H. (Analis Perkara pada Pengadilan Agama Pasarwajo)."
    found = only(f"{TITLE}\n{line}\n\n{LONG}\n")
    assert (found["title"], found["author"], found["text"]) == (TITLE, f"{NAME}, S.H.", LONG)


def test_an_office_alone_between_title_and_text_is_the_unit() -> None:
    found = only(f"{TITLE}\n\nKPU Kota Tegal\n\n{LONG}")
    assert [found["unit"], found["text"]] == ["KPU Kota Tegal", LONG]
    assert only(f"{TITLE}\n\nKPU Melayani\n\n{LONG}")["unit"] is None


def test_a_biography_below_the_text_tells_the_author() -> None:
    told = f"Nama lengkap: {NAME}\nInstansi: KPU Kota Tegal\nMotto: Bekerja dan berdoa"
    found = only(f"{TITLE}\n\n{LONG}\n\nBiodata Penulis\n{told}")
    assert [found[x] for x in ("author", "unit", "text")] == [NAME, "KPU Kota Tegal", LONG]
    noted = only(f"{TITLE}\n\n{LONG}\n\nPesan kami: tetap jujur")["text"]
    assert str(noted).endswith("tetap jujur")  # a line with a colon alone is text


@pytest.mark.parametrize("head", ["Tentang Penulis", "About the author"])
@pytest.mark.parametrize(
    ("told", "unit"),
    [
        (f"{NAME}\n\nLahir di Tegal pada 1998. Staf KPU Kota Tegal sejak 2025.", OFFICE),
        (f"{NAME} lahir di Tegal pada 1998 dan bekerja di KPU Kota Tegal.", OFFICE),
        (f"{NAME}, staf KPU Kota Tegal. Ia suka membaca.", OFFICE),
        (f"{NAME}\n\nPernah tinggal di Bima. Suka membaca.", None),
    ],
)
def test_a_box_below_the_text_tells_the_author(head: str, told: str, unit: str | None) -> None:
    found = only(f"{TITLE}\n\n{LONGER}\n\n{LONG}\n\n{head}\n\n{told}")
    assert [found[x] for x in ("author", "unit")] == [NAME, unit]
    assert found["text"] == f"{LONGER}\n\n{LONG}"


def test_a_box_may_have_more_or_less_of_the_name_above() -> None:
    box = f"Tentang Penulis\n\n{NAME} adalah staf {OFFICE}."
    found = only(f"{TITLE}\nSiti {NAME}\n\n{LONGER}\n\n{LONG}\n\n{box}")
    assert [found["unit"], found["text"]] == [OFFICE, f"{LONGER}\n\n{LONG}"]


@pytest.mark.parametrize("head", ["Tentang Penulis", "Riwayat Hidup"])
def test_a_part_on_somebody_else_than_who_signs_above_is_text(head: str) -> None:
    part = "Pramoedya Ananta Toer lahir di Blora. Buku itu ditulisnya di Pulau Buru."
    text = f"{LONGER}\n\n{LONG}"
    found = only(f"{TITLE}\n\nOleh: {NAME}\n\n{text}\n\n{head}\n\n{part}")
    assert found["author"] == NAME
    assert str(found["text"]).endswith(part)


def test_a_box_on_the_account_of_a_site_stands_below_who_signed() -> None:
    box = "About the author\n\nRedaksi Warta\n\nSitus ini dikelola oleh tim redaksi"
    found = only(f"{TITLE}\n\n{LONGER}\n\n{LONG}\n\n{NAME}\n\n{box}")
    assert [found["author"], found["text"]] == [NAME, f"{LONGER}\n\n{LONG}"]


def test_a_part_on_somebody_whom_the_text_speaks_of_is_text() -> None:
    text = (
        f"{LONGER} Buku itu ditulis {NAME}.\n\n{LONG}\n\nTentang Penulis\n\n{NAME} lahir di Tegal."
    )
    found = only(f"{TITLE}\n\n{text}")
    assert [found["author"], found["text"]] == [None, text]


@pytest.mark.parametrize(
    ("signed", "author"),
    [
        (f"{NAME}\n\nPemerhati Pemilu", NAME),
        (f"{NAME}\n\nGuru SD Kelas 4", NAME),
        (f"{NAME}\n\nGuru Kelas V", NAME),
        ("Penulis adalah:\n\nDirektur Lembaga Padi\n\nKetua Umum LKDN", None),
        ("Tegal, 2 Juni 2025\n\nWarga Biasa", None),
        ("Salam Demokrasi\n\nPemerhati Pemilu", None),
    ],
)
def test_what_somebody_is_without_an_office_signs_below_a_name_or_a_date(
    signed: str, author: str | None
) -> None:
    found = only(f"{TITLE}\n\n{LONG}\n\n{signed}")
    kept = f"{LONG}\n\n{signed}" if signed.startswith("Salam") else LONG
    assert [found["author"], found["text"]] == [author, kept]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_value_may_stand_below_its_label_with_the_colon(gap: str) -> None:
    rows = (("Nama", NAME.upper()), ("NIM", "14115015"), ("Program studi", "Teknik Sipil"))
    form = gap.join(f"{label}{gap}: {value}" for label, value in rows)
    found = only(f"{form}\n\n{TITLE.upper()}\n\n{LONGER}")
    assert [found["title"], found["author"]] == [TITLE.upper(), NAME.upper()]
    assert found["text"] == LONGER


@pytest.mark.parametrize("number", ["(NDH 05)", "/ NIM 2110832", ""])
def test_a_group_wrote_together_whose_number_stands_behind_the_word(number: str) -> None:
    members = f"1. {NAME} {number}\n2. Asep Saepudin {number}"
    found = only(f"{TITLE}\n\nDisusun oleh Kelompok 4:\n{members}\n\n{LONGER}")
    assert [found[x] for x in ("author", "kelompok", "text")] == [NAME, "4", LONGER]


def test_an_office_with_a_number_ends_where_a_gap_stands() -> None:
    found = only(f"{TITLE}\n\nOleh {NAME} Guru SMP Negeri 2 Brebes   {LONG}")
    assert [found[x] for x in ("author", "unit", "text")] == [NAME, "SMP Negeri 2 Brebes", LONG]


def test_remarks_on_a_form_and_what_its_reader_notes_below_are_no_text() -> None:
    head = "Nama Lengkap: Rina Marlina\nAsal Sekolah: SMA Negeri 3 Tegal\nJudul Esai: Pintu Gudang"
    found = only(f"{head}\nIsi Esai (paling sedikit 50 kata):\n\n{LONG}\n\nSkor: 80/100")
    assert (found["author"], found["title"]) == ("Rina Marlina", "Pintu Gudang")
    assert (found["unit"], found["text"]) == ("SMA Negeri 3 Tegal", LONG)


@pytest.mark.parametrize(
    "said", ["", "Program Studi Ilmu Politik, Universitas Tegal, surel: rina.m@contoh.ac.id\n"]
)
def test_the_address_of_an_author_and_when_a_paper_came_in_are_no_text(said: str) -> None:
    below = "Naskah diterima 3 Mei 2024, disetujui 21 Mei 2024."
    found = only(f"{TITLE}\n{NAME}\n{said}\n{LONG}\n\n{below}")
    assert (found["author"], found["text"]) == (NAME, LONG)


@pytest.mark.parametrize(("author", "kind"), [("Rina Marlina", "byline"), ("Budi Santoso", "body")])
def test_a_note_on_whom_the_file_names_as_its_author_is_no_text(author: str, kind: str) -> None:
    text = f"Menjaga Suara\n\n{TEXT}\n\nRina Marlina kini bertugas di Subang."
    assert kinds(text, metadata={"author": author})[-1][0] == kind


@pytest.mark.parametrize("below", ["Budi Santoso", "Budi Santoso\n\nCitra Dewi", "Kertek Wonosobo"])
@pytest.mark.parametrize("byline", ["Oleh: {}", "{}"])
def test_names_below_the_author_hide_neither_title_nor_author(byline: str, below: str) -> None:
    found = only(f"{TITLE}\n\n{byline.format(NAME)}\n\n{below}\n\n{TEXT}\n\n{TEXT}")
    assert (found["title"], found["author"]) == (TITLE, NAME)
    assert str(found["text"]).startswith(TEXT[:30])


def test_a_heading_called_like_a_person_below_the_author_stays_one() -> None:
    found = kinds(f"{TITLE}\n\nOleh: {NAME}\n\nKartini\n\n{TEXT}\n\n{TEXT}")
    assert ("heading", "Kartini") in found


@pytest.mark.parametrize(
    "school",
    [
        "SLBN 3 Kertek",
        "TK Negeri Pembina Lasem",
        "TK Pertiwi 2 Kertek",
        "PAUD Mekar Sari",
        "SDN Kejajar 02",
        "SDIT Harapan Umat",
        "SMP Kanisius Muntilan",
        "UPT SD Negeri 12 Gresik",
        "MI Muhammadiyah 3 Batur",
    ],
)
def test_the_school_below_a_teacher_is_the_office(school: str) -> None:
    found = only(f"{TITLE}\n\nOleh: {NAME}\n\n{school}\n\n{TEXT}\n\n{TEXT}")
    assert (found["title"], found["author"], found["unit"]) == (TITLE, NAME, school)


@pytest.mark.parametrize(
    "heading",
    [
        "SMA Penuh Kenangan",
        "SMP Merdeka Belajar",
        "TK Ceria",
        "PAUD Masa Depan",
        "SMA Angkatan 98",
        "TK Usia 5 Tahun",
        "MA 2 Kali Tolak PK",
        "PKBM dan Masa Depan",
        "Warga Kelas Dua",
        "Guru Kelas Kehidupan",
    ],
)
def test_a_heading_about_schools_is_no_school(heading: str) -> None:
    found = kinds(f"{TITLE}\n\nOleh: {NAME}\n\n{heading}\n\n{TEXT}\n\n{TEXT}")
    assert ("heading", heading) in found


@pytest.mark.parametrize(
    "taught", ["Guru Kelas IV", "Guru Kelas SDN 2 Kertek", "Guru SD Kelas 4", "Guru Mapel IPS"]
)
def test_what_class_a_teacher_has_is_neither_text_nor_an_office(taught: str) -> None:
    found = only(f"{TITLE}\n\nOleh: {NAME}\n\n{taught}\n\n{TEXT}\n\n{TEXT}")
    assert (found["author"], found["unit"]) == (NAME, None)
    assert str(found["text"]).startswith(TEXT[:30])


WAYS = {
    "a.html": (
        "<head><title>{title}</title><meta name='author' content='{by}'></head>"
        "<article><h1>{title}</h1><p>{text}</p><p>{text}</p></article>"
    ),
    "oleh.txt": "{title}\n\nOleh: {by}\n\n{text}\n\n{text}",
    "penulis.txt": "{title}\n\n{text}\n\n{text}\n\nPenulis: {by}",
}


@pytest.mark.parametrize("label", ["Tim Penulis:", "TIM PENYUSUN :"])
def test_the_names_of_a_team_of_writers_are_those_of_the_author(label: str) -> None:
    found = only(f"{TITLE}\n\n{label} {NAME} dan Budi Santoso\n\n{TEXT}\n\n{TEXT}")
    assert (found["title"], found["author"]) == (TITLE, f"{NAME} dan Budi Santoso")


@pytest.mark.parametrize(
    ("by", "unit"),
    [
        ("Tim Penulis", None),
        ("Subbag Teknis", None),
        ("Media Center", None),
        ("Anonymous", None),
        ("KPUD Bantul", "KPUD Bantul"),
        ("Staf KPU Kabupaten Bantul", "KPU Kabupaten Bantul"),
        ("Sekretariat KPU Kota Bogor", "Sekretariat KPU Kota Bogor"),
        ("KPU Kabupaten Bantul", "KPU Kabupaten Bantul"),
    ],
)
@pytest.mark.parametrize("way", WAYS)
def test_an_office_or_a_team_is_no_author_wherever_it_is_told(
    by: str, unit: str | None, way: str
) -> None:
    found = only(WAYS[way].format(title=TITLE, by=by, text=TEXT), way)
    assert (found["title"], found["author"], found["unit"]) == (TITLE, None, unit)


@pytest.mark.parametrize(
    "by", ["Tim Lindsey", "Umi Humas", "Media Sari", "Adminah Sari", "Pt Ayu Sari", "Kelompok 3"]
)
@pytest.mark.parametrize("way", WAYS)
def test_people_whose_names_look_like_those_of_teams_are_authors(by: str, way: str) -> None:
    assert only(WAYS[way].format(title=TITLE, by=by, text=TEXT), way)["author"] == by


@pytest.mark.parametrize(
    "name", ["dr. Lestari Widyaningrum", "drg. Rina Marlina", "Ns. Rina Marlina"]
)
def test_a_degree_in_small_letters_opens_a_name(name: str) -> None:
    text = f"{TITLE}\nOleh {name}\n\n{TEXT}\n\n{TEXT}"
    assert only(text)["author"] == name


def test_a_page_says_in_short_when_a_text_was_posted() -> None:
    found = only(f"{TITLE}\n\nDipos pada 2 Juni 2025 oleh {NAME}\n\n{TEXT}\n\n{TEXT}")
    assert (found["author"], found["date"]) == (NAME, "2025-06-02")


@pytest.mark.parametrize("form", ["Oleh: {}\n{}", "Oleh: {}, {}", "Oleh {} ({})", "Oleh: {} - {}"])
@pytest.mark.parametrize("office", ["Dinas Sosial", "Badan Kepegawaian dan Pengembangan SDM"])
def test_an_office_of_a_region_beside_the_author_needs_no_place(form: str, office: str) -> None:
    text = f"{TITLE}\n\n{form.format(NAME, office)}\n\n{TEXT}\n\n{TEXT}"
    found = only(text)
    assert (found["author"], found["unit"]) == (NAME, office)


@pytest.mark.parametrize(
    "heading", ["Dinas Kami Dulu", "Badan Lelah, Hati Senang", "Dinas apa itu"]
)
def test_a_heading_below_the_author_is_no_office(heading: str) -> None:
    assert not only(f"{TITLE}\n\nOleh: {NAME}\n\n{heading}\n\n{TEXT}\n\n{TEXT}")["unit"]


@pytest.mark.parametrize(
    ("line", "author"),
    [
        (f"Reporter : {NAME}\nEditor : Eka Putra", NAME),
        (f"Pewarta: {NAME} & Eka Putra", f"{NAME} & Eka Putra"),
        (f"Rep: {NAME}/ Red: Andi Nur Aminah", NAME),
        (f"Kontributor: {NAME}", NAME),
        (f"Laporan oleh {NAME}", NAME),
    ],
)
def test_who_reports_wrote_where_nobody_else_is_told(line: str, author: str) -> None:
    above = only(f"{TITLE}\n\n{line}\n\n{LONGER}\n")
    assert (above["author"], above["text"]) == (author, LONGER)
    told = only(f"{TITLE}\n\nPenulis: Dimas Aryo\n\n{LONGER}\n\n{line}\n")
    assert (told["author"], told["text"]) == ("Dimas Aryo", LONGER)


def test_a_heading_of_what_others_report_names_no_author() -> None:
    parts = [TITLE, f"Oleh: {NAME}", LONGER, "Laporan oleh Warga", LONGER]
    found = only("\n\n".join(parts))
    assert (found["author"], found["text"]) == (NAME, "\n\n".join(parts[2:]))


def test_reporters_below_several_texts_are_none_of_the_whole() -> None:
    other = f"Reporter: {NAME}\n\nPintu Gudang\n\n{LONGER}\n\nReporter: Eka Putra"
    assert only(f"{TITLE}\n\n{LONGER}\n\n{other}\n")["author"] is None
    notice = "Tulisan dari Lilis Suryani tidak mewakili pandangan dari redaksi"
    found = only(f"{TITLE}\n\n{LONGER}\n\n{other}\n\n{notice}\n")
    assert found["author"] == "Lilis Suryani"


def test_names_below_one_another_amid_a_text_open_no_essay() -> None:
    names = "Rahmawati\n\nSutrisno\n\nWahyudi"
    text = f"{LONGER}\n\n{names}\n\n{LONGER}"
    assert only(f"{TITLE}\n\nOleh: {NAME}\n\n{text}\n")["text"] == text


def test_who_speaks_again_in_an_interview_wrote_none_of_it() -> None:
    text = "\n\n".join(f"{name}\n\n{LONGER}" for name in ("Rahmawati", "Sutrisno", "Rahmawati"))
    found = only(f"{TITLE}\n\n{text}\n")
    assert (found["author"], found["text"]) == (None, text)


@pytest.mark.parametrize("heading", ["Tongkat Sakti", "Bunga Cempaka"])
def test_a_thing_below_a_title_is_no_author(heading: str) -> None:
    assert only(f"{TITLE}\n\n{heading}\n\n{LONGER}\n")["author"] is None


def test_the_class_of_a_trainee_beside_the_office_is_no_text() -> None:
    line = f"Melati / Angkatan 3 / {OFFICE}"
    assert only(f"{TITLE}\n\n{line}\n\n{LONGER}\n")["text"] == LONGER


def test_the_part_of_a_serial_stands_above_its_author() -> None:
    found = only(f"{TITLE}\n\nBagian 2\n\n{NAME}\n\n{LONGER}\n")
    assert [found[x] for x in ("title", "author", "text")] == [TITLE, NAME, LONGER]


@pytest.mark.parametrize(
    ("below", "author", "unit"),
    [
        ("Iwan Mahbengi – KIP Kabupaten Pidie", "Iwan Mahbengi", "KIP Kabupaten Pidie"),
        ("Rahmawati", "Rahmawati", None),
        ("Jumriah / KPU Kabupaten Wajo / Kelompok 3", "Jumriah", "KPU Kabupaten Wajo"),
        (f"{NAME} / Angkatan XV / No. Absen 12\n\n{OFFICE}", NAME, OFFICE),
        (
            f"{NAME}, KPU Kabupaten Pangkajene dan Kepulauan",
            NAME,
            "KPU Kabupaten Pangkajene dan Kepulauan",
        ),
        (f"Nama Peserta Latsar : {NAME}\nLokasi Penempatan : {OFFICE}", NAME, OFFICE),
        (f"SUMARTONO WIBISONO\n\nNIP 199304042025061002\n\n{OFFICE}", "SUMARTONO WIBISONO", OFFICE),
    ],
)
def test_a_name_below_a_title_in_capitals(below: str, author: str, unit: str | None) -> None:
    for opening in ("A. PENDAHULUAN", "Bagian 1\n\nSebelum Sumpah"):
        found = only(f"{TITLE.upper()}\n\n{below}\n\n{opening}\n\n{LONGER}")
        assert [found[x] for x in ("title", "author", "unit")] == [TITLE.upper(), author, unit]


@pytest.mark.parametrize(
    ("signed", "author"),
    [
        (f" ({NAME})", NAME),
        ("\n\n(Haryono)\n\nUnduh berkas\nArtikel Terkait", "Haryono"),
        ("\n\nTegal, 3 Juni 2025\nrina marlina", "rina marlina"),
        (f"\n\nTegal, 3 Juni 2025\na.n. CPNS KPU Kota Tegal\n\n{NAME}", NAME),
        (f"\n\nTegal, 3 Juni 2025\na.n. {NAME}", NAME),
        (
            "\n\nSaya menyatakan bahwa esai ini karya saya sendiri.\n"
            f"Tegal, 3 Juni 2025\nYang menyatakan,\n\n{NAME}",
            NAME,
        ),
        (
            f"\n\nDiposting oleh {NAME} di 10.20 2 komentar: Kirimkan Ini lewat Email BlogThis! "
            "Bagikan ke X Berbagi ke Facebook Bagikan ke Pinterest Label: pemilu, kantor",
            NAME,
        ),
    ],
)
def test_who_signs_is_the_author_and_no_text(signed: str, author: str) -> None:
    found = only(f"{TITLE}\n\n{LONG}{signed}\n")
    assert (found["title"], found["author"], found["text"]) == (TITLE, author, LONG)


@pytest.mark.parametrize(
    "above",
    [
        "Catatan Coach: sudah baik, tambahkan contoh.",
        f"DAFTAR PESERTA\nNo\tNama\tSatker\n1\t{NAME}\t{OFFICE}\n2\tAnik Wulandari\t{OFFICE}\n",
        "Bawaslu Kota Tegal\nMenu\nBeranda › Publikasi › Suara Pengawas\n",
        "LEMBAR REFLEKSI HARIAN\n\nTuliskan refleksi Saudara (minimal 200 kata)!\n",
    ],
)
def test_what_others_have_put_above_a_title_is_neither_title_nor_text(above: str) -> None:
    found = only(f"{above}\n{TITLE}\ndr. {NAME} – {OFFICE}\n\n{LONG}\n")
    told = (found["title"], found["author"], found["unit"], found["text"])
    assert told == (TITLE, f"dr. {NAME}", OFFICE, LONG)


@pytest.mark.parametrize(
    "last",
    [
        "Jujur itu mulia. (Ki Hajar Dewantara)",
        "Jujur itu mulia.\n(Haryono)",
        "Gambarkan pemilu dengan 10 kata, dan rakyat akan memilih kata jujur.",
        "Saya menyatakan bahwa tulisan ini adalah janji pada diri saya sendiri.",
        "Penulis menyatakan bahwa karya yang baik lahir dari tangan sendiri.",
    ],
)
def test_a_saying_or_a_promise_at_the_end_is_text(last: str) -> None:
    found = only(f"{TITLE}\n\n{LONG}\n\n{last}\n")
    assert (found["author"], str(found["text"]).endswith(last)) == (None, True)


def test_the_group_above_the_way_to_a_page_is_told() -> None:
    found = only(f"ESAI LATSAR\nKelompok 3\nHome > Opini\n{TITLE}\n\n{LONG}\n")
    assert (found["title"], found["kelompok"]) == (TITLE, "3")


def test_a_greeting_below_a_date_is_nobody() -> None:
    text = f"{TITLE}\n\n{LONG}\n\nTegal, 3 Juni 2025\nsalam hangat\n"
    assert only(text)["author"] is None


def test_sections_that_end_with_the_words_of_others_are_one_essay() -> None:
    names = ("Muhammad Yamin", "Ki Hajar Dewantara")
    parts = (f"{head}\n\n{LONG} ({name})" for head, name in zip(TITLES, names, strict=True))
    assert len(essays("\n\n".join([TITLE, LONG, *parts]))) == 1


@pytest.mark.parametrize("title", ["Ceritakan Integritas dalam 500 Kata", "Suara\tHati\tRakyat"])
def test_a_title_is_no_task_and_no_row(title: str) -> None:
    found = only(f"{title}\nOleh: {NAME}\n\n{LONG}\n")
    assert (found["title"], found["author"]) == (title.replace("\t", " "), NAME)


def test_the_head_of_a_form_that_each_of_several_has_is_no_title() -> None:
    forms = (f"LEMBAR REFLEKSI\nNama : {name}\n\n{LONG}\n" for name in (NAME, OTHERS[1][1]))
    found = essays("\n".join(forms))
    expected = [(None, NAME, LONG), (None, OTHERS[1][1], LONG)]
    assert [(x["title"], x["author"], x["text"]) for x in found] == expected


@pytest.mark.parametrize(
    "above",
    [
        f"<div>{OFFICE}</div><ul><li>Beranda</li><li>Profil</li></ul>",
        f"<p>Daftar Anggota Kelompok 5</p><table><tr><td>1<td>{NAME}<td>{OFFICE}</table>",
    ],
)
def test_an_office_or_a_list_of_people_above_the_heading_of_a_page_is_no_title(above: str) -> None:
    page = f"{above}<h1>{TITLE}</h1><p>{NAME}, {OFFICE}</p><p>{LONG}</p>"
    found = only(page, "a.html")
    assert (found["title"], found["author"], found["text"]) == (TITLE, NAME, LONG)
