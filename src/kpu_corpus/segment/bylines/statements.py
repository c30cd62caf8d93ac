"""Pages below a text on which its author, or others, sign for it: "Surat Pernyataan Keaslian"."""

from __future__ import annotations

from collections.abc import Sequence

from kpu_corpus.segment.bylines.covers import approved_by_others, approves, says_approved
from kpu_corpus.segment.bylines.identity import labelled
from kpu_corpus.segment.bylines.signature import signature
from kpu_corpus.segment.lines import Line, Piece, is_text


def statement_below(lines: Sequence[Line]) -> list[list[Piece]]:
    """Return the pieces of such a page at the end of an essay, or nothing.

    It has its heading, says so, is signed and is shorter than the text above it. Those who approve
    a text did not write it.

    >>> texts = ("Kami hadir di kantor setiap pagi, lalu membuka pintu dan menata berkas warga.",
    ...     "PERNYATAAN KEASLIAN", "Saya menyatakan ini karya saya.", "5 Juni 2025",
    ...     "Rina Marlina")
    >>> pages = statement_below([Line(0, len(text), text, len(text.split())) for text in texts])
    >>> [piece.kind for row in pages for piece in row]
    ['byline', 'byline', 'date', 'author']
    """
    head = next((at for at, line in enumerate(lines) if at and approves(line)), 0)
    above, page = lines[:head], lines[head:]
    if not any(map(is_text, above)) or _words(page) >= _words(above):
        return []
    signed = signature(page, author=False)
    said = page[1 : len(page) - len(signed)]
    if not signed or not any(map(says_approved, said)) or any(line.headed for line in said):
        return []
    rows = [labelled(line) or [line.piece("byline", "cover", 0.7)] for line in said]
    if approved_by_others(page[0]):
        signed = [[line.piece("byline", "cover", 0.7)] for line in page[len(said) + 1 :]]
    return [[page[0].piece("byline", "cover", 0.9)], *rows, *signed]


def _words(lines: Sequence[Line]) -> int:
    return sum(line.words for line in lines)
