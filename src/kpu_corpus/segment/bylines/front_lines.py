"""What a line above a text says: itself, with the lines around it, or as a name by its looks."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from kpu_corpus.segment.bylines.byline import (
    BARE_OPENING,
    byline,
    date_pieces,
    filled,
    is_date,
    marked_author,
    role_pieces,
    tells,
)
from kpu_corpus.segment.bylines.covers import cover_pieces, is_cohort, is_cover, is_group, is_sort
from kpu_corpus.segment.bylines.credits import credit
from kpu_corpus.segment.bylines.facts import facts_of, is_time
from kpu_corpus.segment.bylines.forms import is_beside_labels, is_subject, is_unfilled
from kpu_corpus.segment.bylines.guesses import TWICE, above_role, alone, are_names, told_below
from kpu_corpus.segment.bylines.identity import IDENTITY, bare_label, heads_text, label_of, labelled
from kpu_corpus.segment.bylines.letters import is_greeting, letterhead
from kpu_corpus.segment.bylines.name_lines import is_another, name_line, named_pieces, tells_author
from kpu_corpus.segment.bylines.offices import is_agency, is_at_place, is_office
from kpu_corpus.segment.bylines.work import NUMBER_LINE, is_occupation, is_role
from kpu_corpus.segment.lines import (
    WRITER,
    Line,
    Piece,
    ends_sentence,
    is_running,
    is_short,
    is_text,
    unmarked,
)
from kpu_corpus.segment.names import is_name
from kpu_corpus.segment.pictures import is_caption

# An address of mail: alone, or behind the word for it and what else is said of an author.
_MAIL = re.compile(
    r"(?:.{0,200}\b(?:e-?mail|surel|korespondensi)\b[\s:]{0,5})?[(*]?[\w.+-]{1,60}@[\w.-]{1,60}[.)*]?",
    re.IGNORECASE,
)
_IS_WRITER = re.compile(r"[(*]*penulis (?:adalah|ialah|merupakan)\b", re.IGNORECASE)
# No sentence, and nothing that is said: "(Narasumber Kelas Penulisan Esai 2025)".
_IN_PARENTHESES = re.compile(r"\((?=[A-Z])(?:[^()\"“”]|\([^()]*\))*[^()\"“”.!?…]\)")
# Where a site has filed a text, and how many wrote or sent something: "in Opini", "0".
_FILED = re.compile(r"in(?: (?:[A-Z]\w{2,20}|&|dan)){1,4}|\d{1,4}(?: \d{1,4})?")
_CLOCK = re.compile(r"\d{1,2}[.:]\d\d [AP]M")  # of a post, as blogs in English have it
_NO_LABELS = ("cover", "letterhead")  # below which no name is expected
SHOWN_WORDS = 4  # that a caption and the name of its picture open with


class Place(NamedTuple):
    """A line above a text, the lines around it and what those above it have told."""

    lines: Sequence[Line]
    place: int
    before: list[list[Piece]]
    titled: bool

    @property
    def line(self) -> Line:
        return self.lines[self.place]

    @property
    def author(self) -> bool:
        """Whether an author is told above."""
        return tells(self.before, "author")


def _dated(at: Place) -> list[Piece]:
    """Return the pieces of a date, or of who wrote and the date: "Rina Marlina - Senin, 2 Juni"."""
    line = at.line
    if line.mark != "date" and not (is_short(line, 12) and is_date(line.text)):
        return []
    facts = facts_of(line)
    named = tells([facts], "author") and not TWICE.match(line.text)
    return facts if named else date_pieces(line)


def _marked(at: Place) -> list[Piece]:
    """Return the pieces of a line that the file marks as the author."""
    line = at.line
    if line.mark != "author" or not is_short(line):
        return []
    return byline(line) or name_line(line) or marked_author(line)


def _said(at: Place) -> list[Piece]:
    """Return the pieces of a line that has a label, or the word for who wrote."""
    line = at.line
    own = labelled(line) or _by_and_date(line) or byline(line)
    members = is_group(line) and line.text.endswith(":")
    # "Disusun oleh Kelompok 4:" tells the group, and so does "Kelompok 4:" above its members
    if members or own == [line.piece("byline", "byline", 1.0)]:
        told = cover_pieces(line, "byline")
        return [x if x.kind == "field" else x._replace(rule="byline") for x in told]
    return own


def _of_letter(at: Place) -> list[Piece]:
    return letterhead(at.lines, at.place, at.before, titled=at.titled)


def _captioned(at: Place) -> list[Piece]:
    """Return the piece of a caption, or of a line above one that says the same of the picture."""
    after = at.lines[at.place + 1 : at.place + 2]
    opens = at.line.text.split()[:SHOWN_WORDS]
    again = is_short(at.line) and any(x.text.split()[:SHOWN_WORDS] == opens for x in after)
    shows = is_caption(at.line) or (again and len(opens) == SHOWN_WORDS and is_caption(after[0]))
    return [at.line.piece("chrome", "caption", 0.8)] if at.titled and shows else []


def _credited(at: Place) -> list[Piece]:
    """Return the pieces of whose a text or its picture is, below a title or what else tells."""
    return credit(at.line) if at.titled or at.before else []


def _of_form(at: Place) -> list[Piece]:
    """Return the piece of what else a form says: no value, or one that is kept nowhere."""
    line, begun = at.line, bool(at.before)
    told = ((at.titled or begun) and heads_text(line)) or is_unfilled(at.lines, at.place)
    told = told or (begun and (is_sort(line) or is_time(line) or is_subject(at.lines, at.place)))
    told = told or (at.titled and _CLOCK.fullmatch(line.text) is not None)
    told = told or (at.titled and begun and _FILED.fullmatch(line.text) is not None)
    told = told or NUMBER_LINE.fullmatch(line.text) is not None
    told = told or is_beside_labels(at.lines, at.place, at.titled)
    return [line.piece("byline", "identity", 0.9)] if told else []


def _below_label(at: Place) -> list[Piece]:
    """Return the pieces of a name below the word for who wrote."""
    line = at.line
    above = [pieces[-1] for pieces in at.before if pieces[0].rule not in _NO_LABELS]
    if at.author or not above or above[-1].kind != "byline":
        return []
    return named_pieces(line, 0.95) if is_name(line.text) or is_another(line) else []


def _below_author(at: Place) -> list[Piece]:
    """Return the pieces of what stands below an author: what one is, an address, another name."""
    line = at.line
    if not at.author:
        return []
    if bare_label(line) == "author":  # below the name, on pages of newspapers
        return [line.piece("byline", "identity", 0.9)]
    if _IS_WRITER.match(line.text) and is_short(line):
        return role_pieces(line.text, line.start, line.end, 0.9)
    role = unmarked(line)
    if is_agency(role.text) and not line.headed:
        return filled([role.piece("unit", "office", 0.8)], line.piece("byline", "byline", 0.8))
    works = (at.titled or not line.apart) and is_occupation(role)
    if is_role(role) or works or is_another(line):
        pieces = role_pieces(role.text, role.start, role.end, 0.9)
        return filled(pieces, line.piece("byline", "byline", 0.9))
    if at.titled and are_names(at.lines[at.place :]):  # who wrote it, too, or a place
        return [line.piece("byline", "byline_block", 0.7)]
    if _IN_PARENTHESES.fullmatch(line.text) and is_short(line) and not WRITER.search(line.text):
        return role_pieces(line.text, line.start, line.end, 0.8)  # what one is, where it was told
    mail = "@" in line.text and _MAIL.fullmatch(line.text)  # whose the address is, as in journals
    return [line.piece("byline", "identity", 0.9)] if mail else []


def _office(at: Place) -> list[Piece]:
    """Return the piece of an office at a place right above a text that nobody signed."""
    line, below = at.line, at.lines[at.place + 1 : at.place + 2]
    above = at.titled and is_short(line) and not line.headed and any(map(is_running, below))
    told = above and is_office(line.text) and is_at_place(line.text)
    return [unmarked(line).piece("unit", "office", 0.8)] if told else []


def _on_cover(at: Place) -> list[Piece]:
    told = at.titled and _of_cover(at.lines, at.place, author=at.author)
    return cover_pieces(at.line, "byline") if told else []


def _of_site(at: Place) -> list[Piece]:
    """Return the pieces of a date and the site's account, perhaps, where the author is told."""
    facts = [] if name_line(at.line) else facts_of(at.line)
    if not facts or not (at.author or told_below(at.lines, at.place)):
        return []
    return [p._replace(kind="byline") if p.kind == "author" else p for p in facts]


