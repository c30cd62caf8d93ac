"""Hidden metadata of a web page: author and date, as given to search engines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

from kpu_corpus.corpus.values import CATEGORY, PARTED
from kpu_corpus.reading.accounts import is_account

# Names of <meta> elements, and keys of schema.org's JSON-LD, in the order in which they count.
_META = {
    "author": (
        "content_author",
        "author",
        "article:author",
        "citation_author",  # of journals, the first of several
        "dc.creator",
        "dc.creator.personalname",
    ),
    "date": (
        "article:published_time",
        "content_publisheddate",
        "citation_publication_date",
        "citation_date",
        "date",
        "dc.date",
        "datepublished",
        "publishdate",
        "pubdate",
    ),
}
# Elements that name author and date of a page where its head does not.
_SHOWN = {
    "author": (
        "[itemprop~=author]",
        "[rel~=author]",
        ".author.vcard",
        ".byline .author",
        ".p-author",
        "[data-testid=authorName]",
    ),
    "date": (
        "[itemprop~=datePublished]",
        "time.published",
        "abbr.published",
        "time.entry-date",
        "time.dt-published",
        "time[pubdate]",
        "[class*=posted-on] time",
        "[class*=created] time",
        "[class*=meta]:not([class*=comment]) time",
        "address time",
    ),
}
_LINKED = {"author": "author", "date": "datePublished"}
_TITLE = 500  # characters of a title
_LONGEST = 200  # characters of a name or a date


def titles_of(tree: Any) -> list[str]:
    """Return the titles that a page states in its head, the name of its site perhaps in them."""
    metas = [meta.attributes.get("content") or "" for meta in tree.css('meta[property="og:title"]')]
    titles = (*metas, *(node.text() for node in tree.css("head title")))
    return [title for title in titles if 0 < len(title) <= _TITLE]


def said_by(tree: Any) -> dict[str, Any]:
    """Return what a page states for machines: author and date, its site, category and address.

    That a home page or a list of posts was made on a day says nothing of the texts on it.
    """
    metas = [
        (
            (meta.attributes.get("name") or meta.attributes.get("property") or "").lower(),
            _text(meta.attributes.get("content")),
        )
        for meta in tree.css("meta")
    ]
    items, address = [*items_of(tree)], _address(tree)
    said = dict(reversed(metas))
    lists = lists_texts(items, address, article=said.get("og:type") == "article")
    sections = [text for name, text in metas if name == "article:section"]
    named = {(*map(_text, _several(item.get("articleSection"))),) for item in items} - {("",)}
    sections = sections or [*(named.pop() if len(named) == 1 else ())]
    about = {
        "site": next((text for name, text in metas if name == "og:site_name"), ""),
        CATEGORY: "" if lists else PARTED.join(dict.fromkeys(filter(None, sections))),
        "url": address,
    }
    found: dict[str, Any] = {key: value for key, value in about.items() if value}
    for field, names in _META.items():
        if field == "date" and lists:
            continue
        content = next(filter(None, (_value(said.get(name)) for name in names)), "")
        found.update({field: content} if content else {})
    for field, key in _LINKED.items():
        pairs = ((item.get("@type"), _value(item.get(key))) for item in items)
        told = [(kind, content) for kind, content in pairs if content]
        if told and not (field == "date" and (lists or _is_list(told))):
            found.setdefault(field, told[0][1])
    for field, selectors in _SHOWN.items():
        if field not in found:
            content = _shown(tree, selectors)
            found.update({field: content} if content else {})
    return found


def lists_texts(items: Iterable[Mapping[str, Any]], address: str, *, article: bool = False) -> bool:
    """Tell a home page, by its address, and a page that says in its JSON-LD that it lists others.

    Some sites call each of their pages by the address of their home page; one that says that it is
    an ``article`` is none.

    >>> lists_texts([{"@type": ["CollectionPage"]}], ""), lists_texts([], "https://kpu.example/")
    (True, True)
    """
    if any("CollectionPage" in _several(item.get("@type")) for item in items):
        return True
    with suppress(ValueError):  # of a server that is none
        parts = urlsplit(address)
        home = bool(parts.netloc) and parts.path in ("", "/") and not parts.query
        return home and not article
    return False


def _several(given: Any) -> list[Any]:
    return given if isinstance(given, list) else [given]


def _address(tree: Any) -> str:
    """Return the address that a page calls its own, "" for what is none of a page on the web."""
    link = tree.css_first('link[rel="canonical"]')
    address = (link.attributes.get("href") or "").strip() if link is not None else ""
    return address if address.startswith(("http://", "https://")) else ""


def _is_list(told: list[tuple[Any, str]]) -> bool:
    """Tell from types and dates whether a page lists several articles, as that of a blog does."""
    kind, date = told[0]
    return any(other == kind and day[:10] != date[:10] for other, day in told)


def _shown(tree: Any, selectors: tuple[str, ...]) -> str:
    """Return the name or the time in the only elements of a page that are marked as such.

    Where several are, with different content, the page lists several texts, or comments on one.
    """
    for selector in selectors:
        told = {_value(_content(node)) for node in tree.css(selector)} - {""}
        if told:
            return told.pop() if len(told) == 1 else ""
    return ""


def _content(node: Any) -> str:
    """Return what an element says for machines, else for people: of an author the name."""
    node = node.css_first("[itemprop~=name], .fn") or node
    given = (node.attributes.get(name) for name in ("content", "datetime", "title"))
    return " ".join((next(filter(None, given), None) or node.text()).split())


def items_of(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield the articles and pages of the JSON-LD of a page."""
    for script in tree.css('script[type="application/ld+json"]'):
        try:
            given = json.loads(script.text() or "")
        except (ValueError, RecursionError):
            continue
        given = given.get("@graph", [given]) if isinstance(given, dict) else given
        for item in given if isinstance(given, list) else []:
            if isinstance(item, dict):
                yield item


def _value(given: Any) -> str:
    """Return a name or a date; "" for addresses, accounts and others."""
    text = _text(given)
    return "" if is_account(text) else text


def _text(given: Any) -> str:
    """Return what is said in one line; of several authors the first, of an object its name."""
    if isinstance(given, list):
        given = given[0] if given else None
    if isinstance(given, dict):
        given = given.get("name")
    text = given.strip() if isinstance(given, str) else ""
    return "" if len(text) > _LONGEST else text
