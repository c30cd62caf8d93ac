"""Bytes of a text file → its characters, with the encoding that was used."""

from __future__ import annotations

import codecs

from kpu_corpus.errors import UnreadableSource

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes) -> tuple[str, str]:
    """Return (text, encoding): by its byte-order mark, else UTF-8, else cp1252.

    Raises UnreadableSource when the bytes are no text.

    >>> decode("“Tekad Kami”".encode("cp1252"))
    ('“Tekad Kami”', 'cp1252')
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data, encoding), encoding
    if b"\0" in data:
        raise UnreadableSource("not_text")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        text = _strict(data, "cp1252")
    controls = sum(char < " " and char not in "\t\n\r\f" for char in text)
    if controls * 20 > len(text):
        raise UnreadableSource("not_text")
    return text, "cp1252"


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableSource("bad_encoding", encoding=encoding) from error
