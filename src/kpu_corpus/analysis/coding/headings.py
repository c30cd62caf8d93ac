"""The headings of a coding sheet: names of the code columns, and what other headings mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kpu_corpus.analysis.lexicon import Lexicon
from kpu_corpus.ground.spellings import even_title
from kpu_corpus.labels import LANGUAGES, section

# Columns that hold no codes, besides their headings in the sheet's languages.
OTHER = frozenset({"id", "essay", "sentence", "context", "text", "comment", "weight", "row"})
IGNORED = frozenset({"kind", "start", "end"})


def theme_titles(lexicon: Lexicon, lang: str) -> list[str]:
    """Return the headings of the themes: their labels, with the key if a label is ambiguous.

    It is ambiguous if another theme or another column of the sheet has that name.
    """
    named = _themes_named(lexicon)
    labels = [theme.label.get(lang, theme.key) for theme in lexicon.themes]
    return [
        label if named.get(even_title(label)) == row else _full(label, lexicon.themes[row].key)
        for row, label in enumerate(labels)
    ]


def meaning(title: str, names: dict[str, str | int]) -> str | int | None:
    """Return the content of a column with that heading, from :func:`names_of`."""
    return names.get(even_title(title))


def names_of(lexicon: Lexicon) -> dict[str, str | int]:
    """Return the columns by their headings: names, and rows of the lexicon's themes."""
    return {**_themes_named(lexicon), **_others_named()}


def is_stratified(header: Iterable[str]) -> bool:
    """Tell whether the headings are those of a stratified sample."""
    marks = {even_title(section("coding", lang)["row_stratified"]) for lang in LANGUAGES}
    return not marks.isdisjoint(map(even_title, header))


def _others_named() -> dict[str, str]:
    names = {even_title(name): name for name in OTHER | IGNORED} | {even_title("unit"): "sentence"}
    for lang in LANGUAGES:
        words = section("coding", lang)
        names |= {even_title(words[key]): key for key in OTHER if key in words}
        names[even_title(words["row_stratified"])] = "row"
    return names


def _themes_named(lexicon: Lexicon) -> dict[str, int]:
    """Return the themes by their headings; a key goes before a label, as in Lexicon.key_of."""
    labels = [{even_title(label) for label in theme.label.values()} for theme in lexicon.themes]
    times = Counter(label for own in labels for label in own)
    names = {name: row for row, own in enumerate(labels) for name in own if times[name] == 1}
    names |= {even_title(theme.key): row for row, theme in enumerate(lexicon.themes)}
    taken = _others_named()
    names = {name: row for name, row in names.items() if name not in taken}
    for row, theme in enumerate(lexicon.themes):
        names |= {even_title(_full(label, theme.key)): row for label in theme.label.values()}
    return names


def _full(label: str, key: str) -> str:
    return f"{label} ({key})"
