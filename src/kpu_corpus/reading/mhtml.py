"""Web pages that a browser or Word saved in one file (MHTML) → the page among its parts."""

from __future__ import annotations

import base64
import quopri
import re
from email.message import Message
from email.parser import BytesHeaderParser

from kpu_corpus.errors import UnreadableSource
from kpu_corpus.reading.limits import Limits

PAGES = ("text/html", "application/xhtml+xml")
HEAD = 65536  # bytes of the head of a part; a longer one is none
_BLANK = re.compile(rb"\r?\n\r?\n")
_OPENS = re.compile(rb"(?:\xef\xbb\xbf)?\s*[a-z-]+:", re.IGNORECASE)
_BOUNDARY = re.compile(r""";\s*boundary\s*=\s*(?:"([^"]+)"|([^\s;"]+))""", re.IGNORECASE)
_VERSION = re.compile(rb"^mime-version\s*:", re.IGNORECASE | re.MULTILINE)
_TYPE = re.compile(
    rb"^content-type\s*:\s*(?:multipart/related|text/html)\b", re.IGNORECASE | re.MULTILINE
)


def is_mhtml(data: bytes) -> bool:
    """Tell whether a file opens like a page saved with all its parts.

    >>> is_mhtml(b"MIME-Version: 1.0\\nContent-Type: text/html\\n\\n<p>Opini"), is_mhtml(b"Opini: ")
    (True, False)
    """
    if not _OPENS.match(begin := data[:HEAD]):  # as most files do not
        return False
    head = _BLANK.split(begin, maxsplit=1)[0]
    return bool(_VERSION.search(head) and _TYPE.search(head))


def page_of(data: bytes, limits: Limits) -> bytes:
    """Return the bytes of the page in a file: of its first part that is one; nothing is fetched.

    Raises UnreadableSource where there is none among as many parts, nested as deep, as archives may
    have members.
    """
    waiting = [(data, 0)]
    for _ in range(limits.archive_members):
        if not waiting:
            break
        part, depth = waiting.pop()
        head, body = _parted(part)
        if head.get_content_type() in PAGES:
            return _unpacked(head, body)
        if head.get_content_maintype() == "multipart" and depth < limits.archive_depth:
            inner = reversed(_parts(body, head, limits))
            waiting += ((part, depth + 1) for part in inner)
    raise UnreadableSource("no_page")


def _parted(part: bytes) -> tuple[Message, bytes]:
    end = _BLANK.search(part)
    head, body = (part[: end.start()], part[end.end() :]) if end else (part, b"")
    return BytesHeaderParser().parsebytes(head.lstrip() if len(head) <= HEAD else b""), body


# The parser of ``email`` compares every line with the boundaries of all parts around it, and looks
# for the end of a parameter in time that grows with the square of the head.
def _parts(body: bytes, head: Message, limits: Limits) -> list[bytes]:
    told = _BOUNDARY.search(str(head.get("content-type", "")))
    if told is None:
        return []
    boundary = re.escape((told[1] or told[2]).encode("utf-8", "replace"))
    line = re.compile(rb"\r?\n--" + boundary + rb"(?:--)?[ \t]*+(?:\r?\n|\Z)")
    return line.split(b"\n" + body, maxsplit=limits.archive_members)[1:]


def _unpacked(head: Message, body: bytes) -> bytes:
    packed = str(head.get("content-transfer-encoding", "")).strip().lower()
    if packed == "quoted-printable":
        return quopri.decodestring(body)
    return base64.b64decode(body) if packed == "base64" else body
