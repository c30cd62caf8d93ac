"""Every control of the explorer does what it says."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from tests.browser.pages import Watch, Watched, shown_essays

import kpu_corpus as kc
from kpu_corpus.errors import KpuCorpusWarning


def test_concordance_is_sorted_by_the_neighbours(seen: Watched) -> None:
    page = seen.open("view=words&q=kami")
    for sort, column in (("left", "td.left"), ("right", "td:nth-child(3)")):
        page.select_option("#sort", sort)
        seen.settle(f"sort={sort}")
        cells = [text.lower() for text in page.locator(f"table {column}").all_inner_texts()]
        words = [[word for word in text.split() if word.strip("., \U0001f600")] for text in cells]
        near = [row[-1 if sort == "left" else 0].strip("….,") if row else "" for row in words]
        assert len(near) == 3
        assert near == sorted(near)


def test_a_row_of_the_concordance_leads_to_its_place(seen: Watched) -> None:
    page = seen.open("view=words&q=menuntut")
    page.click("td.match a")
    seen.settle("view=read")
    assert page.inner_text("#here").startswith("Penyelenggaraan pemilu menuntut disiplin")
    assert page.evaluate("document.activeElement.id") == "here"
    assert page.inner_text("mark.query") == "menuntut"


def test_without_a_query_the_concordance_lists_the_themes(seen: Watched) -> None:
    page = seen.open("view=words&themes=disiplin")
    assert page.locator("td.match").all_inner_texts() == ["disiplin"]
    page.check("#uncounted")
    seen.settle("uncounted=1")
    assert page.locator("td.match").all_inner_texts() == ["disiplin", "disiplin"]


def test_themes_are_switched_on_and_off(seen: Watched) -> None:
    page = seen.open("view=read&essay=satu")
    assert "integritas" in page.locator(".text mark").all_inner_texts()
    page.uncheck("#theme-1")
    seen.settle("themes=")
    assert "integritas" not in page.locator(".text mark").all_inner_texts()
    page.click("#themes-none")
    seen.until("() => document.querySelectorAll('.text mark').length === 0")
    assert page.inner_text("#themes-count") == "(0 dari 10)"
    page.click("#themes-all")
    seen.until("() => document.querySelectorAll('.text mark').length > 0")
    assert page.inner_text("#themes-count") == "(10 dari 10)"


def test_uncounted_mentions_are_marked_on_request(seen: Watched) -> None:
    page = seen.open("view=read&essay=satu")
    assert page.locator("mark.not").count() == 0
    page.check("#uncounted")
    seen.settle("uncounted=1")
    assert page.inner_text("mark.not") == "disiplin"


def test_a_denied_mention_of_a_topic_is_marked_as_one_that_counts(
    watch: Watch, tmp_path: Path
) -> None:
    sheet = tmp_path / "tema.csv"
    sheet.write_text("theme,match,counts\ncemar,cemar,mentions\nhutan,hutan,\n", "utf-8")
    corpus = kc.load({"satu": "Ia tidak menangani pencemaran. Ia tidak menjaga hutan."})
    seen = watch(kc.explorer(corpus, tmp_path / "jelajah.html", lexicon=sheet))
    page = seen.open("view=read&essay=satu")
    assert page.locator("mark").all_inner_texts() == ["pencemaran"]
    assert page.get_attribute("mark", "title") == "cemar: disangkal"
    page.check("#uncounted")
    seen.settle("uncounted=1")
    assert page.get_attribute("mark.not", "title") == "hutan: disangkal (tidak dihitung)"


def test_a_mark_inside_another_has_its_own_theme_and_its_colour(
    watch: Watch, tmp_path: Path
) -> None:
    sheet = tmp_path / "tema.csv"
    sheet.write_text("theme,match\njujur,jujur\npemilu,pemilu jujur adil\n", "utf-8")
    corpus = kc.load({"satu": "Kami ingin pemilu jujur adil."})
    page = watch(kc.explorer(corpus, tmp_path / "jelajah.html", lexicon=sheet)).open(
        "view=read&essay=satu"
    )
    shown = {one.inner_text(): one.get_attribute("class") for one in page.locator("mark").all()}
    assert shown == {"pemilu ": "t2", "jujur": "t1", " adil": "t2"}


def test_text_in_the_place_of_a_date_stays_as_it_is(watch: Watch, tmp_path: Path) -> None:
    dates = ["2025-13-05", "2025-06-02 s.d. 2025-06-05", "2025-06-02"]
    rows = pd.DataFrame({"text": ["Kami jujur."] * 3, "date": dates})
    with pytest.warns(KpuCorpusWarning, match=r"s\.d\."):
        corpus = kc.load(rows)
    page = watch(kc.explorer(corpus, tmp_path / "jelajah.html")).open("")
    told = page.locator(".meta").all_inner_texts()
    assert [line.split(" · ")[0] for line in told] == [*dates[:2], "2 Juni 2025"]


def test_only_essays_that_mention_a_theme(seen: Watched) -> None:
    page = seen.open("themes=disiplin")
    page.check("#only")
    seen.settle("only=1")
    assert shown_essays(page) == ["dua"]


def test_filters_narrow_the_list_together_and_clear_at_once(seen: Watched) -> None:
    page = seen.open()
    page.get_by_label("Satuan kerja").select_option("Subang")
    seen.settle("f.unit=Subang")
    assert shown_essays(page) == ["satu", "tiga"]
    page.get_by_label("Tanggal sampai").fill("2025-06-30")
    seen.settle("f.date~to=2025-06-30")
    assert shown_essays(page) == ["satu"]
    page.get_by_label("Tanggal dari").fill("2025-06-03")
    seen.settle("f.date~from=2025-06-03")
    assert shown_essays(page) == []
    assert page.inner_text("#filters-count") == "(3)"
    page.click("#filters-clear")
    seen.until("() => document.documentElement.dataset.shown === '#'")
    assert shown_essays(page) == ["satu", "dua", "tiga"]
    page.get_by_label("Judul memuat").fill("belajar")
    seen.settle("f.title~has=belajar")
    assert shown_essays(page) == ["dua"]


@pytest.fixture(scope="module")
def columns(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The explorer of essays with columns of many kinds."""
    rows = {
        "id": list("abcdefgh"),
        "text": ["Kami belajar."] * 8,
        "gelombang": ["10", "2", "1", "2", "10", "1", "11", "11"],
        "nomor": list("12345678"),
        "kabupaten": ["Subang", "Garut", None, "Garut", "", *["Subang"] * 3],
        "Satker": [*["Subang"] * 7, "Bekasi"],
        "constructor": [*["a"] * 7, "b"],
    }
    corpus = kc.load(pd.DataFrame(rows), text="text")
    return kc.explorer(corpus, tmp_path_factory.mktemp("kolom") / "jelajah.html")


