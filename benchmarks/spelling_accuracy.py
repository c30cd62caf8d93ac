"""Accuracy of the spelling check; run `python -m benchmarks.spelling_accuracy [--flags]`.

Prints: the misspellings of the seed page; recall on misspellings made for this project (dev and
held-out half); flags on the UD texts, per 1,000 words, every distinct flag listed with --flags so
that a person can judge which are false; flags on proper names and on place names. Reads the gold
under KPU_CORPUS_GOLD (default ../shared).
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from kpu_corpus.indonesian.spelling import spelling
from kpu_corpus.indonesian.spelling.candidates import candidate
from kpu_corpus.indonesian.spelling.joins import joins

GOLD = Path(os.environ.get("KPU_CORPUS_GOLD", "../shared")) / "gold"
OWN = Path(__file__).with_name("data") / "misspellings_own.tsv"
UD = ("gsd-dev", "csui-train")
Flag = tuple[str, spelling.Suggestion]


def main() -> None:
    """Print every figure."""
    seed()
    own()
    for name in UD:
        texts(name, listed="--flags" in sys.argv)
    places()
    speed()


def check(words: list[str]) -> Iterator[Flag]:
    """The flags on one sentence, as a reader of running text would ask for them."""
    for left, right in pairwise(words):
        hint = joins(left.lower(), right) if right.islower() else None
        if hint:
            yield f"{left} {right}", hint
    asked = [word for place, word in enumerate(words) if candidate(word, place > 0)]
    found = spelling.suggestions(map(str.lower, asked))
    yield from ((word, found[word.lower()]) for word in asked if word.lower() in found)


def seed() -> None:
    """Misspellings of the seed page found with the right correction."""
    rows = json.loads((GOLD / "seed.json").read_text(encoding="utf-8"))["typo_core"]
    right = 0
    for row in rows:
        hints = [hint for _, hint in check(["ini", *row["surface"].split()])]
        if [hint.suggestion for hint in hints] == [row["correction"].lower()]:
            right += 1
        else:
            print(f"  seed, not found: {row['surface']} {hints}")
    print(f"seed: {right} of {len(rows)} found with the right correction")


def own() -> None:
    """Recall on the misspellings made for this project."""
    rows = [line.split("\t") for line in OWN.read_text(encoding="utf-8").splitlines()[1:]]
    for half in ("dev", "test"):
        part = [row for row in rows if row[3] == half]
        suggested = spelling.suggestions(wrong for wrong, *_ in part)
        hints = [suggested.get(wrong) for wrong, *_ in part]
        found = sum(hint is not None for hint in hints)
        exact = [bool(h) and h.suggestion == row[1] for h, row in zip(hints, part, strict=True)]
        sure = sum(bool(h and h.certain) for h in hints)
        bad = sum(
            bool(h and h.certain and h.suggestion != row[1])
            for h, row in zip(hints, part, strict=True)
        )
        print(
            f"own misspellings, {half}: {len(part)}; found {found / len(part):.1%}, right "
            f"suggestion {sum(exact) / len(part):.1%}; certain {sure}, of these wrong {bad}"
        )
        if half == "dev" and "--flags" in sys.argv:
            for row, hint, good in zip(part, hints, exact, strict=True):
                if not good:
                    print(f"  {row[0]} (meant {row[1]}): {hint and hint.suggestion}")


def texts(name: str, listed: bool) -> None:
    """Flags on a UD file: all, and those on proper names."""
    flags, names = Counter[Flag](), Counter[Flag]()
    total = 0
    for words, proper in sentences(GOLD / "ud" / f"{name}.conllu"):
        total += sum(word[0].isalpha() for word in words)
        for surface, hint in check(words):
            flags[surface, hint] += 1
            if surface in proper:
                names[surface, hint] += 1
    kinds = Counter[str]()
    for (_, hint), n in flags.items():
        kinds[f"{hint.reason}{'' if hint.certain else ' (hint)'}"] += n
    print(f"{name}: {total:,} words, {flags.total()} flags ({flags.total() / total * 1000:.2f} per")
    print(f"  1,000 words), {names.total()} on words tagged as names; {dict(kinds.most_common())}")
    if listed:
        for (surface, hint), n in sorted(flags.items(), key=lambda flag: flag[0][1][1:]):
            mark = " NAME" if surface in {word for word, _ in names} else ""
            sure = "" if hint.certain else " ?"
            print(f"  {hint.reason:13}{n:3} {surface} > {hint.suggestion}{sure}{mark}")


def sentences(path: Path) -> Iterator[tuple[list[str], set[str]]]:
    """Surface words of every sentence, and which of them are tagged as proper names."""
    words: list[str] = []
    proper: set[str] = set()
    inside = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line:
            yield words, proper
            words, proper, inside = [], set(), 0
        elif not line.startswith("#"):
            number, form, _, tag, *_ = line.split("\t")
            if tag == "PROPN":
                proper.add(form)
            if "-" in number:
                inside = int(number.split("-")[1])
                words.append(form)
            elif int(number) > inside:
                words.append(form)


def places() -> None:
    """Place names of the gold, capitalised, in mid-sentence: none may be flagged."""
    names = (GOLD / "stem" / "places_dev.txt").read_text(encoding="utf-8").split()
    bad = [name for name in names if list(check(["di", name.title()]))]
    print(f"places: {len(bad)} of {len(names)} flagged {bad}")


def speed() -> None:
    """Seconds for every distinct lower-case form of the UD files and the own misspellings."""
    forms = {
        word
        for name in UD
        for words, _ in sentences(GOLD / "ud" / f"{name}.conllu")
        for word in words
        if word.islower() and word.isalpha()
    }
    start = time.perf_counter()
    found = spelling.suggestions(forms)
    print(
        f"speed: {len(forms):,} forms, {len(found)} suggestions, again in one call: "
        f"{time.perf_counter() - start:.2f} s"
    )


if __name__ == "__main__":
    main()
