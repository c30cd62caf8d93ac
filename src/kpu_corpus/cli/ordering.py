"""The order of essays where the program itself finds the files: as people sort their names."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kpu_corpus.corpus import Corpus
from kpu_corpus.corpus.sources import Source


def ordered(corpus: Corpus, paths: Sequence[Path]) -> Corpus:
    """Return the corpus of one folder with its files as people sort them; others as they are.

    Whoever names several files gives their order. Essays of one file stay in theirs.
    """
    if len(paths) != 1 or not paths[0].is_dir():
        return corpus
    documents = sorted(corpus.documents, key=_as_people_sort)
    place = {source.name: at for at, source in enumerate(documents)}
    items = sorted(corpus.items, key=lambda item: place[item.source])
    return replace(corpus, documents=tuple(documents), items=tuple(items))


def _as_people_sort(source: Source) -> tuple[tuple[tuple[int, int, str], ...], str]:
    """Return the key of a file: capitals are no letters of their own, and 2 is before 10."""
    name = source.origin or source.name
    return name_key(name), name


def name_key(name: str) -> tuple[tuple[int, int, str], ...]:
    """Return the key that puts names in the order in which people sort them.

    >>> sorted(["Zeta", "esai 10", "esai 2", "Andi"], key=name_key)
    ['Andi', 'esai 2', 'esai 10', 'Zeta']
    """
    parts = re.findall(r"[0-9]+|[^0-9]+", name.casefold())
    return tuple((0, int(part), "") if part[0] in "0123456789" else (1, 0, part) for part in parts)
