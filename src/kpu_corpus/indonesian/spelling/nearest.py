"""The frequent word that an unknown one must stand for, by edits and frequency.

The frequency of the pair decides (Damerau 1964): a form is taken for a slip of the pen where a word
that is so near is so much likelier.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from kpu_corpus.indonesian.spelling import data
from kpu_corpus.indonesian.spelling.pool import near

_COMMONEST = 12
_LONG = 9  # letters from which on two edits are allowed
_SECOND = 6  # by how much more frequent a word must be that is an edit further off
# How frequent (power of two) a form must be to be meant by a word of this length.
_NEEDED = {4: 13, 5: 10, 6: 9, 7: 7, 8: 6}


class Meant(NamedTuple):
    """The word that was meant, and whether it may stand for the form in counting."""

    word: str
    certain: bool


def level(form: str) -> int:
    """Return the frequency of a form as a power of two; 0 where it is not attested."""
    return data.known().get(form, 0)


def may_be_slips(forms: Iterable[str]) -> set[str]:
    """Return the unknown forms that :func:`nearest` may find a word for: one so frequent is near.

    >>> may_be_slips(["intansi", "zzzzz"])
    {'intansi'}
    """
    open_ = [*forms]
    found: set[str] = set()
    for edits in (1, 2):
        asked: dict[int, list[str]] = defaultdict(list)
        for form in open_:
            if edits <= _edits(form) and form not in found:
                asked[_needed(form) + _SECOND * (edits - 1)].append(form)
        for least, group in asked.items():
            found |= near(group, edits, least).keys()
    return found


def nearest(forms: Iterable[str]) -> dict[str, Meant]:
    """Return for each unknown form the frequent one, if any, so much likelier that it was meant."""
    asked: dict[int, list[str]] = defaultdict(list)
    for form in forms:
        asked[_edits(form)].append(form)
    found = [item for edits, group in asked.items() for item in near(group, edits).items()]
    meant = ((form, _best(form, others)) for form, others in found)
    return {form: hint for form, hint in meant if hint}


def slip_of_derived(form: str, meant: Meant) -> Meant | None:
    """Return what a derived form of a root that only dictionaries have may be: a hint.

    One letter lost, doubled or swapped from a very common word (berlansung).
    """
    if len(form) < 7 or level(meant.word) < _COMMONEST:
        return None
    short, long = sorted((form, meant.word), key=len)
    one = any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    one |= len(short) == len(long) and sorted(short) == sorted(long)
    return meant._replace(certain=False) if one else None


def _best(form: str, others: list[tuple[str, int]]) -> Meant | None:
    ranked = sorted((level(other) - _SECOND * (edits - 1), other) for other, edits in others)
    score, meant = ranked[-1]
    if score < _needed(form):
        return None
    clear = len(ranked) == 1 or score - ranked[-2][0] >= 2
    return Meant(meant, clear and len(form) > 5)


def _needed(form: str) -> int:
    return _NEEDED.get(len(form), 5)


def _edits(form: str) -> int:
    return 2 if len(form) >= _LONG else 1
