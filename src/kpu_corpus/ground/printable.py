"""Strangers' names and texts made fit for a terminal, and for people to read."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Controls, which a terminal obeys, line ends of every kind, and what turns the way of writing.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_LONE = re.compile("[\ud800-\udfff]")


def printable(text: str) -> str:
    """Return text as one line that a terminal shows and does not obey; the rest is escaped.

    >>> print(printable("esai\\x1b[31m\\nGalat: palsu"))
    esai\\x1b[31m\\nGalat: palsu
    """
    return _UNSEEN.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


def encodable(text: str) -> str:
    """Return a text that can be written to a file: half a character becomes a mark of its place.

    >>> encodable("Kami \\ud800 jujur.") == "Kami \\ufffd jujur."
    True
    """
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return _LONE.sub("\ufffd", text)
    return text


def first_of(parts: Sequence[str], most: int) -> str:
    """Return the first of several as a sentence names them, with … where there are more.

    >>> first_of(["a", "b"], 5), first_of(["a", "b", "c"], 2), first_of(["Ani, S.H.", "Budi"], 5)
    ('a, b', 'a, b, …', 'Ani, S.H.; Budi')
    """
    comma = "; " if any("," in part for part in parts) else ", "
    return comma.join([*parts[:most], *(["…"] if len(parts) > most else [])])


def cut(text: str, most: int) -> str:
    """Return text of at most so many characters, with … where it was cut.

    >>> cut("pemilih", 7), cut("pemilih", 4)
    ('pemilih', 'pemi…')
    """
    return text if len(text) <= most else f"{text[:most]}…"


# Soft hyphens, spaces without width and byte-order marks: they part or join words on a page, and
# nobody sees them.
_NO_WIDTH = "\xad\u200b\u2060\ufeff"
_WHITE = "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"
_WHITE += "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
_WIDTHLESS, _SEEN = re.compile(f"[{_NO_WIDTH}]"), re.compile(rf"[^\s{_NO_WIDTH}]")


def seen(text: str) -> str:
    """Return what a reader sees of a text: without soft hyphens and spaces of no width.

    >>> seen("pe\\xadmilih\\ufeff")
    'pemilih'
    """
    return text if text.isascii() else _WIDTHLESS.sub("", text)


def bare(text: str) -> str:
    """Return a text without what nobody sees before and behind it.

    >>> bare("\\ufeff \\u200bpemilih\\xa0")
    'pemilih'
    """
    return text.strip(_WHITE + _NO_WIDTH)


def is_blank(text: str) -> bool:
    """Tell whether nothing of a text is seen.

    >>> is_blank(" \\xa0\\ufeff\\n"), is_blank("a")
    (True, False)
    """
    return _SEEN.search(text) is None
