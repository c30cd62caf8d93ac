"""Forms near a form: the same as when every frequent form is aligned."""

import pytest
from rapidfuzz.distance import OSA

from kpu_corpus.indonesian import spelling_data as data
from kpu_corpus.indonesian.spelling_pool import near


@pytest.mark.parametrize(
    "form", ["intansi", "penyelengaraan", "pemliu", "berlansung", "kkeputusan", "zzzzz", "laporran"]
)
@pytest.mark.parametrize("edits", [1, 2])
def test_no_nearer_form_is_missed(form: str, edits: int) -> None:
    every = [
        (other, OSA.distance(form, other))
        for (first, _), forms in data.targets().items()
        if first in form[:2]
        for other in forms
    ]
    nearest = sorted(count for _, count in every if count <= edits)[:4]
    found = near(form, edits)
    assert [count for _, count in found] == nearest
    assert set(found) <= set(every)
