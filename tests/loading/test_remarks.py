"""What is told of essays as they were loaded: markup, dates that are none, the same text again."""

from __future__ import annotations

import warnings
from pathlib import Path

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.errors import KpuCorpusWarning

PAGE = "<p>Hutan &amp; laut dijaga.</p>"


def test_markup_in_cells_is_told_once_and_taken_as_it_is(tmp_path: Path) -> None:
    table = pd.DataFrame({"id": ["a", "b", "c"], "isi": [PAGE, "Air & udara, 1 < 2.", PAGE]})
    with pytest.warns(KpuCorpusWarning, match=r"such as '<p>' \(2\): 'a', 'c'") as told:
        corpus = kc.load(table)
    assert (len(told), told[0].filename) == (1, __file__)
    assert corpus.essays["text"][0] == PAGE
    with pytest.warns(KpuCorpusWarning, match="such as '&nbsp;'"):
        kc.load({"a": "Hutan&nbsp;dan laut dijaga."})
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        kc.load(corpus, metadata=pd.DataFrame({"id": ["a", "b", "c"], "kelas": [1, 2, 3]}))
        (tmp_path / "a.txt").write_text("Tanda <b> menebalkan huruf. " * 9, "utf-8")
        kc.load(tmp_path / "a.txt")  # which is about markup


@pytest.mark.parametrize("sign", ["“", "’", "é", "•", "\xa0", "\ufffd", "🙂"])
def test_letters_saved_in_a_wrong_encoding_are_told_and_left(tmp_path: Path, sign: str) -> None:
    twice = "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in sign.encode())
    text = f"Kami hadir{twice} setiap pagi. {'Kami jujur dan tertib. ' * 9}"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "b.txt").write_text(text.replace(twice, sign), encoding="utf-8")
    two = f"Judul: Satu\n\n{'Kami jujur dan tertib. ' * 9}\n\nJudul: Dua\n\n{text}\n"
    (tmp_path / "c.txt").write_text(two, encoding="utf-8")
    with pytest.warns(KpuCorpusWarning, match="broken characters, .*: 'a-1'.*'c-2'") as told:
        corpus = kc.load(tmp_path)
    assert corpus.texts[0] == text
    assert "c-1" not in str(told[0].message)
    assert ("b-1" in str(told[0].message)) == (sign == "\ufffd")  # lost in both


def test_numbers_of_telephones_in_sentences_are_told_without_the_number() -> None:
    texts = {"a": "Kami hadir. Hubungi Rina di 0812-3456-7890.", "b": "Anggaran Rp62.812.345.678."}
    with pytest.warns(KpuCorpusWarning, match=r"telephones .* \(1\): 'a'\.") as told:
        kc.load(texts)
    assert "7890" not in str(told[0].message)


def test_letters_of_other_languages_and_quotation_marks_are_not_told() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        kc.load({"a": "“Café”, é…” dan “SÃO PAULO”, ummatâ, naïve”, «À» – CAFÉ”"})


def test_dates_that_cannot_be_read_stay_and_are_told() -> None:
    days = ["31/12/2020", "12/31/2020", "1 Mei 20", "12/31/2020", "2020", None, "Juni 2025"]
    table = pd.DataFrame({"isi": [f"Kami jujur {n}." for n in range(7)], "tanggal": days})
    with pytest.warns(KpuCorpusWarning, match=r"\(3\): '12/31/2020', '1 Mei 20'"):
        corpus = kc.load(table)
    assert corpus.essays["date"].iloc[:2].tolist() == ["2020-12-31", "12/31/2020"]


def test_dates_of_a_table_of_participants_are_told_too() -> None:
    with pytest.warns(KpuCorpusWarning, match=r"\(1\): '31/2/2020'"):
        kc.load(
            {"a": "Kami jujur."}, metadata=pd.DataFrame({"id": ["a"], "tanggal": ["31/2/2020"]})
        )


def test_a_corpus_shows_how_many_texts_are_those_of_others() -> None:
    corpus = kc.load({"a": "Kami jujur.", "b": "Kami jujur.", "c": "Kami tertib."})
    assert repr(corpus).endswith("0 skipped, 1 with the text of another: kc.duplicates>")
    assert repr(corpus.select(["a", "c"])).endswith("0 skipped>")


@pytest.mark.parametrize("nip", ["199706122025041005", "19970612 202504 1 005"])
def test_a_number_of_an_employee_within_a_sentence_is_told(nip: str) -> None:
    essays = {"a": f"Nama saya Eko dengan NIP {nip}. Saya siap.", "b": "Suaranya 12.000.000 lebih."}
    with pytest.warns(KpuCorpusWarning, match=r"NIP \(1\): 'a'\."):
        kc.load(essays)


def test_a_number_of_an_employee_that_is_no_sentence_is_not_told(tmp_path: Path) -> None:
    text = "Tekad Saya\n\nNama : Eko\nNIP : 199706122025041005\n\n" + "Kami jujur dan hadir. " * 9
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert kc.load(tmp_path / "a.txt").essays["author"].tolist() == ["Eko"]
