"""Sources → Corpus: each is cut into essays, and repeated ids get a number."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePath, PurePosixPath
from typing import Any

from kpu_corpus.corpus import Corpus
from kpu_corpus.corpus.sources import Essay, Source, Span
from kpu_corpus.corpus.tables import value_of
from kpu_corpus.errors import Hint, KpuCorpusError, UnreadableSource
from kpu_corpus.ground.progress import progress
from kpu_corpus.ground.spellings import even
from kpu_corpus.ground.warned import warn
from kpu_corpus.loading.file_names import groups_of, with_named
from kpu_corpus.loading.metadata.joining import FIELDS as OWN
from kpu_corpus.loading.metadata.joining import with_fields
from kpu_corpus.reading.files import unsuffixed
from kpu_corpus.reading.own import columns_without_essays
from kpu_corpus.reading.rows.ids import free, renamed
from kpu_corpus.segment import segment
from kpu_corpus.segment.bylines.identity import FIELDS
from kpu_corpus.segment.bylines.nobody import is_nobody
from kpu_corpus.segment.bylines.offices import is_office
from kpu_corpus.segment.bylines.work import UNIT
from kpu_corpus.segment.pages.messages import ESSAY_WORDS


def built(
    sources: list[Source],
    refused: list[tuple[str, KpuCorpusError]],
    paths: Sequence[str | Path] = (),
) -> Corpus:
    """Return the corpus of sources, with unique names, and what was ``refused``.

    Raises UnreadableSource if they contain no essay, unless the only path is a corpus saved that
    way.
    """
    again: list[str] = []
    named = _unique(sources, again)
    corpus = with_named(_distinct(assembled(progress(named, "kpu-corpus"), refused), again))
    if not corpus.items:
        columns = columns_without_essays(Path(paths[0])) if len(paths) == 1 else None
        if columns is None:
            raise nothing(list(corpus.refused))
        corpus = replace(corpus, **columns)
    if again:
        warn(renamed(len(again), again))
    return corpus


def assembled(sources: Iterable[Source], refused: Iterable[tuple[str, KpuCorpusError]]) -> Corpus:
    """Cut sources into essays; those without one join what was ``refused``, with the reason."""
    skipped = list(refused)
    items: list[Essay] = []
    tiling: dict[str, tuple[Span, ...]] = {}
    kept: list[Source] = []
    for source in sources:
        try:
            essays, spans = source.ready or segment(source)
        except UnreadableSource as error:
            skipped.append((source.origin or source.name, error))
            continue
        if not essays:
            talk = any(span.rule == "message" for span in spans)
            none = UnreadableSource("short_messages", least=ESSAY_WORDS) if talk else None
            skipped.append((source.origin or source.name, none or UnreadableSource("no_essay")))
            continue
        kept.append(source)
        if not source.ready:
            about = _of_file(source)
            if len(essays) > 1:  # whose author or title it is, a file does not say
                dated = any(item.date for item in essays)  # else the page tells the day of all
                left_out = {*OWN} if dated else {*OWN} - {"date"}
                about = {name: value for name, value in about.items() if name not in left_out}
            essays = [with_fields(item, about) for item in essays]
        if groups := _groups(source):
            essays = [_with_groups(item, groups) for item in essays]
        items += essays
        tiling[source.name] = tuple(spans)
    saved = {source.name for source in kept if source.ready}  # which are given back as they were
    names = _in_one_spelling([item.metadata for item in items if item.source not in saved])
    if any(name != key for key, name in names.items()):
        items = [
            item
            if item.source in saved
            else item._replace(metadata={names[k]: value for k, value in item.metadata.items()})
            for item in items
        ]
    orders = {names.get(k, k): order for source in kept for k, order in source.orders.items()}
    kinds = {names.get(k, k): kind for source in kept for k, kind in source.kinds.items()}
    headings = _headings(kept, items)
    told = (tuple(kept), tuple(items), tiling, tuple(skipped), headings)
    return Corpus(*told, orders=orders, kinds=kinds)


def _of_file(source: Source) -> Mapping[str, Any]:
    """Return the metadata of a source; that a file is by an office says no author, but which."""
    author = str(source.metadata.get("author") or "")
    if source.plain or not author or not is_nobody(author):
        return source.metadata
    told = {name: value for name, value in source.metadata.items() if name != "author"}
    office = author if is_office(author) else next(iter(UNIT.findall(author)), "")
    return {"unit": office, **told} if office else told


def _groups(source: Source) -> dict[str, str]:
    """Return the groups after which folders of a file are named.

    These are the folder that was loaded and those below it, of a table the one that it is in; what
    lies above them would depend on where a folder is kept, and on how its path was written.
    """
    if source.ready or (source.plain and not source.origin):
        return {}
    below = "" if source.plain else source.name
    folders = PurePath(os.path.abspath(source.origin)).parts if source.origin else ()
    depth = len(PurePosixPath(below or "-").parts)
    return {**groups_of("/".join((*folders[-depth - 1 : -depth], "-"))), **groups_of(below)}


def _with_groups(item: Essay, groups: Mapping[str, str]) -> Essay:
    """Return an essay with groups that its text, or its row, does not tell itself."""
    own = {even(name) for name in item.metadata}
    more = {name: group for name, group in groups.items() if even(name) not in own}
    return item._replace(metadata={**more, **item.metadata})


def _in_one_spelling(described: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Return column → its name, one for columns of several files that differ only in capitals.

    That of a table comes before what a form in a text is read as; two columns of one essay stay.

    >>> _in_one_spelling([{"angkatan": "X"}, {"Angkatan": "XI"}, {"Nilai": 1, "nilai": 2}])
    {'Angkatan': 'Angkatan', 'Nilai': 'Nilai', 'nilai': 'nilai', 'angkatan': 'Angkatan'}
    """
    first: dict[str, str] = {}
    names = sorted({key: None for fields in described for key in fields}, key=FIELDS.__contains__)
    for name in names:
        first.setdefault(even(name), name)
    if len(first) == len(names):
        return {name: name for name in names}
    apart = {
        one
        for fields in described
        for one, times in Counter(map(even, fields)).items()
        if times > 1
    }
    return {name: name if even(name) in apart else first[even(name)] for name in names}


