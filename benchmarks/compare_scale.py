"""Time and memory of shared passages and similarity on many essays.

    KPU_CORPUS_GOLD=../shared python -m benchmarks.compare_scale laws 300
    KPU_CORPUS_GOLD=../shared python -m benchmarks.compare_scale ordinary 5000
    KPU_CORPUS_GOLD=../shared python -m benchmarks.compare_scale alike 1000
    KPU_CORPUS_GOLD=../shared python -m benchmarks.compare_scale similarity 20000 100

*laws*: essays of 500 words made of articles of laws drawn at random, which share boilerplate.
*alike*: essays of 20 sentences drawn from the same 20, the most that essays can share.
*ordinary*, *similarity*: essays of 300 words (or the number named third) drawn word by word from
what follows each word in sentences of Universal Dependencies and in the seed (a Markov chain of
order 1), so that they share words and short wordings as essays do, but no passages; one in a
hundred ends in 60 words of the essay before.
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd

import kpu_corpus as kc
from benchmarks.memory import peak

ROOT = Path(__file__).parents[1]
GOLD = Path(os.environ.get("KPU_CORPUS_GOLD", ROOT.parent / "shared"))
LAW_WORDS, WORDS, COPIED = 500, 300, 60


def main() -> None:
    kind, count = sys.argv[1], int(sys.argv[2])
    words = int(sys.argv[3]) if len(sys.argv) > 3 else WORDS
    makers = {"laws": laws, "alike": alike}
    texts = makers[kind](count) if kind in makers else ordinary(count, words)
    start = time.perf_counter()
    tokens = kc.preprocess(kc.load(texts))
    took = time.perf_counter() - start
    print(f"{kind}: {len(texts):,} essays, {len(tokens):,} tokens, read in {took:.1f} s")
    if kind == "similarity":
        timed("similarity", lambda: kc.similarity(tokens))
        timed("without the assignment's words", lambda: kc.similarity(tokens, exclude="assignment"))
        return
    table = timed("shared_passages", lambda: kc.shared_passages(tokens))
    if kind == "ordinary":
        pairs = set(zip(table["essay_a"], table["essay_b"], strict=True))
        planted = set(copies(list(texts)))
        long = table[(table["words"] >= 25) & ~table["template"]]
        stray = {*zip(long["essay_a"], long["essay_b"], strict=True)} - planted
        print(f"copies found: {len(planted & pairs)} of {len(planted)}")
        print(f"other pairs with a passage of 25 words or more: {len(stray)}")


def timed(name: str, call: Callable[[], pd.DataFrame]) -> pd.DataFrame:
    """Call and print what it took; memory is the most of the whole run so far."""
    start, cpu = time.perf_counter(), time.process_time()
    table = call()
    took, cpu = time.perf_counter() - start, time.process_time() - cpu
    print(
        f"{name}: {len(table):,} rows, {took:.1f} s ({cpu:.1f} s of the processor), "
        f"{peak():,.0f} MB at most",
        flush=True,
    )
    return table


def laws(count: int) -> dict[str, str]:
    """Return essays of articles of laws in a fixed random order."""
    table = pd.read_parquet(GOLD / "scale" / "peraturan_pasal.parquet", columns=["text"])
    words = " ".join(table["text"].sample(n=min(len(table), 20 * count), random_state=1)).split()
    texts = [" ".join(words[at : at + LAW_WORDS]) for at in range(0, len(words), LAW_WORDS)]
    return {f"e{number:05d}": text for number, text in enumerate(texts[:count])}


def alike(count: int) -> dict[str, str]:
    """Return essays that are put together of the same sentences."""
    draw = random.Random(1)
    stock = draw.sample([" ".join(words) for words in sentences() if 5 <= len(words) <= 12], 20)
    return {f"e{number:05d}": " ".join(draw.choices(stock, k=20)) for number in range(count)}


def ordinary(count: int, size: int = WORDS) -> dict[str, str]:
    """Return essays from a chain of words, some with a passage of the essay before."""
    following: dict[str, list[str]] = {"": []}
    for sentence in sentences():
        for word, after in zip(["", *sentence], [*sentence, ""], strict=True):
            following.setdefault(word, []).append(after)
    draw = random.Random(1)
    texts: dict[str, str] = {}
    for number in range(count):
        words, last = [], ""
        while len(words) < size or last:
            last = draw.choice(following[last])
            words += [last] if last else []
        texts[f"e{number:05d}"] = " ".join(words)
    for source, target in copies(list(texts)):
        texts[target] += " " + " ".join(texts[source].split()[100 : 100 + COPIED])
    return texts


def sentences() -> list[list[str]]:
    """Return the words of the sentences of UD and of the seed, as written."""
    found = [line.split() for line in (ROOT / "corpus/opini-kpu-subang.txt").open(encoding="utf-8")]
    for path in sorted((GOLD / "gold" / "ud").glob("*.conllu")):
        lines = path.read_text(encoding="utf-8").splitlines()
        found += [line[9:].split() for line in lines if line.startswith("# text = ")]
    return [sentence for sentence in found if sentence]


def copies(names: list[str]) -> list[tuple[str, str]]:
    """Return which essays have a passage of which."""
    return list(zip(names[::100], names[1::100], strict=False))


if __name__ == "__main__":
    main()
