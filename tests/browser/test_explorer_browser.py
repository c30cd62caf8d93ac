"""The explorer in a real browser: every control, deep links, no script, hostile texts."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.tokens import Tokens

sync_api = pytest.importorskip("playwright.sync_api", reason="needs the package playwright")
NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = os.environ.get("EXPLORER_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=f"needs a browser: {', '.join(NAMES)}")

SHARED = (
    "Setiap pegawai wajib menjaga integritas serta menolak hadiah dari peserta pemilu, sebab suara "
    "rakyat adalah titipan yang harus kembali utuh kepada mereka yang mempercayakannya."
)
ROWS = {
    "id": ["satu", "dua", "tiga"],
    "title": ["Menjaga Suara", "Belajar di Kantor", "<script>alert('judul')</script>"],
    "unit": ["Subang", "Bekasi", "Subang"],
    "date": ["2025-06-02", "2025-06-09", "2025-07-01"],
    "text": [
        f"Kami menyelenggarakan pemilu dengan jujur. {SHARED} Laporan itu bukan tentang disiplin.",
        f"Penyelenggaraan pemilu menuntut disiplin. Kami belajar. {SHARED}",
        "<script>document.title='rusak'</script> </script> javascript:alert(1) "
        f"{'a' * 10_000} \U0001f600 Kami menjaga integritas dan tanggung jawab.",
    ],
}


class Seen:
    """One open page with what it asked the network for and what it complained of."""

    def __init__(self, page: Any, path: Path) -> None:
        self.page, self.path = page, path
        self.requests: list[str] = []
        self.messages: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.messages.append(message.text))
        page.on("pageerror", lambda error: self.messages.append(str(error)))
        page.on("dialog", lambda dialog: self.messages.append(dialog.message))

    def open(self, hash_: str = "") -> Any:
        self.page.goto("about:blank")
        self.page.goto(f"{self.path.as_uri()}#{hash_}")
        self.page.wait_for_selector("html[data-ready]")
        return self.page

    @property
    def told(self) -> str:
        return str(self.page.inner_text("#told"))

    def settle(self, piece: str) -> None:
        """Wait until the address holds a piece of the state and the page shows it."""
        self.page.wait_for_function(
            "(piece) => decodeURIComponent(location.hash).includes(piece)", arg=piece
        )
        self.page.wait_for_timeout(50)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as play:
        opened = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    corpus = kc.load(pd.DataFrame(ROWS), text="text")
    return kc.explorer(corpus, tmp_path_factory.mktemp("jelajah") / "jelajah.html")


@pytest.fixture
def seen(browser: Any, path: Path) -> Iterator[Seen]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    shown = Seen(page, path)
    yield shown
    page.close()
    # whatever a test did, nothing was loaded and nothing went wrong
    assert {url for url in shown.requests if not url.startswith("file:")} <= {"about:blank"}
    assert {url.partition("#")[0] for url in shown.requests if url.startswith("file:")} <= {
        path.as_uri()
    }
    assert shown.messages == []


def ids(rows: list[int], page: Any) -> bool:
    shown = page.eval_on_selector_all("ol.essays > li", "rows => rows.map((row) => row.value)")
    return bool(shown == rows)


def test_search_finds_every_form_of_the_root(seen: Seen) -> None:
    page = seen.open()
    page.fill("#q", "selenggara")
    page.press("#q", "Enter")
    seen.settle("q=selenggara")
    assert seen.told == "2 temuan di 2 esai"
    assert ids([1, 2], page)
    page.select_option("#how", "form")
    seen.settle("how=form")
    assert seen.told.startswith("0 temuan")


def test_typing_searches_without_enter(seen: Seen) -> None:
    page = seen.open()
    page.locator("#q").press_sequentially("belajar")
    seen.settle("q=belajar")
    assert ids([2], page)
    page.click("form button")
    assert seen.told == "1 temuan di 1 esai"


def test_a_form_that_does_not_occur_leads_to_its_root(seen: Seen) -> None:
    page = seen.open("q=terselenggarakannyalah")
    page.click("#told a")
    seen.settle("q=selenggara")
    assert seen.told == "2 temuan di 2 esai"


@pytest.fixture(scope="module")
def real(browser: Any, tokens: Tokens, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The page of the real essays."""
    written = kc.explorer(tokens, tmp_path_factory.mktemp("nyata") / "jelajah.html")
    page = browser.new_page()
    page.goto(written.as_uri())
    page.wait_for_selector("html[data-ready]")
    yield page
    page.close()


