"""Existing values of the essays that a table replaces."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kpu_corpus.columns.alike import number_in, office_form
from kpu_corpus.columns.names import called_also
from kpu_corpus.corpus import Corpus
from kpu_corpus.corpus.sources import Essay
from kpu_corpus.errors import Hint, KpuCorpusWarning, listed
from kpu_corpus.ground.printable import first_of
from kpu_corpus.ground.spellings import even
from kpu_corpus.ground.warned import MOST_NAMES, named, warn
from kpu_corpus.loading.metadata.people import person
from kpu_corpus.reading.rows.ids import id_of

OF_TABLES = ("title", "unit", "date")  # read in a text they are there to be corrected


def under_known(fields: Mapping[str, str], known: Sequence[str]) -> dict[str, str]:
    """Return column → its name among the essays, which may already have it, as tables call it.

    If the match is ambiguous, each keeps its own name.

    >>> under_known({"KELAS": "KELAS", "Nilai": "Nilai"}, ["Kelas", "unit"])
    {'KELAS': 'Kelas', 'Nilai': 'Nilai'}
    >>> under_known({"Kategori": "Kategori"}, ["category"])
    {'Kategori': 'category'}
    >>> under_known({"KELAS": "KELAS", "kelas": "kelas"}, ["Kelas"])
    {'KELAS': 'KELAS', 'kelas': 'kelas'}
    """
    there: dict[str, list[str]] = {}
    for name in known:
        for called in dict.fromkeys(map(even, (name, *called_also(name)))):
            there.setdefault(called, []).append(name)
    times = Counter(map(even, fields.values()))
    return {
        column: alike[0]
        if len(alike := there.get(even(name), [])) == 1 == times[even(name)]
        else name
        for column, name in fields.items()
    }


def warn_replaced(corpus: Corpus, made: Sequence[Essay], titles: Mapping[str, str]) -> None:
    """Warn of values of an earlier table that are replaced, and of authors with another name.

    Columns are named by their existing titles, else by those of the new table.
    """
    told: dict[str, list[dict[str, str]]] = {}
    for before, after in zip(corpus.items, made, strict=True):
        plain = corpus.by_name[before.source].plain
        for column, old, new in _replaced(before, after, plain):
            pair = {"first": f"{named([old])} → {named([new])}", "essay": named([after.id])}
            told.setdefault(column, []).append(pair)
    if told:
        got = [
            Hint(
                "replaced_in",
                column=corpus.headings.get(column, titles.get(column, column)),
                count=len(pairs),
                **pairs[0],
            )
            for column, pairs in told.items()
        ]
        warn(KpuCorpusWarning("metadata_replaced", got=listed(got, "; ")))


def warn_read(
    corpus: Corpus, given: Sequence[Mapping[str, Any]], shown: Sequence[str], title: str
) -> None:
    """Warn of essays whose row has no office, which keep the one read in their text.

    ``given`` has the table's values for each essay, ``title`` its column of offices. Essays without
    a row are reported as such elsewhere.
    """
    if all(row.get("unit") is None for row in given):
        return
    kept = [
        f"{name!r} ({item.unit})"
        for name, item, row in zip(shown, corpus.items, given, strict=True)
        if item.unit and row and row.get("unit") is None
    ]
    if kept:
        told = {"column": repr(title), "count": len(kept), "got": first_of(kept, MOST_NAMES)}
        warn(KpuCorpusWarning("offices_read", **told))


def _replaced(before: Essay, after: Essay, plain: bool) -> Iterator[tuple[str, str, str]]:
    """Yield column, old value and new value of what changed."""
    was, now = before.author, after.author
    if was and now is not was and person(was) != person(now):
        yield "author", was, now or ""
    known: dict[str, Any] = {name: getattr(before, name) for name in OF_TABLES if plain}
    for column, value in (known | dict(before.metadata)).items():
        new = getattr(after, column) if column in known else after.metadata.get(column)
        if new is value:
            continue
        old, other = id_of(value), id_of(new)
        if old and other and not _are_one(column, old, other):
            yield column, old, other


def _are_one(column: str, old: str, new: str) -> bool:
    """Tell whether two values are one office or number of a batch, written differently: II, 2."""
    if column == "unit":
        return office_form(old) == office_form(new)
    number = number_in(old, column)
    return even(old) == even(new) or (number is not None and number == number_in(new, column))
