"""Arguments that an analysis cannot use: each is told in a sentence that says what is right."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

import kpu_corpus as kc
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.tokens import Tokens

ID = "opini-kpu-subang-"
SEEDS = {"nilai": "integritas", "acara": "pemilu", "sikap": "netralitas"}


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (partial(kc.shared_passages, a=[f"{ID}9"]), "Did you mean"),
        (partial(kc.shared_passages, min_words=0), "min_words=0"),
        (partial(kc.compare, a=f"{ID}9"), f"Did you mean '{ID}"),
        (partial(kc.compare, a=f"{ID}1", b=f"{ID}1"), "share essays"),
        (partial(kc.compare, a=f"{ID}1", what="theme"), "Did you mean 'themes'"),
        (partial(kc.compare, a=[], b=f"{ID}1"), "one side is empty"),
        (partial(kc.compare, by="units"), "Did you mean 'unit'"),
        (
            partial(kc.compare, a=True, by="title"),
            "not a value of the column .title.; expected essay ids or values of it",
        ),
        (partial(kc.compare, a=[True, False]), "masks are not accepted"),
        (partial(kc.compare, ngrams=(0, 4)), r"ngrams=\(0, 4\) is not a pair"),
        (partial(kc.compare, ngrams=(3, 1)), r"ngrams=\(3, 1\) is not a pair"),
        (partial(kc.compare, ngrams=2), "ngrams=2 is not a pair"),
        (partial(kc.compare, b=f"{ID}1"), r"without a; name a too \(--a, in Python a=\)"),
        (partial(kc.compare, a=f"{ID}1", lexicon="x"), "lexicon='x' with what='words'"),
        (partial(kc.compare, background="formal", lexicon="themes"), "only applies to themes"),
        (partial(kc.compare, themes="integritas"), "themes='integritas' with what='words'"),
        (partial(kc.compare, what="themes", themes=[]), "names no theme"),
        (partial(kc.compare, what="themes", themes="integrita"), "Did you mean 'integritas'"),
        (partial(kc.compare, by="position"), "at least 10 sentences, and groups at least 2 essays"),
        (partial(kc.keyness, min_count=0), "min_count=0"),
        (partial(kc.keyness, background=None, by=None), "more than one group"),
        (partial(kc.keyness, background="lain"), "background='lain'"),
        (partial(kc.keywords, weighting="tf-idf"), "Did you mean 'tfidf'"),
        (partial(kc.keywords, top=0), "top=0"),
        (partial(kc.keywords, resamples=-1), "resamples=-1"),
        (partial(kc.keywords, ngrams=(2, 9)), "ngrams"),
        (partial(kc.keywords, by=None, weighting="g2", background=None), "more than one group"),
        (partial(kc.themes, people="author"), "people='author' is for groups of essays"),
        (partial(kc.sensitivity, top=0), "top=0"),
        (partial(kc.sensitivity, background="lain"), "background='lain'"),
        (partial(kc.suggest, theme="sinergy"), "Did you mean 'sinergi'"),
        (partial(kc.suggest, theme="sinergi", top=0), "top=0"),
        (partial(kc.topics, unit="paragraph"), "unit='paragraph'"),
        (partial(kc.topics, k=0), "k=0"),
        (partial(kc.topics, top=0), "top=0"),
        (partial(kc.topics, resamples=0), "resamples=0"),
        (partial(kc.topics, seeds={"laut": ["ikan"]}), "laut"),
        (partial(kc.topics, seeds=SEEDS, k=2), "k=2"),
        (partial(kc.similarity, top=0), "top=0"),
        (partial(kc.similarity, exclude="assigment"), "Did you mean 'assignment'"),
        (partial(kc.similarity, background="koran"), "background"),
        (partial(kc.clusters, distance=2.0), "from 0 to 1"),
        (partial(kc.collocations, min_count=0), "min_count"),
        (partial(kc.collocations, threshold=-1), "threshold"),
        (partial(kc.collocations, threshold="tinggi"), "threshold"),
        (partial(kc.concordance, query=" "), "query=' '"),
        (partial(kc.concordance, query="x", what="roots"), "Did you mean 'root'"),
        (partial(kc.concordance, query="integritsa", what="theme"), "Did you mean 'integritas'"),
        (partial(kc.concordance, query="x", sort="kiri"), "sort='kiri'"),
        (partial(kc.concordance, query="x", width=0), "width=0"),
        (partial(kc.concordance, query="x", lexicon="berakhlak"), "what='root'; lexicon only"),
        (partial(kc.collocates, term="pemilu", window=0), "window=0"),
        (partial(kc.network, top=0), "top=0"),
        (partial(kc.dispersion, top=0), "top=0"),
    ],
)
def test_a_wrong_argument_says_what_is_right(tokens: Tokens, call: Any, message: str) -> None:
    with pytest.raises(InvalidArgument, match=message):
        call(tokens)
