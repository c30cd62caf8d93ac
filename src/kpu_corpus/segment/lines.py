"""Lines of a source, wrapped ones joined, and what a line shows by itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from kpu_corpus.corpus.sources import Mark
from kpu_corpus.ground.printable import bare
from kpu_corpus.indonesian.sentences.unit_kinds import BULLETS, FUNCTION_WORDS, is_formula
from kpu_corpus.segment.layouts import INSIDE
from kpu_corpus.segment.names import DEGREE_AFTER, ROLE, is_person

BODY_WORDS = 25  # a line at least this long is running text, whatever its end
TITLE_WORDS = 30  # a longer line is running text
SENTENCE_WORDS = 6  # a line this long that ends like a sentence is text
SHORT_WORDS = 20  # of a line that is only a byline
SHORT_SIZE = 300  # characters of such a line, the white space in it included
BESIDE = ("chrome", "margin", "note")  # marks of lines that are no text
CLOSING = "\"'”’)]*_»"
OPENING = "\"'“‘([*_«"
MINOR = FUNCTION_WORDS | frozenset("itu ini to a for".split())  # which titles write small
WRITER = re.compile(r"\b(?:saya|aku|kami|kita)\b", re.IGNORECASE)  # who speaks in a text
_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
# A line drawn around words; that of a mail sent on has more dashes.
_DRAWN_LINE = r"(?:={3,}|~{3,}|\*{3,}|(?<!-)-{3}(?!-))"
_DRAWN = re.compile(rf"{_DRAWN_LINE}\s*(?=[^\W\d_])(?P<text>.*?\w\W?)\s*{_DRAWN_LINE}")
_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_ITEM = re.compile(
    rf"(?:[{''.join(sorted(BULLETS))}·–—-]\s*|\*(?!\*)\s*(?![^*]*\*$)|\(?\d{{1,2}}[.)]\s*|\(?[a-zA-Z][.)]\s+"
    r"|[ivx]{1,4}[.)]\s)\S"
)
# What WhatsApp puts before a message that it exports: "04/08/25 09.15 - Rina Marlina: ", and before
# those that are copied on a computer: "[09.15, 4/8/2025] Rina Marlina: ", or on a phone:
# "[4/8 09.15] Rina Marlina: "; what Telegram puts above those: "Rina Marlina, [04.08.2025 09:15]".
_DAY, _TIME = r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}", r"\d{1,2}[.:]\d\d(?:[.:]\d\d)?(?:\s?[AP]M)?"
STAMP = re.compile(
    rf"\u200e?(?:\[?{_DAY},? (?:pukul )?{_TIME}\]?(?: -)?|\[{_TIME}, {_DAY}\]"
    rf"|\[\d{{1,2}}[/.]\d{{1,2}},? {_TIME}\]) "
    r"(?:\u200e?~? ?(?P<author>[^:\n]{1,60}):\s*)?"
    rf"|(?P<sender>[^][:\n]{{1,60}}), \[{_DAY} {_TIME}\]",
    re.IGNORECASE,
)
_PARENTHESIS = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"[\"“«„][^\"”»]*[\"”»][.!?…]?")
_LABELLED = re.compile(r"[A-Za-z][\w ./-]{0,30}:\s+\S")
# A value below its label, as the columns of a form come out of a PDF: "Nama", ": Rina Marlina".
_VALUE = re.compile(r":\s{0,3}[^\W_]")
_BARE_LABEL = re.compile(r"[A-Za-z][A-Za-z./-]*(?: [A-Za-z./-]+){0,3}")
_BYLINE = re.compile(
    r"[(*_]*(?:(?:di)?(?:susun|tulis)(?:an)? )?(?:oleh|penulis|nama|by)\s*:", re.IGNORECASE
)
_BY = re.compile(r"(?:oleh|by)\s+[A-Z]")
_GLUED = re.compile(r"\b[Oo]leh\b")  # of a byline that may run on into the text
# Lines shorter than this are not wrapped by a program; longer ones neither.
_SHORTEST, _LONGEST = 40, 132
WRAPPED_LINES = 3  # that tell the width
ENDS = ".!?:…"  # of a line that does not go on
STOPS = ".!?…"  # of those the ones of sentences


class Piece(NamedTuple):
    """A stretch of the source: its kind (title, author, body …), its rule and how sure it is."""

    start: int
    end: int
    kind: str
    rule: str
    confidence: float


class Line(NamedTuple):
    """A line of the source, or several that were wrapped, without what is not seen around it.

    ``mark`` and ``level`` are what the file says of it; ``apart`` tells that a blank line, or the
    start of the text, stands above it, or that the file begins a point of a list with it; ``page``
    that a page begins with it.
    """

    start: int
    end: int
    text: str
    words: int
    mark: str = ""
    level: int = 0
    apart: bool = True
    page: bool = False

    @property
    def headed(self) -> bool:
        """Whether the file marks the line as a heading."""
        return self.mark in ("heading", "title")

    def piece(self, kind: str, rule: str, confidence: float) -> Piece:
        """Return the whole line as a piece of one kind."""
        return Piece(self.start, self.end, kind, rule, confidence)

    def part(self, start: int, end: int | None = None) -> Line:
        """Return a stretch of the line as a line of its own, without white space around it."""
        text = self.text[start:end]
        first = self.start + start + len(text) - len(text.lstrip())
        text = text.strip()
        end = first + len(text)
        return self._replace(start=first, end=end, text=text, words=len(text.split()))


def lines_of(text: str, marks: Sequence[Mark] = ()) -> list[Line]:
    """Return the lines of a text that are not blank, in order."""
    found: list[Line] = []
    pages = {mark.start for mark in marks if mark.kind == "page"}
    pending = (mark for mark in marks if mark.start < mark.end)
    mark = next(pending, None)
    before = 0
    for match in _LINE.finditer(text):
        stripped = bare(match[0])
        if not stripped:
            continue
        start = match.start() + match[0].index(stripped)
        while mark is not None and mark.end <= start:
            mark = next(pending, None)
        inside = mark if mark is not None and mark.start <= start else None
        kind, level = (inside.kind, inside.level) if inside else ("", 0)
        if not marks and (heading := _HEADING.match(stripped)):  # as Markdown marks it
            kind, level = "heading", len(heading[1])
            start, stripped = start + heading.end(), stripped[heading.end() :]
        elif not marks and (drawn := _DRAWN.fullmatch(stripped)):  # "=== Rina Marlina ==="
            kind, level = "heading", 1
            start, stripped = start + drawn.start("text"), drawn["text"]
        apart = not found or _newlines(text, before, start) > 1
        apart = apart or (kind == "item" and inside is not None and inside.start >= before)
        end = start + len(stripped)
        page = start in pages or "\f" in text[before:start]
        found.append(Line(start, end, stripped, len(stripped.split()), kind, level, apart, page))
        before = end
    return _unwrapped(text, found)


def _newlines(text: str, start: int, end: int) -> int:
    between = text[start:end]
    return between.count("\n") or len(between.splitlines()) - 1


def _unwrapped(text: str, lines: list[Line]) -> list[Line]:
    """Join lines that a program wrapped at one width: all but the last of them are full."""
    joined: list[Line] = []
    first = 0
    width = _width(lines)
    parted = _parted(lines, width)
    for i, line in enumerate(lines):
        if i + 1 < len(lines):
            ended = parted and _ends_amid(lines, i, width)
            if _goes_on(lines, first, i, width, ended=ended):
                continue
        start = lines[first]
        if first < i:
            whole = text[start.start : line.end]
            words = sum(part.words for part in lines[first : i + 1])
            start = start._replace(end=line.end, text=whole, words=words)
        joined.append(start)
        first = i + 1
    return joined


def _width(lines: list[Line]) -> int:
    """Return the width at which a program wrapped several lines, 0 where it did not."""
    sizes = [
        line.end - line.start
        for line, after in pairwise(lines)
        if not after.apart and after.text[0].islower() and line.text[-1] not in ENDS
    ]
    wrapped = [size for size in sizes if _SHORTEST <= size <= _LONGEST]
    return max(wrapped) if len(wrapped) >= WRAPPED_LINES else 0


def _fills(lines: list[Line], i: int, width: int) -> bool:
    """Tell whether a line is as full as a program makes it: no word of the next fits into it."""
    line, after = lines[i], lines[i + 1]
    size = line.end - line.start
    return size <= width < size + 1 + len(after.text.split(maxsplit=1)[0])


def _ends_amid(lines: list[Line], i: int, width: int) -> bool:
    """Tell whether a sentence ends with a full line, and another goes on to the end of the next."""
    line, after, *below = lines[i : i + 3]
    full = bool(below) and not below[0].apart and _fills(lines, i + 1, width)
    goes_on = _has_small(after.text) and (full or after.text[-1] in STOPS)
    goes_on = goes_on and not after.text.startswith("Penulis ")  # a note below the text
    return line.text[-1] in STOPS and goes_on and _fills(lines, i, width)


def _parted(lines: list[Line], width: int) -> bool:
    """Tell whether blank lines part the paragraphs of a text that a program wrapped.

    Few lines above others without a gap are then less than full.
    """
    if not width:
        return False
    close = [i for i, (_, after) in enumerate(pairwise(lines)) if not after.apart]
    short = sum(not _fills(lines, i, width) for i in close)
    return short < sum(line.apart for line in lines) and short * 2 < len(close)


def _goes_on(lines: list[Line], first: int, i: int, width: int, *, ended: bool) -> bool:
    """Tell whether the paragraph that begins at the first line and came to another goes on.

    A sentence may have ``ended`` with a full line amid it, where blank lines part paragraphs.
    """
    line, after = lines[i], lines[i + 1]
    if _VALUE.match(after.text):
        beside = lines[i + 2 : i + 3]  # of a table by columns the next value
        bare = first == i and _BARE_LABEL.fullmatch(line.text) is not None
        return bare and not any(_VALUE.match(x.text) for x in beside)
    size = line.end - line.start
    if after.apart or after.page or line.mark != after.mark or not _SHORTEST <= size <= _LONGEST:
        return False
    if (line.text[-1] in ENDS and not ended) or is_item(after.text) or STAMP.match(after.text):
        return False
    if is_drawn(line.text) or is_drawn(after.text):
        return False
    rule = INSIDE.of(line.text)  # of the site, amid the text; a notice may be wrapped itself
    if (rule and rule.name != "notice") or INSIDE.of(after.text):
        return False
    if _LABELLED.match(line.text) and _LABELLED.match(after.text):
        return False  # the head of a mail or of a page in Markdown
    if title_case(line.text) and _BY.match(after.text):
        return False
    if after.text[0].islower() or ended:
        return True
    below = lines[i + 2].text if i + 2 < len(lines) else ""
    name = is_person(after.text) and not below[:1].islower()  # no sentence goes on below an author
    if _BYLINE.match(after.text) or name:
        return False
    near = [after.end - after.start]
    if not line.apart:
        near.append(lines[i - 1].end - lines[i - 1].start)
    needed = size + 1 + len(after.text.split(maxsplit=1)[0])
    if max(near) > _LONGEST or needed <= max(near):
        return False
    # a full line may be of a sentence with many names in it
    named = near[0] >= _SHORTEST and _has_small(line.text)
    sentence = named or any(_has_small(part.text) for part in lines[first:i])
    title = size <= width < needed and not ROLE.match(after.text)  # as full as the lines of text
    if not _GLUED.search(line.text):  # a title ends above the text and above itself once more
        title = title and not (_has_small(after.text) or after.text.startswith(line.text))
    return sentence or title or not title_case(line.text)


def _has_small(text: str) -> bool:
    """Tell whether a word that titles write with a capital has none."""
    words = _WORD.findall(_PARENTHESIS.sub(" ", text))
    return any(word[0].islower() and word not in MINOR for word in words)


def unmarked(line: Line) -> Line:
    """Return a line without the marks of Markdown and WhatsApp around it: "_KPU Kota Tegal_"."""
    text = line.text
    return line.part(len(text) - len(text.lstrip("*_ ")), len(text.rstrip("*_ ")))


def is_drawn(text: str) -> bool:
    """Tell whether a line is drawn between parts: nothing in it is a letter or a digit.

    >>> is_drawn("=====  ====="), is_drawn("- 3 -")
    (True, False)
    """
    return not any(map(str.isalnum, text))


def is_item(text: str) -> bool:
    """Tell whether a line opens with a list marker: a bullet, a number, a letter.

    >>> is_item("* Disiplin"), is_item("(1) Jujur"), is_item("*Menjadi ASN KPU*")
    (True, True, False)
    """
    return _ITEM.match(text) is not None


def title_case(text: str) -> bool:
    """Tell whether a line has the capitals of a title; parentheses do not count.

    >>> title_case("Menjadi ASN yang Jujur (sebuah catatan)"), title_case("Kami akan jujur")
    (True, False)
    """
    bare = _PARENTHESIS.sub(" ", text)
    words = [word for word in _WORD.findall(bare) if word.lower() not in MINOR]
    capitals = sum(word[0].isupper() for word in words)
    return bool(words) and capitals >= 0.7 * len(words)


def title_words(text: str) -> int:
    """Count the words of a title, without a parenthesis."""
    return len(_PARENTHESIS.sub(" ", text).split())


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends like a sentence."""
    return text.rstrip(CLOSING).endswith((".", "!", "?", "…"))


