"""What is known about distinct chunks, kept between scans: each is analysed once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from kpu_corpus import native
from kpu_corpus.indonesian.batch.chunks.forms import Forms
from kpu_corpus.indonesian.batch.chunks.splitting import splitter
from kpu_corpus.indonesian.batch.readings import Readings
from kpu_corpus.indonesian.batch.sentences.stop_forms import StopForms

MOST = 150_000
"""Distinct chunks beyond which nothing is kept: some 80 MB, learnt again in half a second."""


class Knowledge:
    """The chunks that were met and what was found of them; it only grows."""

    def __init__(self) -> None:
        self.compiled = native.library()
        self.chunks = splitter()
        self.forms = Forms(self.chunks)
        self.readings = Readings(self.forms, splitter())
        self.stops = StopForms(self.readings)


@contextmanager
def knowledge() -> Iterator[Knowledge]:
    """Lend what is known to one scan; a second scan at the same time begins with nothing.

    What a scan that failed has left behind may be half done and is not kept.
    """
    held = _taken()
    yield held
    if len(held.chunks.forms) <= MOST:
        _SHELF[:] = [held]


def forget() -> None:
    """Keep nothing, where no scan is to follow."""
    _SHELF.clear()


_SHELF: list[Knowledge] = []


def _taken() -> Knowledge:
    try:
        held = _SHELF.pop()  # in one step: no other thread gets the same
    except IndexError:
        return Knowledge()
    return held if held.compiled is native.library() else Knowledge()
