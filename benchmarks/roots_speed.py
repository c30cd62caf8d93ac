"""Speed of roots beside PySastrawi, and that the exact mode differs nowhere."""

from __future__ import annotations

import gzip
import random
import re
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Literal

from kpu_corpus.indonesian.roots import root_lists, roots, sastrawi

WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
UNITS = 12_000
TYPES = 20_000
PREFIXES = "di ke se me mem men meng meny pe pem pen peng peny per ber be ter te ku kau bel"
SUFFIXES = "kan an i nya ku mu lah kah tah pun isasi isme is -nya -ku"
EXACT = 110_000
RARE = "menyidangkannyalah"  # in no table of common forms, so that its root needs all the data


def report(gold: Path) -> str:
    """Return ratios to PySastrawi in one run (processor time), loading cost, exact mode checked."""
    texts = _texts(gold)
    tokens = [w for text in texts for w in WORD.findall(text.lower())]
    types = list(dict.fromkeys(tokens))
    seconds, memory = loading()
    unseen = [w for w in types if w not in root_lists.known_forms()][:TYPES]
    rows = [("unseen types", unseen), ("all types", types[:TYPES])]
    lines = [
        f"data loaded in {1000 * seconds:.0f} ms (best of 5 processes), {memory / 1e6:.1f} MB",
        f"{len(tokens)} tokens, {len(types)} types of laws and regulations",
    ]
    for name, words in rows:
        theirs = _seconds(lambda w=words: _stem_all(w))
        for mode in ("ranked", "sastrawi"):
            ours = min(_unseen_seconds(words, mode) for _ in "123")
            lines.append(
                f"{name} ({len(words)}), {mode}: {len(words) / ours:,.0f} words/s, "
                f"{theirs / ours:.1f} times PySastrawi ({len(words) / theirs:,.0f} words/s)"
            )
    theirs = _seconds(lambda: _stem_all(tokens))
    ours = _seconds(lambda: _running_text(tokens))
    lines.append(
        f"cold running text, ranked: {len(tokens) / ours:,.0f} tokens/s, "
        f"{theirs / ours:.1f} times PySastrawi with cache ({len(tokens) / theirs:,.0f} tokens/s)"
    )
    sample = exact_sample(gold, types)
    wrong = [
        w
        for w, a, b in zip(sample, _stem_all(sample), map(sastrawi.root, sample), strict=True)
        if a != b
    ]
    lines.append(f"exact mode: {len(wrong)} differences on {len(sample)} types {wrong[:5]}")
    return "\n".join(lines)


def loading() -> tuple[float, int]:
    """Return the least seconds in which a fresh process loads the data, and the memory it takes."""
    assert RARE not in root_lists.known_forms()
    code = (
        "from time import process_time as t\n"
        "from kpu_corpus.indonesian.roots import roots\n"
        f"a = t(); roots.root({RARE!r}); print(t() - a)"
    )
    runs = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout)
        for _ in range(5)
    ]
    _forget()
    tracemalloc.start()
    roots.root(RARE)
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return min(runs), size


def exact_sample(gold: Path, types: list[str]) -> list[str]:
    """Return distinct words: background list, running text and made-up affixed forms."""
    with gzip.open(gold / "background/peraturan_df.tsv.gz", "rt", encoding="utf-8") as file:
        background = [line.split("\t")[0] for line in file if line[0] != "#"]
    words = list(dict.fromkeys([*background, *types]))
    chance = random.Random(0)
    before, after = PREFIXES.split(), SUFFIXES.split()
    while len(words) < EXACT + 10_000:
        prefix = chance.choice([*before, "", ""]) + chance.choice([*before, "", "", ""])
        suffix = chance.choice([*after, ""]) + chance.choice([*after, "", ""])
        words.append(prefix + chance.choice(background) + suffix)
    return list(dict.fromkeys(words))


def _unseen_seconds(words: list[str], mode: Literal["ranked", "sastrawi"]) -> float:
    """Return the seconds that words take none of which was met before; the data is loaded."""
    _forget()
    roots.roots_of([RARE], roots=mode)
    return _seconds(lambda: roots.roots_of(words, roots=mode))


def _running_text(tokens: list[str]) -> list[str]:
    """Analyse text from nothing: load the data, then every distinct form once."""
    _forget()
    types = list(dict.fromkeys(tokens))
    table = dict(zip(types, roots.roots_of(types), strict=True))
    return [table[t] for t in tokens]


def _forget() -> None:
    """Empty every cache of the language, those of data and those of single words."""
    for name, module in list(sys.modules.items()):
        if name.startswith("kpu_corpus.indonesian"):
            for member in vars(module).values():
                if hasattr(member, "cache_clear"):
                    member.cache_clear()


def _texts(gold: Path) -> list[str]:
    import pandas as pd

    texts = pd.read_parquet(gold / "scale/peraturan_pasal.parquet", columns=["text"])["text"]
    return list(texts.sample(UNITS, random_state=0))


def _stemmer():  # type: ignore[no-untyped-def]
    from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

    return StemmerFactory().create_stemmer()


def _stem_all(words: list[str]) -> list[str]:
    stemmer = _stemmer()
    return [stemmer.stem(word) for word in words]


def _seconds(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start
