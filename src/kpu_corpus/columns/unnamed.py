"""Pseudonyms for the ids of essays and the names of their files, which often name the writers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from kpu_corpus.corpus import Corpus
from kpu_corpus.corpus.sources import Essay, folder_of

_WORD = re.compile(r"[^\W\d_]{3,}")
_JOINED = re.compile(r"(?<=[a-z])(?=[A-Z])")  # RinaMarlina
_CAPITAL = re.compile(r"(?<![^\W_])[A-Z][a-z]{2,}")


def unnamed(corpus: Corpus, code: Callable[[str], str], *, folders: bool) -> Corpus:
    """Return a corpus with a ``code`` for every id and every file, if asked for folders, too.

    Essays of one folder stay together, as those of one file do.
    """

    def path(name: str, whole: bool) -> str:
        folder, _, file = name.rpartition("/")
        kept = folder if not whole else "/".join(map(code, filter(None, folder.split("/"))))
        return f"{kept}/{code(file)}" if kept else code(file)

    ids = {item.id: code(item.id) for item in corpus.items}
    names = {source.name: path(source.name, folders) for source in corpus.documents}
    items = (item._replace(id=ids[item.id], source=names[item.source]) for item in corpus.items)
    documents = (
        source._replace(name=names[source.name], origin=source.origin and code(source.origin))
        for source in corpus.documents
    )
    tiling = {
        names[name]: tuple(
            span if span.essay is None else span._replace(essay=code(span.essay)) for span in spans
        )
        for name, spans in corpus.tiling.items()
    }
    return replace(corpus, documents=tuple(documents), items=tuple(items), tiling=tiling)


def names_writer(item: Essay, people: Iterable[str]) -> tuple[bool, bool]:
    """Tell whether the id or the file of an essay names one of some people, and its folder.

    >>> item = Essay("3_RinaMarlina-1", "Kelas A/3_RinaMarlina", 1, 0, 9)
    >>> names_writer(item, ["Rina Marlina, S.H."]), names_writer(item, ["Budi"])
    ((True, False), (False, False))
    """
    known = {word for name in people for word in _WORD.findall(name.casefold())}
    folder = folder_of(item)
    file = item.source.removeprefix(folder)
    own = item.id.removeprefix(folder)
    return _has(known, f"{own} {file}"), _has(known, folder)


def may_name(item: Essay) -> bool:
    """Tell whether the id of an essay has a word with a capital, as names have.

    >>> [may_name(Essay(name, "", 1, 0, 9)) for name in ("Rina Marlina", "esai-1", "KPU-1", "P01")]
    [True, False, False, False]
    """
    return bool(_CAPITAL.search(item.id))


def _has(words: set[str], name: str) -> bool:
    return not words.isdisjoint(_WORD.findall(_JOINED.sub(" ", name).casefold()))
