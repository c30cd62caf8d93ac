"""What a report says, as plain frozen values: computed here once, rendered anywhere."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any

from kpu_corpus.analysis.statistics.proportions import MIN_ESSAYS, MIN_UNITS
from kpu_corpus.labels import label
from kpu_corpus.reporting.belonging import group_of
from kpu_corpus.reporting.figures import Figures
from kpu_corpus.reporting.sections.answer import answer
from kpu_corpus.reporting.sections.contrast import Contrasts, contrasts
from kpu_corpus.reporting.sections.fulltext import Essay, full_texts
from kpu_corpus.reporting.sections.grid import TITLE, Grid, Head, anchor_of, grid_of, heads_of
from kpu_corpus.reporting.sections.method import lexicon_option, method
from kpu_corpus.reporting.sections.quotes import (
    Pieces,
    Quote,
    all_quotes,
    best_quotes,
    uncounted_quotes,
)
from kpu_corpus.reporting.sections.record import Reading, Record, reading, record
from kpu_corpus.reporting.sections.sharing import Sharing, sharing
from kpu_corpus.reporting.sections.slips import Slips, slips
from kpu_corpus.reporting.wording import NAME, Wording, clipped

MOST = 200  # sentences listed of a theme
LEFT = 60  # mentions listed that do not count: on paper, too


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """One theme in the whole corpus; ``line`` is (low, share, high) when an interval is stated.

    ``anchor`` is that of its evidence.
    """

    name: str
    anchor: str
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
    """One sentence of the evidence, its place in words and as the anchor of the full text.

    ``group`` is the group of its essay, where the report is by groups of essays.
    """

    pieces: Pieces
    status: str
    group: str
    place: str
    anchor: str


@dataclass(frozen=True, slots=True)
class ThemeEvidence:
    """The best sentences of a theme, how many there are, what the theme means, by whose words.

    ``all`` are all sentences in the order of the text, where there are more than the best; ``rest``
    says how to get those beyond the first. ``left`` are the mentions that do not count, and
    ``left_rest`` says the same of them.
    """

    name: str
    anchor: str
    definition: str
    source: str
    total: str
    quotes: tuple[QuoteRow, ...]
    all_title: str
    all: tuple[QuoteRow, ...]
    rest: str
    left_title: str
    left: tuple[QuoteRow, ...]
    left_rest: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a report says, in its order; ``texts`` are empty where it is to hold none.

    ``grid`` is None where a report is by nothing: the table of themes says it all.
    """

    lang: str
    subtitle: str
    dates: str
    answer: tuple[str, ...]
    grid: Grid | None
    heat_how: tuple[str, ...]
    themes: tuple[ThemeRow, ...]
    themes_how: tuple[str, ...]
    evidence_how: str
    evidence: tuple[ThemeEvidence, ...]
    keywords: tuple[tuple[Head, tuple[str, ...]], ...]
    keywords_corner: str
    contrasts: Contrasts
    sharing: Sharing
    spelling: Slips
    reading: Reading
    method: tuple[str, ...]
    limits: tuple[str, ...]
    texts: tuple[Essay, ...]
    texts_note: str
    record: Record

    @property
    def cited(self) -> frozenset[str]:
        """The anchors that the report leads to, as far as their texts are in it."""
        quotes = (quote.anchor for theme in self.evidence for quote in (*theme.quotes, *theme.left))
        passages = (a for one in self.sharing.passages for a in (one.anchor_a, one.anchor_b))
        slips = (slip.anchor for _, _, found in self.spelling.rows for slip in found)
        return frozenset(a for a in (*quotes, *passages, *slips) if self.holds(a))

    def holds(self, anchor: str) -> bool:
        """Tell whether the text of an anchor is in the report."""
        return any(essay.anchor == anchor.split("-")[0] for essay in self.texts)


