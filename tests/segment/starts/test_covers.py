"""Covers of reports: all that stands on them, and the page on which others sign."""

from __future__ import annotations

import pytest
from tests.segment.cutting import LONG, OTHER, kinds, only

NAME = "Rina Marlina"
OFFICE = "UNIVERSITAS PANCASAKTI TEGAL"
APPROVAL = (
    "LEMBAR PENGESAHAN\nRANCANGAN AKTUALISASI\nNama : Rina Marlina\nTelah diuji dan diseminarkan\n"
    "pada hari Sabtu, 5 Oktober 2019\nCoach,\nDrs. Suyanto, M.Pd\nMentor,\nHeni Mardiningsih, S.E."
)


@pytest.mark.parametrize("begins", ["\f\n", "BAB I\nPENDAHULUAN\n", "KATA PENGANTAR\n"])
@pytest.mark.parametrize(
    "cover",
    [
        f"DEMOKRASI\nTugas ini diajukan untuk memenuhi tugas\nDisusun oleh:\n{NAME}\n{OFFICE}",
        f"Pemilu yang Jujur\n(Hukum Pemilu)\n{NAME}, S.H.\nA.312.1521\n{OFFICE}\n2022",
        f"MAKALAH TERSTRUKTUR\n(Diajukan sebagai Bukti Syarat\nCalon Anggota KPU)\nOLEH:\n{NAME}",
    ],
)
def test_all_that_stands_on_a_cover_is_no_text(cover: str, begins: str) -> None:
    found = only(f"{cover}\n{begins}{LONG}\n")
    title = cover.partition("\n")[0]
    assert (found["title"], str(found["author"])[: len(NAME)]) == (title, NAME)
    assert OFFICE not in str(found["text"])


def test_what_sort_a_text_is_in_two_words_makes_no_list_of_its_sections() -> None:
    head = f"ARTIKEL OPINI\n\nMenjaga Suara\n{NAME}, {OFFICE}"
    found = only(f"{head}\n\n{LONG}\n\nMengapa Integritas Penting bagi Kita\n\n{LONG}")
    assert found["title"] == "Menjaga Suara"


@pytest.mark.parametrize("task", ["ESAI NILAI BERAKHLAK", "TUGAS MENULIS ESAI ORIENTASI CPNS KPU"])
def test_what_an_essay_is_on_or_written_for_is_of_its_cover(task: str) -> None:
    found = only(f"{task}\n“Harmonis di Kantor”\nNama : {NAME}\n\n{LONG}")
    assert found["title"] == "“Harmonis di Kantor”"


def test_the_name_of_the_institution_alone_is_not_the_office_of_an_author() -> None:
    cover = f"ESAI\nMenjaga Suara\nOleh:\n{NAME}\nKOMISI PEMILIHAN UMUM\nKPU KABUPATEN SUBANG\n2025"
    assert only(f"{cover}\n\n{LONG}")["unit"] == "KPU KABUPATEN SUBANG"


@pytest.mark.parametrize(
    "approval",
    [
        "",
        f"{APPROVAL}\n",
        f"{APPROVAL}\nKetua KPU Kota Brebes\n",
        "LEMBAR PENGESAHAN\nTelah diseminarkan pada hari Senin, 5 Oktober 2019\n"
        "dan dinyatakan layak untuk dilaksanakan.\nCoach,\nDrs. Suyanto, M.Pd\n",
    ],
)
def test_the_page_on_which_others_sign_a_report_is_of_its_cover(approval: str) -> None:
    cover = (
        "RANCANGAN AKTUALISASI\nNILAI-NILAI DASAR PEGAWAI NEGERI SIPIL, KEDUDUKAN DAN\n"
        "PERANNYA DALAM NEGARA KESATUAN REPUBLIK INDONESIA\n\nPENINGKATAN LAYANAN DATA PEMILIH\n\n"
        f"Oleh:\n{NAME}\nPeserta Pelatihan Dasar CPNS Gol. III\nAngkatan XVIII\nTAHUN 2019"
    )
    found = only(f"{cover}\n\f\n{approval}\f\nKATA PENGANTAR\n{LONG}\n")
    assert (found["title"], found["author"]) == ("PENINGKATAN LAYANAN DATA PEMILIH", NAME)
    assert (found["angkatan"], found["unit"]) == ("XVIII", None)
    assert found["text"] == f"KATA PENGANTAR\n{LONG}"


