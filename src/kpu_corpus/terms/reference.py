"""Frequencies of roots in a background, against which a corpus is measured."""

from __future__ import annotations

import gzip
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cache
from itertools import islice, repeat
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from kpu_corpus.errors import InvalidArgument
from kpu_corpus.ground import packing
from kpu_corpus.ground.arrays import Floats
from kpu_corpus.ground.shipped import DATA
from kpu_corpus.indonesian.lists.background import Background, shipped
from kpu_corpus.indonesian.lists.background import background as load_background
from kpu_corpus.indonesian.lists.known_forms import known_words
from kpu_corpus.indonesian.lists.stopwords import DEFAULT_TIERS, stopwords
from kpu_corpus.indonesian.roots.roots import Roots, roots_of
from kpu_corpus.tokens.stream import stop_words
from kpu_corpus.tokens.wordtypes import is_stop, short_roots

FOLDER = DATA / "background"
LEAST_DF = 30  # units; among rarer words chance and scanning errors decide, not use

Counts = Mapping[str, int]


class Sums(NamedTuple):
    """The document frequency (``df``) and count (``cf``) of each root in ``tokens`` words."""

    tokens: int
    df: Counts
    cf: Counts


def smoothed_idf(documents: int, df: Any) -> Floats:
    """Return ln((1 + documents) / (1 + df)) + 1, as scikit-learn has it (Spärck Jones 1972).

    >>> smoothed_idf(3, np.array([3, 1])).round(2).tolist()
    [1.0, 1.69]
    """
    idf: Floats = np.log((1.0 + documents) / (1.0 + df)) + 1.0
    return idf


class Reference(NamedTuple):
    """Frequencies of roots in a background of ``units`` documents and ``tokens`` words.

    ``apart`` are those of the same texts with names and fixed phrases taken apart: what a phrase
    that is no unit is judged by. ``roots`` says how its words were analysed. Of one's own
    (:func:`kpu_corpus.background`) ``manifest`` says what made it, and ``essays`` which are in it:
    the sha256 of the source of each, and where it begins and ends.
    """

    name: str
    units: int
    tokens: int
    df: Counts
    cf: Counts
    apart: Sums
    roots: Roots
    manifest: Mapping[str, Any] | None = None
    essays: Sequence[tuple[str, int, int]] = ()

    def __repr__(self) -> str:
        return (
            f"<Background {self.name!r}: {self.units:,} documents, {self.tokens:,} words, "
            f"{len(self.cf):,} roots>"
        )

    @property
    def content(self) -> list[Any]:
        """The counts as plain values."""
        return [self.units, self.tokens, self.df, self.cf, *self.apart]

    def fitting(self, roots: Roots, settings: Mapping[str, Any]) -> Reference:
        """Return it for tokens with the same settings; raises InvalidArgument for others."""
        made = self.manifest["settings"] if self.manifest else settings
        # one function is one, also where it keeps answers and so is told otherwise the next time
        asked = ("stops",) if self.roots == roots else ("roots", "stops")
        for name in asked:
            if made[name] != settings[name]:
                got, other = repr(made[name]), repr(settings[name])
                raise InvalidArgument("background_made", name=name, got=got, other=other)
        return self

    def idf(self, roots: list[str]) -> Floats:
        """Return ln((1 + units) / (1 + df)) + 1 of each root; df counts as 30 at least."""
        df = np.maximum(self._frequencies(roots, self.df, self.apart.df), LEAST_DF)
        return smoothed_idf(self.units, df)

    def counts(self, roots: list[str]) -> Floats:
        """Return how often each root occurs; a phrase that is no unit as its rarest word."""
        return self._frequencies(roots, self.cf, self.apart.cf)

    def in_words(self) -> Reference:
        """Return the frequencies for tokens whose names and fixed phrases are taken apart."""
        return self._replace(**self.apart._asdict())

    def _frequencies(self, roots: list[str], found: Counts, apart: Counts) -> Floats:
        values = np.fromiter(map(found.get, roots, repeat(-1)), np.float64, len(roots))
        unknown = np.flatnonzero(values < 0)
        values[unknown] = 0
        phrases = [row for row in unknown.tolist() if " " in roots[row].strip()]
        asked = _content([roots[row].split() for row in phrases], self.roots)
        values[phrases] = [_rarest(found, apart) for found in asked]
        return values


