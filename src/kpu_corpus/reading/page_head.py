"""What a web page says of itself where nobody sees it: author and date, for search engines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

# Names of <meta> elements, and keys of schema.org's JSON-LD, in the order in which they count.
_META = {
    "author": ("author", "article:author", "dc.creator"),
    "date": ("article:published_time", "date", "dc.date", "datepublished", "pubdate"),
}
_LINKED = {"author": "author", "date": "datePublished"}
_LONGEST = 200  # characters of a name or a date


def said_by(tree: Any) -> dict[str, Any]:
    """Return the author and the date that a page states in its head, as far as it does."""
    found: dict[str, Any] = {}
    for meta in tree.css("meta"):
        name = (meta.attributes.get("name") or meta.attributes.get("property") or "").lower()
        content = _value(meta.attributes.get("content"))
        for field, names in _META.items():
            if name in names and content:
                found.setdefault(field, content)
    for item in _items(tree):
        for field, key in _LINKED.items():
            content = _value(item.get(key))
            if content:
                found.setdefault(field, content)
    return found


def _items(tree: Any) -> Iterator[dict[str, Any]]:
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
    """Return a name or a date; of several authors the first; "" for addresses, accounts, others."""
    if isinstance(given, list):
        given = given[0] if given else None
    if isinstance(given, dict):
        given = given.get("name")
    text = given.strip() if isinstance(given, str) else ""
    account = text.islower() and text.startswith("admin")
    return "" if text.startswith("http") or len(text) > _LONGEST or account else text
