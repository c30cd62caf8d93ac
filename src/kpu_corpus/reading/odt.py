"""OpenDocument texts (LibreOffice, Google Docs) → paragraphs, headings, lists and tables."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

from kpu_corpus.errors import UnreadableSource
from kpu_corpus.reading.archive import ELEMENTS, check_package, unpack
from kpu_corpus.reading.blocks import Document
from kpu_corpus.reading.boxes import Boxed, document_of, row_of
from kpu_corpus.reading.broken_lines import Part
from kpu_corpus.reading.limits import Limits
from kpu_corpus.reading.rows.in_documents import essay_rows

MIMETYPE = b"application/vnd.oasis.opendocument.text"
_OF = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_T, _TABLE, _STYLE, _OFFICE, _DRAW = (
    _OF % name for name in ("text", "table", "style", "office", "drawing")
)
_FO = _OF % "xsl-fo-compatible"
_PARAGRAPHS = (f"{_T}p", f"{_T}h")
_ROW, _CELL = f"{_TABLE}table-row", f"{_TABLE}table-cell"
# Elements that hold paragraphs. Not among them: a table of contents, what was deleted with changes
# tracked, comments.
_BLOCKS = frozenset(
    [f"{_T}{name}" for name in ("section", "list", "list-item", "list-header")]
    + [f"{_TABLE}{name}" for name in ("table", "table-header-rows", "table-rows")]
    + [_ROW, _CELL]
)
_LISTS = (f"{_T}list-item", f"{_T}list-header")
_BOXES = (f"{_DRAW}frame", f"{_DRAW}custom-shape", f"{_DRAW}g")
_NOTE = f"{_T}note"
# What stands inside a paragraph and is none of its text.
_ASIDE = frozenset([*_BOXES, _NOTE, f"{_OFFICE}annotation", f"{_T}ruby-text", f"{_T}hidden-text"])
_BESIDE = frozenset(
    f"{_STYLE}{name}{which}" for name in ("header", "footer") for which in ("", "-first", "-left")
)
_CAPTIONS = frozenset({"Caption", "Illustration", "Figure", "Drawing"})
_LEVEL, _NAME = f"{_T}outline-level", f"{_T}style-name"
_BLANK = re.compile(r"[ \t\r\n]+")
SPACES = 80  # that one element may stand for
MADE_FROM = 20  # styles at most that a style is made from, one from the other


def read_odt(data: bytes, limits: Limits) -> Document:
    """Return the text of an OpenDocument text, as `read_docx` does that of a Word file.

    Tracked changes are read as if they were accepted. Text boxes stand below their paragraph or
    row; where nothing else is the text, or its cover, they are. Notes, headers and footers stand
    below the text, marked as what they are; tables of contents and comments are left out. Raises
    UnreadableSource for a file that is encrypted or past the limits, and for pictures without any
    text.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {member.filename: member for member in archive.infolist()}
        told = members.get("META-INF/manifest.xml")
        if told and b"encryption-data" in unpack(archive, told, limits):
            raise UnreadableSource("encrypted")
        check_package(data, limits, most=ELEMENTS)
        parts = {
            name: ElementTree.fromstring(unpack(archive, members[name], limits))
            for name in ("content.xml", "styles.xml")
            if name in members
        }
    content = parts["content.xml"]
    styles = {
        one.get(f"{_STYLE}name", ""): one
        for part in reversed(parts.values())
        for one in part.iter(f"{_STYLE}style")
    }
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    body = ElementTree.Element("") if body is None else body
    found = [*_found(body, styles)]
    notes = (Part(_text(p), "note", 0) for note in body.iter(_NOTE) for p in _inside(note))
    margin = (
        Part(_text(p), "margin", 0)
        for part in parts.values()
        for item in part.iter()
        if item.tag in _BESIDE
        for p in _inside(item)
    )
    pictures = any(name.startswith("Pictures/") for name in members)
    whole = document_of(found, [*notes, *margin], "odt", pictures=pictures)
    return replace(whole, table=_table(body))


def _found(body: Any, styles: Mapping[str, Any]) -> Iterator[Boxed]:
    table = None  # that of the last row
    for part, above, listed in _walk(body, frozenset((*_PARAGRAPHS, _ROW, *_BOXES))):
        cells = _walk(part, frozenset({_CELL})) if part.tag == _ROW else ()
        row = row_of((_read(cell, styles) for cell, _, _ in cells), below=above is table)
        if row:
            yield False, Part(row, "row", 0)
            table = above
        elif part.tag not in _BOXES:
            for p, inner in _paragraphs(part, listed):
                yield False, Part(_on_pages(p, styles), *_kind(p, styles, inner))
        for p in _boxed(part):
            yield True, Part(_text(p), *_kind(p, styles, False))


