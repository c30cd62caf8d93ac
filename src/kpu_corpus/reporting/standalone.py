"""Self-contained pages: a template with all text escaped, and a security policy."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from typing import Any

from kpu_corpus.ground.writing import MAKER


def template(name: str) -> str:
    """Return a file of ``templates/`` as it stands."""
    return (resources.files("kpu_corpus.reporting") / "templates" / name).read_text("utf-8")


def page(name: str, *, style: str, script: str = "", **fields: Any) -> str:
    """Return a template filled in; the same fields give the same text."""
    from markupsafe import Markup

    found = _templates().get_template(name)
    filled: str = found.render(
        style=Markup(style),
        script=Markup(script),
        policy=policy(style, script),
        maker=MAKER,
        **fields,
    )
    return filled


@cache
def _templates() -> Any:
    """Return the templates, each of which is compiled once."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(template),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def policy(style: str, script: str = "") -> str:
    """Return the content security policy: this style sheet, this script if any, nothing else."""
    allowed = f"style-src {_digest(style)}; "
    allowed += f"script-src {_digest(script)}; " if script else ""
    return f"default-src 'none'; {allowed}base-uri 'none'; form-action 'none'"


def _digest(content: str) -> str:
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
