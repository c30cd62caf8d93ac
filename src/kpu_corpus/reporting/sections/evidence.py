"""The evidence of each theme as shown: the best sentences, all, and what does not count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kpu_corpus.ground.progress import progress
from kpu_corpus.labels import label
from kpu_corpus.reporting.belonging import group_of
from kpu_corpus.reporting.figures import Figures
from kpu_corpus.reporting.sections.grid import anchor_of
from kpu_corpus.reporting.sections.method import lexicon_option
from kpu_corpus.reporting.sections.quotes import (
    Pieces,
    Quote,
    all_quotes,
    best_quotes,
    uncounted_quotes,
)
from kpu_corpus.reporting.wording import Wording

MOST = 200  # sentences listed of a theme
LEFT = 60  # mentions listed that do not count: on paper, too


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """One sentence of the evidence, its place in words and as the anchor of the full text.

    ``remark`` is its status, behind the group of its essay where the report is by groups.
    """

    pieces: Pieces
    place: str
    anchor: str
    remark: str


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


def theme_evidence(figures: Figures, wording: Wording) -> tuple[ThemeEvidence, ...]:
    """Return the evidence of every theme, the theme of most sentences first."""
    rows = progress(figures.ranked, "report")
    return tuple(_of_theme(figures, wording, row) for row in rows)


def _of_theme(figures: Figures, wording: Wording, row: Any) -> ThemeEvidence:
    theme = next(theme for theme in figures.lexicon.themes if theme.key == row.theme)
    quotes = best_quotes(figures, row.theme)
    text = theme.definition[wording.lang]
    total = wording.count("sentences", row.sentences)
    every = all_quotes(figures, row.theme, MOST) if row.sentences > len(quotes) else ()
    left = figures.theme_hits.left(row.theme)
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
    essay = wording.essay(quote.essay)
    status = label(f"status.{quote.status}", wording.lang, cue=quote.cue)
    group = group_of(figures, wording, quote.essay)
    return QuoteRow(
        pieces=quote.pieces,
        place=wording.say("see_text", essay=essay, n=quote.sentence),
        anchor=figures.anchor(quote.essay, quote.sentence),
        remark=f"{group} · {status}" if group else status,
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
