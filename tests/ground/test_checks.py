"""Arguments checked at the call: whole numbers, flags, strings, in every function alike."""

import re
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import InvalidArgument, InvalidLexicon, SourceNotFound
from kpu_corpus.ground.checks import flag, real, string, strings, whole
from kpu_corpus.tokens import Tokens


@pytest.fixture(scope="module")
def few(page: Corpus) -> Tokens:
    return kc.preprocess(page.select(page.ids[:2]))


@pytest.mark.parametrize("value", [3, np.int64(3), np.uint8(3), np.array(3)])
def test_every_whole_number_is_one_and_comes_back_as_pythons(value: Any) -> None:
    assert whole("top", value) == 3
    assert type(whole("top", value)) is int


@pytest.mark.parametrize("value", [True, np.True_, 2.0, "3", None, 0, np.int64(-1), [3]])
def test_nothing_else_is_a_whole_number(value: Any) -> None:
    with pytest.raises(InvalidArgument, match="expected a whole number of at least 1"):
        whole("top", value)


@pytest.mark.parametrize("value", ["no", "yes", 0, 1, None, [], np.int64(1)])
def test_a_flag_is_true_or_false_and_nothing_that_counts_as_one(value: Any) -> None:
    with pytest.raises(InvalidArgument, match="expected True or False"):
        flag("text", value)
    assert flag("text", np.False_) is False


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -1, "x", None, True, [1]])
def test_a_real_number_is_finite_and_in_its_range(value: Any) -> None:
    with pytest.raises(InvalidArgument, match="at least 0"):
        real("threshold", value, "not_negative")
    assert real("threshold", np.float64(2.5), "not_negative") == 2.5


@pytest.mark.parametrize("value", [3, None, ["a", 3], {"a": 1}.items()])
def test_several_strings_are_strings(value: Any) -> None:
    with pytest.raises(InvalidArgument, match="expected a string or a list of strings"):
        strings("themes", value)
    with pytest.raises(InvalidArgument, match="expected a string"):
        string("by", value)


def test_texts_are_not_written_unless_true_says_so(tokens: Tokens, tmp_path: Path) -> None:
    with pytest.raises(InvalidArgument, match="text='no'; expected True or False"):
        kc.explorer(tokens, tmp_path / "jelajah.html", text="no")  # type: ignore[arg-type]
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda t: kc.preprocess(t.corpus, spelling="yes"), "spelling"),
        (lambda t: kc.TermVectorizer(spelling="yes").fit(["Kami hadir."]), "spelling"),
        (lambda t: kc.keywords(t, titles="yes"), "titles"),
        (lambda t: kc.keyness(t, titles="yes"), "titles"),
    ],
)
def test_no_function_takes_a_word_for_true(tokens: Tokens, call: Any, name: str) -> None:
    with pytest.raises(InvalidArgument, match=f"{name}='yes'; expected True or False"):
        call(tokens)


def test_numbers_and_lists_of_numpy_and_json_give_the_same_tables(few: Tokens) -> None:
    three: Any = np.int64(3)
    pair: Any = [np.int64(1), 2]
    two = (1, 2)
    pairs = [
        (kc.keywords(few, top=three, ngrams=pair), kc.keywords(few, top=3, ngrams=two)),
        (kc.keyness(few, min_count=three), kc.keyness(few, min_count=3)),
        (kc.collocations(few, min_count=three), kc.collocations(few, min_count=3)),
        (
            kc.dispersion(few, top=three, ngrams=pair),
            kc.dispersion(few, top=3, ngrams=two),
        ),
        (kc.similarity(few, top=three), kc.similarity(few, top=3)),
        (kc.templates(few, min_words=three), kc.templates(few, min_words=3)),
    ]
    for ours, same in pairs:
        pd.testing.assert_frame_equal(ours, same)
        assert kc.same(kc.manifest(ours), kc.manifest(same)) == {}


@pytest.mark.parametrize("seed", ["a", 1.5, -1, True])
def test_a_seed_is_a_whole_number(tokens: Tokens, seed: Any, tmp_path: Path) -> None:
    with pytest.raises(InvalidArgument, match="seed="):
        kc.keywords(tokens, resamples=5, seed=seed)
    with pytest.raises(InvalidArgument, match="seed="):
        kc.topics(tokens, seed=seed)
    with pytest.raises(InvalidArgument, match="seed="):
        kc.coding_sheet(tokens, tmp_path / "lembar.xlsx", seed=seed)


