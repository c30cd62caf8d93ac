"""Copies of a corpus and of tokens depend on what they were made from, not on what was asked."""

import copy
import pickle
from collections.abc import Callable

import pytest

import kpu_corpus as kc
from kpu_corpus.analysis.foreign import foreign_essays
from kpu_corpus.analysis.people import written
from kpu_corpus.corpus import Corpus
from kpu_corpus.ground.pickled import kept
from kpu_corpus.tokens.stream import Tokens

MADE: list[Callable[[Corpus], Corpus | Tokens]] = [lambda corpus: corpus, kc.preprocess]


@pytest.mark.parametrize("made", MADE)
def test_what_was_computed_from_an_object_is_not_pickled(
    made: Callable[[Corpus], Corpus | Tokens],
) -> None:
    corpus = kc.load({"a": "Kami menjaga integritas pemilu.", "b": "Petugas harus netral."})
    one = made(corpus)
    before = pickle.dumps(one)
    assert len(corpus.essays) == len(kc.evidence(one)["essay"].unique()) == 2
    assert len(kc.keywords(one)) > 0
    if isinstance(one, Tokens):
        assert len(one.frame) == len(one)
    assert len(pickle.dumps(one)) == len(before)


def test_what_is_kept_cannot_be_altered_by_who_asked_for_it() -> None:
    tokens = kc.preprocess(kc.load({"a": "Kami menjaga integritas pemilu."}))
    assert not any(asked(tokens).flags.writeable for asked in (foreign_essays, written))


def test_functions_of_one_name_keep_their_results_apart() -> None:
    def counted() -> Callable[[Corpus], int]:
        return kept(lambda corpus: len(corpus))

    def named() -> Callable[[Corpus], tuple[str, ...]]:
        return kept(lambda corpus: corpus.ids)

    corpus = kc.load({"a": "Kami menjaga integritas pemilu."})
    assert (counted()(corpus), named()(corpus)) == (1, ("a",))


@pytest.mark.parametrize("way", [copy.copy, copy.deepcopy, lambda t: pickle.loads(pickle.dumps(t))])
def test_copies_of_tokens_give_the_same_tables(way: Callable[[Tokens], Tokens]) -> None:
    tokens = kc.preprocess(kc.load({"a": "Kami menjaga integritas pemilu."}))
    assert kc.themes(tokens)["hits"].sum() == 1
    again = way(tokens)
    assert kc.same(tokens, again) == {}
    assert again.frame.equals(tokens.frame)
    assert kc.evidence(again).equals(kc.evidence(tokens))
