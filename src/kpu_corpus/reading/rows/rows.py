"""Table rows → sources: one row per essay; the other columns become metadata."""

from __future__ import annotations

import datetime
import html
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from types import MappingProxyType
from typing import Any, NamedTuple

from kpu_corpus.corpus.reasons import ROW
from kpu_corpus.corpus.sources import Order, Source
from kpu_corpus.corpus.values import PARTED, as_label
from kpu_corpus.errors import Hint, InvalidArgument, RenamedEssays, UnreadableSource
from kpu_corpus.ground.frames import is_missing
from kpu_corpus.ground.printable import cut, encodable
from kpu_corpus.reading.rows.fields import fields_of, headings_of, with_whole_names
from kpu_corpus.reading.rows.ids import id_column, id_of, ids_of, unnamed
from kpu_corpus.reading.rows.texts import LONG_CELL, Texts, text_columns
from kpu_corpus.reading.rows.titles import states

JOIN = "\n\n"  # between the answers that make a text together
UNNAMED = "row-"  # before the number of a row of a DataFrame without an id
SHOWN = 40  # characters of a cell that is no text
NAME = 160  # of a name, whole with its degrees: the same code stands for it everywhere
SIGNING = 8  # words of a line below a table: place and date, an office, a name
# An essay, why a row has none (with its id, if it has one), or what should be known of the table.
Row = Source | tuple[str, UnreadableSource] | RenamedEssays


class Table(NamedTuple):
    """What a table holds: its rows are plain values by column.

    ``encoding`` is that of its file, ``left`` are the sheets of a workbook that are not read,
    ``above`` is what merged cells above each row say of it, ``orders`` has the categories of
    columns. Of a DataFrame ``labels`` are the ids of rows that have no others, and ``in_index``
    says that the ids are the labels of its index. Below a ``sheet``, as people type it, somebody
    may have signed. ``broken`` are lines of JSON, or rows of CSV, that are none, by the place
    of their empty row.
    """

    columns: Sequence[str]
    rows: Sequence[Mapping[str, Any]]
    encoding: str = ""
    left: Sequence[str] = ()
    above: Sequence[Mapping[str, Any]] = ()
    orders: Mapping[str, Order] = MappingProxyType({})
    labels: Sequence[object] = ()
    in_index: bool = False
    sheet: bool = False
    broken: Mapping[int, UnreadableSource] = MappingProxyType({})


def sources_of(
    table: Table,
    *,
    text: Texts | None = None,
    prefix: str = UNNAMED,
    first: int = 1,
    shown: Callable[[str], str] = str,
) -> list[Row]:
    """Return one source a row, in order, or (id, reason) for a row that holds no text.

    A broken line has no id. A title that reads as an essay is named as one that is not read.

    At the end a warning may stand, for who reads the table to tell. ``shown`` makes of the cell of
    a text what is read of it, or raises UnreadableSource.

    ``text`` names the text columns, whose cells are the text together; otherwise one is found by
    its name, or is the one column of long cells. Ids come from a column ``essay`` or ``id``,
    without one from the labels of the rows; rows without any are counted after ``prefix``, from
    ``first`` on, with a RenamedEssays warning beside rows with ids: a number alone could be the
    label of another row. Raises InvalidArgument without a text column and for an id that comes
    twice.
    """
    columns, rows = with_whole_names(table.columns, table.rows)
    names = text_columns(columns, rows, text)
    key = id_column(columns, names)
    cells = [row.get(key) for row in rows] if key else [*table.labels] or [None] * len(rows)
    told = Hint("of_index") if table.in_index else repr(key)
    ids = ids_of(cells, column=told, prefix=prefix, first=first)
    given = [at in table.broken or id_of(cell) is not None for at, cell in enumerate(cells)]
    blank = [item for item, known in zip(ids, given, strict=True) if not known]
    fields = fields_of(columns, rows, without=(*names, key))
    headings = headings_of(fields)
    kept = {fields[column]: order for column, order in table.orders.items() if column in fields}
    made: list[Row] = []
    signed = len(rows) - (_signing(rows, names) if table.sheet else 0)
    above = table.above or [{}] * len(rows)
    for at, (item, row, more) in enumerate(zip(ids, rows, above, strict=True)):
        if at in table.broken:
            made.append(("", table.broken[at]))
            continue
        if at >= signed:
            made.append((item, UnreadableSource("below_table")))
            continue
        facts = known({**row, **more}, fields)
        try:
            whole = _text_of([plain(row.get(name)) for name in names], shown)
        except UnreadableSource as error:
            made.append((item, _by(facts.get("author"), error)))
            continue
        source = Source.plain_text(item, whole, facts)
        made.append(source._replace(headings=headings, orders=kept))
    if text is None and states(names[0]):  # an essay, where the table has no titles
        made.append((cut(repr(names[0]), SHOWN), UnreadableSource("title_text")))
    if key and blank:
        made.append(unnamed(told, len(blank), blank))
    return made


