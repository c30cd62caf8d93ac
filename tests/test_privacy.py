"""Pseudonyms that join but do not tell, groups too small to show, tables without texts."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.corpus import Corpus


@pytest.fixture
def corpus() -> Corpus:
    units = ["Subang"] * 6 + ["Garut"] * 5 + ["Cimahi"] * 2
    rows = [
        {
            "essay": str(i),
            "author": f"Siti {i % 3}",
            "unit": unit,
            "nip": 100 + i % 2,
            "text": "Kami menjaga integritas setiap hari di kantor.",
        }
        for i, unit in enumerate(units)
    ]
    return kc.load(pd.DataFrame(rows))


def test_one_author_has_one_pseudonym_and_no_name_is_left(corpus: Corpus) -> None:
    hidden = kc.pseudonyms(corpus, secret="rahasia kantor", also=["nip"]).essays
    assert hidden["author"].nunique() == 3
    assert hidden["author"].str.fullmatch(r"P-[0-9a-f]{10}").all()
    assert hidden["nip"].nunique() == 2
    assert not hidden["nip"].astype(str).str.contains("100").any()
    assert hidden["text"].tolist() == corpus.essays["text"].tolist()


def test_no_name_from_metadata_is_left_in_memory_or_in_the_saved_file(tmp_path: Path) -> None:
    row = {
        "essay": ["a"],
        "penulis": ["Siti Zulaikha Ramdhani"],
        "nip": ["198703122010121004"],
        "text": ["Kami hadir."],
    }
    people = ("Siti Zulaikha Ramdhani", "198703122010121004")
    first = kc.load(kc.load(pd.DataFrame(row)).save(tmp_path / "real.parquet"))
    noted = replace(first.documents[0], sidecar=f'author = "{people[0]}"')
    hidden = kc.pseudonyms(
        replace(first, documents=(noted,)), secret="rahasia kantor", also=["nip"]
    )
    saved = hidden.save(tmp_path / "hidden.parquet")
    stored = pd.read_parquet(saved).to_csv() + repr(saved.read_bytes())
    for name in people:
        assert name not in repr(hidden.documents) + repr(hidden.by_name) + repr(hidden.items)
        assert name not in stored
    again = kc.load(saved).essays
    assert again[["author", "nip"]].equals(hidden.essays[["author", "nip"]])


def test_another_secret_gives_other_pseudonyms(corpus: Corpus) -> None:
    one = kc.pseudonyms(corpus, secret="rahasia kantor").essays["author"]
    other = kc.pseudonyms(corpus, secret="rahasia lain").essays["author"]
    again = kc.pseudonyms(corpus, secret="rahasia kantor").essays["author"]
    assert not set(one) & set(other)
    assert one.tolist() == again.tolist()


def test_small_groups_go_and_a_single_one_takes_the_next_along(corpus: Corpus) -> None:
    table = kc.themes(corpus, by="unit")
    kept = kc.suppress(table, corpus, by="unit")
    assert set(kept["unit"]) == {"Subang"}
    assert kc.manifest(kept) == kc.manifest(table)
    assert set(kc.suppress(table, corpus, by="unit", smallest=2)["unit"]) == set(table["unit"])


def test_tables_can_lose_their_texts(corpus: Corpus) -> None:
    rows = kc.without_texts(kc.evidence(corpus))
    assert not {"text", "surface", "cue"} & set(rows.columns)
    assert len(rows) == 13


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda c: kc.pseudonyms(c, secret="pendek"), "too short"),
        (lambda c: kc.pseudonyms(c, secret="rahasia kantor", also=["nik"]), "Did you mean 'nip'"),
        (lambda c: kc.suppress(kc.themes(c), c, by="essay"), "by='essay'"),
        (lambda c: kc.suppress(kc.themes(c), c, by="unit"), "by='unit'"),
    ],
)
def test_a_wrong_argument_says_what_is_right(corpus: Corpus, call: object, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call(corpus)  # type: ignore[operator]
