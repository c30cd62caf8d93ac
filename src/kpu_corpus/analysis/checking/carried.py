"""The word on which a theme rests most: units in which every hit contains it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from itertools import chain, takewhile
from typing import NamedTuple

import numpy as np

from kpu_corpus.analysis.lexicon import Lexicon
from kpu_corpus.analysis.row_lists import Lists
from kpu_corpus.analysis.themes.hits import cut, find_hits
from kpu_corpus.ground.arrays import Bools, Floats, Ints, ranges
from kpu_corpus.indonesian.normal import normal
from kpu_corpus.indonesian.roots.roots import root
from kpu_corpus.tokens import Tokens

FORMS = 3  # of a word that are shown: a word of one root is not another to who reads


class Carrier(NamedTuple):
    """The word that carries most of a theme, with what is always beside it, and what it carries.

    A word carries a unit where every hit of the theme in it holds the word, in any form of its
    root or within words that were joined ("pelatihan" in "pelatihan dasar"): without the word the
    unit would not count. ``units`` is a mask over the units. ``display`` is the word with what
    stands beside it in every hit ("sesuai aturan"), in the shortest form, the most frequent of
    those; then come other forms of it, `FORMS` at most, parted by strokes.
    """

    display: str
    units: Bools


def carrier(tokens: Tokens, lexicon: Lexicon, theme: str, weight: Floats) -> Carrier | None:
    """Return the word that carries most of a theme, by the ``weight`` of each unit.

    None if no word carries anything.
    """
    hits = find_hits(tokens, lexicon).counted()
    hits = hits.where(hits.theme == hits.themes.index(theme))
    unit = tokens.unit[hits.first]
    hit = np.repeat(np.arange(len(hits)), hits.last - hits.first + 1)
    kind = tokens.type[ranges(hits.first, hits.last + 1)]
    content = tokens.types.content[kind]
    used, place = np.unique(kind[content], return_inverse=True)
    roots = _roots(tokens, used.tolist())
    names = sorted({*chain.from_iterable(roots)})
    number = {name: at for at, name in enumerate(names)}
    row, words = Lists.of([[number[name] for name in own] for own in roots]).spread(place)
    # each word of a hit once; then in how many hits of its unit it is
    of, word = np.unique(np.stack([hit[content][row], words]), axis=1)
    (where, held), having = np.unique(np.stack([unit[of], word]), axis=1, return_counts=True)
    carried = having == np.bincount(unit)[where]
    where, held = where[carried], held[carried]
    sums = np.bincount(held, weight[where], minlength=len(names))
    if not len(held) or sums.max() <= 0:
        return None
    best = int(sums.argmax())
    units = np.zeros(len(weight), dtype=bool)
    units[where[held == best]] = True
    of = of[word == best]
    own = {kind for kind, held in zip(used.tolist(), roots, strict=True) if names[best] in held}
    return Carrier(_display(tokens, hits.first[of], hits.last[of], own), units)


def _roots(tokens: Tokens, kinds: list[int]) -> list[set[str]]:
    """Return the roots in each of some types: its own, and those of its words."""
    types = tokens.types
    known = dict(zip(types.norm, types.root, strict=True))
    found = []
    for kind in kinds:
        words = types.norm[kind].split()
        joined = words if len(words) > 1 else []
        found.append({types.root[kind], *(known.get(word) or root(word) for word in joined)})
    return found


def _display(tokens: Tokens, first: Ints, last: Ints, own: Set[int]) -> str:
    """Return the words around one, whose types are ``own``, that all hits share."""
    number, _ = tokens.types.numbered
    hits = zip(first.tolist(), (last + 1).tolist(), strict=True)
    kinds = [tokens.type[start:end].tolist() for start, end in hits]
    at = [next(place for place, kind in enumerate(one) if kind in own) for one in kinds]
    roots = [number[one].tolist() for one in kinds]
    before = _shared([one[:place][::-1] for one, place in zip(roots, at, strict=True)])
    after = _shared([one[place + 1 :] for one, place in zip(roots, at, strict=True)])
    first, last = first + np.array(at) - before, first + np.array(at) + after
    essay = tokens.units.essay[tokens.unit[first]]
    forms = [*map(normal, cut(tokens, essay, tokens.words.start[first], tokens.words.ends(last)))]
    counts = Counter(forms)
    main = min(counts, key=lambda form: (len(form.split()), -counts[form], form))
    others = sorted(counts, key=lambda form: (-counts[form], form))
    told = [form for form in others if not set(main.split()) <= set(form.split())]
    return " / ".join([main, *told][:FORMS])


def _shared(runs: list[list[int]]) -> int:
    """Return the length of the common beginning of all lists.

    >>> _shared([[3, 1, 4], [3, 1, 5]]), _shared([[3], []])
    (2, 0)
    """
    return sum(1 for _ in takewhile(lambda now: len({*now}) == 1, zip(*runs, strict=False)))
