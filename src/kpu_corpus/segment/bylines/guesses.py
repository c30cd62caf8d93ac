"""Names above a text that nothing but their looks and their places tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile

from kpu_corpus.segment.bylines.byline import is_date, role_pieces
from kpu_corpus.segment.bylines.covers import is_cover
from kpu_corpus.segment.bylines.facts import facts_of, is_time
from kpu_corpus.segment.bylines.identity import label_of, labelled
from kpu_corpus.segment.bylines.name_lines import named_pieces
from kpu_corpus.segment.bylines.work import is_role
from kpu_corpus.segment.lines import Line, Piece, ends_sentence, is_running, is_text
from kpu_corpus.segment.names import are_people, is_lone_name, is_name, is_person, without_degrees
from kpu_corpus.segment.sections import is_section

GUESSED = 0.7  # how sure a name is that nothing tells but its looks
TWICE = re.compile(r"(\w+) \1\b", re.IGNORECASE)  # a place: "Toli Toli"


def told_below(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line below, above the text, says who the author is: then this one does not."""
    below = lines[index + 1 :]
    if below and is_person(below[0].text) and above_role(below, 0):
        return True
    for line in below:
        ends = ends_sentence(without_degrees(line.text)) and not labelled(line)
        if ends or is_running(line) or line.headed:
            return False
        found = label_of(line)
        if found and found[0] == "author":
            return True
    return False


def above_role(lines: Sequence[Line], index: int) -> list[Piece]:
    """Return the pieces of a name above an office or a number, of a plain one above a date.

    A post has the time below, and may be that of an office.
    """
    line, after = lines[index], lines[index + 1] if index + 1 < len(lines) else None
    if after is None:
        return []
    posted = is_time(after) and not line.headed
    if posted and is_role(line):
        return role_pieces(line.text, line.start, line.end, 0.8)
    if not is_name(line.text) or is_cover(line):
        return []
    dated = is_person(line.text) and not line.headed and (posted or bool(facts_of(after)))
    return named_pieces(line, 0.8) if is_role(after) or dated else []


def alone(lines: Sequence[Line], index: int, titled: bool) -> list[Piece]:
    """Return the pieces of a name that stands alone between title or cover and the text."""
    line = lines[index]
    above = (is_cover(x) or is_date(x.text) or facts_of(x) for x in lines[:index])
    first = titled and all(above) and len(lines) > 1
    point = line.mark == "item" and all(x.mark != "item" for x in lines[:index])
    plain = not (line.headed or point or TWICE.fullmatch(line.text))
    named = are_people(line.text.strip("()")) or is_lone_name(line.text)
    told = first and plain and named and not is_cover(line)  # "BUNGA RAMPAI ESAI"
    told = told and not _speaks(lines[index:])
    return named_pieces(line, GUESSED) if told else []


def _speaks(lines: Sequence[Line]) -> bool:
    """Tell whether the first line stands again between two texts, as who speaks in an interview."""
    rows = zip(lines[1:], lines[2:], lines[3:], strict=False)
    again = (x for x in rows if x[1].text == lines[0].text)
    return any(is_text(above) and is_text(below) for above, _, below in again)


def are_names(lines: Sequence[Line]) -> bool:
    """Tell whether lines are names down to the text below: one that names somebody heads none.

    The text may open with a short sentence.
    """
    rest = [*dropwhile(lambda line: is_person(line.text) and not line.headed, lines)]
    opening = rest[:1]
    if rest and ends_sentence(rest[0].text) and not (rest[0].headed or is_running(rest[0])):
        opening = rest[1:2]
    return len(rest) < len(lines) and any(is_running(x) or is_section(x) for x in opening)
