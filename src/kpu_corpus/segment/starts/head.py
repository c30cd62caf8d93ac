"""Lines above the first title: author, office and date, a greeting, a cover, the task."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kpu_corpus.segment.bylines.closing import is_remark
from kpu_corpus.segment.bylines.covers import cover_pieces, is_cover
from kpu_corpus.segment.bylines.front import FRONT_LINES, front_matter
from kpu_corpus.segment.bylines.identity import bare_label
from kpu_corpus.segment.bylines.letters import is_greeting, office_head
from kpu_corpus.segment.captions import asked
from kpu_corpus.segment.lines import Line, Piece
from kpu_corpus.segment.names import is_person


def head_pieces(lines: Sequence[Line]) -> list[Piece] | None:
    """Return the pieces of the lines above a title; None where one of them is something else.

    A name alone right above the title is the author's.
    """
    parts = [*head_parts(lines)]
    rest = lines[sum(size for size, _ in parts) :]
    if len(rest) == 1 and is_person(rest[0].text) and not rest[0].headed:
        parts.append((1, [rest[0].piece("author", "byline_block", 0.7)]))
    elif rest:
        return None
    return [piece for _, pieces in parts for piece in pieces]


def head_parts(lines: Sequence[Line], *, covers: bool = True) -> Iterator[tuple[int, list[Piece]]]:
    """Yield the parts of what stands above a title, how many lines each has, until text begins.

    Lines of a cover are parts where it ``covers``, and so are greetings and the question of the
    task, whose answer has the title.
    """
    at = office_head(lines) if covers else 0
    if at:
        yield at, [x.piece("chrome", "office_head", 0.9) for x in lines[:at]]
    while at < len(lines):
        front = front_matter(lines[at : at + FRONT_LINES])
        if front:
            yield len(front), [piece for pieces in front for piece in pieces]
        elif bare_label(lines[at]) == "title":  # "Judul:" above the title
            yield 1, [lines[at].piece("byline", "identity", 1.0)]
        elif covers and is_greeting(lines[at]):
            yield 1, [lines[at].piece("byline", "letterhead", 0.9)]
        elif covers and is_remark(lines[at].text):
            yield 1, [lines[at].piece("chrome", "notice", 0.8)]
        elif covers and is_cover(lines[at]):
            yield 1, cover_pieces(lines[at], "chrome")
        elif covers and (question := asked(lines, at)):
            yield 1, question
        else:
            return
        at += len(front) or 1
