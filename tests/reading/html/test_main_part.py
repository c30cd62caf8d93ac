"""Web pages with one essay among menus, lists of other texts and comments."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.essays import SAMPLES, as_pdf

import kpu_corpus as kc

TITLE, AUTHOR, PARAGRAPHS = SAMPLES[0]
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
HEAD = f"<head><title>{TITLE} | Catatan Kampung</title></head>"
MENU = "<div><a href='/'>Beranda</a> <a href='/opini'>Opini</a></div>"
OTHERS = (
    "<div><h3>Tulisan yang lain</h3><ul><li><a href='/2'>Golput Bukan Jawaban</a></li></ul>"
    "<p>Menjelang pemilu, ajakan untuk tidak memilih kembali ramai di lini masa.</p></div>"
)


def page_of(body: str, tmp_path: Path, head: str = HEAD) -> kc.Corpus:
    path = tmp_path / "opini.html"
    path.write_text(f"<!doctype html><html>{head}<body>{body}</body></html>", encoding="utf-8")
    return kc.load(path)


def words_of(corpus: kc.Corpus) -> list[str]:
    (text,) = corpus.essays["text"]
    return str(text).split()


def blogspot() -> str:
    """A post in the widget that is the blog itself."""
    return (
        f"<div class='widget Blog' id='Blog1'><h2 class='date-header'>Senin, 2 Juni 2025</h2>"
        f"<div class='post hentry'><h3 class='post-title'>{TITLE}</h3>"
        f"<div class='post-body'><div>{'<br><br>'.join(PARAGRAPHS)}</div></div>"
        f"<div class='post-footer'>Diposting oleh {AUTHOR} di 10.20</div></div></div>"
        f"<div class='widget PopularPosts'>{OTHERS}</div>"
    )


def without_names() -> str:
    """A blog whose elements have no class names, its own name above everything."""
    blog = "<div><h1><a href='/'>Catatan Kampung</a></h1><p>Belajar demokrasi</p></div>"
    post = f"<div><h2>{TITLE}</h2><p>Oleh {AUTHOR}, 2 Juni 2025</p>{BODY}</div>"
    return f"{blog}{MENU}{post}<div><h3>Komentar</h3><p>Belum ada komentar.</p></div>"


def tables() -> str:
    """An old page laid out with tables, without a heading."""
    return (
        f"<table><tr><td><b>MENU</b><br><a href='1'>Buku Tamu</a></td><td><table><tr><td><b>{TITLE}"
        f"</b></td></tr><tr><td>Oleh {AUTHOR}</td></tr><tr><td>2 Juni 2025</td></tr>"
        f"<tr><td>{BODY}</td></tr></table></td><td>Pengunjung ke: 10233</td></tr></table>"
    )


def builder() -> str:
    """A page of a builder of sites: nothing but elements without a meaning."""
    lines = "".join(f"<div><div><span>{text}</span></div></div>" for text in PARAGRAPHS)
    about = f"<ul><li><span>{AUTHOR}</span></li><li>2 Juni 2025</li><li>3 menit membaca</li></ul>"
    site = "<div><span>Rumah Gagasan</span></div>"
    post = f"<div><div><span>{TITLE}</span></div><div>{about}</div><div>{lines}</div></div>"
    return f"{site}{MENU}{post}<div>58 tampilan</div>{OTHERS}"


def office() -> str:
    """A page of an office: facts in a line of icons, and a box that has other news."""
    facts = f"<i></i> {AUTHOR} &nbsp; <i></i> 2 Juni 2025 &nbsp; <i></i> Dibaca : 214 kali"
    card = f"<div><h3>{TITLE}</h3><div>{facts}</div><div>{BODY}</div><div>Bagikan : X</div></div>"
    return f"<div>KAB. WONOSOBO</div>{MENU}{card}{OTHERS}<div>Belum ada data.</div>"


def icons() -> str:
    """The same, nothing but drawings between the facts."""
    facts = f"<span><svg></svg>{AUTHOR}</span><span><svg></svg>2 Juni 2025</span>"
    return f"{MENU}<h1>{TITLE}</h1><div>{facts}<svg></svg>5 menit baca</div><div>{BODY}</div>"


def framed() -> str:
    """A theme whose frame is called after the sidebar, in the one form of a server."""
    about = f"<p>Oleh: {AUTHOR}</p><p>2 Juni 2025</p>"
    post = f"<div><h1>{TITLE}</h1>{about}<div>{BODY}</div></div>"
    return f"<form><div class='content-sidebar'>{post}<div class='sidebar'>Iklan</div></div></form>"


def wordpress() -> str:
    """A theme that names the author below the text, beside what a plugin relates to it."""
    related = f"<div class='jp-relatedposts'>{OTHERS}</div>"
    return (
        f"<h1 class='entry-title'>{TITLE}</h1><div class='entry-content'>{BODY}{related}</div>"
        f"<footer><span class='author vcard'><span class='screen-reader-text'>Penulis </span>"
        f"<a class='url fn'>{AUTHOR}</a></span><time class='entry-date published' "
        f"datetime='2025-06-02T07:12:00+07:00'>kemarin dulu</time></footer>"
    )


def medium() -> str:
    """A text that somebody exported from Medium, with its author and date below."""
    said = f"<a class='p-author h-card'>{AUTHOR}</a> on <time class='dt-published' datetime="
    below = f"<footer><p>By {said}'2025-06-02T02:00:00.000Z'>kemarin dulu</time>.</p></footer>"
    return f"<article><h1 class='p-name'>{TITLE}</h1><div>{BODY}</div>{below}</article>"


def drupal() -> str:
    """A theme that writes the date as Americans do, beside the account that posted the text."""
    time = "<time datetime='2025-06-02T10:00:00'>Mon, 06/02/2025 - 10:00</time>"
    above = f"<span class='field--name-created'>Submitted by admin on {time}</span>"
    return f"<h1>{TITLE}</h1><div>{above}</div><p>Oleh: {AUTHOR}</p><div>{BODY}</div>"


PAGES = [blogspot, without_names, tables, builder, office, icons, framed, wordpress, medium, drupal]


@pytest.mark.parametrize("page", PAGES)
def test_the_main_part_of_a_page_is_its_essay(page: Callable[[], str], tmp_path: Path) -> None:
    corpus = page_of(page(), tmp_path)
    (item,) = corpus.items
    assert (item.title, item.author, item.date) == (TITLE, AUTHOR, "2025-06-02")
    assert words_of(corpus) == " ".join(PARAGRAPHS).split()


def test_a_page_that_tells_only_the_name_of_its_site_has_the_title_of_its_text(
    tmp_path: Path,
) -> None:
    head = "<head><title>Catatan Kampung</title></head>"
    corpus = page_of(without_names(), tmp_path, head)
    (item,) = corpus.items
    assert (item.title, item.author, item.date) == (TITLE, AUTHOR, "2025-06-02")


def test_the_name_of_the_site_below_a_shortened_title_is_no_title(tmp_path: Path) -> None:
    head = "<head><title>Menjaga Kepercayaan … - Opini KPU Kota Tegal</title></head>"
    post = f"<h1>{TITLE}</h1><div>Opini KPU Kota Tegal</div><div>{BODY}</div>"
    corpus = page_of(f"{MENU}{post}", tmp_path, head)
    assert corpus.items[0].title == TITLE


def test_a_page_that_a_browser_printed_has_the_title_printed_above_it(tmp_path: Path) -> None:
    """Menus come first: without the title above each page they would be the essay's head."""
    body = [line for text in PARAGRAPHS for line in textwrap.wrap(text, 90)]
    menus = ["KABUPATEN TEMANGGUNG", "Beranda", "Profil", "Anda di sini: Beranda Opini"]
    lines = [f"27/11/25, 09.47 {TITLE}", *menus, TITLE, "Cetak", f"Oleh: {AUTHOR}", *body]
    (tmp_path / "opini.pdf").write_bytes(as_pdf([[*lines, "https://kpu.go.id/a 1/1"]]))
    corpus = kc.load(tmp_path / "opini.pdf")
    assert (corpus.items[0].title, corpus.items[0].author) == (TITLE, AUTHOR)
    assert corpus.essays["text"][0].split() == " ".join(PARAGRAPHS).split()


