"""Charts of the shares of themes: points with intervals, and the heatmap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from math import ceil
from typing import TYPE_CHECKING, Any

from kpu_corpus.analysis.themes.themes import SHARES
from kpu_corpus.columns.grouping import labelled
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.labels import Language
from kpu_corpus.reporting.charts.canvas import (
    BLUE,
    FAINT,
    INK,
    MOST,
    SOFT,
    Chart,
    as_shipped,
    checked,
    few,
    inside,
    kind_of,
    literal,
    new,
    nothing,
    of_squares,
    plain,
    rows_of,
    say,
    squares,
    ticked,
)
from kpu_corpus.reporting.naming import named
from kpu_corpus.reporting.sections.grid import SHADES, shade
from kpu_corpus.reporting.wording import Wording

if TYPE_CHECKING:
    from matplotlib.axes import Axes

BESIDE = 3  # panels beside each other
ROOM = 0.8  # share of the axis that intervals take; the figures stand beside them
LEFT = 0.15  # share of the axis that a figure takes left of an interval
TICKS = ((0.3, 0.05), (0.6, 0.1), (1.0, 0.2))  # up to this end of the axis: one tick every
CELL = (0.9, 0.36)  # width and height in inches, of the heatmap
MARGINS = (0.3, 0.8)  # what stands beside its cells and labels, above them the title
WHITE = "#FFFFFF"
TOLD = 3  # themes that the alternative text names with their numbers


@as_shipped()
def themes(
    table: pd.DataFrame,
    *,
    names: Mapping[Any, str] | None = None,
    lang: Language | str = "id",
) -> Chart:
    """Draw the share of every theme with its 95 % interval, the largest at the top.

    Parameters
    ----------
    table
        :func:`kpu_corpus.themes`; one panel for each essay or group in it.
    names
        Theme or group → the name to show; by default, for themes, the label from the lexicon that
        made the table, else the key.
    lang
        ``"id"`` (default) or ``"en"``.

    Returns
    -------
    Chart
        If there is too little text, a panel shows counts instead of shares. More than 200 panels
        are refused, and so is a table with several rows of a theme for one value of its first
        column.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> table = kc.themes(kc.load({"a": "Kami menjaga integritas. " * 12}))
    >>> kc.charts.themes(table).alt[:28]
    'Persentase kalimat tiap tema'
    """
    wording = checked(table, SHARES, lang, filled=SHARES[1:])
    if table.empty:
        return nothing(lang)
    table, by, groups = _grouped(table)
    means = table.groupby("theme", sort=False)["share"].mean()
    order = means.sort_values(ascending=False, kind="stable")[::-1]  # as it is read, from below
    keys = [str(key) for key in order.index]
    rows, columns = -(-len(groups) // BESIDE), min(len(groups), BESIDE)
    chart = new(2.6 + 3.2 * columns, rows * (0.9 + 0.3 * len(keys)))
    chart.suptitle(say("themes", lang), x=0.01, ha="left", fontsize=11, color=INK)
    panels = chart.subplots(rows, columns, sharex=True, sharey=True, squeeze=False)
    shown = literal(named(groups, names, lang, by=by))
    end = _end(table)
    for at, axes in enumerate(panels.flat):
        if at >= len(groups):
            axes.set_visible(False)
            continue
        places = {
            keys.index(row.theme): row for row in rows_of(table[table.iloc[:, 0] == groups[at]])
        }
        _panel(axes, places, end, _limit(table, end), wording)
        axes.tick_params(labelbottom=at + columns >= len(groups))  # nothing stands below
        if len(groups) > 1:
            axes.set_title(shown[at], loc="left", fontsize=9, color=SOFT)
    first = panels[0][0]
    first.set_yticks(range(len(keys)), literal(named(keys, names, lang, of=table)))
    chart.alt = _themes_alt(table, groups, keys, names, wording)
    return chart


def _grouped(table: pd.DataFrame) -> tuple[pd.DataFrame, str, list[str]]:
    """Return a table with its groups in letters, their column and the groups.

    Raises InvalidArgument where one row of a theme and group hides another, and for many groups.
    """
    by = str(table.columns[0])
    table = labelled(table, [by])
    if by in SHARES:  # the groups are in the index, or behind
        raise InvalidArgument("chart_first", got=by)
    hidden = table[table.duplicated([by, "theme"])]
    if not hidden.empty:
        group, theme = repr(hidden[by].iloc[0]), hidden["theme"].iloc[0]
        raise InvalidArgument("chart_twice", by=repr(by), group=group, theme=theme)
    groups = list(dict.fromkeys(table[by]))
    few(groups, MOST)
    return table, by, groups


def _end(table: pd.DataFrame) -> float:
    """Return where the axis ends: a whole tenth that leaves room beside the widest interval."""
    highest = float(table.loc[table["enough"], "high"].max()) if table["enough"].any() else 1.0
    return min(1.0, max(1, ceil(10 * highest / ROOM)) / 10)


def _limit(table: pd.DataFrame, end: float) -> float:
    """Return how far the axis goes: beyond its end where a figure has room on neither side."""
    sure = table[table["enough"]]
    wide = sure[(sure["high"] > ROOM * end) & (sure["low"] < LEFT * end)]
    return end if wide.empty else max(end, float(wide["high"].max()) / ROOM)


def _panel(
    axes: Axes, places: Mapping[int, Any], end: float, limit: float, wording: Wording
) -> None:
    plain(axes)
    axes.set_xlim(0, limit)
    step = next(step for most, step in TICKS if end <= most)
    axes.set_xticks([step * tick for tick in range(int(end / step + 0.01) + 1)])
    ticked(axes, wording.round_percent)
    axes.grid(axis="x", color=FAINT, linewidth=0.5)
    axes.set_axisbelow(True)
    for at, row in places.items():
        if row.enough:
            axes.plot([row.low, row.high], [at, at], color=BLUE, linewidth=2.5, alpha=0.45)
            axes.plot([row.share], [at], "o", color=BLUE, markersize=5)
        right = float(row.high) + 0.015 * end if row.enough else 0.02 * end
        place: dict[str, Any] = {"x": right, "ha": "left"}
        if right > (ROOM + 0.02) * limit:
            place = {"x": float(row.low) - 0.015 * end, "ha": "right"}
        axes.text(y=at, s=_value(row, wording), va="center", fontsize=8, color=INK, **place)


def _value(row: Any, wording: Wording) -> str:
    if row.enough:
        return wording.percent(float(row.share))
    part = wording.of(row.sentences, row.units)
    return f"{part} ({wording.say('too_few')})"


def _themes_alt(
    table: pd.DataFrame,
    groups: list[Any],
    keys: list[str],
    names: Mapping[Any, str] | None,
    wording: Wording,
) -> str:
    """Say what stands at the top: of one group with its numbers, of several each one's first."""
    lang = wording.lang
    said = []
    labels = named(groups, names, lang, by=str(table.columns[0]))
    for group, name in zip(groups, labels, strict=True):
        rows = rows_of(table[table.iloc[:, 0] == group])
        rows.sort(key=lambda row: (-row.share, -keys.index(row.theme)))
        top = rows[: TOLD if len(groups) == 1 else 1]
        shown = named([row.theme for row in top], names, lang, of=table)
        parts = [
            say("point", lang, theme=theme, value=_with_range(row, wording))
            for theme, row in zip(shown, top, strict=True)
        ]
        text = wording.listed(parts)
        said.append(text if len(groups) == 1 else say("group_top", lang, group=name, top=text))
    return say("themes_alt", lang, themes=wording.count("themes", len(keys)), top="; ".join(said))


