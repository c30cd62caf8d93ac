"""Captions of pictures and tables, by their number, their word or who took the picture."""

from __future__ import annotations

import re

from kpu_corpus.segment.lines import WRITER, Line, is_item

_CAPTION = re.compile(
    r"(?:gambar|tabel|foto|grafik|bagan|diagram)\s+(?:\d{1,2}(?:\.\d{1,2})?|[IVX]{1,4})"
    r"(?:\s*[.:–-]\s*\S.*|\.|\s+(?-i:[A-Z]).*|)|sumber gambar\s*:.*"
    r"|dok\.? ?foto(?:\s*[:.]|\s+(?-i:[A-Z]))"
    r"(?!.*(?:\b(?:saya|aku|kami|kita|itu|ini)\b|[^\W\d_]{4}[.!?]\s)).*"
    r"|zoom-in ?(?:lihat foto\b.*|-?white ?perbesar)|(?:foto:? )?istimewa"
    r"|[a-z]{2,10}(?:_\d|-\d{5})[\w-]{2,30}(?:\.\w{3,4})?",  # the name of its file
    re.IGNORECASE | re.DOTALL,
)
_PHOTO = re.compile(
    r"(?:sumber (?:foto|ilustrasi)|foto)\s*:.*|foto ilustrasi(?:\s*[.:,].*)?"
    r"|(?:gambar )?ilustrasi\s?[.,:–-]\s?(?:foto|gambar|dok|sumber(?: foto| gambar)?)\s?[.:].*"
    r"|(?![\W\d])[^.!?]{10,200} berfoto bersama(?: [^.!?]{1,80})?",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"(?:(?:foto|photo) caption|caption foto|ke(?:terangan|t\.?) (?:foto|gambar))\s?:.+",
    re.IGNORECASE,
)
# Sites of pictures, and whose theirs is: "(Rina M via Unsplash.com)", "(pexels.com/Asep S)".
_STOCK = (
    r"(?:[^()]{1,40} (?:via|by|/) )?(?:unsplash|shutterstock|freepik|pixabay|pexels|getty images"
    r"|wikimedia commons)(?:\.(?:com|org))?(?:/[^()]{1,40})?"
)
_BY = r"(?:(?:foto|ilustrasi|sumber (?:gambar|foto|ilustrasi))\s*[:.]|(?:foto )?do[ck]\b)"
_AGENCY = r"(?:KOMPAS|TEMPO|REUTERS|AFP|FREEPIK)"
# Where it ends in who took the picture.
_CREDITED = re.compile(
    rf"(?P<shown>.*)(?:\((?:{_BY}|dokpri\b)[^()|]{{0,60}}\)|\({_STOCK}\)"
    rf"|\|\s*(?:{_BY}|dok(?:pri|umentasi)\b|(?-i:{_AGENCY}/))[^()|]{{0,60}}"
    r"|(?-i:[.,]\s*(?:Foto|Sumber (?:gambar|foto|ilustrasi)):\s*[A-Z])(?:[^.]|\.(?=\w)){1,60}\.?"
    rf"|\b(?-i:ANTARA(?: FOTO)?/[^/]{{1,40}}|{_AGENCY}/[A-Z .]{{2,40}}))",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"[^\W\d_]{4}[.!?][\"”’)]*\s+[A-Z]")
CAPTION_WORDS = 20
CREDITED_WORDS = 40
LONGEST = 300  # characters


def is_caption(line: Line) -> bool:
    """Tell whether a line is the caption of a picture or table and nothing else.

    What names who took the picture is one sentence, and none of the writer's own.

    >>> is_caption(Line(0, 36, "Tabel 1 memperlihatkan langkah kami.", 5))
    False
    """
    if line.words > CREDITED_WORDS or len(line.text) > LONGEST:
        return False
    text = " ".join(line.text.split())  # it may be wrapped
    if (line.words <= CAPTION_WORDS and _CAPTION.fullmatch(text)) or _SAID.fullmatch(text):
        return True
    signs = ("(", "|", "/", "oto", "umber")  # cheaper than to look for who is named
    if line.mark == "item" or not any(sign in text for sign in signs):
        return False
    credited = _CREDITED.fullmatch(text)
    if credited:
        own = is_item(text) or WRITER.search(text)
        return not (own or _SENTENCES.search(credited["shown"]))
    photo = line.words <= CAPTION_WORDS and _PHOTO.fullmatch(text)
    return bool(photo) and not WRITER.search(text)
