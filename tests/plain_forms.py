"""The forms of terms as dictionaries, as the tests of the columns want to read them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from kpu_corpus.terms.forms import Form, forms_at, surfaces_of
from kpu_corpus.terms.vocabulary import Vocabulary
from kpu_corpus.tokens import Tokens


def form_counts(
    tokens: Tokens, words: Vocabulary, columns: Sequence[int]
) -> dict[str, dict[Form, int]]:
    """Count the forms of some terms; the counts of several batches of essays add up.

    Where a term is written both as one unit and as words side by side, the unit counts.
    """
    chosen = np.asarray(columns, dtype=np.int64)
    found: dict[int, dict[Form, int]] = {column: {} for column in chosen.tolist()}
    surfaces, number = surfaces_of(tokens)
    forms = forms_at(words, chosen, tokens.type, number)
    lines = zip(forms.column.tolist(), forms.parts.tolist(), forms.times.tolist(), strict=True)
    for column, parts, count in sorted(lines):
        found[column][tuple(surfaces[part] for part in parts if part >= 0)] = count
    return dict(zip(words.names.of(list(found)), found.values(), strict=True))


def most_frequent(counts: dict[Form, int]) -> str:
    """Return the most frequent form of the words that are, capitals apart, most frequent.

    Ties go to lower case, then to the alphabet.
    """
    words: Counter[Form] = Counter()
    for form, count in counts.items():
        words[_folded(form)] += count
    kept = [form for form in counts if words[_folded(form)] == max(words.values())]
    best = min(kept, key=lambda f: (-counts[f], [(not part.islower(), part) for part in f]))
    return " ".join(best)


def _folded(form: Form) -> Form:
    return tuple(part.lower() for part in form)
