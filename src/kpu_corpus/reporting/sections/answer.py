"""The short answer on the first page: plain sentences that say no more than the numbers."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kpu_corpus.analysis.statistics.proportions import MIN_ESSAYS, MIN_UNITS
from kpu_corpus.corpus.reasons import IDLE_SIDECARS, NOT_UNREAD, UNMATCHED
from kpu_corpus.reporting.figures import Figures
from kpu_corpus.reporting.sections.accuracy import accuracy
from kpu_corpus.reporting.sections.contrast import Contrasts
from kpu_corpus.reporting.sections.minding import to_mind
from kpu_corpus.reporting.sections.uncompared import groups_told
from kpu_corpus.reporting.wording import Wording

if TYPE_CHECKING:
    import pandas as pd

NEXT = 2  # themes named with their counts after the first
NO_TEXT = frozenset({"empty_answer", "empty_cell", "empty_text", "cell_kind"})  # not of files
MENTIONS = 10  # of a theme, from which on it is told that most of them are hopes


@dataclass(frozen=True, slots=True)
class Answer:
    """The sentences of the first page: what the texts say, and what to mind in quoting it."""

    said: tuple[str, ...]
    mind: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[str]:
        return iter((*self.said, *self.mind))


def answer(figures: Figures, found: Contrasts, wording: Wording) -> Answer:
    """Return the sentences of the first page: what carries, how sure, what differs; what to mind.

    ``found`` is what differs between the groups of the report.

    No share is stated where the text is too short (``enough`` False), no interval for a handful
    of essays, no order where the intervals overlap. The last to mind is what no figure says.
    """
    if not figures.numbers:
        return Answer((wording.say("nothing_read"), *_skipped(figures, wording)))
    if figures.all_foreign:  # what is counted in them says nothing
        said = [wording.say("foreign_one" if len(figures.numbers) == 1 else "foreign_all")]
    else:
        said = [*_carried(figures, wording), *_sure(figures, wording)]
        said += [*_differ(found, figures, wording), *_missing(figures, wording)]
        said += _promised(figures, wording)
    said += _skipped(figures, wording)
    mind = [*found.cautions, *to_mind(figures, wording)]
    return Answer((*said,), (*mind, accuracy(figures, wording), wording.say("limit")))


def _carried(figures: Figures, wording: Wording) -> Iterator[str]:
    rows = _compared(figures)
    if not rows:
        yield wording.say("no_theme")
        return
    names = figures.names(wording.lang)
    first = [row for row in rows if row.sentences == rows[0].sentences]
    after = rows[len(first) :]
    several = sum(not theme.parents for theme in figures.lexicon.themes) > 1
    one = "top" if several else "top_alone"
    yield wording.say(
        one if len(first) == 1 else "top_tied",
        theme=wording.listed([names[row.theme] for row in first]),
        count=wording.part(rows[0].sentences, "sentences", figures.units),
        share=_share(figures, wording, rows[0]),
        where=_where(figures, wording, rows[0].theme),
    )
    named = [row for row in after if row.sentences >= after[min(NEXT, len(after)) - 1].sentences]
    if named:
        items = [_then(figures, wording, names[row.theme], row) for row in named]
        yield wording.say("then", themes=wording.listed(items))
    if rest := [names[row.theme] for row in after[len(named) :]]:
        yield wording.say("rest", themes=wording.listed(rest))
    yield from _parts(figures, wording, {row.theme for row in [*first, *named]})


def _compared(figures: Figures) -> list[Any]:
    """Return the themes with sentences, without those whose sentences another has, too."""
    rows = [row for row in figures.ranked if row.sentences]
    below = {theme for row in rows for theme in figures.lexicon.below(row.theme)}
    return [row for row in rows if row.theme not in below]


def _parts(figures: Figures, wording: Wording, told: Set[str]) -> Iterator[str]:
    """Say what each theme above others has from them, the first of these with their counts.

    The counts of some themes are ``told`` already, as are then those of the parts.
    """
    known = {*told}
    names = figures.names(wording.lang)
    parents = {theme.key: theme.parents for theme in figures.lexicon.themes}
    rows = [row for row in figures.ranked if row.sentences]
    top = {row.theme for row in _compared(figures)}
    below: dict[str, list[Any]] = {row.theme: [] for row in rows}
    for row in rows:
        for parent in parents[row.theme]:
            below.get(parent, []).append(row)
    for row in sorted(rows, key=lambda row: row.theme not in top):
        if not (parts := below[row.theme]):
            continue
        shown = [_then(figures, wording, names[one.theme], one) for one in parts[: NEXT + 1]]
        shown += [names[one.theme] for one in parts[NEXT + 1 :]]
        name = names[row.theme]
        whole = name if row.theme in known else _then(figures, wording, name, row)
        known |= {one.theme for one in parts[: NEXT + 1]}
        yield wording.say("parent", count=whole, below=wording.listed(shown), theme=name)


def _share(figures: Figures, wording: Wording, row: Any) -> str:
    share = wording.percent(row.share)
    return wording.say("share_in", share=share) if figures.states_shares else ""


def _where(figures: Figures, wording: Wording, theme: str) -> str:
    essays, found = len(figures.numbers), len(figures.theme_hits.essays_with(theme))
    if essays == 1:
        return ""
    return wording.say("in_some", count=wording.part(found, "essays", essays))


def _then(figures: Figures, wording: Wording, name: str, row: Any) -> str:
    count = wording.count("sentences", row.sentences)
    if figures.states_shares:
        count = f"{count}; {wording.percent(row.share)}"
    return wording.say("then_item", theme=name, count=count)


def _sure(figures: Figures, wording: Wording) -> Iterator[str]:
    rows = _compared(figures)
    if not figures.states_shares:
        sentences = wording.count("sentences", figures.units)
        yield wording.say("few", sentences=sentences, least=wording.whole(MIN_UNITS))
    elif rows and not figures.enough:
        essays = wording.count("essays", len(figures.numbers) - len(figures.foreign))
        yield wording.say("describe", essays=essays, least=wording.count("essays", MIN_ESSAYS))
    elif rows:
        names = figures.names(wording.lang)
        range_ = wording.interval(rows[0].low, rows[0].high)
        label = "sure_one" if len(figures.numbers) == 1 else "sure_many"
        if range_ == wording.interval(0.0, 1.0):
            label = "sure_none"
        yield wording.say(label, theme=names[rows[0].theme], range=range_)
        near = [names[row.theme] for row in rows[1:] if row.high >= rows[0].low]
        if near and len(figures.numbers) > 1:
            every = len(near) == len(rows) - 1 > NEXT
            themes = wording.say("all_others") if every else wording.listed(near)
            yield wording.say("overlap", themes=themes)


def _missing(figures: Figures, wording: Wording) -> Iterator[str]:
    names = figures.names(wording.lang)
    found = [row for row in figures.ranked if row.sentences]
    lost = [row.theme for row in figures.ranked if not row.sentences]
    unfound = [names[theme] for theme in lost if not figures.theme_hits.left(theme)]
    if unfound and found:
        yield wording.say("missing", themes=wording.listed(unfound))
    left = [
        f"{names[theme]} ({wording.count('hits', figures.theme_hits.left(theme))})"
        for theme in lost
        if figures.theme_hits.left(theme)
    ]
    if left:
        yield wording.say("missing_left", themes=wording.listed(left))
    if len(figures.numbers) == 1:
        return
    single = [
        f"{names[row.theme]} ({wording.essay(essays[0])})"
        for row in found
        if len(essays := figures.theme_hits.essays_with(row.theme)) == 1
    ]
    if single:
        yield wording.say("only_here", themes=wording.listed(single))


def _promised(figures: Figures, wording: Wording) -> Iterator[str]:
    names = figures.names(wording.lang)
    statuses = _mentions(figures)
    counts = statuses.value_counts()
    if "aspired" in counts:
        part = wording.part(int(counts["aspired"]), "hits", len(statuses))
        yield wording.say("promised", part=part)
    mostly = []
    for row in figures.ranked:
        stated, hoped = (figures.theme_hits.hits(row.theme, hoped=hope) for hope in (False, True))
        if hoped > stated and hoped + stated >= MENTIONS:
            part = wording.part(hoped, "hits", stated + hoped)
            mostly.append(f"{names[row.theme]} ({part})")
    if mostly:
        yield wording.say("mostly_aspired", themes=wording.listed(mostly))


def _mentions(figures: Figures) -> pd.Series[str]:
    """Return the status of every mention: what a theme has from those below it is none anew."""
    hits = figures.theme_hits.counted
    own = [*zip(hits["theme"], hits["essay"], hits["start"], hits["end"], strict=True)]
    there = {*own}
    below = {theme: figures.lexicon.below(theme) for theme in hits["theme"].unique()}
    anew = [not any((one, *place) in there for one in below[theme]) for theme, *place in own]
    return hits["status"][anew]


def _differ(found: Contrasts, figures: Figures, wording: Wording) -> Iterator[str]:
    if found.themes:
        example = max(found.themes, key=lambda one: abs(one.row.difference))
    elif found.words:
        example = max(found.words, key=lambda one: one.row.g2)
    else:
        if figures.column:
            yield groups_told(figures, wording, found.named)
        return
    made = figures.compared
    by = "differ_essays" if made.by == "essay" else "differ_pairs" if made.pairs else "differ"
    n, people = wording.count("differences", found.all), wording.count("people", made.pairs)
    if 0 < found.of_themes < found.all:
        words = wording.whole(found.all - found.of_themes)
        n = wording.say("differ_kinds", n=n, themes=wording.whole(found.of_themes), words=words)
    where = wording.say("contrasts")
    such = wording.say("differ_such") if found.all > 1 else ":"
    yield wording.say(by, n=n, people=people, such=such, example=example.example, section=where)


def _skipped(figures: Figures, wording: Wording) -> Iterator[str]:
    reasons = [error.message for _, error in figures.tokens.corpus.refused]
    section = wording.say("read")
    unread = [reason in NO_TEXT for reason in reasons if reason not in NOT_UNREAD]
    counts = {"files": unread.count(False), "texts": unread.count(True)}
    if said := [wording.count(name, count) for name, count in counts.items() if count]:
        yield wording.say("skipped_some", what=wording.listed(said), section=section)
    if idle := sum(reason in IDLE_SIDECARS for reason in reasons):
        yield wording.say("idle_sidecars", count=wording.whole(idle), section=section)
    if not UNMATCHED.isdisjoint(reasons):
        yield wording.say("unmatched", section=section)
