"""A lexicon as a TOML file, read: errors name the theme and the pattern."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kpu_corpus.analysis.lexicon.parts import FARTHEST, STATED, Lexicon, Pattern, Theme
from kpu_corpus.analysis.lexicon.rules import OF_PATTERNS, OF_THEMES
from kpu_corpus.analysis.status import COUNTS
from kpu_corpus.errors import InvalidLexicon, UnreadableSource, among, nearest
from kpu_corpus.ground.toml import parsed
from kpu_corpus.labels import LANGUAGES

FILE_KEYS = frozenset({"format", "title", "source", "licence", "sets", "themes"})
THEME_KEYS = frozenset({*OF_THEMES, "patterns"})
PATTERN_KEYS = frozenset({"match", *OF_PATTERNS})


def read_toml(name: str, data: bytes) -> Lexicon:
    """Return the lexicon of a TOML file; raises InvalidLexicon if it breaks the format."""
    content = content_of(name, data)
    _keys(content, FILE_KEYS, name)
    if content.get("format") != 1:
        raise InvalidLexicon("lexicon_format", got=repr(content.get("format")), name=name)
    sets = _table(content.get("sets", {}), f"{name}:sets")
    themes = _table(content.get("themes", {}), f"{name}:themes")
    return Lexicon(
        name,
        tuple(_theme(name, key, body) for key, body in themes.items()),
        {key: _strings(value, f"{name}:sets.{key}") for key, value in sets.items()},
    )


def content_of(name: str, data: bytes) -> dict[str, Any]:
    """Return the content of a TOML file; raises InvalidLexicon if it is not valid TOML."""
    try:
        return parsed(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        why = UnreadableSource("bad_encoding", encoding="UTF-8")
        raise InvalidLexicon("lexicon_toml", name=name, why=why) from error
    except UnreadableSource as error:
        raise InvalidLexicon("lexicon_toml", name=name, why=error) from error


def _theme(name: str, key: str, body: Any) -> Theme:
    place = f"{name}:{key}"
    if not isinstance(body, dict):
        raise InvalidLexicon("lexicon_theme_type", place=place, got=type(body).__name__)
    _keys(body, THEME_KEYS, place)
    patterns = body.get("patterns", [])
    if not isinstance(patterns, list):
        raise InvalidLexicon("lexicon_patterns", place=place)
    counts = body.get("counts", STATED)
    if not isinstance(counts, str) or counts not in COUNTS:
        valid = ", ".join(COUNTS)
        raise InvalidLexicon("lexicon_counts_value", got=repr(counts), place=place, valid=valid)
    return Theme(
        key,
        _named(body.get("label", key), key, f"{place}.label"),
        _named(body.get("definition", ""), "", f"{place}.definition"),
        str(body.get("source", "")),
        tuple(_pattern(f"{place}[{i}]", item) for i, item in enumerate(patterns, start=1)),
        _strings(body.get("parent", ()), f"{place}.parent"),
        counts,
        _strings(body.get("include", ()), f"{place}.include"),
        _strings(body.get("except", ()), f"{place}.except"),
    )


def _pattern(place: str, body: Any) -> Pattern:
    if isinstance(body, str):
        body = {"match": body}
    if not isinstance(body, dict):
        raise InvalidLexicon("lexicon_pattern_type", place=place)
    _keys(body, PATTERN_KEYS, place)
    match = _strings(body.get("match", ()), place)
    if not match:
        raise InvalidLexicon("lexicon_match", place=place)
    near = body.get("near", 0)
    if not isinstance(near, int) or isinstance(near, bool) or near < 0:
        raise InvalidLexicon("lexicon_near_value", got=repr(near), place=place)
    near = min(near, FARTHEST)
    against = body.get("against", False)
    if not isinstance(against, bool):
        raise InvalidLexicon("lexicon_against_value", got=repr(against), place=place)
    return Pattern(
        match,
        _strings(body.get("with", ()), place),
        _strings(body.get("without", ()), place),
        near,
        str(body.get("example", "")),
        str(body.get("counter", "")),
        against,
    )


def _named(value: Any, default: str, place: str) -> dict[str, str]:
    """Return a text by language; a text in one language applies to all."""
    if isinstance(value, str):
        return dict.fromkeys(LANGUAGES, value)
    if isinstance(value, dict) and all(isinstance(v, str) for v in value.values()):
        _keys(value, frozenset(LANGUAGES), place)
        return {**dict.fromkeys(LANGUAGES, next(iter(value.values()), default)), **value}
    raise InvalidLexicon("lexicon_named", place=place)


def _strings(value: Any, place: str) -> tuple[str, ...]:
    values = (value,) if isinstance(value, str) else value
    good = isinstance(values, list | tuple) and {*map(type, values)} <= {str} and all(values)
    if not good:
        raise InvalidLexicon("lexicon_strings", place=place, got=repr(value))
    return tuple(values)


def _table(value: Any, place: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise InvalidLexicon("lexicon_table", place=place, got=type(value).__name__)
    return value


def _keys(body: Mapping[str, Any], valid: frozenset[str], place: str) -> None:
    for key in body:
        if key not in valid:
            told = {"valid": among(sorted(valid)), "hint": nearest(key, sorted(valid))}
            raise InvalidLexicon("lexicon_key", got=repr(key), place=place, **told)
