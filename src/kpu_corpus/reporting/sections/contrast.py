"""Comparisons in a report: the few differences that are shown, and how they were found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kpu_corpus.analysis.comparing.groups import Compared
from kpu_corpus.analysis.people import people_of
from kpu_corpus.columns.names import column_named
from kpu_corpus.ground.printable import first_of
from kpu_corpus.reporting.belonging import in_text
from kpu_corpus.reporting.figures import Figures
from kpu_corpus.reporting.sections.cautions import (
    SURE,
    fading,
    few_pairs,
    same_writers,
    words_a_sentence,
)
from kpu_corpus.reporting.sections.difference import Difference, difference, sides
from kpu_corpus.reporting.sections.group_words import in_names
from kpu_corpus.reporting.sections.uncompared import ALONE, NAMED, not_compared, small_told
from kpu_corpus.reporting.wording import NAME, Wording, clipped

if TYPE_CHECKING:
    import pandas as pd

LONGER = 1.25  # times as long: sentences that have more themes for their length alone
THEMES, WORDS = 3, 5  # differences shown for each group


@dataclass(frozen=True, slots=True)
class Contrasts:
    """What differs between the groups of a report, how it was compared, and what was not.

    ``all`` counts the differences beyond chance, shown or not, ``of_themes`` those of themes among
    them. ``cautions`` are the notes that say that sentences differ in length as the themes do, and
    that a difference rests on one word, if they do. ``sides`` are the names of two groups that were
    compared with each other. ``named`` says which words differ, but are in the names of the groups.
    """

    how: str
    themes: tuple[Difference, ...]
    words: tuple[Difference, ...]
    notes: tuple[str, ...]
    all: int = 0
    of_themes: int = 0
    cautions: tuple[str, ...] = ()
    sides: tuple[str, str] | None = None
    named: tuple[str, ...] = ()


def contrasts(figures: Figures, wording: Wording) -> Contrasts:
    """Return the strongest differences of the themes and words of a report's groups."""
    made = figures.compared
    if made.themes is None or made.words is None:
        return Contrasts("", (), (), (not_compared(made, figures, wording),))
    themes, more_themes = _strongest(made.themes, figures, wording, THEMES)
    own = in_names(made.words, made)
    terms, more_terms = _strongest(made.words[~own], figures, wording, WORDS)
    if made.pairs:
        notes = [*few_pairs(made.themes, wording), *_unpaired(made, figures, wording)]
        notes += [*_twice(made, figures, wording), *_several(made, wording)]
    else:
        notes = same_writers(figures.tokens, made.by, wording)
    if not themes and not terms:
        notes.append(wording.say("contrast_none"))
        notes += _nearest(figures, wording)
    elif not themes or not terms:
        notes.append(wording.say("contrast_no_words" if themes else "contrast_no_themes"))
    named = _of_names(made.words[own], wording)
    notes += named
    cautions = tuple(filter(None, (part(themes, figures, wording) for part in (_fading, _longer))))
    notes += cautions
    more = len(more_themes) + len(more_terms)
    if more:
        names = figures.names(wording.lang)
        told = wording.listed([names[theme] for theme in dict.fromkeys(more_themes["theme"])])
        kind = "contrast_more_themes" if told else "contrast_more"
        notes.append(wording.say(kind, more=wording.count("differences", more), themes=told))
    if made.unstated:
        left = wording.count("essays", made.unstated)
        by = in_text(figures, made.by, wording)
        notes.append(wording.say("contrast_unstated", essays=left, by=by))
    if made.small:
        notes.append(small_told(made, figures, wording))
    of_themes = len(themes) + len(more_themes)
    every = of_themes + len(terms) + len(more_terms)
    two = sides(figures, made.asked["a"], wording) if "a" in made.asked else None
    how = " ".join([_how(figures, wording), *([wording.say("contrast_words")] if terms else [])])
    return Contrasts(how, themes, terms, tuple(notes), every, of_themes, cautions, two, named)


def _of_names(own: pd.DataFrame, wording: Wording) -> tuple[str, ...]:
    """Say which words differ, of those that are in the names of the groups."""
    told = [f"“{clipped(word, NAME)}”" for word in dict.fromkeys(_clear(own)["display"])]
    return (wording.say("contrast_names", words=first_of(told, NAMED)),) if told else ()


