"""The machine against people: figures equal to their definition, traceable to sentences."""

import numpy as np
import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.analysis.coding.disagreements import DISAGREEMENTS
from kpu_corpus.analysis.coding.validate import VALIDATION
from kpu_corpus.analysis.statistics import (
    alpha,
    macro_f1,
    precision_recall_f1,
    weighted_accuracy,
)
from kpu_corpus.analysis.status import COUNTED
from kpu_corpus.errors import InvalidArgument, KpuCorpusWarning
from kpu_corpus.tokens import Tokens

KEYS = [theme.key for theme in kc.load_lexicon().themes]


@pytest.fixture(scope="module")
def coded(tokens: Tokens) -> pd.DataFrame:
    """Codes that agree with the machine in everything."""
    units = tokens.sentences[tokens.sentences["kind"] != "title"]
    ids = [f"{a}#{b}" for a, b in zip(units["essay"], units["sentence"], strict=True)]
    coded = pd.DataFrame(0, index=range(len(ids)), columns=KEYS)
    coded.insert(0, "id", ids)
    rows = kc.evidence(tokens)
    row_of = {one: row for row, one in enumerate(ids)}
    for row in rows[rows["status"].isin(COUNTED)].itertuples(index=False):
        coded.loc[row_of[f"{row.essay}#{row.sentence}"], row.theme] = 1
    return coded


def flipped(coded: pd.DataFrame, every: int) -> pd.DataFrame:
    other = coded.copy()
    other.loc[other.index % every == 0, KEYS] = 1 - other.loc[other.index % every == 0, KEYS]
    return other


def test_people_who_agree_with_the_machine_give_1(tokens: Tokens, coded: pd.DataFrame) -> None:
    table = kc.validate(tokens, coded)
    assert dict(table.dtypes.astype(str)) == VALIDATION
    assert list(table["theme"]) == [*KEYS, "macro"]
    assert (table[["precision", "recall", "f1"]] == 1).all().all()
    assert (table["low"] < 1).sum() >= len(KEYS)
    rows = kc.disagreements(tokens, coded)
    assert len(rows) == 0
    assert dict(rows.dtypes.astype(str)) == DISAGREEMENTS


def test_every_error_is_a_row_of_the_disagreements_and_counts_as_documented(
    tokens: Tokens, coded: pd.DataFrame
) -> None:
    other = flipped(coded, 9)
    table = kc.validate(tokens, other)
    for row in table.iloc[:-1].itertuples(index=False):
        expected = precision_recall_f1(row.tp, row.fp, row.fn)
        found = (row.precision, row.precision_low, row.precision_high)
        assert found == pytest.approx(expected[:3])
        assert (row.f1, row.low, row.high) == pytest.approx(expected[6:])
    macro = table.iloc[-1]
    assert macro["f1"] == pytest.approx(table["f1"].iloc[:-1].mean())
    assert macro["low"] <= macro["f1"] <= macro["high"]
    rows = kc.disagreements(tokens, other)
    kinds = rows.groupby(["theme", "kind"]).size()
    for row in table.iloc[:-1].itertuples(index=False):
        assert kinds.get((row.theme, "extra"), 0) == row.fp
        assert kinds.get((row.theme, "missed"), 0) == row.fn
    extra = rows[rows["kind"] == "extra"]
    assert len(extra)
    assert (extra["pattern"] != "").all()
    assert all(
        part in text
        for surfaces, text in zip(extra["surface"], extra["text"], strict=True)
        for part in surfaces.split("; ")
    )


def test_alpha_is_krippendorffs_between_the_coders(tokens: Tokens, coded: pd.DataFrame) -> None:
    first = coded[["id", *KEYS[:3]]]
    second = flipped(coded, 11)[["id", *KEYS[:3]]]
    table = kc.validate(tokens, {"Ani": first, "Budi": second}).set_index("theme")
    triples = [
        (name, row.id, row.integritas)
        for name, codes in (("Ani", first), ("Budi", second))
        for row in codes.itertuples(index=False)
    ]
    row = table.loc["integritas"]
    assert row["alpha"] == pytest.approx(alpha(triples))
    assert row["alpha_low"] < row["alpha"] < row["alpha_high"]
    assert table.loc["macro", "alpha"] == pytest.approx(table["alpha"].iloc[:-1].mean())
    third = flipped(coded, 50)[["id", *KEYS[:3]]]
    alike = kc.validate(tokens, {"Ani": first, "Budi": third}).set_index("theme")
    assert alike.loc["integritas", "alpha_low"] > row["alpha_low"]
    assert kc.validate(tokens, first)["alpha"].isna().all()


def test_a_theme_that_nobody_coded_has_no_alpha_and_does_not_raise_the_mean() -> None:
    corpus = kc.load({"a": "Kami jujur. Hujan turun. Kami bersinergi."})
    ani = pd.DataFrame({"id": ["a#1", "a#2", "a#3"], "integritas": [1, 0, 0], "sinergi": [0, 0, 0]})
    table = kc.validate(corpus, [ani, ani.assign(integritas=[1, 1, 0])]).set_index("theme")
    assert table["alpha"].isna().tolist() == [False, True, False]
    assert table[["alpha_low", "alpha_high"]].isna().all().all()  # one essay
    assert table.loc["macro", "alpha"] == table.loc["integritas", "alpha"] < 1


