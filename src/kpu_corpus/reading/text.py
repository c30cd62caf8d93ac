"""Bytes of a text file or page → its characters, with the encoding used."""

from __future__ import annotations

import codecs
import re

from kpu_corpus.errors import UnreadableSource

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MIXED = "utf-8+cp1252"
NO_TEXT = "\ufffd"
LOST = 100  # bytes of a text of which one may be no character
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
# Charsets that are taken at their word; ISO 8859-1 is cp1252 on the web.
_NAMED = re.compile(
    r"(?!(?:iso-8859-1|windows-1252)$)(?:windows|iso|koi8|gb|big5|euc|shift)[\w-]*", re.IGNORECASE
)
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


def decode(data: bytes) -> tuple[str, str]:
    """Return (text, encoding): by its byte-order mark, else UTF-8, else cp1252.

    UTF-16 is also known without a mark, by its zero bytes. Where most of a file is UTF-8 and some
    bytes are not, these are read as cp1252 (``utf-8+cp1252``): files pasted together from two
    systems. Few bytes that are neither are `NO_TEXT`. Raises UnreadableSource when the bytes are no
    text.

    >>> decode("“Tekad Kami”".encode("cp1252"))
    ('“Tekad Kami”', 'cp1252')
    """
    return _decoded(data, 1 / LOST)


def _decoded(data: bytes, lost: float) -> tuple[str, str]:
    """Return (text, encoding) of bytes of which a share may be ``lost`` as no character."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data, encoding), encoding
    bare = data.removeprefix(codecs.BOM_UTF8)
    marked = len(bare) < len(data)
    if b"\0" in data and not marked:
        encoding = _bare_utf16(data)
        return _strict(data, encoding), encoding
    try:
        return _text(bare.decode("utf-8")), "utf-8-sig" if marked else "utf-8"
    except UnicodeDecodeError:
        return _mixed(bare, lost)


def decode_lines(data: bytes) -> tuple[str, str]:
    """Return (text, encoding) as :func:`decode`, for what is read line by line.

    Where some lines are no text, as after a computer went down, each of them is `NO_TEXT`;
    raises UnreadableSource where most are.
    """
    try:
        return _decoded(data, 0)
    except UnreadableSource:
        lines = [decode_line(line) for line in data.split(b"\n")]
        if 2 * lines.count(NO_TEXT) > len(lines):
            raise
        return "\n".join(lines), MIXED


def decode_line(data: bytes) -> str:
    """Return the text of a line in UTF-8 or cp1252, `NO_TEXT` if it is none.

    >>> decode_line(b"Kami hadir."), decode_line(bytes(3)) == NO_TEXT
    ('Kami hadir.', True)
    """
    if b"\0" in data:  # a line of UTF-16 may be off by a byte
        return NO_TEXT
    try:
        return data.decode()
    except UnicodeDecodeError:
        pass
    try:
        return decode(data)[0]
    except UnreadableSource:
        return NO_TEXT


def decode_page(data: bytes) -> tuple[str, str]:
    """Return (text, encoding) of a page: as :func:`decode`, but the charset it names before cp1252.

    >>> decode_page(b"<meta charset=shift_jis>\\x82\\xa0")[1]
    'shift_jis'
    """
    named = _CHARSET.search(data[:4096])
    charset = named[1].decode("ascii") if named else ""
    try:
        found = decode(data)
    except UnreadableSource:
        if not _NAMED.fullmatch(charset):
            raise
    else:
        if found[1] not in ("cp1252", MIXED) or not _NAMED.fullmatch(charset):
            return found
    try:
        return data.decode(charset), charset.lower()
    except (LookupError, UnicodeError) as error:
        raise UnreadableSource("bad_encoding", encoding=charset) from error


def _bare_utf16(data: bytes) -> str:
    """Name the byte order of UTF-16 without a mark: Latin letters have a zero in every pair."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if max(even, odd) * 2 < len(data) * 0.7:
        raise UnreadableSource("not_text")
    return "utf-16-le" if odd > even else "utf-16-be"


def _mixed(data: bytes, lost: float) -> tuple[str, str]:
    """Read the runs of high bytes one by one: UTF-8 where they are that, else cp1252."""
    parts: list[str] = []
    at = multibyte = left = 0
    for run in _HIGH_RUN.finditer(data):
        parts.append(data[at : run.start()].decode("ascii"))
        try:
            parts.append(run[0].decode("utf-8"))
            multibyte += 1
        except UnicodeDecodeError:
            parts.append(run[0].decode("cp1252", "replace"))
            left += parts[-1].count(NO_TEXT)
        at = run.end()
    parts.append(data[at:].decode("ascii"))
    if left > lost * len(data):
        raise UnreadableSource("bad_encoding", encoding="cp1252")
    return _text("".join(parts)), MIXED if multibyte else "cp1252"


def _strict(data: bytes, encoding: str) -> str:
    try:
        return _text(data.decode(encoding))
    except UnicodeDecodeError as error:
        raise UnreadableSource("bad_encoding", encoding=encoding) from error


def _text(text: str) -> str:
    controls = sum(text.count(chr(code)) for code in range(32) if chr(code) not in "\t\n\v\f\r")
    if controls * 20 > len(text):
        raise UnreadableSource("not_text")
    return text
