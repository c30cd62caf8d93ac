"""The address of the explorer holds what is shown, and a broken one breaks nothing."""

from __future__ import annotations

import pytest
from tests.browser.pages import Watched, shown_essays


def test_a_deep_link_gives_the_whole_state_back(seen: Watched) -> None:
    address = "view=words&q=pemilu&how=form&sort=right&themes=disiplin&f.unit=Bekasi"
    page = seen.open(address, anew=True)
    assert page.input_value("#q") == "pemilu"
    assert page.input_value("#how") == "form"
    assert page.input_value("#sort") == "right"
    assert page.inner_text("#themes-count") == "(1 dari 10)"
    assert page.get_by_label("Satuan kerja").input_value() == "Bekasi"
    assert page.locator("table.words tbody tr").count() == 2
    page.click("#views a >> nth=0")
    seen.settle("q=pemilu")
    page.go_back()
    seen.settle("view=words")
    assert page.locator("table.words tbody tr").count() == 2


def test_what_the_controls_made_can_be_opened_elsewhere(seen: Watched) -> None:
    page = seen.open()
    page.fill("#q", "pemilu")
    seen.settle("q=pemilu")
    page.uncheck("#theme-2")
    seen.settle("themes=")
    page.check("#uncounted")
    seen.settle("uncounted=1")
    page.click("ol.essays a >> nth=0")
    seen.settle("essay=satu")
    page.select_option("#pick-other", "dua")
    seen.settle("other=dua")
    copied = page.url.partition("#")[2]
    whole = "document.getElementById('view').innerHTML"
    made = page.evaluate(whole)
    assert seen.open(copied, anew=True).evaluate(whole) == made
    assert page.is_checked("#uncounted")
    assert not page.is_checked("#theme-2")


BROKEN = [
    "view=x&essay=%00&at=z&sort=%",
    "%E0%A4%A",
    "f.x~y=1&themes=,",
    "f.words~has=1&f.units~from=2",
    "f.constructor~has=a&f.__proto__=b&q=",
    "order=toString&how=constructor&other=satu&essay=satu",
]


def test_a_broken_address_shows_the_list(seen: Watched) -> None:
    for hash_ in BROKEN:
        assert shown_essays(seen.open(hash_)) == ["satu", "dua", "tiga"], hash_


ODD = ["constructor", "__proto__", "***", "..3", "|", "a|", "%3Cb%3E"]


@pytest.mark.parametrize("how", ["root", "form"])
def test_an_odd_query_is_only_a_query(how: str, seen: Watched) -> None:
    for query in ODD:
        page = seen.open(f"view=words&q={query}&how={how}")
        assert seen.told.split()[1] == "temuan", query
        assert page.locator("#view b", has_text="<").count() == 0


def test_what_is_chosen_right_after_another_choice_keeps_it(seen: Watched) -> None:
    page = seen.open()
    page.evaluate(
        """() => {
            document.getElementById("q").value = "menuntut";
            document.getElementById("search").requestSubmit();
            document.getElementById("theme-4").click();
        }"""
    )  # before the page shows what was asked for first
    seen.settle("themes=")
    assert "q=menuntut" in page.url
