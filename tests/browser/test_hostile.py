"""Essays that try to be markup stay text, in the explorer and in the report."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from tests.browser.pages import Watch

import kpu_corpus as kc
from kpu_corpus.errors import KpuCorpusWarning

MARKUP = (
    "<script>document.title='rusak'</script> </script> </style> <!-- --> ]]> javascript:alert(1) "
    "<img src=x onerror=alert(2)> <svg onload=alert(3)> {{ 7*7 }} \u2028 \u2029 &lt;b&gt; "
)
TEXT = (
    f"{MARKUP} {'a' * 10_000} \U0001f600 \u202eTerbalik. "
    "Kami menjaga integritas dan tanggung jawab."
)
ROWS = {
    "id": ["<img src=x onerror=alert(4)>", "dua&q=\"'"],
    "title": [f"{MARKUP}{'b' * 10_000}", "</title><script>alert(5)</script>"],
    "author": ["<b onmouseover=alert(6)>Ayu</b>", "javascript:alert(7)"],
    "unit": ["'><script>alert(8)</script>", '"><img src=http://contoh.invalid/x>'],
    "<script>alert(9)</script>": ["javascript:alert(10)", "<!--"],
    "text": [TEXT, f"{MARKUP} Kami belajar menjaga integritas setiap hari bersama pemilih."],
}
VISIBLE = "<script>document.title='rusak'</script> </script> </style> <!-- --> ]]> javascript:"
INJECTED = """[document.scripts.length,
    document.querySelectorAll("img, svg[onload], [onmouseover], a[href^='javascript']").length]"""


@pytest.fixture(scope="module")
def corpus() -> Any:
    with pytest.warns(KpuCorpusWarning, match="contain HTML"):
        return kc.load(pd.DataFrame(ROWS), text="text")


@pytest.mark.parametrize("name", ["view=read", "view=words&q=integritas", "view=list"])
def test_the_explorer_shows_markup_as_text(
    name: str, corpus: Any, watch: Watch, hostile: Path
) -> None:
    page = watch(hostile).open(name)
    assert page.evaluate(INJECTED) == [1, 0]  # the page's own script
    assert page.title().startswith("Jelajah esai")
    assert "<script>document.title='rusak'</script>" in page.inner_text("#view")


@pytest.fixture(scope="module")
def hostile(browser: Any, corpus: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return kc.explorer(corpus, tmp_path_factory.mktemp("usil") / "jelajah.html")


def test_an_essay_with_a_hostile_name_opens_and_compares(watch: Watch, hostile: Path) -> None:
    seen = watch(hostile)
    page = seen.open()
    page.click("ol.essays a >> nth=0")
    seen.settle("view=read")
    assert VISIBLE in page.inner_text(".text")
    page.select_option("#pick-other", ROWS["id"][1])
    seen.settle("other=")
    assert page.locator("article").count() == 2
    assert page.evaluate(INJECTED) == [1, 0]  # the page's own script


def test_marks_stand_right_after_wide_characters(watch: Watch, hostile: Path) -> None:
    page = watch(hostile).open("view=read&q=tanggung+jawab")
    assert "".join(page.locator("mark.query").all_inner_texts()) == "tanggung jawab"


@pytest.mark.parametrize("width", [1280, 390])
def test_a_word_of_10_000_letters_widens_nothing(width: int, watch: Watch, hostile: Path) -> None:
    seen = watch(hostile, width)
    for hash_ in ("", "view=words&q=integritas", "view=read"):
        assert seen.open(hash_).evaluate("document.documentElement.scrollWidth") == width


def test_the_report_shows_markup_as_text(corpus: Any, watch: Watch, tmp_path: Path) -> None:
    page = watch(kc.report(corpus, tmp_path / "laporan.html")).open()
    assert VISIBLE in page.inner_text("#texts")
    assert page.evaluate(INJECTED) == [0, 0]
    assert "rusak" not in page.title()
    assert page.evaluate("document.documentElement.scrollWidth") == 1280
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") == 390
