"""Pseudonyms for people in a corpus, before it is published."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePath
from typing import Any

from kpu_corpus.columns.names import (
    FOLDER,
    TOP,
    column_named,
    is_of_place,
    is_personal,
    leads_to_page,
    repeats_authors,
    tells_people,
)
from kpu_corpus.columns.still_named import told_in_text
from kpu_corpus.columns.unnamed import may_name, names_writer, place_of, unnamed
from kpu_corpus.corpus import Corpus, OfCorpus, as_corpus
from kpu_corpus.corpus.reasons import UNMATCHED
from kpu_corpus.corpus.sources import Essay, folder_of
from kpu_corpus.corpus.values import UNLIKE, as_label
from kpu_corpus.errors import (
    InvalidArgument,
    KpuCorpusError,
    KpuCorpusWarning,
    UnreadableSource,
    one_of,
)
from kpu_corpus.ground.checks import strings
from kpu_corpus.ground.frames import is_missing
from kpu_corpus.ground.spellings import even
from kpu_corpus.ground.warned import LONGEST_NAME, named, warn
from kpu_corpus.loading.metadata.people import is_of_people, person
from kpu_corpus.segment.bylines.nobody import is_nobody

SECRET_LENGTH = 8


def pseudonyms(corpus: Corpus | OfCorpus, *, secret: str, also: Iterable[str | int] = ()) -> Corpus:
    """Return the corpus with pseudonyms for its authors and other identifying columns.

    Identifying columns are recognised by their heading (*NIP Peserta*) or values (an e-mail
    address, the web address of a page, the authors' names again). A person gets the same pseudonym
    (P- and ten letters or digits) under the same secret, with degrees or without and in any
    capitals, so that pairs stay pairs and tables from several runs can be joined; an account or an
    office is nobody and gets none. Without the secret nobody can compute it (keyed hash,
    HMAC-SHA-256). It also replaces the metadata of the sources, so that ``corpus.save`` writes no
    names. Sidecars are dropped, their cuts stay; ``corpus.skipped`` says only how many rows of
    ``metadata`` and essays had no counterpart.

    If an id, file or folder of an essay names its writer (its office, too, where ``unit`` is
    replaced), or a table was joined by people in names of files, all ids and files, or all of these
    and folders, get pseudonyms (E- and twelve letters or digits), also files that were skipped, so
    join tables about them before. Other ids, and paths in ``corpus.skipped``, stay, with a
    KpuCorpusWarning if ids have words with a capital, or words or long numbers of their own (but
    not the words that many files have: *sebelum_01*). Names inside the texts and titles remain:
    read docs/privacy.md. A KpuCorpusWarning names the essays with the name of a writer, another
    those whose source has it elsewhere, as in a byline.

    Parameters
    ----------
    corpus
        What :func:`kpu_corpus.load` returned; tokens stand for their corpus.
    secret
        At least eight characters known only to whoever keeps the names.
    also
        Additional columns of ``corpus.essays`` to replace: ``unit``, metadata columns, ``essay``
        (ids and files) or ``folder``.

    Raises
    ------
    InvalidArgument
        The secret is too short, or a column does not exist.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> import pandas as pd
    >>> table = pd.DataFrame({"essay": ["a"], "author": ["Siti"], "text": ["Kami hadir."]})
    >>> hidden = kc.pseudonyms(kc.load(table), secret="rahasia kantor")
    >>> hidden.essays["author"].str.startswith("P-").tolist()
    [True]
    """
    corpus = as_corpus(corpus)
    if not isinstance(secret, str) or len(secret) < SECRET_LENGTH:
        raise InvalidArgument("secret", least=SECRET_LENGTH)
    further = {name for item in corpus.items for name in item.metadata}
    people = [name for name in further if is_personal(corpus, name)]
    hidden = {"author", *people}
    pages = {name for name in further if leads_to_page(corpus, name)}  # which tells its writer
    known = {"author", "unit", "essay", FOLDER, *further}
    for name in strings("also", also, headings=True):
        hidden.add(column_named(corpus, name))
        if not hidden <= known:
            raise one_of("also", name, known)
    whose = {x for x in hidden if is_of_people(corpus, x) or repeats_authors(corpus, x)}
    coded = hidden | pages
    items = tuple(
        item._replace(
            author=_of_person(item.author, secret),
            unit=_pseudonym(item.unit, secret) if "unit" in hidden else item.unit,
            metadata=_hidden(item.metadata, coded, whose, secret),
        )
        for item in corpus.items
    )
    # Categories of a column reveal its values.
    orders = {name: order for name, order in corpus.orders.items() if name not in coded}
    # The sidecar and the stored essays also name authors; their cuts are already applied.
    documents = tuple(
        source._replace(
            metadata=_hidden(source.metadata, coded, whose, secret),
            sidecar=None,
            ready=None,
            orders=orders,
        )
        for source in corpus.documents
    )
    refused = tuple((path, _untold(reason, secret)) for path, reason in corpus.refused)
    made = replace(corpus, items=items, documents=documents, orders=orders, refused=refused)
    made = _unnamed(made, corpus, hidden, secret)
    of_writers = [name for name in people if not is_of_place(corpus, name)]
    moved = {*map(folder_of, corpus.items)} - {*map(folder_of, made.items)}
    of_files = {"essay", "source", *([FOLDER, TOP] if moved else [])}
    made = replace(made, chosen=tuple(_chosen(made, hidden | of_files)))
    told = told_in_text(corpus, [_named(item, of_writers) for item in corpus.items])
    for key, rows in zip(("names_inside", "names_kept"), told, strict=True):
        if rows:
            got = named([made.ids[row] for row in rows])
            warn(KpuCorpusWarning(key, count=len(rows), got=got))
    return made


def _untold(reason: KpuCorpusError, secret: str) -> KpuCorpusError:
    """Return a reason that names nobody: those of tables of participants keep their counts."""
    if author := reason.fields.get("author"):
        return UnreadableSource(reason.message, author=_of_person(author, secret) or "…")
    if reason.message in UNMATCHED:
        return UnreadableSource(reason.message, **{**reason.fields, "got": "…"})
    if reason.message.startswith("sidecar_"):  # they quote the file, or whom it names
        return UnreadableSource(reason.message, **dict.fromkeys(reason.fields, "…"))
    return reason


def _chosen(made: Corpus, hidden: set[str]) -> Iterator[str]:
    """Yield by what the essays were chosen, without the values of hidden columns."""
    for pair in made.chosen:
        column, sign, _ = re.split(f"([={UNLIKE}])", pair, maxsplit=1)
        told = column_named(made, column.strip()) not in hidden
        yield pair if told else f"{column.strip()}{sign}…"


def _unnamed(made: Corpus, corpus: Corpus, hidden: set[str], secret: str) -> Corpus:
    """Return a corpus whose ids, files and folders name nobody, as far as the columns tell."""
    people = [name for name in hidden - {"unit", "essay", FOLDER} if not is_of_place(corpus, name)]
    told = [
        names_writer(
            item,
            [*_values(item, people), *_place(item, "unit" in hidden)],
            table=PurePath(corpus.by_name[item.source].origin).name,
        )
        for item in corpus.items
    ]
    signed = corpus.by_author == len(corpus.items) and all(item.author for item in corpus.items)
    by_name = tells_people((corpus.joined,), ()) and not signed
    ids = "essay" in hidden or by_name or any(file for file, _ in told)
    folders = (FOLDER in hidden and FOLDER not in corpus.columns) or any(one for _, one in told)
    if ids or folders:
        return unnamed(made, lambda name: f"E-{_digest(name, secret)[:12]}", folders=folders)
    if got := may_name(made.items):
        short = [one if len(one) <= LONGEST_NAME else one.rpartition("/")[2] for one in got]
        warn(KpuCorpusWarning("ids_kept", got=named(short)))
    return made


def _place(item: Essay, hidden: bool) -> list[str]:
    """Return what tells the office of an essay, if that is to be hidden."""
    return [place_of(item.unit)] if hidden and item.unit else []


def _values(item: Essay, people: Iterable[str]) -> list[str]:
    """Return what the columns on people hold of an essay, as text."""
    values = (item.author, *(item.metadata.get(name) for name in people))
    return [as_label(value) for value in values if not is_missing(value)]


def _named(item: Essay, people: Iterable[str]) -> set[str]:
    """Return how a text may name the writer of an essay: as columns do, or without degrees."""
    names = [name for name in _values(item, people) if not is_nobody(name)]
    return {*names, *map(person, names)}


def _hidden(
    row: Mapping[str, Any], columns: set[str], whose: set[str], secret: str
) -> dict[str, Any]:
    """Return a row with pseudonyms in some columns, of which those in ``whose`` name people."""
    return {
        name: (_of_person if name in whose else _pseudonym)(value, secret)
        if name in columns
        else value
        for name, value in row.items()
    }


def _of_person(value: object, secret: str) -> str | None:
    """Return the pseudonym of somebody as ``people=`` and ``pairs=`` know them; nobody has none."""
    if is_missing(value) or is_nobody(as_label(value)):
        return None
    return _pseudonym(person(value) or value, secret)


def _pseudonym(value: object, secret: str) -> str | None:
    if is_missing(value):
        return None
    return f"P-{_digest(even(value), secret)[:10]}"


def _digest(name: str, secret: str) -> str:
    key = secret.encode("utf-8", "surrogatepass")
    return hmac.new(key, name.encode(), hashlib.sha256).hexdigest()
