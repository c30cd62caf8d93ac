"""Pages composed from given essays in every layout that offices' sites have, with the truth."""

from __future__ import annotations

import itertools
import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_PARTS = tomllib.loads((Path(__file__).parent / "data" / "layout_pages.toml").read_text("utf-8"))
TITLES, NAMES, UNITS = _PARTS["titles"], _PARTS["names"], _PARTS["units"]
PLACES, SENTENCES, POINTS = _PARTS["places"], _PARTS["sentences"], _PARTS["points"]
HEADERS = {
    "none": "",
    "opini": "Opini",
    "artikel": "Artikel",
    "berita": "Berita Terkini",
    "umum": "Umum",
    "dalam_berita": "KPU Dalam Berita",
    "counter": "Opini\n12",
    "ticker": "Pleno Terbuka Digelar | Pendaftaran Dibuka | Layanan Pindah\nBeranda\nOpini",
}
TITLE_STYLES = (
    "title_case",
    "caps",
    "colon",
    "question",
    "exclamation",
    "asterisks",
    "parenthesis",
    "repeated",
    "repeated_in_body",
    "missing",
)
BYLINES = ("none", "own_line", "piped", "glued", "degrees", "block")
DATELINES = ("none", "caps", "mixed")
BODIES = ("flat", "newlines", "paragraphs", "nbsp", "spaces", "no_space", "cut_off")
LISTS = ("none", "star", "bullet", "number", "dash", "bracket", "letter", "cross_link", "heading")
FOOTERS = {
    "none": "",
    "populer": "Populer\n\nBelum ada data.",
    "share": "Bagikan:\n\nfacebook twitter whatapps\n\nTelah dilihat 214 kali",
    "views": "Dilihat 1.032 Kali.",
}
PAGES = ("single", "list", "home")
DIMENSIONS = {
    "page": PAGES,
    "header": tuple(HEADERS),
    "title": TITLE_STYLES,
    "byline": BYLINES,
    "dateline": DATELINES,
    "body": BODIES,
    "list": LISTS,
    "footer": tuple(FOOTERS),
}
_MARKERS = {
    "star": "* ",
    "bullet": "• ",
    "number": "{n}. ",
    "dash": "- ",
    "bracket": "({n}) ",
    "letter": "{c}. ",
}


