"""Feeds and exports of websites (RSS, Atom, WordPress, Blogger) → a page for each post."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import PurePosixPath
from typing import Any, NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit
from xml.etree import ElementTree

from kpu_corpus.corpus.values import CATEGORY, PARTED
from kpu_corpus.errors import UnreadableSource
from kpu_corpus.ground.printable import cut
from kpu_corpus.indonesian.dates import iso
from kpu_corpus.reading.archive import ELEMENTS, look_through
from kpu_corpus.reading.limits import Limits
from kpu_corpus.reading.posts import text_of, untagged
from kpu_corpus.reading.text import decode

SUFFIXES = frozenset({".xml", ".rss", ".atom"})
SHOWN = 60  # characters of a title in a reason
LINK = 1_000  # characters in which the link to the whole text ends a post
SUMMARY = 300  # letters that the summary of a post in a feed of news may have
_NAME = re.compile(r"[\w-]{1,80}")
# How it begins; possessive, as a comment ends at its first "-->".
_FEED = re.compile(
    rb"\s*+(?>(?:<\?xml[^>]*>|<!--.*?-->)\s*+)*+<(?:rss|(?:[\w-]+:)?feed|rdf:RDF)[\s>]", re.S
)
_DECLARED = re.compile(r"\A\s*<\?xml[^>]*\?>")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# An ampersand that XML takes for none, with the entity of HTML that it begins, if it is one.
_AMPERSAND = re.compile(
    r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)(?:[A-Za-z][A-Za-z0-9]{1,31};)?"
)
# Elements of these are known by their bare names, such as those of a module for pictures are not.
_SPACES = (
    "http://www.w3.org/2005/Atom",
    "http://www.w3.org/1999/xhtml",
    "http://www.w3.org/2007/app",
    "http://purl.org/atom/app#",
    "http://purl.org/rss/1.0/",
    "http://purl.org/rss/1.0/modules/content/",
    "http://purl.org/dc/elements/1.1/",
    "http://schemas.google.com/blogger/2018",
    "http://purl.org/syndication/thread/1.0",
)
_EXPORT = re.compile(r"http://wordpress\.org/export/[\d.]+/\Z")
# Where the beginning of a text ends that stands in a feed instead of the text.
_LAST_LINK = re.compile(
    r"<a\b(?:(?!<a\b).)*</a>(?:\s|&nbsp;|</?[a-z][^<>]*>)*\Z", re.DOTALL | re.IGNORECASE
)
_CUT_OFF = re.compile(r"(?:\[\s*(?:…|\.\.\.|&hellip;|&#8230;|&#x2026;)\s*\]|…|\.\.\.)\s*\Z")
_ON_POST = re.compile(r"comment-\d+")  # behind the address of a post: a comment on it
# When it was published: where it was, or in UTC.
_DATES = ("post_date", "published", "date", "updated", "pubDate")
_KIND = "http://schemas.google.com/g/2005#kind"  # of an entry of Blogger
# What is no post in an export of Blogger, of WordPress ("wp_…" besides).
_NO_POSTS = frozenset(
    "comment settings template attachment revision nav_menu_item custom_css customize_changeset"
    " oembed_cache user_request".split()
)


class Post(NamedTuple):
    """A post: how its page is called, the page or why it is not read, and what is known of it.

    The reason why several are not read has no name.
    """

    name: str
    page: bytes | UnreadableSource
    about: Mapping[str, str]


def is_feed(head: bytes) -> bool:
    """Tell a feed, or the export of a website, by its first bytes.

    >>> is_feed(b'<?xml version="1.0"?><rss version="2.0">'), is_feed(b"<urlset>")
    (True, False)
    """
    return _FEED.match(head) is not None


def posts_of(data: bytes, limits: Limits) -> Iterator[Post]:
    """Yield the published posts of a feed, or of the export of a site, as web pages.

    Those of a type that the site itself has, such as "opini", are posts; the type counts as a
    category. A draft, a post that not everybody may read, a page of the site itself, and a post of
    which only the beginning or a summary is there have the reason why they are not read instead,
    texts of a type whose entries have no page one for all of them; comments, pictures and menus are
    no posts. Raises UnreadableSource for a file past the limits, with a DTD or without a post, and
    ExpatError for broken XML.
    """
    content, _ = decode(data)
    xml = _AMPERSAND.sub(_character, _CONTROL.sub("", _DECLARED.sub("", content, count=1))).strip()
    encoded = xml.encode("utf-8", "replace")
    if look_through(encoded) > ELEMENTS:
        raise UnreadableSource("many_elements", limit=ELEMENTS)
    root = _bare(ElementTree.fromstring(encoded))
    site = _line(root.find("channel/title")) or _line(root.find("title"))
    people = {
        _text(one.find("author_login")): _line(one.find("author_display_name"))
        for one in root.iterfind("channel/author")
    }
    names: set[str] = set()
    without_page: Counter[str] = Counter()
    posts = [*root.iter("entry" if root.tag == "feed" else "item")]
    paged = {"post", "page", *(_kind(post) for post in posts if _has_page(post))}
    for post in posts:
        text, whole = text_of(post)
        why = _unread(post, text, whole, paged)
        if why == "feed_types" and len(untagged(text)) >= SUMMARY:
            without_page[_kind(post)] += 1
        if why in ("", "feed_types"):
            continue
        if len(names) == limits.archive_members:
            raise UnreadableSource("many_members", limit=limits.archive_members)
        title, author = _line(post.find("title")), _author(post)
        name = _name(post, names)
        names.add(name)
        about = {
            "site": site,
            CATEGORY: PARTED.join(dict.fromkeys(_categories(post))),
            "url": _url(post),
        }
        page = _page(title, people.get(author, author), _date(post), text)
        yield Post(
            f"{name}.html",
            UnreadableSource(why, title=repr(cut(title, SHOWN))) if why else page,
            {key: value for key, value in about.items() if value},
        )
    if without_page:
        kinds = ", ".join(f"{kind!r} ({count})" for kind, count in without_page.items())
        yield Post("", UnreadableSource("feed_types", kinds=kinds), {})
    elif not names:
        raise UnreadableSource("feed_empty")


def _name(post: Any, taken: Collection[str]) -> str:
    """Return how a post is called in its address, or else its number."""
    path = _text(post.find("filename")) or _address(post).path
    name = unquote(_text(post.find("post_name")) or PurePosixPath(path).stem)
    return name if _NAME.fullmatch(name) and name not in taken else str(len(taken) + 1)


def _page(title: str, author: str, date: str, text: str) -> bytes:
    """Return the page of a post."""
    about = {"author": author, "article:published_time": date}
    metas = (f'<meta name="{name}" content="{html.escape(said)}">' for name, said in about.items())
    head, shown = "".join(metas), html.escape(title)
    body = f"<h1>{shown}</h1><article>{text}</article>" if title else f"<article>{text}</article>"
    page = (
        f"<!doctype html><html><head><title>{shown}</title>{head}</head><body>{body}</body></html>"
    )
    return page.encode("utf-8", "replace")


def _bare(root: Any) -> Any:
    """Return a tree whose elements of `_SPACES` are called by their bare names."""
    for item in root.iter():
        space, _, name = item.tag.removeprefix("{").rpartition("}")
        if space in _SPACES or _EXPORT.match(space):
            item.tag = name
    return root


def _unread(post: Any, text: str, whole: bool, paged: Collection[str]) -> str | None:
    """Return why a post is not read, "" for what is none, None for one that is.

    ``paged`` are the types of which some have a page: only their drafts have none.
    """
    kind = _kind(post)
    if kind in _NO_POSTS or kind.startswith("wp_") or not untagged(text):
        return ""
    if post.find("in-reply-to") is not None or _ON_POST.fullmatch(_address(post).fragment):
        return ""
    # a form or a template of a plugin has no page, and so only a number or a name behind "?"
    if kind not in paged and not _has_page(post):
        return "feed_types"
    if kind == "page":
        return "feed_page"
    state = _text(post.find("status")).lower()
    if state == "private" or _text(post.find("post_password")):
        return "feed_closed"
    draft = _text(post.find("control/draft")) == "yes" or _text(post.find("trashed"))
    if draft or state not in ("", "publish", "live"):
        return "feed_draft"
    shown = "" if whole else untagged(text[:-LINK] + _LAST_LINK.sub("", text[-LINK:]))
    told = whole or (len(shown) >= SUMMARY and not _CUT_OFF.search(shown))
    return None if told else "feed_start"


def _kind(post: Any) -> str:
    """Return of which type a post is: "post", "page", another of the program or of the site."""
    for category in post.iterfind("category"):
        if category.get("scheme") == _KIND:
            return str(category.get("term", "").rpartition("#")[2])
    return _text(post.find("post_type")) or _text(post.find("type")).lower() or "post"


def _author(post: Any) -> str:
    """Return who wrote a post; of an address of an email only the name beside it."""
    found = post.find("creator")
    if found is None:
        found = post.find("author")
    if found is None:
        return ""
    name = found.find("name")
    said = _line(found if name is None else name)
    return parseaddr(said)[0] if "@" in said else said


def _date(post: Any) -> str:
    """Return the day of a post where it was written, as ISO 8601 has it, "" if it tells none."""
    told = (_text(post.find(name)) for name in _DATES)
    return next(filter(None, (iso(said) or iso(_moment(said)) for said in told)), "")


def _moment(said: str) -> str:
    """Return a time as mails have it, its zone perhaps a name ("EST"), as ISO 8601 has it."""
    with suppress(ValueError):
        return parsedate_to_datetime(said).isoformat()
    return ""


def _categories(post: Any) -> Iterator[str]:
    if (kind := _kind(post)) != "post":
        yield kind
    for category in post.iterfind("category"):
        if category.get("scheme") != _KIND and category.get("domain") != "post_tag":
            yield category.get("term") or _line(category)


def _url(post: Any) -> str:
    for link in post.iterfind("link"):
        if link.get("rel", "alternate") == "alternate":
            return link.get("href") or _text(link)
    return ""


def _address(post: Any) -> SplitResult:
    with suppress(ValueError):  # of a server that is none
        return urlsplit(_url(post))
    return urlsplit("")


def _has_page(post: Any) -> bool:
    return not _address(post).query


def _character(found: re.Match[str]) -> str:
    said = html.unescape(found[0])
    return f"&amp;{found[0][1:]}" if said == found[0] else html.escape(said)


def _text(item: Any) -> str:
    return "" if item is None else (item.text or "").strip()


def _line(item: Any) -> str:
    """Return what an element says without tags, in one line."""
    return "" if item is None else " ".join(untagged("".join(item.itertext())).split())
