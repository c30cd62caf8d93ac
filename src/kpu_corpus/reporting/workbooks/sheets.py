"""The report as plain tables for a workbook: numbers stay numbers, dates dates, text text."""

from __future__ import annotations

from datetime import date
from typing import Any

from kpu_corpus.labels import label
from kpu_corpus.reporting.belonging import heading
from kpu_corpus.reporting.content import Report
from kpu_corpus.reporting.figures import Figures
from kpu_corpus.reporting.sections.fulltext import full_texts
from kpu_corpus.reporting.sections.grid import Grid
from kpu_corpus.reporting.sections.quotes import marked
from kpu_corpus.reporting.wording import ISO_DATE, Wording
from kpu_corpus.reporting.workbooks.found import found_notes, found_sheets
from kpu_corpus.reporting.workbooks.sheet import Column, Heading, Maker, Row, Sheet, room


def sheets(figures: Figures, report: Report) -> tuple[Sheet, ...]:
    """Return the tables of a report in its order; what was only looked for, where it was found."""
    maker = Maker(figures, report)
    grid = report.grid
    heat, groups = ([_heat(maker, grid)], [_groups(maker, grid)]) if grid else ([], [])
    made = [_answer(maker), *heat, _themes(maker), *groups, _evidence(maker), _keywords(maker)]
    made += [*found_sheets(maker), _read(maker)]
    made += [_skipped(maker)] if report.reading.skipped else []
    texts = [_texts(maker)] if report.text else []
    return (*made, _method(maker), *texts, _record(maker))


def _answer(m: Maker) -> Sheet:
    about = (m.report.subtitle, m.report.dates) if m.report.dates else (m.report.subtitle,)
    title = m.wording.say("answer")
    said, mind = m.report.answer.said, m.report.answer.mind
    head = (Heading(m.wording.say("mind")),) if mind else ()
    rows = [(text,) for text in (*about, *said, *head, *mind)]
    return m.sheet("answer", m.wording.say("title"), [Column(title, width=110)], rows)


def _heat(m: Maker, grid: Grid) -> Sheet:
    note = " ".join((m.told("note_heat"), *_heat_how(m, grid)))
    columns = [
        Column(grid.corner, width=34),
        *(Column(head.name, "share", max(room(head.name), 14), note) for head in grid.columns),
    ]
    rows = [(head.name, *cells) for head, cells in grid.rows]
    caption = label("chart.heatmap", m.report.lang) if grid.legend else grid.caption
    return m.sheet("heat", caption, columns, rows)


def _heat_how(m: Maker, grid: Grid) -> list[str]:
    """Explain the heatmap but for the look of its cells, which hold one figure here."""
    return [text for text in grid.how if text != m.wording.say("heat_how")]


def _themes(m: Maker) -> Sheet:
    say, told = m.wording.say, m.told
    columns = [
        Column(told("theme"), width=24),
        Column(say("col_sentences"), "whole", note=told("note_sentences")),
        Column(told("units"), "whole", note=told("note_units")),
        Column(say("col_share"), "share", note=told("note_share")),
        Column(told("low"), "share", note=told("note_range")),
        Column(told("high"), "share", note=told("note_range")),
        Column(say("col_essays"), "whole", note=told("note_essays")),
        Column(say("col_asserted"), "whole", note=told("note_asserted")),
        Column(say("col_aspired"), "whole", note=told("note_aspired")),
        Column(say("col_uncounted"), "whole", note=told("note_uncounted")),
    ]
    return m.sheet(
        "themes", say("themes_caption"), columns, (_theme(m, row) for row in m.figures.ranked)
    )


def _theme(m: Maker, row: Any) -> Row:
    figures = m.figures
    stated = figures.states_shares
    low, high = (row.low, row.high) if figures.enough else (None, None)
    return (
        m.names[row.theme],
        row.sentences,
        row.units,
        row.share if stated else None,
        low,
        high,
        len(figures.theme_hits.essays_with(row.theme)),
        figures.theme_hits.hits(row.theme, hoped=False),
        figures.theme_hits.hits(row.theme, hoped=True),
        figures.theme_hits.left(row.theme),
    )


