"""Each group of a column against the rest: which column, which groups, and one family of tests."""

from typing import Any

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.analysis.comparing.groups import compared
from kpu_corpus.analysis.comparing.sides import in_turn
from kpu_corpus.analysis.lexicon import load_lexicon
from kpu_corpus.columns.grouping import group
from kpu_corpus.errors import InvalidArgument, TooLittleText
from kpu_corpus.tokens import Tokens

CALM = "Kami bekerja di kantor. Warga datang setiap hari. Berkas disusun rapi. "
LIVELY = "Sinergi itu penting. Sinergi antarbidang dijaga. Warga datang setiap hari. "


def made(texts: list[str], **columns: list[Any]) -> Tokens:
    return kc.preprocess(kc.load(pd.DataFrame({"text": texts, **columns})))


def test_q_allows_for_all_comparisons_together() -> None:
    """Four essays are four comparisons: their p values are judged in one family."""
    tokens = made([LIVELY * 4, *[CALM * 4] * 3])
    found = compared(tokens, load_lexicon(), None)
    assert found.by == "essay"
    themes, words = kc.compare(tokens, what="themes"), kc.compare(tokens, ngrams=(1, 1))
    for table, alone in ((found.themes, themes), (found.words, words)):
        assert table is not None
        assert table["p"].tolist() == alone["p"].tolist()
        assert (table["q"] >= alone["q"]).all()
        assert (table["q"] > alone["q"]).any()


def test_offices_of_few_essays_are_not_compared_by_themselves() -> None:
    few, enough = (made([CALM * 4] * 2 * n, unit=["Subang", "Garut"] * n) for n in (4, 5))
    assert compared(few, load_lexicon(), None).by == "essay"
    one = made([CALM * 4] * 8, unit=["Subang"] * 5 + ["Garut"] * 3)
    assert compared(one, load_lexicon(), None).by == "essay"
    assert compared(enough, load_lexicon(), None).by == "unit"


def test_two_large_groups_are_compared_with_each_other_and_the_small_one_is_named() -> None:
    texts, units = [LIVELY * 4] * 5 + [CALM * 4] * 6, ["Subang"] * 5 + ["Garut"] * 5 + ["Bekasi"]
    found = compared(made(texts, unit=units), load_lexicon(), "unit")
    assert (found.groups, found.small) == (("Bekasi", "Garut", "Subang"), ("Bekasi",))
    assert found.themes is not None
    assert set(found.themes["unit"]) == {"Subang"}


def test_two_groups_are_compared_with_each_other_though_others_have_no_value() -> None:
    texts = [LIVELY * 4] * 5 + [CALM * 4] * 10
    kelas = ["A"] * 5 + ["B"] * 5 + [None] * 5
    found = compared(made(texts, kelas=kelas), load_lexicon(), "kelas")
    assert (found.asked, found.small) == ({"by": "kelas", "a": "B", "b": "A"}, ())


def test_essays_without_a_value_are_no_group_and_not_in_the_rest_of_three() -> None:
    texts, kelas = [LIVELY * 4] * 5 + [CALM * 4] * 10, [*"AAAAABBBBBCCCCC"]
    known = made(texts, kelas=kelas)
    more = made([*texts, *[LIVELY * 4] * 5], kelas=[*kelas, *[None] * 5])
    one, other = (compared(tokens, load_lexicon(), "kelas") for tokens in (known, more))
    assert (one.groups, one.unstated) == (("A", "B", "C"), 0)
    assert (other.groups, other.small, other.unstated) == (("A", "B", "C"), (), 5)
    assert one.themes is not None
    assert other.themes is not None
    columns = ["kelas", "theme", "share_a", "share_b"]
    assert other.themes[columns].equals(one.themes[columns])


@pytest.mark.parametrize(
    ("groups", "told"),
    [(["2023", "2024"], "2024"), (["sesudah", "sebelum"], "sesudah"), (["Garut", None], "Garut")],
)
def test_of_two_groups_the_last_is_compared_with_the_first_and_with_those_without_a_value(
    groups: list[str | None], told: str
) -> None:
    tokens = made([LIVELY * 4, CALM * 4] * 5, kelas=groups * 5)
    assert compared(tokens, load_lexicon(), "kelas").asked["a"] == told


@pytest.mark.parametrize(
    ("first", "last", "a"),
    [
        ("sebelum", "sesudah", "sesudah"),
        ("after", "before", "after"),
        ("pascatest", "pretest", "pascatest"),
        ("1-pasca", "2_pra orientasi", "1-pasca"),
        ("Akhir pelatihan", "Awal pelatihan", "Akhir pelatihan"),
        ("before A", "before B", "before B"),
        ("2023", "2024", "2024"),
        ("Garut", "Prabumulih", "Prabumulih"),
        ("Awal", "(tanpa nilai)", "Awal"),
    ],
)
def test_what_was_before_is_what_the_other_group_is_compared_with(
    first: str, last: str, a: str
) -> None:
    groups = group(kc.load(pd.DataFrame({"text": [CALM] * 2, "kelas": [first, None]})), "kelas")
    assert in_turn(groups, (first, last))[0] == a


