"""The plan of a lexicon, prepared in advance for the shipped ones.

To read the phrases of the shipped lexicon takes as long as to find them in a thousand essays;
`training.lexicons` writes what comes of it.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import islice

import numpy as np

from kpu_corpus.analysis.lexicon import OF_FILE, load_lexicon
from kpu_corpus.analysis.matching.plans import Asked, Phrases, Plan, made
from kpu_corpus.analysis.matching.sought import Keys, Sought, parted
from kpu_corpus.analysis.row_lists import Lists
from kpu_corpus.ground import packing
from kpu_corpus.ground.arrays import Ints
from kpu_corpus.ground.shipped import DATA

KEPT = 8  # plans that are kept: those of the lexicons in use


@lru_cache(maxsize=KEPT)
def plan_of(asked: Asked | str) -> Plan:
    """Return the plan of patterns, or that of the shipped lexicon of a name.

    It is the one that is shipped where there is one, else made.
    """
    if isinstance(asked, str):
        return unpacked((DATA / "ready" / f"{asked}.plan").read_bytes())
    key = OF_FILE.get(asked.name)
    return plan_of(key) if key and asked == Asked.whole(load_lexicon(key)) else made(asked)


def packed(plan: Plan) -> bytes:
    """Return a plan as bytes: its words in one string, its numbers as columns.

    >>> from kpu_corpus.analysis.lexicon import Pattern
    >>> plan = made(Asked((Pattern(("jujur",)),), (), "own"))
    >>> unpacked(packed(plan)).sought.bare
    [('jujur', 'jujur', 0)]
    """
    sought = plan.sought
    head = {
        "slots": plan.slots,
        "bare": sought.bare,
        "parted": [row for _, _, row in sought.parted],
        "words": [*map(_ALTERNATIVES.join, (sought.words, *sought.keys.own))],
    }
    columns = [
        *(*sought.keys.rows, *plan.standing, *_columns(plan.matches), *_columns(plan.contexts)),
        *(plan.pattern, plan.wanted, plan.barred, plan.near),
    ]
    return packing.packed(head, [column.tolist() for column in columns])


def unpacked(data: bytes) -> Plan:
    """Return the plan that bytes were made of."""
    head, views = packing.unpacked(data)
    columns = (np.array(view, np.int32) for view in views)
    words, *keys = (text.split(_ALTERNATIVES) if text else [] for text in head["words"])
    of_keys, standing = (Lists(*islice(columns, 2)) for _ in range(2))
    sought = Sought(
        *(words, Keys.of(keys, of_keys), [*map(tuple, head["bare"])]),
        parted(words, head["parted"]),
    )
    matches, contexts = (_phrases([*islice(columns, 5)]) for _ in range(2))
    return Plan(sought, head["slots"], standing, matches, contexts, *columns)


_ALTERNATIVES = "|"  # stands between words, and in none


def _columns(phrases: Phrases) -> list[Ints]:
    return [*phrases.slots, phrases.reach, *phrases.rows]


def _phrases(columns: list[Ints]) -> Phrases:
    return Phrases(Lists(*columns[:2]), columns[2], Lists(*columns[3:]))
