"""Whether a word as written may be checked: names and acronyms are not, as far as it shows."""

from __future__ import annotations

from collections.abc import Mapping

from kpu_corpus.indonesian.dates import MONTHS
from kpu_corpus.indonesian.normal import normal
from kpu_corpus.indonesian.roots.affixes import CLITICS
from kpu_corpus.indonesian.spelling import data
from kpu_corpus.indonesian.spelling.nearest import COMMON, VERY_COMMON, is_slip, level
from kpu_corpus.indonesian.spelling.spelling import Suggestion, suggestions

_LONG = 9  # letters of a form that may be checked at the head of a sentence, whatever its shape
_VOWELS = frozenset("aeiou")
_CALENDAR = frozenset({*MONTHS, "jumat"})
# With a capital they are names of persons, at the head of a sentence too.
_GIVEN_NAMES = frozenset(
    "rizki taufiq dandi hafid sholeh shaleh dharma ashar sukur sahadat".split()
)
_JOINTS = str.maketrans("", "", "-'’")  # Undang-Undang, ta'at
_LOAN_ENDINGS = ("itas", "isme", "asi", "nsi", "krasi", "tif", "ional", "isasi", "ologi")


def checkable(surface: str) -> bool:
    """Tell whether a word as written may be misspelt, by its letters alone: see :func:`candidate`.

    >>> checkable("Intergritas"), checkable("Rahma"), checkable("rahma")
    (True, False, True)
    """
    letters = surface if surface.isalpha() else surface.translate(_JOINTS)
    if surface.islower() or not letters.isalpha():
        return letters.isalpha() or (surface.islower() and "2" in surface)
    if surface[1:] != surface[1:].lower():
        return False
    form = normal(surface)
    long = len(form) >= 5 and bool(_is_abstract(form) or _listed(form))
    return long or is_short(form) or len(form) >= _LONG


def is_short(form: str) -> bool:
    """Tell whether a lower-case form is a word written without its vowels: dpt, yg, bkn.

    All in capitals such letters are another word: DPT, BKN, SPT.
    """
    return form in data.corrections() and not set(form) & _VOWELS


def candidate(
    surface: str, mid_sentence: bool, hints: Mapping[str, Suggestion] | None = None
) -> bool:
    """Tell whether a word as written may be checked: no name, acronym, or word with digits.

    A word with a capital counts as a name unless it is all but a very common word: shaped as names
    are not, or at the head of a sentence and one slip away. ``hints`` are the suggestions of all
    lower-case forms, where there are many to ask about.

    >>> candidate("Intergritas", True), candidate("Rahmawati", True), candidate("KPU", True)
    (True, False, False)
    """
    if not checkable(surface):
        return False
    if surface.islower():
        return True
    form = normal(surface)
    hint = (suggestions([form]) if hints is None else hints).get(form)
    if hint is None or not hint.certain:
        return False
    common = level(hint.suggestion)
    listed = _listed(form)
    if listed == form or (listed and not mid_sentence):
        return listed not in _GIVEN_NAMES and (
            not mid_sentence
            or len(form) >= 10
            or _is_abstract(form)
            or is_short(form)
            or hint.suggestion in _CALENDAR  # which have a capital everywhere
            or (hint.reason == "misspelling" and len(form) > 5 and common >= VERY_COMMON)
        )
    meant, clitic, _ = hint.suggestion.rpartition("nya")  # Pemeriksaanya: no name ends so
    if _is_abstract(form) or (clitic and _is_abstract(meant)):
        return common >= (VERY_COMMON if mid_sentence else COMMON)
    if hint.suggestion in data.rare_names():  # Tangkerang is none of Tangerang
        return False
    return not mid_sentence and common >= VERY_COMMON and is_slip(form, hint.suggestion)


def _listed(form: str) -> str:
    """Return what the table of corrections has of a form: itself, or what its clitic stands behind.

    >>> _listed("kedepan"), _listed("kedepannya"), _listed("rahmawati")
    ('kedepan', 'kedepan', '')
    """
    cores = (form, *(form.removesuffix(clitic) for clitic in CLITICS if form.endswith(clitic)))
    return next((core for core in cores if core in data.corrections()), "")


def _is_abstract(form: str) -> bool:
    """Shaped as names are not: a loan such as integritas, or an affixed form such as pelayanan."""
    if form.endswith(_LOAN_ENDINGS):
        return True
    return form.startswith(("pe", "ke", "me", "ber")) and form.endswith(("an", "kan", "i"))
