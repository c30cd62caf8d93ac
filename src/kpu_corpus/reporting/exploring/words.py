"""The words of the explorer: each distinct form once, with its root and search data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from kpu_corpus.analysis.matching.forms import Forms
from kpu_corpus.ground.arrays import Bools, Ints
from kpu_corpus.indonesian.roots.affixes import CLITICS
from kpu_corpus.indonesian.roots.root_lists import acronyms
from kpu_corpus.indonesian.spelling.data import corrections
from kpu_corpus.reporting.exploring.packing import gaps, packed
from kpu_corpus.tokens import Tokens

LONGEST = 60  # characters of a word that may be given away without its text


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """``types`` are rows of ``tokens.types``, the most frequent first; ``place`` inverts them.

    ``place`` is -1 for a type that the page does not have.
    """

    types: Ints
    place: Ints
    used: Bools

    @classmethod
    def of(cls, tokens: Tokens, *, text: bool) -> Vocabulary:
        """Collect the types of the bodies; without texts, numbers and long strings are left out."""
        used = tokens.units.body[tokens.unit]
        if not text:
            used &= _plain(tokens)[tokens.type]
        counts = np.bincount(tokens.type[used], minlength=len(tokens.types.surface))
        order = np.argsort(-counts, kind="stable").astype(np.int32)
        types = order[: np.count_nonzero(counts)]
        place = np.full(len(counts), -1, dtype=np.int32)
        place[types] = np.arange(len(types))
        return cls(types, place, used)


def _plain(tokens: Tokens) -> Bools:
    rows = zip(tokens.types.surface, tokens.types.kind, strict=True)
    return np.array(
        [kind not in ("number", "symbol") and len(form) <= LONGEST for form, kind in rows],
        dtype=bool,
    )


def words_of(tokens: Tokens, vocabulary: Vocabulary) -> dict[str, Any]:
    """Return the tables of the words.

    ``types`` as written, ``norms`` (row → normal form where it is not the lower-case form),
    ``roots`` and ``root`` (the root of each type, packed), ``asked`` (word → root, where a search
    for the word looks for another root than its types have), ``inside`` and ``names`` (word or
    root inside a phrase or a name → its types, packed), ``official`` (another spelling of a form
    that occurs → that form).
    """
    own = [int(row) for row in vocabulary.types]
    surface = [tokens.types.surface[row] for row in own]
    norm = [tokens.types.norm[row] for row in own]
    root = [tokens.types.root[row] for row in own]
    roots = {name: index for index, name in enumerate(dict.fromkeys(root))}
    forms = Forms(tokens)
    inside, names = (
        {
            "norm": _inner(readings.kind, readings.norm, tokens.types.norm, vocabulary),
            "root": _inner(readings.kind, readings.root, tokens.types.root, vocabulary),
        }
        for readings in (forms.whole, forms.names)
    )
    return {
        "types": surface,
        "norms": {
            index: form
            for index, (form, written) in enumerate(zip(norm, surface, strict=True))
            if form != written.lower()
        },
        "roots": list(roots),
        "root": packed(roots[name] for name in root),
        "asked": _asked(forms, norm, root, [*inside["norm"], *names["norm"]]),
        "inside": inside,
        "names": names,
        "official": _official({*norm, *inside["norm"], *names["norm"]}),
    }


def _official(known: set[str]) -> dict[str, str]:
    """Return the spellings corrected in the tokens whose official form occurs."""
    return {
        written: right[0]
        for written, right in corrections().items()
        if written not in acronyms()  # who asks for dpt means DPT
        and any(right[0] + end in known for end in ("", *CLITICS))
    }


def _asked(
    forms: Forms, norms: list[str], roots: list[str], parts: Iterable[str]
) -> dict[str, str]:
    first = zip(reversed(norms), reversed(roots), strict=True)
    guessed = {**{root: root for root in roots}, **dict(first)}
    words = dict.fromkeys([*guessed, *parts])
    asked = {word: forms.root_of(word) for word in words}
    return {word: root for word, root in asked.items() if guessed.get(word) != root}


def _inner(
    kinds: Iterable[int], words: Iterable[str], whole: tuple[str, ...], vocabulary: Vocabulary
) -> dict[str, str]:
    """Return the words inside types of several words, other than the types' own norms or roots."""
    found: dict[str, set[int]] = {}
    for kind, word in zip(kinds, words, strict=True):
        if whole[kind] != word and vocabulary.place[kind] >= 0:
            found.setdefault(word, set()).add(int(vocabulary.place[kind]))
    return {word: packed(gaps(sorted(rows))) for word, rows in sorted(found.items())}
