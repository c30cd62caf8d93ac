"""Lists of essays by salience: in C essay by essay, the same as from a matrix of scores."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.ways import compiled, numpy_alone

import kpu_corpus as kc
from kpu_corpus.analysis.keywords.essay_lists import listed
from kpu_corpus.analysis.keywords.ranking import ranked
from kpu_corpus.analysis.keywords.weighting import scores
from kpu_corpus.indonesian.background import Background
from kpu_corpus.terms.matrix import term_matrix

RARE = Background(5, 900, {"kerja": 5, "nilai": 3}, {"kerja": 90, "nilai": 3})  # idf below 0
WORDS = st.sampled_from(
    """nilai kerja keras, kerja-kerja nyata. tanggung jawab jawaban sosial pemilu damai damai dan
    jujur yang bertanggung Komisi Pemilihan Umum nilai-nilai é 𐐀𐐁 ﬁnal a'b a.b""".split()
)
TEXT = st.lists(WORDS | st.text(max_size=6), max_size=60).map(" ".join)


@compiled
@settings(deadline=None, max_examples=100)
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
def test_both_ways_list_the_same(
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
    tokens = kc.preprocess(kc.load({"a": text, "b": " ".join(words)}))
    found = kc.keywords(tokens, top=top)
    with numpy_alone():
        assert found.equals(kc.keywords(tokens, top=top))
    assert (found.groupby("essay")["score"].diff().dropna() <= 0).all()
