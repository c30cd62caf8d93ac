"""The form that people read of a term: its most frequent surface in the corpus."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from kpu_corpus.grams import grams
from kpu_corpus.term_counts import LONGEST, TermCounts
from kpu_corpus.tokens import Tokens
from kpu_corpus.vocabulary import Vocabulary, vocabulary

Form = tuple[str, ...]  # the surfaces of the tokens of a term, white space evened out


def form_counts(
    tokens: Tokens, words: Vocabulary, columns: Sequence[int]
) -> dict[str, dict[Form, int]]:
    """Count the forms of some terms; the counts of several batches of essays add up.

    Where a term is written both as one unit and as words side by side, the unit counts.

    >>> import kpu_corpus as kc
    >>> from kpu_corpus.vocabulary import occurrences
    >>> tokens = kc.preprocess(kc.load({"a": "Melayani itu penting. Melayani dan dilayani."}))
    >>> form_counts(tokens, occurrences(tokens), [0])
    {'layan': {('Melayani',): 2, ('dilayani',): 1}}
    """
    wanted = np.zeros(len(words.length), dtype=bool)
    wanted[list(columns)] = True
    at = np.flatnonzero(wanted[words.column] & (words.size == words.length[words.column]))
    known: dict[str, int] = {}
    shown = (" ".join(surface.split()) for surface in tokens.types.surface)
    number = np.array([known.setdefault(form, len(known)) for form in shown], dtype=np.int64)
    forms = list(known)
    found: dict[str, dict[Form, int]] = {words.terms[index]: {} for index in columns}
    for size in range(1, LONGEST + 1):
        here = at[words.size[at] == size]
        first, code = words.first[here], words.column[here]
        table = [number[tokens.type[first + step]] for step in range(size)]
        for column in table[:-1]:
            code = np.unique(code * len(forms) + column, return_inverse=True)[1]
        code = code * len(forms) + table[-1]
        _, places, counts = np.unique(code, return_index=True, return_counts=True)
        lines = np.stack([words.column[here], *table], axis=1)[places]
        for (term, *parts), count in zip(lines.tolist(), counts.tolist(), strict=True):
            found[words.terms[term]][tuple(forms[part] for part in parts)] = count
    return found


def display(tokens: Tokens, words: Vocabulary, columns: Sequence[int]) -> list[str]:
    """Return the most frequent form of some terms here; the term where it has no place here.

    >>> import kpu_corpus as kc
    >>> from kpu_corpus.vocabulary import occurrences
    >>> tokens = kc.preprocess(kc.load({"a": "Melayani itu penting. Melayani dan dilayani."}))
    >>> display(tokens, occurrences(tokens), [0])
    ['Melayani']
    """
    found = form_counts(tokens, words, columns)
    shown = {term: most_frequent(forms) if forms else term for term, forms in found.items()}
    return [shown[words.terms[column]] for column in columns]


def forms_of(
    tokens: Tokens, terms: Iterable[str], whole: TermCounts, *, longest: int, titles: bool = False
) -> dict[str, dict[Form, int]]:
    """Count the forms that some terms of a corpus have in a batch of its essays."""
    found = grams(tokens, longest, titles=titles)
    named = vocabulary(found, whole.of(terms))
    return form_counts(tokens, named, range(len(named.length)))


def merge_forms(parts: Iterable[Mapping[str, Mapping[Form, int]]]) -> dict[str, dict[Form, int]]:
    """Add the forms of terms over several batches of essays; which came first is no matter."""
    found: dict[str, dict[Form, int]] = {}
    for part in parts:
        for term, forms in part.items():
            mine = found.setdefault(term, {})
            for form, count in forms.items():
                mine[form] = mine.get(form, 0) + count
    return found


def most_frequent(counts: Mapping[Form, int]) -> str:
    """Return the most frequent form; ties go to lower case, then to the alphabet.

    >>> most_frequent({("Melayani",): 1, ("melayani",): 1})
    'melayani'
    """
    if len(counts) == 1:
        return " ".join(*counts)
    best = min(counts, key=lambda f: (-counts[f], [(not part.islower(), part) for part in f]))
    return " ".join(best)
