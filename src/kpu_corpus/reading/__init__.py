"""Files and folders → sources; unreadable files are listed with a reason, the rest is kept."""

from __future__ import annotations

import codecs
import hashlib
import io
import os
import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple

from kpu_corpus.corpus.sources import Source
from kpu_corpus.errors import (
    InvalidArgument,
    KpuCorpusError,
    MissingExtra,
    RenamedEssays,
    UnreadableSource,
    system_reason,
)
from kpu_corpus.ground.printable import encodable, file_name, is_blank
from kpu_corpus.ground.progress import progress
from kpu_corpus.ground.warned import warn
from kpu_corpus.reading.archive import gunzipped, members_of
from kpu_corpus.reading.blocks import Document, below
from kpu_corpus.reading.content import SUFFIXES, damaged, kind_of, packed_kind, quiet
from kpu_corpus.reading.docx import read_docx
from kpu_corpus.reading.feeds import posts_of
from kpu_corpus.reading.files import files, sidecar_of, unsuffixed
from kpu_corpus.reading.front_matter import read_text
from kpu_corpus.reading.html.page import read_html
from kpu_corpus.reading.limits import Limits, check_size
from kpu_corpus.reading.mail import mails_of, opened, page_of
from kpu_corpus.reading.odt import read_odt
from kpu_corpus.reading.own import is_bundle, is_corpus, is_own, restore, unbundle
from kpu_corpus.reading.pdf import read_pdf
from kpu_corpus.reading.rows.in_documents import are_essays
from kpu_corpus.reading.rows.rows import Row, Table, place_of, sources_of
from kpu_corpus.reading.rows.texts import Texts
from kpu_corpus.reading.sidecars import Found, corrected, read_sidecar
from kpu_corpus.reading.tables import TABLES, read_table, whole_rows

__all__ = ["Limits", "read", "read_bytes", "read_named"]

COVERING = 100  # words of a mail with attached files, from which on it is more than their cover
# What Moodle adds to the name of who handed something in.
_HANDED_IN = re.compile(r"_\d+_assignsubmission_[a-z]+_?(?=/)")
_DOCUMENTS: dict[str, Callable[[bytes, Limits], Document]] = {
    "html": read_html,
    "mailed": partial(read_html, mail=True),
    "docx": read_docx,
    "odt": read_odt,
    "pdf": read_pdf,
}


class _Asked(NamedTuple):
    """What holds for every file that is read, and how deep in archives and mails it lies."""

    limits: Limits
    text: Texts | None
    depth: int = 0

    def inside(self) -> _Asked:
        """Return the same for the files in an archive or a mail; UnreadableSource if too deep."""
        if self.depth >= self.limits.archive_depth:
            raise UnreadableSource("nested_archives", limit=self.limits.archive_depth)
        return self._replace(depth=self.depth + 1)


def read(
    paths: Iterable[str | Path],
    *,
    limits: Limits | None = None,
    text: Texts | None = None,
    without: Path | None = None,
) -> tuple[list[Source], list[tuple[str, KpuCorpusError]]]:
    """Read files, folders and glob patterns, in the order given, folders by name.

    Parameters
    ----------
    paths
        What to read; archives and folders may be nested. A bundle that ``kpu_corpus.bundle`` wrote
        is read back when it is all there is; among other files it is a result and left out.
    limits
        Bounds on what is read; see :class:`Limits`.
    text
        The text columns of tables; found by their name when not given.
    without
        A file to leave out, such as the table of participants in the same folder.

    Returns the sources, each named by its path below what was given, and (path, reason) for
    every file that could not be read. Raises SourceNotFound for a path that does not exist.
    """
    given = list(paths)
    if len(given) == 1 and is_bundle(Path(given[0])):
        return unbundle(Path(given[0]), limits or Limits())
    return read_named(
        progress(files(given), "kpu-corpus"), limits=limits, text=text, without=without
    )


