"""Who wrote which essay: several by one person are named, and can be taken as one."""

import warnings
from typing import Any

import numpy as np
import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.analysis.people import writers
from kpu_corpus.analysis.statistics import (
    enough,
    group_difference,
    group_interval,
    group_keyness,
)
from kpu_corpus.columns.grouping import group
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.tokens import Tokens

PLAIN = "Kantor kami berada di tengah kota. "
VALUE = "Integritas harus dijaga setiap hari. "
NAMES = ["Ani Sari", "Budi Hadi", "Citra Dewi", "Dedi Kurnia", "Eka Putri", "Fajar Hidayat"]


def test_people_of_several_groups_and_of_several_essays_in_one_are_told() -> None:
    rows = [("Ani", "a"), ("Ani", "b"), ("Budi", "a"), ("Budi", "a"), ("Citra", "b")]
    rows += [(None, "a"), (None, "a"), (None, "b"), ("Dewi", "a"), ("Dewi", None)]
    table = pd.DataFrame(rows, columns=["author", "kelas"]).assign(text=PLAIN)
    table.loc[len(table)] = ["Citra", "a", "12 13."]  # no words
    tokens = kc.preprocess(kc.load(table))
    assert writers(tokens, group(tokens.corpus, "kelas")) == (1, ("Budi",))
    for by in ("essay", "author"):
        assert writers(tokens, group(tokens.corpus, by)) == (0, ())


def test_of_three_groups_who_wrote_in_two_is_twice_in_the_rest_of_the_third() -> None:
    rows = [("Ani", "a"), ("Ani", "b"), ("Budi", "b"), ("Budi", "c"), ("Citra", "c")]
    tokens = kc.preprocess(
        kc.load(pd.DataFrame(rows, columns=["author", "kelas"]).assign(text=PLAIN))
    )
    across, repeated = writers(tokens, group(tokens.corpus, "kelas"))
    assert (across, {*repeated}) == (2, {"Ani", "Budi"})


def twice(second: list[Any] | None = None, first: list[str] = NAMES) -> Tokens:
    """Two essays of each person, alike in how much they speak of integrity."""
    rows = [
        {"author": name, "kelas": "AB"[at % 2], "text": VALUE * 3 * at + PLAIN * (20 - 3 * at)}
        for names in (first, second or first)
        for at, name in enumerate(names)
    ]
    return kc.preprocess(kc.load(pd.DataFrame(rows)))


@pytest.fixture(scope="module")
def both() -> Tokens:
    return twice()


def told(call: Any) -> list[str]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        call()
    texts = [str(one.message) for one in caught]
    return [text for text in texts if "several essays" in text]


@pytest.mark.parametrize(
    ("call", "count"),
    [
        (lambda t: kc.themes(t, by="kelas"), 6),
        (lambda t: kc.themes(t, by=None), 6),
        (lambda t: kc.themes(t, by="third"), 6),
        (lambda t: kc.themes(t), 0),
        (lambda t: kc.themes(t, by="author"), 0),
        (lambda t: kc.themes(t, by="kelas", people="author"), 0),
        (lambda t: kc.keyness(t, by="kelas"), 6),
        (lambda t: kc.keyness(t, by=None), 6),
        (lambda t: kc.keyness(t, by=None, people="author"), 0),
        (lambda t: kc.keyness(t, by="kelas", background=None), 6),
        (lambda t: kc.keyness(t), 0),
        (lambda t: kc.compare(t, background="formal"), 6),
        (lambda t: kc.compare(t, a="A", by="kelas", background="formal"), 3),
        (lambda t: kc.compare(t, by="kelas", what="themes"), 6),
        (lambda t: kc.compare(t, by="kelas", what="themes", people="author"), 0),
    ],
)
def test_everything_with_limits_over_essays_names_who_wrote_several(
    both: Tokens, call: Any, count: int
) -> None:
    found = told(lambda: call(both))
    assert len(found) == (count > 0)
    assert all(f"{count} in all: 'Ani Sari'" in text for text in found)


NOBODY = ["Admin", "Tim Redaksi", "Humas KPU Kota Bandung", "KPU Kabupaten Bantul", "-", "HUMAS"]


