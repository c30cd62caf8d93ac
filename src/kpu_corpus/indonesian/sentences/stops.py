"""Whether a full stop, question mark or exclamation mark ends a sentence of Indonesian."""

from __future__ import annotations

import re
from typing import NamedTuple

from kpu_corpus.indonesian.lists.abbreviations import (
    COMPANIES,
    LABELLED,
    LEADING,
    NUMBERED_NOUNS,
    OPENERS,
    SHORTENED,
    TRAILING,
    TYPED_DEGREES,
    WORDS_TOO,
)
from kpu_corpus.indonesian.words import TOKEN

OPENING = 8
"""How far, in characters, what opens a sentence is looked through for its first letter."""
_OPENING = "\"'“‘„«([{*_-–—`¿¡#"
LETTERS = re.compile(r"[^\W_]+")
SHORT_WITH_STOP = re.compile(r"\w{1,4}\.")
THOUSANDS = re.compile(r"\d{3}(?!\d)")
INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]")
_NOTE = re.compile(r"(?:\[\d{1,3}(?:[,–-]\d{1,3})*\])+|[¹²³⁰⁴-⁹]+")
_FLAT_NOTE = re.compile(r"\d{1,2}(?=\s|$)")
_PARENTHESES = re.compile(r"\([^()]{0,200}([^()])\)")
_NOTED_WORD, _LONG_WORD = 3, 16


class Stop(NamedTuple):
    """A run of stops ``start:end``, what belongs to it up to ``close``, the next visible place.

    Closing marks and marks of footnotes belong to it. ``listed`` tells that a list marker stands at
    that place.
    """

    start: int
    end: int
    close: int
    following: int
    listed: bool


def ends_unit(text: str, stop: Stop, line_end: int, token: tuple[int, int] | None) -> bool:
    """Whether ``stop`` ends a unit, given the token at or before it and the end of its line."""
    if stop.following >= line_end:
        return False
    short = ""  # the abbreviation that the stop belongs to
    if token is not None and token[0] <= stop.start < token[1]:
        if token[1] != stop.start + 1:
            return False  # 725.663, kpu.go.id
        short = text[token[0] : stop.start] if stop.end == token[1] else ""
    if stop.listed and (not short or short in TRAILING):
        return True
    head = skip_opening(text, stop.following, line_end)
    first = text[head : head + 1]
    gap = text[stop.close : stop.following]
    if not gap:
        return not short and glued(text, stop.start, head, token)
    if first.islower():
        return not short and (_is_paragraph(gap) or _plain_end(text, stop, token))
    if short:
        begin, opening = stop.start - len(short), stop.following < head
        named = _in_parentheses(text, stop.following)
        return not named and _abbreviation_ends(text, short, begin, head, opening)
    if first.isdigit() and text[stop.start] == "." and text[stop.start - 1 : stop.start].isdigit():
        return THOUSANDS.match(text, head) is None
    return True


def skip_opening(text: str, position: int, end: int) -> int:
    limit = min(end, position + OPENING)
    while position < limit and (text[position] in _OPENING or text[position].isspace()):
        position += 1
    return position


def note_end(text: str, close: int, end: int) -> int:
    """Where the marks of footnotes behind a stop and its closing marks end: `siap.[1][2] Kami`."""
    match = _NOTE.match(text, close, end)
    return match.end() if match else close


def flat_note_end(text: str, stop: int, end: int, token: tuple[int, int] | None) -> int | None:
    """Where a mark of a footnote that is no longer raised ends: `integritas.1 Kami`.

    A figure of one or two digits behind the full stop of a word in small letters that takes no
    number; what follows it must begin with a capital.
    """
    if token is None or token[1] != stop or token[1] - token[0] < _NOTED_WORD:
        return None
    word = text[token[0] : token[1]]
    if not word[-1].islower() or word.lower() in NUMBERED_NOUNS or text[stop] != ".":
        return None
    match = _FLAT_NOTE.match(text, stop + 1, end)
    return match.end() if match else None


def _is_paragraph(gap: str) -> bool:
    """Lost paragraph breaks are left as runs of blanks."""
    return len(gap) >= 3 or gap.count("\xa0") >= 2 or "\t" in gap


