"""Thirds of essays as the rows of a table."""

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.analysis.themes.thirds import parts
from kpu_corpus.columns.grouping import group
from kpu_corpus.errors import InvalidArgument

ESSAYS = pd.DataFrame(
    {"text": ["Satu.", "Dua.", "Tiga."], "unit": ["Subang", None, "Bekasi"], "tahun": [1, 2, 1]}
)


def test_what_else_is_taken_is_told_too() -> None:
    tokens = kc.preprocess(kc.load(ESSAYS))
    with pytest.raises(InvalidArgument, match=r"third.*None.*Apakah.*'third'|third.*None.*'third'"):
        parts(tokens.corpus, tokens.units, "thrid")
    with pytest.raises(InvalidArgument, match="None") as caught:
        group(tokens.corpus, "thrid")
    assert "third" not in str(caught.value)


def test_thirds_cut_the_body_of_every_essay() -> None:
    tokens = kc.preprocess(kc.load({"a": "Satu. " * 7, "b": "Dua. " * 3, "c": "Tiga."}))
    groups, part = parts(tokens.corpus, tokens.units, "third")
    assert groups.labels == ("awal", "tengah", "akhir")
    names = [groups.labels[groups.row[index]] for index in part]
    assert names[:7] == ["awal"] * 3 + ["tengah"] * 2 + ["akhir"] * 2
    assert names[7:] == ["awal", "tengah", "akhir", "awal"]
    assert len(set(part[:7]) & set(part[7:])) == 0


def test_a_column_named_third_goes_before() -> None:
    corpus = kc.load(ESSAYS.assign(third=["x", "y", "x"]))
    tokens = kc.preprocess(corpus)
    assert parts(corpus, tokens.units, "third")[0].labels == ("x", "y")
