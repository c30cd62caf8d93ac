"""What holds for several essays of a file: a heading such as "Kelompok II", who wrote them all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kpu_corpus.corpus.sources import Essay
from kpu_corpus.segment.bylines.covers import cohorts_of, is_group, names_cohort
from kpu_corpus.segment.lines import Line, Piece
from kpu_corpus.segment.names import are_people, is_person

_OF_TEXT = re.compile(
    r"\W*(?:contoh )?(?:esai|essay|tulisan|artikel|opini|judul)\b(?! peserta)", re.IGNORECASE
)

_OF_SEVERAL = re.compile(
    r"\b(?:peserta|kelompok|kelas|tim|panitia|para|penulis|pemenang|pegawai|(?:maha)?siswa|guru|dkk)\b",
    re.IGNORECASE,
)


def with_groups(
    essays: list[Essay], cuts: Sequence[Sequence[Piece]], lines: Sequence[Line]
) -> list[Essay]:
    """Return the essays of a file, each with the group under whose heading it stands.

    The headings stand above the title and the author of the first essay and of some others, or of
    the first alone, and none comes twice: else an essay tells its own group, and one that tells
    none has none. What only one other line tells, above the first, is on a cover of all. A date
    beside them is that of all if no other is told.
    """
    if len(essays) < 2:
        return essays
    headings = [line for line in lines if is_group(line)]
    covers = {line: cohorts_of(line) for line in lines if names_cohort(line)}
    fields = Counter(name for names in covers.values() for name in names)
    alone = [
        line
        for line, names in covers.items()
        if line not in headings and all(fields[name] == 1 for name in names)
    ]
    of_all = {name: essays[0].metadata[name] for name in _fields_above(cuts[0], alone)}
    told = [
        {name: essay.metadata[name] for name in _fields_above(pieces, headings)}
        for essay, pieces in zip(essays, cuts, strict=True)
    ]
    groups = [tuple(group.items()) for group in told if group]
    if not (groups and told[0] and len({*groups}) == len(groups) < len(essays)):
        told = [{} for _ in essays]
    if not (of_all or told[0]):
        return essays
    dated = any(piece.kind == "date" for piece in _above(cuts[0]))
    date = essays[0].date if dated and not any(essay.date for essay in essays[1:]) else None
    grouped: list[Essay] = []
    group: dict[str, str] = {}
    for essay, own in zip(essays, told, strict=True):
        group = own or group
        metadata = {**of_all, **group, **essay.metadata}
        grouped.append(essay._replace(date=essay.date or date, metadata=metadata))
    return grouped


def with_writer(
    text: str, essays: list[Essay], cuts: Sequence[Sequence[Piece]], chrome: Sequence[Piece]
) -> list[Essay]:
    """Return the essays of a file, all of whom is named above the first, if alone.

    That one has a number or, as the others, is one of a collection. Numbers of people or of places
    in a contest ("Peserta 1", "Juara I") are of others, and so is "KUMPULAN ESAI PESERTA".
    """
    if len(essays) < 2 or any(essay.author for essay in essays[1:]):
        return essays
    numbers = sorted(piece[:2] for piece in chrome if piece.rule == "essay_number")
    if numbers and not _OF_TEXT.match(text[slice(*numbers[0])]):
        return essays
    titles = [piece[:2] for piece in cuts[0] if piece.rule == "title_in_collection"]
    if titles and any(_OF_SEVERAL.search(text[p.start : p.end]) for p in _above(cuts[0])):
        return essays
    first = next(iter([*numbers, *titles]), (0, 0))[0]
    named = [piece.start < first for piece in cuts[0] if piece.kind == "author"]
    if not named or not all(named):
        return essays
    writer, unit = essays[0].author, essays[0].unit
    name = writer or ""
    if titles and (_OF_SEVERAL.search(name) or (are_people(name) and not is_person(name))):
        return essays
    return [essay._replace(author=writer, unit=essay.unit or unit) for essay in essays]


def _fields_above(pieces: Sequence[Piece], headings: Sequence[Line]) -> list[str]:
    """Return the names of the fields that headings above the title, author and text tell."""
    fields = (piece for piece in _above(pieces) if piece.kind == "field")
    return [x.rule for x in fields if any(line.start <= x.start < line.end for line in headings)]


def _above(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces above the title, the author and the text of an essay."""
    told = (piece.start for piece in pieces if piece.kind in ("title", "author", "body"))
    first = min(told, default=0)  # a form may hold nothing but a question
    return [piece for piece in pieces if piece.start < first]