def _with_range(row: Any, wording: Wording) -> str:
    if not row.enough:
        return _value(row, wording)
    return f"{wording.percent(float(row.share))} ({wording.interval(row.low, row.high)})"


@as_shipped()
def heatmap(
    table: pd.DataFrame,
    *,
    names: Mapping[Any, str] | None = None,
    lang: Language | str = "id",
) -> Chart:
    """Draw themes × essays or groups, with the share printed in every cell; darker is larger.

    Parameters
    ----------
    table
        :func:`kpu_corpus.themes`.
    names
        Theme or group → the name to show; by default, for themes, the label from the lexicon that
        made the table, else the key.
    lang
        ``"id"`` (default) or ``"en"``.

    Returns
    -------
    Chart
        Cells with too little text are hatched and show the count. More than 200 essays or groups
        are refused, and so is a table with several rows for one cell.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> table = kc.themes(kc.load({"a": "Kami menjaga integritas. " * 12}))
    >>> len(kc.charts.heatmap(table).axes[0].texts)
    10
    """
    wording = checked(table, SHARES, lang, filled=SHARES[1:])
    if table.empty:
        return nothing(lang)
    table, by, groups = _grouped(table)
    keys = list(dict.fromkeys(table["theme"]))
    chart = new(*MARGINS)
    chart.suptitle(say("heatmap", lang), x=0.01, ha="left", fontsize=11, color=INK)
    axes = chart.add_subplot()
    plain(axes)
    looks: dict[int | None, list[tuple[int, int]]] = defaultdict(list)
    for row in rows_of(table):
        x, y = keys.index(row.theme), groups.index(row[0])
        looks[shade(row.share) if row.enough else None].append((x, y))
        _figure(axes, x, y, row, wording)
    for at, places in looks.items():
        if at is None:
            squares(axes, places, facecolor=WHITE, edgecolor=FAINT, hatch="////")
        else:
            squares(axes, places, facecolor=f"#{SHADES[at][0]}", edgecolor=WHITE)
    axes.xaxis.tick_top()
    columns = named(keys, names, lang, of=table)
    of_squares(axes, columns, named(groups, names, lang, by=by), "left")
    _fit(chart, axes)
    chart.alt = _heat_alt(table, names, wording)
    return chart


