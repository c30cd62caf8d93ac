"""The content of a report as plain frozen values: computed here once, rendered anywhere."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import PurePath
from typing import Any

from kpu_corpus.analysis.checking.coverage import coverage
from kpu_corpus.reading.content import SUFFIXES
from kpu_corpus.reporting.figures import Figures
from kpu_corpus.reporting.sections.answer import Answer, answer
from kpu_corpus.reporting.sections.contrast import Contrasts, contrasts
from kpu_corpus.reporting.sections.evidence import ThemeEvidence, theme_evidence
from kpu_corpus.reporting.sections.fulltext import Essay, full_texts
from kpu_corpus.reporting.sections.grid import (
    TITLE,
    Grid,
    Head,
    anchor_of,
    corner_of,
    grid_of,
    heads_of,
)
from kpu_corpus.reporting.sections.method import method
from kpu_corpus.reporting.sections.record import Made, Reading, reading, record
from kpu_corpus.reporting.sections.sharing import Sharing, sharing
from kpu_corpus.reporting.sections.slips import Slips, slips
from kpu_corpus.reporting.wording import NAME, Wording, clipped

LISTED = 500  # rows of a table on pages, which people read; a workbook has all


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
class Report:
    """Everything a report says, in its order; ``text`` tells whether it may have whole texts.

    ``texts`` are those on pages. ``grid`` is None where a report is by nothing: the table of themes
    says it all.
    """

    lang: str
    subtitle: str
    dates: str
    answer: Answer
    grid: Grid | None
    themes: tuple[ThemeRow, ...]
    themes_how: tuple[str, ...]
    evidence_how: str
    evidence: tuple[ThemeEvidence, ...]
    keywords_how: tuple[str, ...]
    keywords: tuple[tuple[Head, tuple[str, ...]], ...]
    keywords_corner: str
    contrasts: Contrasts
    sharing: Sharing
    spelling: Slips
    reading: Reading
    method: tuple[str, ...]
    limits: tuple[str, ...]
    text: bool
    texts: tuple[Essay, ...]
    texts_how: tuple[str, ...]
    record_how: tuple[str, ...]
    record: tuple[Made, ...]

    @property
    def cited(self) -> frozenset[str]:
        """The anchors that the report leads to, as far as their texts are in it."""
        quotes = (quote.anchor for theme in self.evidence for quote in (*theme.quotes, *theme.left))
        passages = (a for one in self.sharing.passages for a in (one.anchor_a, one.anchor_b))
        misspelt = (slip.anchor for _, _, found in self.spelling.rows for slip in found)
        return frozenset(a for a in (*quotes, *passages, *misspelt) if self.holds(a))

    def holds(self, anchor: str) -> bool:
        """Tell whether the text of an anchor is in the report."""
        return any(essay.anchor == anchor.split("-")[0] for essay in self.texts)


def content(figures: Figures, lang: str, *, text: bool = True) -> Report:
    """Turn the tables of a report into what it says in a language, with or without full texts."""
    wording = Wording(lang, figures.apart)
    read, found = reading(figures, wording), contrasts(figures, wording)
    grid = grid_of(figures, wording) if figures.by else None
    evidence = theme_evidence(figures, wording)
    cited = {q.anchor for theme in evidence for q in theme.quotes}
    texts = tuple(full_texts(figures, wording, cited)) if text else ()
    if not text:
        read = replace(read, outside_texts=())
        evidence = tuple(
            replace(theme, all=(), rest="", left=(), left_rest="") for theme in evidence
        )
    return Report(
        lang=lang,
        subtitle=_subtitle(figures, wording),
        dates=_dates(figures, wording),
        answer=answer(figures, found, wording),
        grid=grid,
        themes=tuple(_theme(figures, wording, row) for row in figures.ranked),
        themes_how=_themes_how(figures, wording, grid),
        evidence_how=wording.say("evidence_how", section=wording.say("method")),
        evidence=evidence,
        keywords_how=(wording.say("keywords_how"),),
        keywords=_keywords(figures, wording),
        keywords_corner=corner_of(figures, wording),
        contrasts=found,
        sharing=sharing(figures, wording),
        spelling=slips(figures, wording),
        reading=read,
        method=method(figures, wording),
        limits=tuple(wording.say(f"limit_{name}") for name in ("lexicon", "status", "people")),
        text=text,
        texts=texts,
        texts_how=(wording.say("texts_how" if text else "texts_left_out"),),
        record_how=(wording.say("manifest_how"),),
        record=record(figures, wording),
    )


def on_pages(report: Report) -> Report:
    """Return a report as it is read on pages, which says what is left out: rows of long tables."""
    wording, grid, read = Wording(report.lang), report.grid, report.reading
    if grid:
        how = (*grid.how, *_unlisted(wording, len(grid.rows)))
        grid = replace(grid, rows=grid.rows[:LISTED], how=how)
    all_there = not report.text or len(report.texts) == len(read.rows)
    quoted = () if all_there else (wording.say("texts_quoted"),)
    recorded = [_unlisted(wording, len(made.on_pages)) for made in report.record]
    return replace(
        report,
        grid=grid,
        keywords_how=(*report.keywords_how, *_unlisted(wording, len(report.keywords))),
        keywords=report.keywords[:LISTED],
        reading=replace(
            read,
            rows=read.rows[:LISTED],
            notes=(*_unlisted(wording, len(read.rows)), *read.notes),
            skipped=read.skipped[:LISTED],
            skipped_how=(*read.skipped_how, *_unlisted(wording, len(read.skipped))),
        ),
        texts_how=(*report.texts_how, *quoted),
        record_how=(*report.record_how, *chain.from_iterable(recorded)),
        record=tuple(replace(made, rows=made.on_pages[:LISTED]) for made in report.record),
    )


def _unlisted(wording: Wording, rows: int) -> tuple[str, ...]:
    if rows <= LISTED:
        return ()
    return (wording.say("rows_rest", shown=wording.whole(LISTED), all=wording.whole(rows)),)


def _subtitle(figures: Figures, wording: Wording) -> str:
    essays = wording.count("essays", len(figures.numbers))
    words = wording.count("words", sum(figures.words_of.values()))
    sentences = wording.count("sentences", figures.units)
    chosen = ", ".join(figures.tokens.corpus.chosen)
    only = wording.say("only", chosen=clipped(chosen, NAME)) if chosen else ""
    return " · ".join(filter(None, (essays, sentences, words, _files(figures, wording), only)))


def _files(figures: Figures, wording: Wording) -> str:
    """Say which file, or how many, the essays came from; nothing of texts that are no file's."""
    documents = figures.tokens.corpus.documents
    if len(documents) == 1:
        return clipped(documents[0].name, NAME)
    files = {source.origin for source in documents if source.origin}  # rows of a table share one
    if len(files) == 1:
        return clipped(PurePath(files.pop()).stem, NAME)
    if not files:
        return ""
    count = wording.count("files", len(files))
    folder = _folder(figures)
    packed = PurePath(folder).suffix.lower() in SUFFIXES  # an archive, or the export of a site
    name = "files_in_one" if packed else "files_in"
    return wording.say(name, files=count, folder=folder) if folder else count


