"""A report as one HTML file: no script, no network, everything from texts escaped."""

from __future__ import annotations

import base64
import hashlib
from importlib import resources

from kpu_corpus.labels import section
from kpu_corpus.reporting.content import Report
from kpu_corpus.writing import MAKER

WORD = 24  # characters of a word that is not broken
WIDTH, HEIGHT = 200, 14  # of the drawing of an interval, in its own units


def render(report: Report) -> str:
    """Return the report as a self-contained HTML page; the same report gives the same text."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FunctionLoader(_template),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    style = _template("report.css")
    page: str = environment.get_template("report.html.j2").render(
        r=report,
        t=section("report", report.lang),
        style=Markup(style),
        policy=policy(style),
        line=_line,
        unbroken=_unbroken,
        width=WIDTH,
        height=HEIGHT,
        maker=MAKER,
    )
    return page


def policy(style: str) -> str:
    """Return the content security policy: nothing may load or run but this one style sheet."""
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _line(ends: tuple[float, float, float]) -> dict[str, str]:
    """Return the places of an interval's ends and of the bar at its share in the drawing."""
    low, share, high = (3 + value * (WIDTH - 6) for value in ends)
    return {"low": f"{low:.1f}", "share": f"{share - 2:.1f}", "high": f"{high:.1f}"}


def _unbroken(text: str) -> bool:
    """Tell whether no word of a text is too long to stand on one line of a table."""
    return all(len(word) <= WORD for word in text.split())


def _template(name: str) -> str:
    return (resources.files("kpu_corpus.reporting") / "templates" / name).read_text("utf-8")
