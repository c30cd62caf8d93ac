"""The scikit-learn contract, as far as an estimator on texts can keep it."""

import pickle
from typing import Any

import numpy as np
import pandas as pd
import pytest
from scipy.sparse import csr_array
from sklearn.base import clone
from sklearn.compose import ColumnTransformer
from sklearn.exceptions import NotFittedError
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import make_pipeline
from sklearn.utils import estimator_checks

import kpu_corpus as kc

TEXTS = [
    "Kami melayani pemilih dengan jujur.",
    "Pelayanan publik itu penting bagi pemilih.",
    "Hujan turun sejak pagi di desa.",
    "Petani di desa menanam padi sejak pagi.",
] * 3
KINDS = ["kantor", "kantor", "desa", "desa"] * 3

# Checks that hand over numbers cannot be met by an estimator on texts; these need none.
CHECKS = [
    "check_no_attributes_set_in_init",
    "check_get_params_invariance",
    "check_set_params",
    "check_parameters_default_constructible",
    "check_estimator_cloneable",
    "check_estimator_repr",
    "check_estimator_tags_renamed",
    "check_valid_tag_types",
    "check_mixin_order",
]


@pytest.mark.parametrize("name", CHECKS)
def test_the_checks_of_scikit_learn_that_need_no_numbers(name: str) -> None:
    check = getattr(estimator_checks, name, None)
    if check is None:
        pytest.skip(f"this scikit-learn has no {name}")
    check("TermVectorizer", kc.TermVectorizer())


@pytest.mark.filterwarnings("ignore::sklearn.exceptions.SkipTestWarning")
def test_check_estimator_finds_nothing_to_fail() -> None:
    """It leaves out every check that hands over numbers, once an estimator says it takes texts."""
    results = estimator_checks.check_estimator(kc.TermVectorizer(), on_fail=None, on_skip=None)
    assert {result["status"] for result in results} <= {"passed", "skipped", "xfail"}


def test_fitting_again_or_reading_changes_nothing() -> None:
    """The contract of the checks that hand over numbers, held with texts."""
    vectorizer = kc.TermVectorizer().fit(TEXTS)
    before = {name: vars(vectorizer)[name] for name in ("terms_", "idf_")}
    first = vectorizer.transform(TEXTS).toarray()
    second = vectorizer.fit(TEXTS).transform(TEXTS).toarray()
    np.testing.assert_array_equal(first, second)
    assert all(np.array_equal(before[name], getattr(vectorizer, name)) for name in before)
    one_by_one = np.vstack([vectorizer.transform([text]).toarray() for text in TEXTS])
    np.testing.assert_allclose(one_by_one, first)


@pytest.mark.parametrize("weighting", ["tfidf", "count", "binary"])
def test_transform_agrees_with_fit_transform_and_leaves_new_terms_out(weighting: str) -> None:
    vectorizer = kc.TermVectorizer(weighting=weighting)
    first = vectorizer.fit_transform(TEXTS)
    assert first.has_canonical_format  # sorted, as the matrices of scikit-learn are
    np.testing.assert_allclose(vectorizer.transform(TEXTS).toarray(), first.toarray())
    assert vectorizer.transform(["Gajah berlari."]).nnz == 0
    assert vectorizer.transform([""]).shape == (1, len(vectorizer.terms_))


ALONE = [
    "Kelompok Tani Hutan (KTH) menjaga mangrove.",
    "Kelompok Tani Hutan hadir di desa.",
    "KTH itu hadir, bukan Kelompok Tani Hutan.",
    "Kota Serangan indah. Kami ke Serangan, bukan ke kota.",
    "Serangan hama merusak padi di desa.",
    "Kami ke Bari. Kota Bari indah.",
    "Bari harus dijaga dengan intergritas.",
    "Intergritas Kami jaga.",
    "",
]


