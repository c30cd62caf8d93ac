"""Changes of two groups of people, from two essays of each."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.analysis.statistics import change_difference
from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import InvalidArgument

MORE = {"A": (3, 2, 4, 3, 1, 3), "B": (5, 7, 6, 4, 6, 8), "tanpa": (1, 0, 2, 1, -1, 1)}
ASKED: dict[str, Any] = {"by": "kelas", "when": "waktu", "pairs": "author", "a": ["A", "B"]}


def essays(*classes: str, leave: str = "") -> Corpus:
    """Two essays of each person; those in class A and B say more of integrity afterwards."""
    rows = [
        {"author": f"Peserta {group}{at}", "kelas": group, "waktu": when}
        | {"text": "Integritas dijaga. " * own + f"Hujan {when}. " * (20 - own + at)}
        for group in classes
        for at, change in enumerate(MORE[group])
        for when, own in (("sebelum", 2 + at % 4), ("sesudah", 2 + at % 4 + change))
        if f"{group}{at} {when}" != leave
    ]
    return kc.load(pd.DataFrame(rows))


def test_groups_are_compared_by_what_each_person_changed() -> None:
    corpus = essays(*MORE)
    table = kc.changes(corpus, **ASKED)
    row = table.set_index("theme").loc["integritas"]
    made = kc.themes(corpus).query("theme == 'integritas'").merge(corpus.essays, on="essay")
    sides = []
    for own in (made["kelas"] != "tanpa", made["kelas"] == "tanpa"):
        wide = made[own].pivot(index="author", columns="waktu", values=["sentences", "units"])
        sides += [wide[name][["sesudah", "sebelum"]].T for name in ("sentences", "units")]
    expected = change_difference(*sides)
    *exact, p = (float(x) for x in expected)
    assert row[[*expected._fields][:-1]].tolist() == pytest.approx(exact)
    assert row["p"] == pytest.approx(p, abs=0.002)  # other draws: people stand in another order
    assert row[["people_a", "people_b", "enough"]].tolist() == [12, 6, True]
    given = kc.manifest(table)["arguments"]
    assert (given["after"], given["b"], given["pairs"]) == ("sesudah", None, "author")
    lone = kc.changes(corpus, **{**given, "lexicon": None, "themes": ["Integritas"]})
    assert lone["q"].tolist() == lone["p"].tolist() == [row["p"]] < [row["q"]]
    chart = kc.charts.keyness(table, lang="en")
    assert chart.axes[0].get_title(loc="left").startswith("Themes that grew more (right)")
    assert "Right = kelas A and kelas B; left = the others." in chart.alt
    turned = kc.changes(corpus, **{**ASKED, "a": "tanpa", "b": ["B", "A"], "after": "sebelum"})
    turned = turned.set_index("theme").loc["integritas"]
    names = ["difference", "low", "high", "p"]
    np.testing.assert_allclose(turned[names].astype(float), row[names].astype(float))


def test_p_does_not_depend_on_the_names_of_people() -> None:
    rows = essays(*MORE).essays[["author", "kelas", "waktu", "text"]]
    rows["text"] = [text + "Warga dilayani. " * (n % 4) for n, text in enumerate(rows["text"])]
    table = kc.changes(kc.load(rows), **ASKED)
    codes = {name: f"P-{n * 7 % 19:02}" for n, name in enumerate(rows["author"].unique())}
    coded = kc.load(rows.assign(author=rows["author"].map(codes)))
    pd.testing.assert_frame_equal(table, kc.changes(coded, **ASKED))


def test_several_essays_of_a_person_on_a_side_are_added_up() -> None:
    whole = essays(*MORE).essays[["author", "kelas", "waktu", "text"]]
    first, *rest = whole.to_dict("records")
    parts = [first["text"][: (cut := first["text"].index("Hujan"))], first["text"][cut:]]
    corpus = kc.load(pd.DataFrame([*({**first, "text": part} for part in parts), *rest]))
    with pytest.warns(match=r"several essays on one side \(1\): 'Peserta A0'"):
        table = kc.changes(corpus, **ASKED)
    pd.testing.assert_frame_equal(table, kc.changes(kc.load(whole), **ASKED))


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"a": None}, "the column 'kelas' has 3: A, B, tanpa"),
        ({"a": None, "b": "tanpa"}, "b='tanpa' without a"),
        ({"by": "author", "when": "kelas", "a": "Peserta A0"}, "column 'kelas' has 3 values"),
        ({"when": "kelas"}, "by and when name the same column, 'kelas'"),
        ({"after": "sesudahnya"}, "Did you mean 'sesudah'"),
        ({"after": 2024}, "'2024' is not a value of the column 'waktu'"),
        ({"after": ["sebelum", "sesudah"]}, r"after=\[.*\] is not one value; name one of: sebelum"),
        ({"when": "wakut"}, "when='wakut'"),
        ({"b": "A"}, "A"),
        ({"themes": []}, "names no theme"),
    ],
)
def test_what_makes_no_two_groups_or_times_is_refused(asked: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidArgument, match=message):
        kc.changes(essays(*MORE), **{**ASKED, **asked})


def test_fewer_than_six_people_of_a_group_are_not_enough() -> None:
    with pytest.warns(match="Peserta B0"):
        table = kc.changes(essays("A", "B", leave="B0 sebelum"), **{**ASKED, "a": "A"})
    assert not table["enough"].any()


def test_who_is_in_both_groups_is_told() -> None:
    rows = essays("A", "B").essays[["author", "kelas", "waktu", "text"]]
    rows["author"] = rows["author"].replace("Peserta B0", "PESERTA A0, S.H.")
    with pytest.warns(match=r"both essays in both groups \(1\): 'Peserta A0'"):
        table = kc.changes(kc.load(rows), **{**ASKED, "a": "A"})
    assert table["people_a"].iloc[0] == table["people_b"].iloc[0] == 6


def test_messages_name_the_groups_that_are_the_rest() -> None:
    corpus = essays("A", "tanpa")
    corpus = corpus.select(corpus.essays["author"].str.match("Peserta (A|tanpa0)"))
    with pytest.raises(InvalidArgument, match="an essay in 'tanpa, sesudah' and one in"):
        kc.changes(corpus, **{**ASKED, "a": "A"})