def test_below_a_subtitle_the_whole_cover_and_the_page_that_others_sign_are_no_text() -> None:
    said = (
        "Esai refleksi aktualisasi nilai-nilai dasar ASN ini telah diperiksa dan disetujui oleh"
        " coach dan mentor pada tanggal 21 November 2026 di Tegal."
    )
    cover = (
        f"AKTUALISASI NILAI-NILAI DASAR ASN\n“Belum optimalnya arsip”\nDisusun oleh:\nNama : {NAME}"
        "\nKelompok : 1 / Angkatan XIV\nPELATIHAN DASAR CPNS GOLONGAN II\n"
        "BALAI PELATIHAN KESEHATAN PROVINSI\nTAHUN 2026"
    )
    signed = f"LEMBAR PENGESAHAN\n{said}\nCoach,\nRatna, M.Kes.\nMengetahui,\nKepala Balai"
    body = f"A. Latar Belakang\n{LONG}"
    found = only(f"{cover}\n\f\n{signed}\n\f\n{body}\n")
    assert (found["kelompok"], found["angkatan"], found["text"]) == ("1", "XIV", body)


def test_a_long_sentence_on_another_page_than_that_which_others_sign_is_text() -> None:
    text = (
        f"Menjaga Suara\nOleh: {NAME}\nLATSAR CPNS 2026\nData ini diperiksa. {LONG}\n\f\n{OTHER}\n"
    )
    assert str(only(text)["text"]).startswith("Data ini diperiksa.")


def test_the_author_may_be_told_on_the_page_on_which_others_sign() -> None:
    cover = "LAPORAN AKTUALISASI\n\nPENINGKATAN LAYANAN DATA PEMILIH\n\nAngkatan XVIII"
    found = only(f"{cover}\n{APPROVAL}\n\f\n{LONG}\n")
    assert (found["author"], found["text"]) == (NAME, LONG)


@pytest.mark.parametrize(
    ("below", "title"),
    [
        (f"Nama : {NAME}\nJudul : Menjaga Suara Rakyat", "Menjaga Suara Rakyat"),
        (f"\f\nMenjaga Suara Rakyat\nOleh: {NAME}", "Menjaga Suara Rakyat"),
        (f"Oleh: {NAME}", "LEMBAR PERNYATAAN"),
    ],
)
def test_a_file_may_begin_with_the_page_that_others_sign(below: str, title: str) -> None:
    found = only(f"LEMBAR PERNYATAAN\n{below}\n\n{LONG}\n")
    assert (found["title"], found["author"], found["text"]) == (title, NAME, LONG)


def test_a_statement_at_the_end_of_an_essay_has_a_heading() -> None:
    said = "Dengan ini saya menyatakan bahwa tulisan ini karya saya sendiri."
    text = f"Menjaga Suara Rakyat\nOleh: {NAME}\n\n{LONG}\n\nLEMBAR PERNYATAAN\n\n{said}"
    assert ("heading", "LEMBAR PERNYATAAN") in kinds(text)


def test_the_page_on_which_others_sign_is_no_title() -> None:
    form = f"{APPROVAL}\nJudul : Arsip yang Rapi\n\nBAB I\nPENDAHULUAN\n{LONG}\n"
    assert "LEMBAR" not in str(only(form)["title"])


@pytest.mark.parametrize(
    "lines",
    [
        "Kubuka jendela pagi ini\nkotak suara berdiri sepi\nmenunggu tangan yang jujur",
        "Kami jujur sejak awal.\nKami hadir setiap hari.",
        "SAYA BERANGKAT PAGI.\nKAMI PULANG SORE.",
    ],
)
def test_verses_and_sentences_above_the_next_page_are_no_cover(lines: str) -> None:
    text = f"Bilik Suara\nOleh: {NAME}\nAngkatan IV\n{lines}\n\f\n{LONG}\n"
    assert lines in str(only(text)["text"])


def test_without_an_author_lines_above_the_next_page_are_text() -> None:
    lines = "KPU KOTA TEGAL\nSemoga Bermanfaat"
    found = only(f"Menjaga Suara Rakyat\n{lines}\n\f\n{LONG}\n")
    assert "Semoga Bermanfaat" in str(found["text"])


@pytest.mark.parametrize(
    ("heading", "below"),
    [
        ("BELAJAR DARI KELOMPOK C", "\n"),
        ("PENGALAMAN DI ANGKATAN I", "\n\n"),
        ("Pelajaran dari Kelompok C", "\n\f\n"),
    ],
)
def test_a_heading_that_names_a_group_is_text(heading: str, below: str) -> None:
    found = only(f"Menjaga Suara Rakyat\nOleh: {NAME}\n{heading}{below}{LONG}\n")
    assert str(found["text"]).split("\n")[0] == heading
    assert {found.get("kelompok"), found.get("angkatan")} == {None}


