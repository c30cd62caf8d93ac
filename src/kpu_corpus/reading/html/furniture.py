"""What the elements of a web page declare themselves to be: furniture, hidden, or text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from kpu_corpus.ground.spellings import even_words

FURNITURE = frozenset("nav aside footer form button figcaption marquee".split())
ROLES = frozenset("navigation banner contentinfo complementary search".split())
# Names of what stands inside a text without being part of it, beside it with running text of its
# own, and around it: a page with little text has no main part that menus could stand outside of.
_NAME = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|(?:bread)?crumbs?|topbar|masthead|skip-link|banner|ticker|"
    r"site-(?:header|title|description|branding)|pagination|pager|post-navigation|nav-links|copyright|"
    r"sidebar|side-bar|(?<!elementor-)widget(?!\s+Blog\s)|"
    r"footer|header-(?:inner|outer|wrapper)|cookie|newsletter|disclaimer|"
    r"share|sharing|sharedaddy|social|cta|call-to-action|signup|subscribe|"
    r"related|relatedposts|terkait|popular|populer|comments?|"
    r"author[-_]?(?:box|bio|desc(?:ription)?)|(?:post|entry|item|field)-tags|article-info-term|"
    r"baca-?juga|lihatjg|read-?more|more-link|wp-block-buttons?|advert|advertisement|iklan|"
    r"toc|table-of-contents|daftar-isi|caption|caption-text|imagecaption|pullquote|"
    # what OJS, the program of most journals, has around the abstract of an article
    r"item (?:authors|doi|keywords|downloads_chart|author_bios|references)|entry_details|"
    r"material-(?:icons|symbols)(?:-\w+)?|"
    r"screen-?reader-(?:text|only)|sr-only|visually-hidden)(?:$|[\s_-])",
    re.IGNORECASE,
)
# What stands beside a text however long it is; the rest may be the frame of a whole page.
_BESIDE = frozenset("nav aside footer".split())
_BESIDE_NAME = re.compile(
    r"(?:^|[\s_-])(?:footer|related|relatedposts|terkait|comments?|cookie|disclaimer)(?:$|[\s_-])",
    re.IGNORECASE,
)
# What mail programs put around a mail that is answered, and around one that is sent on.
_QUOTED = re.compile(r"(?:^|\s)(?:gmail_quote|moz-cite-prefix|yahoo_quoted)(?:\s|$)")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_POPUP = re.compile(r"modal|pop-?up|dialog|lightbox|consent|privacy|privasi", re.IGNORECASE)
# Parts that a page opens when people click: hidden they are text as well.
_FOLDED = re.compile(r"collaps|accordion|akordeon|tab-?(?:pane|panel|content)", re.IGNORECASE)
_PROSE = 80  # letters of running text, which links, headings and menus seldom have
_LEAST = 600  # letters of running text that are a text
_TITLE = 3  # words of a title in a header, which the name of a site seldom has
_AGAIN = 20  # times that all running text of a page is looked through at most


class Furniture:
    """Tells the furniture of one page: by tag, role, name, or since nobody sees it.

    An element with most of the running text of its page is none unless it holds comments and their
    like: themes name the frame of a page after its sidebar, and old servers put pages into one
    form. A hidden element with a text opens when people click on its title. In a ``mail``, one that
    is quoted is furniture if most is said outside of it.
    """

    def __init__(self, body: Any, titles: Sequence[str] = (), *, mail: bool = False) -> None:
        self._body = body
        self._mail = mail
        self._titles = [f"{even_words(title)} " for title in titles]
        self._looked = 0

    @cached_property
    def _prose(self) -> int:
        return _prose_in(self._body)

    def __call__(self, node: Any, names: str, article: int) -> bool:
        """Tell whether an element is furniture, inside so many articles."""
        if self._mail and _is_quoted(node, names):
            if self._looked > _AGAIN * self._prose:
                return True
            quoted = _prose_in(node)
            self._looked += quoted
            return 2 * quoted < self._prose
        if not is_called_furniture(node, names, article) or self._heads_text(node):
            return False
        if node.tag in _BESIDE or _BESIDE_NAME.search(names):
            return True
        if 0 < self._prose < _LEAST and self._frames(node):
            return False
        if self._prose < _LEAST or self._looked > _AGAIN * self._prose:
            return True
        prose = _prose_in(node)
        self._looked += prose
        if prose * 10 >= self._prose * 6:
            return False
        opens = is_hidden(node.attributes) and not _POPUP.search(names)
        return not (opens and prose >= _LEAST and not _says_furniture(node, names, article))

    def _frames(self, node: Any) -> bool:
        """Tell whether an element with the title and all running text is the frame of the page."""
        titled = node.css_first("h1") is not None and not is_hidden(node.attributes)
        return titled and _prose_in(node) == self._prose

    def _heads_text(self, node: Any) -> bool:
        """Tell whether an element is the header of the text, by the title in the page's head."""
        heading = node.css_first("h1") if node.tag == "header" and self._titles else None
        title = even_words(heading.text()) if heading is not None else ""
        told = len(title.split()) >= _TITLE and node.css_first("nav") is None
        return told and any(whole.startswith(f"{title} ") for whole in self._titles)


def is_called_furniture(node: Any, names: str, article: int) -> bool:
    """Tell whether an element calls itself furniture, by tag, role or name, or is hidden."""
    if node.tag in ("body", "html", "main", "article"):
        return False
    hidden = is_hidden(node.attributes) and not _FOLDED.search(names)
    return hidden or _says_furniture(node, names, article)


def _says_furniture(node: Any, names: str, article: int) -> bool:
    return bool(
        node.tag in FURNITURE
        or (node.tag == "cite" and _is_below_quotation(node))
        or (node.tag == "header" and not article and not _heads_section(node))
        or node.attributes.get("role") in ROLES
        or _NAME.search(names)
    )


def _is_quoted(node: Any, names: str) -> bool:
    cited = node.tag == "blockquote" and node.attributes.get("type") == "cite"
    return cited or bool(_QUOTED.search(names))


def _heads_section(header: Any) -> bool:
    """Tell whether a header is that of a section of a page: title and author, no menu."""
    return header.parent.tag == "section" and header.css_first("nav") is None


def _is_below_quotation(cite: Any) -> bool:
    """Tell whether an element says whom the quotation above it is by, as WordPress has it."""
    above = cite.prev
    while above is not None and (above.tag == "-comment" or _is_blank(above)):
        above = above.prev
    return cite.parent.tag == "blockquote" and above is not None and above.tag == "p"


def _is_blank(node: Any) -> bool:
    return node.tag == "-text" and not (node.text_content or "").strip()


def is_hidden(attributes: Any) -> bool:
    """Tell whether an element is not shown."""
    return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style") or ""))


def _prose_in(node: Any) -> int:
    """Count the letters of running text in an element."""
    parts = (node.text(separator="\n") if node is not None else "").split("\n")
    return sum(len(part) for part in parts if len(part) >= _PROSE)
