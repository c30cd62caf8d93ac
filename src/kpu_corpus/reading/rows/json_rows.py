"""JSON → table rows: nested objects become columns, wrapping objects are removed."""

from __future__ import annotations

import json
import re
import string
from collections.abc import Iterable, Sequence
from itertools import chain, islice
from typing import Any

from kpu_corpus.errors import InvalidArgument, UnreadableSource, among
from kpu_corpus.ground.printable import is_blank
from kpu_corpus.reading.limits import Limits
from kpu_corpus.reading.rows.ids import ID_COLUMNS, NUMBERING
from kpu_corpus.reading.rows.numbers import with_typed_numbers
from kpu_corpus.reading.rows.texts import LONG_CELL, TEXT_COLUMNS, Texts, text_columns
from kpu_corpus.reading.rows.titles import FIELD_NAMES, bare

Rows = list[dict[str, Any]]
Line = dict[str, Any] | UnreadableSource  # its object, or why it has none
# Lines that tell JSON lines from other texts; rows read at a time, and for the column of the texts.
SAMPLE = 1_000
_SAID = ("error", "message", "detail")  # by a server that has no texts
# Columns beside that of the texts.
_ABOUT = frozenset((*FIELD_NAMES, *ID_COLUMNS, *NUMBERING, *_SAID))
# Objects and lists that the rows may hold beside themselves: an empty one of two characters takes
# 64 bytes.
INSIDE = 1_000_000
TELEGRAM = frozenset({"from", "from_id", "text"})
LONGEST = 2_000  # characters of the name of an inner column: each object repeats those around it
# A text, or what opens an object or a list.
_PART = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[{]', re.DOTALL)


def flat(row: dict[str, Any]) -> dict[str, Any]:
    """Return an object whose inner objects are columns of their own, as pandas names them.

    Raises UnreadableSource where such a name grows past the limit.

    >>> flat({"id": 1, "peserta": {"kota": "Garut", "asal": {"satker": "KPU"}}})
    {'id': 1, 'peserta.kota': 'Garut', 'peserta.asal.satker': 'KPU'}
    """
    found: dict[str, Any] = {}
    waiting = [("", iter(_message(row).items()))]
    while waiting:
        above, cells = waiting[-1]
        key, cell = next(cells, (None, None))
        if key is None:
            waiting.pop()
            continue
        name = f"{above}{key}" if above else key  # not made anew for each row
        if above and len(name) > LONGEST:
            raise UnreadableSource("json_names", limit=LONGEST)
        if isinstance(cell, dict) and cell:
            waiting.append((f"{name}.", iter(cell.items())))
        else:
            found[name] = cell
    return found


def _message(row: dict[str, Any]) -> dict[str, Any]:
    """Return a message of an export of Telegram with its author, and its text in one piece.

    The author is who signed it, else who sent it: a post of a channel is sent by the channel.

    >>> _message({"from": "Rina", "from_id": "user1", "text": ["Kami ", {"text": "jujur"}, "."]})
    {'from_id': 'user1', 'text': 'Kami jujur.', 'author': 'Rina'}
    """
    if not row.keys() >= TELEGRAM:
        return row
    said = row["text"]
    if isinstance(said, list):
        parts = (one.get("text") if isinstance(one, dict) else one for one in said)
        said = "".join(part for part in parts if isinstance(part, str))
    rest = {name: value for name, value in row.items() if name not in ("from", "text_entities")}
    return {**rest, "text": said, "author": row.get("author") or row["from"]}


def rows_inside(objects: Rows, text: Texts | None = None) -> Rows:
    """Return the rows of a table: the objects, or those of the one list inside them with texts.

    Of several objects, each row has what its own says beside the list. ``text`` names the columns
    of the texts. One object alone, most of whose values are texts and none called as a column is,
    has an essay under each of its names, and a list of texts in it has an essay each. Where nothing
    has texts, as in a table about essays, the one list in a single object is meant. Raises
    UnreadableSource where several lists have texts, for one object of objects, and for one whose
    values may be essays or what a row says.

    >>> rows_inside([{"status": "ok", "data": {"rows": [{"teks": "Kami hadir."}]}}])
    [{'teks': 'Kami hadir.'}]
    >>> rows_inside([{"esai-1": "Kami hadir.", "esai-2": "Kami jujur."}])
    [{'id': 'esai-1', 'text': 'Kami hadir.'}, {'id': 'esai-2', 'text': 'Kami jujur.'}]
    """
    if text is None and len(objects) == 1 and _is_mapping(objects[0]):
        return [{ID_COLUMNS[1]: name, TEXT_COLUMNS[0]: value} for name, value in objects[0].items()]
    rows = [*map(flat, objects)]
    if _has_texts(rows, text):
        return rows
    alone = len(objects) == 1
    lists: dict[str, Rows] = {}
    for row in rows:
        about = {} if alone else _said_of_all(row)
        for name, value in row.items():
            if isinstance(value, list) and all(isinstance(item, dict) for item in value):
                cells = map(flat, value)  # first and last: what a row says itself goes before
                lists.setdefault(name, []).extend({**own, **about, **own} for own in cells)
            elif alone and isinstance(value, list) and value and all(map(_is_text, value)):
                lists[name] = [{TEXT_COLUMNS[0]: item} for item in value]
    found = [name for name in lists if _has_texts(lists[name], text)]
    if not found and alone:
        found = list(lists)
    if len(found) > 1:
        raise UnreadableSource("json_lists", names=among([*map(repr, found)]))
    if found:
        return lists[found[0]]
    if alone and len(objects[0]) > 1 and all(isinstance(x, dict) for x in objects[0].values()):
        raise UnreadableSource("json_objects")
    if alone and text is None and _may_be_mapping(objects[0]):
        raise UnreadableSource("json_texts", long=LONG_CELL)
    return rows


def _said_of_all(row: dict[str, Any]) -> dict[str, Any]:
    """Return what an object says of each row in its list, as who answered; its id is none's."""
    return {
        name: value
        for name, value in row.items()
        if not isinstance(value, list) and bare(name) not in ID_COLUMNS
    }


def _is_mapping(row: dict[str, Any]) -> bool:
    """Tell whether an object is ``{id: text}``: three of four values are texts.

    Blank ones do not count; what has the name of a column is one only if it is longer than what
    stands in such a column.
    """
    if not _may_be_mapping(row) or any(len(value) < LONG_CELL for value in _about(row)):
        return False
    full = [value for value in row.values() if value is not None and not is_blank(value)]
    return 4 * sum(map(_is_text, full)) >= 3 * len(full)


def _may_be_mapping(row: dict[str, Any]) -> bool:
    """Tell whether an object may be ``{id: text}``: strings, some a text, none as a row has it."""
    return (
        all(value is None or isinstance(value, str) for value in row.values())
        and any(map(_is_text, row.values()))
        and all(map(_is_text, _about(row)))
        and not any(bare(name) in TEXT_COLUMNS for name in row)
    )


def _about(row: dict[str, Any]) -> list[Any]:
    return [value for name, value in row.items() if bare(name) in _ABOUT]


def _is_text(value: object) -> bool:
    """Tell a text from a word or a question: as long as an essay, or a statement at its end."""
    return isinstance(value, str) and (
        len(value) >= LONG_CELL or value.rstrip(' \t\n\r"”’»)').endswith((".", "!", "…"))
    )


def _has_texts(rows: Sequence[dict[str, Any]], text: Texts | None) -> bool:
    try:
        names = text_columns([*dict.fromkeys(key for row in rows for key in row)], rows, text)
    except InvalidArgument:
        return False
    # the list may be called "content"
    return any(isinstance(row.get(name), str) for row in rows for name in names)


def json_rows(
    content: str, limits: Limits, text: Texts | None = None
) -> tuple[list[str], list[Line]]:
    """Return (columns, rows) of JSON lines, an array, or the list of rows inside an object.

    A broken line is among the rows, as the reason why it is none. ``text`` names the columns of
    the texts. Raises UnreadableSource for others.

    >>> json_rows('[{"teks": "Kami hadir."}, {"tahun": 2025}]', Limits())
    (['teks', 'tahun'], [{'teks': 'Kami hadir.'}, {'tahun': 2025}])
    """
    _check_size(content, limits)
    lines = _objects(content, limits)
    whole = [line for line in lines if isinstance(line, dict)]
    rows = rows_inside(whole, text)
    if len(rows) + len(lines) - len(whole) > limits.rows:
        raise UnreadableSource("many_rows", limit=limits.rows)
    columns = list(dict.fromkeys(key for row in rows for key in row))
    if len(columns) > limits.columns:
        raise UnreadableSource("many_columns", limit=limits.columns)
    return columns, _beside(lines, whole, with_typed_numbers(columns, rows))


def apart(lines: Iterable[Line]) -> tuple[Rows, dict[int, UnreadableSource]]:
    """Return the rows, an empty one for each broken line, and the reasons by their places."""
    rows: Rows = []
    broken: dict[int, UnreadableSource] = {}
    for at, line in enumerate(lines):
        if isinstance(line, UnreadableSource):
            broken[at] = line
        rows.append(line if isinstance(line, dict) else {})
    return rows, broken


def line_of(content: str, number: int) -> Line:
    """Return the object of a line, or why it has none: it was cut off or damaged.

    >>> line_of('{"teks": "Kami hadir."}', 1)
    {'teks': 'Kami hadir.'}
    """
    try:
        row = json.loads(content.lstrip("\ufeff").strip())  # of files joined to one
    except (ValueError, RecursionError):
        row = None
    return row if isinstance(row, dict) else UnreadableSource("broken_line", line=number)


def are_lines(lines: Iterable[Line]) -> bool:
    """Tell whether a text is JSON lines: of the first ones no more than half are broken."""
    first = list(islice(lines, SAMPLE))
    return 2 * sum(isinstance(line, UnreadableSource) for line in first) <= len(first)


def _beside(lines: Sequence[Line], whole: Rows, rows: Rows) -> list[Line]:
    """Return the rows with the broken lines: between them if a line is a row, else behind them."""
    if len(whole) != len(rows):
        return [*rows, *(line for line in lines if isinstance(line, UnreadableSource))]
    each = iter(rows)
    return [line if isinstance(line, UnreadableSource) else next(each) for line in lines]


def _check_size(text: str, limits: Limits) -> None:
    """Refuse more objects and lists than rows may hold, before any of them is built."""
    most = limits.rows + INSIDE
    if text.count("{") + text.count("[") <= most:  # as it is, also with those inside texts
        return
    opened = (part for part in _PART.finditer(text) if part[0] in "[{")
    if next(islice(opened, most, None), None):
        raise UnreadableSource("many_objects", limit=most)


def _objects(content: str, limits: Limits) -> list[Line]:
    """Return the objects of a text that is one value, or else of JSON lines.

    Of these there is one more than the limit at most. Raises UnreadableSource for other texts.
    """
    text = content.lstrip("\ufeff").strip()
    try:
        value, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError) as error:
        number = getattr(error, "lineno", 1)
    else:
        if end == len(text):
            return [*_items(value)]
        number = 0 if isinstance(value, dict) else text.count("\n", 0, end) + 1
    full = (
        (number, line)
        for number, line in enumerate(content.split("\n"), 1)
        if line.removeprefix("\ufeff").strip(string.whitespace)
    )
    lines = [line_of(line, number) for number, line in islice(full, limits.rows + 1)]
    if not are_lines(lines):
        first = next(line for line in lines if isinstance(line, UnreadableSource))
        raise UnreadableSource("json_line", line=max(number, first.fields["line"]))
    return lines


def _items(value: Any) -> Rows:
    """Return the objects of an array, one of texts as a column, or the one object there is."""
    if isinstance(value, dict):
        return [value]
    if not isinstance(value, list):
        raise UnreadableSource("json_line", line=1)
    if all(isinstance(item, list) and all(map(_is_row, item)) for item in value):
        value = [*chain.from_iterable(value)]  # an array a table, as Moodle exports
    if value and all(isinstance(item, str) for item in value):
        return [{TEXT_COLUMNS[0]: item} for item in value]
    other = next((at for at, item in enumerate(value, 1) if not _is_row(item)), None)
    if other is not None:
        raise UnreadableSource("json_item", number=other)
    return [*value]


def _is_row(item: Any) -> bool:
    return isinstance(item, dict)
