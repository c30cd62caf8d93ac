"""Make the shipped lexicons ready to use; run `python -m training.lexicons` after every change.

Reads data/*.toml, checks them and writes what comes of it to data/ready: the lexicon as JSON, the
plan of all patterns, and the themes that they count for. Tests hold all equal to what the TOML
gives.
"""

from __future__ import annotations

from kpu_corpus.analysis.lexicon import SHIPPED, load_lexicon, ready
from kpu_corpus.analysis.matching.plans import Asked, made
from kpu_corpus.analysis.matching.ready import packed
from kpu_corpus.analysis.themes import wanted
from training.files import DATA, READY


def main() -> None:
    for key, file in SHIPPED.items():
        lexicon = load_lexicon(DATA / file)
        (READY / f"{key}.json").write_bytes(ready.packed(lexicon))
        plan = packed(made(Asked.whole(lexicon)))
        (READY / f"{key}.plan").write_bytes(plan)
        (READY / f"{key}.wanted").write_bytes(wanted.packed(wanted.made(lexicon)))


if __name__ == "__main__":
    main()