def test_a_table_of_roots_is_refused_with_the_word_that_a_function_is_taken() -> None:
    with pytest.raises(InvalidArgument, match=r"ranked, sastrawi, or a function\."):
        kc.root("menjaga", roots={"menjaga": "jaga"})  # type: ignore[arg-type]


@pytest.mark.parametrize("answer", [None, "", " ", 3, ["jaga"]])
def test_a_function_that_gives_no_root_is_told_with_the_word(answer: Any) -> None:
    corpus = kc.load({"a": "Kami menjaga integritas."})
    with pytest.raises(InvalidArgument, match=r"roots\('\w+'\) returned .*expected the root"):
        kc.preprocess(corpus, roots=lambda word: answer)
    with pytest.raises(InvalidArgument, match=r"roots\('menjaga'\) returned"):
        kc.root("menjaga", roots=lambda word: answer)


@pytest.mark.parametrize(
    ("weighting", "message"),
    [
        (lambda matrix: None, "returned NoneType; expected a scipy matrix or a numpy array"),
        (lambda matrix: [1, 2], "returned list"),
        (lambda matrix: matrix.counts.T, r"returned cs._matrix \("),
        (lambda matrix: matrix.counts * np.nan, "not finite"),
        (lambda matrix: matrix.counts.toarray().astype(str), "not finite"),
        (["tfidf"], r"weighting=\['tfidf'\] is not known.*salience, tfidf, or a function\."),
    ],
)
def test_a_weighting_returns_numbers_in_the_shape_of_the_counts(
    tokens: Tokens, weighting: Any, message: str
) -> None:
    with pytest.raises(InvalidArgument, match=message):
        kc.keywords(tokens, weighting=weighting)


def test_a_weighting_may_return_a_dense_array(tokens: Tokens) -> None:
    dense = kc.keywords(tokens, weighting=lambda matrix: matrix.counts.toarray())
    pd.testing.assert_frame_equal(dense, kc.keywords(tokens, weighting="count"))


TABLES = (
    *(kc.acronyms, kc.clusters, kc.collocations, kc.dispersion, kc.duplicates, kc.evidence),
    *(kc.explain, kc.keyness, kc.keywords, kc.network, kc.profile, kc.sensitivity),
    *(kc.shared_passages, kc.similarity, kc.spelling, kc.templates, kc.theme_network, kc.themes),
)


@pytest.mark.filterwarnings("ignore::kpu_corpus.errors.KpuCorpusWarning")
@pytest.mark.parametrize("call", TABLES, ids=lambda call: call.__name__)
def test_no_essays_give_the_same_columns_as_some(call: Any, few: Tokens) -> None:
    none, some = call(few.corpus.select([])), call(few)
    assert none.dtypes.astype(str).to_dict() == some.dtypes.astype(str).to_dict()


def test_texts_without_words_give_empty_tables() -> None:
    corpus = kc.load({"a": "123 456.", "b": "--- 99"})
    for call, same in ((kc.similarity, "essay_a"), (kc.clusters, "essay")):
        table = call(corpus)
        assert table.empty
        assert same in table.columns


@pytest.mark.filterwarnings("ignore:No essay has a value")
def test_tokens_stand_for_their_corpus_and_a_corpus_for_its_tokens(tokens: Tokens) -> None:
    corpus = tokens.corpus
    for call in (kc.explain, kc.duplicates):
        pd.testing.assert_frame_equal(call(tokens), call(corpus))
    assert kc.assignment_words(corpus) == kc.assignment_words(tokens)
    hidden = kc.pseudonyms(tokens, secret="rahasia kantor")
    assert hidden.items == kc.pseudonyms(corpus, secret="rahasia kantor").items
    table = kc.themes(tokens, by="author")
    ours, same = (kc.suppress(table, made, by="author") for made in (tokens, corpus))
    pd.testing.assert_frame_equal(ours, same)