def test_a_large_group_without_words_is_named_as_one_that_is_too_small() -> None:
    numbers = "\n\n".join(f"{number}." for number in range(20, 34))
    texts, units = [numbers] * 5 + [CALM * 4] * 5, ["Garut"] * 5 + ["Subang"] * 5
    found = compared(made(texts, unit=units), load_lexicon(), "unit")
    assert (found.small, found.themes, found.words) == (("Garut",), None, None)


@pytest.mark.filterwarnings("ignore::kpu_corpus.errors.ForeignEssays")
def test_an_essay_in_another_language_does_not_differ_by_its_words() -> None:
    english = "The officers counted every ballot in the hall and signed it. " * 12
    found = compared(made([CALM * 4, english]), load_lexicon(), None)
    assert (len(found.small), found.themes, found.words) == (1, None, None)
    three = compared(made([CALM * 4, LIVELY * 4, english]), load_lexicon(), None)
    assert {three.asked["a"], three.asked["b"]} == {*three.groups} - {*three.small}


@pytest.mark.parametrize(("count", "by"), [(12, "unit"), (13, "essay")])
def test_more_than_twelve_offices_are_named_by_the_user(count: int, by: str) -> None:
    offices = [f"Kabupaten {n}" for n in range(count)] + ["Kabupaten 0", "Kabupaten 1"] * 4
    assert compared(made([CALM * 4] * len(offices), unit=offices), load_lexicon(), None).by == by


def test_only_offices_that_are_large_enough_count_towards_twelve() -> None:
    large = [name for name in "ABC" for _ in range(5)]
    offices = [*large, *(f"Kabupaten {n}" for n in range(12))]
    tokens = made([LIVELY * 4] * 5 + [CALM * 4] * (len(offices) - 5), unit=offices)
    found = compared(tokens, load_lexicon(), "unit")
    assert found.themes is not None
    with pytest.warns(TooLittleText):
        alone = kc.compare(tokens, by="unit", what="themes")
    columns = [name for name in alone.columns if name != "q"]
    assert found.themes[columns].to_csv() == alone[columns].to_csv()
    many = made([CALM * 4] * 65, unit=[f"Kabupaten {n % 13}" for n in range(65)])
    assert compared(many, load_lexicon(), "unit").themes is None


@pytest.mark.parametrize("by", ["p", "difference", "log_ratio"])
def test_a_group_named_like_a_column_of_the_comparison_is_refused(by: str) -> None:
    tokens = made([LIVELY * 4] * 5 + [CALM * 4] * 5, **{by: ["sesudah"] * 5 + ["sebelum"] * 5})
    with pytest.raises(InvalidArgument, match=f"the table already has a column {by}.*rename"):
        compared(tokens, load_lexicon(), by)


def test_people_are_held_against_themselves_where_a_column_tells_who_they_are() -> None:
    names = [f"Orang {n}" for n in range(7)]
    texts = [CALM * 4 + LIVELY * n for n in range(7)] + [
        CALM * 4 + LIVELY * (n + 1) for n in range(7)
    ]
    # an essay without words and as many without a value as make a group are on neither side
    texts += ["12 13."] + [CALM * 4] * 4 + [CALM * 5]
    units = ["a"] * 7 + ["b"] * 8 + [None] * 4 + ["b"]
    writers = [*names, *names[:6], "Lain", "Angka", *(f"Tamu {n}" for n in range(4)), names[0]]
    tokens = made(texts, unit=units, author=writers)
    with pytest.warns(kc.errors.KpuCorpusWarning) as told:
        found = compared(tokens, load_lexicon(), "unit", "author")
    assert ["'Orang 6', 'Lain'." in str(one.message) for one in told] == [True, False]
    assert "several essays on one side (1): 'Orang 0'" in str(told[1].message)
    assert (found.pairs, found.alone, found.several) == (6, {6: -1, 13: -1}, ("Orang 0",))
    assert found.themes is not None
    asked: dict[str, Any] = {"a": "b", "b": "a", "by": "unit", "pairs": "author"}
    with pytest.warns(kc.errors.KpuCorpusWarning):
        alone = kc.compare(tokens, **asked, what="themes")
    assert found.themes["p"].tolist() == alone["p"].tolist()
    assert found.calls(None)[0] == (
        "kc.compare(tokens, by='unit', a='b', b='a', pairs='author', what='themes')"
    )
    with pytest.raises(ValueError, match="by='author' gives 13"):
        compared(tokens, load_lexicon(), "author", "author")
