"""A whole corpus as rows and back, without loss: one per source, in a Parquet file or bundle."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from kpu_corpus.corpus.sources import Essay, Mark, Order, Source, Span
from kpu_corpus.corpus.tables import DTYPES
from kpu_corpus.errors import KpuCorpusError, UnreadableSource
from kpu_corpus.ground.arrow import arrow_file
from kpu_corpus.ground.printable import encodable
from kpu_corpus.ground.writing import ending, write_whole

if TYPE_CHECKING:
    from kpu_corpus.corpus import Corpus

FORMAT = b"kpu_corpus"
VERSION = b"1"
_STRINGS = ("name", "sha256", "encoding", "origin")
_ESSAY = ("id", "source", "position", "start", "end", "title", "author", "unit", "date")
# The types of stored values, in order: a file from elsewhere may hold anything.
_TEXT, _NUMBER = str | None, int | float
_OF_ESSAY = (str, str, int, int, int, _TEXT, _TEXT, _TEXT, _TEXT, Mapping, _NUMBER)
_OF_SPAN, _OF_MARK = (int, int, str, _TEXT, str, _NUMBER), (int, int, str, int)
_OF_ROW = (str, str, str, str, _TEXT, bool, Mapping)


class Columns(NamedTuple):
    """What a corpus says of its columns, as its fields of these names."""

    headings: Mapping[str, str] = {}
    orders: Mapping[str, Order] = {}
    kinds: Mapping[str, str] = {}


_NONE = Columns()


def store(corpus: Corpus, path: str | Path) -> Path:
    """Write a corpus; see :meth:`kpu_corpus.corpus.Corpus.save`."""
    target = ending(path, ".parquet")
    import pyarrow
    import pyarrow.parquet as parquet

    told = {**about(corpus), "headings": _json(dict(corpus.headings))}
    metadata = {FORMAT: VERSION, **{name.encode(): text.encode() for name, text in told.items()}}
    texts = (*_STRINGS, "text", "sidecar", "metadata", "marks", "essays", "spans")
    columns = [*((name, pyarrow.large_string()) for name in texts), ("plain", pyarrow.bool_())]
    schema = pyarrow.schema(columns, metadata=metadata)
    table = pyarrow.Table.from_pylist(rows_of(corpus), schema=schema)

    def write(name: str) -> None:
        with arrow_file(name, "wb") as file:
            parquet.write_table(table, file, compression="zstd")

    return write_whole(target, write)


def about(corpus: Corpus) -> dict[str, str]:
    """Return what was skipped, and the categories and dtypes of the columns, for storage."""
    orders, kinds = dict(corpus.orders), dict(corpus.kinds)
    return {"refused": refused(corpus.refused), "orders": _json(orders), "kinds": _json(kinds)}


def refused(skipped: Iterable[tuple[str, KpuCorpusError]]) -> str:
    """Return the list of skipped items for storage."""
    return _json([[path, _stored_error(error)] for path, error in skipped])


def rows_of(corpus: Corpus) -> list[dict[str, Any]]:
    """Return a row per source, with its text, essays and spans, for storage."""
    items: dict[str, list[Essay]] = {source.name: [] for source in corpus.documents}
    for item in corpus.items:
        items[item.source].append(item)
    return [_row(corpus, source, items[source.name]) for source in corpus.documents]


def _row(corpus: Corpus, source: Source, items: Sequence[Essay]) -> dict[str, Any]:
    row: dict[str, Any] = {name: encodable(getattr(source, name)) for name in _STRINGS}
    return row | {
        "text": source.text,
        "plain": source.plain,
        "sidecar": source.sidecar,
        "metadata": _json(dict(source.metadata)),
        "marks": _json(source.marks),
        "essays": _json([[_listed(item), dict(item.metadata), item.confidence] for item in items]),
        "spans": _json(
            [
                [s.start, s.end, s.kind, s.essay, s.rule, s.confidence]
                for s in corpus.tiling[source.name]
            ]
        ),
    }


def _listed(item: Essay) -> list[Any]:
    return [getattr(item, name) for name in _ESSAY]


def _json(value: Any) -> str:
    return json.dumps(value, default=str)


def _stored_error(error: KpuCorpusError) -> dict[str, Any]:
    """Return an error as plain values: its type, its label and the fields of its message."""
    fields = {
        key: _stored_error(value) if isinstance(value, KpuCorpusError) else value
        for key, value in error.fields.items()
    }
    return {"label": error.message, "fields": fields}


def _error_back(value: dict[str, Any]) -> UnreadableSource:
    fields = {k: _error_back(v) if isinstance(v, dict) else v for k, v in value["fields"].items()}
    return UnreadableSource(value["label"], **fields)


def rows_back(rows: Iterable[Mapping[str, Any]], columns: Columns = _NONE) -> Iterator[Source]:
    """Yield the sources of stored rows, with their essays and spans.

    Raises UnreadableSource if the spans do not tile a text, an essay lies outside its text or a
    value has the wrong type.
    """
    for row in rows:
        try:
            source = _back(row)
            check_columns(columns, source.ready[0] if source.ready else ())
        except (AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
            raise UnreadableSource("broken", kind="kpu_corpus") from error
        yield source._replace(**columns._asdict())


def _back(row: Mapping[str, Any]) -> Source:
    essays, spans = loads(row["essays"]), loads(row["spans"])
    marks, metadata = loads(row["marks"]), loads(row["metadata"])
    _check([[*fields, about, sure] for fields, about, sure in essays], _OF_ESSAY)
    _check(spans, _OF_SPAN)
    _check(marks, _OF_MARK)
    told = [row[name] for name in (*_STRINGS, "sidecar", "plain")]
    _check([[*told, metadata]], _OF_ROW)
    items = tuple(
        Essay(**dict(zip(_ESSAY, fields, strict=True)), metadata=about, confidence=sure)
        for fields, about, sure in essays
    )
    ready = (items, tuple(Span(*span) for span in spans))
    if not _fits(row["name"], len(row["text"]), *ready):
        raise ValueError("the spans do not tile the text")
    return Source(
        text=row["text"],
        plain=row["plain"],
        metadata=metadata,
        marks=tuple(Mark(*mark) for mark in marks),
        sidecar=row["sidecar"],
        ready=ready,
        **{name: row[name] for name in _STRINGS},
    )


def loads(text: str) -> Any:
    """Return the content of JSON; lone surrogates, which no file can hold, raise ValueError."""
    found = json.loads(text)
    if "\\ud" in text.lower():
        json.dumps(found, ensure_ascii=False).encode()
    return found


def check_columns(columns: Columns, items: Iterable[Essay] = ()) -> None:
    """Raise TypeError or ValueError unless the columns may be those of a table of ``items``."""
    _check([columns.headings.values()], [str] * len(columns.headings))
    _check_orders(columns.orders, items)
    if not DTYPES.issuperset(columns.kinds.values()):
        raise ValueError("a dtype that no column has")


def _check(rows: Iterable[Iterable[Any]], kinds: Sequence[Any]) -> None:
    """Raise ValueError unless every value of every row has the type of its position."""
    if not all(all(map(isinstance, row, kinds)) for row in rows):
        raise ValueError("a value is of another kind")


def _check_orders(orders: Mapping[str, Order], items: Iterable[Essay]) -> None:
    """Raise TypeError or ValueError unless categories are distinct and values may be one."""
    for name, (values, ordered) in orders.items():
        missing = any(value is None or value != value for value in values)
        if missing or len({*values}) < len(values) or not isinstance(ordered, bool):
            raise ValueError("categories that no column has")
        hash(tuple(item.metadata.get(name) for item in items))


def _fits(name: str, size: int, items: Sequence[Essay], spans: Sequence[Span]) -> bool:
    ends = [0, *(span.end for span in spans)]
    tiled = ends[-1] == size and all(
        before == span.start <= span.end for before, span in zip(ends, spans, strict=False)
    )
    return tiled and all(
        item.source == name
        and 0 <= item.start <= item.end <= size
        and item.position.bit_length() < 64  # as in the column of positions
        and 0 <= item.confidence <= 1
        for item in items
    )


def columns_back(about: Mapping[str, str]) -> Columns:
    """Return the stored headings, categories and dtypes; a corpus of an older version has none."""
    headings, orders, kinds = (loads(about.get(name, "{}")) for name in Columns._fields)
    kept = {name: (tuple(values), ordered) for name, (values, ordered) in orders.items()}
    return Columns(headings, kept, kinds)


def refused_back(text: str) -> list[tuple[str, KpuCorpusError]]:
    """Return the stored list of skipped items."""
    found = loads(text)
    _check([(path, error["label"]) for path, error in found], (str, str))
    return [(path, _error_back(error)) for path, error in found]
