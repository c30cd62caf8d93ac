"""The text of a post in a feed or an export of a website, as a piece of a web page."""

from __future__ import annotations

import html
import re
from typing import Any
from xml.etree import ElementTree

_TAG = re.compile(r"<[^<>]*>")
_BLOCK = re.compile(
    r"</?(?:p|div|h[1-6]|[uod]l|li|d[td]|table|t(?:r|[dh]|head|body|foot)|blockquote|section"
    r"|fig(?:ure|caption)|pre|hr)\b",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_BLANK_LINES = re.compile(r"\n[ \t\r]*(?:\n[ \t\r]*)+")
# What WordPress replaces: blocks of codes, a picture with its caption, and signs of plugins around
# a text, such as [vc_row], which have a value, an underscore or an end. In a text stand [sic], [1].
_SHORT_CODES = re.compile(
    r"<!-- wp:shortcode -->(?:(?!<!-- ).)*<!-- /wp:shortcode -->"
    r"|\[(?P<name>caption|gallery|embed|audio|video|playlist|youtube|vimeo)\b[^\[\]]*\]"
    r"(?:(?:(?!\[/?(?P=name)\b).)*\[/(?P=name)\])?",
    re.DOTALL,
)
_SIGN = re.compile(r"\[/?(?P<name>[a-z][\w-]*)(?P<rest>\s[^\[\]]*)?/?\]")
_VALUE = re.compile(r"\s[\w-]+=[\"'“”″&]")
_ENDED = re.compile(r"\[/([a-z][\w-]*)\]")
# What WordPress puts below a post in a feed.
_FIRST_SHOWN = re.compile(
    r"<p>(?:The post|Artikel|Tulisan|Pos|Postingan) <a\b(?:(?!</?p>).)*</p>\s*\Z", re.DOTALL
)


def text_of(post: Any) -> tuple[str, bool]:
    """Return the text of a post as a piece of a web page, and whether it is told to be whole."""
    for name in ("encoded", "content", "description", "summary"):
        found = post.find(name)
        text = _markup(found, post) if found is not None else ""
        if text.strip():
            return text, name in ("encoded", "content")
    return "", False


def _markup(found: Any, post: Any) -> str:
    if len(found):  # Atom, as XHTML
        return ElementTree.tostring(found[0], encoding="unicode")
    text = _FIRST_SHOWN.sub("", _without_signs(_SHORT_CODES.sub("", found.text or ""))).strip()
    if found.get("type") == "text":
        text = html.escape(text)
    if post.find("post_type") is not None:  # some paragraphs may be lines, others elements
        return _paragraphs(_COMMENT.sub("", text).strip())
    return text if _BLOCK.search(text) else _paragraphs(text)


def _without_signs(text: str) -> str:
    """Return a text without the signs of plugins around its parts.

    >>> _without_signs('[vc_row][col w="1"]Kami [laki-laki] hadir [sic].[/col][vc_line]')
    'Kami [laki-laki] hadir [sic].'
    """
    ended = {*_ENDED.findall(text)}

    def kept(sign: re.Match[str]) -> str:
        name, rest = sign["name"], sign["rest"] or ""
        return "" if "_" in name or name in ended or _VALUE.search(rest) else sign[0]

    return _SIGN.sub(kept, text)


def _paragraphs(text: str) -> str:
    """Return a text with a paragraph for each that its lines make, as WordPress shows it."""
    return "".join(
        part if _BLOCK.match(part) else f"<p>{part.replace(chr(10), '<br>')}</p>"
        for part in map(str.strip, _BLANK_LINES.split(text))
    )


def untagged(markup: str) -> str:
    """Return what a piece of a page says without its tags."""
    return html.unescape(_TAG.sub("", markup)).strip()
