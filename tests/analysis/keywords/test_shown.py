"""Keywords as a report lists them: words that the essay has, no word beside its phrase."""

import pandas as pd
import pytest
from tests.ways import numpy_alone

import kpu_corpus as kc
from kpu_corpus.analysis.keywords.shown import keywords_in_own_forms
from kpu_corpus.tokens import Tokens

TEXTS = {
    "a": "Sekian dan terimakasih. Pikiran saya jernih, pikiran kami jernih.",
    "b": "Dia berpikir keras. Dia berpikir lama. Dia suka berpikir. Kasih ibu lebih.",
    "c": "Ucapan terima kasih disampaikan.",
}


@pytest.fixture(scope="module")
def tokens() -> Tokens:
    units = pd.DataFrame({"essay": ["a", "b", "c"], "unit": ["x", "y", "x"]})
    return kc.preprocess(kc.load(TEXTS, metadata=units))


def forms(tokens: Tokens, by: str | None) -> dict[tuple[str, str], str]:
    table = keywords_in_own_forms(tokens, top=10, by=by)
    return dict(
        zip(zip(table.iloc[:, 0], table["term"], strict=True), table["display"], strict=True)
    )


def test_an_essay_is_shown_its_own_form_not_that_of_the_corpus(tokens: Tokens) -> None:
    found = forms(tokens, "essay")
    assert found["a", "pikir"] == "pikiran"
    assert found["b", "pikir"] == "berpikir"
    usual = kc.keywords(tokens)
    assert set(usual.loc[usual["term"] == "pikir", "display"]) == {"berpikir"}


def test_a_group_is_shown_its_own_form(tokens: Tokens) -> None:
    found = forms(tokens, "unit")
    assert (found["x", "pikir"], found["y", "pikir"]) == ("pikiran", "berpikir")


def test_a_word_that_stands_only_inside_a_longer_keyword_is_left_out(tokens: Tokens) -> None:
    found = forms(tokens, "essay")
    assert {"a", "c"} == {essay for essay, term in found if term == "terima kasih"}
    assert {"b"} == {essay for essay, term in found if term == "kasih"}


def test_a_capital_that_only_opens_a_sentence_is_not_shown() -> None:
    texts = {"a": "Jembatan itu besar.", "b": "Warga membangun jembatan. Kami melihat jembatan."}
    assert forms(kc.preprocess(kc.load(texts)), "essay")["a", "jembatan"] == "jembatan"


def test_a_name_that_occurs_once_is_shown_whole() -> None:
    text = "Warga menyambut Sugiri Tri Sancoko di balai. Menurut Lely, Indrawati dan Amos hadir."
    tokens = kc.preprocess(kc.load({"a": f"{text} Hadir pula Yikwa. Jembatan Besar dibangun."}))
    shown = keywords_in_own_forms(tokens, top=20, by="essay")["display"].tolist()
    assert "Sugiri Tri Sancoko" in shown
    assert {"Lely", "Indrawati", "Amos", "Yikwa"} <= {*shown}
    assert {"Sugiri", "Tri", "Sancoko", "Jembatan Besar"}.isdisjoint(shown)


@pytest.mark.parametrize("name", ["Lely Sancoko", "Sancoko Lely"])
def test_no_word_of_a_name_is_shown_beside_it_whichever_is_listed_first(name: str) -> None:
    tokens = kc.preprocess(kc.load({"a": f"Warga menemui {name} kemarin."}))
    shown = keywords_in_own_forms(tokens, top=5, by="essay")["display"]
    assert [form for form in shown if form in name] == [name]


def test_a_short_form_before_a_name_is_no_part_of_it() -> None:
    tokens = kc.preprocess(kc.load({"a": "Warga menemui DPRKX Yikwa kemarin."}))
    shown = keywords_in_own_forms(tokens, top=5, by="essay")["display"]
    assert {"DPRKX", "Yikwa"} <= {*shown}


def test_a_long_name_is_not_shown_in_parts() -> None:
    text = "Warga desa menyambut Slamet Riyadi Santoso Wibowo Kusuma di balai."
    tokens = kc.preprocess(kc.load({"a": text, "b": "Warga desa menjaga balai."}))
    shown = keywords_in_own_forms(tokens, top=20, by="essay")["display"].tolist()
    assert "Slamet Riyadi Santoso Wibowo Kusuma" in shown
    assert not {"Wibowo Kusuma", "Kusuma"} & {*shown}


@pytest.mark.parametrize("by", ["essay", "unit", None])
def test_ranks_run_from_one_without_a_gap(tokens: Tokens, by: str | None) -> None:
    table = keywords_in_own_forms(tokens, top=5, by=by)
    for _, part in table.groupby(table.columns[0], sort=False):
        assert list(part["rank"]) == list(range(1, len(part) + 1))
    assert len(table) <= 5 * table.iloc[:, 0].nunique()


@pytest.mark.parametrize("by", ["essay", "unit", None])
def test_every_form_stands_in_its_text(tokens: Tokens, by: str | None) -> None:
    essays = tokens.corpus.essays
    for group, form in keywords_in_own_forms(tokens, top=10, by=by).iloc[:, [0, 3]].values.tolist():
        inside = essays if by is None else essays[essays[by] == group]
        assert any(form.lower() in TEXTS[name].lower() for name in inside["essay"])


def test_without_the_compiled_part_the_list_is_the_same(tokens: Tokens) -> None:
    with_it = keywords_in_own_forms(tokens, top=10, by="essay")
    with numpy_alone():
        pd.testing.assert_frame_equal(keywords_in_own_forms(tokens, top=10, by="essay"), with_it)


def test_a_corpus_without_words_has_no_keywords() -> None:
    assert keywords_in_own_forms(kc.preprocess(kc.load({"a": "."})), top=10, by="essay").empty
