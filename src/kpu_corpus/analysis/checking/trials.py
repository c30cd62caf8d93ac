"""The patterns of a lexicon, each tried on its own words, its example and its counter-example."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, pairwise
from typing import Any, NamedTuple

import numpy as np

from kpu_corpus.analysis.lexicon import Lexicon, Pattern, same
from kpu_corpus.analysis.lexicon.rules import starred
from kpu_corpus.analysis.matching.patterns import Matcher
from kpu_corpus.ground.arrays import Longs
from kpu_corpus.ground.printable import first_of
from kpu_corpus.indonesian.roots.root_lists import acronyms
from kpu_corpus.indonesian.roots.roots import Roots, roots_of
from kpu_corpus.indonesian.spelling.data import frequency, known
from kpu_corpus.loading import load
from kpu_corpus.tokens import Tokens, preprocess

FORMS = 5  # forms or match strings of a pattern that are named
KEPT = 4  # lexicons whose faults are kept
_BREAK = "\n\n"
BETWEEN = "itu"  # a word that joins with no other, to stand in the gap of a phrase


class Places(NamedTuple):
    """A pattern of a theme and its hits in the body: first and last tokens.

    ``place`` is that of the pattern in the lexicon, also where it is one match string of it.
    """

    place: int
    theme: str
    pattern: Pattern
    hits: list[tuple[int, int]]


class Fault(NamedTuple):
    """A problem of a pattern, and what the sentence on it has in its gaps."""

    place: int
    theme: str
    pattern: Pattern
    problem: str
    fields: dict[str, Any]


class Way(NamedTuple):
    """The settings of tokens on which it depends what a pattern finds."""

    roots: Roots
    spelling: bool


def faults_alone(tokens: Tokens, lexicon: Lexicon, places: list[Places]) -> list[Fault]:
    """Try every pattern on its own words, its example and its counter-example.

    No essay takes part in it, so the faults of a lexicon are kept, but those of a function for
    roots of one's own, whose answers may change.
    """
    way = Way(tokens.roots, bool(tokens.manifest["settings"]["spelling"]))
    if callable(way.roots):
        return [*_faults(way, lexicon, places)]
    for tried, so, faults in tuple(_TRIED):  # other threads may keep theirs meanwhile
        if so == way and same(tried, lexicon):
            return faults
    found = [*_faults(way, lexicon, places)]
    _TRIED.append((lexicon, way, found))
    return found


def strings_of(places: list[Places]) -> list[str]:
    """Return every match string of patterns and of their contexts once."""
    return [*dict.fromkeys(text for place in places for text in place.pattern.strings)]


_TRIED: deque[tuple[Lexicon, Way, list[Fault]]] = deque(maxlen=KEPT)


def _faults(way: Way, lexicon: Lexicon, places: list[Places]) -> Iterator[Fault]:
    patterns = [place.pattern for place in places]
    lost = _lost(way, lexicon, strings_of(places))
    told = _Trial.of(way, (text for one in patterns for text in (one.example, one.counter)))
    found = told.found(lexicon, patterns)
    for (index, theme, pattern, _), whole in zip(places, found, strict=True):
        for match in pattern.strings:
            if missed := lost[match]:
                forms, norms = (first_of([*some], FORMS) for some in (missed, missed.values()))
                fields: dict[str, object] = {"match": match, "forms": forms, "norms": norms}
                yield Fault(index, theme, pattern, "never_matches", fields)
            if twice := _parted(match, way.roots):
                fields = {"match": match, "forms": first_of(twice, FORMS)}
                yield Fault(index, theme, pattern, "word_twice", fields)
        if pattern.example.strip() and pattern.example not in whole:
            yield Fault(index, theme, pattern, "example_missed", {"text": pattern.example})
        if pattern.counter in whole:
            yield Fault(index, theme, pattern, "counter_found", {"text": pattern.counter})
        if pattern.near and not (pattern.context or pattern.without):
            yield Fault(index, theme, pattern, "near_alone", {"near": pattern.near})


def _lost(way: Way, lexicon: Lexicon, strings: Iterable[str]) -> dict[str, dict[str, str]]:
    """Return by match string the forms that it does not find, each with its analysis.

    A form is lost in every way that it may occur in; nearly all are found in the first.
    """
    lost = {match: _spelt(match, lexicon) for match in strings}
    patterns = [Pattern((match,)) for match in lost]
    for ways in (_adjacent, _ways):
        trial = _Trial.of(way, (text for some in lost.values() for f in some for text in ways(f)))
        lost = {
            match: [form for form in some if texts.isdisjoint(ways(form))]
            for (match, some), texts in zip(
                lost.items(), trial.found(lexicon, patterns), strict=True
            )
        }
    first = {match: [_adjacent(form)[0] for form in some] for match, some in lost.items()}
    return {m: {text: trial.analysis(text) for text in some} for m, some in first.items()}


class _Trial(NamedTuple):
    """Texts preprocessed as the corpus was, and the row of the text in which each token is.

    They are the paragraphs of one essay: essays of their own take eight times as long.
    """

    tokens: Tokens
    texts: list[str]
    row: Longs

    @classmethod
    def of(cls, way: Way, texts: Iterable[str]) -> _Trial:
        """Preprocess every text once; one without words is left out."""
        once = [text for text in dict.fromkeys(texts) if text.strip()] or ["—"]
        tokens = preprocess(load({"1": _BREAK.join(once)}), **way._asdict())
        ends = np.cumsum([len(text) + len(_BREAK) for text in once])
        return cls(tokens, once, np.searchsorted(ends, tokens.words.start, side="right"))

    def found(self, lexicon: Lexicon, patterns: list[Pattern]) -> Iterator[set[str]]:
        """Yield for every pattern the texts that it finds."""
        for spans in Matcher(self.tokens, lexicon).find_each(patterns):
            yield {self.texts[row] for row in self.row[spans.first].tolist()}

    def analysis(self, text: str) -> str:
        """Return the normal forms of a text, and the roots if they differ."""
        types = self.tokens.type[self.row == self.texts.index(text)].tolist()
        norm = " ".join(self.tokens.types.norm[kind] for kind in types)
        root = " ".join(self.tokens.types.root[kind] for kind in types)
        return norm if norm == root else f"{norm} ({root})"


def _spelt(match: str, lexicon: Lexicon) -> list[str]:
    """Return the phrases of a match string: each alternative once, with the first of the others.

    >>> from kpu_corpus.analysis.lexicon import load_lexicon
    >>> _spelt("=salah|=keliru ..2 langkah*", load_lexicon())
    ['salah … langkah', 'keliru … langkah']
    """
    slots = [
        [word for part in element.split("|") for word in _words(part, lexicon)]
        for element in match.split()
        if element != "..0"
    ]
    spelt = [
        " ".join(
            # the same word twice would be another one (calon calon: calon-calon)
            word if at == place else _another(word, other)
            for place, other in enumerate(slots)
        )
        for at, slot in enumerate(slots)
        for word in slot
    ]
    return list(dict.fromkeys(spelt))


def _another(word: str, words: list[str]) -> str:
    """Return the first of some words that is another one, or the word itself."""
    return words[0] if words[0] != word else next((one for one in words if one != word), word)


def _adjacent(form: str) -> tuple[str]:
    """Return a phrase without its gaps, which is how nearly all are found."""
    return (form.replace(" …", ""),)


def _ways(form: str) -> tuple[str, ...]:
    """Return how a phrase may occur in a text: its words adjacent, or apart at its gaps.

    Side by side they may be one unit (hak pilih); a pattern that finds them apart is alive. So is
    one that finds an acronym in capitals, which is another word in small letters (BPK, bpk).
    """
    capitals = " ".join(w.upper() if w in acronyms() else w for w in form.split())
    ways = ((*_adjacent(f), f.replace("…", BETWEEN)) for f in (form, capitals))
    return tuple(dict.fromkeys(chain.from_iterable(ways)))


def _words(part: str, lexicon: Lexicon) -> list[str]:
    if part.startswith(".."):
        return ["…"]
    if part.startswith("@"):
        return [word for item in lexicon.sets[part[1:]] for word in _words(item, lexicon)]
    return [_standing_for(part) if "*" in part else part.removeprefix("=").replace("_", " ")]


@cache
def _standing_for(stem: str) -> str:
    """Return the most frequent known word that fits, since a bare stem need not be one.

    Spelling may take it for a slip of another. A stem that no known word fits stands for itself.

    >>> _standing_for("akuntab*"), _standing_for("praktek*")
    ('akuntabilitas', 'praktek')
    """
    bare, fits = stem.replace("*", "").replace("_", " "), starred(stem)
    if bare in known():
        return bare
    return next(filter(fits.fullmatch, reversed(frequency())), bare)


def _parted(match: str, roots: Roots) -> list[str]:
    """Return the readings of a match string in which an alternative is next to its own word.

    ``a|b c`` is a or b, then c: "serobot, or saling serobot" are two strings. A reduplicated word
    with an affix (*tolong-menolong*) does not count.

    >>> _parted("=serobot|=saling =serobot", "ranked")
    ['serobot serobot']
    >>> _parted("=serobot|=tolong =menolong", "ranked")
    []
    """
    return [*dict.fromkeys(_meeting(match, roots))]


def _meeting(match: str, roots: Roots) -> Iterator[str]:
    elements = [_alternatives(element) for element in match.split() if element != "..0"]
    for left, right in pairwise(elements):
        if len(right) == 1 < len(left):
            word = right[0]
            for one in left:
                doubled = " " not in one and _root(one, roots) == one != word
                if not doubled and _root(one.split()[-1], roots) == _root(word, roots):
                    yield f"{one} {word}"
        elif len(left) == 1 < len(right):
            word = left[0]
            yield from (
                f"{word} {one}"
                for one in right
                if _root(one.split()[0], roots) == _root(word, roots)
            )


def _alternatives(element: str) -> list[str]:
    """Return the alternatives that are words; none for a gap, a set or a ``*``."""
    parts = element.removeprefix("..").split("|")
    words = [part.removeprefix("=").replace("_", " ") for part in parts]
    return [word for word in words if word.replace(" ", "").replace("-", "").isalpha()]


def _root(word: str, roots: Roots) -> str:
    return roots_of([word], roots=roots)[0]
