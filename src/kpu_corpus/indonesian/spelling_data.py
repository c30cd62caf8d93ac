"""The shipped data of the spelling check, loaded once, each part when it is first needed."""

from __future__ import annotations

import gzip
from functools import cache
from importlib.resources import files

DATA = files("kpu_corpus") / "data" / "spelling"
MIN_LEVEL = 5  # a form that was meant occurs 16 times or more in 15.7 million words


@cache
def known() -> frozenset[str]:
    """Forms that are correct: attested in legal texts or on the web, or roots of a dictionary."""
    return frozenset(_lines().split())


@cache
def corrections() -> dict[str, tuple[str, str, bool]]:
    """Form → suggestion, reason, certain: the curated table and what derives from it."""
    text = (DATA / "corrections.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return {form: (right, reason, sure == "1") for form, right, reason, sure in rows}


@cache
def frequency() -> dict[str, int]:
    """Attested form → power of two of its frequency in 15.7 million words, the rarest first."""
    _, *attested = _lines().split("\n")
    levels = enumerate(attested, start=1)
    return {form: level for level, line in levels for form in line.split()}


@cache
def prepositional() -> frozenset[str]:
    """Words that follow the prepositions di and ke in legal texts, or name a place or time."""
    return frozenset((DATA / "prepositional.txt").read_text(encoding="utf-8").split())


@cache
def targets() -> dict[str, int]:
    """Return the forms frequent enough to be what was meant, and how frequent, the rarest first."""
    return {
        form: level
        for form, level in frequency().items()
        if level >= MIN_LEVEL and len(form) > 3 and "-" not in form
    }


@cache
def _lines() -> str:
    return gzip.decompress((DATA / "known.txt.gz").read_bytes()).decode("utf-8")
