"""What stands where the name of an author is expected and is nobody's: an account, an office."""

from __future__ import annotations

import re

from kpu_corpus.reading.accounts import is_account, without_team
from kpu_corpus.segment.bylines.offices import is_institution
from kpu_corpus.segment.bylines.work import DUTIES, OFFICE, PART_OF_OFFICE

# Parts of offices that also begin titles, which stand elsewhere: "Divisi Sosialisasi".
_PART = re.compile(rf"(?:Sub ?b?ag(?:ian)?|Divisi)\.?\s+(?:{DUTIES}|T[PE]\w*|KUL)\b", re.IGNORECASE)
# A number that tells people apart who are called so instead of by their names: "Anonim 2".
_NUMBERED = re.compile(r"(?<![^\W\d_])(?<!\d)\d+$")


def is_nobody(name: str) -> bool:
    """Tell whether an author is an account of a site, an office, behind which many write, or "-".

    >>> [is_nobody(name) for name in ("Humas KPU Bantul", "KPU Bantul", "admin25", "Anonim")]
    [True, True, True, True]
    >>> [is_nobody(name) for name in ("Tim Penulis", "Subbag Teknis", "Dinas Pendidikan")]
    [True, True, True]
    >>> [is_nobody(name) for name in ("Anonim 2", "KPU-07", "Humaira", "Tim Lindsey")]
    [False, False, False, False]
    """
    if not any(map(str.isalnum, name)):
        return True
    named = without_team(name)
    office = OFFICE.match(named) or PART_OF_OFFICE.match(named) or _PART.match(named)
    nobody = is_account(name) or office or is_institution(named)
    return bool(nobody) and not _NUMBERED.search(name)
