"""The search of the explorer, as typed, and its answers beside the library's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from tests.browser.pages import ROWS, Watch, Watched, shown_essays

import kpu_corpus as kc
from kpu_corpus.tokens import Tokens


def test_search_finds_every_form_of_the_root(seen: Watched) -> None:
    page = seen.open()
    page.fill("#q", "selenggara")
    page.press("#q", "Enter")
    seen.settle("q=selenggara")
    assert seen.told == "2 temuan di 2 esai"
    assert shown_essays(page) == ["satu", "dua"]
    page.select_option("#how", "form")
    seen.settle("how=form")
    assert seen.told.startswith("0 temuan")


def test_a_form_is_counted_once_however_its_page_broke_it(watch: Watch, tmp_path: Path) -> None:
    text = (
        "Kami penyelenggara pemilu, penye\u00adlenggara pilkada, dan penyeleng-\ngara yang jujur."
    )
    watched = watch(kc.explorer(kc.load({"a": text}), tmp_path / "jelajah.html"))
    page = watched.open("view=words&q=penyelenggara")
    assert page.inner_text(".forms") == "Bentuk yang ditemukan: penyelenggara (3)"


def test_typing_searches_without_enter(seen: Watched) -> None:
    page = seen.open()
    page.locator("#q").press_sequentially("belajar")
    seen.settle("q=belajar")
    assert shown_essays(page) == ["dua"]
    page.click("form button")
    assert seen.told == "1 temuan di 1 esai"


def test_a_form_that_does_not_occur_leads_to_a_form_of_its_root_that_does(seen: Watched) -> None:
    page = seen.open("q=terselenggarakannyalah")
    assert page.inner_text("#told a") == "menyelenggarakan"
    page.click("#told a")
    seen.settle("q=menyelenggarakan")
    assert seen.told == "2 temuan di 2 esai"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("intregitas", ["integritas"]), ("pmilu", ["pemilu"]), ("jujru", ["jujur"]), ("xyzzy", [])],
)
def test_a_slip_of_the_keyboard_leads_to_the_word_that_is_meant(
    typed: str, meant: list[str], seen: Watched
) -> None:
    page = seen.open(f"q={typed}")
    assert seen.told.startswith("0 temuan")
    assert page.locator("#told a").all_inner_texts() == meant


def test_offices_with_long_names_are_told_apart_in_the_filter_and_below_the_search(
    watch: Watch, tmp_path: Path
) -> None:
    office = "Subbagian Teknis dan Partisipasi Hubungan Masyarakat KPU Kabupaten {} Tanah Papua"
    rows = pd.DataFrame(
        {"text": ["Kami jujur."] * 4, "unit": [office.format(x) for x in ("Asmat", "Nabire")] * 2}
    )
    page = watch(kc.explorer(kc.load(rows), tmp_path / "jelajah.html")).open("q=subbagian")
    options = page.locator("select[data-filter=unit] option").all_inner_texts()
    links = page.locator("#told a").all_inner_texts()
    assert options[1:] == links
    assert [" Asmat " in links[0], " Nabire " in links[1]] == [True, True]


def test_a_name_that_stands_in_no_text_leads_to_its_filter(seen: Watched) -> None:
    page = seen.open("q=beka")
    assert seen.told.startswith("0 temuan")
    assert "Di saringan Satuan kerja: Bekasi" in seen.told
    page.click("#told a")
    seen.settle("f.unit=Bekasi")
    assert shown_essays(page) == ["dua"]


def test_essays_with_ids_of_their_own_go_by_them(seen: Watched) -> None:
    page = seen.open("view=words&q=belajar")
    assert page.inner_text("td.where a") == "Esai dua"


PUNCTUATED = [
    *("Kami belajar.", "rakyat adalah titipan,", '"pemilu dengan jujur"', "“integritas”"),
    *("Penyelenggaraan pemilu menuntut disiplin.", "pemilu, — dengan", "(disiplin)", "S.H."),
    *("jujur|disiplin.", "pemilu ..3 disiplin!", "KPU/PPK", "2024/2025", "pagi,Bapak", "50%"),
]


def found(page: Any, cases: list[tuple[str, str]]) -> list[list[list[str]]]:
    """Return of each query what the page finds: essays and words."""
    rows: list[list[list[str]]] = page.evaluate(
        """(cases) => cases.map(([query, how]) => { const hits = corpus.find(query, how);
        return Array.from(hits.first, (token, i) => [essays.essay[corpus.owner[token]],
          corpus.texts[corpus.owner[token]].slice(corpus.start[token],
          corpus.endOf(hits.last[i]))]); })""",
        cases,
    )
    return rows


def test_punctuation_of_a_query_is_passed_over_as_by_the_library(
    watch: Watch, tmp_path: Path
) -> None:
    texts = dict(zip(ROWS["id"], ROWS["text"], strict=True))
    texts["empat"] = "Selamat pagi, Bapak KPU/PPK, S.H. pada 2024/2025: 50% selesai."
    punctuated = kc.preprocess(kc.load(texts))
    page = watch(kc.explorer(punctuated, tmp_path / "jelajah.html")).open()
    cases = [(query, how) for query in PUNCTUATED for how in ("root", "form")]
    for (query, how), rows in zip(cases, found(page, cases), strict=True):
        assert len(rows) == len(kc.concordance(punctuated, query, what=how)) > 0, (query, how)


WORDS = [
    *("selenggara", "penyelenggaraan", "integr*", "*-sama", "jawab", "umum", "jujur|adil"),
    *("pemilihan", "negara", "kpu", "undang-undang", "tanggungjawab", "dan", "kami", "tidakada"),
]
PHRASES = [
    *("tanggung jawab", "menjaga ..3 pemilu", "komisi pemilihan umum", "aparatur sipil negara"),
]
CASES = [
    *((word, "root") for word in [*WORDS, *PHRASES]),
    *((word, "form") for word in [*WORDS, "Intergritas"]),
]


def test_the_page_finds_what_the_library_finds(
    tokens: Tokens, seed_explorer: Path, watch: Watch
) -> None:
    page = watch(seed_explorer).open()
    for (query, how), rows in zip(CASES, found(page, CASES), strict=True):
        table = kc.concordance(tokens, query, what=how)
        assert rows == [list(row) for row in zip(table["essay"], table["match"], strict=True)]


def test_every_word_of_the_essays_is_found_as_by_the_library(
    tokens: Tokens, seed_explorer: Path, watch: Watch
) -> None:
    words = sorted({norm for norm in tokens.frame["norm"] if norm.isalpha()})[::18]
    counts = (
        watch(seed_explorer)
        .open()
        .evaluate("words => words.map((word) => corpus.find(word, 'root').first.length)", words)
    )
    assert counts == [len(kc.concordance(tokens, word)) for word in words]
