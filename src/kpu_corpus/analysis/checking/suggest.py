"""Words that occur in the sentences of a theme but in none of its patterns."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from kpu_corpus.analysis.lexicon import Lexicon, load_lexicon, told_of
from kpu_corpus.analysis.matching.patterns import Matcher
from kpu_corpus.analysis.row_order import id_ranks
from kpu_corpus.analysis.statistics import together
from kpu_corpus.analysis.themes.hits import covered, find_hits
from kpu_corpus.corpus import Corpus
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.arrays import Bools, Longs
from kpu_corpus.ground.checks import whole
from kpu_corpus.ground.frames import frame
from kpu_corpus.ground.provenance import extend
from kpu_corpus.terms.forms import display
from kpu_corpus.terms.unit_counts import adder
from kpu_corpus.terms.vocabulary import Vocabulary, occurrences
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.given import as_tokens

SUGGESTIONS = {
    "term": "str",
    "display": "str",
    "score": "float64",
    "count": "int64",
    "elsewhere": "int64",
    "example": "str",
}
FEWEST = 2  # units: a word that stood once beside a theme says nothing of it
LONGEST = 2


def suggest(
    tokens: Tokens | Corpus,
    theme: str,
    *,
    top: int = 20,
    lexicon: str | Path | Lexicon | pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Rank words and word pairs that occur with a theme and are missing from its patterns.

    The decision is yours: words that accompany a value do not always express it.

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).
    theme
        The key or the label of a theme of the lexicon.
    top
        Maximum number of terms.
    lexicon
        None for the shipped ten themes, a shipped name, or a file or table of your own.

    Returns
    -------
    DataFrame
        term (roots), display (most frequent surface), score, count (units that assert the theme and
        contain the term outside its hits), elsewhere (other units with the term), example (the
        first unit, in the order of ids, that contains the term but not the theme: would a match be
        right? It is empty if there is none: the term as a pattern would add no unit). ``score`` is
        Mantel & Haenszel's (1959) z for the term and the theme over the units of each essay; 2 or
        more is unlikely by chance for a single term, but not for the best of many, nor in large
        corpora, where long sentences alone make words and themes co-occur. Terms in fewer than 2
        units of the theme, or in at most half a unit more than by chance (score 0), are left out.

    Raises
    ------
    InvalidArgument
        The lexicon has no such theme, or ``top`` is below 1.
    InvalidLexicon
        The lexicon breaks its format.
    SourceNotFound
        There is no such lexicon.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> text = "Inovasi dan kegesitan itu penting. Hujan turun. Kami makan siang. " * 6
    >>> corpus = kc.load({"a": text + "Kegesitan itu langka."})
    >>> table = kc.suggest(corpus, "adaptif", lexicon="berakhlak")
    >>> table[table["display"] == "kegesitan"].iloc[:, 3:].values.tolist()
    [[6, 1, 'Kegesitan itu langka.']]
    """
    tokens = as_tokens(tokens)
    loaded = load_lexicon(lexicon)
    theme = loaded.key_of(theme)
    top = whole("top", top)
    hits = find_hits(tokens, loaded, [theme])
    asserts = np.zeros(len(tokens.units.kind), dtype=bool)
    asserts[tokens.unit[hits.counted().first]] = True
    terms = occurrences(tokens, ngrams=(1, LONGEST))
    there = _outside(tokens, terms, covered(tokens, hits))
    matches = (match for pattern in loaded.patterns(theme) for match in pattern.match)
    listed = Matcher(tokens, loaded).roots(matches)
    z, both, total = _met(tokens, there, asserts)
    new = np.array([term not in listed for term in terms.terms], dtype=bool)
    good = np.flatnonzero((both >= FEWEST) & (z > 0) & new)
    order = sorted(good.tolist(), key=lambda term: (-z[term], terms.terms[term]))
    best = _without_parts(terms.terms, order, both, total)[:top]
    columns = {
        "term": [terms.terms[term] for term in best],
        "display": display(tokens, terms, best),
        "score": z[best],
        "count": both[best],
        "elsewhere": (total - both)[best],
        "example": _examples(tokens, there[:, best], asserts),
    }
    made = extend(tokens.manifest, "suggest", theme=theme, top=top, lexicon=told_of(loaded))
    return frame(SUGGESTIONS, columns, made)


def _outside(tokens: Tokens, terms: Vocabulary, inside: Bools) -> Any:
    """Return units × terms: True where a unit has a term that does not touch a hit."""
    from scipy.sparse import csr_matrix

    free = ~inside[terms.first] & ~inside[terms.first + terms.size - 1]
    unit, column = tokens.unit[terms.first[free]], terms.column[free]
    shape = (len(tokens.units.kind), len(terms.terms))
    return csr_matrix((np.ones(len(unit), dtype=bool), (unit, column)), shape=shape)


def _met(tokens: Tokens, there: Any, asserts: Bools) -> tuple[Any, Longs, Longs]:
    """Return z of each term and the theme, the units of the body with both, and with the term."""
    body = np.flatnonzero(tokens.units.body)
    essay, count = tokens.units.essay[body], len(tokens.corpus)
    there = there[body].astype(np.int64)
    both = np.asarray(there[asserts[body]].sum(axis=0)).ravel()
    made = together(
        both,
        np.bincount(essay[asserts[body]], minlength=count),
        (adder(essay, count) @ there).T.tocsr(),
        np.bincount(essay, minlength=count),
    )
    return made.z, both, np.asarray(there.sum(axis=0)).ravel()


def _without_parts(names: list[str], order: list[int], both: Longs, total: Longs) -> list[int]:
    """Drop a pair with a word that never occurs outside it, since the word alone says the same."""
    sure = {names[term] for term in order if total[term] == both[term]}
    return [
        term
        for term in order
        if sure.isdisjoint(words := names[term].split()) or words == [names[term]]
    ]


def _examples(tokens: Tokens, there: Any, asserts: Bools) -> list[str]:
    """Return the first unit by ids with each term and without the theme, "" if there is none."""
    ranks = id_ranks(tokens.corpus)[tokens.units.essay]
    first = np.argsort(ranks, kind="stable")
    first = first[~asserts[first]]
    columns = there[first].T.toarray()
    return [tokens.text_of(int(first[np.argmax(x)])) if x.any() else "" for x in columns]
