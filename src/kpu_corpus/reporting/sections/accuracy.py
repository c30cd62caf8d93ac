"""The measured error rates of the themes, as a report states them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kpu_corpus.analysis.lexicon import DEFAULT, SHIPPED, asked_as, is_of_table
from kpu_corpus.labels import label
from kpu_corpus.reporting.figures import Figures
from kpu_corpus.reporting.wording import Wording


class Measured(NamedTuple):
    """How a shipped lexicon does on sentences that nobody read who tuned it.

    ``sets`` are files of benchmarks/data, measured by `python -m benchmarks.themes_accuracy`;
    ``f1`` is that of each, ``wrong`` the share of the marks of all that are, ``missed`` that of the
    sentences with a theme. tests/test_docs.py measures again.
    """

    sets: tuple[str, ...]
    sentences: int
    f1: tuple[float, ...]
    wrong: float
    missed: float


ESSAYS = Measured(("themes_essays.csv",), 285, (0.84,), 0.17, 0.16)
OTHERS = Measured(("themes_unseen.csv", "themes_unseen_more.csv"), 2_497, (0.71, 0.63), 0.28, 0.42)


MEASURED = {
    "berakhlak": (
        Measured(("berakhlak_real_check.csv",), 298, (0.76,), 0.27, 0.15),
        Measured(("berakhlak_essays.csv", "berakhlak_check.csv"), 924, (0.63, 0.73), 0.28, 0.34),
    ),
    "pemilu": (
        Measured(("pemilu_real_check.csv",), 379, (0.68,), 0.34, 0.25),
        Measured(("pemilu_essays.csv", "pemilu_check.csv"), 916, (0.68, 0.71), 0.23, 0.38),
    ),
}
"""The other shipped lexicons, on real texts and on essays and sentences made to measure them."""


def accuracy(figures: Figures, wording: Wording) -> str:
    """Return how often the themes err, if that is known, and that only reading shows where."""
    ranges = figures.enough or bool(figures.groups["enough"].any())
    then = wording.say("accuracy_ranges" if ranges else "accuracy_read")
    return f"{_measured(figures, wording)} {then}"


def is_default(figures: Figures) -> bool:
    """Tell whether the themes of a report are the shipped ten."""
    return asked_as(figures.lexicon) is None


def _measured(figures: Figures, wording: Wording) -> str:
    """Return how often the themes err; of a lexicon that is not shipped that it is unknown."""
    name = lexicon_name(figures, wording)
    if is_default(figures):
        return wording.say("accuracy", **_shown(wording, (ESSAYS, OTHERS)))
    measured = MEASURED.get(asked_as(figures.lexicon) or "")
    section = wording.say("method")
    if measured is None:
        return wording.say("accuracy_unknown", lexicon=name, section=section)
    shown = _shown(wording, measured)
    return wording.say("accuracy_shipped", lexicon=name, section=section, **shown)


def lexicon_name(figures: Figures, wording: Wording) -> str:
    """Return the lexicon as people call it: a shipped one by its name, others by their file."""
    if is_of_table(figures.lexicon):
        return label("value.lexicon_table", wording.lang)
    key = asked_as(figures.lexicon) or DEFAULT
    if key in SHIPPED:
        return label(f"value.lexicon_{key}", wording.lang)
    return figures.lexicon.name


def _shown(wording: Wording, sets: Iterable[Measured]) -> dict[str, str | int]:
    told = [_fields(wording, measured) for measured in sets]
    return {f"{name}_{at}": one[name] for at, one in enumerate(told, 1) for name in one}


def _fields(wording: Wording, measured: Measured) -> dict[str, str | int]:
    return {
        "sentences": wording.count("sentences", measured.sentences),
        "wrong": round(100 * measured.wrong),
        "missed": round(100 * measured.missed),
    }
