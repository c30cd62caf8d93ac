"""What to mind before the figures are quoted: one long essay or word, copies, short essays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from statistics import median
from typing import Any

from kpu_corpus.analysis.statistics.proportions import MIN_UNITS
from kpu_corpus.columns.alike import alike, shown
from kpu_corpus.columns.grouping import is_no_value
from kpu_corpus.corpus.tables import words_of
from kpu_corpus.indonesian.sentences.overlong import LONGEST_UNIT, PORTION_WORDS
from kpu_corpus.reporting.belonging import group_name, in_text
from kpu_corpus.reporting.figures import Figures
from kpu_corpus.reporting.sections.cautions import LEAST_SENTENCES, repeated_people, resting
from kpu_corpus.reporting.sections.listing import listing
from kpu_corpus.reporting.sections.sharing import AGAIN, counted_again, mostly_shared, said_again
from kpu_corpus.reporting.wording import Wording
from kpu_corpus.tokens.overlong import overlong

NAMED = 5  # essays, or themes, named one by one; more are only counted
PAIRS = 3  # pairs of essays named; more are only counted
RUN_ON = 40  # words in the average sentence, or twice as many in the only one: likely several
EMPTY = 10  # words: so few are named where most essays have several times as many
UNSTATED = 0.2  # of the essays without a value in the column of the groups: so many are told
FOREIGN = 0.2  # of the words of an essay in passages in another language: so many are told
HEAVY = 0.4  # of the sentences of all essays or a group: so much of them in one essay is told


def to_mind(figures: Figures, wording: Wording) -> Iterator[str]:
    """Yield a sentence for each way in which these figures may mislead."""
    parts = (_alike, _unstated, _heavy, _of_one, _same_people, resting, listing)
    texts = (_shared, _repeated, _said_again, _foreign, _foreign_in_part)
    rest = (_short, _nearly_empty, _run_on, _overlong)
    for part in (*parts, *texts, *rest):
        yield from part(figures, wording)


def _alike(figures: Figures, wording: Wording) -> Iterator[str]:
    if figures.column and (found := alike(figures.compared.groups)):
        by = in_text(figures, figures.column, wording)
        yield wording.say("values_alike", by=by, values=shown(found))


def _unstated(figures: Figures, wording: Wording) -> Iterator[str]:
    """Tell of the essays that are a group only because a column says nothing of them."""
    if not figures.column:
        return
    none = [group for group in figures.group_of.values() if is_no_value(group)]
    essays, made = len(figures.numbers), figures.compared
    against = made.themes is not None and any(map(is_no_value, made.groups))
    if (1 if against else UNSTATED * essays) <= len(none) < essays:
        yield wording.say(
            "unstated_compared" if against else "unstated",
            part=wording.part(len(none), "essays", essays),
            by=in_text(figures, figures.column, wording),
            none=wording.group(none[0]),
        )


def _heavy(figures: Figures, wording: Wording) -> Iterator[str]:
    """Name the essays that decide the shares of all essays, or of a group, by their length."""
    found = []
    for name, sizes in _with_shares(figures, wording):
        whole = sum(sizes.values())
        for heavy in (essay for essay, size in sizes.items() if size >= HEAVY * whole):
            part = wording.part(sizes[heavy], "sentences", whole)
            essay = wording.essay(heavy)
            found.append(wording.say("heavy_item", essay=essay, part=part, where=name))
    if found:
        items = "; ".join([*found[:NAMED], *wording.more(len(found) - NAMED)])
        yield wording.say("heavy", items=items, share=wording.round_percent(HEAVY))


def _with_shares(figures: Figures, wording: Wording) -> Iterator[tuple[str, dict[str, int]]]:
    """Yield the whole and the groups that have shares: name, and sentences of each essay."""
    if figures.enough and len(figures.numbers) > 1:
        yield wording.say("all_essays"), figures.units_of
    if not figures.column or len({*figures.group_of.values()}) == 1:
        return
    sizes: dict[str, dict[str, int]] = {}
    for essay, group in figures.group_of.items():
        sizes.setdefault(group, {})[essay] = figures.units_of[essay]
    for group in figures.groups.loc[figures.groups["enough"]].iloc[:, 0].unique():
        yield group_name(figures, group, figures.column, wording), sizes[group]


def _of_one(figures: Figures, wording: Wording) -> Iterator[str]:
    """Name the themes of which most sentences are in one essay, unless that is a heavy one."""
    names, found = figures.names(wording.lang), list[str]()
    table = figures.essays
    first: list[Any] = [*table.loc[table.groupby("theme")["sentences"].idxmax()].itertuples()]
    tops = {row.theme: (row.essay, row.sentences) for row in first}
    for row in figures.ranked if figures.enough else ():
        essay, most = tops[row.theme]
        heavy = figures.units_of[essay] >= HEAVY * figures.units
        if row.sentences >= LEAST_SENTENCES and 2 * most > row.sentences and not heavy:
            part, told = wording.part(most, "sentences", row.sentences), wording.essay(essay)
            found.append(wording.say("of_one_item", theme=names[row.theme], part=part, essay=told))
    if found:
        themes = "; ".join([*found[:NAMED], *wording.more(len(found) - NAMED)])
        yield wording.say("of_one", themes=themes)


def _same_people(figures: Figures, wording: Wording) -> Iterator[str]:
    """Name who wrote several essays, which the range of all essays takes for independent."""
    if figures.enough and (people := repeated_people(figures.tokens, wording)):
        yield wording.say("same_people", people=people)


def _shared(figures: Figures, wording: Wording) -> Iterator[str]:
    section = wording.say("sharing")
    pairs = [
        wording.say("mostly_item", pair=_pair(wording, a, b), share=wording.round_percent(share))
        for a, b, share in mostly_shared(figures)
    ]
    if pairs:
        first = [*pairs[:PAIRS], *wording.more(len(pairs) - PAIRS)]
        yield wording.say("mostly", pairs="; ".join(first), section=section)
    if again := counted_again(figures):
        essays = wording.listed([wording.essay(essay) for essay in again])
        if len(again) > NAMED:
            essays = wording.part(len(again), "essays", len(figures.numbers))
        share = wording.round_percent(AGAIN)
        yield wording.say("shared_again", essays=essays, share=share, section=section)
    own = figures.own_passages
    if not pairs and not again and own is not None and len(own):
        yield wording.say("shared_some", n=wording.count("passages", len(own)), section=section)


def _repeated(figures: Figures, wording: Wording) -> Iterator[str]:
    if figures.duplicates is None or figures.duplicates.empty:
        return
    table = figures.duplicates
    pairs = [
        _pair(wording, str(a), str(b))
        for a, b in zip(table["essay_a"][:PAIRS], table["essay_b"][:PAIRS], strict=True)
    ]
    yield wording.say(
        "repeated",
        pairs=wording.count("pairs", len(table)),
        named="; ".join([*pairs, *wording.more(len(table) - PAIRS)]),
        section=wording.say("read"),
    )


def _said_again(figures: Figures, wording: Wording) -> Iterator[str]:
    found = [
        f"{wording.essay(essay)} ({wording.part(count, 'sentences', figures.units_of[essay])})"
        for essay, count in said_again(figures).items()
    ]
    if found:
        yield wording.say("said_again", essays=_some(found, wording))


def _pair(wording: Wording, a: str, b: str) -> str:
    return wording.listed([wording.essay(one) for one in (a, b)])


def _some(essays: list[str], wording: Wording) -> str:
    """Return the first of some essays in a sentence, and how many others there are."""
    rest = len(essays) - NAMED
    others = [wording.count("others", rest)] if rest > 0 else []
    return wording.listed([*essays[:NAMED], *others])


def _foreign(figures: Figures, wording: Wording) -> Iterator[str]:
    if figures.foreign and not figures.all_foreign:
        essays = _some([wording.essay(essay) for essay in figures.foreign], wording)
        yield wording.say("foreign_some", essays=essays)


def _foreign_in_part(figures: Figures, wording: Wording) -> Iterator[str]:
    """Name the essays of which a good part, but not most of it, is in a foreign language."""
    passages: Counter[str] = Counter()
    table = figures.tokens.corpus.foreign
    for essay, text in zip(table["essay"], table["text"], strict=True):
        passages[str(essay)] += words_of(text)
    rest = [essay for essay in passages if essay not in figures.foreign]
    if found := [x for x in rest if passages[x] >= FOREIGN * figures.words_of[x]]:
        essays = _some([wording.essay(essay) for essay in found], wording)
        yield wording.say("foreign_in_part", part=wording.round_percent(FOREIGN), essays=essays)


def _short(figures: Figures, wording: Wording) -> Iterator[str]:
    short, essays = figures.short, len(figures.numbers)
    if not short or essays == 1:
        return
    if len(short) == essays and figures.by is None:
        yield wording.say("short_together", least=wording.count("sentences", MIN_UNITS))
    elif figures.by != "essay":
        return  # no share of a single essay is shown
    elif len(short) == essays:
        yield wording.say("short_all")
    elif len(short) > NAMED:
        yield wording.say("short_some", essays=wording.part(len(short), "essays", essays))
    else:
        items = [
            f"{wording.essay(essay)} ({wording.count('sentences', figures.units_of[essay])})"
            for essay in short
        ]
        yield wording.say("short_some", essays=wording.listed(items))


def _nearly_empty(figures: Figures, wording: Wording) -> Iterator[str]:
    """Name the essays of a few words among longer ones: not written yet, or a picture of a text."""
    if median(figures.words_of.values()) < EMPTY * 5:
        return
    few = {essay: words for essay, words in figures.words_of.items() if words < EMPTY}
    if few:
        items = [f"{wording.essay(x)} ({wording.count('words', few[x])})" for x in few]
        yield wording.say("nearly_empty", essays=_some(items, wording))


def _run_on(figures: Figures, wording: Wording) -> Iterator[str]:
    """Name the essays that were typed without full stops, or without spaces after them."""
    found = [
        wording.essay(essay)
        for essay, units in figures.units_of.items()
        if figures.words_of[essay] >= RUN_ON * max(units, 2)
    ]
    if found:
        yield wording.say("run_on", essays=_some(found, wording), least=RUN_ON)


def _overlong(figures: Figures, wording: Wording) -> Iterator[str]:
    """Name the essays of which a part counts in portions, for want of full stops."""
    found = overlong(figures.tokens.corpus, figures.tokens.units)
    if found:
        essays = _some([wording.essay(essay) for essay in found], wording)
        most = wording.whole(LONGEST_UNIT)
        yield wording.say("overlong", essays=essays, most=most, words=PORTION_WORDS)
