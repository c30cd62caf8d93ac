from itertools import combinations

import pytest

from kpu_corpus.errors import InvalidArgument
from kpu_corpus.indonesian.lists.multiwords import multiwords
from kpu_corpus.indonesian.lists.stopwords import DEFAULT_TIERS, GRAMMATICAL, stopwords

TIERS = (*DEFAULT_TIERS, "domain")


def test_no_tier_holds_a_word_of_negation_or_modality() -> None:
    assert not stopwords(*TIERS) & GRAMMATICAL


@pytest.mark.parametrize(
    "word",
    [
        "masalah",
        "bekerja",
        "penting",
        "mampu",
        "baik",
        "bersama",
        "besar",
        "jujur",
        "sayang",
        "ujaran",
        "ungkapan",
        "pukulan",
        "minggu",
    ],
)
def test_content_words_are_kept(word: str) -> None:
    assert word not in stopwords(*TIERS)


@pytest.mark.parametrize(
    "word",
    [
        *("yang", "kami", "selanjutnya", "dua", "sayangnya", "ujarnya", "tandas", "ketimbang"),
        *("kan", "hehe", "alias", "hal-hal", "sebagainya", "pukul", "rp"),
        *("xviii", "rabu", "agustus", "swt", "wb", "sh", "mh"),
    ],
)
def test_common_grammatical_words_are_stop_words_by_default(word: str) -> None:
    assert word in stopwords()


def test_domain_words_are_stop_words_only_when_named() -> None:
    assert "pegawai" not in stopwords()
    assert "pegawai" in stopwords("function", "domain")


def test_pronouns_can_be_left_out() -> None:
    assert "kami" not in stopwords("function", "discourse", "number_word")


def test_a_word_belongs_to_one_tier() -> None:
    for a, b in combinations(TIERS, 2):
        assert not stopwords(a) & stopwords(b), (a, b)


def test_every_form_is_lower_case_and_one_word_or_a_unit() -> None:
    units = {" ".join(unit.words) for unit in multiwords()}
    for word in stopwords(*TIERS) | GRAMMATICAL:
        assert word == word.lower()
        single = word.removeprefix("di ")  # what is written disamping is read as di samping
        assert single.translate(str.maketrans("", "", "-.'")).isalpha() or (
            word.removesuffix("nya") in units
        )


def test_an_unknown_tier_names_the_nearest_one() -> None:
    with pytest.raises(InvalidArgument, match="Did you mean 'pronoun'"):
        stopwords("pronouns")
