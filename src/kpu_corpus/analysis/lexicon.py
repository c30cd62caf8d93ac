"""Theme lexicons: TOML files of patterns with definition and source, checked on load."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from functools import cache, cached_property
from importlib import resources
from pathlib import Path
from typing import Any

from kpu_corpus.errors import (
    Hint,
    InvalidArgument,
    InvalidLexicon,
    SourceNotFound,
    nearest,
    one_of,
)
from kpu_corpus.labels import LANGUAGES
from kpu_corpus.provenance import fingerprint

SHIPPED = {"themes": "themes.toml", "berakhlak": "berakhlak.toml", "pemilu": "pemilu.toml"}
SHEETS = (".xlsx", ".csv")
MAX_BYTES = 4 * 1024 * 1024
FILE_KEYS = frozenset({"format", "title", "source", "licence", "sets", "themes"})
THEME_KEYS = frozenset({"label", "definition", "source", "parent", "patterns"})
# a word with at least one letter or digit: =form, stem*, undang-undang; two marks of a kind beside
# each other, or = with *, stand in no text
_PLAIN = (
    r"(?:=(?![^\s|]*\*))?(?=[\w*'’./&+-]*[^\W_])(?![-_])"
    r"(?:[^\W_]|['’/&+]|\*(?!\*)|\.(?!\.)|_(?!_)|-(?!-))+(?<![-_])"
)
_WORD = rf"(?:@[\w-]+|{_PLAIN})"
_WORDS = rf"{_WORD}(?:\|{_WORD})*+"
# a gap stands between words alone
_MATCH = re.compile(rf"\s*+{_WORDS}(?:\s++(?:\.\.\d{{1,2}}\s++)?+{_WORDS})*+\s*+")
SET_MEMBER = re.compile(rf"{_PLAIN}(?: {_PLAIN})*+")
SET_NAME = re.compile(r"[\w-]+")
_SET = re.compile(rf"(?<![^\s|])@({SET_NAME.pattern})")
_KEY = re.compile(r"[^\W\d]\w*")
PATTERN_KEYS = frozenset({"match", "with", "without", "near", "against", "example", "counter"})


@dataclass(frozen=True, slots=True)
class Pattern:
    """What counts as a hit: any of ``match``, in a unit ``with`` one and ``without`` the others.

    ``near`` limits both contexts to that many words on either side; 0 means the whole unit.
    ``against``: the pattern names what the value forbids, so that denying it asserts the value.
    ``row`` is the row of the spreadsheet that it was read from, 0 for TOML.
    """

    match: tuple[str, ...]
    context: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    near: int = 0
    example: str = ""
    counter: str = ""
    against: bool = False
    row: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme with its name and definition by language, its source and its patterns.

    What is found for a theme counts for its ``parents`` too.
    """

    key: str
    label: Mapping[str, str]
    definition: Mapping[str, str]
    source: str
    patterns: tuple[Pattern, ...]
    parents: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lexicon:
    """Themes in the order of their file, and the named word sets that patterns refer to."""

    name: str
    themes: tuple[Theme, ...]
    sets: Mapping[str, tuple[str, ...]]

    @cached_property
    def told(self) -> str | dict[str, str]:
        """What a manifest says of it: its name, with the sha256 of its content if it is one's own.

        The files of the shipped lexicons have theirs among the data.
        """
        if any(file == self.name and self == _shipped(key) for key, file in SHIPPED.items()):
            return self.name
        return {"name": self.name, "sha256": fingerprint(self.content)}

    @cached_property
    def content(self) -> dict[str, Any]:
        """Themes and sets as plain values, the same in whatever file they stand."""
        made = asdict(self)
        for theme in made["themes"]:
            for pattern in theme["patterns"]:
                del pattern["row"]
        return {"themes": made["themes"], "sets": made["sets"]}

    def labels(self, lang: str = "id") -> dict[str, str]:
        """Return theme key → the name that people read."""
        return {theme.key: theme.label.get(lang, theme.key) for theme in self.themes}

    def key_of(self, name: str) -> str:
        """Return the key of the theme of that key or label, in either language and any case.

        A key goes before a label. Raises InvalidArgument where no theme has the name, or several.
        """
        keys = [theme.key for theme in self.themes]
        if name in keys:
            return name
        found = self._named.get(name.casefold(), []) if isinstance(name, str) else []
        if len(found) > 1:
            raise InvalidArgument("themes_named", got=repr(name), valid=", ".join(found))
        if not found:
            raise one_of("theme", name, keys)
        return found[0]

    def has(self, name: str) -> bool:
        """Tell whether a theme, or several, have that key or label."""
        return name.casefold() in self._named

    @cached_property
    def _named(self) -> dict[str, list[str]]:
        """The keys of the themes that have a key or label, in small letters."""
        named: dict[str, list[str]] = {}
        for theme in self.themes:
            for name in dict.fromkeys(n.casefold() for n in (theme.key, *theme.label.values())):
                named.setdefault(name, []).append(theme.key)
        return named

    def patterns(self, key: str) -> tuple[Pattern, ...]:
        """Return the patterns of a theme and of every theme below it."""
        wanted = self.below(key) | {key}
        return tuple(p for theme in self.themes if theme.key in wanted for p in theme.patterns)

    @cached_property
    def every(self) -> tuple[Pattern, ...]:
        """The patterns of all themes, each once."""
        return distinct(self.patterns(theme.key) for theme in self.themes)

    def below(self, key: str) -> frozenset[str]:
        """Return the themes that count for a theme: its children, their children, and so on."""
        found: set[str] = set()
        queue = [key]
        while queue:
            children = self._children.get(queue.pop(), [])
            queue += [child for child in children if child not in found]
            found.update(children)
        return frozenset(found)

    @cached_property
    def _children(self) -> dict[str, list[str]]:
        children: dict[str, list[str]] = {}
        for theme in self.themes:
            for parent in theme.parents:
                children.setdefault(parent, []).append(theme.key)
        return children


