"""What stands beside or above the only essay of a file and tells of it: margins, a letterhead."""

from __future__ import annotations

from kpu_corpus.segment.bylines import Piece
from kpu_corpus.segment.identity import labelled
from kpu_corpus.segment.letterheads import office_told
from kpu_corpus.segment.page import Page

_HEAD = ("office_head", "cover")  # what stands above a title on a letterhead or a cover


def told_beside(page: Page) -> dict[int, list[Piece]]:
    """Return the pieces of lines in text boxes and at the margin that say who wrote the essay."""
    lines = {index: page.lines[index] for index in page.labels}
    told = {i: labelled(line) for i, line in lines.items() if line.mark == "margin"}
    return {index: pieces for index, pieces in told.items() if pieces}


def office_beside(page: Page, pieces: list[Piece]) -> Piece | None:
    """Return the office of the letterhead above an essay that names none."""
    if any(piece.kind == "unit" for piece in pieces):
        return None
    first = min(piece.start for piece in pieces if piece.kind in ("title", "body", "heading"))
    above = {piece.start for piece in pieces if piece.rule in _HEAD and piece.start < first}
    return office_told([line for line in page.text if line.start in above])