WRONG = {
    "explain-lang": (lambda t, _: kc.explain(t.corpus, lang="fr"), "lang='fr' is not known"),
    "explain": (lambda t, _: kc.explain(3), "got int; expected Tokens .* or a Corpus"),
    "duplicates": (lambda t, _: kc.duplicates("x"), r"got str.*kc\.load\(\{'a': text\}\)"),
    "preprocess": (lambda t, _: kc.preprocess(["x"]), r"got list.*kc\.load\(dict\(enumerate"),
    "word": (lambda t, _: kc.root(pd.Series(["x", "y"])), "word=0 x 1 y dtype"),
    "threshold": (lambda t, _: kc.duplicates(t, threshold=True), "above 0, up to 1"),
    "secret": (lambda t, _: kc.pseudonyms(t, secret=12345678), "at least 8 characters"),
    "also": (lambda t, _: kc.pseudonyms(t, secret="rahasia kantor", also=3.5), "also=3.5"),
    "suppress": (lambda t, _: kc.suppress(3, t, by="unit"), "got int; expected a table"),
    "smallest": (lambda t, _: kc.suppress(kc.themes(t), t, by="unit", smallest="x"), "smallest="),
    "without_texts": (lambda t, _: kc.without_texts(3), "got int; expected a table"),
    "assignment_words": (lambda t, _: kc.assignment_words(3), "got int; expected Tokens"),
    "column": (lambda t, _: t.corpus.column("wrds"), "Did you mean 'words'"),
    "spans_of": (lambda t, _: t.corpus.spans_of("id"), "essay='id' is not known"),
    "kinds": (lambda t, _: t.corpus.spans_of(t.corpus.ids[0], "bdy"), "Did you mean 'body'"),
    "lexicon": (lambda t, _: kc.themes(t, lexicon=3), "lexicon got int; expected None"),
    "lexicon-list": (lambda t, _: kc.themes(t, lexicon=["themes"]), "lexicon got list"),
    "themes": (lambda t, _: kc.evidence(t, themes=3), "themes=3; expected a string or a list"),
    "queries": (lambda t, _: kc.positions(t, None), "queries=None; expected a string or a list"),
    "queries-none": (lambda t, _: kc.positions(t, []), "queries is empty; name"),
    "a": (lambda t, _: kc.shared_passages(t, a=0), "a=0; expected a string or a list"),
    "a-none": (lambda t, _: kc.shared_passages(t, a=[]), "a is empty; name"),
    "exclude": (lambda t, _: kc.similarity(t, exclude=3), "exclude=3"),
    "exclude-list": (lambda t, _: kc.similarity(t, exclude=[3]), "exclude="),
    "by-none": (lambda t, _: kc.similarity(t, by=None), "by=None is not known"),
    "by-none-clusters": (lambda t, _: kc.clusters(t, by=None), "by=None is not known"),
    "distance": (lambda t, _: kc.clusters(t, distance="x"), "distance='x'; expected a number"),
    "nan": (lambda t, _: kc.collocations(t, threshold=float("nan")), "threshold=nan"),
    "phrases": (lambda t, _: kc.preprocess(t.corpus, phrases=3), "phrases=3; expected a list"),
    "phrases-table": (
        lambda t, _: kc.preprocess(t.corpus, phrases=pd.DataFrame({"frasa": ["marwah lembaga"]})),
        "phrases has the columns frasa; expected the table of kc.collocations",
    ),
    "phrases-word": (
        lambda t, _: kc.preprocess(t.corpus, phrases=["marwah lembaga", "tim", " "]),
        "phrases=' ', 'tim'; expected phrases of two or more words",
    ),
    "metadata-empty": (
        lambda t, _: kc.load(t.corpus, metadata=t.corpus.essays[["essay", "unit"]].head(0)),
        r"the metadata have no rows \(their columns: essay, unit\)",
    ),
    "seeds": (lambda t, _: kc.topics(t, seeds=3), "seeds=3; expected words by name"),
    "seeds-list": (lambda t, _: kc.topics(t, seeds=["uang"]), "expected words by name"),
    "seeds-value": (lambda t, _: kc.topics(t, seeds={"uang": 3}), "expected a string or a list"),
    "same": (lambda t, _: kc.same(3, t), "int does not say what made it"),
    "to": (lambda t, path: kc.export(t, path, to=["conllu"]), "to=.* is not known"),
    "names": (lambda t, _: kc.charts.heatmap(kc.themes(t), names=3), "names got int"),
    "report": (lambda t, _: kc.report(t, 3), "path=3; expected the name of a file"),
    "explorer": (lambda t, _: kc.explorer(t, 3), "path=3"),
    "save": (lambda t, _: t.corpus.save(3), "path=3"),
    "coding_sheet": (lambda t, _: kc.coding_sheet(t, 3), "path=3"),
    "bundle": (lambda t, _: kc.bundle(t, None), "path=None"),
    "export": (lambda t, _: kc.export(t, 3, to="conllu"), "path=3"),
    "export-ngrams": (lambda t, p: kc.export(t, p, to="antconc", ngrams=(1, 2)), "to='quanteda'"),
    "text_of": (lambda t, _: t.text_of(10**6), "unit=1,000,000; expected the number of a row"),
    "text_of-last": (lambda t, _: t.text_of(-1), "unit=-1; expected a whole number of at least 0"),
    "read_conllu": (lambda t, _: kc.read_conllu(3), "path=3"),
    "charts.save": (lambda t, _: kc.charts.save(kc.charts.themes(kc.themes(t)), 3), "path=3"),
}


