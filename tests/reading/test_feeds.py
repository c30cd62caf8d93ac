"""Feeds and exports of websites: what WordPress, Blogger and feed readers know of a post."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import kpu_corpus as kc
from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import KpuCorpusError, UnreadableSource
from kpu_corpus.reading import Limits, read_bytes

TEXT = "Kami menjaga suara rakyat. Netralitas dijaga setiap hari oleh semua pegawai."
EXPORT = """
<?xml version="1.0" encoding="UTF-8" ?>
<!-- This is a WordPress eXtended RSS file. -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>KPU Kabupaten Garut</title>
<wp:author><wp:author_login><![CDATA[rina24]]></wp:author_login>
<wp:author_display_name><![CDATA[Rina Marlina]]></wp:author_display_name></wp:author>
{items}</channel></rss>"""
ATOM = """<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://purl.org/atom/app#">
<title type='text'>Opini Garut</title>{items}</feed>"""
KIND = "http://schemas.google.com/g/2005#kind"
Read = Callable[[bytes], Corpus]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def load(data: bytes) -> Corpus:
        (path := tmp_path / "situs.xml").write_bytes(data)
        return kc.load(path)

    return load


def post(
    text: str = TEXT,
    title: str = "Menjaga Suara",
    kind: str = "post",
    state: str = "publish",
    password: str = "",
) -> str:
    name = title.lower().replace(" ", "-")
    return f"""<item><title><![CDATA[{title}]]></title><link>https://kpu.example/{name}/</link>
<pubDate>Sun, 02 Nov 2025 22:30:00 +0000</pubDate>
<dc:creator><![CDATA[rina24]]></dc:creator>
<excerpt:encoded><![CDATA[Ringkasan lain.]]></excerpt:encoded>
<content:encoded><![CDATA[{text}]]></content:encoded>
<wp:post_date>2025-11-03 05:30:00</wp:post_date><wp:status>{state}</wp:status>
<wp:post_type>{kind}</wp:post_type><wp:post_password><![CDATA[{password}]]></wp:post_password>
<category domain="category" nicename="opini"><![CDATA[Opini]]></category>
<category domain="post_tag" nicename="pemilu"><![CDATA[pemilu]]></category>
<wp:comment><wp:comment_content>Bagus!</wp:comment_content></wp:comment></item>"""


def export(*items: str) -> bytes:
    return EXPORT.replace("{items}", "".join(items)).encode()


def rss(item: str) -> bytes:
    return f"""<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel>
