"""Forms near a form: the same as when every frequent form is aligned."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA
from tests.conftest import examples
from tests.ways import compiled, numpy_alone

from kpu_corpus.indonesian.spelling import data, pool
from kpu_corpus.indonesian.spelling.nearest import may_be_slips, nearest
from kpu_corpus.indonesian.spelling.pool import near
from kpu_corpus.indonesian.spelling.spelling import suggestions


@pytest.mark.parametrize(
    "form", ["intansi", "penyelengaraan", "pemliu", "berlansung", "kkeputusan", "zzzzz", "laporran"]
)
@pytest.mark.parametrize("edits", [1, 2])
def test_no_nearer_form_is_missed(form: str, edits: int) -> None:
    every = [(other, OSA.distance(form, other)) for other in data.targets() if other[0] in form[:2]]
    nearest = sorted(count for _, count in every if count <= edits)[:4]
    found = near([form], edits).get(form, [])
    assert [count for _, count in found] == nearest
    assert set(found) <= set(every)


FREQUENT = [*data.targets()]


@st.composite
def slips(draw: st.DrawFn) -> str:
    """A frequent form with letters lost, doubled, swapped or changed at one place or two."""
    form = draw(st.sampled_from(FREQUENT))
    for _ in range(draw(st.integers(1, 2))):
        at = draw(st.integers(0, len(form) - 2))
        one, two = form[at], form[at + 1]
        new = draw(st.sampled_from(["", two, two + one, one + one + two, "x" + two, one + "e"]))
        form = form[:at] + new + form[at + 2 :]
    return form


def is_unknown(form: str) -> bool:
    return len(form) > 3 and form not in data.known()


def has_vowel(form: str) -> bool:
    """Without one a form is never taken for a slip, whatever is near (pkps, kpps)."""
    return not {*"aeiou"}.isdisjoint(form)


@examples(10)
@given(st.lists(slips().filter(is_unknown), max_size=8, unique=True))
def test_many_forms_at_once_are_answered_as_each_alone(forms: list[str]) -> None:
    alone = {form: found for form in forms for found in near([form], 2).values()}
    assert near(forms, 2) == alone


@compiled
@examples(10)
@given(
    st.lists(
        slips() | st.text("aekn-é", max_size=5) | st.text("an", min_size=60, max_size=70),
        max_size=8,
    ),
    st.integers(1, 2),
)
def test_the_compiled_way_finds_the_same_forms(forms: list[str], edits: int) -> None:
    found = near(forms, edits)
    with numpy_alone():
        assert near(forms, edits) == found
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pool, "_PAIRS", 1)
        assert near(forms, edits) == found


def test_of_forms_that_are_as_near_the_most_frequent_comes_first() -> None:
    assert [form for form, _ in near(["seoang"], 1)["seoang"]][:2] == ["seorang", "sedang"]


@examples(10)
@given(st.lists(slips().filter(is_unknown).filter(has_vowel), max_size=8, unique=True))
def test_what_is_no_slip_has_no_nearest_form(forms: list[str]) -> None:
    meant = nearest(forms)
    assert meant.keys() <= may_be_slips(forms)
    certain = {form for form, hint in meant.items() if hint.certain}
    assert certain <= may_be_slips(forms, certain=True)


# certain, two words, right as it is spoken, as near to two words; compounds with and without these
FORMS = "intergritas laporran tahunini nenteng seoang didesa-desa kkeputusan-seoang".split()


@examples(10)
@given(st.lists(st.lists(slips() | st.sampled_from(FORMS), min_size=1, max_size=2), max_size=8))
@example([[form] for form in FORMS])
def test_certain_suggestions_asked_for_alone_are_those_among_all(parts: list[list[str]]) -> None:
    forms = ["-".join(part) for part in parts]
    certain = {form: hint for form, hint in suggestions(forms).items() if hint.certain}
    assert suggestions(forms, certain=True) == certain


@pytest.mark.parametrize("least", [5, 9, 12])
def test_rarer_forms_are_left_out_where_frequent_ones_are_wanted(least: int) -> None:
    found = near(["penyelengara", "kebijakn", "pelayann"], 2, least)
    levels = [data.targets()[other] for others in found.values() for other, _ in others]
    assert levels
    assert min(levels) >= least