def test_a_filter_counts_upwards_and_is_left_out_where_every_essay_has_its_own_value(
    watch: Watch, columns: Path
) -> None:
    page = watch(columns).open()
    options = page.get_by_label("gelombang").locator("option").all_inner_texts()
    assert options == ["(semua)", "1", "2", "10", "11"]
    assert page.get_by_label("nomor").count() == 0


def test_essays_without_a_value_can_be_filtered(watch: Watch, columns: Path) -> None:
    seen = watch(columns)
    page = seen.open()
    chosen = page.get_by_label("kabupaten")
    options = chosen.locator("option").all_inner_texts()
    assert options == ["(semua)", "Garut", "Subang", "(tidak disebutkan)"]
    chosen.select_option("(tidak disebutkan)")
    seen.until("() => location.hash.includes('f.kabupaten')")
    assert shown_essays(page) == ["c", "e"]
    assert page.inner_text("#filters-count") == "(1)"


def test_columns_are_called_as_in_the_persons_own_table(watch: Watch, columns: Path) -> None:
    seen = watch(columns)
    page = seen.open()
    page.get_by_label("Satker", exact=True).select_option("Bekasi")
    seen.settle("f.unit=Bekasi")
    assert page.get_by_label("constructor", exact=True).count() == 1
    page.click("ol.essays a")
    seen.settle("view=read")
    assert "Satker: Bekasi" in page.inner_text("article")


