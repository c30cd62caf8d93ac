"""Several threads at once: the same results, none in what is a worker itself."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ways import compiled

import kpu_corpus as kc
from kpu_corpus.corpus import Corpus
from kpu_corpus.ground import threads as module
from kpu_corpus.ground.threads import FEW, beside, cuts, one_ahead, one_behind, threads, together
from kpu_corpus.tokens import scanning
from kpu_corpus.tokens.scanning import scan

TABLES: list[Callable[[Any], Any]] = [
    lambda tokens: kc.keywords(tokens, top=10),
    lambda tokens: kc.keywords(tokens, top=5, ngrams=(1, 1)),
    lambda tokens: kc.themes(tokens),
    lambda tokens: kc.evidence(tokens),
]


@pytest.fixture
def three(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have everything done by three threads, however little it is."""
    monkeypatch.setattr(module, "FEW", 0)
    monkeypatch.setenv("KPU_CORPUS_THREADS", "3")


@compiled
@pytest.mark.parametrize("table", TABLES)
def test_tables_do_not_depend_on_the_number_of_threads(
    page: Corpus, table: Callable[[Any], Any], three: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = threading.Event()

    def counted(most: int) -> ThreadPoolExecutor:
        started.set()
        return ThreadPoolExecutor(most)

    monkeypatch.setattr("concurrent.futures.ThreadPoolExecutor", counted)
    several = table(kc.preprocess(page))
    assert started.is_set()
    monkeypatch.setenv("KPU_CORPUS_THREADS", "1")
    one = table(kc.preprocess(page))
    assert several.equals(one)


@compiled
@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("texts", [["kami jujur"], ["2024", "KPU adil."], ["...", "a"]])
def test_essays_of_hardly_a_word_are_read_in_threads_too(texts: list[str]) -> None:
    tokens = kc.preprocess(kc.load({str(row): text for row, text in enumerate(texts)}))
    assert len(kc.themes(tokens)) == 10 * len(texts)
    assert set(kc.keywords(tokens)["essay"]) <= set(tokens.frame["essay"])


@given(st.lists(st.integers(0, 5)).map(sorted), st.integers(1, 9))
def test_parts_tile_the_row_and_cut_no_group(group: list[int], parts: int) -> None:
    found = cuts(np.array(group, np.int32), parts)
    assert [row for low, high in found for row in range(low, high)] == [*range(len(group))]
    assert len(found) <= parts
    for low, _ in found[1:]:
        assert group[low - 1] != group[low]


@compiled
def test_the_next_row_is_worked_on_before_a_row_is_given_out_and_no_further(three: None) -> None:
    asked: list[int] = []
    rows = (asked.append(row) or row for row in range(4))
    found = []
    for row, made in one_ahead(1, lambda row: (row, threading.get_ident()), rows):
        assert asked == [*range(min(row + 2, 4))]
        found.append(made)
    assert [row for row, _ in found] == [0, 1, 2, 3]
    assert threading.get_ident() not in {thread for _, thread in found}
    assert [*one_ahead(1, str, [])] == []


@compiled
def test_works_are_done_in_their_order_while_the_next_is_made_ready(three: None) -> None:
    ready, done = threading.Event(), []
    with one_behind(1) as later:
        later(lambda: done.append((ready.wait(10), threading.get_ident())))
        assert done == []
        ready.set()
        for _ in range(3):
            later(lambda: done.append((len(done), threading.get_ident())))
            assert len(done) > 0
    assert [made for made, _ in done] == [True, 1, 2, 3]
    assert threading.get_ident() not in {thread for _, thread in done}


@compiled
def test_a_work_that_fails_behind_is_raised_at_the_end(three: None) -> None:
    with pytest.raises(ZeroDivisionError), one_behind(1) as later:
        later(lambda: 1 // 0)


@compiled
def test_what_fails_in_another_thread_fails_where_it_is_asked_for(three: None) -> None:
    rows = one_ahead(1, lambda row: 1 // row, [1, 0, 1])
    assert next(rows) == (1, 1)
    with pytest.raises(ZeroDivisionError):
        next(rows)


def test_results_come_in_the_order_of_the_works(three: None) -> None:
    first = threading.Event()

    def late() -> int:
        assert first.wait(10)
        return 1

    assert together(0, late, lambda: first.set() or 2) == [1, 2]


def test_what_fails_in_a_thread_is_raised(three: None) -> None:
    def failing() -> None:
        raise ValueError("in a thread")

    with pytest.raises(ValueError, match="in a thread"):
        together(0, lambda: None, failing)


def test_little_work_and_one_thread_asked_for_stay_in_this_thread(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("KPU_CORPUS_THREADS", "5")
    assert (threads(FEW - 1), threads(FEW)) == (1, 5)
    monkeypatch.setenv("KPU_CORPUS_THREADS", "1")
    assert threads(FEW) == 1


def test_a_worker_thread_starts_no_threads(three: None) -> None:
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(threads, FEW).result() == 1


def test_a_worker_process_starts_no_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KPU_CORPUS_THREADS", "5")
    with get_context("spawn").Pool(1) as pool:
        assert pool.apply(threads, (FEW,)) == 1


def test_a_work_beside_is_begun_only_where_a_thread_is_free_for_it(
    three: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    where: list[threading.Thread] = []
    done = threading.Event()

    def work() -> None:
        where.append(threading.current_thread())
        done.set()

    beside(1, work)
    assert done.wait(10)
    assert where != [threading.current_thread()]
    monkeypatch.setenv("KPU_CORPUS_THREADS", "1")
    count = threading.active_count()
    beside(1, work)
    assert len(where) == 1
    assert threading.active_count() <= count


@compiled
def test_words_are_the_same_though_their_memory_is_taken_ahead(
    page: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = scan(page)[1]
    works: list[Callable[[], Any]] = []
    monkeypatch.setattr(scanning, "beside", lambda _, work: works.append(work))
    monkeypatch.setattr(scanning, "BLOCK", 500)
    words = scan(page)[1]
    assert len(works) == 1  # once, for all blocks
    works[0]()
    for column in ("type", "unit", "start", "gap"):
        assert getattr(words, column).tolist() == getattr(plain, column).tolist()
