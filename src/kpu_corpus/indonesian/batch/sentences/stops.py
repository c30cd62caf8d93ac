"""Which stops end a unit, for many lines at once, and which lines need a closer look."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from kpu_corpus import native
from kpu_corpus.ground.arrays import Bools, Longs, ranges
from kpu_corpus.indonesian.batch.chunks.characters import BLANKS
from kpu_corpus.indonesian.batch.chunks.chunks import Block
from kpu_corpus.indonesian.batch.chunks.flags import (
    ALNUM,
    COMMA,
    LABEL,
    NEEDS_BLANK,
    NUMBERED,
    STOP,
)
from kpu_corpus.indonesian.batch.sentences import stop_forms as rules
from kpu_corpus.indonesian.batch.sentences.ahead import Read, found_stops
from kpu_corpus.indonesian.batch.sentences.enclosures import EnclosureColumns, enclosure_columns
from kpu_corpus.indonesian.batch.sentences.ends import Ends, found_ends
from kpu_corpus.indonesian.batch.sentences.lines import Lines
from kpu_corpus.indonesian.batch.sentences.markers import Markers
from kpu_corpus.indonesian.batch.sentences.stop_forms import StopForms
from kpu_corpus.indonesian.sentences.stops import OPENING

_NEAR = 6  # a list marker before a stop is looked for this near to the head of its unit
_NONE = np.zeros(0, np.int64)


class _Stops(NamedTuple):
    """Stops by place: ``chunk`` and ``after`` are rows of chunks, places are in the block."""

    chunk: Longs
    after: Longs
    head: Longs
    start: Longs
    end: Longs
    close: Longs
    rule: Longs
    bits: Longs
    last: Bools


def stop_columns(
    block: Block,
    stops: StopForms,
    lines: Lines,
    markers: Markers,
    kept: Bools,
) -> tuple[Ends, Bools]:
    """Return where units end inside the ``kept`` lines, and which lines this does not settle."""
    compiled = native.library()
    if compiled is not None:
        read = found_stops(compiled, block, stops, lines, kept)
        return found_ends(compiled, block, stops, lines, markers, kept, read)
    read = _read(block, stops, lines, kept)
    found = _stops(block, stops, lines, read)
    around = enclosure_columns(block, lines, kept)
    ends, unsure = _decided(block, found, _following(block, stops, lines, found))
    listed = markers.listed[found.after] & (found.rule >= rules.PLAIN) & ~found.last
    closing = listed & ((found.rule == rules.PLAIN) | (found.bits & rules.CLOSES_LIST != 0))
    ends |= closing
    unsure &= ~closing
    held = around.hold(found.start, found.close) | markers.counted[found.chunk]
    ends &= ~held
    unsure &= ~held
    unsure |= _beside_quotation(block, found, around)
    heads = np.zeros(len(block.start) + 1, bool)
    heads[found.after[ends & (found.rule != rules.HERE)]] = True
    heads[lines.first] = True
    heads |= markers.sure
    unsure |= ends & (found.bits & rules.PARENTHESIS != 0)
    unsure |= ends & (found.bits & rules.BARE != 0) & ~_goes_on(block, found, heads)
    bare, doubtful = _bare_markers(block, lines, found, ends & heads[found.chunk])
    unsure |= doubtful
    ends &= ~bare
    unsettled = np.zeros(len(kept), bool)
    unsettled[lines.at(found.chunk[unsure])] = True
    return _ends(block, lines, markers, kept, found, ends, listed), unsettled


def _ends(
    block: Block,
    lines: Lines,
    markers: Markers,
    kept: Bools,
    found: _Stops,
    ends: Bools,
    listed: Bools,
) -> Ends:
    sure = np.flatnonzero(markers.sure)
    sure = sure[kept[lines.at(sure)]]
    following = np.where(found.rule == rules.HERE, found.close, block.start[found.after])
    return Ends(
        np.append(lines.at(found.chunk[ends]), lines.at(sure)),
        np.append(found.close[ends], block.end[sure - 1]),
        np.append(following[ends], block.start[sure]),
        np.append(listed[ends], np.ones(len(sure), bool)),
    )


def _read(block: Block, stops: StopForms, lines: Lines, kept: Bools) -> Read:
    """The chunks with stops of some lines; what the chunks after them tell is looked up."""
    chunk = block.noted.having(STOP)
    line = lines.at(chunk)
    chunk, line = chunk[kept[line]], line[kept[line]]
    last = lines.last[line]
    form = block.form[chunk]
    numbered = (block.forms.flags[form] & NUMBERED != 0) & (chunk < last)
    numbered[numbered] = block.before_number(block.end[chunk[numbered]])
    reading = 2 * form + numbered
    after = ahead = np.minimum(chunk + 1, last)
    stops.grow()
    stops.look(np.unique(reading[stops.place[reading] < 0]), _NONE)
    while len(ahead):
        following = block.form[ahead]
        stops.look(_NONE, np.unique(following[stops.after[following] < 0]))
        unclear = (stops.after[following] & rules.UNCLEAR != 0) & (ahead < last)
        unclear &= block.start[ahead] - block.start[after] <= OPENING
        after, ahead, last = after[unclear], ahead[unclear] + 1, last[unclear]
    return Read(chunk, line, reading)


def _stops(block: Block, stops: StopForms, lines: Lines, read: Read) -> _Stops:
    chunk, final = read.chunk, lines.last[read.line] == read.chunk
    after = np.where(final, chunk, chunk + 1)
    count = stops.count[read.reading]
    place = stops.place[read.reading]
    row = stops.rows[ranges(place, place + count)].T
    chunk, after, final = (np.repeat(column, count) for column in (chunk, after, final))
    head = block.start[chunk]
    return _Stops(
        chunk, after, head, head + row[0], head + row[1], head + row[2], row[3], row[4], final
    )  # fmt: skip


def _following(block: Block, stops: StopForms, lines: Lines, found: _Stops) -> Longs:
    """What stops ask of the chunk after them; those of opening marks only are looked through."""
    after = stops.after[block.form[found.after]]
    row = np.flatnonzero((after & rules.UNCLEAR != 0) & ~found.last)
    chunk, last = found.after[row], lines.last[lines.at(found.chunk[row])]
    while len(row):
        after[row[chunk == last]] = rules.MARKS  # the line has nothing else
        row, chunk, last = (column[chunk < last] for column in (row, chunk, last))
        chunk = chunk + 1
        beyond = stops.after[block.form[chunk]]
        marked = beyond & (rules.UNCLEAR | rules.MARKS) != 0
        place = np.where(marked, block.end[chunk], block.start[chunk])
        near = place - block.start[found.after[row]] <= OPENING
        after[row[near]] = beyond[near] | rules.MARKS
        near &= beyond & rules.UNCLEAR != 0
        row, chunk, last = row[near], chunk[near], last[near]
    return after


def _decided(block: Block, found: _Stops, after: Longs) -> tuple[Bools, Bools]:
    """Whether stops end their unit by the rule of their chunk, and where that is not told."""
    rule = np.where(found.last & (found.rule >= rules.OPEN), rules.NEVER, found.rule)

    def has(bit: int) -> Bools:
        held: Bools = after & bit != 0
        return held

    opener, capital, lower = has(rules.OPENING_WORD), has(rules.CAPITAL), has(rules.LOWER)
    unmarked = ~has(rules.MARKS)
    labelled, comma, alone = _before(block, found)
    split_number = has(rules.NUMBER) & (found.bits & rules.DIGIT != 0)
    lower_end = _paragraph(block, found) | (found.bits & rules.WORD != 0)
    answers = {
        rules.NEVER: np.zeros(len(rule), bool),
        rules.HERE: np.ones(len(rule), bool),
        rules.UNSURE: np.zeros(len(rule), bool),
        rules.OPEN: np.zeros(len(rule), bool),
        rules.PLAIN: np.where(lower, lower_end, ~(split_number & has(rules.THOUSAND))),
        rules.OPENER: opener,
        rules.COMPANY: capital & unmarked & ~has(rules.COMPANY_NAME),
        rules.LIST: has(rules.UPPER) & unmarked,
        rules.LETTER: opener | (labelled & ~lower),
        rules.NAME: opener | capital,
        rules.INITIAL: opener | (comma & capital),
    }
    ends = np.choose(rule, list(answers.values()))
    unsure = (rule == rules.UNSURE) | ((rule >= rules.OPEN) & has(rules.UNCLEAR))
    unsure |= (rule == rules.OPEN) & has(rules.UPPER)  # `bangsa.-Kami`
    shortened = (rule >= rules.OPENER) & (rule != rules.COMPANY) & (rule != rules.LIST)
    unsure |= shortened & ~unmarked & ~lower  # `S.H. (Ketua`, `huruf B. (2020)`
    unsure |= alone & ((rule == rules.LETTER) | (rule == rules.INITIAL))
    return ends, unsure


def _before(block: Block, found: _Stops) -> tuple[Bools, Bools, Bools]:
    """Whether the chunk before is a label, ends in a comma; and where that cannot be told."""
    chunk, before = found.chunk, np.maximum(found.chunk - 1, 0)
    flags = block.flags(before)
    near = block.start[chunk] - block.end[before] == 1
    alone = ~near | (block.stretch(before) != block.stretch(chunk))
    return flags & LABEL != 0, near & (flags & COMMA != 0), alone


def _paragraph(block: Block, found: _Stops) -> Bools:
    """Lost paragraph breaks are left as runs of blanks."""
    close = found.close
    size = block.start[found.after] - close
    first = block.codes[close]
    second = block.codes[np.minimum(close + 1, len(block.codes) - 1)]
    tab = (first == 0x09) | ((size == 2) & (second == 0x09))
    lost: Bools = (size >= 3) | tab | ((size == 2) & (first == 0xA0) & (second == 0xA0))
    return lost


def _beside_quotation(block: Block, found: _Stops, around: EnclosureColumns) -> Bools:
    """Where a closing mark may open a quotation, or one stands apart from its stop."""
    inside = np.searchsorted(around.opens, found.end) < np.searchsorted(around.opens, found.close)
    apart = np.isin(block.start[found.after], around.closes) & ~found.last
    beside: Bools = (inside | apart) & (found.rule != rules.NEVER)
    return beside


def _goes_on(block: Block, found: _Stops, heads: Bools) -> Bools:
    """Whether the unit of a stop reaches back to a chunk before that has a letter or digit."""
    before = block.flags(np.maximum(found.chunk - 1, 0))
    goes_on: Bools = ~heads[found.chunk] & (before & ALNUM != 0)
    return goes_on


def _bare_markers(block: Block, lines: Lines, found: _Stops, at_head: Bools) -> tuple[Bools, Bools]:
    """Stops of list markers at the head of a unit; and where the head itself is in doubt."""
    form = block.form[found.chunk]
    size = found.end - found.head
    blank = np.isin(block.codes[block.end[found.chunk]], BLANKS)
    marks = blank | (block.forms.flags[form] & NEEDS_BLANK == 0)
    bare: Bools = at_head & (size <= _NEAR) & (size <= block.forms.marker[form]) & marks
    first = lines.first[lines.at(found.chunk)] == found.chunk
    near = np.zeros(len(block.start) + 1, bool)
    near[found.chunk[bare] + 1] = True
    return bare, bare & ~first & near[found.chunk]
