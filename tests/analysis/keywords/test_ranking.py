"""Lists of keywords: found by columns, the same as by ranking every row by itself."""

from collections import Counter
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from scipy.sparse import csr_matrix
from tests.conftest import examples
from tests.ways import compiled, numpy_alone

import kpu_corpus as kc
from kpu_corpus.analysis.keywords.ranking import listed, ranked
from kpu_corpus.analysis.keywords.weighting import Weighting, scores
from kpu_corpus.indonesian.lists.background import Background
from kpu_corpus.terms.matrix import TermMatrix, term_matrix


def listed_one_by_one(matrix: TermMatrix, table: Any, row: int) -> list[int]:
    """Rank the terms of one row with plain lists and dictionaries."""
    counts = Counter(
        dict(zip(matrix.counts[[row]].indices, matrix.counts[[row]].data, strict=True))
    )
    scored = dict(zip(table[[row]].indices, table[[row]].data, strict=True))
    order = sorted(scored, key=lambda term: (-scored[term], matrix.terms[term]))
    phrases = [term for term in order if matrix.length[term] > 1]
    covered: set[int] = set()
    standing = set()
    for term in sorted(phrases, key=lambda t: (-counts[t], -matrix.length[t])):
        parts = {part for part in matrix.parts[term].tolist() if part >= 0}
        explains = all(counts[term] >= 0.5 * counts.get(part, 0) for part in parts)
        if counts[term] >= 2 and parts and explains and not covered & parts:
            covered |= parts
            standing.add(term)
    return [t for t in order if (t in standing if matrix.length[t] > 1 else t not in covered)]


LISTED = st.sampled_from(
    [
        *"""nilai kerja keras, kerja nyata. tanggung jawab sosial pemilu damai damai dan jujur yang
        bertanggung Komisi Pemilihan Umum nilai-nilai""".split(),
        *("kerja keras,", "kerja keras sosial.", "pemilu damai.", "sosial damai, sosial damai;"),
    ]
)


@examples(12)
@given(
    st.lists(st.lists(LISTED, max_size=40).map(" ".join), min_size=1, max_size=4),
    st.sampled_from(["salience", "count", "tfidf", "g2"]),
    st.sampled_from([1, 3, None]),
)
def test_lists_are_those_of_ranking_every_row_by_itself(
    texts: list[str], weighting: str, top: int | None
) -> None:
    corpus = kc.load({str(index): text + " ya" for index, text in enumerate(texts)})
    matrix = term_matrix(kc.preprocess(corpus))
    table = scores(matrix, weighting)
    best = ranked(matrix, table, top)
    for row in range(len(texts)):
        mine = best.row == row
        assert best.column[mine].tolist() == listed_one_by_one(matrix, table, row)[:top]
        assert best.rank[mine].tolist() == list(range(1, int(mine.sum()) + 1))


@compiled
@examples(10)
@given(
    st.lists(st.lists(LISTED, max_size=60).map(" ".join), min_size=1, max_size=4),
    st.sampled_from(["salience", "count", "g2", lambda matrix: matrix.counts.multiply(-1.0)]),
    st.sampled_from([1, 3, None]),
    st.sampled_from([(1, 3), (1, 1), (2, 3)]),
)
def test_both_ways_list_the_same(
    texts: list[str], weighting: Weighting, top: int | None, ngrams: tuple[int, int]
) -> None:
    corpus = kc.load({str(index): text + " ya" for index, text in enumerate(texts)})
    matrix = term_matrix(kc.preprocess(corpus), ngrams=ngrams)
    table = scores(matrix, weighting)
    fast = ranked(matrix, table, top)
    with numpy_alone():
        slow = ranked(matrix, table, top)
    assert [column.tolist() for column in fast] == [column.tolist() for column in slow]


def test_a_long_list_is_in_order() -> None:
    words = [first + last for first in "bcdfghjk" for last in ("ajar", "entur", "oling", "ulat")]
    text = " ".join(f"{word}. " * (1 + index % 9) for index, word in enumerate(words * 2))
    matrix = term_matrix(kc.preprocess(kc.load({"a": text})))
    best = ranked(matrix, scores(matrix, "count"), None)
    assert best.column.tolist() == listed_one_by_one(matrix, scores(matrix, "count"), 0)
    assert len(best.column) > 24


def test_scores_without_counts_and_counts_without_scores_are_ranked_as_well() -> None:
    """A weighting of one's own may leave cells out and add others."""
    texts = {"a": "Kerja keras. Kerja keras itu jujur.", "b": "Jujur, kerja nyata. Kerja nyata."}
    matrix = term_matrix(kc.preprocess(kc.load(texts)))
    table = matrix.counts.toarray().astype(float)
    table = csr_matrix(np.where(table == 2, 0.0, table[::-1] + 0.5))
    best = ranked(matrix, table, 3)
    for row in range(2):
        expected = listed_one_by_one(matrix, table, row)[:3]
        assert best.column[best.row == row].tolist() == expected


RARE = Background(5, 900, {"kerja": 5, "nilai": 3}, {"kerja": 90, "nilai": 3})  # idf below 0
WORDS = st.sampled_from(
    """nilai kerja keras, kerja-kerja nyata. tanggung jawab jawaban sosial pemilu damai damai dan
    jujur yang bertanggung Komisi Pemilihan Umum nilai-nilai é 𐐀𐐁 ﬁnal a'b a.b""".split()
)
TEXT = st.lists(WORDS | st.text(max_size=6), max_size=60).map(" ".join)


@compiled
@examples(10)
@given(
    st.lists(TEXT, min_size=1, max_size=4),
    st.sampled_from([1, 2, 5, 1000]),
    st.sampled_from([(1, 3), (1, 1), (1, 2), (2, 3), (3, 3)]),
    st.sampled_from(["formal", None, RARE]),
    st.sampled_from(["ranked", "none"]),
)
@example(
    ["zaka nyu, zaka-zaka nyi, " * 2, "zaka-zaka nyi, zaka nyu, " * 2], 1, (2, 3), None, "none"
)
@example(["kerja keras, kerja keras. kerja, kerja."], 5, (1, 3), "formal", "ranked")
@example(["Nilai kerja keras. " * 3, "", "kerja nyata, kerja keras"], 2, (1, 3), RARE, "none")
def test_both_ways_list_essays_the_same(
    texts: list[str],
    top: int,
    ngrams: tuple[int, int],
    background: str | Background | None,
    roots: str,
) -> None:
    corpus = kc.load({str(index): f"{text} ya" for index, text in enumerate(texts)})
    tokens = kc.preprocess(corpus, roots=roots)
    matrix = term_matrix(tokens, ngrams=ngrams, background=background)
    fast = listed(matrix, top)
    slow = ranked(matrix, scores(matrix, "salience"), top)
    assert [column.tolist() for column in fast] == [column.tolist() for column in slow]


@pytest.mark.parametrize("top", [3, 400])
def test_a_long_essay_is_listed_in_order(top: int) -> None:
    letters = "bcdfghjk"
    words = [f"{a}a{b}u{c}i" for a in letters for b in letters for c in letters]
    text = ". ".join(f"{word} {word}" for word in words)
    tokens = kc.preprocess(kc.load({"a": text, "b": ". ".join(words)}))
    found = kc.keywords(tokens, top=top)
    with numpy_alone():
        assert found.equals(kc.keywords(tokens, top=top))
    assert (found.groupby("essay")["score"].diff().dropna() <= 0).all()
