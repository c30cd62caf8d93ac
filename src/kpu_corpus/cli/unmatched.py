"""Patterns of the user's own lexicon that match nowhere, as commands report them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from kpu_corpus.analysis.checking.coverage import unmatched
from kpu_corpus.analysis.lexicon import SHIPPED, Pattern, load_lexicon, shipped_name
from kpu_corpus.analysis.lexicon.including import taken
from kpu_corpus.analysis.words.query import units_of_plain
from kpu_corpus.cli.saying import say
from kpu_corpus.labels import label
from kpu_corpus.reporting.wording import clipped
from kpu_corpus.tokens import Tokens

SHOWN = 10  # patterns named in the line; the others are counted
LONGEST = 60  # characters of a pattern


def tell_unmatched(tokens: Tokens, lexicon: str | None, lang: str) -> None:
    """Report the patterns of the user's own file that match nowhere in the texts, in one line.

    Of patterns that a shipped lexicon also has, only the strings that were added are the user's,
    and none of those that a theme includes is.
    """
    if lexicon is None or shipped_name(lexicon):
        return
    own_lexicon, ten = load_lexicon(lexicon), load_lexicon()
    included = {  # these stand behind its own
        theme.key: {*theme.patterns[len(theme.patterns) - len(taken(theme, ten)) :]}
        for theme in own_lexicon.themes
    }
    found = [
        _told(tokens, theme, pattern, own, lang)
        for theme, pattern, idle in unmatched(tokens, own_lexicon)
        if pattern not in included[theme] and (own := _added(pattern, idle))
    ]
    if found:
        more = f", … (+{len(found) - SHOWN})" if len(found) > SHOWN else ""
        say(label("cli.no_match", lang, patterns=", ".join(found[:SHOWN]) + more))


def _told(tokens: Tokens, theme: str, pattern: Pattern, own: Sequence[str], lang: str) -> str:
    """Return the strings of a pattern, with the longer names and phrases that they are inside."""
    told = label(
        f"cli.no_match_{'row' if pattern.row else 'theme'}",
        lang,
        row=pattern.row,
        theme=theme,
        match=clipped("; ".join(own), LONGEST),
    )
    units = units_of_plain(tokens, own)
    named = clipped(", ".join(map(repr, units)), LONGEST)
    return label("cli.no_match_inside", lang, told=told, units=named) if units else told


def _added(pattern: Pattern, idle: Iterable[str]) -> list[str]:
    """Return the strings that are in no shipped pattern that is a part of this one."""
    match = {*pattern.match}
    shipped = {
        string
        for strings, one in _shipped()
        if strings <= match and replace(one, match=pattern.match) == pattern
        for string in strings
    }
    return [string for string in idle if string not in shipped]


@cache
def _shipped() -> list[tuple[frozenset[str], Pattern]]:
    """Return the shipped patterns, each with its match strings."""
    return [(frozenset(one.match), one) for name in SHIPPED for one in load_lexicon(name).every]
