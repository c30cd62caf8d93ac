"""Two sides compared: counts, direction, who is sampled, and who is too small."""

import warnings
from functools import partial
from operator import mul
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.analysis.statistics import benjamini_hochberg
from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import KpuCorpusWarning
from kpu_corpus.terms.matrix import term_matrix
from kpu_corpus.tokens import Tokens

COLUMNS = "term display count_a count_b rate_a rate_b log_ratio low high g2 p q enough".split()
ID = "opini-kpu-subang-"


@pytest.fixture(scope="module")
def offices() -> Corpus:
    said = {"Subang": "menjaga integritas", "Garut": "bersinergi", "Cimahi": "melayani pemilih"}
    rows = [
        {
            "essay": f"{unit}-{number}",
            "unit": unit,
            "text": f"Kami {what} setiap hari. Pegawai bekerja di kantor. " * (5 + number),
        }
        for unit, what in said.items()
        for number in range(1 if unit == "Cimahi" else 5)
    ]
    return kc.load(pd.DataFrame(rows))


def test_the_counts_of_both_sides_are_those_of_the_term_matrix(tokens: Tokens) -> None:
    table = kc.compare(tokens, a=f"{ID}1", b=f"{ID}2", ngrams=(1, 1)).set_index("term")
    matrix = term_matrix(tokens, ngrams=(1, 1))
    for row, column in ((0, "count_a"), (1, "count_b")):
        counts = dict(zip(matrix.terms, matrix.counts[[row]].toarray()[0], strict=True))
        assert [counts[term] for term in table.index] == table[column].tolist()


def test_rates_are_per_thousand_words_of_each_side() -> None:
    corpus = kc.load({"a": "Kami jujur. " * 30, "b": "Kami adil melayani. " * 20})
    table = kc.compare(corpus, a="a", b="b", ngrams=(1, 1)).set_index("term")
    assert table.loc["jujur", ["rate_a", "rate_b"]].tolist() == [500, 0]
    assert table.loc["adil", ["rate_a", "rate_b"]].tolist() == [0, pytest.approx(1000 / 3)]


def test_a_word_is_compared_from_its_second_occurrence_on() -> None:
    corpus = kc.load(
        {
            "a": "Kami jujur. " * 30 + "Tertib. " * 2,
            "b": "Kami adil. " * 30 + "Sopan. ",
            "neither side": "Mereka sopan.",
        }
    )
    terms = set(kc.compare(corpus, a="a", b="b", ngrams=(1, 1))["term"])
    assert "tertib" in terms
    assert "sopan" not in terms


def test_sides_without_a_term_that_occurs_twice_give_the_empty_table() -> None:
    said = {"a": "Dan yang itu adalah untuk. ", "b": "Ini dan itu. "}
    corpus = kc.load({name: text * 15 for name, text in said.items()})
    table = kc.compare(corpus, a="a", b="b")
    assert table.empty
    assert list(table.columns) == COLUMNS
    assert kc.compare(corpus).empty


def test_swapping_the_sides_turns_the_signs(tokens: Tokens) -> None:
    there = kc.compare(tokens, a=f"{ID}1", b=f"{ID}2").set_index("term").sort_index()
    back = kc.compare(tokens, a=f"{ID}2", b=f"{ID}1").set_index("term").sort_index()
    np.testing.assert_allclose(there["log_ratio"], -back["log_ratio"])
    np.testing.assert_allclose(there["low"], -back["high"])
    np.testing.assert_allclose(there["p"], back["p"])


def test_groups_are_compared_with_the_rest_and_small_ones_named(offices: Corpus) -> None:
    with pytest.warns(UserWarning, match="Cimahi"):
        table = kc.compare(offices, by="unit")
    assert table.columns.tolist() == ["unit", *COLUMNS]
    assert set(table["unit"]) == {"Subang", "Garut"}
    first = table[table["unit"] == "Subang"].iloc[0]
    assert "integritas" in first["term"]
    assert first["low"] > 0
    assert first["p"] < 0.05


