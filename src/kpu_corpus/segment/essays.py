"""Source → essays and spans: the page is read, cut where essays begin, and assembled."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise, takewhile

from kpu_corpus.corpus.sources import Essay, Source, Span
from kpu_corpus.segment.assembling import assemble
from kpu_corpus.segment.bylines.byline import authors, byline, filled, is_date, tells
from kpu_corpus.segment.bylines.covers import (
    cover_pieces,
    is_group,
    is_sort,
    names_cohort,
)
from kpu_corpus.segment.bylines.front import FRONT_LINES
from kpu_corpus.segment.bylines.identity import labelled, title_label
from kpu_corpus.segment.bylines.letters import office_head, office_told
from kpu_corpus.segment.bylines.name_lines import name_line, tells_author
from kpu_corpus.segment.doubts import has_words
from kpu_corpus.segment.groups import with_groups, with_writer
from kpu_corpus.segment.lines import Line, Piece, is_running, is_text
from kpu_corpus.segment.names import are_people, is_lone_name, is_name, is_person
from kpu_corpus.segment.pages.furniture import read_page
from kpu_corpus.segment.pages.page import MARKED, Label, Page
from kpu_corpus.segment.parts import BODY, pieces_of
from kpu_corpus.segment.records import Parts, ranked, recorded
from kpu_corpus.segment.sections import heads_foreword, is_roll
from kpu_corpus.segment.sidecar import corrections, with_said
from kpu_corpus.segment.starts.head import head_pieces
from kpu_corpus.segment.starts.starts import essay_starts
from kpu_corpus.segment.starts.titles import Title, titles_of
from kpu_corpus.segment.starts.untitled import Start
from kpu_corpus.segment.unwrapping import lines_of

# What a site says of who wrote, by the rule of the line.
_OF_WRITER = {
    "notice": re.compile(r"(?i:tulisan dari) (?P<name>[A-Z].{2,60}?) tidak mewakili"),
    "credits": re.compile(
        r"(?i:rep(?:orter)?|pewarta)\s?:\s?(?P<name>[A-Z][^|/;()]{2,60}?)\s*(?:[|/;(].*)?$"
    ),
}
BOOK = 2  # essays and what stands above them, from which on a file is a book of essays
_HEAD = ("office_head", "cover")  # what stands above a title on a letterhead or a cover


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
    lines = lines_of(text, source.marks)
    page = read_page(lines)
    titles = titles_of(page)
    cuts, above = _cuts(source, page, titles)
    apart = None if page.posts else _apart(source, recorded(lines, source.marks))
    if not apart and len(cuts) < 2:
        apart = _apart(source, ranked(lines))
    if apart:
        essays, spans = assemble(source, *apart)
        return with_groups(essays, apart[0], lines), spans
    told = _told_beside(page) if len(cuts) == 1 else {}
    if len(cuts) == 1 and not tells([*cuts, *told.values()], "author"):
        told |= _told_by_site(page)
    for pieces in told.values():
        cuts[0] += pieces  # what stands above the text goes before it
    chrome = [piece for index, piece in _labelled(page).items() if index not in told]
    office = _office_beside(page, cuts[0]) if len(cuts) == 1 else None
    if office:
        cuts[0] = [*_without(cuts[0], office), office]
        chrome = _without(chrome, office)
    essays, spans = assemble(source, cuts, [*chrome, *above])
    essays = with_writer(text, essays, cuts, chrome)
    return with_groups(essays, cuts, page.text), spans


def _apart(source: Source, parts: Parts) -> tuple[list[list[Piece]], list[Piece]] | None:
    """Return the pieces of the essays that parts of a page are, and of what stands beside them.

    Each has another author than the others, and a title or the author's office, and nobody signs
    above them all; else they are parts of one text.
    """
    first = parts[0][0][0].start if parts[0] else 0
    over = (line for line in parts[1] if line.start < first and line.mark not in MARKED)
    names = (name for line in over for name in authors(line, byline(line)))
    if not parts[0] or any(map(is_person, names)):
        return None
    cuts: list[list[Piece]] = []
    chrome: list[Piece] = []
    shared: list[Piece] = []
    for line in parts[1]:
        if line.start < first and names_cohort(line):
            shared += cover_pieces(line, "chrome")
            continue
        label = MARKED.get(line.mark, Label("chrome", "outside_text", 0.8))
        chrome.append(Piece(line.start, line.end, *label))
    for lines in parts[0]:
        page = read_page(lines)
        own, above = _cuts(source, page, titles_of(page))
        if not all(map(_tells_writer, own)):
            return None
        cuts += own
        chrome += [*_labelled(page).values(), *above]
    told = {source.text[p.start : p.end] for pieces in cuts for p in pieces if p.kind == "author"}
    cuts[:1] = [[*shared, *pieces] for pieces in cuts[:1]]
    return (cuts, chrome) if len(cuts) > 1 and len(told) >= len(cuts) else None


def _tells_writer(pieces: list[Piece]) -> bool:
    return tells([pieces], "author") and tells([pieces], "title", "unit")


def _labelled(page: Page) -> dict[int, Piece]:
    """Return the pieces of the lines of a page that are furniture, by their indices."""
    return {
        index: Piece(page.lines[index].start, page.lines[index].end, *label)
        for index, label in page.labels.items()
    }


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
    heads = _heads_above(page, starts)
    cuts: list[list[Piece]] = []
    chrome: list[Piece] = []
    lead: list[Piece] = []
    if (starts and starts[0].place > 0) or not starts:
        starts.insert(0, Start(0, False, BODY[1], 0.9))
    bounds = [*pairwise([*starts, Start(len(page.text), False, "", 0.0)])]
    forewords = [heads_foreword(page.text[a.place : b.place]) for a, b in bounds]
    book = starts[forewords.index(True)] if len(starts) > BOOK and sum(forewords) == 1 else None
    if book and (any(map(is_text, page.text[: book.place])) or _has_foreword(page, titles, book)):
        book = None
    for start, following in bounds:
        place, end = start.place, following.place - heads.get(following.place, 0)
        head = page.text[place - heads.get(place, 0) : place]
        found = head_pieces(head)
        lead += found or []
        chrome += [x.piece("chrome", "above_title", 0.6) for x in head if found is None]
        if start == book:
            chrome += [x.piece("chrome", "above_title", 0.6) for x in page.text[place:end]]
            continue
        if not start.title and len(starts) > 1:
            above = page.text[place:end]
            found = head_pieces(above)
            # what stands above a title, as on a cover, or names a group above who wrote
            if found is not None and (following.title or any(map(is_group, above))):
                lead += found
                continue
            closed = following.title and page.closed_before(end)
            entry = closed and any(map(is_running, above))  # a short essay, not a line of the site
            if start.rule == BODY[1] and not (entry or has_words(above)):
                chrome += [x.piece("chrome", "above_title", 0.6) for x in above]
                continue
        if following.title and _hands_in(page.text[place:end]):
            for line in page.text[place:end]:
                told = labelled(line)
                dated = tells([told], "date")
                lead += told if dated else []
                chrome += [] if dated else [line.piece("chrome", "mail_answered", 0.7)]
            continue
        if len(starts) > 1 and is_roll(page.text[place:end]):
            chrome += [x.piece("chrome", "no_body", 0.6) for x in page.text[place:end]]
            continue
        pieces = pieces_of(source, page, titles, start, end)
        listed = not page.lists or any(map(is_text, page.text[place:end]))
        if listed and tells([pieces], "body", "heading"):
            cuts.append(lead + pieces)
        else:
            lead += pieces
            chrome += [p._replace(kind="chrome", rule="no_body") for p in lead if p.kind == "title"]
            lead = [piece for piece in lead if piece.kind != "title"]
            if following.title:
                continue  # a form tells who wrote it above the title
            chrome += [p._replace(kind="chrome", rule="no_body") for p in lead]
        lead = []
    return cuts, chrome


def _has_foreword(page: Page, titles: dict[int, Title], start: Start) -> bool:
    """Tell whether a foreword is that of an essay: right below its title and who wrote it."""
    title = titles.get(start.place) if start.title else None
    if title is None or not tells(title.front, "author"):
        return False
    return heads_foreword([page.text[title.body]])


def _hands_in(lines: list[Line]) -> bool:
    """Tell whether lines are the subject of a mail and a few words that hand in what is below."""
    subject = lines[0].text.casefold().startswith(("subj", "perihal"))
    return subject and title_label(lines[0]) > 0 and not has_words(lines)


def _heads_above(page: Page, starts: list[Start]) -> dict[int, int]:
    """Return how many lines right above the titles of essays belong to them, by their places.

    That is a date that stands above every title, as blogs of some kinds have it (above the only one
    where no text stands above that: there it signs another essay), or below the end of an entry
    where one stands above the first title (else each is that of the entry above it), and below
    another essay what stands above all text and above several titles, such as "Opini | Juni 2025",
    the letterhead of an office and what stands between it and the title, the first words of a
    cover, the heading of a part of a book, or the name of a group of essays where one stands above
    the first (else it may sign the other).
    """
    above = [page.text[start.place - 1] for start in starts if start.title and start.place]
    dated = 0 < len(above) == len(starts) and all(is_date(line.text) for line in above)
    if dated and (len(starts) > 1 or not any(map(is_text, page.text[: starts[0].place]))):
        return {start.place: 1 for start in starts}
    heads: dict[int, int] = {}
    if starts and starts[0].place and is_date(page.text[starts[0].place - 1].text):
        heads = {x.place: 1 for x in starts if x.title and page.dated_above(x.place)}
    grouped = any(map(is_group, page.text[: starts[0].place])) if starts else False
    counts = Counter(line.text for line in above)
    over = takewhile(lambda line: not is_text(line), page.text)
    again = {x.text for x in over if counts[x.text] > 1 and not tells_author(x)}
    for before, start in pairwise(starts):
        for place in range(max(before.place + 1, start.place - FRONT_LINES), start.place):
            head = page.text[place : start.place]
            opens = office_head(head) > 0 or head[0].text == page.text[0].text
            opens = opens or all(is_sort(x) or (grouped and is_group(x)) for x in head)
            level = page.text[start.place].level if start.title else 0
            part = all(x.headed and x.level < level for x in head)
            part = part or (len(head) == 1 and head[0].text in again)
            if part or (opens and head_pieces(head) is not None):
                heads[start.place] = len(head)
                break
    return heads


def _told_beside(page: Page) -> dict[int, list[Piece]]:
    """Return the pieces of lines in text boxes and at the margin that say who wrote the essay."""
    lines = {index: page.lines[index] for index in page.labels}
    margin = {i: line for i, line in lines.items() if line.mark == "margin"}
    told = {i: labelled(line) or _named(line) for i, line in margin.items()}
    return {index: pieces for index, pieces in told.items() if pieces}


def _told_by_site(page: Page) -> dict[int, list[Piece]]:
    """Return the pieces of what names who wrote: "Tulisan dari Rina tidak …", "Reporter: Rina"."""
    found: dict[int, list[Piece]] = {}
    reporters: set[str] = set()
    for index, label in page.labels.items():
        line = page.lines[index]
        pattern = _OF_WRITER.get(label.rule)
        told = pattern.search(line.text) if pattern else None
        fits = is_name if label.rule == "notice" else _is_reporter
        if told and fits(told["name"]):
            if label.rule == "credits":
                reporters.add(told["name"])
            start, end = (line.start + at for at in told.span("name"))
            whole = line.piece("chrome", label.rule, 0.9)
            found[index] = filled([Piece(start, end, "author", label.rule, 0.8)], whole)
    if len(reporters) > 1:  # of several texts
        return {at: told for at, told in found.items() if page.labels[at].rule != "credits"}
    return found


def _is_reporter(name: str) -> bool:
    """Tell whether who reports is a person: it may be a paper or an office as well."""
    return is_lone_name(name) or are_people(name)


def _named(line: Line) -> list[Piece]:
    """Return the pieces of a name and an office; the name of a paper is none of a person."""
    pieces = name_line(line)
    return pieces if all(map(is_person, authors(line, pieces))) else []


def _office_beside(page: Page, pieces: list[Piece]) -> Piece | None:
    """Return the office of the letterhead above an essay that names none."""
    if any(piece.kind == "unit" for piece in pieces):
        return None
    first = min(piece.start for piece in pieces if piece.kind in ("title", "body", "heading"))
    above = {piece.start for piece in pieces if piece.rule in _HEAD and piece.start < first}
    return office_told([line for line in page.text if line.start in above])
