"""Where essays begin on a page: titles, bylines and furniture weighed against each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kpu_corpus.segment.bylines.byline import byline, tells, words_of
from kpu_corpus.segment.bylines.covers import is_collection
from kpu_corpus.segment.bylines.identity import labelled
from kpu_corpus.segment.bylines.name_lines import tells_author
from kpu_corpus.segment.bylines.signature import signature
from kpu_corpus.segment.lines import is_running, is_text
from kpu_corpus.segment.pages.page import Page, newest_first
from kpu_corpus.segment.sections import heads_foreword, heads_references
from kpu_corpus.segment.starts.by_author import identified, signed
from kpu_corpus.segment.starts.head import head_pieces
from kpu_corpus.segment.starts.ranks import (
    in_order,
    linked_titles,
    parted_titles,
    ranked_titles,
    sizes_of,
    with_rank,
    without_page_name,
)
from kpu_corpus.segment.starts.titles import Title
from kpu_corpus.segment.starts.untitled import Start, untitled

CUT_WORDS = 4  # a shorter title in the middle of a page is a heading of the same essay
DATED_WORDS = 3  # of a title below lines that are not known, a date below it
FLAT_WORDS = 60  # a body in one line, on a page that lists essays
DATED = 3  # titles with a date below each, at least
PAGED = 3  # titles, all but the first at the top of a page
ALONE_WORDS = 150  # the same on a page that lists none: longer than a paragraph gets
SECTION_WORDS = 40  # less text than this under a title is a section of an essay


def essay_starts(page: Page, titles: dict[int, Title]) -> list[Start]:
    """Return where essays begin; empty when the page is one essay without a title."""
    if len(page.entries) > 1:
        return [*_counted(page, titles, page.entries, ("essay_number", "counted_title"))]
    if len(people := page.authors or identified(page, titles)) > 1:
        rules = ("byline_without_title", "title_with_byline")
        return [*_counted(page, titles, people, rules)]
    if len(found := signed(page, titles)) > 1:
        return [Start(title.place, True, "title_with_byline", 0.9) for title in found]
    ranked = parted_titles([*titles.values()]) or ranked_titles(page, [*titles.values()])
    full = _full(page, [title for title in ranked if title.cased])
    strong = [title for title in ranked if title.strong]
    linked = linked_titles(page, [t for t in titles.values() if t.marked == "title"])
    styled = [t for t in titles.values() if t.marked == "heading" and t.level == 0]
    if len(linked) > 1:
        chosen, rule, sure = linked, "linked_title", 0.95
    elif len(styled) > 1:
        chosen, rule, sure = styled, "styled_title", 0.9
    elif page.lists and ranked:
        chosen, rule, sure = _of_list(page, ranked, full), "title_on_list", 0.9
    elif len(strong) > 1 or any(_ends_post(page, title) for title in strong):
        above = _above(page, ranked, full, strong)
        strong = [*above, *with_rank(page, strong, titles)]
        chosen, rule, sure = _with_rest(page, strong, full), "title_with_byline", 0.9
    elif _dated(page, ranked):
        chosen, rule, sure = ranked, "title_with_byline", 0.8
    elif _collected(page, ranked):
        chosen, rule, sure = ranked, "title_in_collection", 0.8
    elif _stand_alone(page, titles, full):
        chosen, rule, sure = full, "title_above_flat_body", 0.6
    else:
        chosen, rule, sure = _only(page, titles), "title_above_text", 0.9
    starts = [Start(t.place, True, rule, 1.0 if t.strong else sure) for t in chosen]
    starts = sorted([*starts, *untitled(page, starts, titles)])
    without_page_name(titles, starts)
    return starts


def _ends_post(page: Page, title: Title) -> bool:
    """Tell whether the post of a blog ends above a title: one that is dated itself, or signed."""
    place = title.place - page.dated_above(title.place)
    return page.posted_before(place) or (title.dated and page.closed_before(title.place))


def _full(page: Page, cased: list[Title]) -> list[Title]:
    """Return the titles that no section has: long, with a long parenthesis, sure or marked ones.

    On a page that lists essays with their dates, short ones with a date below are such as well.
    """
    long = [
        title
        for title in cased
        if title.words >= CUT_WORDS
        or page.text[title.place].words >= 2 * CUT_WORDS
        or title.strong
        or title.marked
    ]
    dated = page.lists and all(title.dated for title in long or cased[:1])
    places = {title.place for title in long}
    return [title for title in cased if title.place in places or (dated and title.dated)]


def _counted(
    page: Page, titles: dict[int, Title], entries: list[int], rules: tuple[str, str]
) -> Iterator[Start]:
    """Yield the essays that begin at entries, each with its title; the rules are of those two."""
    alone, titled = rules
    for place, end in pairwise([*entries, len(page.text)]):
        below = place + len(page.front(place))  # who wrote it
        title = next((titles[x] for x in (place, *range(below, end)) if x in titles), None)
        head = title and not title.called and head_pieces(page.text[place : title.place])
        if title is None or not isinstance(head, list):
            yield Start(place, False, alone, 0.9)
            continue
        if title.place > place:
            yield Start(place, False, alone, 0.9)
        yield Start(title.place, True, titled, 0.95)


def _of_list(page: Page, ranked: list[Title], full: list[Title]) -> list[Title]:
    """Return the titles of a page that lists essays; small sections among them are headings."""
    chosen = [*(title for title in _first(page, ranked) if title not in full), *full]
    sizes = sizes_of(page, chosen)
    flat = [lines == 1 and words >= FLAT_WORDS for lines, words in sizes]
    cased = [title for title in ranked if title.cased]
    more = chosen and all(flat) and len(chosen) < len(ranked)
    if more and all(words >= FLAT_WORDS for _, words in sizes_of(page, cased)):
        return cased
    sure = all(flat) or any(title.strong for title in chosen[1:])
    small = all(words < SECTION_WORDS for _, words in sizes[1:])
    return chosen[:1] if small and not sure else chosen


def _first(page: Page, ranked: list[Title]) -> list[Title]:
    """Return the first title, however short, where no text stands above it."""
    return [t for t in ranked[:1] if not any(map(is_running, page.text[: t.place]))]


def _above(page: Page, ranked: list[Title], full: list[Title], sure: list[Title]) -> list[Title]:
    """Return the first title of the page, where it is above the sure ones and opens an essay, too.

    Above it stands what a head has, such as the date above all posts of one day. Where the others
    are not told by their authors, or by standing there twice, a short one right above running text,
    or what a list has cut off, is such as well, no text above it: what does is of the site, or of a
    book with a foreword.
    """
    first = [title for title in full[:1] if head_pieces(page.text[: title.place]) is not None]
    place = sure[0].place
    told = all(title.named or title.repeated for title in sure)
    if first or told or heads_foreword(page.text[:place]):
        return first
    above = (title for title in ranked if title.place < place)
    runs = (t for t in above if is_running(page.text[t.body]) or t.body in page.teasers)
    return _first(page, [*runs])


def _with_rest(page: Page, sure: list[Title], full: list[Title]) -> list[Title]:
    """Add the rest of the titles to the sure ones where all bodies are flat."""
    flat = all(lines == 1 and words >= FLAT_WORDS for lines, words in sizes_of(page, full))
    return in_order([*sure, *(full if flat else [])])


def _dated(page: Page, ranked: list[Title]) -> bool:
    """Tell whether a date stands below every title, of several, and the first opens the page.

    They are those of posts: a diary has its days in order.
    """
    posts = len(ranked) >= DATED and all(title.dated for title in ranked)
    opens = posts and head_pieces(page.text[: ranked[0].place]) is not None
    return opens and newest_first(_date(page, title) for title in ranked)


def _date(page: Page, title: Title) -> str:
    """Return the date below a title."""
    below = zip(page.text[title.last + 1 :], title.front, strict=False)
    return next(date for line, pieces in below for date in words_of(line, pieces, "date"))


def _collected(page: Page, ranked: list[Title]) -> bool:
    """Tell whether several headings of one rank stand below a cover that speaks of several texts.

    None is the name of a section, unless that of a foreword, and nobody is named above, or each
    begins a page: a writer may call one text that.
    """
    rest = [x for x in ranked if not heads_foreword(page.text[x.place : x.place + 1])]
    heads = len(rest) > 1 and all(title.marked and not title.called for title in rest)
    above = page.text[: ranked[0].place] if heads else []
    covers = [*map(is_collection, above)]
    rows = zip(above, covers, strict=True)
    named = (tells_author(x) or tells([labelled(x)], "author") for x, cover in rows if not cover)
    paged = all(page.text[title.place].page for title in ranked[1:])
    paged = paged and not any(title.named for title in ranked)
    return any(covers) and (paged or not any(named))


def _stand_alone(page: Page, titles: dict[int, Title], full: list[Title]) -> bool:
    """Tell whether titles list essays no site marks as a list, by the long text below each.

    It is one line, or each of several titles below the first begins a page.
    """
    if len(full) < 2 or full[0].place != 0:
        return False
    if len(titles) > len(full):
        return False  # short headings as well: sections of one essay
    sizes = sizes_of(page, full)
    flat = all(lines == 1 for lines, _ in sizes) and not any(title.marked for title in full)
    paged = len(full) >= PAGED and all(page.text[title.place].page for title in full[1:])
    listed = flat or (paged and not _of_one(page, full))
    least = FLAT_WORDS if page.names else ALONE_WORDS
    return listed and all(words >= least for _, words in sizes)


def _of_one(page: Page, titles: list[Title]) -> bool:
    """Tell whether an author or a bibliography stands with one of the titles: it is the whole's.

    So is the first title where it alone is in capitals.
    """
    bounds = pairwise([*(title.place for title in titles), len(page.text)])
    parts = [page.text[first:end] for first, end in bounds]
    told = [
        title.named or tells(signature(part, author=False), "author")
        for title, part in zip(titles, parts, strict=True)
    ]
    cited = [any(map(heads_references, part)) for part in parts]
    first, *others = (page.text[title.place].text.isupper() for title in titles)
    return 1 in (sum(told), sum(cited)) or (first and not any(others))


def _only(page: Page, titles: dict[int, Title]) -> list[Title]:
    """Return the title of a page with one essay: its first line, below what a cover has at most.

    Or the first line that the author or the only date below a title stands below, or that stands
    below furniture and right above the text, no text above it: what is above is of the site.
    """
    dated = [title for title in titles.values() if title.dated and title.words >= DATED_WORDS]
    text = next((place for place, line in enumerate(page.text) if is_text(line)), len(page.text))
    for title in titles.values():
        if head_pieces(page.text[: title.place]) is not None:
            return [title] if not title.section or _heads_all(titles, title) else []
        if title.place > text:
            return []
        if title.named or dated == [title]:
            return [title]
        if title.body == text and _is_of_site(page, title):
            return [title]
    return []


def _is_of_site(page: Page, title: Title) -> bool:
    """Tell whether a title stands below a few lines that a site has above, as furniture shows."""
    above = page.text[: title.place]
    few = sum(line.words for line in above) < FLAT_WORDS
    lines = range(page.rest[title.place])
    furnished = any(page.labels[at].rule in page.names for at in lines if at in page.labels)
    told = any(map(byline, above)) or not (furnished or page.of_site)
    return few and not told and title.cased and not title.section and title.words >= CUT_WORDS


def _heads_all(titles: dict[int, Title], title: Title) -> bool:
    """Tell whether a heading of a low rank heads the whole page: themes have titles in <h3>."""
    others = (other for other in titles.values() if other.place > title.place and other.marked)
    return not title.called and all(other.level > title.level for other in others)
