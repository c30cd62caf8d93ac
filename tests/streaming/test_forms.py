"""Forms of batches as columns: they add up to those of the whole, however the essays are cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import examples
from tests.plain_forms import form_counts, most_frequent

import kpu_corpus as kc
from kpu_corpus.streaming import forms
from kpu_corpus.streaming.forms import FormCounts, added, forms_of_batch
from kpu_corpus.terms.counts import count
from kpu_corpus.terms.fingerprints import fingerprints
from kpu_corpus.terms.forms import Form, shown_of
from kpu_corpus.terms.vocabulary import occurrences
from kpu_corpus.tokens import Tokens

WORDS = st.sampled_from(
    [
        *"melayani Melayani dilayani politik praktis, praktis. berpolitik kerja keras".split(),
        *["nilai-nilai", "nilai - nilai", "nilai  -  nilai", "Komisi  Pemilihan\nUmum", "KPU"],
    ]
)
TEXTS = st.lists(st.lists(WORDS, max_size=20).map(" ".join), min_size=1, max_size=4)
Named = dict[str, dict[Form, int]]


def preprocessed(texts: list[str]) -> Tokens:
    return kc.preprocess(kc.load({str(row): f"{text} ya" for row, text in enumerate(texts)}))


def named(counts: FormCounts, terms: dict[int, str]) -> Named:
    found: Named = {}
    for column, parts, times in zip(*counts.forms, strict=True):
        form = tuple(counts.surfaces[part] for part in parts if part >= 0)
        found.setdefault(terms[column], {})[form] = times
    return found


@examples(8)
@given(TEXTS, st.integers(1, 20))
def test_the_forms_of_batches_add_up_to_those_of_the_whole(texts: list[str], held: int) -> None:
    tokens = preprocessed(texts)
    words, whole = occurrences(tokens, ngrams=(1, 3)), count(tokens)
    every = form_counts(tokens, words, range(len(words.length)))
    expected = {term: counts for term, counts in every.items() if counts}
    batches = [forms_of_batch(preprocessed([text]), whole, 3) for text in texts]
    rows = {int(row): name for name, row in zip(words.terms, words.row, strict=True)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(forms, "HELD", held)
        found = added(batches)
    assert named(found, rows) == expected
    shown = {rows[row]: form for row, form in shown_of(*found).items()}
    assert shown == {term: most_frequent(counts) for term, counts in expected.items()}


def test_only_some_terms_keep_their_surfaces_alone() -> None:
    tokens = preprocessed(["Melayani pemilih itu kerja keras."])
    whole = count(tokens)
    chosen = whole.key == fingerprints(["layan"]).key[0]
    kept = forms_of_batch(tokens, whole, 3).only(chosen)
    assert kept.surfaces == ["Melayani"]
    assert kept.forms.parts.tolist() == [[0, -1, -1]]


def test_no_batch_has_no_forms() -> None:
    assert shown_of(*added([])) == {}
