"""Accounts of a site that stand where the name of an author is expected: "admin", "Tim Redaksi"."""

from __future__ import annotations

import re

# What opens the name of an account, whatever follows: "Redaksi Warta", "super user".
ACCOUNTS = frozenset(
    "admin administrator redaksi redaktur humas editor super unknown anonim webmaster".split()
)
_AROUND = frozenset(["tim", "the", "web", "author"])
_SITE = re.compile(r"http.*|[\w.-]+\.(?:com|net|org|id)|admin\w*", re.IGNORECASE)


def is_account(text: str) -> bool:
    """Tell whether words where a name is expected are those of nobody: an account, an address.

    >>> [is_account(text) for text in ("Tim Redaksi", "super user", "Warta.com", "Rina Marlina")]
    [True, True, True, False]
    """
    words = [word for word in text.casefold().split() if word not in _AROUND]
    return not words or words[0] in ACCOUNTS or _SITE.fullmatch(text) is not None
