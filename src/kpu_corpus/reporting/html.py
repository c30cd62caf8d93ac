"""A report as one HTML file: no script, no network, everything from texts escaped."""

from __future__ import annotations

from kpu_corpus.labels import section
from kpu_corpus.reporting.content import Report
from kpu_corpus.reporting.sections.grid import SHADES
from kpu_corpus.reporting.standalone import page, template

WORD = 24  # characters of a word that is not broken
PAPER_WORD = 12  # the same on paper, where eight columns share the width of a page
WIDTH, HEIGHT = 200, 14  # of the drawing of an interval, in its own units


def render(report: Report) -> str:
    """Return the report as a self-contained HTML page; the same report gives the same text."""
    return page(
        "report.html.j2",
        style=template("report.css") + _shades(),
        r=report,
        cited=report.cited,
        t=section("report", report.lang),
        line=_line,
        unbroken=_unbroken,
        paper_word=PAPER_WORD,
        width=WIDTH,
        height=HEIGHT,
    )


def _shades() -> str:
    """Return the rules of the style sheet for the cells of the heatmap."""
    looks = (f"background: #{ground}; color: #{ink};" for ground, ink in SHADES)
    return "".join(f".s{shade} {{ {look} }}\n" for shade, look in enumerate(looks))


def _line(ends: tuple[float, float, float]) -> dict[str, str]:
    """Return the places of an interval's ends and of the bar at its share in the drawing."""
    low, share, high = (3 + value * (WIDTH - 6) for value in ends)
    return {"low": f"{low:.1f}", "share": f"{share - 2:.1f}", "high": f"{high:.1f}"}


def _unbroken(text: str, most: int = WORD) -> bool:
    """Tell whether no word of a text is too long to stand on one line of a table."""
    return all(len(word) <= most for word in text.split())
