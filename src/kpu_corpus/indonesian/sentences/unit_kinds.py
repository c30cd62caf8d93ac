"""The kind of a piece of running text: list heading, lead-in, sign-off, list item, sentence."""

from __future__ import annotations

import re
from typing import NamedTuple

from kpu_corpus.indonesian.lists.abbreviations import word_set
from kpu_corpus.indonesian.words import TOKEN


class Piece(NamedTuple):
    """A stretch of text between two cuts.

    ``line`` counts the lines of the text, ``marked`` tells that a list marker opens the piece,
    ``heading`` that it was cut from the sentence it titles.
    """

    start: int
    end: int
    line: int
    marked: bool
    heading: bool = False


# The last ones are those of Symbol and Wingdings, as PDFs and copies from Word have them.
_BULLETS = "•●▪◦■□➢✓✔►‣○❖➤✅▶\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf06f\uf0a8\uf0e8"
_BLANK = r"[ \t\xa0]"
# Lines may open with any marker; 1.2. numbers a section.
MARKER = re.compile(
    rf"[*·{_BULLETS}]+{_BLANK}*|[-–—]{_BLANK}+"
    rf"|\(?(?:\d{{1,3}}(?:\.\d{{1,2}}){{0,3}}|[a-zA-Z]|[ivx]{{1,5}}|[IVX]{{1,5}})[.)](?:{_BLANK}+|(?=[A-Z][a-z]))"
)
# Inside a line a star, number or dash must follow a stop or colon and precede a capital. The
# leading class lets the engine skip to the candidates.
INLINE_MARKER = re.compile(
    rf"[.:;!?”\")…{_BULLETS}]"
    rf"(?:(?P<bullet>(?<=[{_BULLETS}])[{_BULLETS}]*|(?:{_BLANK}+\*+{_BLANK}*|\*+)(?=[^\W\d_a-z]))"
    rf"|{_BLANK}+(?:[-–—]|\(?(?:\d{{1,2}}|[a-z])[.)]){_BLANK}+(?=\*{{0,2}}[A-Z]))"
)
BULLETS = frozenset(_BULLETS)
BEFORE_POINTS = frozenset('.:;!?”")…') | BULLETS
FUNCTION_WORDS = word_set(
    """
    yang dan di ke dari untuk dalam pada dengan atau sebagai oleh bagi antara serta terhadap
    tentang demi para si sang per melalui tanpa menuju hingga sampai atas bukan tidak kepada
    secara akan agar vs of the and in
    """
)
_FORMULAS = (
    *(r"salam\b", "wassala", "wasala", "wabil+ahi", "bil+ahi", "wal+ahu", r"merdeka\b"),
    *(r"terima ?kasih\b", r"sekian\b", r"jaya\b", r"jayalah\b", r"hidup\b", r"bravo\b", r"viva\b"),
    *(r"horas\b", r"rahayu\b", r"om\W+(?:shanti|santi)", "namo bud", r"dirgahayu\b", r"selamat\b"),
    *(r"ayo\b", r"mari\b", r"(?-i:KPU(?: [A-Z]\w+){0,3},? (?:Melayani|MELAYANI))"),
)
_SIGN_OFF = re.compile(rf"\W*(?:{'|'.join(_FORMULAS)}|#)", re.IGNORECASE)
FORMULA_HEADS = frozenset(re.sub(r"^\(\?-i:", "", formula)[:2].lower() for formula in _FORMULAS)
"""The first two letters of the words that close a text."""
# These also open plain sentences.
_DOUBTFUL = re.compile(r"\W*(?:mari|ayo|selamat|hidup|jaya)\b", re.IGNORECASE)
LONGEST_TITLE = 200
"""Longest title or sign-off, in characters."""
HEADING_WORDS = 14
SIGN_OFF_WORDS = 10


def kinds(text: str, pieces: list[Piece], *, closes: bool = True) -> list[str]:
    """The kind of every piece, in order; sign-offs only where the text closes after them."""
    found = [kind_of(text, pieces, i) for i in range(len(pieces))]
    if not closes:
        return found
    for i in range(len(pieces) - 1, max(0, len(pieces) - 6), -1):
        if not is_sign_off(text, pieces[i]):
            break
        found[i] = "sign_off"
    return found


def kind_of(text: str, pieces: list[Piece], i: int) -> str:
    piece = pieces[i]
    if piece.heading:
        return "heading"
    after = pieces[i + 1] if i + 1 < len(pieces) else None
    last = text[piece.end - 1]
    if last == ":" and after is not None and (after.marked or after.line > piece.line):
        return "heading" if piece.marked and is_title(text, piece) else "lead_in"
    if last in ".!?…" or (last in "”\"'’)" and not piece.marked):
        size = len(text[piece.start : min(piece.end, piece.start + 60)].split())
        return "list_item" if piece.marked and size <= 5 else "sentence"
    if after is not None and not after.marked and is_title(text, piece):
        if _is_point(text, pieces, i):
            return "list_item"
        if piece.marked or after.line > piece.line:
            return "heading"
    return "list_item" if piece.marked else "sentence"


def _is_point(text: str, pieces: list[Piece], i: int) -> bool:
    """Whether a title on a line of its own is one of several: a list, not a heading."""
    piece = pieces[i]
    near = [pieces[j] for j in (i - 1, i + 1) if 0 <= j < len(pieces)]
    return any(
        other.line != piece.line and other.marked == piece.marked and is_title(text, other)
        for other in near
    )


def is_title(text: str, piece: Piece) -> bool:
    """Whether the piece is short and in Title Case or capitals throughout."""
    if piece.end - piece.start > LONGEST_TITLE:
        return False
    marker = MARKER.match(text, piece.start, piece.end) if piece.marked else None
    start = marker.end() if marker else piece.start
    capital = False
    for number, match in enumerate(TOKEN.finditer(text, start, piece.end)):
        first = text[match.start()]
        if number == HEADING_WORDS:
            return False
        if first.islower() and (number == 0 or match.group() not in FUNCTION_WORDS):
            return False
        capital |= first.isupper()
    return capital


def is_formula(text: str) -> bool:
    """Whether a line begins with words that close a text (``Salam``, ``Wassalam``, ``Sekian``)."""
    return _SIGN_OFF.match(text) is not None


def is_sign_off(text: str, piece: Piece) -> bool:
    if piece.end - piece.start > LONGEST_TITLE or piece.marked:
        return False
    body = text[piece.start : piece.end]
    size = len(body.split())
    if size > SIGN_OFF_WORDS:
        return False
    if _SIGN_OFF.match(body):
        return not _DOUBTFUL.match(body) or body[-1] not in ".?" or is_title(text, piece)
    return size > 1 and body[-1] not in ".:?)…" and is_title(text, piece)
