"""Objects in a notebook: a summary with the first rows, everything from texts escaped."""

import pandas as pd

import kpu_corpus as kc
from kpu_corpus.corpus import Corpus
from kpu_corpus.tokens import Tokens


def test_a_corpus_shows_its_essays(page: Corpus) -> None:
    shown = page._repr_html_()
    assert shown.startswith(f"<p><strong>{repr(page).replace('<', '&lt;').replace('>', '&gt;')}")
    for row in page.essays.itertuples():
        assert f"<td>{row.essay}</td>" in shown
        assert f"<td>{row.words:,}</td></tr>" in shown


def test_tokens_show_their_counts_by_essay(tokens: Tokens) -> None:
    shown = tokens._repr_html_()
    for essay, part in tokens.frame.groupby("essay"):
        units = int((tokens.sentences.query("essay == @essay")["kind"] != "title").sum())
        types = tokens.type[tokens.frame["essay"] == essay]
        counts = (units, len(part), len(set(types.tolist())), int((~part["stop"]).sum()))
        cells = "".join(f"<td>{count:,}</td>" for count in counts)
        assert f"<td>{essay}</td>{cells}</tr>" in shown


def test_a_lexicon_shows_its_themes_with_their_names_in_both_languages() -> None:
    shown = kc.load_lexicon()._repr_html_()
    assert shown.count("<tr>") == 11
    assert "<td>tanggung_jawab</td><td>Tanggung jawab</td><td>Responsibility</td>" in shown
    own = pd.DataFrame({"theme": ["Hemat <b>"], "match": ["hemat; seperlunya"]})
    assert "<td>hemat_b</td><td>Hemat &lt;b&gt;</td>" in kc.load_lexicon(own)._repr_html_()


def test_only_the_first_rows_are_shown_and_that_is_said() -> None:
    corpus = kc.load({f"e{n:02}": "Kami belajar." for n in range(30)})
    shown = corpus._repr_html_()
    assert shown.count("<tr>") == 11
    assert "10 of 30 rows" in shown
    assert "of 10 rows" not in corpus.select(corpus.ids[:10])._repr_html_()


def test_the_thousands_of_a_number_stand_apart() -> None:
    assert "<td>1,000</td>" in kc.load({"a": "Kami belajar. " * 500})._repr_html_()
    corpus = kc.load({f"e{n}": "Hadir." for n in range(1000)})
    assert "<Corpus: 1,000 essays, 1,000 words, 1,000 sources, 0 skipped" in repr(corpus)
    assert repr(kc.preprocess(corpus)).endswith(" 1,000 essays>")


def test_hostile_text_is_escaped() -> None:
    hostile = "<script>alert(1)</script>"
    given = pd.DataFrame({"essay": [hostile], "text": ["Kami belajar."], "title": [hostile * 9]})
    corpus = kc.load(given)
    for shown in (corpus._repr_html_(), kc.preprocess(corpus)._repr_html_()):
        assert "<script" not in shown
        assert "&lt;script&gt;" in shown