def _folder(figures: Figures) -> str:
    """Return the name of the folder that all files are in, "" where none has a name."""
    origins = [source.origin for source in figures.tokens.corpus.documents]
    if not all(origins) or len({*map(os.path.isabs, origins)}) > 1:
        return ""
    try:
        return clipped(PurePath(os.path.commonpath(origins)).name, NAME)
    except ValueError:  # on two drives of Windows
        return ""


def _themes_how(figures: Figures, wording: Wording, grid: Grid | None) -> tuple[str, ...]:
    """Explain the table of themes, which hold others, and ranges unless the heatmap has."""
    ranges = wording.say("range_how")
    more = (ranges,) if figures.enough and not (grid and ranges in grid.how) else ()
    names = figures.names(wording.lang)
    above = [names[row.theme] for row in figures.ranked if figures.lexicon.below(row.theme)]
    parents = (wording.say("themes_parents", themes=wording.listed(above)),) if above else ()
    return (wording.say("themes_how"), *_without_theme(figures, wording), *parents, *more)


def _without_theme(figures: Figures, wording: Wording) -> tuple[str, ...]:
    """Say how many sentences count for no theme; where there is one theme, its own number does."""
    if len(figures.lexicon.themes) == 1 or figures.all_foreign:
        return ()
    rest = int(coverage(figures.tokens, lexicon=figures.lexicon)["unexplained"].iloc[0])
    part = wording.part(rest, "sentences", figures.units)
    return (wording.say("themes_none", part=part),) if rest else ()


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
    unstated = wording.say("in_foreign" if figures.all_foreign else "too_few")
    return ThemeRow(
        name=figures.names(wording.lang)[row.theme],
        anchor=anchor_of(figures, row.theme),
        sentences=wording.of(row.sentences, row.units),
        share=wording.percent(row.share) if figures.states_shares else unstated,
        interval=wording.interval(row.low, row.high) if figures.enough else unstated,
        line=(row.low, row.share, row.high) if figures.enough else None,
        essays=wording.of(len(figures.theme_hits.essays_with(row.theme)), len(figures.numbers)),
        asserted=wording.whole(figures.theme_hits.hits(row.theme, hoped=False)),
        aspired=wording.whole(figures.theme_hits.hits(row.theme, hoped=True)),
        uncounted=wording.whole(figures.theme_hits.left(row.theme)),
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
    none = [wording.say("no_keywords")]
    return tuple((head, tuple(found.get(group, none))) for group, head in heads.items())
