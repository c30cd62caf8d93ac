"""Pseudonyms for the ids of essays and the names of their files, which often name the writers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import starmap
from pathlib import PurePath

from kpu_corpus.columns.names import tells_people
from kpu_corpus.corpus import Corpus
from kpu_corpus.corpus.reasons import ROW
from kpu_corpus.corpus.sources import Essay, folder_of
from kpu_corpus.errors import KpuCorpusError, UnreadableSource
from kpu_corpus.indonesian.lists.background import common
from kpu_corpus.indonesian.lists.multiwords import aliases

_WORD = re.compile(r"[^\W\d_]{3,}")
_PART = re.compile(r"[^\W\d_]+")
_JOINED = re.compile(r"(?<=[a-z])(?=[A-Z])")  # RinaMarlina
_CAPITAL = re.compile(r"(?<![^\W_])[A-Z][a-z]{2,}")
_MAIL = re.compile(r"\S+@\S+")  # of an office as often as of a person
_NUMBER = re.compile(r"(?:\d[\s.()-]*){5,}")  # NIP, NIM, telephone; years are shorter
_SIGN = re.compile(r"\D")
_SUFFIX = re.compile(r"\.(?:[a-z0-9]{1,5}|[A-Z0-9]{1,5})")  # not that of "07. Siti Aminah"
_BETWEEN = re.compile(r"[_/-]")
_OWN = re.compile(r"[^\W\d_]{3,}|\d{6,}")
_OFFICE = re.compile(
    r"\b(?:kpu|komisi|pemilihan|umum|sekretariat|kabupaten|kab|kota|provinsi|prov)\b", re.IGNORECASE
)
MANY = 5  # files that have a word which tells no writer
ESSAYS = frozenset({"esai", "essay", "latsar", "cpns"})  # words of files that laws hardly have


def unnamed(corpus: Corpus, code: Callable[[str], str], *, folders: bool) -> Corpus:
    """Return a corpus with a ``code`` for every id and every file, if asked for folders, too.

    Essays of one folder stay together, as those of one file do. So do files that were skipped,
    which keep their suffixes, and rows that were, beside the code of their table.
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
    matched = frozenset(ids[name] for name in corpus.matched.intersection(ids))

    def skipped(name: str, reason: KpuCorpusError) -> tuple[str, KpuCorpusError]:
        if reason.message == "duplicate":
            of = next((ids[one] for one in ids if repr(one) == reason.fields["of"]), "…")
            return code(name), UnreadableSource("duplicate", **{**reason.fields, "of": repr(of)})
        if reason.message.startswith("metadata_"):  # its name is not that of an essay
            return name, reason
        file, colon, row = name.partition(ROW)
        end = PurePath(file).suffix
        kept = path(file, folders) + (end if _SUFFIX.fullmatch(end) else "")
        return kept + (colon and f"{colon}{code(row)}"), reason

    return replace(
        corpus,
        documents=tuple(documents),
        items=tuple(items),
        tiling=tiling,
        matched=matched,
        refused=tuple(starmap(skipped, corpus.refused)),
    )


def place_of(unit: str) -> str:
    """Return what tells an office from the others: its name without the words that all have.

    A province is known by its short form and its long one, whichever the name has.

    >>> place_of("KPU Kabupaten Subang").split(), place_of("KPU Provinsi Jawa Barat").split()
    (['Subang'], ['Jawa', 'Barat', 'jabar'])
    >>> place_of("KPU Jabar").split()
    ['Jabar', 'jawa', 'barat']
    """
    place = " ".join(_OFFICE.sub(" ", unit).split())
    words = f" {' '.join(_PART.findall(place.casefold()))} "
    ways = (pair for short, long in aliases().items() for pair in ((short, long), (long, short)))
    return " ".join((place, *(other for one, other in ways if f" {one} " in words)))


def names_writer(item: Essay, people: Iterable[str], table: str = "") -> tuple[bool, bool]:
    """Tell whether the id or the file of an essay names one of some people, and its folder.

    The file of a row is its ``table``, which reports name. People are known by the words of their
    names and by long numbers; a NIP, a telephone number or an address of e-mail names one by
    itself.

    >>> item = Essay("3_RinaMarlina-1", "Kelas A/3_RinaMarlina", 1, 0, 9)
    >>> names_writer(item, ["Rina Marlina, S.H."]), names_writer(item, ["Budi"])
    ((True, False), (False, False))
    >>> names_writer(Essay("198703052010121002-1", "KPU/198703052010121002", 1, 0, 9), [])
    (True, False)
    >>> item = Essay("KPU/203451", "KPU/203451", 1, 0, 9)
    >>> names_writer(item, ["rina@kpu.go.id"]), names_writer(item, ["203 451"])
    ((False, False), (True, False))
    """
    names = [_MAIL.sub("", name) for name in people]
    known = {word for name in names for word in _words(name)}
    known |= {_SIGN.sub("", number) for name in names for number in _NUMBER.findall(name)}
    folder = folder_of(item)
    own = (item.id.removeprefix(folder), item.source.removeprefix(folder), table)
    return any(_has(known, name) for name in own), _has(known, folder)


def may_name(items: Sequence[Essay]) -> list[str]:
    """Return the ids that may name people: with a capital, or a word or long number of their own.

    No writer is told by an Indonesian word that five of the files have, and a fifth of all:
    *sebelum_01*, *Esai 01*.

    >>> def ids(*names): return may_name([Essay(name, name, 1, 0, 9) for name in names])
    >>> ids("Rina M.", "P01"), ids("esai-rina", "esai-203451", "esai-3")
    (['Rina M.'], ['esai-rina', 'esai-203451'])
    >>> ids(*(f"{when}_{number}" for when in ("Sebelum", "sesudah") for number in range(5)))
    []
    """
    words = [{*_OWN.findall(item.id.casefold())} for item in items]
    shared = set.intersection(*words) if len(words) > 1 else set()
    capitals = [{word.casefold() for word in _CAPITAL.findall(item.id)} for item in items]
    files: defaultdict[str, set[str]] = defaultdict(set)
    for item, own, large in zip(items, words, capitals, strict=True):
        for word in own | large:
            files[word].add(item.source)
    least = max(MANY, len({item.source for item in items}) / 5)
    known = common() | ESSAYS
    plain = {word for word, found in files.items() if len(found) >= least and word in known}
    rows = zip(items, words, capitals, strict=True)
    return [item.id for item, own, large in rows if ((own - shared) | large) - plain]


def _words(name: str) -> Iterator[str]:
    """Yield the words of a name, and neighbours that others join: rinamarlina, kotabaru."""
    parts = _PART.findall(name.casefold())
    joined = ("".join(parts[at : at + size]) for size in (1, 2, 3) for at in range(len(parts)))
    return filter(_WORD.fullmatch, joined)


def _has(known: set[str], name: str) -> bool:
    """Tell whether a name has a known word, a known number in its digits, or tells a person."""
    if tells_people((), _BETWEEN.split(name)):
        return True
    spaced = f"{name} {_JOINED.sub(' ', name)}".casefold()
    digits = _SIGN.sub("", name)
    return not known.isdisjoint(_words(spaced)) or any(
        number in digits for number in known if number.isdigit()
    )