def _plain_end(text: str, stop: Stop, token: tuple[int, int] | None) -> bool:
    """`kami siap. kita maju`: one full stop after a word too long for an abbreviation."""
    if token is None or token[1] != stop.start or stop.close != stop.start + 1:
        return False
    return text[stop.start] == "." and token[1] - token[0] >= 4 and text[stop.start - 1].islower()


def _in_parentheses(text: str, start: int) -> bool:
    """Whether something in parentheses that is no sentence begins: `Rina, S.H. (Ketua KPU)`."""
    match = _PARENTHESES.match(text, start)
    return match is not None and match[1] not in ".!?"


def glued(text: str, stop: int, head: int, token: tuple[int, int] | None) -> bool:
    """`bangsa.Kami`: no blank between a word of two letters or more and a capitalised word.

    `bangsa .Kami` has it on the wrong side; only words that open sentences tell that from a speck.
    """
    before, first, second = text[stop - 1 : stop], text[head : head + 1], text[head + 1 : head + 2]
    if not first.isupper():
        return False
    if before.isspace():
        word = text[max(0, stop - _LONG_WORD) : stop - 1]
        return opens_sentence(text, head) and _is_word(word)
    if token is None or stop == 0 or (token[1] == stop and token[1] - token[0] < 2):
        return False
    return before.islower() or (second.islower() and (before.isalnum() or before in ")%”\"'’"))


def _abbreviation_ends(text: str, name: str, begin: int, head: int, opening: bool) -> bool:
    """Whether an abbreviation also ends its sentence, before something not lower-case."""
    word = LETTERS.match(text, head)
    after = word.group() if word else ""
    opener = after.lower() in OPENERS
    capital = after[:1].isupper() and SHORT_WITH_STOP.match(text, head) is None
    if name in COMPANIES:
        return capital and not opening and after not in COMPANIES
    if name.lower() in TRAILING:
        return after[:1].isupper() and not opening
    if len(name) == 1:
        before = text[max(0, begin - 30) : begin].split()
        return opener or (bool(before) and before[-1].lower() in LABELLED)
    if name.lower() in LEADING:
        return opener and (name.isupper() or name in WORDS_TOO)
    if "." not in name:
        closes = name.islower() or name in TYPED_DEGREES
        return opener or (capital and closes)  # `anggota kpps. Warga`, `Budi, SH. Warga`
    if name.islower():
        return opener  # a.n., d.a.
    # M.Si. closes a name; S.H. does after a comma, else it may be the initials of a name.
    behind_comma = text[max(0, begin - 2) : begin].rstrip().endswith(",")
    closes_name = not INITIALS.fullmatch(name) or behind_comma
    return opener or (closes_name and capital)


def opens_sentence(text: str, head: int) -> bool:
    """Whether a word that opens sentences, written with a capital, stands at a place."""
    word = LETTERS.match(text, head)
    return word is not None and text[head].isupper() and word.group().lower() in OPENERS


def _is_word(before: str) -> bool:
    """Whether what stands before a blank and a stop ends in a word that is no abbreviation."""
    word = (before.split() or [""])[-1]
    return len(word) > 1 and word.isalnum() and word.lower() not in SHORTENED


class Cursor:
    """The token at or before rising places of a text, read once from left to right."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.seen, self.end = text, start, end
        self.last: tuple[int, int] | None = None
        self._restart(start)

    def _restart(self, position: int) -> None:
        self.tokens = TOKEN.finditer(self.text, position, self.end)
        self.ahead = next(self.tokens, None)

    def at(self, place: int) -> tuple[int, int] | None:
        """The span of the last token that begins at or before ``place``."""
        # Tokens hold no white space, so reading may start anew after the last blank.
        text = self.text
        blank = max(text.rfind(" ", self.seen, place), text.rfind("\n", self.seen, place))
        if blank >= 0 and self.ahead is not None and blank > self.ahead.start():
            self.last = None
            self._restart(blank + 1)
        while self.ahead is not None and self.ahead.start() <= place:
            self.last = self.ahead.span()
            self.ahead = next(self.tokens, None)
        self.seen = max(self.seen, place)
        return self.last
