"""The report as plain tables for a workbook: numbers stay numbers, dates dates, text text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from kpu_corpus.analysis.status import COUNTED
from kpu_corpus.labels import label
from kpu_corpus.reporting.content import Report
from kpu_corpus.reporting.figures import Figures
from kpu_corpus.reporting.grid import TITLE, heads_of
from kpu_corpus.reporting.quotes import best_quotes, marked
from kpu_corpus.reporting.slips import reason
from kpu_corpus.reporting.wording import Wording

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, the kind of its values, its width in characters, and its note.

    Kinds: ``text``, ``whole``, ``share`` (0 to 1), ``decimal``, ``q`` (a probability), ``date``.
    """

    title: str
    kind: str = "text"
    width: int = 14
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: the name of its sheet, its caption for print, its columns and rows."""

    name: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


class _Maker:
    """Makes the sheets of one report; keeps what all of them need."""

    def __init__(self, figures: Figures, report: Report) -> None:
        self.figures, self.report = figures, report
        self.wording = Wording(report.lang)
        self.names = figures.names(report.lang)
        heads = heads_of(figures, self.wording, titled=TITLE)
        self.groups = {group: head.name for group, head in heads.items()}
        self.corner = report.keywords_corner

    def told(self, name: str) -> str:
        return label(f"sheet.{name}", self.report.lang)

    def sheet(
        self, name: str, caption: str, columns: Iterable[Column], rows: Iterable[Row]
    ) -> Sheet:
        return Sheet(self.told(name), caption, tuple(columns), tuple(rows))


def sheets(figures: Figures, report: Report) -> tuple[Sheet, ...]:
    """Return the tables of a report in its order; what was only looked for, where it was found."""
    maker = _Maker(figures, report)
    parts = (_answer, _heat, _themes, _groups, _evidence, _keywords)
    made = [part(maker) for part in parts]
    found = (_contrast_themes, _contrast_words, _passages, _spelling)
    made += [sheet for sheet in (part(maker) for part in found) if sheet.rows]
    made.append(_read(maker))
    made += [_skipped(maker)] if report.reading.skipped else []
    return (*made, _method(maker), _texts(maker), _record(maker))


def _answer(m: _Maker) -> Sheet:
    about = (m.report.subtitle, m.report.dates) if m.report.dates else (m.report.subtitle,)
    title = m.wording.say("answer")
    rows = [(text,) for text in (*about, *m.report.answer)]
    return m.sheet("answer", m.wording.say("title"), [Column(title, width=110)], rows)


def _heat(m: _Maker) -> Sheet:
    grid = m.report.grid
    note = m.told("note_heat")
    columns = [
        Column(grid.corner, width=34),
        *(Column(head.name, "share", note=note) for head in grid.columns),
    ]
    rows = [(head.name, *cells) for head, cells in grid.rows]
    return m.sheet("heat", m.wording.say("heat_caption"), columns, rows)


def _themes(m: _Maker) -> Sheet:
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


def _theme(m: _Maker, row: Any) -> Row:
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
        len(figures.essays_with(row.theme)),
        figures.hits(row.theme, "asserted"),
        figures.hits(row.theme, "aspired"),
        figures.hits(row.theme, "name", "negated", "quoted"),
    )


def _groups(m: _Maker) -> Sheet:
    say, told = m.wording.say, m.told
    columns = [
        Column(m.corner, width=44),
        Column(told("theme"), width=24),
        Column(say("col_share"), "share", note=told("note_share")),
        Column(told("low"), "share", note=told("note_range")),
        Column(told("high"), "share", note=told("note_range")),
        Column(say("col_sentences"), "whole", note=told("note_sentences")),
        Column(told("units"), "whole", note=told("note_units")),
        Column(told("hits"), "whole", note=told("note_hits")),
        Column(told("enough"), note=told("note_enough")),
    ]
    rows = (
        (
            m.groups[row[0]],
            m.names[str(row.theme)],
            *((row.share, row.low, row.high) if row.enough else (None, None, None)),
            row.sentences,
            row.units,
            row.hits,
            told("yes" if row.enough else "no"),
        )
        for row in m.figures.groups.itertuples(index=False)
    )
    name = "groups_essay" if m.figures.by == "essay" else "groups"
    return m.sheet(name, m.report.grid.heading, columns, rows)


def _evidence(m: _Maker) -> Sheet:
    told = m.told
    columns = [
        Column(told("essay"), "whole", 8, told("note_number")),
        Column(told("sentence"), "whole", 10, told("note_sentence")),
        Column(told("theme"), width=20),
        Column(told("surface"), width=26),
        Column(told("status"), width=20, note=told("note_status")),
        Column(told("cue"), width=16, note=told("note_cue")),
        Column(told("chosen"), width=9, note=told("note_chosen")),
        Column(told("text"), width=90, note=told("note_text")),
    ]
    chosen = {
        (theme, quote.essay, quote.sentence)
        for theme in m.names
        for quote in best_quotes(m.figures, theme)
    }
    rows = (_hit(m, row, chosen) for row in m.figures.evidence.itertuples(index=False))
    return m.sheet("evidence", m.wording.say("evidence"), columns, rows)


def _hit(m: _Maker, row: Any, chosen: set[tuple[str, str, int]]) -> Row:
    at = m.figures.unit_at[row.essay, row.sentence][0]
    quoted = row.status in COUNTED and (row.theme, row.essay, row.sentence) in chosen
    return (
        m.figures.numbers[row.essay],
        row.sentence,
        m.names[row.theme],
        row.surface,
        m.told(row.status),
        row.cue,
        m.told("yes") if quoted else None,
        marked(row.text, [(row.start - at, row.end - at)]),
    )


def _keywords(m: _Maker) -> Sheet:
    told = m.told
    columns = [
        Column(m.corner, width=44),
        Column(told("rank"), "whole", 9),
        Column(told("display"), width=34),
        Column(told("count"), "whole", 9, told("note_count")),
        Column(told("df"), "whole", 12, told("note_df")),
        Column(told("score"), "decimal", 10, told("note_score")),
    ]
    table = m.figures.keywords
    rows = (
        (m.groups[row[0]], row.rank, row.display, row.count_, row.df, row.score)
        for row in table.rename(columns={"count": "count_"}).itertuples(index=False)
    )
    return m.sheet("keywords", m.wording.say("keywords_caption"), columns, rows)


def _contrast_themes(m: _Maker) -> Sheet:
    told = m.told
    columns = [
        Column(m.wording.say("col_group"), width=30),
        Column(told("theme"), width=24),
        Column(told("reading"), width=80),
        Column(told("share_a"), "share", note=told("note_share")),
        Column(told("share_b"), "share", note=told("note_share")),
        Column(told("difference"), "share", note=told("note_difference")),
        Column(told("low"), "share", note=told("note_limits")),
        Column(told("high"), "share", note=told("note_limits")),
        Column(told("q"), "q", 9, told("note_q")),
    ]
    rows = (
        (
            *(one.group, one.name, one.reading, one.row.share_a, one.row.share_b),
            *(one.row.difference, one.row.low, one.row.high, one.row.q),
        )
        for one in m.report.contrasts.themes
    )
    return m.sheet("contrast_themes", m.wording.say("contrast_themes_caption"), columns, rows)


def _contrast_words(m: _Maker) -> Sheet:
    told = m.told
    columns = [
        Column(m.wording.say("col_group"), width=30),
        Column(told("word"), width=24),
        Column(told("reading"), width=80),
        Column(told("count_a"), "whole"),
        Column(told("count_b"), "whole"),
        Column(told("rate_a"), "decimal", note=told("note_rate")),
        Column(told("rate_b"), "decimal", note=told("note_rate")),
        Column(told("ratio"), "decimal", note=told("note_ratio")),
        Column(told("low"), "decimal", note=told("note_limits")),
        Column(told("high"), "decimal", note=told("note_limits")),
        Column(told("q"), "q", 9, told("note_q")),
    ]
    rows = (
        (
            *(one.group, one.name, one.reading, one.row.count_a, one.row.count_b),
            *(one.row.rate_a, one.row.rate_b),
            *(2.0**value for value in (one.row.log_ratio, one.row.low, one.row.high)),
            one.row.q,
        )
        for one in m.report.contrasts.words
    )
    return m.sheet("contrast_words", m.wording.say("contrast_words_caption"), columns, rows)


def _passages(m: _Maker) -> Sheet:
    told = m.told
    columns = [
        Column(told("essay_a"), "whole", 10, told("note_number")),
        Column(told("sentence_a"), "whole", 12, told("note_sentence")),
        Column(told("essay_b"), "whole", 10, told("note_number")),
        Column(told("sentence_b"), "whole", 12, told("note_sentence")),
        Column(told("words"), "whole", 8),
        Column(told("likeness"), width=24),
        Column(told("similarity"), "share", note=told("note_similarity")),
        Column(told("text_a"), width=70, note=told("note_passage")),
        Column(told("text_b"), width=70, note=told("note_passage")),
    ]
    figures = m.figures
    rows = (
        (
            *(figures.numbers[row.essay_a], figures.sentence_at(row.essay_a, row.start_a)),
            *(figures.numbers[row.essay_b], figures.sentence_at(row.essay_b, row.start_b)),
            *(row.words, one.kind, row.similarity, row.text, row.text_b),
        )
        for one in m.report.sharing.passages
        for row in [one.row]
    )
    return m.sheet("passages", m.wording.say("sharing_caption"), columns, rows)


def _spelling(m: _Maker) -> Sheet:
    told = m.told
    columns = [
        Column(told("essay"), "whole", 8, told("note_number")),
        Column(told("sentence"), "whole", 10, told("note_title")),
        Column(told("written"), width=26),
        Column(told("suggestion"), width=26),
        Column(told("reason"), width=34),
        Column(told("certain"), width=9, note=told("note_certain")),
    ]
    rows = (
        (
            *(m.figures.numbers[row.essay], row.sentence, row.surface, row.suggestion),
            *(reason(row.reason, m.wording), told("yes" if row.certain else "no")),
        )
        for row in m.figures.spelling.itertuples(index=False)
    )
    return m.sheet("spelling", m.wording.say("spelling_caption"), columns, rows)


def _read(m: _Maker) -> Sheet:
    widths = {"number": 6, "title": 60, "author": 24, "unit": 24, "date": 18, "source": 30}
    kinds = {"number": "whole", "words": "whole", "sentences": "whole", "date": "date"}
    notes = {"words": "note_words", "sentences": "note_units"}
    columns = [
        Column(
            m.wording.say(f"col_{name}"),
            kinds.get(name, "text"),
            widths.get(name, 10),
            m.told(notes[name]) if name in notes else "",
        )
        for name in m.report.reading.fields
    ]
    essays = m.figures.tokens.corpus.essays
    items = m.figures.tokens.corpus.items
    exact = {
        "number": list(m.figures.numbers.values()),
        "words": essays["words"].tolist(),
        "sentences": [m.figures.units_of.get(item.id, 0) for item in items],
        "date": [_date(item.date, m.wording) for item in items],
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
    try:
        return date.fromisoformat((text or "")[:10]) if text else None
    except ValueError:
        return wording.date(text or "")


def _skipped(m: _Maker) -> Sheet:
    say = m.wording.say
    columns = [Column(say("col_path"), width=60), Column(say("col_reason"), width=80)]
    return m.sheet("skipped", say("skipped_caption"), columns, m.report.reading.skipped)


def _method(m: _Maker) -> Sheet:
    say, report = m.wording.say, m.report
    parts = {
        say("heat"): [say("heat_how"), report.heat_few],
        say("themes"): [say("themes_how")],
        say("evidence"): [say("evidence_how")],
        say("keywords"): [say("keywords_how")],
        say("contrasts"): [*filter(None, [report.contrasts.how]), *report.contrasts.notes],
        say("sharing"): _sharing(m),
        say("spelling"): [
            report.spelling.summary,
            *([say("spelling_how")] if report.spelling.rows else []),
            *report.spelling.notes,
        ],
        say("read"): [
            *report.reading.notes,
            report.reading.outside,
            *report.reading.outside_texts,
            *([] if report.reading.skipped else [say("skipped_none")]),
        ],
        say("method"): report.method,
        say("limits"): report.limits,
        say("texts"): [say("texts_how"), *([report.texts_note] if report.texts_note else [])],
        say("manifest"): [say("manifest_how")],
    }
    rows = ((part, text) for part, texts in parts.items() for text in texts)
    columns = [Column(m.told("part"), width=32), Column(m.told("content"), width=110)]
    return m.sheet("method", say("method"), columns, rows)


def _sharing(m: _Maker) -> list[str]:
    say, sharing = m.wording.say, m.report.sharing
    stock = [say("stock_intro"), *sharing.stock] if sharing.stock else []
    return [*([say("sharing_how")] if sharing.passages else []), *sharing.notes, *stock]


def _texts(m: _Maker) -> Sheet:
    told = m.told
    columns = [
        Column(told("essay"), "whole", 8, told("note_number")),
        Column(told("sentence"), "whole", 10),
        Column(told("kind"), width=14),
        Column(told("text"), width=110, note=told("note_text")),
    ]
    rows = (
        (essay.number, unit.number, told("heading" if unit.heading else "sentence_kind"), pieces)
        for essay in m.report.texts
        for paragraph in essay.paragraphs
        for unit in paragraph
        for pieces in [unit.pieces]
    )
    return m.sheet("texts", m.wording.say("texts"), columns, rows)


def _record(m: _Maker) -> Sheet:
    say, record = m.wording.say, m.report.record
    parts = {
        say("record_settings"): record.settings,
        say("record_sources"): record.sources,
        say("record_versions"): record.versions,
        say("record_data"): record.data,
    }
    rows = ((part, *pair) for part, pairs in parts.items() for pair in pairs)
    columns = [
        Column(m.told("part"), width=26),
        Column(say("col_name"), width=40),
        Column(say("col_value"), width=80),
    ]
    return m.sheet("record", say("manifest"), columns, rows)
