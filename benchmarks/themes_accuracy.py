"""Accuracy of a lexicon; run `python -m benchmarks.themes_accuracy [--lexicon NAME] [CSV ...]`.

Prints, for the coded units of the seed page (ten themes only) and for every CSV given (columns:
text and the themes of the lexicon, 0 or 1; each row is loaded as an essay of its own), precision,
recall and F1 per theme with 95 % intervals, the macro F1, and every miss and false hit with its
sentence. A unit counts as 1 when it has a hit of the theme that counts; those of the themes below
one are not taken for its own. With a column ``annotators`` the codes are how many
of so many annotators coded the theme: it holds where all of them did, and Krippendorff's alpha is
printed; with a column ``kind`` the macro F1 of each kind is printed, too. The patterns were tuned
on the seed page, so its figures say how well they fit, not how well they do on other texts;
themes_essays.csv, themes_unseen.csv and themes_unseen_more.csv in benchmarks/data were read by
nobody who tuned.
Reads the gold under KPU_CORPUS_GOLD (default ../shared).
"""

from __future__ import annotations

import argparse
import os
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pandas as pd

import kpu_corpus as kc
from kpu_corpus.analysis.lexicon import DEFAULT, SHIPPED, Lexicon, load_lexicon
from kpu_corpus.analysis.statistics import alpha, macro_f1, precision_recall_f1

SHARED = Path(os.environ.get("KPU_CORPUS_GOLD", "../shared"))


class Coded(NamedTuple):
    """Units with their codes and, under the same row, the hits of the lexicon.

    Codes are the number of ``annotators`` who coded the theme, one column a theme.
    """

    name: str
    text: list[str]
    codes: pd.DataFrame
    hits: pd.DataFrame
    annotators: int = 1
    kind: tuple[str, ...] = ()  # of each unit


def main() -> None:
    """Print the table and the errors of every coded set."""
    parser = argparse.ArgumentParser(description="Accuracy of a lexicon on coded sentences.")
    parser.add_argument("--lexicon", choices=SHIPPED, default=DEFAULT)
    parser.add_argument("csv", nargs="*", type=Path)
    given = parser.parse_args()
    own = [seed()] if given.lexicon == DEFAULT else []
    for coded in [*own, *(sentences(path, given.lexicon) for path in given.csv)]:
        report(coded)


def seed() -> Coded:
    """Return the seed page: a hit belongs to the coded unit that its offsets lie in."""
    page = SHARED / "corpus" / "opini-kpu-subang.txt"
    gold = pd.read_csv(SHARED / "gold" / "seed_themes.csv")
    hits = kc.evidence(kc.load(page))
    row = gold["start"].searchsorted(hits["start"], side="right") - 1
    text = page.read_text(encoding="utf-8")
    units = [text[a:b] for a, b in zip(gold["start"], gold["end"], strict=True)]
    return Coded("seed page (tuning)", units, gold[_themes(DEFAULT)], hits.assign(row=row))


def sentences(path: Path, lexicon: str = DEFAULT) -> Coded:
    """Return the sentences of a CSV, one essay each."""
    table = pd.read_csv(path, dtype=str, keep_default_na=False)
    corpus = kc.load({str(row): text for row, text in enumerate(table["text"])})
    hits = kc.evidence(corpus, lexicon=_flat(lexicon))
    annotators = int(table.get("annotators", pd.Series(["1"])).iloc[0])
    hits = hits.assign(row=hits["essay"].astype(int))
    codes, kinds = table[_themes(lexicon)].astype(int), tuple(table.get("kind", ()))
    return Coded(path.name, list(table["text"]), codes, hits, annotators, kinds)


def macro(coded: Coded) -> tuple[float, float, float]:
    """Return the macro F1 of a set with its limits."""
    scores = [_scores(*judged)[6:] for judged in _judged(coded).values()]
    return macro_f1(*zip(*scores, strict=True))


def counts(coded: Coded) -> tuple[int, int, int]:
    """Return the right marks, the wrong ones and the misses of all themes of a set."""
    judged = _judged(coded).values()
    right = sum(len(gold & found) for gold, found in judged)
    wrong = sum(len(found - gold) for gold, found in judged)
    return right, wrong, sum(len(gold - found) for gold, found in judged)


def of_kind(coded: Coded, kind: str) -> Coded:
    """Return the units of one kind, under the same rows."""
    rows = [row for row, its in enumerate(coded.kind) if its == kind]
    hits = coded.hits[coded.hits["row"].isin(rows)]
    return coded._replace(codes=coded.codes.loc[rows], hits=hits)


def report(coded: Coded) -> None:
    """Print the figures of one set and its errors."""
    print(f"\n{coded.name}: {len(coded.text)} units")
    several = coded.annotators > 1
    print(f"{'theme':<24}{'n':>4}  precision          recall             F1", end="")
    print("                  alpha" if several else "")
    errors = []
    for theme, (gold, found) in _judged(coded).items():
        hits = coded.hits[coded.hits["theme"] == theme]
        p, p_low, p_high, r, r_low, r_high, f, low, high = _scores(gold, found)
        agreed = f"   {_alpha(coded, theme):.2f}" if several else ""
        print(
            f"{theme:<24}{len(gold):>4}  {p:.2f} ({p_low:.2f}–{p_high:.2f})   "
            f"{r:.2f} ({r_low:.2f}–{r_high:.2f})   {f:.2f} ({low:.2f}–{high:.2f}){agreed}"
        )
        errors += [("false hit", theme, row, hits) for row in sorted(found - gold)]
        errors += [("miss", theme, row, hits) for row in sorted(gold - found)]
    print("macro F1 {:.3f} ({:.2f}–{:.2f})".format(*macro(coded)))
    for name in sorted(set(coded.kind)):
        part = of_kind(coded, name)
        told = f"  {name}, {len(part.codes)} units: macro F1"
        print(told, "{:.3f} ({:.2f}–{:.2f})".format(*macro(part)))
    for kind, theme, row, hits in errors:
        here = hits[hits["row"] == row]
        seen = [f"{a} ({b})" for a, b in zip(here["surface"], here["status"], strict=True)]
        print(f"  {kind}, {theme}: {'; '.join(seen) or '–'} | {coded.text[row]}")


def _judged(coded: Coded) -> dict[str, tuple[set[int], set[int]]]:
    """Return of each theme the rows that have it by the codes, and by the program."""
    counted = coded.hits.loc[coded.hits["counted"], ["theme", "row"]]
    found: dict[str, set[int]] = {theme: set() for theme in coded.codes}
    for theme, row in zip(counted["theme"], counted["row"], strict=True):
        found.setdefault(theme, set()).add(row)
    agreed = coded.codes == coded.annotators
    return {t: (set(agreed.index[agreed[t].to_numpy()]), found[t]) for t in coded.codes}


def _themes(lexicon: str) -> list[str]:
    return [theme.key for theme in load_lexicon(lexicon).themes]


@cache
def _flat(name: str) -> Lexicon:
    lexicon = load_lexicon(name)
    return replace(lexicon, themes=tuple(replace(one, parents=()) for one in lexicon.themes))


def _scores(gold: set[int], found: set[int]) -> tuple[float, ...]:
    return precision_recall_f1(len(found & gold), len(found - gold), len(gold - found))


def _alpha(coded: Coded, theme: str) -> float:
    """Return the agreement of the annotators; who coded which plays no part in it."""
    votes = coded.codes[theme].tolist()
    return alpha(
        (coder, row, int(coder < count))
        for row, count in enumerate(votes)
        for coder in range(coded.annotators)
    )


if __name__ == "__main__":
    main()
