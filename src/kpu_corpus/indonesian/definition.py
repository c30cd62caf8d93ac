"""One definition in a text: short form, long form, their places, the rule that found it."""

from __future__ import annotations

from typing import NamedTuple


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
    def of(
        cls, text: str, short_start: int, short_end: int, long_start: int, long_end: int, rule: str
    ) -> Definition:
        """Return the definition of a short form by a long form in the same text."""
        return cls(
            text[short_start:short_end],
            text[long_start:long_end],
            min(short_start, long_start),
            max(short_end, long_end),
            short_start,
            short_end,
            long_start,
            long_end,
            rule,
        )
