"""An engine of one's own, whose workers are processes: everything equals what one gives."""

from __future__ import annotations

import pickle
from typing import TypeVar

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.streaming.steps import (
    Scored,
    checked,
    count,
    displays,
    finish,
    scanned,
    score,
    settle,
    survey,
)
from kpu_corpus.terms.counts import TermCounts

Sent = TypeVar("Sent")
Worked = tuple[list[Scored], TermCounts]
ESSAYS = {
    "a": "Transparansi itu utama. Transparansi dijaga petugas. Transparansi diuji.",
    "b": "Kami menjaga transparansi. Rakyat menilai transparansi dan kejujuran petugas.",
    "c": "Panitia menilai transparansi. Warga menuntut transparansi.",
}


def sent(what: Sent) -> Sent:
    """Return what another process would get."""
    copy: Sent = pickle.loads(pickle.dumps(what))
    return copy


@pytest.fixture(scope="module")
def engine() -> Worked:
    settings = sent(checked())
    batches = [scanned(kc.load({name: text})) for name, text in ESSAYS.items()]
    settled = sent(settle((sent(survey(batch, settings)) for batch in batches), settings))
    whole = sent(finish(sent(count(batch, settled)) for batch in batches).terms)
    lexicon = kc.load_lexicon(None)
    return [sent(score(batch, settled, whole, lexicon)) for batch in batches], whole


def test_the_form_that_people_read_is_chosen_over_all_batches(
    engine: Worked,
) -> None:
    parts, whole = engine
    shown = displays([part.keywords["term"] for part in parts], (p.forms for p in parts), whole)
    table = pd.concat([part.keywords for part in parts], ignore_index=True)
    expected = kc.keywords(kc.load(ESSAYS))
    assert not table.equals(expected)  # each batch by itself writes Transparansi otherwise
    table["display"] = shown.of(table["term"])
    pd.testing.assert_frame_equal(table, expected)


def test_a_term_that_is_no_keyword_has_no_form_and_is_named(
    engine: Worked,
) -> None:
    parts, whole = engine
    shown = displays([["transparansi"]], (part.forms for part in parts), whole)
    assert shown.of(["transparansi"]) == ["transparansi"]
    for term in ("rakyat", "zebra"):
        with pytest.raises(InvalidArgument, match=f"has no '{term}'"):
            shown.of([term])