def is_said(text: str) -> bool:
    """Tell whether a line ends like a sentence, and not in the full stop of a degree.

    >>> is_said("Rina Marlina, S.H."), is_said("Kami hadir.")
    (False, True)
    """
    return ends_sentence(DEGREE_AFTER.sub("", text))


def is_running(line: Line, least: int = BODY_WORDS) -> bool:
    """Tell whether a line is running text by its length."""
    return line.words >= least


def top_level(levels: Iterable[int]) -> int | None:
    """Return the level of the highest rank that several headings have; None without such.

    >>> top_level([1, 2, 2, 3, 3])
    2
    """
    return min((level for level, count in Counter(levels).items() if count > 1), default=None)


def highest(lines: Sequence[Line]) -> list[int]:
    """Return the places of the headings of the highest rank that has several."""
    top = top_level(line.level for line in lines if line.headed)
    return [at for at, line in enumerate(lines) if line.headed and line.level == top]


def is_short(line: Line, words: int = SHORT_WORDS) -> bool:
    """Tell whether a line has so few words that it may say who wrote, for whom or when."""
    return line.words <= words and len(line.text) <= SHORT_SIZE


def is_text(line: Line) -> bool:
    """Tell whether a line is text of an essay: it runs, or it is a sentence."""
    sentence = line.words >= SENTENCE_WORDS and ends_sentence(line.text)
    return line.mark not in BESIDE and (is_running(line) or sentence)


def ends_text(line: Line) -> bool:
    """Tell whether a text may end with a line: a sentence or a formula that is no quotation.

    Below a quotation stands who said it, below a name another of a list.

    >>> [ends_text(Line(0, 9, text, 2)) for text in ("Kami jujur.", "Salam hangat", "“Jujurlah.”")]
    [True, True, False]
    """
    ends = ends_sentence(line.text) or is_running(line) or is_formula(line.text)
    return ends and _QUOTED.fullmatch(line.text) is None