def test_the_mentions_of_a_theme_in_one_folder_are_found(watch: Watch, tmp_path: Path) -> None:
    for folder, text in (("sebelum", "Kami belajar."), ("sesudah", "Kami jujur. Kami belajar.")):
        (tmp_path / "esai" / folder).mkdir(parents=True)
        for name in ("ani", "budi"):
            (tmp_path / "esai" / folder / f"{name}.txt").write_text(text, encoding="utf-8")
    seen = watch(kc.explorer(kc.load(tmp_path / "esai"), tmp_path / "jelajah.html"))
    page = seen.open("view=words&themes=pembelajaran")
    assert page.locator("table.words tbody tr").count() == 4
    page.get_by_label("Folder", exact=True).select_option("sesudah")
    seen.settle("f.folder=sesudah")
    shown = page.locator("table.words td.where a").all_inner_texts()
    assert shown == ["Esai sesudah/ani-1", "Esai sesudah/budi-1"]


def test_the_numbers_of_the_list_say_what_they_count(seen: Watched) -> None:
    page = seen.open()
    chip = page.locator("ol.essays .chip").first
    assert chip.get_attribute("title") == "Integritas: 2 kalimat"
    assert "2 kalimat" in chip.inner_text()
    assert "jumlah kalimat" in page.inner_text("#view .hint")


def test_the_list_is_ordered_as_asked(seen: Watched) -> None:
    page = seen.open("q=kami")
    page.select_option("#order", "hits")
    seen.settle("order=hits")
    assert shown_essays(page) == ["satu", "dua", "tiga"]
    page.select_option("#order", "title")
    seen.settle("order=title")
    assert shown_essays(page) == ["tiga", "dua", "satu"]


def test_two_essays_stand_side_by_side_with_linked_passages(seen: Watched) -> None:
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
    page.locator(".shared-with .jump").last.click()
    assert page.evaluate("document.activeElement.id") == "b-1"


def test_essays_are_picked_from_lists(seen: Watched) -> None:
    page = seen.open("view=read")
    page.select_option("#pick-essay", "dua")
    seen.settle("essay=dua")
    page.select_option("#pick-other", "tiga")
    seen.settle("other=tiga")
    assert page.locator("article").count() == 2
    assert "Tidak ditemukan bagian yang sama" in page.inner_text(".shared-with")


def test_a_long_list_of_essays_is_filled_when_somebody_turns_to_it(
    watch: Watch, tmp_path: Path
) -> None:
    corpus = kc.load({f"esai-{n:03}": "Kami belajar." for n in range(250)})
    none = kc.shared_passages(kc.load({"a": "Kami belajar."}))
    seen = watch(kc.explorer(corpus, tmp_path / "banyak.html", passages=none))
    page = seen.open("view=read&essay=esai-007&q=belajar")
    assert page.locator("#pick-essay option").all_inner_texts() == ["esai-007"]
    page.click("#pick-essay")
    assert page.locator("#pick-essay option").count() == 250
    assert page.input_value("#pick-essay") == "esai-007"
    page.select_option("#pick-essay", "esai-249")
    seen.settle("essay=esai-249")
    page.focus("#pick-other")
    page.select_option("#pick-other", "esai-001")
    seen.settle("other=esai-001")
    assert page.locator("article").count() == 2


def test_long_lists_grow_on_request_and_keep_the_focus(seen: Watched) -> None:
    page = seen.open("view=words&q=*a*")
    rows = page.locator("table.words tbody tr")
    first = rows.count()
    page.focus("#more")
    page.keyboard.press("Enter")
    seen.until("(first) => document.querySelectorAll('table.words tbody tr').length > first", first)
    assert int(seen.told.split()[0]) >= rows.count() > first


def test_the_views_are_tabs_that_keep_the_query(seen: Watched) -> None:
    page = seen.open("q=pemilu")
    for name, view in (("Kata dalam kalimat", "words"), ("Baca dan bandingkan", "read")):
        page.locator("#views").get_by_text(name).click()
        seen.settle(f"view={view}")
        assert page.get_attribute("#views a[aria-current]", "href").endswith("q=pemilu")
        assert page.inner_text("#views a[aria-current]") == name


def test_reading_begins_with_an_essay_that_has_what_was_searched_for(seen: Watched) -> None:
    page = seen.open("view=read&q=menuntut")
    assert page.inner_text("mark.query") == "menuntut"
