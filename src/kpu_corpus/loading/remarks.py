"""Warnings about essays as they were loaded: markup, dates, employee numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kpu_corpus.errors import KpuCorpusError, KpuCorpusWarning, UnmatchedMetadata, listed
from kpu_corpus.ground.warned import named, warn
from kpu_corpus.segment.bylines.byline import tells_number

if TYPE_CHECKING:
    from kpu_corpus.corpus import Corpus

_MARKUP = re.compile(
    r"</?(?:p|br|div|span|b|i|u|em|strong|a|ul|ol|li|h[1-6]|table|tr|t[dh]|img|font|blockquote)"
    r"(?:\s[^<>]*)?/?>|&(?:amp|nbsp|lt|gt|quot|apos|[nm]dash|hellip|[lr][sd]quo|#x?[\da-f]+);",
    re.IGNORECASE,
)
_ISO = re.compile(r"\d{4}(?:-\d\d){0,2}(?:/\d{4}(?:-\d\d){0,2})?", re.ASCII)


def warn_markup(corpus: Corpus) -> None:
    """Warn of texts that are taken as they are but contain HTML tags or entities."""
    found = marked(corpus)
    if found:
        warn(about_markup(len(found), [name for name, _ in found], found[0][1]))


def marked(corpus: Corpus) -> list[tuple[str, str]]:
    """Return id and first tag or entity of the essays whose unparsed texts contain HTML."""
    plain = {source.name for source in corpus.documents if source.plain}
    return [
        (item.id, match)
        for item, text in zip(corpus.items, corpus.texts, strict=True)
        if item.source in plain and ("<" in text or "&" in text) and (match := markup(text))
    ]


def about_markup(count: int, essays: Sequence[str], mark: str) -> KpuCorpusWarning:
    """Build the warning for a number of texts, naming the first ones and an example."""
    return KpuCorpusWarning("markup", count=count, got=named(essays), example=named([mark]))


def warn_dates(corpus: Corpus) -> None:
    """Warn of dates that are not in ISO form, because day and month are ambiguous."""
    dates = [item.date for item in corpus.items if item.date and not _ISO.fullmatch(item.date)]
    if dates:
        got = named(list(dict.fromkeys(dates)))
        warn(KpuCorpusWarning("dates_unread", count=len(dates), got=got))


def warn_numbers(corpus: Corpus) -> None:
    """Warn of employee numbers within sentences, which quotations would reveal."""
    found = numbered(corpus)
    if found:
        warn(about_numbers(len(found), found))


def numbered(corpus: Corpus) -> list[str]:
    """Return the ids of the essays whose text contains an employee number."""
    return [
        item.id
        for item, text in zip(corpus.items, corpus.texts, strict=True)
        if tells_number(text, item.start, item.end) and tells_number(corpus.text(item))
    ]


def about_numbers(count: int, essays: Sequence[str]) -> KpuCorpusWarning:
    """Build the warning for a number of essays, naming the first ones."""
    return KpuCorpusWarning("numbers_told", count=count, got=named(essays))


def warn_unmatched(reasons: Sequence[KpuCorpusError]) -> None:
    """Warn of metadata rows that match no essay or several, and of essays without a row.

    Rows of skipped files are included.
    """
    told = [reason for reason in reasons if reason.message != "metadata_unread"]
    if told:
        warn(UnmatchedMetadata("metadata_apart", reasons=listed(told, "; ")))


def markup(text: str) -> str | None:
    """Return the first HTML tag or entity in a text.

    >>> markup("Hutan &amp; laut"), markup("<p class='a'>Hutan"), markup("a < b, b > c & d")
    ('&amp;', "<p class='a'>", None)
    """
    found = _MARKUP.search(text)
    return found.group() if found else None
