"""Theme lexicons loaded and checked: the shipped ones, TOML files and spreadsheets."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kpu_corpus.analysis.lexicon import ready
from kpu_corpus.analysis.lexicon.including import completed
from kpu_corpus.analysis.lexicon.parts import STATED, Lexicon, Pattern, Theme
from kpu_corpus.analysis.lexicon.rules import check_match, check_member, key_hint
from kpu_corpus.analysis.lexicon.sheet import read_sheet
from kpu_corpus.analysis.status import COUNTS
from kpu_corpus.errors import (
    InvalidArgument,
    InvalidLexicon,
    SourceNotFound,
    among,
    nearest,
    system_reason,
)
from kpu_corpus.ground.checks import from_home, is_file, is_table, of_pandas
from kpu_corpus.ground.provenance import fingerprint
from kpu_corpus.ground.shipped import DATA
from kpu_corpus.ground.toml import parsed
from kpu_corpus.labels import LANGUAGES
from kpu_corpus.reading.cells import TABLE
from kpu_corpus.reading.files import meant

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "DEFAULT",
    "OF_FILE",
    "SHIPPED",
    "Lexicon",
    "Pattern",
    "Theme",
    "asked_as",
    "content_of",
    "is_of_table",
    "load_lexicon",
    "same",
    "shipped_key",
    "told_of",
]

SHIPPED = {"themes": "themes.toml", "berakhlak": "berakhlak.toml", "pemilu": "pemilu.toml"}
OF_FILE = {file: name for name, file in SHIPPED.items()}  # the name of the shipped one in it
DEFAULT = "themes"
TOML, SHEETS = ".toml", (".xlsx", ".csv")
MAX_BYTES = 4 * 1024 * 1024
FARTHEST = 1_000_000  # words; no unit has more, and places are numbers of 32 bits
FILE_KEYS = frozenset({"format", "title", "source", "licence", "sets", "themes"})
THEME_KEYS = frozenset(
    {"label", "definition", "source", "parent", "counts", "include", "except", "patterns"}
)
PATTERN_KEYS = frozenset({"match", "with", "without", "near", "against", "example", "counter"})


def load_lexicon(lexicon: str | Path | Lexicon | pd.DataFrame | None = None) -> Lexicon:
    """Load a lexicon: None for the shipped ten themes, a shipped name, a path, or a DataFrame.

    Your own file is TOML in the format of the shipped ones, or a spreadsheet (.xlsx, .csv) with one
    pattern per row in the columns ``theme``, ``match`` and, optionally, ``with``, ``without``,
    ``near``, ``against`` (ya, tidak), ``label``, ``definition`` (in English: ``label_en``,
    ``definition_en``), ``source``, ``parent``, ``counts``, ``include``, ``except``, ``example``,
    ``counter``; alternatives in a cell are separated by ``;``. A DataFrame has the same columns.
    ``counts`` says what a theme counts:
    ``stated`` (the default) for hits that are asserted or aspired, ``mentions``, for a topic, for
    denied ones as well; names and quoted labels never count. ``include`` names themes of the
    shipped ten, such as ``["tanggung_jawab", "integritas"]``, whose patterns follow the theme's
    own, without the words in ``except``; the sets that they refer to are called ``themes_…``. A row
    whose ``theme`` is ``@name`` has the words of a set in ``match``.
    :func:`kpu_corpus.save_lexicon` writes such files, included patterns in full.

    Raises InvalidArgument for anything else, SourceNotFound for a path that does not exist and
    InvalidLexicon for a file that breaks the format, naming the place
    (``unknown key 'gloss' @ themes.toml:integritas[3]``) or the cell.

    >>> [theme.key for theme in load_lexicon().themes][:3]
    ['integritas', 'netralitas', 'sinergi']
    >>> import pandas as pd, kpu_corpus as kc
    >>> rows = [("Hemat", "hemat"), ("Hemat", "seperlunya"), ("Inovasi", "inovasi; terobosan")]
    >>> lexicon = load_lexicon(pd.DataFrame(rows, columns=["theme", "match"]))
    >>> kc.evidence(kc.load({"a": "Ada terobosan."}), lexicon=lexicon)["theme"].tolist()
    ['inovasi']
    """
    if isinstance(lexicon, Lexicon):
        return lexicon
    if is_table(table := of_pandas(lexicon)):
        return checked(_completed(read_sheet(table)))
    if lexicon is not None and not isinstance(lexicon, str | Path):
        raise InvalidArgument("lexicon", got=type(lexicon).__name__)
    if lexicon is None or lexicon in SHIPPED:
        return _shipped(str(lexicon or DEFAULT))
    path = from_home(lexicon)
    if not is_file(path):
        valid, hint = ", ".join(SHIPPED), nearest(str(lexicon), SHIPPED) or meant(path)
        raise SourceNotFound("no_lexicon", path=repr(str(lexicon)), valid=valid, hint=hint)
    if path.stat().st_size > MAX_BYTES:
        raise InvalidLexicon("file_large", name=path.name, limit=MAX_BYTES)
    suffix = path.suffix.lower()
    if suffix in SHEETS:
        return checked(_completed(read_sheet(path)))
    if suffix != TOML:
        valid = ", ".join((TOML, *SHEETS))
        raise InvalidLexicon("lexicon_suffix", name=path.name, valid=valid)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InvalidLexicon("lexicon_closed", path=path, why=system_reason(error)) from error
    return read_toml(path.name, data)


def told_of(lexicon: Lexicon) -> str | dict[str, Any]:
    """Return a lexicon for a manifest: its name, for a user's lexicon also a sha256 and labels.

    The shipped lexicons have their sha256 among the data files.
    """
    if shipped_key(lexicon):
        return lexicon.name
    labels = {theme.key: dict(theme.label) for theme in lexicon.themes}
    return {"name": lexicon.name, "sha256": fingerprint(lexicon.content), "labels": labels}


def refuse_idle(lexicon: object, what: str, themes: str) -> None:
    """Raise InvalidArgument for a lexicon if ``what`` does not ask for themes."""
    if lexicon is not None and what != themes:
        told = lexicon if isinstance(lexicon, str | Path) else type(lexicon).__name__
        got = repr(lexicon.name if isinstance(lexicon, Lexicon) else told)
        raise InvalidArgument("lexicon_themes", got=got, what=repr(what), themes=repr(themes))


def asked_as(lexicon: Lexicon) -> str | None:
    """Return the value of ``lexicon=`` that gives a lexicon: None for the ten themes.

    One from a DataFrame has no file yet: a word in capitals stands for it, as for the folder.

    >>> asked_as(load_lexicon()), asked_as(load_lexicon("pemilu"))
    (None, 'pemilu')
    """
    key = shipped_key(lexicon)
    if is_of_table(lexicon):
        return "LEXICON"
    return None if key == DEFAULT else key or lexicon.name


def is_of_table(lexicon: Lexicon) -> bool:
    """Tell whether a lexicon was loaded from a DataFrame."""
    return lexicon.name == TABLE


def shipped_key(lexicon: Lexicon) -> str | None:
    """Return the name of a shipped lexicon, None for a user's, whatever its file name."""
    key = OF_FILE.get(lexicon.name)
    return key if key and same(lexicon, _shipped(key)) else None


