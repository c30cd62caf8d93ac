"""Grouping essays by a column."""

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.grouping import group, parts

ESSAYS = pd.DataFrame(
    {"text": ["Satu.", "Dua.", "Tiga."], "unit": ["Subang", None, "Bekasi"], "tahun": [1, 2, 1]}
)


def test_groups_are_sorted_and_the_missing_come_together() -> None:
    groups = group(kc.load(ESSAYS), "unit")
    assert groups.labels == ("(tanpa nilai)", "Bekasi", "Subang")
    assert list(groups.row) == [2, 0, 1]


def test_essays_keep_their_order() -> None:
    assert group(kc.load({"b": "Satu.", "a": "Dua."}), "essay").labels == ("b", "a")


def test_no_column_is_one_group() -> None:
    assert group(kc.load(ESSAYS), None).labels == ("corpus",)


@pytest.mark.parametrize("by", ["text", "tahn", "start"])
def test_other_columns_are_refused_with_the_nearest(by: str) -> None:
    with pytest.raises(InvalidArgument, match="by="):
        group(kc.load(ESSAYS), by)


def test_none_is_neither_taken_nor_offered_where_there_must_be_groups() -> None:
    corpus = kc.load({"a": "Kami hadir.", "b": "Kami datang."})
    for by in (None, "units"):
        with pytest.raises(InvalidArgument) as caught:
            group(corpus, by, whole=False)
        assert "none" not in str(caught.value)


@pytest.mark.parametrize("by", ["tema", "kantor"])
def test_an_unknown_column_says_where_columns_come_from_and_offers_nothing_far(by: str) -> None:
    with pytest.raises(InvalidArgument, match="--metadata participants") as caught:
        group(kc.load({"a": "Satu."}), by)
    assert "Did you mean" not in str(caught.value)


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