def reference(
    background: str | Background | Reference,
    roots: Roots,
    *,
    stops: Iterable[str] = DEFAULT_TIERS,
) -> Reference:
    """Return the root frequencies of a background: a shipped name or a table of one's own.

    Only forms that essays count are counted: ``mendalam`` makes the root dalam, the stop word
    dalam does not. The shipped counts were made as those of essays are; a table of forms is
    summed by root, a unit with two forms of one root counting twice in ``df``, so that the sum is
    an upper bound, cut at the number of units.

    Raises InvalidArgument for a name that is not shipped or anything that is no Background.

    >>> formal = reference("formal", "ranked")
    >>> formal.df["selenggara"] > 9_000, formal.df["tata cara"] > 8_000, formal.df["dalam"] < 900
    (True, True, True)
    """
    if isinstance(background, Reference):
        return background
    if isinstance(background, Background):
        return _summed("own", background, roots, tuple(sorted(stops)))
    if not isinstance(background, str):
        raise InvalidArgument("background", got=type(background).__name__)
    read = _shipped if isinstance(roots, Hashable) else _shipped.__wrapped__
    return read(background, roots, tuple(sorted(stops)))


def _summed(name: str, table: Background, roots: Roots, stops: tuple[str, ...]) -> Reference:
    """Return the sums over the forms of each root; such a table knows no phrases."""
    leave = stop_words(stops)
    forms = [form for form in table.df if not is_stop(form, leave)]
    df: dict[str, int] = {}
    cf: dict[str, int] = {}
    for form, root in zip(forms, roots_of(forms, roots=roots), strict=True):
        df[root] = min(df.get(root, 0) + table.df[form], table.units)
        cf[root] = cf.get(root, 0) + table.cf[form]
    forms_only = Sums(table.tokens, df, cf)
    sums = _with_shorts(forms_only, known_words(), forms_only, roots)
    return Reference(name, table.units, *sums, sums, roots)


@cache
def _shipped(name: str, roots: Roots, stops: tuple[str, ...]) -> Reference:
    """Return a shipped background; for ranked roots it was counted as essays are."""
    if roots != "ranked":
        return _summed(name, load_background(name), roots, stops)
    if stops == tuple(sorted(DEFAULT_TIERS)):
        return unpacked(shipped(name), (DATA / "ready" / f"{name}.counts").read_bytes())
    return counted(name, stops)


def packed(made: Reference) -> bytes:
    """Return a background as bytes: its roots in one string, its counts as columns."""
    df, cf = made.apart.df, made.apart.cf
    other = [r for r in df if (df[r], cf[r]) != (made.df.get(r), made.cf.get(r))]
    head = {
        "units": made.units,
        "tokens": [made.tokens, made.apart.tokens],
        "roots": [_BETWEEN.join(made.df), _BETWEEN.join(other)],
    }
    columns = ((made.df, made.df), (made.cf, made.df), (df, other), (cf, other))
    return packing.packed(head, [[*map(c.__getitem__, roots)] for c, roots in columns])


def unpacked(name: str, data: bytes) -> Reference:
    """Return the background that bytes were made of, by ranked roots and without stop words."""
    head, columns = packing.unpacked(data)
    units, (words, words_apart) = head["units"], head["tokens"]
    roots, other = (text.split(_BETWEEN) for text in head["roots"])
    df, cf, df_apart, cf_apart = columns

    def counts(roots: list[str], column: memoryview[int]) -> dict[str, int]:
        return dict(zip(roots, column.tolist(), strict=True))

    once, often = counts(roots, df), counts(roots, cf)
    apart = Sums(words_apart, once | counts(other, df_apart), often | counts(other, cf_apart))
    return Reference(name, units, words, once, often, apart, "ranked")


