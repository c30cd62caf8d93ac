"""Parts of a Word document: runs, fields, bookmarks, links and tables, as WordprocessingML.

python-docx has no call for fields, bookmarks, links, captions or alternative texts of tables, and
its own way to fill a table takes time that grows with the square of its rows.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from kpu_corpus.ground.writing import MADE

Element = Any
# What XML cannot hold, and white space that Word would take for layout.
FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
SPACE = re.compile(r"[ \t\r\n]+")
UPRIGHT = 1600  # height of a row with upright text
SHORT = 15  # rows of a table that is kept on one page
SMALL = 4_000  # letters of a table that fits on a page whatever its columns


@dataclass(frozen=True, slots=True)
class TableCell:
    """Paragraphs of a cell (its runs), the ground in hexadecimal, its stripes, its alignment."""

    paragraphs: tuple[tuple[Element, ...], ...]
    fill: str = ""
    hatched: bool = False
    align: str = "left"
    upright: bool = False
    style: str = "Table"


def element(name: str, /, *children: Element, **attributes: str) -> Element:
    """Make an element ``w:name`` with attributes of the same name space."""
    made = _maker(name)()
    for key, value in attributes.items():
        made.set(_named(f"w:{key}"), value)
    made.extend(children)
    return made


@cache
def _maker(name: str) -> Callable[[], Element]:
    """Return what makes an element as ``docx.oxml.OxmlElement`` does: a report has 100,000s."""
    from docx.oxml.ns import NamespacePrefixedTag
    from docx.oxml.parser import oxml_parser

    tag = NamespacePrefixedTag(f"w:{name}")
    return partial(oxml_parser.makeelement, tag.clark_name, nsmap=tag.nsmap)


@cache
def _named(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(name))


def clean(text: str) -> str:
    """Return text as a document can hold it: one line, without characters that XML forbids.

    >>> clean("a\\x00\\n b")
    'a\\ufffd b'
    """
    return SPACE.sub(" ", FORBIDDEN.sub("\ufffd", text))


def run(text: str, style: str = "") -> Element:
    """Make a run of text, in a character style where one is named."""
    content = element("t")
    content.text = clean(text)
    content.set(_named("xml:space"), "preserve")
    properties = [element("rPr", element("rStyle", val=style))] if style else []
    return element("r", *properties, content)


def runs(pieces: Iterable[tuple[str, bool]]) -> tuple[Element, ...]:
    """Make the runs of a text whose marked pieces get the style of a hit."""
    return tuple(run(text, "Hit" if mark else "") for text, mark in pieces)


def field(instruction: str, *shown: Element) -> tuple[Element, ...]:
    """Make a field with what it shows until a program computes it anew."""
    code = element("instrText")
    code.text = f" {instruction} "
    return (
        element("r", element("fldChar", fldCharType="begin")),
        element("r", code),
        element("r", element("fldChar", fldCharType="separate")),
        *shown,
        element("r", element("fldChar", fldCharType="end")),
    )


def link(anchor: str, *shown: Element) -> Element:
    """Make a link to a bookmark of the same document."""
    return element("hyperlink", *shown, anchor=anchor, history="1")


def bookmark(name: str, number: int, *content: Element) -> tuple[Element, ...]:
    """Put content between the ends of a bookmark."""
    start = element("bookmarkStart", id=str(number), name=name)
    return (start, *content, element("bookmarkEnd", id=str(number)))


def paragraph(style: str, *content: Element) -> Element:
    """Make a paragraph in a style, named by its id."""
    return element("p", element("pPr", element("pStyle", val=style)), *content)


def table(
    head: Sequence[TableCell],
    rows: Iterable[Sequence[TableCell]],
    widths: Sequence[int],
    *,
    alt: str,
) -> Element:
    """Make a table with a head that every page repeats; ``widths`` are in twentieths of a point.

    Rows are not broken across pages, nor are short tables; ``alt`` is read to those who cannot
    see the table.
    """
    body = list(rows)
    together = len(body) <= SHORT and sum(map(_letters, body)) <= SMALL
    properties = element(
        "tblPr",
        element("tblStyle", val="ReportTable"),
        element("tblW", w=str(sum(widths)), type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblLook", val="04A0", firstRow="1", lastRow="0", firstColumn="1", noVBand="1"),
        element("tblDescription", val=clean(alt)),
    )
    grid = element("tblGrid", *(element("gridCol", w=str(width)) for width in widths))
    made = element("tbl", properties, grid, _row(head, widths, repeated=True, kept=True))
    for at, row in enumerate(body, start=1):
        made.append(_row(row, widths, repeated=False, kept=together and at < len(body)))
    return made


def language(code: str) -> Element:
    """Make the mark that says in which language a text is to be checked and read aloud."""
    return element("lang", val=code, eastAsia=code, bidi=code)


def save(document: Any, name: str) -> None:
    """Save without the template's preview picture, every part with the same date."""
    relations = document.part.package.rels
    for key in [key for key, one in relations.items() if one.reltype.endswith("/thumbnail")]:
        relations.pop(key)
    packed = io.BytesIO()
    document.save(packed)
    with zipfile.ZipFile(packed) as made, zipfile.ZipFile(name, "w") as kept:
        for part in made.namelist():
            info = zipfile.ZipInfo(part, MADE.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            kept.writestr(info, made.read(part))


def _letters(row: Sequence[TableCell]) -> int:
    runs = (run for cell in row for content in cell.paragraphs for run in content)
    return sum(len(run.xpath("string()")) for run in runs)


def _row(
    cells: Sequence[TableCell], widths: Sequence[int], *, repeated: bool, kept: bool
) -> Element:
    marks = [element("cantSplit"), *([element("tblHeader")] if repeated else [])]
    if any(cell.upright for cell in cells):
        marks.append(element("trHeight", val=str(UPRIGHT), hRule="atLeast"))
    made = [_cell(cell, width, kept) for cell, width in zip(cells, widths, strict=True)]
    return element("tr", element("trPr", *marks), *made)


def _cell(cell: TableCell, width: int, kept: bool) -> Element:
    properties = element("tcPr", element("tcW", w=str(width), type="dxa"))
    if cell.fill:
        look = {"val": "thinDiagStripe", "color": "C9CED6"} if cell.hatched else {"val": "clear"}
        properties.append(element("shd", **{"color": "auto", **look}, fill=cell.fill))
    if cell.upright:
        properties.append(element("textDirection", val="btLr"))
    paragraphs = [
        element(
            "p",
            element(
                "pPr",
                element("pStyle", val=cell.style),
                *([element("keepNext")] if kept else []),
                element("jc", val=cell.align),
            ),
            *content,
        )
        for content in cell.paragraphs or ((),)
    ]
    return element("tc", properties, *paragraphs)
