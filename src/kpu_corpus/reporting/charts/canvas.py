"""What all charts share: the figure with its alternative text, the checks, the files."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from html import escape
from os import PathLike
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any

from kpu_corpus.errors import InvalidArgument, needed
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.checks import checked_table, columns_of, language, numeric
from kpu_corpus.ground.printable import encodable, printable
from kpu_corpus.ground.writing import ending, write_whole_bytes
from kpu_corpus.labels import label
from kpu_corpus.reporting.wording import Wording

with needed("kc.charts", "matplotlib", "report"):
    import matplotlib
    import matplotlib.style
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.collections import PatchCollection
    from matplotlib.figure import Figure
    from matplotlib.layout_engine import ConstrainedLayoutEngine
    from matplotlib.patches import Rectangle

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Blue and vermilion of Okabe and Ito (2008), which people with any colour vision tell apart.
BLUE, RED, INK, SOFT, FAINT = "#0072B2", "#D55E00", "#1C1F23", "#555C66", "#C9CED6"
MOST = 200  # essays or groups of a chart
SUFFIXES = (".svg", ".png", ".pdf")
CLIP = re.compile(r'clipPath id="(\w+)"')
# Journals refuse PDF files with Type 3 fonts, the default of matplotlib; 42 is TrueType.
SAME: Any = {"svg.hashsalt": "kpu_corpus", "svg.fonttype": "path", "pdf.fonttype": 42}
ALONE = RLock()  # the settings of matplotlib are those of all threads

# What a file would say of the day and the program.
UNSAID: dict[str, dict[str, Any]] = {
    "svg": {"Date": None, "Creator": None},
    "png": {"Software": None},
    "pdf": {"CreationDate": None, "Producer": None},
}


@contextmanager
def as_shipped() -> Iterator[None]:
    """Draw with the settings that matplotlib ships, not with the caller's style (dark, large).

    What is drawn when, and so what asks for a setting, is matplotlib's affair: some ticks only
    come about when the figure is saved.
    """
    with ALONE, matplotlib.style.context("default"), matplotlib.rc_context(SAME):
        yield


class Layout(ConstrainedLayoutEngine):
    """The layout of matplotlib that makes room for all texts, begun afresh each time.

    By itself each run starts from where the last one ended, and so a chart saved twice differs.
    """

    def execute(self, fig: Figure) -> None:
        for axes in fig.axes:
            place = axes.get_subplotspec()
            if place is not None and axes.get_in_layout():  # else a caller has placed it
                axes.set_subplotspec(place)
        super().execute(fig)


class Chart(Figure):
    """A matplotlib figure with ``alt``: what it shows, in words, for those who cannot see it."""

    alt: str = ""

    def savefig(self, fname: Any, **settings: Any) -> None:
        """Save as matplotlib does, SVG, PNG and PDF with the same bytes on every run."""
        at_path = isinstance(fname, str | PathLike)
        named = Path(fname).suffix[1:] if at_path else ""
        kind = (settings.get("format") or named or matplotlib.rcParams["savefig.format"]).lower()
        if at_path and not named and "format" not in settings:
            fname = f"{fname}.{kind}"
        if kind in UNSAID:
            settings["metadata"] = UNSAID[kind] | (settings.get("metadata") or {})
        settings = {"dpi": matplotlib.rcParams["savefig.dpi"], **settings, "format": kind}
        drawn = io.StringIO()
        with as_shipped():
            super().savefig(drawn if kind == "svg" else fname, **settings)
        if kind != "svg":
            return
        text = _named_anew(drawn.getvalue(), self.alt)
        if isinstance(fname, io.TextIOBase):
            fname.write(text)
        elif hasattr(fname, "write"):
            fname.write(encodable(text).encode("utf-8"))
        else:
            Path(fname).write_bytes(encodable(text).encode("utf-8"))

    def _repr_html_(self) -> str:
        image = base64.b64encode(svg(self).encode("utf-8")).decode("ascii")
        return f'<img alt="{escape(self.alt)}" src="data:image/svg+xml;base64,{image}">'


def svg(chart: Chart) -> str:
    """Return a chart as SVG with its alternative text; the same chart gives the same SVG.

    Raises InvalidArgument for anything but a chart.
    """
    buffer = io.StringIO()
    _as_chart(chart).savefig(buffer, format="svg")
    return buffer.getvalue()


def png(chart: Chart, dpi: int = 200) -> bytes:
    """Return a chart as the bytes of a PNG file with ``dpi`` dots per inch.

    Raises InvalidArgument for anything but a chart.
    """
    buffer = io.BytesIO()
    _as_chart(chart).savefig(buffer, format="png", dpi=dpi)
    return buffer.getvalue()


def save(chart: Chart, path: str | Path) -> Path:
    """Write a chart as .svg, .png or .pdf and return the path.

    Raises InvalidArgument for another suffix or anything but a chart, KpuCorpusError if the file
    cannot be written.
    """
    target = ending(path, *SUFFIXES)
    return write_whole_bytes(target, _bytes(_as_chart(chart), target.suffix.lower()))


def _as_chart(chart: Any) -> Chart:
    if not isinstance(chart, Chart):
        raise InvalidArgument("chart_type", got=type(chart).__name__)
    return chart


def new(width: float, height: float) -> Chart:
    """Make an empty chart, its size in inches."""
    chart = Chart(figsize=(width, height), layout=Layout())
    FigureCanvasAgg(chart)
    return chart


def axes_of(chart: Chart, title: str) -> Axes:
    """Add axes with a title and without the frame."""
    axes = chart.add_subplot()
    axes.set_title(title, loc="left", fontsize=11, color=INK, wrap=True)
    plain(axes)
    return axes


def ticked(axes: Axes, write: Callable[[float], str]) -> None:
    """Write the numbers below the x axis with a function; unlike a lambda it can be pickled."""
    axes.xaxis.set_major_formatter(partial(_tick, write))


def _tick(write: Callable[[float], str], value: float, _: int) -> str:
    return write(value)


def plain(axes: Axes) -> None:
    """Take away the frame and soften the ticks."""
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(FAINT)
    axes.tick_params(length=0, labelcolor=INK, labelsize=9)


def squares(axes: Axes, places: Iterable[tuple[int, int]], **look: Any) -> None:
    """Draw cells of a table that look alike all at once: one by one, thousands take seconds."""
    made = [Rectangle((x - 0.5, y - 0.5), 1, 1) for x, y in places]
    axes.add_collection(PatchCollection(made, **look), autolim=False)


def inside(axes: Axes, x: int, y: int, text: str, ink: str, box: Any = None) -> None:
    """Write a text in the middle of a cell."""
    axes.text(x, y, text, ha="center", va="center", fontsize=8, color=ink, bbox=box)


def of_squares(axes: Axes, columns: Sequence[str], rows: Sequence[str], side: str) -> None:
    """Bound a table of squares and name its columns, turned to a side, and its rows."""
    axes.set_xlim(-0.5, len(columns) - 0.5)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.spines["bottom"].set_visible(False)
    axes.set_xticks(range(len(columns)), literal(columns), rotation=40, ha=side)
    axes.set_yticks(range(len(rows)), literal(rows))


def nothing(lang: str) -> Chart:
    """Return the chart of an empty table, which says so."""
    chart = new(6, 1.2)
    chart.alt = say("empty", lang)
    chart.text(0.5, 0.5, chart.alt, ha="center", va="center", color=SOFT)
    return chart


def say(name: str, lang: str, /, **fields: Any) -> str:
    """Return a label of the charts."""
    return label(f"chart.{name}", lang, **fields)


def literal(names: Iterable[str]) -> list[str]:
    """Return names as they are to be drawn: matplotlib takes what stands between $ for a formula.

    >>> literal(["US$5 dan US$10"])
    ['US\\\\$5 dan US\\\\$10']
    """
    return [printable(name).replace("$", r"\$") for name in names]


# Columns of which charts draw the numbers.
NUMBERS = frozenset(
    {"share", "low", "high", "sentences", "units", "difference", "log_ratio", "g2", "q"}
    | {"cosine", "sentence", "position", "cluster", "height"}
)


def checked(
    table: pd.DataFrame, columns: Sequence[str], lang: str, *, filled: Sequence[str] = ()
) -> Wording:
    """Check the language and the columns of a table; return the wording of the language.

    Raises InvalidArgument naming the columns that are missing, the first whose numbers are text, as
    those of a file with decimal commas, or the first of ``filled`` that has blanks.
    """
    language(lang)
    found = columns_of(checked_table(table))
    if missing := [name for name in columns if name not in found]:
        missed, got = ", ".join(missing), ", ".join(found)
        raise InvalidArgument("chart_columns", missing=missed, got=got or "[]")
    numeric(table, filter(NUMBERS.__contains__, columns))
    for name in filled:
        if blank := int(table[name].isna().sum()):
            raise InvalidArgument("chart_blank", column=name, count=blank)
    return Wording(lang)


def few(groups: Sequence[str], most: int) -> None:
    """Raise InvalidArgument for so many groups that drawing them takes minutes, for no reader."""
    if len(groups) > most:
        raise InvalidArgument("chart_many", got=len(groups), most=most)


def kind_of(column: str) -> str:
    """Return what the rows of a table are of, as labels are named: essays, or groups of them."""
    return "essays" if column == "essay" else "groups"


def rows_of(table: pd.DataFrame) -> list[Any]:
    """Return the rows of a table with its columns as their attributes."""
    return list(table.itertuples(index=False))


def _named_anew(drawn: str, alt: str) -> str:
    """Return an SVG with its alternative text and names that are the same on every run."""
    # matplotlib names clip paths after places in memory
    for number, name in enumerate(dict.fromkeys(CLIP.findall(drawn))):
        drawn = drawn.replace(name, f"clip{number}")
    at = drawn.index(">", drawn.index("<svg")) + 1
    return f"{drawn[:at]}\n <title>{escape(alt, quote=False)}</title>{drawn[at:]}"


def _bytes(chart: Chart, suffix: str) -> bytes:
    if suffix == ".png":
        return png(chart)
    buffer = io.BytesIO()
    chart.savefig(buffer, format=suffix[1:])
    return buffer.getvalue()
