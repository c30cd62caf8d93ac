"""What a table of participants says → the essays, joined by essay id, file name or author."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from kpu_corpus.checks import exists
from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import (
    Hint,
    InvalidArgument,
    KpuCorpusError,
    MissingExtra,
    SourceNotFound,
    UnreadableSource,
    nearest_name,
    system_reason,
)
from kpu_corpus.indonesian.dates import iso
from kpu_corpus.metadata_key import KEYS, OWN, even_name, key_of, names_in, stem, tells_people
from kpu_corpus.metadata_people import authors_of, person, rows_by_person
from kpu_corpus.reading.content import damaged, kind_of
from kpu_corpus.reading.dataframes import rows_of_frame
from kpu_corpus.reading.ids import id_of
from kpu_corpus.reading.limits import Limits
from kpu_corpus.reading.rows import fields_of, headings_of, known
from kpu_corpus.reading.tables import TABLES, rows_of
from kpu_corpus.reading.titles import even
from kpu_corpus.sources import Essay

if TYPE_CHECKING:
    import pandas as pd

FIELDS = ("title", "author", "unit", "date")
NO_TABLE = frozenset({"for_word", "suffix"})  # what is said of these is about essays
SHOWN = 5  # names of rows or essays without a counterpart; the rest are counted
NEAR = 0.75  # share of letters alike from which one name may be a slip of another


def join(
    corpus: Corpus,
    metadata: str | Path | pd.DataFrame | pd.Series[Any],
    limits: Limits,
    on: str | None = None,
) -> Corpus:
    """Let the columns of a table, or a Series, follow the essays.

    The key names essays by id or by file name (with or without folder and suffix, in any case):
    the column ``on``, or the one that :func:`key_of` finds; the corpus tells it in ``joined``. What
    such a column of people does not name so is joined by author, where essay and row are the only
    ones of that name; the corpus tells in ``by_author`` how many are. Rows
    that match no essay, rows of files that could not be read, and essays without a row are named
    in ``refused``. Raises InvalidArgument when no column is a key, when it is not clear which one
    is, or when two rows are for the same essay.
    """
    names = [_names(corpus, item) for item in corpus.items]
    shown = _shown(corpus)
    authors = authors_of(corpus.items)
    known_as = {name for own in (*names, authors) for name in own if name}
    columns, rows = _table(metadata, limits, known_as)
    key = key_of(columns, rows, names, authors, on)
    if key is None:
        first = repr(shown[0]) if shown else "—"
        told = repr(on) if on is not None else ", ".join(columns) or "—"
        raise InvalidArgument("metadata_key", columns=told, known=first)
    fields = fields_of(columns, without=(key,))
    by_name = {even_name(row.get(key)): row for row in rows}
    by_stem = _by_stem(by_name)
    counts = Counter(even_name(row.get(key)) for row in rows)
    found = [
        next((name for name in own if name in by_name), None) or by_stem.get(stem(name))
        for own, name in zip(names, shown, strict=True)
    ]
    by_author = _by_author(rows, key, authors, found) if tells_people(key, on) else {}
    found = [by_author.get(place, name) for place, name in enumerate(found)]
    items, missing, used, essays = [], [], set(found), Counter(found)
    for item, name, known_by in zip(corpus.items, shown, found, strict=True):
        if known_by is None:
            items.append(item)
            missing.append(name)
            continue
        if counts[known_by] > 1:
            numbers = [n for n, row in enumerate(rows, 1) if even_name(row.get(key)) == known_by]
            listed = ", ".join(map(str, numbers))
            raise InvalidArgument("metadata_twice", key=repr(key), got=repr(known_by), rows=listed)
        row = known(by_name[known_by], fields)
        if essays[known_by] > 1:  # of a file with several essays, each with a writer of its own
            row = {name: cell for name, cell in row.items() if not _has(item, name)}
        items.append(with_fields(item, row, over=True))
    left = [id_of(row.get(key)) or "—" for name, row in by_name.items() if name not in used]
    path = str(metadata) if isinstance(metadata, str | Path) else "metadata"
    apart = [(path, error) for error in _apart(corpus, left, missing)]
    headings = {**corpus.headings, **headings_of(fields)}
    refused = (*corpus.refused, *apart)
    about = {"headings": headings, "joined": key, "by_author": len(by_author)}
    return replace(corpus, items=tuple(items), refused=refused, **about)  # type: ignore[arg-type]


def _by_author(
    rows: Sequence[Mapping[str, Any]], key: str, authors: Sequence[str], found: Sequence[str | None]
) -> dict[int, str]:
    """Return, for the essays that no name is ``found`` for, the name of their author's row."""
    cells = [row.get(key) for row in rows]
    people = rows_by_person(cells)
    taken = set(found)
    own = {
        place: even_name(cells[people[author]])
        for place, author in enumerate(authors)
        if found[place] is None and author in people
    }
    return {place: name for place, name in own.items() if name not in taken}


def _apart(corpus: Corpus, rows: list[str], essays: list[str]) -> Iterator[UnreadableSource]:
    """Yield what rows and essays have no counterpart, each with the name that may be meant."""
    unread = {name for path, _ in corpus.refused for name in _names_of_file(path)}
    of_unread = [row for row in rows if not unread.isdisjoint(names_in(row))]
    unused = [row for row in rows if unread.isdisjoint(names_in(row))]
    for reason, left, others in (
        ("metadata_unread", of_unread, []),
        ("metadata_rows", unused, essays),
        ("metadata_essays", essays, unused),
    ):
        if left:
            yield UnreadableSource(reason, count=len(left), got=_listed(left, others))