def read_named(
    named: Iterable[tuple[str, Path | KpuCorpusError]],
    *,
    limits: Limits | None = None,
    text: Texts | None = None,
    without: Path | None = None,
    tell: Callable[[RenamedEssays], object] = warn,
) -> tuple[list[Source], list[tuple[str, KpuCorpusError]]]:
    """Read files that were found already, each under its name; see :func:`read`.

    ``tell`` is called with what should be known of a table.
    """
    bounds = limits or Limits()
    sources: list[Source] = []
    refused: list[tuple[str, KpuCorpusError]] = []
    room = bounds.batch_characters
    full = UnreadableSource("batch_full", limit=bounds.batch_characters)
    for count, (name, path) in enumerate(named):
        if isinstance(path, KpuCorpusError):
            refused.append((encodable(name), path))
            continue
        if without and os.path.exists(without) and path.exists() and path.samefile(without):
            continue
        if count >= bounds.files:
            many = UnreadableSource("many_files", limit=bounds.files)
            refused.append((encodable(path.as_posix()), many))
            break
        for found in _of_file(name, path, _Asked(bounds, text)):
            if isinstance(found, RenamedEssays):
                tell(found)
            elif not isinstance(found, Source):
                refused.append(found)
            elif len(found.text) > room:
                left = (found.origin or found.name, full)
                refused += [] if left in refused[-1:] else [left]  # a table once, not row by row
            else:
                room -= len(found.text)
                sources.append(found)
    return sources, refused


def read_bytes(
    data: bytes, name: str, *, limits: Limits | None = None, text: Texts | None = None
) -> list[Found]:
    """Read the bytes of one file: its sources, and (path, reason) for what was refused in it.

    What should be known of a table in it is a warning among them.

    >>> [source.text for source in read_bytes("Kami netral.".encode(), "a.txt")]
    ['Kami netral.']
    """
    return list(_guarded(data, name, name, _Asked(limits or Limits(), text)))


def _of_file(name: str, path: Path, asked: _Asked) -> Iterator[Found]:
    limits = asked.limits
    origin = encodable(path.as_posix())  # names are bytes on Linux
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            head = stream.read(4)
            packed = head == b"PK\x03\x04" and size > limits.file_bytes
            # a Word file is no archive of essays
            archive = packed and packed_kind(stream, name) == "zip"
            check_size(size, limits, "archive_bytes" if archive else "file_bytes")
            if archive:
                yield from _of_archive(stream, name, origin, asked)
                return
            data = head + stream.read()
        beside = sidecar_of(path)
        sidecar = read_sidecar(beside, limits) if beside else ""
    except UnreadableSource as error:
        yield origin, error
        return
    except OSError as error:
        yield origin, UnreadableSource("not_opened", why=system_reason(error))
        return
    texts = _guarded(data, name, origin, asked)
    yield from corrected(texts, sidecar, origin, beside) if beside and sidecar else texts


def _guarded(data: bytes, name: str, origin: str, asked: _Asked) -> Iterator[Found]:
    """Read one file; whatever a format's library trips over becomes one sentence."""
    try:
        yield from _of_bytes(data, file_name(name), origin, asked)
    except (UnreadableSource, MissingExtra, InvalidArgument) as error:
        yield origin, error
    except Exception as error:
        yield origin, damaged(name, error)


def _of_bytes(data: bytes, name: str, origin: str, asked: _Asked) -> Iterator[Found]:
    if not data.removeprefix(codecs.BOM_UTF8).strip():
        raise UnreadableSource("empty")
    limits = asked.limits
    data, name, whole = gunzipped(data, name, limits)
    kind, content = kind_of(data, name), data
    if not whole:
        yield from _of_cut(data, kind, name, origin, asked)
        return
    if kind == "mhtml":
        kind, content = "html", page_of(data, limits)
    if is_own(content, kind, limits):
        raise UnreadableSource("own_result")
    if kind == "zip":
        yield from _of_archive(io.BytesIO(data), name, origin, asked)
    elif kind == "mailbox":
        inside = asked.inside()
        for member, mail in mails_of(data, limits):
            yield from _guarded(mail, f"{unsuffixed(name)}/{member}", f"{origin}/{member}", inside)
    elif kind == "feed":
        yield from _of_feed(data, name, origin, asked)
    elif kind == "mail":
        yield from _of_mail(data, name, origin, asked)
    elif kind == "parquet" and is_corpus(data):
        yield from restore(data, limits)
    elif kind in TABLES:
        rows = read_table(data, kind, unsuffixed(name), origin, limits, asked.text)
        yield from _of_rows(rows, origin)
    else:
        document = _document(content, kind, limits)
        if document.table and are_essays(*document.table, asked.text):
            table = Table(*document.table, sheet=True)
            rows = sources_of(table, text=asked.text, prefix=f"{unsuffixed(name)}-")
            yield from _of_rows(rows, origin)
            return
        yield _source(document, data, name, origin, limits)


