"""Word and Excel files are ZIP archives of XML: looked through before a library opens them."""

from __future__ import annotations

import io
import zipfile
from typing import IO, Any
from xml.sax import SAXException
from xml.sax.handler import ContentHandler

from kpu_corpus.errors import UnreadableSource, needed
from kpu_corpus.reading.limits import Limits

_DEPTH = 250
MARK = 4  # bytes of a mark that some archives begin with


def check_package(data: bytes, limits: Limits, feature: str) -> None:
    """Refuse a package that is encrypted, unpacks too large, or declares entities.

    Raises UnreadableSource, and MissingExtra without defusedxml.
    """
    with needed(feature, "defusedxml"):
        from defusedxml import DefusedXmlException
        from defusedxml.sax import parseString
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
        if len(members) > limits.archive_members:
            raise UnreadableSource("many_members", limit=limits.archive_members)
        total = 0
        for member in members:
            content = unpack(archive, member, limits)
            total += len(content)
            if total > 2 * limits.file_bytes:
                raise UnreadableSource("unpacked", limit=2 * limits.file_bytes)
            if member.filename.endswith((".xml", ".rels")):
                try:
                    parseString(content, _Depth(), forbid_dtd=True)
                except DefusedXmlException as error:
                    raise UnreadableSource("entities") from error


def opened(stream: IO[bytes]) -> zipfile.ZipFile:
    """Open a ZIP archive that begins where its file begins; raises BadZipFile for any other.

    Of an archive that was cut off the list of members is lost, and that of an archive inside it
    would be taken for its own.
    """
    archive = zipfile.ZipFile(stream)
    if min((member.header_offset for member in archive.infolist()), default=0) > MARK:
        raise zipfile.BadZipFile("the archive begins inside its file")
    return archive


def unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo, limits: Limits) -> bytes:
    """Return the bytes of a member, refusing what is encrypted or grows past the limits."""
    if member.flag_bits & 0x1:
        raise UnreadableSource("encrypted")
    with archive.open(member) as stream:
        content = stream.read(limits.file_bytes + 1)
    if len(content) > limits.file_bytes:
        raise UnreadableSource("unpacked", limit=limits.file_bytes)
    packed = max(member.compress_size, 1)
    if len(content) > 1024**2 and len(content) > limits.archive_ratio * packed:
        raise UnreadableSource("bomb", ratio=len(content) // packed, limit=limits.archive_ratio)
    return content


class _Depth(ContentHandler):
    """Bounds the nesting, since libraries walk the tree recursively."""

    depth = 0

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802
        self.depth += 1
        if self.depth > _DEPTH:
            raise SAXException("nested too deeply")

    def endElement(self, name: str) -> None:  # noqa: N802
        self.depth -= 1
