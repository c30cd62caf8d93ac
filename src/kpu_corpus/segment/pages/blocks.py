"""Blocks of lines outside essays: menus, a table of contents, the header of a Markdown page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, islice, pairwise, takewhile

from kpu_corpus.indonesian.language import language
from kpu_corpus.segment.bylines.byline import byline, is_date
from kpu_corpus.segment.bylines.covers import is_cover, is_sort, names_cohort
from kpu_corpus.segment.bylines.facts import facts_of
from kpu_corpus.segment.bylines.identity import label_of
from kpu_corpus.segment.bylines.name_lines import tells_author
from kpu_corpus.segment.bylines.offices import is_address, is_area, is_office
from kpu_corpus.segment.layouts import FOOTER, HEADER, LONGEST
from kpu_corpus.segment.lines import Line, ends_sentence, is_running, is_short, is_text, title_case
from kpu_corpus.segment.names import is_person

LEAST = 4  # lines of menus; fewer may be of a cover
MENU_WORDS = 4  # of such a line at most
SHORTEST_TITLE = 3  # words of the title at least
PAGES = 3  # with one line at their heads at least
PAGE_WORDS = 3  # of such a line
ABSTRACT_LINES = 6  # down to its keywords at most
PARAGRAPHS = 6  # below it, whose language is that of the text
_ABSTRACT = re.compile(r"[*_#\s]{0,4}abstract\s{0,3}(?:[*_\s]{0,3}$|[:.—–-])", re.IGNORECASE)
_KEYWORDS = re.compile(r"[*_\s]{0,3}key ?-?words?\b", re.IGNORECASE)
_PAGE = re.compile(r"(?:halaman |hal\. ?|page )?-?\s?\d{1,3}\s?-?", re.IGNORECASE)
ENTRIES = 2  # lines of a table of contents at least
_HEAD = re.compile(r"daftar isi|(?:table of )?contents", re.IGNORECASE)
_DOTTED = re.compile(r"(?<![.…])[.…]{5,}+\s?(?:\d{1,3}|[ivx]{1,5})$", re.IGNORECASE)
# In a table a number may stand before it; what its dots lead to may be in the line below.
_ENTRY = re.compile(
    r"(?:\d{1,3}[.)]?\t)?(?:[^\t.…]|\.(?!\.)){1,200}(?:(?:\t|[.…]{2,}|\s)\s*+(?:\d{1,3}|[ivx]{1,5})"
    r"|[.…]{5,}+(?:\s[^\t.…]{1,80}\s\d{1,3})?)"
)


def menus_above(lines: Sequence[Line]) -> set[int]:
    """Return the lines above a title and the date beside it, where they are menus.

    Between the two may stand who wrote.

    Fewer lines are the name of a site, where the page has furniture below its text.

    >>> texts = ("Home", "Profil", "Kontak", "Masuk", "Pintu yang Terbuka", "5 Juni 2025")
    >>> rows = [Line(0, 9, text, len(text.split())) for text in texts]
    >>> sorted(menus_above([*rows, Line(0, 9, "Kami hadir setiap pagi di kantor.", 6)]))
    [0, 1, 2, 3]
    """
    text = next((at for at in range(len(lines)) if _begins(lines, at)), 0)
    dated = next((at for at in reversed(range(text)) if _dates(lines[at])), 0)
    head = next((at for at in reversed(range(dated)) if not _tells_writer(lines[at])), 0)
    beside = (at for at in (head, dated + 1) if 0 < at < text and _is_title(lines[at]))
    place = next(beside, 0)
    if not place:
        return _down_to_way(lines[:text])
    end = min(place, dated)
    above = [line for line in lines[:end] if not _of_office(line)]
    told = any(label_of(x) or byline(x) or is_cover(x) or is_date(x.text) for x in above)
    menus = sum(map(_is_menu, lines[:end])) - sum(map(_of_office, lines[:end]))
    copied = not any(line.mark for line in lines) and not any(is_person(x.text) for x in above)
    copied = copied and any(FOOTER.of(line.text) for line in lines[text:])
    if told or menus < (1 if copied else LEAST):
        return set()
    return {*range(end)}


def _down_to_way(lines: Sequence[Line]) -> set[int]:
    """Return the lines down to the way to the page, a title right below: "Beranda › Opini"."""
    rules = ((at, HEADER.of(line.text)) for at, line in enumerate(lines[:-1]))
    end = max((at + 1 for at, rule in rules if rule and rule.name == "breadcrumb"), default=0)
    if not end or any(map(_tells_writer, lines[:end])) or not _is_title(lines[end]):
        return set()
    return {at for at in range(end) if not names_cohort(lines[at])}


def _begins(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line is text, and no sentence of the account above its button: "Ikuti"."""
    if not is_text(lines[at]) or is_running(lines[at]):
        return is_text(lines[at])
    return not any(FOOTER.of(line.text) for line in lines[at + 1 : at + 2])


