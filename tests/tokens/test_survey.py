"""Batches: tokens made with the settled whole are those of the whole corpus, whatever the split."""

from collections.abc import Sequence
from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import examples
from tests.ways import compiled, numpy_alone

import kpu_corpus as kc
from kpu_corpus.corpus import Corpus
from kpu_corpus.tokens.stream import checked, tokens_of
from kpu_corpus.tokens.survey import Survey, merge, scanned, settle, survey

# Definitions, spellings that count only at a head, names by their use, their lower-case rivals.
PIECES = st.sampled_from(
    "Kami |menjaga |Intergritas |intergritas |karir |Karir |. Karir |Komisi Pemilihan Umum |KPU "
    "|Sistem Informasi Pemilih (SIP) |Sistem Izin Perkara (SIP) |SIP |sistem informasi pemilih "
    "|Persia |persia |. Persia |Paskah |paskah |di selenggarakan |Undang – Undang |tanggung jawab "
    "|Budaya Kerja Kami (BKK) |budaya kerja kami |\n|, |. |Standart |. Standart |analisa ".split(
        "|"
    )
)
TEXTS = st.lists(st.lists(PIECES, max_size=12).map("".join), min_size=2, max_size=6)
PLAIN = checked()


def in_batches(corpus: Corpus, cuts: Sequence[int]) -> list[Corpus]:
    ids = [item.id for item in corpus.items]
    edges = [0, *sorted(cuts), len(ids)]
    return [corpus.select(ids[a:b]) for a, b in pairwise(edges) if a < min(b, len(ids))]


def frame_in_batches(corpus: Corpus, cuts: Sequence[int]) -> pd.DataFrame:
    batches = [scanned(batch) for batch in in_batches(corpus, cuts)]
    settled = settle(merge(survey(batch, PLAIN) for batch in reversed(batches)), PLAIN)
    return pd.concat([tokens_of(batch, settled).frame for batch in batches], ignore_index=True)


@examples(12)
@given(TEXTS, st.lists(st.integers(0, 6), max_size=3))
def test_tokens_of_batches_are_the_tokens_of_the_whole(texts: list[str], cuts: list[int]) -> None:
    corpus = kc.load({str(index): text + " ya" for index, text in enumerate(texts)})
    pd.testing.assert_frame_equal(frame_in_batches(corpus, cuts), kc.preprocess(corpus).frame)


def test_words_are_written_over_only_where_that_is_said(page: Corpus) -> None:
    batch = scanned(page)
    settled = settle(survey(batch, PLAIN), PLAIN)
    once, again = (tokens_of(batch, settled) for _ in range(2))
    over = tokens_of(batch, settled, over=True)
    pd.testing.assert_frame_equal(once.frame, again.frame)
    pd.testing.assert_frame_equal(once.frame, over.frame)
    assert len(once) < len(batch.words.type)  # something was joined


@pytest.mark.parametrize("cuts", [[1], [2, 4], [1, 2, 3, 4]])
def test_the_page_may_be_read_essay_by_essay(page: Corpus, cuts: list[int]) -> None:
    pd.testing.assert_frame_equal(frame_in_batches(page, cuts), kc.preprocess(page).frame)


@examples(8)
@given(TEXTS.filter(lambda texts: len(texts) >= 3))
def test_surveys_merge_in_any_order_and_grouping(texts: list[str]) -> None:
    parts = [survey(scanned(kc.load({"a": text + " ya"})), PLAIN) for text in texts]
    at_once = merge(parts)
    assert merge([parts[-1], merge(parts[:-1])]) == at_once
    assert merge([merge(parts[1:]), parts[0]]) == at_once
    twice = {found: 2 * times for found, times in at_once.definitions.items()}
    assert merge([at_once, at_once]).definitions == twice


def test_a_batch_alone_may_read_otherwise_than_the_whole() -> None:
    """What the whole knows decides: that is why batches are settled together."""
    corpus = kc.load(
        {"a": "Sistem Kerja Desa (SKD) itu ada.", "b": "Kami pakai sistem kerja desa."}
    )
    alone = kc.preprocess(corpus.select(["b"])).frame["root"].tolist()
    assert "skd" not in alone
    assert "skd" in frame_in_batches(corpus, [1])["root"].tolist()[-3:]


def test_nothing_is_settled_without_essays() -> None:
    empty = merge([])
    assert empty == Survey({}, {}, {}, frozenset(), frozenset(), frozenset())
    assert settle(empty, PLAIN).corrections == {}


@compiled
@examples(12)
@given(TEXTS)
def test_the_compiled_way_finds_the_same_words_inside_sentences(texts: list[str]) -> None:
    batch = scanned(kc.load({str(number): f"Kami {text}" for number, text in enumerate(texts)}))
    found = survey(batch, PLAIN)
    with numpy_alone():
        assert survey(batch, PLAIN) == found
