"""The report on a screen: what belongs together stands in line, and words stay whole."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from tests.browser.pages import Watch

import kpu_corpus as kc

LINES = """[...document.querySelectorAll("table.plain")].flatMap((table) => {
    const edge = (cell) => {
        const words = document.createRange(), style = getComputedStyle(cell);
        words.selectNodeContents(cell);
        const box = words.getBoundingClientRect();
        const right = style.textAlign === "right" || style.textAlign === "end";
        return [right, Math.round(right ? box.right : box.left)];
    };
    const heads = [...table.tHead.rows[0].cells].map(edge);
    return [...table.tBodies[0].rows].flatMap((row) => [...row.cells].map((cell, at) =>
        [table.caption.textContent, at, heads[at], cell.textContent ? edge(cell) : heads[at]]));
}).filter(([, , head, cell]) => head[0] !== cell[0] || Math.abs(head[1] - cell[1]) > 1)"""


def test_heads_and_cells_of_every_table_stand_in_line(report: Path, watch: Watch) -> None:
    assert watch(report).open().evaluate(LINES) == []


# Of each table that is wider than the phone: its caption, and the parts that go with what moves.
MOVED = """() => [...document.querySelectorAll(".scroll")].flatMap((region) => {
    const parts = [region.querySelector("caption"),
        ...[...region.querySelectorAll("tr")].map((row) => row.cells[0])];
    const before = parts.map((part) => part.getBoundingClientRect().left);
    region.scrollLeft = 40;
    const gone = parts.filter((part, at) =>
        Math.abs(part.getBoundingClientRect().left - before[at]) > 1);
    return region.scrollLeft ? [[parts[0].textContent, gone.map((part) => part.textContent)]] : [];
})"""


def test_captions_and_first_columns_stay_when_a_table_is_moved_on_a_phone(
    report: Path, watch: Watch
) -> None:
    moved = watch(report, 390).open().evaluate(MOVED)
    assert len({caption for caption, _ in moved}) >= 3  # heatmap, themes, shared passages
    assert [(caption, gone) for caption, gone in moved if gone] == []


def test_a_phone_is_told_that_tables_can_be_moved_and_a_desk_is_not(
    report: Path, watch: Watch
) -> None:
    page = watch(report, 390).open()
    assert page.is_visible(".swipe")
    page.set_viewport_size({"width": 1280, "height": 900})
    assert not page.is_visible(".swipe")


BROKEN = """[...document.querySelectorAll("#read td, #read th")].filter((cell) => {
    const text = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT).nextNode();
    return [...(text?.data ?? "").matchAll(/[^\\s-]+/g)].some((word) => {
        const range = document.createRange();
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        return range.getClientRects().length > 1;
    });
}).map((cell) => cell.textContent)"""


def test_names_of_files_stay_whole(report: Path, watch: Watch) -> None:
    assert watch(report, width=760).open().evaluate(BROKEN) == []


@pytest.mark.parametrize(
    "offices",
    [
        ["Garut", "Subang", "Ciamis", "Sumedang", "Kuningan"],
        ["Tasikmalaya", "Pangandaran", "Majalengka", "Purwakarta", "Indramayu", "Sukabumi"],
    ],
)
def test_the_map_of_some_offices_fits_a_desk(
    tmp_path: Path, watch: Watch, offices: list[str]
) -> None:
    units = [*(f"KPU Kabupaten {name}" for name in offices), "KPU Kota Bogor", None]
    rows = pd.DataFrame({"text": ["Kami jujur. " * 60] * len(units), "unit": units})
    made = kc.report(kc.load(rows), tmp_path / "a.html", by="unit")
    heat = watch(made, 1280).open().locator(".scroll:has(.heat)")
    assert heat.evaluate("one => one.scrollWidth - one.clientWidth") == 0


def test_heads_of_all_tables_are_bold_alike(report: Path, watch: Watch) -> None:
    weights = (
        watch(report)
        .open()
        .eval_on_selector_all(
            "thead th", "heads => heads.map((head) => getComputedStyle(head).fontWeight)"
        )
    )
    assert set(weights) == {"600"}


def test_a_browser_that_darkens_pages_leaves_the_shades_as_they_are(
    report: Path, path: Path, watch: Watch
) -> None:
    for file, shades in ((report, ".heat"), (path, "ol.essays")):
        seen = watch(file)
        seen.page.emulate_media(color_scheme="dark")
        shown = seen.open(anew=True).locator(shades)
        light = shown.screenshot()
        seen.override("setAutoDarkModeOverride", enabled=True)
        assert shown.screenshot() == light
