"""What a comparison of groups says where the same people wrote in them several times."""

from __future__ import annotations

from kpu_corpus.analysis.comparing.pairing import writers
from kpu_corpus.analysis.comparing.sides import MIN_ESSAYS
from kpu_corpus.columns.grouping import group
from kpu_corpus.reporting.wording import Wording
from kpu_corpus.tokens import Tokens


def same_writers(tokens: Tokens, by: str, wording: Wording) -> list[str]:
    """Say that essays of one person count as independent, or that people can be paired.

    People can where there are two groups and nobody has several essays in one.
    """
    groups = group(tokens.corpus, by, tell=False)
    found = writers(tokens, groups)
    if found.repeated:
        people = wording.count("people", found.repeated)
        return [wording.say("contrast_repeated", people=people)]
    two = len([name for name in groups.labels if name != groups.missing]) == 2
    if two and found.across >= MIN_ESSAYS:
        return [wording.say("contrast_across", people=wording.count("people", found.across))]
    return []
