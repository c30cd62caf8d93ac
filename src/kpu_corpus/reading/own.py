"""What the library wrote itself: known by the mark it left, so that no result is read as essays."""

from __future__ import annotations

import io
import re
import zipfile

from kpu_corpus.ground.writing import MAKER, RESULT
from kpu_corpus.reading.limits import Limits
from kpu_corpus.reading.package import unpack
from kpu_corpus.reading.parquet import metadata_of

HEAD = 4096  # bytes of a page in which its generator stands
_GENERATOR = re.compile(
    rf"""<meta\s+name=["']?generator["']?\s+content=["']?{MAKER}["'\s/>]""".encode(), re.IGNORECASE
)
_AUTHOR = re.compile(rf"<(?:\w+:)?creator\b[^<>]*>{MAKER}</".encode())
_PROPERTIES = "docProps/core.xml"
_VERSIONS = re.compile(rb'"versions"\s*:\s*\{[^{}]*"kpu-corpus"\s*:')  # of a manifest


def is_own(data: bytes, kind: str, limits: Limits) -> bool:
    """Tell whether a file of kind html, docx, xlsx, parquet or jsonl is a result of the library.

    The name of the file counts for nothing. A saved corpus is no result: it is there to be read.

    >>> page = b'<!doctype html><meta name="generator" content="kpu_corpus"><p>Laporan tema'
    >>> is_own(page, "html", Limits()), is_own(b"<p>Integritas itu penting.", "html", Limits())
    (True, False)
    """
    if kind == "html":
        return _GENERATOR.search(data[:HEAD]) is not None
    if kind == "parquet":
        return RESULT in metadata_of(data)
    if kind == "jsonl":
        return _VERSIONS.search(data) is not None
    if kind not in ("docx", "xlsx"):
        return False
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        known = {member.filename: member for member in package.infolist()}
        properties = known.get(_PROPERTIES)
        return bool(properties and _AUTHOR.search(unpack(package, properties, limits)))
