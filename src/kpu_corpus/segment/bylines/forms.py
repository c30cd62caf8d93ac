"""Lines of a form: labels without a value, in cells of their own, or not known."""

from __future__ import annotations

from collections.abc import Sequence

from kpu_corpus.segment.bylines.byline import byline
from kpu_corpus.segment.bylines.covers import is_cohort
from kpu_corpus.segment.bylines.identity import (
    IDENTITY,
    VALUE_WORDS,
    bare_label,
    in_columns,
    label_of,
    strange_label,
)
from kpu_corpus.segment.bylines.letters import is_greeting, letterhead
from kpu_corpus.segment.bylines.name_lines import is_another
from kpu_corpus.segment.lines import Line, ends_sentence, is_running, is_text, title_case
from kpu_corpus.segment.names import without_degrees
from kpu_corpus.segment.sections import is_section

SENDERS = ("from:", "dari:", "pengirim:")  # of a mail


def opens_table(lines: Sequence[Line], index: int, inside: bool) -> str:
    """Return the label of a table's row: it stands alone, its value in the next cell.

    The first row of a table names a person, an office or a title.
    """
    label = bare_label(lines[index])
    if not label or index + 1 >= len(lines):
        return ""
    if not inside and label not in (*IDENTITY, "title"):
        return ""
    after = lines[index + 1]
    group = is_cohort(after) and any(map(is_another, lines[index + 2 : index + 3]))
    fits = after.words <= VALUE_WORDS and not ends_sentence(without_degrees(after.text))
    # "Surel" is a button, too
    return label if fits and not (byline(after) or is_section(after) or group) else ""


def is_unfilled(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line is a label that nobody filled in: text, a label or nothing is below."""
    below = lines[index + 1 : index + 2]
    return awaits(lines[index]) and all(is_text(x) or awaits(x) or label_of(x) for x in below)


def awaits(line: Line) -> bool:
    """Tell whether a line is the label of a form without a value behind it: "Unit Kerja:"."""
    return line.text.endswith(":") and bare_label(line) != ""


def is_subject(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line is the subject of a mail whose text has a title of its own."""
    sent = any(line.text.casefold().startswith(SENDERS) for line in lines[:index])
    heads = ("subject", "subjek", *(("perihal",) if sent else ()))  # that of a letter else
    subject = lines[index].text.casefold().startswith(heads)
    if not subject or label_of(lines[index]) is None:
        return False
    labels = (label_of, strange_label, is_greeting)
    rest = (
        line
        for at, line in enumerate(lines[index + 1 :], index + 1)
        if not any(told(line) for told in labels) and not letterhead(lines, at, [], titled=True)
    )
    first = next(rest, None)
    if first is None:
        return True  # of the lines above a title
    text = first.text.endswith(".") or is_section(first)
    return title_case(first.text) and not text


def is_beside_labels(lines: Sequence[Line], index: int, titled: bool) -> bool:
    """Tell whether a line with a label that is not known stands between or beside known ones."""
    line = lines[index]
    if not strange_label(line):
        return False
    after = next((x for x in lines[index + 1 : index + 6] if not strange_label(x)), None)
    if after is not None and label_of(after):  # above "Oleh: …" stands a title, not a form
        return not after.text.casefold().startswith("oleh")
    # below the last known label only what is plainly part of the form, since a title follows
    before = next((other for other in reversed(lines[:index]) if not strange_label(other)), None)
    of_form = line.mark == "row" or in_columns(line) or not line.apart
    if before is not None and line.mark == "row" and before.mark != "row":
        of_form = not before.text.casefold().startswith("oleh")  # the table opens the text
    if not titled and line.apart and line.mark != "row" and _may_be_title(line, after):
        return False
    return before is not None and label_of(before) is not None and of_form


def _may_be_title(line: Line, after: Line | None) -> bool:
    """Tell whether a line with a colon is rather a title, text below: "Integritas : Harga Mati"."""
    plain = not any(map(str.isdigit, line.text)) and title_case(line.text)
    return plain and after is not None and is_running(after)
