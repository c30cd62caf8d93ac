"""Which column of a table identifies the essays: as given, by its title, or by its values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from kpu_corpus.errors import Hint, InvalidArgument, one_of
from kpu_corpus.ground.spellings import even, even_title
from kpu_corpus.loading.metadata.people import of_people, person, rows_by_person
from kpu_corpus.reading.content import SUFFIXES
from kpu_corpus.reading.rows.ids import NUMBERING, id_of
from kpu_corpus.reading.rows.rows import Table

OWN = "essay"  # the column of ids in the library's own tables
FILES = ("source", "file", "filename", "file name", "berkas", "nama berkas", "nama file")
KEYS = (OWN, *FILES, "id", "id esai", "esai")
# Titles of columns that may name an essay, where no better one does.
PERHAPS = (*NUMBERING, "judul", "title", "nama", "name", "penulis", "author")
Row = Mapping[str, Any]


def key_of(
    columns: Sequence[str],
    rows: Sequence[Row],
    names: Sequence[Sequence[str]],
    people: Sequence[str],
    writers: Sequence[str],
    on: str | None,
    *,
    in_index: bool = False,
) -> str | None:
    """Return the column that identifies the essays, or None.

    ``names`` are those that each essay may go by, the most exact first; a column of people may name
    the author instead, who in ``people`` is "" where none is known, in ``writers`` where it may be
    one of several. A column with the title of a key or with names of files comes before one whose
    title may be that of a key, and this before any other, in which zeros before a number count;
    among these the one with the most names of essays, and bare numbers behind people who tell the
    row of every essay. Names that leave essays out (people who wrote twice) give way to a column
    that tells the row of each, and theirs as they do, but not to bare numbers of any title.

    Raises InvalidArgument for a column ``on`` that the table lacks, where two columns are as good
    and name different essays, or bare numbers others than the names of people do, and where a
    column of files names none of them and only numbers in another column do. ``in_index`` tells
    that the index of the table has names of essays, too.
    """
    if on is not None:
        columns = [column_meant(on, columns)]
    cells = _naming(columns, rows, names, people, on)
    ranks = {
        name: (_sureness(name, found), len({*map(even_name, found)}))
        for name, found in cells.items()
        if found
    }
    if not ranks:
        return None
    best = max(ranks.values())
    tied = [name for name, rank in ranks.items() if rank == best]
    first = next((name for name in tied if even(name) == OWN), tied[0])
    joined = {name: _rows_given(name, rows, names, writers) for name in ranks}
    if all(map(_is_number, cells[first])):
        others = [
            name
            for name in ranks
            if tells_people(name, on) and _contradict(joined[first], joined[name])
        ]
        whole = [name for name in others if None not in joined[name]]
        first, tied = (whole[0], whole) if whole else (first, [*dict.fromkeys((*tied, *others))])
    elif None in joined[first] and best < (2,):
        whole = [
            name
            for name, rank in ranks.items()
            if None not in joined[name]
            and _confirm(joined[first], joined[name])
            and (rank >= (1,) or not all(map(_is_number, cells[name])))  # scores, by chance
        ]
        first, tied = (whole[0], whole) if whole else (first, tied)
    if len({joined[name] for name in tied}) > 1 and even(first) != OWN:
        told = {"columns": ", ".join(map(repr, tied)), "first": repr(first)}
        more = Hint("or_index") if in_index else ""
        raise InvalidArgument("metadata_tie", **told, more=more)
    file = next((name for name in columns if even_title(name) in FILES and not cells[name]), None)
    if (
        file is not None
        and _sureness(first, cells[first]) < 2
        and all(map(_is_number, cells[first]))
    ):
        raise InvalidArgument("metadata_numbers", file=repr(file), other=repr(first))
    return first


def is_refused_by_index(
    column: str, table: Table, names: Sequence[Sequence[str]], ids: Sequence[str]
) -> bool:
    """Tell whether bare numbers in a column name other essays than the index does.

    The index of a DataFrame must name as many of the ``ids`` at least, and the title of the column
    must not be that of a key: scores and ranks have the numbers of the rows, too.
    """
    places = {id_of(label): place for place, label in enumerate(table.labels)}
    given = rows_by_number(column, table, names)
    labelled = [places.get(name) for name in ids]
    as_many = bool(places) and labelled.count(None) <= given.count(None)
    return as_many and _contradict(labelled, given)


def rows_by_number(
    column: str, table: Table, names: Sequence[Sequence[str]]
) -> Sequence[int | None]:
    """Return the row that each essay would get by bare numbers in a column, all None by others.

    The title of the column must not be that of a key: scores have the numbers of essays, too.
    """
    cells = [row.get(column) for row in table.rows]
    none: list[int | None] = [None] * len(names)
    if _sureness(column, cells):
        return none
    given = _rows_given(column, table.rows, names, [""] * len(names))
    bare = all(_is_number(cells[place]) for place in given if place is not None)
    return given if bare else none


def _naming(
    columns: Sequence[str],
    rows: Sequence[Row],
    names: Sequence[Sequence[str]],
    people: Sequence[str],
    on: str | None,
) -> dict[str, list[Any]]:
    """Return the cells of each column that name an essay, or its author if allowed."""
    known = {name for own in names for name in own}
    stems = known | {*map(stem, known)}
    authors = set(people) - {""}
    cells: dict[str, list[Any]] = {}
    for name in columns:
        column = [row.get(name) for row in rows]
        wanted = stems if on is not None or _sureness(name, column) else known
        written = tells_people(name, on)
        cells[name] = [
            cell
            for cell in column
            if not wanted.isdisjoint(names_in(cell)) or (written and person(cell) in authors)
        ]
    return cells


def names_in(cell: Any) -> set[str]:
    """Return the names that a cell may stand for: as written, and as the stem of a file."""
    name = id_of(cell)
    return {even_name(name), stem(name)} if name else set()


def tells_people(column: str, on: str | None) -> bool:
    """Tell whether a column may name the authors: by its title, or as the given key."""
    title = even_title(column)
    return on is not None or (title not in FILES and of_people(title))


def even_name(value: Any) -> str:
    """Return a name normalised for comparison: lower case, single spaces, ``/`` between folders."""
    return even((id_of(value) or "").replace("\\", "/"))


def stem(name: str) -> str:
    """Return a name without folder, known suffix and leading zeros.

    >>> stem("esai/Ani.docx"), stem("sebelum/01.docx"), stem("00")
    ('ani', '1', '00')
    """
    bare = without_suffix(name).rpartition("/")[2]
    return (bare.isdecimal() and bare.lstrip("0")) or bare


def without_suffix(name: str) -> str:
    """Return a name with its folder, without a known suffix.

    >>> without_suffix("Sebelum/Ani.docx"), without_suffix("S.Sos")
    ('sebelum/ani', 's.sos')
    """
    path = even_name(name)
    if "/" not in path and "." not in path:  # most cells, of which a table may have very many
        return path
    pure = PurePosixPath(path)
    return str(pure.with_suffix("") if pure.suffix in SUFFIXES else pure)


def column_meant(on: str, columns: Sequence[str]) -> str:
    """Return the column that is called ``on``, or the only one in other capitals.

    Raises InvalidArgument if there is none.
    """
    meant = [name for name in columns if name == on or even(name) == even(on)]
    if on in columns or len(meant) == 1:
        return on if on in columns else meant[0]
    raise one_of("on", on, columns)


def _sureness(column: str, cells: Sequence[Any]) -> int:
    """Return how likely a column holds the names of the essays: 2, 1 or 0."""
    dotted = (name for name in map(even_name, cells) if "." in name)
    files = any(PurePosixPath(name).suffix in SUFFIXES for name in dotted)
    title = even_title(column)
    return 2 if files or title in KEYS else int(title in PERHAPS or of_people(title))


def _rows_given(
    column: str, rows: Sequence[Row], names: Sequence[Sequence[str]], writers: Sequence[str]
) -> tuple[int | None, ...]:
    """Return which row each essay would get by a column, or by its writer if known."""
    cells = [row.get(column) for row in rows]
    places: dict[str, int] = {}
    for place, cell in enumerate(cells):
        for name in names_in(cell):
            places.setdefault(name, place)
    written = rows_by_person(cells) if of_people(even_title(column)) else {}
    return tuple(
        next(
            (places[name] for name in (*own, *map(stem, own)) if name in places),
            written.get(author),
        )
        for own, author in zip(names, writers, strict=True)
    )


def _contradict(first: Sequence[int | None], other: Sequence[int | None]) -> bool:
    """Tell whether two columns would give an essay different rows."""
    return any(None not in pair and len(set(pair)) > 1 for pair in zip(first, other, strict=True))


def _confirm(first: Sequence[int | None], other: Sequence[int | None]) -> bool:
    """Tell whether two columns give the essays of the first the same rows."""
    told = [pair for pair in zip(first, other, strict=True) if pair[0] is not None]
    return bool(told) and all(a == b for a, b in told)


def _is_number(cell: Any) -> bool:
    return even_name(cell).isdecimal()
