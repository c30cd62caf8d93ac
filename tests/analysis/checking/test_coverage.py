"""Coverage: what the lexicon's themes leave out, and which patterns match nowhere."""

from pathlib import Path

import kpu_corpus as kc
from kpu_corpus.analysis.checking.coverage import COVERAGE, unmatched
from kpu_corpus.analysis.lexicon import load_lexicon
from kpu_corpus.analysis.status import COUNTED
from kpu_corpus.ground.frames import with_key
from kpu_corpus.tokens import Tokens

ROWS = "theme,match\nkerja,kerja sama\nkerja,=kerja\n,\nkerja,zebra terbang;=unta\nlain,=jujur\n"


def test_explained_units_are_those_with_counted_evidence(tokens: Tokens) -> None:
    rows = kc.evidence(tokens)
    counted = rows[rows["status"].isin(COUNTED)]
    units = counted.groupby("essay")["sentence"].nunique()
    table = kc.coverage(tokens, by="essay").set_index("essay")
    assert table["explained"].to_dict() == units.reindex(table.index, fill_value=0).to_dict()
    assert (table["explained"] + table["unexplained"] == table["units"]).all()


def test_the_corpus_is_the_sum_of_its_essays(tokens: Tokens) -> None:
    whole, parts = kc.coverage(tokens).iloc[0], kc.coverage(tokens, by="essay")
    assert whole["units"] == parts["units"].sum()
    assert whole["share"] == parts["unexplained"].sum() / parts["units"].sum()


def test_what_is_explained_is_for_the_lexicon_to_say() -> None:
    corpus = kc.load({"a": "Petugas bersikap adil. Integritas dijaga. Kantor ramai."})
    assert kc.coverage(corpus)["explained"].tolist() == [2]
    assert kc.coverage(corpus, lexicon="pemilu")["explained"].tolist() == [1]


def test_columns_are_typed_and_of_no_essay_nothing_is_unexplained() -> None:
    corpus = kc.load({"a": "Integritas.", "b": "Hujan turun."})
    table = kc.coverage(corpus, by="essay")
    assert dict(table.dtypes.astype(str)) == with_key(COVERAGE, "essay")
    assert table["share"].tolist() == [0, 1]
    none = kc.coverage(corpus.select(corpus.essays["essay"] == "c"))
    assert none.to_numpy().tolist() == [["corpus", 0, 0, 0, 0]]


def test_patterns_without_any_match_are_told_with_their_theme_and_row(tmp_path: Path) -> None:
    sheet = tmp_path / "sendiri.csv"
    sheet.write_text(ROWS, encoding="utf-8")
    tokens = kc.preprocess(kc.load({"a": "Kami menjaga kerja sama."}))
    told = unmatched(tokens, load_lexicon(sheet))
    found = [(theme, strings, pattern.row) for theme, pattern, strings in told]
    # "=kerja" stands inside "kerja sama" and is no mistake
    assert found == [("kerja", ("zebra terbang", "=unta"), 5), ("lain", ("=jujur",), 6)]


def test_a_lexicon_that_matches_throughout_has_nothing_to_tell(tmp_path: Path) -> None:
    sheet = tmp_path / "sendiri.csv"
    sheet.write_text("theme,match\nkerja,=kerja\n", encoding="utf-8")
    tokens = kc.preprocess(kc.load({"a": "Kerja itu ibadah."}))
    assert unmatched(tokens, load_lexicon(sheet)) == []
