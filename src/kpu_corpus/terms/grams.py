"""Where the roots and phrases of a corpus occur."""

from __future__ import annotations

from ctypes import CDLL, POINTER, byref, c_int64, c_uint8, c_void_p, cast
from functools import partial
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus import native
from kpu_corpus.ground.arrays import Bools, Ints, Longs, begins
from kpu_corpus.ground.threads import cuts, essay_cuts, threads, together
from kpu_corpus.terms.fingerprints import (
    SHAPE_BITS,
    SHORTEST_PHRASE,
    Fingerprints,
    Keys,
    fingerprints,
    length_of,
    shape_of,
)
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.scanning import within_most

CONTENT, FOLLOWS = 1, 2  # a term may begin and end with the token; a phrase may go on with it

Sizes = npt.NDArray[np.uint8]


class Text(NamedTuple):
    """The tokens as numbers: their type, what they are (``CONTENT``, ``FOLLOWS``), their unit.

    ``essay`` is the essay of each unit, ``words`` the number of its words that count.
    """

    type: Ints
    mark: npt.NDArray[np.uint8]
    unit: Ints
    essay: Ints
    words: Longs


class Terms(NamedTuple):
    """The distinct terms in the order of their keys; ``shape`` is the least of all their places.

    ``first``, ``size`` and ``split`` are the first token, the tokens and the shape of the first
    place among the shortest; ``times`` and ``df`` the number of places and of essays.
    """

    key: Keys
    first: Ints
    size: Ints
    split: Ints
    shape: Ints
    times: Longs
    df: Longs


class Places(NamedTuple):
    """The first token of each place, the number of its tokens, and its term.

    They stand in the order of the texts, and at the same token the shorter first.
    """

    first: Ints
    size: Sizes
    term: Ints


class Roots(NamedTuple):
    """The roots of a corpus by their numbers, their fingerprints, and the number of each type."""

    names: list[str]
    marks: Fingerprints
    of_type: Ints


class Grams(NamedTuple):
    """Places of roots and phrases, the distinct terms there, and what they were found in."""

    places: Places
    terms: Terms
    text: Text
    roots: Roots


def grams(tokens: Tokens, longest: int, *, titles: bool = False, once: bool = True) -> Grams:
    """Find the content words and the phrases of up to ``longest`` words.

    A phrase has content words at both ends and no punctuation inside; a root repeated directly is
    not a phrase. Without ``once``, phrases that occur once may be left out.

    >>> import kpu_corpus as kc
    >>> found = grams(kc.preprocess(kc.load({"a": "Kantor kami. Kantor besar."})), 2)
    >>> found.places.size.tolist()
    [1, 1, 2, 1]
    """
    numbers, names = tokens.types.numbered
    text, marks = _text(tokens, numbers, titles=titles), fingerprints(names)
    places, terms = find(text, marks.at(numbers), longest, once=once)
    return Grams(places, terms, text, Roots(names, marks, numbers))


def countable(tokens: Tokens, *, titles: bool = False) -> Bools:
    """Return a mask over the tokens: content words of the body (and titles on request).

    What counts as one: :attr:`kpu_corpus.tokens.wordtypes.Types.content`.
    """
    mask = tokens.types.content[tokens.type] & ~tokens.repeat
    return mask if titles else mask & tokens.units.body[tokens.unit]


def _text(tokens: Tokens, root_of: Ints, *, titles: bool) -> Text:
    """Return the tokens as numbers; a word said twice is no phrase, titles count on request."""
    word = tokens.types.term
    counts = tokens.units.body | titles
    units = tokens.units.essay
    compiled = native.library()
    if compiled is None:
        root = root_of[tokens.type]
        follows = word[tokens.type] & ~tokens.repeat & ~tokens.words.gap
        follows[1:] &= root[1:] != root[:-1]
        content = countable(tokens, titles=titles).astype(np.uint8)
        mark = content * CONTENT | follows.astype(np.uint8) * FOLLOWS
        words = np.bincount(tokens.unit[word[tokens.type]], minlength=len(counts)) * counts
        return Text(tokens.type, mark, tokens.unit, units, words)
    mark, words = np.empty(len(tokens), dtype=np.uint8), np.zeros(len(counts), dtype=np.int64)
    columns = (tokens.type, tokens.unit, tokens.repeat, tokens.words.gap)
    by_type = (tokens.types.content, word, root_of, counts)

    def part(low: int, high: int) -> None:
        given = map(native.given, (*(column[low:high] for column in columns), *by_type))
        compiled.phrases_mark(
            *(c_int64(high - low), *given, native.pointer(mark[low:high]), native.pointer(words))
        )

    pieces = cuts(tokens.unit, threads(len(tokens)))
    together(len(tokens), *(partial(part, *piece) for piece in pieces))
    return Text(tokens.type, mark, tokens.unit, units, words)


def find(text: Text, marks: Fingerprints, longest: int, *, once: bool) -> tuple[Places, Terms]:
    """Return the places of roots and of phrases of up to ``longest`` words, and their terms.

    ``marks`` are the fingerprints of the types: those of their roots. Without ``once`` phrases that
    occur once may be left out. Raises InvalidArgument for more than 2^31 places.
    """
    compiled = native.library()
    if compiled is None:
        return plain(text, marks, longest)
    return _compiled(compiled, text, marks, longest, once=once)