def test_a_small_group_that_is_no_name_by_itself_is_named_with_its_column() -> None:
    classes = ["1", "1", "2", "2", "3"]
    rows = pd.DataFrame({"text": ["Kami menjaga integritas. " * 12] * 5, "kelas": classes})
    with pytest.warns(UserWarning, match="by themselves, .*: 3 in the column 'kelas'"):
        kc.compare(kc.load(rows), by="kelas")


def test_a_text_of_numbers_alone_is_left_out_as_it_has_no_words() -> None:
    numbers = "\n\n".join(f"{number}." for number in range(20, 34))
    said = {"a": "Kami menjaga integritas. " * 12, "b": "Kami bersinergi. " * 12}
    corpus = kc.load({**said, "angka": numbers})
    with pytest.warns(UserWarning, match="by themselves, .*: angka"):
        table = kc.compare(corpus, ngrams=(1, 1))
    assert set(table["essay"]) == {"a", "b"}
    with pytest.raises(kc.errors.InvalidArgument, match="'angka' has no words"):
        kc.compare(corpus, a="angka", b="b")


def test_values_that_look_the_same_are_told_once() -> None:
    rows = {"text": ["Kami menjaga integritas. " * 12] * 4, "kelompok": ["KPU A", "KPU A."] * 2}
    tokens = kc.preprocess(kc.load(pd.DataFrame(rows)))
    with pytest.warns(UserWarning, match="look the same") as told:
        kc.compare(tokens, by="kelompok")
    assert len(told) == 1


def test_a_group_asked_for_by_name_is_refused_when_too_small(offices: Corpus) -> None:
    with pytest.raises(ValueError, match=r"Cimahi.*1 of the 2 essays"):
        kc.compare(offices, a="Cimahi", b="Subang", by="unit")


def test_an_essay_too_short_is_refused() -> None:
    corpus = kc.load({"a": "Kami menjaga integritas. " * 20, "b": "Kami bersinergi."})
    with pytest.raises(ValueError, match="'b' is too short to compare: it has 1 of the 10"):
        kc.compare(corpus, a="a", b="b")
    with pytest.raises(ValueError, match="no group by the column 'essay' can"):
        kc.compare(corpus)  # neither has a rest to be held against
    with pytest.raises(ValueError, match="'essay' has one group only: a"):
        kc.compare(corpus.select("a"))


def test_themes_differ_where_the_groups_do(offices: Corpus) -> None:
    table = kc.compare(offices, a="Subang", b="Garut", by="unit", what="themes")
    expected = ["theme", "share_a", "share_b", "difference", "low", "high", "p", "q", "enough"]
    assert table.columns.tolist() == expected
    rows = table.set_index("theme")
    assert rows.loc["integritas", "difference"] == pytest.approx(0.5)
    assert rows.loc["integritas", "low"] > 0
    assert rows.loc["sinergi", "difference"] == pytest.approx(-0.5)
    assert rows.loc["demokrasi", "difference"] == 0
    assert rows.loc["demokrasi", "p"] == 1
    assert table["q"].tolist() == benjamini_hochberg(table["p"]).tolist() != table["p"].tolist()


def test_of_themes_chosen_beforehand_q_is_of_these_alone_and_p_is_the_same() -> None:
    texts = {}
    for n in range(16):  # more assignments than are listed
        times = n % 3 + n // 4, n % 4 + 3 - n // 8, n // 6
        said = ("Kami jujur. ", "Kami bersinergi. ", "Kami disiplin. ", "Hujan turun. ")
        texts[f"e{n}"] = "".join(map(mul, said, (*times, 13 - sum(times))))
    ids = [*texts]
    asked = partial(kc.compare, kc.load(texts), a=ids[:8], b=ids[8:], what="themes")
    rows = asked().set_index("theme")
    for named in (["disiplin", "Sinergi"], "sinergi"):
        table = asked(themes=named)
        assert table["theme"].tolist() == ["sinergi", "disiplin"][: len(table)]
        assert table["p"].tolist() == rows.loc[table["theme"], "p"].tolist()
        assert table["q"].tolist() == benjamini_hochberg(table["p"]).tolist()
        assert (table["q"] < rows.loc[table["theme"], "q"].to_numpy()).all()


