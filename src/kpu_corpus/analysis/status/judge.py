"""The status of hits: each room is asked of those that the rooms before it left open."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus.analysis.status.aspirations import aspirations
from kpu_corpus.analysis.status.denials import denials
from kpu_corpus.analysis.status.labels import labelled
from kpu_corpus.analysis.status.marks import ASPIRES, BESIDE_MODALS
from kpu_corpus.analysis.status.names import names
from kpu_corpus.analysis.status.rules import (
    INSTITUTION,
    MODAL,
    MOTTO,
    REFUSED,
    RULES,
    STATED,
)
from kpu_corpus.analysis.status.surroundings import Codes, Found, Surroundings
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.scanning import Bools, Ints

Words = npt.NDArray[np.object_]


class Verdicts(NamedTuple):
    """The rule that decided on each hit, as its row in RULES, and the words that it went by."""

    rule: Codes
    cue: Words

    @property
    def status(self) -> Words:
        """The status that each rule gives."""
        return np.array(list(RULES.values()), dtype=object)[self.rule]


class Judge:
    """Gives hits their status from the words around them in the same unit."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens

    def verdicts(
        self, first: Ints, last: Ints, against: Bools, named: Bools | bool = False
    ) -> Verdicts:
        """Return the rule and cue of the hits from tokens ``first`` to ``last`` (inside).

        ``against``: the hit names what the value forbids (Pattern.against); ``named``: the pattern
        asks for that very name (Matcher.named).
        """
        named = np.broadcast_to(named, first.shape)
        text, hits = Surroundings.of(self.tokens, first, last, against, named)
        found = names(text, hits)
        found.put(self._in_sign_off(first), MOTTO, -1)
        rows = found.open
        quoted = labelled(self.tokens, first[rows], last[rows])
        labels = rows[list(quoted)]
        found.put(labels, [label.rule for label in quoted.values()], -1)
        rows = found.open
        found.put(rows, *denials(text, hits.where(rows)))
        rows = np.flatnonzero((found.rule == STATED) | (found.rule == REFUSED))
        beside = text.read_by(self.tokens.types, BESIDE_MODALS)
        hoped = aspirations(text, beside, hits.where(rows))
        modal = hoped.rule == MODAL
        found.put(rows[modal], MODAL, hoped.cue[modal])
        cue = self._words(found, text.kind[found.cue])
        # what wishes beside the next word only is told with it: "tidak boleh"
        for row in np.flatnonzero(
            (found.rule == MODAL) & (text.does[found.cue] & ASPIRES == 0)
        ).tolist():
            cue[row] += f" {self.tokens.types.surface[text.kind[found.cue[row] + 1]]}"
        cue[labels] = [label.cue for label in quoted.values()]
        return Verdicts(found.rule, cue)

    def _in_sign_off(self, first: Ints) -> Bools:
        """Tell which hits stand in the closing formula of an essay."""
        kinds = self.tokens.units.kind
        signs = [kinds[unit] == "sign_off" for unit in self.tokens.unit[first].tolist()]
        return np.array(signs, dtype=bool)

    def _words(self, found: Found, kind: Ints) -> Words:
        words = np.full(len(found.cue), "", dtype=object)
        rows = np.flatnonzero(found.cue >= 0)
        surfaces = self.tokens.types.surface
        words[rows] = [surfaces[number] for number in kind[rows].tolist()]
        whole = np.flatnonzero(found.rule == INSTITUTION)
        words[whole] = [" ".join(word.split()) for word in words[whole].tolist()]
        return words
