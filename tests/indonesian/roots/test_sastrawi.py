"""The exact mode gives what the installed PySastrawi gives."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpu_corpus.errors import MissingExtra
from kpu_corpus.indonesian.roots import sastrawi


def words(text: str) -> list[str]:
    return text.split()


PREFIXES = words(
    "di ke se me mem men meng meny pe pem pen peng peny per ber be ter te ku kau bel pel "
    "memper diper keber berke menge penge"
)
SUFFIXES = words("kan an i nya ku mu lah kah tah pun isasi isme is kannya annya -nya -ku nyalah")
STEMS = words(
    "pilih ajar kerja ubah serah lari rasa makan tampak sesak wujud erti ketahui timbang adil "
    "nilai milu ting dar rawan tega rusa gerigi kerja pakai sinar tulis sapu nyanyi anak dia ada"
)


@cache
def stemmer() -> Any:
    factory = pytest.importorskip("Sastrawi.Stemmer.StemmerFactory")
    return factory.StemmerFactory().create_stemmer()


WORDS = words(
    "pemilu kepemiluan belajarlah berkepentingan sekedar relawan penegakan kerusakan Maluku Bali "
    "dipertanggungjawabkan ketidaknetralan menindaklanjuti memitigasi tampakkan belajar pelajar "
    "nilai-nilai bersama-sama buku-buku-nya meniru-nirukan berbalas-balasan mu-mu-ku a--b - kan an "
    "se dia di perempuan pengeluhan pengimbuhan penyanyi terperuk terserah berserak tebersit "
    "mempengaruhi memproteksi memnyapu sesakkan tampakkanlah kaubaca kuambil gerigi telunjuk "
    "perdaerahan memkritik"
)


@pytest.mark.parametrize("word", [*WORDS, "a/b c", "Éa", "  dua kata ", "jum'at", "4.000", "ſaya"])
def test_real_words_get_the_same_answer(word: str) -> None:
    assert sastrawi.root(word) == stemmer().stem(word)


affixed = st.builds(
    lambda before, stem, after: "".join([*before, stem, *after]),
    st.lists(st.sampled_from(PREFIXES), max_size=3),
    st.sampled_from(STEMS),
    st.lists(st.sampled_from(SUFFIXES), max_size=3),
)


@given(affixed)
def test_affixed_words_get_the_same_answer(word: str) -> None:
    assert sastrawi.root(word) == stemmer().stem(word)


@given(affixed, affixed, st.sampled_from(["", "-nya", "-ku", "-lah"]))
def test_hyphened_words_get_the_same_answer(first: str, second: str, clitic: str) -> None:
    word = f"{first}-{second}{clitic}"
    assert sastrawi.root(word) == stemmer().stem(word)


@given(st.text("aeiourtnmpbkgsdjlwy-", min_size=1, max_size=14))
def test_letter_salad_gets_the_same_answer(word: str) -> None:
    assert sastrawi.root(word) == stemmer().stem(word)


def test_a_missing_package_is_named_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sastrawi, "find_spec", lambda name: None)
    sastrawi.listed_roots.cache_clear()
    with pytest.raises(MissingExtra, match="pip install PySastrawi"):
        sastrawi.root("memilih")
    sastrawi.listed_roots.cache_clear()