def _fit(chart: Chart, axes: Axes) -> None:
    """Make the heatmap as large as its cells and labels, which have names of any length."""
    groups, keys = axes.get_yticklabels(), axes.get_xticklabels()
    beside = max(label.get_window_extent().width for label in groups)
    above = [label.get_window_extent() for label in keys]
    chart.set_size_inches(
        MARGINS[0] + CELL[0] * len(keys) + (beside + max(box.width for box in above)) / chart.dpi,
        MARGINS[1] + CELL[1] * len(groups) + max(box.height for box in above) / chart.dpi,
    )


def _figure(axes: Axes, x: int, y: int, row: Any, wording: Wording) -> None:
    if row.enough:
        text = wording.percent(float(row.share))
        inside(axes, x, y, text, f"#{SHADES[shade(row.share)][1]}")
    else:
        box = {"facecolor": WHITE, "edgecolor": "none", "pad": 1}
        inside(axes, x, y, f"{row.sentences}/{row.units}", INK, box)


def _heat_alt(table: pd.DataFrame, names: Mapping[Any, str] | None, wording: Wording) -> str:
    lang, sure, by = wording.lang, table[table["enough"]], str(table.columns[0])
    groups = list(dict.fromkeys(table[by]))
    of = wording.count(kind_of(by), len(groups))
    size = {"themes": wording.count("themes", table["theme"].nunique()), "of": of}
    if sure.empty:
        return say("heatmap_few", lang, **size)
    rows = rows_of(sure)
    top = max(rows, key=lambda row: row.share)
    (theme,) = named([top.theme], names, lang, of=table)
    group = named(groups, names, lang, by=by)[groups.index(top[0])]
    value = wording.percent(top.share)
    return say("heatmap_alt", lang, **size, theme=theme, group=group, value=value)
