"""Strangers' names and texts made fit for a terminal."""

from __future__ import annotations

import re

# Controls, which a terminal obeys, line ends of every kind, and what turns the way of writing.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    """Return text as one line that a terminal shows and does not obey; the rest is escaped.

    >>> print(printable("esai\\x1b[31m\\nGalat: palsu"))
    esai\\x1b[31m\\nGalat: palsu
    """
    return _UNSEEN.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)
