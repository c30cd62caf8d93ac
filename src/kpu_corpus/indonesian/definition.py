"""One definition in a text: short form, long form, their places, the rule that found it."""

from __future__ import annotations

from typing import NamedTuple

from kpu_corpus.indonesian.alignment import Span


class Definition(NamedTuple):
    """A short form and its long form in a text; offsets are code points, end exclusive.

    `rule` is ``parenthesis`` (LONG (SHORT)), ``reversed`` (SHORT (LONG)), ``connector`` (LONG
    disingkat SHORT) or ``expansion`` (SHORT singkatan dari LONG). `start` and `end` bound both
    forms and what stands between them.
    """

    short: str
    long: str
    start: int
    end: int
    short_start: int
    short_end: int
    long_start: int
    long_end: int
    rule: str

    def moved(self, by: int) -> Definition:
        """Return it with its offsets further on in the text."""
        short, long, start, end, short_start, short_end, long_start, long_end, rule = self
        return Definition(
            short,
            long,
            start + by,
            end + by,
            short_start + by,
            short_end + by,
            long_start + by,
            long_end + by,
            rule,
        )

    @classmethod
    def of(cls, text: str, short: Span, window: list[Span], rule: str) -> Definition:
        """Return the definition of a short form by a window of words in the same text."""
        long_start, long_end = window[0].start, window[-1].end
        return cls(
            short.text,
            text[long_start:long_end],
            min(short.start, long_start),
            max(short.end, long_end),
            short.start,
            short.end,
            long_start,
            long_end,
            rule,
        )
