"""What a report says, as plain frozen values: computed here once, rendered anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kpu_corpus.analysis.statistics.proportions import MIN_ESSAYS, MIN_UNITS
from kpu_corpus.grouping import NO_VALUE
from kpu_corpus.labels import is_label, label
from kpu_corpus.reporting.answer import answer, state_shares
from kpu_corpus.reporting.figures import Figures
from kpu_corpus.reporting.fulltext import Essay, full_texts
from kpu_corpus.reporting.quotes import Pieces, best_quotes
from kpu_corpus.reporting.record import Reading, Record, reading, record
from kpu_corpus.reporting.wording import Wording, clipped

WIDE = 8  # groups that still fit side by side on a sheet of A4; more go below each other
STEPS = (0.0, 0.1, 0.2, 0.35, 0.5)  # lower limits of the shades of the heatmap
NAME, TITLE = 60, 160  # characters of a name in a table and of a title


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a row or column: its name, a second line and a remark."""

    name: str
    detail: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the heatmap: the figure, its range, the shade (0 to 5) or too little text."""

    shown: str
    detail: str
    shade: int
    enough: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """The heatmap: themes × groups, or groups × themes when there are many groups."""

    heading: str
    corner: str
    columns: tuple[Head, ...]
    rows: tuple[tuple[Head, tuple[Cell, ...]], ...]
    narrow: bool
    legend: tuple[tuple[int, str], ...]
    short: bool


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """One theme in the whole corpus; ``line`` is (low, share, high) when an interval is stated."""

    name: str
    sentences: str
    share: str
    interval: str
    line: tuple[float, float, float] | None
    essays: str
    asserted: str
    aspired: str
    uncounted: str


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """One sentence of the evidence, its place in words and as the anchor of the full text."""

    pieces: Pieces
    status: str
    place: str
    anchor: str


@dataclass(frozen=True, slots=True)
class ThemeEvidence:
    """The best sentences of a theme, how many there are, and what the theme means."""

    name: str
    definition: str
    total: str
    quotes: tuple[QuoteRow, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a report says, in its order."""

    lang: str
    subtitle: str
    dates: str
    answer: tuple[str, ...]
    grid: Grid
    heat_few: str
    themes: tuple[ThemeRow, ...]
    evidence: tuple[ThemeEvidence, ...]
    keywords: tuple[tuple[Head, tuple[str, ...]], ...]
    keywords_corner: str
    reading: Reading
    method: tuple[str, ...]
    limits: tuple[str, ...]
    texts: tuple[Essay, ...]
    texts_note: str
    record: Record


def content(figures: Figures, lang: str) -> Report:
    """Turn the tables of a report into what it says in a language."""
    wording = Wording(lang)
    read = reading(figures, wording)
    evidence = tuple(_evidence(figures, wording, row) for row in figures.ranked)
    texts = full_texts(figures, wording, {q.anchor for theme in evidence for q in theme.quotes})
    return Report(
        lang=lang,
        subtitle=_subtitle(figures, wording),
        dates=_dates(figures, wording),
        answer=answer(figures, wording),
        grid=_grid(figures, wording),
        heat_few=wording.say("heat_few", least=wording.count("sentences", MIN_UNITS)),
        themes=tuple(_theme(figures, wording, row) for row in figures.ranked),
        evidence=evidence,
        keywords=_keywords(figures, wording),
        keywords_corner=wording.say("col_essay" if figures.by == "essay" else "group"),
        reading=read,
        method=_method(figures, wording),
        limits=tuple(wording.say(f"limit_{name}") for name in ("lexicon", "status", "people")),
        texts=texts,
        texts_note="" if len(texts) == len(figures.numbers) else wording.say("texts_quoted"),
        record=record(figures, wording),
    )


def _subtitle(figures: Figures, wording: Wording) -> str:
    corpus = figures.tokens.corpus
    return wording.say(
        "subtitle",
        essays=wording.count("essays", len(corpus)),
        words=wording.count("words", int(corpus.essays["words"].sum())),
        sources=clipped(corpus.documents[0].name, NAME)
        if len(corpus.documents) == 1
        else wording.count("files", len(corpus.documents)),
    )


def _dates(figures: Figures, wording: Wording) -> str:
    dates = sorted({item.date for item in figures.tokens.corpus.items if item.date})
    if not dates:
        return ""
    first, last = wording.date(clipped(dates[0], NAME)), wording.date(clipped(dates[-1], NAME))
    return wording.say("dated" if first == last else "dated_range", first=first, last=last)


def _heads(figures: Figures, wording: Wording) -> dict[str, Head]:
    """Return the head of every group, in the order of the table."""
    rows = figures.groups.drop_duplicates(figures.groups.columns[0])
    titles = {item.id: item.title for item in figures.tokens.corpus.items}
    heads: dict[str, Head] = {}
    for group, units, enough in zip(rows.iloc[:, 0], rows["units"], rows["enough"], strict=True):
        size = wording.count("sentences", int(units))
        note = "" if enough else wording.say("too_few")
        if figures.by == "essay":
            number = wording.say("essay", n=figures.numbers[group])
            title = clipped(titles[group] or wording.say("no_title"), NAME)
            heads[group] = (
                Head(number, size, note)
                if _wide(figures)
                else Head(f"{number}. {title}", size, note)
            )
        elif figures.by is None:
            heads[group] = Head(wording.say("whole_corpus"), size, note)
        else:
            name = wording.say("no_value") if group == NO_VALUE else clipped(group, NAME)
            heads[group] = Head(name, size, note)
    return heads