def content(figures: Figures, lang: str, *, text: bool = True) -> Report:
    """Turn the tables of a report into what it says in a language, with or without full texts."""
    wording = Wording(lang)
    read = reading(figures, wording)
    grid = grid_of(figures, wording) if figures.by else None
    heat_how = _heat_how(figures, wording, grid) if grid else ()
    evidence = tuple(_evidence(figures, wording, row) for row in figures.ranked)
    cited = {q.anchor for theme in evidence for q in theme.quotes}
    texts = full_texts(figures, wording, cited) if text else ()
    note = "" if len(texts) == len(figures.numbers) else wording.say("texts_quoted")
    if not text:
        read = replace(read, outside_texts=())
        evidence = tuple(
            replace(theme, all=(), rest="", left=(), left_rest="") for theme in evidence
        )
        note = wording.say("texts_left_out")
    return Report(
        lang=lang,
        subtitle=_subtitle(figures, wording),
        dates=_dates(figures, wording),
        answer=answer(figures, wording),
        grid=grid,
        heat_how=heat_how,
        themes=tuple(_theme(figures, wording, row) for row in figures.ranked),
        themes_how=_themes_how(figures, wording, heat_how),
        evidence_how=wording.say("evidence_how", section=wording.say("method")),
        evidence=evidence,
        keywords=_keywords(figures, wording),
        keywords_corner=wording.say("col_essay" if figures.by == "essay" else "col_group"),
        contrasts=contrasts(figures, wording),
        sharing=sharing(figures, wording),
        spelling=slips(figures, wording),
        reading=read,
        method=method(figures, wording),
        limits=tuple(wording.say(f"limit_{name}") for name in ("lexicon", "status", "people")),
        texts=texts,
        texts_note=note,
        record=record(figures, wording),
    )


def _subtitle(figures: Figures, wording: Wording) -> str:
    essays = wording.count("essays", len(figures.numbers))
    words = wording.count("words", sum(figures.words_of.values()))
    sentences = wording.count("sentences", figures.units)
    return " · ".join(filter(None, (essays, sentences, words, _files(figures, wording))))


def _files(figures: Figures, wording: Wording) -> str:
    """Say which file, or how many, the essays came from; nothing of texts that are no file's."""
    documents = figures.tokens.corpus.documents
    if len(documents) == 1:
        return clipped(documents[0].name, NAME)
    files = {source.origin for source in documents if source.origin}  # rows of a table share one
    if len(files) == 1:
        return clipped(PurePath(files.pop()).stem, NAME)
    return wording.count("files", len(files)) if files else ""


def _heat_how(figures: Figures, wording: Wording, grid: Grid) -> tuple[str, ...]:
    """Explain the cells that there are: with shares, of no sentence, and of too little text."""
    stated = [cell for _, row in grid.rows for cell in row if cell.enough]
    none = [cell for cell in stated if cell.share == 0]
    notes = [wording.say("heat_how"), wording.say("range_how")] if stated else []
    notes += [wording.say("heat_zero", share=cell.shown, range=cell.detail) for cell in none[:1]]
    return (*notes, *([_heat_few(figures, wording)] if grid.short else []))


def _themes_how(figures: Figures, wording: Wording, told: tuple[str, ...]) -> tuple[str, ...]:
    """Explain the table of themes, and ranges unless the heatmap has done so."""
    ranges = wording.say("range_how")
    more = (ranges,) if figures.enough and ranges not in told else ()
    return (wording.say("themes_how"), *more)


def _heat_few(figures: Figures, wording: Wording) -> str:
    """Say what is too little text for a cell: groups need essays as well as sentences."""
    least = wording.count("sentences", MIN_UNITS)
    if figures.by != "essay":
        least = wording.say("either", a=least, b=wording.count("essays", MIN_ESSAYS))
    foreign = wording.say("heat_foreign") if figures.foreign else ""
    return wording.say("heat_few", least=least, foreign=foreign)


def _dates(figures: Figures, wording: Wording) -> str:
    given = [item.date for item in figures.tokens.corpus.items if item.date]
    if not given:
        return ""
    dates = sorted(set(given))
    first, last = wording.date(clipped(dates[0], NAME)), wording.date(clipped(dates[-1], NAME))
    said = wording.say("dated" if first == last else "dated_range", first=first, last=last)
    whole = len(figures.numbers)
    if len(given) == whole:
        return said
    parts = {"part": wording.whole(len(given)), "whole": wording.whole(whole)}
    return wording.say("dated_some", dates=said, **parts)


