"""What a word can do beside a hit, as bits."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from kpu_corpus.analysis.status import cues
from kpu_corpus.indonesian.colloquial import formal
from kpu_corpus.tokens.wordtypes import Types

# Bits, since a word may do several things (perlu). These do not hang on which word it is:
HAS_CAPITAL, IS_NAME, IS_PROGRAMME = (1 << bit for bit in range(3))
_OF_WORDS: dict[frozenset[str], int] = {}  # the bits of sets of words, which follow those


def _mark(words: frozenset[str]) -> int:
    """Return the bit of a set of words, the same for the same set; 0, which no word does, for none.

    There are 64 bits: more would not fit the column.
    """
    return _OF_WORDS.setdefault(words, 1 << (3 + len(_OF_WORDS))) if words else 0


NEGATES = _mark(cues.NEGATORS)
IS_NOTHING = _mark(cues.NOTHING)
IS_FAR = _mark(cues.FAR)
IS_FROM = _mark(cues.FROM)
IS_TERM = _mark(cues.TERMS)
KEEPS = _mark(cues.ADDITIVE | cues.KEEPING)
IDENTIFIES = _mark(cues.IDENTITY)
NAMES_MATTER = _mark(cues.MATTERS)
REGRETS_LACK = _mark(cues.REGRETS)
ASPIRES = _mark(cues.ASPIRATIONS)
HEADS_NAME = _mark(cues.HEADS)
IS_LAW = _mark(cues.LAWS)
JOINS = _mark(cues.JOINING)
IS_ABOUT = _mark(frozenset({"tentang", "mengenai"}))
IS_WITHOUT = _mark(frozenset({"tanpa"}))
IS_MOTTO = _mark(cues.MOTTOES)
CAUSES_IT = _mark(cues.CAUSES)
IS_BREAK = _mark(frozenset("dan atau serta tetapi tapi sehingga karena sebab yang".split()))
ALLOWS = _mark(cues.ALLOWING)
SUPPOSES = _mark(cues.SUPPOSING)
EXISTS = _mark(cues.EXISTING)
RELATES = _mark(cues.RELATIVE)
IS_RHETORICAL = _mark(cues.RHETORICAL)
OPENS_CLAUSE = _mark(cues.CLAUSES)
HALTS = _mark(cues.HALTS)
IS_VICE = _mark(cues.VICES)
IS_RARE = _mark(cues.RARE)
IS_EVEN = _mark(cues.EVEN)
WILLS = _mark(cues.WILLS)
ASKS_WHO = _mark(cues.ASKED)
WARNS = _mark(cues.WARNINGS)
ASKS = _mark(cues.ASKING)
IS_WORTH = _mark(cues.WORTH)
ACTS = _mark(cues.ACTORS)
LIMITS = _mark(cues.LIMITS)
LINKS_TITLE = _mark(cues.TITLE_LINKS)
# of each Void: its words, those after which and those before which they are no modals
VOIDED = tuple((_mark(void.words), _mark(void.after), _mark(void.before)) for void in cues.VOIDS)
# of each Wish: its words, those before which they wish
WISHED = tuple((_mark(wish.words), _mark(wish.before)) for wish in cues.WISHES)

Marks = npt.NDArray[np.uint64]


def marks_of(types: Types, rows: Sequence[int]) -> Marks:
    """Return what each type does, as a sum of bits; of those in other rows it is not asked.

    A name has several words: one capital alone (Kolaboratif) makes no value a name. A law is one
    under its long name too (Peraturan Komisi Pemilihan Umum, whose root is pkpu).
    """
    does = _by_norm()
    marks = np.zeros(len(types.norm), dtype=np.uint64)
    marks[rows] = [does.get(_read(types, row), 0) for row in rows]
    marks[[row for row in rows if types.surface[row][0].isupper()]] |= HAS_CAPITAL
    names = [row for row in rows if types.kind[row] == "name" and " " in types.norm[row]]
    marks[names] |= IS_NAME
    marks[[row for row in names if types.root[row] in cues.LAWS]] |= IS_LAW
    named = [row for row in rows if types.norm[row] in cues.PROGRAMMES and _is_written(types, row)]
    marks[named] |= IS_PROGRAMME
    return marks


def _read(types: Types, row: int) -> str:
    """Return the word that a type is read as; BKN is an office, bkn says bukan."""
    norm = types.norm[row]
    return norm if types.surface[row].isupper() and types.kind[row] == "name" else formal(norm)


def _is_written(types: Types, row: int) -> bool:
    """Tell whether a type has more than its first letter in capitals, as BerAKHLAK has."""
    return any(letter.isupper() for letter in types.surface[row][1:])


@cache
def _by_norm() -> dict[str, int]:
    does: dict[str, int] = {}
    for words, bit in _OF_WORDS.items():
        for word in words:
            does[word] = does.get(word, 0) + bit
    return does
