"""Mails in files (.eml): the files that are attached, and what the mail itself says, as a text."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from email.header import decode_header, make_header
from email.message import Message
from pathlib import PurePosixPath
from typing import NamedTuple

from kpu_corpus.ground.printable import encodable
from kpu_corpus.reading.files import is_part
from kpu_corpus.reading.ids import free
from kpu_corpus.reading.limits import Limits
from kpu_corpus.reading.mime import has_head, leaves, parted, unpacked

SUFFIX = ".eml"
HEADS = ("From", "Subject", "Date")  # as the head of a mail that is copied into a text has them
LONGEST = 2_000  # bytes of a line of a head that is read: time grows with their square
KINDS = ("text/plain", "text/html")  # of what a mail says itself, the best first


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


def opened(data: bytes, limits: Limits) -> Mail:
    """Return what a mail holds; nothing is fetched, and what lies past the limits is left out."""
    said: dict[str, bytes] = {}
    attached: list[tuple[str, bytes]] = []
    taken: dict[str, set[str]] = {}  # names of others with a suffix
    for head, body in leaves(data, limits):
        kind, name = head.get_content_type(), _name(head)
        if name:
            shown = head.get_content_maintype() == "image" and head.get("content-id")
            if not shown and not is_part(name):
                path = PurePosixPath(name)
                stem = free(path.stem, taken.setdefault(path.suffix, set()))
                attached.append((f"{stem}{path.suffix}", unpacked(head, body)))
        elif kind in KINDS:
            said.setdefault(kind, unpacked(head, body))
    kind = next((kind for kind in KINDS if said.get(kind, b"").strip()), KINDS[0])
    own, _ = parted(data)
    told = ((name, _line(own, name)) for name in HEADS)
    lines = [f"{name}: {value}\n" for name, value in told if value]
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
    with suppress(LookupError, ValueError):  # a charset that nobody knows, broken packing
        value = str(make_header(decode_header(value)))
    return encodable(" ".join(value.split()))