def _dates(line: Line) -> bool:
    """Tell whether a line has a date, perhaps beside who wrote."""
    told = facts_of(line) or byline(line)
    return any(piece.kind == "date" for piece in told)


def _tells_writer(line: Line) -> bool:
    return tells_author(line) or bool(facts_of(line))


def _is_title(line: Line) -> bool:
    titled = line.words >= SHORTEST_TITLE and is_short(line) and title_case(line.text)
    other = label_of(line) or byline(line) or is_cover(line) or is_person(line.text)
    return titled and not other and not _of_office(line)


def _is_menu(line: Line) -> bool:
    return line.words <= MENU_WORDS and line.mark in ("", "paragraph")


def _of_office(line: Line) -> bool:
    """Tell whether a line may be of a letterhead, which is no menu."""
    return is_office(line.text) or is_area(line.text) or is_address(line.text)


def properties(lines: Sequence[Line]) -> set[int]:
    """Return the lines of front matter that tell neither title nor author, date or office.

    >>> texts = ("---", "layout: post", "title: Netral", "tags:", "- opini", "---")
    >>> sorted(properties([Line(0, 9, text, len(text.split()), "head") for text in texts]))
    [0, 1, 3, 4, 5]
    """
    head = takewhile(lambda at: lines[at].mark == "head", range(len(lines)))
    return {at for at in head if label_of(lines[at]) is None}


def contents(lines: Sequence[Line]) -> set[int]:
    """Return the lines of tables of contents: below their heading, or joined to pages by dots.

    >>> texts = ("Daftar Isi", "Pendahuluan\\t1", "Penutup ........ 4", "Kami hadir.")
    >>> sorted(contents([Line(0, 9, text, len(text.split())) for text in texts]))
    [0, 1, 2]
    """
    found: set[int] = set()
    for at, line in enumerate(lines):
        if line.words <= 3 and _HEAD.fullmatch(line.text.rstrip(": ")):
            rest = range(at + 1, len(lines))
            below = (number for number in rest if lines[number].mark not in ("chrome", "margin"))
            entries = [*takewhile(lambda number: _ENTRY.fullmatch(lines[number].text), below)]
            found |= {at, *entries} if len(entries) >= ENTRIES else set()
    for dotted, run in groupby(range(len(lines)), lambda at: _is_dotted(lines[at])):
        entries = [*run]
        found |= {*entries} if dotted and len(entries) >= ENTRIES else set()
    return found


def _is_dotted(line: Line) -> bool:
    return len(line.text) <= LONGEST and _DOTTED.search(line.text) is not None


