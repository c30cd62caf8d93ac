"""Essays mostly in another language: told of, no share of theirs is sure, no words of grammar."""

import warnings
from collections.abc import Callable

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.errors import ForeignEssays

ENGLISH = (
    "When I joined the commission, my friends asked me why I did not choose a bank. I told them "
    "that elections are the only day when a president and a farmer have the same power. That day "
    "must be protected by honest people. She was tired, but she did not go home. Slogans are not "
    "for her. We saw the office at night. They were ready to learn. It was late. He agreed. "
    "The program was new. Kami menjaga integritas."
)
INDONESIAN = "Kami menjaga integritas di kantor ini setiap hari dengan jujur. " * 12


@pytest.fixture(scope="module")
def tokens() -> kc.Tokens:
    return kc.preprocess(kc.load({"asing": ENGLISH, "sendiri": INDONESIAN}))


def test_no_share_of_an_essay_in_another_language_is_sure(tokens: kc.Tokens) -> None:
    with pytest.warns(ForeignEssays, match="1 of them: 'asing'"):
        table = kc.themes(tokens)
    sure = table.groupby("essay")["enough"].all()
    assert sure.to_dict() == {"asing": False, "sendiri": True}
    assert (table.loc[table["essay"] == "asing", "units"] >= 10).all()


def test_the_warning_comes_once() -> None:
    made = kc.preprocess(kc.load({"asing": ENGLISH}))
    with pytest.warns(ForeignEssays):
        kc.themes(made)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        kc.keywords(made)


@pytest.mark.parametrize(
    "made",
    [kc.themes, kc.compare, kc.keyness, kc.similarity, kc.clusters, kc.profile],
    ids=lambda f: f.__name__,
)
def test_tables_that_hold_essays_side_by_side_name_those_in_another_language(
    made: Callable[[kc.Tokens], pd.DataFrame],
) -> None:
    tokens = kc.preprocess(kc.load({"asing": ENGLISH, "satu": INDONESIAN, "dua": INDONESIAN}))
    with pytest.warns(ForeignEssays, match="do not compare") as told:
        made(tokens)
    assert told[0].filename == __file__


def test_a_group_counts_what_it_can_read() -> None:
    texts = {f"esai{n}": INDONESIAN for n in range(4)} | {"asing": ENGLISH}
    with pytest.warns(ForeignEssays):
        assert not kc.themes(kc.load(texts), by=None)["enough"].any()
    texts["esai4"] = INDONESIAN
    with pytest.warns(ForeignEssays):
        assert kc.themes(kc.load(texts), by=None)["enough"].all()


def test_words_of_english_grammar_are_no_keywords() -> None:
    with pytest.warns(ForeignEssays):
        terms = kc.keywords(kc.load({"asing": ENGLISH}), ngrams=(1, 1), top=50)["term"]
    assert {"elections", "farmer"} <= set(terms)
    assert not {"the", "when", "that", "not", "she", "was", "did", "are"} & set(terms)


def test_words_of_another_language_are_not_misspelt() -> None:
    assert kc.spelling(kc.load({"asing": ENGLISH})).empty
    assert list(kc.spelling(kc.load({"a": "Kami menjaga intergritas."}))["surface"]) == [
        "intergritas"
    ]


def test_a_long_passage_in_another_language_is_left_alone_too() -> None:
    passage = ENGLISH.removesuffix("Kami menjaga integritas.")
    table = kc.spelling(kc.load({"a": f"{INDONESIAN}\n\n{passage}\n\n{INDONESIAN} Intergritas."}))
    assert list(table["surface"]) == ["Intergritas"]


def test_a_report_names_the_essays_in_another_language(tmp_path) -> None:  # type: ignore[no-untyped-def]
    made = kc.preprocess(kc.load({"asing": ENGLISH, "sendiri": INDONESIAN}))
    with pytest.warns(ForeignEssays):
        path = kc.report(made, tmp_path / "a.html")
    page = path.read_text(encoding="utf-8")
    assert "Esai 1 sebagian besar berbahasa asing" in page
    assert "Terlalu sedikit teks di" not in page
