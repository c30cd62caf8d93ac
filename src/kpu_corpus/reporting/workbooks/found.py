"""Sheets of findings: differences of groups, shared passages, spelling."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kpu_corpus.labels import label
from kpu_corpus.reporting.sections.slips import reason
from kpu_corpus.reporting.workbooks.sheet import Column, Maker, Row, Sheet


def found_sheets(m: Maker) -> list[Sheet]:
    """Return the sheets of everything that was found; what was not has no sheet.

    What the comparison of groups says always has one.
    """
    parts = (_compared, _contrast_themes, _contrast_words, _passages, _spelling)
    made = [part(m) for part in parts]
    return [sheet for sheet in made if sheet.rows]


def found_notes(m: Maker) -> dict[str, list[str]]:
    """Return what is to be said about each of these parts: its title and its sentences."""
    say, report = m.wording.say, m.report
    sharing, spelling = report.sharing, report.spelling
    return {
        say("sharing"): [sharing.how, *sharing.notes, sharing.stock_how, *sharing.stock],
        say("spelling"): [*spelling.how, *spelling.notes],
    }


def _compared(m: Maker) -> Sheet:
    """Return how groups were compared and what was not found; the differences have their sheets."""
    said, told = m.report.contrasts, m.told
    columns = [Column(told("part"), width=24), Column(told("content"), width=110)]
    rows = [(told("compared_how"), said.how)] if said.how else []
    rows += [(told("compared_found"), text) for text in said.notes]
    return m.sheet("compared", m.wording.say("contrasts"), columns, rows)


def _contrast_themes(m: Maker) -> Sheet:
    told = m.told
    sizes = [
        Column(_of_side(m, "share_a"), "share", note=told("note_share")),
        Column(_of_side(m, "share_b"), "share", note=told("note_share")),
        Column(told("difference"), "share", note=told("note_difference")),
    ]
    rows = (
        (one, one.row.share_a, one.row.share_b, one.row.difference, one.row.low, one.row.high)
        for one in m.report.contrasts.themes
    )
    return _contrast(m, "contrast_themes", "theme", sizes, rows)


def _contrast_words(m: Maker) -> Sheet:
    told = m.told
    sizes = [
        Column(_of_side(m, "count_a"), "whole"),
        Column(_of_side(m, "count_b"), "whole"),
        Column(_of_side(m, "rate_a"), "decimal", note=told("note_rate")),
        Column(_of_side(m, "rate_b"), "decimal", note=told("note_rate")),
        Column(told("ratio"), "decimal", note=told("note_ratio")),
    ]
    rows = (
        (
            *(one, one.row.count_a, one.row.count_b, one.row.rate_a, one.row.rate_b),
            *(2.0**value for value in (one.row.log_ratio, one.row.low, one.row.high)),
        )
        for one in m.report.contrasts.words
    )
    return _contrast(m, "contrast_words", "word", sizes, rows)


def _contrast(m: Maker, what: str, name: str, sizes: list[Column], rows: Iterable[Row]) -> Sheet:
    """Return the differences of themes or words: each with its sizes, limits, p and q."""
    told = m.told
    columns = [
        Column(m.wording.say("col_group"), width=30),
        Column(told(name), width=24),
        Column(told("reading"), width=80),
        *sizes,
        *(Column(told(end), sizes[-1].kind, note=told("note_limits")) for end in ("low", "high")),
        Column(told("p"), "q", 9, told("note_p")),
        Column(told("q"), "q", 9, told("note_q")),
    ]
    made = (
        (one.group, one.name, one.reading, *values, one.row.p, one.row.q) for one, *values in rows
    )
    return m.sheet(what, m.wording.say(f"{what}_caption"), columns, made)


def _of_side(m: Maker, name: str) -> str:
    """Return the heading of a column of one side, which two groups give their names."""
    sides = m.report.contrasts.sides
    if sides is None:
        return m.told(name)
    a, b = sides
    return label(f"table.compare_{name}", m.wording.lang, a=a, b=b)


def _passages(m: Maker) -> Sheet:
    told = m.told
    first, second = told("side_a"), told("side_b")
    columns = [
        Column(told("essay_a"), width=18, note=told("note_essay")),
        Column(told("sentence_a"), "whole", 12, told("note_sentence")),
        Column(told("essay_b"), width=18, note=told("note_essay")),
        Column(told("sentence_b"), "whole", 12, told("note_sentence")),
        Column(told("words"), "whole", 8),
        Column(told("likeness"), width=24),
        Column(told("similarity"), "share", note=told("note_similarity")),
        Column(told("text_a"), width=50, note=told("note_passage")),
        Column(told("text_b"), width=50, note=told("note_passage")),
        Column(told("title_a"), width=30),
        *m.belonging(f" ({first})"),
        Column(told("title_b"), width=30),
        *m.belonging(f" ({second})"),
    ]
    figures = m.figures
    rows = (
        (
            *(m.ids[row.essay_a], figures.sentence_at(row.essay_a, row.start_a)),
            *(m.ids[row.essay_b], figures.sentence_at(row.essay_b, row.start_b)),
            *(row.words, one.kind, row.similarity),
            *((row.text, row.text_b) if m.report.text else (one.text_a, one.text_b or None)),
            *(one.title_a, *m.belongs(row.essay_a), one.title_b, *m.belongs(row.essay_b)),
        )
        for one in m.report.sharing.passages
        for row in [one.row]
    )
    printed = [column.title for column in columns].index(told("title_a"))
    return m.sheet("passages", m.wording.say("sharing_caption"), columns, rows, printed)


def _spelling(m: Maker) -> Sheet:
    told = m.told
    columns = [
        *m.essay(),
        Column(told("sentence"), "whole", 10, told("note_title")),
        Column(told("written"), width=26),
        Column(told("suggestion"), width=26),
        Column(told("reason"), width=34),
        Column(told("certain"), width=9, note=told("note_certain")),
    ]
    table: list[Any] = list(m.figures.spelling.itertuples(index=False))
    rows = (
        (
            *(*m.essay_of(row.essay), row.sentence, row.surface, row.suggestion),
            *(reason(row.reason, m.wording), told("yes" if row.certain else "no")),
        )
        for row in table
    )
    return m.sheet("spelling", m.wording.say("spelling_caption"), columns, rows)
