"""Speed of the first pass, units and words, beside one sentence and one word at a time."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time
from typing import Any

from tests.reference_scan import plain_scan

from benchmarks.documents import KINDS, documents
from kpu_corpus.corpus import Corpus
from kpu_corpus.corpus.sources import Essay, Source, Span
from kpu_corpus.tokens.scanning import scan

DOCUMENTS = 10_000
PLAIN_SHARE = 20  # the plain way reads one document in so many


def report() -> str:
    """Return words a second of processor time on laws and on essays of sentences of treebanks."""
    lines = []
    for kind in KINDS:
        texts = [*documents(kind, DOCUMENTS)]
        corpus, part = _corpus(texts), _corpus(texts[::PLAIN_SHARE])
        seconds, (units, words) = _timed(lambda c=corpus: scan(c))  # type: ignore[misc]
        plain, columns = _timed(lambda c=part: plain_scan(c))  # type: ignore[misc]
        fast = len(words.type) / seconds
        slow = len(columns["words.type"]) / plain
        lines.append(
            f"{kind}: {len(texts):,} documents, {len(words.type):,} words, "
            f"{len(units.kind):,} units in {seconds:.2f} s, {fast:,.0f} words/s; "
            f"one at a time {slow:,.0f} words/s, ratio {fast / slow:.1f}"
        )
    return "\n".join(lines)


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    started = process_time()
    found = work()
    return process_time() - started, found


def _corpus(texts: list[str]) -> Corpus:
    names = [f"d{i}" for i in range(len(texts))]
    rows = list(zip(names, texts, strict=True))
    return Corpus(
        tuple(Source(name, text, "") for name, text in rows),
        tuple(Essay(name, name, 0, 0, len(text)) for name, text in rows),
        {name: (Span(0, len(text), "body", name, ""),) for name, text in rows},
    )


if __name__ == "__main__":
    print(report())
