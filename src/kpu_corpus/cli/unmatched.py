"""Patterns of the user's own lexicon that match nowhere, as commands report them."""

from kpu_corpus.analysis.checking.coverage import unmatched
from kpu_corpus.analysis.lexicon import SHIPPED, load_lexicon
from kpu_corpus.cli.saying import say
from kpu_corpus.labels import label
from kpu_corpus.reporting.wording import clipped
from kpu_corpus.tokens import Tokens

SHOWN = 10  # patterns named in the line; the others are counted
LONGEST = 60  # characters of a pattern


def tell_unmatched(tokens: Tokens, lexicon: str | None, lang: str) -> None:
    """Report the patterns of the user's own file that match nowhere in the texts, in one line.

    Patterns that a shipped lexicon also has are not counted as the user's.
    """
    if lexicon is None or lexicon in SHIPPED:
        return
    shipped = {pattern for name in SHIPPED for pattern in load_lexicon(name).every}
    found = [
        label(
            f"cli.no_match_{'row' if pattern.row else 'theme'}",
            lang,
            row=pattern.row,
            theme=theme,
            match=clipped("; ".join(pattern.match), LONGEST),
        )
        for theme, pattern in unmatched(tokens, load_lexicon(lexicon))
        if pattern not in shipped
    ]
    if found:
        more = f", … (+{len(found) - SHOWN})" if len(found) > SHOWN else ""
        say(label("cli.no_match", lang, patterns=", ".join(found[:SHOWN]) + more))
