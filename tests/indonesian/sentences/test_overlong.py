"""Text in which no sentence ends for long: cut into portions, each a unit."""

import re

import pytest

from kpu_corpus.indonesian.sentences.overlong import LONGEST_UNIT, PORTION_WORDS, portions
from kpu_corpus.indonesian.sentences.sentences import sentences
from kpu_corpus.indonesian.words import words

SAID = "kami datang pagi ke kantor karena warga menunggu, lalu kami melayani mereka dengan jujur "


def seen(text: str) -> str:
    return re.sub(r"[\s\u200b]+", "", text)


@pytest.mark.parametrize(
    "text",
    [
        SAID * 40,
        SAID.replace(" ", "\u200b \u00a0") * 40,
        SAID.replace(" ", ",") * 40,
        "jujur- dan (adil) " * 200,
        "“jujur” " * 400,
        "x" * 3000 + " jujur" * 60,
        "jujur" + " -" * 3000 + " adil",
        "% " * 1500,
    ],
)
def test_portions_hold_all_that_is_seen_and_cut_no_word(text: str) -> None:
    found = portions(text, 0, len(text))
    sizes = [len(words(text, *place)) for place in found]
    assert seen("".join(text[slice(*place)] for place in found)) == seen(text)
    assert [word for place in found for word in words(text, *place)] == words(text)
    assert max(sizes[:-1], default=0) <= PORTION_WORDS
    assert sizes[-1] <= 1.5 * PORTION_WORDS


@pytest.mark.parametrize(("more", "cut"), [(0, False), (1, True)])
def test_only_what_is_longer_than_any_sentence_is_cut(more: int, cut: bool) -> None:
    text = "x" * more + (SAID * 40)[:LONGEST_UNIT]
    assert text[-1] != " "
    assert (len(sentences(text)) > 1) == cut


def test_a_portion_ends_at_a_pause_or_before_a_clause_if_there_is_one() -> None:
    text = (SAID * 40).strip()
    ends = [text[unit.start : unit.end].split()[-1] for unit in sentences(text)]
    assert {*ends[:-1]} <= {"kantor", "menunggu,"}
    plain = "kami menjaga suara rakyat dengan jujur dan adil di kantor yang kecil itu " * 40
    assert len(words(plain, *sentences(plain)[0][:2])) == PORTION_WORDS


@pytest.mark.parametrize(
    ("said", "end"),
    [
        ("kami jujur! kami adil! ", "!"),
        ("kami jujur ... kami adil ... ", "..."),
        ("(1) menjaga integritas dalam tahapan; (2) menjaga netralitas; ", ";"),
    ],
)
def test_a_portion_ends_at_marks_that_end_no_sentence_and_keeps_labels(said: str, end: str) -> None:
    text = said * 100
    assert all(text[slice(*place)].endswith(end) for place in portions(text, 0, len(text)))


def test_the_sentences_around_an_overlong_one_stay_whole() -> None:
    text = f"Kami siap. {SAID * 40}kami pulang. Kami senang."
    units = [text[unit.start : unit.end] for unit in sentences(text)]
    assert units[0] == "Kami siap."
    assert units[-1] == "Kami senang."
    assert len(units) > 20
