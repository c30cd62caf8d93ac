"""Theme lexicons loaded and checked: the shipped ones, TOML files and spreadsheets."""

from __future__ import annotations

import os
from functools import cache, partial
from pathlib import Path
from typing import Any

from kpu_corpus.analysis.lexicon import ready
from kpu_corpus.analysis.lexicon.including import completed
from kpu_corpus.analysis.lexicon.parts import Lexicon, Pattern, Theme
from kpu_corpus.analysis.lexicon.rules import check_match, check_member, key_hint, sets_in
from kpu_corpus.analysis.lexicon.sheet import read_sheet
from kpu_corpus.analysis.lexicon.toml_file import read_toml
from kpu_corpus.errors import (
    InvalidArgument,
    InvalidLexicon,
    SourceNotFound,
    nearest,
    system_reason,
)
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.checks import from_home, is_table, of_pandas
from kpu_corpus.ground.provenance import fingerprint
from kpu_corpus.ground.shipped import DATA
from kpu_corpus.reading.cells import TABLE
from kpu_corpus.reading.files import meant

__all__ = [
    "DEFAULT",
    "OF_FILE",
    "SHIPPED",
    "Lexicon",
    "Pattern",
    "Theme",
    "asked_as",
    "is_of_table",
    "load_lexicon",
    "same",
    "shipped_key",
    "shipped_name",
    "told_of",
]