def _theme(figures: Figures, wording: Wording, row: Any) -> ThemeRow:
    return ThemeRow(
        name=figures.names(wording.lang)[row.theme],
        anchor=anchor_of(figures, row.theme),
        sentences=wording.of(row.sentences, row.units),
        share=wording.percent(row.share) if figures.states_shares else wording.say("too_few"),
        interval=wording.interval(row.low, row.high) if figures.enough else wording.say("too_few"),
        line=(row.low, row.share, row.high) if figures.enough else None,
        essays=wording.of(len(figures.essays_with(row.theme)), len(figures.numbers)),
        asserted=wording.whole(figures.hits(row.theme, hoped=False)),
        aspired=wording.whole(figures.hits(row.theme, hoped=True)),
        uncounted=wording.whole(figures.left(row.theme)),
    )


def _evidence(figures: Figures, wording: Wording, row: Any) -> ThemeEvidence:
    theme = next(theme for theme in figures.lexicon.themes if theme.key == row.theme)
    quotes = best_quotes(figures, row.theme)
    text = theme.definition.get(wording.lang) or next(iter(theme.definition.values()), "")
    total = wording.count("sentences", row.sentences)
    every = all_quotes(figures, row.theme, MOST) if row.sentences > len(quotes) else ()
    left = figures.left(row.theme)
    return ThemeEvidence(
        name=figures.names(wording.lang)[row.theme],
        anchor=anchor_of(figures, row.theme),
        definition=wording.say("definition", text=text) if text else "",
        source=wording.say("theme_source", text=theme.source) if theme.source else "",
        total=wording.say("quotes_of", shown=wording.whole(len(quotes)), all=total)
        if quotes
        else wording.say("no_quotes"),
        quotes=tuple(_quoted(figures, wording, quote) for quote in quotes),
        all_title=wording.say("quotes_all", all=total),
        all=tuple(_quoted(figures, wording, quote) for quote in every),
        rest=_rest(figures, wording, row.theme, "sentences", row.sentences, MOST),
        left_title=wording.say("quotes_left", hits=wording.count("hits", left)),
        left=tuple(
            _quoted(figures, wording, quote) for quote in uncounted_quotes(figures, row.theme, LEFT)
        ),
        left_rest=_rest(figures, wording, row.theme, "hits", left, LEFT),
    )


def _quoted(figures: Figures, wording: Wording, quote: Quote) -> QuoteRow:
    number = figures.numbers[quote.essay]
    essay = wording.essay(quote.essay)
    return QuoteRow(
        pieces=quote.pieces,
        status=label(f"status.{quote.status}", wording.lang, cue=quote.cue),
        group=group_of(figures, wording, quote.essay),
        place=wording.say("see_text", essay=essay, n=quote.sentence),
        anchor=f"e{number}-{quote.sentence}",
    )


def _rest(figures: Figures, wording: Wording, theme: str, name: str, number: int, most: int) -> str:
    """Say how to get what a list leaves out; nothing where it is whole."""
    if number <= most:
        return ""
    return wording.say(
        "quotes_rest",
        shown=wording.whole(most),
        all=wording.count(name, number),
        theme=theme,
        lexicon=lexicon_option(figures),
    )


def _keywords(figures: Figures, wording: Wording) -> tuple[tuple[Head, tuple[str, ...]], ...]:
    table = figures.keywords
    found: dict[str, list[str]] = {}
    for group, display, count in zip(
        table.iloc[:, 0], table["display"], table["count"], strict=True
    ):
        shown = wording.say("keyword", display=clipped(display, NAME), count=wording.whole(count))
        found.setdefault(group, []).append(shown)
    heads = heads_of(figures, wording, longest=TITLE)
    return tuple((head, tuple(found.get(group, ()))) for group, head in heads.items())
