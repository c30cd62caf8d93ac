"""What a word can do beside a hit, as bits."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import chain

import numpy as np
import numpy.typing as npt

from kpu_corpus.analysis.status import cues
from kpu_corpus.indonesian.colloquial import formal
from kpu_corpus.tokens.wordtypes import Types

# Bits, since a word may do several things (perlu).
(
    NEGATES,
    KEEPS,
    IDENTIFIES,
    NAMES_MATTER,
    REGRETS_LACK,
    ASPIRES,
    HEADS_NAME,
    IS_LAW,
    JOINS,
    IS_ABOUT,
    IS_WITHOUT,
    IS_MOTTO,
    CAUSES_IT,
    IS_BREAK,
    HAS_CAPITAL,
    IS_NAME,
    IS_PROGRAMME,
    ALLOWS,
    SUPPOSES,
    EXISTS,
    RELATES,
    IS_RHETORICAL,
    OPENS_CLAUSE,
    IS_VICE,
    IS_RARE,
    IS_EVEN,
    WILLS,
    ASKS_WHO,
    WARNS,
    ASKS,
    IS_WORTH,
    ACTS,
    LIMITS,
    LINKS_TITLE,
) = (1 << bit for bit in range(34))
_BITS = iter(1 << bit for bit in range(34, 64))  # those that are left


def _mark(words: frozenset[str]) -> int:
    """Return a bit of its own for some words; 0, which no word does, for none."""
    return next(_BITS) if words else 0


# of each Void: its words, those after which and those before which they are no modals
VOIDED = tuple((_mark(void.words), _mark(void.after), _mark(void.before)) for void in cues.VOIDS)
# of each Wish: its words, those before which they wish
WISHED = tuple((_mark(wish.words), _mark(wish.before)) for wish in cues.WISHES)
_DOES = {
    NEGATES: cues.NEGATORS,
    KEEPS: cues.ADDITIVE | cues.KEEPING,
    IDENTIFIES: cues.IDENTITY,
    NAMES_MATTER: cues.MATTERS,
    REGRETS_LACK: cues.REGRETS,
    ASPIRES: cues.ASPIRATIONS,
    HEADS_NAME: cues.HEADS,
    IS_LAW: cues.LAWS,
    JOINS: cues.JOINING,
    IS_ABOUT: frozenset({"tentang", "mengenai"}),
    IS_WITHOUT: frozenset({"tanpa"}),
    IS_MOTTO: cues.MOTTOES,
    CAUSES_IT: cues.CAUSES,
    IS_BREAK: frozenset("dan atau serta tetapi tapi sehingga karena sebab yang".split()),
    ALLOWS: cues.ALLOWING,
    SUPPOSES: cues.SUPPOSING,
    EXISTS: cues.EXISTING,
    RELATES: cues.RELATIVE,
    IS_RHETORICAL: cues.RHETORICAL,
    OPENS_CLAUSE: cues.CLAUSES,
    IS_VICE: cues.VICES,
    IS_RARE: cues.RARE,
    IS_EVEN: cues.EVEN,
    WILLS: cues.WILLS,
    ASKS_WHO: cues.ASKED,
    WARNS: cues.WARNINGS,
    ASKS: cues.ASKING,
    IS_WORTH: cues.WORTH,
    ACTS: cues.ACTORS,
    LIMITS: cues.LIMITS,
    LINKS_TITLE: cues.TITLE_LINKS,
    **dict(zip(chain(*WISHED), chain(*cues.WISHES), strict=True)),
    **dict(zip(chain(*VOIDED), chain(*cues.VOIDS), strict=True)),
}

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
    for bit, words in _DOES.items():
        for word in words:
            does[word] = does.get(word, 0) + bit
    return does
