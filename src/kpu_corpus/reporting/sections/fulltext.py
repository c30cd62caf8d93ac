"""The essays as received, unit by unit, with counted mentions marked and anchors."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from kpu_corpus.reporting.belonging import title_of
from kpu_corpus.reporting.figures import Figures, Placed
from kpu_corpus.reporting.sections.quotes import Pieces, marked, merged
from kpu_corpus.reporting.wording import Wording, clipped

MOST = 60  # essays on pages; of a larger corpus only those that are quoted are given
TITLE = 300

Hit = tuple[int, int, str]  # start, end and the name of the theme


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence or other unit with its number in the essay, its anchor and its kind.

    ``themes`` are the names of the themes of each marked piece.
    """

    number: int
    anchor: str
    kind: str
    pieces: Pieces
    themes: tuple[tuple[str, ...], ...]

    @property
    def heading(self) -> bool:
        """Whether it is a heading."""
        return self.kind == "heading"

    @property
    def mentioned(self) -> tuple[str, ...]:
        """The names of its themes, once each."""
        return tuple(dict.fromkeys(theme for themes in self.themes for theme in themes))

    @property
    def named(self) -> tuple[tuple[str, str], ...]:
        """The pieces, each with the names of its themes; nothing where it is not marked."""
        names = map(", ".join, self.themes)
        return tuple((text, next(names) if mark else "") for text, mark in self.pieces)


@dataclass(frozen=True, slots=True)
class Essay:
    """One essay: its number, name, title, author and paragraphs of units."""

    number: int
    anchor: str
    name: str
    title: str
    author: str
    paragraphs: tuple[tuple[Unit, ...], ...]


def full_texts(
    figures: Figures, wording: Wording, quoted: Collection[str] | None = None
) -> Iterator[Essay]:
    """Yield the texts of all essays; of many, those with an anchor in ``quoted``, if given."""
    numbers = figures.numbers
    if quoted is not None and len(numbers) > MOST:
        cited = {anchor.split("-")[0] for anchor in quoted}
        numbers = {name: n for name, n in numbers.items() if figures.anchor(name) in cited}
    hits = _hits(figures, wording.lang)
    for name, number in numbers.items():
        item = figures.item(name)
        yield Essay(
            number=number,
            anchor=figures.anchor(name),
            name=wording.essay(name),
            title=title_of(item, wording, TITLE),
            author=clipped(item.author or "", TITLE),
            paragraphs=_paragraphs(
                figures.tokens.corpus.by_name[item.source].text,
                figures.anchor(name),
                figures.bodies.get(name, []),
                hits.get(name, []),
            ),
        )


def _hits(figures: Figures, lang: str) -> dict[str, list[Hit]]:
    rows, names = figures.theme_hits.counted, figures.names(lang)
    found: dict[str, list[Hit]] = {}
    columns = (rows[name] for name in ("essay", "start", "end", "theme"))
    for essay, start, end, theme in zip(*columns, strict=True):
        found.setdefault(str(essay), []).append((int(start), int(end), names[str(theme)]))
    return found


def _paragraphs(
    text: str, prefix: str, units: list[Placed], hits: list[Hit]
) -> tuple[tuple[Unit, ...], ...]:
    """Put units together until a line break or a heading parts them."""
    paragraphs: list[list[Unit]] = []
    before, parted = 0, True
    at = 0
    hits = sorted(hits)
    for placed in units:
        start, end, heading = placed.start, placed.end, placed.kind == "heading"
        while at < len(hits) and hits[at][1] <= start:
            at += 1
        inside = []
        for hit_start, hit_end, theme in hits[at:]:
            if hit_start >= end:
                break
            inside.append((hit_start - start, hit_end - start, theme))
        pieces = marked(text[start:end], [hit[:2] for hit in inside])
        key = f"{prefix}-{placed.number}"
        unit = Unit(placed.number, key, placed.kind, pieces, _themes(inside))
        if parted or heading or "\n" in text[before:start]:
            paragraphs.append([])
        paragraphs[-1].append(unit)
        before, parted = end, heading
    return tuple(tuple(paragraph) for paragraph in paragraphs)


def _themes(hits: list[Hit]) -> tuple[tuple[str, ...], ...]:
    """Return the names of the themes of each marked piece; hits are in the order of the text.

    >>> _themes([(0, 4, "netral"), (2, 6, "jujur"), (3, 4, "netral"), (6, 9, "sinergi")])
    (('netral', 'jujur'), ('sinergi',))
    """
    pieces = merged(hit[:2] for hit in hits)
    names: list[dict[str, None]] = [{} for _ in pieces]
    at = 0
    for first, _, theme in hits:
        while first >= pieces[at][1]:
            at += 1
        names[at][theme] = None
    return tuple(map(tuple, names))
