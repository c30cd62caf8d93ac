"""Samples of units: seeded, without repetition, weighted back to the corpus."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import examples

import kpu_corpus as kc
from kpu_corpus.analysis.coding.sampling import _sizes, _strata, draw
from kpu_corpus.analysis.coding.sheet import unit_id
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.tokens import Tokens

LEXICON = kc.load_lexicon()


@pytest.mark.parametrize("sample", ["random", "stratified"])
def test_a_sample_is_seeded_and_repeats_no_unit(tokens: Tokens, sample: str) -> None:
    first = draw(tokens, LEXICON, n=40, sample=sample, seed=1)
    again = draw(tokens, LEXICON, n=40, sample=sample, seed=1)
    other = draw(tokens, LEXICON, n=40, sample=sample, seed=2)
    assert len(set(first.units.tolist())) == 40
    assert first.units.tolist() == again.units.tolist() != other.units.tolist()
    assert tokens.units.body[first.units].all()


@pytest.mark.parametrize("sample", ["random", "stratified"])
def test_the_order_of_essays_does_not_change_what_is_drawn(tokens: Tokens, sample: str) -> None:
    texts = {item.id: tokens.corpus.text(item) for item in tokens.corpus.items}
    drawn = []
    for names in (list(texts), list(texts)[::-1]):
        made = kc.preprocess(kc.load({name: texts[name] for name in names}))
        found = draw(made, LEXICON, n=40, sample=sample, seed=4)
        ids = [unit_id(made, unit) for unit in found.units.tolist()]
        drawn.append([*zip(ids, found.weight.tolist(), strict=True)])
    assert drawn[0] == drawn[1]


def test_weights_of_a_stratified_sample_sum_to_the_corpus(tokens: Tokens) -> None:
    found = draw(tokens, LEXICON, n=40, sample="stratified", seed=3)
    assert found.weight.sum() == pytest.approx(tokens.units.body.sum())
    assert len(np.unique(found.weight)) > 1


def test_more_than_there_are_gives_all_in_the_order_of_the_text(tokens: Tokens) -> None:
    for sample in ("random", "stratified"):
        found = draw(tokens, LEXICON, n=500, sample=sample, seed=0)
        assert found.units.tolist() == np.flatnonzero(tokens.units.body).tolist()
        assert (found.weight == 1).all()


@examples(10)
@given(
    st.lists(st.integers(-1, 6), min_size=8, max_size=120).map(np.array),
    st.integers(8, 120),
)
def test_every_stratum_is_drawn_from_and_none_overdrawn(strata: np.ndarray, n: int) -> None:
    n = min(n, len(strata))
    sizes = _sizes(strata, n)
    assert sum(sizes.values()) == n
    assert all(1 <= size <= (strata == key).sum() for key, size in sizes.items())


def test_a_unit_belongs_to_its_rarest_theme_also_where_every_unit_has_one() -> None:
    found = np.array([[True, False, False], [True, True, False], [True, True, True]])
    assert _strata(found).tolist() == [0, 1, 2]
    assert _strata(found & [True, False, False]).tolist() == [0, 0, 0]
    assert _strata(~found).tolist() == [1, 2, -1]


def test_half_has_no_theme_and_the_themes_share_the_other_half() -> None:
    assert _sizes(np.repeat([-1, 0, 3, 5], 200), 60) == {-1: 30, 0: 10, 3: 10, 5: 10}
    assert _sizes(np.repeat([-1, 0, 3], (200, 4, 200)), 40) == {-1: 24, 0: 4, 3: 12}


@pytest.mark.parametrize(("n", "sizes"), [(10, [5, 5]), (20, [14, 6])])
def test_groups_have_as_many_units_each_in_any_order_of_the_essays(
    n: int, sizes: list[int]
) -> None:
    said = {name: [f"Berkas {name}{i} sudah diterima." for i in range(9)] for name in "abcd"}
    texts = [" ".join(said[name][: 6 if name == "d" else 9]) for name in "abcd"]
    kantor = ["Subang", "Subang", "Subang", "Garut"]
    rows = pd.DataFrame({"id": [*"abcd"], "isi": texts, "kantor": kantor})
    drawn = []
    for table in (rows, rows.iloc[::-1]):
        made = kc.preprocess(kc.load(table))
        found = draw(made, LEXICON, n=n, sample="random", seed=0, by="kantor")
        assert found.weight.sum() == pytest.approx(33)
        drawn.append([unit_id(made, unit) for unit in found.units.tolist()])
    assert drawn[0] == drawn[1]
    of_garut = sum(name.startswith("d#") for name in drawn[0])
    assert [n - of_garut, of_garut] == sizes


def test_wrong_settings_are_refused(tokens: Tokens) -> None:
    with pytest.raises(InvalidArgument, match="over themes or over groups, not both"):
        draw(tokens, LEXICON, n=5, sample="stratified", seed=0, by="unit")
    with pytest.raises(InvalidArgument, match="Did you mean 'random'"):
        draw(tokens, LEXICON, n=5, sample="randm", seed=0)
    with pytest.raises(InvalidArgument, match="n=0"):
        draw(tokens, LEXICON, n=0, sample="random", seed=0)
    with pytest.raises(InvalidArgument, match="strata"):
        draw(tokens, LEXICON, n=2, sample="stratified", seed=0)