def test_the_name_of_a_site_far_above_a_printed_text_is_no_title(tmp_path: Path) -> None:
    body = [line for text in PARAGRAPHS for line in textwrap.wrap(text, 90)]
    site, menus = "KPU KABUPATEN KARAWANG", ["Beranda", "Profil", "Publikasi", "Galeri", "PPID"]
    lines = ["27/11/25, 09.47 KPU Kabupaten Karawang", site, *menus, "Opini", TITLE]
    lines += ["2 Juni 2025 Admin", f"Oleh: {AUTHOR}", *body, "https://kpu.go.id/a 1/1"]
    (tmp_path / "opini.pdf").write_bytes(as_pdf([lines]))
    (item,) = kc.load(tmp_path / "opini.pdf").items
    assert (item.title, item.author, item.date) == (TITLE, AUTHOR, "2025-06-02")


def test_the_header_of_a_text_is_none_of_the_page(tmp_path: Path) -> None:
    head = "<header><h1><a href='/'>Catatan Kampung</a></h1></header>"
    post = f"<div><header><h1>{TITLE}</h1><div>Oleh {AUTHOR}</div></header><div>{BODY}</div></div>"
    (item,) = page_of(f"{head}{MENU}{post}", tmp_path).items
    assert (item.title, item.author) == (TITLE, AUTHOR)


