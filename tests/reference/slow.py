"""The same results the slow, obvious way: plain loops over rows, one word after the other.

Nothing here is fast and nothing is shared with what it checks beyond the language itself (where
sentences and words are, what the root of a word is) and the settings of a token stream.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from math import fsum, log
from typing import Any, NamedTuple

from kpu_corpus.corpus import Corpus
from kpu_corpus.ground.printable import seen
from kpu_corpus.indonesian.lists.colloquial import COLLOQUIAL
from kpu_corpus.indonesian.lists.stopwords import ENGLISH, MODALITY, NEGATION
from kpu_corpus.indonesian.normal import normal
from kpu_corpus.indonesian.sentences.sentences import sentences
from kpu_corpus.indonesian.spelling.candidates import candidate
from kpu_corpus.indonesian.spelling.spelling import suggestions
from kpu_corpus.indonesian.words import ZERO_WIDTH, words
from kpu_corpus.terms.reference import reference
from kpu_corpus.tokens import Tokens

_HIDDEN = re.compile(f"[{ZERO_WIDTH}]")

Gram = tuple[int, ...]  # the places of a term's tokens in the stream


class Unit(NamedTuple):
    """A sentence, heading, title …: its essay, number and offsets."""

    essay: str
    number: int
    start: int
    end: int
    kind: str


class Word(NamedTuple):
    """A word as it stands in the text; ``gap``: no phrase goes on from the word before."""

    unit: int
    start: int
    end: int
    surface: str
    kind: str
    gap: bool


def scan(corpus: Corpus) -> tuple[list[Unit], list[Word]]:
    """Return the units and words of a corpus, in the order of its essays."""
    units: list[Unit] = []
    found: list[Word] = []
    for item in corpus.items:
        text = corpus.by_name[item.source].text
        number = 0
        for start, end, kind in _cut(corpus, item, text):
            if kind == "title":
                units.append(Unit(item.id, 0, start, end, kind))
            else:
                number += 1
                units.append(Unit(item.id, number, start, end, kind))
            before = None
            for a, b, word_kind in words(text, start, end):
                gap = before is None or not _HIDDEN.sub("", text[before:a]).isspace()
                found.append(Word(len(units) - 1, a, b, text[a:b], word_kind, gap))
                before = b
    return units, found


def _cut(corpus: Corpus, item: Any, text: str) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    spans = corpus.spans_of(item, "title", "heading", "body")
    for span in spans:
        if span.kind == "body":
            closes = span.end == spans[-1].end
            found += sentences(text, span.start, span.end, closes=closes)
        else:
            found.append((span.start, span.end, span.kind))
    return found


def norms(corpus: Corpus, *, correct: bool) -> dict[str, str]:
    """Return the normal form of every surface, with ``correct`` certain misspellings corrected.

    What a word may be depends on whether it ever stands inside a sentence.
    """
    units, found = scan(corpus)
    inside: dict[str, bool] = {}
    kinds: dict[str, str] = {}
    for place, word in enumerate(found):
        follows = place > 0 and found[place - 1].unit == word.unit
        running = follows and units[word.unit].kind == "sentence"
        inside[word.surface] = inside.get(word.surface, False) or running
        kinds.setdefault(word.surface, word.kind)
    asked = [
        normal(surface)
        for surface, mid in inside.items()
        if correct and kinds[surface] == "word" and candidate(surface, mid)
    ]
    told = {norm: hint for norm in asked for hint in suggestions([norm]).values()}
    certain = {norm: hint.suggestion for norm, hint in told.items() if hint.certain}
    return {surface: certain.get(normal(surface), normal(surface)) for surface in inside}


class Counts(NamedTuple):
    """Terms of a corpus: places by term, essays with it, what people read, single words."""

    places: dict[str, list[Gram]]
    df: dict[str, int]
    display: dict[str, str]
    parts: dict[str, tuple[str, ...]]
    length: dict[str, int]


def terms(tokens: Tokens, ngrams: tuple[int, int], *, titles: bool = False) -> Counts:
    """Count roots and phrases, term by term and place by place."""
    rows = list(tokens.frame.itertuples(index=False))
    gap = tokens.words.gap.tolist()
    repeat = tokens.repeat.tolist()
    places: dict[str, list[Gram]] = {}
    first_named: dict[str, tuple[str, ...]] = {}
    sizes: dict[str, int] = {}
    forms: dict[str, Counter[tuple[str, ...]]] = {}
    order = _root_order(tokens)
    for size in range(1, ngrams[1] + 1):
        here: dict[tuple[str, ...], list[Gram]] = defaultdict(list)
        for start in range(len(rows) - size + 1):
            gram = tuple(range(start, start + size))
            if _is_term(rows, gap, repeat, gram, titles):
                here[tuple(rows[place].root for place in gram)].append(gram)
        for roots in sorted(here, key=lambda roots: [order[root] for root in roots]):
            name = " ".join(roots)
            if name not in places:
                first_named[name], sizes[name] = roots, size
                forms[name] = Counter(
                    tuple(_read(rows[place].surface) for place in gram) for gram in here[roots]
                )
            places.setdefault(name, []).extend(here[roots])
    kept = [
        name
        for name, found in places.items()
        if sizes[name] >= ngrams[0] and (sizes[name] == 1 or len(found) >= 2)
    ]
    single = {name for name in places if sizes[name] == 1}
    return Counts(
        {name: sorted(places[name]) for name in kept},
        {name: len({rows[gram[0]].essay for gram in places[name]}) for name in kept},
        {name: _shown(forms[name]) for name in kept},
        {
            name: tuple(root for root in first_named[name] if root in single)
            if sizes[name] > 1
            else ()
            for name in places
        },
        {name: sizes[name] for name in places},
    )


def _root_order(tokens: Tokens) -> dict[str, int]:
    order: dict[str, int] = {}
    for root in tokens.types.root:
        order.setdefault(root, len(order))
    return order


def _is_term(
    rows: list[Any], gap: list[bool], repeat: list[bool], gram: Gram, titles: bool
) -> bool:
    """Tell whether tokens are a term: content words at both ends, nothing but words inside."""
    for place in (gram[0], gram[-1]):
        if not _is_content(rows[place], titles):
            return False
    for place in gram[1:]:
        if gap[place] or repeat[place] or rows[place].kind not in ("word", "name", "phrase"):
            return False
        if rows[place].root == rows[place - 1].root:
            return False
    return True


def _is_content(row: Any, titles: bool) -> bool:
    bare = row.norm.removeprefix("ke").removesuffix("nya").removesuffix("an").strip("-")
    numbered = bool(bare) and all(char.isdecimal() or char in ".," for char in bare)
    letters = [] if numbered else [char for char in row.norm if char.isalpha()]
    stressed = {row.norm.removesuffix(particle) for particle in ("", "kah", "lah")}
    return (
        row.kind in ("word", "name", "phrase")
        and not stressed & (NEGATION | MODALITY)
        and len(letters) > 1
        and not row.stop
        and (row.norm not in {*ENGLISH, *COLLOQUIAL} or row.kind == "name")
        and (titles or row.sentence > 0)
    )


def _read(surface: str) -> str:
    """Return a surface as people read it."""
    return " ".join(seen(surface).split())


def _shown(forms: Counter[tuple[str, ...]]) -> str:
    """Return the most frequent surface; ties go to lower case, then to the alphabet."""

    def rank(surfaces: tuple[str, ...]) -> Any:
        return -forms[surfaces], [(not form.islower(), form) for form in surfaces]

    return " ".join(min(forms, key=rank))


def idf(tokens: Tokens, counts: Counts, background: str | None) -> dict[str, float]:
    """Return the idf of every term, in the background or among the essays."""
    if background is None:
        size = len(tokens.corpus.items)
        return {name: log((1 + size) / (1 + df)) + 1 for name, df in counts.df.items()}
    against = reference(background, tokens.roots, stops=tokens.manifest["settings"]["stops"])
    against = against.in_words() if tokens.apart else against
    found = {}
    for name in counts.places:
        asked = counts.parts[name] or (name,)
        found[name] = max(float(against.idf([word])[0]) for word in asked)
    return found


def keywords(
    tokens: Tokens,
    *,
    top: int = 10,
    by: str | None = "essay",
    ngrams: tuple[int, int] = (1, 3),
    weighting: str = "salience",
    background: str | None = "formal",
    titles: bool = False,
) -> list[tuple[str, int, str, str, float, int, int, float]]:
    """Return (group, rank, term, display, score, count, df, dispersion) of the best terms."""
    rows = list(tokens.frame.itertuples(index=False))
    counts = terms(tokens, ngrams, titles=titles)
    weight = idf(tokens, counts, background)
    essays = tokens.corpus.essays
    ids = essays["essay"].tolist()
    group_of = (
        dict.fromkeys(ids, "corpus") if by is None else dict(zip(ids, essays[by], strict=True))
    )
    groups = (
        list(dict.fromkeys(group_of.values())) if by == "essay" else sorted(set(group_of.values()))
    )
    table = []
    for group in groups:
        members = [essay for essay in ids if group_of[essay] == group]
        own: dict[str, Counter[str]] = {}
        salience: dict[str, float] = {}
        for name, places in counts.places.items():
            inside = [rows[gram[0]] for gram in places if group_of[rows[gram[0]].essay] == group]
            if inside:
                own[name] = Counter(row.essay for row in inside)
                units = {(row.essay, row.sentence) for row in inside}
                salience[name] = sum(10 / (10 + max(number - 1, 0)) for _, number in units)
        number = {name: sum(own[name].values()) for name in own}
        even = {name: 1 - _dp(own[name], members, rows, titles) for name in own}
        score = {
            name: {
                "salience": salience[name] * even[name] * weight[name],
                "tfidf": number[name] * weight[name],
                "count": float(number[name]),
            }[weighting]
            for name in own
        }
        for rank, name in enumerate(_chosen(score, number, counts)[:top], start=1):
            shown = counts.display[name], score[name], number[name], counts.df[name]
            table.append((group, rank, name, *shown, 1 - even[name]))
    return table


def _dp(own: Counter[str], members: list[str], rows: list[Any], titles: bool) -> float:
    """Return Gries's DP over the essays of a group; 0 where there is one essay."""
    if len(members) < 2:
        return 0.0
    size: Counter[str] = Counter()
    for row in rows:
        if row.kind in ("word", "name", "phrase") and (titles or row.sentence > 0):
            size[row.essay] += 1
    words = sum(size[essay] for essay in members)
    total = sum(own.values())
    # exactly, or essays of the same size would differ by the order in which they are added
    return 0.5 * fsum(abs(own[essay] / total - size[essay] / words) for essay in members)


def _chosen(score: dict[str, float], number: dict[str, int], counts: Counts) -> list[str]:
    """Rank the terms; a phrase stands for words that mostly stand in it, or not at all."""
    ranked = sorted(score, key=lambda name: (-score[name], name))
    phrases = [name for name in ranked if counts.length[name] > 1]
    if len(phrases) == len(ranked):  # phrases alone were asked for
        return [name for name in ranked if number[name] >= 2]
    covered: dict[str, str] = {}
    for name in sorted(phrases, key=lambda name: (-number[name], -counts.length[name])):
        parts = [part for part in counts.parts[name] if part in counts.places]
        explains = all(number[name] >= 0.5 * number.get(part, 0) for part in parts)
        if number[name] >= 2 and explains and not any(part in covered for part in parts):
            for part in parts:
                covered[part] = name
    standing = set(covered.values())
    return [
        name
        for name in ranked
        if (name in standing if counts.length[name] > 1 else name not in covered)
    ]
