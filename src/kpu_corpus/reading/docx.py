"""Word files → paragraphs, headings, lists and tables in the order of the document."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from kpu_corpus.errors import needed
from kpu_corpus.reading.archive import ELEMENTS, check_package
from kpu_corpus.reading.blocks import Document
from kpu_corpus.reading.boxes import Boxed, document_of, row_of
from kpu_corpus.reading.broken_lines import Part
from kpu_corpus.reading.limits import Limits
from kpu_corpus.reading.raised import is_note_mark
from kpu_corpus.reading.rows.in_documents import essay_rows

_HEADING = re.compile(r"(?:heading|judul)\s*(\d)", re.IGNORECASE)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Elements that hold paragraphs, and those inside a paragraph that hold its text. Not among them:
# what was deleted or moved away with changes tracked, drawings with their text boxes, formulas.
_BLOCKS = frozenset(
    f"{_W}{name}" for name in "tbl tr tc sdt sdtContent customXml footnote endnote".split()
)
_INLINE = frozenset(
    f"{_W}{name}"
    for name in "r hyperlink ins moveTo smartTag sdt sdtContent fldSimple customXml dir bdo".split()
)
# Parts of the package beside the text → what their paragraphs are.
_BESIDE = {"footnotes": "note", "endnotes": "note", "header": "margin", "footer": "margin"}
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_OLDER = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS = {f"{_W}tab": "\t", f"{_W}ptab": "\t", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def read_docx(data: bytes, limits: Limits) -> Document:
    """Return the text of a Word file; a row of a table is one line, its cells parted by tabs.

    Where a cell holds a heading, or several paragraphs in a table without plain rows above, each is
    a paragraph of its own. A file that is a table with an essay a row is told as such besides.

    Tracked changes are read as if they were accepted. Text boxes stand below their paragraph or
    row; where nothing else is the text, or its cover, they are. Notes, headers and footers stand
    below the text, marked as what they are; tables of contents and comments are left out. Raises
    UnreadableSource for a package past the limits and for pictures without any text, MissingExtra
    without python-docx.
    """
    with needed(".docx", "python-docx"):
        import docx
    check_package(data, limits, most=ELEMENTS)
    document = docx.Document(io.BytesIO(data))
    styles = {one.get(f"{_W}styleId"): _Style(one) for one in document.styles.element.style_lst}
    found: list[Boxed] = []
    table = None  # that of the last row
    for part in _parts(document.element.body):
        cells = _walk(part, frozenset({f"{_W}tc"})) if part.tag == f"{_W}tr" else ()
        row = row_of((_read(cell, styles) for cell in cells), below=part.getparent() is table)
        if row:
            found.append((False, Part(row, "row", 0)))
            table = part.getparent()
        else:
            found += ((False, Part(_on_pages(p), *_kind(p, styles))) for p in _paragraphs(part))
        found += ((True, read) for box in _boxes(part) for read in _read(box, styles))
    beside = (Part(text, kind, 0) for kind, text in _beside(document.part))
    pictures = any(one.reltype == f"{_RELATION}image" for one in document.part.rels.values())
    whole = document_of(found, beside, "docx", pictures=pictures)
    return replace(whole, table=_table(document.element.body))


def _table(body: Any) -> tuple[list[str], list[dict[str, Any]]] | None:
    """Return the columns and rows of a file that is one table of essays, no text beside it."""
    tables = [part for part in body if part.tag == f"{_W}tbl"]
    if len(tables) != 1:
        return None
    lines = [
        ["\n\n".join(filter(str.strip, map(_text, _paragraphs(cell)))) for cell in cells]
        for row in _walk(tables[0], frozenset({f"{_W}tr"}))
        if (cells := [*_walk(row, frozenset({f"{_W}tc"}))])
    ]
    return essay_rows(lines, beside=(_text(part) for part in body if part.tag == f"{_W}p"))


# python-docx walks a table cell by cell of its grid, whose size a file states as it likes, and
# passes over what was inserted with changes tracked or stands in a control to be filled in.
def _parts(body: Any) -> Iterator[Any]:
    """Yield the paragraphs and the rows of tables that lie in no other row, in order."""
    return _walk(body, frozenset({f"{_W}p", f"{_W}tr"}))


def _paragraphs(part: Any) -> Iterator[Any]:
    return iter([part]) if part.tag == f"{_W}p" else _walk(part, frozenset({f"{_W}p"}))


def _walk(top: Any, wanted: frozenset[str]) -> Iterator[Any]:
    stack = [iter(top)]
    while stack:
        item = next(stack[-1], None)
        if item is None:
            stack.pop()
        elif item.tag in _BLOCKS and _is_apart(item):
            continue
        elif item.tag in wanted:
            yield item
        elif item.tag in _BLOCKS:
            stack.append(iter(item))


def _boxes(part: Any) -> Iterator[Any]:
    """Yield the text boxes; for older programs a file holds them a second time."""
    for box in part.iter(f"{_W}txbxContent"):
        if next(box.iterancestors(_OLDER), None) is None:
            yield box


def _beside(package: Any) -> Iterator[tuple[str, str]]:
    """Yield (kind, text) of the paragraphs that stand outside of the text."""
    from docx.oxml import parse_xml

    for name, kind in _BESIDE.items():
        related = (
            relation.target_part
            for relation in package.rels.values()
            if relation.reltype == _RELATION + name and not relation.is_external
        )
        for part in dict.fromkeys(related):  # several sections may share a header
            for paragraph in _paragraphs(parse_xml(part.blob)):
                yield kind, _text(paragraph)


def _read(part: Any, styles: Mapping[str, _Style]) -> Iterator[Part]:
    """Yield the paragraphs of a cell or a text box."""
    return (Part(_text(p), *_kind(p, styles)) for p in _paragraphs(part))


def _is_apart(item: Any) -> bool:
    """Tell whether a row was deleted, a cell is merged into another, Word made a part itself."""
    if item.tag == f"{_W}tr":
        return item.find(f"{_W}trPr/{_W}del") is not None
    if item.tag == f"{_W}sdt":  # a table of contents, a bibliography
        return item.find(f"{_W}sdtPr/{_W}docPartObj") is not None
    merged = (item.find(f"{_W}tcPr/{_W}{name}") for name in ("vMerge", "hMerge"))
    return any(one is not None and one.get(f"{_W}val") != "restart" for one in merged)


def _text(paragraph: Any) -> str:
    parts: list[str] = []
    stack = [iter(paragraph)]
    while stack:
        item = next(stack[-1], None)
        if item is None:
            stack.pop()
        elif item.tag == f"{_W}t":
            text = item.text or ""
            noted = is_note_mark(text.rstrip(), "".join(parts[-3:])) and _is_raised(item)
            parts.append(text.lstrip("0123456789") if noted else text)
        elif item.tag in _INLINE:
            stack.append(iter(item))
        elif item.tag in _SIGNS:
            parts.append(_SIGNS[item.tag])
        elif item.tag == f"{_W}br" and item.get(f"{_W}type", "textWrapping") == "textWrapping":
            parts.append("\n")
    return "".join(parts)


def _is_raised(text: Any) -> bool:
    """Tell whether a run of text is set above the line, as the number of a note that is typed."""
    sort = text.getparent().find(f"{_W}rPr/{_W}vertAlign")
    return sort is not None and sort.get(f"{_W}val") == "superscript"


def _on_pages(paragraph: Any) -> str:
    """Return the text of a paragraph with a form feed where a page begins above or below it."""
    found = (paragraph.find(f"{_W}pPr/{_W}{name}") for name in ("pageBreakBefore", "sectPr"))
    above, section = found
    before = above is not None and above.get(f"{_W}val") not in ("0", "false")
    sort = None if section is None else section.find(f"{_W}type")
    below = section is not None and (sort is None or sort.get(f"{_W}val") != "continuous")
    begun = last = False
    for item in paragraph.iter(f"{_W}t", f"{_W}br"):
        if item.tag == f"{_W}t":
            begun, last = begun or bool(item.text), last and not item.text
        elif item.get(f"{_W}type") == "page":
            before, last = before or not begun, begun
    return "\f" * before + _text(paragraph).strip() + "\f" * (below or last)


class _Style:
    """What a style says of its paragraphs: its name, and whether they are points of a list."""

    def __init__(self, style: Any) -> None:
        named = style.find(f"{_W}name")
        self.name = "" if named is None else named.get(f"{_W}val", "")
        listed = self.name.lower().startswith("list") and "continue" not in self.name.lower()
        self.listed = listed or bool(_numbered(style.find(f"{_W}pPr")))


def _numbered(properties: Any) -> bool | None:
    """Whether a paragraph or a style is numbered; None where that is not said.

    The style Subtitle has a level of numbers without a numbering.
    """
    number = None if properties is None else properties.find(f"{_W}numPr/{_W}numId")
    return None if number is None else number.get(f"{_W}val") != "0"  # 0 takes it away


def _kind(paragraph: Any, styles: Mapping[str, _Style]) -> tuple[str, int]:
    style = styles.get(paragraph.style or "")
    name = style.name if style else ""
    if name.lower() == "title":
        return "heading", 0
    if name.lower() == "caption":
        return "chrome", 0
    heading = _HEADING.match(name)
    if heading:
        return "heading", int(heading[1])
    listed = _numbered(paragraph.pPr)
    if listed is None:
        listed = style is not None and style.listed
    return ("item", 0) if listed else ("paragraph", 0)
