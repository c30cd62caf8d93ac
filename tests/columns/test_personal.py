"""Columns that tell who somebody is, which no page has, and those that only look so."""

from __future__ import annotations

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.columns.names import is_personal

TEXT = "Kami menjaga integritas setiap hari. Kami bekerja sama dengan warga. "
TOLD = {
    "Email Address": "ani@example.go.id",
    "Alamat surel": "budi@example.go.id",
    "email dinas": "cici@example.go.id",
    "Kirim ke": "dedi@example.go.id",
    "NIP Peserta": "199901012025042001",
    "Nomor": "19990101 202504 2 001",
    "No. WhatsApp": "0812-3456-7890",
    "Bisa dihubungi": "+62 812 3456 7890",
    "Kode": "3201011501990001",
    "Username": "ani99",
    "Nama pengguna": "budi98",
    "Alamat Rumah": "Jalan Melati 5",
    "Tanggal Lahir": "1 Januari 1999",
    "Nama Panggilan": "Ujang",
    "Instagram": "@ujang_marlina",
    "employee_id": "K0917",
    "Timestamp": "2026-05-10T16:35:00",
    "Cap waktu": "10/05/2026 16.35.12",
}
KEPT = {
    "Nama Diklat": "Latsar",
    "Angkatan": "XIV",
    "Kelas": "pagi",
    "Jabatan": "Penata Kelola Pemilu",
    "Tahun": "2025",
    "Hari tes": "2025-05-10",
}


def corpus_of(columns: dict[str, str]) -> kc.Corpus:
    return kc.load(pd.DataFrame([{"essay": name, "teks": TEXT, **columns} for name in "ab"]))


def corpus_with(title: str, value: str) -> kc.Corpus:
    return corpus_of({title: value})


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The explorer and the report of essays with all of these columns."""
    folder, corpus = tmp_path_factory.mktemp("halaman"), corpus_of({**TOLD, **KEPT})
    made = (kc.explorer(corpus, folder / "e.html"), kc.report(corpus, folder / "r.html"))
    return [path.read_text("utf-8") for path in made]


def test_what_tells_who_somebody_is_stands_in_no_report_and_no_explorer(pages: list[str]) -> None:
    own = corpus_of(TOLD).essays.astype(str).to_numpy()  # the table of the one who has it
    assert [value for value in TOLD.values() if value not in own] == []
    assert [value for value in TOLD.values() for page in pages if value in page] == []


def test_with_the_authors_what_tells_who_they_are_gets_a_pseudonym() -> None:
    corpus = corpus_of({**TOLD, **KEPT})
    hidden = kc.pseudonyms(corpus, secret="rahasia kantor").essays.astype(str).to_numpy()
    assert [title for title, value in TOLD.items() if value in hidden] == []
    assert [title for title, value in KEPT.items() if value not in hidden] == []


def test_a_second_column_of_names_gets_pseudonyms_too() -> None:
    names = {"Nama": "Rina", "Nama Lengkap": "Rina Marlina", "Penulis": "R. M.", "Surname": "Putri"}
    names |= {"Name": "Sari"}
    hidden = kc.pseudonyms(corpus_of(names), secret="rahasia kantor").essays
    assert not {*names.values()} & {*hidden.astype(str).to_numpy().ravel()}


def test_a_place_on_a_list_is_nobodys_group() -> None:
    titles = ["No", "no. urut", "Nomor Peserta", "NDH", "No. Absen"]
    corpus = corpus_of(dict.fromkeys(titles, "12"))
    assert [title for title in titles if not is_personal(corpus, title)] == []


def test_what_essays_are_grouped_by_stays(pages: list[str]) -> None:
    corpus = corpus_of(KEPT)
    assert [title for title in KEPT if is_personal(corpus, title)] == []
    assert [value for value in KEPT.values() if value not in pages[0]] == []
