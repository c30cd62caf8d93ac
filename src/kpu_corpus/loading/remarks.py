"""What people should know of essays as they were loaded: markup, dates, numbers of people."""

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
    """Warn of texts that were given as they are, but hold tags or entities of web pages."""
    found = marked(corpus)
    if found:
        warn(about_markup(len(found), [name for name, _ in found], found[0][1]))


def marked(corpus: Corpus) -> list[tuple[str, str]]:
    """Return id and first mark of the essays whose texts, given as they are, hold such."""
    plain = {source.name for source in corpus.documents if source.plain}
    return [
        (item.id, match)
        for item, text in zip(corpus.items, corpus.texts, strict=True)
        if ("<" in text or "&" in text) and item.source in plain and (match := markup(text))
    ]


def about_markup(count: int, essays: Sequence[str], mark: str) -> KpuCorpusWarning:
    """Build the warning for so many texts, the first of which it names, with a mark of theirs."""
    return KpuCorpusWarning("markup", count=count, got=named(essays), example=named([mark]))


def warn_dates(corpus: Corpus) -> None:
    """Warn of dates that are not in ISO form: nobody can tell day from month in them."""
    dates = [item.date for item in corpus.items if item.date and not _ISO.fullmatch(item.date)]
    if dates:
        got = named(list(dict.fromkeys(dates)))
        warn(KpuCorpusWarning("dates_unread", count=len(dates), got=got))


def warn_numbers(corpus: Corpus) -> None:
    """Warn of numbers of employees within sentences, which every quotation of them would tell."""
    found = numbered(corpus)
    if found:
        warn(about_numbers(len(found), found))


def numbered(corpus: Corpus) -> list[str]:
    """Return the ids of the essays in whose text a number of an employee stands."""
    return [
        item.id
        for item, text in zip(corpus.items, corpus.texts, strict=True)
        if tells_number(text, item.start, item.end) and tells_number(corpus.text(item))
    ]


def about_numbers(count: int, essays: Sequence[str]) -> KpuCorpusWarning:
    """Build the warning for so many essays, the first of which it names."""
    return KpuCorpusWarning("numbers_told", count=count, got=named(essays))


def warn_unmatched(reasons: Sequence[KpuCorpusError]) -> None:
    """Warn of rows of the metadata that fit no essay or several, and of essays without a row.

    Rows of files that were skipped are told with these.
    """
    told = [reason for reason in reasons if reason.message != "metadata_unread"]
    if told:
        warn(UnmatchedMetadata("metadata_apart", reasons=listed(told, "; ")))


def markup(text: str) -> str | None:
    """Return the first tag or entity of a web page in a text.

    >>> markup("Hutan &amp; laut"), markup("<p class='a'>Hutan"), markup("a < b, b > c & d")
    ('&amp;', "<p class='a'>", None)
    """
    found = _MARKUP.search(text)
    return found.group() if found else None