def _wide(figures: Figures) -> bool:
    return figures.groups.iloc[:, 0].nunique() <= WIDE


def _grid(figures: Figures, wording: Wording) -> Grid:
    heads = _heads(figures, wording)
    names = figures.lexicon.labels(wording.lang)
    themes = {theme: Head(clipped(name, NAME)) for theme, name in names.items()}
    cells = {
        (row[0], row.theme): _cell(row, wording) for row in figures.groups.itertuples(index=False)
    }
    if _wide(figures):
        rows = [(head, tuple(cells[g, t] for g in heads)) for t, head in themes.items()]
        corner, columns = wording.say("theme"), tuple(heads.values())
    else:
        rows = [(head, tuple(cells[g, t] for t in themes)) for g, head in heads.items()]
        corner, columns = wording.say("group"), tuple(themes.values())
        corner = wording.say("col_essay") if figures.by == "essay" else corner
    return Grid(
        heading=_heading(figures, wording),
        corner=corner,
        columns=columns,
        rows=tuple(rows),
        narrow=not _wide(figures),
        legend=_legend(wording),
        short=not all(cell.enough for cell in cells.values()),
    )


def _heading(figures: Figures, wording: Wording) -> str:
    if figures.by == "essay":
        return wording.say("heat")
    if figures.by is None:
        return wording.say("heat_none")
    name = f"column.{figures.by}"
    by = label(name, wording.lang) if is_label(name) else clipped(figures.by, NAME)
    return wording.say("heat_by", by=by)


def _cell(row: Any, wording: Wording) -> Cell:
    if not row.enough:
        part = wording.say("of", part=wording.whole(row.sentences), whole=wording.whole(row.units))
        return Cell(part, "", 0, False)
    return Cell(
        wording.percent(row.share), wording.interval(row.low, row.high), shade(row.share), True
    )


def shade(share: float) -> int:
    """Return the shade of a share: 0 for none, 1 to 5 by the steps of the legend."""
    return sum(share > step for step in STEPS)


def _legend(wording: Wording) -> tuple[tuple[int, str], ...]:
    ends = [*STEPS[1:], 1.0]
    ranges = [wording.interval(low, high) for low, high in zip(STEPS, ends, strict=True)]
    return ((0, wording.percent(0.0)), *enumerate(ranges, start=1))


def _theme(figures: Figures, wording: Wording, row: Any) -> ThemeRow:
    stated = state_shares(figures)
    return ThemeRow(
        name=figures.lexicon.labels(wording.lang)[row.theme],
        sentences=wording.say(
            "of", part=wording.whole(row.sentences), whole=wording.whole(row.units)
        ),
        share=wording.percent(row.share) if stated else wording.say("too_few"),
        interval=wording.interval(row.low, row.high) if figures.enough else wording.say("too_few"),
        line=(row.low, row.share, row.high) if figures.enough else None,
        essays=wording.say(
            "of",
            part=wording.whole(len(figures.essays_with(row.theme))),
            whole=wording.whole(len(figures.numbers)),
        ),
        asserted=wording.whole(figures.hits(row.theme, "asserted")),
        aspired=wording.whole(figures.hits(row.theme, "aspired")),
        uncounted=wording.whole(figures.hits(row.theme, "name", "negated", "quoted")),
    )


def _evidence(figures: Figures, wording: Wording, row: Any) -> ThemeEvidence:
    theme = next(theme for theme in figures.lexicon.themes if theme.key == row.theme)
    quotes = best_quotes(figures, row.theme)
    text = theme.definition.get(wording.lang, "")
    total = wording.count("sentences", row.sentences)
    return ThemeEvidence(
        name=figures.lexicon.labels(wording.lang)[row.theme],
        definition=wording.say("definition", text=text) if text else "",
        total=wording.say("quotes_of", shown=wording.whole(len(quotes)), all=total)
        if quotes
        else wording.say("no_quotes"),
        quotes=tuple(
            QuoteRow(
                pieces=quote.pieces,
                status=label(f"status.{quote.status}", wording.lang),
                place=wording.say(
                    "see_text",
                    essay=wording.say("essay", n=figures.numbers[quote.essay]),
                    n=quote.sentence,
                ),
                anchor=f"e{figures.numbers[quote.essay]}-{quote.sentence}",
            )
            for quote in quotes
        ),
    )


def _keywords(figures: Figures, wording: Wording) -> tuple[tuple[Head, tuple[str, ...]], ...]:
    table = figures.keywords
    found: dict[str, list[str]] = {}
    for group, display, count in zip(
        table.iloc[:, 0], table["display"], table["count"], strict=True
    ):
        shown = wording.say("keyword", display=clipped(display, NAME), count=wording.whole(count))
        found.setdefault(group, []).append(shown)
    heads = _heads(figures, wording)
    return tuple((head, tuple(found.get(group, ()))) for group, head in heads.items())


def _method(figures: Figures, wording: Wording) -> tuple[str, ...]:
    return (
        wording.say("method_lexicon", lexicon=figures.lexicon.name),
        wording.say("method_status"),
        wording.say("method_share"),
        wording.say("method_interval"),
        wording.say(
            "method_enough",
            sentences=wording.count("sentences", MIN_UNITS),
            essays=wording.count("essays", MIN_ESSAYS),
            too_few=wording.say("too_few"),
        ),
    )
