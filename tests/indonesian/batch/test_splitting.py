"""Chunks in C and in numpy: the same, whatever the text."""

from __future__ import annotations

import ctypes
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kpu_corpus import native
from kpu_corpus.indonesian.batch.chunks.characters import SPACES
from kpu_corpus.indonesian.batch.chunks.splitting import (
    CompiledSplitter,
    PlainSplitter,
    Split,
    code_points,
    splitter,
)

compiled = pytest.mark.skipif(native.library() is None, reason="nothing compiled here")
ANY = st.text(st.one_of(st.sampled_from(' \n\u2028\u3000\x85ab.:()"“'), st.characters()))


def test_what_is_listed_as_white_space_is_what_regular_expressions_have() -> None:
    assert [*SPACES] == re.findall(r"\s", "".join(map(chr, range(sys.maxunicode + 1))))


def library() -> ctypes.CDLL:
    found = native.library()
    assert found is not None
    return found


def plainly(text: str) -> tuple[list[tuple[int, int]], list[int]]:
    """Chunks by white space, and the places of marks."""
    chunks, start = [], 0
    for part in [*text.split(), None]:
        if part is not None:
            start = text.index(part, start)
            chunks.append((start, start + len(part)))
            start += len(part)
    marks = '()"“”„\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029'
    return chunks, [place for place, char in enumerate(text) if char in marks]


def listed(split: Split) -> tuple[list[tuple[int, int]], list[int]]:
    return list(zip(split.start.tolist(), split.end.tolist(), strict=True)), split.marks.tolist()


@compiled
@example(["", " ", "a", "\ud800 \x00", "a\x00b a"])
@example(["x" * 5000 + " " + "y " * 5000 + "x" * 5000])
@example(["x" * size + end for size in (62, 63, 64, 126, 127) for end in ("", " ", "(", "é", "中")])
@given(st.lists(ANY, max_size=5))
def test_both_ways_split_and_number_any_texts_alike(texts: list[str]) -> None:
    plain, fast = PlainSplitter(), CompiledSplitter(library())
    for text in texts:
        slow, quick = (one.split(one.read(text)) for one in (plain, fast))
        assert listed(slow) == listed(quick) == plainly(text)
        assert slow.form.tolist() == quick.form.tolist()
        assert [fast.forms[form] for form in quick.form] == text.split()
    assert plain.forms == fast.forms


@compiled
@given(st.lists(ANY, max_size=5))
def test_texts_read_before_others_are_split_get_the_same_numbers(texts: list[str]) -> None:
    plain, fast = PlainSplitter(), CompiledSplitter(library())
    ahead = [fast.read(text) for text in texts]
    for text, read in zip(texts, ahead, strict=True):
        slow, quick = plain.split(plain.read(text)), fast.split(read)
        assert slow.form.tolist() == quick.form.tolist()
    assert plain.forms == fast.forms


@compiled
@given(st.lists(ANY.filter(bool), min_size=1, max_size=4), st.data())
def test_both_ways_number_any_stretches_alike(texts: list[str], data: st.DataObject) -> None:
    plain, fast = PlainSplitter(), CompiledSplitter(library())
    for text in texts:
        codes = code_points(text)
        for one in (plain, fast):
            one.split(one.read(text))
        starts = data.draw(st.lists(st.integers(0, len(text) - 1), max_size=9))
        start = np.array(starts, np.int64)
        end = np.minimum(start + data.draw(st.integers(1, 9)), len(text))
        numbers = [one.numbers(text, codes, start, end).tolist() for one in (plain, fast)]
        assert numbers[0] == numbers[1]
        pairs = zip(start.tolist(), end.tolist(), strict=True)
        assert [fast.forms[form] for form in numbers[1]] == [text[a:b] for a, b in pairs]


@compiled
def test_known_chunks_are_found_by_one_thread_while_another_gives_numbers() -> None:
    words = [f"{'kepemilihumuman' * (number % 3)}{number}" for number in range(60_000)]
    text, half = " ".join(words), " ".join(words[:500])
    fast = CompiledSplitter(library())
    fast.split(fast.read(half))
    with ThreadPoolExecutor(1) as pool:
        found = [pool.submit(fast.read, half) for _ in range(300)]
        for part in range(0, len(words), 1000):  # its tables grow seven times
            fast.split(fast.read(" ".join(words[part : part + 1000])))
        ahead = [each.result() for each in found]
    assert all(read.split.form.tolist() == list(range(500)) for read in ahead)
    assert not any(len(read.unknown) for read in ahead)
    assert fast.split(fast.read(text)).form.tolist() == list(range(60_000))
    assert fast.forms == words


@compiled
def test_more_distinct_chunks_than_the_first_table_holds_are_told_apart() -> None:
    text = " ".join(f"kata{number}" for number in range(20_000))
    fast = CompiledSplitter(library())
    for _ in range(2):
        assert fast.split(fast.read(text)).form.tolist() == list(range(20_000))
    assert fast.forms == text.split()


@compiled
def test_what_c_holds_is_freed_with_its_splitter() -> None:
    freed = []

    class Watched:
        def __init__(self, library: ctypes.CDLL) -> None:
            self._library = library

        def __getattr__(self, name: str) -> object:
            found = getattr(self._library, name)
            return (lambda index: (freed.append(index), found(index))) if "free" in name else found

    CompiledSplitter(Watched(library()))  # type: ignore[arg-type]
    assert len(freed) == 1


ENDING = """
import ctypes
from kpu_corpus.indonesian.batch.chunks.splitting import CompiledSplitter
from kpu_corpus.native import library

class Watched:
    def __getattr__(self, name):
        return (lambda index: print("freed")) if "free" in name else getattr(library(), name)

held = CompiledSplitter(Watched())
"""


@compiled
def test_what_another_thread_may_be_reading_is_not_freed_at_the_end_of_the_program() -> None:
    done = subprocess.run([sys.executable, "-c", ENDING], capture_output=True, check=True)
    assert done.stdout == b""


def test_without_the_library_numpy_does_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(native, "library", lambda: None)
    assert isinstance(splitter(), PlainSplitter)
