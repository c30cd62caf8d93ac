"""What a stop's own chunk and the next one show; computed when needed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from kpu_corpus.ground.arrays import Growing, Longs
from kpu_corpus.indonesian.batch.chunks.splitting import in_a_row
from kpu_corpus.indonesian.batch.plain import plain_after, plain_stops
from kpu_corpus.indonesian.batch.readings import COUNT, ROW, Readings
from kpu_corpus.indonesian.lists.abbreviations import (
    COMPANIES,
    LEADING,
    OPENERS,
    TRAILING,
    TYPED_DEGREES,
    WORDS_TOO,
)
from kpu_corpus.indonesian.sentences.quotations import CLOSING
from kpu_corpus.indonesian.sentences.sentences import ALNUM, STOP
from kpu_corpus.indonesian.sentences.stops import (
    INITIALS,
    LETTERS,
    SHORT_WITH_STOP,
    THOUSANDS,
    flat_note_end,
    glued,
    note_end,
    opens_sentence,
    skip_opening,
)
from kpu_corpus.indonesian.sentences.unit_kinds import MARKER

# Rules: when a stop ends its unit.
NEVER, HERE, UNSURE = 0, 1, 2  # without a look at what follows
OPEN = 3  # nothing but what opens a sentence stands after it in its chunk: `bangsa.-`
PLAIN, OPENER, COMPANY, LIST, LETTER, NAME, INITIAL = 4, 5, 6, 7, 8, 9, 10  # by the next chunk

# Bits beside the rule.
BARE = 1  # no letter or digit since the stop before
PARENTHESIS = 2  # closed by a parenthesis
WORD = 4  # one full stop after a word too long for an abbreviation
DIGIT = 8  # a full stop after a digit
CLOSES_LIST = 16  # `dll.`: ends its unit before a list marker
ANY_CAPITAL = 32  # of OPEN: a capital after it begins a sentence, `bangsa.-` before `KPU` too
CAPITALISED = 64  # of OPEN: one before a small letter does, `1.000.-` before `Kami`

# Bits of the chunk that follows.
UNCLEAR = 1
LOWER = 2
UPPER = 4
NUMBER = 8
THOUSAND = 16
OPENING_WORD = 32
CAPITAL = 64
COMPANY_NAME = 128
MARKS = 256
SMALL_SECOND = 512
HEAD = 1024  # times the signs that open a sentence before its first letter


class StopRow(NamedTuple):
    """One run of stops in a chunk; places are counted from the head of the chunk."""

    start: int
    end: int
    close: int
    rule: int
    bits: int


class StopForms:
    """Stops by form; a reading is ``2 * form``, and one more where a number follows."""

    def __init__(self, readings: Readings) -> None:
        self.forms, self.readings = readings.forms, readings
        self._stops = Growing(np.int64, 2)
        self._after = Growing(np.int64)
        self._rows = Growing(np.int64, 5)

    @property
    def table(self) -> Longs:
        """``place`` and ``count`` of every reading."""
        return self._stops.rows

    @property
    def place(self) -> Longs:
        """The first row of every reading, -1 before it was looked at."""
        return self.table[:, 0]

    @property
    def count(self) -> Longs:
        """How many rows every reading has."""
        return self.table[:, 1]

    @property
    def rows(self) -> Longs:
        """Stops; the columns are those of ``StopRow``."""
        return self._rows.rows

    @property
    def after(self) -> Longs:
        """What a stop asks of every form, where it follows one; -1 before it was looked at."""
        return self._after.rows

    def grow(self) -> None:
        """Make room for the forms that came since the last time."""
        grown = len(self.forms.flags) - len(self._after)
        self._stops.extend(np.full((2 * grown, 2), -1))
        self._after.extend(np.full(grown, -1))

    def look(self, readings: Longs, following: Longs) -> None:
        """Look at some readings and following forms, each given once."""
        self._look_at(readings)
        self._look_after(following)

    def _look_at(self, readings: Longs) -> None:
        self.readings.look()
        chunks = self._chunks(readings >> 1)
        of = self.readings.of.rows[readings].astype(np.int64)
        first, count = of[:, ROW].copy(), of[:, COUNT].copy()
        told = plain_stops(in_a_row(chunks), self.readings.words.rows, first, count)
        self._keep(readings[told.plain], told.size[told.plain], told.rows)
        doubtful = told.doubtful
        tokens = self.readings.tokens(readings[doubtful])
        pairs = zip(doubtful.tolist(), tokens, strict=True)
        found = [stop_rows(chunks[at], places) for at, places in pairs]
        rows = np.array([row for rows in found for row in rows], np.int64).reshape(-1, 5)
        self._keep(readings[doubtful], np.array([*map(len, found)], np.int64), rows)

    def _keep(self, readings: Longs, count: Longs, rows: Longs) -> None:
        """Take in the rows of some readings, one after the other."""
        place = len(self._rows) + np.cumsum(count) - count
        self._stops.rows[readings] = np.column_stack([place, count])
        self._rows.extend(rows)

    def _look_after(self, forms: Longs) -> None:
        chunks = self._chunks(forms)
        after = plain_after(in_a_row(chunks))
        doubtful = np.flatnonzero(after < 0)
        after[doubtful] = [after_bits(chunks[at]) for at in doubtful.tolist()]
        self._after.rows[forms] = after

    def _chunks(self, forms: Longs) -> list[str]:
        chunks = self.forms.splitter.forms
        return [chunks[form] for form in forms.tolist()]


def stop_rows(form: str, tokens: Sequence[tuple[int, int]]) -> list[StopRow]:
    """Return the runs of stops in a chunk, given the places of its words."""
    rows: list[StopRow] = []
    free = 0
    for match in STOP.finditer(form):
        start, end = match.span()
        close = end
        while close < len(form) and form[close] in CLOSING:
            close += 1
        token = next((token for token in reversed(tokens) if token[0] <= start), None)
        bits = BARE * (ALNUM.search(form, free, start) is None)
        bits |= PARENTHESIS * (form[close - 1] == ")")
        flat = None
        if close < len(form):
            flat = flat_note_end(form, start, len(form), token) if close == start + 1 else None
            close = note_end(form, close, len(form)) if flat is None else flat
        bits |= DIGIT * (form[start] == "." and form[start - 1 : start].isdigit())
        if token is not None and token[1] == start and close == start + 1 and form[start] == ".":
            bits |= WORD * (token[1] - token[0] >= 4 and form[start - 1].islower())
        rule = _rule(form, start, end, close, token) if flat is None else LIST
        if rule == OPEN and token is not None:
            own = _before_capital(form, start, token)
            rule, bits = (OPEN, bits | own) if own else (NEVER, bits)
        if free and rule != NEVER and (bits & BARE or _at_marker(form, free, end)):
            rule = UNSURE
        if rule == LIST and flat is None and token is not None:
            bits |= CLOSES_LIST * (form[token[0] : token[1] - 1] in TRAILING)
        rows.append(StopRow(start, end, close, rule, bits))
        free = close if rule == HERE else free
    return rows


def _at_marker(form: str, free: int, end: int) -> bool:
    """Whether a unit that begins inside the chunk is only a list marker so far: `kita.H. Ia`."""
    marker = MARKER.match(form + " ", free)
    return marker is not None and marker.end() >= end


def _rule(form: str, start: int, end: int, close: int, token: tuple[int, int] | None) -> int:
    shortened = False
    if token is not None and start < token[1]:
        if token[1] != start + 1:
            return NEVER
        shortened = end == token[1]
    if close == len(form):
        return _shortened_rule(form, token) if shortened and token is not None else PLAIN
    head = skip_opening(form, close, len(form))
    if head == len(form):
        return NEVER if shortened else OPEN
    if start == 0:  # `bangsa .Kami`
        return UNSURE if opens_sentence(form, head) else NEVER
    if shortened or not form[head].isupper():
        return NEVER
    if token is None:
        return UNSURE  # the word before it stands in another chunk
    return HERE if glued(form, start, head, token) else NEVER


def _before_capital(form: str, start: int, token: tuple[int, int]) -> int:
    """Which capitals begin a sentence after a stop that stands behind a word: as ``glued``."""
    if token[1] == start and token[1] - token[0] < 2:
        return 0
    kinds = ((ANY_CAPITAL, "X"), (CAPITALISED, "Xx"))
    return sum(
        bit for bit, word in kinds if glued(form[: start + 1] + word, start, start + 1, token)
    )


def _shortened_rule(form: str, token: tuple[int, int]) -> int:
    """What must follow an abbreviation that also ends its sentence."""
    name = form[token[0] : token[1] - 1]
    low = name.lower()
    if name in COMPANIES:
        return COMPANY
    if low in TRAILING:
        return LIST
    if len(name) == 1:
        return LETTER if token[0] == 0 else OPENER
    if low in LEADING:
        return OPENER if name.isupper() or name in WORDS_TOO else NEVER
    if "." not in name:
        return NAME if name.islower() or name in TYPED_DEGREES else OPENER
    if name.islower():
        return OPENER
    if not INITIALS.fullmatch(name):
        return NAME
    if token[0] == 0:
        return INITIAL
    return NAME if form[token[0] - 1] == "," else OPENER


def after_bits(form: str) -> int:
    """Return what a stop asks of the chunk after it."""
    head = skip_opening(form, 0, len(form))
    if head == len(form):
        return UNCLEAR
    first = form[head]
    match = LETTERS.match(form, head)
    word = match.group() if match else ""
    upper = word[:1].isupper()
    return (
        LOWER * first.islower()
        | UPPER * upper
        | NUMBER * first.isdigit()
        | THOUSAND * (THOUSANDS.match(form, head) is not None)
        | OPENING_WORD * (upper and word.lower() in OPENERS)
        | CAPITAL * (upper and SHORT_WITH_STOP.match(form, head) is None)
        | COMPANY_NAME * (word in COMPANIES)
        | MARKS * (head > 0)
        | SMALL_SECOND * form[head + 1 : head + 2].islower()
        | HEAD * head
    )
