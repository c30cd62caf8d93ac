"""Sentences that name most themes at once, such as the list of the values itself."""

from __future__ import annotations

from collections.abc import Iterator

from kpu_corpus.analysis.themes.hits import asserting
from kpu_corpus.reporting.figures import Figures
from kpu_corpus.reporting.sections.cautions import LEAST
from kpu_corpus.reporting.wording import Wording

AT_ONCE = 5  # themes, and more than half of the lexicon: a sentence that counts for so many lists
SEVERAL = 3  # such sentences; of fewer nothing is told
MUCH = 0.2  # of the sentences of a theme: so many of them that list are told


def listing(figures: Figures, wording: Wording) -> Iterator[str]:
    """Yield the sentence that names the themes which owe much to sentences that list them all.

    "BerAKHLAK stands for Berorientasi Pelayanan, Akuntabel, …" counts for each of the values,
    although its writer speaks of none.
    """
    body = figures.tokens.units.body
    counted = asserting(figures.tokens, figures.lexicon)[body]
    least = max(AT_ONCE, counted.shape[1] // 2 + 1)
    lists = counted.sum(axis=1) >= least
    if lists.sum() < SEVERAL:
        return
    keys = [theme.key for theme in figures.lexicon.themes]
    names, found = figures.names(wording.lang), []
    for row in figures.ranked:
        here = int((counted[:, keys.index(row.theme)] & lists).sum())
        if row.sentences >= LEAST and here >= MUCH * row.sentences:
            part = wording.part(row.sentences - here, "sentences", row.sentences)
            found.append(wording.say("lists_item", theme=names[row.theme], part=part))
    if found:
        part = wording.part(int(lists.sum()), "sentences", int(body.sum()))
        share = wording.round_percent(MUCH)
        yield wording.say("lists", part=part, least=least, share=share, themes="; ".join(found))
