"""Signs before lines that say what a text is called, who wrote it and where: "✍️ Rina Marlina"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kpu_corpus.indonesian.sentences.unit_kinds import BULLETS
from kpu_corpus.segment.bylines.byline import byline, is_role, is_short
from kpu_corpus.segment.bylines.facts import facts_of
from kpu_corpus.segment.bylines.front import name_line
from kpu_corpus.segment.bylines.identity import label_of
from kpu_corpus.segment.lines import Line, title_case, unmarked
from kpu_corpus.segment.names import is_person

# Pictures as in messages, with what joins them and gives them colours.
_SIGN = re.compile(r"[\u2600-\u27bf\U0001f000-\U0001faff\ufe0f\u200d]+\s*(?=\S)")


def without_signs(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, signs apart from the title, author, office or date behind them.

    A title is told by such a line below it. Signs in the text stay as they are.

    >>> texts = ("📌 Menjaga Suara", "👤 Rina Marlina", "💪 Kami siap bekerja.")
    >>> [line.text for line in without_signs([Line(0, 9, text, 3) for text in texts])]
    ['📌', 'Menjaga Suara', '👤', 'Rina Marlina', '💪 Kami siap bekerja.']
    """
    if not any(_SIGN.match(line.text) for line in lines):
        return [*lines]
    whole: list[Line] = []
    told = False
    for line in reversed(lines):
        sign = _SIGN.match(line.text) if is_short(line) and line.text[0] not in BULLETS else None
        rest = line.part(sign.end()) if sign else line
        titled = told and sign is not None and title_case(rest.text)
        told = _tells(rest)
        if sign and (told or titled):
            whole += [rest, line.part(0, sign.end())]
        else:
            whole.append(line)
    return whole[::-1]


def _tells(line: Line) -> bool:
    """Tell whether a line is a byline or a label, or names a person, an office or a day."""
    bare = unmarked(line)
    told = byline(bare) or label_of(bare) or name_line(bare) or facts_of(bare)
    return bool(told) or is_person(bare.text) or is_role(bare)
