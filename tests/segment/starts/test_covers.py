"""Covers of reports: all that stands on them, and the page on which others sign."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.segment.cutting import LONG, only

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
def test_all_that_stands_on_a_cover_is_no_text(cover: str, begins: str, tmp_path: Path) -> None:
    found = only(f"{cover}\n{begins}{LONG}\n", tmp_path)
    title = cover.partition("\n")[0]
    assert (found["title"], str(found["author"])[: len(NAME)]) == (title, NAME)
    assert OFFICE not in str(found["text"])


@pytest.mark.parametrize("approval", ["", f"{APPROVAL}\n"])
def test_the_page_on_which_others_sign_a_report_is_of_its_cover(
    approval: str, tmp_path: Path
) -> None:
    cover = (
        "RANCANGAN AKTUALISASI\nNILAI-NILAI DASAR PEGAWAI NEGERI SIPIL, KEDUDUKAN DAN\n"
        "PERANNYA DALAM NEGARA KESATUAN REPUBLIK INDONESIA\n\nPENINGKATAN LAYANAN DATA PEMILIH\n\n"
        f"Oleh:\n{NAME}\nPeserta Pelatihan Dasar CPNS Gol. III\nAngkatan XVIII\nTAHUN 2019"
    )
    found = only(f"{cover}\n\f\n{approval}\f\nKATA PENGANTAR\n{LONG}\n", tmp_path)
    assert (found["title"], found["author"]) == ("PENINGKATAN LAYANAN DATA PEMILIH", NAME)
    assert found["angkatan"] == "XVIII"
    assert found["text"] == f"KATA PENGANTAR\n{LONG}"


def test_the_page_on_which_others_sign_is_no_title(tmp_path: Path) -> None:
    form = f"{APPROVAL}\nJudul : Arsip yang Rapi\n\nBAB I\nPENDAHULUAN\n{LONG}\n"
    assert "LEMBAR" not in str(only(form, tmp_path)["title"])


@pytest.mark.parametrize(
    "lines",
    [
        "Kubuka jendela pagi ini\nkotak suara berdiri sepi\nmenunggu tangan yang jujur",
        "Kami jujur sejak awal.\nKami hadir setiap hari.",
    ],
)
def test_verses_and_sentences_above_the_next_page_are_no_cover(lines: str, tmp_path: Path) -> None:
    text = f"Bilik Suara\nOleh: {NAME}\nKPU Kota Tegal\n{lines}\n\f\n{LONG}\n"
    assert lines in str(only(text, tmp_path)["text"])


def test_a_title_about_approval_is_a_title(tmp_path: Path) -> None:
    text = f"Halaman Persetujuan Hati\nOleh: {NAME}\n\n{LONG}\n"
    assert only(text, tmp_path)["title"] == "Halaman Persetujuan Hati"


def test_the_first_chapter_below_a_group_is_no_part_of_the_cover(tmp_path: Path) -> None:
    body = f"BAB I\nPENDAHULUAN\n{LONG}"
    text = f"Menjaga Suara Rakyat\nOleh: {NAME}\nKPU Kota Tegal\nKelompok 3\n{body}\n"
    assert only(text, tmp_path)["text"] == body


@pytest.mark.parametrize(
    "cover",
    [
        "JURNAL REFLEKSI\n\nDWI MINGGUAN\n\nFITRIANI\n\nCGP ANGKATAN 7\n\nPROVINSI DKI JAKARTA",
        "JURNAL REFLEKSI DWI MINGGUAN\nMODUL 1.1.\nFITRIANI, S. Pd.\nSMP NEGERI 3 BREBES",
        "JURNAL REFLEKSI DWI MINGGUAN\nFITRIANI, S.Pd\nPROGRAM GURU ANGKATAN 5 – KABUPATEN GARUT",
    ],
)
def test_a_name_below_a_title_in_capitals_and_what_tells_the_course_are_no_text(
    cover: str, tmp_path: Path
) -> None:
    found = only(f"{cover}\n\f\n{LONG}\n", tmp_path)
    title = " ".join(str(found["title"]).split())
    assert (title, str(found["author"])[:8]) == ("JURNAL REFLEKSI DWI MINGGUAN", "FITRIANI")
    assert found["text"] == LONG
