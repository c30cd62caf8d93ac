"""PowerPoint files → the texts of their slides, in order."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

from kpu_corpus.errors import UnreadableSource
from kpu_corpus.ground.printable import is_blank
from kpu_corpus.reading.archive import check_package, unpack
from kpu_corpus.reading.blocks import Blocks, Document, as_row
from kpu_corpus.reading.limits import Limits

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MAIN = "ppt/presentation.xml"
_SLIDE = re.compile(r"ppt/slides/slide(\d{1,9})\.xml")
# What the place on a slide tells of its text; a deck has one title, its slides have headings.
_PLACES = {"ctrTitle": ("heading", 1), "title": ("heading", 2)} | dict.fromkeys(
    ("dt", "ftr", "sldNum"), ("margin", 0)
)
_THANKS = re.compile(r"terima ?kasih|thank you", re.IGNORECASE)
CLOSING = 15  # words of a last slide that thanks
_OLDER = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SHAPES = (f"{_P}sp", f"{_P}graphicFrame")
_Told = tuple[str, str, int]


def read_pptx(data: bytes, limits: Limits) -> Document:
    """Return the text of a PowerPoint file: titles of slides are headings, a table row is a line.

    Notes for the speaker, comments, hidden slides and a last slide that thanks are left out; dates,
    footers and numbers of slides are marked. Raises UnreadableSource for a package past the limits
    and for pictures without any text.
    """
    check_package(data, limits)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {member.filename: member for member in archive.infolist()}

        def part(name: str) -> Any:
            return ElementTree.fromstring(unpack(archive, members[name], limits))

        slides = [part(name) for name in _order(part, members) if name in members]
    shown = [[*_texts(slide)] for slide in slides if slide.get("show") not in ("0", "false")]
    while len(shown) > 1 and _thanks(shown[-1]):
        shown.pop()
    blocks = Blocks()
    for text, kind, level in (told for slide in shown for told in slide):
        blocks.add(text, kind, level)
    document = blocks.document("pptx")
    if is_blank(document.text):
        raise UnreadableSource("only_pictures")
    return document


def _order(part: Any, members: dict[str, zipfile.ZipInfo]) -> list[str]:
    """Return the names of the slides in the order of the deck, or of their numbers."""
    related = "ppt/_rels/presentation.xml.rels"
    if related in members:
        targets = {
            one.get("Id"): posixpath.normpath(posixpath.join("ppt", one.get("Target", "")))
            for one in part(related)
        }
        ids = (one.get(f"{_R}id") for one in part(_MAIN).iter(f"{_P}sldId"))
        if found := [targets[name].lstrip("/") for name in ids if name in targets]:
            return found
    numbers = {name: int(match[1]) for name in members if (match := _SLIDE.fullmatch(name))}
    return sorted(numbers, key=numbers.__getitem__)


def _texts(slide: Any) -> Iterator[_Told]:
    """Yield the paragraphs and rows of a slide, its title first."""
    older = {shape for part in slide.iter(_OLDER) for shape in part.iter()}  # the same once more
    shapes = (part for part in slide.iter() if part.tag in _SHAPES and part not in older)
    found = [told for shape in shapes for told in _of(shape)]
    yield from sorted(found, key=lambda told: told[1] != "heading")


def _of(shape: Any) -> Iterator[_Told]:
    place = shape.find(f"{_P}nvSpPr/{_P}nvPr/{_P}ph")
    kind, level = _PLACES.get("" if place is None else place.get("type", ""), ("paragraph", 0))
    if kind == "heading":
        yield " ".join(" ".join(map(_text, shape.iter(f"{_A}p"))).split()), kind, level
        return
    rows = 0
    for row in shape.iter(f"{_A}tr"):
        cells = ["\n".join(map(_text, cell.iter(f"{_A}p"))) for cell in row.iter(f"{_A}tc")]
        yield as_row(cells, below=rows > 0) or "\n".join(cells), "row", 0
        rows += 1
    if not rows:
        yield from ((_text(paragraph), kind, level) for paragraph in shape.iter(f"{_A}p"))


def _text(paragraph: Any) -> str:
    signs = {f"{_A}br": "\n", f"{_A}tab": "\t"}
    return "".join(
        signs.get(item.tag, "") + (item.text or "" if item.tag == f"{_A}t" else "")
        for item in paragraph.iter()
    )


def _thanks(slide: list[_Told]) -> bool:
    text = " ".join(text for text, kind, _ in slide if kind != "margin")
    return not text.strip() or (len(text.split()) <= CLOSING and _THANKS.search(text) is not None)