def place_of(item: str, origin: str) -> str:
    """Return where a row that is not read stands; one without an id is told by its reason.

    >>> place_of("1", "esai.csv"), place_of("", "esai.jsonl")
    ('esai.csv: 1', 'esai.jsonl')
    """
    return f"{origin}{ROW}{item}" if item else origin


def known(row: Mapping[str, Any], fields: Mapping[str, str]) -> dict[str, Any]:
    """Return what a row says under the names of ``fields``, each cell as :func:`tidy` has it.

    >>> known({"title.rendered": "Suara &#8220;Kita&#8221;"}, {"title.rendered": "title"})
    {'title': 'Suara “Kita”'}
    """
    return {
        fields[key]: tidy(html.unescape(value) if _is_markup(key, value) else value)
        for key, value in row.items()
        if key in fields
    }


def _is_markup(column: str, cell: Any) -> bool:
    """Tell whether a cell is a piece of a web page, as WordPress answers programs."""
    return isinstance(cell, str) and column.endswith(".rendered")


def has_texts(
    columns: Sequence[str], rows: Sequence[Mapping[str, Any]], text: Texts | None
) -> bool:
    """Tell whether a table has columns of texts, also where the user has to choose among them."""
    try:
        text_columns(*with_whole_names(columns, rows), text)
    except InvalidArgument as error:
        return error.message in ("text_columns", "text_unclear")
    return True


def plain(value: Any) -> Any:
    """Return a cell as a plain Python value, a missing one as None.

    >>> plain(b"Kami hadir."), plain(bytes([255]))  # text that a Parquet file does not call text
    ('Kami hadir.', b'\xff')
    """
    if is_missing(value):
        return None
    if isinstance(value, bytes):
        with suppress(UnicodeDecodeError):
            return value.decode()
    if isinstance(value, datetime.datetime):
        day = value.replace(tzinfo=None)
        return day.date().isoformat() if day.time() == datetime.time() else value.isoformat()
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    return value.item() if hasattr(value, "item") and not getattr(value, "ndim", 0) else value


def plain_row(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row with each cell as a plain Python value."""
    return {name: plain(value) for name, value in row.items()}


def tidy(cell: Any) -> Any:
    """Return a cell as a plain Python value.

    White space is single spaces, none at the ends: what looks the same is the same. A cell of
    nothing else is a missing value. A list of words or numbers is one value, a set in order.

    >>> tidy(["jujur", "adil "]), tidy([]), tidy([{"a": 1}])
    ('jujur; adil', None, [{'a': 1}])
    """
    value = plain(cell)
    value = value.tolist() if hasattr(value, "tolist") else value
    if isinstance(value, list | tuple | set | frozenset):
        parts = [part for part in map(tidy, value) if part is not None]
        if all(isinstance(part, str | int | float) for part in parts):
            told = [*map(as_label, parts)]
            return PARTED.join(told if isinstance(value, list | tuple) else sorted(told)) or None
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if isinstance(value, str):
        return encodable(" ".join(value.split())) or None
    # periods, intervals and their like would come back from a file as text
    kept = value is None or isinstance(value, int | float) or hasattr(value, "__len__")
    return value if kept else str(value)


def _signing(rows: Sequence[Mapping[str, Any]], names: Texts) -> int:
    """Return how many of the last rows hold a few words in one cell: who signs a table of essays.

    >>> rows = [{"nama": "Rina", "esai": "Kami hadir. " * 20}, {"esai": "Tegal, 1 Juli 2025"}]
    >>> _signing(rows, ("esai",)), _signing(rows[1:], ("esai",))
    (1, 0)
    """
    for count, row in enumerate(reversed(rows)):
        cells = [cell for cell in row.values() if not (is_missing(cell) or str(cell) == "")]
        text = " ".join(str(row[name]) for name in names if row.get(name))
        if len(cells) > 1:
            return count if len(text) >= LONG_CELL else 0
        if not (text and len(text.split()) <= SIGNING):
            return 0
    return 0


def _text_of(cells: Sequence[Any], shown: Callable[[str], str]) -> str:
    """Return the text of a row: what its cells say, without the empty ones.

    Raises UnreadableSource where all are empty, and for one that is no text.

    >>> _text_of(["Kami hadir.", "-", "Kami jujur."], str)
    'Kami hadir.\\n\\nKami jujur.'
    """
    read = [shown(cell) if isinstance(cell, str) else cell for cell in cells]
    said = [cell for cell in read if not _is_empty(cell)]
    for cell in said:
        if not isinstance(cell, str):
            told = {"got": cut(repr(cell), SHOWN), "kind": type(cell).__name__}
            raise UnreadableSource("cell_kind", **told)
    if not said:
        raise UnreadableSource("empty_cell")
    return JOIN.join(said)


def _by(author: object, reason: UnreadableSource) -> UnreadableSource:
    """Return why a row is not read, for an empty one with whose it is."""
    if reason.message != "empty_cell" or author is None:
        return reason
    return UnreadableSource("empty_answer", author=cut(as_label(author), NAME))


def _is_empty(cell: Any) -> bool:
    # "-": had to answer
    return cell is None or (isinstance(cell, str) and not any(map(str.isalnum, cell)))
