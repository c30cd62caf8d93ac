"""Checked lexicons as JSON, which is read without a look at what it says: the shipped ones."""

from __future__ import annotations

import json
from dataclasses import astuple
from typing import Any

from kpu_corpus.analysis.lexicon.parts import Lexicon, Pattern, Theme


def packed(lexicon: Lexicon) -> bytes:
    """Return a lexicon as bytes: its parts as lists of what their fields hold, in their order.

    >>> own = Lexicon("own", (Theme("jujur", {}, {}, "", (Pattern(("jujur",)),)),), {})
    >>> unpacked(packed(own)) == own
    True
    """
    line = json.dumps(astuple(lexicon), ensure_ascii=False, separators=(",", ":"))
    return (line + "\n").encode()


def unpacked(data: bytes) -> Lexicon:
    """Return the lexicon that bytes were made of."""
    name, themes, sets = json.loads(data)
    return Lexicon(name, tuple(map(_theme, themes)), {key: tuple(sets[key]) for key in sets})


def _theme(row: list[Any]) -> Theme:
    key, label, definition, source, patterns, parents, counts, include, excepted = row
    return Theme(
        *(key, label, definition, source, tuple(map(_pattern, patterns)), tuple(parents), counts),
        *(tuple(include), tuple(excepted)),
    )


def _pattern(row: list[Any]) -> Pattern:
    match, context, without, *rest = row
    return Pattern(tuple(match), tuple(context), tuple(without), *rest)
