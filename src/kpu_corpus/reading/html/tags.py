"""The tags of a web page, checked before a parser builds a tree of them."""

from __future__ import annotations

import re

from kpu_corpus.errors import UnreadableSource

BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dialog div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p
    pre section summary table tbody td tfoot th thead tr ul""".split()
)
# Never shown as text.
UNSEEN = frozenset(
    "script style xml template noscript head iframe object svg math select textarea amp-ad".split()
)
# Elements that are opened again in every block until they are closed.
FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
ATTRIBUTES = 5_000  # of one element: each is compared with all before it
REOPENED = 1_000_000  # formatting elements that a page may make without having them
# Elements that close by themselves do not make a page deep.
_SHALLOW = frozenset(
    """p li td th tr dt dd option br hr img input meta link area base col embed source track wbr
    tbody thead tfoot colgroup""".split()
)
_DRAWINGS = frozenset(["svg", "math"])  # where alone <g/> is closed
_PAGE_AGAIN = BLOCKS | FORMATTING | frozenset("foreignobject desc title span img".split())
_ATTRIBUTE = r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'>][^\s>]*+)?+)?+"""
_TAG = re.compile(rf"<(/?)([a-zA-Z][^\s/>]*+)((?:{_ATTRIBUTE})*+)\s*+(/?)")
_EACH = re.compile(_ATTRIBUTE)


def check_tags(text: str, deepest: int) -> None:
    """Refuse a page whose tree would take far more time or memory than the page itself.

    Raises UnreadableSource for elements nested deeper than ``deepest``, for one with thousands of
    attributes, and for formatting that is left open over thousands of blocks.

    >>> check_tags("<div>" * 9, deepest=9)
    """
    depth = drawing = formats = reopened = 0
    for tag in _TAG.finditer(text):
        closes, name, attributes, ends = tag[1], tag[2].lower(), tag[3], tag[4]
        if len(attributes) > ATTRIBUTES and len(_EACH.findall(attributes)) > ATTRIBUTES:
            raise UnreadableSource("many_attributes", limit=ATTRIBUTES)
        step = -1 if closes else 1
        if name in FORMATTING:
            formats = max(0, formats + step)
        elif name in BLOCKS and not closes:
            reopened += formats
            if reopened > REOPENED:
                raise UnreadableSource("left_open")
        if name in _DRAWINGS:
            drawing = max(0, drawing + step)
        elif name in _PAGE_AGAIN:
            drawing = 0
        if name in _SHALLOW or (ends and drawing):
            continue
        depth = max(0, depth + step)
        if depth > deepest:
            raise UnreadableSource("too_deep", limit=deepest)
