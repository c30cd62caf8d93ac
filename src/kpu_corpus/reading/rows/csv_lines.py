"""Text of a CSV file → the cells of its rows; a row that is broken is named by its line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any

from kpu_corpus.errors import UnreadableSource

Line = tuple[int, list[Any]]
QUOTE = '"'


def lines_of(
    content: str, mark: str, before: int, broken: dict[int, UnreadableSource]
) -> Iterator[Line]:
    """Yield the rows of a CSV file, each with the number of the line at which it begins.

    Strictly: what stands outside of quotation marks that go on would be lost otherwise. A row in
    which such a mark is not closed, or followed by text, joins ``broken`` with the reason. It ends
    with the line at which its marks are even. If they are not at the end of the file, texts and
    what is between them cannot be told apart: the row is one line if all others are rows by
    themselves; otherwise nothing below it is read. Raises UnreadableSource if that is most of the
    file, and for a broken first row.

    >>> rows = 'id,teks\\n1,"Kami "jujur" saja"\\n2,Kami hadir.'
    >>> broken = {}
    >>> list(lines_of(rows, ",", 0, broken)), list(broken)
    ([(1, ['id', 'teks']), (3, ['2', 'Kami hadir.'])], [2])
    """
    lines = io.StringIO(content, newline="").readlines()
    quotes = [*accumulate((line.count(QUOTE) for line in lines), initial=0)]  # above each line
    waiting = iter(lines)
    reader = csv.reader(waiting, delimiter=mark, strict=True)
    beside = 0  # lines that the reader was not given
    single, width = True, 0
    while True:
        at = beside + reader.line_num
        number = before + at + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if not width:
                raise UnreadableSource("csv_quotes", line=number) from error
            end = beside + reader.line_num
            if not _is_even(quotes, at, len(lines)):
                yield from _below(lines, at, mark, before, broken, width if single else 0)
                return
            while not _is_even(quotes, at, end):
                next(waiting)
                beside, end = beside + 1, end + 1
            told = number if end == at + 1 else f"{number}–{before + end}"
            broken[number] = UnreadableSource("csv_quotes", line=told)
            single = single and end == at + 1
        else:
            single = single and beside + reader.line_num == at + 1
            width = width or len(cells)
            yield number, cells


def _is_even(quotes: Sequence[int], start: int, end: int) -> bool:
    return (quotes[end] - quotes[start]) % 2 == 0


def _below(
    lines: Sequence[str],
    at: int,
    mark: str,
    before: int,
    broken: dict[int, UnreadableSource],
    width: int,
) -> Iterator[Line]:
    """Yield the rows below a line with a quotation mark that is never closed, if lines are rows.

    They are if each has ``width`` cells, of which none begins with a blank, as where a comma of a
    text parts it.
    """
    number = before + at + 1
    try:
        rows = [*csv.reader(lines[at + 1 :], delimiter=mark, strict=True)]
    except csv.Error:
        rows = []
    whole = all(len(row) == width and not any(c[:1].isspace() for c in row) for row in rows)
    if whole and len(rows) == len(lines) - at - 1:
        broken[number] = UnreadableSource("csv_quotes", line=number)
        yield from enumerate(rows, start=number + 1)
    elif 2 * at < len(lines):
        raise UnreadableSource("csv_quotes", line=number)
    else:
        broken[number] = UnreadableSource("csv_rest", line=number)
