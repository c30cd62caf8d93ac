"""Captions of pictures and tables, by their number, their word or who took the picture."""

from __future__ import annotations

import re

from kpu_corpus.segment.lines import Line

_CAPTION = re.compile(
    r"(?:gambar|tabel|foto|grafik|bagan|diagram)\s+(?:\d{1,2}(?:\.\d{1,2})?|[IVX]{1,4})"
    r"(?:\s*[.:–-]\s*\S.*|\.|\s+(?-i:[A-Z]).*|)|(?:sumber (?:gambar|foto|ilustrasi)|foto)\s*:.*"
    r"|foto ilustrasi\b.*|zoom-in ?(?:lihat foto\b.*|-?white ?perbesar)|lihat foto"
    r"|(?:foto:? )?istimewa",
    re.IGNORECASE | re.DOTALL,
)
# Where it ends in who took the picture.
_CREDITED = re.compile(
    r".*(?:[(|]\s*(?:(?:foto|ilustrasi|dok|sumber (?:gambar|foto|ilustrasi))\s*[:.]|dokpri\b)"
    r"|\|\s*(?:sumber\s*:|dokumentasi\b))[^()|]{0,60}\)?"
    r"|.*[.,]\s*foto:\s*[^.]{1,60}\.?"
    r"|.*\b(?-i:ANTARA(?: FOTO)?|KOMPAS|TEMPO|REUTERS|AFP|FREEPIK)/[^/]{1,40}",
    re.IGNORECASE | re.DOTALL,
)
CAPTION_WORDS = 20
CREDITED_WORDS = 40
LONGEST = 300  # characters


def is_caption(line: Line) -> bool:
    """Tell whether a line is the caption of a picture or table and nothing else.

    >>> is_caption(Line(0, 36, "Tabel 1 memperlihatkan langkah kami.", 5))
    False
    """
    if line.words > CREDITED_WORDS or len(line.text) > LONGEST:
        return False
    if line.words <= CAPTION_WORDS and _CAPTION.fullmatch(line.text):
        return True
    # cheaper than to look for who is named
    signed = any(sign in line.text for sign in ("(", "|", "/", "oto:"))
    return signed and _CREDITED.fullmatch(line.text) is not None
