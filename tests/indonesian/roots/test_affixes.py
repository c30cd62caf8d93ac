"""Affixes: every reading, and none that the language does not allow."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kpu_corpus.indonesian.roots import affixes

ROOTS = ["pilih", "tulis", "sapu", "kawal", "ajar", "buka", "rasa", "nilai", "cek", "sesuai"]


def readings(word: str, lexicon: set[str]) -> set[tuple[str, str]]:
    names = set()
    for root, prefix, suffix in affixes.candidates(word, lexicon):
        names.add(
            (root, "+".join(affixes.prefixes()[prefix].chain) + affixes.suffixes()[suffix].core)
        )
    return names


@pytest.mark.parametrize(
    ("word", "root", "affix"),
    [
        ("memilih", "pilih", "meN-"),
        ("menulis", "tulis", "meN-"),
        ("menyapu", "sapu", "meN-"),
        ("mengawal", "kawal", "meN-"),
        ("mengecek", "cek", "meN-"),
        ("mengklik", "klik", "meN-"),
        ("pembelajaran", "ajar", "peN-+ber--an"),
        ("dipelajari", "ajar", "di-+per--i"),
        ("keterbukaan", "buka", "ke-+ter--an"),
        ("perasaan", "rasa", "per--an"),
        ("ketidaksesuaian", "sesuai", "ke-+tidak--an"),
    ],
)
def test_the_nasal_and_r_changes_are_undone(word: str, root: str, affix: str) -> None:
    assert (root, affix) in readings(word, {*ROOTS, "klik"})


def test_both_roots_of_an_ambiguous_form_are_found() -> None:
    assert {root for root, _ in readings("mengawal", {"awal", "kawal"})} == {"awal", "kawal"}


def test_bel_is_a_prefix_before_ajar_alone() -> None:
    assert readings("belalang", {"alang"}) == set()


def test_nothing_is_found_without_a_known_root() -> None:
    assert affixes.candidates("memilih", set()) == []


@given(st.sampled_from(ROOTS), st.sampled_from(["di", "se", "ku", "kau"]), st.integers(0, 79))
def test_a_root_is_found_again_under_any_suffix_string(root: str, prefix: str, number: int) -> None:
    suffix = affixes.suffixes()[number]
    word = prefix + root + "".join(suffix).replace("-", "")
    assert root in {found for found, _, _ in affixes.candidates(word, {root})}


@given(
    st.text("abcdefghijklmnopqrstuvwxyz-' 1", max_size=30)
    | st.tuples(
        st.sampled_from(["", "me", "mem", "men", "di", "ke", "ber", "per", "diper"]),
        st.sampled_from([*ROOTS, "milih", "nulis", "ngecek"]),
        st.sampled_from(["", "i", "kan", "an", "nya", "kannya", "lah", "-ku", "x"]),
    ).map("".join)
)
def test_of_any_string_only_known_roots_are_candidates(word: str) -> None:
    assert {root for root, _, _ in affixes.candidates(word, set(ROOTS))} <= set(ROOTS)


@given(
    st.text("abegiklmnprstuy", max_size=6), st.sampled_from(ROOTS), st.text("kanyilh", max_size=5)
)
def test_every_prefix_of_the_table_is_tried_on_what_each_ending_leaves(
    head: str, root: str, end: str
) -> None:
    word = head + root + end
    stems = [
        (word[: len(word) - cut], number)
        for cut, number in [(0, 0), *affixes.suffixes_of(word, affixes.suffix_table())]
    ]
    every = [
        (given + stem[strip:], prefix, number)
        for stem, number in stems
        for key, entries in affixes.prefix_table().items()
        if stem.startswith(key)
        for strip, given, prefix in entries
    ]
    bare = [(stem, 0, number) for stem, number in stems]
    wanted = {reading for reading in every + bare if reading[0] in ROOTS}
    assert set(affixes.candidates(word, set(ROOTS))) == wanted


@example("tanamlah")
@given(st.text("kanmuyilhtp", max_size=12))
def test_every_suffix_string_that_leaves_two_letters_is_found(word: str) -> None:
    table = affixes.suffix_table()
    wanted = [(n, table[word[-n:]]) for n in range(1, len(word) - 1) if word[-n:] in table]
    assert affixes.suffixes_of(word, table) == wanted
