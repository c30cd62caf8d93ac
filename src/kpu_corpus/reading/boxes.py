"""Paragraphs of an office document, those of rows and text boxes apart → the document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from kpu_corpus.errors import UnreadableSource
from kpu_corpus.ground.printable import is_blank
from kpu_corpus.reading.blocks import Blocks, Document, as_row
from kpu_corpus.reading.broken_lines import Part, together
from kpu_corpus.reading.rows.texts import LONG_CELL

Boxed = tuple[bool, Part]  # whether a paragraph stands in a box, and the paragraph


def document_of(
    found: Sequence[Boxed], beside: Iterable[Part], encoding: str, *, pictures: bool
) -> Document:
    """Return the paragraphs as a document, below its text what stands ``beside`` it.

    Raises UnreadableSource where there are ``pictures`` and no text.
    """
    blocks = Blocks()
    for block in together([*placed(found), *beside]):
        blocks.add(*block)
    whole = blocks.document(encoding)
    if pictures and is_blank(whole.text):
        raise UnreadableSource("only_pictures")
    return whole


def row_of(cells: Iterable[Iterable[Part]], *, below: bool) -> str:
    """Return a row of a table as one line; "" where it is none, or a cell has a heading.

    >>> cells = ([Part("Rina", "paragraph", 0)], [Part(" ", "heading", 1), Part("KPU", "item", 0)])
    >>> row_of(cells, below=False)
    'Rina\\tKPU'
    """
    filled = [[part for part in cell if part.text.strip()] for cell in cells]
    if any(part.kind == "heading" for cell in filled for part in cell):
        return ""
    return as_row(["\n".join(part.text for part in cell) for cell in filled], below=below)


def placed(found: Sequence[Boxed]) -> list[Part]:
    """Return the paragraphs of a file; those of boxes that are no part of its text as a margin.

    Boxes with more text than there is outside of them hold the essay. Where nothing but boxes
    stands above the first long paragraph, they are the cover: title, author and office.

    >>> box, text = (Part(said, "paragraph", 0) for said in ("Pelayan Rakyat", "Kami jujur. " * 20))
    >>> [part.kind for part in placed([(True, box), (False, text), (True, box)])]
    ['paragraph', 'paragraph', 'margin']
    """
    inside = sum(len(part.text) for boxed, part in found if boxed)
    if inside > sum(len(part.text) for boxed, part in found if not boxed):
        return [part for _, part in found]
    above = [*takewhile(lambda item: item[0] or len(item[1].text) < LONG_CELL, found)]
    other = any(part.text.strip() for boxed, part in above if not boxed)
    cover = 0 if other else len(above)
    return [
        part._replace(kind="margin", level=0) if boxed and place >= cover else part
        for place, (boxed, part) in enumerate(found)
    ]
