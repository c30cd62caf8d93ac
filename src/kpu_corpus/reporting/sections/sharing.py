"""Passages that essays share, their places in the full texts, and stock phrases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Any

from kpu_corpus.analysis.reuse.overlap import covered, covered_by_others, longest_run, same_wording
from kpu_corpus.analysis.reuse.templates import templates
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.spellings import even_words
from kpu_corpus.reporting.belonging import group_of, titled
from kpu_corpus.reporting.figures import RUN, Figures
from kpu_corpus.reporting.sections.quotes import Pieces, cut, marked
from kpu_corpus.reporting.wording import Wording, clipped

SHOWN = 12  # passages listed
STOCK = 8  # stock phrases named, the most widely spread first
WINDOW = 5  # words that stand in a wording above, too
LONGEST = 300  # characters of a passage; its place leads to the whole
MOSTLY = 0.7  # how much of an essay another has, too, to be told in the short answer
AGAIN = 0.2  # how much of an essay others have, too, to be told in the short answer
REPEATED = 5  # sentences that stand in an essay before, to be told in the short answer
UNIT = ("essay", "sentence", "text")


@dataclass(frozen=True, slots=True)
class Passage:
    """One shared passage: its two places, each with an anchor, its kind and its wording.

    ``title_a`` and ``title_b`` say which essays these are: title, author and group. In the
    wording the longest run of equal words is marked; ``text_b`` is empty where the wording is the
    same. ``row`` is the row of the table.
    """

    place_a: str
    anchor_a: str
    title_a: str
    place_b: str
    anchor_b: str
    title_b: str
    words: str
    kind: str
    text_a: Pieces
    text_b: Pieces
    row: Any


@dataclass(frozen=True, slots=True)
class Sharing:
    """The passages of a report, what is to be said about them, and the stock phrases.

    ``how`` and ``stock_how`` tell how to read them; both are empty where there are none.
    """

    notes: tuple[str, ...]
    how: str = ""
    passages: tuple[Passage, ...] = ()
    stock_how: str = ""
    stock: tuple[str, ...] = ()


def sharing(figures: Figures, wording: Wording) -> Sharing:
    """Return what a report says about wording that essays share."""
    own = figures.own_passages
    if own is None or figures.passages is None:
        return Sharing((_not_looked(figures, wording),))
    shown = tuple(_passage(figures, wording, row) for row in islice(_wordings(own), SHOWN))
    notes = []
    if figures.twins:
        told = "passages_twins" if shown else "passages_twins_only"
        notes.append(wording.say(told, section=wording.say("read")))
    elif not shown:
        notes.append(wording.say("passages_none"))
    if len(own) > len(shown):
        rest = wording.count("passages", len(own) - len(shown))
        notes.append(wording.say("passages_more", rest=rest))
    if formal := int(figures.passages["template"].sum()):
        notes.append(wording.say("passages_stock", n=wording.count("passages", formal)))
    how = wording.say("sharing_how") if shown else ""
    stock = _stock(figures, wording)
    stock_how = wording.say("stock_intro") if stock else ""
    return Sharing(tuple(notes), how, shown, stock_how, stock)


def mostly_shared(figures: Figures) -> list[tuple[str, str, float]]:
    """Return the pairs of essays most of the shorter of which the other has, too, and how much.

    Pairs that are nearly the same text are not among them. The most covered come first.
    """
    if figures.passages is None:
        return []
    found = [
        (a, b, share)
        for (a, b), share in covered(figures.tokens, figures.passages).items()
        if share >= MOSTLY and frozenset((a, b)) not in figures.twins
    ]
    return sorted(found, key=lambda pair: -pair[2])


def counted_again(figures: Figures) -> list[str]:
    """Return the essays of which others have at least a fifth, too, in order.

    Stock phrases and pairs that are nearly the same text, which are told as such, do not count.
    """
    own = figures.own_passages
    shares = {} if own is None else covered_by_others(figures.tokens, own)
    return [essay for essay in figures.numbers if shares.get(essay, 0) >= AGAIN]


def said_again(figures: Figures) -> dict[str, int]:
    """Return how many sentences of an essay stand in it before, word for word.

    Of essays in which they are at least a fifth and not just a motto or two.
    """
    table = figures.tokens.sentences
    seen, again = set[tuple[str, str]](), Counter[str]()
    for essay, number, text in zip(*(table[name] for name in UNIT), strict=True):
        said = essay, even_words(text)
        again[essay] += number > 0 and said in seen
        seen.add(said)
    units = figures.units_of
    least = {essay: max(REPEATED, AGAIN * units[essay]) for essay in again}
    return {essay: count for essay, count in again.items() if count >= least[essay]}


def _wordings(own: pd.DataFrame) -> Iterator[Any]:
    """Yield the passages whose wording does not stand mostly in those above.

    What many pairs share, such as the same form filled in, would fill the list. Of a passage with a
    run of equal words the run counts, which two neighbours may bound differently. One that has a
    run of its own beside what stands above is yielded, too: the form, and an answer to it.
    """
    told = set[tuple[str, ...]]()
    for row in own.itertuples(index=False):
        words = even_words(str(row.run_text or row.text)).split()
        last = max(len(words) - WINDOW, 0)
        windows = [tuple(words[at : at + WINDOW]) for at in range(last + 1)]
        new = [window not in told for window in windows]
        longest = max(sum(stretch) for _, stretch in groupby(new))
        if sum(new) * 2 >= len(new) or longest >= RUN + WINDOW - 1:
            told.update(windows)
            yield row


def _not_looked(figures: Figures, wording: Wording) -> str:
    if len(figures.numbers) < 2:
        return wording.say("passages_single")
    essays = wording.count("essays", len(figures.numbers))
    words = wording.count("words", sum(figures.words_of.values()))
    return wording.say("passages_large", essays=essays, words=words)


def _passage(figures: Figures, wording: Wording, row: Any) -> Passage:
    place_a, anchor_a = _place(figures, wording, row.essay_a, row.start_a)
    place_b, anchor_b = _place(figures, wording, row.essay_b, row.start_b)
    same = same_wording(row.text, row.text_b)
    text_a, text_b = _texts(row, same)
    return Passage(
        place_a=place_a,
        anchor_a=anchor_a,
        title_a=_title(figures, wording, row.essay_a),
        place_b=place_b,
        anchor_b=anchor_b,
        title_b=_title(figures, wording, row.essay_b),
        words=wording.count("words", int(row.words)),
        kind=_kind(wording, row, same),
        text_a=text_a,
        text_b=text_b,
        row=row,
    )


def _kind(wording: Wording, row: Any, same: bool) -> str:
    kind = wording.say("passage_same" if same else f"passage_{row.kind}")
    if row.run and not same:
        kind = wording.say("passage_run", kind=kind, words=wording.count("words", int(row.run)))
    if row.essays > 2:
        kind = wording.say("passage_spread", kind=kind, essays=wording.count("essays", row.essays))
    return kind


def _texts(row: Any, same: bool) -> tuple[Pieces, Pieces]:
    """Return both wordings, cut around the longest run of equal words, which is marked."""
    text_a, text_b = (" ".join(text.split()) for text in (row.text, row.text_b))
    if same:
        return cut(marked(text_a, ()), LONGEST), ()
    run = longest_run(text_a, text_b)
    spans = ([run.a], [run.b]) if row.run else ((), ())
    return cut(marked(text_a, spans[0]), LONGEST), cut(marked(text_b, spans[1]), LONGEST)


def _title(figures: Figures, wording: Wording, essay: str) -> str:
    """Return the title and author of an essay, and the group that the report is by."""
    named = titled(figures, wording, essay)
    return "; ".join(filter(None, (named, group_of(figures, wording, essay))))


def _place(figures: Figures, wording: Wording, essay: str, start: int) -> tuple[str, str]:
    sentence = figures.sentence_at(essay, start)
    place = wording.say("see_text", essay=wording.essay(essay), n=sentence)
    return place, figures.anchor(essay, sentence)


def _stock(figures: Figures, wording: Wording) -> tuple[str, ...]:
    table = templates(figures.tokens)
    rows = zip(table["text"], table["essays"], strict=True)
    shown = [
        wording.say(
            "stock_item", text=clipped(text, LONGEST), essays=wording.count("essays", int(essays))
        )
        for text, essays in list(rows)[:STOCK]
    ]
    return (*shown, *wording.more(len(table) - STOCK))