def _headings(sources: Sequence[Source], items: Sequence[Essay]) -> dict[str, str]:
    """Return field → title of the user's column, for fields taken from such columns only."""
    own = {source.name: source.headings for source in sources}
    headings: dict[str, str] = {}
    for field in {name: None for titles in own.values() for name in titles}:
        titles = {own[i.source].get(field) for i in items if value_of(i, field) is not None}
        if len(titles) == 1 and (title := titles.pop()):
            headings[field] = title
    return headings


def nothing(refused: Sequence[tuple[str, KpuCorpusError]]) -> UnreadableSource:
    """Build the error for sources without essays, with the reason of the first."""
    if not refused:
        return UnreadableSource("nothing")
    path, reason = refused[0]
    more = Hint("more", count=len(refused) - 1) if len(refused) > 1 else ""
    return UnreadableSource("no_essays", path=path, reason=reason, more=more)


def _unique(sources: list[Source], again: list[str]) -> list[Source]:
    """Name each source by its path without the suffix, or with it if two names would collide.

    Table rows and sources of a saved corpus already have names. Repeated names are added to
    ``again``.
    """
    short = [_short(source) for source in sources]
    counts = Counter(short)
    names = [n if counts[n] == 1 else s.name for n, s in zip(short, sources, strict=True)]
    return [
        source if own == source.name else _renamed(source, own)
        for own, source in zip(_apart(names, again), sources, strict=True)
    ]


def _apart(names: Sequence[str], again: list[str]) -> Sequence[str]:
    """Return the names with a number behind those that came before; they join ``again``."""
    if len(set(names)) == len(names):
        return names
    taken: dict[str, int] = {}
    found = [free(name, taken) for name in names]
    pairs = zip(names, found, strict=True)
    again += [f"{name!r} → {own!r}" for name, own in pairs if own != name]
    return found


def _short(source: Source) -> str:
    given = source.plain or source.ready
    return source.name if given else unsuffixed(source.name)


def _renamed(source: Source, name: str) -> Source:
    if source.ready is None:
        return source._replace(name=name)
    items, spans = source.ready
    ids = {item.id: name + item.id.removeprefix(source.name) for item in items}
    ready = (
        tuple(item._replace(id=ids[item.id], source=name) for item in items),
        tuple(span._replace(essay=ids.get(span.essay or "", span.essay)) for span in spans),
    )
    return source._replace(name=name, ready=ready)


def _distinct(corpus: Corpus, again: list[str]) -> Corpus:
    """Number the ids that a row and a page share ("a-1" and the first essay of "a")."""
    ids = _apart(corpus.ids, again)
    if ids is corpus.ids:
        return corpus
    items, tiling = [], dict(corpus.tiling)
    for item, own in zip(corpus.items, ids, strict=True):
        items.append(item if own == item.id else item._replace(id=own))
        if own != item.id:
            tiling[item.source] = tuple(
                span._replace(essay=own) if span.essay == item.id else span
                for span in tiling[item.source]
            )
    return replace(corpus, items=tuple(items), tiling=tiling)
