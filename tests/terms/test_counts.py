"""Counts of terms in batches: the keywords of every batch are those of the whole corpus."""

from collections.abc import Sequence
from inspect import unwrap
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import examples

import kpu_corpus as kc
from kpu_corpus.analysis.keywords.keywords import countable_units, keywords, keywords_of
from kpu_corpus.streaming.forms import added, forms_of_batch
from kpu_corpus.terms.counts import TermCounts, count, merge
from kpu_corpus.terms.fingerprints import fingerprints, length_of, parts_of, shape_of
from kpu_corpus.terms.forms import shown_of
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.stream import checked, tokens_of
from kpu_corpus.tokens.survey import scanned, settle, survey

# One term as a unit and as words side by side, parts that stand alone in another essay only.
WORDS = st.sampled_from(
    """integritas Integritas menjaga penjagaan yang tidak politik praktis berpolitik praktis,
    tanggung jawab bertanggung jawab sosial. menanggung jawab, pemilu Pemilihan Umum KPU nilai-nilai
    kerja pekerjaan bekerja keras. 2024 a""".split()
)
TEXTS = st.lists(st.lists(WORDS, max_size=30).map(" ".join), min_size=2, max_size=6)
CUTS = st.lists(st.integers(0, 6), max_size=3)
PLAIN = checked()


def batches_of(corpus: kc.Corpus, cuts: Sequence[int]) -> list[Tokens]:
    ids = [item.id for item in corpus.items]
    edges = pairwise([0, *sorted(min(cut, len(ids)) for cut in cuts), len(ids)])
    parts = [scanned(corpus.select(ids[a:b])) for a, b in edges if a < b]
    whole = survey(scanned(corpus), PLAIN)
    return [tokens_of(part, settle(whole, PLAIN)) for part in parts]


def in_batches(corpus: kc.Corpus, cuts: Sequence[int], **settings: Any) -> pd.DataFrame:
    batches = batches_of(corpus, cuts)
    ngrams = settings.get("ngrams", (1, 3))
    counted = [countable_units(batch, ngrams) for batch in batches]
    whole = merge(count(batch, longest=ngrams[1]) for batch in reversed(counted)).kept()
    table = pd.concat([keywords_of(batch, whole, **settings) for batch in batches])
    terms = sorted(set(table["term"]))
    rows = np.searchsorted(whole.key, fingerprints(terms).key).tolist()
    found = shown_of(*added(forms_of_batch(batch, whole, ngrams[1]) for batch in counted))
    shown = {term: found[row] for term, row in zip(terms, rows, strict=True)}
    return table.assign(display=table["term"].map(shown)).reset_index(drop=True)


def corpus_of(texts: list[str]) -> kc.Corpus:
    return kc.load({str(index): text + " ya" for index, text in enumerate(texts)})


@examples(8)
@given(TEXTS, CUTS, st.sampled_from([(1, 3), (1, 1), (1, 2), (2, 3)]))
def test_keywords_of_batches_are_those_of_the_whole(
    texts: list[str], cuts: list[int], ngrams: tuple[int, int]
) -> None:
    corpus = corpus_of(texts)
    whole = keywords(corpus, ngrams=ngrams)
    found = in_batches(corpus, cuts, ngrams=ngrams)
    pd.testing.assert_frame_equal(found.astype(whole.dtypes), whole, check_exact=True)


def test_batches_are_ranked_with_the_defaults_of_the_whole() -> None:
    assert keywords_of.__kwdefaults__ == unwrap(keywords).__kwdefaults__


@pytest.mark.parametrize(
    ("weighting", "background"),
    [
        ("salience", None),
        ("tfidf", "formal"),
        ("count", None),
        ("g2", "formal"),
        ("log_odds", None),
    ],
)
def test_every_weighting_sees_the_whole(
    page: kc.Corpus, weighting: str, background: str | None
) -> None:
    found = in_batches(page, [1, 3], weighting=weighting, background=background)
    whole = keywords(page, weighting=weighting, background=background)
    pd.testing.assert_frame_equal(found.astype(whole.dtypes), whole, check_exact=True)


def table_of(counts: TermCounts) -> list[tuple[int, ...]]:
    columns = (counts.key, counts.shape, counts.count, counts.df)
    return list(zip(*(column.tolist() for column in columns), strict=True))


@examples(8)
@given(TEXTS, CUTS)
def test_counts_add_up_to_those_of_the_whole(texts: list[str], cuts: list[int]) -> None:
    corpus = corpus_of(texts)
    parts = [count(batch) for batch in batches_of(corpus, cuts)]
    whole, found = count(kc.preprocess(corpus)), merge(parts)
    assert table_of(found) == table_of(whole)
    assert (found.essays, found.words) == (whole.essays, whole.words)
    assert table_of(merge([*parts[1:], merge(parts[:1])])) == table_of(whole)


def test_a_phrase_of_some_batches_has_the_same_shape_in_any_order() -> None:
    text = kc.load({"a": "Sapi perah sehat."})
    parts = [count(kc.preprocess(text, phrases=phrases)) for phrases in (["sapi perah"], [])]
    one, other = merge(parts), merge(parts[::-1])
    assert one.shape.tolist() == other.shape.tolist()
    assert one.shape.tolist() != parts[1].shape.tolist()


def test_counts_of_nothing_are_empty() -> None:
    assert (merge([]).essays, len(merge([]).kept().key)) == (0, 0)


@given(st.lists(st.lists(st.sampled_from("abcd"), min_size=1, max_size=4), min_size=1, max_size=3))
def test_a_shape_splits_the_words_again(roots: list[list[str]]) -> None:
    shape = shape_of([np.array([len(root)]) for root in roots])
    term = " ".join(word for root in roots for word in root)
    assert parts_of(term, int(shape[0])) == [" ".join(root) for root in roots]
    assert length_of(shape).tolist() == [len(roots)]


def test_keys_are_the_same_in_any_company_and_tell_orders_apart() -> None:
    alone, among = fingerprints(["kerja keras"]), fingerprints(["keras kerja", "kerja keras", "a"])
    assert alone.key[0] == among.key[1]
    assert len(set(among.key.tolist())) == 3