def test_accounts_and_offices_are_nobody_who_wrote_several() -> None:
    tokens = twice(NOBODY, NOBODY)
    assert told(lambda: kc.themes(tokens, by="kelas")) == []
    assert writers(tokens, group(tokens.corpus, "kelas")) == (0, ())
    with pytest.warns(match="names a person in the column 'author'"):
        made = kc.themes(tokens, by=None, people="author")
    pd.testing.assert_frame_equal(made, kc.themes(tokens, by=None))
    corpus = tokens.corpus
    with pytest.raises(InvalidArgument, match="by the column 'author': 0;"):
        kc.compare(corpus, a=corpus.ids[:6], b=corpus.ids[6:], pairs="author")


def test_numbers_tell_people_apart_who_have_no_names() -> None:
    tokens = twice([*["Peserta 1"] * 2, *["Anonim 2"] * 2, None, "P3"])
    (found,) = told(lambda: kc.themes(tokens, by=None))
    assert "2 in all: 'Peserta 1', 'Anonim 2'" in found


def test_limits_of_people_are_those_of_their_essays_added_up(both: Tokens) -> None:
    table = kc.themes(both, by=None, people="penulis").set_index("theme").loc["integritas"]
    hits = 2 * 3 * np.arange(6)
    expected = group_interval(hits, np.full(6, 40))
    assert (table["share"], table["low"], table["high"]) == pytest.approx(expected[:3])
    assert (
        kc.manifest(kc.themes(both, by=None, people="penulis"))["arguments"]["people"] == "author"
    )
    with pytest.warns(match="several essays"):
        apart = kc.themes(both, by=None).set_index("theme").loc["integritas"]
    assert apart["share"] == table["share"]
    assert apart["high"] - apart["low"] < table["high"] - table["low"]
    assert "people" not in kc.manifest(kc.themes(both))["arguments"]


def test_five_essays_of_three_people_are_not_enough_to_state_a_share(both: Tokens) -> None:
    assert not enough(120, essays=3)
    with pytest.warns(match="several essays"):
        assert kc.themes(both, by="kelas")["enough"].all()
    assert not kc.themes(both, by="kelas", people="author")["enough"].any()


def test_essays_of_nobody_known_are_each_of_somebody_else_and_spellings_of_a_name_are_one() -> None:
    tokens = twice([f"{name.upper()}, S.H." for name in NAMES[:3]] + [None] * 3)
    made = kc.themes(tokens, by=None, people="author").set_index("theme").loc["integritas"]
    hits, units = [0, 6, 12, 9, 12, 15, 9, 12, 15], [40] * 3 + [20] * 6
    assert (made["low"], made["high"]) == pytest.approx(group_interval(hits, units)[1:3])


def test_thirds_of_the_essays_of_one_person_are_added_up(both: Tokens) -> None:
    made = kc.themes(both, by="third", people="author").set_index(["third", "theme"])
    once = twice([None] * 6)  # as often as the essays have them, for themselves
    apart = kc.themes(once, by="third").set_index(["third", "theme"])
    row = ("awal", "integritas")
    assert made.loc[row, "share"] == apart.loc[row, "share"]
    assert made.loc[row, "high"] > apart.loc[row, "high"]


@pytest.mark.parametrize(
    ("by", "people"), [("essay", "author"), (None, "penulid"), (None, "folder")]
)
def test_people_of_single_essays_and_unknown_columns_are_refused(
    both: Tokens, by: str | None, people: str
) -> None:
    with pytest.raises(InvalidArgument, match=f"people='{people}'"):
        kc.themes(both, by=by, people=people)


def offices(people: int) -> Tokens:
    """Two essays of different length by each of some people, every second of office B."""
    rows = [
        {"author": f"Peserta {at}", "kantor": "AB"[at % 2]}
        | {"text": VALUE * (1 + at + later) + PLAIN * (8 + 4 * later + at % 3)}
        for later in (0, 1)
        for at in range(people)
    ]
    return kc.preprocess(kc.load(pd.DataFrame(rows)))