def distinct(themes: Iterable[Iterable[Pattern]]) -> tuple[Pattern, ...]:
    """Return the patterns of some themes, each once."""
    return tuple(dict.fromkeys(pattern for theme in themes for pattern in theme))


def load_lexicon(lexicon: str | Path | Lexicon | None = None) -> Lexicon:
    """Load a lexicon: None for the shipped ten themes, a shipped name, or a path.

    A file of one's own is TOML in the format of the shipped ones, or a spreadsheet (.xlsx, .csv)
    with one pattern a row in the columns ``theme``, ``match`` and, as wanted, ``with``,
    ``without``, ``near``, ``against`` (ya, tidak), ``label``, ``definition`` (in English:
    ``label_en``, ``definition_en``), ``source``, ``parent``, ``example``, ``counter``; alternatives
    in a cell are separated by ``;``. A row whose ``theme`` is ``@name`` has in ``match`` the words
    of a set. :func:`kpu_corpus.save_lexicon` writes such files.

    Raises InvalidArgument for what is neither, SourceNotFound for a path that does not exist and
    InvalidLexicon for a file that breaks the format, naming the place:
    ``unknown key 'gloss' @ themes.toml:integritas[3]`` or the cell.

    >>> [theme.key for theme in load_lexicon().themes][:3]
    ['integritas', 'netralitas', 'sinergi']
    """
    if isinstance(lexicon, Lexicon):
        return lexicon
    if lexicon is not None and not isinstance(lexicon, str | Path):
        raise InvalidArgument("lexicon", got=type(lexicon).__name__)
    if lexicon is None or lexicon in SHIPPED:
        return _shipped(str(lexicon or "themes"))
    path = Path(lexicon)
    if not path.is_file():
        raise SourceNotFound("no_lexicon", path=repr(str(lexicon)), valid=", ".join(SHIPPED))
    if path.stat().st_size > MAX_BYTES:
        raise InvalidLexicon("lexicon_large", name=path.name, limit=MAX_BYTES)
    if path.suffix.lower() in SHEETS:
        from kpu_corpus.analysis.lexicon_sheet import read_sheet

        return checked(read_sheet(path))
    return read_toml(path.name, path.read_bytes())


def checked(lexicon: Lexicon) -> Lexicon:
    """Return the lexicon; raise InvalidLexicon unless it holds together.

    Every parent is a theme, none stands above itself, every theme has patterns, its own or below;
    keys are words in small letters, match strings can be read, the sets that they name are there.
    """
    keys = [theme.key for theme in lexicon.themes]
    for theme in lexicon.themes:
        for parent in theme.parents:
            if parent not in keys:
                hint = nearest(parent, keys)
                raise InvalidLexicon(
                    "no_parent", place=f"{lexicon.name}:{theme.key}", got=repr(parent), hint=hint
                )
    for key, members in lexicon.sets.items():
        for member in members:
            if not SET_MEMBER.fullmatch(member):
                place = f"{lexicon.name}:sets.{key}"
                raise InvalidLexicon("set_member", got=repr(member), place=place)
    for theme in lexicon.themes:
        if (better := key_hint(theme.key)) is not None:
            got = repr(theme.key)
            raise InvalidLexicon("theme_key", got=got, name=lexicon.name, hint=better)
        for number, pattern in enumerate(theme.patterns, start=1):
            for match in (*pattern.match, *pattern.context, *pattern.without):
                well_formed(match, f"{lexicon.name}:{theme.key}[{number}]", lexicon.sets)
    for key in keys:
        if key in lexicon.below(key):
            raise InvalidLexicon("parent_circle", place=f"{lexicon.name}:{key}")
        if not lexicon.patterns(key):
            raise InvalidLexicon(
                f"no patterns @ {lexicon.name}:{key}; expected patterns = [{{ match = '…' }}]."
            )
    return lexicon


