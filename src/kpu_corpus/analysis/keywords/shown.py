"""Keywords as reports show them: in the forms of their own text, no word beside its phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from kpu_corpus.analysis.keywords.keywords import KEYWORDS, columns_of
from kpu_corpus.analysis.keywords.ranking import Ranked, listed
from kpu_corpus.ground.arrays import Ints, Longs, ranges
from kpu_corpus.ground.frames import frame
from kpu_corpus.ground.provenance import extend
from kpu_corpus.terms.forms import Forms, shown_of, surfaces_of
from kpu_corpus.terms.matrix import TermMatrix, term_matrix
from kpu_corpus.tokens import Tokens

if TYPE_CHECKING:
    import pandas as pd

LONGEST = 6  # words of a name; terms have fewer


def keywords_in_own_forms(tokens: Tokens, *, top: int, by: str | None) -> pd.DataFrame:
    """Return :func:`kpu_corpus.keywords` for a reader of the essays: the words that each has.

    ``display`` is the most frequent surface in the essay or group, not in the corpus, and a term
    that stands only inside a longer one of the list is left out; the next one takes its rank. A
    name of several words that is no term, since it occurs once, is shown whole (Lely Indrawati).
    """
    matrix = term_matrix(tokens, by=by)
    best, forms = _shown(matrix, listed(matrix, 2 * top), top)
    columns = columns_of(matrix, best, top)
    # a capital that only opens a sentence is none of the word
    columns["display"] = np.array(
        [
            usual if form.lower() == usual.lower() else form
            for form, usual in zip(forms, columns["display"], strict=True)
        ],
        dtype=object,
    )
    made = extend(tokens.manifest, "keywords", top=top, by=matrix.groups.told, own_forms=True)
    return frame(matrix.groups.keyed(KEYWORDS), columns, made)


def _shown(matrix: TermMatrix, best: Ranked, top: int) -> tuple[Ranked, list[str]]:
    """Return the ``top`` keywords of each row that say more than others, and their forms.

    Left out is what stands nowhere in the essay or group but inside a longer one that is shown.
    The form is the most frequent one of that essay or group.
    """
    places = _with_names_whole(matrix.tokens, _places(matrix, best))
    chosen = np.concatenate([[], *_chosen(best, places, top)]).astype(np.int64)
    row = best.row[chosen]
    rank = 1 + ranges(0, np.bincount(row))
    kept = Ranked(row, rank, best.column[chosen], best.score[chosen], best.counts[chosen])
    forms = _forms(matrix, places)
    return kept, [forms[number] for number in chosen.tolist()]


class _Places(NamedTuple):
    """The places of keywords: the keyword as its row in the ranking, the tokens from and to."""

    keyword: Longs
    first: Ints
    end: Ints


def _places(matrix: TermMatrix, best: Ranked) -> _Places:
    words, tokens, terms = matrix.vocabulary, matrix.tokens, len(matrix.vocabulary.length)
    key = best.row.astype(np.int64) * terms + best.column
    row = matrix.groups.row[tokens.units.essay[tokens.unit[words.first]]]
    asked = row.astype(np.int64) * terms + words.column
    order = np.argsort(key)
    at = np.searchsorted(key, asked, sorter=order)
    here = np.append(key[order], -1)[at] == asked  # `np.isin` takes far longer
    first = words.first[here]
    return _Places(order[at[here]], first, first + words.size[here])


def _with_names_whole(tokens: Tokens, places: _Places) -> _Places:
    """Return the places with those of a name's first word going on to its last.

    Such words are written with a capital inside a sentence and stand nowhere but side by side.
    """
    surfaces, types = tokens.types.surface, tokens.type
    held: dict[int, list[int]] = {}  # keyword → its places
    by_first: dict[int, int] = {}  # first token → keyword of one word with a capital
    pairs = zip(places.keyword.tolist(), places.first.tolist(), strict=True)
    for row, (keyword, first) in enumerate(pairs):
        held.setdefault(keyword, []).append(row)
        word = surfaces[types[first]]
        if places.end[row] - first == 1 and word[0].isupper() and word[1:].islower():
            by_first[first] = keyword
    end = places.end.copy()
    for rows in held.values():
        firsts = places.first[rows].tolist()
        if not all(first in by_first and not tokens.words.gap[first] for first in firsts):
            continue
        for step in range(1, LONGEST):
            after = {by_first.get(first + step, -1) for first in firsts}
            whole = len(after) == 1 and len(held.get(after.pop(), [])) == len(rows)
            if not whole or any(tokens.words.gap[first + step] for first in firsts):
                break
            end[rows] += 1
    return places._replace(end=end)


def _chosen(best: Ranked, places: _Places, top: int) -> list[list[int]]:
    """Return the keywords of each row that are shown, the best first."""
    held: dict[int, dict[int, int]] = {}  # keyword → the end of each place by its first token
    for keyword, first, end in zip(*(column.tolist() for column in places), strict=True):
        held.setdefault(keyword, {})[first] = end
    rows: dict[int, list[int]] = {}
    for number, row in enumerate(best.row.tolist()):
        chosen = rows.setdefault(row, [])
        if len(chosen) == top or any(_inside(held[number], held[other]) for other in chosen):
            continue
        chosen[:] = [other for other in chosen if not _inside(held[other], held[number])]
        chosen.append(number)
    return list(rows.values())


def _inside(places: dict[int, int], longer: dict[int, int]) -> bool:
    """Tell whether every place stands inside a longer one of others."""
    return all(
        any(
            end <= longer.get(start, 0) and end - first < longer[start] - start
            for start in range(first - LONGEST + 1, first + 1)
        )
        for first, end in places.items()
    )


def _forms(matrix: TermMatrix, places: _Places) -> dict[int, str]:
    surfaces, number = surfaces_of(matrix.tokens)
    table: Any = np.full((len(places.first), 1 + LONGEST), -1, dtype=np.int64)
    table[:, 0] = places.keyword
    for step in range(LONGEST):
        inside = np.flatnonzero(places.first + step < places.end)
        table[inside, 1 + step] = number[matrix.tokens.type[places.first[inside] + step]]
    found, times = np.unique(table, axis=0, return_counts=True)
    return shown_of(Forms(found[:, 0], found[:, 1:], times), surfaces)
