"""Limits on reading: each has a name, a reason and a default that can be changed."""

from __future__ import annotations

from dataclasses import dataclass, fields

from kpu_corpus.errors import UnreadableSource
from kpu_corpus.ground.checks import real, whole


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits on what :func:`kpu_corpus.load` reads; input beyond them is refused, naming the limit.

    They are bounds on files: what is in memory already (``{id: text}``, a DataFrame) has none.

    Parameters
    ----------
    file_bytes
        Size of one file, or of one member of an archive once unpacked.
    markup_bytes
        Size of one web page, whose tree takes many times that size in memory.
    markup_depth
        Nesting depth of a web page's elements; parsing time grows with its square.
    archive_bytes
        Size of one archive, and of all its members once unpacked.
    archive_ratio
        How many times larger than its packed form a member may be (above 1 MB).
    archive_members, archive_depth
        Number of members; nesting depth of archives in archives.
    files
        Number of files read in one call.
    pages
        Number of pages of a PDF.
    rows, columns, cells
        Number of rows, columns and cells of a table, including stored empty cells.
    lines
        Number of lines of one text.
    batch_characters
        Characters of all texts of one call together: bounds the memory of the corpus.
    seconds
        Time for one file, checked within its pages and between its members.

    Raises
    ------
    InvalidArgument
        A limit is not a whole number of at least 0, or ``seconds`` is not a number of at least 0.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> kc.Limits(file_bytes=1_000_000).rows
    1000000
    """

    file_bytes: int = 64 * 1024**2
    markup_bytes: int = 16 * 1024**2
    markup_depth: int = 2_000
    archive_bytes: int = 1024**3
    archive_ratio: int = 200
    archive_members: int = 20_000
    archive_depth: int = 3
    files: int = 200_000
    pages: int = 2_000
    rows: int = 1_000_000
    columns: int = 2_000
    cells: int = 20_000_000
    lines: int = 50_000
    batch_characters: int = 60_000_000
    seconds: float = 60.0

    def __post_init__(self) -> None:
        for bound in fields(self):
            value = getattr(self, bound.name)
            if bound.name == "seconds":
                real(bound.name, value, "not_negative")
            else:
                whole(bound.name, value, least=0)


def check_size(size: int, limits: Limits, name: str) -> None:
    """Raise UnreadableSource for a size past the limit of a name, such as ``file_bytes``."""
    limit = getattr(limits, name)
    if size > limit:
        raise UnreadableSource("too_large", size=size, limit=limit, name=name)
