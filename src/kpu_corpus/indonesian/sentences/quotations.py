"""Stretches of a line that are kept whole: quotations and parentheses of moderate length."""

from __future__ import annotations

import re
from collections.abc import Iterator

QUOTATION = 500
"""Longest quotation, in characters, that is kept whole."""
PARENTHESIS = 200
"""Longest parenthesis, in characters, that is kept whole."""

CLOSING = "\"'”’»)]}"
_MARKS = re.compile(r'["“”„]')
_BRACKETS = re.compile(r"[()]")


class Enclosures:
    """Quotations and parentheses of ``text[start:end]``; to be asked for rising places only."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.end = text, end
        pairs = list(quotations(text, start, end))
        self.opens = {opening for opening, _ in pairs}
        self.closes = {closing for _, closing in pairs}
        self.pending = sorted([*pairs, *_parentheses(text, start, end)], reverse=True)
        self.reach = -1

    def closers(self, position: int) -> int:
        """The end of the closing marks that follow a stop ending at ``position``."""
        text, end = self.text, self.end
        while position < end and text[position] in CLOSING and position not in self.opens:
            position += 1
        if position + 1 < end and text[position] == " " and position + 1 in self.closes:
            return position + 2
        return position

    def hold(self, stop: int, close: int) -> bool:
        """Whether a stop lies inside an enclosure that goes on after its closing marks."""
        while self.pending and self.pending[-1][0] < stop:
            self.reach = max(self.reach, self.pending.pop()[1])
        return self.reach >= close


def quotations(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Pairs of marks; straight marks open after a blank and close elsewhere."""
    opened: int | None = None
    for match in _MARKS.finditer(text, start, end):
        i, mark = match.start(), match.group()
        before_text = i + 1 < end and not (text[i + 1].isspace() or text[i + 1] == ",")
        after_blank = i == start or text[i - 1] in " \t\xa0([-–—"
        opener = mark in "“„" or (mark == '"' and after_blank and before_text)
        # `… pasir, "katanya`: a closing mark on the wrong side of its blank.
        misplaced = i > start + 1 and text[i - 2] in ".,!?" and text[i + 1 : i + 2].islower()
        if opened is not None and mark == '"' and opener and misplaced:
            opener = False
        if opened is None or i - opened > QUOTATION or opener:
            opened = i if opener or (mark == '"' and before_text) else None
        else:
            yield opened, i
            opened = None


def _parentheses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    opened: int | None = None
    for match in _BRACKETS.finditer(text, start, end):
        if match.group() == "(":
            opened = match.start()
        elif opened is not None:
            if match.start() - opened <= PARENTHESIS:
                yield opened, match.start()
            opened = None
