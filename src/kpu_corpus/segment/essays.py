"""Source → essays: what each line of an essay is, from its title to its signature."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, chain, pairwise

from kpu_corpus.corpus.sources import Essay, Source, Span
from kpu_corpus.ground.spellings import even_words
from kpu_corpus.segment.above import heads_above
from kpu_corpus.segment.assembling import assemble
from kpu_corpus.segment.beside import office_beside, told_beside
from kpu_corpus.segment.bylines import Piece, is_number, tells
from kpu_corpus.segment.front import FRONT_LINES, front_matter, identity_block
from kpu_corpus.segment.glued import glued
from kpu_corpus.segment.head import head_pieces
from kpu_corpus.segment.identity import label_of
from kpu_corpus.segment.layouts import teaser_at
from kpu_corpus.segment.lines import (
    CLOSING,
    OPENING,
    Line,
    is_running,
    lines_of,
)
from kpu_corpus.segment.numbering import is_text
from kpu_corpus.segment.page import Page, read_page
from kpu_corpus.segment.sections import bibliographies, notes_below
from kpu_corpus.segment.sidecar import corrections, with_said
from kpu_corpus.segment.signature import signature
from kpu_corpus.segment.structure import Start, essay_starts
from kpu_corpus.segment.tables import asked, beside_text
from kpu_corpus.segment.title_looks import NUMBER, is_numbered_title
from kpu_corpus.segment.titles import Title, titles_of

BODY = ("body", "running_text")
DOUBT_WORDS = 60  # text above and below a heading in capitals that may be a title


def segment(source: Source) -> tuple[list[Essay], list[Span]]:
    """Cut one source into essays and spans; no essays when it holds page furniture only.

    The ids of the essays are the source's name and their position in it. Spans come in the
    order of the text and tile it: every character lies in exactly one. Corrections of a sidecar
    go before the rules; one that does not fit raises UnreadableSource.

    >>> essays, spans = segment(Source.plain_text("a", " Kami menjaga integritas. "))
    >>> [(span.start, span.end, span.kind) for span in spans]
    [(0, 1, 'blank'), (1, 25, 'body'), (25, 26, 'blank')]
    """
    text = source.text
    if source.plain:
        return _uncut(source)
    if source.sidecar is not None:
        corrected, chrome = corrections(source)
        essays, spans = assemble(source, [one.pieces for one in corrected], chrome)
        said = (one.said for one in corrected)
        return [*map(with_said, essays, said)], spans
    page = read_page(lines_of(text, source.marks))
    titles = titles_of(page)
    cuts, above = _cuts(source, page, titles)
    told = told_beside(page) if len(cuts) == 1 else {}
    for pieces in told.values():
        cuts[0] += pieces  # what stands above the text goes before it
    chrome = [
        Piece(page.lines[index].start, page.lines[index].end, *label)
        for index, label in page.labels.items()
        if index not in told
    ]
    office = office_beside(page, cuts[0]) if len(cuts) == 1 else None
    if office:
        cuts[0] = [*_without(cuts[0], office), office]
        chrome = _without(chrome, office)
    return assemble(source, cuts, [*chrome, *above])


def _without(pieces: list[Piece], part: Piece) -> list[Piece]:
    return [piece for piece in pieces if not part.start <= piece.start < part.end]


def _uncut(source: Source) -> tuple[list[Essay], list[Span]]:
    """Make one essay of a plain text: all of it but the white space around."""
    text, name = source.text, source.name
    size, end = len(text), len(text.rstrip())
    start = min(end, size - len(text.lstrip()))
    spans = [Span(start, end, "body", name, "plain")] if start < end else []
    if start:
        spans.insert(0, Span(0, start, "blank", None, "white_space"))
    if end < size:
        spans.append(Span(end, size, "blank", None, "white_space"))
    return [Essay(name, name, 1, start, end)] if end else [], spans


def _cuts(
    source: Source, page: Page, titles: dict[int, Title]
) -> tuple[list[list[Piece]], list[Piece]]:
    """Return the pieces of each essay, and those of lines that belong to none."""
    starts = essay_starts(page, titles)
    heads = heads_above(page, starts)
    cuts: list[list[Piece]] = []
    chrome: list[Piece] = []
    lead: list[Piece] = []
    if (starts and starts[0].place > 0) or not starts:
        starts.insert(0, Start(0, False, BODY[1], 0.9))
    for start, following in pairwise([*starts, Start(len(page.text), False, "", 0.0)]):
        place, end = start.place, following.place - heads.get(following.place, 0)
        if not start.title and len(starts) > 1:
            above = page.text[place:end]
            found = head_pieces(above)
            if found is not None and following.title:  # what stands above a title, as on a cover
                lead = found
                continue
            furnished = start.rule == BODY[1] and (page.names or len(starts) > 2)
            if furnished and not _words(above):
                chrome += [Piece(x.start, x.end, "chrome", "above_title", 0.6) for x in above]
                continue
        lead += head_pieces(page.text[place - heads.get(place, 0) : place]) or []
        pieces = _pieces(source, page, titles, start, end)
        listed = not page.lists or any(map(is_text, page.text[place:end]))
        if listed and tells([pieces], "body", "heading"):
            cuts.append(lead + pieces)
        else:
            lead += pieces
            chrome += [p._replace(kind="chrome", rule="no_body") for p in lead if p.kind == "title"]
            lead = [piece for piece in lead if piece.kind != "title"]
            if following.title and len(starts) == 2:
                continue  # a form tells who wrote it above the title
            chrome += [p._replace(kind="chrome", rule="no_body") for p in lead]
        lead = []
    return cuts, chrome


def _pieces(
    source: Source, page: Page, titles: dict[int, Title], start: Start, end: int
) -> list[Piece]:
    """Return the pieces of one essay: title, byline, headings and body."""
    at, above = _above(page, titles, start, end)
    signed = _signed(page.text[at:end], above)
    last = end - len(signed)
    below = {place - at for place in titles}
    cited = bibliographies(page.text[at:last], below)
    listed = last - at
    while listed - 1 in cited:
        listed -= 1
    listed -= notes_below(page.text[at : at + listed])
    cited |= {*range(listed, last - at)}
    inner = _signed(page.text[at : at + listed], [*above, *chain(*signed)])
    places = [at + place for place in range(listed - len(inner)) if place not in cited]
    text = _text(source, page, titles, start, places, last)
    lines = (page.text[at + place] for place in sorted(cited))
    sources = [Piece(x.start, x.end, "reference", "bibliography", 0.9) for x in lines]
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
        front = front_matter(page.text[at : min(at + FRONT_LINES, end)])
        if at + len(front) < end:
            at += len(front)
            pieces = [*chain(*front)]
    block = [] if page.lists else identity_block(page.text[at : end - 1])
    return at + len(block), [*pieces, *chain(*block)]


def _text(
    source: Source, page: Page, titles: dict[int, Title], start: Start, places: list[int], last: int
) -> Iterator[Piece]:
    """Yield the pieces of the lines of a text, above its bibliography and its signature."""
    title = page.text[start.place] if start.title else None
    opening = True
    for place in places:
        line = page.text[place]
        if question := asked(page.text, place):
            yield from question
        elif place in titles and titles[place].cased and place + 1 < last:
            yield _heading(page, titles, place, start, places[-1] + 1)
        elif told := beside_text(page.text, place):
            yield told
        elif is_number(line):  # wherever it stands: it tells who somebody is
            yield Piece(line.start, line.end, "byline", "identity", 0.9)
        else:
            yield from _body(source.text, line, opening, title)
            opening = False


def _heading(page: Page, titles: dict[int, Title], place: int, start: Start, end: int) -> Piece:
    """Return the piece of a heading; in doubt where it may as well be the title of a next essay."""
    line, title = page.text[place], titles[place]
    capitals = line.text.isupper() and page.text[start.place].text.isupper() and title.words > 2
    listed = page.lists and not title.marked
    if (capitals or listed) and not title.section:
        above, below = page.text[start.place : place], page.text[title.body : end]
        if min(_words(above), _words(below)) >= DOUBT_WORDS:
            return Piece(line.start, line.end, "heading", "second_title", 0.4)
    return Piece(line.start, line.end, "heading", "heading_above_text", 0.8)


def _words(lines: list[Line]) -> int:
    """Return how many words lines have, as far as it matters here."""
    counts = accumulate(line.words for line in lines)
    return next((count for count in counts if count >= DOUBT_WORDS), 0)


def _title(page: Page, title: Title, start: Start) -> list[Piece]:
    """Return the title without marks around it; its repetition is a title too."""
    pieces: list[Piece] = []
    first, last = page.text[title.place], page.text[title.last - title.repeated]
    left = first.end - len(first.text.lstrip("#*_ "))
    number = NUMBER.match(first.text) if is_numbered_title(page.text, title.place) else None
    left += number.end() if number else 0
    right = last.start + len(last.text.rstrip("#*_: "))
    label = label_of(first)
    if label and label[0] == "title":
        left = first.start + label[1]
        if first.text[label[1]] == first.text[-1] == '"':  # as the head of a page in Markdown
            left, right = left + 1, right - 1
        pieces.append(Piece(first.start, left, "byline", "identity", 1.0))
    pieces.append(Piece(left, max(right, left + 1), "title", start.rule, start.confidence))
    repeated = page.text[title.last + 1 - title.repeated : title.last + 1]
    return [*pieces, *(Piece(x.start, x.end, "chrome", "repeated_title", 0.95) for x in repeated)]


def _signed(lines: list[Line], pieces: list[Piece]) -> list[list[Piece]]:
    """Return the pieces of the last lines that sign the essay."""
    return signature(lines, author=tells([pieces], "author"))


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
