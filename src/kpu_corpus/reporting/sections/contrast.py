"""Comparisons in a report: one plain sentence per row, and the few rows that are shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kpu_corpus.analysis.comparing.groups import MOST, Compared
from kpu_corpus.analysis.people import people_of
from kpu_corpus.analysis.statistics.proportions import MIN_ESSAYS, MIN_UNITS
from kpu_corpus.columns.names import column_named
from kpu_corpus.ground.printable import first_of
from kpu_corpus.labels import label
from kpu_corpus.reporting.belonging import comparable_columns, group_name, in_text
from kpu_corpus.reporting.figures import Figures
from kpu_corpus.reporting.sections.cautions import (
    SURE,
    fading,
    few_pairs,
    same_writers,
    words_a_sentence,
)
from kpu_corpus.reporting.sections.group_words import in_names
from kpu_corpus.reporting.wording import NAME, Wording, clipped

if TYPE_CHECKING:
    import pandas as pd

LONGER = 1.25  # times as long: sentences that have more themes for their length alone
THEMES, WORDS = 3, 5  # differences shown for each group
NAMED = 5  # groups named in the short answer; more are only counted
ALONE = 20  # essays without a partner that are named; more are only counted


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference beyond chance: the group, the theme or word, its sentence, how large.

    ``example`` is the sentence as running text says it, without the verdict. ``row`` is the row of
    the table that it comes from.
    """

    group: str
    name: str
    reading: str
    example: str
    size: str
    row: Any


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
        return Contrasts("", (), (), (_not_compared(made, figures, wording),))
    themes, more_themes = _strongest(made.themes, figures, wording, THEMES)
    own = in_names(made.words, made)
    terms, more_terms = _strongest(made.words[~own], figures, wording, WORDS)
    if made.pairs:
        notes = [*few_pairs(made.themes, wording), *_unpaired(made, figures, wording)]
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
        notes.append(_small(made, figures, wording))
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
    """Name the essays without a partner, with the one that may be meant or why there is none."""
    if not made.alone:
        return []
    corpus = figures.tokens.corpus
    people = people_of(corpus, str(figures.pairs))
    column, told = in_text(figures, people.by, wording), []
    for essay, near in [*made.alone.items()][:ALONE]:
        shown = wording.essay(corpus.ids[essay])
        if near >= 0:
            shown = wording.say("alone_near", essay=shown, near=wording.essay(corpus.ids[near]))
        elif people.labels[people.row[essay]] == people.missing:
            shown = wording.say("alone_blank", essay=shown, column=column)
        told.append(shown)
    told += wording.more(len(made.alone) - ALONE)
    return [wording.say("contrast_alone", essays="; ".join(told))]


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
        shown += [_difference(row, a, b, figures, wording) for row in kept.itertuples(index=False)]
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
    one = _difference(next(row.itertuples(index=False)), a, b, figures, wording)
    told = {"reading": one.reading, "points": one.size, "q": wording.decimal(one.row.q, 3)}
    return [wording.say("contrast_nearest", sure=wording.decimal(SURE), **told)]


def sides(figures: Figures, group: str, wording: Wording) -> tuple[str, str]:
    """Return the name of a group that is compared, and of what it is compared with."""
    made = figures.compared
    essays = made.by == "essay"

    def shown(one: str) -> str:
        return wording.essay(one) if essays else group_name(figures, one, made.by, wording)

    others = made.against(group)
    rest = wording.say("rest_essays" if essays else "rest_groups")
    return shown(group), shown(others[0]) if len(others) == 1 else rest


def _difference(row: Any, a: str, b: str, figures: Figures, wording: Wording) -> Difference:
    names = figures.names(wording.lang)
    told, example = (reading(row, a, b, names, wording, kind) for kind in ("", "_example"))
    if hasattr(row, "difference"):
        ends = (wording.signed(100 * value) for value in (row.low, row.difference, row.high))
        name, label_name = names[row.theme], "points"
    else:
        ends = (wording.factor(2.0**value) for value in (row.low, row.log_ratio, row.high))
        name, label_name = clipped(row.display, NAME), "factor"
        if not row.count_a or not row.count_b:  # what one side never uses has only a limit
            label_name = "factor_least" if row.count_a else "factor_most"
    low, size, high = ends
    shown = wording.say(label_name, a=a, b=b, size=size, low=low, high=high)
    return Difference(a, name, told, example, shown, row)


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