def test_coders_who_differ_are_shown_with_their_names(tokens: Tokens, coded: pd.DataFrame) -> None:
    sheets = {"Ani": coded, "Budi": flipped(coded, 50), "Citra": coded.iloc[:1]}
    rows = kc.disagreements(tokens, sheets)
    assert set(rows["kind"]) == {"coders", "tied"}
    assert (rows["kind"] == "tied").sum() == kc.validate(tokens, sheets)["fp"].iloc[-1]
    assert rows["coders"].str.fullmatch(r"Ani=[01] Budi=[01]( Citra=[01])?").all()
    assert 0 < rows["coders"].str.contains("Citra").sum() < len(rows)  # who coded one unit


def test_what_nobody_coded_is_no_disagreement() -> None:
    tokens = kc.preprocess(kc.load({"a": "Kami jujur. Ia netral."}))
    one = pd.DataFrame({"id": ["a#1", "a#2"], "integritas": ["1", "0"]})
    other = pd.DataFrame({"id": ["a#1"], "netralitas": ["0"]})  # a#2 names it
    with pytest.warns(KpuCorpusWarning, match="Coded by one person only: 1 of 2 sentences"):
        assert kc.disagreements(tokens, [one, other]).empty


def test_by_pattern_counts_the_units_of_each_pattern(tokens: Tokens, coded: pd.DataFrame) -> None:
    table = kc.validate(tokens, coded, by="pattern")
    assert list(table.columns) == ["theme", "pattern", *list(VALIDATION)[1:]]
    assert (table["precision"] == 1).all()
    rows = kc.evidence(tokens)
    rows = rows[rows["status"].isin(COUNTED)]
    units = rows.groupby(["theme", "pattern"])[["essay", "sentence"]].apply(
        lambda part: len(part.drop_duplicates())
    )
    found = table.set_index(["theme", "pattern"])["tp"]
    assert found.sort_index().to_dict() == units.sort_index().to_dict()


def test_weights_bring_a_stratified_sample_back_to_the_corpus(
    tokens: Tokens, coded: pd.DataFrame
) -> None:
    """Units without the theme count more when fewer of them were drawn."""
    coded = coded[["id", "sinergi"]].copy()
    missed = coded.index[coded["sinergi"] == 0][:5]
    coded.loc[missed, "sinergi"] = 1
    even = kc.validate(tokens, coded).iloc[0]
    coded["weight"] = np.where(coded.index.isin(missed), 4.0, 1.0)
    weighted = kc.validate(tokens, coded).iloc[0]
    assert weighted["recall"] == pytest.approx(even["tp"] / (even["tp"] + 4 * 5))
    assert weighted["tp"] == even["tp"]
    assert weighted["precision"] == 1


def test_themes_that_nobody_found_do_not_enter_the_macro_figures() -> None:
    corpus = kc.load({"a": "Kami jujur. Hujan turun."})
    coded = pd.DataFrame({"id": ["a#1", "a#2"], "integritas": [1, 0], "sinergi": [0, 0]})
    table = kc.validate(corpus, coded).set_index("theme")
    figures = ["precision", "recall", "f1"]
    assert table.loc["sinergi", figures].isna().all()
    assert table.loc["sinergi", ["low", "high"]].tolist() == [0, 1]
    assert table.loc["macro", figures].tolist() == [1, 1, 1]
    assert table["themes"].tolist() == [1, 0, 1]
    assert not table["enough"].any()


@pytest.mark.parametrize(
    ("found", "true", "enough"), [(10, 10, True), (9, 12, False), (12, 9, False)]
)
def test_figures_rest_on_ten_sentences_of_people_and_of_the_machine(
    found: int, true: int, enough: bool
) -> None:
    corpus = kc.load({"a": "Kami jujur. " * found + "Hujan turun. " * (14 - found)})
    coded = pd.DataFrame({"id": [f"a#{n}" for n in range(1, 15)], "integritas": 0})
    coded.loc[: true - 1, "integritas"] = 1
    assert kc.validate(corpus, coded)["enough"].tolist() == [enough, enough]
    few = coded.assign(disiplin=[1, *[0] * 13])  # in one
    assert kc.validate(corpus, few)["enough"].tolist() == [enough, False, False]


def test_means_of_precision_and_recall_are_over_the_themes_that_have_one() -> None:
    corpus = kc.load({"a": "Kami jujur. Hujan turun. Kami bersinergi."})
    coded = pd.DataFrame({"id": ["a#1", "a#2", "a#3"], "integritas": [1, 0, 0]})
    coded = coded.assign(sinergi=[0, 0, 0], disiplin=[0, 1, 0])
    table = kc.validate(corpus, coded).set_index("theme")
    assert table["recall"].isna().tolist() == [False, True, False, False]  # nobody coded sinergi
    assert table["precision"].isna().tolist() == [False, False, True, False]
    assert table.loc["macro", ["precision", "recall", "themes"]].tolist() == [0.5, 0.5, 3]
    assert table.loc["macro", "f1"] == pytest.approx(1 / 3)
    assert table.loc["macro", "recall_low"] == table["recall_low"].iloc[[0, 2]].mean()