def test_the_values_of_civil_servants_may_begin_a_title_of_two_lines() -> None:
    title = "NILAI-NILAI DASAR ASN DAN\nPENERAPANNYA DI KPU KOTA TEGAL"
    found = only(f"{title}\n{NAME}\n\n{LONG}\n{OTHER}\n")
    assert (str(found["title"]).split(), found["author"]) == (title.split(), NAME)


def test_a_title_about_approval_is_a_title() -> None:
    text = f"Halaman Persetujuan Hati\nOleh: {NAME}\n\n{LONG}\n"
    assert only(text)["title"] == "Halaman Persetujuan Hati"


def test_the_first_chapter_below_a_group_is_no_part_of_the_cover() -> None:
    body = f"BAB I\nPENDAHULUAN\n{LONG}"
    text = f"Menjaga Suara Rakyat\nOleh: {NAME}\nKPU Kota Tegal\nKelompok 3\n{body}\n"
    assert only(text)["text"] == body


@pytest.mark.parametrize(
    "cover",
    [
        "JURNAL REFLEKSI\n\nDWI MINGGUAN\n\nFITRIANI\n\nCGP ANGKATAN 7\n\nPROVINSI DKI JAKARTA",
        "JURNAL REFLEKSI DWI MINGGUAN\nMODUL 1.1.\nFITRIANI, S. Pd.\nSMP NEGERI 3 BREBES",
        "JURNAL REFLEKSI DWI MINGGUAN\nFITRIANI, S.Pd\nPROGRAM GURU ANGKATAN 5 – KABUPATEN GARUT",
    ],
)
def test_a_name_below_a_title_in_capitals_and_what_tells_the_course_are_no_text(cover: str) -> None:
    found = only(f"{cover}\n\f\n{LONG}\n")
    title = " ".join(str(found["title"]).split())
    assert (title, str(found["author"])[:8]) == ("JURNAL REFLEKSI DWI MINGGUAN", "FITRIANI")
    assert found["text"] == LONG


@pytest.mark.parametrize(
    "above",
    ["LOMBA ESAI NASIONAL\nPEKAN DEMOKRASI 2025", "MAKALAH\nMATA KULIAH POLITIK", "ESAI REFLEKSI"],
)
def test_a_contest_or_a_course_on_a_cover_is_not_the_title(above: str) -> None:
    found = only(f"{above}\n\nMenjaga Suara Rakyat\n\nDiusulkan oleh:\n{NAME}\n\n{LONG}")
    assert [found["title"], found["author"]] == ["Menjaga Suara Rakyat", NAME]


@pytest.mark.parametrize(
    ("cover", "again"),
    [
        ("PENUGASAN INDIVIDU\n\n", "Netralitas di Ruang Tamu\n\n"),
        ("OUTPUT PEMBELAJARAN\nTEMA NILAI DASAR\n", "Netralitas di Ruang Tamu\n\n"),
        ("CALON PEGAWAI NEGERI SIPIL KPU KABUPATEN GARUT\n\n", ""),
        ("ESAI ORIENTASI TUGAS\n\nCALON PEGAWAI NEGERI SIPIL (CPNS) KPU TAHUN 2026\n\n", ""),
    ],
)
def test_what_stands_above_the_title_on_a_cover_is_no_part_of_it(cover: str, again: str) -> None:
    author = f"Disusun oleh:\n{NAME}\nKPU KABUPATEN GARUT"
    text = f"{cover}NETRALITAS DI RUANG TAMU\n\n{author}\n\f\n{again}{LONG}"
    found = only(text)
    assert [found["title"], found["author"]] == ["NETRALITAS DI RUANG TAMU", NAME]
    assert found["text"] == LONG


@pytest.mark.parametrize("sort", ["ESAI INTEGRITAS", "Essay Kepemiluan", "REFLEKSI DIRI"])
@pytest.mark.parametrize("office", ["KPU Kabupaten Garut", "Calon Pegawai Negeri Sipil"])
@pytest.mark.parametrize("by", ["Oleh: ", ""])
def test_what_an_essay_is_about_above_an_office_names_no_author(
    sort: str, office: str, by: str
) -> None:
    found = only(f"{sort}\n{office}\n\nMenjaga Suara Rakyat\n\n{by}{NAME}\n\n{LONG}")
    assert [found["title"], found["author"]] == ["Menjaga Suara Rakyat", NAME]


@pytest.mark.parametrize(
    "title", ["CPNS KPU KABUPATEN GARUT SIAP MENGABDI", "CALON PEGAWAI NEGERI SIPIL DAN AMANAH"]
)
def test_a_title_may_begin_with_the_words_for_new_staff(title: str) -> None:
    found = only(f"ESAI\n\n{title}\n\nDisusun oleh:\n{NAME}\n\n{LONG}")
    assert [found["title"], found["author"]] == [title, NAME]