def _not_compared(made: Compared, figures: Figures, wording: Wording) -> str:
    if len(made.groups) > MOST:
        groups = wording.count("essays" if made.by == "essay" else "groups", len(made.groups))
        said = wording.say("contrast_many", groups=groups, most=MOST)
        if columns := comparable_columns(figures.tokens.corpus, MOST):
            said += " " + wording.say("contrast_by", columns=", ".join(columns))
        return said
    if len(made.groups) < 2:
        return wording.say("contrast_one")
    return groups_told(figures, wording) if made.by != "essay" else _small(made, figures, wording)


def groups_told(figures: Figures, wording: Wording, named: Sequence[str] = ()) -> str:
    """Say of groups that do not differ why, on the first page; ``named`` as in Contrasts."""
    made = figures.compared
    shown = [sides(figures, name, wording)[0] for name in made.groups]
    large = [name for name, key in zip(shown, made.groups, strict=True) if key not in made.small]
    by = in_text(figures, made.by, wording)
    if len(made.groups) > MOST:
        return wording.say("told_many", by=by, n=wording.whole(len(made.groups)), most=MOST)
    if len(made.groups) < 2:
        return wording.say("told_one", by=by, groups=wording.listed(shown))
    if made.themes is not None:
        groups = large if len(large) > 1 else [*large, wording.say("rest_groups")]
        told = _named(groups, wording)
        if made.pairs:
            people = wording.count("people", made.pairs)
            said = wording.say("told_alike_pairs", people=people, groups=told)
            few = few_pairs(made.themes, wording, "told_lone")
            return " ".join([said, *few, *named])
        said = wording.say("told_alike", by=by, groups=told)
        return " ".join([said, *named])
    least = {
        "essays": wording.count("essays", MIN_ESSAYS),
        "sentences": wording.count("sentences", MIN_UNITS),
    }
    if not large:
        return wording.say("told_small", by=by, **least)
    rest = [name for name in shown if name not in large]
    small = _named(rest, wording)
    return wording.say("told_alone", by=by, large=wording.listed(large), small=small, **least)


def _named(groups: list[str], wording: Wording) -> str:
    """Name some groups in a sentence; of many only how many they are."""
    few = len(groups) <= NAMED
    return wording.listed(groups) if few else wording.count("groups", len(groups))


def _small(made: Compared, figures: Figures, wording: Wording) -> str:
    foreign = [name for name in made.small if made.by == "essay" and name in figures.foreign]
    small = [name for name in made.small if name not in foreign]
    left, few = (
        wording.listed([sides(figures, name, wording)[0] for name in names])
        for names in (foreign, small)
    )
    kinds = {"contrast_small": few, "contrast_foreign": left}
    if made.themes is not None and "a" not in made.asked:  # compared with a rest that has them
        kinds = {"contrast_small_rest": few, "contrast_foreign_rest": left}
    rest = wording.say("rest_essays" if made.by == "essay" else "rest_groups")
    told = (wording.say(kind, groups=named, rest=rest) for kind, named in kinds.items() if named)
    return " ".join(told)


def reading(
    row: Any, a: str, b: str, names: Mapping[str, str], wording: Wording, kind: str = ""
) -> str:
    """Return what a row of :func:`kpu_corpus.compare` says of the sides ``a`` and ``b``.

    ``names`` are those of themes; ``kind`` ends the name of the label. A difference is stated as
    such only where q is at most 0.05 and its limits do not include none.
    """
    if hasattr(row, "log_ratio"):
        return label(f"compare.word{kind}", wording.lang, a=a, b=b, **_of_word(row, a, wording))
    fields = _of_theme(row, a, names, wording)
    return label(f"compare.theme{kind}", wording.lang, a=a, b=b, **fields)


def _of_word(row: Any, a: str, wording: Wording) -> dict[str, str]:
    return {
        "term": clipped(str(row.display), NAME),
        "times_a": wording.count("times", int(row.count_a)),
        "times_b": wording.count("times", int(row.count_b)),
        "rate_a": wording.decimal(float(row.rate_a), 1),
        "rate_b": wording.decimal(float(row.rate_b), 1),
        "per": wording.whole(1_000),
        "verdict": _verdict(row, float(row.log_ratio), a, wording),
    }


def _of_theme(row: Any, a: str, names: Mapping[str, str], wording: Wording) -> dict[str, str]:
    return {
        "theme": names.get(row.theme, row.theme),
        "share_a": wording.percent(float(row.share_a)),
        "share_b": wording.percent(float(row.share_b)),
        "verdict": _verdict(row, float(row.difference), a, wording),
    }


def _verdict(row: Any, difference: float, a: str, wording: Wording) -> str:
    """Say which way a row goes, where both the test and the limits say that it goes one."""
    if row.q > SURE or row.low * row.high <= 0:
        return label("compare.unsure", wording.lang)
    return label("compare.more" if difference > 0 else "compare.fewer", wording.lang, a=a)