def test_a_word_right_behind_a_link_is_no_part_of_the_name_in_it(tmp_path: Path) -> None:
    by = f"<div><a href='/u'>{AUTHOR}</a><span>TERVERIFIKASI</span></div>"
    (item,) = page_of(f"<h1>{TITLE}</h1>{by}{BODY}", tmp_path).items
    assert item.author == AUTHOR


def test_what_stands_outside_the_main_part_is_told(tmp_path: Path) -> None:
    corpus = page_of(without_names(), tmp_path)
    told = kc.explain(corpus)
    assert "outside_text" in set(told["rule"])


def test_a_small_essay_beside_a_large_one_is_no_furniture(tmp_path: Path) -> None:
    small = SAMPLES[1]
    text = small.paragraphs[0] + " " + small.paragraphs[0]
    large = f"<div><h2>{TITLE}</h2><p>Oleh: {AUTHOR}</p>{BODY * 3}</div>"
    second = f"<div><h2>{small.title}</h2><p>Oleh: {small.author}</p><p>{text}</p></div>"
    corpus = page_of(f"{large}{second}", tmp_path)
    assert corpus.essays["title"].tolist() == [TITLE, small.title]


def test_first_and_last_paragraphs_in_elements_of_their_own_belong_to_the_essay(
    tmp_path: Path,
) -> None:
    first, *middle, last = PARAGRAPHS
    inside = "".join(f"<p>{text}</p>" for text in middle)
    post = f"<h1>{TITLE}</h1><div><p>{first}</p></div><div>{inside}</div><div><p>{last}</p></div>"
    corpus = page_of(f"{MENU}<div>{post}</div>", tmp_path)
    assert words_of(corpus) == " ".join(PARAGRAPHS).split()


@pytest.mark.parametrize(
    "entry",
    [
        "<h2><button>{title}</button></h2><div class='accordion-collapse' style='display:none'>"
        "<p>Oleh: {author}</p>{body}</div>",
        "<details><summary>{title}</summary><p>Oleh: {author}</p>{body}</details>",
        "<h3>{title}</h3><div class='isi' style='display: none'><p>Oleh: {author}</p>{body}</div>",
    ],
)
def test_essays_that_a_page_folds_are_read(entry: str, tmp_path: Path) -> None:
    fields = (
        {"title": s.title, "author": s.author, "body": f"<p>{s.body}</p>"} for s in SAMPLES[:3]
    )
    entries = "".join(entry.format(**field) for field in fields)
    corpus = page_of(f"<h1>Opini Pegawai</h1>{entries}", tmp_path, "")
    assert corpus.essays[["title", "author", "text"]].values.tolist() == [
        [s.title, s.author, s.body] for s in SAMPLES[:3]
    ]


def test_comments_are_no_text_however_long_they_are(tmp_path: Path) -> None:
    comments = f"<div id='comments'>{''.join(f'<p>{s.body}</p>' for s in SAMPLES[1:4])}</div>"
    corpus = page_of(f"{without_names()}{comments}", tmp_path)
    assert words_of(corpus) == " ".join(PARAGRAPHS).split()


def test_what_a_page_says_in_a_window_of_its_own_is_no_text(tmp_path: Path) -> None:
    privacy = f"<div class='modal' style='display:none'><p>{SAMPLES[1].body}</p></div>"
    corpus = page_of(f"{without_names()}{privacy}", tmp_path)
    assert words_of(corpus) == " ".join(PARAGRAPHS).split()


