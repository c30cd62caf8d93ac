"""Institutions, places, laws and fixed expressions that count as one unit."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from kpu_corpus.indonesian.lists import ready

# No unit ends with the first of these words where the second follows: "belum bekerja sama sekali".
SAID_TOGETHER = ("sama", "sekali")


class Multiword(NamedTuple):
    """One unit of several words.

    `words` are lower case; `kind` is ``name`` (institution, place, law) or ``phrase``; `short` is
    the one short form in this domain, or None; `root` is set for a compound that takes affixes as
    a whole (bertanggung jawab → tanggung jawab).
    """

    words: tuple[str, ...]
    kind: str
    short: str | None
    root: str | None


@cache
def multiwords() -> tuple[Multiword, ...]:
    """Return every shipped unit of two words or more, sorted by its words.

    >>> units = {" ".join(unit.words): unit for unit in multiwords()}
    >>> units["komisi pemilihan umum"].short
    'KPU'
    >>> units["bertanggung jawab"].root
    'tanggung jawab'
    >>> "budaya kerja" in units
    False
    """
    table = _table()
    rows = [
        *_with_short(table["abbreviated_name"], "name"),
        *_with_short(table["variant_name"], "name"),
        *_with_short(table["abbreviated_phrase"], "phrase"),
        *_listed(table["name"], "name"),
        *_listed(table["phrase"], "phrase"),
        *_compounds(table["compound"] | table["compound_apart"]),
    ]
    return tuple(sorted(rows))


@cache
def aliases() -> dict[str, str]:
    """Return further short forms → long forms, lower case, beside the `short` of each unit.

    >>> aliases()["jabar"]
    'jawa barat'
    """
    return dict(_table()["aliases"])


@cache
def short_forms() -> dict[str, str]:
    """Return the short form of each unit that has one → its long form, lower case.

    Of the ways to write out a name it is the first: penyelenggara pemilihan umum, not … pemilu.

    >>> short_forms()["dkpp"]
    'dewan kehormatan penyelenggara pemilihan umum'
    """
    table = _table()
    pairs = table["abbreviated_name"] | table["abbreviated_phrase"]
    return {short.lower(): long for long, short in pairs.items()}


def affixed_compounds() -> tuple[str, ...]:
    """Return the compounds that are one root inside a prefix and a suffix too, as written.

    >>> "tanggung jawab" in affixed_compounds(), "tatap muka" in affixed_compounds()
    (True, False)
    """
    return tuple(_table()["compound"])


@cache
def compound_roots() -> dict[str, str]:
    """Return the compounds as they are written with a space → the root that they share.

    >>> compound_roots()["bertanggung jawab"], compound_roots()["seluk beluk"]
    ('tanggung jawab', 'seluk-beluk')
    """
    return {" ".join(unit.words): unit.root for unit in multiwords() if unit.root}


def _with_short(entries: dict[str, str], kind: str) -> list[Multiword]:
    return [Multiword(tuple(long.split()), kind, short, None) for long, short in entries.items()]


def _listed(groups: dict[str, list[str]], kind: str) -> list[Multiword]:
    return [
        Multiword(tuple(long.split()), kind, None, None)
        for entries in groups.values()
        for long in entries
    ]


def _compounds(entries: dict[str, list[str]]) -> list[Multiword]:
    return [
        Multiword(tuple(form.split()), "phrase", None, root)
        for root, variants in entries.items()
        for form in (root, *variants)
        if " " in form
    ]


@cache
def _table() -> dict[str, Any]:
    return ready.table("multiwords")
