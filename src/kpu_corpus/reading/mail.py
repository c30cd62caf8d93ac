"""MIME files: emails with attachments, and web pages saved in one file."""

from __future__ import annotations

import base64
import quopri
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesHeaderParser
from pathlib import PurePosixPath
from typing import NamedTuple

from kpu_corpus.errors import UnreadableSource
from kpu_corpus.ground.printable import encodable
from kpu_corpus.reading.files import is_part
from kpu_corpus.reading.limits import Limits
from kpu_corpus.reading.rows.ids import free

SUFFIX, BOX = ".eml", ".mbox"
HEADS = ("From", "Subject", "Date")  # as the head of a mail that is copied into a text has them
LONGEST = 2_000  # bytes of a line of a head that is read: time grows with their square
KINDS = ("text/plain", "text/html")  # of what a mail says itself, the best first
PAGES = ("text/html", "application/xhtml+xml")
_VERSION = re.compile(rb"^mime-version\s*:", re.IGNORECASE | re.MULTILINE)
_TYPE = re.compile(
    rb"^content-type\s*:\s*(?:multipart/related|text/html)\b", re.IGNORECASE | re.MULTILINE
)
DEPTH = 20  # of parts in parts: signatures, lists and gateways each put a mail into one more
HEAD = 65536  # bytes of the head of a part; a longer one is none
BLANK = re.compile(rb"\r?\n\r?\n")
_OPENS = re.compile(rb"(?:\xef\xbb\xbf)?\s*[a-z-]+:", re.IGNORECASE)
# Above each mail of a mailbox; in a mail such a line has ">" before it.
_MAIL = re.compile(rb"^From [^\r\n]*\r?\n(?=[A-Za-z][A-Za-z-]*:)", re.MULTILINE)
_QUOTED_FROM = re.compile(rb"^>(?=>*From )", re.MULTILINE)
_BOUNDARY = re.compile(r""";\s*boundary\s*=\s*(?:"([^"]+)"|([^\s;"]+))""", re.IGNORECASE)


class Mail(NamedTuple):
    """``head``: who wrote it, on what and when, as lines. ``kind`` and ``said``: its own text.

    ``attached`` are the names and bytes of the files in it, without the pictures in its text.
    """

    head: str
    kind: str
    said: bytes
    attached: Sequence[tuple[str, bytes]]


def is_mail(data: bytes, suffix: str) -> bool:
    """Tell whether a file is a mail; a text that only opens with the head of one is called .txt."""
    return suffix == SUFFIX and has_head(data)


def is_mailbox(data: bytes, suffix: str) -> bool:
    """Tell whether a file holds several mails, as mail programs save a folder of them."""
    return suffix == BOX and _MAIL.match(data) is not None


def mails_of(data: bytes, limits: Limits) -> Iterator[tuple[str, bytes]]:
    """Yield (name, bytes) of each mail in a mailbox; more than archives may have are refused.

    >>> mail = b"From ani@contoh.id Tue\\nSubject: Satu\\n\\nKami hadir.\\n"
    >>> [name for name, _ in mails_of(mail + mail, Limits())]
    ['1.eml', '2.eml']
    """
    found = _MAIL.split(data, maxsplit=limits.archive_members + 1)[1:]
    if len(found) > limits.archive_members:
        raise UnreadableSource("many_members", limit=limits.archive_members)
    width = len(str(len(found)))
    for number, mail in enumerate(found, start=1):
        yield f"{number:0{width}}{SUFFIX}", _QUOTED_FROM.sub(b"", mail)


def opened(data: bytes, limits: Limits) -> Mail:
    """Return what a mail holds; nothing is fetched, and what lies past the limits is left out."""
    said: dict[str, bytes] = {}
    attached: list[tuple[str, bytes]] = []
    taken: dict[str, dict[str, int]] = {}  # names of others with a suffix
    for head, body in leaves(data, limits):
        kind, name = head.get_content_type(), _name(head)
        if name:
            shown = head.get_content_maintype() == "image" and head.get("content-id")
            if not shown and not is_part(name):
                path = PurePosixPath(name)
                stem = free(path.stem, taken.setdefault(path.suffix, {}))
                attached.append((f"{stem}{path.suffix}", unpacked(head, body)))
        elif kind in KINDS:
            said.setdefault(kind, unpacked(head, body))
    kind = next((kind for kind in KINDS if said.get(kind, b"").strip()), KINDS[0])
    own, _ = parted(data)
    told = {name: _line(own, name) for name in HEADS}
    told["From"] = told["From"].replace('"', "")  # around a name
    lines = [f"{name}: {value}\n" for name, value in told.items() if value]
    return Mail("".join([*lines, "\n"]), kind.removeprefix("text/"), said.get(kind, b""), attached)


def _name(head: Message) -> str:
    """Return the name of an attached file without folders; "" of what is none.

    A mail that is sent on in another often has none of its own.
    """
    told = (str(head.get(name, "")) for name in ("content-disposition", "content-type"))
    if any(len(line) > LONGEST for line in told):
        return ""
    sent_on = f"email{SUFFIX}" if head.get_content_type() == "message/rfc822" else ""
    name = _decoded(str(head.get_filename() or sent_on))
    return PurePosixPath(name.replace("\\", "/")).name


def _line(head: Message, name: str) -> str:
    return _decoded(str(head.get(name, ""))[:LONGEST])


def _decoded(value: str) -> str:
    """Return a line of a head as one reads it; one that cannot be unpacked stays as it is."""
    # a charset that nobody knows, bytes that are none of it, broken packing
    with suppress(LookupError, ValueError, HeaderParseError):
        value = str(make_header(decode_header(value)))
    return encodable(" ".join(value.split()))


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

    Raises UnreadableSource where there is none among as many parts as archives may have members.
    """
    for head, body in leaves(data, limits):
        if head.get_content_type() in PAGES:
            return unpacked(head, body)
    raise UnreadableSource("no_page")


def has_head(data: bytes) -> bool:
    """Tell whether a file opens with a line as heads have it ("From: ani@…").

    >>> has_head(b"Subject: Opini"), has_head(b"Kami netral: selalu")
    (True, False)
    """
    return bool(_OPENS.match(data[:HEAD]))


def leaves(data: bytes, limits: Limits) -> Iterator[tuple[Message, bytes]]:
    """Yield the head and the body of each part that has none below it, in their order.

    Parts are looked at up to as many as archives may have members.
    """
    waiting = [(data, 0)]
    for _ in range(limits.archive_members):
        if not waiting:
            return
        part, depth = waiting.pop()
        head, body = parted(part)
        if head.get_content_maintype() != "multipart":
            yield head, body
        elif depth < DEPTH:
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
    """Return the content of a part, as it was before it was packed for the mail.

    A mail that was cut off ends in the middle of one. A file is then returned as far as it goes and
    found to be damaged when it is read, as a text is not: for one an error is raised.
    """
    packed = str(head.get("content-transfer-encoding", "")).strip().lower()
    if packed == "quoted-printable":
        return quopri.decodestring(body)
    if packed != "base64":
        return body
    if head.get_content_maintype() != "text":
        body = b"".join(body.split())
        body = body[: len(body) // 4 * 4]
    return base64.b64decode(body)
