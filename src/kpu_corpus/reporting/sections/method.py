"""How a report was made, in sentences whose numbers and calls come from the code itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kpu_corpus.analysis.comparing.sides import BLOCK
from kpu_corpus.analysis.lexicon import asked_as
from kpu_corpus.analysis.statistics.exchange import LEAST_SAMPLED_P, LISTED, SAMPLED
from kpu_corpus.analysis.statistics.proportions import MIN_ESSAYS, MIN_UNITS
from kpu_corpus.reporting.figures import Figures
from kpu_corpus.reporting.sections.accuracy import is_default, lexicon_name
from kpu_corpus.reporting.sections.cautions import SURE
from kpu_corpus.reporting.wording import Wording

if TYPE_CHECKING:
    import pandas as pd


def method(figures: Figures, wording: Wording) -> tuple[str, ...]:
    """Return what the method section says, a paragraph each."""
    return (
        _search(figures, wording),
        wording.say("method_status"),
        *_topics(figures, wording),
        wording.say("method_quotes", option=lexicon_option(figures)),
        wording.say("method_keywords"),
        wording.say("method_share"),
        wording.say("method_interval"),
        wording.say(
            "method_enough",
            sentences=wording.count("sentences", MIN_UNITS),
            essays=wording.count("essays", MIN_ESSAYS),
            too_few=wording.say("too_few"),
        ),
        *_measure(figures, wording),
        *_contrast(figures, wording),
        *_steady(figures, wording),
    )


def _steady(figures: Figures, wording: Wording) -> tuple[str, ...]:
    """Say whether the ranking of the themes holds; nothing where there is none."""
    ranked = len(figures.ranked) > 1 and any(row.sentences for row in figures.ranked)
    return (steadiness(figures.sensitivity, wording),) if ranked else ()


def steadiness(table: pd.DataFrame | None, wording: Wording) -> str:
    """Return the conclusion of :func:`kpu_corpus.sensitivity` on the themes' ranking.

    None is a table that was not made.
    """
    if table is None:
        return wording.say("steady_left_out")
    rows = table[table["table"] == "themes"]
    kept, moved = [], []
    for setting, value, changed in zip(
        rows["setting"], rows["value"], rows["changed"], strict=True
    ):
        name = wording.say(f"steady_{setting}_{value}".replace(" ", "_"))
        if changed:
            count = wording.count("themes", int(changed))
            moved.append(wording.say("steady_moved", setting=name, themes=count))
        else:
            kept.append(name)
    if not moved:
        return wording.say("steady_all", settings=wording.choice(kept))
    if not kept:
        return wording.say("steady_none", moved=wording.choice(moved))
    return wording.say("steady_some", kept=wording.choice(kept), moved=wording.choice(moved))


def _search(figures: Figures, wording: Wording) -> str:
    """Say how themes are sought, by the settings of the tokens."""
    settings = figures.manifest["settings"]
    roots = "method_no_roots" if settings["roots"] == "none" else "method_roots"
    spelling = "method_spelling" if settings["spelling"] else "method_no_spelling"
    how = wording.say("method_lexicon", lexicon=lexicon_name(figures, wording))
    return " ".join([how, wording.say(roots), wording.say(spelling)])


def _topics(figures: Figures, wording: Wording) -> tuple[str, ...]:
    """Say of which themes every mention counts; nothing where there are none."""
    names = figures.names(wording.lang)
    themes = [names[theme] for theme in figures.topics]
    return (wording.say("method_topics", themes=wording.listed(themes)),) if themes else ()


def lexicon_option(figures: Figures) -> str:
    """Return how the command line is told the lexicon; nothing for the default one."""
    name = asked_as(figures.lexicon)
    return f" --lexicon {name}" if name else ""


def _measure(figures: Figures, wording: Wording) -> tuple[str, ...]:
    """Say how to measure how often a lexicon errs; nothing of the shipped ten themes."""
    if is_default(figures):
        return ()
    name, option = lexicon_name(figures, wording), lexicon_option(figures)
    return (wording.say("method_measure", lexicon=name, option=option),)


def _contrast(figures: Figures, wording: Wording) -> tuple[str, ...]:
    """Say how groups were compared; nothing where none was."""
    made = figures.compared
    if made.themes is None:
        return ()
    told = wording.say(
        "method_contrast_pairs" if made.pairs else "method_contrast",
        block=BLOCK,
        listed=wording.whole(LISTED),
        themes=wording.whole(LISTED),
        words=wording.whole(SAMPLED),
        near=wording.decimal(LEAST_SAMPLED_P),
        sure=wording.decimal(SURE),
    )
    return (told,)
