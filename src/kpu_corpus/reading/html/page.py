"""Web pages → their visible text, block by block; page furniture is marked, not deleted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from kpu_corpus.errors import UnreadableSource, needed
from kpu_corpus.reading.blocks import Blocks, Document, as_row
from kpu_corpus.reading.html.entries import entries_marked, records_of
from kpu_corpus.reading.html.furniture import Furniture, is_called_furniture, is_hidden
from kpu_corpus.reading.html.head import said_by, titles_of
from kpu_corpus.reading.html.kinds import State, inside
from kpu_corpus.reading.html.main_part import Block, outside_marked
from kpu_corpus.reading.html.repeated import repeated_marked
from kpu_corpus.reading.html.tables import nodes_in, table_of, text_of
from kpu_corpus.reading.html.tags import BLOCKS, UNSEEN, check_tags
from kpu_corpus.reading.html.telegram import chat_of
from kpu_corpus.reading.html.whole_text import completed, told_whole
from kpu_corpus.reading.limits import Limits, check_size
from kpu_corpus.reading.raised import is_note_mark
from kpu_corpus.reading.text import decode_page

NEVER = [*UNSEEN - {"head", "svg", "math"}]  # taken out with all that is in them
_ROW_NODES = 500
_NOTE_MARK = re.compile(r"[(\[]{0,2}\d+[)\]]{0,2}|\[[a-z]{1,2}\]")
_MARKED_UP = re.compile(r"</|<br", re.IGNORECASE)
_PARAGRAPHS = re.compile(r"<(?:p|div|h[1-6]|[uo]l|table)\b", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f]+")


def read_html(data: bytes, limits: Limits, *, mail: bool = False) -> Document:
    """Return the visible text of a page with marks for headings, paragraphs, lists, furniture.

    Author and date that the page states in its head go into the metadata, and the whole text of an
    article of which it shows only the beginning is read from there; a page that is a table with an
    essay a row is told as such besides. In the text of a ``mail``, what it quotes is furniture.
    Raises UnreadableSource for a page past the limits and MissingExtra without selectolax.
    """
    check_size(len(data), limits, "markup_bytes")
    text, encoding = decode_page(data)
    tree = tree_of(text, limits)
    said, titles, whole = said_by(tree), titles_of(tree), told_whole(tree)
    if whole and _MARKED_UP.search(whole.text):
        in_lines = _PARAGRAPHS.search(whole.text) is None  # its paragraphs are lines, as in a text
        markup = whole.text.replace("\n", "<br>") if in_lines else whole.text
        whole = whole._replace(text=without_tags(markup, limits))
    tree.strip_tags(NEVER, recursive=True)
    blocks = Blocks()
    if chat := chat_of(tree.body):
        for message in chat:
            blocks.add(message)
        return blocks.document(encoding)
    parents, kinds = [0], ["body"]
    found: list[Block] = []
    every = blocks_of(tree.body, parents, kinds, titles, mail=mail)
    for count, block in enumerate(every):
        if count > 2 * limits.lines:  # every element may end a block before and after it
            raise UnreadableSource("many_lines", limit=limits.lines)
        if block.text.strip():
            found.append(block)
    found = completed(found, whole, limits) if whole else found
    records = records_of(found, parents, kinds)
    found = entries_marked(repeated_marked(found), parents, kinds)
    for block, record in zip(outside_marked(found, parents, titles, kinds), records, strict=True):
        blocks.add(block.text, block.kind, block.level, record=record)
    return replace(blocks.document(encoding, said), table=table_of(tree.body, limits))


def tree_of(text: str, limits: Limits) -> Any:
    """Return the tree of a page; UnreadableSource for one that costs far more than it is long."""
    with needed(".html", "selectolax"):
        from selectolax.lexbor import LexborHTMLParser
    check_tags(text, limits.markup_depth)
    return LexborHTMLParser(text.replace("\0", ""))


def without_tags(markup: str, limits: Limits) -> str:
    """Return what a browser shows of a piece of a web page, a blank line between its paragraphs.

    What looks like furniture as a whole is the text. Raises as :func:`tree_of` does.
    """
    tree = tree_of(markup, limits)
    tree.strip_tags(NEVER, recursive=True)
    blocks = [part for part in blocks_of(tree.body, [0], []) if part.text.strip()]
    text = [part for part in blocks if part.kind != "chrome"] or blocks
    return "\n\n".join(part.text.strip() for part in text)


class _Text:
    """The text of one block as it is read, with its letters, those inside links, and the links."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.letters = self.linked = self.links = 0
        self.begun = False  # a link whose letters are still to come
        self.ended = False  # a link ended right here: the next one is no part of its last word

    def add(self, content: str, *, pre: bool, inside: bool) -> None:
        """Append a piece of text; white space counts only where it is set so (``pre``)."""
        if self.ended and content[:1].isupper() and self.last[-1:].islower():
            self.parts.append("   ")  # no word goes on with a capital behind a link
        self.parts.append(content if pre else _SPACE.sub(" ", content))
        self.ended = False
        size = sum(map(str.isalnum, content))
        self.letters += size
        if inside and size:
            self.linked += size
            self.links += self.begun
            self.begun = False

    @property
    def last(self) -> str:
        return "".join(self.parts[-3:])

    def is_blank(self) -> bool:
        return not any(map(str.strip, self.parts))

    def block(self, state: State) -> Block:
        """Return the block that ends in a state, and begin the next."""
        content = "".join(self.parts)
        if not state.pre:
            content = "\n".join(line.strip(" ") for line in content.split("\n"))
        links = max(self.links, 1) if 0 < self.letters == self.linked else 0
        # a heading that links to its page opens an entry of a list
        kind = "title" if state.kind == "heading" and links else state.kind
        self.parts, self.letters, self.linked, self.links = [], 0, 0, 0
        self.ended = False
        return Block(kind, state.level, content, state.place, links)


