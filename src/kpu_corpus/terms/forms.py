"""The display form of a term: its most frequent surface in the corpus.

The wording is chosen ignoring capitals, which every word has at the start of a sentence: Penonton
and penonton are two places of one form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from ctypes import CDLL, c_int64
from functools import partial
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus import native
from kpu_corpus.ground.arrays import Bools, Ints, Longs
from kpu_corpus.ground.printable import in_one_line
from kpu_corpus.ground.threads import cuts, threads, together
from kpu_corpus.indonesian.lists.abbreviations import SHORTENED
from kpu_corpus.terms.counts import LONGEST_TERM
from kpu_corpus.terms.vocabulary import Vocabulary, spelt
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.broken import unbroken

_CLITIC = re.compile(r"-(?:nya|ku|mu)$", re.IGNORECASE)  # KPU-nya, e-voting-nya, karunia-Nya
_ENDING = re.compile(r"[a-z]+\.")  # a short form in small letters, which may end a sentence: kpps.
Form = tuple[str, ...]  # the surfaces of the tokens of a term, white space evened out


class Forms(NamedTuple):
    """The distinct forms: the term, its surfaces as numbers (-1 for none), how often it occurs."""

    column: Ints
    parts: Ints
    times: npt.NDArray[np.integer[Any]]

    def at(self, rows: npt.NDArray[Any]) -> Forms:
        """Return some of the forms, by their rows or a mask."""
        return Forms(self.column[rows], self.parts[rows], self.times[rows])


def display(tokens: Tokens, words: Vocabulary, columns: Sequence[int]) -> list[str]:
    """Return the most frequent form of some terms here; the term itself if it does not occur.

    >>> import kpu_corpus as kc
    >>> from kpu_corpus.terms.vocabulary import occurrences
    >>> tokens = kc.preprocess(kc.load({"a": "Melayani itu penting. Melayani dan dilayani."}))
    >>> display(tokens, occurrences(tokens), [0])
    ['Melayani']
    """
    chosen = np.asarray(columns, dtype=np.int64)
    surfaces, number = surfaces_of(tokens)
    shown = shown_of(forms_at(words, chosen, tokens.type, number), surfaces)
    return [shown.get(index) or words.names.of([index])[0] for index in chosen.tolist()]


def surfaces_of(tokens: Tokens) -> tuple[list[str], Ints]:
    """Return the display surfaces, and the number of each type's surface.

    White space is normalised; soft hyphens and the like, clitics after a hyphen, and the full stop
    that ends a sentence after an abbreviation are dropped. Numbers and symbols, which stand in no
    term, stay as they are.
    """
    surfaces, term = list(tokens.types.surface), tokens.types.term.tolist()
    evened: dict[int, str] = {}
    for index, surface in enumerate(surfaces):
        if surface.isalpha() or not term[index]:
            continue
        even = in_one_line(unbroken(surface, tokens.types.norm[index]))
        even = _CLITIC.sub("", even)
        if _ENDING.fullmatch(even) and even[:-1] not in SHORTENED:
            even = even[:-1]
        if even != surface or " " in even:
            evened[index] = even
    number: Ints = np.arange(len(surfaces), dtype=np.int32)
    looked = set(evened.values())
    known = {surface: index for index, surface in enumerate(surfaces) if surface in looked}
    for index, even in evened.items():
        surfaces[index] = even
        number[index] = known.setdefault(even, index)
    return surfaces, number


def shown_of(forms: Forms, surfaces: Sequence[str]) -> dict[int, str]:
    """Return the most frequent form of each term by its column."""
    forms = forms.at(_most_written(forms, surfaces))
    most = np.zeros(int(forms.column.max(initial=-1)) + 1, dtype=forms.times.dtype)
    np.maximum.at(most, forms.column, forms.times)
    best = np.flatnonzero(forms.times == most[forms.column])
    best = best[np.argsort(forms.column[best])]
    column, parts = forms.column[best], forms.parts[best]
    # one of each term; where there are several one is chosen
    shown = dict(zip(column.tolist(), spelt(parts, surfaces), strict=True))
    same = column[1:] == column[:-1]
    at = np.flatnonzero(np.append(same, False) | np.append(False, same))
    tied: dict[int, list[Form]] = {}
    for index, line in zip(column[at].tolist(), parts[at].tolist(), strict=True):
        tied.setdefault(index, []).append(tuple(surfaces[part] for part in line if part >= 0))
    return shown | {index: preferred(found) for index, found in tied.items()}


def _most_written(forms: Forms, surfaces: Sequence[str]) -> Bools:
    """Tell which forms have the most frequent wording of their term, ignoring capitals."""
    from pandas import factorize

    kept: Bools = np.ones(len(forms.column), dtype=bool)
    several = np.flatnonzero((np.bincount(forms.column) > 1)[forms.column])
    some = forms.at(several)
    there = np.zeros(len(surfaces) + 1, dtype=bool)  # the last one is for -1
    there[some.parts] = True
    used = np.flatnonzero(there[:-1])
    number: dict[str, int] = {}
    folded = np.full(len(there), -1, dtype=np.int64)
    folded[used] = [number.setdefault(surfaces[part].lower(), part) for part in used.tolist()]
    group = some.column.astype(np.int64)
    for part in folded[some.parts.T]:  # by hashes: np.unique would sort
        group = factorize(group * (len(surfaces) + 1) + part)[0]  # -1 is one
    times = np.bincount(group, some.times)[group]
    most = np.zeros(int(some.column.max(initial=-1)) + 1)
    np.maximum.at(most, some.column, times)
    kept[several] = times == most[some.column]
    return kept


def preferred(forms: Iterable[Form]) -> str:
    """Return which of equally frequent forms is shown: lower case first, then by the alphabet.

    >>> preferred([("Melayani",), ("melayani",)])
    'melayani'
    """
    return " ".join(min(forms, key=lambda form: [(not part.islower(), part) for part in form]))


_FORM = np.dtype([("column", np.int32), ("parts", np.int32, LONGEST_TERM), ("times", np.int32)])


def forms_at(words: Vocabulary, columns: Longs, type_: Ints, surface: Ints) -> Forms:
    """Return the forms of some terms, in no certain order.

    ``type_`` is the type of each token, ``surface`` the number of each type's surface.
    """
    wanted = np.zeros(len(words.length), dtype=np.uint8)
    wanted[columns] = words.length[columns]
    compiled = native.library()
    if compiled is None:
        return plain(words, wanted, type_, surface)
    return _compiled(compiled, words, wanted, type_, surface)


def _compiled(
    compiled: CDLL, words: Vocabulary, wanted: npt.NDArray[np.uint8], type_: Ints, surface: Ints
) -> Forms:
    places = words.places
    forms = np.empty(len(places.term), dtype=_FORM)
    by_term = np.append(wanted, np.uint8(0))[words.of_term]  # the last one is for -1
    given = [*map(native.given, (words.of_term, by_term, type_, surface))]

    def part(low: int, high: int) -> int:
        alone = np.zeros((len(surface), 2), dtype=np.int32)
        latest = np.zeros(len(words.of_term), dtype=np.int32)
        columns = (native.given(column[low:high]) for column in places)
        written = map(native.pointer, (alone, latest, forms[low:high]))
        sizes = c_int64(high - low), c_int64(len(surface))
        return int(compiled.forms_count(sizes[0], *columns, *given, sizes[1], *written))

    pieces = cuts(places.first, threads(len(type_)))
    counts = together(len(type_), *(partial(part, *piece) for piece in pieces))
    found = counts[0]
    for (low, _), count in zip(pieces[1:], counts[1:], strict=True):
        others = native.pointer(forms), c_int64(found), native.pointer(forms[low:]), c_int64(count)
        found = -1 if min(found, count) < 0 else compiled.forms_join(*others)
    if found < 0:
        raise MemoryError
    return Forms(*(forms[name][:found] for name in Forms._fields))


def plain(words: Vocabulary, wanted: npt.NDArray[np.uint8], type_: Ints, surface: Ints) -> Forms:
    """Return the same with numpy; for machines without the compiled library."""
    at = np.flatnonzero(words.size == wanted[words.column])
    tables, times = [], []
    for size in range(1, LONGEST_TERM + 1):
        here = at[words.size[at] == size]
        table = np.full((len(here), 1 + LONGEST_TERM), -1, dtype=np.int32)
        table[:, 0] = code = words.column[here]
        for step in range(size):
            table[:, 1 + step] = surface[type_[words.first[here] + step]]
            code = np.unique(code, return_inverse=True)[1] * len(surface) + table[:, 1 + step]
        _, places, counts = np.unique(code, return_index=True, return_counts=True)
        tables.append(table[places])
        times.append(counts.astype(np.int32))
    found = np.concatenate(tables)
    return Forms(found[:, 0], found[:, 1:], np.concatenate(times))