@pytest.mark.parametrize(
    ("settings", "fitted"),
    [
        ({}, ALONE),
        ({"ngrams": (1, 3)}, ALONE[::2]),
        ({"weighting": "count", "norm": None}, ALONE[1::2]),
    ],
)
def test_a_row_depends_on_its_text_and_the_fitted_ones_alone(
    settings: dict[str, Any], fitted: list[str]
) -> None:
    vectorizer = kc.TermVectorizer(**settings).fit(fitted)
    whole = vectorizer.transform(ALONE).toarray()
    alone = np.vstack([vectorizer.transform([text]).toarray() for text in ALONE])
    np.testing.assert_array_equal(alone, whole)
    order = np.random.default_rng(0).permutation(len(ALONE))
    turned = vectorizer.transform([ALONE[at] for at in order]).toarray()
    np.testing.assert_array_equal(turned, whole[order])
    again = pickle.loads(pickle.dumps(vectorizer)).transform(ALONE[:2]).toarray()
    np.testing.assert_array_equal(again, whole[:2])
    fitting = kc.TermVectorizer(**settings).fit_transform(fitted).toarray()
    np.testing.assert_allclose(fitting, vectorizer.transform(fitted).toarray())
    other = kc.TermVectorizer(**settings).fit(fitted[::-1])
    assert other.terms_.tolist() == vectorizer.terms_.tolist()
    np.testing.assert_array_equal(other.transform(ALONE).toarray(), whole)


def test_a_short_form_that_the_fitted_texts_define_holds_for_every_text() -> None:
    vectorizer = kc.TermVectorizer(weighting="count", norm=None).fit(ALONE[:2])
    [row] = vectorizer.transform(ALONE[1:2]).toarray()
    assert row[vectorizer.terms_.tolist().index("kth")] == 1


def test_roots_and_phrases_are_the_features() -> None:
    names = kc.TermVectorizer(ngrams=(1, 2), min_df=3).fit(TEXTS).get_feature_names_out().tolist()
    assert "layan" in names
    assert "pilih" in names
    assert names == sorted(names)


@pytest.mark.parametrize(
    ("bound", "value"),
    [
        *(("min_df", value) for value in (2, np.int64(3), 0.25, 0.3, np.float64(0.75), 1, 1.0)),
        *(("max_df", value) for value in (1, 2, 0.5, 0.75, 1.0, 4)),
    ],
)
def test_both_bounds_are_counts_or_parts_as_in_scikit_learn(bound: str, value: float) -> None:
    texts = ["padi desa", "padi desa pagi", "padi pagi desa laut", "padi"]
    own = kc.TermVectorizer(**{bound: value}, roots="none", spelling=False).fit(texts)
    theirs = CountVectorizer(**{bound: value}).fit(texts)
    assert own.get_feature_names_out().tolist() == theirs.get_feature_names_out().tolist()


def test_stop_words_and_phrases_are_those_of_preprocess() -> None:
    texts = ["Kami menjaga marwah lembaga.", "Marwah lembaga kami jaga."]
    settings = {"stops": ("function", "jaga"), "phrases": ["marwah lembaga"]}
    own = kc.TermVectorizer(weighting="count", norm=None, **settings)
    counts = own.set_output(transform="pandas").fit_transform(texts)
    frame = kc.preprocess(kc.load(dict(enumerate(texts))), **settings).frame
    there = frame.loc[~frame["stop"] & (frame["kind"] != "symbol")]
    assert list(counts.columns) == sorted(set(there["root"]))
    assert "marwah lembaga" in counts.columns
    assert "kita" in kc.TermVectorizer(stops=()).fit(["Kita hadir."]).terms_
    assert clone(own).get_params() == own.get_params()


def test_clone_and_pickle_keep_the_settings_and_the_terms() -> None:
    fitted = kc.TermVectorizer(weighting="count", norm=None).fit(TEXTS)
    again = pickle.loads(pickle.dumps(fitted))
    assert (again.transform(TEXTS) != fitted.transform(TEXTS)).nnz == 0
    assert clone(fitted).get_params() == fitted.get_params()
    with pytest.raises(NotFittedError):
        clone(fitted).transform(TEXTS)


