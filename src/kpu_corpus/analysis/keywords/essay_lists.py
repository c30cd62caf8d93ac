"""The best terms by salience: of essays one by one in C, without a matrix in between."""

from __future__ import annotations

from ctypes import CDLL, c_int64, c_void_p
from functools import partial
from typing import Any

import numpy as np

from kpu_corpus import native
from kpu_corpus.analysis.keywords.ranking import Ranked, ranked
from kpu_corpus.analysis.keywords.weighting import scores
from kpu_corpus.ground.threads import essay_cuts, threads, together
from kpu_corpus.terms.counts import MIN_PHRASE
from kpu_corpus.terms.matrix import TermMatrix


def listed(matrix: TermMatrix, top: int) -> Ranked:
    """Return what :func:`kpu_corpus.analysis.keywords.ranking.ranked` does, by salience."""
    compiled = native.library()
    if compiled is None or matrix.groups.by != "essay":
        return ranked(matrix, scores(matrix, "salience"), top)
    return _compiled(compiled, matrix, top)


def _compiled(compiled: CDLL, matrix: TermMatrix, top: int) -> Ranked:
    words, units = matrix.vocabulary, matrix.places
    roots = words.names.roots
    letters = np.frombuffer("".join(roots).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    starts = np.cumsum([0, *map(len, roots)], dtype=np.int64)
    columns = (matrix.idf, words.length, words.parts, words.names.table, starts, letters)
    terms = [native.given(column) for column in columns]
    tokens, first, term = matrix.tokens, words.places.first, words.places.term
    given = (words.of_term, tokens.unit, units.essay, units.opening())
    single = bool((words.length == 1).any())  # else there is no word to explain

    def part(low: int, high: int) -> list[Any]:
        room = min(high - low, top * len(matrix.groups.labels))
        row, rank, column = np.empty((3, room), dtype=np.int32)
        score, count = np.empty(room, dtype=np.float64), np.empty(room, dtype=np.int64)
        met = np.zeros((len(words.length), 2), dtype=np.int32)
        covered = np.zeros(len(words.length), dtype=np.int32)
        found = compiled.lists_fill(
            *(c_int64(high - low), *map(native.given, (first[low:high], term[low:high], *given))),
            *((c_void_p * len(terms))(*terms), *map(c_int64, (top, MIN_PHRASE, single))),
            *(native.pointer(made) for made in (met, covered, row, rank, column, score, count)),
        )
        if found < 0:
            raise MemoryError
        return [row[:found], rank[:found], column[:found], score[:found], count[:found]]

    rows = np.array(essay_cuts(tokens.unit, units.essay, threads(len(tokens))), first.dtype)
    pieces = np.searchsorted(first, rows).tolist()
    found = together(len(tokens), *(partial(part, *piece) for piece in pieces))
    return Ranked(*map(np.concatenate, zip(*found, strict=True)))
