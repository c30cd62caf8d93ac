"""The heatmap: themes × essays or groups, the numbers in the cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from kpu_corpus.analysis.statistics.proportions import MIN_ESSAYS, MIN_UNITS
from kpu_corpus.columns.grouping import group
from kpu_corpus.reporting.belonging import group_name, heading, in_text, titled
from kpu_corpus.reporting.figures import Figures
from kpu_corpus.reporting.wording import Wording

# Letters of the names of groups that fit side by side on a sheet of A4, and of their longest words,
# which stay whole; a figure is as wide as so many letters. More groups go below each other.
LETTERS, WORDS, FIGURE = 240, 64, 8
STEPS = (0.0, 0.1, 0.2, 0.35, 0.5)  # lower limits of the shades of the heatmap
# The shades, from none to most, readable without seeing colours: ground and ink in hexadecimal.
SHADES = (
    ("F5F6F8", "4A505A"),
    ("DFE9F4", "16202B"),
    ("B9D2EA", "0F1A26"),
    ("84B0DC", "08121C"),
    ("2F6FAE", "FFFFFF"),
    ("123F70", "FFFFFF"),
)
SHORT, TITLE = 44, 160  # characters of a title cut short and of a title


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a row or column: its name, a second line and a remark.

    ``anchor`` is that of the evidence, where it is a theme's.
    """

    name: str
    detail: str = ""
    note: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the heatmap: the figure, its range, the shade (0 to 5) or too little text.

    ``share`` is the figure as a number, None where there is too little text.
    """

    shown: str
    detail: str
    shade: int
    enough: bool
    share: float | None


Row = tuple[Head, tuple[Cell, ...]]


@dataclass(frozen=True, slots=True)
class Grid:
    """The heatmap: themes × groups, or groups × themes when there are many groups.

    ``narrow`` is the second shape; ``key`` says which essay has which number; ``caption`` and
    ``how`` tell what the cells hold.
    """

    heading: str
    caption: str
    how: tuple[str, ...]
    corner: str
    columns: tuple[Head, ...]
    rows: tuple[Row, ...]
    narrow: bool
    legend: tuple[tuple[int, str], ...]
    key: tuple[str, ...]

    def parts(self, most: int) -> Iterator[tuple[str, tuple[Head, ...], list[Row]]]:
        """Yield parts of like size: the caption, at most so many columns, and the rows."""
        count = -(-len(self.columns) // most)
        for at in range(count):
            part = slice(*(len(self.columns) * end // count for end in (at, at + 1)))
            caption = f"{self.caption} ({at + 1}/{count})" if count > 1 else self.caption
            yield caption, self.columns[part], [(head, cells[part]) for head, cells in self.rows]


def grid_of(figures: Figures, wording: Wording) -> Grid:
    """Return the heatmap of a report from its table of themes by group."""
    heads = heads_of(figures, wording, longest=0)
    wide = _fit([head.name for head in heads.values()])
    heads = heads if wide else heads_of(figures, wording, longest=SHORT)
    names = figures.names(wording.lang)
    themes = {
        row.theme: Head(names[row.theme], anchor=anchor_of(figures, row.theme))
        for row in figures.ranked
    }
    cells = {
        (row[0], row.theme): _cell(row, wording) for row in figures.groups.itertuples(index=False)
    }
    if wide:
        rows = [(head, tuple(cells[g, t] for g in heads)) for t, head in themes.items()]
        corner, columns = wording.say("theme"), tuple(heads.values())
    else:
        rows = [(head, tuple(cells[g, t] for t in themes)) for g, head in heads.items()]
        corner, columns = corner_of(figures, wording), tuple(themes.values())
    stated = any(cell.enough for cell in cells.values())
    return Grid(
        heading=_heading(figures, wording),
        caption=wording.say("heat_caption" if stated else "heat_counts"),
        how=_how(figures, wording, [cell for _, row in rows for cell in row]),
        corner=corner,
        columns=columns,
        rows=tuple(rows),
        narrow=not wide,
        legend=_legend(wording) if stated else (),
        key=tuple(head.name for head in heads_of(figures, wording, longest=TITLE).values())
        if wide and figures.by == "essay"
        else (),
    )


def _fit(names: list[str]) -> bool:
    """Tell whether groups with these names fit side by side, no word of theirs broken.

    >>> _fit(["opini-kpu-subang-1"] * 8), _fit(["Pertanggungjawaban"] * 4)  # lines end at hyphens
    (True, False)
    """
    longest = (max(map(len, name.replace("-", " ").split()), default=0) for name in names)
    words = sum(max(size, FIGURE) for size in longest)
    return sum(map(len, names)) <= LETTERS and words <= WORDS


def corner_of(figures: Figures, wording: Wording) -> str:
    """Return the heading of the column of groups: the person's own where the groups are of one."""
    if figures.by is None:
        return wording.say("col_group")
    return heading(figures.tokens.corpus.headings, figures.by, wording)


