"""A report as one HTML file: no script, no network, all text escaped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from kpu_corpus.ground.printable import encodable
from kpu_corpus.labels import section
from kpu_corpus.reporting.content import Report, on_pages
from kpu_corpus.reporting.figures import Figures
from kpu_corpus.reporting.sections.grid import SHADES
from kpu_corpus.reporting.standalone import page, template
from kpu_corpus.reporting.wording import Wording

PARTS = ("contrasts", "read", "sharing", "method")  # that sentences send to
WORD = 24  # characters of a word that is not broken
OPTION = r"(?<!\S)--[a-z-]+"  # of a command, which no line may break behind its first stroke
PAPER_WORD = 12  # the same on paper, where eight columns share the width of a page
BESIDE = 12  # columns of the heatmap that fit on paper beside each other; more go below
WIDTH, HEIGHT = 200, 14  # of the drawing of an interval, in its own units


def write_page(figures: Figures, report: Report, name: str) -> None:
    """Write a report as a self-contained .html file; the same report gives the same bytes."""
    text = page(
        "report.html.j2",
        style=template("report.css") + _shades(),
        r=on_pages(report),
        cited=report.cited,
        t=section("report", report.lang),
        linked=_linked(report, figures),
        line=_line,
        most=max((row.line[2] for row in report.themes if row.line), default=0) or 1,
        unbroken=_unbroken,
        paper_word=PAPER_WORD,
        beside=BESIDE,
        width=WIDTH,
        height=HEIGHT,
    )
    Path(name).write_bytes(encodable(text).encode("utf-8"))


def _linked(report: Report, figures: Figures) -> Callable[[str], list[tuple[str, str]]]:
    """Return what cuts a sentence of the answer into pieces of (text, anchor or "").

    A theme leads to its sentences, a part of the report that is named in quotation marks to that
    part; a theme's name in quotation marks, or in the name of an essay or a group, is a word of the
    texts. Of two themes with one name neither is linked. Options of a command are pieces as well.
    """
    told = section("report", report.lang)
    anchors = {f"“{told[name]}”": name for name in PARTS}
    names = Counter(row.name for row in report.themes)
    anchors |= {row.name: row.anchor for row in report.themes if names[row.name] == 1}
    said = [
        *map(Wording(report.lang, figures.apart).essay, figures.numbers),
        *map(str, figures.groups.iloc[:, 0]),
    ]
    others = {name: "" for name in said if any(theme in name for theme in names)}
    longest = sorted({*names, *others}, key=lambda name: (-len(name), name))
    words = "|".join(map(re.escape, longest))
    named = re.compile(rf"(“[^”]*”|{OPTION}|(?<![\w/-])(?:{words})(?![\w/-]))")
    anchors |= others

    def pieces(sentence: str) -> list[tuple[str, str]]:
        cut = named.split(sentence)
        return [(text, anchors.get(text, "") if at % 2 else "") for at, text in enumerate(cut)]

    return pieces


def _shades() -> str:
    """Return the rules of the style sheet for the cells of the heatmap."""
    looks = (f"background: #{ground}; color: #{ink};" for ground, ink in SHADES)
    return "".join(f".s{shade} {{ {look} }}\n" for shade, look in enumerate(looks))


def _line(ends: tuple[float, float, float], most: float) -> dict[str, str]:
    """Return the places of an interval's ends and of the bar at its share in the drawing.

    The drawing ends at the highest limit of the table, so that it shows which ranges overlap.
    """
    low, share, high = (3 + value / most * (WIDTH - 6) for value in ends)
    return {"low": f"{low:.1f}", "share": f"{share - 2:.1f}", "high": f"{high:.1f}"}


def _unbroken(text: str, most: int = WORD) -> bool:
    """Tell whether no word of a text is too long to stand on one line of a table."""
    return all(len(word) <= most for word in text.split())