def _groups(m: Maker, grid: Grid) -> Sheet:
    say, told = m.wording.say, m.told
    several = [Column(say("col_essays"), "whole")] if "essays" in m.figures.groups else []
    columns = [
        *m.group(),
        Column(told("theme"), width=24),
        Column(say("col_share"), "share", note=told("note_share")),
        Column(told("low"), "share", note=told("note_range")),
        Column(told("high"), "share", note=told("note_range")),
        Column(say("col_sentences"), "whole", note=told("note_sentences")),
        Column(told("units"), "whole", note=told("note_units")),
        *several,
        Column(told("hits"), "whole", note=told("note_hits")),
        Column(told("enough"), note=told("note_enough")),
    ]
    rows = (
        (
            *m.group_of(row[0]),
            m.names[str(row.theme)],
            *((row.share, row.low, row.high) if row.enough else (None, None, None)),
            row.sentences,
            row.units,
            *([row.essays] if several else []),
            row.hits,
            told("yes" if row.enough else "no"),
        )
        for row in m.figures.groups.itertuples(index=False)
    )
    name = "groups_essay" if m.figures.by == "essay" else "groups"
    return m.sheet(name, grid.heading, columns, rows)


def _evidence(m: Maker) -> Sheet:
    told = m.told
    essay, *whose = m.essay()
    columns = [
        essay,
        Column(told("sentence"), "whole", 11, told("note_sentence")),
        Column(told("theme"), width=18),
        Column(told("text"), width=76, note=told("note_text")),
        Column(told("surface"), width=22),
        Column(
            told("status"),
            width=16,
            note=told("note_status_topics" if m.figures.topics else "note_status"),
        ),
        Column(told("cue"), width=12, note=told("note_cue")),
    ]
    printed = len(columns)
    columns += [*whose, *m.belonging(), Column(told("chosen"), width=10, note=told("note_chosen"))]
    chosen = {
        (row.theme, quote.anchor)
        for row, theme in zip(m.figures.ranked, m.report.evidence, strict=True)
        for quote in theme.quotes
    }
    rows = []
    hits: list[Any] = list(m.figures.evidence.itertuples(index=False))
    for row in hits:
        anchor = m.figures.anchor(row.essay, row.sentence)
        quoted = row.counted and (row.theme, anchor) in chosen
        if quoted or m.report.text:
            rows.append(_hit(m, row, quoted=quoted))
    return m.sheet("evidence", m.wording.say("evidence"), columns, rows, printed)


def _hit(m: Maker, row: Any, *, quoted: bool) -> Row:
    at = m.figures.unit_at[row.essay, row.sentence].start
    essay, *whose = m.essay_of(row.essay)
    return (
        essay,
        row.sentence,
        m.names[row.theme],
        marked(row.text, [(row.start - at, row.end - at)]),
        row.surface,
        m.told(row.status),
        row.cue,
        *whose,
        *m.belongs(row.essay),
        m.told("yes") if quoted else None,
    )


def _keywords(m: Maker) -> Sheet:
    told = m.told
    columns = [
        *m.group(),
        Column(told("rank"), "whole", 9),
        Column(told("display"), width=34),
        Column(told("count"), "whole", 9, told("note_count")),
        Column(told("df"), "whole", 12, told("note_df")),
        Column(told("score"), "decimal", 10, told("note_score")),
    ]
    table = m.figures.keywords
    rows = (
        (*m.group_of(row[0]), row.rank, row.display, row.count_, row.df, row.score)
        for row in table.rename(columns={"count": "count_"}).itertuples(index=False)
    )
    return m.sheet("keywords", m.wording.say("keywords_caption"), columns, rows)


