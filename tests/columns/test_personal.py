"""Columns that tell who somebody is, which no page has, and those that only look so."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.columns.names import is_personal

TEXT = "Kami menjaga integritas setiap hari. Kami bekerja sama dengan warga. " * 6
TOLD = {
    "Email Address": "ani@example.go.id",
    "Alamat surel": "ani@example.go.id",
    "email dinas": "ani@example.go.id",
    "Kirim ke": "ani@example.go.id",
    "NIP Peserta": "199901012025042001",
    "Nomor": "19990101 202504 2 001",
    "No. WhatsApp": "0812-3456-7890",
    "Bisa dihubungi": "+62 812 3456 7890",
    "Username": "ani99",
    "Nama pengguna": "ani99",
    "Alamat Rumah": "Jalan Melati 5",
    "Tanggal Lahir": "1 Januari 1999",
}
KEPT = {"Angkatan": "XIV", "Kelas": "pagi", "Jabatan": "Penata Kelola Pemilu", "Tahun": "2025"}


def corpus_with(title: str, value: str) -> kc.Corpus:
    rows = [{"essay": name, "teks": TEXT, title: value} for name in "ab"]
    return kc.load(pd.DataFrame(rows))


@pytest.mark.parametrize(("title", "value"), TOLD.items())
def test_what_tells_who_somebody_is_stands_in_no_report_and_no_explorer(
    title: str, value: str, tmp_path: Path
) -> None:
    corpus = corpus_with(title, value)
    assert value in corpus.essays.astype(str).to_numpy()  # in the table of the one who has it
    for made in (kc.explorer(corpus, tmp_path / "e.html"), kc.report(corpus, tmp_path / "r.html")):
        assert value not in made.read_text("utf-8")


@pytest.mark.parametrize(("title", "value"), [*TOLD.items(), *KEPT.items()])
def test_with_the_authors_what_tells_who_they_are_gets_a_pseudonym(title: str, value: str) -> None:
    hidden = kc.pseudonyms(corpus_with(title, value), secret="rahasia kantor").essays
    assert (value in hidden.astype(str).to_numpy()) == (title in KEPT)


@pytest.mark.parametrize("title", ["No", "no. urut", "Nomor Peserta", "NDH", "No. Absen"])
def test_a_place_on_a_list_is_nobodys_group(title: str) -> None:
    corpus = corpus_with(title, "12")
    (column,) = {*corpus.columns} - {*kc.load({"a": TEXT}).columns}
    assert is_personal(corpus, column)


@pytest.mark.parametrize(("title", "value"), KEPT.items())
def test_what_essays_are_grouped_by_stays(title: str, value: str, tmp_path: Path) -> None:
    corpus = corpus_with(title, value)
    (column,) = {*corpus.columns} - {*kc.load({"a": TEXT}).columns}
    assert not is_personal(corpus, column)
    assert value in kc.explorer(corpus, tmp_path / "e.html").read_text("utf-8")
