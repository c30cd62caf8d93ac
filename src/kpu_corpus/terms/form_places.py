"""The forms of terms as columns: which surfaces stand at their places, and how often."""

from __future__ import annotations

from ctypes import CDLL, c_int64
from functools import partial
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus import native
from kpu_corpus.ground.arrays import Ints, Longs
from kpu_corpus.ground.threads import cuts, threads, together
from kpu_corpus.terms.counts import LONGEST
from kpu_corpus.terms.vocabulary import Vocabulary


class Forms(NamedTuple):
    """The distinct forms: the term, its surfaces as numbers (-1 for none), how often it occurs."""

    column: Ints
    parts: Ints
    times: npt.NDArray[np.integer[Any]]

    def at(self, rows: npt.NDArray[Any]) -> Forms:
        """Return some of the forms, by their rows or a mask."""
        return Forms(self.column[rows], self.parts[rows], self.times[rows])


_FORM = np.dtype([("column", np.int32), ("parts", np.int32, LONGEST), ("times", np.int32)])


def forms_at(words: Vocabulary, columns: Longs, type_: Ints, surface: Ints) -> Forms:
    """Return the forms of some terms, in no certain order.

    ``type_`` is the type of each token, ``surface`` the number of each type's surface.
    """
    wanted = np.zeros(len(words.length), dtype=np.uint8)
    wanted[columns] = words.length[columns]
    compiled = native.library()
    if compiled is None:
        return plain(words, wanted, type_, surface)
    return _compiled(compiled, words, wanted, type_, surface)


def _compiled(
    compiled: CDLL, words: Vocabulary, wanted: npt.NDArray[np.uint8], type_: Ints, surface: Ints
) -> Forms:
    places = words.places
    forms = np.empty(len(places.term), dtype=_FORM)
    by_term = np.append(wanted, np.uint8(0))[words.of_term]  # the last one is for -1
    given = [*map(native.given, (words.of_term, by_term, type_, surface))]

    def part(low: int, high: int) -> int:
        alone = np.zeros((len(surface), 2), dtype=np.int32)
        latest = np.zeros(len(words.of_term), dtype=np.int32)
        columns = (native.given(column[low:high]) for column in places)
        written = map(native.pointer, (alone, latest, forms[low:high]))
        sizes = c_int64(high - low), c_int64(len(surface))
        return int(compiled.forms_count(sizes[0], *columns, *given, sizes[1], *written))

    pieces = cuts(places.first, threads(len(type_)))
    counts = together(len(type_), *(partial(part, *piece) for piece in pieces))
    found = counts[0]
    for (low, _), count in zip(pieces[1:], counts[1:], strict=True):
        others = native.pointer(forms), c_int64(found), native.pointer(forms[low:]), c_int64(count)
        found = -1 if min(found, count) < 0 else compiled.forms_join(*others)
    if found < 0:
        raise MemoryError
    return Forms(*(forms[name][:found] for name in Forms._fields))


def plain(words: Vocabulary, wanted: npt.NDArray[np.uint8], type_: Ints, surface: Ints) -> Forms:
    """Return the same by whole columns; for machines without the compiled part."""
    at = np.flatnonzero(words.size == wanted[words.column])
    tables, times = [], []
    for size in range(1, LONGEST + 1):
        here = at[words.size[at] == size]
        table = np.full((len(here), 1 + LONGEST), -1, dtype=np.int32)
        table[:, 0] = code = words.column[here]
        for step in range(size):
            table[:, 1 + step] = surface[type_[words.first[here] + step]]
            code = np.unique(code, return_inverse=True)[1] * len(surface) + table[:, 1 + step]
        _, places, counts = np.unique(code, return_index=True, return_counts=True)
        tables.append(table[places])
        times.append(counts.astype(np.int32))
    found = np.concatenate(tables)
    return Forms(found[:, 0], found[:, 1:], np.concatenate(times))
