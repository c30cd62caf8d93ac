"""Pages with one essay (or a forum's few) as programs save them: what a reader sees of each."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.essays import SAMPLES

from kpu_corpus.corpus.sources import Essay, Source
from kpu_corpus.reading import read_bytes
from kpu_corpus.segment import segment

TITLE, AUTHOR = SAMPLES[0].title, SAMPLES[0].author
FIRST, SECOND = SAMPLES[0].paragraphs[:2]
BODY = f"<p>{FIRST}</p><p>{SECOND}</p>"


def read(page: str, name: str = "a.html") -> tuple[list[Essay], list[str]]:
    """Return the essays of a page and the text of each, without what is left out of it."""
    (source,) = read_bytes(page.encode(), name)
    assert isinstance(source, Source)
    essays, spans = segment(source)
    texts = [
        " ".join(source.text[s.start : s.end] for s in spans if (s.essay, s.kind) == (e.id, "body"))
        for e in essays
    ]
    return essays, [" ".join(text.split()) for text in texts]


def test_what_no_reader_sees_of_a_row_is_in_no_cell() -> None:
    cells = "<td>Rina<!-- nama --></td><td>Tegal<svg><text>gambar</text></svg></td>"
    page = f"<p>{FIRST}</p><table><tr><td>Nama</td><td>Kota</td></tr><tr>{cells}</tr></table>{BODY}"
    (source,) = read_bytes(page.encode(), "a.html")
    assert isinstance(source, Source)
    assert "Rina\tTegal\n" in source.text


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<h1>Menjaga Suara<br>Rakyat Kita</h1>", "Menjaga Suara Rakyat Kita"),
        ("<h1>Menjaga Suara</h1><h1>Rakyat Kita</h1>", "Menjaga Suara"),
    ],
)
def test_the_lines_of_a_heading_are_one_title_and_two_headings_are_not(
    head: str, title: str
) -> None:
    (essay,), _ = read(f"{head}<p>Oleh: {AUTHOR}</p>{BODY}")
    assert (essay.title, essay.author) == (title, AUTHOR)


def joomla() -> str:
    return (
        f"<div class='page-header'><h2 itemprop='headline'>{TITLE}</h2></div>"
        f"<dl class='article-info'><dd itemprop='author'>Ditulis oleh {AUTHOR}</dd>"
        f"<dd class='published'><time>Diterbitkan: 9 Juli 2025</time></dd></dl>"
        f"<div class='icons'><a>Cetak</a><a>Surel</a></div><div>{BODY}</div>"
    )


def drupal() -> str:
    return (
        f"<main><h1>{TITLE}</h1><article><footer class='node__meta'>Submitted by "
        f"<span>{AUTHOR}</span> on Wed, 9 July 2025 - 10:15</footer><div>{BODY}</div>"
        f"<div class='field field--name-field-tags'><div>Tags</div><div>opini</div></div></article>"
    )


def wordpress() -> str:
    return (
        f"<p class='site-title'><a href='/'>KPU Kota Tegal</a></p><article><h1>{TITLE}</h1>"
        f"<div class='entry-meta'>Posted on July 9, 2025 by adminkpu</div>"
        f"<figure><figcaption>Apel pagi</figcaption></figure><p>Oleh: {AUTHOR}*)</p>{BODY}"
        f"<p>*) Penulis adalah CPNS KPU Kota Tegal</p><h3>Share this:</h3><p>Twitter</p></article>"
    )


def google_docs() -> str:
    note = "<p><a href='#ftnt_ref1' id='ftnt1'>[1]</a><span> Modul LAN, 2021.</span></p>"
    comment = "<p><a href='#cmnt_ref1' id='cmnt1'>[a]</a><span>Tolong diperbaiki.</span></p>"
    return (
        f"<p class='c2 title'><span>{TITLE}</span></p><p class='subtitle'>Oleh: {AUTHOR}</p>"
        f"<p>9 Juli 2025</p><p>{FIRST}<sup><a href='#ftnt1'>[1]</a></sup></p>"
        f"<p>{SECOND}<sup><a href='#cmnt1'>[a]</a></sup></p><hr><div>{note}</div>{comment}"
    )


def outlook() -> str:
    return (
        f"<p class=MsoNormal>From: {AUTHOR}<br>Subject: Esai</p><p class=MsoTitle>{TITLE}</p>"
        f"<p class=MsoNormal>Nama : {AUTHOR}</p><p class=MsoNormal>Tanggal : 9 Juli 2025</p>{BODY}"
        f"<p class=MsoFooter>Halaman 1</p><p class=MsoFootnoteText>[1] Modul LAN.</p>"
    )


@pytest.mark.parametrize("page", [joomla, drupal, wordpress, google_docs, outlook])
def test_a_page_of_one_essay_gives_what_a_reader_sees(page: Callable[[], str]) -> None:
    (essay,), texts = read(f"<!doctype html><html><body>{page()}</body></html>")
    assert (essay.title, essay.author) == (TITLE, AUTHOR)
    assert essay.date == "2025-07-09"
    assert texts == [f"{FIRST} {SECOND}"]


def test_posts_of_a_forum_are_essays() -> None:
    posts = "".join(
        f"<h3>{s.title}</h3><div>by <a>{s.author}</a> - <time>Monday, 4 August 2025, 9:12 AM</time>"
        f"</div><p>{s.paragraphs[0]}</p><div><a>Permalink</a> <a>Reply</a></div>"
        for s in SAMPLES[:3]
    )
    essays, texts = read(f"<html><body><h2>Forum Esai Kelas A</h2>{posts}</body></html>")
    assert [(e.title, e.author, e.date) for e in essays] == [
        (s.title, s.author, "2025-08-04") for s in SAMPLES[:3]
    ]
    assert texts == [s.paragraphs[0] for s in SAMPLES[:3]]


@pytest.mark.parametrize("drawn", ["____________", "---", "=====", "* * *"])
def test_a_line_drawn_between_the_parts_hides_neither_title_nor_author(drawn: str) -> None:
    lines = [f"Nama : {AUTHOR}", drawn, "", TITLE, drawn, "", FIRST, "", drawn, SECOND]
    (essay,), texts = read("\n".join(lines), "a.txt")
    assert (essay.title, essay.author, texts) == (TITLE, AUTHOR, [f"{FIRST} {SECOND}"])


def test_the_head_of_a_markdown_file_names_title_and_author() -> None:
    title = "Menjaga Suara Rakyat"
    head = f"---\ntitle: {title}\nauthor: {AUTHOR}\ndate: 2025-07-09\n---"
    (essay,), texts = read(f"{head}\n\n# {title}\n\n{FIRST}\n\n{SECOND}", "a.md")
    assert (essay.title, essay.author, essay.date) == (title, AUTHOR, "2025-07-09")
    assert texts == [f"{FIRST} {SECOND}"]


def test_what_a_page_marks_as_the_author_ends_before_the_office() -> None:
    (essay,), _ = read(f"<h1>{TITLE}</h1><p class='author'>{AUTHOR} | Staf</p>{BODY}")
    assert essay.author == AUTHOR


def test_of_an_author_and_an_editor_whom_nothing_tells_apart_none_is_the_author() -> None:
    (essay,), texts = read(f"<h1>{TITLE}</h1><p class='author'>Rudi Hartono | {AUTHOR}</p>{BODY}")
    assert essay.author is None
    assert "Hartono" not in texts[0]


def test_author_and_date_may_be_points_of_a_list_below_the_title() -> None:
    facts = f"<ul><li>{AUTHOR}</li><li>9 Juli 2025</li><li>No Comments</li></ul>"
    (essay,), texts = read(f"<body><h1>{TITLE}</h1>{facts}<div>{BODY}</div></body>")
    assert (essay.title, essay.author, essay.date) == (TITLE, AUTHOR, "2025-07-09")
    assert texts == [f"{FIRST} {SECOND}"]


def test_a_date_of_another_text_above_the_title_is_not_that_of_the_essay() -> None:
    slides = "<h3>Pelantikan PPK</h3><p>Rabu, 4 Juni 2025</p><h3>Rapat Data Pemilih</h3>"
    page = (
        f"<div class='carousel'>{slides}</div><div class='post'><h2>{TITLE}</h2>"
        f"<div>Ditulis oleh {AUTHOR} pada 9 Juli 2025</div><div>{BODY}{BODY}</div></div>"
    )
    (essay,), _ = read(f"<!doctype html><title>{TITLE}</title><body>{page}</body>")
    assert (essay.title, essay.author, essay.date) == (TITLE, AUTHOR, "2025-07-09")
