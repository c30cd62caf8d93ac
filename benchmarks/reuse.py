"""Shared passages against gold, by kind of obfuscation.

    KPU_CORPUS_GOLD=../shared python -m benchmarks.reuse [tune|check|all]

Measures of Potthast, Stein, Barrón-Cedeño & Rosso (2010): precision and recall over characters
(macro-averaged over detections and cases, both sides), granularity (detections a case), and
plagdet = F1 / log2(1 + granularity). By kind, recall and granularity are over the cases of that
kind and precision is over the detections that touch such a case; detections that touch none count
against precision in every kind's row only through the row "all", and are listed as false.
The settings were chosen on the documents with even numbers (tune); the odd ones check them.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterable, Sequence
from math import log2
from pathlib import Path
from typing import NamedTuple

import kpu_corpus as kc

GOLD = Path(os.environ.get("KPU_CORPUS_GOLD", Path(__file__).parents[2] / "shared"))
LONG = 25  # words of a passage between unrelated texts that would be an alarm


class Place(NamedTuple):
    """A passage: where it stands in the suspicious document and in its source."""

    suspicious: str
    start: int
    end: int
    source: str
    source_start: int
    source_end: int
    kind: str = ""
    words: int = 0


class Score(NamedTuple):
    precision: float
    recall: float
    granularity: float
    plagdet: float


def main() -> None:
    part = sys.argv[1] if len(sys.argv) > 1 else "all"
    folder = GOLD / "gold" / "reuse"
    if not folder.is_dir():
        sys.exit(f"{folder} does not exist; name the folder of gold data in KPU_CORPUS_GOLD")
    names = sorted(path.stem for path in (folder / "suspicious").glob("*.txt"))
    chosen = {"tune": names[1::2], "check": names[::2], "all": names}[part]
    cases = [case for name in chosen for case in read_cases(folder / "suspicious" / f"{name}.xml")]
    start = time.perf_counter()
    found = detect(folder, chosen)
    print(
        f"{part}: {len(chosen)} documents, {len(cases)} cases, {len(found)} detections, "
        f"{time.perf_counter() - start:.0f} s"
    )
    print(f"{'kind':<20}{'cases':>6}{'prec':>8}{'rec':>8}{'gran':>8}{'plagdet':>9}")
    for kind in (*sorted({case.kind for case in cases}), "all"):
        inside = [case for case in cases if kind in (case.kind, "all")]
        touching = (
            found if kind == "all" else [d for d in found if any(overlap(d, c) for c in inside)]
        )
        s = score(inside, touching)
        print(
            f"{kind:<20}{len(inside):>6}{s.precision:>8.3f}{s.recall:>8.3f}"
            f"{s.granularity:>8.2f}{s.plagdet:>9.3f}"
        )
    false = [d for d in found if not any(overlap(d, case) for case in cases)]
    related = {(case.suspicious, case.source) for case in cases}
    alarms = [d for d in false if (d.suspicious, d.source) not in related and d.words >= LONG]
    print(f"detections that touch no case: {len(false)}")
    print(f"of {LONG} words or more between unrelated texts: {len(alarms)}")
    for alarm in alarms:
        print("  ", *alarm)


def detect(folder: Path, suspicious: Sequence[str]) -> list[Place]:
    """Run the library on the documents and the sources, as a user would."""
    paths = [folder / "suspicious" / f"{name}.txt" for name in suspicious]
    sources = sorted((folder / "sources").glob("*.txt"))
    texts = {path.stem: path.read_bytes().decode("utf-8") for path in [*paths, *sources]}
    table = kc.shared_passages(
        kc.preprocess(kc.load(texts)), a=suspicious, b=[path.stem for path in sources]
    )
    table = table[~table["template"]]
    return [
        Place(
            row.essay_a,
            row.start_a,
            row.end_a,
            row.essay_b,
            row.start_b,
            row.end_b,
            row.kind,
            row.words,
        )
        for row in table.itertuples()
    ]


def read_cases(path: Path) -> list[Place]:
    """Read the annotated passages of one suspicious document."""
    cases = []
    for feature in re.findall(r"<feature ([^>]*)/>", path.read_text(encoding="utf-8")):
        value = dict(re.findall(r'(\w+)="([^"]*)"', feature))
        start, source_start = int(value["this_offset"]), int(value["source_offset"])
        cases.append(
            Place(
                path.stem,
                start,
                start + int(value["this_length"]),
                value["source_reference"].removesuffix(".txt"),
                source_start,
                source_start + int(value["source_length"]),
                value.get("obfuscation", value["type"]),
            )
        )
    return cases


def overlap(a: Place, b: Place) -> bool:
    """Tell whether a detection touches a case on both sides."""
    return common(a, b) > 0


def common(a: Place, b: Place) -> int:
    """Return the characters two passages share, on both sides; 0 unless both sides touch."""
    if (a.suspicious, a.source) != (b.suspicious, b.source):
        return 0
    here = min(a.end, b.end) - max(a.start, b.start)
    there = min(a.source_end, b.source_end) - max(a.source_start, b.source_start)
    return here + there if here > 0 and there > 0 else 0


def score(cases: Sequence[Place], found: Sequence[Place]) -> Score:
    """Return the four measures, macro-averaged as in Potthast et al. (2010)."""
    recall = covered(cases, found)
    precision = covered(found, cases)
    hits = [sum(overlap(case, place) for place in found) for case in cases]
    seen = [count for count in hits if count]
    granularity = sum(seen) / len(seen) if seen else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Score(precision, recall, granularity, f1 / log2(1 + granularity))


def covered(these: Sequence[Place], those: Sequence[Place]) -> float:
    """Return the mean share of the characters of ``these`` that ``those`` cover."""
    if not these:
        return 0.0
    return sum(_share(place, those) for place in these) / len(these)


def _share(place: Place, those: Iterable[Place]) -> float:
    touching = [other for other in those if overlap(place, other)]
    here: set[int] = set()
    there: set[int] = set()
    for other in touching:
        here.update(range(max(place.start, other.start), min(place.end, other.end)))
        there.update(
            range(
                max(place.source_start, other.source_start), min(place.source_end, other.source_end)
            )
        )
    size = (place.end - place.start) + (place.source_end - place.source_start)
    return (len(here) + len(there)) / size


if __name__ == "__main__":
    main()
