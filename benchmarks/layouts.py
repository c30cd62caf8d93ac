"""Segmentation of composed pages against the essays they were composed from.

python -m benchmarks.layouts              2,500 pages, figures by layout
python -m benchmarks.layouts 500 --seed 3 --show 5
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable

from benchmarks.layout_pages import DIMENSIONS, Composed, compose, layouts
from kpu_corpus.corpus import Corpus
from kpu_corpus.corpus.sources import Source
from kpu_corpus.segment import segment

Counts = dict[tuple[str, str], list[int]]


def main() -> None:
    """Print boundary F1, exact texts and pages by every value of every dimension."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="?", type=int, default=2500)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--show", type=int, default=0, help="wrong pages to print")
    options = parser.parse_args()
    pages = [
        compose(layout, options.seed * 1_000_003 + number)
        for number, layout in enumerate(layouts(options.pages, options.seed))
    ]
    counts, wrong = measure(pages)
    print(f"{'layout':<28}{'pages':>7}{'F1':>9}{'texts':>9}")
    for (name, value), (hits, got, expected, number, texts, exact) in counts.items():
        score = 2 * hits / (got + expected)
        print(f"{name + '=' + value:<28}{number:>7}{score:>9.4f}{exact / texts:>9.4f}")
    for page in wrong[: options.show]:
        print("\n", page.layout, "\n", page.text[:1500], "\n→", found(page)[0])


def measure(pages: Iterable[Composed]) -> tuple[Counts, list[Composed]]:
    """Count boundaries hit, found and expected, and exact texts, by layout; list wrong pages."""
    counts: Counts = defaultdict(lambda: [0] * 6)
    wrong: list[Composed] = []
    for page in pages:
        got, texts = found(page)
        expected = truth(page)
        exact = sum(a == b for a, b in zip(texts, map(even, page.texts), strict=False))
        row = [len(got & expected), len(got), len(expected), 1, len(page.texts), exact]
        if got != expected:
            wrong.append(page)
        keys = [("all", ""), *((name, page.layout[name]) for name in DIMENSIONS)]
        for key in keys:
            counts[key] = [a + b for a, b in zip(counts[key], row, strict=True)]
    order = {name: number for number, name in enumerate(["all", *DIMENSIONS])}
    return dict(sorted(counts.items(), key=lambda item: order[item[0][0]])), wrong


def truth(page: Composed) -> set[tuple[str, int]]:
    """Return the boundaries of titles and bodies as they were composed."""
    titles = [title for title in page.titles if title]
    return _bounds("title", titles) | _bounds("body", page.bodies)


def found(page: Composed) -> tuple[set[tuple[str, int]], list[str]]:
    """Return the boundaries that segmentation finds, and the text of each essay."""
    source = Source("page", page.text, "")
    essays, spans = segment(source)
    assert "".join(page.text[span.start : span.end] for span in spans) == page.text
    corpus = Corpus((source,), tuple(essays), {"page": tuple(spans)})
    titles = [(span.start, span.end) for span in spans if span.kind == "title"]
    bodies = [(essay.start, essay.end) for essay in essays]
    texts = [even(corpus.text(essay)) for essay in essays]
    return _bounds("title", titles) | _bounds("body", bodies), texts


def even(text: str) -> str:
    """Normalise white space."""
    return " ".join(text.split())


def _bounds(kind: str, places: Iterable[tuple[int, int]]) -> set[tuple[str, int]]:
    return {
        (f"{kind} {edge}", at) for place in places for edge, at in zip("se", place, strict=True)
    }


if __name__ == "__main__":
    main()
