"""Themes that take over the patterns of the shipped ten."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from kpu_corpus.analysis.lexicon.parts import Lexicon, Pattern, Theme
from kpu_corpus.analysis.lexicon.rules import check_match, marked, sets_in
from kpu_corpus.errors import InvalidLexicon, nearest


def completed(lexicon: Lexicon, shipped: Callable[[], Lexicon]) -> Lexicon:
    """Return the lexicon with the patterns of the included themes after each theme's own.

    The sets that these patterns name come along as ``themes_publik``, apart from the lexicon's own.
    Raises InvalidLexicon for a theme that is not one of the ten, and for an excepted word that is
    no pattern or that no included match string has.
    """
    if not any(theme.include or theme.excepted for theme in lexicon.themes):
        return lexicon
    ten = shipped()
    mark = "themes_"
    while any(name.startswith(mark) for name in lexicon.sets):
        mark += "_"
    themes = tuple(_completed(lexicon.name, theme, ten, mark) for theme in lexicon.themes)
    strings = (text for theme in themes for one in theme.patterns for text in one.strings)
    named = {name for text in strings if "@" in text for name in sets_in(text)}
    sets = {mark + name: words for name, words in ten.sets.items() if mark + name in named}
    return replace(lexicon, themes=themes, sets={**lexicon.sets, **sets})


def _completed(name: str, theme: Theme, ten: Lexicon, mark: str) -> Theme:
    keys, place = [one.key for one in ten.themes], f"{name}:{theme.key}"
    for key in theme.include:
        if key not in keys:
            valid, hint = ", ".join(keys), nearest(key, keys)
            raise InvalidLexicon("no_include", got=repr(key), place=place, valid=valid, hint=hint)
    excepted = {word.removeprefix("="): word for word in theme.excepted}
    found = _words(_included(theme, ten)) if excepted else frozenset()
    for bare, word in excepted.items():
        check_match(word, f"{place}.except", ten.sets)
        if bare not in found:
            hint = nearest(bare, sorted(found))
            raise InvalidLexicon("no_except", got=repr(word), place=place, hint=hint)
    return replace(theme, patterns=(*theme.patterns, *taken(theme, ten, mark)))


def taken(theme: Theme, ten: Lexicon, mark: str = "") -> list[Pattern]:
    """Return the patterns that a theme takes over from the ten, with a mark before their sets."""
    excepted = {word.removeprefix("=") for word in theme.excepted}
    found = [_taken(pattern, excepted, mark) for pattern in _included(theme, ten)]
    return [pattern for pattern in found if pattern.match]


def _included(theme: Theme, ten: Lexicon) -> list[Pattern]:
    return [one for key in dict.fromkeys(theme.include) for one in ten.patterns(key)]


def _words(patterns: Iterable[Pattern]) -> frozenset[str]:
    strings = " ".join(match for pattern in patterns for match in pattern.match)
    return frozenset(word.removeprefix("=") for word in strings.replace("|", " ").split())


def _taken(pattern: Pattern, excepted: Collection[str], mark: str) -> Pattern:
    left = tuple(filter(None, (_without(match, excepted) for match in pattern.match)))
    match, context, without = (
        tuple(marked(text, mark) if "@" in text else text for text in strings)
        for strings in (left, pattern.context, pattern.without)
    )
    # the example may be a sentence with an excepted word
    example = pattern.example if left == pattern.match else ""
    return replace(pattern, match=match, context=context, without=without, example=example)


def _without(match: str, words: Collection[str]) -> str:
    """Return a match string without some words, "" if one of its places has no other.

    >>> _without("=saling ..1 bantu|hormat", {"hormat"}), _without("=saling bantu", {"bantu"})
    ('=saling ..1 bantu', '')
    """
    if not any(word in match for word in words):
        return match
    places = [
        [word for word in element.split("|") if word.removeprefix("=") not in words]
        for element in match.split()
    ]
    return " ".join(map("|".join, places)) if all(places) else ""
