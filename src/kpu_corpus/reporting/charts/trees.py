"""The chart of clusters: which essays join at which distance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from kpu_corpus.corpus.values import as_label
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.labels import Language
from kpu_corpus.reporting.charts.canvas import (
    BLUE,
    INK,
    SOFT,
    Chart,
    as_shipped,
    axes_of,
    checked,
    kind_of,
    literal,
    new,
    nothing,
    rows_of,
    say,
)
from kpu_corpus.reporting.naming import named
from kpu_corpus.reporting.wording import Wording

PRINTED = 40  # essays up to which every distance is printed
NAMED = 120  # … and every name
TALLEST = 24.0  # inches
SCALE = (0.0, 0.25, 0.5, 0.75, 1.0)


class _Branch(NamedTuple):
    """Leaves that have joined: at which height and distance, and in which clusters they are."""

    y: float
    distance: float
    clusters: frozenset[int]


@as_shipped()
def dendrogram(
    table: pd.DataFrame, *, names: Mapping[Any, str] | None = None, lang: Language | str = "id"
) -> Chart:
    """Draw the similarity of essays as a tree; the further left they join, the more similar.

    Parameters
    ----------
    table
        :func:`kpu_corpus.clusters`: essay (or another column of the essays), position, cluster,
        height (0 to 1).
    names
        Essay → the name to show.
    lang
        ``"id"`` (default) or ``"en"``.

    Returns
    -------
    Chart
        The cluster number follows each name; links within a cluster are solid, links between
        clusters dashed. Distances are printed for up to 40 essays, names for up to 120.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> corpus = kc.load({"a": "Integritas pemilu.", "b": "Hujan.", "c": "Pemilu integritas."})
    >>> kc.charts.dendrogram(kc.clusters(corpus)).alt
    'Dendrogram 3 esai dalam 2 gugus. Terdekat: c dan a, jarak 0,00.'
    """
    wording = checked(table, ("position", "cluster", "height"), lang)
    if table.empty:
        return nothing(lang)
    rows = rows_of(table.sort_values("position"))
    keys = [as_label(row[0]) for row in rows]
    by = str(table.columns[0])
    shown = named(keys, names, lang, by=by)
    chart = new(7.5, min(1.6 + 0.3 * len(rows), TALLEST))
    kind = kind_of(by)
    axes = axes_of(chart, say(f"dendrogram_{kind}", lang))
    for distance, low, high in _joins(rows):
        inside = len(low.clusters | high.clusters) == 1
        axes.plot(
            [low.distance, distance, distance, high.distance],
            [low.y, low.y, high.y, high.y],
            color=BLUE if inside else SOFT,
            linestyle="-" if inside else (0, (3, 3)),
            linewidth=1.4,
        )
        if len(rows) <= PRINTED:
            text, y = wording.decimal(distance), (low.y + high.y) / 2
            axes.text(distance - 0.01, y, text, ha="right", va="center", fontsize=8, color=INK)
    axes.set(xlim=(0, 1.02), ylim=(len(rows) - 0.5, -0.5))
    axes.set_xticks(SCALE, [wording.decimal(value) for value in SCALE])
    axes.set_xlabel(say("dendrogram_key", lang), fontsize=8, color=SOFT, wrap=True)
    pairs = zip(literal(shown), rows, strict=True)
    ticks = [f"{name}  [{row.cluster}]" for name, row in pairs]
    some = len(rows) <= NAMED
    axes.set_yticks(range(len(rows)) if some else [], ticks if some else [])
    chart.alt = _alt(rows, shown, wording, kind)
    return chart


def _joins(rows: list[Any]) -> Iterator[tuple[float, _Branch, _Branch]]:
    """Yield the joins of the tree from the distances of neighbours, the nearest first."""
    branches = [_Branch(y, 0.0, frozenset({row.cluster})) for y, row in enumerate(rows)]
    first, last = list(range(len(rows))), list(range(len(rows)))  # ends of the branch of each leaf
    for right in sorted(range(1, len(rows)), key=lambda leaf: (rows[leaf].height, leaf)):
        start, end = first[right - 1], last[right]
        low, high = branches[start], branches[end]
        distance = float(rows[right].height)
        yield distance, low, high
        joined = _Branch((low.y + high.y) / 2, distance, low.clusters | high.clusters)
        branches[start] = branches[end] = joined
        first[end], last[start] = start, end


def _alt(rows: list[Any], shown: list[str], wording: Wording, kind: str) -> str:
    lang, clusters = wording.lang, len({row.cluster for row in rows})
    if len(rows) == 1:
        return say("dendrogram_one", lang, of=wording.count(kind, 1), a=shown[0])
    nearest = min(range(1, len(rows)), key=lambda leaf: rows[leaf].height)
    return say(
        "dendrogram_alt",
        lang,
        of=wording.count(kind, len(rows)),
        clusters=wording.count("clusters", clusters),
        a=shown[nearest - 1],
        b=shown[nearest],
        value=wording.decimal(float(rows[nearest].height)),
    )
