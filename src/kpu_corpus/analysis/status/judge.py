"""The status of hits: each rule is applied to the hits that earlier rules left open."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus.analysis.status import marks, modals
from kpu_corpus.analysis.status.aspirations import aspirations
from kpu_corpus.analysis.status.capitals import only_loud, only_titled
from kpu_corpus.analysis.status.denials import denials
from kpu_corpus.analysis.status.enumerations import enumerated
from kpu_corpus.analysis.status.labels import labelled
from kpu_corpus.analysis.status.mottoes import mottoes, own_motto
from kpu_corpus.analysis.status.names import names
from kpu_corpus.analysis.status.rules import (
    INSTITUTION,
    MODAL,
    MOTTO,
    REFUSED,
    RULES,
    STATED,
)
from kpu_corpus.analysis.status.surroundings import Codes, Found, Hits, Surroundings
from kpu_corpus.ground.arrays import Bools, Ints
from kpu_corpus.tokens import Tokens

Words = npt.NDArray[np.object_]


class Verdicts(NamedTuple):
    """The rule that decided on each hit, as its row in RULES, and the words that it went by."""

    rule: Codes
    cue: Words

    @property
    def status(self) -> Words:
        """The status that each rule gives."""
        return np.array(list(RULES.values()), dtype=object)[self.rule]


def judged(
    tokens: Tokens, first: Ints, last: Ints, against: Bools, named: Bools | bool = False
) -> Verdicts:
    """Return the rule and cue of the hits from tokens ``first`` to ``last`` (inside).

    They go by the words around the hits in the same unit. ``against``: the hit names what the value
    forbids (Pattern.against); ``named``: the pattern asks for that very name (Matcher.named).
    """
    named = np.broadcast_to(named, first.shape)
    text, hits = Surroundings.of(tokens, first, last, against, named)
    found = names(text, hits)
    _drop_apparent(found, text, hits, tokens, first)
    closing = tokens.units.are("sign_off")[tokens.unit[first]]
    found.put(np.flatnonzero(closing), MOTTO, -1)  # the formula at the end of an essay
    rows = found.open
    quoted = labelled(tokens, first[rows], last[rows])
    labels = rows[list(quoted)]
    found.put(labels, [label.rule for label in quoted.values()], -1)
    for says in (mottoes, own_motto):
        rows = found.open
        found.put(rows, *says(text, hits.where(rows)))
    beside = text.read_by(tokens.types, marks.BESIDE_MODALS)
    hits = enumerated(text, beside, tokens, first, hits)
    rows = found.open
    idioms = text.read_by(tokens.types, marks.BESIDE_NEGATORS)
    found.put(rows, *denials(text, idioms, hits.where(rows)))
    rows = np.flatnonzero((found.rule == STATED) | (found.rule == REFUSED))
    hoped = aspirations(text, beside, tokens.types, hits.where(rows))
    modal = hoped.rule == MODAL
    found.put(rows[modal], MODAL, hoped.cue[modal])
    cue = _cues(found, text, beside, tokens)
    cue[labels] = [label.cue for label in quoted.values()]
    return Verdicts(found.rule, cue)


def _drop_apparent(
    found: Found, text: Surroundings, hits: Hits, tokens: Tokens, first: Ints
) -> None:
    """Undo names that are asked for themselves, or only look like names in capitals or headings.

    ``first`` are the first words of the hits as tokens.
    """
    unit = tokens.unit[first]
    heading, item = (tokens.units.are(kind)[unit] for kind in ("heading", "list_item"))
    headed = (found.rule == INSTITUTION) & (found.cue < hits.first)
    # a listed name inside a longer one ("Aplikasi Sirekap") is still what its own pattern asks for
    rows = np.flatnonzero(headed & hits.named)
    norms = (tokens.types.norm[kind] for kind in tokens.type[first[rows]].tolist())
    found.put(rows[[norm not in tokens.defined for norm in norms]], STATED, -1)
    headed = (found.rule == INSTITUTION) & (found.cue < hits.first)
    rows = np.flatnonzero(headed & (found.cue < hits.first - 1) & ~heading)
    loud = only_loud(tokens, text, hits.where(rows), found.cue[rows], item[rows])
    found.put(rows[loud], STATED, -1)
    rows = np.flatnonzero(headed & heading)
    titled = only_titled(text, hits.where(rows), found.cue[rows])
    found.put(rows[titled], STATED, -1)


def _cues(found: Found, text: Surroundings, beside: Surroundings, tokens: Tokens) -> Words:
    """Return the cue of each hit as it is written, "" where it has none."""
    surfaces = tokens.types.surface
    cue = np.full(len(found.cue), "", dtype=object)
    rows = np.flatnonzero(found.cue >= 0)
    cue[rows] = [surfaces[kind] for kind in text.kind[found.cue[rows]].tolist()]
    whole = np.flatnonzero(found.rule == INSTITUTION)
    cue[whole] = [" ".join(word.split()) for word in cue[whole].tolist()]
    # what wishes beside the next word only is told with it: "tidak boleh"
    alone = text.does[found.cue] & modals.ASPIRES > 0
    alone |= beside.does[found.cue] & modals.PROMISES > 0
    for row in np.flatnonzero((found.rule == MODAL) & ~alone).tolist():
        cue[row] += f" {surfaces[text.kind[found.cue[row] + 1]]}"
    return cue
