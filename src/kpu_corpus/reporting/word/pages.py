"""The pages of a Word document as they are written: headings, captions, tables, contents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from kpu_corpus.labels import label, section
from kpu_corpus.reporting.content import Report
from kpu_corpus.reporting.figures import Figures
from kpu_corpus.reporting.sections.evidence import QuoteRow
from kpu_corpus.reporting.word.parts import (
    Element,
    TableCell,
    bookmark,
    element,
    field,
    link,
    paragraph,
    run,
    table,
)
from kpu_corpus.reporting.word.styles import WIDTH


class Pages:
    """What a report writes with; keeps the headings, numbers and bookmarks on the way."""

    def __init__(self, document: Any, figures: Figures, report: Report) -> None:
        self.document, self.figures, self.report = document, figures, report
        self.t, self.cited = section("report", report.lang), report.cited
        self.end = document.element.body.sectPr
        self.parts: list[tuple[str, str]] = []  # texts of the headings and their bookmarks
        self.bookmarks = 0
        self.captions = {"table": 0, "figure": 0}

    def add(self, made: Element) -> Element:
        self.end.addprevious(made)
        return made

    def put(self, style: str, *texts: str) -> None:
        self.add(paragraph(style.replace(" ", ""), run(" ".join(text for text in texts if text))))

    def keep(self) -> None:
        """Keep the last paragraph on one page with what follows."""
        self.end.getprevious().get_or_add_pPr().get_or_add_keepNext()

    def put_each(self, style: str, texts: Iterable[str]) -> None:
        for text in texts:
            self.put(style, text)

    def heading(self, level: int, text: str, *, anchor: str = "") -> None:
        content: tuple[Element, ...] = (run(text),)
        if level == 1:
            name = f"_Toc{len(self.parts) + 1:08d}"
            self.parts.append((text, name))
            content = self.marked(name, *content)
        content = self.marked(anchor, *content) if anchor else content
        self.add(paragraph(f"Heading{level}", *content))

    def marked(self, name: str, *content: Element) -> tuple[Element, ...]:
        self.bookmarks += 1
        return bookmark(name, self.bookmarks, *content)

    def caption(self, kind: str, text: str) -> None:
        """Add a numbered caption, on one page with what tells how to read the table below it."""
        self.captions[kind] += 1
        self.keep()
        number = field(f"SEQ {kind} \\* ARABIC", run(str(self.captions[kind])))
        word = run(label(f"document.{kind}", self.report.lang) + " ")
        made = self.add(paragraph("Caption", word, *number, run(f". {text}")))
        if kind == "figure":  # it stands above its caption; what follows may open a page
            made.pPr.append(element("keepNext", val="0"))

    def grid(
        self,
        head: Sequence[Any],
        rows: Sequence[Sequence[Any]],
        weights: Sequence[float],
        caption: str,
    ) -> None:
        """Add a table of texts or cells below its caption, its widths as the weights are."""
        self.caption("table", caption)
        widths = [int(WIDTH * weight / sum(weights)) for weight in weights]
        heads = [_as_head(_as_cell(value)) for value in head]
        body = [[_as_cell(value) for value in row] for row in rows]
        self.add(table(heads, body, widths, alt=caption))
        self.add(paragraph("TableSmall"))

    def contents(self) -> list[Element]:
        """Return the table of contents, the parts only: a field filled already.

        It has no page numbers: they are known to none but the program that lays out the pages,
        and a document that asks for them to be filled in opens with a warning. With the themes
        and essays it would fill pages; the navigation pane has those.
        """
        begin, code, separate, end = field('TOC \\o "1-1" \\n \\h \\z \\u')
        made = [paragraph("TOC1", link(name, run(text))) for text, name in self.parts]
        made[0].insert(1, begin)
        made[0].insert(2, code)
        made[0].insert(3, separate)
        made[-1].append(end)
        part = element(
            "sdtPr",
            element(
                "docPartObj",
                element("docPartGallery", val="Table of Contents"),
                element("docPartUnique"),
            ),
        )
        title = paragraph("TOCHeading", run(self.t["contents"]))
        return [element("sdt", part, element("sdtContent", title, *made))]

    def placed(self, quote: QuoteRow) -> tuple[Element, ...]:
        """Return where a quotation stands, and its status."""
        return self.place(quote.anchor, quote.place, f" · {quote.remark}")

    def linked(self, *places: tuple[str, str, str]) -> TableCell:
        """Return a cell of one paragraph a place: anchor, its name, what follows."""
        return TableCell(tuple(self.place(*place) for place in places))

    def place(self, anchor: str, text: str, more: str) -> tuple[Element, ...]:
        """Return the name of a place and what follows; a link where the text is in the report."""
        if anchor not in self.cited:
            return (run(f"{text}{more}"),)
        return link(bookmark_name(anchor), run(text, "Hyperlink")), run(more)


def text_cell(text: str, align: str = "left", style: str = "Table", look: str = "") -> TableCell:
    """Make a cell of one line, its text in a character style (``look``) where one is named."""
    return TableCell(((run(text, look),),), align=align, style=style)


def _as_cell(value: str | TableCell) -> TableCell:
    return value if isinstance(value, TableCell) else text_cell(value)


def _as_head(cell: TableCell) -> TableCell:
    return replace(cell, style="TableHead") if cell.style == "Table" else cell


def bookmark_name(anchor: str) -> str:
    """Return an anchor as the name of a bookmark, which has no hyphens."""
    return anchor.replace("-", "_")