SHIPPED = {"themes": "themes.toml", "berakhlak": "berakhlak.toml", "pemilu": "pemilu.toml"}
OF_FILE = {file: name for name, file in SHIPPED.items()}  # the name of the shipped one in it
DEFAULT = "themes"
TOML, SHEETS = ".toml", (".xlsx", ".csv")
MAX_BYTES = 4 * 1024 * 1024
# Of a lexicon: what is made of it grows with them, not with its file alone.
THEMES, RELATIONS, WORDS = 10_000, 1_000_000, 200_000


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

    What it returns has ``themes`` (each with ``key``, ``label``, ``definition``, ``source`` and
    ``patterns``; label and definition by language) and ``labels(lang)``, the readable names by key,
    for tables of your own: ``table["theme"].map(load_lexicon().labels("en"))``.

    Raises InvalidArgument for anything else, SourceNotFound for a path that does not exist and
    InvalidLexicon for a file that breaks the format, naming the place
    (``unknown key 'gloss' @ themes.toml:integritas[3]``) or the cell.

    >>> import kpu_corpus as kc
    >>> list(kc.load_lexicon().labels("en").items())[:2]
    [('integritas', 'Integrity'), ('netralitas', 'Neutrality')]
    >>> import pandas as pd
    >>> rows = [("Hemat", "hemat"), ("Hemat", "seperlunya"), ("Inovasi", "inovasi; terobosan")]
    >>> lexicon = kc.load_lexicon(pd.DataFrame(rows, columns=["theme", "match"]))
    >>> kc.evidence(kc.load({"a": "Ada terobosan."}), lexicon=lexicon)["theme"].tolist()
    ['inovasi']
    """
    if isinstance(lexicon, Lexicon):
        return lexicon
    if is_table(table := of_pandas(lexicon)):
        return _completed(read_sheet(table))
    if lexicon is not None and not isinstance(lexicon, str | Path):
        raise InvalidArgument("lexicon", got=type(lexicon).__name__)
    if (name := shipped_name(lexicon)) is not None:
        return _shipped(name)
    path = from_home(str(lexicon))
    if not os.path.isfile(path):
        valid, hint = ", ".join(SHIPPED), nearest(str(lexicon), SHIPPED) or meant(path)
        raise SourceNotFound("no_lexicon", path=repr(str(lexicon)), valid=valid, hint=hint)
    if path.stat().st_size > MAX_BYTES:
        raise InvalidLexicon("file_large", name=path.name, limit=MAX_BYTES)
    suffix = path.suffix.lower()
    if suffix in SHEETS:
        return _completed(read_sheet(path))
    if suffix != TOML:
        valid = ", ".join((TOML, *SHEETS))
        raise InvalidLexicon("lexicon_suffix", name=path.name, valid=valid)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InvalidLexicon("lexicon_closed", path=path, why=system_reason(error)) from error
    return _completed(read_toml(path.name, data))


def shipped_name(lexicon: object) -> str | None:
    """Return the name of the shipped lexicon that is asked for, in any capitals, else None.

    >>> shipped_name(None), shipped_name("BerAKHLAK"), shipped_name("tema.xlsx")
    ('themes', 'berakhlak', None)
    """
    name = DEFAULT if lexicon is None else str(lexicon).casefold()
    return name if name in SHIPPED else None


def told_of(lexicon: Lexicon) -> str | dict[str, Any]:
    """Return a lexicon for a manifest: the name of a shipped one, as ``lexicon=`` takes it.

    Of a user's it is the name with a sha256 and labels; the shipped ones have their sha256 among
    the data files.
    """
    if key := shipped_key(lexicon):
        return key
    labels = {theme.key: dict(theme.label) for theme in lexicon.themes}
    return {"name": lexicon.name, "sha256": fingerprint(lexicon.content), "labels": labels}


def refuse_idle(what: str, themes: str, /, **given: object) -> None:
    """Raise InvalidArgument for what only themes need if ``what`` does not ask for ``themes``."""
    for name, value in given.items():
        if value is not None and what != themes:
            plain = value if isinstance(value, str | Path | list) else type(value).__name__
            got = repr(value.name if isinstance(value, Lexicon) else plain)
            told = {"what": repr(what), "themes": repr(themes)}
            raise InvalidArgument("only_themes", name=name, got=got, **told)


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


def consistent(lexicon: Lexicon) -> Lexicon:
    """Return the lexicon; raises InvalidLexicon unless it is consistent.

    Every parent is a theme, none is its own ancestor, every theme has patterns, its own or below;
    keys are lower-case words, match strings are valid, the sets that they name exist; it has no
    more themes, relations between them and words than the bounds above allow.
    """
    keys = {theme.key: None for theme in lexicon.themes}
    if len(keys) > THEMES:
        raise InvalidLexicon("lexicon_many_themes", name=lexicon.name, limit=THEMES)
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
    room = WORDS
    for match in (match for theme in lexicon.themes for p in theme.patterns for match in p.strings):
        room -= 1 + match.count(" ") + match.count("|")
        room -= sum(len(lexicon.sets[name]) for name in sets_in(match)) if "@" in match else 0
        if room < 0:
            raise InvalidLexicon("lexicon_many_words", name=lexicon.name, limit=WORDS)
    room, filled = RELATIONS, {theme.key for theme in lexicon.themes if theme.patterns}
    for key in keys:
        below = lexicon.relations(key)
        room -= len(below)
        if room < 0:
            raise InvalidLexicon("lexicon_many_relations", name=lexicon.name, limit=RELATIONS)
        if key in below:
            raise InvalidLexicon("parent_circle", place=f"{lexicon.name}:{key}")
        if filled.isdisjoint([key, *below]):
            raise InvalidLexicon("lexicon_patterns", place=f"{lexicon.name}:{key}")
    return lexicon


@cache
def _shipped(name: str) -> Lexicon:
    """Return a shipped lexicon, not read yet; `training.lexicons` has checked it."""
    return Lexicon.later(SHIPPED[name], partial(_read, name))


def _read(name: str) -> Lexicon:
    return ready.unpacked((DATA / "ready" / f"{name}.json").read_bytes())


def _completed(lexicon: Lexicon) -> Lexicon:
    """Return what was read with the patterns that it takes over, if it is consistent."""
    return consistent(completed(lexicon, lambda: _shipped(DEFAULT)))
