"""Where one fails a lexicon has changed: run `python -m training.lexicons`."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import numpy as np
import pytest

import kpu_corpus
from kpu_corpus.analysis.lexicon import SHIPPED, Pattern, load_lexicon, ready
from kpu_corpus.analysis.matching.plans import Asked, made
from kpu_corpus.analysis.matching.ready import packed, plan_of, unpacked

DATA = Path(kpu_corpus.__file__).parent / "data"


def same(one: object, other: object) -> bool:
    if isinstance(one, np.ndarray):
        return np.array_equal(one, other)
    if isinstance(one, tuple) and isinstance(other, tuple) and len(one) == len(other):
        return all(map(same, one, other))
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return [*one] == [*other]
    return one == other


@pytest.mark.parametrize("key", SHIPPED)
def test_what_is_shipped_ready_is_what_the_toml_holds(key: str) -> None:
    lexicon = load_lexicon(DATA / SHIPPED[key])
    assert (DATA / "ready" / f"{key}.json").read_bytes() == ready.packed(lexicon)
    assert load_lexicon(key) == lexicon


@pytest.mark.parametrize("key", SHIPPED)
def test_the_plan_of_a_shipped_lexicon_is_the_one_that_would_be_made(key: str) -> None:
    lexicon = load_lexicon(key)
    plan = unpacked((DATA / "ready" / f"{key}.plan").read_bytes())
    assert same(plan, made(Asked.whole(lexicon)))
    assert same(plan_of(Asked.whole(lexicon)), plan)


def test_other_patterns_under_the_name_of_a_shipped_lexicon_have_their_own_plan() -> None:
    own = (Pattern(("jujur", "@baik ..2 =hati")),)
    plan = plan_of(Asked(own, (("baik", ("baik", "luhur")),), "themes.toml"))
    assert [*plan.sought.words] == ["jujur", "baik", "luhur", "=hati"]
    assert same(unpacked(packed(plan)), plan)


def test_further_units_make_another_plan_of_a_shipped_lexicon() -> None:
    further = Asked.whole(load_lexicon("pemilu"))._replace(phrases=("kode etik pegawai",))
    with patch("kpu_corpus.analysis.matching.ready.made") as made_anew:
        assert plan_of.__wrapped__(further) is made_anew.return_value
    made_anew.assert_called_once_with(further)
