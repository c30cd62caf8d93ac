"""The kind of each line of an essay, from its title to its signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from kpu_corpus.corpus.sources import Source
from kpu_corpus.ground.spellings import even_words
from kpu_corpus.segment.bylines.byline import filled, tells
from kpu_corpus.segment.bylines.closing import closing_notes
from kpu_corpus.segment.bylines.front import FRONT_LINES, identity_block
from kpu_corpus.segment.bylines.glued import glued
from kpu_corpus.segment.bylines.identity import title_label
from kpu_corpus.segment.bylines.signature import signature, written_behind
from kpu_corpus.segment.bylines.statements import statement_below
from kpu_corpus.segment.bylines.work import is_number
from kpu_corpus.segment.captions import asked, beside_text
from kpu_corpus.segment.doubts import may_open
from kpu_corpus.segment.layouts import teaser_at
from kpu_corpus.segment.lines import CLOSING, OPENING, Line, Piece, is_running
from kpu_corpus.segment.names import bare_name
from kpu_corpus.segment.pages.page import Page
from kpu_corpus.segment.sections import bibliographies, notes_below
from kpu_corpus.segment.starts.head import head_parts
from kpu_corpus.segment.starts.looks import NUMBER, is_numbered_title
from kpu_corpus.segment.starts.titles import Title
from kpu_corpus.segment.starts.untitled import Start

BODY = ("body", "running_text")
# "(mer)", "[T]", "(abc/de)", "(Humas KPU)" behind the last sentence, as papers have it.
_INITIALS = re.compile(
    r"(?<=[.!?…\"”’])\s*[(\[](?:[A-Z]|[a-z]{2,4}|(?i:[a-z]{2,12}(?:/[a-z]{2,12}){1,3}"
    r"|(?:humas|red|redaksi)\b[^()]{0,40})|[A-Z]-\d{1,3}|\*{1,3})[)\]]\W*$"
)


def pieces_of(
    source: Source, page: Page, titles: dict[int, Title], start: Start, end: int
) -> list[Piece]:
    """Return the pieces of one essay: title, byline, headings and body."""
    at, above = _above(page, titles, start, end)
    name = next((source.text[p.start : p.end] for p in above if p.kind == "author"), "")
    stated = statement_below(page.text[at:end])
    end -= len(stated)
    noted = closing_notes(page.text[at:end], name or source.metadata.get("author") or "")
    signed = signature(page.text[at : end - len(noted)], author=tells([above], "author"))
    signed += noted
    last = end - len(signed)
    signed += stated
    below = {place - at for place in range(at, last) if place in titles}
    cited = bibliographies(page.text[at:last], below)
    listed = last - at
    while listed - 1 in cited:
        listed -= 1
    listed -= notes_below(page.text[at : at + listed])
    cited |= {*range(listed, last - at)}
    known = tells([above, *signed], "author")
    inner = signature(page.text[at : at + listed], author=known)
    places = [at + place for place in range(listed - len(inner)) if place not in cited]
    told = (
        source.text[p.start : p.end] for p in chain(above, *signed, *inner) if p.kind == "author"
    )
    own = {*map(bare_name, told)}
    text = _text(source, page, titles, start, places, last, own)
    lines = (page.text[at + place] for place in sorted(cited))
    sources = [x.piece("reference", "bibliography", 0.9) for x in lines]
    return [*above, *text, *chain(*inner), *sources, *chain(*signed)]


def _above(page: Page, titles: dict[int, Title], start: Start, end: int) -> tuple[int, list[Piece]]:
    """Return where the text of an essay begins, and the pieces above it."""
    at = start.place
    pieces: list[Piece] = []
    if start.title:
        title = titles[at]
        pieces = [*_title(page, title, start), *chain(*title.front)]
        at = title.body
    else:
        above = page.text[at : min(at + FRONT_LINES, end)]
        parts = [*head_parts(above, covers=at == 0 and not page.lists)]
        if not tells((found for _, found in parts), "author"):  # no cover, nor a form
            parts = [*head_parts(above, covers=False)]
        size = sum(count for count, _ in parts)
        if at + size < end:
            at += size
            pieces = [piece for _, found in parts for piece in found]
    block = identity_block(page.text[at : end - 1])
    return at + len(block), [*pieces, *chain(*block)]


def _text(
    source: Source,
    page: Page,
    titles: dict[int, Title],
    start: Start,
    places: list[int],
    last: int,
    own: set[str],
) -> Iterator[Piece]:
    """Yield the pieces of the lines of a text, above its bibliography and its signature."""
    title = page.text[start.place] if start.title else None
    whole = range(start.place, places[-1] + 1 if places else start.place)
    opening = True
    for place in places:
        line = page.text[place]
        if question := asked(page.text, place):
            yield from question
        elif may_open(page, titles, place, whole, own):
            yield line.piece("heading", "second_title", 0.4)
        elif _heads(titles, place, last):
            yield line.piece("heading", "heading_above_text", 0.8)
        elif told := beside_text(page.text, place):
            yield told
        elif is_number(line):  # wherever it stands: it tells who somebody is
            yield line.piece("byline", "identity", 0.9)
        else:
            pieces = _body(source.text, line, opening, title)
            if place == places[-1]:
                pieces = _without_initials(source.text, pieces, known=bool(own))
            yield from pieces
            opening = False


def _heads(titles: dict[int, Title], place: int, last: int) -> bool:
    return place in titles and titles[place].cased and place + 1 < last


def _title(page: Page, title: Title, start: Start) -> list[Piece]:
    """Return the title without marks around it; its repetition is a title too."""
    top = title.place + title.cover
    first, last = page.text[top], page.text[title.last - title.repeated]
    pieces = [x.piece("chrome", "cover", 0.9) for x in page.text[title.place : top]]
    left = first.end - len(first.text.lstrip("#*_ "))
    counted = (first.headed and title.named) or is_numbered_title(page.text, top)
    number = NUMBER.match(first.text) if counted else None
    left += number.end() if number else 0
    right = last.start + len(last.text.rstrip("#*_: "))
    if at := title_label(first):
        left = first.start + at
        quote = first.text[at]  # as the head of a page in Markdown has it
        if quote in "\"'" and first.text.endswith(quote):
            left, right = left + 1, right - 1
        pieces.append(Piece(first.start, left, "byline", "identity", 1.0))
    pieces.append(Piece(left, max(right, left + 1), "title", start.rule, start.confidence))
    repeated = page.text[title.last + 1 - title.repeated : title.last + 1]
    return [*pieces, *(x.piece("chrome", "repeated_title", 0.95) for x in repeated)]


def _body(text: str, line: Line, opening: bool, title: Line | None) -> list[Piece]:
    """Return a line of the body, parted from what is glued to its beginning and its end."""
    start, end = line.start, line.end
    pieces: list[Piece] = []
    if opening:
        pieces = _opening(text, line, title)
        start = _skip(text, pieces[-1].end, end) if pieces else start
    cut = teaser_at(line.text)
    if cut is not None and line.start + cut > start and is_running(line, 8):
        body = _trimmed(text, Piece(start, line.start + cut, *BODY, 1.0))
        dots = _skip(text, body.end, end)
        return [*pieces, body, Piece(dots, end, "chrome", "teaser", 0.9)]
    return [*pieces, Piece(start, end, *BODY, 1.0)] if start < end else pieces


def _without_initials(text: str, pieces: list[Piece], *, known: bool) -> list[Piece]:
    """Return the pieces of the last line, what papers put behind its sentence apart.

    Those are the initials of an editor, or the name of who wrote, the author if none is ``known``.
    """
    last = text[pieces[-1].start : pieces[-1].end] if pieces else ""
    name = written_behind(last, known=known)
    sign = _INITIALS.search(last) or name
    if sign is None or pieces[-1].kind != "body":
        return pieces
    start, end = pieces[-1].start + sign.start(), pieces[-1].end
    body = _trimmed(text, pieces[-1]._replace(end=start))
    rest = Piece(_skip(text, start, end), end, "chrome", "credits", 0.8)
    if name is None or known:
        return [*pieces[:-1], body, rest]
    begin, stop = (pieces[-1].start + at for at in name.span("name"))
    return [*pieces[:-1], body, *filled([Piece(begin, stop, "author", "signature", 0.8)], rest)]


def _opening(text: str, line: Line, title: Line | None) -> list[Piece]:
    """Return what is glued to the beginning of a body: the title again, byline, dateline."""
    pieces: list[Piece] = []
    start = line.start
    for _ in range(2):  # the title may stand before the byline or after it
        after = _repeated(text[start : line.end], title) if is_running(line) else 0
        if after:
            pieces.append(Piece(start, start + after, "chrome", "repeated_title", 0.8))
            start = _skip(text, start + after, line.end)
        for piece in glued(text, start, line.end):
            pieces.append(piece)
            start = _skip(text, piece.end, line.end)
    return pieces


def _repeated(text: str, title: Line | None) -> int:
    """Return the length of the title where a text opens with it, word for word."""
    if title is None:
        return 0
    bare = title.text.strip(OPENING + CLOSING)
    opening = text[: len(bare)]
    rest = text[len(bare) :].lstrip(CLOSING + " \xa0\n")
    same = len(bare.split()) > 2 and even_words(opening) == even_words(bare)
    return len(text) - len(rest) if same and rest[:1].isupper() else 0


def _skip(text: str, start: int, end: int) -> int:
    return end - len(text[start:end].lstrip())


def _trimmed(text: str, piece: Piece) -> Piece:
    inside = text[piece.start : piece.end]
    start = piece.start + len(inside) - len(inside.lstrip())
    return piece._replace(start=start, end=max(start, piece.start + len(inside.rstrip())))