def same(one: Lexicon, other: Lexicon) -> bool:
    """Tell whether two lexicons are equal; one is so to itself without being read."""
    return one is other or one == other


def checked(lexicon: Lexicon) -> Lexicon:
    """Return the lexicon; raises InvalidLexicon unless it is consistent.

    Every parent is a theme, none is its own ancestor, every theme has patterns, its own or below;
    keys are lower-case words, match strings are valid, the sets that they name exist.
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
        if not members:
            raise InvalidLexicon("lexicon_set_empty", place=f"{lexicon.name}:sets.{key}")
        for member in members:
            check_member(member, f"{lexicon.name}:sets.{key}")
    for theme in lexicon.themes:
        if (better := key_hint(theme.key)) is not None:
            got = repr(theme.key)
            raise InvalidLexicon("theme_key", got=got, name=lexicon.name, hint=better)
        for number, pattern in enumerate(theme.patterns, start=1):
            for match in pattern.strings:
                check_match(match, f"{lexicon.name}:{theme.key}[{number}]", lexicon.sets)
    for key in keys:
        if key in lexicon.below(key):
            raise InvalidLexicon("parent_circle", place=f"{lexicon.name}:{key}")
        if not lexicon.patterns(key):
            raise InvalidLexicon("lexicon_patterns", place=f"{lexicon.name}:{key}")
    return lexicon


@cache
def _shipped(name: str) -> Lexicon:
    """Return a shipped lexicon, not read yet; `training.lexicons` has checked it."""
    return Lexicon.later(SHIPPED[name], partial(_read, name))


def _read(name: str) -> Lexicon:
    return ready.unpacked((DATA / "ready" / f"{name}.json").read_bytes())


def _completed(lexicon: Lexicon) -> Lexicon:
    return completed(lexicon, lambda: _shipped(DEFAULT))


def read_toml(name: str, data: bytes) -> Lexicon:
    """Return the lexicon of a TOML file; raises InvalidLexicon if it breaks the format."""
    return checked(_completed(_lexicon(name, content_of(name, data))))


def content_of(name: str, data: bytes) -> dict[str, Any]:
    """Return the content of a TOML file; raises InvalidLexicon if it is not valid TOML."""
    try:
        return parsed(data.decode("utf-8-sig"))
    except ValueError as error:
        raise InvalidLexicon("lexicon_toml", name=name, why=error) from error


def _lexicon(name: str, content: Mapping[str, Any]) -> Lexicon:
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
