"""Words that come from the assignment: those of set titles and shared openings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import one_of
from kpu_corpus.ground.arrays import Bools
from kpu_corpus.ground.checks import strings
from kpu_corpus.indonesian.normal import normal
from kpu_corpus.indonesian.roots.roots import roots_of
from kpu_corpus.loading import load
from kpu_corpus.terms.grams import countable
from kpu_corpus.tokens import Tokens, preprocess
from kpu_corpus.tokens.given import as_tokens

OPENING = 2  # units of the body that count as the opening
MIN_TITLES = 2

Exclude = str | Iterable[str] | None
Places = set[tuple[str, str]]  # a root and the id of an essay that has it


def assignment_words(tokens: Tokens | Corpus) -> list[str]:
    """Return the sorted roots that come from the assignment.

    These are the content words of titles that at least two essays have in common, whatever their
    spelling (a short form and its long form are one word), and the content words in the opening
    (first two units) of more than half of at least three essays. Titles outside the text (a table
    column, metadata) count as well. Raises InvalidArgument for anything but Tokens or a Corpus.

    >>> import kpu_corpus as kc
    >>> corpus = kc.load({"a": "Kami hadir.", "b": "Kami datang."})
    >>> kc.assignment_words(kc.preprocess(corpus))
    []
    """
    tokens = as_tokens(tokens)
    essays = len(tokens.corpus)
    content = countable(tokens, titles=True)
    body = tokens.units.body[tokens.unit]
    opening = body & (tokens.units.number[tokens.unit] <= OPENING)
    in_titles = _essays_with(_places(tokens, content & ~body) | _beside(tokens))
    in_openings = _essays_with(_places(tokens, content & opening))
    found = {root for root, count in in_titles.items() if count >= MIN_TITLES}
    if essays > 2:
        found |= {root for root, count in in_openings.items() if count > essays / 2}
    return sorted(found)


def excluded(tokens: Tokens, exclude: Exclude) -> frozenset[str]:
    """Return the roots to leave out: those of the assignment, those of a list, or none.

    Raises InvalidArgument for a string other than ``"assignment"`` and for no list of words.
    """
    if exclude is None:
        return frozenset()
    if isinstance(exclude, str):
        if exclude != "assignment":
            raise one_of("exclude", exclude, ["assignment", repr([exclude])])  # or a list of words
        return frozenset(assignment_words(tokens))
    words = [normal(word) for word in strings("exclude", exclude)]
    return frozenset(words) | frozenset(roots_of(words, roots=tokens.roots))


def _beside(tokens: Tokens) -> Places:
    """Return the content words of the titles that stand beside the texts, not in them."""
    units = tokens.units
    inside = set(units.essay[~units.body].tolist())
    titles = {
        item.id: item.title
        for row, item in enumerate(tokens.corpus.items)
        if row not in inside and item.title and item.title.strip()
    }
    if not titles:
        return set()
    spelling = bool(tokens.manifest["settings"]["spelling"])
    apart = preprocess(load(titles), roots=tokens.roots, spelling=spelling)
    return _places(apart, countable(apart, titles=True))


def _places(tokens: Tokens, mask: Bools) -> Places:
    places = zip(tokens.type[mask].tolist(), tokens.essay[mask].tolist(), strict=True)
    ids = tokens.corpus.ids
    return {(tokens.types.root[kind], ids[essay]) for kind, essay in places}


def _essays_with(places: Places) -> Counter[str]:
    return Counter(root for root, _ in places)
