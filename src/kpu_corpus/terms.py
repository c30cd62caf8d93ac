"""Tokens → TermMatrix: counts of roots and phrases, their idf and the form people read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus.errors import InvalidArgument
from kpu_corpus.grouping import Groups, group
from kpu_corpus.indonesian.background import background as load_background
from kpu_corpus.indonesian.roots import roots_of
from kpu_corpus.indonesian.stopwords import MODALITY, NEGATION
from kpu_corpus.scanning import Bools, Ints
from kpu_corpus.tokens import Tokens
from kpu_corpus.wordtypes import Roots

TERM_KINDS = frozenset({"word", "name", "phrase"})
GRAMMATICAL = NEGATION | MODALITY
LONGEST = 3
MIN_PHRASE = 2  # a sequence seen once in a corpus is no phrase of it

Floats = npt.NDArray[np.float64]
Longs = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class TermMatrix:
    """Counts of terms (columns) in groups of essays (rows), as a scipy CSR matrix.

    ``terms`` are roots, or roots of a phrase joined by spaces; ``display`` is the most frequent
    surface of each in this corpus; ``parts`` the columns of a phrase's single words.
    """

    groups: Groups
    counts: Any
    terms: tuple[str, ...]
    display: tuple[str, ...]
    length: Ints
    parts: tuple[tuple[int, ...], ...]
    idf: Floats
    df: Longs

    def weights(self) -> Any:
        """Return count × idf as a CSR matrix (scikit-learn's TfidfTransformer, not normalised)."""
        from sklearn.feature_extraction.text import TfidfTransformer

        transformer = TfidfTransformer(norm=None)
        transformer.idf_ = self.idf
        return transformer.transform(self.counts)


def term_matrix(
    tokens: Tokens,
    *,
    by: str | None = "essay",
    ngrams: tuple[int, int] = (1, LONGEST),
    background: str | None = "formal",
    titles: bool = False,
) -> TermMatrix:
    """Count roots and phrases of up to three words by essay or by group.

    A phrase begins and ends with a content word, stays inside one unit and between two marks of
    punctuation, and occurs at least twice in the corpus. ``df`` is the number of essays with the
    term. idf is ln((1 + n) / (1 + df)) + 1 (Spärck Jones 1972, smoothed as in scikit-learn) over
    the essays, or over the units of the background; a phrase is at least as
    rare as its rarest word and has that word's idf.

    Raises InvalidArgument when ``ngrams`` is no (shortest, longest) pair from 1 to 3.
    """
    shortest, longest = _checked(ngrams)
    groups = group(tokens.corpus, by)
    grams = [_grams(tokens, size, titles) for size in range(1, longest + 1)]
    vocabulary = _vocabulary(tokens, grams)
    essays = len(tokens.corpus)
    by_essay = _matrix(vocabulary, tokens.essay, essays)
    df = np.asarray((by_essay > 0).sum(axis=0)).ravel().astype(np.int64)
    idf = _inside(by_essay) if background is None else _outside(vocabulary, background, tokens)
    keep = np.flatnonzero((vocabulary.length >= shortest) & _common(vocabulary, by_essay))
    place = {int(column): index for index, column in enumerate(keep)}
    return TermMatrix(
        groups,
        _summed(by_essay, groups)[:, keep],
        tuple(vocabulary.terms[column] for column in keep),
        tuple(vocabulary.display[column] for column in keep),
        vocabulary.length[keep],
        tuple(
            tuple(place[part] for part in vocabulary.parts[column] if part in place)
            for column in keep
        ),
        idf[keep],
        df[keep],
    )


class _Grams(NamedTuple):
    """Places of the sequences of one length: their first token and the key of their roots."""

    size: int
    first: Longs
    key: Longs


class _Vocabulary(NamedTuple):
    terms: list[str]
    display: list[str]
    length: Ints
    parts: list[tuple[int, ...]]
    column: Longs
    first: Longs


def _checked(ngrams: tuple[int, int]) -> tuple[int, int]:
    valid = (
        isinstance(ngrams, tuple)
        and len(ngrams) == 2
        and all(isinstance(size, int) for size in ngrams)
        and 1 <= ngrams[0] <= ngrams[1] <= LONGEST
    )
    if not valid:
        raise InvalidArgument("ngrams", got=repr(ngrams), longest=LONGEST)
    return ngrams


def root_ids(tokens: Tokens) -> tuple[Ints, list[str]]:
    """Return the root of each type as a number, and the roots in that order."""
    ids: dict[str, int] = {}
    numbers = [ids.setdefault(root, len(ids)) for root in tokens.types.root]
    return np.array(numbers, dtype=np.int32), list(ids)


def countable(tokens: Tokens, *, titles: bool = False) -> Bools:
    """Return a mask over the tokens: content words of the body (and titles on request).

    Negation and modals stay in the tokens, where they decide what a theme's hit says, but name
    no topic.
    """
    content = np.array(
        [
            kind in TERM_KINDS and norm not in GRAMMATICAL
            for kind, norm in zip(tokens.types.kind, tokens.types.norm, strict=True)
        ],
        dtype=bool,
    )
    mask = content[tokens.type] & ~tokens.stop
    return mask if titles else mask & tokens.units.body[tokens.unit]


def _grams(tokens: Tokens, size: int, titles: bool) -> _Grams:
    numbers, roots = root_ids(tokens)
    root = numbers[tokens.type].astype(np.int64)
    content = countable(tokens, titles=titles)
    kinds = np.array([kind in TERM_KINDS for kind in tokens.types.kind], dtype=bool)
    inner = kinds[tokens.type] & ~tokens.repeat
    count = max(len(tokens) - size + 1, 0)
    valid = content[:count] & content[size - 1 : size - 1 + count]
    key = root[:count].copy()
    for step in range(1, size):
        valid &= inner[step : step + count] & ~tokens.words.gap[step : step + count]
        key = key * len(roots) + root[step : step + count]
    first = np.flatnonzero(valid)
    return _Grams(size, first, key[first])


def _vocabulary(tokens: Tokens, grams: list[_Grams]) -> _Vocabulary:
    _, roots = root_ids(tokens)
    forms = _forms(tokens)
    terms: list[str] = []
    display: list[str] = []
    length: list[int] = []
    parts: list[tuple[int, ...]] = []
    columns, firsts = [], []
    single: dict[int, int] = {}
    for gram in grams:
        keys, inverse = np.unique(gram.key, return_inverse=True)
        columns.append(inverse + len(terms))
        firsts.append(gram.first)
        shown = _most_frequent(gram, inverse, len(keys), tokens, forms)
        ids = _unpack(keys, len(roots), gram.size)
        if gram.size == 1:
            single = {int(row[0]): index for index, row in enumerate(ids)}
        for row, places in zip(ids, shown, strict=True):
            terms.append(" ".join(roots[part] for part in row))
            display.append(" ".join(forms[part] for part in places))
            length.append(gram.size)
            parts.append(
                tuple(single[p] for p in map(int, row) if p in single) if gram.size > 1 else ()
            )
    column = np.concatenate(columns) if columns else np.zeros(0, dtype=np.int64)
    first = np.concatenate(firsts) if firsts else np.zeros(0, dtype=np.int64)
    return _Vocabulary(terms, display, np.array(length, dtype=np.int32), parts, column, first)


def _forms(tokens: Tokens) -> list[str]:
    return [" ".join(surface.split()) for surface in tokens.types.surface]


def _unpack(keys: Longs, base: int, size: int) -> list[tuple[int, ...]]:
    rows = []
    for key in keys.tolist():
        row = []
        for _ in range(size):
            key, part = divmod(key, base)
            row.append(part)
        rows.append(tuple(reversed(row)))
    return rows


def _most_frequent(
    gram: _Grams, column: Longs, count: int, tokens: Tokens, forms: list[str]
) -> list[tuple[int, ...]]:
    """Return for each term the types of its most frequent surface; ties go to lower case."""
    order = sorted(range(len(forms)), key=lambda t: (not forms[t].islower(), forms[t]))
    rank = np.empty(len(forms), dtype=np.int64)
    rank[order] = np.arange(len(forms))
    key = rank[tokens.type[gram.first]]
    for step in range(1, gram.size):
        key = key * len(forms) + rank[tokens.type[gram.first + step]]
    by_key = np.lexsort((key, column))
    starts = np.flatnonzero(
        np.append(True, (np.diff(column[by_key]) != 0) | (np.diff(key[by_key]) != 0))
    )[: len(by_key)]
    runs = np.diff(np.append(starts, len(by_key)))
    best = np.lexsort((key[by_key][starts], -runs, column[by_key][starts]))
    leads = best[np.append(True, np.diff(column[by_key][starts][best]) != 0)[: len(best)]]
    places = gram.first[by_key[starts[leads]]]
    assert len(places) == count
    return [tuple(tokens.type[place : place + gram.size].tolist()) for place in places]


def _matrix(vocabulary: _Vocabulary, essay: Ints, essays: int) -> Any:
    from scipy.sparse import csr_matrix

    ones = np.ones(len(vocabulary.column), dtype=np.int64)
    shape = (essays, len(vocabulary.terms))
    counts = csr_matrix((ones, (essay[vocabulary.first], vocabulary.column)), shape=shape)
    counts.sum_duplicates()
    return counts


def _summed(by_essay: Any, groups: Groups) -> Any:
    from scipy.sparse import csr_matrix

    essays = len(groups.row)
    where = (groups.row, np.arange(essays))
    adder = csr_matrix((np.ones(essays, dtype=np.int64), where), (len(groups.labels), essays))
    return (adder @ by_essay).tocsr()


def _common(vocabulary: _Vocabulary, by_essay: Any) -> Bools:
    total: Longs = np.asarray(by_essay.sum(axis=0)).ravel()
    common: Bools = (vocabulary.length == 1) | (total >= MIN_PHRASE)
    return common


def _inside(by_essay: Any) -> Floats:
    from sklearn.feature_extraction.text import TfidfTransformer

    return np.asarray(TfidfTransformer(norm=None).fit(by_essay).idf_, dtype=np.float64)


def _outside(vocabulary: _Vocabulary, name: str, tokens: Tokens) -> Floats:
    """Return the idf of each term in the background; a phrase has that of its rarest word."""
    units = load_background(name).units
    df = background_df(name, tokens.roots)
    single = {
        term: float(np.log((1 + units) / (1 + _df(term, df))) + 1)
        for term, size in zip(vocabulary.terms, vocabulary.length, strict=True)
        if size == 1
    }
    idf = [
        single[term] if size == 1 else max(single[vocabulary.terms[part]] for part in parts)
        for term, size, parts in zip(
            vocabulary.terms, vocabulary.length, vocabulary.parts, strict=True
        )
    ]
    return np.array(idf, dtype=np.float64)


def _df(root: str, df: dict[str, int]) -> int:
    """Return the document frequency of a root; a fixed phrase is as frequent as its rarest word."""
    return df.get(root) or min(df.get(word, 0) for word in root.split())


@cache
def background_df(name: str, roots: Roots) -> dict[str, int]:
    """Return the document frequency of each root in a background, summed over its forms.

    A unit with two forms of one root counts twice, so the sum is an upper bound, cut at the
    number of units.
    """
    table = load_background(name)
    forms = list(table.df)
    summed: dict[str, int] = {}
    for form, root in zip(forms, roots_of(forms, roots=roots), strict=True):
        summed[root] = min(summed.get(root, 0) + table.df[form], table.units)
    return summed


def token_idf(tokens: Tokens, background: str = "formal") -> Floats:
    """Return the background idf of each token's root, as in :func:`term_matrix`."""
    units = load_background(background).units
    df = background_df(background, tokens.roots)
    by_type = [np.log((1 + units) / (1 + _df(root, df))) + 1 for root in tokens.types.root]
    return np.array(by_type, dtype=np.float64)[tokens.type]
