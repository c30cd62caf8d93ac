"""Language detection by the share of function words: enough to flag foreign text.

The words every text is full of are few and hardly shared between languages, so counting them
separates languages well from about twenty words on (Cavnar & Trenkle 1994; Grefenstette 1995,
"Comparing two language identification schemes").
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from kpu_corpus.indonesian.lists.stopwords import ENGLISH, GRAMMATICAL, stopwords


class Language(NamedTuple):
    """A language code (ISO 639-1; ``und`` for too little text or another script), 0 to 1 sure."""

    code: str
    confidence: float


class Passage(NamedTuple):
    """A stretch of a text in another language than Indonesian."""

    start: int
    end: int
    language: str
    confidence: float


_MS = """ialah kerana bagi adalah iaitu tetapi telah boleh kepada dan yang untuk dalam daripada
manakala sahaja mereka kerajaan pilihan raya hendaklah sebarang semasa ataupun bahawa agar anda
perkhidmatan awam pejabat hal ehwal warganegara undi mengundi"""
_JV = """lan sing ing iku saka marang karo ora kang wis ana uga kanggo dadi yaiku nanging amarga
awit utawa bisa kudu kabeh wong aku kowe dheweke iki punika boten saking dhateng ingkang kaliyan
menika sampun saged kula panjenengan"""
_SU = """jeung nu di ka anu teu aya keur geus mah téh teh kana tina ogé oge sarta pikeun ku dina
urang abdi anjeun manéhna maranéhna éta eta ieu henteu kudu bisa jadi lian sadaya kabéh naon
saha kumaha baé ngan"""
_NL = """de het een en van ik te dat die in is niet zijn op aan met als voor er maar om hij dan
zou wat mijn men dit zo door over ze zich bij ook tot je mij uit der daar haar naar heb hoe
heeft deze u nog zal werd wordt"""
_OTHERS = {"jv": _JV, "ms": _MS, "nl": _NL, "su": _SU}

FEWEST = 20  # words below which nothing is said
LONG = 40  # words of a passage that is reported
_ENGLISH_WORDS = 3  # of an English sentence
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SENTENCE = re.compile(r"[^.!?\n]*[.!?\n]*\s*")


def language(text: str) -> Language:
    """Return the likeliest language of a text.

    >>> language("Kami yang baru bergabung akan bekerja dengan jujur dan adil untuk bangsa ini, "
    ...          "karena setiap suara rakyat adalah amanah yang harus dijaga oleh kita semua.").code
    'id'
    >>> language("Terima kasih").code
    'und'
    """
    forms = Counter(map(str.lower, _WORD.findall(text)))
    words = forms.total()
    if words < FEWEST:
        return Language("und", 0.0)
    latin = sum(count for form, count in forms.items() if form[0] < "\u0250")
    if latin * 2 < words:
        return Language("und", 1.0)
    counts = {
        code: sum(map(forms.__getitem__, known.intersection(forms)))
        for code, known in function_words().items()
    }
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0] != "id", item[0]))
    (code, most), (_, second) = ranked[0], ranked[1]
    if most * 10 < words:  # running text has at least a tenth of function words
        return Language("und", 0.5)
    return Language(code, round((most - second) / most, 3))


def is_english(sentence: str) -> bool:
    """Tell whether a sentence, which may be too short for `language`, is English.

    Three of its words are function words of English, and at most half as many of Indonesian.

    >>> is_english("The trend of stress is rising."), is_english("Kami stress di the office.")
    (True, False)
    """
    forms = [form.lower() for form in _WORD.findall(sentence)]
    own, english = (sum(map(function_words()[code].__contains__, forms)) for code in ("id", "en"))
    return english >= _ENGLISH_WORDS and english >= 2 * own


def foreign(text: str, start: int = 0, end: int | None = None) -> list[Passage]:
    """Return the passages of at least ``LONG`` words in ``text[start:end]`` that are foreign.

    >>> foreign("Kami menjaga integritas. " * 30)
    []
    """
    found: list[Passage] = []
    for first, last in _windows(text, start, len(text) if end is None else end):
        code, sure = language(text[first:last])
        if code == "id" or (code == "und" and sure < 1) or (code == "ms" and sure < 0.3):
            continue
        if found and found[-1].language == code and not text[found[-1].end : first].strip():
            found[-1] = Passage(found[-1].start, last, code, min(found[-1].confidence, sure))
        else:
            found.append(Passage(first, last, code, sure))
    return found


def _windows(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a text at sentence ends into stretches of at least ``LONG`` words."""
    windows: list[tuple[int, int]] = []
    first, words = start, 0
    for match in _SENTENCE.finditer(text, start, end):
        words += len(match[0].split())
        if words >= LONG:
            windows.append((first, match.end()))
            first, words = match.end(), 0
    return [(a, a + len(text[a:b].rstrip())) for a, b in windows]


@cache
def function_words() -> dict[str, frozenset[str]]:
    """Return the function words that tell each language, by its code."""
    own = stopwords("function", "pronoun", "discourse") | GRAMMATICAL
    others = {code: frozenset(words.split()) for code, words in _OTHERS.items()}
    return {"id": own, "en": ENGLISH, **others}
