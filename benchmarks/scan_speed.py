"""Speed of the first pass, units and words, beside one sentence and one word at a time."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

from tests.reference_scan import plain_scan

from kpu_corpus.corpus import Corpus
from kpu_corpus.corpus.sources import Essay, Source, Span
from kpu_corpus.tokens.scanning import scan

DOCUMENTS = 10_000
WORDS = 300
PLAIN_SHARE = 20  # the plain way reads one document in so many


def report(gold: Path) -> str:
    """Return words a second of processor time on laws and on essays made of sentences of news."""
    lines = []
    for name, texts in (("laws", _laws(gold)), ("news", _news(gold))):
        corpus, part = _corpus(texts), _corpus(texts[::PLAIN_SHARE])
        seconds, (units, words) = _timed(lambda c=corpus: scan(c))  # type: ignore[misc]
        plain, columns = _timed(lambda c=part: plain_scan(c))  # type: ignore[misc]
        fast = len(words.type) / seconds
        slow = len(columns["words.type"]) / plain
        lines.append(
            f"{name}: {len(texts):,} documents, {len(words.type):,} words, "
            f"{len(units.kind):,} units in {seconds:.2f} s, {fast:,.0f} words/s; "
            f"one at a time {slow:,.0f} words/s, ratio {fast / slow:.1f}"
        )
    return "\n".join(lines)


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    started = process_time()
    found = work()
    return process_time() - started, found


def _laws(gold: Path) -> list[str]:
    import pandas as pd

    table = pd.read_parquet(gold / "scale/peraturan_pasal.parquet", columns=["text"])
    return _gathered(list(table["text"]), "\n")


def _news(gold: Path) -> list[str]:
    sentences = [
        line.removeprefix("# text = ")
        for file in sorted((gold / "gold/ud").glob("*.conllu"))
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.startswith("# text = ")
    ]
    drawn = random.Random(0).choices(sentences, k=20 * DOCUMENTS)
    paragraphs = [" ".join(drawn[i : i + 4]) for i in range(0, len(drawn), 4)]
    return _gathered(paragraphs, "\n\n")


def _gathered(texts: list[str], joint: str) -> list[str]:
    """Texts one after the other, joined to documents of ``WORDS`` words or a little more."""
    documents: list[str] = []
    held: list[str] = []
    size = 0
    for text in texts:
        held.append(text)
        size += len(text.split())
        if size >= WORDS:
            documents.append(joint.join(held))
            held, size = [], 0
    return documents[:DOCUMENTS]


def _corpus(texts: list[str]) -> Corpus:
    names = [f"d{i}" for i in range(len(texts))]
    rows = list(zip(names, texts, strict=True))
    return Corpus(
        tuple(Source(name, text, "") for name, text in rows),
        tuple(Essay(name, name, 0, 0, len(text)) for name, text in rows),
        {name: (Span(0, len(text), "body", name, ""),) for name, text in rows},
    )


if __name__ == "__main__":
    print(report(Path(os.environ.get("KPU_CORPUS_GOLD", "../shared"))))