def _of_cut(data: bytes, kind: str, name: str, origin: str, asked: _Asked) -> Iterator[Found]:
    """Read the whole rows of a table that is cut off; anything else that is cut off is refused."""
    whole = whole_rows(data, kind)
    try:
        rows = read_table(whole, kind, unsuffixed(name), origin, asked.limits, asked.text)
    except UnreadableSource as error:
        raise UnreadableSource("cut_off") from error
    yield from _of_rows(rows, origin)
    yield origin, UnreadableSource("cut_rows", line=whole.count(b"\n"))


def _source(document: Document, data: bytes, name: str, origin: str, limits: Limits) -> Source:
    if is_blank(document.text):
        raise UnreadableSource("empty")
    if document.text.count("\n") > limits.lines:
        raise UnreadableSource("many_lines", limit=limits.lines)
    return Source(
        _HANDED_IN.sub("", name),
        document.text,
        hashlib.sha256(data).hexdigest(),
        document.encoding,
        origin,
        metadata=document.metadata,
        marks=document.marks,
    )


def _of_feed(data: bytes, name: str, origin: str, asked: _Asked) -> Iterator[Found]:
    inside = asked.inside()
    for post in posts_of(data, asked.limits):
        place = f"{origin}/{post.name}" if post.name else origin
        if isinstance(post.page, UnreadableSource):
            yield place, post.page
            continue
        for found in _guarded(post.page, f"{unsuffixed(name)}/{post.name}", place, inside):
            yield (
                found._replace(metadata={**post.about, **found.metadata})
                if isinstance(found, Source)
                else found
            )


def _of_mail(data: bytes, name: str, origin: str, asked: _Asked) -> Iterator[Found]:
    """Read the files that a mail carries; where none of them can hold an essay, the mail itself."""
    inside, limits = asked.inside(), asked.limits
    mail = opened(data, limits)
    ends = [PurePosixPath(member).suffix for member, _ in mail.attached]
    readable = sum(end.lower() in SUFFIXES for end in ends)
    for (member, content), end in zip(mail.attached, ends, strict=True):
        # in the folder of the mail, which may be a group of essays
        called = f"{unsuffixed(name)}{end}" if readable == 1 else f"{unsuffixed(name)}-{member}"
        yield from _guarded(content, called, f"{origin}/{member}", inside)
    kind = "mailed" if mail.kind == "html" else mail.kind
    own = _document(mail.said, kind, limits) if mail.said.strip() else None
    if not readable:
        document = below(mail.head, own) if own and own.text.strip() else Document("", "")
        yield _source(document, data, name, origin, limits)
    elif own and len(own.text.split()) >= COVERING:
        yield origin, UnreadableSource("mail_text")


def _of_rows(rows: Iterable[Row], origin: str) -> Iterator[Found]:
    for row in rows:
        if isinstance(row, Source):
            yield row._replace(origin=origin)
        elif isinstance(row, RenamedEssays):
            yield row
        else:
            yield place_of(row[0], origin), row[1]


def _document(data: bytes, kind: str, limits: Limits) -> Document:
    reader = _DOCUMENTS.get(kind)
    if reader is None:
        return read_text(data)
    with quiet():
        return reader(data, limits)


def _of_archive(stream: IO[bytes], name: str, origin: str, asked: _Asked) -> Iterator[Found]:
    inside, folder = asked.inside(), unsuffixed(name)
    try:
        for member, content in members_of(stream, asked.limits):
            place = f"{origin}/{member}"
            if isinstance(content, UnreadableSource):
                yield place, content
            else:
                yield from _guarded(content, f"{folder}/{member}", place, inside)
    except UnreadableSource as error:
        yield origin, error
