"""Where one fails a lexicon has changed: run `python -m training.lexicons`."""

from __future__ import annotations

import pickle
from dataclasses import asdict, replace
from pathlib import Path

import pytest

import kpu_corpus as kc
from kpu_corpus.analysis import lexicon as lexicons
from kpu_corpus.analysis.lexicon import SHIPPED, load_lexicon, shipped_key
from kpu_corpus.analysis.themes.wanted import made, packed, unpacked, wanted

DATA = Path(kc.__file__).parent / "data"


@pytest.mark.parametrize("key", SHIPPED)
def test_what_is_wanted_of_a_shipped_lexicon_is_what_would_be_made_of_it(key: str) -> None:
    lexicon = load_lexicon(key)
    assert (DATA / "ready" / f"{key}.wanted").read_bytes() == packed(made(lexicon))
    assert packed(wanted(lexicon)) == packed(unpacked(packed(made(lexicon))))


def test_a_changed_lexicon_wants_what_it_has_itself() -> None:
    ten = load_lexicon()
    fewer = replace(ten, themes=ten.themes[2:])
    assert shipped_key(fewer) is None
    assert wanted(fewer).themes == tuple(theme.key for theme in ten.themes[2:])


def test_themes_are_found_without_reading_the_patterns_of_a_shipped_lexicon() -> None:
    lexicons._shipped.cache_clear()
    tokens = kc.preprocess(kc.load({"a": "Kami menjaga integritas."}))
    assert kc.themes(tokens)["hits"].sum() == len(kc.evidence(tokens)) == 1
    assert "themes" not in vars(load_lexicon())
    assert len(load_lexicon().themes) == 10


def test_a_lexicon_that_is_not_read_yet_is_the_same_to_everyone() -> None:
    lexicon = load_lexicon("pemilu")
    unread = type(lexicon).later(lexicon.name, lambda: lexicon)
    assert asdict(unread) == asdict(lexicon)
    assert type(lexicon).later(lexicon.name, lambda: lexicon) == lexicon
    assert pickle.loads(pickle.dumps(load_lexicon("pemilu"))) == lexicon
    with pytest.raises(AttributeError, match="no attribute 'theme'"):
        unread.theme  # type: ignore[attr-defined]  # noqa: B018


def test_a_pickled_lexicon_has_its_patterns_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    lexicons._shipped.cache_clear()
    kept = pickle.dumps(load_lexicon("pemilu"))
    monkeypatch.setattr(lexicons, "_read", None)
    assert pickle.loads(kept) == load_lexicon(DATA / SHIPPED["pemilu"])
