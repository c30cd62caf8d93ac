"""The shipped data of the spelling check, each part loaded once when first needed."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Mapping
from functools import cache

from kpu_corpus.ground.lookup import Lookup
from kpu_corpus.ground.shipped import DATA
from kpu_corpus.indonesian.roots.root_lists import ordinary_places, places

_FOLDER = DATA / "spelling"
MIN_LEVEL = 5  # a form that was meant occurs 16 times or more in 15.7 million words
MIN_NAME = 10


def known() -> Mapping[str, int]:
    """Forms that are correct: attested in legal texts or on the web, or roots of a dictionary.

    With each its frequency, as :func:`frequency` has it.
    """
    return lookup().quick


@cache
def lookup() -> Lookup[int]:
    """Return the known forms in the form that `training.word_lists` has made ready."""
    return Lookup((DATA / "ready" / "known.words").read_bytes(), int, frequency)


def unknown(forms: Iterable[str]) -> set[str]:
    """Return those of many forms that are not known."""
    asked = [*forms]
    return {form for form, level in zip(asked, lookup().each(asked), strict=True) if level is None}


@cache
def corrections() -> dict[str, tuple[str, str, bool]]:
    """Form → suggestion, reason, certain: the curated table and what derives from it."""
    text = (_FOLDER / "corrections.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return {form: (right, reason, sure == "1") for form, right, reason, sure in rows}


@cache
def frequency() -> dict[str, int]:
    """Known form → power of two of its frequency in 15.7 million words, the rarest first.

    It is 0 for a form that is attested nowhere.
    """
    text = gzip.decompress((_FOLDER / "known.txt.gz").read_bytes()).decode("utf-8")
    found: dict[str, int] = {}
    for level, line in enumerate(text.split("\n")):
        found |= dict.fromkeys(line.split(), level)
    return found


@cache
def prepositional() -> frozenset[str]:
    """Words that follow the prepositions di and ke in legal texts, or name a place or time."""
    return frozenset((_FOLDER / "prepositional.txt").read_text(encoding="utf-8").split())


@cache
def rare_names() -> frozenset[str]:
    """Return the places, in lower case, whose name is no common word."""
    return places() - ordinary_places()


@cache
def targets() -> dict[str, int]:
    """Return the forms frequent enough to be what was meant, and how frequent, the rarest first.

    A place is meant only where it is much spoken of: pecalang is no slip of Pemalang.
    """
    return {
        form: level
        for form, level in frequency().items()
        if level >= MIN_LEVEL
        and (level >= MIN_NAME or form not in rare_names())
        and len(form) > 3
        and "-" not in form
    }
