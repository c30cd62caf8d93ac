"""Parquet files → Arrow tables, checked before their texts are unpacked."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kpu_corpus.corpus.sources import Order
from kpu_corpus.errors import UnreadableSource, needed
from kpu_corpus.ground.arrow import arrow_file
from kpu_corpus.reading.limits import Limits
from kpu_corpus.reading.rows.ids import ID_COLUMNS, id_column
from kpu_corpus.reading.rows.rows import tidy

INDEX = "__index_level_0__"  # as pandas calls an index without a name


def metadata_of(data: bytes) -> Mapping[bytes, bytes]:
    """Return what a Parquet file says of itself, none of its rows read."""
    return _opened(data).schema_arrow.metadata or {}


def about_file(path: Path) -> Any:
    """Return the footer of a Parquet file, nothing else of it read; raises whatever Arrow does."""
    import pyarrow.parquet as parquet

    if not path.is_file():  # a pipe would wait for who writes to it
        raise UnreadableSource("no_file")
    with arrow_file(path) as file:
        return parquet.read_metadata(file)


def read_parquet(data: bytes, limits: Limits) -> Any:
    """Return a Parquet file as an Arrow table, refusing one that unpacks past the limits.

    A text that comes again is kept once, in the file as in the table: that of a million rows may
    be a million times as large as either once it is in rows. Raises UnreadableSource, and
    MissingExtra without pyarrow.
    """
    about = _opened(data).metadata
    if about.num_rows > limits.rows:
        raise UnreadableSource("many_rows", limit=limits.rows)
    if about.num_columns > limits.columns:
        raise UnreadableSource("many_columns", limit=limits.columns)
    size = sum(about.row_group(number).total_byte_size for number in range(about.num_row_groups))
    if size <= 4 * limits.file_bytes:
        columns = map(about.schema.column, range(about.num_columns))
        texts = [column.path for column in columns if column.physical_type == "BYTE_ARRAY"]
        table = _rows(_opened(data, read_dictionary=texts))
        size = sum(_size(part) for column in table.columns for part in column.chunks)
    if size > 4 * limits.file_bytes:
        raise UnreadableSource("unpacked", limit=4 * limits.file_bytes)
    return table


def _rows(file: Any) -> Any:
    """Return all rows; Arrow cannot put nested texts of several row groups together by itself."""
    import pyarrow

    parts = [file.read_row_group(number) for number in range(file.num_row_groups)]
    return pyarrow.concat_tables(parts) if parts else file.read()


def unfolded(table: Any) -> Any:
    """Return an Arrow table whose structs are columns of their own, named as those of JSON.

    Periods and intervals of pandas, numbers and structs to Arrow, are the text that pandas shows;
    the labels of its rows, on one level and no whole numbers, are the ids, as in its own tables.

    >>> import pyarrow
    >>> people = [{"asal": {"kota": "Garut"}}, {"asal": None}]
    >>> unfolded(pyarrow.table({"peserta": people})).to_pylist()
    [{'peserta.asal.kota': 'Garut'}, {'peserta.asal.kota': None}]
    """
    from pyarrow import types

    for place, field in enumerate(table.schema):
        if _is_of_pandas(field):
            table = table.set_column(place, field.name, _shown(table.select([place])))
    while any(map(types.is_struct, table.schema.types)):
        table = table.flatten()
    names = table.column_names
    levels = [name for name in names if name.startswith("__index_level_")]
    if levels == [INDEX] and not types.is_integer(table.schema.field(INDEX).type):
        called = "index" if id_column(names) else ID_COLUMNS[0]
        table = table.rename_columns([called if name == INDEX else name for name in names])
    return table


def _is_of_pandas(field: Any) -> bool:
    """Tell whether a column has a type of pandas, which Arrow may know by now or not."""
    name = (field.metadata or {}).get(b"ARROW:extension:name", b"").decode("utf-8", "replace")
    return str(getattr(field.type, "extension_name", name)).startswith("pandas.")


def _shown(table: Any) -> Any:
    import pyarrow

    values = table.to_pandas().iloc[:, 0]
    texts = [None if missing else str(v) for v, missing in zip(values, values.isna(), strict=True)]
    return pyarrow.array(texts, pyarrow.string())


def orders_in(data: bytes, table: Any) -> dict[str, Order]:
    """Return column → its categories, of those that pandas or another wrote as categories."""
    from pyarrow import types

    found: dict[str, Order] = {}
    kinds = unfolded(_opened(data).schema_arrow.empty_table()).schema.types
    for name, column, kind in zip(table.column_names, table.columns, kinds, strict=True):
        if types.is_dictionary(kind) and types.is_dictionary(column.type):
            values = (tidy(v) for part in column.chunks for v in part.dictionary.to_pylist())
            found[name] = (tuple(dict.fromkeys(values)), bool(kind.ordered))
    return found


def _opened(data: bytes, **how: Any) -> Any:
    with needed(".parquet", "pyarrow"):
        import pyarrow
        import pyarrow.parquet as parquet
    return parquet.ParquetFile(pyarrow.BufferReader(data), pre_buffer=False, **how)


def _size(array: Any) -> int:
    """Return the bytes of an Arrow array in rows, each text as often as it comes."""
    from pyarrow import compute, types

    kind = array.type
    if types.is_dictionary(kind):
        lengths = compute.take(compute.binary_length(array.dictionary), array.indices)
        return int(compute.sum(lengths).as_py() or 0)
    if types.is_list(kind) or types.is_large_list(kind) or types.is_fixed_size_list(kind):
        return _size(array.flatten())
    if types.is_map(kind):
        return _size(array.keys) + _size(array.items)
    if types.is_struct(kind):
        return sum(map(_size, array.flatten()))
    return int(array.nbytes)