def test_where_nothing_occurs_nothing_is_stated() -> None:
    coded = pd.DataFrame({"id": ["a#1"], "integritas": [0]})
    row = kc.validate(kc.load({"a": "Hujan turun."}), coded).iloc[-1]
    assert row[["precision", "recall", "f1", "alpha"]].isna().all()
    assert row[["low", "high", "precision_low", "recall_high", "themes"]].tolist() == [
        0,
        1,
        0,
        1,
        0,
    ]


def test_another_level_leads_to_the_one_that_is_meant(tokens: Tokens, coded: pd.DataFrame) -> None:
    with pytest.raises(InvalidArgument, match="Did you mean 'pattern'"):
        kc.validate(tokens, coded, by="patern")


def test_equal_weights_give_the_unweighted_figures() -> None:
    found = np.array([1] * 12 + [0] * 20, dtype=bool)
    true = np.array([1] * 9 + [0] * 3 + [1] * 4 + [0] * 16, dtype=bool)
    assert weighted_accuracy(found, true, np.full(32, 3.0)) == pytest.approx(
        precision_recall_f1(9, 3, 4)
    )


def test_strata_of_nearly_one_weight_have_the_limits_of_one() -> None:
    found, true = np.repeat([[1, 1, 0, 0], [1, 0, 1, 0]], [44, 16, 20, 80], axis=1)
    strata = weighted_accuracy(found, true, np.tile([1, 1.0001], 80))
    assert strata == pytest.approx(precision_recall_f1(44, 16, 20), abs=0.02)


def test_a_miss_that_was_not_drawn_from_a_large_stratum_keeps_its_chance() -> None:
    """No miss among 50 units that stand for 1,000: recall may still be well below 1."""
    found = true = np.r_[np.ones(30), np.zeros(50)]
    uneven = weighted_accuracy(found, true, np.r_[np.ones(30), np.full(50, 20.0)])
    assert (uneven.recall, uneven.recall_high) == (1, 1)
    assert uneven.recall_low < 0.6
    assert uneven.precision_low > 0.85


def test_limits_of_a_stratified_sample_hold_as_often_as_they_say() -> None:
    """A rare theme: 60 of 3,000 units, the machine finds 40 of them and 10 others."""
    found = np.r_[np.ones(50), np.zeros(2_950)].astype(bool)
    true = np.r_[np.ones(40), np.zeros(10), np.ones(20), np.zeros(2_930)].astype(bool)
    rng = np.random.default_rng(2)
    inside = np.zeros(3)
    for _ in range(100):
        chosen = np.r_[rng.permutation(50)[:40], 50 + rng.permutation(2_950)[:160]]
        weight = np.r_[np.full(40, 50 / 40), np.full(160, 2_950 / 160)]
        made = weighted_accuracy(found[chosen], true[chosen], weight)
        exact = np.array([0.8, 40 / 60, 80 / 110])
        inside += (exact >= made[1::3]) & (exact <= made[2::3])
    assert (inside / 100 >= 0.92).all()


@pytest.mark.parametrize(("tp", "fp", "fn"), [(0.15, 0.05, 0.05), (0.15, 0.004, 0.004)])
def test_macro_limits_cover_the_true_value_about_as_often_as_they_say(
    tp: float, fp: float, fn: float
) -> None:
    """Eight themes, with many errors and with hardly any."""
    rng = np.random.default_rng(5)
    expected = 2 * tp / (2 * tp + fp + fn)
    inside = 0
    for _ in range(120):
        counts = rng.multinomial(150, [tp, fp, fn, 1 - tp - fp - fn], size=8)
        made = [precision_recall_f1(*map(int, row[:3])) for row in counts]
        low, high = macro_f1(*zip(*((m.f1, m.f1_low, m.f1_high) for m in made), strict=True))[1:]
        inside += low <= expected <= high
    assert inside / 120 >= 0.93


def test_no_error_in_a_sample_is_no_certainty() -> None:
    made = precision_recall_f1(15, 0, 0)
    assert macro_f1([made.f1] * 8, [made.f1_low] * 8, [made.f1_high] * 8)[1] < 0.98


def test_a_hit_that_was_found_but_does_not_count_is_shown_where_people_say_1() -> None:
    said = "Petugas itu kurang disiplin. Kami disiplin, ia tidak disiplin. Hujan turun."
    corpus = kc.load({"a": said})
    coded = pd.DataFrame({"id": ["a#1", "a#2", "a#3"], "disiplin": [1, 0, 1]})
    rows = kc.disagreements(corpus, coded)
    columns = rows[["sentence", "kind", "machine", "surface", "status"]].values.tolist()
    assert columns == [
        [1, "missed", 0, "disiplin", "negated"],
        [2, "extra", 1, "disiplin", "asserted"],
        [3, "missed", 0, "", ""],
    ]
    assert rows["pattern"].astype(bool).tolist() == [True, True, False]