def _guessed(at: Place) -> list[Piece]:
    """Return the pieces of a name that nothing but its looks and its place tells."""
    line, lines, index = at.line, at.lines, at.place
    if at.author or is_greeting(line):
        return []
    guess = name_line(line) or facts_of(line) or above_role(lines, index)
    guess = guess or alone(lines, index, at.titled)
    return [] if guess and told_below(lines, index) else guess


def _twice(at: Place) -> list[Piece]:
    """Return the piece of a line that stands twice above the text or byline: of a picture."""
    line, near = at.line, at.lines[max(at.place - 1, 0) : at.place + 3]
    plain = at.titled and at.before and not (line.headed or is_text(line))
    said = ends_sentence(line.text)
    rows = zip(near, near[1:], near[2:], strict=False)
    same = (text for x, y, text in rows if x.text == y.text == line.text)
    twice = any(byline(text) or (is_running(text) and not said) for text in same)
    return [line.piece("chrome", "caption", 0.8)] if plain and twice else []


# What a line may be, the surest first: what it says itself, what the lines around it make of it,
# and last what a name alone may be.
_RULES: tuple[Callable[[Place], list[Piece]], ...] = (
    _dated,
    _marked,
    _said,
    _of_letter,
    _captioned,
    _credited,
    _of_form,
    _below_label,
    _below_author,
    _office,
    _on_cover,
    _of_site,
    _guessed,
    _twice,
)


def line_pieces(at: Place) -> list[Piece]:
    """Return the pieces of a line by the first rule that it follows, or nothing."""
    return next((pieces for rule in _RULES if (pieces := rule(at))), [])


def _by_and_date(line: Line) -> list[Piece]:
    """Return the pieces of a line that opens with who wrote and goes on to say when."""
    facts = facts_of(line) if BARE_OPENING.match(line.text) else []
    return facts if tells([facts], "author") else []


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


def _names_author(line: Line) -> bool:
    label = bare_label(line) or next(iter(label_of(line) or ()), "")
    return label in IDENTITY or tells_author(line) or is_another(line)
