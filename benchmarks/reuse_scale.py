"""Time and memory of shared passages on many essays.

    KPU_CORPUS_GOLD=../shared python -m benchmarks.reuse_scale laws 300
    KPU_CORPUS_GOLD=../shared python -m benchmarks.reuse_scale ordinary 5000

*laws*: essays of 500 words made of articles of laws drawn at random, which share boilerplate.
*ordinary*: essays of 300 words drawn word by word from what follows each word in sentences of
Universal Dependencies and in the seed (a Markov chain of order 1), so that they share words and
short wordings as essays do, but no passages; one in a hundred ends in 60 words of the essay before.
"""

from __future__ import annotations

import os
import random
import resource
import sys
import time
from pathlib import Path

import pandas as pd

import kpu_corpus as kc

ROOT = Path(__file__).parents[1]
GOLD = Path(os.environ.get("KPU_CORPUS_GOLD", ROOT.parent / "shared"))
LAW_WORDS, WORDS, COPIED = 500, 300, 60


def main() -> None:
    kind, count = sys.argv[1], int(sys.argv[2])
    texts = laws(count) if kind == "laws" else ordinary(count)
    start = time.perf_counter()
    tokens = kc.preprocess(kc.load(texts))
    ready, cpu = time.perf_counter(), time.process_time()
    table = kc.shared_passages(tokens)
    took, cpu = time.perf_counter() - ready, time.process_time() - cpu
    print(f"{kind}: {len(texts)} essays, {len(tokens):,} tokens, read in {ready - start:.1f} s")
    print(f"shared_passages: {took:.1f} s ({cpu:.1f} s of the processor), {len(table):,} passages")
    if kind == "ordinary":
        pairs = set(zip(table["essay_a"], table["essay_b"], strict=True))
        planted = set(copies(list(texts)))
        long = table[(table["words"] >= 25) & ~table["template"]]
        stray = {*zip(long["essay_a"], long["essay_b"], strict=True)} - planted
        print(f"copies found: {len(planted & pairs)} of {len(planted)}; other pairs with a passage")
        print(f"of 25 words or more: {len(stray)}")
    print(f"memory at most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024:,} MB")


def laws(count: int) -> dict[str, str]:
    """Return essays of articles of laws in a fixed random order."""
    table = pd.read_parquet(GOLD / "scale" / "peraturan_pasal.parquet", columns=["text"])
    words = " ".join(table["text"].sample(n=min(len(table), 20 * count), random_state=1)).split()
    texts = [" ".join(words[at : at + LAW_WORDS]) for at in range(0, len(words), LAW_WORDS)]
    return {f"e{number:05d}": text for number, text in enumerate(texts[:count])}


def ordinary(count: int) -> dict[str, str]:
    """Return essays from a chain of words, some with a passage of the essay before."""
    following: dict[str, list[str]] = {"": []}
    for sentence in sentences():
        for word, after in zip(["", *sentence], [*sentence, ""], strict=True):
            following.setdefault(word, []).append(after)
    draw = random.Random(1)
    texts: dict[str, str] = {}
    for number in range(count):
        words, last = [], ""
        while len(words) < WORDS or last:
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
