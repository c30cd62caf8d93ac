"""Lines of a source, and what a line shows by itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from kpu_corpus.indonesian.sentences.unit_kinds import BULLETS, FUNCTION_WORDS, is_formula
from kpu_corpus.segment.names import DEGREE_AFTER

_GOES_ON = re.compile(r"\w{3}[.!?] +[A-Z]")  # with another sentence
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


def has_small(text: str) -> bool:
    """Tell whether a word that titles write with a capital has none."""
    words = _WORD.findall(_PARENTHESIS.sub(" ", text))
    return any(word[0].islower() and word not in MINOR for word in words)


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


def is_saying(text: str) -> bool:
    """Tell whether a text is one short sentence, as sayings are: "Jujur itu mulia."

    >>> is_saying("Jujur itu mulia."), is_saying("Kami jujur. Kami siap.")
    (True, False)
    """
    short = len(text.split()) < BODY_WORDS
    return short and is_said(text) and not _GOES_ON.search(text)


def is_running(line: Line, least: int = BODY_WORDS) -> bool:
    """Tell whether a line is running text by its length."""
    return line.words >= least


def top_level(levels: Iterable[int]) -> int | None:
    """Return the level of the highest rank that several headings have; None without such.

    >>> top_level([1, 2, 2, 3, 3])
    2
    """
    return min((level for level, count in Counter(levels).items() if count > 1), default=None)


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
