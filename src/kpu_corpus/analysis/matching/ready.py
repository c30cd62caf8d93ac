"""The plan of a lexicon, prepared in advance for the shipped ones.

To read the phrases of the shipped lexicon takes as long as to find them in a thousand essays;
`training.lexicons` writes what comes of it.
"""

from __future__ import annotations

import json
from functools import lru_cache
from itertools import islice

import numpy as np

from kpu_corpus.analysis.lexicon import SHIPPED, load_lexicon
from kpu_corpus.analysis.matching.plans import Asked, Phrases, Plan, made
from kpu_corpus.analysis.matching.sought import Sought
from kpu_corpus.analysis.row_lists import Lists
from kpu_corpus.ground.arrays import Ints
from kpu_corpus.ground.shipped import DATA

KEPT = 8  # plans that are kept: those of the lexicons in use


@lru_cache(maxsize=KEPT)
def plan_of(asked: Asked) -> Plan:
    """Return the plan of patterns: the one that is shipped where there is one, else made."""
    for key, file in SHIPPED.items():
        if file == asked.name and asked == Asked.whole(load_lexicon(key)):
            return unpacked((DATA / "ready" / f"{key}.plan").read_bytes())
    return made(asked)


def packed(plan: Plan) -> bytes:
    """Return a plan as bytes: a line of JSON, then its columns one after the other.

    >>> from kpu_corpus.analysis.lexicon import Pattern
    >>> plan = made(Asked((Pattern(("jujur",)),), (), "own"))
    >>> unpacked(packed(plan)).sought.bare
    [('jujur', 0)]
    """
    columns = [
        *(*plan.standing, *_columns(plan.matches), *_columns(plan.contexts)),
        *(plan.pattern, plan.wanted, plan.barred, plan.near),
    ]
    head = {"words": plan.sought.words, "slots": plan.slots, "sizes": [*map(len, columns)]}
    line = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
    rows = np.concatenate(columns).astype("<i4").tobytes()
    return line + b"\n" + rows


def unpacked(data: bytes) -> Plan:
    """Return the plan that bytes were made of."""
    line, rows = data.split(b"\n", 1)
    head = json.loads(line)
    numbers = np.frombuffer(rows, "<i4").astype(np.int32)
    columns = iter(np.split(numbers, np.cumsum(head["sizes"])[:-1]))
    standing = Lists(next(columns), next(columns))
    matches, contexts = (_phrases([*islice(columns, 5)]) for _ in range(2))
    return Plan(Sought.of(head["words"]), head["slots"], standing, matches, contexts, *columns)


def _columns(phrases: Phrases) -> list[Ints]:
    return [*phrases.slots, phrases.reach, *phrases.rows]


def _phrases(columns: list[Ints]) -> Phrases:
    return Phrases(Lists(*columns[:2]), columns[2], Lists(*columns[3:]))
