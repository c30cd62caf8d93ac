"""Tables shown for reading: the marks are the places, the bars the shares, texts only text."""

import re
from html import unescape

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.reporting.wording import Wording
from kpu_corpus.tokens import Tokens


def marks(html: str) -> list[str]:
    return [unescape(text) for text in re.findall(r"<mark[^>]*>(.*?)</mark>", html)]


def test_every_place_is_marked_in_its_own_sentence(tokens: Tokens) -> None:
    found = kc.evidence(tokens, themes=["integritas"])
    shown = kc.show(tokens, found)
    assert marks(shown.html) == found["surface"].tolist()
    assert len(shown.text.splitlines()) == found.groupby(["essay", "sentence"]).ngroups
    text = " ".join(re.sub(r"[\[\]]", "", shown.text).split())
    assert all(" ".join(sentence.split()) in text for sentence in found["text"])


def test_the_second_of_two_equal_words_is_marked_when_that_is_the_place() -> None:
    tokens = kc.preprocess(kc.load({"a": "Jujur itu baik dan jujur itu berat."}))
    second = kc.evidence(tokens).iloc[[1]]
    assert "Jujur itu baik dan [jujur] itu" in str(kc.show(tokens, second))


def test_status_and_theme_stand_beside_the_sentence() -> None:
    tokens = kc.preprocess(kc.load({"a": "Kami bertekad menjaga integritas."}))
    shown = kc.show(tokens, kc.evidence(tokens), lang="en")
    assert str(shown) == (
        "Essay a, sentence 1: Kami bertekad menjaga [integritas]. (Integrity: resolve or hope)"
    )
    assert repr(shown) == str(shown)
    assert shown._repr_html_() == shown.html


def test_other_tables_of_places_are_marked_too(tokens: Tokens) -> None:
    found = tokens.frame.query("root == 'asn'")[["essay", "start", "end", "surface"]]
    assert marks(kc.show(tokens, found, rows=500).html) == found["surface"].tolist()


def test_shares_are_bars_with_their_intervals(tokens: Tokens) -> None:
    table, wording = kc.themes(tokens), Wording("id")
    shown = kc.show(tokens, table)
    widths = [float(width) for width in re.findall(r"width:([\d.]+)em", shown.html)]
    assert widths == pytest.approx([12 * share for share in table["share"]], abs=0.005)
    first = table.iloc[0]
    value = wording.percent(first["share"]), wording.interval(first["low"], first["high"])
    line = " ".join(f"Esai opini-kpu-subang-1, Integritas: {value[0]} ({value[1]})".split())
    assert shown.text.splitlines()[0] == line


def test_too_little_text_has_no_bar() -> None:
    corpus = kc.load({"a": "Kami menjaga integritas. Langit biru."})
    shown = kc.show(corpus, kc.themes(corpus))
    assert "Esai a, Integritas: 1 dari 2 (terlalu sedikit teks)" in shown.text
    assert "width" not in shown.html


def test_many_rows_are_cut_and_that_is_said(tokens: Tokens) -> None:
    shown = kc.show(tokens, kc.themes(tokens), rows=3)
    assert shown.text.splitlines()[3:] == ["dan 47 lagi"]
    assert shown.html.count("<tr>") == 3


def test_an_empty_table_says_so(tokens: Tokens) -> None:
    assert str(kc.show(tokens, kc.evidence(tokens).iloc[:0])) == "Tidak ada yang ditemukan."


@pytest.mark.filterwarnings("ignore:Texts that contain HTML")
def test_hostile_text_is_escaped() -> None:
    hostile = "<script>alert(1)</script> & integritas <img src=x onerror=alert(1)>"
    tokens = kc.preprocess(kc.load({"<b>a</b>": hostile}))
    for table in (kc.evidence(tokens), kc.themes(tokens)):
        shown = kc.show(tokens, table, names={"integritas": "<b>Integritas</b>"})
        assert not re.search(r"<script|<img|<b>", shown.html)


def test_wrong_arguments_are_told(tokens: Tokens) -> None:
    with pytest.raises(InvalidArgument, match=r"essay, start, end .*, units, enough \("):
        kc.show(tokens, kc.keywords(tokens))
    with pytest.raises(InvalidArgument, match="the column share needs numbers and holds text"):
        kc.show(tokens, kc.themes(tokens).assign(share="0,25"))
    with pytest.raises(InvalidArgument, match="rows=0"):
        kc.show(tokens, kc.themes(tokens), rows=0)
    with pytest.raises(InvalidArgument, match="lang='de'"):
        kc.show(tokens, kc.themes(tokens), lang="de")
    with pytest.raises(InvalidArgument, match="row 1 of the table"):
        kc.show(tokens, kc.evidence(tokens).assign(surface="lain"))
    with pytest.raises(InvalidArgument, match="essay='x'"):
        kc.show(tokens, pd.DataFrame({"essay": ["x"], "start": [0], "end": [1]}))


def test_what_a_terminal_would_obey_is_escaped_in_the_text() -> None:
    tokens = kc.preprocess(kc.load({"a": "Kami menjaga integritas \x1b[31m setiap hari."}))
    shown = str(kc.show(tokens, kc.evidence(tokens)))
    assert "\x1b" not in shown
    assert "\\x1b[31m" in shown


def test_groups_of_yes_and_no_and_the_whole_are_named_in_the_language() -> None:
    rows = {"a": "Kami menjaga integritas. " * 12, "b": "Kami netral. " * 12}
    given = pd.DataFrame({"essay": ["a", "b"], "lulus": [True, False]})
    corpus = kc.load(rows, metadata=given)
    shown = str(kc.show(corpus, kc.themes(corpus, by="lulus"), rows=100))
    assert {line.split(",")[0] for line in shown.splitlines()} == {"lulus: ya", "lulus: tidak"}
    english = str(kc.show(corpus, kc.themes(corpus, by="lulus"), lang="en"))
    assert english.startswith("lulus: no, Integrity")
    assert str(kc.show(corpus, kc.themes(corpus, by=None))).startswith("Semua esai, Integritas")
    own = kc.show(corpus, kc.themes(corpus), names={"a": "Ani"})
    assert str(own).startswith("Ani, Integritas")
