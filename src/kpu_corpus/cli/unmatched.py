"""Patterns of the user's own lexicon that match nowhere, as commands report them."""

from dataclasses import replace

from kpu_corpus.analysis.checking.coverage import unmatched
from kpu_corpus.analysis.lexicon import SHIPPED, Pattern, load_lexicon
from kpu_corpus.cli.saying import say
from kpu_corpus.labels import label
from kpu_corpus.reporting.wording import clipped
from kpu_corpus.tokens import Tokens

SHOWN = 10  # patterns named in the line; the others are counted
LONGEST = 60  # characters of a pattern


def tell_unmatched(tokens: Tokens, lexicon: str | None, lang: str) -> None:
    """Report the patterns of the user's own file that match nowhere in the texts, in one line.

    Of patterns that a shipped lexicon also has, only the strings that were added are the user's.
    """
    if lexicon is None or lexicon in SHIPPED:
        return
    found = [
        label(
            f"cli.no_match_{'row' if pattern.row else 'theme'}",
            lang,
            row=pattern.row,
            theme=theme,
            match=clipped("; ".join(own), LONGEST),
        )
        for theme, pattern, idle in unmatched(tokens, load_lexicon(lexicon))
        if (own := [match for match in idle if match not in _shipped(pattern)])
    ]
    if found:
        more = f", … (+{len(found) - SHOWN})" if len(found) > SHOWN else ""
        say(label("cli.no_match", lang, patterns=", ".join(found[:SHOWN]) + more))


def _shipped(pattern: Pattern) -> set[str]:
    """Return the match strings of the shipped patterns that are a part of this one."""
    return {
        match
        for name in SHIPPED
        for one in load_lexicon(name).every
        if {*one.match} <= {*pattern.match} and replace(one, match=pattern.match) == pattern
        for match in one.match
    }
