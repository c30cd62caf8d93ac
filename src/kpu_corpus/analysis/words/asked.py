"""The words of a query as typed: punctuation is passed over, as it is between words of a text."""

from __future__ import annotations

import re
from collections.abc import Collection

from kpu_corpus.indonesian.normal import normal

_GAP = re.compile(r"\.\.\d{1,2}")
_EDGE = re.compile(r"^[^\w*]+|[^\w*]+$")
_BETWEEN = re.compile(r"[^\w*'.-]+")


def asked(query: str, known: Collection[str]) -> list[str]:
    """Return the words of a query; choices keep their ``|``, a gap is as it was typed.

    A word of the corpus that has punctuation itself (``known``: S.H., 2024/2025) stays whole.
    The explorer reads queries the same way.

    >>> asked('"Hak pilih", S.H. jujur|adil, ..3 KPU/PPK.', {"s.h."})
    ['hak', 'pilih', 's.h.', 'jujur|adil', '..3', 'kpu', 'ppk']
    """
    found: list[str] = []
    for typed in query.split():
        word = normal(typed)
        if _GAP.fullmatch(word) or word in known:
            found.append(word)
        elif "|" in word:
            choices = (one if one in known else _EDGE.sub("", one) for one in word.split("|"))
            found.append("|".join(filter(None, choices)))
        else:
            found += (_EDGE.sub("", one) for one in _BETWEEN.split(word))
    return [word for word in found if word]
