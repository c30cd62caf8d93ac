"""Lines around an essay's text that are not part of it: who wrote it, for which office, when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kpu_corpus.indonesian.sentences.unit_kinds import is_formula
from kpu_corpus.segment.bylines.byline import (
    BARE_OPENING,
    LISTED,
    NUMBER_LINE,
    OCCUPATION,
    PART_OF_OFFICE,
    byline,
    content_pieces,
    date_pieces,
    filled,
    is_date,
    is_occupation,
    is_role,
    is_short,
    marked_author,
    names_work,
    role_pieces,
    tells,
)
from kpu_corpus.segment.bylines.covers import cover_pieces, is_cohort, is_cover, is_sort
from kpu_corpus.segment.bylines.facts import facts_of, is_time
from kpu_corpus.segment.bylines.identity import (
    IDENTITY,
    VALUE_WORDS,
    bare_label,
    heads_text,
    in_columns,
    label_of,
    labelled,
    strange_label,
    value_pieces,
)
from kpu_corpus.segment.bylines.letters import is_greeting, letterhead, with_areas
from kpu_corpus.segment.bylines.offices import is_at_place, is_office
from kpu_corpus.segment.lines import (
    Line,
    Piece,
    ends_sentence,
    is_running,
    is_said,
    is_text,
    title_case,
    unmarked,
)
from kpu_corpus.segment.names import (
    ROLE,
    is_lone_name,
    is_name,
    is_person,
    without_degrees,
)
from kpu_corpus.segment.pictures import is_caption
from kpu_corpus.segment.sections import is_section

FRONT_LINES = 16  # a table of identity has one line a cell
# The number behind a name.
_OF_STUDENT = re.compile(r"\s{0,3}[(/–-]?\s?(?:(?:NDH|NI[MPS]|NPM|NRP)\W{0,3}\d+|\d{5,})\s?\)?$")
# An address of mail: alone, or behind the word for it and what else is said of an author.
_MAIL = re.compile(
    r"(?:.{0,200}\b(?:e-?mail|surel|korespondensi)\b[\s:]{0,5})?[(*]?[\w.+-]{1,60}@[\w.-]{1,60}[.)*]?",
    re.IGNORECASE,
)
_IS_WRITER = re.compile(r"[(*]*penulis (?:adalah|ialah|merupakan)\b", re.IGNORECASE)
_WORKS = re.compile(rf"\s{OCCUPATION.pattern}")  # behind a name
_TWICE = re.compile(r"(\w+) \1\b", re.IGNORECASE)  # a place: "Toli Toli"
LEAD_LINES = 3  # a greeting, a heading, "saya yang bertanda tangan di bawah ini:"


def front_matter(lines: Sequence[Line], *, titled: bool = False) -> list[list[Piece]]:
    """Return the pieces of the leading lines that name author, office and date; then it stops.

    Below a title (``titled``) a name may stand alone, and what else a cover says below it.
    """
    if titled:  # what pages give as points of a list, one for each fact
        lines = [x.part(1) if x.text.startswith("• ") else x for x in lines[: FRONT_LINES + 1]]
    found: list[list[Piece]] = []
    label = ""
    blank = False  # a label above was not filled in: a title, not a value, stands apart below
    for index, line in enumerate(lines[:FRONT_LINES]):
        if label:
            pieces = [] if label == "title" else value_pieces(label, line)
            label = ""
        else:
            known = bare_label(line) == "author" and tells(found, "author")
            empty = _is_blank(lines, index)
            empty = empty or (blank and _awaits(line) and lines[index + 1].apart)
            blank = blank or empty
            label = "" if empty or known else _opens_table(lines, index, bool(found))
            whole = line.piece("byline", "identity", 1.0)
            pieces = [whole] if label else _line(lines, index, found, titled)
            pieces = pieces or ([whole] if empty else [])
        if not pieces:
            break
        found.append(pieces)
    return with_areas(found, lines)


def identity_block(lines: Sequence[Line]) -> list[list[Piece]]:
    """Return the pieces of a block of identity and of the short lines that lead to it, or nothing.

    >>> texts = ("Perkenalkan:", "Nama : Rina", "NIP : 1999", "Kami hadir.")
    >>> len(identity_block([Line(0, 9, text, len(text.split())) for text in texts]))
    3
    """
    lead: list[list[Piece]] = []
    for place, line in enumerate(lines[: LEAD_LINES + 1]):
        label = label_of(line)
        block = front_matter(lines[place:]) if label and label[0] in IDENTITY else []
        if len(block) > 1:
            return [*lead, *block]
        if is_running(line):
            break
        lead.append([line.piece("byline", "identity", 0.7)])
    return []


def _opens_table(lines: Sequence[Line], index: int, inside: bool) -> str:
    """Return the label of a table's row: it stands alone, its value in the next cell.

    The first row of a table names a person, an office or a title.
    """
    label = bare_label(lines[index])
    if not label or index + 1 >= len(lines):
        return ""
    if not inside and label not in (*IDENTITY, "title"):
        return ""
    after = lines[index + 1]
    group = is_cohort(after) and any(map(_is_another, lines[index + 2 : index + 3]))
    fits = after.words <= VALUE_WORDS and not ends_sentence(without_degrees(after.text))
    # "Surel" is a button, too
    return label if fits and not (byline(after) or is_section(after) or group) else ""


def _line(
    lines: Sequence[Line], index: int, before: list[list[Piece]], titled: bool
) -> list[Piece]:
    line = lines[index]
    if line.mark == "date" or (is_short(line, 12) and is_date(line.text)):
        facts = facts_of(line)  # "Rina Marlina - Senin, 2 Juni 2025" has no place
        named = tells([facts], "author") and not _TWICE.match(line.text)
        return facts if named else date_pieces(line)
    if line.mark == "author" and is_short(line):
        return byline(line) or name_line(line) or marked_author(line)
    own = labelled(line) or _by_and_date(line) or byline(line)
    own = own or letterhead(lines, index, before, titled=titled)
    if own == [line.piece("byline", "byline", 1.0)]:  # "Disusun oleh Kelompok 4:" tells the group
        told = cover_pieces(line, "byline")
        return [x if x.kind == "field" else x._replace(rule="byline") for x in told]
    if own:
        return own
    if titled and is_caption(line):
        return [line.piece("chrome", "caption", 0.8)]
    of_form = bool(titled or before) and heads_text(line)
    of_form = of_form or (bool(before) and is_sort(line))
    of_form = of_form or _is_blank(lines, index)
    of_form = of_form or bool(before and (_is_subject(lines, index) or is_time(line)))
    number = NUMBER_LINE.fullmatch(line.text)
    if of_form or number or _is_beside_labels(lines, index, titled):
        return [line.piece("byline", "identity", 0.9)]
    author = tells(before, "author")
    above = [pieces[-1] for pieces in before if pieces[0].rule != "cover"]
    named = is_name(line.text) and not (is_cohort(line) or is_sort(line))
    if not author and above and above[-1].kind == "byline" and (named or _is_another(line)):
        return _named(line, 0.95)
    if author and bare_label(line) == "author":  # below the name, on pages of newspapers
        return [line.piece("byline", "identity", 0.9)]
    if author and _IS_WRITER.match(line.text) and is_short(line):
        return role_pieces(line.text, line.start, line.end, 0.9)
    role = unmarked(line)
    works = (titled or not line.apart) and is_occupation(role)
    if author and (is_role(role) or works or _is_another(line)):
        pieces = role_pieces(role.text, role.start, role.end, 0.9)
        return filled(pieces, line.piece("byline", "byline", 0.9))
    if author and "@" in line.text and _MAIL.fullmatch(line.text):
        return [line.piece("byline", "identity", 0.9)]  # whose the address is, as in journals
    if titled and _is_office_above_text(lines, index):
        return [role.piece("unit", "office", 0.8)]
    if titled and _of_cover(lines, index, author=author):
        return cover_pieces(line, "byline")
    facts = [] if name_line(line) else facts_of(line)
    if facts and (author or _told_below(lines, index)):  # the site's account, perhaps
        return [p._replace(kind="byline") if p.kind == "author" else p for p in facts]
    if author or is_greeting(line):
        return []
    guess = name_line(line) or facts or _above_role(lines, index) or _alone(lines, index, titled)
    return [] if guess and _told_below(lines, index) else guess


def _by_and_date(line: Line) -> list[Piece]:
    """Return the pieces of a line that opens with who wrote and goes on to say when."""
    facts = facts_of(line) if BARE_OPENING.match(line.text) else []
    return facts if tells([facts], "author") else []


def _is_blank(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line is a label that nobody filled in: text, a label or nothing is below."""
    below = lines[index + 1 : index + 2]
    return _awaits(lines[index]) and all(is_text(x) or _awaits(x) or label_of(x) for x in below)


