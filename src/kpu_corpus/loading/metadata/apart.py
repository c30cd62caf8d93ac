"""Rows and essays without a counterpart, reported with likely matches."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import product
from pathlib import PurePosixPath
from typing import Any

from kpu_corpus.corpus import Corpus
from kpu_corpus.corpus.sources import folder_of
from kpu_corpus.errors import Hint, UnreadableSource, listed, nearest_name
from kpu_corpus.ground.printable import first_of
from kpu_corpus.loading.metadata.key import even_name, names_in, stem
from kpu_corpus.loading.metadata.match import names_of_file, writer
from kpu_corpus.loading.metadata.people import NEAR, is_within, person
from kpu_corpus.reading.rows.ids import id_of

_WORD = re.compile(r"[^\W\d_]+")
# The most frequent first name, in its spellings and short forms.
_MUHAMMAD = re.compile(r"\b(?:m[ou]c?hamm?[ae]d|m[ou]c?hd?|m[hu]?d)\b", re.IGNORECASE)
_SUM = re.compile(
    r"(?:grand |sub ?)?(?:jumlah|total)"
    r"(?: (?:total|peserta|orang|esai|semua|seluruhnya|keseluruhan))*[ .:=]*\d*(?: orang)?"
)
SHOWN = 20  # names of rows or essays without a counterpart; the rest are counted


@dataclass(frozen=True, slots=True)
class _Named:
    """A row or an essay: its name, its form for finding near matches, and the author, if known."""

    name: str
    keys: tuple[str, ...]
    author: str | None = None

    def told(self) -> str:
        return f"{self.name!r}, {self.author}" if self.author else repr(self.name)

    def forms(self) -> list[str]:
        """Return the keys with Muhammad in full.

        >>> _Named("Muh. Iqbal", ("muh iqbal", "")).forms()
        ['muhammad iqbal']
        """
        return [_MUHAMMAD.sub("muhammad", key) for key in self.keys if key]


def apart(
    corpus: Corpus,
    shown: Sequence[str],
    people: Sequence[str],
    cells: Sequence[Any],
    found: Sequence[int | None],
    fitting: Mapping[int, Sequence[int]],
    left_out: Set[str],
) -> Iterator[UnreadableSource]:
    """Yield the rows and essays without a counterpart, each with the name that may be meant.

    ``shown`` is how people know the essays, ``people`` are their authors, ``found`` is the row of
    each; ``fitting`` are rows, with the essays that each of them fits though only one could be
    meant. For a row it may also be a file that was skipped; ``left_out`` are names of essays that
    were. Rows without a name are counted, as are those of a sum.
    """
    used = {*found, *fitting}
    cells_left = [(even_name(cell), cell) for row, cell in enumerate(cells) if row not in used]
    called = {name: cell for name, cell in cells_left if name and not _SUM.fullmatch(name)}
    rows = [id_of(cell) or name for name, cell in called.items()]
    fit = {place for places in fitting.values() for place in places}
    alone = [place for place, row in enumerate(found) if row is None and place not in fit]
    essays = [
        _Named(shown[place], (stem(shown[place]), people[place]), corpus.items[place].author)
        for place in alone
    ]
    several = {cells[row]: places for row, places in fitting.items()}
    unread = {name for path, _ in corpus.refused for name in names_of_file(path)} | left_out
    of_unread = [
        row for row in rows if not unread.isdisjoint(names_in(row)) or person(row) in left_out
    ]
    gone = {*of_unread}
    unused = [_Named(row, (stem(row), person(row))) for row in rows if row not in gone]
    skipped = [
        _Named(file.name, (even_name(file.stem), person(writer(file.stem))))
        for file in (PurePosixPath(path) for path, _ in corpus.refused)
    ]
    used_for: dict[str, set[str]] = {}  # a row that an author matched → the folders of the essays
    for place, row in enumerate(found):
        if row is not None and people[place] and person(cells[row]) == people[place]:
            folders = used_for.setdefault(id_of(cells[row]) or "", set())
            folders.add(folder_of(corpus.items[place]))
    for reason, named, told in (
        ("metadata_unread", of_unread, [*map(repr, of_unread[:SHOWN])]),
        ("metadata_several", several, [*_fitting(several, shown)]),
        ("metadata_rows", unused, [*_near(unused, [*essays, *skipped])]),
        ("metadata_essays", essays, [*_near_essays(corpus, alone, essays, unused, used_for)]),
    ):
        if named:
            more = ", …" if len(named) > SHOWN else ""
            yield UnreadableSource(reason, count=len(named), got=listed(told, rest=more))
    if blank := sum(name not in called for name, _ in cells_left):
        yield UnreadableSource("metadata_blank", count=blank)


def _fitting(several: Mapping[str, Sequence[int]], shown: Sequence[str]) -> Iterator[Hint]:
    """Yield the first names of rows, each with the essays that it matches."""
    for name, places in list(several.items())[:SHOWN]:
        essays = first_of([repr(shown[place]) for place in places], SHOWN)
        yield Hint("matching", name=repr(name), essays=essays)


def _near_essays(
    corpus: Corpus,
    alone: Sequence[int],
    essays: Sequence[_Named],
    unused: Sequence[_Named],
    used_for: Mapping[str, Set[str]],
) -> Iterator[Hint | str]:
    """Yield the first essays, each with the likely row, used only in other folders if need be."""
    for place, essay, told in zip(alone, essays, _near(essays, unused), strict=False):
        if isinstance(told, str):
            folder = folder_of(corpus.items[place])
            rows = (row for row, folders in used_for.items() if folder not in folders)
            yield from _near([essay], [_Named(row, (stem(row), person(row))) for row in rows])
        else:
            yield told


def _near(names: Sequence[_Named], others: Sequence[_Named]) -> Iterator[Hint | str]:
    """Yield the first names, each with the likely match among the ``others``."""
    known = {form: other for other in reversed(others) for form in reversed(other.forms())}
    for item in names[:SHOWN]:
        hits = (nearest_name(form, known, NEAR) for form in item.forms())
        near = next((known[hit] for hit in hits if hit), None) or _shorter(item, names, others)
        told = repr(item.name)
        yield Hint("maybe", name=told, near=near.told()) if near else told


def _shorter(item: _Named, names: Sequence[_Named], others: Sequence[_Named]) -> _Named | None:
    """Return the one whose name is that of ``item`` with words omitted or abbreviated to a letter.

    None if it may just as well be another one of the ``names``.
    """
    found = [other for other in others if _are_alike(item, other)]
    alone = len(found) == 1 == sum(_are_alike(name, found[0]) for name in names)
    return found[0] if alone else None


def _are_alike(item: _Named, other: _Named) -> bool:
    pairs = [tuple(map(_WORD.findall, pair)) for pair in product(item.forms(), other.forms())]
    return any(is_within(one, two) or is_within(two, one) for one, two in pairs)