def test_a_sentence_that_opens_a_collection_is_no_essay(tmp_path: Path) -> None:
    entries = "".join(
        f"<h2>{s.title}</h2><p>Oleh: {s.author}</p><p>{s.body}</p>" for s in SAMPLES[:3]
    )
    intro = "<h1>Kumpulan Opini CPNS</h1><p>Berikut opini para CPNS yang bertugas di sini.</p>"
    corpus = page_of(f"{intro}{entries}", tmp_path, "")
    assert corpus.essays["title"].tolist() == [s.title for s in SAMPLES[:3]]


def test_the_name_of_a_blog_above_its_entries_is_none_of_them(tmp_path: Path) -> None:
    """Each entry has its date and its author on one line, below a title that links to it."""
    entries = "".join(
        f"<div><h2><a href='/{n}'>{s.title}</a></h2><p>Sen, {n} Juni 2025 oleh {s.author}</p>"
        f"<p>{s.body}</p><p><a>0 komentar</a></p></div>"
        for n, s in enumerate(SAMPLES[:3], 2)
    )
    head = "<head><title>Catatan Kampung</title></head><h1><a href='/'>Catatan Kampung</a></h1>"
    path = tmp_path / "blog.html"
    path.write_text(f"<html>{head}<div>{entries}</div>", encoding="utf-8")
    assert kc.load(path).essays[["title", "author", "date", "text"]].values.tolist() == [
        [s.title, s.author, f"2025-06-0{n}", s.body] for n, s in enumerate(SAMPLES[:3], 2)
    ]


def test_a_title_of_the_rank_of_its_sections_is_the_title(tmp_path: Path) -> None:
    sections = zip(("Pendahuluan", "Pembahasan", "Penutup"), PARAGRAPHS * 2, strict=False)
    text = "".join(f"<h2>{name}</h2><p>{paragraph}</p>" for name, paragraph in sections)
    post = f"<div><h2>{TITLE}</h2><p>Oleh: {AUTHOR}</p>{text}</div>"
    empty = "<div>Belum ada komentar.</div>"
    corpus = page_of(f"{MENU}{post}{empty}", tmp_path)
    (item,) = corpus.items
    assert (item.title, item.author) == (TITLE, AUTHOR)


@pytest.mark.parametrize(
    "account", ["Kompasiana.com", "Super User", "https://x.id/rina", "admin", "Tim Redaksi"]
)
def test_the_account_of_a_site_is_no_author(account: str, tmp_path: Path) -> None:
    head = f"<head><meta name='author' content='{account}'><title>{TITLE}</title></head>"
    corpus = page_of(f"<h1>{TITLE}</h1>{BODY}", tmp_path, head)
    assert corpus.items[0].author is None


@pytest.mark.parametrize("end", ["<p><a href='#'>Kembali ke atas</a></p>", "<p>Halaman 1 2 3</p>"])
def test_links_without_a_word_beside_them_are_no_text_and_a_link_inside_one_is(
    end: str, tmp_path: Path
) -> None:
    menu = "<div><a href='#1'>Tautan</a><a href='#2'>Balas</a></div>"
    linked = "<p><a href='/1'>Peraturan</a><a href='/2'>itu</a> kami baca bersama setiap pekan.</p>"
    post = f"<div><h1>{TITLE}</h1>{BODY}{menu}{linked}{BODY}{end}</div>"
    corpus = page_of(post, tmp_path)
    (text,) = corpus.essays["text"]
    whole = [*PARAGRAPHS, "Peraturan itu kami baca bersama setiap pekan.", *PARAGRAPHS]
    assert text.split() == " ".join(whole).split()


@pytest.mark.parametrize(
    "heading", ["<h1>Blog Fajar</h1>", "<h1><a href='/'>Rina Marlina</a></h1>"]
)
def test_the_name_of_a_site_is_no_title_though_it_reads_as_a_persons(
    heading: str, tmp_path: Path
) -> None:
    post = f"<div><h1>{TITLE}</h1>{BODY}</div>"
    corpus = page_of(f"<div>{heading}</div>{MENU}{post}", tmp_path)
    (item,) = corpus.items
    assert item.title == TITLE
    assert corpus.text(item).split() == " ".join(PARAGRAPHS).split()