def blocks_of(
    body: Any,
    parents: list[int],
    kinds: list[str],
    titles: Sequence[str] = (),
    *,
    mail: bool = False,
) -> Iterator[Block]:
    """Walk the tree without recursion; yield each block in order.

    ``parents`` gets for each element with blocks the number of the one that it stands in, and
    ``kinds`` its tag and its class. ``titles`` are those that the head of the page states. The
    raised numbers of notes are left out.
    """
    furniture = Furniture(body, titles, mail=mail)
    state = State("paragraph", 0, False, 0)
    stack: list[tuple[Any, State, bool]] = []
    text = _Text()
    node, links = (body.child if body else None), 0
    table = -1  # that of the last row
    while node is not None or stack:
        if node is None:
            element, outer, apart = stack.pop()
            links -= element.tag == "a"
            text.ended = element.tag == "a"
            if apart:
                yield text.block(state)
            state = outer
            node = element.next
            continue
        if node.tag == "-text":
            text.add(node.text_content or "", pre=state.pre, inside=links > 0)
        elif node.tag == "br":
            text.parts.append("\n")
        elif node.tag == "svg":
            text.parts.append("   ")  # a picture parts what stands on both sides
        elif node.tag == "sup" and _is_noted(node, links, text):
            pass  # "pemilu¹" would be another word
        elif row := _row(node, state, table) if node.tag == "tr" else "":
            yield text.block(state)
            yield Block("row", 0, row, state.place)
            table = state.table
        elif _is_aside(node, state) and not text.is_blank():
            pass  # inside a sentence that people read without it
        elif node.tag not in UNSEEN and not node.tag.startswith("-"):
            inner = inside(node, state, furniture)
            # furniture that opens a block, such as a link that skips the menu, is no part of it
            opens = inner.kind == "chrome" != state.kind and (
                text.is_blank() or node.tag == "button"
            )
            apart = node.tag in BLOCKS or opens
            if apart:
                yield text.block(state)
                parents.append(state.place)
                kinds.append(f"{node.tag} {node.attributes.get('class') or ''}")
            inner = inner._replace(place=len(parents) - 1 if apart else state.place)
            if node.tag == "a":
                links += 1
                text.begun = True
                text.parts += [" "] * text.ended
            stack.append((node, state, apart))
            state = inner
            node = node.child
            continue
        node = node.next
    yield text.block(state)


def _row(row: Any, state: State, table: int) -> str:
    """Return a row as one line; "" where it is none, as :func:`as_row` tells, or holds furniture.

    Large rows are not looked through, since every row of tables in tables is asked.
    """
    if state.kind != "paragraph":
        return ""
    nodes = [*islice(nodes_in(row), _ROW_NODES + 1)]
    if len(nodes) > _ROW_NODES or any(map(_is_more, nodes[1:])):
        return ""
    cells = [text_of(node) for node in nodes if node.tag in ("td", "th")]
    return as_row(cells, below=state.table == table)


def _is_more(node: Any) -> bool:
    """Tell whether a node is no part of a plain cell: furniture, a heading, a table."""
    if node.tag.startswith("-"):
        return False
    names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
    tags = ("table", "tr", "h1", "h2", "h3", "h4", "h5", "h6")
    return node.tag in tags or is_called_furniture(node, names, 0)


def _is_aside(node: Any, state: State) -> bool:
    """Tell whether an element in a line of text is not shown."""
    return node.tag not in BLOCKS and state.kind != "chrome" and is_hidden(node.attributes)


def _is_noted(node: Any, links: int, above: _Text) -> bool:
    """Tell whether a raised number or letter links to a note or a comment, or stands as one."""
    mark = node.text() or ""
    linked = links or node.css_first("a") is not None
    return bool(linked and _NOTE_MARK.fullmatch(mark.strip())) or is_note_mark(mark, above.last)
