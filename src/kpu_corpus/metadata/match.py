"""Essays and the rows of a table: which row is for which essay, and what each goes by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import PurePosixPath
from typing import Any

from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.metadata.key import even_name, stem
from kpu_corpus.metadata.people import alone, person, rows_by_person
from kpu_corpus.sources import Essay


def names_of(corpus: Corpus, item: Essay) -> list[str]:
    """Return every name an essay may go by, the most exact first."""
    paths = (item.source, corpus.by_name[item.source].origin)
    names = (name for path in paths for name in names_of_file(path))
    return list(dict.fromkeys((even_name(item.id), *names)))


def names_of_file(path: str) -> list[str]:
    """Return the names that a file may go by: its path, its name, and that without the suffix."""
    pure = PurePosixPath(path.replace("\\", "/"))
    names = (*map(even_name, (path, pure.name, pure.stem)), stem(path))
    return [name for name in names if name]


def shown_names(corpus: Corpus) -> list[str]:
    """Return how people know each essay: by its file where it is alone in it, else by its id.

    Of two files of one name the folder is told, too.
    """
    paths = [PurePosixPath(corpus.by_name[item.source].origin) for item in corpus.items]
    counts, names = Counter(paths), Counter(path.name for path in set(paths))
    return [
        "/".join(path.parts[-1 if names[path.name] == 1 else -2 :])
        if path.name and counts[path] == 1
        else item.id
        for item, path in zip(corpus.items, paths, strict=True)
    ]


def folders_of(corpus: Corpus) -> list[str]:
    """Return the folder of the file of each essay."""
    return [str(PurePosixPath(item.source).parent) for item in corpus.items]


def rows_by_name(
    key: str, cells: Sequence[Any], names: Sequence[Sequence[str]], shown: Sequence[str]
) -> list[int | None]:
    """Return the row of each essay whose cell of the column ``key`` names it, None without one.

    Raises InvalidArgument where two rows name an essay.
    """
    rows: dict[str, list[int]] = {}
    for row, cell in enumerate(cells):
        rows.setdefault(even_name(cell), []).append(row)
    by_stem = _by_stem(rows)
    found: list[int | None] = []
    for own, file in zip(names, shown, strict=True):
        name = next((name for name in own if name in rows), None)
        if name is None:
            like = by_stem.get(stem(file))
            elsewhere = like is not None and "/" in like and "/" in file  # of a name in two folders
            name = None if elsewhere else like
        if name is not None and len(rows[name]) > 1:
            numbers = ", ".join(str(row + 1) for row in rows[name])
            raise InvalidArgument("metadata_twice", key=repr(key), got=repr(name), rows=numbers)
        found.append(None if name is None else rows[name][0])
    return found


def rows_by_author(
    cells: Sequence[Any],
    people: Sequence[str],
    folders: Sequence[str],
    found: Sequence[int | None],
) -> dict[int, int]:
    """Return essay → row of its author, for essays and rows that are not ``found`` by a name.

    ``people`` are the authors of the essays. The row must be the only one of the author, the essay
    the only one in its folder.
    """
    rows = rows_by_person(cells)
    used = set(found)
    return {
        place: rows[author]
        for place, author in enumerate(alone(people, folders))
        if found[place] is None and author in rows and rows[author] not in used
    }


def several(
    cells: Sequence[Any], people: Sequence[str], found: Sequence[int | None]
) -> dict[int, list[int]]:
    """Return row → the essays of its author, where several essays or rows have that author."""
    essays: dict[str, list[int]] = {}
    for place, author in enumerate(people):
        if author and found[place] is None:
            essays.setdefault(author, []).append(place)
    used = set(found)
    rows = {row: person(cell) for row, cell in enumerate(cells) if row not in used}
    return {row: essays[author] for row, author in rows.items() if author in essays}


def _by_stem(names: Collection[str]) -> dict[str, str]:
    """Return stem → name, of the stems of one name only: its suffix may be another."""
    stems = Counter(map(stem, names))
    return {stem(name): name for name in names if stems[stem(name)] == 1}
