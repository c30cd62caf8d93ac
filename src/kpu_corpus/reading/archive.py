"""Archives: ZIP files, including Word and Excel, within limits; .gz is unpacked."""

from __future__ import annotations

import gzip
import io
import math
import stat
import time
import zipfile
import zlib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import PurePosixPath
from typing import IO
from xml.parsers.expat import ExpatError, ParserCreate

from kpu_corpus.errors import UnreadableSource
from kpu_corpus.ground.writing import MAKER
from kpu_corpus.reading.files import is_part, is_sidecar
from kpu_corpus.reading.limits import Limits

_DEPTH = 250
ELEMENTS = 2_000_000  # of a document; 300 pages of nothing but tables have 1.2 million
_GZIP = b"\x1f\x8b"
MARK = 4  # bytes of a mark that some archives begin with
BLOCK = 1024**2  # bytes unpacked at a time


def check_package(data: bytes, limits: Limits, *, most: float = math.inf) -> None:
    """Refuse a package that is encrypted, unpacks too large, or declares entities.

    ``most`` bounds its elements, where all of them are read at once. Raises UnreadableSource.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
        if len(members) > limits.archive_members:
            raise UnreadableSource("many_members", limit=limits.archive_members)
        total = elements = 0
        for member in members:
            content = unpack(archive, member, limits)
            total += len(content)
            if total > 2 * limits.file_bytes:
                raise UnreadableSource("unpacked", limit=2 * limits.file_bytes)
            if member.filename.endswith((".xml", ".rels")):
                elements += look_through(content)
            if elements > most:
                raise UnreadableSource("many_elements", limit=most)


def opened(stream: IO[bytes]) -> zipfile.ZipFile:
    """Open a ZIP archive that begins where its file begins; raises BadZipFile for any other.

    Of an archive that was cut off the list of members is lost, and that of an archive inside it
    would be taken for its own. Members that share bytes are refused too: a small file could have
    any number of them.
    """
    archive = zipfile.ZipFile(stream)
    members = sorted(archive.infolist(), key=lambda member: member.header_offset)
    if members and members[0].header_offset > MARK:
        raise zipfile.BadZipFile("the archive begins inside its file")
    for member, behind in pairwise(members):
        if member.header_offset + member.compress_size >= behind.header_offset:
            raise zipfile.BadZipFile("members of the archive overlap")
    return archive


def unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo, limits: Limits) -> bytes:
    """Return the bytes of a member, refusing what is encrypted or grows past the limits."""
    if member.flag_bits & 0x1:
        raise UnreadableSource("encrypted")
    with archive.open(member) as stream:
        content = stream.read(limits.file_bytes + 1)
    return _bounded(content, member.compress_size, limits)


def gunzipped(data: bytes, name: str, limits: Limits) -> tuple[bytes, str, bool]:
    """Return bytes and name of what a .gz file holds, and whether that is all; others as they are.

    Of a file that is cut off it is what stands before. Raises UnreadableSource for what grows past
    the limits, and what gzip does for a damaged one.
    """
    if not is_gzip(data, name):
        return data, name, True
    parts: list[bytes] = []
    whole, size = True, 0
    with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
        try:
            while size <= limits.file_bytes and (part := stream.read1(BLOCK)):
                parts.append(part)
                size += len(part)
        except EOFError:
            whole = False
    return _bounded(b"".join(parts), len(data), limits), name[: -len(".gz")], whole


def gunzipped_head(head: bytes, name: str, size: int) -> tuple[bytes, str]:
    """Return first bytes, up to ``size``, and name of what a .gz file that begins so holds.

    Others are given back as they are. Raises UnreadableSource where the file is damaged there.
    """
    if not is_gzip(head, name):
        return head, name
    try:
        inside = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, size)
    except zlib.error as error:
        raise UnreadableSource("broken", kind="gz") from error
    return inside, name[: -len(".gz")]


def is_gzip(data: bytes, name: str) -> bool:
    """Tell whether a file, by its first bytes and its name, is one that is unpacked."""
    return data.startswith(_GZIP) and name.lower().endswith(".gz")


def _bounded(content: bytes, packed: int, limits: Limits) -> bytes:
    """Return what was unpacked, up to a byte past the limit, unless it has grown past them."""
    if len(content) > limits.file_bytes:
        raise UnreadableSource("unpacked", limit=limits.file_bytes)
    packed = max(packed, 1)
    if len(content) > 1024**2 and len(content) > limits.archive_ratio * packed:
        raise UnreadableSource("bomb", ratio=len(content) // packed, limit=limits.archive_ratio)
    return content


def look_through(xml: bytes) -> int:
    """Return the number of elements; refuse a DTD, so that no entity is declared, and deep nesting.

    What is nested is walked recursively. Of what the parser of SAX makes of elements nothing is
    needed: it takes ten times as long.
    """
    depth = count = 0

    def start(_: str, __: list[str]) -> None:
        nonlocal depth, count
        depth += 1
        count += 1
        if depth > _DEPTH:
            raise ExpatError("nested too deeply")

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    def doctype(*_: object) -> None:
        raise UnreadableSource("entities")

    parser = ParserCreate()
    parser.ordered_attributes = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.StartDoctypeDeclHandler = doctype
    parser.Parse(xml, True)
    return count


def members_of(stream: IO[bytes], limits: Limits) -> Iterator[tuple[str, bytes | UnreadableSource]]:
    """Yield (name, bytes) of every file in an archive, or why it is refused.

    What belongs to something else (:func:`is_part`) is left out. Names that lead out of the
    archive, links, encrypted members and members past the limits are refused one by one; the
    others are still read. Raises BadZipFile for a broken archive and UnreadableSource for a bundle
    that the library wrote.
    """
    end = time.monotonic() + limits.seconds
    total = 0
    with opened(stream) as archive:
        if archive.comment == MAKER.encode():
            raise UnreadableSource("own_result")
        members = sorted(archive.infolist(), key=lambda member: member.filename)
        if len(members) > limits.archive_members:
            raise UnreadableSource("many_members", limit=limits.archive_members)
        names = [member.filename.replace("\\", "/") for member in members]
        beside = frozenset(names)
        for member, name in zip(members, names, strict=True):
            if is_sidecar(name):
                yield name, UnreadableSource("sidecar_packed")
            if name.endswith("/") or is_part(name, beside):
                continue
            if time.monotonic() > end:
                raise UnreadableSource("too_slow", limit=limits.seconds)
            content = _content(archive, member, name, limits)
            total += len(content) if isinstance(content, bytes) else 0
            if total > limits.archive_bytes:
                raise UnreadableSource("unpacked", limit=limits.archive_bytes)
            yield name, content


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