_BETWEEN = "|"  # stands in no root


def counted(name: str, stops: tuple[str, ...]) -> Reference:
    """Return the counts of a shipped background for tokens with these stop words."""
    joined = _read(FOLDER / f"{shipped(name)}_roots.tsv.gz")
    other = _read(FOLDER / f"{name}_roots_apart.tsv.gz")  # the rows that differ
    apart = _Rows(
        joined.units,
        other.tokens,
        joined.df | other.df,
        joined.cf | other.cf,
        joined.stops | other.stops,
    )
    leave = stop_words(stops)
    units, words = (_counted(rows, leave) for rows in (joined, apart))
    one_root = short_roots()
    longs = {short: long for short, long in known_words().items() if short not in one_root}
    words = _with_shorts(words, known_words(), words, "ranked")
    units = _with_shorts(units, longs, words, "ranked")
    return Reference(name, joined.units, *units, words, "ranked")


class _Rows(NamedTuple):
    """A table of counts; ``stops`` has (df, cf) by root and stop word, the rest is without them."""

    units: int
    tokens: int
    df: dict[str, int]
    cf: dict[str, int]
    stops: dict[tuple[str, str], tuple[int, int]]


def _read(path: Path) -> _Rows:
    head, _, body = gzip.decompress(path.read_bytes()).decode().partition("\n")
    fields = body.replace("\n", "\t").split("\t")
    roots, stops, *counts = (fields[column + 4 : -1 : 4] for column in range(4))  # under the names
    plain = stops.count("")  # they come first
    numbers = [[*map(int, column)] for column in counts]
    df, cf = (dict(zip(roots[:plain], column, strict=False)) for column in numbers)
    keys = zip(roots[plain:], stops[plain:], strict=True)
    pairs = zip(*(column[plain:] for column in numbers), strict=True)
    units, words = (int(part.split("=")[1]) for part in head.removeprefix("# ").split())
    return _Rows(units, words, df, cf, dict(zip(keys, pairs, strict=True)))


def _counted(rows: _Rows, leave: frozenset[str]) -> Sums:
    """Return the counts with those of the words that are stop words elsewhere, but not here."""
    df, cf = dict(rows.df), dict(rows.cf)
    for (root, form), pair in rows.stops.items():
        if not is_stop(form, leave):
            df[root] = min(df.get(root, 0) + pair[0], rows.units)
            cf[root] = cf.get(root, 0) + pair[1]
    return Sums(rows.tokens, df, cf)


def _with_shorts(counts: Sums, longs: Mapping[str, list[str]], words: Sums, roots: Roots) -> Sums:
    """Return the counts with short forms at least as frequent as the rarest word they stand for.

    Laws write them out. Where both have one root and stand joined the counts tell it already.
    """
    df, cf = dict(counts.df), dict(counts.cf)
    for short, asked in zip(longs, _content(longs.values(), roots), strict=True):
        df[short] = max(df.get(short, 0), _rarest(asked, words.df))
        cf[short] = max(cf.get(short, 0), _rarest(asked, words.cf))
    return Sums(counts.tokens, df, cf)


def _content(phrases: Iterable[Sequence[str]], roots: Roots) -> list[list[str]]:
    """Return the roots of the words of each phrase, which may be stop words but not all."""
    stops = stopwords()
    parted = [[word for word in phrase if word not in stops] for phrase in phrases]
    found = iter(roots_of([word for words in parted for word in words], roots=roots))
    return [[*islice(found, len(words))] for words in parted]


def _rarest(roots: Sequence[str], counts: Counts) -> int:
    """Return how often the rarest of some roots occurs."""
    return min((counts.get(root, 0) for root in roots), default=0)