<title>Opini &amp; Kabar</title>{item}</channel></rss>""".encode()


def reasons(data: bytes, limits: Limits | None = None) -> list[KpuCorpusError]:
    return [found[1] for found in read_bytes(data, "a.xml", limits=limits) if len(found) == 2]


def test_an_export_of_wordpress_has_a_page_for_each_post(read: Read) -> None:
    text = f"<!-- wp:paragraph --><p>{TEXT}</p><!-- /wp:paragraph -->"
    (essay,) = read(export(post(text))).essays.to_dict("records")
    assert (
        essay.items()
        >= {
            "essay": "situs/menjaga-suara-1",
            "title": "Menjaga Suara",
            "author": "Rina Marlina",
            "date": "2025-11-03",
            "text": TEXT,
            "site": "KPU Kabupaten Garut",
            "category": "Opini",
            "url": "https://kpu.example/menjaga-suara/",
        }.items()
    )


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (f"{TEXT}\n\nSinergi &amp; <em>disiplin</em>.", f"{TEXT}\n\nSinergi & disiplin."),
        (f"{TEXT}\n\n<h2>Tekad</h2>\nKami hadir.", f"{TEXT}\n\nTekad\n\nKami hadir."),
        (f"{TEXT}\n\nRina Dewi,\nhadir.", f"{TEXT}\n\nRina Dewi,\nhadir."),
        (f"<p style='text-align: justify'>{TEXT}</p>\nAdil.\n\nRapi.", f"{TEXT}\n\nAdil.\n\nRapi."),
        (f"{TEXT}\n\nAdil.\n<!-- wp:p -->\n<p>Rapi.</p>", f"{TEXT}\n\nAdil.\n\nRapi."),
        (f"{TEXT}\n<ul>\n<li>Adil</li>\n\n<li>Rapi</li>\n</ul>", f"{TEXT}\n\nAdil\nRapi"),
        (f'[vc_row full][col w="1"]{TEXT} [sic][note a]Adil.[/note] [1]', f"{TEXT} [sic]Adil. [1]"),
        (f"[caption id='1']<img src='a.jpg'/> Rapat[/caption]\n\n{TEXT}[gallery ids='1,2']", TEXT),
        (f"{TEXT}\r\n\r\n[social_share]\r\n\r\n[contact-form-7 id='1' title='a']\r\n", TEXT),
        (f"<!-- wp:shortcode -->[sp_news limit=3]<!-- /wp:shortcode --><p>{TEXT}</p>", TEXT),
        (f"[vc_row][vc_column width='1/2']{TEXT}[/vc_column][/vc_row]", TEXT),
        (f"{TEXT}\n\n[sic] Kami hadir [1].\n[Tekad]", f"{TEXT}\n\n[sic] Kami hadir [1].\n[Tekad]"),
        (f"<p>{TEXT}</p><p>The post <a href='x'>Suara</a> appeared first on KPU.</p>", TEXT),
        (f"<p>{TEXT} Adil\x0b &ndash; jujur &amp; hadir.</p>", f"{TEXT} Adil – jujur & hadir."),
    ],
    ids=[
        *("paragraphs", "heading", "lines", "aligned", "blocks", "list", "signs", "short codes"),
        *("lines of codes", "block of codes", "page builder", "no code", "first shown", "entities"),
    ],
)
def test_posts_are_read_as_wordpress_shows_them(read: Read, written: str, shown: str) -> None:
    assert [*read(export(post(written))).essays["text"]] == [shown]


def test_drafts_closed_posts_and_pages_are_named_and_pictures_are_no_posts(read: Read) -> None:
    posts = [
        post(),
        post(title="Belum Jadi", state="draft"),
        post(title="Untuk Kami", state="private"),
        post(title="Hanya Panitia", password="garut25"),
        post(title="Tentang Kami", kind="page"),
        post(title="foto.jpg", kind="attachment", state="inherit"),
        post("", "Kosong"),
        post(title="Menu", kind="wp_navigation"),
        post(title="Sinergi"),
    ]
    corpus = read(export(*posts))
    assert corpus.ids == ("situs/menjaga-suara-1", "situs/sinergi-1")
    assert [(one.message, one.fields["title"]) for one in reasons(export(*posts))] == [
        ("feed_draft", "'Belum Jadi'"),
        ("feed_closed", "'Untuk Kami'"),
        ("feed_closed", "'Hanya Panitia'"),
        ("feed_page", "'Tentang Kami'"),
    ]


def test_posts_of_a_type_of_the_site_are_read_and_have_it_as_a_category(read: Read) -> None:
    form = post("Nama [text* nama]", "Form", "wpcf7").replace("/form/", "/?post_type=wpcf7&amp;p=5")
    (essay,) = read(export(post(kind="opini_warga"), form)).essays.to_dict("records")
    assert (essay["text"], essay["category"]) == (TEXT, "opini_warga; Opini")


def test_long_texts_of_a_type_without_pages_are_named_once_for_all_of_them() -> None:
    def apart(text: str, kind: str) -> str:
        return post(text, "Suara", kind).replace("/suara/", f"/?{kind}=suara")

    long = [apart(LONG, kind) for kind in ("opini", "templat", "opini")]
    why, *more = reasons(export(post(), *long, apart(TEXT, "formulir")))
    assert (why.message, why.fields["kinds"]) == ("feed_types", "'opini' (2), 'templat' (1)")
    assert not more


def test_drafts_of_a_type_whose_texts_have_pages_are_named_as_drafts() -> None:
    draft = post(LONG, "Suara", "opini").replace("/suara/", "/?post_type=opini&amp;p=7")
    draft = draft.replace("publish", "draft")
    (why,) = reasons(export(post(LONG, "Menjaga", "opini"), draft))
    assert why.message == "feed_draft"


def test_an_address_that_is_none_leaves_the_post_as_it_is(read: Read) -> None:
    (essay,) = read(rss(item("<link>https://[kpu/</link>"))).essays.to_dict("records")
    assert (essay["text"], essay["url"]) == (LONG, "https://[kpu/")


def test_posts_without_an_address_or_with_that_of_another_have_their_number(read: Read) -> None:
    assert read(export(post(), post(f"{TEXT} Lagi."))).ids[1] == "situs/2-1"
    assert read(rss(item(""))).ids == ("situs/1-1",)


def test_a_post_with_several_essays_is_cut_and_each_is_of_its_site_and_day(read: Read) -> None:
    page = "".join(
        f"<h2>{title}</h2><p>Oleh: {name}</p><p>{TEXT}</p><p>{TEXT}</p>"
        for title, name in [("Tekad Kami", "Budi Santoso"), ("Janji Kami", "Siti Aminah")]
    )
    essays = read(export(post(page, "Esai CPNS"))).essays
    assert [*essays["author"]] == ["Budi Santoso", "Siti Aminah"]
    assert [*essays["category"]] == ["Opini", "Opini"]
    assert [*essays["date"]] == ["2025-11-03", "2025-11-03"]
    dated = page.replace("Budi Santoso</p>", "Budi Santoso</p><p>Garut, 1 Juni 2024</p>")
    essays = read(export(post(dated, "Esai CPNS"))).essays  # the other may be of any day
    assert [None if day != day else day for day in essays["date"]] == ["2024-06-01", None]


def entry(kind: str, text: str = f"&lt;div&gt;{TEXT}&lt;/div&gt;", more: str = "") -> str:
    return f"""<entry><published>2025-11-03T05:30:00.000+07:00</published>