def _has(essay: Essay, name: str) -> bool:
    """Tell whether a title or an author is read in an essay."""
    return name in ("title", "author") and getattr(essay, name) is not None


def with_fields(essay: Essay, row: Mapping[str, Any], *, over: bool = False) -> Essay:
    """Put what a row says of an essay into its own fields, the rest into its metadata.

    ``over`` lets the row win over what was found in the text. A date is brought to ISO form.
    """
    if not row:
        return essay
    fields = {
        name: id_of(row[name]) or ""
        for name in FIELDS
        if row.get(name) is not None and (over or getattr(essay, name) is None)
    }
    if "date" in fields:
        fields["date"] = iso(fields["date"]) or fields["date"]
    rest = {key: value for key, value in row.items() if key not in FIELDS}
    said = set(map(even, rest))  # "Angkatan" of a table takes the place of what the text says
    own = {
        key: value for key, value in essay.metadata.items() if key in rest or even(key) not in said
    }
    return replace(essay, metadata={**own, **rest}, **fields)  # type: ignore[arg-type]


def _table(
    metadata: str | Path | pd.DataFrame | pd.Series[Any], limits: Limits, essays: Set[str]
) -> tuple[list[str], list[dict[str, Any]]]:
    if not isinstance(metadata, str | Path):
        return rows_of_frame(_frame(metadata))
    path = Path(metadata)
    if not exists(path):
        raise SourceNotFound("not_found", path=repr(str(path)), hint="")
    try:
        if not path.is_file():
            raise UnreadableSource("no_file")
        data = path.read_bytes()
        kind = kind_of(data, path.name)
        if kind not in TABLES:
            raise UnreadableSource("no_table")
        return rows_of(data, kind, limits, header=lambda lines: _header(lines, essays))[0]
    except OSError as error:
        reason: Any = system_reason(error)
    except MissingExtra:
        raise
    except KpuCorpusError as error:
        reason = UnreadableSource("no_table") if error.message in NO_TABLE else error
    except Exception as error:
        reason = damaged(path.name, error)
    raise InvalidArgument("metadata_file", path=repr(str(path)), reason=reason)


def _frame(metadata: Any) -> pd.DataFrame:
    """Return a DataFrame as it is, a Series as its one column."""
    if hasattr(metadata, "to_frame") and hasattr(metadata, "index"):
        if metadata.name is None:
            raise InvalidArgument("metadata_name")
        ids = metadata.index.name or OWN  # of a Series the index is the key, numbers too
        return metadata.rename_axis(index=ids).to_frame()  # type: ignore[no-any-return]
    if not hasattr(metadata, "columns"):
        raise InvalidArgument("metadata_type", got=type(metadata).__name__)
    return metadata  # type: ignore[no-any-return]


def _header(lines: Sequence[Sequence[Any]], essays: Set[str]) -> int:
    """Return which of the first lines has the titles of the columns.

    Above them may stand the title of the table. Of the lines before the first that names an
    essay it is the one with a usual title of the key, or else the first that has more than half
    as many cells as the fullest.
    """
    named = (
        row
        for row, line in enumerate(lines)
        if any(not essays.isdisjoint({*names_in(cell), person(cell)}) for cell in line)
    )
    below = next(named, 0)
    cells = [[cell for cell in line if cell not in (None, "")] for line in lines[: below + 1]]
    widest = max(map(len, cells), default=0)
    above = range(below)
    usual = (row for row in above if any(even(cell) in KEYS for cell in cells[row]))
    full = (row for row in above if 2 * len(cells[row]) > widest)
    return next(chain(usual, full), 0)


def _names(corpus: Corpus, item: Essay) -> list[str]:
    """Return every name an essay may go by, the most exact first."""
    paths = (item.source, corpus.by_name[item.source].origin)
    names = (name for path in paths for name in _names_of_file(path))
    return list(dict.fromkeys((even_name(item.id), *names)))


def _names_of_file(path: str) -> list[str]:
    """Return the names that a file may go by: its path, its name, and that without the suffix."""
    pure = PurePosixPath(path.replace("\\", "/"))
    return [even_name(name) for name in (path, pure.name, pure.stem) if name]


def _shown(corpus: Corpus) -> list[str]:
    """Return how people know each essay: by its file where it is alone in it, else by its id."""
    origins = [corpus.by_name[item.source].origin for item in corpus.items]
    counts = Counter(origins)
    return [
        PurePosixPath(origin).name if origin and counts[origin] == 1 else item.id
        for item, origin in zip(corpus.items, origins, strict=True)
    ]


def _by_stem(names: Collection[str]) -> dict[str, str]:
    """Return stem → name, of the stems of one name only: its suffix may be another."""
    stems = Counter(map(stem, names))
    return {stem(name): name for name in names if stems[stem(name)] == 1}


def _listed(names: list[str], others: list[str]) -> Hint | str:
    """Return the first names, each with the one of the ``others`` that may be meant."""
    listed: Hint | str = ", …" if len(names) > SHOWN else ""
    for place, name in reversed(list(enumerate(names[:SHOWN]))):
        near = _near(name, others)
        told = Hint("maybe", name=repr(name), near=repr(near)) if near else repr(name)
        listed = Hint("listed", comma=", " if place else "", name=told, rest=listed)
    return listed


def _near(name: str, others: list[str]) -> str:
    stems = {stem(other): other for other in reversed(others)}
    return stems.get(nearest_name(stem(name), stems, NEAR), "")
