"""Lines around an essay's text that are not part of it: who wrote it, for which office, when."""

from __future__ import annotations

from collections.abc import Sequence

from kpu_corpus.segment.bylines.byline import tells
from kpu_corpus.segment.bylines.forms import awaits, is_unfilled, opens_table
from kpu_corpus.segment.bylines.front_lines import Place, line_pieces
from kpu_corpus.segment.bylines.identity import IDENTITY, bare_label, label_of, value_pieces
from kpu_corpus.segment.bylines.letters import with_areas
from kpu_corpus.segment.lines import Line, Piece, is_running

FRONT_LINES = 16  # a table of identity has one line a cell
LEAD_LINES = 3  # a greeting, a heading, "saya yang bertanda tangan di bawah ini:"


def front_matter(lines: Sequence[Line], *, titled: bool = False) -> list[list[Piece]]:
    """Return the pieces of the leading lines that name author, office and date; then it stops.

    Below a title (``titled``) a name may stand alone, and what else a cover says below it.
    """
    if titled:  # what pages give as points of a list, one for each fact
        lines = [x.part(1) if x.text.startswith("• ") else x for x in lines[: FRONT_LINES + 1]]
    found: list[list[Piece]] = []
    label = ""
    blank = False  # a label above was not filled in: a title, not a value, stands apart below
    for index, line in enumerate(lines[:FRONT_LINES]):
        if index and line.mark == "title":  # it opens an entry of its own
            break
        if label:
            pieces = [] if label == "title" else value_pieces(label, line)
            label = ""
        else:
            known = bare_label(line) == "author" and tells(found, "author")
            empty = is_unfilled(lines, index)
            empty = empty or (blank and awaits(line) and lines[index + 1].apart)
            blank = blank or empty
            label = "" if empty or known else opens_table(lines, index, bool(found))
            whole = line.piece("byline", "identity", 1.0)
            pieces = [whole] if label else line_pieces(Place(lines, index, found, titled))
            pieces = pieces or ([whole] if empty else [])
        if not pieces:
            break
        found.append(pieces)
    return with_areas(found, lines)


def identity_block(lines: Sequence[Line]) -> list[list[Piece]]:
    """Return the pieces of a block of identity and of the short lines that lead to it, or nothing.

    >>> texts = ("Perkenalkan:", "Nama : Rina", "NIP : 1999", "Kami hadir.")
    >>> len(identity_block([Line(0, 9, text, len(text.split())) for text in texts]))
    3
    """
    lead: list[list[Piece]] = []
    for place, line in enumerate(lines[: LEAD_LINES + 1]):
        label = label_of(line)
        told = bare_label(line) == "author" or (label is not None and label[0] in IDENTITY)
        block = front_matter(lines[place:]) if told else []
        if len(block) > 1:
            return [*lead, *block]
        if is_running(line):
            break
        lead.append([line.piece("byline", "identity", 0.7)])
    return []