def test_it_works_in_a_pipeline_and_a_grid_search() -> None:
    pipe = make_pipeline(kc.TermVectorizer(), LogisticRegression())
    grid = {"termvectorizer__weighting": ["tfidf", "binary"]}
    tagged = [f"{text} â€œFoto &amp; <b>video</b>" for text in TEXTS]
    with pytest.warns(kc.errors.KpuCorpusWarning) as told:
        search = GridSearchCV(pipe, grid, cv=2).fit(tagged, KINDS)
    assert {one.filename for one in told} == {__file__}
    starts = {str(one.message).partition(", such")[0] for one in told}
    assert starts == {"Some texts contain HTML", "Some texts contain broken characters"}
    assert search.predict(["Pelayanan pemilih", "padi di desa"]).tolist() == ["kantor", "desa"]


def test_terms_are_looked_up_and_told_of_rows_as_by_scikit_learn() -> None:
    vectorizer = kc.TermVectorizer(roots="none", weighting="count", norm=None)
    matrix = vectorizer.fit_transform(TEXTS)
    own = CountVectorizer(vocabulary=vectorizer.vocabulary_).fit(TEXTS)
    assert vectorizer.vocabulary_ == own.vocabulary_
    shown = own.inverse_transform(matrix)
    for rows in (matrix, matrix.toarray(), pd.DataFrame(matrix.toarray())):
        told = vectorizer.inverse_transform(rows)
        assert [row.tolist() for row in told] == [row.tolist() for row in shown]
    matrix.data[0] = 0  # which a caller may have set
    stored = matrix.nnz
    assert len(vectorizer.inverse_transform(matrix)[0]) < len(shown[0])
    assert matrix.nnz == stored
    with pytest.raises(kc.KpuCorpusError, match="has 2 columns"):
        vectorizer.inverse_transform(matrix[:, :2])


@pytest.mark.parametrize(
    ("given", "meant"), [("ngram_range", "ngrams"), ("stop_words", "stops"), ("ngram", "ngrams")]
)
def test_a_parameter_of_scikit_learn_is_told_its_name_here(given: str, meant: str) -> None:
    with pytest.raises(ValueError, match=rf"'{given}'; expected .*Did you mean '{meant}'\?"):
        kc.TermVectorizer(**{given: (1, 2)})


def test_a_setting_that_is_given_with_the_texts_is_refused() -> None:
    with pytest.raises(TypeError, match="ngrams"):
        kc.TermVectorizer().fit_transform(TEXTS, ngrams=(1, 2))  # type: ignore[call-arg]


def test_output_as_pandas_has_the_terms_as_columns() -> None:
    vectorizer = kc.TermVectorizer(weighting="count", norm=None).set_output(transform="pandas")
    table = vectorizer.fit_transform(TEXTS[:4])
    assert table["layan"].tolist() == [1, 1, 0, 0]


@pytest.mark.parametrize("of", [lambda df: df["teks"], lambda df: df[["teks"]]])
def test_output_as_pandas_keeps_the_index_so_that_it_joins(of: Any) -> None:
    df = pd.DataFrame({"teks": TEXTS[:4], "n": range(4)}, index=[10, 7, 3, 99])
    vectorizer = kc.TermVectorizer(weighting="count", norm=None).set_output(transform="pandas")
    table = vectorizer.fit_transform(of(df))
    assert table.index.tolist() == [10, 7, 3, 99]
    assert df.join(table)["layan"].tolist() == [1, 1, 0, 0]
    assert vectorizer.transform(of(df.iloc[::-1])).index.tolist() == [99, 3, 7, 10]
    assert vectorizer.transform(TEXTS[:2]).index.tolist() == [0, 1]


@pytest.mark.parametrize("columns", ["teks", ["teks"]])
def test_it_is_a_part_of_a_column_transformer(columns: Any) -> None:
    df = pd.DataFrame({"teks": TEXTS[:4], "n": range(4)}, index=[10, 7, 3, 99])
    parts = [("teks", kc.TermVectorizer(norm=None), columns), ("n", "passthrough", ["n"])]
    table = ColumnTransformer(parts).set_output(transform="pandas").fit_transform(df)
    assert table["n__n"].tolist() == [0, 1, 2, 3]
    assert (table["teks__layan"] > 0).tolist() == [True, True, False, False]


