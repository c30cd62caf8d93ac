"""What every public function does with arguments that it cannot use: one sentence of its own."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.errors import InvalidArgument, SourceNotFound

TEXT = "Kami menjaga integritas dan melayani pemilih. "
CODED = pd.DataFrame({"id": ["a#1"], "integritas": [1]})
NEEDED = {"path": "hasil.html", "coded": CODED} | dict.fromkeys(
    ("theme", "query", "queries", "term"), "integritas"
)
# Values of which one alone compares itself with a word without an error of its own.
VALUES = (pd.Series(["a", "b"]), np.array([1.0, 2.0]), np.array([]), pd.NA, ["words"], None, 3)
CHOSEN: dict[str, Callable[[kc.Tokens, Any], object]] = {
    "what": lambda t, v: kc.concordance(t, "kami", what=v),
    "sort": lambda t, v: kc.concordance(t, "kami", sort=v),
    "unit": lambda t, v: kc.topics(t, unit=v),
    "weighting": lambda t, v: kc.keywords(t, weighting=v),
    "lang": lambda t, v: kc.explain(t, lang=v),
    "duplicates": lambda t, v: kc.load({"a": TEXT}, duplicates=v),
    "roots": lambda t, v: kc.preprocess(t.corpus, roots=v),
    "theme": lambda t, v: kc.suggest(t, v),
    "to": lambda t, v: kc.export(t, "hasil", to=v),
}


def _keywords(function: Any) -> dict[str, Any]:
    return getattr(function, "__kwdefaults__", None) or {}


@pytest.fixture(scope="module")
def tokens() -> kc.Tokens:
    return kc.preprocess(kc.load({"a": TEXT * 12, "b": TEXT * 12}))


@pytest.mark.parametrize("name", CHOSEN)
def test_a_word_of_a_few_is_no_table_array_or_missing_value(name: str, tokens: kc.Tokens) -> None:
    for value in VALUES:
        with pytest.raises(InvalidArgument, match=f"^{name}="):
            CHOSEN[name](tokens, value)


@pytest.mark.parametrize("by", ["autor", "", 3, ["author"], None])
def test_what_is_no_column_of_the_essays_is_told_in_the_same_words_everywhere(
    by: Any, tokens: kc.Tokens
) -> None:
    functions = (kc.compare, kc.clusters, kc.similarity)
    if by is not None:  # all essays together
        functions += (kc.coverage, kc.keyness, kc.keywords, kc.profile, kc.themes)
    told = set()
    for function in functions:
        with pytest.raises(InvalidArgument, match=r"^by[ =]") as error:
            function(tokens, by=by)
        told.add((error.value.text("id").split(";")[0], str(error.value).split(";")[0]))
    assert len(told) == 1


@pytest.mark.parametrize("name", [n for n in kc.__all__ if "lexicon" in _keywords(getattr(kc, n))])
def test_a_lexicon_that_does_not_exist_is_told_where_it_can_be_given(
    name: str, tokens: kc.Tokens, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    function = getattr(kc, name)
    given = {key: NEEDED[key] for key in inspect.signature(function).parameters if key in NEEDED}
    if name in ("compare", "concordance", "collocates", "positions"):  # for their themes alone
        given |= {"what": "themes" if name == "compare" else "theme"}
    suffix = {"bundle": ".zip", "coding_sheet": ".xlsx"}.get(name, ".html")
    given |= dict.fromkeys(("by", "when", "pairs"), "essay") if name == "changes" else {}
    given |= {"path": f"hasil{suffix}"} if "path" in given else {}
    if name == "stream":
        pd.DataFrame({"id": ["a"], "text": [TEXT]}).to_json("a.jsonl", orient="records", lines=True)
        given = {"path": "a.jsonl", "out": "hasil"}
    else:
        given[next(iter(inspect.signature(function).parameters))] = tokens
    with pytest.raises(SourceNotFound, match=r"tidakada\.toml"):
        function(**given, lexicon="tidakada.toml")
    assert "SourceNotFound" in (function.__doc__ or "")


@pytest.mark.parametrize("given", [{"kami": 1}, pd.DataFrame({"kami": [1]})])
def test_keys_and_headings_are_no_list_of_words(given: Any, tokens: kc.Tokens) -> None:
    for name, call in (
        ("queries", lambda: kc.positions(tokens, given)),
        ("exclude", lambda: kc.similarity(tokens, exclude=given)),
        ("stops", lambda: kc.preprocess(tokens.corpus, stops=given)),
        ("themes", lambda: kc.evidence(tokens, themes=given)),
    ):
        with pytest.raises(InvalidArgument, match=f"^{name}="):
            call()
    with pytest.raises(InvalidArgument, match="expected essay ids or values of the column by"):
        kc.compare(tokens, a=given)


def test_places_of_other_texts_are_not_shown(tokens: kc.Tokens) -> None:
    places = kc.evidence(tokens)
    assert "[integritas]" in str(kc.show(tokens, places))
    for wrong in ({"start": -5}, {"end": 9_999}, {"start": float("nan")}, {"start": "3"}):
        with pytest.raises(InvalidArgument, match="row 1 of the table names"):
            kc.show(tokens, places.assign(**wrong))
    older = kc.load({"a": "Sekarang " + TEXT, "b": TEXT})
    with pytest.raises(InvalidArgument, match="its text differs"):
        kc.show(older, places)


def test_groups_of_another_corpus_are_not_published() -> None:
    texts = dict.fromkeys("abcdef", TEXT)
    about = pd.DataFrame({"essay": [*"abcdef"], "kelas": ["pagi"] * 6})
    corpus = kc.load(texts, metadata=about)
    other = kc.load(texts, metadata=about.assign(kelas=["pagi"] * 5 + ["sore"]))
    assert len(kc.suppress(kc.themes(corpus, by="kelas"), corpus, by="kelas")) == 10
    with pytest.raises(InvalidArgument, match="has 'sore', which is not in the corpus"):
        kc.suppress(kc.themes(other, by="kelas"), corpus, by="kelas")


def test_what_is_no_chart_is_neither_drawn_nor_saved(tokens: kc.Tokens) -> None:
    for write in (kc.charts.svg, kc.charts.png, lambda made: kc.charts.save(made, "tema.svg")):
        with pytest.raises(InvalidArgument, match="got DataFrame; expected a chart"):
            write(kc.themes(tokens))


def test_no_texts_are_told_as_such() -> None:
    with pytest.raises(InvalidArgument, match="the list of texts is empty"):
        kc.TermVectorizer().fit([])


def test_a_width_beyond_every_text_shows_the_whole_body(tokens: kc.Tokens) -> None:
    left = kc.concordance(tokens, "integritas", width=10**12)["left"]
    assert left.tolist()[11] == TEXT * 11 + "Kami menjaga "


@pytest.mark.parametrize(
    "call",
    [
        lambda t, a: kc.compare(t, a=a),
        lambda t, a: kc.compare(t, a="a", b=a),
        lambda _, a: kc.load(a),
        lambda t, a: t.corpus.select(a),
    ],
)
def test_an_array_of_no_dimension_is_no_list(call: Any, tokens: kc.Tokens) -> None:
    with pytest.raises(InvalidArgument):
        call(tokens, np.array(3))


@pytest.mark.parametrize("value", [pd.NA, pd.Series(["essay", "a"]), np.array([1, 2]), None, 3])
def test_a_column_is_asked_for_by_a_string(value: Any, tokens: kc.Tokens) -> None:
    with pytest.raises(InvalidArgument, match=r"^column="):
        tokens.corpus.column(value)
    with pytest.raises(InvalidArgument, match=r"^rows="):
        kc.charts.dispersion(kc.evidence(tokens), rows=value)


def test_tables_of_another_library_are_told_from_those_of_pandas(
    tokens: kc.Tokens, tmp_path: Any
) -> None:
    arrow = pytest.importorskip("pyarrow").table({"essay": ["a"], "start": [0], "end": [4]})
    for call, told in (
        (lambda: kc.load(tokens.corpus, metadata=tokens.corpus), "metadata got Corpus"),
        (lambda: kc.explorer(tokens, tmp_path / "j.html", passages=arrow), "passages got Table"),
        (lambda: kc.show(tokens, arrow), "got pyarrow.Table; expected a table of this library"),
        (lambda: kc.show(tokens, tokens.corpus), "got kpu_corpus.Corpus; expected"),
        (lambda: kc.charts.themes(arrow), "got pyarrow.Table; expected"),
        (lambda: kc.positions(tokens, tokens.frame), "queries=DataFrame; expected a string"),
    ):
        with pytest.raises(InvalidArgument, match=told):
            call()


def test_names_to_show_are_strings(tokens: kc.Tokens) -> None:
    with pytest.raises(InvalidArgument, match=r"names got \['jujur'\]"):
        kc.show(tokens, kc.themes(tokens), names={"integritas": ["jujur"]})  # type: ignore[dict-item]


def test_a_path_that_no_system_can_write_is_told_in_letters_that_a_terminal_can_show(
    tokens: kc.Tokens, tmp_path: Any
) -> None:
    with pytest.raises(InvalidArgument, match="path="):
        kc.report(tokens, f"{tmp_path}/lap\ud800.html")
    with pytest.raises(SourceNotFound) as told:
        kc.validate(tokens, f"{tmp_path}/kode\ud800.xlsx")
    assert str(told.value).encode()
