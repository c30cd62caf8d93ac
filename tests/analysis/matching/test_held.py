from __future__ import annotations

import numpy as np
import pytest

import kpu_corpus as kc
from kpu_corpus.analysis.lexicon import Pattern, load_lexicon
from kpu_corpus.analysis.matching.held import held
from kpu_corpus.analysis.matching.patterns import Matcher
from kpu_corpus.analysis.matching.plans import Asked, made

TEXT = (
    "Kode etik (KE) kami taati. Pengembangan kompetensi (bangkom) itu perlu. Pajak penghasilan "
    "(PPh) dipungut tanpa suap. Kami menaati kode etik dan pengembangan kompetensi. "
)


def asked(*match: str, without: tuple[str, ...] = ()) -> Asked:
    return Asked((Pattern(("=jujur",)), Pattern(match, without=without)), (), "own")


@pytest.mark.parametrize(
    ("match", "unit", "rows"),
    [
        ("taat ..2 =kode =etik", "kode etik", [1]),
        ("kode|aturan etik|moral", "kode etik", [1]),
        ("=kode ..1 =etik", "kode etik", []),  # forms with a gap: not one after the other
        ("kode ..1 etik", "kode etik", [1]),
        ("taat kod* et*", "kode etik", [1]),
        ("=etik =kode", "kode etik", []),
        ("=kode", "kode etik", []),
        ("=kode =etik", "kode etik pegawai", []),
    ],
)
def test_a_unit_is_held_where_its_words_stand_one_after_the_other(
    match: str, unit: str, rows: list[int]
) -> None:
    assert held(asked(match), (unit,)).patterns.tolist() == rows


def test_a_unit_in_what_may_not_stand_near_is_held_too() -> None:
    wanted = asked("=taat", without=("=kode =etik",))
    assert held(wanted, ("kode etik", "pajak penghasilan")).units == ("kode etik",)
    assert held(wanted, ("kode etik",)).patterns.tolist() == [1]


def test_words_of_two_phrases_are_no_unit() -> None:
    assert not held(asked("=kami =kode", "=etik =kami"), ("kode etik",)).units


def test_reading_some_patterns_anew_finds_what_reading_all_does() -> None:
    tokens = kc.preprocess(kc.load({"a": TEXT}))
    lexicon = load_lexicon()
    matcher = Matcher(tokens, lexicon)
    some = lexicon.every[::4]
    found = matcher.find_all(some)
    units = tuple(sorted(tokens.defined))
    asked = Asked.whole(lexicon)._replace(patterns=some)
    assert held(asked, units).units
    whole = matcher._found(made(asked._replace(phrases=units)))
    places = [np.unique(np.stack(each, axis=1), axis=0).tolist() for each in (found, whole)]
    assert places[0] == places[1]
    assert len(places[0])
