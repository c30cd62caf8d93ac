"""Sidecars: corrections that lie beside a file → the texts of that file they are for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kpu_corpus.corpus.sources import Source
from kpu_corpus.errors import KpuCorpusError, RenamedEssays, UnreadableSource
from kpu_corpus.ground.printable import encodable
from kpu_corpus.ground.toml import parsed
from kpu_corpus.reading.limits import Limits, check_size
from kpu_corpus.reading.text import decode

# What a file holds: a text, (path, reason) for one that is not read, what to know of a table.
Found = Source | tuple[str, KpuCorpusError] | RenamedEssays


def corrected(texts: Iterable[Found], sidecar: str, origin: str, beside: Path) -> Iterator[Found]:
    """Give the texts of a file its sidecar: of several, as posts are, the one it was made for."""
    every = [*texts]
    # the rows of a table are essays as they are
    sources = [x for x in every if isinstance(x, Source) and not (x.plain or x.ready)]
    name = repr(origin.rpartition("/")[2])
    unused = UnreadableSource("sidecar_other" if sources else "sidecar_rows", name=name)
    try:
        meant = _meant(sources, sidecar, origin)
    except UnreadableSource as error:
        unused, meant = _no_toml(beside, error), set()
    for found in every:
        if isinstance(found, Source) and found.sha256 in meant:
            yield found._replace(sidecar=sidecar)
        else:
            yield found
    if not meant and any(isinstance(found, Source) for found in every):
        yield encodable(beside.as_posix()), unused


def _meant(sources: Sequence[Source], sidecar: str, origin: str) -> set[str]:
    """Return the sha256 of the texts of a file that a sidecar is for.

    Raises UnreadableSource where it is no TOML, unless the file is a text itself, which is refused
    when it is cut.
    """
    own = {source.sha256 for source in sources if source.origin == origin}
    if own:
        return own
    made_for = parsed(sidecar).get("sha256")
    every = {source.sha256 for source in sources}
    return every if made_for is None and len(sources) == 1 else every & {str(made_for)}


def read_sidecar(beside: Path, limits: Limits) -> str:
    """Return the corrections of a file; raises UnreadableSource for what is no text."""
    check_size(beside.stat().st_size, limits, "file_bytes")
    try:
        return decode(beside.read_bytes())[0]
    except UnreadableSource as error:
        raise _no_toml(beside, error) from error


def _no_toml(beside: Path, error: UnreadableSource) -> UnreadableSource:
    return UnreadableSource("sidecar_toml", path=beside.as_posix(), why=error)
