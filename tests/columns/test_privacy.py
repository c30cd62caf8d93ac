"""Groups too small to show, tables without texts."""

import importlib
import pkgutil

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.columns.privacy import FREE_TEXT
from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import InvalidArgument


@pytest.fixture
def corpus() -> Corpus:
    units = ["Subang"] * 6 + ["Garut"] * 5 + ["Cimahi"] * 2
    authors = [f"Siti {number % 3}" for number in range(len(units))]
    texts = ["Kami menjaga integritas setiap hari di kantor."] * len(units)
    nip = [100 + number % 2 for number in range(len(units))]
    table = {"author": authors, "unit": units, "nip": nip, "text": texts}
    return kc.load(pd.DataFrame(table))


@pytest.mark.filterwarnings("ignore:People with several essays")
def test_small_groups_go_and_a_single_one_takes_the_next_along(corpus: Corpus) -> None:
    table = kc.themes(corpus, by="unit")
    kept = kc.suppress(table, corpus, by="unit")
    own = table[table["unit"] == "Subang"].reset_index(drop=True)
    pd.testing.assert_frame_equal(kept, own)
    assert kc.manifest(kept) == kc.manifest(table)
    assert set(kc.suppress(table, corpus, by="unit", smallest=2)["unit"]) == set(table["unit"])


@pytest.mark.filterwarnings("ignore:People with several essays")
def test_a_table_of_the_whole_corpus_goes_only_where_all_essays_are_too_few(corpus: Corpus) -> None:
    table = kc.themes(corpus, by=None)
    assert kc.suppress(table, corpus, by="corpus", smallest=13).equals(table)
    assert kc.suppress(table, corpus, by="corpus", smallest=14).empty


def test_the_missing_are_a_group_of_their_own_where_a_category_is_called_so() -> None:
    units = pd.Categorical(["(tanpa nilai)"] * 7 + ["X"] * 5 + ["Y"] * 7 + [None] * 2)
    rows = {"text": ["Kami menjaga integritas."] * len(units), "kelompok": units}
    corpus = kc.load(pd.DataFrame(rows))
    kept = kc.suppress(kc.themes(corpus, by="kelompok"), corpus, by="kelompok")
    assert set(kept["kelompok"]) == {"(tanpa nilai)", "Y"}


def test_small_groups_that_a_total_would_give_take_the_next_along() -> None:
    units = ["Subang"] * 6 + ["Garut"] * 5 + ["Cimahi", "Banjar"]
    rows = {"text": ["Kami menjaga integritas."] * len(units), "unit": units}
    corpus = kc.load(pd.DataFrame(rows))
    kept = kc.suppress(kc.themes(corpus, by="unit"), corpus, by="unit")
    assert set(kept["unit"]) == {"Subang"}


def test_tables_can_lose_their_texts(corpus: Corpus) -> None:
    rows = kc.without_texts(kc.evidence(corpus))
    assert not {"text", "surface", "cue"} & set(rows.columns)
    assert len(rows) == 13


# What may stay of the tables: names of rows, kinds, settings, and terms that are counted.
KEPT = {
    *("essay", "essay_a", "essay_b", "author", "unit", "date", "language", "encoding", "sha256"),
    *("theme", "theme_a", "theme_b", "pattern", "label", "topic", "coders"),
    *("kind", "status", "rule", "reason", "problem", "detail", "setting", "value", "table"),
    *("term", "term_a", "term_b", "display", "display_a", "display_b", "shared_terms"),
    *("short", "long", "form"),
}


def test_every_string_column_of_every_table_either_stays_on_purpose_or_goes() -> None:
    dtypes = {"str", "int64", "float64", "bool"}
    found: dict[str, str] = {}
    for module in pkgutil.walk_packages(kc.__path__, "kpu_corpus."):
        if module.name.endswith("__main__") or ".kernel-" in module.name:  # no Python
            continue
        for name, columns in vars(importlib.import_module(module.name)).items():
            if isinstance(columns, dict) and columns and set(map(str, columns.values())) <= dtypes:
                found |= {key: name for key, dtype in columns.items() if dtype == "str"}
    assert {"example", "suggestion", "text_b", "norm"} <= found.keys()
    assert found.keys() - KEPT == found.keys() & set(FREE_TEXT)


def test_no_table_without_texts_quotes_four_words_or_a_written_place() -> None:
    text = (
        "Kami menjaga integritas setiap hari di kantor. Kebiasaan dilingkungan kerja terpelihara. "
    )
    made = kc.load({"a": text * 6, "b": text * 3 + "Integritas setiap hari itu penting."})
    tokens = kc.preprocess(made)
    tables = [
        kc.suggest(tokens, "integritas"),
        kc.spelling(tokens),
        kc.concordance(tokens, "integritas"),
        kc.shared_passages(tokens),
        kc.explain(made),
        tokens.frame,
        tokens.sentences,
        made.essays,
    ]
    runs = [" ".join(words) for words in windows(text.lower().replace(".", "").split(), 4)]
    for table in tables:
        assert len(table)
        told = kc.without_texts(table).to_csv().lower()
        assert not [run for run in runs if run in told]
    assert "dilingkungan" not in kc.without_texts(tokens.frame).to_csv()


def test_numbers_stay_under_the_name_of_a_quoting_column() -> None:
    table = kc.collocates(kc.load({"a": "Kami menjaga integritas. " * 3}), "integritas")
    assert {"left", "right"} <= set(kc.without_texts(table))


def windows(words: list[str], size: int) -> list[list[str]]:
    return [words[at : at + size] for at in range(len(words) - size + 1)]


@pytest.mark.filterwarnings("ignore:People with several essays")
@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda c: kc.pseudonyms(c, secret="tujuh77"), "too short"),
        (lambda c: kc.pseudonyms(c, secret="rahasia kantor", also=["nik"]), "Did you mean 'nip'"),
        (lambda c: kc.suppress(kc.themes(c), c, by="essay"), "by='essay'"),
        (lambda c: kc.suppress(kc.themes(c), c, by="unit"), "by='unit'"),
        (
            lambda c: kc.suppress(
                kc.themes(c, by="unit"), c.select([c.essays["essay"][0]]), by="unit"
            ),
            "which is not in the corpus",
        ),
    ],
)
def test_a_wrong_argument_says_what_is_right(corpus: Corpus, call: object, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call(corpus)  # type: ignore[operator]


def test_a_column_called_corpus_is_one_like_any_other() -> None:
    rows = {"teks": ["Kami menjaga integritas."] * 7, "corpus": [*"ppppppq"]}
    corpus = kc.load(pd.DataFrame(rows))
    assert kc.suppress(kc.themes(corpus, by="corpus"), corpus, by="corpus").empty


def test_without_texts_takes_the_reasons_of_what_was_skipped() -> None:
    corpus = kc.load({"Budi": "Kami jujur.", "Siti": " "})
    assert list(kc.without_texts(corpus.skipped)) == []
    assert "reason" in kc.without_texts(kc.spelling(corpus))


def test_a_table_with_the_column_twice_is_refused() -> None:
    corpus = kc.load({"a": "Kami hadir."}, metadata=pd.DataFrame({"essay": ["a"], "kelas": ["x"]}))
    table = pd.DataFrame([["x", "x"]], columns=["kelas", "kelas"])
    with pytest.raises(InvalidArgument, match="kelas, kelas"):
        kc.suppress(table, corpus, by="kelas")
