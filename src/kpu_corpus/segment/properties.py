"""The head of a page in Markdown: what its site knows of it, between two lines "---"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kpu_corpus.segment.identity import label_of
from kpu_corpus.segment.lines import Line

MOST = 40  # lines of such a head
_RULE = "---"
_PROPERTY = re.compile(r"[A-Za-z][\w-]*:(?:\s.*)?|-\s.*")


def properties(lines: Sequence[Line]) -> set[int]:
    """Return the lines of the head that tell neither title nor author, date or office.

    >>> texts = ("---", "layout: post", "title: Netral", "tags:", "- opini", "---", "Kami ada.")
    >>> sorted(properties([Line(0, 9, text, len(text.split())) for text in texts]))
    [1, 3, 4]
    """
    if not lines or lines[0].text != _RULE:
        return set()
    rules = (at for at, line in enumerate(lines[1 : MOST + 2], 1) if line.text == _RULE)
    inner = range(1, next(rules, 1))
    if not all(_PROPERTY.fullmatch(lines[at].text) for at in inner):
        return set()
    others = {at for at in inner if label_of(lines[at]) is None}
    return others if len(others) < len(inner) else set()
