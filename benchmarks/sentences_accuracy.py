"""Sentence and word boundaries against the essays' gold and Universal Dependencies.

Run ``python -m benchmarks.sentences_accuracy`` (``--errors`` lists the misses of the tuning
halves). Reads the folder named by KPU_CORPUS_GOLD (default ``../shared``).

UD sentences are joined with one space in paragraphs of five. The first half of each treebank was
used for tuning, the second only for checking. A boundary is the end of a sentence inside a
paragraph; the end of the paragraph itself is given and not counted.
"""

from __future__ import annotations

import argparse
import json
import os
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from kpu_corpus.indonesian.sentences.sentences import sentences
from kpu_corpus.indonesian.words import words

GROUP = 5


class Sentence(NamedTuple):
    """A gold sentence and the spans of its surface tokens."""

    text: str
    tokens: list[tuple[int, int]]


def main() -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--errors", action="store_true", help="list misses of the tuning halves")
    errors = parser.parse_args().errors
    gold = Path(os.environ.get("KPU_CORPUS_GOLD", "../shared"))
    seed(gold)
    for name in ("gsd-dev", "csui-train"):
        treebank = read_conllu(gold / "gold" / "ud" / f"{name}.conllu")
        half = len(treebank) // 2
        for label, part in (("tuning", treebank[:half]), ("check", treebank[half:])):
            show = errors and label == "tuning"
            sentence_row(f"{name} {label}", part, show)
            word_row(f"{name} {label}", part, show)


def seed(gold: Path) -> None:
    """Print how many units of the essays' gold are met exactly (place and kind)."""
    text = (gold / "corpus" / "opini-kpu-subang.txt").read_text(encoding="utf-8")
    essays = json.loads((gold / "gold" / "seed.json").read_text(encoding="utf-8"))["essays"]
    met: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for essay in essays:
        found = {tuple(unit) for unit in sentences(text, essay["body_start"], essay["body_end"])}
        for unit in essay["units"]:
            kind = unit["type"].removeprefix("list_")
            total[kind] += 1
            met[kind] += (unit["start"], unit["end"], kind) in found
    print("essays, units met exactly:", ", ".join(f"{k} {met[k]}/{total[k]}" for k in total))


def read_conllu(path: Path) -> list[Sentence]:
    """Read sentences with the surface tokens (multiword ranges whole) placed in their text."""
    result = []
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        text, tokens, position, inside = "", [], 0, 0
        for line in block.splitlines():
            if line.startswith("# text = "):
                text = line.removeprefix("# text = ")
            if line.startswith("#") or "." in line.split("\t")[0]:
                continue
            number, form = line.split("\t")[:2]
            first, _, last = number.partition("-")
            if not last and int(first) <= inside:
                continue
            inside = int(last or inside)
            position = text.index(form, position)
            tokens.append((position, position + len(form)))
            position += len(form)
        result.append(Sentence(text, tokens))
    return result


def sentence_row(label: str, part: list[Sentence], show: bool) -> None:
    """Print boundary precision, recall, F1 and what the misses are."""
    hit = wrong = missed = gold_joined = unpunctuated = 0
    for at in range(0, len(part), GROUP):
        group = [sentence.text for sentence in part[at : at + GROUP]]
        text = " ".join(group)
        ends, position = set(), 0
        for sentence in group:
            position += len(sentence)
            ends.add(position)
            position += 1
        found = {unit.end for unit in sentences(text)}
        ends.discard(len(text))
        found.discard(len(text))
        hit += len(ends & found)
        for end in sorted(found - ends):
            wrong += 1
            plain = looks_like_an_end(text, end)
            gold_joined += plain
            if show:
                print_place("+ joined" if plain else "+", text, end)
        for end in sorted(ends - found):
            missed += 1
            bare = text[end - 1] not in ".?!…\"”’'"
            unpunctuated += bare
            if show:
                print_place("- bare" if bare else "-", text, end)
    precision, recall = hit / (hit + wrong), hit / (hit + missed)
    f1 = 2 * hit / (2 * hit + wrong + missed)
    inner_only = 2 * hit / (2 * hit + wrong - gold_joined + missed - unpunctuated)
    given = len(range(0, len(part), GROUP))
    with_ends = 2 * (hit + given) / (2 * (hit + given) + wrong + missed)
    print(
        f"{label:18} sentences: n={hit + missed} precision={precision:.4f} recall={recall:.4f} "
        f"f1={f1:.4f} (with paragraph ends {with_ends:.4f});",
        f"extra {wrong}, of which by their look in a UD sentence that holds several {gold_joined};",
        f"missed {missed}, of which without final stop {unpunctuated};",
        f"f1 without both {inner_only:.4f}",
    )


def print_place(sign: str, text: str, end: int) -> None:
    """Print a boundary with the text around it."""
    print(f"  {sign:8}", repr(text[max(0, end - 50) : end]), repr(text[end : end + 30]))


def looks_like_an_end(text: str, end: int) -> bool:
    """Whether a boundary stands after a lower-case word or figure with a stop, before a capital."""
    return re.search(r"[a-zA-Z0-9)%”\"]{2}[.?!][”\"]?$", text[:end]) is not None and (
        re.match(r" [A-Z]", text[end : end + 2]) is not None
    )


# Tokens on which the definitions differ, by the first pattern that matches the gold or our token.
DIFFERENT = {
    "hyphen": r"[-‐‑–]",
    "slash or colon": r"[/:]",
    "apostrophe": r"['’`]",
    "abbreviation stop": r"^[^\W\d]+(\.[^\W\d]*)+$",
    "markup": r"&|nbsp",
}


def word_row(label: str, part: list[Sentence], show: bool) -> None:
    """Print word F1 with and without the classes on which the definitions differ."""
    hit = gold_total = found_total = 0
    left_out: Counter[str] = Counter()
    kept_gold = kept_found = 0
    for sentence in part:
        text = sentence.text
        gold = {(a, b) for a, b in sentence.tokens if re.search(r"[^\W_]|%", text[a:b])}
        found = {(a, b) for a, b, _ in words(text)}
        hit += len(gold & found)
        gold_total += len(gold)
        found_total += len(found)
        for side, spans, other in (("gold", gold, found), ("found", found, gold)):
            for a, b in sorted(spans - other):
                name = difference(text, a, b, other)
                left_out[name] += 1
                if name == "unexplained":
                    kept_gold += side == "gold"
                    kept_found += side == "found"
                    if show:
                        print(
                            "  ", side, repr(text[a:b]), "in", repr(text[max(0, a - 20) : b + 20])
                        )
    strict = 2 * hit / (gold_total + found_total)
    agreed = 2 * hit / (2 * hit + kept_gold + kept_found)
    named = ", ".join(f"{name} {n}" for name, n in left_out.most_common() if name != "unexplained")
    print(
        f"{label:18} words: n={gold_total} f1={strict:.4f}; where definitions agree {agreed:.4f} "
        f"({left_out['unexplained']} tokens differ); left out, tokens of either side: {named}"
    )


def difference(text: str, start: int, end: int, other: set[tuple[int, int]]) -> str:
    """The class of a difference: looked for in the widest stretch that either side covers."""
    for a, b in other:
        if a < end and start < b:
            start, end = min(a, start), max(b, end)
    for name, pattern in DIFFERENT.items():
        if re.search(pattern, text[start:end]):
            return name
    return "unexplained"


if __name__ == "__main__":
    main()
