"""The format of a file from its bytes; the name decides only if these are ambiguous."""

from __future__ import annotations

import codecs
import csv
import io
import json
import logging
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import PurePosixPath
from typing import IO

from kpu_corpus.errors import UnreadableSource
from kpu_corpus.reading.archive import opened
from kpu_corpus.reading.feeds import SUFFIXES as FEEDS
from kpu_corpus.reading.feeds import is_feed
from kpu_corpus.reading.mail import BOX, is_mail, is_mailbox, is_mhtml
from kpu_corpus.reading.mail import SUFFIX as MAIL
from kpu_corpus.reading.odt import MIMETYPE
from kpu_corpus.reading.rows.texts import TEXT_COLUMNS
from kpu_corpus.reading.rows.titles import bare

TEXT_SUFFIXES = frozenset({"", ".txt", ".text", ".md"})
PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
ROW_SUFFIXES = {
    ".csv": "csv",
    ".tsv": "csv",
    ".json": "jsonl",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
OTHER_SUFFIXES = frozenset(
    {".docx", ".odt", ".pdf", ".xlsx", ".parquet", ".zip", ".mhtml", ".mht", MAIL, BOX},
)
SUFFIXES = TEXT_SUFFIXES - {""} | PAGE_SUFFIXES | set(ROW_SUFFIXES) | FEEDS | OTHER_SUFFIXES
READ = ", ".join(sorted(SUFFIXES))
_NO_TABLES = TEXT_SUFFIXES | PAGE_SUFFIXES | {".pdf"}
# Texts of other programs, or of old ones, that Word opens and saves as .docx.
FOR_WORD = frozenset({".doc", ".dot", ".pages", ".rtf", ".wpd", ".wps"})
# Files that only say where another file or a page is: on a desktop, in a folder of Google Drive.
SHORTCUTS = frozenset(
    {".desktop", ".gdoc", ".gdraw", ".gform", ".gsheet", ".gslides", ".lnk", ".url", ".webloc"}
)
OFFICE = {".docx": "Word", ".odt": "LibreOffice", ".xlsx": "Excel"}
_HEAD = 65536  # bytes by which rows are told from running text
# First bytes of files that are recognised in order to say what to do about them.
_REFUSED = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old_office"),
    (b"{\\rtf", "rtf"),
    (b"Rar!", "other_archive"),
    (b"7z\xbc\xaf\x27\x1c", "other_archive"),
    (b"\x1f\x8b", "other_archive"),
    (b"BZh", "other_archive"),
    (b"\xfd7zXZ\x00", "other_archive"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
)
# Possessive: a comment ends at its first "-->", whatever comes after it.
_PAGE = re.compile(
    rb"\s*+(?>(?:<\?xml[^>]*>|<!--.*?-->)\s*+)*+<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_TAG = re.compile(rb"<(?:p|div|h[1-6]|span|article|br|table|ul|ol|section|main)\b[^<>]*>", re.I)


def may_hold_table(path: str) -> bool:
    """Tell whether a file that nobody read may hold a table, by its name or that of what it is in.

    >>> [may_hold_table(path) for path in ("esai/a.csv.gz", "b.xlsx/3", "foto.jpg", "esai/c.txt")]
    [True, True, False, False]
    """
    parts = map(PurePosixPath, PurePosixPath(path).parts)
    ends = {end.lower() for part in parts for end in part.suffixes}
    return not ends.isdisjoint(SUFFIXES - _NO_TABLES)


def kind_of(data: bytes, name: str) -> str:
    """Return text, html, mhtml, feed, mail, mailbox, docx, odt, pdf, zip, or a kind of table.

    The tables are csv, jsonl, xlsx and parquet. Raises UnreadableSource for a kind that is not
    read, saying what to do.

    >>> kind_of(b"%PDF-1.7 ...", "opini.txt"), kind_of(b"<!doctype html><p>Opini", "opini.txt")
    ('pdf', 'html')
    """
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in SHORTCUTS:
        raise UnreadableSource("shortcut")
    for mark, label in _REFUSED:
        if data.startswith(mark):
            raise _unread(suffix, label)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PAR1"):
        return "parquet"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return packed_kind(io.BytesIO(data), name)
    if is_mail(data, suffix):
        return "mail"
    if is_mailbox(data, suffix):
        return "mailbox"
    if is_mhtml(data):
        return "mhtml"
    if suffix in OTHER_SUFFIXES:
        raise UnreadableSource("not_its_kind", suffix=suffix)
    head = _narrow(data[:4096])
    if is_feed(head):
        return "feed"
    if suffix in FEEDS:
        raise UnreadableSource("not_feed", suffix=suffix)
    if _PAGE.match(head):
        return "html"
    if suffix in PAGE_SUFFIXES:
        return "html" if _TAG.search(_narrow(data[:65536])) else "text"
    if suffix in ROW_SUFFIXES:
        return ROW_SUFFIXES[suffix]
    if suffix not in TEXT_SUFFIXES and not _is_name(suffix):
        raise _unread(suffix, "suffix", suffix=suffix, valid=READ)
    return _of_lines(data)


def _is_name(suffix: str) -> bool:
    """Tell whether the end of a name is no suffix: "Opini S.H", "catatan 2.0"."""
    return not re.fullmatch(r"\.[a-z][a-z0-9_~-]{0,9}", suffix) or suffix == ".h"


def packed_kind(stream: IO[bytes], name: str) -> str:
    """Return docx, odt, xlsx or zip; raises UnreadableSource for a package of another kind."""
    suffix = PurePosixPath(name).suffix.lower()
    try:
        with opened(stream) as archive:
            names = set(archive.namelist())
            told = _mimetype(archive) if "mimetype" in names else b""
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise broken(suffix, "ZIP") from error
    if suffix in FOR_WORD and "word/document.xml" not in names:
        raise _unread(suffix, "other_office")
    return "odt" if told.strip() == MIMETYPE else kind_of_members(names)


def _mimetype(archive: zipfile.ZipFile) -> bytes:
    """Return how a package begins to tell its kind; what cannot be unpacked tells none."""
    with suppress(RuntimeError, EOFError, zlib.error), archive.open("mimetype") as stream:
        return stream.read(len(MIMETYPE) + 1)
    return b""


def _unread(suffix: str, label: str, /, **fields: str) -> UnreadableSource:
    """Build the error for a kind that is not read: of texts that Word opens, what to do there."""
    if suffix in FOR_WORD:
        return UnreadableSource("for_word", suffix=suffix)
    return UnreadableSource(label, **fields)


def broken(suffix: str, kind: str) -> UnreadableSource:
    """Build the error for a damaged file; people know an office file by its program."""
    if suffix in OFFICE:
        return UnreadableSource("broken_office", kind=OFFICE[suffix])
    if suffix == ".pdf":
        return UnreadableSource("broken_pdf")
    return UnreadableSource("broken", kind=kind)


def damaged(name: str, error: BaseException) -> UnreadableSource:
    """Build the error for a file that a format's library trips over: they raise anything."""
    if isinstance(error, MemoryError):  # which says nothing of the file
        return UnreadableSource("no_memory")
    suffix = PurePosixPath(name).suffix.lower()
    if suffix not in SUFFIXES:
        return UnreadableSource("broken_file")
    return broken(suffix, suffix.removeprefix(".").upper())


def kind_of_members(names: set[str]) -> str:
    """Tell a Word file and a workbook from an archive by the parts in it."""
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "mimetype" in names or "[Content_Types].xml" in names:
        raise UnreadableSource("other_office")
    return "zip"


def _narrow(data: bytes) -> bytes:
    """Bring UTF-16 to one byte a character, good enough to see tags."""
    return data.replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xef\xbb\xbf")


def _of_lines(data: bytes) -> str:
    """Tell rows from running text: JSON objects, or columns of which one is named as a text.

    Each row has a cell for each column: an essay may open with "Esai, Budi".
    """
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    head = data[:_HEAD].decode("utf-16" if wide else "utf-8", "replace").lstrip("\ufeff")
    lines = [line for line in io.StringIO(head, newline=None) if line.strip()]
    if lines and lines[0].lstrip().startswith("{") and _is_object(lines[0]):
        return "jsonl"
    for mark in ",;\t":
        titles, *rows = [*csv.reader(lines, delimiter=mark)] or [[]]
        whole = rows[:-1] if len(data) > _HEAD else rows  # the last one may be cut off
        named = any(bare(cell) in TEXT_COLUMNS for cell in titles)
        if named and len(titles) > 1 and {*map(len, whole)} == {len(titles)}:
            return "csv"
    return "text"


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


@contextmanager
def quiet() -> Iterator[None]:
    """Show no warnings, nor what pypdf logs, of what is read inside."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(level)