def running_heads(lines: Sequence[Line]) -> set[int]:
    """Return the lines that head or end the pages of a text, or stand beside their numbers.

    >>> texts = ("Esai Latsar KPU", "1", "Kami hadir.", "Esai Latsar KPU", "2", "Kami jujur.")
    >>> rows = [Line(0, 9, text, len(text.split())) for text in (*texts, "Esai Latsar KPU", "3")]
    >>> sorted(running_heads(rows))
    [0, 1, 3, 4, 6, 7]
    """
    places: dict[str, list[tuple[int, int]]] = {}
    for at, line in enumerate(lines):
        beside = (near for near in (at + 1, at - 1) if 0 <= near < len(lines))
        number = next((near for near in beside if _PAGE.fullmatch(lines[near].text)), None)
        opens = number is not None or line.page or not at
        if opens and line.words >= PAGE_WORDS and is_short(line):
            places.setdefault(line.text, []).append((at, at if number is None else number))
    found: set[int] = set()
    for heads in places.values():
        numbers = ["".join(filter(str.isdigit, lines[x].text)) for at, x in heads if x != at]
        first = int(numbers[0]) if numbers else 0
        counted = [*map(int, numbers)] == [*range(first, first + len(heads))]
        paged = all(lines[at].page or not at for at, _ in heads)
        after = [lines[at + 1] for at, _ in heads if at + 1 < len(lines)]
        signed = sum(map(tells_author, after))
        titles = signed > 1 and not is_sort(lines[heads[0][0]])
        if len(heads) >= PAGES and (counted or paged) and not titles:
            found |= {at for pair in heads for at in pair}
    return found or _heads_of_essays(lines) or _feet(lines)


def _feet(lines: Sequence[Line]) -> set[int]:
    """Return the line with which every page ends, several; what may sign a text is none."""
    feet = {at for at in range(len(lines)) if at + 1 == len(lines) or lines[at + 1].page}
    if len(feet) < PAGES or len({lines[at].text for at in feet}) > 1:
        return set()
    line = lines[-1]
    signs = tells_author(line) or is_office(line.text) or is_date(line.text)
    signs = signs or ends_sentence(line.text) or line.words < PAGE_WORDS
    return set() if signs or not is_short(line) else feet


def _heads_of_essays(lines: Sequence[Line]) -> set[int]:
    """Return the lines at the heads of pages that differ by essay: "Esai 02 – Eka – KPU Tegal".

    Every page has one, and one that comes again stands right above text on the next page; the first
    time it is no title, which has the text or the author below. Those of essays on one page are
    such if all open with the same word, or most come again.
    """
    places = [at for at, line in enumerate(lines) if line.page or not at]
    heads = [lines[at] for at in places]
    short = (is_short(x) and not is_text(x) and x.words >= PAGE_WORDS for x in heads)
    again = [at for (x, y), at in zip(pairwise(heads), places[1:], strict=True) if x.text == y.text]
    texts = {x.text for x in heads}
    if len(heads) < PAGES or not again or len(texts) + len(again) != len(heads) or not all(short):
        return set()
    alike = len({x.text.split()[0] for x in heads}) == 1
    alike = alike or 2 * len({lines[at].text for at in again}) >= len(texts)
    below = all(at + 1 < len(lines) and is_text(lines[at + 1]) for at in again)
    first = (lines[at + 1] for at in places if at not in again and at + 1 < len(lines))
    below = below and not any(is_text(x) or tells_author(x) for x in first)
    return {*places} if alike and below and len(texts) > 1 else set()


def translated(lines: Sequence[Line]) -> set[int]:
    """Return the lines of an abstract in English above a text in another language.

    It reaches from its heading down to its keywords. Above no text, it is all that there is.
    """
    found: set[int] = set()
    for at in (at for at, line in enumerate(lines) if _ABSTRACT.match(line.text)):
        near = range(at + 1, min(at + 1 + ABSTRACT_LINES, len(lines)))
        end = next((x for x in near if _KEYWORDS.match(lines[x].text)), at)
        told = " ".join(line.text for line in lines[at:end])
        texts = (lines[x].text for x in range(end + 1, len(lines)) if is_text(lines[x]))
        below = " ".join(islice(texts, PARAGRAPHS))
        if language(told).code == "en" and language(below).code not in ("en", "und"):
            found |= {*range(at, end + 1)}
    return found