@pytest.mark.parametrize(("call", "message"), WRONG.values(), ids=WRONG)
def test_what_is_no_value_for_an_argument_is_told(
    tokens: Tokens, tmp_path: Path, call: Any, message: str
) -> None:
    with pytest.raises(InvalidArgument, match=message):
        call(tokens, tmp_path)


def test_a_seed_of_one_string_is_one_word() -> None:
    texts = [f"{sentence}. " for sentence in ("Pemilu jujur dan adil", "Anggaran biaya kantor")]
    corpus = kc.load({f"e{n}": (texts[n % 2] + "Kami hadir. ") * 10 for n in range(8)})
    one, listed = (
        kc.topics(corpus, k=2, seeds={"uang": words}, resamples=1) for words in ("biaya", ["biaya"])
    )
    pd.testing.assert_frame_equal(one, listed)
    assert "uang" in set(one["label"])
    assert kc.same(one, listed) == {}


def test_ids_of_a_generator_are_in_the_manifest(tokens: Tokens) -> None:
    ids = [item.id for item in tokens.corpus.items[:2]]
    table = kc.shared_passages(tokens, a=(name for name in ids))
    assert kc.manifest(table)["arguments"]["a"] == ids


def test_half_a_character_in_an_argument_is_read_as_in_a_text() -> None:
    half = "sunyi\ud800"
    tokens = kc.preprocess(kc.load({"a": f"Kantor {half} itu {half}."}))
    assert kc.positions(tokens, [half])["term"].tolist() == ["sunyi\ufffd"] * 2
    assert kc.analyse(half)["root"].tolist() == ["sunyi\ufffd"]
    assert kc.root(half, roots="none") == "sunyi\ufffd"
    codes = {"a\ud800": 1, "b": 0}
    sheets = {
        name: pd.DataFrame({"id": ["a#1"], "integritas": [code]}) for name, code in codes.items()
    }
    assert kc.disagreements(tokens, sheets)["coders"].tolist() == ["a\ufffd=1 b=0"]
    own = kc.preprocess(tokens.corpus, roots=lambda word: half)
    assert set(own.frame["root"]) == {"sunyi\ufffd"}
    table = pd.DataFrame({"essay": ["a"], "author": ["Siti"], "text": ["Kami hadir."]})
    names = [
        kc.pseudonyms(kc.load(table), secret=f"rahasia{end}").items[0].author
        for end in ("\ud800", "\ud801")
    ]
    assert len(set(names)) == 2


def test_no_sentence_says_a_long_text_again(tokens: Tokens, tmp_path: Path) -> None:
    long = "menyerobot " * 5_000
    path = tmp_path / "tema.toml"
    path.write_text(f"format = 1\n[themes.antre]\npatterns = ['{long} ..3']\n", encoding="utf-8")
    for call in (
        lambda: kc.load_lexicon(path),
        lambda: kc.concordance(tokens, long),
        lambda: kc.themes(tokens, by=long),
    ):
        with pytest.raises((InvalidArgument, InvalidLexicon)) as told:
            call()
        assert len(str(told.value)) < 3_000
        assert len(told.value.text("id")) < 3_000
    with pytest.raises(InvalidLexicon, match=r"tema\.toml:antre\[1\]"):
        kc.load_lexicon(path)