<category scheme='{KIND}' term='http://schemas.google.com/blogger/2008/kind#{kind}'/>
<category scheme='http://www.blogger.com/atom/ns#' term='opini'/><title type='text'>Suara</title>
<content type='html'>{text}</content><link rel='replies' href='https://a/feeds'/>
<link rel='alternate' href='https://a/suara.html'/>
<author><name>Budi Santoso</name><email>noreply@blogger.com</email></author>{more}</entry>"""


def test_an_export_of_blogger_has_its_posts_without_comments_and_settings(read: Read) -> None:
    draft = "<app:control><app:draft>yes</app:draft></app:control>"
    items = [entry("settings", "x"), entry("post"), entry("comment"), entry("post", more=draft)]
    data = ATOM.replace("{items}", "".join(items)).encode()
    assert [one.message for one in reasons(data)] == ["feed_draft"]
    (essay,) = read(data).essays.to_dict("records")
    assert (
        essay.items()
        >= {
            "essay": "situs/suara-1",
            "title": "Suara",
            "author": "Budi Santoso",
            "date": "2025-11-03",
            "text": TEXT,
            "site": "Opini Garut",
            "category": "opini",
        }.items()
    )


def test_a_feed_whose_elements_have_a_prefix_is_read(read: Read) -> None:
    item = f"<a:entry><a:title>Suara</a:title><a:content type='html'>{TEXT}</a:content></a:entry>"
    data = f"<a:feed xmlns:a='http://www.w3.org/2005/Atom'>{item}</a:feed>".encode()
    assert [*read(data).essays["text"]] == [TEXT]


def test_the_comments_on_posts_are_no_posts() -> None:
    assert not reasons(rss(item("<link>https://a/suara/#comments</link>")))
    answer = "<link>https://a/suara/#comment-12</link>"
    assert [why.message for why in reasons(rss(item(answer)))] == ["feed_empty"]
    replies = "<r:in-reply-to xmlns:r='http://purl.org/syndication/thread/1.0' ref='x'/>"
    data = ATOM.replace("{items}", f"<entry><content>{LONG}</content>{replies}</entry>").encode()
    assert [why.message for why in reasons(data)] == ["feed_empty"]


def test_the_newer_export_of_blogger_has_the_same_posts(read: Read) -> None:
    def one(kind: str, name: str, trashed: str = "") -> str:
        return f"""<entry><b:type>{kind}</b:type><b:status>LIVE</b:status><title>Suara</title>
