"""Where the roots and phrases of a corpus stand."""

from __future__ import annotations

from ctypes import c_int64
from functools import partial
from typing import NamedTuple

import numpy as np

from kpu_corpus import native
from kpu_corpus.ground.arrays import Bools, Ints
from kpu_corpus.ground.threads import cuts, threads, together
from kpu_corpus.terms.fingerprints import Fingerprints, fingerprints
from kpu_corpus.terms.gram_places import CONTENT, FOLLOWS, Places, Terms, Text, find
from kpu_corpus.tokens import Tokens


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


def countable(tokens: Tokens, *, titles: bool = False) -> Bools:
    """Return a mask over the tokens: content words of the body (and titles on request).

    What counts as one: :attr:`kpu_corpus.tokens.wordtypes.Types.content`.
    """
    mask = tokens.types.content[tokens.type] & ~tokens.repeat
    return mask if titles else mask & tokens.units.body[tokens.unit]


def grams(tokens: Tokens, longest: int, *, titles: bool = False, once: bool = True) -> Grams:
    """Find the content words and the phrases of up to ``longest`` words.

    A phrase has content words at both ends and no punctuation inside; the same root twice in a
    row is none. Without ``once`` phrases that occur once may be left out.

    >>> import kpu_corpus as kc
    >>> found = grams(kc.preprocess(kc.load({"a": "Kantor kami. Kantor besar."})), 2)
    >>> found.places.size.tolist()
    [1, 1, 2, 1]
    """
    numbers, names = tokens.types.numbered
    text, marks = _text(tokens, numbers, titles=titles), fingerprints(names)
    places, terms = find(text, marks.at(numbers), longest, once=once)
    return Grams(places, terms, text, Roots(names, marks, numbers))


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