QUERIES = [
    *("selenggara", "penyelenggaraan", "integr*", "*-sama", "tanggung jawab", "jawab", "umum"),
    *("pemilihan", "jujur|adil", "menjaga ..3 pemilu", "komisi pemilihan umum", "negara", "kpu"),
    *("aparatur sipil negara", "undang-undang", "tanggungjawab", "dan", "kami", "tidakada"),
]


@pytest.mark.parametrize("how", ["root", "form"])
@pytest.mark.parametrize("query", QUERIES)
def test_the_page_finds_what_the_library_finds(
    query: str, how: str, tokens: Tokens, real: Any
) -> None:
    if how == "form" and " " in query:
        pytest.skip("the library looks for joined units by their root")
    table = kc.concordance(tokens, query, what=how)
    found = real.evaluate(
        """([query, how]) => { const hits = corpus.find(query, how);
        return Array.from(hits.first, (token, i) => [essays.essay[corpus.owner[token]],
          corpus.texts[corpus.owner[token]].slice(corpus.start[token],
          corpus.endOf(hits.last[i]))]); }""",
        [query, how],
    )
    assert found == [list(row) for row in zip(table["essay"], table["match"], strict=True)]


def test_every_word_of_the_essays_is_found_as_by_the_library(tokens: Tokens, real: Any) -> None:
    words = sorted({norm for norm in tokens.frame["norm"] if norm.isalpha()})[::9]
    counts = real.evaluate(
        "words => words.map((word) => corpus.find(word, 'root').first.length)", words
    )
    assert counts == [len(kc.concordance(tokens, word)) for word in words]


def test_concordance_is_sorted_by_the_neighbours(seen: Seen) -> None:
    page = seen.open("view=words&q=kami")
    for sort, column in (("left", "td.left"), ("right", "td:nth-child(3)")):
        page.select_option("#sort", sort)
        seen.settle(f"sort={sort}")
        cells = [text.lower() for text in page.locator(f"table {column}").all_inner_texts()]
        words = [[word for word in text.split() if word.strip("., \U0001f600")] for text in cells]
        near = [row[-1 if sort == "left" else 0].strip("….,") if row else "" for row in words]
        assert len(near) == 3
        assert near == sorted(near)


def test_a_row_of_the_concordance_leads_to_its_place(seen: Seen) -> None:
    page = seen.open("view=words&q=menuntut")
    page.click("td.match a")
    seen.settle("view=read")
    assert page.inner_text("#here").startswith("Penyelenggaraan pemilu menuntut disiplin")
    assert page.evaluate("document.activeElement.id") == "here"
    assert page.inner_text("mark.query") == "menuntut"


def test_without_a_query_the_concordance_lists_the_themes(seen: Seen) -> None:
    page = seen.open("view=words&themes=disiplin")
    assert page.locator("td.match").all_inner_texts() == ["disiplin"]
    page.check("#uncounted")
    seen.settle("uncounted=1")
    assert page.locator("td.match").all_inner_texts() == ["disiplin", "disiplin"]


def test_themes_are_switched_on_and_off(seen: Seen) -> None:
    page = seen.open("view=read&essay=satu")
    assert "integritas" in page.locator(".text mark").all_inner_texts()
    page.uncheck("#theme-1")
    seen.settle("themes=")
    assert "integritas" not in page.locator(".text mark").all_inner_texts()
    page.click("#themes-none")
    page.wait_for_function("document.querySelectorAll('.text mark').length === 0")
    assert page.inner_text("#themes-count") == "(0 dari 10)"
    page.click("#themes-all")
    page.wait_for_function("document.querySelectorAll('.text mark').length > 0")


