"""Charts of pairs: similarity of essays, and co-occurrence in sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import pairwise
from math import atan2, ceil, cos, degrees, dist, pi, sin
from typing import Any, NamedTuple

from kpu_corpus.columns.grouping import is_no_value, labelled
from kpu_corpus.corpus.values import as_label
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.checks import columns_of, whole
from kpu_corpus.ground.spellings import in_people_order
from kpu_corpus.labels import Language
from kpu_corpus.reporting.charts.canvas import (
    BLUE,
    INK,
    SOFT,
    Chart,
    as_shipped,
    axes_of,
    checked,
    few,
    inside,
    kind_of,
    literal,
    new,
    nothing,
    of_squares,
    rows_of,
    say,
    squares,
)
from kpu_corpus.reporting.naming import named
from kpu_corpus.reporting.sections.cautions import SURE
from kpu_corpus.reporting.sections.grid import SHADES
from kpu_corpus.reporting.wording import Wording

ENDS = ("essay_a", "essay_b")
PRINTED = 20  # essays up to which every value is printed
MOST_SIDES = 100  # essays of a chart, which has the square of that in cells
WIDEST = 6.0  # points of the line of the most sentences
MOST_PAIRS = 45  # all pairs of ten themes
ALONG = range(15, 86, 2)  # places of the figure of a line, in per cent of its length
CLEAR, OFF = 0.16, 0.05  # from other figures, from other lines, where a circle has the radius 1
LEVEL = 12  # names on the circle of a network; more of them would run into each other

_Point = tuple[float, ...]


class _Edge(NamedTuple):
    """A pair, the sentences with both, and whether to draw it as sure."""

    a: str
    b: str
    sentences: int
    sure: bool


@as_shipped()
def similarity(
    table: pd.DataFrame, *, names: Mapping[Any, str] | None = None, lang: Language | str = "id"
) -> Chart:
    """Draw the similarity of essays, pair by pair, with the cosine printed in every cell.

    Parameters
    ----------
    table
        :func:`kpu_corpus.similarity`: essay_a, essay_b (or another column of the essays), cosine
        (0 to 1), one row per pair.
    names
        Essay or group → the name to show.
    lang
        ``"id"`` (default) or ``"en"``.

    Returns
    -------
    Chart
        With more than 20 essays a key of colours replaces the figures; more than 100 are refused.

    Examples
    --------
    >>> import kpu_corpus as kc, pandas as pd
    >>> table = pd.DataFrame({"essay_a": ["a"], "essay_b": ["b"], "cosine": [0.5]})
    >>> kc.charts.similarity(table).alt
    'Kemiripan 2 esai. Pasangan termirip: a dan b, 0,50.'
    """
    first = next(iter(columns_of(table)), "")
    by = first.removesuffix("_a") if first.endswith("_a") else "essay"
    ends = (f"{by}_a", f"{by}_b")
    wording = checked(table, (*ends, "cosine"), lang, filled=("cosine",))
    if table.empty:
        return nothing(lang)
    essays = _in_order(pd.concat([table[name] for name in ends]))
    table = labelled(table, ends).rename(columns=dict(zip(ends, ENDS, strict=True)))
    few(essays, MOST_SIDES)
    place = {essay: at for at, essay in enumerate(essays)}
    side = 2.4 + 0.55 * min(len(essays), PRINTED)
    chart = new(side + 1, side)
    kind = kind_of(by)
    axes = axes_of(chart, say(f"similarity_{kind}", lang))
    rows = rows_of(table)
    shades: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row in rows:
        a, b = place[str(row.essay_a)], place[str(row.essay_b)]
        at = ceil(max(min(row.cosine, 1.0), 0.0) * (len(SHADES) - 1))
        shades[at] += [(a, b), (b, a)]
        for x, y in ((a, b), (b, a)) if len(essays) <= PRINTED else ():
            inside(axes, x, y, wording.decimal(float(row.cosine)), f"#{SHADES[at][1]}")
    for at, places in shades.items():
        squares(axes, places, facecolor=f"#{SHADES[at][0]}", edgecolor="#FFFFFF")
    if len(essays) > PRINTED:
        chart.legend(handles=_key(wording), loc="outside right upper", frameon=False, fontsize=8)
    shown = named(essays, names, lang, by=by)
    of_squares(axes, shown, shown, "right")
    known = dict(zip(essays, shown, strict=True))
    top = max(rows, key=lambda row: row.cosine)
    chart.alt = say(
        "similarity_alt",
        lang,
        of=wording.count(kind, len(essays)),
        a=known[str(top.essay_a)],
        b=known[str(top.essay_b)],
        value=wording.decimal(float(top.cosine)),
    )
    return chart


def _in_order(values: pd.Series[Any]) -> list[str]:
    """Return the labels of groups: by category or in natural order, those without a value last."""
    found = {*map(as_label, values)}
    kinds = values.cat.categories if str(values.dtype) == "category" else ()
    given = [kind for kind in map(as_label, kinds) if kind in found]
    return sorted([*given, *in_people_order(found.difference(given))], key=is_no_value)


def _key(wording: Wording) -> list[Any]:
    """Return what each colour of the squares means, as handles of a legend."""
    from matplotlib.patches import Patch

    last = len(SHADES) - 1
    ends = [wording.decimal(at / last, 1) for at in range(last + 1)]
    told = ["0", *(f"{low}–{high}" for low, high in pairwise(ends))]
    look: dict[str, Any] = {"edgecolor": "#C9CED6", "linewidth": 0.5}
    return [
        Patch(facecolor=f"#{ground}", label=label, **look)
        for (ground, _), label in zip(SHADES, told, strict=True)
    ]


@as_shipped()
def network(
    table: pd.DataFrame,
    *,
    names: Mapping[Any, str] | None = None,
    top: int = MOST_PAIRS,
    lang: Language | str = "id",
) -> Chart:
    """Draw which themes or words occur in the same sentences, on a circle.

    Parameters
    ----------
    table
        :func:`kpu_corpus.theme_network`: theme_a, theme_b, sentences, low, q, one row per pair; or
        :func:`kpu_corpus.network`: display_a, display_b, sentences.
    names
        Theme → the name to show; by default the label from the lexicon that made the table, else
        the key. Words are shown as in the table.
    top
        Number of pairs, in the order of the table.
    lang
        ``"id"`` (default) or ``"en"``.

    Returns
    -------
    Chart
        The width of a line grows with its number of sentences, which is printed on it. For themes,
        lines are solid if the pair is more frequent than by chance, allowing for the number of
        pairs (``q`` up to 0.05, ``low`` above 0), else dashed; pairs of words are not tested.

    Raises
    ------
    InvalidArgument
        Columns are missing, a number is below 1, or the language is unknown.

    Examples
    --------
    >>> import kpu_corpus as kc, pandas as pd
    >>> row = {"theme_a": "integritas", "theme_b": "disiplin", "sentences": 3}
    >>> kc.charts.network(pd.DataFrame([row | {"low": 0.2, "q": 0.01}])).alt[:33]
    'Jejaring 2 tema dengan 1 pasangan'
    """
    words = "display_a" in columns_of(table)
    ends = ("display_a", "display_b") if words else ("theme_a", "theme_b")
    wording = checked(table, (*ends, "sentences", *(() if words else ("low", "q"))), lang)
    top = whole("top", top)
    pairs = table[table["sentences"] > 0].head(top)
    if pairs.empty:
        return nothing(lang)
    drawn = pairs if words else table
    keys = list(dict.fromkeys(map(str, [*drawn[ends[0]], *drawn[ends[1]]])))
    told = named(keys, None, lang) if words else named(keys, names, lang, of=table)
    shown = dict(zip(keys, told, strict=True))
    many = len(keys) > LEVEL
    chart = new(7.5, 7.5 if many else 6.5)
    of = "words" if words else "network"
    # names stand outside the axes: the title above and the key below have to clear them
    chart.suptitle(say(of, lang), x=0.01, ha="left", fontsize=11, color=INK)
    chart.supxlabel(say(f"{of}_key", lang), fontsize=8, color=SOFT)
    axes = axes_of(chart, "")
    edges = _edges(pairs, ends)
    points = _circle(axes, shown, turned=many)
    for edge in edges:
        _line(axes, points[edge.a], points[edge.b], edge, most=edges[-1].sentences)
    _figures(axes, points, edges)
    high = 1.7 if many else 1.25
    axes.set(xlim=(-1.7, 1.7), ylim=(-high, high), xticks=[], yticks=[], aspect="equal")
    axes.spines["bottom"].set_visible(False)
    a, b, sentences, _ = edges[-1]
    chart.alt = say(
        f"{of}_alt",
        lang,
        nodes=wording.count("words" if words else "themes", len(keys)),
        pairs=wording.count("links", len(edges)),
        a=shown[a],
        b=shown[b],
        sentences=wording.count("sentences", sentences),
        sure=wording.count("links", sum(edge.sure for edge in edges)),
    )
    return chart


def _edges(pairs: pd.DataFrame, ends: tuple[str, str]) -> list[_Edge]:
    """Return the pairs, the most frequent last, of equal ones the first; words count as sure."""
    tested = "q" in pairs.columns
    sure = (pairs["q"] <= SURE) & (pairs["low"] > 0) if tested else [True] * len(pairs)
    rows = zip(pairs[ends[0]], pairs[ends[1]], pairs["sentences"], sure, strict=True)
    edges = [_Edge(str(a), str(b), int(count), bool(found)) for a, b, count, found in rows]
    return sorted(edges, key=lambda edge: -edge.sentences)[::-1]


def _circle(axes: Any, shown: Mapping[str, str], *, turned: bool) -> dict[str, tuple[float, float]]:
    """Draw the names on a circle, level or turned outwards, and return their places."""
    points = {key: _on_circle(at, len(shown)) for at, key in enumerate(shown)}
    for name, (x, y) in zip(literal(shown.values()), points.values(), strict=True):
        axes.plot([x], [y], "o", color=BLUE, markersize=9, zorder=3)
        side = "center" if abs(x) < 0.2 and not turned else "left" if x > -1e-9 else "right"
        level = "center" if abs(x) >= 0.2 or turned else "bottom" if y > 0 else "top"
        angle = degrees(atan2(y, x) if side == "left" else atan2(-y, -x)) if turned else 0.0
        placed = {"ha": side, "va": level, "rotation": angle, "rotation_mode": "anchor"}
        axes.text(1.08 * x, 1.08 * y, name, fontsize=9, color=INK, **placed)
    return points


def _on_circle(at: int, count: int) -> tuple[float, float]:
    """Return a place on the circle, the first at the top, clockwise."""
    angle = pi / 2 - 2 * pi * at / count
    return cos(angle), sin(angle)


def _line(
    axes: Any, a: tuple[float, float], b: tuple[float, float], edge: _Edge, *, most: int
) -> None:
    sure = edge.sure
    axes.plot(
        [a[0], b[0]],
        [a[1], b[1]],
        color=BLUE if sure else SOFT,
        linewidth=1 + (WIDEST - 1) * edge.sentences / most if sure else 1,
        linestyle="-" if sure else (0, (3, 3)),
        alpha=0.55 if sure else 0.5,
        zorder=1,
    )


def _figures(axes: Any, points: Mapping[str, _Point], edges: list[_Edge]) -> None:
    """Print the sentences of every pair on its line, clear of other figures and other lines.

    The most frequent pairs choose first.
    """
    lines = [(points[edge.a], points[edge.b]) for edge in edges]
    taken = list(points.values())
    for edge, line in reversed([*zip(edges, lines, strict=True)]):
        others = [other for other in lines if other is not line]

        def clear(here: _Point, others: list[tuple[_Point, _Point]] = others) -> float:
            figures = min([CLEAR, *(dist(here, other) for other in taken)]) / CLEAR
            return 2 * figures + min([OFF, *(_off(here, *other) for other in others)]) / OFF

        pairs = tuple(zip(*line, strict=True))
        along = (tuple(a + (b - a) * at / 100 for a, b in pairs) for at in ALONG)
        place = max(along, key=clear)
        taken.append(place)
        axes.text(
            *place,
            str(edge.sentences),
            ha="center",
            va="center",
            fontsize=8,
            color=INK,
            zorder=2,
            bbox={"facecolor": "#FFFFFF", "edgecolor": "none", "pad": 0.8},
        )


def _off(here: _Point, a: _Point, b: _Point) -> float:
    """Return the distance from the straight line through two places."""
    return abs((b[0] - a[0]) * (here[1] - a[1]) - (b[1] - a[1]) * (here[0] - a[0])) / dist(a, b)