@pytest.mark.parametrize("what", ["words", "themes"])
def test_titles_are_on_no_side(tmp_path: Path, what: str) -> None:
    said = ["Kami menjaga integritas. ", "Kami bersinergi setiap hari. "] * 3
    tables = []
    for title in ("", "Pelayanan Publik untuk Warga\n\nOleh: Rina Kartika\n\n"):
        for n, text in enumerate(said):
            (tmp_path / f"e{n}.txt").write_text(title + text * 20, "utf-8")
        tokens = kc.preprocess(kc.load(tmp_path))
        assert tokens.units.body.all() == (not title)
        a, b = tokens.corpus.ids[::2], tokens.corpus.ids[1::2]
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "People with several essays")
            tables.append(kc.compare(tokens, a=a, b=b, what=what))
    pd.testing.assert_frame_equal(*tables)


def test_p_and_limits_agree_against_the_background_and_mostly_between_sides(
    tokens: Tokens,
) -> None:
    for rows, least in (
        (kc.compare(tokens, background="formal"), 1.0),
        (kc.compare(tokens), 0.9),
        (kc.compare(tokens, what="themes"), 0.9),
    ):
        without_zero = (rows["low"] > 0) | (rows["high"] < 0)
        assert ((rows["p"] < 0.05) == without_zero).mean() >= least
        assert (rows["p"] < 0.05).any()


def test_groups_of_one_source_give_few_discoveries(tokens: Tokens) -> None:
    """The unit of sampling is respected: halves of the same essays hardly differ."""

    text = tokens.sentences[tokens.sentences["kind"] == "sentence"]["text"].tolist()
    rows = [{"essay": str(i), "unit": "ab"[i % 2], "text": " ".join(text[i::8])} for i in range(8)]
    table = kc.compare(kc.load(pd.DataFrame(rows)), a="a", b="b", by="unit")
    assert (table["q"] > 0.05).all()


def test_the_texts_may_be_put_together(tokens: Tokens) -> None:
    table = kc.compare(tokens, a=[f"{ID}1", f"{ID}4"], b=[f"{ID}2", f"{ID}5"], ngrams=(1, 1))
    assert table.set_index("term").loc["disiplin", "count_a"] == 0


@pytest.mark.parametrize("what", ["words", "themes"])
def test_several_essays_are_a_sample_of_essays_however_they_are_named(what: str) -> None:
    said = ["Integritas pegawai dijaga setiap hari. ", "Kami melayani pemilih dengan ramah. "]
    rows = [(f"e{n}", "AB"[n % 2], said[n % 3 == 0] * 4 + said[n % 2] * (8 + n)) for n in range(12)]
    corpus = kc.load(pd.DataFrame(rows, columns=["essay", "unit", "text"]))
    ids = {unit: [name for name, of, _ in rows if of == unit] for unit in "AB"}
    by_column = kc.compare(corpus, a="A", b="B", by="unit", what=what)
    pd.testing.assert_frame_equal(kc.compare(corpus, a=ids["A"], b=ids["B"], what=what), by_column)
    pd.testing.assert_frame_equal(kc.compare(corpus, a=ids["A"], what=what), by_column)
    # one against one can be told apart by its own parts, which no two essays of a side allow
    alone = kc.compare(corpus, a="e1", b="e10", what=what)
    assert alone["p"].min() < 1 / 3
    two = kc.compare(corpus, a=["e1", "e3"], b=["e2", "e4"], what=what)
    assert two["p"].min() >= 1 / 3
    assert by_column["enough"].all()
    assert alone["enough"].all()
    assert not two["enough"].any()


@pytest.mark.parametrize("what", ["words", "themes"])
def test_groups_are_large_enough_as_in_the_table_of_themes(what: str) -> None:
    """And so as in reports: a group of four is not compared with five, however long its essays."""
    texts = ["Integritas pegawai dijaga. Kami melayani. " * 9] * 13
    corpus = kc.load(pd.DataFrame({"text": texts, "unit": [*"AAAABBBBBCCCC"]}))
    themes = kc.themes(corpus, by="unit").groupby("unit")["enough"].all()
    assert themes.tolist() == [False, True, False]
    assert not kc.compare(corpus, a="B", b="A", by="unit", what=what)["enough"].any()
    turns = kc.compare(corpus, by="unit", what=what).groupby("unit")["enough"].all()
    assert turns.tolist() == themes.tolist()
    assert kc.compare(corpus, a="B", b=["A", "C"], by="unit", what=what)["enough"].all()


