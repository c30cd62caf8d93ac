"""What holds inside an element of a web page: the kind of its text, as tag and style tell it."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any, NamedTuple

from kpu_corpus.indonesian.dates import iso
from kpu_corpus.reading.html.furniture import Furniture

_DEEP = 4  # elements of style around the link of a note
_BRIEF, _BRIEF_NODES = 200, 50  # characters and nodes of an element with an author or a date
_AUTHOR = re.compile(r"(?:^|[\s_-])(?:author|byline|penulis)(?:$|[\s_-])", re.IGNORECASE)
_DATE = re.compile(r"(?:^|[\s_-])(?:date|tanggal|published|post-date)(?:$|[\s_-])", re.IGNORECASE)
_NOTES = re.compile(r"(?:^|[\s_-])(?:sd)?(?:foot|end)notes?\d*(?:$|[\s_-])", re.IGNORECASE)
# The anchor of a note, or of a comment at the margin, as Google Docs and Word save them, and the
# link of a note back to its number in the text.
_ANCHOR = re.compile(r"(cmnt|ftnt|_?(?:ftn|edn))\d+")
_BACK = re.compile(r"#_?(?:ftn|edn)ref\d+$")
# Styles of the web pages of Word and Google Docs that say more of a paragraph than its tag.
_OF_WORD = (
    (re.compile(r"(?:c\d+ )+title"), ("heading", 0)),  # of Google Docs
    (re.compile(r"MsoTitle"), ("heading", 0)),
    (re.compile(r"MsoListParagraph\w*"), ("item", 0)),
    (re.compile(r"Mso(?:Footnote|Endnote)Text"), ("note", 0)),
    (re.compile(r"Mso(?:Header|Footer|Toc\d|CommentText)"), ("chrome", 0)),
)
_NOTE_LIST = re.compile(r"mso-element\s*:\s*(?:foot|end)note-list", re.IGNORECASE)  # as Word saves


class State(NamedTuple):
    """What holds inside an element: the kind of its blocks and whether white space counts."""

    kind: str
    level: int
    pre: bool
    article: int
    table: int = 0
    place: int = 0


def inside(node: Any, outer: State, furniture: Furniture) -> State:
    """Return what holds inside an element."""
    tag, attributes = node.tag, node.attributes
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    pre = outer.pre or tag == "pre"
    if outer.kind == "chrome":
        return outer._replace(pre=pre)
    article = outer.article + (tag in ("article", "main"))
    table = node.mem_id if tag == "table" else outer.table
    opens = tag == "button" and outer.kind == "heading"  # what is folded below it
    if not opens and furniture(node, names, article):
        return State("chrome", 0, pre, article)
    if outer.kind == "note" or _is_notes(attributes, names):
        return State("note", 0, pre, article)
    told = _told(node, attributes)
    if told:
        return State(*told, pre, article, table)
    kind, level = outer.kind, outer.level
    if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
        day = _DATE.search(names) and iso(node.text(strip=True))  # above the posts of a blog
        kind, level = ("date", 0) if day else ("heading", int(tag[1]))
    elif tag == "summary":
        kind, level = "heading", 2
    elif tag == "li":
        kind = "item"
    elif kind == "paragraph":
        kind = _said_in(node, names)
    return State(kind, level, pre, article, table)


def _told(node: Any, attributes: Any) -> tuple[str, int] | None:
    """Return kind and level of a paragraph as its style in Word, or an anchor in it, tells them."""
    if node.tag not in ("p", "div"):
        return None
    first = _first_in(node)
    if first is not None and first.tag == "a":
        name = first.attributes.get("id") or first.attributes.get("name") or ""
        anchor = _ANCHOR.fullmatch(name)
        if anchor or _BACK.search(first.attributes.get("href") or ""):
            return ("chrome" if name.startswith("cmnt") else "note"), 0
    style = attributes.get("class") or ""
    return next((told for name, told in _OF_WORD if name.fullmatch(style)), None)


def _first_in(node: Any) -> Any:
    """Return what an element begins with, a link perhaps inside elements of style."""
    first = node.child
    for _ in range(_DEEP):
        if first is not None and first.tag == "-text" and not (first.text_content or "").strip():
            first = first.next
        elif first is not None and first.tag in ("span", "font", "sup"):
            first = first.child
    return first


def _said_in(node: Any, names: str) -> str:
    """Return author or date for an element that tells no more than this, paragraph for others."""
    rel = f"{node.attributes.get('rel') or ''} {node.attributes.get('itemprop') or ''}"
    if "author" in rel.split() or _AUTHOR.search(names):
        return "author" if _is_brief(node) else "paragraph"
    if node.tag == "time" or "datePublished" in rel or _DATE.search(names):
        return "date" if _is_brief(node) else "paragraph"
    return "paragraph"


def _is_brief(node: Any) -> bool:
    """Tell whether an element holds a few words only; themes call whole posts "date" as well."""
    size, stack = 0, [node]
    for _ in range(_BRIEF_NODES):
        if not stack:
            return True
        item = stack.pop()
        size += len((item.text_content or "").strip()) if item.tag == "-text" else 0
        if size > _BRIEF:
            return False
        stack += islice(item.iter(include_text=True), _BRIEF_NODES)
    return False


def _is_notes(attributes: Any, names: str) -> bool:
    """Tell whether an element holds notes at the foot or the end."""
    style = attributes.get("style") or ""
    role = attributes.get("role") in ("doc-endnotes", "doc-footnote")
    return bool(role or _NOTES.search(names) or _NOTE_LIST.search(style))