def anchor_of(figures: Figures, theme: str) -> str:
    """Return the anchor of the evidence of a theme, ``t1`` that of the most mentioned."""
    return f"t{[row.theme for row in figures.ranked].index(theme) + 1}"


def heads_of(figures: Figures, wording: Wording, *, longest: int) -> dict[str, Head]:
    """Return the head of every group in its order; ``longest``: so much of an essay's title.

    The second line says how many sentences a group has, and of several essays how many these are.
    """
    essays = _essays(figures)
    rows = figures.groups.drop_duplicates(figures.groups.columns[0])
    foreign = figures.foreign if figures.by == "essay" else []
    heads: dict[str, Head] = {}
    for name, units, enough in zip(rows.iloc[:, 0], rows["units"], rows["enough"], strict=True):
        heads[name] = Head(
            _group_name(figures, wording, name, longest),
            ", ".join(
                [wording.count("sentences", int(units))]
                + ([_of_essays(wording, *essays[name])] if name in essays else [])
            ),
            "" if enough else wording.say("in_foreign" if name in foreign else "too_few"),
        )
    return heads


def _essays(figures: Figures) -> dict[str, tuple[int, int]]:
    """Return how many essays each group has and how many of them are in another language.

    Nothing where every essay is its own group.
    """
    if figures.by == "essay":
        return {}
    groups = group(figures.tokens.corpus, figures.by, tell=False)
    foreign = [name in figures.foreign for name in figures.numbers]
    counts = (
        np.bincount(groups.row, weights, len(groups.labels)).astype(int).tolist()
        for weights in (None, foreign)
    )
    return dict(zip(groups.labels, zip(*counts, strict=True), strict=True))


def _of_essays(wording: Wording, number: int, foreign: int) -> str:
    """Say how many essays a group has, with those that do not make it large enough."""
    told = wording.count("essays", number)
    return wording.say("foreign_among", essays=told, n=wording.whole(foreign)) if foreign else told


def _group_name(figures: Figures, wording: Wording, name: str, longest: int) -> str:
    if figures.by is None:
        return wording.say("whole_corpus")
    if figures.by != "essay":
        return group_name(figures, name, figures.by, wording)
    return essay_name(figures, wording, name, longest)


def essay_name(figures: Figures, wording: Wording, essay: str, longest: int) -> str:
    """Return an essay as people know it: its id, so much of its title, and its author."""
    name = wording.essay(essay)
    return f"{name}: {titled(figures, wording, essay, longest)}" if longest else name


def _heading(figures: Figures, wording: Wording) -> str:
    if figures.by == "essay":
        return wording.say("heat")
    assert figures.by is not None  # such a report has no heatmap
    return wording.say("heat_by", by=in_text(figures, figures.by, wording))


def _how(figures: Figures, wording: Wording, cells: list[Cell]) -> tuple[str, ...]:
    """Explain the cells that there are: with shares, of no sentence, and of too little text."""
    stated = [cell for cell in cells if cell.enough]
    none = [cell for cell in stated if cell.share == 0]
    notes = [wording.say("heat_how"), wording.say("range_how")] if stated else []
    notes += [wording.say("heat_zero", share=cell.shown, range=cell.detail) for cell in none[:1]]
    return (*notes, *([_few(figures, wording)] if len(stated) < len(cells) else []))


def _few(figures: Figures, wording: Wording) -> str:
    """Say what is too little text for a cell: groups need essays as well as sentences."""
    least = wording.count("sentences", MIN_UNITS)
    if figures.by != "essay":
        least = wording.say("either", a=least, b=wording.count("essays", MIN_ESSAYS))
    foreign = wording.say("heat_foreign") if figures.foreign else ""
    return wording.say("heat_few", least=least, foreign=foreign)


def _cell(row: Any, wording: Wording) -> Cell:
    if not row.enough:
        part = wording.of(row.sentences, row.units)
        return Cell(part, "", 0, False, None)
    share, detail = wording.percent(row.share), wording.interval(row.low, row.high)
    return Cell(share, detail, shade(row.share), True, row.share)


def shade(share: float) -> int:
    """Return the shade of a share: 0 for none, 1 to 5 by the steps of the legend."""
    return sum(share > step for step in STEPS)


def _legend(wording: Wording) -> tuple[tuple[int, str], ...]:
    ends = [*STEPS[1:], 1.0]
    ranges = [wording.interval(low, high) for low, high in zip(STEPS, ends, strict=True)]
    return ((0, wording.percent(0.0)), *enumerate(ranges, start=1))