@pytest.mark.parametrize(("side", "enough"), [("A", False), ("B", True)])
def test_a_group_against_laws_is_large_enough_by_the_same_rule(side: str, enough: bool) -> None:
    texts = ["Integritas pegawai dijaga. Kami melayani. " * 9] * 9
    corpus = kc.load(pd.DataFrame({"text": texts, "unit": [*"AAAABBBBB"]}))
    table = kc.compare(corpus, a=side, by="unit", background="formal")
    assert table["enough"].eq(enough).all()
    assert len(table)


@pytest.mark.parametrize(("a", "b"), [(2023, 2024), ([2023], np.int64(2024)), (2023.0, "2024")])
def test_a_side_may_be_named_by_a_number(a: Any, b: Any) -> None:
    text = {2023: "Kami menjaga integritas. ", 2024: "Kami bersinergi. "}
    rows = [{"text": text[year] * 6, "tahun": year} for year in (2023, 2024, 2023, 2024)]
    tokens = kc.preprocess(kc.load(pd.DataFrame(rows)))
    table = kc.compare(tokens, a=a, b=b, by="tahun", ngrams=(1, 1))
    assert table.equals(kc.compare(tokens, a="2023", b="2024", by="tahun", ngrams=(1, 1)))


@pytest.mark.parametrize("kind", ["str", "category"])
@pytest.mark.parametrize("b", [float("nan"), pd.NA, pd.NaT, [None]])
def test_the_missing_are_a_side_also_where_a_value_is_called_so(kind: str, b: Any) -> None:
    said = {"Garut": "bersinergi", "(tanpa nilai)": "melayani", None: "menjaga integritas"}
    rows = [(unit, f"Kami {what} setiap hari. " * 6) for unit, what in said.items()] * 2
    table = pd.DataFrame(rows, columns=["kantor", "text"]).astype({"kantor": kind})
    corpus = kc.load(table)
    shares = {
        name: kc.compare(corpus, a="Garut", b=side, by="kantor", what="themes").set_index("theme")
        for name, side in {"missing": b, "called": "(tanpa nilai)"}.items()
    }
    found = {name: table["share_b"].idxmax() for name, table in shares.items()}
    assert found == {"missing": "integritas", "called": "pelayanan"}


def test_essays_without_a_value_are_in_no_rest_unless_nothing_else_is_left() -> None:
    said = {"Garut": "bersinergi", "Subang": "melayani", None: "menjaga integritas"}
    rows = [(unit, f"Kami {what} setiap hari. " * 6) for unit, what in said.items()] * 2
    corpus = kc.load(pd.DataFrame(rows, columns=["kantor", "text"]))
    told = {"by": "kantor", "what": "themes"}
    with pytest.warns(KpuCorpusWarning, match=r"column 'kantor' \(2\)"):
        rest = kc.compare(corpus, a="Garut", **told)
    assert rest.equals(kc.compare(corpus, a="Garut", b="Subang", **told))
    with pytest.warns(KpuCorpusWarning, match=r"column 'kantor' \(2\)"):
        turn = kc.compare(corpus, **told)
    assert turn["kantor"].unique().tolist() == ["Garut", "Subang"]
    both = kc.compare(corpus, a=["Garut", "Subang"], **told).set_index("theme")
    assert both["share_b"].idxmax() == "integritas"


@pytest.mark.parametrize("shown", ["(tidak disebutkan)", "(not stated)"])
def test_essays_without_a_value_are_a_side_by_what_reports_call_them(shown: str) -> None:
    said = {"Garut": "bersinergi", None: "menjaga integritas"}
    rows = [(unit, f"Kami {what} setiap hari. " * 6) for unit, what in said.items()] * 2
    corpus = kc.load(pd.DataFrame(rows, columns=["kantor", "text"]))
    table = kc.compare(corpus, a="Garut", b=shown, by="kantor", what="themes")
    assert table.set_index("theme")["share_b"].idxmax() == "integritas"


