"""Theme scores: equal to their evidence, never NaN, the same columns for every question."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.analysis.statistics import share_interval
from kpu_corpus.analysis.status import COUNTED
from kpu_corpus.analysis.themes.themes import THEMES
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.tokens import Tokens


def test_scores_equal_the_stated_function_of_their_evidence(tokens: Tokens) -> None:
    table = kc.themes(tokens)
    rows = kc.evidence(tokens)
    counted = rows[rows["status"].isin(COUNTED)]
    units = tokens.sentences[tokens.sentences["kind"] != "title"].groupby("essay").size()
    for row in table.itertuples(index=False):
        own = counted[(counted["essay"] == row.essay) & (counted["theme"] == row.theme)]
        assert row.hits == len(own)
        assert row.sentences == own["sentence"].nunique()
        assert row.units == units[row.essay]
        assert row.share == pytest.approx(row.sentences / row.units)


def test_every_essay_has_a_row_for_every_theme(tokens: Tokens) -> None:
    table = kc.themes(tokens)
    assert len(table) == 5 * 10
    assert not table.duplicated(["essay", "theme"]).any()


def test_shares_and_limits_are_never_nan_and_in_order(tokens: Tokens) -> None:
    for by in ("essay", "source", None):
        table = kc.themes(tokens, by=by)
        assert not table[["share", "low", "high", "weight"]].isna().any().any()
        assert (table["low"] <= table["share"]).all()
        assert (table["share"] <= table["high"]).all()
        assert table["weight"].between(0, 1).all()


def test_the_interval_of_an_essay_is_the_documented_one(tokens: Tokens) -> None:
    table = kc.themes(tokens)
    expected = share_interval(table["sentences"], table["units"])
    assert np.allclose(table["low"], expected.low)
    assert np.allclose(table["high"], expected.high)


def test_a_short_text_is_not_enough() -> None:
    table = kc.themes(kc.load({"a": "Kami menjaga integritas."}))
    assert not table["enough"].any()


def test_groups_sum_their_essays() -> None:
    essays = pd.DataFrame(
        {
            "text": ["Integritas itu penting.", "Kami bersinergi. Hujan turun.", "Hujan turun."],
            "unit": ["Subang", "Subang", None],
        }
    )
    table = kc.themes(kc.load(essays), by="unit").set_index(["unit", "theme"])
    assert table.loc[("Subang", "integritas"), ["units", "essays"]].tolist() == [3, 2]
    assert table.loc[("Subang", "integritas"), "sentences"] == 1
    assert table.loc[("(tanpa nilai)", "sinergi"), "hits"] == 0


def test_columns_and_dtypes_are_fixed(tokens: Tokens) -> None:
    of_essays = {name: kind for name, kind in THEMES.items() if name != "essays"}
    assert dict(kc.themes(tokens).dtypes.astype(str)) == of_essays
    by_source = kc.themes(tokens, by="source")
    assert list(by_source.columns) == ["source", *list(THEMES)[1:]]


def test_what_else_than_a_column_may_group_is_told_too() -> None:
    tokens = kc.preprocess(kc.load({"a": "Satu.", "b": "Dua."}))
    with pytest.raises(InvalidArgument, match=r"third.*None.*Apakah.*'third'|third.*None.*'third'"):
        kc.themes(tokens, by="thrid")
    with pytest.raises(InvalidArgument, match="None") as other:
        kc.themes(tokens, by="bagan esai")
    assert "bagian esai (third)" in other.value.text("id")
    assert other.value.text("id").endswith("Maksudnya 'bagian esai'?")
    with pytest.raises(InvalidArgument, match="None") as caught:
        kc.coverage(tokens, by="thrid")
    assert "third" not in str(caught.value)


@pytest.mark.parametrize("by", ["unti", "text", 3])
def test_a_column_that_cannot_group_is_refused(tokens: Tokens, by: Any) -> None:
    with pytest.raises(InvalidArgument, match=r"^by( got|=)"):
        kc.themes(tokens, by=by)


def test_the_three_themes_of_the_page_are_not_found_everywhere(tokens: Tokens) -> None:
    wide = kc.themes(tokens).pivot(index="essay", columns="theme", values="sentences")
    assert wide["netralitas"].iloc[4] == 0
    assert wide["sinergi"].iloc[0] == 0


def test_the_same_input_gives_the_same_table(tokens: Tokens) -> None:
    again = kc.preprocess(kc.load(dict(tokens.corpus.essays[["essay", "text"]].values)))
    first = kc.themes(again)
    second = kc.themes(kc.preprocess(again.corpus))
    pd.testing.assert_frame_equal(first, second)


def test_thirds_of_the_essays_add_up_to_the_whole(tokens: Tokens) -> None:
    table = kc.themes(tokens, by="third")
    pd.testing.assert_frame_equal(kc.themes(tokens, by="Bagian esai"), table)
    assert list(table["third"].unique()) == ["awal", "tengah", "akhir"]
    whole = kc.themes(tokens, by=None).set_index("theme")
    summed = table.groupby("theme")[["hits", "sentences", "units"]].sum()
    assert (summed == whole.loc[summed.index, ["hits", "sentences", "units"]]).all().all()
    assert (table["low"] <= table["share"]).all()
    assert (table["share"] <= table["high"]).all()


def test_a_theme_stands_in_the_third_where_it_is_said() -> None:
    essay = "Integritas itu penting. " * 4 + "Hujan turun. " * 4 + "Kami bersinergi. " * 4
    table = kc.themes(kc.load({"a": essay}), by="third").set_index(["third", "theme"])["share"]
    assert table["awal", "integritas"] == 1
    assert table["akhir", "integritas"] == 0
    assert table["akhir", "sinergi"] == 1


def test_thirds_cut_the_body_of_every_essay() -> None:
    texts = {"a": "Satu. " * 7, "b": "Dua. " * 3, "c": "Tiga."}
    units = kc.themes(kc.load(texts), by="third").groupby("third", sort=False)["units"].first()
    assert units.to_dict() == {"awal": 3 + 1 + 1, "tengah": 2 + 1, "akhir": 2 + 1}


def test_a_column_named_third_goes_before() -> None:
    table = pd.DataFrame({"text": ["Satu.", "Dua.", "Tiga."], "third": ["x", "y", "x"]})
    assert kc.themes(kc.load(table), by="third")["third"].unique().tolist() == ["x", "y"]
