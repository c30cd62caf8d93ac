"""Counts of terms in units and rows: in C the same as scipy's products, to the last digit."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import examples
from tests.ways import compiled, numpy_alone

import kpu_corpus as kc
from kpu_corpus.terms.unit_counts import adder, by_row, by_unit, cells, summed
from kpu_corpus.terms.vocabulary import occurrences
from kpu_corpus.tokens import Tokens

WORDS = st.sampled_from(
    "kerja keras, jujur. politik praktis berpolitik yang KPU nilai-nilai".split()
)
TEXTS = st.lists(st.lists(WORDS, max_size=30).map(" ".join), min_size=1, max_size=4)


def tokens_of(texts: list[str]) -> Tokens:
    return kc.preprocess(kc.load({str(index): f"{text} ya" for index, text in enumerate(texts)}))


def columns_of(matrix: Any) -> tuple[Any, ...]:
    return (*(column.tolist() for column in (matrix.indptr, matrix.indices)), matrix.data.tolist())


@compiled
@examples(8)
@given(TEXTS, st.integers(1, 3), st.randoms(use_true_random=False))
def test_both_ways_count_the_same_in_the_same_order(
    texts: list[str], rows: int, chance: Any
) -> None:
    tokens = tokens_of(texts)
    found, units = occurrences(tokens, ngrams=(1, 3)), len(tokens.units.kind)
    row = np.array([chance.randrange(rows) for _ in range(units)], dtype=np.int32)
    weight = np.array([0.1 + chance.random() for _ in range(units)])

    def counted() -> list[tuple[Any, ...]]:
        counts = by_unit(found, tokens.unit, units)
        total, weights = summed(found, tokens.unit, adder(row, rows), weight)
        weights.sort_indices()  # in the order of the terms: nobody sums over it
        assert total.nnz == weights.nnz
        return [columns_of(counts), columns_of(total), columns_of(weights)]

    fast = counted()
    with numpy_alone():
        assert fast == counted()


def test_a_long_unit_is_counted_in_the_order_of_its_terms() -> None:
    tokens = tokens_of([" ".join(f"xa{chr(97 + n % 26)}{chr(97 + n % 7)}" for n in range(390))])
    found = occurrences(tokens)
    counts = by_unit(found, tokens.unit, len(tokens.units.kind))
    assert counts.shape == (1, counts.nnz)
    assert counts.indices.tolist() == list(range(counts.nnz))
    assert counts.sum() == len(found.column) > 300
    row = np.zeros(1, dtype=np.int32)
    total, weights = summed(found, tokens.unit, adder(row, 1), np.array([0.5]))
    assert (total != counts).nnz == 0
    assert weights.data.tolist() == [0.5] * counts.nnz


@compiled
@pytest.mark.parametrize("types", [5, 64, 4096, 9000])
def test_words_are_counted_by_essay_as_scipy_does(types: int) -> None:
    chance = np.random.default_rng(types)
    essay = np.repeat(np.arange(5, dtype=np.int32), [0, 3, 70, 2000, 0])
    word = chance.integers(0, types, len(essay), dtype=np.int32)
    word[:2] = 0, types - 1
    fast = cells(essay, word, (5, types))
    with numpy_alone():
        plain = cells(essay, word, (5, types))
    assert columns_of(fast) == columns_of(plain)
    assert fast.has_canonical_format
    assert [fast.indices.dtype, fast.data.dtype] == [plain.indices.dtype, plain.data.dtype]


def test_rows_count_the_terms_of_their_units_and_leave_the_others_out() -> None:
    tokens = tokens_of(["Jujur. Kerja keras. Kerja jujur."])
    found = occurrences(tokens)
    counts = by_row(found, tokens.unit, np.array([1, -1, 1, 0]), 3)
    said = [dict(zip(found.terms, row, strict=True)) for row in counts.toarray().tolist()]
    assert said[1] == {"jujur": 2, "kerja": 1, "keras": 0}
    assert sum(said[0].values()) == sum(said[2].values()) == 0


@pytest.mark.parametrize("by", ["essay", None])
def test_sorting_one_matrix_leaves_the_other_as_it_is(by: str | None) -> None:
    from kpu_corpus.terms.matrix import term_matrix

    matrix = term_matrix(tokens_of(["Kerja keras dan jujur. Jujur bekerja keras."] * 2), by=by)
    before = matrix.salience.toarray()
    matrix.counts.sort_indices()
    assert (matrix.salience.toarray() == before).all()
