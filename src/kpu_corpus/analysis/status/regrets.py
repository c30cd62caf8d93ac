"""A lack of the value that is regretted, feared, forbidden or made a condition."""

from __future__ import annotations

import numpy as np

from kpu_corpus.analysis.status import cues, modals
from kpu_corpus.analysis.status.surroundings import Hits, Surroundings, earliest, either, latest
from kpu_corpus.ground.arrays import Bools, Ints, Longs


def regrets(text: Surroundings, idioms: Surroundings, hits: Hits, negator: Ints) -> Longs:
    """Return the place of the word that makes each lack one to regret, or -1.

    ``idioms``: the same words by what they do beside negators.
    """
    condition = np.where(
        text.does[negator] & cues.IS_WITHOUT > 0,
        _condition(text, hits, negator),
        _conditioned(text, hits, negator),
    )
    return np.where(condition >= 0, condition, _regretting(text, idioms, hits, negator))


def _condition(text: Surroundings, hits: Hits, without: Ints) -> Longs:
    """Return each "tanpa" that states a condition, or -1.

    It opens the unit ("tanpa integritas …"; "Tanpa koordinasi." alone adds to the sentence before)
    or a clause ("tetapi tanpa integritas, …"), a denial goes before it ("tidak ada pemilu tanpa
    integritas", "apa artinya pemilu tanpa integritas"), or something is said of what goes without
    ("jabatan tanpa integritas hanya hiasan", "… tidak ada artinya").
    """
    denials = text.marked(cues.NEGATES)
    denials = denials[text.does[denials] & cues.IS_WITHOUT == 0]
    denials = either(denials, text.pairs(cues.ASKS, cues.IS_WORTH))
    since = np.maximum(text.stretch(without), latest(text.marked(cues.IS_BREAK), without) + 1)
    denied = latest(denials, without) >= since
    parted = text.gap[np.minimum(hits.last + 1, len(text.does) - 1)]
    opens = (without == hits.low) | (parted & _opens_clause(text, without))
    onward = text.onward(hits.last)
    told = ~parted & (onward & (cues.PREDICATES | cues.NEGATES) > 0)
    told &= onward & cues.IS_WITHOUT == 0
    return np.where(denied | told | (opens & (hits.last < hits.high)), without, -1)


def _conditioned(text: Surroundings, hits: Hits, negator: Ints) -> Longs:
    """Return the "tanpa" that names the condition of each denied value, or -1.

    As in "tidak ada integritas tanpa kejujuran" and "tanpa kejujuran tidak akan ada integritas".
    """
    before = np.maximum(latest(text.marked(cues.IS_WITHOUT), negator), hits.low)
    opening = (before == hits.low) | _opens_clause(text, before)
    opening &= text.does[before] & cues.IS_WITHOUT > 0
    opening &= text.onward(negator) & (cues.ALLOWS | cues.SUPPOSES | cues.EXISTS) > 0
    without = earliest(text.marked(cues.IS_WITHOUT), hits.last, len(text.does))
    place = np.minimum(without, len(text.does) - 1)
    fits = without <= hits.high
    fits &= text.stretch(place) <= negator
    fits &= latest(text.marked(cues.IS_BREAK), place) < negator
    return np.where(fits, without, np.where(opening, before, -1))


def _opens_clause(text: Surroundings, place: Longs | Ints) -> Bools:
    """Tell whether some words stand right behind "tetapi", "karena" and the like."""
    return text.back(place) & (cues.HALTS | cues.CAUSES_IT) > 0


def _regretting(text: Surroundings, idioms: Surroundings, hits: Hits, negator: Ints) -> Longs:
    """Return the first word of regret in each unit, or -1.

    A cause or an occasion is one before the lack ("karena petugas tidak netral, …"), but not "oleh
    karena itu"; what comes after a cause behind it only explains the lack ("petugas tidak netral
    karena takut"). "Perlu diketahui" and "salah seorang" regret nothing.
    """
    none = len(text.does)
    causes = text.marked(cues.CAUSES_IT)
    end = np.minimum(hits.high, earliest(causes, hits.last, none))
    words = text.marked(cues.REGRETS_LACK)
    does, onward = text.does[words], text.onward(words)
    noted = (does & modals.DEMANDS > 0) & (onward & cues.IS_NOTED > 0)  # "perlu diketahui"
    listed = (does & cues.IS_FAULT > 0) & (onward & cues.EXISTS > 0)  # "salah seorang"
    denied = text.back(words) & cues.NEGATES > 0  # "tidak membuat"
    denied &= does & (cues.IS_UNDENIED | modals.DEMANDS) == 0
    regret = earliest(words[~(noted | listed | denied)], hits.low, none)
    grounds = text.marked(cues.CAUSES_IT | cues.GIVES_OCCASION)
    so = idioms.onward(grounds) & cues.IS_THAT > 0  # "karena itu", but "karena itu tidak jujur"
    so[so] = text.onward(grounds[so] + 1) & cues.NEGATES == 0
    cause = earliest(grounds[~so], hits.low, none)
    compared = text.back(negator) & cues.COMPARES > 0  # "daripada tidak jujur", "sikap tidak jujur"
    found = np.minimum(
        np.where(regret <= end, regret, none), np.where(cause < negator, cause, none)
    )
    found = np.where(compared, negator - 1, found)
    defined = (found == none) & (text.onward(hits.last) & cues.DEFINES > 0)
    who = (found == none) & (text.back(negator) & cues.IS_WHO > 0)
    who &= idioms.back(np.maximum(negator - 1, 0)) & cues.IS_KNOWN == 0
    defined |= who & _foretold(text, idioms, hits)
    found = np.where(defined, hits.last + 1, found)
    return np.where(found < none, found, -1)


def _foretold(text: Surroundings, idioms: Surroundings, hits: Hits) -> Bools:
    """Tell behind which hits stands what comes of them: "(yang tidak) jujur akan tersingkir".

    Of somebody who is known it only tells what he will do: "atasan saya yang tidak jujur".
    """
    after = np.minimum(hits.last + 1, len(text.does) - 1)
    denied = text.onward(hits.last) & cues.NEGATES > 0
    denied &= idioms.onward(after) & cues.FORETELLS > 0
    return denied | (idioms.onward(hits.last) & cues.FORETELLS > 0)
