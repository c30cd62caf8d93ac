"""Pages as the usual programs of sites save them, several essays on each."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.essays import SAMPLES, new_docx
from tests.segment.cutting import LONG, OTHER, TEXT

import kpu_corpus as kc
from kpu_corpus.corpus.sources import Source
from kpu_corpus.reading import read_bytes
from kpu_corpus.segment import segment

ESSAYS = [(n, s.title, s.author, " ".join(s.paragraphs[:2])) for n, s in enumerate(SAMPLES[:3], 1)]


def wordpress() -> str:
    """An archive, with a link above everything that skips the menu."""
    entries = "".join(
        f"<article><h2 class='entry-title'><a href='/{n}'>{title}</a></h2><div class='entry-meta'>"
        f"<span class='posted-on'>Diposting pada <time>{n} Juni 2025</time></span>"
        f"<span class='byline'> oleh <span class='author vcard'><a href='/a'>{author}</a></span>"
        f"</span></div><div class='entry-content'><p>{text}</p></div>"
        f"<footer>Kategori: Opini</footer></article>"
        for n, title, author, text in ESSAYS
    )
    return (
        "<a class='skip-link screen-reader-text' href='#c'>Lanjut ke konten</a><header><h1>KPU</h1>"
        f"</header><main><h1 class='page-title'>Kategori: Opini</h1>{entries}</main>"
    )


def joomla() -> str:
    """A blog, with the details of an article as a list of terms."""
    entries = "".join(
        f"<div class='item'><h2 itemprop='name'><a href='/{n}'>{title}</a></h2>"
        f"<dl class='article-info'><dt class='article-info-term'>Detail</dt>"
        f"<dd class='createdby' itemprop='author'>Ditulis oleh <span>{author}</span></dd>"
        f"<dd class='category-name'>Kategori: <a>Tulisan</a></dd>"
        f"<dd class='published'><time>Diterbitkan: {n} Juni 2025</time></dd>"
        f"<dd class='hits'>Dilihat: 12{n}</dd></dl><p>{text}</p>"
        f"<p class='readmore'><a>Selengkapnya: {title}</a></p></div>"
        for n, title, author, text in ESSAYS
    )
    return f"<div class='page-header'><h2>Tulisan Pegawai</h2></div>{entries}"


def blogspot() -> str:
    """A blog with the date of each day above its entries; the whole day is called a date."""
    entries = "".join(
        f"<div class='date-outer'><h2 class='date-header'>Senin, {n} Juni 2025</h2>"
        f"<h3 class='post-title'><a href='/{n}'>{title}</a></h3><div class='post-body'>"
        f"<p>Oleh: {author}</p><div>{text}<br><br>Demikian catatan hari ini.</div></div></div>"
        for n, title, author, text in ESSAYS
    )
    return f"<div><h1 class='title'>Catatan Pegawai KPU</h1></div>{entries}"


def posts() -> str:
    """A blog whose posts name their author in the footer, below the sharing buttons."""
    entries = "".join(
        f"<h2 class='date-header'><span>Senin, {n} Juni 2025</span></h2><div class='post hentry'>"
        f"<h3 class='post-title entry-title'><a href='/{n}'>{title}</a></h3>"
        f"<div class='post-body entry-content'><p>{text}</p></div><div class='post-footer'>"
        f"<div class='post-footer-line post-footer-line-1'><span class='post-author vcard'>"
        f"Diposting oleh <a rel='author'><span itemprop='name'>{author}</span></a></span> "
        f"<span class='post-timestamp'>di <a><abbr class='published'>10.20</abbr></a></span> "
        f"<span><a class='comment-link'>Tidak ada komentar: </a></span></div>"
        f"<div class='post-footer-line'><span class='post-labels'>Label: opini</span></div>"
        "</div></div>"
        for n, title, author, text in ESSAYS
    )
    return f"<div class='header-inner'><h1 class='title'>Catatan Pegawai</h1></div>{entries}"


def elementor() -> str:
    """A page of a builder of pages, whose every part is a "widget"."""
    return "".join(
        f"<div class='elementor-widget elementor-widget-heading'><h2>{title}</h2></div>"
        f"<div class='elementor-widget elementor-widget-text-editor'><p>Penulis: {author}</p>"
        f"<p>2025-06-0{n}</p><p>{text}</p></div>"
        for n, title, author, text in ESSAYS
    )


@pytest.mark.parametrize("page", [wordpress, joomla, blogspot, posts, elementor])
def test_pages_of_sites_are_cut_at_their_entries(page: Callable[[], str], tmp_path: Path) -> None:
    path = tmp_path / "opini.html"
    path.write_text(f"<!doctype html><html><body>{page()}</body></html>", encoding="utf-8")
    corpus = kc.load(path)
    columns = ["title", "author", "date"]
    assert corpus.essays[columns].values.tolist() == [
        [title, author, f"2025-06-0{n}"] for n, title, author, _ in ESSAYS
    ]
    texts = [text.removesuffix("Demikian catatan hari ini.") for text in corpus.essays["text"]]
    assert [" ".join(text.split()) for text in texts] == [text for *_, text in ESSAYS]


@pytest.mark.parametrize("title", [ESSAYS[0][1], "Latsar CPNS Golongan III Angkatan XX"])
def test_the_name_of_a_blog_is_no_title_of_its_only_post(title: str) -> None:
    text = ESSAYS[0][-1]
    page = f"<div class='header-inner'><h1>Blog KPU</h1></div><h3>{title}</h3><p>{text}</p>"
    (source,) = read_bytes(f"<html><body>{page}</body></html>".encode(), "a.html")
    assert isinstance(source, Source)
    assert segment(source)[0][0].title == title


@pytest.mark.parametrize(
    ("footer", "author"),
    [
        ("Diposting oleh Rina Marlina di 10.20 Tidak ada komentar:", "Rina Marlina"),
        ("Posted by Rina Marlina at 10:20 AM", "Rina Marlina"),
        ("Diterbitkan oleh: Rina Marlina pada 2 Juni 2025", "Rina Marlina"),
        ("Diposting oleh Admin di 10.20", None),
        ("Diunggah oleh Redaksi", None),
        ("Diposting oleh KPU Kota Tegal di 10.20", None),
    ],
)
def test_the_footer_of_a_blog_names_the_author_and_ends_the_post(
    footer: str, author: str | None, tmp_path: Path
) -> None:
    buttons = "Kirimkan Ini lewat EmailBlogThis!Berbagi ke XBerbagi ke Facebook\nLabel: opini"
    posts = [f"{title}\n\n{text}\n\n{footer}\n{buttons}" for _, title, _, text in ESSAYS[:2]]
    (tmp_path / "blog.txt").write_text("\n\n".join(posts), encoding="utf-8")
    essays = kc.load(tmp_path).essays
    assert essays["author"].fillna("").tolist() == [author or ""] * 2
    assert essays[["title", "text"]].values.tolist() == [[t, x] for _, t, _, x in ESSAYS[:2]]


@pytest.mark.parametrize(
    "line",
    [
        "Bagikan ini:",
        "Terkait",
        "Satu tanggapan untuk “Menjaga Suara”",
        "Tinggalkan Balasan",
        "3 tanggapan",
    ],
)
def test_what_wordpress_prints_below_a_post_is_no_text(line: str, tmp_path: Path) -> None:
    _, title, author, text = ESSAYS[0]
    page = [title, f"Oleh: {author}", text, line, "Golput Bukan Jawaban", "12 Mei 2025"]
    (tmp_path / "a.txt").write_text("\n\n".join(page), encoding="utf-8")
    assert kc.load(tmp_path).essays[["title", "text"]].values.tolist() == [[title, text]]


def test_statistics_of_visitors_below_the_last_essay_are_no_text(tmp_path: Path) -> None:
    entries = "".join(
        f"<p><b>{title.upper()}</b></p><p>Oleh: {author}</p><p>{text}</p>"
        for _, title, author, text in ESSAYS
    )
    visitors = "Statistik Pengunjung<br>Hari ini: 12<br>Total: 12345"
    path = tmp_path / "isi.html"
    path.write_text(
        f"<html><body><table><tr><td>{entries}</td><td>{visitors}</td></tr></table></body></html>",
        encoding="utf-8",
    )
    found = kc.load(path).essays
    assert found["title"].tolist() == [title.upper() for _, title, *_ in ESSAYS]
    assert found["text"].tolist()[-1] == ESSAYS[-1][-1]


def linked(*titles: str) -> str:
    return "".join(f"<h2><a href='/{x}'>{x}</a></h2><p>{ESSAYS[0][3]}</p>" for x in titles)


@pytest.mark.parametrize(
    ("above", "first"),
    [
        ("", []),
        ("<h1><a href='/'>Suara dari Tegal</a></h1><p>Catatan harian pegawai baru kami.</p>", []),
        ("<p>Oleh: Rina Marlina</p>", []),
        (f"<p>{ESSAYS[1][3]}</p>", [None]),
    ],
)
def test_titles_that_link_to_their_pages_open_essays(above: str, first: list[None]) -> None:
    page = above + linked("Suara dari Gudang", "Pintu yang Terbuka")
    (source,) = read_bytes(page.encode(), "a.html")
    titles = [essay.title for essay in segment(source)[0]]
    assert titles == [*first, "Suara dari Gudang", "Pintu yang Terbuka"]


@pytest.mark.parametrize("above", ["<p>Oleh: Rina Marlina</p>", f"<p>{ESSAYS[1][3]}</p>"])
def test_linked_headings_below_the_author_or_the_text_of_an_essay_are_its_own(above: str) -> None:
    page = f"<h1>Disiplin Waktu</h1>{above}" + linked("Suara dari Gudang", "Pintu yang Terbuka")
    (source,) = read_bytes(page.encode(), "a.html")
    assert [essay.title for essay in segment(source)[0]] == ["Disiplin Waktu"]


def test_sections_that_link_to_themselves_open_no_essays() -> None:
    (source,) = read_bytes(linked("Pendahuluan", "Pembahasan", "Penutup").encode(), "a.html")
    assert len(segment(source)[0]) == 1


def test_headings_above_a_question_without_an_answer_are_all_that_is_read() -> None:
    page = "<h2>Menjaga Suara</h2><h2><a href='/x'>Pintu Terbuka</a></h2><p>Jawaban:</p>"
    (source,) = read_bytes(page.encode(), "a.html")
    ((essay,), _) = segment(source)
    assert source.text[essay.start : essay.end].split("\n\n") == ["Menjaga Suara", "Pintu Terbuka"]


def test_essays_below_the_title_of_a_collection_have_their_own_titles(tmp_path: Path) -> None:
    document = new_docx()
    document.add_heading("KUMPULAN ESAI ANGKATAN XII", 0)
    for _, title, author, text in ESSAYS:
        document.add_heading(title, 1)
        document.add_paragraph(f"Oleh: {author}")
        document.add_paragraph(text)
        document.add_heading("Penutup", 2)
        document.add_paragraph("Kesimpulannya, kita harus bersama-sama menjaga kepercayaan.")
    stream = io.BytesIO()
    document.save(stream)
    (tmp_path / "kumpulan.docx").write_bytes(stream.getvalue())
    corpus = kc.load(tmp_path / "kumpulan.docx")
    assert corpus.essays[["title", "author"]].values.tolist() == [
        [title, author] for _, title, author, _ in ESSAYS
    ]
    assert corpus.spans["kind"].tolist()[0] == "chrome"


def test_numbered_titles_with_bylines_are_titles(tmp_path: Path) -> None:
    texts = (f"{n}. {t}\n   Oleh: {a}\n\n{x}\n\n{'=' * 40}\n\n" for n, t, a, x in ESSAYS)
    (tmp_path / "gabung.txt").write_text("".join(texts), encoding="utf-8")
    essays = kc.load(tmp_path / "gabung.txt").essays
    assert essays[["title", "author", "text"]].values.tolist() == [
        [title, author, text] for _, title, author, text in ESSAYS
    ]


def test_a_hidden_word_inside_a_sentence_is_not_read_and_does_not_break_it() -> None:
    page = "<html><body><p>Kami <span hidden>dan mereka</span> jujur.</p></body></html>"
    (found,) = read_bytes(page.encode(), "a.html")
    assert isinstance(found, Source)
    assert found.text.split() == ["Kami", "jujur."]
    assert len(found.marks) == 1


@pytest.mark.parametrize("opening", ["", "<nav>", "<p>Kami", "<div class='footnotes'>"])
def test_many_hidden_words_are_gone_through_once(opening: str) -> None:
    """What went through those before for each of them would not come to an end here."""
    page = f"<html><body>{opening}" + "<i hidden>x</i> " * 5_000
    assert len(read_bytes(page.encode(), "a.html")) == 1


@pytest.mark.parametrize(
    ("headings", "title"),
    [
        (["h3", "h4"], "Menjaga Suara Rakyat"),
        (["h2"], "Menjaga Suara Rakyat"),
        (["h3", "h3"], None),  # sections of an essay without a title
    ],
)
def test_a_heading_of_a_low_rank_above_all_others_is_the_title(
    headings: list[str], title: str | None
) -> None:
    names = ["Menjaga Suara Rakyat", "Langkah Kami Berikutnya"]
    text = ESSAYS[0][-1]
    parts = (f"<{h}>{name}</{h}><p>{text}</p>" for h, name in zip(headings, names, strict=False))
    (source,) = read_bytes(f"<html><body>{''.join(parts)}".encode(), "a.html")
    assert isinstance(source, Source)
    ((essay,), _) = segment(source)
    assert essay.title == title


def test_a_heading_right_below_the_title_above_name_and_date_is_a_subtitle(tmp_path: Path) -> None:
    told = "<div>Rina Marlina</div><div>Follow</div><div>3 min read</div><div>Jun 5, 2025</div>"
    head = f"<h1>Menjaga Suara Rakyat</h1><h2>Catatan seorang pegawai baru</h2>{told}"
    text = f"<p>{TEXT}</p><h2>Hari Pertama</h2><p>{OTHER}</p>"
    (tmp_path / "a.html").write_text(f"<body>{head}{text}</body>", encoding="utf-8")
    (item,) = (corpus := kc.load(tmp_path / "a.html")).items
    assert (item.title, item.author) == ("Menjaga Suara Rakyat", "Rina Marlina")
    assert item.date == "2025-06-05"
    assert corpus.text(item).split() == f"{TEXT} Hari Pertama {OTHER}".split()


def test_the_first_of_several_headings_with_authors_is_no_subtitle(tmp_path: Path) -> None:
    rows = (("Menjaga Suara Rakyat", "Rina Marlina"), ("Pintu yang Terbuka", "Asep Saepudin"))
    told = "<h2>{}</h2><div>{}</div><div>5 Juni 2025</div>"
    parts = "".join(f"{told.format(*row)}<p>{LONG}</p>" for row in rows)
    (tmp_path / "a.html").write_text(f"<h1>Suara dari Tegal</h1>{parts}", encoding="utf-8")
    titles = kc.load(tmp_path / "a.html").essays[["title", "author"]].values.tolist()
    assert titles == [[*row] for row in rows]


def test_dates_in_headings_above_the_posts_of_a_blog_are_no_titles() -> None:
    posts = (("Apel Pagi Kami", "12"), ("Piket Kami", None), ("Surat Suara", "11"))
    page = "<h1>KPU Kota Tegal</h1>" + "".join(
        (f"<h2 class='date-header'>Senin, {day} Mei 2014</h2>" if day else "")
        + f"<h3>{title}</h3><div>{LONG}</div><p>Diposkan oleh Rina Marlina di 10.20</p>"
        for title, day in posts
    )
    (source,) = read_bytes(f"<html><body>{page}</body></html>".encode(), "a.html")
    assert isinstance(source, Source)
    found = [(x.title, x.author, x.date) for x in segment(source)[0]]
    dates = [day and f"2014-05-{day}" for _, day in posts]
    assert found == [(x, "Rina Marlina", day) for (x, _), day in zip(posts, dates, strict=True)]


@pytest.mark.parametrize(
    ("between", "title"),
    [
        ("", "Surat Suara"),
        ("<p>Beranda | Profil | Opini</p>", "Surat Suara"),
        ("<p>Oleh: Rina Marlina</p>", "KPU Kota Tegal"),
        (f"<p>{OTHER}</p>", "KPU Kota Tegal"),
    ],
)
def test_an_office_above_the_only_heading_of_a_page_is_no_title(between: str, title: str) -> None:
    page = f"<h1>KPU Kota Tegal</h1>{between}<h2>Surat Suara</h2><p>{LONG}</p>"
    (source,) = read_bytes(f"<html><body>{page}</body></html>".encode(), "a.html")
    assert isinstance(source, Source)
    assert segment(source)[0][0].title == title