def test_columns_that_are_long_questions_are_all_named() -> None:
    asked = {f"Q{n} Apa yang Anda pelajari dari pelatihan ini, dan mengapa?": [n] for n in range(9)}
    corpus = kc.load(pd.DataFrame({"text": ["Kami hadir."], **asked}))
    with pytest.raises(InvalidArgument, match=r"office \(unit\), .*Q8 Apa "):
        kc.themes(corpus, by="zz")


def test_a_number_that_no_float_is_as_large_as_is_refused() -> None:
    with pytest.raises(InvalidArgument, match="threshold=1000"):
        kc.duplicates(kc.load({"a": "Kami hadir."}), threshold=10**400)


@pytest.mark.parametrize("bound", [{"rows": "1000"}, {"file_bytes": -1}, {"pages": 2.5}])
def test_a_bound_that_is_no_whole_number_is_refused(bound: Any) -> None:
    with pytest.raises(InvalidArgument, match="expected a whole number of at least 0"):
        kc.Limits(**bound)


@pytest.mark.parametrize("seconds", ["60", -1, float("nan")])
def test_a_time_that_is_no_number_is_refused(seconds: Any) -> None:
    with pytest.raises(InvalidArgument, match=r"seconds=.*; expected a number of at least 0"):
        kc.Limits(seconds=seconds)


def test_a_tilde_is_the_home_folder_wherever_a_path_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "USERPROFILE"):  # the second on Windows
        monkeypatch.setenv(name, str(tmp_path))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    (tmp_path / "esai").mkdir()
    (tmp_path / "esai" / "a.txt").write_text("Kami jujur setiap hari.", encoding="utf-8")
    (tmp_path / "kelas.csv").write_text("essay,kelas\na-1,X\n", encoding="utf-8")
    corpus = kc.load("~/esai", metadata=Path("~/kelas.csv"))
    assert corpus.essays["kelas"].tolist() == ["X"]
    assert kc.load(["~/esai/*.txt"]).ids == corpus.ids
    (tmp_path / "own.toml").write_text("format = 1\n[themes.a]\npatterns = ['jujur']", "utf-8")
    kc.save_lexicon("~/own.toml", "~/tema.xlsx")
    assert kc.load_lexicon("~/tema.xlsx").themes
    kc.report(corpus, "~/laporan.html", lexicon="~/tema.xlsx")
    kc.bundle(corpus, "~/semua.zip", lexicon=Path("~/tema.xlsx"))
    kc.coding_sheet(corpus, "~/koding.xlsx", lexicon="~/tema.xlsx")
    kc.stream("~/esai", "~/hasil", lexicon="~/tema.xlsx")
    made = {"laporan.html", "semua.zip", "koding.xlsx", "hasil", "tema.xlsx"}
    assert made <= {path.name for path in tmp_path.iterdir()}
    assert not any(Path.cwd().iterdir())
    with pytest.raises(SourceNotFound, match="does not exist"):
        kc.load("~nobody-of-that-name/esai")
    with pytest.raises(SourceNotFound, match=r"^'~/esia' does not exist\. .* mean '~/esai'\?$"):
        kc.load(["~/esai", "~/esia"])
    with pytest.raises(SourceNotFound, match=r"^'~/kelsa.csv' does .* mean '~/kelas.csv'\?$"):
        kc.load("~/esai", metadata="~/kelsa.csv")
    inner = tmp_path.relative_to(tmp_path.anchor) / "esia"  # of a name that holds the home folder's
    told = re.escape(repr(str("~" / Path("here") / inner)))
    with pytest.raises(SourceNotFound, match=f"^{told} does not exist"):
        kc.load(["~/esai", tmp_path / "here" / inner])
    with pytest.raises(SourceNotFound, match=f"^{re.escape(repr(str(tmp_path / 'esia')))} does"):
        kc.load(tmp_path / "esia")
