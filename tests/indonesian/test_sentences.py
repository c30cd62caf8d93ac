"""Units tile the text, no token crosses a unit, and Indonesian prose is cut where it should be."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kpu_corpus.indonesian.sentences import sentences
from kpu_corpus.indonesian.words import words

FRAGMENTS = st.sampled_from(
    """Kami|kita siap|bangsa.Kami|. |.|, |: |\n|\n\n| *|• |1. |a. |(1) |" |"|“|”|’|...|…| |\xa0|\u200b
    |no. 20|dll. |S.H.|, M.Si. |A. Yani|Prof. |725.663|16,5%|kpu.go.id|Rp.5.000|e.g. |? |!|?! |- 
    | – |Salam Demokrasi|*Etika Kerja yang Baik Etika kerja|\u00ad|\u0301|#tag|@kpu|a@b.id|;|)|(
    |hal. |5|no.|Undang–Undang|/|golongan A.|PT. |\r\n|\t|😀|د. |。|i.|A.|Tb.|dgn. """.split("|")
)
TEXTS = st.one_of(st.text(), st.lists(FRAGMENTS, max_size=40).map("".join))


def visible(char: str) -> bool:
    hidden = "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\ufeff"
    return not (
        char.isspace()
        or char in hidden
        or "\u202a" <= char <= "\u202e"
        or "\u2060" <= char <= "\u2064"
    )


@settings(max_examples=400, deadline=None)
@given(TEXTS)
@example("a.b\u0301.C")
def test_units_hold_every_visible_character_once(text: str) -> None:
    units = sentences(text)
    covered = [False] * len(text)
    position = 0
    for start, end, _ in units:
        assert position <= start < end <= len(text)
        assert visible(text[start])
        assert visible(text[end - 1])
        covered[start:end] = [True] * (end - start)
        position = end
    assert all(covered[i] for i, char in enumerate(text) if visible(char))


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_no_token_crosses_a_unit(text: str) -> None:
    inside = [token for unit in sentences(text) for token in words(text, unit.start, unit.end)]
    assert inside == words(text)


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.integers(0, 20), st.integers(0, 60))
def test_a_slice_is_cut_without_looking_outside(text: str, start: int, size: int) -> None:
    end = min(len(text), start + size)
    start = min(start, end)
    for unit in sentences(text, start, end):
        assert start <= unit.start < unit.end <= end
