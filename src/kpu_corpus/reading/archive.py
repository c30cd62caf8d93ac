"""ZIP archives → their members, in memory: nothing is written, links are not followed."""

from __future__ import annotations

import stat
import time
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO

from kpu_corpus.errors import UnreadableSource
from kpu_corpus.ground.writing import MAKER
from kpu_corpus.reading.files import is_part
from kpu_corpus.reading.limits import Limits
from kpu_corpus.reading.package import opened, unpack


def members_of(stream: IO[bytes], limits: Limits) -> Iterator[tuple[str, bytes | UnreadableSource]]:
    """Yield (name, bytes) of every file in an archive, or why it is refused.

    What belongs to something else (:func:`is_part`) is left out. Names that lead out of the
    archive, links, encrypted members and members past the limits are refused one by one; the
    others are still read. Raises UnreadableSource for a broken archive and for a bundle that the
    library wrote.
    """
    end = time.monotonic() + limits.seconds
    total = 0
    with _opened(stream) as archive:
        if archive.comment == MAKER.encode():
            raise UnreadableSource("own_result")
        members = sorted(archive.infolist(), key=lambda member: member.filename)
        if len(members) > limits.archive_members:
            raise UnreadableSource("many_members", limit=limits.archive_members)
        names = [member.filename.replace("\\", "/") for member in members]
        beside = frozenset(names)
        for member, name in zip(members, names, strict=True):
            if name.endswith("/") or is_part(name, beside):
                continue
            if time.monotonic() > end:
                raise UnreadableSource("too_slow", limit=limits.seconds)
            content = _content(archive, member, name, limits)
            total += len(content) if isinstance(content, bytes) else 0
            if total > limits.archive_bytes:
                raise UnreadableSource("unpacked", limit=limits.archive_bytes)
            yield name, content


def _opened(stream: IO[bytes]) -> zipfile.ZipFile:
    try:
        return opened(stream)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableSource("broken", kind="ZIP") from error


def _content(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, limits: Limits
) -> bytes | UnreadableSource:
    try:
        if _leads_out(name):
            raise UnreadableSource("leads_out")
        if stat.S_ISLNK(member.external_attr >> 16):
            raise UnreadableSource("link")
        return unpack(archive, member, limits)
    except UnreadableSource as error:
        return error
    except Exception:  # each way of packing has errors of its own
        return UnreadableSource("broken", kind="ZIP")


def _leads_out(name: str) -> bool:
    path = PurePosixPath(name)
    return path.is_absolute() or ".." in path.parts or name[1:2] == ":"
