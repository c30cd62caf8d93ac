"""Themes that take over the patterns of the shipped ten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kpu_corpus.analysis.lexicon.parts import Lexicon, Pattern, Theme
from kpu_corpus.analysis.lexicon.rules import marked, sets_in
from kpu_corpus.errors import InvalidLexicon, nearest


def completed(lexicon: Lexicon, shipped: Callable[[], Lexicon]) -> Lexicon:
    """Return the lexicon with the patterns of the included themes after each theme's own.

    The sets that these patterns name come along as ``themes_publik``, apart from the lexicon's own.
    Raises InvalidLexicon for a theme that is not one of the ten.
    """
    if not any(theme.include for theme in lexicon.themes):
        return lexicon
    ten = shipped()
    mark = "themes_"
    while any(name.startswith(mark) for name in lexicon.sets):
        mark += "_"
    themes = tuple(_completed(lexicon.name, theme, ten, mark) for theme in lexicon.themes)
    patterns = [pattern for theme in themes for pattern in theme.patterns]
    named = {name for pattern in patterns for text in pattern.strings for name in sets_in(text)}
    sets = {mark + name: words for name, words in ten.sets.items() if mark + name in named}
    return replace(lexicon, themes=themes, sets={**lexicon.sets, **sets})


def _completed(name: str, theme: Theme, ten: Lexicon, mark: str) -> Theme:
    keys = [one.key for one in ten.themes]
    for key in theme.include:
        if key not in keys:
            place, valid, hint = f"{name}:{theme.key}", ", ".join(keys), nearest(key, keys)
            raise InvalidLexicon("no_include", got=repr(key), place=place, valid=valid, hint=hint)
    taken = [_taken(p, mark) for key in dict.fromkeys(theme.include) for p in ten.patterns(key)]
    return replace(theme, patterns=(*theme.patterns, *taken), include=())


def _taken(pattern: Pattern, mark: str) -> Pattern:
    match, context, without = (
        tuple(marked(text, mark) for text in strings)
        for strings in (pattern.match, pattern.context, pattern.without)
    )
    return replace(pattern, match=match, context=context, without=without)
