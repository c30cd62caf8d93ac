"""A table of participants, from a file or pandas → columns and rows."""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterable, Mapping, Sequence, Set
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kpu_corpus.errors import (
    InvalidArgument,
    KpuCorpusError,
    MissingExtra,
    SourceNotFound,
    UnreadableSource,
    system_reason,
)
from kpu_corpus.ground.checks import is_series, is_table
from kpu_corpus.ground.spellings import even
from kpu_corpus.loading.metadata.key import KEYS, OWN, names_in
from kpu_corpus.loading.metadata.people import of_people, person
from kpu_corpus.reading.archive import gunzipped
from kpu_corpus.reading.content import damaged, kind_of
from kpu_corpus.reading.files import meant
from kpu_corpus.reading.limits import Limits, check_size
from kpu_corpus.reading.rows.dataframes import table_of
from kpu_corpus.reading.rows.rows import Table
from kpu_corpus.reading.rows.titles import bare
from kpu_corpus.reading.tables import TABLES, rows_of
from kpu_corpus.segment.bylines import identity

if TYPE_CHECKING:
    import pandas as pd

NO_TABLE = frozenset({"for_word", "suffix"})  # what is said of these is about essays


def read_metadata(
    metadata: str | Path | pd.DataFrame | pd.Series[Any],
    limits: Limits,
    essays: Set[str],
    on: str | None = None,
) -> Table:
    """Return the columns and rows of a table, whose headings are above the names of the ``essays``.

    Of the sheets of a workbook it is the first that names an essay, or has the column ``on``.
    Raises SourceNotFound, MissingExtra, and InvalidArgument for anything but a readable table with
    at least one row.
    """
    if not isinstance(metadata, str | Path):
        held = table_of(_frame(metadata))
        if not held.rows:
            raise InvalidArgument("metadata_empty", columns=", ".join(held.columns) or "—")
        return held
    path = Path(metadata)
    if not os.path.exists(path):
        raise SourceNotFound("not_found", path=repr(str(path)), hint=meant(path))
    try:
        if not path.is_file():
            raise UnreadableSource("no_file")
        check_size(path.stat().st_size, limits, "file_bytes")
        data, name, whole = gunzipped(path.read_bytes(), path.name, limits)
        if not whole:
            raise UnreadableSource("cut_off")
        if not data.removeprefix(codecs.BOM_UTF8).strip():
            raise UnreadableSource("empty")
        kind = kind_of(data, name)
        if kind not in TABLES:
            raise UnreadableSource("no_table")
        table = rows_of(
            data,
            kind,
            limits,
            header=lambda lines: _header(lines, essays),
            fits=lambda columns, rows: _fits(columns, rows, essays, on),
        )
        if not table.rows:
            raise UnreadableSource("no_rows")
        if table.broken:  # what the line says of an essay would be missing
            raise next(iter(table.broken.values()))
        return table
    except OSError as error:  # of a library, which trips over what stands in the file, without one
        reason: Any = system_reason(error) if error.errno else damaged(path.name, error)
    except MissingExtra:
        raise
    except KpuCorpusError as error:
        reason = UnreadableSource("no_table") if error.message in NO_TABLE else error
    except Exception as error:
        reason = damaged(path.name, error)
    raise InvalidArgument("metadata_file", path=repr(str(path)), reason=reason)


def _frame(metadata: Any) -> pd.DataFrame:
    """Return a DataFrame as it is, a Series as its one column beside the levels of its index."""
    if is_series(metadata):
        if metadata.name is None:
            raise InvalidArgument("metadata_name")
        if metadata.index.nlevels > 1:
            return metadata.to_frame()  # type: ignore[no-any-return]
        ids = metadata.index.name or OWN  # of a Series the index is the key, numbers too
        return metadata.rename_axis(index=ids).to_frame()  # type: ignore[no-any-return]
    if not is_table(metadata):
        raise InvalidArgument("metadata_type", got=type(metadata).__name__)
    return metadata  # type: ignore[no-any-return]


def _header(lines: Sequence[Sequence[Any]], essays: Set[str]) -> int:
    """Return which of the first lines has the column headings.

    Above them may stand titles of the table. Of the lines before the first that names an essay it
    is the one with the most usual titles, or else the first that has more than half as many cells
    as the fullest. Where none names an essay, it is one of several usual titles, or else the first.
    """
    named = (row for row, line in enumerate(lines) if _names_essay(line, essays))
    below = next(named, None)
    above = lines[: len(lines) if below is None else below]
    usual = [sum(map(_is_usual, line)) for line in above]
    if max(usual, default=0) > (below is None):
        return usual.index(max(usual))
    filled = [sum(cell not in (None, "") for cell in line) for line in lines[: (below or 0) + 1]]
    return next(row for row, count in enumerate(filled) if 2 * count > max(filled))


def _fits(
    columns: Sequence[str], rows: Sequence[Mapping[str, Any]], essays: Set[str], on: str | None
) -> bool:
    """Tell whether a sheet is the table: it has the column ``on``, or else names an essay."""
    if on is not None:
        return even(on) in map(even, columns)
    return any(_names_essay(row.values(), essays) for row in rows)


def _names_essay(cells: Iterable[Any], essays: Set[str]) -> bool:
    return any(not essays.isdisjoint({*names_in(cell), person(cell)}) for cell in cells)


def _is_usual(cell: Any) -> bool:
    title = bare(cell)
    return title in KEYS or of_people(title) or identity.kind_of(title) != ""
