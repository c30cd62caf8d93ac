"""How much two texts have in common: runs of equal words, words that passages cover."""

import pytest

import kpu_corpus as kc
from kpu_corpus.analysis.reuse.overlap import Run, covered, longest_run, same_wording

SAID = (
    "setiap pegawai wajib menjaga integritas serta menolak hadiah dari peserta pemilu "
    "di setiap tahapan sejak pendaftaran"
)
RAIN = "Hujan turun sejak pagi dan jalan ke pasar kembali tergenang air sampai malam."


def test_the_run_is_where_it_stands_in_each_text() -> None:
    a, b = "Lalu: jaga suara, rakyat!", "Kami akan JAGA SUARA rakyat."
    found = longest_run(a, b)
    assert found.words == 3
    assert a[slice(*found.a)] == "jaga suara, rakyat"
    assert b[slice(*found.b)] == "JAGA SUARA rakyat"


@pytest.mark.parametrize(("a", "b"), [("", ""), ("Kami.", ""), ("Kami hadir.", "Mereka pulang.")])
def test_texts_without_a_common_word_have_no_run(a: str, b: str) -> None:
    assert longest_run(a, b) == Run(0, (0, 0), (0, 0))


def test_words_are_compared_whole() -> None:
    assert longest_run("undang-undang itu", "undang undang itu").words == 1


def test_the_shorter_essay_is_the_one_that_passages_cover() -> None:
    short, long = f"{SAID.capitalize()}. Kami hadir.", f"{RAIN} {SAID.capitalize()}. {RAIN}"
    tokens = kc.preprocess(kc.load({"a": long, "b": short, "c": RAIN.replace("pagi", "sore")}))
    table = kc.shared_passages(tokens)
    pair = table[(table["essay_a"] == "a") & (table["essay_b"] == "b")]
    assert len(pair) == 1
    words = len(SAID.split())
    assert covered(tokens, pair) == {("a", "b"): words / (words + 2)}
    assert covered(tokens, table.head(0)) == {}


def test_the_words_of_a_reworded_passage_are_not_all_in_the_other_essay() -> None:
    reworded = SAID.replace("wajib menjaga", "harus merawat").replace("hadiah", "amplop")
    tokens = kc.preprocess(kc.load({"a": SAID, "b": reworded, "c": RAIN}))
    table = kc.shared_passages(tokens)
    (alike,) = table["similarity"]
    assert 0 < alike < 1
    assert table["words"].tolist() == [len(SAID.split())]
    assert covered(tokens, table) == {("a", "b"): pytest.approx(alike)}


def test_a_hyphen_that_nobody_sees_makes_no_other_wording() -> None:
    hidden = SAID.replace("integritas", "inte\u00adgritas")
    assert same_wording(SAID, hidden)
    assert longest_run(SAID, hidden).words == len(SAID.split())