@pytest.mark.parametrize("a", ["II", "Angkatan 2", ["II", "2"]])
@pytest.mark.filterwarnings("ignore::kpu_corpus.errors.KpuCorpusWarning")
def test_a_batch_may_be_named_as_some_of_its_essays_have_it(a: Any) -> None:
    said = {"II": "bersinergi", "2": "melayani", "1": "menjaga integritas"}
    rows = [(batch, f"Kami {what} setiap hari. " * 6) for batch, what in said.items()] * 2
    corpus = kc.load(pd.DataFrame(rows, columns=["angkatan", "text"]))
    table = kc.compare(corpus, a=a, by="angkatan", what="themes")
    assert table.equals(kc.compare(corpus, a="2", by="angkatan", what="themes"))
    with pytest.raises(ValueError, match="'III' is not a value of the column 'angkatan'"):
        kc.compare(corpus, a="III", by="angkatan", what="themes")


def test_an_essay_named_by_its_file_is_told_its_id() -> None:
    corpus = kc.load({"BPS/esai ani-1": "Kami hadir.", "BPS/esai budi-1": "Kami belajar."})
    with pytest.raises(ValueError, match="Did you mean 'BPS/esai ani-1'"):
        kc.compare(corpus, a="esai ani.docx")


def test_the_values_of_a_column_are_told_in_their_order_and_none_at_the_end() -> None:
    corpus = kc.load(pd.DataFrame({"text": ["Kami hadir."] * 3, "kelas": ["10", "9", None]}))
    with pytest.raises(ValueError, match=r"expected one of: 9, 10, \(tanpa nilai\)"):
        kc.compare(corpus, a="Z", by="kelas")


def test_names_from_a_generator_are_all_read(tokens: Tokens) -> None:
    named = kc.compare(tokens, a=(f"{ID}{n}" for n in (1, 2)), ngrams=(1, 1))
    assert named.equals(kc.compare(tokens, a=[f"{ID}1", f"{ID}2"], ngrams=(1, 1)))


def test_a_corpus_against_the_background_says_what_keyness_says(tokens: Tokens) -> None:
    table = kc.compare(tokens, background="formal", ngrams=(1, 1)).set_index("term")
    same = kc.keyness(tokens, by=None).set_index("term")
    assert set(table.index) == set(same.index)
    for ours, theirs in (("count_a", "count"), ("log_ratio",) * 2, ("low",) * 2, ("p",) * 2):
        np.testing.assert_allclose(table[ours], same.loc[table.index, theirs], atol=1e-12)
    np.testing.assert_allclose(table["g2"], same.loc[table.index, "g2"].abs())
    assert table.loc["integritas", "low"] > 0
    there = table[table["rate_b"] > 0]
    np.testing.assert_allclose(np.log2(there["rate_a"] / there["rate_b"]), there["log_ratio"])


def test_one_essay_against_the_background_is_sampled_by_its_sentences(tokens: Tokens) -> None:
    table = kc.compare(tokens, a=f"{ID}1", background="formal", ngrams=(1, 1)).set_index("term")
    same = kc.keyness(tokens).query(f"essay == '{ID}1'").set_index("term")
    assert set(table.index) == set(same.index)
    np.testing.assert_allclose(table["low"], same.loc[table.index, "low"])


@pytest.mark.parametrize("wrong", [{"b": f"{ID}2"}, {"what": "themes"}])
def test_a_background_has_counts_of_words_only(tokens: Tokens, wrong: dict[str, str]) -> None:
    (name, value), *_ = wrong.items()
    with pytest.raises(ValueError, match=f"with {name}='{value}': .* only has counts of words"):
        kc.compare(tokens, a=f"{ID}1", background="formal", **wrong)


def test_essays_without_a_value_are_told_in_the_language_of_the_message() -> None:
    tokens = kc.preprocess(kc.load(dict.fromkeys("abc", "Kami jujur. " * 12)))
    with (
        pytest.warns(kc.errors.KpuCorpusWarning, match="No essay has a value"),
        pytest.raises(kc.errors.InvalidArgument) as caught,
    ):
        kc.compare(tokens, by="unit")
    assert "one group only: (not stated)." in caught.value.text("en")
    assert "satu kelompok: (tidak disebutkan)." in caught.value.text("id")
