"""Counts of terms: equal to naive counts, with attested display forms and no term twice."""

from collections import Counter
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.conftest import examples
from tests.ways import compiled, numpy_alone

import kpu_corpus as kc
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.terms.grams import countable
from kpu_corpus.terms.matrix import term_matrix
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.single_words import single_words

WORDS = st.sampled_from(
    """integritas netral menjaga penjagaan yang tidak harus pemilu Pemilihan Umum KPU, bekerja
    pekerjaan. Kami nilai-nilai tanggung jawab bertanggung di dan 2024 P.N. a""".split()
)
TEXTS = st.lists(st.lists(WORDS, max_size=25).map(" ".join), min_size=1, max_size=4)


def tokens_of(texts: list[str]) -> Tokens:
    return kc.preprocess(kc.load({str(index): text for index, text in enumerate(texts)}))


def dense(matrix: object) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    return np.asarray(matrix.toarray(), dtype=float)  # type: ignore[attr-defined]


@examples(10)
@given(TEXTS)
def test_single_words_equal_a_naive_count(texts: list[str]) -> None:
    texts = [text or "kosong" for text in texts]
    tokens = tokens_of(texts)
    table = tokens.frame.assign(counted=countable(tokens))
    naive = Counter(
        (row.essay, row.root.replace(".", ""))
        for row in table[table["counted"]].itertuples(index=False)
    )
    matrix = term_matrix(tokens, ngrams=(1, 1))
    counts = dense(matrix.counts)
    found = {
        (essay, term): int(counts[row, column])
        for row, essay in enumerate(matrix.groups.labels)
        for column, term in enumerate(matrix.terms)
        if counts[row, column]
    }
    assert found == dict(naive)


@examples(10)
@given(TEXTS)
def test_terms_are_one_to_one_and_display_forms_attested(texts: list[str]) -> None:
    texts = [text or "kosong" for text in texts]
    matrix = term_matrix(tokens_of(texts))
    flat = [" ".join(text.split()) for text in texts]
    size = len(matrix.terms)
    assert len(set(matrix.terms)) == size
    assert {len(matrix.display), len(matrix.idf), len(matrix.df), matrix.counts.shape[1]} == {size}
    assert all(any(shown in text for text in flat) for shown in matrix.display)


@examples(10)
@given(TEXTS)
def test_units_add_up_to_the_groups_and_salience_is_no_more_than_sentences(
    texts: list[str],
) -> None:
    tokens = tokens_of([text or "kosong" for text in texts])
    matrix = term_matrix(tokens, by=None)
    units = dense(matrix.units)
    assert (units.sum(axis=0) == dense(matrix.counts)[0]).all()
    assert (dense(matrix.salience)[0] <= (units > 0).sum(axis=0) + 1e-9).all()
    assert matrix.words[0] == matrix.places.words.sum()


@examples(10)
@given(TEXTS)
def test_taking_units_apart_keeps_offsets_exact(texts: list[str]) -> None:
    tokens = single_words(tokens_of([text or "kosong" for text in texts]))
    source = {item.id: tokens.corpus.by_name[item.source].text for item in tokens.corpus.items}
    table = tokens.frame
    for row in table.itertuples(index=False):
        assert source[row.essay][row.start : row.end] == row.surface
    for (essay, end), (other, start) in pairwise(
        zip(table["essay"], zip(table["start"], table["end"], strict=True), strict=True)
    ):
        assert essay != other or end[1] <= start[0]


@compiled
@example(["Di kantor, Komisi Pemilihan Umum rapat."])
@examples(10)
@given(TEXTS)
def test_both_ways_take_units_apart_alike(texts: list[str]) -> None:
    tokens = tokens_of([text or "kosong" for text in texts])
    fast = single_words(tokens)
    with numpy_alone():
        slow = single_words(tokens)
    assert fast.types.surface == slow.types.surface
    for name in ("type", "unit", "start", "gap"):
        mine, other = getattr(fast.words, name), getattr(slow.words, name)
        assert (mine.dtype, mine.tolist()) == (other.dtype, other.tolist())
    assert fast.repeat.tolist() == slow.repeat.tolist()


def test_names_come_apart_but_reduplications_do_not() -> None:
    tokens = tokens_of(["Komisi Pemilihan Umum menjaga nilai – nilai."])
    assert single_words(tokens).frame["norm"].tolist() == [
        "komisi", "pemilihan", "umum", "menjaga", "nilai-nilai",
    ]  # fmt: skip


def test_salience_halves_the_weight_of_the_eleventh_sentence() -> None:
    text = "Integritas penting. " + "Kantor ramai. " * 9 + "Sinergi penting."
    matrix = term_matrix(tokens_of([text]), ngrams=(1, 1))
    salience = dict(zip(matrix.terms, dense(matrix.salience)[0], strict=True))
    assert salience["integritas"] == pytest.approx(1.0)
    assert salience["sinergi"] == pytest.approx(0.5)


def test_a_joined_unit_and_the_same_roots_side_by_side_are_one_term() -> None:
    matrix = term_matrix(tokens_of(["Politik praktis. Politik, praktis. Berpolitik praktis."]))
    assert matrix.terms.count("politik praktis") == 1


def test_idf_inside_follows_the_essays_and_outside_the_background() -> None:
    tokens = tokens_of(["Integritas pegawai.", "Pegawai bekerja.", "Pegawai belajar."])
    inside = term_matrix(tokens, background=None)
    idf = dict(zip(inside.terms, inside.idf, strict=True))
    assert idf["pegawai"] == pytest.approx(1.0)
    assert idf["integritas"] == pytest.approx(np.log(4 / 2) + 1)
    assert inside.weights().toarray() == pytest.approx(inside.counts.toarray() * inside.idf)
    outside = term_matrix(tokens)
    known = dict(zip(outside.terms, outside.idf, strict=True))
    assert known["integritas"] > known["pegawai"] > 1.1  # in every essay, not in all texts


@pytest.mark.parametrize(
    "ngrams", [(0, 1), (2, 1), (1, 4), [1, 2, 3], (True, 2), {1: 1, 2: 2}, (1, 2.0), "12"]
)
def test_impossible_ngrams_are_refused(ngrams: object) -> None:
    with pytest.raises(InvalidArgument, match="ngrams"):
        term_matrix(tokens_of(["Kami bekerja."]), ngrams=ngrams)  # type: ignore[arg-type]
