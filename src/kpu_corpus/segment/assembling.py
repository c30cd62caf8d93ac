"""Pieces of essays → essays and the spans that tile their source, every character in one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from kpu_corpus.corpus.sources import Essay, Source, Span
from kpu_corpus.ground.printable import is_blank
from kpu_corpus.indonesian.dates import iso
from kpu_corpus.segment.bylines.guesses import GUESSED
from kpu_corpus.segment.bylines.work import OFFICE
from kpu_corpus.segment.lines import Piece


def assemble(
    source: Source, cuts: Iterable[list[Piece]], chrome: list[Piece]
) -> tuple[list[Essay], list[Span]]:
    """Return an essay of each of the ``cuts`` and all spans; ``chrome`` belongs to none."""
    essays: list[Essay] = []
    spans = [Span(p.start, p.end, p.kind, None, p.rule, p.confidence) for p in chrome]
    for position, pieces in enumerate(cuts, start=1):
        name = f"{source.name}-{position}"
        spans += [Span(p.start, p.end, p.kind, name, p.rule, p.confidence) for p in pieces]
        essays.append(_essay(source, name, position, pieces))
    spans.sort(key=lambda span: (span.start, span.end))
    return essays, _tile(source.text, spans, essays)


def _essay(source: Source, name: str, position: int, pieces: list[Piece]) -> Essay:
    def said(kind: str) -> str | None:
        told = (p for p in pieces if p.kind == kind)
        found = min(told, key=_is_weak, default=None)
        return " ".join(source.text[found.start : found.end].split()) if found else None

    body = [piece for piece in pieces if piece.kind in ("body", "heading")]
    date = said("date")
    return Essay(
        name,
        source.name,
        position,
        body[0].start,
        max(piece.end for piece in body),
        said("title"),
        said("author"),
        _office(source, pieces) or said("unit"),
        iso(date) if date else None,
        {p.rule: source.text[p.start : p.end] for p in reversed(pieces) if p.kind == "field"},
        confidence=min(piece.confidence for piece in pieces),
    )


def _is_weak(piece: Piece) -> bool:
    """Tell whether another name tells more: a guess, or the account that the file has for one."""
    return piece.rule == "marked_author" or piece.confidence <= GUESSED


def _office(source: Source, pieces: list[Piece]) -> str | None:
    """Return the first office of the KPU among the units: a form may name a subdivision first.

    A cover may have the name of the whole institution above that of the office.
    """
    units = (" ".join(source.text[p.start : p.end].split()) for p in pieces if p.kind == "unit")
    offices = [unit for unit in units if OFFICE.search(unit)]
    return next((unit for unit in offices if not OFFICE.fullmatch(unit)), next(iter(offices), None))


def _tile(text: str, spans: list[Span], essays: list[Essay]) -> list[Span]:
    """Fill what lies between the spans and join neighbouring lines of one body."""
    tiled: list[Span] = []
    at = 0
    for given in [*spans, Span(len(text), len(text), "end", None, "")]:
        span = given._replace(start=max(given.start, at), end=max(given.end, at))
        last = tiled[-1] if tiled else None
        alike = last and last.kind == span.kind and last.essay == span.essay
        joins = alike and span.kind in ("body", "reference")
        if last and joins and is_blank(text[at : span.start]):
            tiled[-1] = last._replace(end=span.end)
        else:
            if at < span.start:
                tiled += _between(text, at, span.start, _owner(essays, at))
            if span.start < span.end:
                tiled.append(span)
        at = span.end
    return tiled


def _between(text: str, start: int, end: int, essay: str | None) -> list[Span]:
    """Return the spans of what lies between two others: signs of the file, a blank before them.

    A blank before the sign of a heading parts the heading from the text above: "\\n\\n## Penutup".
    """
    gap = text[start:end]
    if is_blank(gap):
        return [Span(start, end, "blank", essay, "white_space")]
    sign = start + len(gap) - len(gap.lstrip())
    blank = [Span(start, sign, "blank", essay, "white_space")] if start < sign else []
    return [*blank, Span(sign, end, "chrome", essay, "decoration")]


def _owner(essays: list[Essay], at: int) -> str | None:
    """Return the essay whose body lies on both sides of a place."""
    index = bisect_right(essays, at, key=lambda essay: essay.start) - 1
    return essays[index].id if index >= 0 and at < essays[index].end else None
