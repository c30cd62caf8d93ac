"""Columns of people's own tables that are called as those of the corpus: nobody's are lost."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.corpus import ESSAYS

GOOD = "  Kami menjaga suara rakyat dengan jujur.\n"


def test_columns_of_the_corpus_win_and_a_persons_own_get_an_underscore() -> None:
    own = {"text": "X", "start": 0, "end": 1, "words": "banyak", "language": "Sunda"}
    table = pd.DataFrame({"essay": ["a"], **own, "language_": ["B"]})
    (row,) = kc.load({"a": GOOD}, metadata=table).essays.to_dict("records")
    assert (row["text"], row["start"], row["words"], row["language"]) == (GOOD.strip(), 2, 6, "und")
    assert (row["text_"], row["start_"], row["words_"]) == ("X", 0, "banyak")
    assert (row["language_"], row["language__"]) == ("B", "Sunda")


@pytest.mark.parametrize("name", ["source", "position", "start", "words", "confidence"])
def test_a_table_of_texts_keeps_its_column_under_another_name(name: str) -> None:
    corpus = kc.load(pd.DataFrame({"teks": [GOOD], name: ["punya saya"]}))
    assert list(corpus.essays.columns) == [*ESSAYS, f"{name}_"]
    assert list(corpus.essays[f"{name}_"]) == ["punya saya"]
    assert corpus.essays[name].dtype == ESSAYS[name]


@pytest.mark.parametrize("way", ["table", "csv"])
def test_the_table_of_a_corpus_loads_as_a_corpus_whose_offsets_fit(
    tmp_path: Path, way: str
) -> None:
    table = kc.load("corpus/").essays.assign(kelas="A")
    path = tmp_path / "esai.csv"
    table.to_csv(path, index=False)
    corpus = kc.load(table if way == "table" else path)
    assert list(corpus.essays.columns) == [*ESSAYS, "kelas"]
    columns = ["essay", "title", "author", "unit", "date", "text", "words"]
    pd.testing.assert_frame_equal(corpus.essays[columns], table[columns])
    for row in corpus.essays.itertuples():
        assert corpus.source_of(row.essay).text[row.start : row.end] == row.text
