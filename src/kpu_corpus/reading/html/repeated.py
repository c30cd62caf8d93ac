"""Lines that a page has below each of its texts: a link to more, a mark, how many read it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kpu_corpus.reading.html.main_part import Block, runs

LEAST = 3  # texts that such a line is below
_LONGEST = 100  # characters of it
_DIGITS = re.compile(r"\d[\d.,]*")
_ENDS = (".", "!", "?", "…", ":")
_WORDS = 4  # of such a line with a figure, which is no clause
_NUMBER = 8  # digits of an employee's number, or of a telephone


def repeated_marked(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks, lines that come again below running text marked "outside".

    Such a line is below three texts at least, alike but for a figure in it or a link, no sentence,
    and no running text follows it. Names and offices, which have capitals, sign a text; so do
    numbers of employees.

    >>> text = "Kami hadir setiap pagi di kantor dan belajar."
    >>> texts = ["Netral", text, "Terbaca 9 kali", "Jujur", text, "Terbaca 12 kali"]
    >>> blocks = [Block("paragraph", 0, x, 1) for x in [*texts, "Adil", text, "Terbaca 40 kali"]]
    >>> [block.kind for block in repeated_marked(blocks)][:3]
    ['paragraph', 'paragraph', 'outside']
    """
    groups: list[list[int]] = []  # such lines, by the text that they stand below
    waiting: list[int] = []  # what stands below running text, if none follows
    below = False
    for at, block in enumerate(blocks):
        if below and _may_repeat(block):
            waiting.append(at)
        elif block.kind != "chrome":
            below = runs(block)
            groups += [] if below else [waiting]
            waiting = []
    groups.append(waiting)
    bare = {at: _DIGITS.sub("0", blocks[at].text.strip()) for group in groups for at in group}
    counts = Counter(text for group in groups for text in {bare[at] for at in group})
    again = {at for at, text in bare.items() if counts[text] >= LEAST}
    return [x._replace(kind="outside") if at in again else x for at, x in enumerate(blocks)]


def _may_repeat(block: Block) -> bool:
    text = block.text.strip()
    if block.kind != "paragraph" or len(text) > _LONGEST or text.endswith(_ENDS):
        return False
    words = [word for word in text.split() if word[0].isalpha()]
    small = any(word[0].islower() for word in words)
    digits = sum(map(str.isdigit, text))
    return small and (block.linked > 0 or (0 < digits < _NUMBER and len(words) <= _WORDS))