def _awaits(line: Line) -> bool:
    """Tell whether a line is the label of a form without a value behind it: "Unit Kerja:"."""
    return line.text.endswith(":") and bare_label(line) != ""


def _of_cover(lines: Sequence[Line], index: int, *, author: bool) -> bool:
    """Tell whether a line below a title is of its cover: the author stands above or comes below.

    A cohort is, also right above the text.
    """
    line = lines[index]
    if not is_cover(line):  # below the author it may say anything, more of the cover below it
        more = index + 1 < len(lines) and is_cover(lines[index + 1])
        ends = not any(is_text(x) and not x.page for x in lines[index + 1 : index + 2])
        more = more or (ends and line.text.isupper() and is_cohort(line))
        return author and more and is_short(line, 12)
    after = next((x for x in lines[index + 1 :] if not is_cover(x)), None)
    if after is None:
        return author
    text = is_running(after) or ends_sentence(after.text)
    return author or (is_cohort(line) and text) or _names_author(after)


def _is_office_above_text(lines: Sequence[Line], index: int) -> bool:
    """Tell whether an office at a place stands right above the text: whose essay nobody signed."""
    line, below = lines[index], lines[index + 1 : index + 2]
    above = is_short(line) and not line.headed and any(map(is_running, below))
    return above and is_office(line.text) and is_at_place(line.text)