@pytest.mark.parametrize("head", ["LEMBAR JAWABAN", "Lembar Jawaban Ujian Esai"])
@pytest.mark.parametrize("how", ["", "Petunjuk: Jawablah dengan jujur. Dilarang menyontek.\n\n"])
def test_a_form_without_a_title_has_none(head: str, how: str) -> None:
    form = f"{head}\n\nNama: {NAME}\n\n{how}Soal: Apa itu jujur?\n\nJawaban:\n\n{LONG}"
    found = only(form)
    assert [found["title"], found["author"], found["text"]] == [None, NAME, LONG]


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("[LOGO] KOMISI PEMILIHAN UMUM\nPROVINSI SULAWESI\nTENGGARA\nForm. 3\n", "SUARA RAKYAT"),
        ("Sekolah Demokrasi Nusantara\n", "SUARA RAKYAT\nDI PULAU KECIL"),
    ],
)
def test_the_title_on_a_cover_is_what_stands_above_the_text_again(above: str, title: str) -> None:
    cover = f"{above}{title}\nTUGAS ESAI INDIVIDU\nNama : {NAME}\nSatker : KPU Kota Tegal\n2026\n"
    again = title.replace("\n", " ")
    found = only(f"{cover}\n{again.title()}\n\n{LONG}\n")
    assert (found["title"], found["author"], found["text"]) == (again, NAME, LONG)


@pytest.mark.parametrize("by", ["Disusun oleh:\n", "Oleh: "])
@pytest.mark.parametrize("text", [LONG, f"Pendahuluan\n\n{LONG}"])
def test_the_author_may_stand_above_the_text_again(by: str, text: str) -> None:
    cover = f"Menjaga Netralitas\n\n{by}{NAME}\nKPU Kota Tegal\n2026"
    found = only(f"{cover}\n\n{NAME}, S.IP.\n\n{text}")
    told = (found["title"], found["unit"], found["author"], found["text"])
    assert told == ("Menjaga Netralitas", "KPU Kota Tegal", NAME, text)


@pytest.mark.parametrize("title", ["TRUST BEHIND EVERY FORM", "BEYOND THE BALLOT"])
def test_a_title_in_english_is_no_name(title: str) -> None:
    for cover in ("", "ESAI\n\n"):
        found = only(f"{cover}{title}\nKPU Kota Tegal\n\n{LONG}")
        assert (found["title"], found["author"]) == (title, None)
        assert found["unit"] == "KPU Kota Tegal"


def test_a_name_that_is_a_word_in_english_too_tells_the_author() -> None:
    found = only(f"Menjaga Gudang di Musim Hujan\n\nNor Aini\nKPU Kota Tegal\n\n{LONG}")
    assert (found["author"], found["text"]) == ("Nor Aini", LONG)


def test_the_number_of_a_form_is_no_title() -> None:
    form = (
        f"Form. 3\nSuara Rakyat\nNama : {NAME}\nSatker : KPU Kota Tegal\n\nSuara Rakyat\n\n{LONG}\n"
    )
    found = only(form)
    assert (found["title"], found["author"], found["text"]) == ("Suara Rakyat", NAME, LONG)


@pytest.mark.parametrize("again", ["Sebuah Renungan", "Bersama Rakyat", "Bagian Satu"])
@pytest.mark.parametrize("office", ["KPU Kota Tegal", "CPNS KPU Kota Tegal"])
def test_what_stands_below_a_title_without_a_cover_may_come_again(again: str, office: str) -> None:
    head = f"Suara Rakyat di Pulau Kecil\n{again}\nOleh: {NAME}\n{office}"
    found = only(f"{head}\n\n{again}\n\n{LONG}\n")
    kept = ("Suara Rakyat di Pulau Kecil", NAME, f"{again}\n\n{LONG}")
    assert (found["title"], found["author"], found["text"]) == kept


def test_a_degree_on_a_cover_is_no_end_of_the_text() -> None:
    cover = f"SUARA RAKYAT\n\nNama : {NAME}\nMentor : Hj. Siti Murni, S.Sos., M.Si.\nTEGAL\n2026\n"
    late = "Esai saya menyusul."
    office = "KOMISI PEMILIHAN UMUM\nKOTA TEGAL"
    found = only(f"{office}\n\n{cover}\nSuara Rakyat\n\n{late}\n")
    assert (found["title"], found["author"], found["text"]) == ("SUARA RAKYAT", NAME, late)
