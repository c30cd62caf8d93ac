"""Documents of about 300 words of real text, as many as are asked for, the same each time.

``laws``: units of laws and regulations put together in their order, long ones cut; ``mixed``: the
same units in an order drawn with a seed, so that the first documents are like the last ones (laws
of later years have half as many hits of themes again); ``essays``: sentences of the Indonesian
treebanks with their punctuation, drawn with a seed, in paragraphs.
Where the laws are used up (after some 56,000 documents), their units come again in another order:
the vocabulary then stops growing.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

SHARED = Path(os.environ.get("KPU_CORPUS_GOLD", "../shared"))
UNITS = SHARED / "scale" / "peraturan_pasal.parquet"
TREEBANKS = (SHARED / "gold/ud/csui-train.conllu", SHARED / "gold/ud/gsd-dev.conllu")
KINDS = ("laws", "essays")  # of speed; "mixed" is for scale
WORDS = 300
ENOUGH = 260  # words at which a document is closed, so that the mean is about 300
PARAGRAPH = 5  # sentences
HEAD = "# text = "


def documents(kind: str, count: int) -> Iterator[str]:
    """Yield ``count`` documents of a kind, ``laws``, ``mixed`` or ``essays``."""
    endless = _essays() if kind == "essays" else _laws(mixed=kind == "mixed")
    return islice(endless, count)


def _laws(*, mixed: bool) -> Iterator[str]:
    import pyarrow.parquet as parquet

    units = parquet.read_table(UNITS, columns=["text"])["text"].to_pylist()
    chance = random.Random(0)
    if mixed:
        chance.shuffle(units)
    while True:
        yield from _composed(units, "\n")
        chance.shuffle(units)


def _essays() -> Iterator[str]:
    lines = [line for path in TREEBANKS for line in path.read_text("utf-8").splitlines()]
    # what is left of web pages (&amp;nbsp;) is left out: it is warned of
    kept = (line for line in lines if line.startswith(HEAD) and "&" not in line)
    said = [line.removeprefix(HEAD) for line in kept]
    chance = random.Random(0)

    def drawn() -> Iterator[str]:
        while True:
            paragraph = [chance.choice(said) for _ in range(PARAGRAPH)]
            yield " ".join(paragraph)

    return _composed(drawn(), "\n\n")


def _composed(pieces: Iterable[str], between: str) -> Iterator[str]:
    """Put pieces together until there are 300 words; a longer piece becomes several documents."""
    held: list[str] = []
    words = 0
    for piece in pieces:
        for part in _cut(piece):
            held.append(part)
            words += part.count(" ") + part.count("\n") + 1
            if words >= ENOUGH:
                yield between.join(held)
                held, words = [], 0


def _cut(piece: str) -> list[str]:
    lines = piece.split("\n")
    if piece.count(" ") + len(lines) <= WORDS:
        return [piece]
    parts: list[str] = []
    for line in lines:
        words = line.split(" ")
        parts += [" ".join(words[at : at + WORDS]) for at in range(0, len(words), WORDS)]
    return parts
