"""Labels in one column and their values in the next, as a form comes out of a PDF."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from kpu_corpus.segment.bylines.identity import bare_label
from kpu_corpus.segment.lines import Line, is_running

LEAST = 2  # labels above as many values
_VALUE = re.compile(r":\s{0,3}(?=[^\W_])")


def columned(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, values below as many known labels as what these say: author, title, date.

    >>> texts = ("Nama", "Unit Kerja", ": Rina Marlina", ": KPU Kota Tegal")
    >>> [(x.text, x.mark) for x in columned([Line(0, 9, text, 2) for text in texts])][2:]
    [('Rina Marlina', 'author'), ('KPU Kota Tegal', '')]
    """
    whole: list[Line] = []
    for told, run in groupby(lines, lambda line: _VALUE.match(line.text) is not None):
        rows = [*run]
        size = len(rows)
        kinds = [bare_label(line) for line in whole[-size:]]
        if told and size >= LEAST and len(kinds) == size and all(kinds) and "author" in kinds:
            whole[-size:] = [line._replace(mark="chrome") for line in whole[-size:]]
            rows = [_value(kind, line) for kind, line in zip(kinds, rows, strict=True)]
        whole += rows
    return whole


def _value(kind: str, line: Line) -> Line:
    match = _VALUE.match(line.text)
    value = line.part(match.end() if match else 0)
    if is_running(value):  # what a task asks for
        return value
    mark = {"author": "author", "unit": value.mark, "title": "heading", "date": "date"}
    return value._replace(mark=mark.get(kind, "chrome"), level=int(kind == "title"))
