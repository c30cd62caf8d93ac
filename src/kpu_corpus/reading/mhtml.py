"""Web pages that a browser or Word saved in one file (MHTML) → the page among its parts."""

from __future__ import annotations

import re

from kpu_corpus.errors import UnreadableSource
from kpu_corpus.reading.limits import Limits
from kpu_corpus.reading.mime import BLANK, HEAD, has_head, leaves, unpacked

PAGES = ("text/html", "application/xhtml+xml")
_VERSION = re.compile(rb"^mime-version\s*:", re.IGNORECASE | re.MULTILINE)
_TYPE = re.compile(
    rb"^content-type\s*:\s*(?:multipart/related|text/html)\b", re.IGNORECASE | re.MULTILINE
)


def is_mhtml(data: bytes) -> bool:
    """Tell whether a file opens like a page saved with all its parts.

    >>> is_mhtml(b"MIME-Version: 1.0\\nContent-Type: text/html\\n\\n<p>Opini"), is_mhtml(b"Opini: ")
    (True, False)
    """
    if not has_head(data):  # as most files do not
        return False
    head = BLANK.split(data[:HEAD], maxsplit=1)[0]
    return bool(_VERSION.search(head) and _TYPE.search(head))


def page_of(data: bytes, limits: Limits) -> bytes:
    """Return the bytes of the page in a file: of its first part that is one; nothing is fetched.

    Raises UnreadableSource where there is none among as many parts, nested as deep, as archives may
    have members.
    """
    for head, body in leaves(data, limits):
        if head.get_content_type() in PAGES:
            return unpacked(head, body)
    raise UnreadableSource("no_page")