@pytest.mark.parametrize("of", [list, np.array, pd.Series, lambda t: pd.DataFrame({"x": t}), iter])
def test_texts_may_stand_in_a_table_of_one_column(of: Any) -> None:
    found = kc.TermVectorizer().fit_transform(of(TEXTS))
    assert (found != kc.TermVectorizer().fit_transform(TEXTS)).nnz == 0


@pytest.mark.parametrize(
    ("settings", "texts", "message"),
    [
        ({"weighting": "tf"}, TEXTS, "Did you mean 'tfidf'"),
        ({"norm": "max"}, TEXTS, "norm='max' is not known; expected one of: l1, l2, or None"),
        ({"min_df": 0}, TEXTS, "min_df=0; expected a whole number"),
        ({"min_df": 0.0}, TEXTS, r"min_df=0\.0; expected"),
        ({"min_df": 1.5}, TEXTS, r"min_df=1\.5; expected"),
        ({"min_df": True}, TEXTS, "min_df=True; expected"),
        ({"min_df": "2"}, TEXTS, "min_df='2'; expected"),
        ({"max_df": 0}, TEXTS, "max_df=0; expected a whole number"),
        ({"max_df": 1.5}, TEXTS, r"max_df=1\.5; expected"),
        ({"min_df": 2, "max_df": 1}, TEXTS, "no term is left from 12 texts.*max_df=1 too small"),
        ({"stops": "fungsi"}, TEXTS, "stops"),
        ({"stops": iter(["function"])}, TEXTS, "stops=list_iterator; expected a list of tiers"),
        (
            {"phrases": (word for word in ["hak pilih"])},
            TEXTS,
            "phrases=generator; expected a list",
        ),
        ({}, "satu teks", "expected a list of texts"),
        ({}, [1, 2], "got int"),
        ({}, ["Kami hadir.", "Adil.", float("nan")], "got nan at position 2, counted from 0"),
        ({}, [], "at least one"),
        ({}, pd.DataFrame({"teks": TEXTS, "n": KINDS}), r"2 columns \('teks', 'n'\); expected one"),
        ({}, np.array([TEXTS, KINDS]).T, "got a table of 2 columns"),
        ({}, np.array([[TEXTS]]), f"got a table of {len(TEXTS)} columns"),
        ({}, {"a": "Kami hadir."}, "got dict; expected a list of texts"),
        ({}, np.array("Kami hadir."), "got ndarray; expected a list of texts"),
        ({}, csr_array([[1]]), "got csr_array; expected a list of texts"),
        ({}, {"Kami hadir."}, "got set; expected a list of texts"),
        ({}, kc.load({"a": "Kami hadir."}), r"got Corpus; .*, such as corpus\.essays\['text'\]"),
        ({}, pd.DataFrame({"n": [1, 2]}), "got int"),
        ({"min_df": 999}, TEXTS, "no term is left from 12 texts.*min_df=999 may be too large"),
        ({}, ["yang dan di", ""], "only stop words"),
    ],
)
def test_a_wrong_argument_says_what_is_right(
    settings: dict[str, object], texts: object, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        kc.TermVectorizer(**settings).fit(texts)  # type: ignore[arg-type]


def test_a_text_with_nothing_to_see_keeps_its_row() -> None:
    matrix = kc.TermVectorizer().fit_transform(["Kami jujur.", "\u200b", "\ufeff \n", "Adil."])
    assert np.diff(matrix.indptr).tolist() == [1, 0, 0, 1]


def test_a_function_for_roots_makes_no_difference_between_capitals_and_small_letters() -> None:
    vectorizer = kc.TermVectorizer(roots=lambda word: word[:5]).fit(["Jujur itu jujur."])
    assert vectorizer.terms_.tolist() == ["jujur"]


def test_a_text_that_is_missing_is_told_with_what_fills_it() -> None:
    texts = pd.Series([*TEXTS, None], index=range(5, len(TEXTS) + 6))
    with pytest.raises(kc.errors.InvalidArgument, match=r"at position \d+, .*series\.fillna\(''\)"):
        kc.TermVectorizer().fit(texts)
    assert kc.TermVectorizer().fit_transform(texts.fillna("")).shape[0] == len(texts)
