"""A form in a worksheet: one essay, each line a label with the answer beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from kpu_corpus.reading.rows import LONG, TEXT_COLUMNS
from kpu_corpus.reading.titles import FIELD_NAMES, bare

LINES = 200  # of a form; a longer sheet is a table
LABEL = 40  # characters of a label


def answers(lines: Iterable[Sequence[Any]]) -> dict[str, Any] | None:
    """Return label → answer of a form, or None where the lines are a table with titles above.

    The text stands beside or below its label, a paragraph a cell; what stands below it in several
    cells is no text.

    >>> text = "Kami menjaga suara rakyat setiap hari. " * 6
    >>> answers([["FORM ESAI"], ["Nama", ":", "Rina"], ["Isi Esai"], [None, text]]).keys()
    dict_keys(['Nama', 'Isi Esai'])
    >>> answers([["Nama", "Esai"], ["Rina", text]])
    """
    found: dict[str, Any] = {}
    label, text = "", list[str]()
    for number, line in enumerate(lines):
        cells = [cell for cell in line if str(cell or "").strip(" :=")]
        if number == LINES or (len(cells) > 2 and not label):
            return None
        if label and len(cells) > 1:
            break
        if label:
            text += [str(cell) for cell in cells]
        elif cells and bare(cells[0]) in TEXT_COLUMNS:
            label, text = str(cells[0]), [str(cell) for cell in cells[1:]]
        elif len(cells) == 2 and isinstance(cells[0], str) and len(cells[0]) <= LABEL:
            found[cells[0].strip(" :=")] = cells[1]
        elif cells and found:
            return None
    told = any(FIELD_NAMES.get(bare(name)) in ("author", "title") for name in found)
    whole = "\n\n".join(text)
    return {**found, label: whole} if label and told and len(whole) >= LONG else None
