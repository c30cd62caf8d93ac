"""What tables say depends neither on the order of the essays nor on what they are called."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from functools import cache

import numpy as np
import pandas as pd
import pytest

import kpu_corpus as kc

SAID = (
    "Kami menjaga integritas dalam pemilu. Pegawai harus jujur dan disiplin. Pelayanan kepada "
    "masyarakat penting. Kerja sama antarpegawai membuat pemilu lancar. Netralitas ASN wajib "
    "dijaga. Kami tidak memihak peserta pemilu. Transparansi data dibuka kepada publik. Laporan "
    "disusun tepat waktu. Disiplin waktu adalah kunci. Tanggung jawab dipegang teguh. Masyarakat "
    "memilih dengan bebas. Pemilu yang adil membutuhkan integritas. Koordinasi berjalan baik. "
    "Warga dilayani dengan ramah. Akuntabilitas anggaran dijaga. Kami belajar terus."
)
COUNT = 20
PLACES = ("source", "start", "end", "start_a", "start_b", "end_a", "end_b", "position")
CALLS: dict[str, Callable[[kc.Tokens], pd.DataFrame]] = {
    "themes": kc.themes,
    "themes by unit": lambda t: kc.themes(t, by="unit"),
    "themes by third": lambda t: kc.themes(t, by="third"),
    "evidence": kc.evidence,
    "keywords": lambda t: kc.keywords(t, resamples=20),
    "keywords by unit": lambda t: kc.keywords(t, by="unit", background=None),
    "keyness": lambda t: kc.keyness(t, min_count=1),
    "keyness against the others": lambda t: kc.keyness(t, background=None, min_count=1),
    "keyness by unit": lambda t: kc.keyness(t, by="unit", background=None),
    "compare words": lambda t: kc.compare(t, by="unit"),
    "compare themes": lambda t: kc.compare(t, by="unit", what="themes"),
    "similarity": kc.similarity,
    "similarity by unit": lambda t: kc.similarity(t, by="unit"),
    "clusters": lambda t: kc.clusters(t)[["essay", "cluster"]],
    "shared_passages": lambda t: kc.shared_passages(t).drop(columns=["text", "text_b", "words"]),
    "templates": lambda t: kc.templates(t, min_essays=3).drop(columns="essay"),  # the first by id
    "profile": kc.profile,
    "coverage": kc.coverage,
    "dispersion": kc.dispersion,
    "collocations": kc.collocations,
    "collocates": lambda t: kc.collocates(t, "pegawai"),
    "network": kc.network,
    "theme_network": kc.theme_network,
    "sensitivity": kc.sensitivity,
    "suggest": lambda t: kc.suggest(t, "integritas").drop(columns="example"),  # the first by id
}


@cache  # the orders are the same for every table
def _tokens(order: tuple[int, ...], names: tuple[str, ...]) -> kc.Tokens:
    draw = np.random.default_rng(4)
    said = SAID.removesuffix(".").split(". ")
    texts = [". ".join(draw.choice(said, 12)) + "." for _ in range(COUNT)]
    rows = {
        "id": [names[row] for row in order],
        "text": [texts[row] for row in order],
        "unit": [f"KPU {'AB'[row % 2]}" for row in order],
    }
    return kc.preprocess(kc.load(pd.DataFrame(rows)))


def _told(table: pd.DataFrame, names: tuple[str, ...]) -> pd.DataFrame:
    """Return what a table says, whatever the order of its rows and of two that it pairs."""
    table = pd.DataFrame(table.drop(columns=[name for name in PLACES if name in table]))
    known = {name: f"esai {row}" for row, name in enumerate(names)}
    for name in {"essay", "essay_a", "essay_b"} & {*table.columns}:
        table[name] = table[name].map(known)
    for one, other in (("essay_a", "essay_b"), ("unit_a", "unit_b")):
        if one in table:
            turned = table[one] > table[other]
            a, b = table[one].where(~turned, table[other]), table[other].where(~turned, table[one])
            table[one], table[other] = a, b
    table = table.round(9)
    return table.astype(str).sort_values([*table.columns]).reset_index(drop=True)


ORDER = tuple(range(COUNT))
NAMES = tuple(f"esai {row}" for row in ORDER)


@cache
def _first(name: str) -> pd.DataFrame:
    return CALLS[name](_tokens(ORDER, NAMES))


@pytest.mark.parametrize("name", CALLS)
def test_neither_order_nor_names_of_the_essays_change_what_a_table_says(name: str) -> None:
    names = tuple(f"naskah {row * 7 % COUNT}" for row in ORDER)
    there = CALLS[name](_tokens(tuple(row * 3 % COUNT for row in reversed(ORDER)), names))
    pd.testing.assert_frame_equal(_told(there, names), _told(_first(name), NAMES))
    assert len(there) or name == "clusters"


@pytest.mark.parametrize("name", ["themes by unit", "evidence", "keywords"])
@pytest.mark.parametrize("way", [copy.deepcopy, lambda t: pickle.loads(pickle.dumps(t))])
def test_a_copy_of_a_table_knows_what_made_it(
    name: str, way: Callable[[pd.DataFrame], pd.DataFrame]
) -> None:
    table = _first(name)
    made = way(table)
    pd.testing.assert_frame_equal(made, table)
    assert kc.manifest(made) == kc.manifest(table)


def test_an_essay_without_text_changes_nothing_but_what_is_skipped() -> None:
    texts = {f"e{row}": SAID for row in range(3)}
    one, other = kc.load(texts), kc.load(texts | {"kosong": " \n"})
    assert one.essays.equals(other.essays)
    assert other.skipped["path"].tolist() == ["kosong"]
    assert kc.themes(one).equals(kc.themes(other))


def test_every_essay_twice_has_the_same_shares_and_rates() -> None:
    once = _tokens(ORDER, NAMES).corpus.essays[["essay", "text", "unit"]]
    twice = pd.concat([once, once.assign(essay=once["essay"] + " lagi")], ignore_index=True)
    single, double = (kc.preprocess(kc.load(table)) for table in (once, twice))
    for what, same in (("words", ["rate_a", "rate_b"]), ("themes", ["share_a", "share_b"])):
        a, b = (kc.compare(tokens, by="unit", what=what) for tokens in (single, double))
        key = ["unit", "term" if what == "words" else "theme"]
        joined = a.merge(b, on=key, suffixes=("", "_twice"))
        assert len(joined) == len(a) > 10
        for name in same:
            assert joined[name].tolist() == pytest.approx(joined[f"{name}_twice"].tolist())
        wider = joined["high"] - joined["low"] - joined["high_twice"] + joined["low_twice"]
        assert (wider > 0).mean() > 0.9  # twice the essays, narrower limits
