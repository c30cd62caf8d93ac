"""Lines inside a body that are not the author's sentences: table headers, captions, questions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from kpu_corpus.segment.bylines.identity import labelled
from kpu_corpus.segment.lines import CLOSING, WRITER, Line, Piece, ends_sentence, title_case
from kpu_corpus.segment.pictures import is_caption

_NUMBER = re.compile(r"\d[\d.,]*\s?%?[.)]?")
_ANSWER = re.compile(
    r"jawab(?:an)?(?: anda| peserta)?\s*[:;]?(?P<text>(?<=[:;])\s*\S.*)?", re.IGNORECASE | re.DOTALL
)
_ASKS = re.compile(
    r"(?:\d{1,2}[.)]\s*)?(?:soal|pertanyaan|instruksi|petunjuk|perintah|tugas|jelaskan"
    r"|sebutkan|uraikan|tuliskan|ceritakan|berikan"
    r"|apa|apakah|mengapa|bagaimana|menurut (?:anda|saudara))\b",
    re.IGNORECASE,
)
# How long the answer is to be, as only a task says.
_LENGTH = re.compile(
    r"(?:\d{1,2}[.)]\s*)?(?:silakan )?(?:tulis|buat|susun|urai|jelas|cerita|gambar)"
    r"(?:kan|lah|kanlah)\b.*\b(?:[5-9]\d|\d{3,4}) kata\b.*",
    re.IGNORECASE,
)
_HEAD = re.compile(r"(?:soal|pertanyaan)(?: \d{1,2})?\s*[:.]?", re.IGNORECASE)
_HOW = re.compile(  # to answer
    r"(?:petunjuk|instruksi|ketentuan)(?: (?:umum|pengerjaan|pengisian|menjawab))?\s*:.*",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"[\W_]*\d[\W\d_]*")
LABEL_WORDS = 4  # of one cell in the head of a table
LONGEST = 300  # characters of numbers
ASKED_WORDS = 60  # of a question
ABOVE = 4  # lines from a question to its answer, who answers between them


def beside_text(lines: Sequence[Line], place: int) -> Piece | None:
    """Return the piece of a line that is no sentence of the body it stands in, or None.

    >>> beside_text([Line(0, 28, "Gambar 1. Apel pagi di Garut", 6)], 0)
    Piece(start=0, end=28, kind='chrome', rule='caption', confidence=0.8)
    """
    line = lines[place]
    if len(line.text) <= LONGEST and _NUMBERS.fullmatch(line.text):
        return line.piece("chrome", "bare_number", 0.8)
    if line.mark == "row" and _is_head(lines, place):
        return line.piece("chrome", "table_head", 0.8)
    if is_caption(line):
        return line.piece("chrome", "caption", 0.8)
    return None


def asked(lines: Sequence[Line], place: int) -> list[Piece]:
    """Return the pieces of a question above an answer, of "Jawaban:", of who answers; or nothing.

    >>> texts = ["Apa tantangan Anda?", "Nama: Eka Putra", "Jawaban:", "Kami hadir setiap hari."]
    >>> lines = [Line(0, 15, text, len(text.split())) for text in texts]
    >>> [[piece.kind for piece in asked(lines, place)] for place in range(4)]
    [['chrome'], ['byline', 'author'], ['chrome'], []]
    """
    line = lines[place]
    here = _ANSWER.fullmatch(line.text)
    question = [line.piece("chrome", "question", 0.9)]
    how = line.words <= ASKED_WORDS and _HOW.fullmatch(line.text) is not None
    if how and len(lines) == 1:  # the task in a file of its own
        return question
    heads = how or _HEAD.fullmatch(line.text)
    if heads and place + 1 < len(lines) and asked(lines, place + 1):
        return question
    if here:
        return [] if here["text"] else question
    if is_task(line):
        return question
    below = next((one for one in lines[place + 1 : place + 1 + ABOVE] if not labelled(one)), None)
    if below is None or not _ANSWER.fullmatch(below.text):
        return []
    ends = line.text.rstrip(f"{CLOSING} ").endswith(("?", "!"))
    asks = line.words <= ASKED_WORDS and (ends or _ASKS.match(line.text) is not None)
    return labelled(line) or (question if asks else [])


def is_task(line: Line) -> bool:
    """Tell whether a line asks for a text of so many words: "Tuliskan refleksi (200 kata)!".

    >>> texts = ("Jelaskan dalam 200 kata!", "Ceritakan pada Ibu", "Jelaskan Cinta dalam 100 Kata")
    >>> [is_task(Line(0, 9, text, 5)) for text in texts]
    [True, False, False]
    """
    text = line.text
    asks = line.words <= ASKED_WORDS and _LENGTH.fullmatch(text) is not None
    if not asks or WRITER.search(text):
        return False
    return not title_case(text) or text.isupper() or ends_sentence(text) or text.endswith(")")


def _is_head(lines: Sequence[Line], place: int) -> bool:
    """Tell whether the first row of a table names its columns: shorter than the rows below it."""
    if place and lines[place - 1].mark == "row":
        return False
    cells = _cells(lines[place])
    after = (lines[number] for number in range(place + 1, len(lines)))
    below = [_cells(line) for line in takewhile(lambda line: line.mark == "row", after)]
    bare = all(len(cell.split()) <= LABEL_WORDS and not ends_sentence(cell) for cell in cells)
    if bare and cells[0].casefold().rstrip(".") in ("no", "nomor"):
        return True
    if not below or not bare or any(_NUMBER.fullmatch(cell) for cell in cells):
        return False
    numbered = all(any(map(_NUMBER.fullmatch, row)) for row in below)
    longest = max(len(cell.split()) for row in below for cell in row)
    return numbered or longest > LABEL_WORDS


def _cells(line: Line) -> list[str]:
    return line.text.split("\t")
