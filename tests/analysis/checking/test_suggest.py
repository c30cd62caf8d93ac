"""Suggestions: words of a theme's sentences that its patterns do not know."""

from pathlib import Path

import kpu_corpus as kc
from kpu_corpus.analysis.checking.suggest import SUGGESTIONS
from kpu_corpus.tokens import Tokens

TEXT = "Inovasi menuntut kelapangan sikap. Hujan turun deras sekali. Kami makan siang bersama. "


def test_a_word_of_the_themes_sentences_comes_first() -> None:
    table = kc.suggest(kc.load({"a": TEXT * 8}), "adaptif", lexicon="berakhlak")
    assert {*table["display"].iloc[:3]} == {"menuntut", "kelapangan", "sikap"}
    assert not {"hujan", "turun", "siang"} & set(table["term"])


def test_a_pair_is_suggested_where_both_of_its_words_also_stand_elsewhere() -> None:
    found = kc.suggest(kc.load({"a": TEXT * 8}), "adaptif", lexicon="berakhlak")
    assert "kelapangan sikap" not in set(found["display"])
    apart = TEXT * 8 + "Kelapangan itu langka. Sikap itu baik."
    found = kc.suggest(kc.load({"a": apart}), "adaptif", lexicon="berakhlak")
    assert "kelapangan sikap" in set(found["display"])


def test_what_the_patterns_know_is_not_suggested(tokens: Tokens) -> None:
    for theme in ("integritas", "netralitas", "demokrasi"):
        surfaces = {s.lower() for s in kc.evidence(tokens, themes=[theme])["surface"]}
        assert not surfaces & set(kc.suggest(tokens, theme, top=50)["display"].str.lower())


def test_a_word_that_a_pattern_has_is_not_suggested_where_its_context_bars_it() -> None:
    text = "Integritas dijaga dalam pemilu yang jujur dan luwes. Hujan turun deras sekali. "
    table = kc.suggest(kc.load({"a": text * 8}), "integritas", top=50)
    assert "jujur" not in set(table["term"])
    assert "luwes" in set(table["term"])


def test_counts_are_units_with_the_term_outside_the_hits(tokens: Tokens) -> None:
    table = kc.suggest(tokens, "profesionalisme", top=50)
    frame = tokens.frame[tokens.frame["sentence"] > 0]
    for row in table[~table["term"].str.contains(" ")].itertuples(index=False):
        own = frame[frame["root"] == row.term].drop_duplicates(["essay", "sentence"])
        assert 2 <= row.count <= row.count + row.elsewhere <= len(own)


def test_the_example_shows_the_term_where_the_theme_is_not_found_if_anywhere() -> None:
    corpus = kc.load({"a": TEXT * 8 + "Kelapangan itu langka."})
    table = kc.suggest(corpus, "adaptif", lexicon="berakhlak").set_index("display")
    assert table.loc["kelapangan", "example"] == "Kelapangan itu langka."
    assert table.loc["kelapangan", "elsewhere"] == 1
    within = kc.suggest(kc.load({"a": TEXT * 8}), "adaptif", lexicon="berakhlak")
    row = within.set_index("display").loc["kelapangan"]
    assert (row["elsewhere"], row["example"]) == (0, "")


def test_the_example_is_that_of_the_first_id_whatever_the_order_of_essays() -> None:
    text = "Inovasi dan kelapangan itu penting. Hujan turun. Kami makan siang. " * 6
    texts = {name: text + f"Kelapangan itu langka di {name}." for name in ("a", "b")}
    examples = {
        kc.suggest(kc.load({n: texts[n] for n in names}), "adaptif", lexicon="berakhlak")
        .set_index("display")
        .loc["kelapangan", "example"]
        for names in ("ab", "ba")
    }
    assert examples == {"Kelapangan itu langka di a."}


def test_scores_fall_and_top_limits_them(tokens: Tokens) -> None:
    table = kc.suggest(tokens, "pembelajaran", top=5)
    assert len(table) <= 5
    assert table["score"].is_monotonic_decreasing
    assert (table["score"] > 0).all()


def test_a_theme_that_is_nowhere_gets_an_empty_table() -> None:
    table = kc.suggest(kc.load({"a": "Hujan turun."}), "sinergi")
    assert len(table) == 0
    assert dict(table.dtypes.astype(str)) == SUGGESTIONS


def test_a_theme_is_named_by_its_label_too(tokens: Tokens) -> None:
    table = kc.suggest(tokens, "Tanggung jawab")
    assert table.equals(kc.suggest(tokens, "tanggung_jawab"))
    assert table.attrs == kc.suggest(tokens, "tanggung_jawab").attrs


def test_a_pair_whose_second_word_is_a_hit_is_not_suggested(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text("format = 1\n[themes.kala]\npatterns = ['=waktu']\n", "utf-8")
    text = "Kami tepat waktu. Ketepatan waktu dijaga. Sasaran yang tepat dicari. Hujan turun. " * 6
    assert "tepat waktu" not in set(kc.suggest(kc.load({"a": text}), "kala", lexicon=path)["term"])
