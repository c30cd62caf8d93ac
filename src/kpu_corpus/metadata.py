"""What a table of participants says → the essays, joined by essay id or file name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from kpu_corpus.corpus import ESSAYS, Corpus, Essay
from kpu_corpus.errors import (
    InvalidArgument,
    MissingExtra,
    SourceNotFound,
    UnreadableSource,
    system_reason,
)
from kpu_corpus.indonesian.dates import iso
from kpu_corpus.reading.content import damaged, kind_of
from kpu_corpus.reading.limits import Limits
from kpu_corpus.reading.rows import known
from kpu_corpus.reading.tables import rows_of

if TYPE_CHECKING:
    import pandas as pd

FIELDS = ("title", "author", "unit", "date")
KEYS = ("essay", "source", "file", "berkas", "nama berkas", "nama file", "id")
SHOWN = 5  # names of rows or essays without a counterpart; the rest are counted


def join(corpus: Corpus, metadata: str | Path | pd.DataFrame, limits: Limits) -> Corpus:
    """Let the columns of a table follow the essays.

    The key is the column that names the most essays, by id or by file name (with or without
    folder and suffix, in any case). Rows that match no essay, and essays without a row, are
    named in ``skipped``. Raises InvalidArgument when no column does, or when two rows are for
    the same essay.
    """
    columns, rows = _table(metadata, limits)
    names = [_names(corpus, item) for item in corpus.items]
    key = _key(columns, rows, names)
    if key is None:
        first = repr(corpus.items[0].id) if corpus.items else "—"
        raise InvalidArgument("metadata_key", columns=", ".join(columns) or "—", known=first)
    by_name = {_even(row.get(key)): row for row in rows}
    counts = Counter(_even(row.get(key)) for row in rows)
    items, missing, used = [], [], set()
    for item, own in zip(corpus.items, names, strict=True):
        found = next((name for name in own if name in by_name), None)
        if found is None:
            items.append(item)
            missing.append(item.id)
            continue
        if counts[found] > 1:
            raise InvalidArgument("metadata_twice", key=repr(key), got=repr(found))
        used.add(found)
        row = {name: value for name, value in by_name[found].items() if name != key}
        items.append(with_fields(item, known(row), over=True))
    unused = [str(row.get(key)) for name, row in by_name.items() if name not in used]
    path = str(metadata) if isinstance(metadata, str | Path) else "metadata"
    apart = [
        (path, UnreadableSource(reason, count=len(left), got=_listed(left)))
        for reason, left in (("metadata_rows", unused), ("metadata_essays", missing))
        if left
    ]
    return replace(corpus, items=tuple(items), refused=(*corpus.refused, *apart))


def with_fields(essay: Essay, row: Mapping[str, Any], *, over: bool = False) -> Essay:
    """Put what a row says of an essay into its own fields, the rest into its metadata.

    ``over`` lets the row win over what was found in the text. A date is brought to ISO form. What
    is named like a column that the program fills itself (words, text, language …) gets a (2).
    """
    if not row:
        return essay
    fields = {
        name: str(row[name])
        for name in FIELDS
        if row.get(name) is not None and (over or getattr(essay, name) is None)
    }
    if "date" in fields:
        fields["date"] = iso(fields["date"]) or fields["date"]
    rest = {
        f"{key} (2)" if key in ESSAYS else key: value
        for key, value in row.items()
        if key not in FIELDS
    }
    return replace(essay, metadata={**essay.metadata, **rest}, **fields)  # type: ignore[arg-type]


def _table(
    metadata: str | Path | pd.DataFrame, limits: Limits
) -> tuple[list[str], list[dict[str, Any]]]:
    if not isinstance(metadata, str | Path):
        if not hasattr(metadata, "columns"):
            raise InvalidArgument("metadata_type", got=type(metadata).__name__)
        rows = [{str(k): v for k, v in row.items()} for row in metadata.to_dict("records")]
        return [str(name) for name in metadata.columns], rows
    path = Path(metadata)
    if not path.exists():
        raise SourceNotFound("not_found", path=repr(str(path)), hint="")
    try:
        if not path.is_file():
            raise UnreadableSource("no_file")
        data = path.read_bytes()
        return rows_of(data, kind_of(data, path.name), limits)[0]
    except OSError as error:
        reason: Any = system_reason(error)
    except UnreadableSource as error:
        reason = error
    except MissingExtra:
        raise
    except Exception as error:
        reason = damaged(path.name, error)
    raise InvalidArgument("metadata_file", path=repr(str(path)), reason=reason)


def _names(corpus: Corpus, item: Essay) -> list[str]:
    """Return every name an essay may go by, the most exact first."""
    source = corpus.by_name[item.source]
    given = [item.id, item.source, source.origin, PurePosixPath(source.origin).name]
    given += [PurePosixPath(name).stem for name in (item.source, source.origin)]
    return [_even(name) for name in dict.fromkeys(given) if name]


def _even(value: Any) -> str:
    return " ".join(str(value).replace("\\", "/").casefold().split())


def _key(columns: list[str], rows: list[dict[str, Any]], names: list[list[str]]) -> str | None:
    """Return the column whose values name the most essays; a usual name wins a tie."""
    known_names = {name for own in names for name in own}
    hits = {name: sum(_even(row.get(name)) in known_names for row in rows) for name in columns}
    ranked = sorted(columns, key=lambda name: (-hits[name], name.strip().lower() not in KEYS))
    return ranked[0] if ranked and hits[ranked[0]] else None


def _listed(names: list[str]) -> str:
    return ", ".join(map(repr, names[:SHOWN])) + (", …" if len(names) > SHOWN else "")
