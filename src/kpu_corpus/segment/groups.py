"""Groups of essays in one file: a heading such as "Kelompok II" holds for all essays below it."""

from __future__ import annotations

from collections.abc import Sequence

from kpu_corpus.corpus.sources import Essay
from kpu_corpus.segment.bylines.covers import is_group, names_cohort
from kpu_corpus.segment.lines import Line, Piece


def with_groups(
    essays: list[Essay], cuts: Sequence[Sequence[Piece]], lines: Sequence[Line]
) -> list[Essay]:
    """Return the essays of a file, each with the group under whose heading it stands.

    The headings stand above the title and the author of the first essay and of some others, or of
    the first alone, as a cover of all does, and none comes twice: else an essay tells its own
    group, and one that tells none has none. A date beside them is that of all if no other is told.
    """
    if len(essays) < 2:
        return essays
    headings = [line for line in lines if is_group(line)]
    covers = [line for line in lines if names_cohort(line)]
    if not headings and len(covers) == 1:
        headings = covers
    told = [
        {name: essay.metadata[name] for name in _fields_above(pieces, headings)}
        for essay, pieces in zip(essays, cuts, strict=True)
    ]
    groups = [tuple(group.items()) for group in told if group]
    if not (groups and told[0] and len({*groups}) == len(groups) < len(essays)):
        return essays
    dated = any(piece.kind == "date" for piece in _above(cuts[0]))
    date = essays[0].date if dated and not any(essay.date for essay in essays[1:]) else None
    grouped: list[Essay] = []
    group: dict[str, str] = {}
    for essay, own in zip(essays, told, strict=True):
        group = own or group
        metadata = {**group, **essay.metadata}
        grouped.append(essay._replace(date=essay.date or date, metadata=metadata))
    return grouped


def _fields_above(pieces: Sequence[Piece], headings: Sequence[Line]) -> list[str]:
    """Return the names of the fields that headings above the title, author and text tell."""
    fields = (piece for piece in _above(pieces) if piece.kind == "field")
    return [x.rule for x in fields if any(line.start <= x.start < line.end for line in headings)]


def _above(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces above the title, the author and the text of an essay."""
    told = (piece.start for piece in pieces if piece.kind in ("title", "author", "body"))
    first = min(told, default=0)  # a form may hold nothing but a question
    return [piece for piece in pieces if piece.start < first]
