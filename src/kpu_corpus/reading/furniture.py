"""What the elements of a web page say of themselves: furniture, hidden, or text."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any

FURNITURE = frozenset("nav aside footer form button figcaption".split())
ROLES = frozenset("navigation banner contentinfo complementary search".split())
_NAME = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|sidebar|side-bar|(?<!elementor-)widget(?!\s+Blog\s)|"
    r"(?:bread)?crumbs?|footer|share|sharing|sharedaddy|"
    r"social|related|relatedposts|popular|populer|terkait|pagination|pager|comments?|cookie|banner|ticker|"
    r"advert|advertisement|adspot|iklan|topbar|header-(?:inner|outer|wrapper)|site-(?:header|title|description|branding)|masthead|copyright|skip-link|screen-reader-text|sr-only|visually-hidden|"
    r"(?<![_-])(?:icons|tags)(?![_-])|(?:post|entry|item|field)-tags|read-?more|more-link|article-info-term|"
    r"toc|table-of-contents|daftar-isi|author-(?:box|bio|description)|post-navigation|nav-links|"
    r"baca-?juga|lihatjg|caption|caption-text|pullquote|wp-block-buttons?|disclaimer)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Parts that a page opens when people click: hidden they are text as well.
_FOLDED = re.compile(r"collaps|accordion|akordeon|tab-?(?:pane|panel|content)", re.IGNORECASE)
_PROSE = 80  # letters of running text, which links, headings and menus seldom have
_LEAST = 600  # letters of running text on a page of which parts can be compared
_SPARED = 20  # elements that are looked through again, one inside the other


class Furniture:
    """Tells the furniture of one page: by tag, role, name, or since nobody sees it.

    An element with most of the running text of its page is none, whatever it is called: themes
    name the frame of a page after its sidebar, and old servers put pages into one form.
    """

    def __init__(self, body: Any) -> None:
        self._body = body
        self._spared = 0

    @cached_property
    def _prose(self) -> int:
        return _prose_in(self._body)

    def __call__(self, node: Any, names: str, article: int) -> bool:
        """Tell whether an element is furniture, inside so many articles."""
        return is_called_furniture(node, names, article) and not self._holds_text(node)

    def _holds_text(self, node: Any) -> bool:
        if self._spared == _SPARED or self._prose < _LEAST:
            return False
        holds = _prose_in(node) * 10 >= self._prose * 6
        self._spared += holds
        return holds


def is_called_furniture(node: Any, names: str, article: int) -> bool:
    """Tell whether an element calls itself furniture, by tag, role or name, or is hidden."""
    tag, attributes = node.tag, node.attributes
    if tag in ("body", "html", "main", "article"):
        return False
    return bool(
        (is_hidden(attributes) and not _FOLDED.search(names))
        or tag in FURNITURE
        or (tag == "header" and not article)
        or attributes.get("role") in ROLES
        or _NAME.search(names)
    )


def is_hidden(attributes: Any) -> bool:
    """Tell whether an element is not shown."""
    return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style") or ""))


def _prose_in(node: Any) -> int:
    """Count the letters of running text in an element."""
    parts = (node.text(separator="\n") if node is not None else "").split("\n")
    return sum(len(part) for part in parts if len(part) >= _PROSE)