def _walk(top: Any, wanted: frozenset[str]) -> Iterator[tuple[Any, Any, bool]]:
    """Yield the wanted elements, each with that above it and whether it is a point of a list."""
    stack = [(top, iter(top), False)]
    while stack:
        above, items, listed = stack[-1]
        item = next(items, None)
        if item is None:
            stack.pop()
        elif item.tag in wanted:
            yield item, above, listed
        elif item.tag in _BLOCKS:
            stack.append((item, iter(item), listed or item.tag in _LISTS))


def _paragraphs(part: Any, listed: bool = False) -> Iterator[tuple[Any, bool]]:
    if part.tag in _PARAGRAPHS:
        yield part, listed
    else:
        yield from ((p, inner) for p, _, inner in _walk(part, frozenset(_PARAGRAPHS)))


def _inside(part: Any) -> Iterator[Any]:
    return (item for item in part.iter() if item.tag in _PARAGRAPHS)


def _boxed(part: Any) -> Iterator[Any]:
    """Yield the paragraphs in text boxes of a paragraph or a row, those of its notes not."""
    stack = [part]
    while stack:
        item = stack.pop()
        if item.tag in _BOXES:
            yield from _inside(item)
        elif item.tag != _NOTE:
            stack += reversed(item)


def _read(cell: Any, styles: Mapping[str, Any]) -> Iterator[Part]:
    """Yield the paragraphs of a cell."""
    return (Part(_text(p), *_kind(p, styles, False)) for p, _ in _paragraphs(cell))


def _table(body: Any) -> tuple[list[str], list[dict[str, Any]]] | None:
    """Return the columns and rows of a file that is one table of essays, no text beside it."""
    tables = [part for part in body if part.tag == f"{_TABLE}table"]
    if len(tables) != 1:
        return None
    lines = [
        ["\n\n".join(filter(str.strip, (_text(p) for p, _ in _paragraphs(cell)))) for cell in cells]
        for row, _, _ in _walk(tables[0], frozenset({_ROW}))
        if (cells := [cell for cell, _, _ in _walk(row, frozenset({_CELL}))])
    ]
    return essay_rows(lines, beside=(_text(part) for part in body if part.tag in _PARAGRAPHS))


def _text(paragraph: Any) -> str:
    parts: list[str] = [_BLANK.sub(" ", paragraph.text or "")]
    stack = [iter(paragraph)]
    above: list[Any] = []
    while stack:
        item = next(stack[-1], None)
        if item is None:
            stack.pop()
            parts.append(_BLANK.sub(" ", above.pop().tail or "") if above else "")
            continue
        if item.tag == f"{_T}tab":
            parts.append("\t")
        elif item.tag == f"{_T}line-break":
            parts.append("\n")
        elif item.tag == f"{_T}s":
            count = item.get(f"{_T}c", "1")
            parts.append(" " * min(int(count) if count.isdecimal() else 1, SPACES))
        elif item.tag not in _ASIDE:
            parts.append(_BLANK.sub(" ", item.text or ""))
            stack.append(iter(item))
            above.append(item)
            continue
        parts.append(_BLANK.sub(" ", item.tail or ""))
    return "".join(parts)


def _styles_of(paragraph: Any, styles: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the name of a paragraph's style and what it says, then those that it is made from."""
    name = paragraph.get(_NAME, "")
    for _ in range(MADE_FROM):
        if not name:
            return
        style = styles.get(name)
        yield name, style
        name = "" if style is None else style.get(f"{_STYLE}parent-style-name", "")


def _on_pages(paragraph: Any, styles: Mapping[str, Any]) -> str:
    """Return the text of a paragraph with a form feed where a page begins above or below it."""
    _, style = next(_styles_of(paragraph, styles), ("", None))
    told = None if style is None else style.find(f"{_STYLE}paragraph-properties")
    before, after = (
        told is not None and told.get(f"{_FO}break-{side}") == "page"
        for side in ("before", "after")
    )
    before = before or (style is not None and bool(style.get(f"{_STYLE}master-page-name")))
    return "\f" * before + _text(paragraph).strip() + "\f" * after


def _kind(paragraph: Any, styles: Mapping[str, Any], listed: bool) -> tuple[str, int]:
    names = {name for name, _ in _styles_of(paragraph, styles)}
    if "Title" in names:
        return "heading", 0
    if paragraph.tag == f"{_T}h":
        level = paragraph.get(_LEVEL, "1")
        return "heading", int(level) if level.isdecimal() else 1
    if names & _CAPTIONS:
        return "chrome", 0
    return ("item", 0) if listed else ("paragraph", 0)