def test_uncounted_mentions_are_marked_on_request(seen: Seen) -> None:
    page = seen.open("view=read&essay=satu")
    assert page.locator("mark.not").count() == 0
    page.check("#uncounted")
    seen.settle("uncounted=1")
    assert page.inner_text("mark.not") == "disiplin"


def test_only_essays_that_mention_a_theme(seen: Seen) -> None:
    page = seen.open("themes=disiplin")
    page.check("#only")
    seen.settle("only=1")
    assert ids([2], page)


def test_filters_by_metadata(seen: Seen) -> None:
    page = seen.open()
    page.get_by_label("Unit").select_option("Subang")
    seen.settle("f.unit=Subang")
    assert ids([1, 3], page)
    page.get_by_label("Tanggal sampai").fill("2025-06-30")
    seen.settle("f.date~to=2025-06-30")
    assert ids([1], page)
    assert page.inner_text("#filters-count") == "(2)"
    page.click("#filters-clear")
    page.wait_for_function("location.hash === '#' || location.hash === ''")
    assert ids([1, 2, 3], page)
    page.get_by_label("Judul memuat").fill("belajar")
    seen.settle("f.title~has=belajar")
    assert ids([2], page)


def test_the_list_is_ordered_as_asked(seen: Seen) -> None:
    page = seen.open("q=kami")
    page.select_option("#order", "hits")
    seen.settle("order=hits")
    assert ids([1, 2, 3], page)
    page.select_option("#order", "title")
    seen.settle("order=title")
    assert ids([3, 2, 1], page)


def test_two_essays_stand_side_by_side_with_linked_passages(seen: Seen) -> None:
    page = seen.open("view=read&essay=satu")
    page.click(".shared-with a")
    seen.settle("other=dua")
    boxes = [article.bounding_box() for article in page.locator("article").all()]
    assert boxes[0]["y"] == boxes[1]["y"]
    assert boxes[0]["x"] + boxes[0]["width"] <= boxes[1]["x"]
    shared = [
        "".join(a.locator(".shared").all_inner_texts()) for a in page.locator("article").all()
    ]
    assert all("menolak hadiah dari peserta pemilu" in text for text in shared)
    page.locator("article").first.locator(".jump").click()
    assert page.evaluate("document.activeElement.id") == "b-1"
    page.locator("article").last.locator(".jump").click()
    assert page.evaluate("document.activeElement.id") == "a-1"


def test_essays_are_picked_from_lists(seen: Seen) -> None:
    page = seen.open("view=read")
    page.select_option("#pick-essay", "dua")
    seen.settle("essay=dua")
    page.select_option("#pick-other", "tiga")
    seen.settle("other=tiga")
    assert page.locator("article").count() == 2
    assert "Tidak ditemukan bagian yang sama" in page.inner_text(".shared-with")


def test_a_deep_link_gives_the_whole_state_back(seen: Seen) -> None:
    address = "view=words&q=pemilu&how=form&sort=right&themes=disiplin&f.unit=Bekasi"
    page = seen.open(address)
    assert page.input_value("#q") == "pemilu"
    assert page.input_value("#how") == "form"
    assert page.input_value("#sort") == "right"
    assert page.inner_text("#themes-count") == "(1 dari 10)"
    assert page.locator("table.words tbody tr").count() == 2
    page.click("#views a >> nth=0")
    seen.settle("q=pemilu")
    page.go_back()
    seen.settle("view=words")
    assert page.locator("table.words tbody tr").count() == 2


@pytest.mark.parametrize("hash_", ["view=x&essay=%00&at=z&sort=%", "%E0%A4%A", "f.x~y=1&themes=,"])
def test_a_broken_address_shows_the_list(hash_: str, seen: Seen) -> None:
    page = seen.open(hash_)
    assert ids([1, 2, 3], page)