_TERM = np.dtype(
    [
        ("key", np.uint64),
        *((name, np.int32) for name in ("first", "split", "shape", "times", "df", "last")),
    ]
)


def _compiled(
    compiled: CDLL, text: Text, marks: Fingerprints, longest: int, *, once: bool
) -> tuple[Places, Terms]:
    tokens = c_int64(len(text.type))
    parts = essay_cuts(text.unit, text.essay, threads(len(text.type)))
    pieces = [[*map(c_int64, piece)] for piece in parts]
    given = [native.given(column) for column in (*text[:-1], *marks)]
    of = [compiled.phrases_count(*piece, tokens, longest, given[1]) for piece in pieces]
    ends = np.cumsum([0, *of]).tolist()
    within_most(ends[-1])
    first, term = (np.empty(ends[-1], dtype=np.int32) for _ in range(2))
    columns = first, np.empty(ends[-1], dtype=np.uint8), term
    made = [[column[low:high] for column in columns] for low, high in pairwise(ends)]
    tables = [c_void_p() for _ in pieces]

    def part(row: int) -> int:
        sizes = *pieces[row], tokens, longest, SHAPE_BITS
        written = map(native.pointer, made[row])
        return int(compiled.phrases_find(*sizes, *given, *written, byref(tables[row])))

    try:
        found = together(len(text.type), *(partial(part, row) for row in range(len(pieces))))
        ids = [np.arange(found[0], dtype=np.int32)]
        for table, terms in zip(tables[1:], found[1:], strict=True):
            ids.append(np.empty(max(terms, 0), dtype=np.int32))
            joined = tables[0], table, SHAPE_BITS, native.pointer(ids[-1])
            found[0] = compiled.phrases_join(*joined) if min(found) >= 0 else -1
        if min(found) < 0:
            raise MemoryError
        numbers, listed = _listed(compiled, tables[0], found[0], once=once)
    finally:
        for table in tables:
            compiled.phrases_free(table)
    used = 0
    for rows, ids_of_part in zip(made, ids, strict=True):
        number = native.pointer(numbers[ids_of_part])
        here = [*map(native.pointer, rows), *(native.pointer(column[used:]) for column in columns)]
        used += compiled.phrases_renumber(c_int64(len(rows[0])), number, *here)
    return Places(*(column[:used] for column in columns)), listed


def _listed(compiled: CDLL, table: c_void_p, found: int, *, once: bool) -> tuple[Ints, Terms]:
    """Return the terms that stay in the order of their keys, and the new numbers of all."""
    raw = cast(c_void_p(compiled.phrases_terms(table)), POINTER(c_uint8))
    every = np.ctypeslib.as_array(raw, (found * _TERM.itemsize,)).view(_TERM)
    kept = np.flatnonzero(once | (every["split"] < SHORTEST_PHRASE) | (every["times"] > 1))
    kept = kept[np.argsort(every["key"][kept])]
    terms = np.take(every, kept)  # every[kept] takes thirty times as long
    number = np.full(found, -1, dtype=np.int32)
    number[kept] = np.arange(len(kept), dtype=np.int32)
    key, at, split, shape = (terms[name].copy() for name in ("key", "first", "split", "shape"))
    times, df = (terms[name].astype(np.int64) for name in ("times", "df"))
    return number, Terms(key, at, length_of(split), split, shape, times, df)


def plain(text: Text, marks: Fingerprints, longest: int) -> tuple[Places, Terms]:
    """Return the same as :func:`find` with numpy; for machines without the compiled library."""
    firsts = _firsts(text.mark, longest)
    within_most(sum(map(len, firsts)))
    keys = [_keys(first, size, text.type, marks) for size, first in enumerate(firsts, start=1)]
    split = np.concatenate(
        [
            shape_of([marks.words[text.type[first + step]] for step in range(size)])
            for size, first in enumerate(firsts, start=1)
        ]
    )
    sizes: Ints = np.repeat(np.arange(1, longest + 1, dtype=np.int32), [len(f) for f in firsts])
    first = np.concatenate(firsts)
    key, place, term, count = np.unique(
        np.concatenate(keys), return_index=True, return_inverse=True, return_counts=True
    )
    shape = split[place]
    np.minimum.at(shape, term, split)
    essays = int(text.essay.max(initial=0)) + 1
    pairs = np.sort(term * essays + text.essay[text.unit[first]])
    pairs = pairs[begins(pairs)]  # `np.unique` takes far longer
    df = np.bincount(pairs // essays, minlength=len(key))
    order = np.argsort(first, kind="stable")
    places = Places(first[order], sizes[order].astype(np.uint8), term[order].astype(np.int32))
    return places, Terms(key, first[place], sizes[place], split[place], shape, count, df)


def _firsts(mark: npt.NDArray[np.uint8], longest: int) -> list[Ints]:
    """Return the first tokens of the sequences of every length."""
    content, follows = mark & CONTENT > 0, mark & FOLLOWS > 0
    found = []
    for size in range(1, longest + 1):
        count = max(len(content) - size + 1, 0)
        valid = content[:count] & content[size - 1 : size - 1 + count]
        for step in range(1, size):
            valid &= follows[step : step + count]
        found.append(np.flatnonzero(valid).astype(np.int32))
    return found


def _keys(first: Ints, size: int, type_: Ints, marks: Fingerprints) -> Keys:
    key = marks.key[type_[first]]
    for step in range(1, size):
        part = type_[first + step]
        key *= marks.power[part]
        key += marks.key[part]
    return key