@dataclass
class Composed:
    """A page and where its essays stand in it."""

    layout: dict[str, str]
    text: str = ""
    titles: list[tuple[int, int] | None] = field(default_factory=list)
    bodies: list[tuple[int, int]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def add(self, text: str) -> tuple[int, int]:
        start = len(self.text)
        self.text += text
        return start, len(self.text)


def layouts(count: int, seed: int) -> Iterator[dict[str, str]]:
    """Yield layouts that a reader could cut: every pair of values first, then at random."""
    draw = random.Random(seed)
    pairs = [
        {a: x, b: y}
        for a, b in itertools.combinations(DIMENSIONS, 2)
        for x in DIMENSIONS[a]
        for y in DIMENSIONS[b]
    ]
    wanted = itertools.chain(pairs, itertools.repeat({}))
    made = 0
    for fixed in wanted:
        for _ in range(50):
            layout = {name: draw.choice(values) for name, values in DIMENSIONS.items()} | fixed
            if decidable(layout):
                yield layout
                made += 1
                break
        if made == count:
            return


def decidable(layout: dict[str, str]) -> bool:
    """Tell whether the page shows where its essays begin.

    Titles over paragraphs without any furniture, byline or dateline are the sections of one plain
    essay, and a plain essay is never cut.
    """
    page, body = layout["page"], layout["body"]
    if page == "home":
        return body == "cut_off" and layout["header"] != "none" and layout["title"] != "missing"
    if page == "single":
        # a single page under a section's name with headings inside is a list to any reader
        return layout["title"] != "repeated_in_body" or layout["byline"] == "none"
    multiline = body in ("newlines", "paragraphs") or layout["list"] != "none"
    named = layout["byline"] != "none" or layout["dateline"] != "none"
    if layout["title"] == "repeated_in_body" and (named or multiline):
        return False
    if layout["list"] == "heading" and not named:
        return False
    if layout["title"] == "missing":
        return (not multiline and layout["header"] != "none") or layout["byline"] in (
            "own_line",
            "piped",
        )
    furniture = layout["header"] != "none" or layout["footer"] == "populer"
    return furniture or named or not multiline or body == "cut_off"


def compose(layout: dict[str, str], seed: int) -> Composed:
    """Compose a page in a layout from essays drawn by the seed."""
    draw = random.Random(seed)
    page = Composed(layout)
    if HEADERS[layout["header"]]:
        page.add(HEADERS[layout["header"]] + "\n\n")
    count = {"single": 1, "list": draw.randint(2, 5), "home": draw.randint(3, 6)}[layout["page"]]
    titles = draw.sample(TITLES, count)
    for number, title in enumerate(titles):
        if number:
            page.add("\n\n")
            if layout["page"] == "home" and number == count // 2:
                page.add("Artikel\n\n")
        _essay(page, draw, title, number)
    if FOOTERS[layout["footer"]]:
        page.add("\n\n" + FOOTERS[layout["footer"]])
    return page


def _essay(page: Composed, draw: random.Random, title: str, number: int) -> None:
    layout = page.layout
    missing = layout["title"] == "missing" and (number == 1 or layout["page"] == "single")
    shown = _titled(draw, title, layout["title"])
    if missing:
        page.titles.append(None)
    else:
        around = "*" if layout["title"] == "asterisks" else ""
        page.add(around)
        page.titles.append(page.add(shown))
        page.add(around + "\n\n")
        if layout["title"] == "repeated":
            page.add(shown + "\n\n")
    _byline(page, draw)
    if layout["title"] == "repeated_in_body" and not missing:
        page.add(shown + " ")
    if layout["dateline"] == "caps":
        page.add(f"{draw.choice(PLACES)} – ")
    elif layout["dateline"] == "mixed":
        host = draw.choice(["kpu.go.id", "jabar.kpu.go.id"])
        page.add(f"{draw.choice(PLACES).capitalize()}, {host} - ")
    _body(page, draw)


def _titled(draw: random.Random, title: str, style: str) -> str:
    return {
        "caps": title.upper(),
        "colon": f"Refleksi Awal : {title}",
        "question": f"{title}?",
        "exclamation": f"{title}!",
        "parenthesis": f"{title} (sebuah catatan kecil dari masa orientasi di kantor kami)",
    }.get(style, title)


def _byline(page: Composed, draw: random.Random) -> None:
    name, unit = draw.choice(NAMES), draw.choice(UNITS)
    style = page.layout["byline"]
    if style == "own_line":
        page.add(f"Oleh: {name}\n\n")
    elif style == "piped":
        page.add(f"Oleh : {name} | CPNS {unit}\n\n")
    elif style == "degrees":
        page.add(f"Oleh: {name},S.H.,M.Si\n\n")
    elif style == "block":
        page.add(f"Oleh:\n{name}\nCPNS {unit}\n\n")
    elif style == "glued":
        page.add(f"Oleh : {name} ")


def _body(page: Composed, draw: random.Random) -> None:
    layout = page.layout
    kind = layout["body"]
    least = 150 if layout["page"] != "home" else 30
    paragraphs: list[str] = []
    while sum(len(p.split()) for p in paragraphs) < least:
        paragraphs.append(" ".join(draw.sample(SENTENCES, draw.randint(3, 6))))
    between = {
        "newlines": "\n",
        "paragraphs": "\n\n",
        "nbsp": "\xa0" * draw.randint(2, 6),
        "spaces": " " * 13,
        "no_space": "",
    }.get(kind, " ")
    start = len(page.text)
    kept = ""
    place = draw.randrange(1, len(paragraphs)) if len(paragraphs) > 1 else 0
    for index, paragraph in enumerate(paragraphs):
        if index:
            page.add(between)
            kept += " " if between else ""
        if index == place and place:
            inside = _inside(page, draw)
            kept += inside
        page.add(paragraph)
        kept += paragraph
    end = len(page.text)
    if kind == "cut_off":
        last = paragraphs[-1].split()
        cut = len(paragraphs[-1]) - len(" ".join(last[:-3]))
        page.text = page.text[: end - cut]
        kept = kept[: len(kept) - cut]
        end = len(page.text)
        page.add(" ....")
    page.bodies.append((start, end))
    page.texts.append(kept)


def _inside(page: Composed, draw: random.Random) -> str:
    """Add what stands between two paragraphs; returns what of it belongs to the essay."""
    kind = page.layout["list"]
    if kind == "cross_link":
        page.add(f"\n\nBaca juga: {draw.choice(TITLES)}\n\n")
        return " "
    if kind == "heading":
        page.add("\n\nHarapan Kami\n\n")
        return " Harapan Kami "
    if kind in _MARKERS:
        points = [
            _MARKERS[kind].format(n=n, c="abcd"[n - 1]) + point
            for n, point in enumerate(draw.sample(POINTS, 3), start=1)
        ]
        page.add("\n" + "\n".join(points) + "\n")
        return " " + " ".join(points) + " "
    return ""
