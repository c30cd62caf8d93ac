"""Headings that are the names of people: each wrote what stands below, as in a file of a class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kpu_corpus.segment.covers import is_cover
from kpu_corpus.segment.front import name_line
from kpu_corpus.segment.lines import Line
from kpu_corpus.segment.names import is_person
from kpu_corpus.segment.numbering import is_text

LEAST = 3  # names without an office, which an essay on two people may have as headings


def headed(lines: Sequence[Line]) -> tuple[list[Line], set[int]]:
    """Return the lines, headings that name people as bylines, and which these are.

    They are all headings of the highest rank that has several, each names another person and has
    text below; a cover at most stands above the first, where an essay on people has its title.

    >>> heads = [Line(0, 9, f"{name} (KPU Bali)", 4, "heading", 1) for name in ("Rina M", "Asep S")]
    >>> lines = [line for head in heads for line in (head, Line(0, 9, "Kami " * 30, 30))]
    >>> sorted(headed(lines)[1])
    [0, 2]
    """
    levels = [line.level for line in lines if line.mark == "heading"]
    top = min((level for level in levels if levels.count(level) > 1), default=None)
    found = [at for at, x in enumerate(lines) if x.mark == "heading" and x.level == top]
    plain = [*lines]
    for at in found:
        plain[at] = replace(lines[at], mark="", level=0)
    offices = bool(found) and all(name_line(plain[at]) for at in found)
    people = offices or (len(found) >= LEAST and all(is_person(plain[at].text) for at in found))
    if not offices:
        plain = [replace(x, mark="author") if at in found else x for at, x in enumerate(plain)]
    if not people or not all(map(is_cover, lines[: found[0]])):
        return [*lines], set()
    parts = pairwise([*found, len(lines)])
    full = all(any(map(is_text, lines[at + 1 : end])) for at, end in parts)
    others = len({lines[at].text for at in found}) == len(found)
    return (plain, set(found)) if full and others else ([*lines], set())
