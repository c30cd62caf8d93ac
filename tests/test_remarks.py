"""What is told of essays as they were loaded: markup, dates that are none, the same text again."""

from __future__ import annotations

import warnings

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.errors import KpuCorpusWarning

PAGE = "<p>Hutan &amp; laut dijaga.</p>"


def test_markup_in_cells_is_told_once_and_taken_as_it_is() -> None:
    table = pd.DataFrame({"id": ["a", "b", "c"], "isi": [PAGE, "Air & udara, 1 < 2.", PAGE]})
    with pytest.warns(KpuCorpusWarning, match=r"such as '<p>'\), 2 of them: 'a', 'c'") as told:
        corpus = kc.load(table)
    assert (len(told), told[0].filename) == (1, __file__)
    assert corpus.essays["text"][0] == PAGE
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        kc.load(corpus, metadata=pd.DataFrame({"id": ["a", "b", "c"], "kelas": [1, 2, 3]}))


def test_dates_that_cannot_be_read_stay_and_are_told() -> None:
    days = ["31/12/2020", "12/31/2020", "1 Mei 20", "12/31/2020", "2020", None, "Juni 2025"]
    table = pd.DataFrame({"isi": [f"Kami jujur {n}." for n in range(7)], "tanggal": days})
    with pytest.warns(KpuCorpusWarning, match="3 of them: '12/31/2020', '1 Mei 20'"):
        corpus = kc.load(table)
    assert corpus.essays["date"].iloc[:2].tolist() == ["2020-12-31", "12/31/2020"]


def test_dates_of_a_table_of_participants_are_told_too() -> None:
    with pytest.warns(KpuCorpusWarning, match="1 of them: '31/2/2020'"):
        kc.load(
            {"a": "Kami jujur."}, metadata=pd.DataFrame({"id": ["a"], "tanggal": ["31/2/2020"]})
        )


def test_a_corpus_shows_how_many_texts_are_those_of_others() -> None:
    corpus = kc.load({"a": "Kami jujur.", "b": "Kami jujur.", "c": "Kami tertib."})
    assert repr(corpus).endswith("0 skipped, 1 with the text of another: kc.duplicates>")
    assert repr(corpus.select(["a", "c"])).endswith("0 skipped>")