def test_hostile_texts_stay_text(seen: Seen) -> None:
    page = seen.open("view=read&essay=tiga")
    assert "<script>document.title='rusak'</script> </script> javascript:alert(1)" in (
        page.inner_text(".text")
    )
    assert page.inner_text("article h3") == "Esai 3. <script>alert('judul')</script>"
    assert page.title().startswith("Jelajah esai")
    assert page.locator("#view script, #view a[href^='javascript']").count() == 0


def test_marks_stand_right_after_wide_characters(seen: Seen) -> None:
    page = seen.open("view=read&essay=tiga&q=tanggung+jawab")
    assert "".join(page.locator("mark.query").all_inner_texts()) == "tanggung jawab"


@pytest.mark.parametrize(
    "hash_", ["", "view=words&q=kami", "view=words&q=a*", "view=read&essay=tiga&other=satu"]
)
def test_a_phone_needs_no_sideways_scrolling(hash_: str, seen: Seen) -> None:
    seen.page.set_viewport_size({"width": 390, "height": 844})
    page = seen.open(hash_)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert page.get_attribute("#themes-box", "open") is None


def test_the_keyboard_reaches_everything(seen: Seen) -> None:
    page = seen.open()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    seen.settle("essay=satu")
    assert page.evaluate("document.activeElement.tagName") == "H2"


def test_controls_have_names_and_ids_are_unique(seen: Seen) -> None:
    page = seen.open("view=read&essay=satu&other=dua")
    unnamed = page.evaluate(
        """[...document.querySelectorAll('input, select, button, a')].filter((one) =>
        !one.labels?.length && !one.ariaLabel && !one.textContent.trim()).length"""
    )
    assert unnamed == 0
    assert page.evaluate(
        "(all => all.length === new Set(all).size)([...document.querySelectorAll('[id]')]"
        ".map((one) => one.id))"
    )


def test_without_script_the_essays_are_listed(browser: Any, path: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    assert page.locator("noscript li, ol.essays li").count() == 3
    assert "JavaScript" in page.inner_text(".notice")
    assert not page.is_visible("#app")
    context.close()


def test_without_texts_essays_are_found_and_not_shown(browser: Any, tmp_path: Path) -> None:
    corpus = kc.load(pd.DataFrame(ROWS), text="text")
    seen = Seen(browser.new_page(), kc.explorer(corpus, tmp_path / "j.html", text=False))
    page = seen.open("q=selenggara")
    assert seen.told == "2 temuan di 2 esai"
    assert page.locator("#views a").all_inner_texts() == ["Daftar esai", "Baca dan bandingkan"]
    page.click("ol.essays a")
    seen.settle("view=read")
    assert "tidak disertakan" in page.inner_text("article")
    page.click(".shared-with a")
    seen.settle("other=dua")
    assert "kata, sama persis" in page.inner_text(".shared-with")
    assert seen.messages == []
    page.close()


def test_english_page(browser: Any, tmp_path: Path) -> None:
    corpus = kc.load(pd.DataFrame(ROWS), text="text")
    seen = Seen(browser.new_page(), kc.explorer(corpus, tmp_path / "e.html", lang="en"))
    page = seen.open("view=read&essay=satu")
    assert page.get_attribute("html", "lang") == "en"
    assert "Date: 2 June 2025" in page.inner_text("article .meta")
    assert seen.messages == []
    page.close()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(
    "hash_", ["", "view=words&q=kami", "view=read&essay=satu&other=dua&q=pemilu", "q=tidakada"]
)
def test_axe_finds_nothing(hash_: str, width: int, seen: Seen) -> None:
    axe = pytest.importorskip("axe_playwright_python", reason="needs axe-playwright-python")
    [script] = Path(axe.__file__).parent.rglob("axe*.js")
    seen.page.set_viewport_size({"width": width, "height": 844})
    page = seen.open(hash_)
    page.evaluate(script.read_text("utf-8"))
    found = page.evaluate("axe.run()")["violations"]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []
