"""Warnings about essays as they were loaded: markup, broken letters, dates, numbers of people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kpu_corpus.errors import Hint, KpuCorpusError, KpuCorpusWarning, UnmatchedMetadata, listed
from kpu_corpus.ground.warned import named, warn
from kpu_corpus.segment.bylines.work import tells_number

if TYPE_CHECKING:
    from kpu_corpus.corpus import Corpus

_MARKUP = re.compile(
    r"</?(?:p|br|div|span|b|i|u|em|strong|a|ul|ol|li|h[1-6]|table|tr|t[dh]|img|font|blockquote)"
    r"(?:\s[^<>]*)?/?>|&(?:amp|nbsp|lt|gt|quot|apos|[nm]dash|hellip|[lr][sd]quo|#x?[\da-f]+);",
    re.IGNORECASE,
)
# UTF-8 read as cp1252 and saved again: accented letters, punctuation, a byte-order mark, emoji;
# and the mark of a lost letter. Looked for where one of the first letters is found, which takes a
# tenth of the time.
_FIRST = "ÃÂâïð\ufffd"
_AFTER = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_GARBLED = re.compile(rf"Ã{_AFTER}|Â(?!\w)|â[€\x80]{_AFTER}|ï[»¿]{_AFTER}|ðŸ|\ufffd")
# Of mobile telephones, which are somebody's; none begins a sum of money (Rp62.812.345.678).
_PHONE = re.compile(r"(?<![\w.,])(?:\+62[ ()0-]*|62|\(?0)8[1-9]\d(?:[ ).–-]{0,3}\d{3,5}){2}(?!\d)")
# In each of them; what begins with a digit is found quickly.
_MAY_PHONE = re.compile(r"8[1-9]\d[ ).–-]{0,3}\d{3}")
_ISO = re.compile(r"\d{4}(?:-\d\d){0,2}(?:/\d{4}(?:-\d\d){0,2})?", re.ASCII)


def warn_texts(corpus: Corpus) -> None:
    """Warn of texts that contain what they should not: HTML, broken letters, numbers of people.

    Names of essays with numbers of employees are told, too: every result shows them.
    """
    for remark, found in noted(corpus).items():
        if found:
            warn(about(remark, len(found), found))


def noted(corpus: Corpus) -> dict[str, list[tuple[str, str]]]:
    """Return for each warning about texts the id of every such essay, and what was found in it."""
    plain = {source.name for source in corpus.documents if source.plain}
    remarks = ("markup", "garbled", "numbers_told", "numbers_named", "phones_told")
    found: dict[str, list[tuple[str, str]]] = {remark: [] for remark in remarks}
    for item, text in zip(corpus.items, corpus.texts, strict=True):
        if item.source in plain and (mark := markup(text)):
            found["markup"].append((item.id, mark))
        if not text.isascii() and (broken := garbled(text[item.start : item.end])):
            found["garbled"].append((item.id, broken))
        if tells_number(text, item.start, item.end) and tells_number(corpus.text(item)):
            found["numbers_told"].append((item.id, ""))  # which a warning does not repeat
        if tells_phone(text, item.start, item.end) and tells_phone(corpus.text(item)):
            found["phones_told"].append((item.id, ""))
        if tells_number(item.id):
            found["numbers_named"].append((item.id, ""))
    return found


def about(remark: str, count: int, found: Sequence[tuple[str, str]]) -> KpuCorpusWarning:
    """Build the warning for a number of essays, naming the first ones and an example."""
    essays = named([name for name, _ in found])
    return KpuCorpusWarning(remark, count=count, got=essays, example=named([found[0][1]]))


def warn_dates(corpus: Corpus) -> None:
    """Warn of dates that are not in ISO form, because day and month are ambiguous."""
    dates = [item.date for item in corpus.items if item.date and not _ISO.fullmatch(item.date)]
    if dates:
        got = named(list(dict.fromkeys(dates)))
        warn(KpuCorpusWarning("dates_unread", count=len(dates), got=got))


def warn_unmatched(reasons: Sequence[KpuCorpusError], key: str) -> None:
    """Warn of metadata rows that match no essay or several by their key, and essays without a row.

    Rows of skipped files are included.
    """
    told = [reason for reason in reasons if reason.message != "metadata_unread"]
    if told:
        by = Hint("by_column", column=repr(key))
        warn(UnmatchedMetadata("metadata_apart", by=by, reasons=listed(told, "; ")))


def markup(text: str) -> str | None:
    """Return the first HTML tag or entity in a text.

    >>> markup("Hutan &amp; laut"), markup("<p class='a'>Hutan"), markup("a < b, b > c & d")
    ('&amp;', "<p class='a'>", None)
    """
    found = _MARKUP.search(text) if "<" in text or "&" in text else None
    return found.group() if found else None


def garbled(text: str) -> str | None:
    """Return the first letter of a text that was saved in a wrong encoding.

    >>> garbled("CafÃ© ini"), garbled("â€œJujurâ€\x9d"), garbled("“Café” di SÃO PAULO")
    ('Ã©', 'â€œ', None)
    """
    found = _GARBLED.search(text) if any(letter in text for letter in _FIRST) else None
    return found.group() if found else None


def tells_phone(text: str, start: int = 0, end: int | None = None) -> bool:
    """Tell whether the number of a mobile telephone stands in a text, from one place to another.

    >>> tells_phone("Hubungi (0812) 3456-7890."), tells_phone("WA: +62 812 3456 7890")
    (True, True)
    >>> tells_phone("Anggaran Rp62.812.345.678 pada 2008"), tells_phone("TPS 085 086 087 088")
    (False, False)
    """
    end = len(text) if end is None else end
    return bool(_MAY_PHONE.search(text, start, end) and _PHONE.search(text, start, end))
