"""Charts of differences between two sides, and of where mentions occur."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from math import isfinite
from typing import TYPE_CHECKING, Any

from kpu_corpus.corpus.values import as_label
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.checks import columns_of, is_series, string, whole
from kpu_corpus.labels import Language
from kpu_corpus.reporting.charts.canvas import (
    BLUE,
    FAINT,
    INK,
    MOST,
    RED,
    SOFT,
    Chart,
    as_shipped,
    axes_of,
    checked,
    few,
    literal,
    new,
    nothing,
    rows_of,
    say,
    ticked,
)
from kpu_corpus.reporting.naming import NAME, named, sides
from kpu_corpus.reporting.wording import Wording, clipped

if TYPE_CHECKING:
    from matplotlib.axes import Axes

TOLD = 3  # terms or rows that the alternative text names
LEAST = 0.05  # what is not shown as 0.0
OVER: Any = {"textcoords": "offset points", "ha": "center", "color": SOFT}
WIDE, DIGIT = 380.0, 4.4  # points: a row of strokes, a digit above it with the space beside it
# Of long intervals, drawn beyond the points: steps of log2, percentage points.
TAIL = {"words": 1.0, "themes": 20.0}
REACH = 1.0  # on both sides of the line at least: a tenth is what the axis tells apart
NEEDED = {
    "words": ("display", "log_ratio", "low", "high", "g2"),
    "themes": ("theme", "difference", "low", "high"),
}


@as_shipped()
def keyness(table: pd.DataFrame, *, top: int = 10, lang: Language | str = "id") -> Chart:
    """Draw the words or themes that differ most, with their 95 % intervals.

    Parameters
    ----------
    table
        :func:`kpu_corpus.compare` or :func:`kpu_corpus.keyness` of one group, or
        :func:`kpu_corpus.changes`. For words: display, log_ratio, low, high, g2; for themes: theme,
        difference, low, high.
    top
        Number of entries per direction, those with the largest g2 or difference.
    lang
        ``"id"`` (default) or ``"en"``.

    Returns
    -------
    Chart
        Circles to the right of the line are used more, squares to the left less; each is labelled
        with its term and log ratio, or its theme and the difference in percentage points. Which
        side is which stands below, unless the table has lost its manifest, as in a file.

    Raises
    ------
    InvalidArgument
        Columns are missing, the table holds several groups, ``top`` is not a number of at least 1,
        or the language is unknown.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> corpus = kc.load({"a": "Kami menjaga integritas pemilu. " * 9})
    >>> kc.charts.keyness(kc.keyness(corpus)).alt[:17]
    'Rasio log2 3 kata'
    """
    what = "themes" if "difference" in columns_of(table) else "words"
    wording = checked(table, NEEDED[what], lang)
    top = whole("top", top)
    rows = _furthest(_drawn(_one_group(table), what, lang), top)
    if rows.empty:
        return nothing(lang)
    chart = new(8, 1.2 + 0.28 * len(rows))
    title = "changes" if "change_a" in table else what
    axes = axes_of(chart, say(f"keyness_{title}", lang))
    reach = _reach(rows, TAIL[what])
    beside = reach / 30
    box = {"facecolor": "#FFFFFF", "edgecolor": "none", "pad": 1.0}
    shown, cut_off = literal(rows["name"]), ""
    for at, row in enumerate(rows_of(rows)):
        right = row.value > 0
        hue, mark = (BLUE, "o") if right else (RED, "s")
        ends = [max(float(row.low), -reach), min(float(row.high), reach)]
        axes.plot(ends, [at, at], color=hue, linewidth=2.5, alpha=0.45)
        for end, way, cut in zip(ends, "<>", (row.low < ends[0], row.high > ends[1]), strict=True):
            if cut:
                axes.plot([end], [at], way, color=hue, markersize=6, alpha=0.45)
                cut_off = say("keyness_cut", lang)
        axes.plot([row.value], [at], mark, color=hue, markersize=5)
        text = f"{shown[at]}  {wording.decimal(float(row.value), 1)}"
        x, side = (ends[0] - beside, "right") if right else (ends[1] + beside, "left")
        axes.text(x, at, text, va="center", ha=side, fontsize=8, color=INK, bbox=box)
    axes.axvline(0, color=SOFT, linewidth=0.8)
    axes.set_xlim(-reach * 1.35, reach * 1.35)
    ticked(axes, partial(wording.decimal, places=1))
    axes.set_yticks([])
    notes = [told for told in (_sides_told(table, wording), cut_off) if told]
    axes.set_xlabel("\n".join(literal(notes)), fontsize=9, color=SOFT)
    chart.alt = " ".join([_keyness_alt(rows, what, wording), *notes])
    return chart


def _sides_told(table: pd.DataFrame, wording: Wording) -> str:
    """Return which side is which, if the manifest of the table tells."""
    if table.attrs.get("kpu_corpus", {}).get("call") not in {"compare", "keyness", "changes"}:
        return ""
    in_turn = table.columns[0] not in {"term", "theme", "corpus"}
    told = sides(table, wording, as_label(table.iat[0, 0]) if in_turn else "")
    return say("keyness_sides", wording.lang, **told)


def _one_group(table: pd.DataFrame) -> pd.DataFrame:
    """Return the table; its first column names the group where terms or themes are not first."""
    key = str(table.columns[0])
    rows = {"term", "theme"} & {*map(str, table.columns)}
    if key in rows and table[key].duplicated().any():  # the groups are in the index, or behind
        raise InvalidArgument("chart_first", got=key)
    if rows and key not in rows and table[key].nunique(dropna=False) > 1:
        count, first = table[key].nunique(dropna=False), repr(table[key].tolist()[0])
        raise InvalidArgument("chart_groups", count=count, column=key, first=first)
    return table


def _drawn(table: pd.DataFrame, what: str, lang: str) -> pd.DataFrame:
    """Return the name, value, limits and size of each row; shares in percentage points."""
    if what == "themes":
        made = 100.0 * table[["difference", "low", "high"]]
        names = named(table["theme"].tolist(), None, lang, of=table)
        return made.assign(name=names, value=made["difference"], size=made["difference"].abs())
    shown = [clipped(str(display), NAME) for display in table["display"]]
    sizes = {"value": table["log_ratio"], "size": table["g2"].abs()}
    return table[["low", "high"]].assign(name=shown, **sizes)


def _furthest(table: pd.DataFrame, top: int) -> pd.DataFrame:
    """Return the rows of the largest size on both sides, the most used at the top of the chart."""
    finite = table.loc[[isfinite(value) for value in table["value"]]]
    order = finite.sort_values("size", ascending=False, kind="stable")
    kept = [order[order["value"] < 0].head(top), order[order["value"] > 0].head(top)]
    return pd.concat(kept).sort_values("value", kind="stable")


def _reach(rows: pd.DataFrame, tail: float) -> float:
    """Return how far the intervals are drawn on both sides of the line."""
    furthest = float(rows["value"].abs().max())
    ends = float(rows[["value", "low", "high"]].abs().max().max())
    return max(min(ends, furthest + tail), REACH)


def _keyness_alt(rows: pd.DataFrame, what: str, wording: Wording) -> str:
    def told(part: pd.DataFrame) -> str:
        pairs = zip(part["name"], part["value"], strict=True)
        items = [f"{name} ({wording.decimal(value, 1)})" for name, value in pairs]
        return wording.listed(items) or say("none", wording.lang)

    right = rows[rows["value"] >= LEAST].iloc[::-1].head(TOLD)
    left = rows[rows["value"] <= -LEAST].head(TOLD)
    count = wording.count(what, len(rows))
    told_sides = {"right": told(right), "left": told(left)}
    return say(f"keyness_{what}_alt", wording.lang, rows=count, **told_sides)


@as_shipped()
def dispersion(
    table: pd.DataFrame,
    *,
    rows: str = "essay",
    lengths: Mapping[Any, int] | pd.Series | None = None,
    names: Mapping[Any, str] | None = None,
    lang: Language | str = "id",
) -> Chart:
    """Draw where mentions occur: one row per essay, one stroke per sentence with mentions.

    Parameters
    ----------
    table
        :func:`kpu_corpus.evidence` or :func:`kpu_corpus.concordance`: one row per mention.
    rows
        The column whose values are the rows: ``"essay"``, or for a single essay ``"theme"`` or
        ``"surface"``.
    lengths
        Row → its number of sentences, for example
        ``tokens.sentences.groupby("essay")["sentence"].max()``; the rows end there.
    names
        Row → the name to show; by default, for themes, the label from the lexicon that made the
        table.
    lang
        ``"id"`` (default) or ``"en"``.

    Returns
    -------
    Chart
        The number of mentions is printed after each row. More than 200 rows are refused.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> found = kc.evidence(kc.load({"a": "Kami jujur. Kami belajar. Integritas penting."}))
    >>> kc.charts.dispersion(found, rows="theme").alt[:28]
    'Letak 3 sebutan di 2 baris. '
    """
    rows = string("rows", rows)
    wording = checked(table, (rows, "sentence"), lang, filled=("sentence",))
    if lengths is not None and not isinstance(lengths, Mapping) and not is_series(lengths):
        raise InvalidArgument("lengths", got=type(lengths).__name__)
    if table.empty:
        return nothing(lang)
    names_of = table[rows].map(as_label)
    keys = list(dict.fromkeys(names_of))
    few(keys, MOST)
    ends = {key: int(table.loc[names_of == key, "sentence"].max()) for key in keys}
    ends |= {key: int(lengths[key]) for key in keys if lengths is not None and key in lengths}
    last = max(1, *ends.values())  # also of a table that counts from 0
    chart = new(8, 1.2 + 0.36 * len(keys))
    axes = axes_of(chart, say("dispersion", lang))
    counts, crowded = names_of.value_counts(), False
    for at, key in enumerate(keys):
        places = table.loc[names_of == key, "sentence"].astype("int64")
        axes.plot([1, ends[key]], [at, at], color=FAINT, linewidth=1)
        crowded |= _strokes(axes, places, at, WIDE / last)
        total = wording.whole(int(counts[key]))
        axes.text(last * 1.03 + 0.5, at, total, va="center", fontsize=9, color=INK)
    axes.set_ylim(len(keys) - 0.5, -0.5)
    axes.set_xlim(0.3, last * 1.06 + 1)
    axes.locator_params(axis="x", integer=True)
    note = say("dispersion_crowded", lang) if crowded else ""
    axes.set_xlabel(f"{say('sentence', lang)}{note}", fontsize=9, color=SOFT)
    by = rows if rows == "essay" else ""
    shown = named(keys, names, lang, of=table if rows == "theme" else None, by=by)
    axes.set_yticks(range(len(keys)), literal(shown))
    chart.alt = _dispersion_alt(counts.reindex(keys), shown, wording)
    return chart


def _strokes(axes: Axes, places: pd.Series[int], at: int, step: float) -> bool:
    """Draw a stroke at each place of a row, with how many mentions it stands for.

    Of numbers that would overlap, at so many points a sentence, the larger are written; returns
    whether some are not.
    """
    axes.plot(places, [at] * len(places), "|", color=BLUE, markersize=13, markeredgewidth=1.8)
    times = {int(str(place)): int(count) for place, count in places.value_counts().items()}
    several = [place for place, count in times.items() if count > 1]
    written: dict[int, float] = {}  # place → half of the width of its number
    for place in sorted(several, key=lambda place: (-times[place], place)):
        half = DIGIT * len(f"×{times[place]}") / 2
        if all(abs(place - other) * step > half + beside for other, beside in written.items()):
            axes.annotate(f"×{times[place]}", (place, at), (0, 7), fontsize=6.5, **OVER)
            written[place] = half
    return len(written) < len(several)


def _dispersion_alt(counts: pd.Series[int], shown: Sequence[str], wording: Wording) -> str:
    rows = sorted(zip(counts, shown, strict=True), key=lambda row: -row[0])
    told = [
        say("counted", wording.lang, name=name, count=wording.whole(int(count)))
        for count, name in rows[:TOLD]
    ]
    return say(
        "dispersion_alt",
        wording.lang,
        hits=wording.count("hits", int(counts.sum())),
        rows=wording.count("rows", len(counts)),
        top=wording.listed(told),
    )
