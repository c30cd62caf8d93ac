"""All data of the explorer, as one JSON-ready dictionary made from the public tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from kpu_corpus.analysis.lexicon import Lexicon
from kpu_corpus.analysis.reuse.overlap import same_wording
from kpu_corpus.analysis.reuse.passages import shared_passages
from kpu_corpus.analysis.status import STATUSES
from kpu_corpus.analysis.themes.evidence import evidence
from kpu_corpus.analysis.themes.themes import themes
from kpu_corpus.columns.grouping import evened
from kpu_corpus.columns.names import FOLDER, without_personal
from kpu_corpus.corpus.tables import ESSAYS
from kpu_corpus.corpus.values import as_label
from kpu_corpus.ground.frames import is_missing
from kpu_corpus.reporting.exploring.packing import gaps, packed
from kpu_corpus.reporting.exploring.texts import Places
from kpu_corpus.reporting.exploring.words import Vocabulary, words_of
from kpu_corpus.reporting.figures import KINDS
from kpu_corpus.reporting.short_names import essays_apart, told_apart
from kpu_corpus.reporting.wording import FLAGS, NAME, Wording, clipped
from kpu_corpus.tokens import Tokens

if TYPE_CHECKING:
    import pandas as pd

FIXED = ("title", "author", "unit", "date", "source")
UNLISTED = frozenset({"essay", "title", "words", "units"})  # values that no list has to choose from
LISTED = 80  # characters of a value in one
NAMED = 20  # words of a value that is a name: of an office, a course, a group
LIKENESS = ("same", *KINDS)  # of passages, as reports call them
UNIT_KINDS = ("sentence", "heading")  # the third is any other: lead-in, sign-off …


def explorer_data(
    tokens: Tokens,
    lexicon: Lexicon,
    shared: pd.DataFrame | None = None,
    *,
    text: bool,
    lang: str = "id",
) -> dict[str, Any]:
    """Return the tables of the explorer; offsets are UTF-16 units in the text of the essay.

    ``columns`` are the titles of columns of the essays in the person's table, where they differ
    from their names, ``shown`` what each essay is called in the language, ``apart`` what long
    values are called in a list of them. With ``text``:
    ``texts``, ``tokens`` (for each essay its types, packed, 0 before a gap other than one
    character), ``units`` (gap, length, kind), ``hits`` (step, length, theme, status) and
    ``passages`` (essay, start, length, twice; words, kind, template). Without: ``bags`` (for each
    essay the steps between its types and their counts) and ``passages`` without places.
    """
    vocabulary = Vocabulary.of(tokens, text=text)
    wording = Wording(lang, essays_apart(tokens.corpus.ids))
    essays, titles = _essays(tokens, wording, text=text)
    table = shared_passages(tokens) if shared is None else shared
    places = Places(tokens)
    body = {
        "text": text,
        "essays": essays,
        "columns": titles,
        "shown": [*map(wording.essay, tokens.corpus.ids)],
        "apart": _apart(essays),
        "words": words_of(tokens, vocabulary),
        "themes": _themes(tokens, lexicon),
        "passages": _passages(table, places, text=text),
    }
    if not text:
        return body | {"bags": list(_bags(tokens, vocabulary, places))}
    return body | {
        "texts": places.texts,
        "count": int(vocabulary.used.sum()),
        "tokens": list(_tokens(tokens, vocabulary, places)),
        "units": list(_units(tokens, places)),
        "hits": _hits(tokens, lexicon, places),
    }


def _essays(
    tokens: Tokens, wording: Wording, *, text: bool
) -> tuple[dict[str, list[Any]], dict[str, str]]:
    """Return the columns of the essays that people read, and their titles where a table has others.

    The columns are ids, words, units and what is known, the folders of the files too, but for what
    tells who somebody is (NIP, e-mail …): the page is handed on. Without ``text`` it has no running
    text of a table either, such as the answer to another question of a form.
    """
    titles: dict[str, str] = {}
    table = tokens.corpus.essays
    if FOLDER not in table.columns:
        table[FOLDER] = evened(tokens.corpus, FOLDER)
    units = np.bincount(tokens.units.essay[tokens.units.body], minlength=len(table))
    columns: dict[str, list[Any]] = {
        "essay": table["essay"].tolist(),
        "words": [int(words) for words in table["words"]],
        "units": [int(count) for count in units],
    }
    further = (name for name in table.columns if name not in ESSAYS)
    shown = without_personal(tokens.corpus, further)
    for name in (*FIXED, *(name for name in shown if text or not _is_running(table[name]))):
        cells = evened(tokens.corpus, name)  # the groups of reports
        read = ["" if is_missing(value) else as_label(value) for value in cells]
        values = [
            wording.group_value(value, str(name)) if value in FLAGS else value for value in read
        ]
        # a source that holds one essay has the essay's name
        if any(values) and not (name == "source" and values == columns["essay"]):
            key = f"{name}_" if name in columns else str(name)
            columns[key] = values
            title = tokens.corpus.headings.get(name, str(name))
            if title != key:
                titles[key] = clipped(title, NAME)
    return columns, titles


def _is_running(column: pd.Series[Any]) -> bool:
    """Tell whether a column has a running text; the longest names of offices have fewer words."""
    return any(len(str(value).split()) > NAMED for value in column.dropna())


def _apart(essays: Mapping[str, list[Any]]) -> dict[str, str]:
    """Return long values of the columns that people filter by, where a list would not tell them."""
    told: dict[str, str] = {}
    for name, values in essays.items():
        if name not in UNLISTED:
            told |= told_apart(values, lambda value: clipped(value, LISTED))
    return told


def _themes(tokens: Tokens, lexicon: Lexicon) -> list[dict[str, Any]]:
    """Return each theme with its names and its counted sentences per essay."""
    table = themes(tokens, lexicon=lexicon)
    return [
        {
            "key": theme.key,
            "label": dict(theme.label),
            "definition": dict(theme.definition),
            "counted": len(theme.counted),  # the first so many of STATUSES
            "sentences": [int(n) for n in table.loc[table["theme"] == theme.key, "sentences"]],
        }
        for theme in lexicon.themes
    ]


def _passages(table: pd.DataFrame, places: Places, *, text: bool) -> list[list[int]]:
    sides = [_side(table, places, side) for side in ("a", "b")]
    tails = zip(
        (int(words) for words in table["words"]),
        map(_likeness, table["kind"], table["text"], table["text_b"]),
        (int(template) for template in table["template"]),
        strict=True,
    )
    kept = slice(None) if text else slice(1)
    return [[*a[kept], *b[kept], *tail] for a, b, tail in zip(*sides, tails, strict=True)]


def _likeness(kind: str, text: str, text_b: str) -> int:
    return LIKENESS.index("same" if same_wording(text, text_b) else kind)


def _side(table: pd.DataFrame, places: Places, side: str) -> Iterator[list[int]]:
    """Yield the essay, start and length of each passage on one side."""
    columns = (table[f"{name}_{side}"] for name in ("essay", "start", "end"))
    for name, start, end in zip(*columns, strict=True):
        essay = places.number[str(name)]
        first, last = places.local(essay, [int(start), int(end) - 1])
        yield [essay, first, last + 1 - first]


def _tokens(tokens: Tokens, vocabulary: Vocabulary, places: Places) -> Iterator[str]:
    code = [packed([row + 1]) for row in range(len(vocabulary.types))]
    for essay, rows in places.rows(vocabulary.used):
        start = places.local(essay, tokens.words.start[rows])
        end = places.local(essay, tokens.words.ends(rows) - 1)
        step = [first - last - 1 for first, last in zip(start, [-2, *end], strict=False)]
        types = vocabulary.place[tokens.type[rows]].tolist()
        yield "".join(
            code[kind] if gap == 1 else packed([0, gap]) + code[kind]
            for kind, gap in zip(types, step, strict=True)
        )


def _units(tokens: Tokens, places: Places) -> Iterator[str]:
    units = tokens.units
    body = np.flatnonzero(units.body)
    bounds = np.searchsorted(units.essay[body], np.arange(len(tokens.corpus) + 1))
    others = len(UNIT_KINDS)
    kinds = np.select([*map(units.are, UNIT_KINDS)], [*range(others)], others)
    for essay in range(len(tokens.corpus)):
        mine = body[bounds[essay] : bounds[essay + 1]]
        start = places.local(essay, units.start[mine])
        end = [last + 1 for last in places.local(essay, units.end[mine] - 1)]
        numbers = zip(start, [0, *end], end, kinds[mine].tolist(), strict=False)
        yield packed(n for s, before, e, kind in numbers for n in (s - before, e - s, kind))


def _hits(tokens: Tokens, lexicon: Lexicon, places: Places) -> list[str]:
    table = evidence(tokens, lexicon=lexicon)
    theme = {one.key: index for index, one in enumerate(lexicon.themes)}
    found = [""] * len(tokens.corpus)
    for name, rows in table.groupby("essay", sort=False):
        essay = places.number[str(name)]
        start = places.local(essay, rows["start"].to_numpy())
        end = places.local(essay, rows["end"].to_numpy() - 1)
        numbers = zip(
            gaps(start),
            (last + 1 - first for first, last in zip(start, end, strict=True)),
            (theme[key] for key in rows["theme"]),
            (STATUSES.index(status) for status in rows["status"]),
            strict=True,
        )
        found[essay] = packed(n for row in numbers for n in row)
    return found


def _bags(tokens: Tokens, vocabulary: Vocabulary, places: Places) -> Iterator[str]:
    for _, rows in places.rows(vocabulary.used):
        counts = Counter(vocabulary.place[tokens.type[rows]].tolist())
        kinds = sorted(counts)
        steps = zip(gaps(kinds), kinds, strict=True)
        yield packed(n for step, kind in steps for n in (step, counts[kind]))
