"""The counts by which themes are measured, essay by essay."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kpu_corpus.analysis.foreign import foreign_essays
from kpu_corpus.analysis.lexicon import Lexicon
from kpu_corpus.analysis.running_words import summed, word_sums
from kpu_corpus.analysis.themes.hits import Hits, find_hits
from kpu_corpus.ground.arrays import Bools, Floats, Ints, Longs, begins, ranges
from kpu_corpus.terms.matrix import type_idf
from kpu_corpus.tokens import Tokens


@dataclass(frozen=True, eq=False)
class ThemeCounts:
    """Counts by essay, or by part of an essay (rows), and theme (columns).

    ``units`` are units of the body, ``sentences`` those with a counted hit, ``hits`` counted
    hits; ``weight`` is the summed idf of the words in them, ``words`` that of all content words.
    ``foreign``: the essay is mostly in another language.
    """

    themes: tuple[str, ...]
    units: Longs
    sentences: Longs
    hits: Longs
    weight: Floats
    words: Floats
    foreign: Bools


def count_themes(tokens: Tokens, lexicon: Lexicon, part: Ints, rows: int) -> ThemeCounts:
    """Count the themes in the ``rows`` essays, or parts of essays, that ``part`` gives each unit.

    >>> import kpu_corpus as kc
    >>> from kpu_corpus.analysis.lexicon import load_lexicon
    >>> tokens = kc.preprocess(kc.load({"a": "Integritas penting.", "b": "Kami bersinergi."}))
    >>> count_themes(tokens, load_lexicon(), tokens.units.essay, 2).hits[:, :3].tolist()
    [[1, 0, 0], [0, 0, 1]]
    """
    hits = find_hits(tokens, lexicon).counted()
    unit = tokens.unit[hits.first]
    # the hits of a theme stand in the order of the text: those of one unit together
    new = begins(unit, hits.theme)
    themes = len(hits.themes)
    cell = part[unit].astype(np.int64) * themes + hits.theme
    weight = np.where(tokens.types.content, type_idf(tokens), 0.0)
    shape = rows, themes
    foreign = np.zeros(rows, dtype=bool)
    foreign[part] = foreign_essays(tokens)[tokens.units.essay]
    return ThemeCounts(
        hits.themes,
        np.bincount(part[tokens.units.body], minlength=rows),
        np.bincount(cell[new], minlength=rows * themes).reshape(shape),
        np.bincount(cell, minlength=rows * themes).reshape(shape),
        summed(cell, _of_hits(tokens, weight, hits), rows * themes).reshape(shape),
        word_sums(tokens, weight, part, rows, counts=tokens.units.body, repeat=tokens.repeat),
        foreign,
    )


def _of_hits(tokens: Tokens, weight: Floats, hits: Hits) -> Floats:
    """Return the summed weight of the words of each hit; ``weight`` is by type."""
    hit = np.repeat(np.arange(len(hits)), hits.last - hits.first + 1)
    token = ranges(hits.first, hits.last + 1)
    values = np.where(tokens.repeat[token], 0.0, weight[tokens.type[token]])
    return summed(hit, values, len(hits))
