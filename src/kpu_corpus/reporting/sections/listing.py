"""Sentences that name most themes at once, such as the list of the values itself."""

from __future__ import annotations

from collections.abc import Iterator

from kpu_corpus.reporting.figures import Figures
from kpu_corpus.reporting.sections.cautions import LEAST_SENTENCES
from kpu_corpus.reporting.wording import Wording

SEVERAL = 3  # sentences that list; of fewer nothing is told
MUCH = 0.2  # of the sentences of a theme: so many of them that list are told


def listing(figures: Figures, wording: Wording) -> Iterator[str]:
    """Yield the sentence that names the themes which owe much to sentences that list them all.

    "BerAKHLAK stands for Berorientasi Pelayanan, Akuntabel, …" counts for each of the values,
    although its writer speaks of none.
    """
    hits = figures.theme_hits
    if len(hits.lists) < SEVERAL:
        return
    names, found = figures.names(wording.lang), []
    for row in figures.ranked:
        here = hits.listed(row.theme)
        if row.sentences >= LEAST_SENTENCES and here >= MUCH * row.sentences:
            part = wording.part(row.sentences - here, "sentences", row.sentences)
            found.append(wording.say("lists_item", theme=names[row.theme], part=part))
    if found:
        yield wording.say(
            "lists",
            part=wording.part(len(hits.lists), "sentences", sum(figures.units_of.values())),
            least=hits.at_once,
            share=wording.round_percent(MUCH),
            themes="; ".join(found),
        )