<content type="html">{TEXT}</content><b:filename>/2025/11/{name}.html</b:filename><link/>
<b:trashed>{trashed}</b:trashed></entry>"""

    items = one("POST", "suara"), one("COMMENT", "x"), one("POST", "lama", "2025-12-02T00:00:00Z")
    data = ATOM.replace("{items}", "".join(items)).replace(
        "<feed ", "<feed xmlns:b='http://schemas.google.com/blogger/2018' "
    )
    assert [one.message for one in reasons(data.encode())] == ["feed_draft"]
    assert read(data.encode()).ids == ("situs/suara-1",)


LONG = " ".join([TEXT] * 4)


def item(said: str, text: str = f"&lt;p&gt;{LONG}&lt;/p&gt;") -> str:
    return f"<item>{said}<description>{text}</description></item>"


@pytest.mark.parametrize(
    ("said", "field", "expected"),
    [
        ("<author>rina@kpu.example (Rina Marlina)</author>", "author", "Rina Marlina"),
        ("<author>rina@kpu.example</author>", "author", None),
        ("<pubDate>Mon, 03 Nov 2025 01:00:00 +0700</pubDate>", "date", "2025-11-03"),
        ("<pubDate>Sun, 02 Nov 2025 22:30:00 +0000</pubDate>", "date", "2025-11-03"),
        ("<pubDate>Sun, 02 Nov 2025 22:30:00 GMT</pubDate>", "date", "2025-11-03"),
        ("<pubDate>Sun, 02 Nov 2025 09:30:00 GMT</pubDate>", "date", "2025-11-02"),
        ("<pubDate>Mon, 03 Nov 2025 01:00:00 EST</pubDate>", "date", "2025-11-03"),
        ("<pubDate>Sun, 02 Nov 25 22:30:00 GMT</pubDate>", "date", "2025-11-03"),
        ("<pubDate>kemarin</pubDate>", "date", None),
        ("<title>Jujur & Adil &amp;#8211; Esai</title>", "title", "Jujur & Adil – Esai"),
        ("<media:title>foto</media:title>", "title", None),
        ("", "site", "Opini & Kabar"),
    ],
)
def test_of_a_feed_what_it_says_of_the_post_itself_is_known(
    read: Read, said: str, field: str, expected: str | None
) -> None:
    (essay,) = read(rss(item(said))).essays.to_dict("records")
    assert essay["text"] == LONG
    assert (None if essay[field] != essay[field] else essay[field]) == expected


@pytest.mark.parametrize(
    "end",
    [
        "[…]",
        "[&amp;hellip;]",
        "…&lt;/p&gt;",
        "jujur...",
        "… &lt;a href='x'&gt;Baca &lt;b&gt;semua&lt;/b&gt;&lt;/a&gt;&lt;/p&gt;",
    ],
)
def test_a_text_of_which_a_feed_has_only_the_beginning_is_not_read(end: str) -> None:
    data = rss(item("<title>Suara</title>", f"&lt;p&gt;{LONG} {end}"))
    (why,) = reasons(data)
    assert (why.message, why.fields["title"]) == ("feed_start", "'Suara'")


def test_a_sentence_in_a_feed_is_a_summary_unless_it_is_told_to_be_the_text(read: Read) -> None:
    assert [why.message for why in reasons(rss(item("", TEXT)))] == ["feed_start"]
    entry = f"<entry><content type='html'>{TEXT}</content></entry>"
    assert [*read(ATOM.replace("{items}", entry).encode()).essays["text"]] == [TEXT]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<?xml version='1.0'?><urlset><url/></urlset>", "not_feed"),
        (rss(""), "feed_empty"),
        (rss("<item>"), "broken"),
        (b"<!DOCTYPE rss [<!ENTITY a 'b'>]>" + rss("<item/>"), "not_feed"),
        (b"<rss>" + b"<item>" * 2_000 + b"</item>" * 2_000 + b"</rss>", "broken"),
    ],
)
def test_what_is_no_whole_feed_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    (why,) = reasons(data)
    assert isinstance(why, UnreadableSource)
    assert why.message == reason


def test_a_feed_has_no_more_posts_than_an_archive_has_files() -> None:
    *_, why = reasons(export(post(), post()), Limits(archive_members=1))
    assert why.message == "many_members"