def test_what_calls_itself_furniture_inside_a_text_is_none_of_it(tmp_path: Path) -> None:
    names = """sidebar side-bar footer header-inner cookie newsletter disclaimer share sharing
    sharedaddy social related relatedposts terkait popular populer comments author-box entry-tags
    article-info-term baca-juga lihatjg read-more more-link wp-block-buttons advert advertisement
    iklan toc table-of-contents daftar-isi caption caption-text pullquote screen-reader-text sr-only
    visually-hidden cta call-to-action imagecaption screenreader-only
    material-icons material-symbols-outlined""".split()
    inside = "".join(f"<div class='x {name}'><p>Tulisan {name} kami.</p></div>" for name in names)
    corpus = page_of(f"<div><h1>{TITLE}</h1>{BODY}{inside}{BODY}</div>", tmp_path)
    assert words_of(corpus) == " ".join([*PARAGRAPHS, *PARAGRAPHS]).split()


@pytest.mark.parametrize("name", ["nav", "menu", "widget", "topbar", "masthead", "breadcrumbs"])
@pytest.mark.parametrize("around", [True, False])
def test_menus_need_no_name_to_stand_outside_the_text(
    name: str, around: bool, tmp_path: Path
) -> None:
    menu = (
        f"<div class='{name if around else 'a1'}'><a href='/'>Beranda</a><p>Profil Kami</p></div>"
    )
    post = f"{menu}<div><h1>{TITLE}</h1>{BODY}</div>{menu}"
    corpus = page_of(post, tmp_path)
    (item,) = corpus.items
    assert item.title == TITLE
    assert corpus.text(item).split() == " ".join(PARAGRAPHS).split()


@pytest.mark.parametrize(
    "heading", ["<h3>Artikel Lainnya</h3>", "<div><h4>3 Komentar</h4></div>", "<h2>Baca Juga:</h2>"]
)
def test_what_a_heading_calls_other_texts_or_comments_is_none_of_the_text(
    heading: str, tmp_path: Path
) -> None:
    """Where its element holds less than half of the page's text and stands below the essay."""
    others = (
        f"<div>{heading}{''.join(f'<div><p>{p}</p></div>' for p in SAMPLES[1].paragraphs)}</div>"
    )
    post = f"<div><h1>{TITLE}</h1><p>Oleh: {AUTHOR}</p>{BODY}{BODY}</div>"
    corpus = page_of(f"{MENU}{post}{others}", tmp_path)
    assert words_of(corpus) == " ".join([*PARAGRAPHS, *PARAGRAPHS]).split()


@pytest.mark.parametrize("heading", ["Terkait Netralitas Pegawai", "Tanggapan", "Komentar Warga"])
def test_a_section_of_an_essay_in_an_element_of_its_own_stays(heading: str, tmp_path: Path) -> None:
    section = f"<section><h2>{heading}</h2><p>{PARAGRAPHS[1]}</p></section>"
    page = f"<h1>{TITLE}</h1><section>{BODY}</section>{section}"
    corpus = page_of(page, tmp_path)
    assert words_of(corpus) == " ".join([*PARAGRAPHS, heading, PARAGRAPHS[1]]).split()


def test_essays_below_a_heading_that_calls_them_the_latest_are_read(tmp_path: Path) -> None:
    entries = "".join(
        f"<h2>{s.title}</h2><p>Oleh: {s.author}</p><p>{s.body}</p>" for s in SAMPLES[:3]
    )
    page = f"<p>{SAMPLES[3].body}</p><div><h2>Artikel Terbaru</h2>{entries}</div>"
    corpus = page_of(page, tmp_path, "")
    assert corpus.essays["title"].tolist()[-3:] == [s.title for s in SAMPLES[:3]]


@pytest.mark.parametrize("name", ["menu", "widget", "banner", "site-title", "post-navigation"])
def test_a_page_with_little_text_is_read_without_what_calls_itself_a_menu(
    name: str, tmp_path: Path
) -> None:
    menu = f"<div class='{name}'><a href='/'>Beranda</a> <p>Ketua membuka rapat kerja.</p></div>"
    post = f"{menu}<div><h1>{TITLE}</h1><p>Kami jujur setiap hari.</p></div>{menu}"
    corpus = page_of(post, tmp_path)
    assert corpus.essays[["title", "text"]].values.tolist() == [[TITLE, "Kami jujur setiap hari."]]


