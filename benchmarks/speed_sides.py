"""What is timed: each side does its job on a file of documents, in a process of its own.

    python -m benchmarks.speed_sides SIDE documents.parquet [modules.json]

prints one JSON object: seconds of wall and CPU by stage. The modules that the job needs (found
by a run on a few documents) are imported before the clock starts; what a side loads as data
(dictionaries, weights) it loads while the clock runs.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

WORD = re.compile(r"(?u)\b\w\w+\b")  # TfidfVectorizer's own words
FEW = 20  # documents that show which modules a job imports

Stages = dict[str, tuple[float, float]]


class Watch:
    """Wall and CPU seconds by stage."""

    def __init__(self) -> None:
        self.stages: Stages = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time what is inside."""
        wall, cpu = perf_counter(), process_time()
        yield
        self.stages[name] = perf_counter() - wall, process_time() - cpu


def ours(texts: list[str], watch: Watch, ngrams: tuple[int, int]) -> None:
    """Do the full job: load, preprocess, keywords with top ten, themes with evidence."""
    import kpu_corpus as kc

    with watch.stage("load"):
        corpus = kc.load({str(number): text for number, text in enumerate(texts)})
    with watch.stage("preprocess"):
        tokens = kc.preprocess(corpus)
    with watch.stage("keywords"):
        kc.keywords(tokens, top=10, ngrams=ngrams)
    with watch.stage("themes"):
        kc.themes(tokens)
    with watch.stage("evidence"):
        kc.evidence(tokens)


def counting(texts: list[str], watch: Watch) -> None:
    """Count types by document, warm and at best: units, words, offsets of ready essays to CSR."""
    import kpu_corpus as kc
    from benchmarks.one_pass import TIMES
    from kpu_corpus.terms.unit_counts import cells
    from kpu_corpus.tokens.scanning import scan

    corpus = kc.load({str(number): text for number, text in enumerate(texts)})
    for number in range(TIMES):
        with watch.stage(str(number)):
            units, words = scan(corpus)
            cells(units.essay[words.unit], words.type, (len(corpus), len(words.surfaces)))
    watch.stages = {"counting": min(watch.stages.values())}


def own_keywords(texts: list[str], watch: Watch) -> None:
    """Find ten keywords of up to three words: what YAKE does of the full job."""
    import kpu_corpus as kc

    with watch.stage("load"):
        corpus = kc.load({str(number): text for number, text in enumerate(texts)})
    with watch.stage("preprocess"):
        tokens = kc.preprocess(corpus)
    with watch.stage("keywords"):
        kc.keywords(tokens, top=10, ngrams=(1, 3))


def own_tokens(texts: list[str], watch: Watch, *, warm: bool) -> None:
    """Find units and words of texts, with offsets; warm: those of essays that are loaded."""
    import kpu_corpus as kc
    from kpu_corpus.tokens.scanning import scan

    named = {str(number): text for number, text in enumerate(texts)}
    if not warm:
        with watch.stage("tokens"):
            scan(kc.load(named))
        return
    corpus = kc.load(named)
    scan(corpus)
    with watch.stage("tokens"):
        scan(corpus)


def tfidf(texts: list[str], watch: Watch, ngrams: tuple[int, int]) -> None:
    """Weigh the words as they stand."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    with watch.stage("tfidf"):
        TfidfVectorizer(ngram_range=ngrams).fit_transform(texts)


def sastrawi(texts: list[str], watch: Watch, ngrams: tuple[int, int]) -> None:
    """Weigh the stems, every distinct word stemmed once."""
    from Sastrawi.Stemmer.StemmerFactory import StemmerFactory
    from sklearn.feature_extraction.text import TfidfVectorizer

    with watch.stage("tfidf"):
        stemmer = StemmerFactory().create_stemmer()
        known: dict[str, str] = {}

        def stems(text: str) -> list[str]:
            found = WORD.findall(text)
            for word in found:
                if word not in known:
                    known[word] = stemmer.stem(word)
            return [known[word] for word in found]

        vectorizer = TfidfVectorizer(tokenizer=stems, token_pattern=None, ngram_range=ngrams)
        vectorizer.fit_transform(texts)


def spacy_tokens(texts: list[str], watch: Watch, *, warm: bool) -> None:
    """Find the tokens, nothing else."""
    import spacy

    def tokens(nlp: Any) -> None:
        for text in texts:
            nlp.make_doc(text)

    if warm:
        ready = spacy.blank("id")
        tokens(ready)
    with watch.stage("tokens"):
        tokens(ready if warm else spacy.blank("id"))


def yake(texts: list[str], watch: Watch) -> None:
    """Find ten keywords of up to three words."""
    from yake import KeywordExtractor

    with watch.stage("keywords"):
        extractor = KeywordExtractor(lan="id", n=3, top=10)
        for text in texts:
            extractor.extract_keywords(text)


SIDES: dict[str, Callable[[list[str], Watch], None]] = {
    "ours (1,3)": lambda texts, watch: ours(texts, watch, (1, 3)),
    "ours (1,1)": lambda texts, watch: ours(texts, watch, (1, 1)),
    "tfidf (1,3)": lambda texts, watch: tfidf(texts, watch, (1, 3)),
    "tfidf (1,1)": lambda texts, watch: tfidf(texts, watch, (1, 1)),
    "sastrawi (1,3)": lambda texts, watch: sastrawi(texts, watch, (1, 3)),
    "sastrawi (1,1)": lambda texts, watch: sastrawi(texts, watch, (1, 1)),
    "ours, keywords": own_keywords,
    "ours, tokens": lambda texts, watch: own_tokens(texts, watch, warm=False),
    "ours, tokens, warm": lambda texts, watch: own_tokens(texts, watch, warm=True),
    "spacy": lambda texts, watch: spacy_tokens(texts, watch, warm=False),
    "spacy, warm": lambda texts, watch: spacy_tokens(texts, watch, warm=True),
    "yake": yake,
    "counting": counting,
}
PACKAGES = {"spacy": "spacy", "spacy, warm": "spacy", "yake": "yake"}
"""Sides that need a package of their own."""


def _texts(path: str) -> list[str]:
    import pyarrow.parquet as parquet

    texts: list[str] = parquet.read_table(path)["text"].to_pylist()
    return texts


def main(side: str, path: str, modules: str) -> None:
    """Run one side and print its stages; with no modules known yet, write those it imports."""
    texts, listed, watch = _texts(path), Path(modules), Watch()
    if not listed.exists():
        SIDES[side](texts[:FEW], watch)
        listed.write_text(json.dumps(sorted(sys.modules)), "utf-8")
        return
    for name in json.loads(listed.read_text("utf-8")):
        if name != "__main__" and not name.startswith("benchmarks"):
            with suppress(Exception):  # parts that packages make up as they go
                import_module(name)
    SIDES[side](texts, watch)
    shown: dict[str, Any] = {"stages": watch.stages}
    print(json.dumps(shown))


if __name__ == "__main__":
    main(*sys.argv[1:])
