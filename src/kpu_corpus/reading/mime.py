"""The parts of a file in MIME (a page saved in one file, a mail), taken apart within bounds."""

from __future__ import annotations

import base64
import quopri
import re
from collections.abc import Iterator
from email.message import Message
from email.parser import BytesHeaderParser

from kpu_corpus.reading.limits import Limits

HEAD = 65536  # bytes of the head of a part; a longer one is none
BLANK = re.compile(rb"\r?\n\r?\n")
_OPENS = re.compile(rb"(?:\xef\xbb\xbf)?\s*[a-z-]+:", re.IGNORECASE)
_BOUNDARY = re.compile(r""";\s*boundary\s*=\s*(?:"([^"]+)"|([^\s;"]+))""", re.IGNORECASE)


def has_head(data: bytes) -> bool:
    """Tell whether a file opens with a line as heads have it ("From: ani@…").

    >>> has_head(b"Subject: Opini"), has_head(b"Kami netral: selalu")
    (True, False)
    """
    return bool(_OPENS.match(data[:HEAD]))


def leaves(data: bytes, limits: Limits) -> Iterator[tuple[Message, bytes]]:
    """Yield the head and the body of each part that has none below it, in their order.

    Parts are looked at up to as many, nested as deep, as archives may have members.
    """
    waiting = [(data, 0)]
    for _ in range(limits.archive_members):
        if not waiting:
            return
        part, depth = waiting.pop()
        head, body = parted(part)
        if head.get_content_maintype() != "multipart":
            yield head, body
        elif depth < limits.archive_depth:
            inner = reversed(_parts(body, head, limits))
            waiting += ((part, depth + 1) for part in inner)


def parted(part: bytes) -> tuple[Message, bytes]:
    """Return the head and the body of a part."""
    end = BLANK.search(part)
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


def unpacked(head: Message, body: bytes) -> bytes:
    """Return the content of a part, as it was before it was packed for the mail."""
    packed = str(head.get("content-transfer-encoding", "")).strip().lower()
    if packed == "quoted-printable":
        return quopri.decodestring(body)
    return base64.b64decode(body) if packed == "base64" else body
