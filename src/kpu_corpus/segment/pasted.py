"""What a web page that was copied as text has above the title and the date of its essay."""

from __future__ import annotations

from collections.abc import Sequence

from kpu_corpus.segment.bylines import byline, is_date, is_short
from kpu_corpus.segment.covers import is_cover
from kpu_corpus.segment.facts import facts_of
from kpu_corpus.segment.identity import label_of
from kpu_corpus.segment.layouts import FOOTER, HEADER, rule_of
from kpu_corpus.segment.lines import Line, title_case
from kpu_corpus.segment.names import is_person
from kpu_corpus.segment.numbering import is_text
from kpu_corpus.segment.offices import is_address, is_area, is_office

LEAST = 4  # lines of menus; fewer may be of a cover
MENU_WORDS = 4  # of such a line at most
TITLE_WORDS = 3  # of the title at least


def menus_above(lines: Sequence[Line]) -> set[int]:
    """Return the lines above a title and the date right beside it, where they are menus.

    Fewer lines are the name of a site, where the page has furniture below its text; what names a
    part of the site may be above a list of essays, which another rule tells.

    >>> texts = ("Home", "Profil", "Kontak", "Masuk", "Pintu yang Terbuka", "5 Juni 2025")
    >>> rows = [Line(0, 9, text, len(text.split())) for text in texts]
    >>> sorted(menus_above([*rows, Line(0, 9, "Kami hadir setiap pagi di kantor.", 6)]))
    [0, 1, 2, 3]
    """
    text = next((at for at, line in enumerate(lines) if is_text(line)), 0)
    dated = next((at for at in reversed(range(text)) if _dates(lines[at])), 0)
    beside = (at for at in (dated - 1, dated + 1) if 0 < at < text and _is_title(lines[at]))
    place = next(beside, 0)
    if not place:
        return set()
    end = min(place, dated)
    above = [line for line in lines[:end] if not (_of_office(line) or _is_section(line))]
    told = any(label_of(x) or byline(x) or is_cover(x) or is_date(x.text) for x in above)
    menus = sum(map(_is_menu, lines[:end])) - sum(map(_of_office, lines[:end]))
    copied = not any(line.mark for line in lines) and not any(is_person(x.text) for x in above)
    copied = copied and any(rule_of(FOOTER, line.text) for line in lines[text:])
    if told or menus < (1 if copied else LEAST):
        return set()
    return {at for at in range(end) if menus >= LEAST or not _is_section(lines[at])}


def _dates(line: Line) -> bool:
    """Tell whether a line has a date, perhaps beside who wrote."""
    told = facts_of(line) or byline(line)
    return any(piece.kind == "date" for piece in told)


def _is_title(line: Line) -> bool:
    titled = line.words >= TITLE_WORDS and is_short(line) and title_case(line.text)
    other = label_of(line) or byline(line) or is_cover(line) or is_person(line.text)
    return titled and not other and not _of_office(line)


def _is_menu(line: Line) -> bool:
    return line.words <= MENU_WORDS and line.mark in ("", "paragraph")


def _is_section(line: Line) -> bool:
    """Tell whether a line is the name of a part of a site: "Artikel", which covers have as well."""
    rule = rule_of(HEADER, line.text)
    return rule is not None and rule.name == "section"


def _of_office(line: Line) -> bool:
    """Tell whether a line may be of a letterhead, which is no menu."""
    return is_office(line.text) or is_area(line.text) or is_address(line.text)
