"""Accounts of a site that stand where the name of an author is expected: "admin", "Tim Redaksi"."""

from __future__ import annotations

import re
from itertools import dropwhile

# What opens the name of an account, whatever follows: "Redaksi Warta", "super user".
ACCOUNTS = frozenset(
    """admin administrator redaksi redaktur humas hupmas parmas parhubmas kehumasan ppid editor
    super unknown anonim anonymous webmaster""".split()
)
# What is nobody's by itself, or before the name of an account or an office: "Tim Media Center".
_AROUND = frozenset(
    """tim dewan staf the web author media center penulis kontributor operator panitia publikasi
    sekretariat user guest owner root""".split()
)
_SITE = re.compile(r"http.*|[\w.-]+\.(?:com|net|org|id)|(?:admin|kpu|bawaslu)\w*", re.IGNORECASE)


def is_account(text: str) -> bool:
    """Tell whether words where a name is expected are those of nobody: an account, an address.

    >>> [is_account(text) for text in ("Tim Redaksi", "super user", "Warta.com", "Rina Marlina")]
    [True, True, True, False]
    """
    words = without_team(text).casefold().split()
    return not words or words[0] in ACCOUNTS or _SITE.fullmatch(text) is not None


def without_team(text: str) -> str:
    """Return a name without the words before it that are nobody's.

    >>> without_team("Tim Media Center KPU Garut"), without_team("Rina Marlina")
    ('KPU Garut', 'Rina Marlina')
    """
    words = text.split()
    return " ".join(dropwhile(lambda word: word.casefold() in _AROUND, words))
