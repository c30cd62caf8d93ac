"""The explorer without texts and in English."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pandas as pd
from tests.browser.pages import ROWS, Watch

import kpu_corpus as kc
from kpu_corpus.labels import section


def test_without_texts_essays_are_found_and_not_shown(watch: Watch, tmp_path: Path) -> None:
    corpus = kc.load(pd.DataFrame(ROWS), text="text")
    seen = watch(kc.explorer(corpus, tmp_path / "j.html", text=False))
    page = seen.open("q=selenggara")
    assert seen.told == "2 temuan di 2 esai"
    assert page.locator("#views a").all_inner_texts() == ["Daftar esai", "Baca dan bandingkan"]
    page.click("ol.essays a")
    seen.settle("view=read")
    assert "tidak disertakan" in page.inner_text("article")
    page.click(".shared-with a")
    seen.settle("other=dua")
    assert "kata, sama persis" in page.inner_text(".shared-with")


def test_without_texts_no_sentence_is_in_the_file(tmp_path: Path) -> None:
    corpus = kc.load(pd.DataFrame(ROWS), text="text")
    written = kc.explorer(corpus, tmp_path / "j.html", text=False).read_text("utf-8")
    words = [re.findall(r"\w+", text) for text in ROWS["text"]]
    pairs = {f"{a} {b}" for row in words for a, b in pairwise(row)}
    left = {pair for pair in pairs if pair in written}
    assert left <= {"tanggung jawab"}  # one word of the language, and a theme


VIEWS = {
    "": "3 of 3 essays",
    "q=pemilu": "hits in 2 essays",
    "view=words&q=pemilu": "Forms found:",
    "view=read&essay=satu": "Date: 2 June 2025",
    "view=read&essay=satu&other=dua": "Shared passages",
    "q=tidakada": "0 hits",
}
# What the page says itself, without the essays' own words.
OWN = """() => { const copy = document.body.cloneNode(true);
    copy.querySelectorAll("[lang=id], script").forEach((one) => one.remove());
    return copy.innerHTML; }"""


def test_the_english_page_is_english_throughout(watch: Watch, tmp_path: Path) -> None:
    corpus = kc.load(pd.DataFrame(ROWS), text="text")
    seen = watch(kc.explorer(corpus, tmp_path / "e.html", lang="en"))
    english, indonesian = (section("explorer", lang) for lang in ("en", "id"))
    foreign = {
        piece
        for name, text in indonesian.items()
        for piece in re.split(r"\{\w+\}", text)
        if len(piece.strip()) > 3 and piece not in english[name]
    }
    assert len(foreign) > 60
    for hash_, piece in VIEWS.items():
        page = seen.open(hash_)
        assert page.get_attribute("html", "lang") == "en"
        assert piece in page.inner_text("#app"), hash_
        own = page.evaluate(OWN)
        assert {text for text in foreign if text in own} == set(), hash_