def _names_author(line: Line) -> bool:
    label = bare_label(line) or next(iter(label_of(line) or ()), "")
    return label in IDENTITY or tells_author(line) or _is_another(line)


def tells_author(line: Line) -> bool:
    """Tell whether a line says who wrote: a byline, a name with an office, a name alone.

    >>> texts = ("Oleh: Rina", "Rina Marlina, KPU Kota Tegal", "Rina Marlina", "Hari Ini")
    >>> [tells_author(Line(0, 9, text, len(text.split()))) for text in texts]
    [True, True, True, False]
    """
    return bool(byline(line) or name_line(line)) or is_person(line.text)


def _is_another(line: Line) -> bool:
    """Tell whether a line is the name of one more author in a list: with a number before or behind.

    >>> [_is_another(Line(0, 9, text, 2)) for text in ("2. Eka Putra", "Eka Putra (1234567)")]
    [True, True]
    """
    if not is_short(line):
        return False
    number = LISTED.match(line.text)
    name = line.text[number.end() if number else 0 :]
    bare = _OF_STUDENT.sub("", name)
    return (number is not None or bare != name) and is_person(bare)


def _is_subject(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line is the subject of a mail whose text has a title of its own."""
    subject = lines[index].text.casefold().startswith(("subject", "subjek"))
    if not subject or label_of(lines[index]) is None:
        return False
    rest = enumerate(lines[index + 1 :], index + 1)
    heads = (label_of, strange_label, is_greeting)
    at = next((at for at, line in rest if not any(told(line) for told in heads)), None)
    if at is None:
        return True  # of the lines above a title
    return title_case(lines[at].text) and not letterhead(lines, at, [], titled=True)


def _is_beside_labels(lines: Sequence[Line], index: int, titled: bool) -> bool:
    """Tell whether a line with a label that is not known stands between or beside known ones."""
    line = lines[index]
    if not strange_label(line):
        return False
    after = next((x for x in lines[index + 1 : index + 6] if not strange_label(x)), None)
    if after is not None and label_of(after):  # above "Oleh: …" stands a title, not a form
        return not after.text.casefold().startswith("oleh")
    # below the last known label only what is plainly part of the form, since a title follows
    before = next((other for other in reversed(lines[:index]) if not strange_label(other)), None)
    of_form = line.mark == "row" or in_columns(line) or not line.apart
    if not titled and line.apart and line.mark != "row" and _may_be_title(line, after):
        return False
    return before is not None and label_of(before) is not None and of_form


def _may_be_title(line: Line, after: Line | None) -> bool:
    """Tell whether a line with a colon is rather a title, text below: "Integritas : Harga Mati"."""
    plain = not any(map(str.isdigit, line.text)) and title_case(line.text)
    return plain and after is not None and is_running(after)


def _told_below(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line below, above the text, says who the author is: then this one does not."""
    below = lines[index + 1 :]
    if below and is_person(below[0].text) and _above_role(below, 0):
        return True
    for line in below:
        ends = ends_sentence(without_degrees(line.text)) and not labelled(line)
        if ends or is_running(line) or line.headed:
            return False
        found = label_of(line)
        if found and found[0] == "author":
            return True
    return False


def name_line(line: Line) -> list[Piece]:
    """Return the pieces of a line with a name and then an office or number, or nothing."""
    if not is_short(line, 16) or line.words < 3 or line.headed or line.mark == "item":
        return []
    text = line.text.lstrip("(*_")  # "(Rina Marlina, KPU Kota Tegal)"
    told = ROLE.search(text) or any(map(str.isdigit, text)) or _WORKS.search(text)
    told = told or PART_OF_OFFICE.search(text)
    if not told or is_cover(line):  # "KUMPULAN ESAI CPNS"
        return []
    start = line.end - len(text)
    pieces = content_pieces(text, start, line.end, 0.85)
    name = text[: pieces[0].end - start]
    rest = text[len(name) :].strip(" *_,-–—|(/\xa0\t•")
    told = names_work(rest) or NUMBER_LINE.match(rest)
    if not told or is_said(rest) or not is_name(name):
        return []
    joined = rest == text[len(name) :].strip()  # "BANGGA MENJADI PPPK": nothing parts the two
    if (joined or is_formula(text)) and not is_person(name):
        return []  # nor is "Salam Demokrasi, KPU Melayani" a name and an office
    return filled(pieces, line.piece("byline", "byline", 0.85))


def _above_role(lines: Sequence[Line], index: int) -> list[Piece]:
    """Return the pieces of a name above an office or a number, of a plain one above a date.

    A post has the time below, and may be that of an office.
    """
    line, after = lines[index], lines[index + 1] if index + 1 < len(lines) else None
    if after is None:
        return []
    posted = is_time(after) and not line.headed
    if posted and is_role(line):
        return role_pieces(line.text, line.start, line.end, 0.8)
    if not is_name(line.text) or is_cover(line):
        return []
    dated = is_person(line.text) and not line.headed and (posted or bool(facts_of(after)))
    return _named(line, 0.8) if is_role(after) or dated else []


def _alone(lines: Sequence[Line], index: int, titled: bool) -> list[Piece]:
    """Return the pieces of a name that stands alone between title or cover and the text."""
    line = lines[index]
    above = (is_cover(x) or is_date(x.text) or facts_of(x) for x in lines[:index])
    first = titled and all(above) and len(lines) > 1
    plain = not (line.headed or line.mark == "item" or _TWICE.fullmatch(line.text))
    named = is_person(line.text) or is_lone_name(line.text)
    told = first and plain and named and not is_cover(line)  # "BUNGA RAMPAI ESAI"
    return _named(line, 0.7) if told else []


def _named(line: Line, sure: float) -> list[Piece]:
    text = line.text.lstrip("*_")
    start = line.end - len(text)
    pieces = content_pieces(text, start, line.end, sure)
    pieces = filled(pieces, line.piece("byline", "byline", sure))
    return [piece._replace(rule="byline_block") for piece in pieces]
