"""Manifests: what made a table, and what differs between two."""

import json

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.errors import InvalidArgument


def test_a_table_says_what_made_it() -> None:
    corpus = kc.load({"a": "Kami menjaga integritas."})
    made = kc.manifest(kc.themes(kc.preprocess(corpus, roots="none")))
    assert made["call"] == "themes"
    assert made["settings"]["roots"] == "none"
    assert made["sources"] == {"a": corpus.sources["sha256"].iloc[0]}
    assert made["versions"]["kpu-corpus"] == kc.__version__
    assert "themes.toml" in made["data"]
    json.dumps(made)


def test_a_slice_keeps_its_origin_and_a_merge_says_what_to_do() -> None:
    table = kc.themes(kc.load({"a": "Kami menjaga integritas."}))
    assert kc.manifest(table.head(1))["call"] == "themes"
    merged = table.merge(pd.DataFrame({"essay": ["a"], "kelas": [1]}), on="essay")
    merged.attrs.clear()
    with pytest.raises(InvalidArgument, match=r"kc\.manifest\(tokens\)"):
        kc.manifest(merged)


def test_same_names_what_differs() -> None:
    first = kc.preprocess(kc.load({"a": "Kami."}))
    second = kc.preprocess(kc.load({"a": "Kami."}), roots="none")
    assert kc.same(kc.manifest(first), kc.manifest(first)) == {}
    assert kc.same(kc.manifest(first), kc.manifest(second)) == {
        "settings.roots": ("ranked", "none")
    }


def test_a_table_with_its_origin_can_be_stored(tmp_path) -> None:  # type: ignore[no-untyped-def]
    pytest.importorskip("pyarrow")
    table = kc.themes(kc.load({"a": "Kami menjaga integritas."}))
    table.to_parquet(tmp_path / "t.parquet")
    assert len(pd.read_parquet(tmp_path / "t.parquet")) == len(table)