def _unpaired(made: Compared, figures: Figures, wording: Wording) -> list[str]:
    """Name the essays without a partner and who wrote them, with the one that may be meant."""
    if not made.alone:
        return []
    corpus = figures.tokens.corpus
    people = people_of(corpus, str(figures.pairs))
    column, told = in_text(figures, people.by, wording), []

    def named(essay: int) -> str:
        name, shown = people.labels[people.row[essay]], wording.essay(corpus.ids[essay])
        if name == people.missing:
            return wording.say("alone_blank", essay=shown, column=column)
        return f"{shown}: {clipped(name, NAME)}"

    for essay, near in [*made.alone.items()][:ALONE]:
        shown = named(essay)
        if near >= 0:
            shown = wording.say("alone_near", essay=shown, near=named(near))
        told.append(shown)
    told += wording.more(len(made.alone) - ALONE)
    # a degree or an initial, last in a name, has the full stop of the sentence
    return [wording.say("contrast_alone", essays="; ".join(told).removesuffix("."))]


def _twice(made: Compared, figures: Figures, wording: Wording) -> list[str]:
    """Name the essays of people whose two essays are the same text, if there are any."""
    ids = figures.tokens.corpus.ids
    told = [
        wording.listed([wording.essay(ids[essay]) for essay in both]) for both in made.twice[:ALONE]
    ]
    told += wording.more(len(made.twice) - ALONE)
    return [wording.say("contrast_twice", essays="; ".join(told))] if told else []


def _several(made: Compared, wording: Wording) -> list[str]:
    """Name those of whom several essays on a side are added up, if there are any."""
    names = first_of([clipped(name, NAME) for name in made.several], ALONE)
    return [wording.say("contrast_added", people=names)] if names else []


def _strongest(
    table: pd.DataFrame, figures: Figures, wording: Wording, most: int
) -> tuple[tuple[Difference, ...], pd.DataFrame]:
    """Return the rows that differ beyond chance, the largest first, and those not shown."""
    by = figures.compared.by
    size = table["difference"].abs() if "difference" in table.columns else table["g2"]
    sure = _clear(table.assign(size=size))
    shown: list[Difference] = []
    left = sure
    for name, rows in sure.groupby(by, sort=False):
        a, b = sides(figures, str(name), wording)
        kept = rows.sort_values("size", ascending=False, kind="stable").head(most)
        left = left.drop(index=kept.index)
        shown += [difference(row, a, b, figures, wording) for row in kept.itertuples(index=False)]
    return tuple(shown), left.sort_values("size", ascending=False, kind="stable")


def _clear(table: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of a comparison that the test and the limits both call different."""
    return table[(table["q"] <= SURE) & (table["low"] * table["high"] > 0)]


def _fading(themes: tuple[Difference, ...], figures: Figures, wording: Wording) -> str:
    """Say which of the themes would hardly differ without one word."""
    rows = [one.row for one in themes]
    named = {str(row[0]): sides(figures, str(row[0]), wording) for row in rows}
    return fading(figures, wording, rows, named)


def _longer(themes: tuple[Difference, ...], figures: Figures, wording: Wording) -> str:
    """Say whose sentences are longer, where their themes are more frequent, and what that means."""
    told: dict[str, str] = {}
    for one in themes:
        group, more = str(one.row[0]), one.row.difference > 0
        here, there = words_a_sentence(figures, group)
        if (here if more else there) >= LONGER * (there if more else here):
            a, b = sides(figures, group, wording)
            means = {"words_a": wording.decimal(here, 1), "words_b": wording.decimal(there, 1)}
            told[group] = wording.say("contrast_lengths", a=a, b=b, **means)
    return wording.say("contrast_longer", lengths=wording.listed([*told.values()])) if told else ""


def _nearest(figures: Figures, wording: Wording) -> list[str]:
    """Say which theme's difference is the least likely by chance, and what it falls short of."""
    made = figures.compared
    assert made.themes is not None
    row = made.themes[made.themes["difference"] != 0].sort_values("p", kind="stable").head(1)
    if row.empty:
        return []
    a, b = sides(figures, str(row[made.by].iloc[0]), wording)
    one = difference(next(row.itertuples(index=False)), a, b, figures, wording)
    told = {"reading": one.reading, "points": one.size, "q": wording.decimal(one.row.q, 3)}
    return [wording.say("contrast_nearest", sure=wording.decimal(SURE), **told)]


def _how(figures: Figures, wording: Wording) -> str:
    made = figures.compared
    most: dict[str, int] = {"themes": THEMES, "words": WORDS}
    if made.by == "essay":
        return wording.say("contrast_how_essay", **most)
    by = in_text(figures, made.by, wording)
    if made.pairs:
        whose = in_text(figures, column_named(figures.tokens.corpus, str(figures.pairs)), wording)
        people = wording.count("people", made.pairs)
        left = wording.count("essays", len(made.alone))
        why = wording.say("contrast_left" if made.alone else "contrast_length", essays=left)
        told = {"by": by, "whose": whose, "people": people, "why": why}
        return wording.say("contrast_how_pairs", **told, **most)
    return wording.say("contrast_how", by=by, **most)
