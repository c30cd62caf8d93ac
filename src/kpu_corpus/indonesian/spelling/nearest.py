"""The frequent word that an unknown one must stand for, by edits and frequency.

The frequency of the pair decides (Damerau 1964): a form is taken for a slip of the pen where a word
that is so near is so much likelier.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from kpu_corpus.indonesian.spelling import data
from kpu_corpus.indonesian.spelling.pool import near, triples

COMMON, VERY_COMMON = 6, 10  # frequencies, as powers of two
_LONG = 9  # letters from which on two edits are allowed
_SURE = 6  # letters from which on what was meant may be certain
_SECOND = 6  # by how much more frequent a word must be that is an edit further off
# By how much rarer one may be of which only an e was lost (stengah is no tengah) or a letter was
# typed twice (persatuaan is no peraturan).
_SWALLOWED = 3
# Of a word meant by a form that might be derived.
_NEEDED_OF_DERIVED, _COMMON_ENOUGH, _FAR_MORE = {4: 16, 5: 14, 6: 11}, 9, 8
# How frequent (power of two) a form must be to be meant by a word of this length.
_NEEDED = {4: 13, 5: 10, 6: 9, 7: 7, 8: 6}


_VOWELS = frozenset("aeiou")
_TWICE = re.compile(r"(.|..)\1+")
# Ends from a letter typed twice on, where both may be due: pekerjannya and pekerjaanya, each of
# which lost another letter, are pekerjaannya, not pekerjanya.
_BOTH_DUE = frozenset({"nnya", "aanya"})
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_ALIKE = [set(row[at : at + 2]) for row in _KEYS for at in range(len(row) - 1)]
_ALIKE += map(set, ("ae", "ei", "ou", "bp", "dt", "gk", "fvp", "sz", "iy"))
# Alike in scans, and j for y in spellings before 1972.
_ALIKE += map(set, ("il", "ij", "ir", "lt", "fl", "ce", "jy"))


class Meant(NamedTuple):
    """The word that was meant, and whether it may stand for the form in counting."""

    word: str
    certain: bool


def level(form: str) -> int:
    """Return the frequency of a form as a power of two; 0 where it is not attested."""
    return data.known().get(form, 0)


def may_be_slips(forms: Iterable[str], *, certain: bool = False) -> set[str]:
    """Return the unknown forms that :func:`nearest` may find a word for: one so frequent is near.

    With ``certain`` those that may certainly stand for it. Letters without a vowel are short for
    something: which word, the letters near by cannot say.

    >>> may_be_slips(["intansi", "zzzzz", "lkpd"])
    {'intansi'}
    """
    voiced = (form for form in forms if not _VOWELS.isdisjoint(form))
    open_ = [form for form in voiced if not certain or len(form) >= _SURE]
    found: set[str] = set()
    for edits in (1, 2):
        asked: dict[int, list[str]] = defaultdict(list)
        for form in open_:
            if edits <= _edits(form) and form not in found:
                asked[_needed(form, hint=not certain) + _SECOND * (edits - 1)].append(form)
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


def slip_of_derived(form: str, base: int, meant: Meant) -> Meant | None:
    """Return what a derived form of a root so rare (a power of two) may be: a hint.

    A slip in a word far more common (berlansung, kemeterian).
    """
    common = level(meant.word)
    if common < max(_NEEDED_OF_DERIVED.get(len(form), _COMMON_ENOUGH), base + _FAR_MORE):
        return None
    command = form.endswith("kan") and not form.endswith("kkan")  # anggarkan, but dilakukkan
    if command and meant.word == f"{form[:-3]}an":
        return None
    return meant._replace(certain=False) if is_slip(form, meant.word) else None


def is_slip(form: str, word: str) -> bool:
    """Tell whether one letter of a word was lost, doubled or added, or two were swapped."""
    short, long = sorted((form, word), key=len)
    one = any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    return one or sorted(short) == sorted(long)


def _best(form: str, others: list[tuple[str, int]]) -> Meant | None:
    ranked = sorted((level(other) - _SECOND * (edits - 1), other) for other, edits in others)
    near_by = {f"{form[:at]}e{form[at:]}" for at in range(1, len(form))}
    doubled = (at for at in range(1, len(form)) if form[at - 1] == form[at])
    near_by |= {form[:at] + form[at + 1 :] for at in doubled if form[at - 1 :] not in _BOTH_DUE}
    least = ranked[-1][0] - _SWALLOWED
    ranked = [pair for pair in ranked if pair[1] in near_by and pair[0] >= least] or ranked
    score, meant = ranked[-1]
    expert = form.endswith("log") and meant == f"{form}i"  # sosiolog
    if score < _needed(form, hint=True) or expert:
        return None
    clear = (len(ranked) == 1 or score - ranked[-2][0] >= 2) and _is_likely(form, meant)
    return Meant(meant, clear and len(form) >= _SURE and score >= _needed(form))


def _is_likely(form: str, word: str) -> bool:
    """Tell whether a letter for another, if that is all, is one that hands, ears or scans confuse.

    So kembaki is certainly kembali, but mencetar need not be mencetak.
    """
    if len(form) != len(word):
        return not _is_another(form, word)
    other = [{a, b} for a, b in zip(form, word, strict=True) if a != b]
    return len(other) != 1 or any(other[0] <= alike for alike in _ALIKE)


def _is_another(form: str, word: str) -> bool:
    """Tell whether letters that a form has beside those of a word make it another word.

    They are an e before it (ekinerja is a service, ehabilitasi lost another letter), the eu of
    short Sundanese words (hideung), the Javanese -e or -ne behind a common word (wargane), or two
    that repeat no others (syahriyah, hukumyang).

    >>> [_is_another(form, "kinerja") for form in ("ekinerja", "kinejrja", "kinerjaja")]
    [True, False, False]
    """
    if len(form) > len(word) + 1:
        return _TWICE.sub(r"\1", form) != _TWICE.sub(r"\1", word)
    sundanese = word in (form.replace("eu", "e", 1), form.replace("eu", "u", 1))
    javanese = max(level(form.removesuffix(end)) for end in ("e", "ne")) >= COMMON
    return form == f"e{word}" or javanese or (sundanese and len(form) < _LONG)


def _needed(form: str, *, hint: bool = False) -> int:
    """Return how frequent what was meant must be; rarer words will do for a hint, if the form has
    letters in an order that is none of Indonesian words (mskin, krsial)."""
    return data.MIN_LEVEL if hint and _is_strange(form) else _NEEDED.get(len(form), data.MIN_LEVEL)


def _is_strange(form: str) -> bool:
    whole = f"^{form}$"
    return not triples().issuperset([whole[at : at + 3] for at in range(len(form))])


def _edits(form: str) -> int:
    return 2 if len(form) >= _LONG else 1
