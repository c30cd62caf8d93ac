"""Spelling in a report: the number of findings, each with what was meant and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kpu_corpus.reporting.figures import Figures
from kpu_corpus.reporting.sections.grid import TITLE, essay_name
from kpu_corpus.reporting.wording import NAME, Wording, clipped

ESSAYS = 60  # essays listed, in the order of the corpus
SHOWN = 20  # findings shown of one essay


@dataclass(frozen=True, slots=True)
class Slip:
    """One form that may be misspelt: as written, what is told of it, and its place."""

    written: str
    told: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Slips:
    """The findings of each essay that has any: its name, their number, the forms.

    ``how`` are the sentences before them, ``notes`` those behind.
    """

    how: tuple[str, ...]
    rows: tuple[tuple[str, str, tuple[Slip, ...]], ...] = ()
    notes: tuple[str, ...] = ()


def slips(figures: Figures, wording: Wording) -> Slips:
    """Return what a report says about spelling."""
    table = figures.spelling
    if table.empty:
        return Slips((wording.say("spelling_none"),))
    found = {str(name): rows for name, rows in table.groupby("essay", sort=False)}
    names = [name for name in figures.numbers if name in found]
    rows = tuple(
        (
            essay_name(figures, wording, name, TITLE),
            wording.whole(len(found[name])),
            _essay(found[name], figures, wording),
        )
        for name in names[:ESSAYS]
    )
    notes = []
    if len(names) > ESSAYS:
        rest = wording.count("essays", len(names) - ESSAYS)
        notes.append(wording.say("spelling_more", rest=rest))
    how = _summary(figures, wording, len(names)), wording.say("spelling_how")
    return Slips(how, rows, tuple(notes))


def _summary(figures: Figures, wording: Wording, essays: int) -> str:
    table = figures.spelling
    counts = table["reason"].value_counts(sort=False)
    order = sorted(counts.items(), key=lambda pair: (-int(pair[1]), str(pair[0])))
    parts = [
        wording.say("reason_count", reason=reason(str(name), wording), n=wording.whole(int(count)))
        for name, count in order
    ]
    hints = int((~table["certain"]).sum())
    said = wording.say(
        "spelling_summary",
        findings=wording.count("findings", len(table)),
        essays=wording.part(essays, "essays", len(figures.numbers)),
        parts=wording.listed(parts),
    )
    if not hints:
        return said
    hint = wording.say("spelling_hints", n=wording.whole(hints))
    return f"{said} {hint}"


def reason(name: str, wording: Wording) -> str:
    """Return the reason of a finding as people read it."""
    return wording.say(f"reason_{name}")


def _essay(rows: Any, figures: Figures, wording: Wording) -> tuple[Slip, ...]:
    """Return the forms of an essay, each once with how often it is found, at its first place."""
    found: dict[tuple[str, str, str], list[Any]] = {}
    for row in rows.itertuples(index=False):
        found.setdefault((row.surface, row.suggestion, row.reason), []).append(row)
    shown = (_slip(*key, same, figures, wording) for key, same in list(found.items())[:SHOWN])
    return (*shown, *(Slip("", more, "") for more in wording.more(len(found) - SHOWN)))


def _slip(
    surface: str, suggestion: str, why: str, rows: list[Any], figures: Figures, wording: Wording
) -> Slip:
    text = wording.say(
        "slip" if len(rows) == 1 else "slip_times",
        suggestion=clipped(suggestion, NAME),
        reason=reason(why, wording),
        n=wording.whole(len(rows)),
    )
    anchor = figures.anchor(rows[0].essay, int(rows[0].sentence))
    return Slip(clipped(surface, NAME), text, anchor)