def test_two_groups_are_compared_by_people_whose_essays_are_added_up() -> None:
    tokens = offices(8)
    asked = {"a": "A", "b": "B", "by": "kantor", "people": "penulis"}
    table = kc.compare(tokens, **asked, what="themes")
    made = kc.themes(tokens).query("theme == 'integritas'")
    made = made.merge(tokens.corpus.essays[["essay", "author", "kantor"]])
    sums = made.groupby(["kantor", "author"])[["sentences", "units"]].sum()
    sides = [sums.loc[name, column] for name in "AB" for column in ("sentences", "units")]
    expected = group_difference(*sides)
    row = table.set_index("theme").loc["integritas"]
    assert row[[*expected._fields]].tolist() == pytest.approx([float(x) for x in expected])
    assert not table["enough"].any()  # eight essays each, of four people
    assert kc.compare(offices(10), **asked, what="themes")["enough"].all()
    assert kc.manifest(table)["arguments"]["people"] == "author"
    words = kc.compare(tokens, **asked, ngrams=(1, 1)).set_index("term").loc["integritas"]
    said = [tokens.frame.query("kind != 'symbol'").groupby("essay").size(), made["sentences"]]
    said = [np.asarray(one.reindex(made["essay"]) if one.index.name else one) for one in said]
    whose = made.assign(words=said[0]).groupby(["kantor", "author"])[["sentences", "words"]].sum()
    found = group_keyness(
        *(whose.loc[name, column] for name in "AB" for column in ("sentences", "words"))
    )
    names = ["log_ratio", "low", "high", "p"]
    assert words[names].tolist() == pytest.approx([float(getattr(found, x)) for x in names])


def test_groups_in_turn_add_up_who_wrote_in_two_of_the_others() -> None:
    tokens = offices(8)
    essays = tokens.corpus.essays
    third = essays["kantor"].where(essays.index < 8, essays["kantor"] + "2")  # A, B, A2, B2
    corpus = kc.load(tokens.corpus, metadata=third.set_axis(essays["essay"]).rename("waktu"))
    asked = {"by": "waktu", "what": "themes", "people": "author"}
    turn = kc.compare(corpus, **asked).query("waktu == 'A'").drop(columns="waktu")
    alone = kc.compare(corpus, a="A", **asked)
    pd.testing.assert_frame_equal(turn.reset_index(drop=True), alone)
    rest = corpus.select(corpus.essays["waktu"] != "A").essays
    assert rest["author"].nunique() == 8 < len(rest)


def test_neither_the_order_of_files_nor_that_of_people_changes_the_comparison() -> None:
    essays = offices(12).corpus.essays[["essay", "author", "kantor", "text"]]
    asked = {"a": "A", "by": "kantor", "what": "themes", "people": "author"}
    first, last = (kc.compare(kc.load(one), **asked) for one in (essays, essays.iloc[::-1]))
    pd.testing.assert_frame_equal(first, last)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"pairs": "author"}, "does not go with pairs='author', which already adds up"),
        ({"by": "essay", "a": "7"}, "people='author': a side is a single essay"),
        ({"by": "essay", "a": "7", "background": "formal"}, "a side is a single essay"),
        ({"people": "penulid"}, "people='penulid'.*Did you mean 'penulis'"),
        ({"people": ["author"]}, "people got list; expected the name of one column"),
    ],
)
def test_people_of_a_comparison_that_has_none_are_refused(
    asked: dict[str, Any], message: str
) -> None:
    with pytest.raises(InvalidArgument, match=message):
        kc.compare(offices(8), **{"by": "kantor", "a": "A", "people": "author", **asked})


def test_words_of_groups_are_held_against_others_and_a_background_by_people() -> None:
    tokens = offices(8)
    ours = kc.keyness(tokens, by="kantor", background=None, people="penulis")
    theirs = kc.compare(tokens, by="kantor", ngrams=(1, 1), people="penulis")
    both = ours.merge(theirs, on=["kantor", "term"], suffixes=("", "_there"))
    assert len(both) == len(ours) > 0
    names = ["log_ratio", "low", "high", "p", "q"]
    np.testing.assert_allclose(both[names], both[[f"{name}_there" for name in names]])
    texts = tokens.corpus.essays.groupby("author")["text"].agg("\n".join)
    once = kc.keyness(kc.load(texts.to_dict()), by=None).set_index("term")
    whole = kc.keyness(tokens, by=None, people="penulis").set_index("term")
    np.testing.assert_allclose(whole[names], once.loc[whole.index, names])
    assert kc.manifest(whole)["arguments"]["people"] == "author"
    against = kc.compare(tokens, background="formal", ngrams=(1, 1), people="penulis")
    against = against.set_index("term")
    np.testing.assert_allclose(whole[names], against.loc[whole.index, names])
    lone = kc.keyness(tokens, by="author", people="author").query("author == 'Peserta 1'")
    assert np.isfinite(lone["low"]).all()  # those of the sentences of this one
    with pytest.warns(match="Only 3 people .* below 1/3"):
        kc.keyness(offices(3), by="kantor", background=None, people="penulis")
    with pytest.raises(InvalidArgument, match="people='penulis'"):
        kc.keyness(tokens, people="penulis")
