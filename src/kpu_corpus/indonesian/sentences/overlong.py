"""Text without full stops: a sentence longer than people write is cut into portions."""

from __future__ import annotations

from kpu_corpus.indonesian.sentences.trimming import trimmed
from kpu_corpus.indonesian.words import words

# Of the articles of laws and regulations, whose sentences are longer than those of essays, most
# units above are tables or lists.
LONGEST_UNIT = 2_000
"""Characters of a sentence at most."""
PORTION_WORDS = 25
"""Words of a portion at most; the last one may have half as many more."""
_PAUSES = (*",;:!?…–—", "...")  # no ")": it closes the labels of a list, too
# Words that open a clause, so that a portion seldom ends within a phrase.
_OPENING = frozenset(
    "agar apabila bahwa hingga jadi jika kalau karena kemudian ketika lalu maka meskipun namun "
    "padahal saat sebab sebelum sedangkan sehingga selain sementara sesudah setelah supaya tapi "
    "tetapi walaupun".split()
)


def portions(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return ``text[start:end]``, one unit, as one portion, or in several if it is overlong.

    Captions and transcripts come without a single full stop. Read as one sentence, they would have
    each theme in all of their sentences, and every place found in them would show the whole text.
    A portion ends at the last pause (comma, colon, dash, dots) or before the last clause in its
    second half, else between two words.

    >>> text = ("kami bekerja jujur karena itu amanah dan masyarakat percaya " * 40).strip()
    >>> first, second, *_ = portions(text, 0, len(text))
    >>> text[slice(*first)], text[slice(*second)][:20]
    ... # doctest: +NORMALIZE_WHITESPACE
    ('kami bekerja jujur karena itu amanah dan masyarakat percaya kami bekerja jujur karena itu
      amanah dan masyarakat percaya kami bekerja jujur', 'karena itu amanah da')
    """
    if end - start <= LONGEST_UNIT:
        return [(start, end)]
    found = [(first, last) for first, last, _ in words(text, start, end)]
    cuts, row = [start], 0
    while len(found) - row > PORTION_WORDS + PORTION_WORDS // 2:
        row = _next(text, found, row)
        cuts.append(_edge(text, found[row - 1][1], found[row][0]))
    return [trimmed(text, a, b) for a, b in zip(cuts, [*cuts[1:], end], strict=True)]


def _next(text: str, found: list[tuple[int, int]], row: int) -> int:
    """Return the word that begins the portion after the one that the word ``row`` begins."""
    spaced = 0
    for after in range(row + PORTION_WORDS, row + PORTION_WORDS // 2, -1):
        (_, last), (first, end) = found[after - 1 : after + 1]
        gap = text[last:first]
        if not any(map(str.isspace, gap)):
            continue
        if any(mark in gap for mark in _PAUSES) or text[first:end].lower() in _OPENING:
            return after
        spaced = spaced or after
    return spaced or row + PORTION_WORDS


def _edge(text: str, last: int, first: int) -> int:
    """Return where a portion begins between two words: behind white space, else at the second."""
    return next((at for at in range(first, last, -1) if text[at - 1].isspace()), first)
