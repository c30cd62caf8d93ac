"""Sentences judged together, each as an essay of its own: far faster than a corpus for each."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import kpu_corpus as kc
from kpu_corpus.analysis.status import COUNTED

Hits = list[tuple[str, str, str]]


def hits(texts: Iterable[str], theme: str) -> dict[str, Hits]:
    """Return the (status, rule, cue) of every hit of a theme in each sentence."""
    told = judged(every := [*texts])
    return {text: told[text, theme] for text in every}


def judged(texts: Iterable[str], lexicon: Any = None) -> Mapping[tuple[str, str], Hits]:
    """Return the (status, rule, cue) of every hit by sentence and theme."""
    every = [*dict.fromkeys(texts)]
    corpus = kc.load({str(number): text for number, text in enumerate(every)})
    rows = kc.evidence(corpus, lexicon=lexicon)
    found = defaultdict(list)
    names = ("essay", "theme", "status", "rule", "cue")
    for essay, theme, *hit in zip(*(rows[name] for name in names), strict=True):
        found[every[int(essay)], theme].append(tuple(hit))
    return found


def counted(texts: Iterable[str], lexicon: Any = None) -> dict[str, set[str]]:
    """Return the themes that count in each sentence."""
    found: dict[str, set[str]] = {text: set() for text in texts}
    for (text, theme), told in judged(found, lexicon).items():
        if any(status in COUNTED for status, _, _ in told):
            found[text].add(theme)
    return found
