"""Findings in Word: differences of groups, shared passages, spelling."""

from __future__ import annotations

from kpu_corpus.reporting.word.pages import Pages, text_cell
from kpu_corpus.reporting.word.parts import TableCell, runs


def write_found(pages: Pages) -> None:
    """Write the parts, each with its heading, also where nothing was found."""
    for part in (_contrasts, _sharing, _spelling):
        part(pages)


def _contrasts(pages: Pages) -> None:
    said = pages.report.contrasts
    pages.heading(1, pages.t["contrasts"])
    if said.how:
        pages.put("Normal", said.how)
    kinds = (
        (said.themes, "contrast_themes_caption", "theme", "col_points"),
        (said.words, "contrast_words_caption", "col_word", "col_factor"),
    )
    for found, caption, name, size in kinds:
        if found:
            head = [pages.t[one] for one in (name, "col_reading", size)]
            rows = [(one.name, one.reading, one.size) for one in found]
            pages.grid(head, rows, (1.2, 3.6, 1.5), pages.t[caption])
    pages.put_each("Normal", said.notes)


def _sharing(pages: Pages) -> None:
    said = pages.report.sharing
    pages.heading(1, pages.t["sharing"])
    if said.passages:
        pages.put("Normal", said.how)
        names = ("col_places", "col_passage", "col_passage_kind", "col_length")
        rows = [
            (
                pages.linked(
                    (one.anchor_a, one.place_a, f": {one.title_a}"),
                    (one.anchor_b, one.place_b, f": {one.title_b}"),
                ),
                TableCell(tuple(tuple(runs(text)) for text in (one.text_a, one.text_b) if text)),
                one.kind,
                text_cell(one.words, "right"),
            )
            for one in said.passages
        ]
        head = [pages.t[name] for name in names]
        pages.grid(head, rows, (1.7, 3.0, 1.1, 0.7), pages.t["sharing_caption"])
    pages.put_each("Normal", said.notes)
    if said.stock:
        pages.put("Normal", said.stock_how)
    pages.put_each("List Bullet", said.stock)


def _spelling(pages: Pages) -> None:
    said = pages.report.spelling
    pages.heading(1, pages.t["spelling"])
    pages.put_each("Normal", said.how)
    if said.rows:
        rows = [
            (
                name,
                text_cell(n, "right"),
                pages.linked(*((one.anchor, one.written, f" {one.told}") for one in found)),
            )
            for name, n, found in said.rows
        ]
        head = [pages.t[name] for name in ("col_essay", "col_findings", "col_slips")]
        pages.grid(head, rows, (1.7, 0.7, 3.0), pages.t["spelling_caption"])
    pages.put_each("Normal", said.notes)
