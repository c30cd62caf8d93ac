"""The parts of a lexicon: patterns, their themes, and the lexicon that holds these."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kpu_corpus.analysis.status import COUNTS
from kpu_corpus.corpus.display import summary
from kpu_corpus.errors import InvalidArgument, InvalidLexicon, one_of
from kpu_corpus.ground.checks import strings
from kpu_corpus.labels import LANGUAGES, Language

STATED = next(iter(COUNTS))  # what a theme counts unless it says otherwise
FARTHEST = 1_000_000  # words; no unit has more, and places are numbers of 32 bits


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

    def __hash__(self) -> int:
        """Tell patterns apart by what is soon read: hardly any two have the same match strings."""
        return hash(self.match)

    @property
    def strings(self) -> tuple[str, ...]:
        """The match strings, of the contexts too."""
        return (*self.match, *self.context, *self.without)


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme with its name and definition by language, its source and its patterns.

    The hits of a theme also count for its ``parents``. ``counts`` is a key of COUNTS: a value
    counts where it is stated, a topic wherever it is mentioned; each theme has its own setting.
    ``include`` names shipped themes whose patterns it has taken over, without the words in
    ``excepted``; both only tell where patterns come from.
    """

    key: str
    label: Mapping[str, str]
    definition: Mapping[str, str]
    source: str
    patterns: tuple[Pattern, ...]
    parents: tuple[str, ...] = ()
    counts: str = STATED
    include: tuple[str, ...] = field(default=(), compare=False)
    excepted: tuple[str, ...] = field(default=(), compare=False)

    @property
    def counted(self) -> tuple[str, ...]:
        """The statuses of the hits that count for the theme."""
        return COUNTS[self.counts]


@dataclass(frozen=True)
class Lexicon:
    """Themes in the order of their file, and the named word sets that patterns refer to.

    Raises InvalidLexicon without any theme.
    """

    name: str
    themes: tuple[Theme, ...]
    sets: Mapping[str, tuple[str, ...]]

    def __post_init__(self) -> None:
        if not self.themes:
            raise InvalidLexicon("lexicon_themeless", name=self.name)

    @classmethod
    def later(cls, name: str, read: Callable[[], Lexicon]) -> Lexicon:
        """Return the lexicon that a function reads; it does so when its themes or sets are wanted.

        >>> jujur = Theme("jujur", {}, {}, "", (Pattern(("jujur",)),))
        >>> Lexicon.later("own", lambda: Lexicon("own", (jujur,), {})).themes == (jujur,)
        True
        """
        made = cls.__new__(cls)
        vars(made).update(name=name, _read=read)
        return made

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Return themes or sets where they are not read yet."""
            if name not in ("themes", "sets") or "_read" not in vars(self):
                raise AttributeError(f"'Lexicon' object has no attribute {name!r}")
            read = self._read()
            vars(self).update(themes=read.themes, sets=read.sets)
            return vars(self)[name]

    def __getstate__(self) -> dict[str, Any]:
        """Pickle what it says, not where to read it: another version has other patterns there."""
        return {"name": self.name, "themes": self.themes, "sets": self.sets}

    def __repr__(self) -> str:
        patterns = sum(len(theme.patterns) for theme in self.themes)
        return f"<Lexicon {self.name!r}: {len(self.themes):,} themes, {patterns:,} patterns>"

    def _repr_html_(self) -> str:
        rows = (
            (theme.key, *(theme.label.get(lang) for lang in LANGUAGES), len(theme.patterns))
            for theme in self.themes
        )
        columns = ("theme", *(f"label ({lang})" for lang in LANGUAGES), "patterns")
        return summary(repr(self), columns, rows, of=len(self.themes))

    @cached_property
    def content(self) -> dict[str, Any]:
        """Themes and sets as plain values, independent of the file format."""
        made = asdict(self)
        for theme in made["themes"]:
            del theme["include"], theme["excepted"]
            for pattern in theme["patterns"]:
                del pattern["row"]
        return {"themes": made["themes"], "sets": made["sets"]}

    def labels(self, lang: Language | str = "id") -> dict[str, str]:
        """Return theme key → readable name."""
        return {theme.key: theme.label.get(lang, theme.key) for theme in self.themes}

    def key_of(self, name: str) -> str:
        """Return the key of the theme with that key or label, in either language and any case.

        A key takes precedence over a label. Raises InvalidArgument if no theme or several have the
        name.
        """
        keys = [theme.key for theme in self.themes]
        if isinstance(name, str) and name in keys:
            return name
        found = self._named.get(name.casefold(), []) if isinstance(name, str) else []
        if len(found) > 1:
            raise InvalidArgument("themes_named", got=repr(name), valid=", ".join(found))
        if not found:
            raise self._unknown(name)
        return found[0]

    def keys_of(self, themes: Iterable[str] | None) -> list[str]:
        """Return the keys of the themes that a comparison asks for: all of them for None.

        Raises InvalidArgument where none is named, and as :meth:`key_of`.
        """
        if themes is None:
            return [theme.key for theme in self.themes]
        keys = [self.key_of(name) for name in strings("themes", themes)]
        if not keys:
            raise InvalidArgument("no_theme_named", got=repr(keys))
        return keys

    def _unknown(self, name: object) -> InvalidArgument:
        """Return the error for no theme of that name; several with commas are told how to name."""
        parts = [part.strip() for part in name.split(",")] if isinstance(name, str) else []
        if len(parts) > 1 and all(map(self.has, parts)):
            keys = [self.key_of(part) for part in parts]
            each = " ".join(f"--theme {key}" for key in keys)
            return InvalidArgument("themes_joined", got=repr(name), each=each, list=keys)
        return one_of("theme", name, [theme.key for theme in self.themes])

    def has(self, name: str) -> bool:
        """Tell whether any theme has that key or label."""
        return name.casefold() in self._named

    @cached_property
    def _named(self) -> dict[str, list[str]]:
        """The keys of the themes by lower-case key or label."""
        named: dict[str, list[str]] = {}
        for theme in self.themes:
            for name in dict.fromkeys(n.casefold() for n in (theme.key, *theme.label.values())):
                named.setdefault(name, []).append(theme.key)
        return named

    def patterns(self, key: str) -> tuple[Pattern, ...]:
        """Return the patterns of a theme and of every theme below it."""
        wanted = sorted(map(self._rows.__getitem__, {*self.below(key), key}))
        return tuple(p for row in wanted for p in self.themes[row].patterns)

    @cached_property
    def every(self) -> tuple[Pattern, ...]:
        """The patterns of all themes, each once."""
        return tuple(dict.fromkeys(p for theme in self.themes for p in self.patterns(theme.key)))

    def below(self, key: str) -> frozenset[str]:
        """Return the themes that count for a theme: its children, their children, and so on."""
        return frozenset(self.relations(key))

    def relations(self, key: str) -> list[str]:
        """Return the themes of :meth:`below`, each as often as a parent of it is below as well."""
        told: list[str] = []
        found: set[str] = set()
        queue = [key]
        while queue:
            children = self._children.get(queue.pop(), [])
            queue += [child for child in children if child not in found]
            found.update(children)
            told += children
        return told

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {theme.key: row for row, theme in enumerate(self.themes)}

    @cached_property
    def _children(self) -> dict[str, list[str]]:
        children: dict[str, list[str]] = {}
        for theme in self.themes:
            for parent in theme.parents:
                children.setdefault(parent, []).append(theme.key)
        return children
