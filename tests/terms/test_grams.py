"""Places of terms: the same in C as in numpy and as in plain loops."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ways import compiled, numpy_alone

from kpu_corpus.errors import InvalidArgument
from kpu_corpus.terms.fingerprints import fingerprints, shape_of
from kpu_corpus.terms.grams import CONTENT, FOLLOWS, Places, Terms, Text, find
from kpu_corpus.tokens import scanning

ROOTS = ["politik", "praktis", "politik praktis", "kerja", "tanggung jawab", "jawab", "tanggung"]
TOKENS = st.lists(
    st.tuples(
        st.integers(0, len(ROOTS) - 1),
        st.integers(0, CONTENT | FOLLOWS),
        st.sampled_from([0, 0, 0, 1]),  # whether a new unit begins
    ),
    max_size=60,
)
EVERY = st.sampled_from([1, 2, 3])


def text_of(tokens: list[tuple[int, int, int]]) -> Text:
    """Three units an essay, the last of an essay without words."""
    columns = np.array(tokens, dtype=np.int32).reshape(-1, 3)
    unit = np.cumsum(columns[:, 2], dtype=np.int32)
    essay = np.arange(int(unit.max(initial=0)) + 2, dtype=np.int32) // 3
    mark = columns[:, 1].astype(np.uint8)
    words = np.bincount(unit, minlength=len(essay))
    return Text(np.ascontiguousarray(columns[:, 0]), mark, unit, essay, words)


def repeated(places: Places, terms: Terms) -> tuple[Places, Terms]:
    """Return the places and terms without the phrases that occur once."""
    stays = (terms.size == 1) | (terms.times > 1)
    number = np.cumsum(stays, dtype=np.int32) - 1
    there = stays[places.term]
    left = Places(places.first[there], places.size[there], number[places.term[there]])
    return left, Terms(*(column[stays] for column in terms))


def by_loops(text: Text, longest: int) -> dict[str, list[tuple[int, int, int]]]:
    """Return the essay, first token and size of every place by the name of its term."""
    found: dict[str, list[tuple[int, int, int]]] = {}
    for first in range(len(text.type)):
        for size in range(1, min(longest, len(text.type) - first) + 1):
            ends = text.mark[first] & text.mark[first + size - 1] & CONTENT
            if ends and all(text.mark[first + 1 : first + size] & FOLLOWS):
                term = " ".join(ROOTS[root] for root in text.type[first : first + size])
                essay = int(text.essay[text.unit[first]])
                found.setdefault(term, []).append((essay, first, size))
    return found


@given(TOKENS, EVERY)
def test_places_and_counts_are_those_of_plain_loops(
    tokens: list[tuple[int, int, int]], longest: int
) -> None:
    text, marks = text_of(tokens), fingerprints(ROOTS)
    expected = by_loops(text, longest)
    places, terms = find(text, marks, longest, once=True)
    key = fingerprints(list(expected)).key.tolist()
    number = {int(value): index for index, value in enumerate(terms.key)}
    assert sorted(number) == sorted(key) == terms.key.tolist()
    for value, listed in zip(key, expected.values(), strict=True):
        row, shapes = number[value], []
        for _, first, size in listed:
            words = [marks.words[text.type[first + step]][None] for step in range(size)]
            shapes.append(int(shape_of(words)[0]))
        shortest = min(size for _, _, size in listed)
        head = next(index for index, place in enumerate(listed) if place[2] == shortest)
        mine = places.term == row
        at = zip(places.first[mine].tolist(), places.size[mine].tolist(), strict=True)
        assert list(at) == [(first, size) for _, first, size in listed]
        assert (terms.first[row], terms.size[row]) == listed[head][1:]
        assert (terms.split[row], terms.shape[row]) == (shapes[head], min(shapes))
        assert terms.times[row] == len(listed)
        assert terms.df[row] == len({essay for essay, _, _ in listed})
    order = list(zip(places.first.tolist(), places.size.tolist(), strict=True))
    assert order == sorted(order)


@compiled
@given(TOKENS, EVERY, st.integers(1, 4), st.booleans())
def test_both_ways_and_any_number_of_threads_find_the_same(
    tokens: list[tuple[int, int, int]], longest: int, parts: int, once: bool
) -> None:
    text, marks = text_of(tokens), fingerprints(ROOTS)
    with patch("kpu_corpus.terms.grams.threads", lambda _: parts):
        fast = find(text, marks, longest, once=once)
    if not once:  # each way may leave out what it likes of the phrases that occur once
        fast = repeated(*fast)
    with numpy_alone():
        slow = find(text, marks, longest, once=once)
        slow = slow if once else repeated(*slow)
    for one, other in zip((*fast[0], *fast[1]), (*slow[0], *slow[1]), strict=True):
        assert one.dtype == other.dtype
        assert one.tolist() == other.tolist()


@pytest.mark.parametrize("way", [nullcontext, numpy_alone])
@given(tokens=TOKENS, longest=EVERY)
def test_only_phrases_that_occur_once_are_left_out(
    tokens: list[tuple[int, int, int]],
    longest: int,
    way: Callable[[], AbstractContextManager[None]],
) -> None:
    text, marks = text_of(tokens), fingerprints(ROOTS)
    with way():
        every, some = (find(text, marks, longest, once=once)[1] for once in (True, False))
    gone = ~np.isin(every.key, some.key, kind="sort")  # by a table numpy 2.0 fails
    assert (every.times[gone] == 1).all()
    assert (every.size[gone] > 1).all()
    assert every.times[~gone].tolist() == some.times.tolist()


@pytest.mark.parametrize("way", [nullcontext, numpy_alone])
def test_more_places_of_terms_than_columns_can_number_are_refused(
    monkeypatch: pytest.MonkeyPatch, way: Callable[[], AbstractContextManager[object]]
) -> None:
    text = text_of([(3, CONTENT | FOLLOWS, 0)] * 3)  # three words, two pairs of them, one phrase
    with way():
        monkeypatch.setattr(scanning, "MOST", 5)
        with pytest.raises(InvalidArgument, match="more than 5 words or phrases"):
            find(text, fingerprints(ROOTS), 3, once=True)
        monkeypatch.setattr(scanning, "MOST", 6)
        places, _ = find(text, fingerprints(ROOTS), 3, once=True)
    assert len(places.first) == 6
