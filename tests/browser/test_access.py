"""The explorer and the report for everybody: keyboard, screen reader, phone, no JavaScript."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.browser.pages import Watch, Watched

VIEWS = ["", "view=words&q=kami", "view=read&essay=satu&other=dua&q=pemilu", "q=tidakada"]
# WCAG 2.2 A and AA and best practices; axe leaves out the size of targets unless asked.
AXE = """([within, rules]) => axe.run(within ?? document, { resultTypes: ["violations"],
    rules: { "target-size": { enabled: true } }, ...(rules && { runOnly: rules }) })
    .then((run) => run.violations.map((rule) =>
        [rule.id, rule.impact, rule.nodes.map((node) => node.html)]))"""
OF_WIDTH = [
    "target-size",
    "scrollable-region-focusable",
    "aria-hidden-focus",
    "skip-link",
    "region",
]
# At each key that was pressed: which control has the focus (-1: none), and whether one sees it; a
# date draws its own ring, inside.
WALK = """() => {
    const controls = [...document.querySelectorAll(
        "a[href], button, input, select, summary, [tabindex='0']")]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.tabIndex >= 0);
    const places = new Map(controls.map((one, place) => [one, place]));
    window.steps = [];
    document.addEventListener("keyup", () => {
        const one = document.activeElement, look = getComputedStyle(one);
        steps.push([places.get(one) ?? -1, one.outerHTML.slice(0, 200), one.type === "date"
            || look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2]);
    });
    document.activeElement.blur();
    return controls.length;
}"""


def violations(page: Any, *within: str, narrow: bool = False) -> Any:
    """Return what axe-core complains of in a page or parts of it: rule, impact, elements.

    Of a narrow page only that which the width may change: most rules are of what stands there.
    """
    axe = pytest.importorskip("axe_playwright_python", reason="needs axe-playwright-python")
    if not page.evaluate("'axe' in window"):
        [script] = Path(axe.__path__[0]).rglob("axe.min.js")
        page.evaluate(script.read_text("utf-8"))
    return page.evaluate(AXE, [list(within) or None, OF_WIDTH if narrow else None])


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_in_the_explorer(width: int, watch: Watch, path: Path) -> None:
    seen = watch(path, width)
    for hash_ in VIEWS:
        within = ["#view"] if hash_ else []  # what stands around it stays
        assert violations(seen.open(hash_), *within, narrow=width == 390) == [], hash_


def test_axe_finds_nothing_in_the_report(watch: Watch, report: Path) -> None:
    page = watch(report).open()
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        assert violations(page, narrow=width == 390) == [], width


def tabbed(page: Any) -> None:
    """Press the tab key once around the page: everything is reached, each with a visible ring."""
    wanted = page.evaluate(WALK)
    for _ in range(wanted):
        page.keyboard.press("Tab")
    for _ in range(2 * wanted):  # a date takes the key once for the day, the month and the year
        page.keyboard.press("Tab")
        if page.evaluate("steps.at(-1)[0]") == -1:  # the last step leaves the page
            break
    steps = page.evaluate("steps")
    assert {place for place, _, _ in steps} == {-1, *range(wanted)}
    assert [one for place, one, visible in steps if place >= 0 and not visible] == []


@pytest.mark.parametrize("hash_", ["", "view=words&q=kami", "view=read&essay=satu&other=dua"])
def test_the_tab_key_reaches_every_control_of_the_explorer(hash_: str, seen: Watched) -> None:
    tabbed(seen.open(hash_, anew=True))


def test_the_tab_key_reaches_every_link_of_the_report(watch: Watch, report: Path) -> None:
    tabbed(watch(report).open())


def test_an_essay_is_found_opened_and_compared_without_a_mouse(seen: Watched) -> None:
    page, keys = seen.open(anew=True), seen.page.keyboard

    def tab_to(selector: str) -> None:
        for _ in range(60):
            if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
                return
            keys.press("Tab")
        raise AssertionError(f"the tab key does not reach {selector}")

    tab_to("#q")
    keys.type("menuntut")
    keys.press("Enter")
    seen.settle("q=menuntut")
    tab_to("#theme-4")
    keys.press("Space")
    seen.settle("themes=")
    tab_to("ol.essays a")
    keys.press("Enter")
    seen.settle("essay=dua")
    assert page.evaluate("document.activeElement.tagName") == "H2"
    tab_to("#pick-other")
    keys.press("ArrowDown")
    seen.settle("other=satu")
    tab_to(".shared-with .jump")
    keys.press("Enter")
    assert page.evaluate("document.activeElement.id") == "a-1"


@pytest.mark.parametrize(
    ("hash_", "control", "piece"),
    [
        ("q=kami", "order", "order="),
        ("view=words&q=kami", "sort", "sort="),
        ("view=read", "pick-essay", "essay="),
        ("view=read&essay=satu", "pick-other", "other="),
    ],
)
def test_a_control_changed_by_key_keeps_the_focus(
    hash_: str, control: str, piece: str, seen: Watched
) -> None:
    page = seen.open(hash_)
    page.focus(f"#{control}")
    page.keyboard.press("ArrowDown")
    seen.settle(piece)
    assert page.evaluate("document.activeElement.id") == control


def test_switching_a_theme_does_not_lead_away_from_it(seen: Watched) -> None:
    page = seen.open("view=read&essay=satu&at=0", anew=True)
    assert page.evaluate("document.activeElement.id") == "here"
    page.focus("#theme-1")
    page.keyboard.press("Space")
    seen.settle("themes=")
    assert page.evaluate("document.activeElement.id") == "theme-1"


def test_the_skip_link_leads_past_the_settings(seen: Watched) -> None:
    page = seen.open(anew=True)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_controls_have_names_and_ids_are_unique(seen: Watched) -> None:
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


NARROW = 320  # the narrowest phone in use, and what WCAG 2.2 asks for (1.4.10 Reflow)


def test_a_phone_needs_no_sideways_scrolling(watch: Watch, path: Path) -> None:
    seen = watch(path, NARROW)
    for hash_ in [*VIEWS, "view=words&q=a*", "view=read&essay=tiga&other=satu"]:
        page = seen.open(hash_)
        assert page.evaluate("document.documentElement.scrollWidth") == NARROW, hash_
        assert page.get_attribute("#themes-box", "open") is None


def test_the_report_on_a_phone_scrolls_only_inside_its_tables(watch: Watch, report: Path) -> None:
    page = watch(report, NARROW).open()
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW


def test_without_script_the_explorer_lists_the_essays(watch: Watch, path: Path) -> None:
    seen = watch(path)
    seen.override("setScriptExecutionDisabled", value=True)
    page = seen.page
    page.goto(path.as_uri())
    assert page.locator("noscript li, ol.essays li").count() == 3
    assert "JavaScript" in page.inner_text(".notice")
    assert not page.is_visible("#app")


def test_without_script_the_report_says_the_same(watch: Watch, report: Path) -> None:
    seen = watch(report)
    text = seen.open().inner_text("body")
    seen.override("setScriptExecutionDisabled", value=True)
    plain = seen.open(anew=True)
    assert plain.inner_text("body") == text
    plain.click("#evidence figcaption a >> nth=0")
    assert plain.locator("#texts :target").count() == 1
