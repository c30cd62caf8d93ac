"""What was read, set aside or skipped, and how the report was made."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePath
from typing import Any

from kpu_corpus.analysis.lexicon import asked_as
from kpu_corpus.columns.names import MONTH, YEAR
from kpu_corpus.corpus.sources import Span
from kpu_corpus.ground.provenance import fingerprint
from kpu_corpus.labels import is_label, label
from kpu_corpus.reporting.belonging import grouping_values, heading, in_text, title_of
from kpu_corpus.reporting.figures import Figures
from kpu_corpus.reporting.wording import Wording, clipped
from kpu_corpus.segment.pages.messages import ESSAY_WORDS

NAME, TITLE = 80, 160
REASON = 4000  # characters: twenty rows of a table, each with the file that may be meant
TWINS = 12  # pairs of nearly equal essays that are named
OUTSIDE = 12  # stretches outside the essays that are shown
NUMERIC = frozenset({"words", "sentences"})
COLUMNS = ("essay", "title", "author", "unit", "date", "words", "sentences")
OPTIONAL = ("title", "author", "unit", "date")
RULED = 2  # parts of one essay, which a scene break makes, that are not told as perhaps several
DOUBTS = {"second_title": "cut_doubt", "continued": "cut_continued"}
OUTSIDE_KINDS = frozenset({"chrome", "reference"})


@dataclass(frozen=True, slots=True)
class Reading:
    """The essays that were read (fields, their names, rows), what lies outside, what failed.

    ``skipped_how`` says that nothing failed, and is empty where something did.
    """

    fields: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]
    outside: str
    outside_texts: tuple[str, ...]
    skipped: tuple[tuple[str, str], ...]
    skipped_how: tuple[str, ...]

    @property
    def numeric(self) -> tuple[bool, ...]:
        """Which of the fields are numbers."""
        return tuple(name in NUMERIC for name in self.fields)


@dataclass(frozen=True, slots=True)
class Made:
    """A table of names and values of what made a report; ``told`` in words, else as they are.

    ``brief`` are the rows that pages show, where these are fewer.
    """

    title: str
    rows: tuple[tuple[str, str], ...]
    told: bool = False
    brief: tuple[tuple[str, str], ...] = ()

    @property
    def on_pages(self) -> tuple[tuple[str, str], ...]:
        """The rows for people who read them."""
        return self.brief or self.rows


def reading(figures: Figures, wording: Wording) -> Reading:
    """Return what was read and what was skipped; columns without any value are left out."""
    items = figures.tokens.corpus.items
    used = [
        name
        for name in COLUMNS
        if name not in OPTIONAL or any(getattr(item, name) for item in items)
    ]
    groups = grouping_values(figures, wording)
    at = used.index("words")
    of_date = {YEAR, MONTH}.difference(figures.tokens.corpus.columns) if "date" in used else ()
    used[at:at] = [name for name in groups if name not in used and name not in of_date]
    rows = [_essay(figures, wording, name) for name in figures.numbers]
    for row, name in zip(rows, figures.numbers, strict=True):
        row.update((column, of[name]) for column, of in groups.items() if column not in row)
    outside, texts = _outside(figures, wording)
    refused = figures.tokens.corpus.refused
    return Reading(
        fields=tuple(used),
        columns=tuple(heading(figures.tokens.corpus.headings, name, wording) for name in used),
        rows=tuple(tuple(row[name] for name in used) for row in rows),
        notes=_notes(figures, wording),
        outside=outside,
        outside_texts=texts,
        skipped=tuple(
            (clipped(name, TITLE), clipped(error.text(wording.lang), REASON))
            for name, (_, error) in zip(_file_names(refused), refused, strict=True)
        ),
        skipped_how=() if refused else (wording.say("skipped_none"),),
    )


def record(figures: Figures, wording: Wording) -> tuple[Made, ...]:
    """Return the manifest of the themes as names and values that people can compare."""
    made = figures.manifest
    settings = _settings({**made["settings"], **made["arguments"]}, figures, wording)
    sources = _pairs(made["sources"])
    return (
        Made(wording.say("record_settings"), (*settings, *_calls(figures, wording)), told=True),
        Made(wording.say("record_sources"), sources, brief=_files(figures, wording)),
        *(Made(wording.say(f"record_{name}"), _pairs(made[name])) for name in ("versions", "data")),
    )


def _files(figures: Figures, wording: Wording) -> tuple[tuple[str, str], ...]:
    """Return the sources with one SHA-256 for all rows of a table: that of theirs by name."""
    shared: dict[str, dict[str, str]] = {}
    for source in figures.tokens.corpus.documents:
        shared.setdefault(source.origin or source.name, {})[source.name] = source.sha256
    told = {}
    for name, rows in zip(_file_names([*shared.items()]), shared.values(), strict=True):
        if len(rows) == 1:
            told.update(rows)
        else:
            count = wording.count("rows", len(rows))
            told[wording.say("record_rows", name=name, rows=count)] = fingerprint(rows)
    return _pairs(told)


def _calls(figures: Figures, wording: Wording) -> tuple[tuple[str, str], ...]:
    """Return the calls of Python that give the compared tables again; nothing where none was."""
    made = figures.compared
    if made.themes is None:
        return ()
    rows = []
    for of, call in zip(("themes", "words"), made.calls(asked_as(figures.lexicon)), strict=True):
        told = call if "a" in made.asked else _word("compared_each", wording, call=call)
        rows.append((_word(f"compared_{of}", wording), told))
    return tuple(rows)


def _essay(figures: Figures, wording: Wording, name: str) -> dict[str, str]:
    item = figures.item(name)
    return {
        "essay": wording.id(name),
        "title": title_of(item, wording, TITLE),
        "author": wording.group(item.author) if item.author else "",
        "unit": wording.group(item.unit) if item.unit else "",
        "date": wording.date(clipped(item.date or "", NAME)),
        "words": wording.whole(figures.words_of[name]),
        "sentences": wording.whole(figures.units_of.get(name, 0)),
    }


def _notes(figures: Figures, wording: Wording) -> tuple[str, ...]:
    kinds = figures.tokens.sentences["kind"]
    others = int((~kinds.isin(["title", "sentence"])).sum())
    titles = [item.title for item in figures.tokens.corpus.items if item.title]
    notes = [
        wording.say("units_note", others=wording.whole(others))
        if others
        else wording.say("units_plain")
    ]
    if chosen := ", ".join(figures.tokens.corpus.chosen):
        notes.append(wording.say("only_note", chosen=clipped(chosen, NAME)))
    if figures.tokens.corpus.joined:
        notes.append(wording.say("joined", column=clipped(figures.tokens.corpus.joined, NAME)))
    if figures.tokens.corpus.by_author:
        count = wording.whole(figures.tokens.corpus.by_author)
        notes.append(wording.say("joined_author", count=count))
    if len(set(titles)) < len(titles):
        notes.append(wording.say("same_titles"))
    return (*_doubts(figures, wording), *notes, *_twins(figures, wording))


def _doubts(figures: Figures, wording: Wording) -> Iterator[str]:
    """Yield what a person should look at: essays that may be two, or the rest of another."""
    for source, spans in figures.tokens.corpus.tiling.items():
        for span in spans:
            if span.rule not in DOUBTS:
                continue
            name = span.essay or next((each.essay for each in spans if each.essay), None)
            if name in figures.numbers:
                text = figures.tokens.corpus.by_name[source].text[span.start : span.end]
                essay = wording.essay(name)
                yield wording.say(DOUBTS[span.rule], essay=essay, line=clipped(text, NAME))
        for name, parts in _ruled(spans, figures.tokens.corpus.by_name[source].text):
            yield wording.say("cut_ruled", essay=wording.essay(name), n=wording.whole(parts))


def _ruled(spans: Sequence[Span], text: str) -> Iterator[tuple[str, int]]:
    """Yield the essays that lines such as ``-----`` part into several long stretches."""
    sizes: dict[str, list[int]] = {}
    of: list[int] = []  # the essay above
    for span in spans:
        if span.kind == "body":
            of = sizes.setdefault(str(span.essay), [0])
            of[-1] += len(text[span.start : span.end].split())
        elif span.rule == "decoration":
            of.append(0)
    for essay, of in sizes.items():
        parts = [*filter(None, of)]
        if len(parts) > RULED and min(parts) >= ESSAY_WORDS:
            yield essay, len(parts)


def _twins(figures: Figures, wording: Wording) -> tuple[str, ...]:
    """Name the essays that are nearly the same text as another one."""
    if figures.duplicates is None:
        return (wording.say("twins_large"),)
    rows: list[Any] = list(figures.duplicates.itertuples(index=False))
    if not rows:
        return ()
    pairs = [
        wording.say(
            "twins_item",
            a=wording.essay(row.essay_a),
            b=wording.essay(row.essay_b),
            share=wording.round_percent(row.contained),
        )
        for row in rows[:TWINS]
    ]
    named = "; ".join([*pairs, *wording.more(len(rows) - TWINS)])
    return (wording.say("twins", pairs=named), wording.say("twins_how"))


def _file_names(refused: Sequence[tuple[str, Any]]) -> Iterator[str]:
    """Yield the name of each file, with as many folders as tell it from others of that name."""
    paths = [PurePath(path).parts for path, _ in refused]
    times = Counter(path[-size:] for path in paths for size in range(1, len(path) + 1))
    for path in paths:
        ends = (path[-size:] for size in range(1, len(path) + 1))
        yield "/".join(next((end for end in ends if times[end] == 1), path))


def _outside(figures: Figures, wording: Wording) -> tuple[str, tuple[str, ...]]:
    """Return how much of the sources is of no essay, and its longest stretches, each text once."""
    corpus = figures.tokens.corpus
    texts = [
        corpus.by_name[name].text[span.start : span.end]
        for name, spans in corpus.tiling.items()
        for span in spans
        if span.kind in OUTSIDE_KINDS
    ]
    if not texts:
        return wording.say("outside_none"), ()
    whole = sum(len(source.text) for source in corpus.documents)
    said = wording.say(
        "outside",
        part=wording.whole(sum(map(len, texts))),
        whole=wording.count("characters", whole),
    )
    told = Counter(text for text in texts if any(map(str.isalpha, text)))  # a site's menu on pages
    shown = (
        clipped(text, NAME) + (f" ({wording.count('times', times)})" if times > 1 else "")
        for text, times in islice(sorted(told.items(), key=lambda one: -len(one[0])), OUTSIDE)
    )
    return said, (*shown, *wording.more(len(told) - OUTSIDE))


def _pairs(values: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (clipped(name, TITLE), value if isinstance(value, str) else json.dumps(value))
        for name, value in values.items()
    )


def _settings(
    settings: Mapping[str, Any], figures: Figures, wording: Wording
) -> tuple[tuple[str, str], ...]:
    """Return each setting of a manifest as its name and its value in words, in their order."""
    return tuple(
        (_word(f"setting_{name}", wording), _value(name, value, figures, wording))
        for name, value in settings.items()
    )


def _value(name: str, value: Any, figures: Figures, wording: Wording) -> str:
    if name == "by":
        if value is None:
            return _word("corpus_corpus", wording)
        return in_text(figures, value, wording)
    if name == "spelling":
        return _word("value_corrected" if value else "value_as_written", wording)
    if name == "lexicon":
        return _lexicon(value, wording)
    if isinstance(value, str):
        return _word(f"value_{value}", wording) or value  # a function is told as it is
    words = [_word(f"stops_{one}", wording) or one for one in value]
    return ", ".join(words) or _word("value_nothing", wording)


def _lexicon(told: str | Mapping[str, str], wording: Wording) -> str:
    if isinstance(told, str):
        return _word(f"lexicon_{told}", wording)
    return f"{told['name']} (SHA-256 {told['sha256']})"


def _word(name: str, wording: Wording, **fields: str) -> str:
    return label(f"value.{name}", wording.lang, **fields) if is_label(f"value.{name}") else ""
