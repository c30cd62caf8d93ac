"""What comes out of the printer: A4 pages, none empty, no table cut off."""

from __future__ import annotations

import io
import re
import unicodedata
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from pypdf import PdfReader
from tests.browser.pages import A4, PRINTABLE, Watch, Watched

import kpu_corpus as kc

# Elements that stand out of the printed page, which a printer would cut off or shrink.
OUTSIDE = """(width) => [...document.querySelectorAll("body *")].filter((one) => {
    const box = one.getBoundingClientRect(), hidden = one.closest(".skip, .vh, script, style");
    const cut = one.scrollWidth > one.clientWidth + 1
        && getComputedStyle(one).overflowX !== "visible";
    return !hidden && box.width && (cut || box.right > width + 1 || box.left < -1);
}).map((one) => one.outerHTML.slice(0, 120))"""
WORDS = """[...document.querySelectorAll("td, th[scope=row]")]
    .filter((one) => one.checkVisibility())
    .flatMap((one) => one.textContent.match(/[\\p{L}\\p{N}]+/gu) ?? [])"""


def squeezed(text: str) -> str:
    """Return the text without spaces and with plain letters for the ligatures of a font."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def printed(page: Any) -> list[str]:
    """Print on A4 and return the text of each page."""
    content = page.pdf(prefer_css_page_size=True, format="A4", print_background=True)
    pages = PdfReader(io.BytesIO(content)).pages
    for one in pages:
        size = (float(one.mediabox.width), float(one.mediabox.height))
        assert size == pytest.approx(A4, abs=1)
    return [one.extract_text() for one in pages]


def alone(page: Any, section: str) -> None:
    """Leave one section of a report: printing all of them takes as long as they are."""
    others = f"document.querySelectorAll('section:not({section})')"
    page.evaluate(f"{others}.forEach((one) => one.remove())")


def fits(seen: Watched) -> None:
    """Nothing stands out of the printable width."""
    seen.page.set_viewport_size({"width": PRINTABLE, "height": 1000})
    seen.page.emulate_media(media="print")
    assert seen.page.evaluate(OUTSIDE, PRINTABLE) == []


def test_the_report_prints_whole_on_a4(watch: Watch, report: Path) -> None:
    seen = watch(report)
    page = seen.open()
    texts = printed(page)
    assert len(texts) > 5
    assert [number for number, text in enumerate(texts, 1) if len(squeezed(text)) < 60] == []
    whole = squeezed("".join(texts))
    words = page.evaluate(WORDS)
    assert len(words) > 400
    assert [word for word in words if word not in whole] == []
    assert "Langsung ke isi" not in whole
    (contents,) = [page for page in map(squeezed, texts) if "Daftarisi" in page]
    assert "kebenaranisinya.Daftarisi" in contents  # right below the answer, on no page of its own
    fits(seen)


def test_themes_that_were_not_found_need_no_page_of_their_own(watch: Watch, tmp_path: Path) -> None:
    seen = watch(kc.report(kc.load({"a": "Saya menjaga integritas."}), tmp_path / "a.html"))
    report = seen.open()
    alone(report, "#evidence")
    (page,) = [text for text in printed(report) if "Paling banyak tiga kalimat" in text]
    assert "Saya menjaga integritas." in page
    assert squeezed(page).count("Leksikontidakmenemukan") > 3


def test_no_page_ends_with_an_author_whose_text_follows_on_the_next(
    watch: Watch, tmp_path: Path
) -> None:
    texts = ["Warga datang setiap hari. " * (9 + 3 * n) for n in range(12)]
    rows = pd.DataFrame({"title": "Menjaga amanah", "author": "Rina Marlina", "text": texts})
    page = watch(kc.report(kc.load(rows), tmp_path / "a.html")).open()
    alone(page, "#texts")
    texts = printed(page)
    assert "".join(texts).count("Rina Marlina") == 12
    assert [text[-60:] for text in texts if text.endswith("Rina Marlina")] == []


def test_a_heatmap_of_many_themes_prints_at_full_size(watch: Watch, tmp_path: Path) -> None:
    corpus = kc.load({f"n{n}": "Kami jujur dan berkepastian hukum. " * 12 for n in range(9)})
    seen = watch(kc.report(corpus, tmp_path / "a.html", lexicon="pemilu"))
    page = seen.open()
    alone(page, "#heat")
    whole = squeezed("".join(printed(page)))
    assert [word for word in page.evaluate(WORDS) if word not in whole] == []
    fits(seen)


@pytest.mark.parametrize("hash_", ["", "view=words&q=kami", "view=read&essay=satu&other=dua"])
def test_the_explorer_prints_what_it_shows(hash_: str, seen: Watched) -> None:
    page = seen.open(hash_)
    texts = printed(page)
    assert [number for number, text in enumerate(texts, 1) if len(squeezed(text)) < 60] == []
    whole = squeezed("".join(texts))
    assert squeezed(page.inner_text("#view h2")) in whole
    assert [word for word in page.evaluate(WORDS) if word not in whole] == []
    for control in (page.inner_text("form button"), page.inner_text("#themes-all")):
        assert squeezed(control) not in whole
    fits(seen)