def test_the_heading_that_the_head_of_a_page_with_little_text_tells_is_its_title(
    tmp_path: Path,
) -> None:
    post = f"<div><span>Warta Tegal</span><span>Kirim Tulisan</span></div><h1>{TITLE}</h1>"
    corpus = page_of(f"{post}<p>Kami jujur setiap hari kepada warga.</p>", tmp_path)
    assert corpus.essays["title"].tolist() == [TITLE]
    other = page_of(f"<p>Kami jujur setiap hari.</p><h1>{TITLE}</h1>", tmp_path, "")
    assert "Kami jujur setiap hari." in other.essays["text"].item()


def test_whom_a_quotation_inside_a_text_is_by_is_no_heading_of_it(tmp_path: Path) -> None:
    said = "<p>Melayani adalah kehormatan, bukan beban.</p>\n<!-- /wp:paragraph -->"
    quoted = f"{said}<cite>Ketua KPU Kabupaten Garut</cite>"
    page = f"<article><h1>{TITLE}</h1>{BODY}<blockquote>{quoted}</blockquote>{BODY}</article>"
    corpus = page_of(page, tmp_path)
    (text,) = corpus.essays["text"]
    assert "Melayani adalah kehormatan" in text
    assert "Ketua KPU Kabupaten Garut" not in text
    whole = f"<blockquote><cite>Kami melayani setiap warga.</cite></blockquote>{BODY}"
    (text,) = page_of(f"<article><h1>{TITLE}</h1>{whole}</article>", tmp_path).essays["text"]
    assert text.startswith("Kami melayani setiap warga.")


def test_a_poem_above_a_text_is_read(tmp_path: Path) -> None:
    poem = "<blockquote><p>Di sini kami berjaga<br>sampai kotak terakhir tiba</p></blockquote>"
    corpus = page_of(f"{MENU}<div><h1>{TITLE}</h1>{poem}{BODY}</div>", tmp_path)
    assert words_of(corpus)[:4] == "Di sini kami berjaga".split()


@pytest.mark.parametrize("name", ["page has-subscribe", "cta", "signup-enabled"])
def test_the_frame_of_a_page_with_little_text_is_read_however_it_is_called(
    name: str, tmp_path: Path
) -> None:
    said = "Kami menjaga setiap lembar surat suara sampai ke kotak terakhir di kecamatan ini."
    offer = "<div class='newsletter'><p>Dapatkan kabar terbaru kami.</p></div>"
    page = f"<div class='{name}'><h1>{TITLE}</h1><p>{said}</p>{offer}</div>"
    corpus = page_of(page, tmp_path)
    assert corpus.essays[["title", "text"]].values.tolist() == [[TITLE, said]]


@pytest.mark.parametrize("name", ["jeg_authorbox", "author-desc", "jeg_author_desc"])
def test_the_box_on_an_author_is_no_text(name: str, tmp_path: Path) -> None:
    box = f"<div class='{name}'><p>{PARAGRAPHS[0]}</p></div>"
    corpus = page_of(f"<div><h1>{TITLE}</h1>{BODY}{box}</div>", tmp_path)
    assert words_of(corpus) == " ".join(PARAGRAPHS).split()


def test_what_a_site_says_of_itself_at_length_beside_a_text_is_none_of_it(tmp_path: Path) -> None:
    about = f"<div class='widget'><h3>Tentang Kami</h3>{BODY}</div>"
    post = f"<div><h1>{TITLE}</h1>{BODY}</div>{about}"
    corpus = page_of(post, tmp_path)
    assert corpus.essays["title"].tolist() == [TITLE]
    assert corpus.text(corpus.items[0]).split() == " ".join(PARAGRAPHS).split()


def test_links_that_are_headings_sentences_or_the_name_below_a_text_belong_to_it(
    tmp_path: Path,
) -> None:
    values = "<p><a href='1'>Jujur</a>, <a href='2'>teliti</a>.</p>"
    last = "<h2><a href='#akhir'>Harapan Kami</a></h2><p>Kami tetap jujur.</p>"
    for name in ("Rina Marlina", "RINA MARLINA, KPU Kota Tegal"):
        post = f"<h1>{TITLE}</h1>{BODY}{values}{BODY}<p><a href='/rina'>{name}</a></p>"
        corpus = page_of(f"<div>{post}</div>", tmp_path)
        (item,) = corpus.items
        assert item.author == name.partition(",")[0]
        assert "Jujur, teliti." in corpus.text(item)
    post = f"<h1>{TITLE}</h1>{BODY}{last}"
    corpus = page_of(f"<div>{post}</div>", tmp_path)
    assert corpus.essays["text"][0].endswith("Harapan Kami\n\nKami tetap jujur.")
