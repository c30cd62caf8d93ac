"""Arguments checked at the call: whole numbers, flags, strings, in every function alike."""

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.checks import flag, real, strings, text, whole
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.tokens import Tokens


@pytest.mark.parametrize("value", [3, np.int64(3), np.uint8(3), np.array(3)])
def test_every_whole_number_is_one_and_comes_back_as_pythons(value: Any) -> None:
    assert whole("top", value) == 3
    assert type(whole("top", value)) is int


@pytest.mark.parametrize("value", [True, np.True_, 2.0, "3", None, 0, np.int64(-1), [3]])
def test_nothing_else_is_a_whole_number(value: Any) -> None:
    with pytest.raises(InvalidArgument, match="expected a whole number of at least 1"):
        whole("top", value)


@pytest.mark.parametrize("value", ["no", "yes", 0, 1, None, [], np.int64(1)])
def test_a_flag_is_true_or_false_and_nothing_that_counts_as_one(value: Any) -> None:
    with pytest.raises(InvalidArgument, match="expected True or False"):
        flag("text", value)
    assert flag("text", np.False_) is False


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -1, "x", None, True, [1]])
def test_a_real_number_is_finite_and_in_its_range(value: Any) -> None:
    with pytest.raises(InvalidArgument, match="at least 0"):
        real("threshold", value, "not_negative")
    assert real("threshold", np.float64(2.5), "not_negative") == 2.5


@pytest.mark.parametrize("value", [3, None, ["a", 3], {"a": 1}.items()])
def test_several_strings_are_strings(value: Any) -> None:
    with pytest.raises(InvalidArgument, match="expected a string or a list of strings"):
        strings("themes", value)
    with pytest.raises(InvalidArgument, match="expected a string"):
        text("by", value)


@pytest.mark.parametrize("value", ["no", "yes", 1, None])
def test_texts_are_not_written_unless_true_says_so(
    tokens: Tokens, tmp_path: Path, value: Any
) -> None:
    with pytest.raises(InvalidArgument, match=f"text={value!r}; expected True or False"):
        kc.explorer(tokens, tmp_path / "jelajah.html", text=value)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda t: kc.preprocess(t.corpus, spelling="yes"), "spelling"),
        (lambda t: kc.TermVectorizer(spelling="yes").fit(["Kami hadir."]), "spelling"),
        (lambda t: kc.keywords(t, titles="yes"), "titles"),
        (lambda t: kc.keyness(t, titles="yes"), "titles"),
    ],
)
def test_no_function_takes_a_word_for_true(tokens: Tokens, call: Any, name: str) -> None:
    with pytest.raises(InvalidArgument, match=f"{name}='yes'; expected True or False"):
        call(tokens)


def test_numbers_and_lists_of_numpy_and_json_give_the_same_tables(tokens: Tokens) -> None:
    three: Any = np.int64(3)
    pair: Any = [np.int64(1), 2]
    two = (1, 2)
    pairs = [
        (kc.keywords(tokens, top=three, ngrams=pair), kc.keywords(tokens, top=3, ngrams=two)),
        (kc.keyness(tokens, minimum=three), kc.keyness(tokens, minimum=3)),
        (kc.collocations(tokens, minimum=three), kc.collocations(tokens, minimum=3)),
        (
            kc.dispersion(tokens, top=three, ngrams=pair),
            kc.dispersion(tokens, top=3, ngrams=two),
        ),
        (kc.similarity(tokens, top=three), kc.similarity(tokens, top=3)),
        (kc.templates(tokens, min_words=three), kc.templates(tokens, min_words=3)),
    ]
    for ours, same in pairs:
        pd.testing.assert_frame_equal(ours, same)
        assert kc.same(kc.manifest(ours), kc.manifest(same)) == {}


@pytest.mark.parametrize("seed", ["a", 1.5, -1, True])
def test_a_seed_is_a_whole_number(tokens: Tokens, seed: Any, tmp_path: Path) -> None:
    with pytest.raises(InvalidArgument, match="seed="):
        kc.keywords(tokens, resamples=5, seed=seed)
    with pytest.raises(InvalidArgument, match="seed="):
        kc.topics(tokens, seed=seed)
    with pytest.raises(InvalidArgument, match="seed="):
        kc.coding_sheet(tokens, tmp_path / "lembar.xlsx", seed=seed)


@pytest.mark.parametrize("answer", [None, "", " ", 3, ["jaga"]])
def test_a_function_that_gives_no_root_is_told_with_the_word(answer: Any) -> None:
    corpus = kc.load({"a": "Kami menjaga integritas."})
    with pytest.raises(InvalidArgument, match=r"roots\('\w+'\) returned .*expected the root"):
        kc.preprocess(corpus, roots=lambda word: answer)
    with pytest.raises(InvalidArgument, match=r"roots\('menjaga'\) returned"):
        kc.root("menjaga", roots=lambda word: answer)


@pytest.mark.parametrize(
    ("weighting", "message"),
    [
        (lambda matrix: None, "returned NoneType; expected a scipy matrix or a numpy array"),
        (lambda matrix: [1, 2], "returned list"),
        (lambda matrix: matrix.counts.T, r"returned cs._matrix \("),
        (lambda matrix: matrix.counts * np.nan, "not finite"),
        (lambda matrix: matrix.counts.toarray().astype(str), "not finite"),
        (["tfidf"], r"weighting=\['tfidf'\] is not known"),
    ],
)
def test_a_weighting_returns_numbers_in_the_shape_of_the_counts(
    tokens: Tokens, weighting: Any, message: str
) -> None:
    with pytest.raises(InvalidArgument, match=message):
        kc.keywords(tokens, weighting=weighting)


def test_a_weighting_may_return_a_dense_array(tokens: Tokens) -> None:
    dense = kc.keywords(tokens, weighting=lambda matrix: matrix.counts.toarray())
    pd.testing.assert_frame_equal(dense, kc.keywords(tokens, weighting="count"))