def _read(m: Maker) -> Sheet:
    widths = {"essay": m.essay()[0].width, "title": 40, "author": 24, "unit": 24, "date": 18}
    kinds = {"words": "whole", "sentences": "whole", "date": "date"}
    notes = {"words": "note_words", "sentences": "note_units"}
    columns = [
        Column(
            heading(m.figures.tokens.corpus.headings, name, m.wording),
            kinds.get(name, "text"),
            widths.get(name, 10 if name in kinds else 24),
            m.told(notes[name]) if name in notes else "",
        )
        for name in m.report.reading.fields
    ]
    items = m.figures.tokens.corpus.items
    exact: dict[str, list[Any]] = {
        "essay": list(m.ids.values()),
        "words": list(m.figures.words_of.values()),
        "sentences": [m.figures.units_of.get(item.id, 0) for item in items],
        "date": [_date(item.date, m.wording) for item in items],
        **{name: list(of.values()) for name, of in m.grouped.items() if name != "date"},
    }
    rows = (
        tuple(
            exact[name][index] if name in exact else value
            for name, value in zip(m.report.reading.fields, row, strict=True)
        )
        for index, row in enumerate(m.report.reading.rows)
    )
    return m.sheet("read", m.wording.say("read_caption"), columns, rows)


def _date(text: str | None, wording: Wording) -> date | str | None:
    """Return a whole ISO date as a date, anything else as it would be read."""
    if not text:
        return None
    try:
        return date.fromisoformat(text[:10]) if ISO_DATE.fullmatch(text) else text
    except ValueError:  # no day of any month
        return wording.date(text)


def _skipped(m: Maker) -> Sheet:
    say = m.wording.say
    columns = [Column(say("col_source"), width=60), Column(say("col_reason"), width=80)]
    return m.sheet("skipped", say("skipped_caption"), columns, m.report.reading.skipped)


def _method(m: Maker) -> Sheet:
    say, report = m.wording.say, m.report
    parts = {
        **({report.grid.heading: _heat_how(m, report.grid)} if report.grid else {}),
        say("themes"): report.themes_how,
        say("evidence"): [report.evidence_how],
        say("keywords"): report.keywords_how,
        **found_notes(m),
        say("read"): [
            *report.reading.notes,
            report.reading.outside,
            *report.reading.outside_texts,
            *report.reading.skipped_how,
        ],
        say("method"): report.method,
        say("limits"): report.limits,
        say("texts"): report.texts_how,
        say("manifest"): report.record_how,
    }
    rows = ((part, text) for part, texts in parts.items() for text in texts if text)
    columns = [Column(m.told("part"), width=32), Column(m.told("content"), width=110)]
    return m.sheet("method", say("method"), columns, rows)


def _texts(m: Maker) -> Sheet:
    told, names = m.told, list(m.figures.numbers)
    columns = [
        *m.essay(),
        Column(told("sentence"), "whole", 10),
        Column(told("kind"), width=14),
        Column(told("text"), width=100, note=told("note_text")),
        Column(told("theme"), width=30, note=told("note_themes")),
    ]
    rows = (
        (
            *m.essay_of(names[essay.number - 1]),
            unit.number,
            told("sentence_kind" if unit.kind == "sentence" else unit.kind),
            unit.pieces,
            "; ".join(unit.mentioned) or None,
            *m.belongs(names[essay.number - 1]),
        )
        for essay in full_texts(m.figures, m.wording)
        for paragraph in essay.paragraphs
        for unit in paragraph
    )
    printed = len(columns)
    columns += m.belonging()
    return m.sheet("texts", m.wording.say("texts"), columns, rows, printed)


def _record(m: Maker) -> Sheet:
    say = m.wording.say
    rows = ((made.title, *pair) for made in m.report.record for pair in made.rows)
    columns = [
        Column(m.told("part"), width=26),
        Column(say("col_name"), width=40),
        Column(say("col_value"), width=80),
    ]
    return m.sheet("record", say("manifest"), columns, rows)
