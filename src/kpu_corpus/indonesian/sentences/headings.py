"""Where the heading at the start of a list item ends, before the sentence it titles."""

from __future__ import annotations

import re
from itertools import islice, pairwise

from kpu_corpus.indonesian.lists.abbreviations import OPENERS, word_set
from kpu_corpus.indonesian.sentences.unit_kinds import FUNCTION_WORDS, HEADING_WORDS, MARKER
from kpu_corpus.indonesian.words import TOKEN

_PAUSE = re.compile(r"[.!?;:]")
_LOWER_AFTER = re.compile(r"[ \t\xa0]+[a-z]")
_BOLD = re.compile(r"\**[^*\s][^*]*(?<!\s)\*+:?")
# These open a sentence; capitalised they are no part of the title before it.
STARTS = word_set(
    """
    agar apabila bagi bahkan berdasarkan bila dalam dari demi dengan di ia jika kami karena
    ketika kita melalui mereka meskipun namun pada saya sebagai sebagaimana sebelum selain selama
    seluruh semua setelah setiap sesuai tanpa terhadap untuk walaupun
    """
)
NAMES = ("Aparatur Sipil Negara", "Komisi Pemilihan Umum", "Pegawai Negeri Sipil", "Jawa Barat")
_SAID_SOON, _STEM = 12, 5
_DOUBLED = frozenset({"undang"})  # written apart it is one word: Undang Undang
_LONGEST_RUN = 2 * HEADING_WORDS + 1


def heading_end(text: str, start: int, end: int) -> int | None:
    """Where the heading at the head of a marked piece ends; None without heading and sentence.

    Three ways are known: ``*Kolaborasi* Kolaborasi …``, ``• Disiplin Waktu: …`` and Title Case
    glued to a sentence that says the title again, which then begins with the last capital before
    the first lower-case word that no title would leave small (``Etika Kerja yang Baik | Etika
    kerja yang …``). A point that merely opens with capitals (``1. Setiap ASN wajib``) has none.
    """
    marker = MARKER.match(text, start, end)
    if marker is None:
        return None
    first = marker.end()
    starred = "*" in text[start : first + 1]
    bold = _BOLD.match(text, first, min(end, first + 120)) if starred else None
    if bold:
        return bold.end() if text[bold.end() : end].strip() else None
    colon = text.find(":", first, min(end, first + 100))
    if colon > 0 and text[colon + 1 : colon + 2].isspace() and text[colon + 1 : end].strip():
        if len(text[first:colon].split()) <= 5 and not re.search(r"[.,;?!]", text[first:colon]):
            return colon + 1
        run = _title_run(text, first, end)
        before = [span for span in run if span[1] <= colon]
        if before and not text[before[-1][1] : colon].strip():
            return colon + 1
        return _glued_end(text, run, end, starred)
    return _glued_end(text, _title_run(text, first, end), end, starred)


def _title_run(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The tokens from ``start`` that a title in Title Case could hold."""
    run: list[tuple[int, int]] = []
    last = start
    for match in TOKEN.finditer(text, start, end):
        first, after = match.span()
        if text[first].islower() and match.group() not in FUNCTION_WORDS:
            break
        if run and (_PAUSE.search(text, last, first) or len(run) == _LONGEST_RUN):
            break
        run.append((first, after))
        last = after
    return run


def _glued_end(text: str, run: list[tuple[int, int]], end: int, starred: bool) -> int | None:
    if not run or not _LOWER_AFTER.match(text, run[-1][1], end):
        return None
    tokens = [text[a:b] for a, b in run]
    last = max((i for i, token in enumerate(tokens) if token[0].isupper()), default=0)
    opening = _opening(tokens, last)
    if opening == 0 or opening > HEADING_WORDS:
        return None
    place, begin = run[opening - 1][1], run[opening][0]
    title, first = [token.casefold() for token in tokens[:opening]], tokens[opening].casefold()
    if title[-1] in FUNCTION_WORDS or not (starred or first in STARTS or first in title):
        return None
    if text[place:begin].strip():
        return None
    said = islice(TOKEN.finditer(text, begin, end), _SAID_SOON)
    return place if _says_again(title, [match.group() for match in said], starred) else None


def _says_again(title: list[str], sentence: list[str], starred: bool) -> bool:
    """Whether a sentence says its title again: nothing else tells the two from one sentence.

    It does at once (``Menjaga Integritas | Integritas adalah``, ``Kerja Sama | Kerja sama itu``),
    or soon, where a star stands before the title or a word that opens sentences after it (``Etika
    Kerja | Dalam bekerja kita perlu etika``).
    """
    said = [token.casefold() for token in sentence]
    if said[0] == title[-1] and (starred or len(title) > 1):
        return said[0] not in _DOUBLED
    # `Kepala Daerah dan Wakil Kepala Daerah` says a name twice
    if (said[0], said[1]) in [*pairwise(title)]:
        return sentence[1].islower() or said[: len(title)] == title
    if not starred and (said[0] not in STARTS or title[0] in OPENERS):
        return False
    small = [token for token in sentence[1:] if token.islower()]
    return any(_alike(one, other) for one in set(title) - FUNCTION_WORDS for other in small)


def _alike(one: str, other: str) -> bool:
    """Whether two words are the same, or one goes on where the other ends: netral, netralitas."""
    if min(len(one), len(other)) < _STEM:
        return one == other
    return one.startswith(other) or other.startswith(one)


def _opening(tokens: list[str], last: int) -> int:
    """Index of the token that opens the sentence, given the last capitalised one of the run."""
    repeated = _repeated(tokens, last)
    if repeated:
        return repeated
    opening = last
    for name in NAMES:
        size = name.count(" ") + 1
        if " ".join(tokens[max(0, last + 1 - size) : last + 1]) == name:
            opening = last + 1 - size
    while opening > 1 and tokens[opening].isupper() and tokens[opening - 1].isupper():
        if tokens[opening] == tokens[opening - 1]:
            return opening
        opening -= 1
    before = tokens[opening - 1] if opening else ""
    named = opening < last or tokens[last].isupper()
    if opening > 1 and named:
        earlier = {token.casefold() for token in tokens[: opening - 1]}
        if before.casefold() in earlier or (before[0].isupper() and before.lower() in OPENERS):
            return opening - 1
    return opening


def _repeated(tokens: list[str], last: int) -> int:
    """Where the run's end repeats its title: `Pelayanan Prima | Pelayanan Prima adalah`; or 0."""
    folded = [token.casefold() for token in tokens[: last + 1]]
    if folded[last] not in folded[:last]:
        return 0
    for j in range(1, last):
        tail = folded[j : last + 1]
        if any(folded[i : i + len(tail)] == tail for i in range(j - len(tail) + 1)):
            return j
    return 0
