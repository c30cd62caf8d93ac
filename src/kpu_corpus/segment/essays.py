"""Source → essays and spans: the page is read, cut where essays begin, and assembled."""

from __future__ import annotations

import re

from kpu_corpus.corpus.sources import Essay, Source, Span
from kpu_corpus.segment.assembling import assemble
from kpu_corpus.segment.bylines.byline import authors, byline, filled, tells
from kpu_corpus.segment.bylines.covers import cover_pieces, names_cohort
from kpu_corpus.segment.bylines.identity import labelled
from kpu_corpus.segment.bylines.letters import office_told
from kpu_corpus.segment.bylines.name_lines import name_line
from kpu_corpus.segment.cuts import cuts_of
from kpu_corpus.segment.groups import with_groups, with_writer
from kpu_corpus.segment.lines import Line, Piece
from kpu_corpus.segment.names import are_people, is_lone_name, is_name, is_person
from kpu_corpus.segment.pages.furniture import read_page
from kpu_corpus.segment.pages.page import MARKED, Label, Page
from kpu_corpus.segment.records import Parts, ranked, recorded
from kpu_corpus.segment.sidecar import corrections, with_said
from kpu_corpus.segment.starts.titles import titles_of
from kpu_corpus.segment.unwrapping import lines_of

# What a site says of who wrote, by the rule of the line.
_OF_WRITER = {
    "notice": re.compile(r"(?i:tulisan dari) (?P<name>[A-Z].{2,60}?) tidak mewakili"),
    "credits": re.compile(
        r"(?i:rep(?:orter)?|pewarta)\s?:\s?(?P<name>[A-Z][^|/;()]{2,60}?)\s*(?:[|/;(].*)?$"
    ),
}
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
    cuts, above = cuts_of(source, page, titles)
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
        own, above = cuts_of(source, page, titles_of(page))
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
