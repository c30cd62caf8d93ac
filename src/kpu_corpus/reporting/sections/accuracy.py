"""The measured error rates of the themes, as a report states them."""

from __future__ import annotations

from typing import NamedTuple

from kpu_corpus.analysis.lexicon import SHIPPED, asked_as, load_lexicon
from kpu_corpus.labels import label
from kpu_corpus.reporting.figures import Figures
from kpu_corpus.reporting.wording import Wording


class Measured(NamedTuple):
    """How the shipped ten themes do on sentences that nobody read who tuned them.

    ``sets`` are files of benchmarks/data, measured by `python -m benchmarks.themes_accuracy`;
    ``f1`` is that of each, ``wrong`` the share of the marks of all that are, ``missed`` that of the
    sentences with a theme. tests/test_docs.py measures again.
    """

    sets: tuple[str, ...]
    sentences: int
    f1: tuple[float, ...]
    wrong: float
    missed: float


ESSAYS = Measured(("themes_essays.csv",), 285, (0.82,), 0.21, 0.15)
OTHERS = Measured(("themes_unseen.csv", "themes_unseen_more.csv"), 2_497, (0.68, 0.63), 0.34, 0.37)


def is_measured(figures: Figures) -> bool:
    """Tell whether it is known how often the lexicon of a report errs."""
    return figures.lexicon == load_lexicon()


def accuracy(figures: Figures, wording: Wording) -> str:
    """Return how often the themes err; of another lexicon than the default that it is unknown."""
    if not is_measured(figures):
        section = wording.say("method")
        name = lexicon_name(figures, wording)
        return wording.say("accuracy_unknown", lexicon=name, section=section)
    told = [_told(wording, measured) for measured in (ESSAYS, OTHERS)]
    return wording.say(
        "accuracy",
        **{f"{name}_{at}": shown for at, one in enumerate(told, 1) for name, shown in one.items()},
    )


def lexicon_name(figures: Figures, wording: Wording) -> str:
    """Return the lexicon as people call it: a shipped one by its name, others by their file."""
    key = asked_as(figures.lexicon)
    if key in SHIPPED:
        return label(f"value.lexicon_{key}", wording.lang)
    return figures.lexicon.name


def _told(wording: Wording, measured: Measured) -> dict[str, str | int]:
    return {
        "sentences": wording.count("sentences", measured.sentences),
        "wrong": round(100 * measured.wrong),
        "missed": round(100 * measured.missed),
    }
