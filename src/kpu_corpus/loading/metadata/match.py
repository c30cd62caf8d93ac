"""Matching essays and table rows: which row belongs to which essay, and by what."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence, Set
from pathlib import PurePosixPath
from typing import Any

from kpu_corpus.columns.alike import form_of
from kpu_corpus.corpus import Corpus
from kpu_corpus.corpus.near_duplicates import are_copies
from kpu_corpus.corpus.sources import Essay, folder_of
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.ground.spellings import even
from kpu_corpus.loading.file_names import person_of
from kpu_corpus.loading.metadata.key import even_name, stem, without_suffix
from kpu_corpus.loading.metadata.people import alone, is_within, person, rows_by_person
from kpu_corpus.reading.rows.ids import id_of

_JOINED = re.compile(r"(?<=[a-z])(?=[A-Z])")  # where words of a name were put together
_WORD = re.compile(r"[^\W\d_]+")
MOST = 8  # words of a name
_APOSTROPHES = re.compile("['’‘`]")  # that one writes and another leaves out


def names_of(corpus: Corpus, item: Essay) -> list[str]:
    """Return every name an essay may go by, the most exact first."""
    paths = (item.source, corpus.by_name[item.source].origin)
    names = (name for path in paths for name in names_of_file(path))
    return list(dict.fromkeys((even_name(item.id), *names)))


def people_of(corpus: Corpus) -> list[str]:
    """Return the author of each essay, normalised for comparison, "" if unknown.

    A file with one essay that names nobody is often named after its writer.
    """
    essays = Counter(item.source for item in corpus.items)
    return [
        person(item.author or (writer(item.source) if essays[item.source] == 1 else ""))
        for item in corpus.items
    ]


def with_listed(corpus: Corpus, people: Sequence[str], listed: Set[str]) -> list[str]:
    """Return the authors, from the names of files also people whom a table lists.

    Such a file has one essay, which names nobody or the same person with a shorter name (A. Fauzi),
    and the whole name of one of the ``listed``, of several words, in its own name: "Tugas esai
    rina marlina fix".
    """
    essays = Counter(item.source for item in corpus.items)
    found = [*people]
    for place, item in enumerate(corpus.items):
        if essays[item.source] == 1 and people[place] not in listed:
            called = _listed_in(item.source, listed)
            if item.author is None or is_within(people[place].split(), called.split()):
                found[place] = called or people[place]
    return found


def _listed_in(file: str, listed: Set[str]) -> str:
    """Return the one person whose whole name is in that of a file, or "".

    >>> _listed_in("tugas_RinaMarlina_fix", {"rina marlina"}), _listed_in("Rina", {"rina"})
    ('rina marlina', '')
    >>> _listed_in("esai rina marlina sari", {"rina marlina", "rina marlina sari"})
    'rina marlina sari'
    >>> _listed_in("ani sari dan rani sari", {"ani sari", "rani sari"})  # which is not told
    ''
    """
    name = _JOINED.sub(" ", _APOSTROPHES.sub("", PurePosixPath(file).name))
    words = _WORD.findall(even(name))
    sizes = range(2, min(len(words), MOST) + 1)
    runs = (" ".join(words[i : i + n]) for n in sizes for i in range(len(words) - n + 1))
    people = {run for run in runs if run in listed}
    longest = max(people, key=len, default="")
    return longest if all(f" {one} " in f" {longest} " for one in people) else ""


def writer(file: str) -> str:
    """Return who may have written a file: the person in its name, else the whole name.

    >>> writer("XII/07_RinaMarlina_esai"), writer("XII/maya")
    ('Rina Marlina', 'maya')
    """
    name = _JOINED.sub(" ", PurePosixPath(file).name)
    return person_of(name) or name.replace("_", " ")


def names_of_file(path: str) -> list[str]:
    """Return the possible names of a file: its path, its name, and its name without the suffix."""
    pure = PurePosixPath(path.replace("\\", "/"))
    return [even_name(name) for name in (path, pure.name, pure.stem) if name]


def shown_names(corpus: Corpus) -> list[str]:
    """Return the name to show for each essay: its file if it is the only essay there, else its id.

    Before the name are as many folders as tell the file from all others.
    """
    paths = [PurePosixPath(corpus.by_name[item.source].origin) for item in corpus.items]
    counts = Counter(paths)
    names = Counter(name for path in counts for name in _tails(path))
    return [
        next((name for name in _tails(path) if names[name] == 1), str(path))
        if path.name and counts[path] == 1
        else item.id
        for item, path in zip(corpus.items, paths, strict=True)
    ]


def _tails(path: PurePosixPath) -> list[str]:
    """Return the name of a file, with more and more of its folders before it."""
    return ["/".join(path.parts[-count:]) for count in range(1, len(path.parts) + 1)]


def writers_of(
    corpus: Corpus, people: Sequence[str], listed: Set[str], *, twice: bool
) -> list[str]:
    """Return the authors of the essays, "" for names that may belong to several people.

    These wrote for different offices or, unless ``twice`` is allowed, twice in a folder; who is
    ``listed`` may have handed in one essay twice.
    """
    writers = people if twice else _with_copies(corpus, people, listed)
    offices: dict[str, set[str]] = {}
    for author, item in zip(people, corpus.items, strict=True):
        offices.setdefault(author, set()).update({form_of(item.unit)} if item.unit else ())
    return ["" if author and len(offices[author]) > 1 else author for author in writers]


def _with_copies(corpus: Corpus, people: Sequence[str], listed: Set[str]) -> list[str]:
    """Return people as :func:`alone` does, where copies of an essay by one ``listed`` are one."""
    folders = [*map(folder_of, corpus.items)]
    single = alone(people, folders)
    essays: dict[tuple[str, str], list[str]] = {}
    for item, name, folder, kept in zip(corpus.items, people, folders, single, strict=True):
        if name in listed and not kept:
            essays.setdefault((name, folder), []).append(corpus.text(item))
    once = listed - {name for (name, _), texts in essays.items() if not are_copies(texts)}
    return [name if name in once else kept for name, kept in zip(people, single, strict=True)]


def rows_by_name(
    key: str, cells: Sequence[Any], names: Sequence[Sequence[str]], shown: Sequence[str]
) -> list[int | None]:
    """Return the row of each essay that is named in the column ``key``, None without one.

    Raises InvalidArgument if two rows name the same essay.
    """
    rows: dict[str, list[int]] = {}
    for row, cell in enumerate(cells):
        rows.setdefault(even_name(cell), []).append(row)
    by_path, by_stem = _alone_by(without_suffix, rows), _alone_by(stem, rows)
    exact = {name for own in names for name in own} & rows.keys()
    found: list[int | None] = []
    for own, file in zip(names, shown, strict=True):
        name = next((name for name in own if name in rows), None)
        name = name or next((by_path[name] for name in own if name in by_path), None)
        if name is None:
            like = by_stem.get(stem(file))
            elsewhere = like is not None and "/" in like and "/" in file  # of a name in two folders
            # of 1.txt and 01.txt row 1 is for the first
            name = None if elsewhere or like in exact else like
        if name is not None and len(rows[name]) > 1:
            numbers = ", ".join(str(row + 1) for row in rows[name])
            got = repr(id_of(cells[rows[name][0]]))
            raise InvalidArgument("metadata_twice", key=repr(key), got=got, rows=numbers)
        found.append(None if name is None else rows[name][0])
    return found


def rows_by_author(
    cells: Sequence[Any], writers: Sequence[str], found: Sequence[int | None]
) -> dict[int, int]:
    """Return essay → row of its author, for essays not ``found`` by a name.

    ``writers`` are the unambiguous authors of the essays; the row must be the only one of that
    author, and the essays that were found by its name must be of the same author, as where somebody
    wrote twice and only one of the files is called by the name in the table.
    """
    rows = rows_by_person(cells)
    used: dict[int, set[str]] = {}
    for row, author in zip(found, writers, strict=True):
        if row is not None:
            used.setdefault(row, set()).add(author)
    return {
        place: rows[author]
        for place, author in enumerate(writers)
        if found[place] is None and author in rows and used.get(rows[author], set()) <= {author}
    }


def several(
    cells: Sequence[Any], people: Sequence[str], found: Sequence[int | None]
) -> dict[int, list[int]]:
    """Return row → the essays of its author, if several essays or rows have that author."""
    essays: dict[str, list[int]] = {}
    for place, author in enumerate(people):
        if author and found[place] is None:
            essays.setdefault(author, []).append(place)
    used = set(found)
    rows = {row: person(cell) for row, cell in enumerate(cells) if row not in used}
    return {row: essays[author] for row, author in rows.items() if author in essays}


def _alone_by(form: Callable[[str], str], names: Collection[str]) -> dict[str, str]:
    """Return form → name, for forms of a single name."""
    forms = Counter(map(form, names))
    return {form(name): name for name in names if forms[form(name)] == 1}
