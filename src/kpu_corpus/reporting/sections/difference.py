"""One difference in a report: its sentence, which says no more than its row, and its size."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kpu_corpus.labels import label
from kpu_corpus.reporting.belonging import group_name
from kpu_corpus.reporting.figures import Figures
from kpu_corpus.reporting.sections.cautions import SURE
from kpu_corpus.reporting.wording import NAME, Wording, clipped


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


def difference(row: Any, a: str, b: str, figures: Figures, wording: Wording) -> Difference:
    """Return the difference that a row of the sides ``a`` and ``b`` tells of."""
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


def sides(figures: Figures, group: str, wording: Wording) -> tuple[str, str]:
    """Return the name of a group that is compared, and of what it is compared with."""
    others = figures.compared.against(group)
    rest = wording.say("rest_essays" if figures.compared.by == "essay" else "rest_groups")
    other = side(figures, others[0], wording) if len(others) == 1 else rest
    return side(figures, group, wording), other


def side(figures: Figures, group: str, wording: Wording) -> str:
    """Return the name of a group, or of an essay that is compared as one."""
    by = figures.compared.by
    return wording.essay(group) if by == "essay" else group_name(figures, group, by, wording)


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
