"""Names and texts from outside, made safe for a terminal and readable."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

# Control characters, line ends of every kind, and marks that change the writing direction.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_LONE = re.compile("[\ud800-\udfff]")


def printable(text: str) -> str:
    """Return text as one line that is safe to print on a terminal; control characters are escaped.

    >>> print(printable("esai\\x1b[31m\\nGalat: palsu"))
    esai\\x1b[31m\\nGalat: palsu
    """
    return _UNSEEN.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


def file_name(name: str) -> str:
    """Return the name of a file as people type it: an accent and its letter are one character.

    macOS and its ZIP files store them as two (NFD). The file itself keeps its name.

    >>> file_name("Rizqie\\u0301.txt") == "Rizqi\\u00e9.txt"
    True
    """
    return unicodedata.normalize("NFC", encodable(name))


def encodable(text: str) -> str:
    """Return a text that can be encoded: lone surrogates become a replacement mark.

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
    """Return the first of several items for use in a sentence, with … if there are more.

    >>> first_of(["a", "b"], 5), first_of(["a", "b", "c"], 2), first_of(["Ani, S.H.", "Budi"], 5)
    ('a, b', 'a, b, …', 'Ani, S.H.; Budi')
    """
    comma = "; " if any("," in part for part in parts) else ", "
    return comma.join([*parts[:most], *(["…"] if len(parts) > most else [])])


def cut(text: str, most: int) -> str:
    """Return text of at most the given length, with … if it was cut.

    >>> cut("pemilih", 7), cut("pemilih", 4)
    ('pemilih', 'pem…')
    """
    return text if len(text) <= most else f"{text[: most - 1]}…"


def ends(text: str, most: int) -> str:
    """Return text of at most the given length, of a longer one both ends: names differ in either.

    >>> ends("pemilih", 7), ends("Esai Orientasi (Form Responses 1)-12", 14), ends("pemilih", 2)
    ('pemilih', 'Esai Or… 1)-12', 'p…')
    """
    half = most // 2
    last = len(text) - (most - half - 1)  # not negative, since no end at all may be left
    return text if len(text) <= most else f"{text[:half]}…{text[last:]}"


# Soft hyphens, zero-width spaces and byte-order marks: invisible, but they split or join words on
# a page.
_NO_WIDTH = "\xad\u200b\u2060\ufeff"
_WHITE = "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"
_WHITE += "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
_WIDTHLESS, _SEEN = re.compile(f"[{_NO_WIDTH}]"), re.compile(rf"[^\s{_NO_WIDTH}]")


def seen(text: str) -> str:
    """Return the visible part of a text: without soft hyphens and zero-width spaces.

    >>> seen("pe\\xadmilih\\ufeff")
    'pemilih'
    """
    return text if text.isascii() else _WIDTHLESS.sub("", text)


def in_one_line(text: str) -> str:
    """Return the visible part of a text in one line, each stretch of white space as a space.

    >>> in_one_line(" surat\\n suara\\xad ")
    'surat suara'
    """
    return " ".join(seen(text).split())


def bare(text: str) -> str:
    """Return a text without invisible characters at its ends.

    >>> bare("\\ufeff \\u200bpemilih\\xa0")
    'pemilih'
    """
    return text.strip(_WHITE + _NO_WIDTH)


def is_blank(text: str) -> bool:
    """Tell whether a text has no visible characters.

    >>> is_blank(" \\xa0\\ufeff\\n"), is_blank("a")
    (True, False)
    """
    return _SEEN.search(text) is None