def well_formed(match: str, place: str, sets: Iterable[str] = ()) -> None:
    """Raise InvalidLexicon unless a string is words, known sets and gaps between two of them."""
    if not _MATCH.fullmatch(match):
        raise InvalidLexicon("pattern", got=repr(match), place=place)
    known = list(sets)
    for name in _SET.findall(match):
        if name not in known:
            valid = ", ".join(f"@{one}" for one in known) or "–"
            hint = nearest(f"@{name}", [f"@{one}" for one in known])
            got = repr(f"@{name}")
            raise InvalidLexicon("unknown_set", got=got, place=place, valid=valid, hint=hint)


def key_hint(key: str) -> Hint | str | None:
    """Return None for a good theme key, else "Did you mean …?" with one made of it, if one can be.

    >>> key_hint("gotong_royong"), str(key_hint("Gotong Royong"))
    (None, " Did you mean 'gotong_royong'?")
    """
    if _KEY.fullmatch(key) and key == key.lower():
        return None
    made = re.sub(r"\W+", "_", key.lower()).strip("_")
    made = f"tema_{made}" if made[:1].isdigit() else made
    return Hint("nearest", near=repr(made)) if made else ""


@cache
def _shipped(name: str) -> Lexicon:
    """Return a shipped lexicon from its JSON, which `training.lexicons` makes of the checked TOML.

    JSON is read in a tenth of the time.
    """
    data = (resources.files("kpu_corpus") / "data" / "ready" / f"{name}.json").read_bytes()
    return _lexicon(SHIPPED[name], json.loads(data))


def read_toml(name: str, data: bytes) -> Lexicon:
    """Return the lexicon of a TOML file; raise InvalidLexicon where it breaks the format."""
    return checked(_lexicon(name, content_of(name, data)))


def content_of(name: str, data: bytes) -> dict[str, Any]:
    """Return what a TOML file holds; raise InvalidLexicon where it is none."""
    try:
        return tomllib.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InvalidLexicon("lexicon_toml", name=name, why=error) from error


def _lexicon(name: str, content: Mapping[str, Any]) -> Lexicon:
    _keys(content, FILE_KEYS, name)
    if content.get("format") != 1:
        raise InvalidLexicon(f"format={content.get('format')!r} @ {name}; expected format = 1.")
    sets = {
        key: _strings(value, f"{name}:sets.{key}") for key, value in content.get("sets", {}).items()
    }
    themes = tuple(_theme(name, key, body) for key, body in content.get("themes", {}).items())
    if not themes:
        raise InvalidLexicon(f"no themes @ {name}; expected tables such as [themes.integritas].")
    return Lexicon(name, themes, sets)


def _theme(name: str, key: str, body: Any) -> Theme:
    place = f"{name}:{key}"
    if not isinstance(body, dict):
        raise InvalidLexicon(f"a theme must be a table @ {place}; got {type(body).__name__}.")
    _keys(body, THEME_KEYS, place)
    patterns = body.get("patterns", [])
    if not isinstance(patterns, list):
        raise InvalidLexicon(f"no patterns @ {place}; expected patterns = [{{ match = '…' }}].")
    return Theme(
        key,
        _named(body.get("label", key), key, f"{place}.label"),
        _named(body.get("definition", ""), "", f"{place}.definition"),
        str(body.get("source", "")),
        tuple(_pattern(f"{place}[{i}]", item) for i, item in enumerate(patterns, start=1)),
        _strings(body.get("parent", ()), f"{place}.parent"),
    )


def _pattern(place: str, body: Any) -> Pattern:
    if isinstance(body, str):
        body = {"match": body}
    if not isinstance(body, dict):
        raise InvalidLexicon(f"a pattern must be a string or a table @ {place}.")
    _keys(body, PATTERN_KEYS, place)
    match = _strings(body.get("match", ()), place)
    if not match:
        raise InvalidLexicon(f"no match @ {place}; expected match = '…'.")
    near = body.get("near", 0)
    if not isinstance(near, int) or isinstance(near, bool) or near < 0:
        raise InvalidLexicon(f"near={near!r} @ {place}; expected a number of words.")
    against = body.get("against", False)
    if not isinstance(against, bool):
        raise InvalidLexicon(f"against={against!r} @ {place}; expected true or false.")
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
    """Return a text by language; one that is given in one language alone holds for all."""
    if isinstance(value, str):
        return dict.fromkeys(LANGUAGES, value)
    if isinstance(value, dict) and all(isinstance(v, str) for v in value.values()):
        return {**dict.fromkeys(LANGUAGES, next(iter(value.values()), default)), **value}
    raise InvalidLexicon(f"expected a string or {{ id = '…', en = '…' }} @ {place}.")


def _strings(value: Any, place: str) -> tuple[str, ...]:
    values = (value,) if isinstance(value, str) else value
    good = isinstance(values, list | tuple) and all(isinstance(v, str) and v for v in values)
    if not good:
        raise InvalidLexicon(f"expected a string or a list of strings @ {place}; got {value!r}.")
    return tuple(values)


def _keys(body: Mapping[str, Any], valid: frozenset[str], place: str) -> None:
    for key in body:
        if key not in valid:
            hint = nearest(key, sorted(valid))
            raise InvalidLexicon(f"unknown key {key!r} @ {place}.{hint}")
