"""How often a word form occurs in formal Indonesian, to separate typical from common."""

from __future__ import annotations

import gzip
from functools import cache
from typing import NamedTuple

from kpu_corpus.errors import InvalidArgument, nearest
from kpu_corpus.ground.shipped import DATA
from kpu_corpus.indonesian.lists import ready

_FOLDER = DATA / "background"
_SUFFIX = ".tsv.gz"
SHIPPED = ("formal",)
COMMON = 20
"""Units from which on a form is a word, not only a name."""


class Background(NamedTuple):
    """Frequencies of lower-case surface forms in a reference corpus.

    `units` is the number of its documents and `tokens` of its words; `df` gives the units a form
    occurs in, `cf` how often it occurs. Forms that are not listed are rare or unknown.
    """

    units: int
    tokens: int
    df: dict[str, int]
    cf: dict[str, int]


def background(name: str = "formal") -> Background:
    """Return a shipped table of frequencies; callers must not change it.

    ``formal`` counts laws and regulations: a legal register, in which pronouns (kami, kita) look
    falsely rare. Source, cleaning and licence: data/background/README.md.

    Raises InvalidArgument for a name that is not shipped.

    >>> formal = background()
    >>> formal.units
    121451
    >>> formal.df["integritas"] < formal.df["keuangan"] < formal.df["dan"]
    True
    """
    return _read(shipped(name))


@cache
def common() -> frozenset[str]:
    """Return the forms of the shipped background that ``COMMON`` of its units or more have."""
    return ready.listed("common")


def shipped(name: str) -> str:
    """Return the name of a shipped background; raises InvalidArgument for another."""
    if name not in SHIPPED:
        hint = nearest(str(name), SHIPPED)
        raise InvalidArgument("no_background", got=repr(name), valid=", ".join(SHIPPED), hint=hint)
    return name


@cache
def _read(name: str) -> Background:
    head, _, body = gzip.decompress((_FOLDER / f"{name}{_SUFFIX}").read_bytes()).partition(b"\n")
    sizes = dict(part.split("=") for part in head.decode().removeprefix("# ").split())
    fields = body.decode().split()[3:]  # without the line of column names
    words = fields[0::3]
    return Background(
        int(sizes["units"]),
        int(sizes["tokens"]),
        dict(zip(words, map(int, fields[1::3]), strict=True)),
        dict(zip(words, map(int, fields[2::3]), strict=True)),
    )
