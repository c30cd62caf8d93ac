"""Speed of the whole job beside what others do, in one run, with the limits beside.

    PYTHONPATH=src python -m benchmarks.speed [--sizes 1000 10000 100000] [--rounds 5]
        [--kinds laws essays] [--sides "ours (1,3)" "tfidf (1,3)" …] [--settled]

reads the units of laws and the treebanks under $KPU_CORPUS_GOLD (default ../shared). Every
measurement is a fresh process that has imported what its job needs and nothing else, and then does
it for the first time (cold). The sides of a round follow each other, rounds repeat; a ratio is the
median of the rounds' ratios, above 1 where this library is faster. "ours" is the full job: load,
preprocess, keywords with top ten, themes, evidence. Beside it stands, for peers that do a part,
the like part of ours: units and words alone against spaCy's tokens ("warm": what the process does
a second time), and load, preprocess and keywords against YAKE's keywords. Peers that are not
installed are named and left out (pip install spacy yake). With --settled free memory is taken by
the file cache before each measurement, for machines whose memory is given by a host.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from benchmarks.documents import KINDS, documents
from benchmarks.one_pass import compiled, memory_copy, one_pass
from benchmarks.settled import settle
from benchmarks.speed_sides import PACKAGES, Stages

SIZES = (1_000, 10_000, 100_000)
ROUNDS = 5
# (peer, ours, sizes at which it is run or None for all, its documents at most or 0, goals)
PEERS = (
    ("sastrawi (1,3)", "ours (1,3)", (10_000,), 0, {10_000: 30}),
    ("sastrawi (1,1)", "ours (1,1)", (10_000,), 0, {10_000: 30}),
    ("tfidf (1,3)", "ours (1,3)", None, 0, {1_000: 2, 10_000: 5, 100_000: 8}),
    ("tfidf (1,1)", "ours (1,1)", None, 0, {1_000: 1, 10_000: 2, 100_000: 4}),
    ("spacy", "ours (1,3)", (1_000,), 0, {1_000: 50}),
    ("spacy", "ours, tokens", (1_000,), 0, {}),
    ("spacy, warm", "ours, tokens, warm", (1_000,), 0, {}),
    ("yake", "ours (1,3)", (1_000,), 50, {1_000: 300}),
    ("yake", "ours, keywords", (1_000,), 50, {}),
)

Rounds = dict[str, list[Stages]]


def report(kind: str, size: int, asked: argparse.Namespace, folder: Path) -> str:
    """Return the tables of one kind and number of documents; with the limits for the largest."""
    texts = list(documents(kind, size))
    data = "\n".join(texts).encode()
    path = _stored(texts, folder / f"{kind}-{size}.parquet")
    peers = [peer for peer in PEERS if not peer[2] or size in peer[2]]
    absent = [*dict.fromkeys(peer[0] for peer in peers if not _installed(peer[0]))]
    peers = [peer for peer in peers if peer[0] not in absent]
    chosen = {name: 0 for _, name, *_ in peers} | {peer[0]: peer[3] for peer in peers}
    chosen = {name: most for name, most in chosen.items() if not asked.sides or name in asked.sides}
    found: Rounds = {name: [] for name in chosen}
    for number in range(asked.rounds):
        for name, most in chosen.items():
            few = _stored(texts[:most], folder / f"{kind}-{most}.parquet") if most else path
            found[name].append(_timed(name, few, folder, settled=asked.settled))
            print(f"{kind} {size} round {number + 1}: {name}", file=sys.stderr)
    words = sum(len(text.split()) for text in texts)
    lines = [f"## {size:,} documents of {words / size:.0f} words, {kind}, {len(data) / 1e6:.1f} MB"]
    lines += [f"not installed: {', '.join(absent)}"] if absent else []
    lines += ["", *_against(peers, found, size, chosen)]
    lines += ["", *_stages(found, len(data), size)]
    if size == max(asked.sizes):
        own = _timed("counting", path, folder, settled=asked.settled)["counting"][0]
        lines += ["", *_limits(data, own)]
    return "\n".join(lines)


def _against(peers: Iterable[tuple], found: Rounds, size: int, chosen: dict[str, int]) -> list[str]:  # type: ignore[type-arg]
    lines = [
        "| against | with | wall | CPU | to reach | peer, documents/s | here |",
        "|---|---|--:|--:|--:|--:|--:|",
    ]
    for name, own, _, most, goals in peers:
        if not found.get(name) or not found.get(own):
            continue
        share = (most or size) / size
        pairs = list(zip(found[name], found[own], strict=True))
        wall, cpu = (
            median(_total(theirs)[at] / share / _total(mine)[at] for theirs, mine in pairs)
            for at in (0, 1)
        )
        rate = share * size / median(_total(stages)[0] for stages in found[name])
        here = size / median(_total(stages)[0] for stages in found[own])
        told = f"{name}, {most} documents" if most else name
        ratios = f"{wall:.2f} | {cpu:.2f} | {goals.get(size, '')}"
        lines.append(f"| {told} | {own} | {ratios} | {rate:,.0f} | {here:,.0f} |")
    return lines


def _stages(found: Rounds, size: int, count: int) -> list[str]:
    lines = ["| stage | wall, s | CPU, s | MB/s | documents/s |", "|---|--:|--:|--:|--:|"]
    for side, runs in found.items():
        if not side.startswith("ours"):
            continue
        rows = {stage: [run[stage] for run in runs] for stage in runs[0]}
        rows["whole"] = [_total(run) for run in runs]
        for stage, times in rows.items():
            wall, cpu = (median(time[at] for time in times) for at in (0, 1))
            rate = f"{size / 1e6 / wall:.1f} | {count / wall:,.0f}"
            lines.append(f"| {side}: {stage} | {wall:.2f} | {cpu:.2f} | {rate} |")
    return lines


def _limits(data: bytes, own: float) -> list[str]:
    """Return our counting stage (warm) beside the pass in C and a copy of memory, each at best."""
    rows = [("counting stage (units, words, offsets → CSR), warm", own)]
    library = compiled()
    lines = ["| limit | s | MB/s | counting stage is slower by |", "|---|--:|--:|--:|"]
    told = ""
    if isinstance(library, str):
        told = f"The C pass is left out: {library}."
    else:
        tokens, types, seconds = one_pass(library, data)
        rows.append((f"one pass in C ({tokens:,} tokens, {types:,} types)", seconds))
    rows.append(("memory copy", memory_copy(data)))
    lines += [
        f"| {name} | {seconds:.3f} | {len(data) / 1e6 / seconds:,.0f} | {own / seconds:.1f} |"
        for name, seconds in rows
    ]
    return [*lines, *([told] if told else [])]


def _timed(side: str, path: Path, folder: Path, *, settled: bool) -> Stages:
    """Run one side in a fresh process; the first time, find out what it imports."""
    modules = folder / f"{side.replace(' ', '')}.json"
    call = [sys.executable, "-m", "benchmarks.speed_sides", side, str(path), str(modules)]
    if not modules.exists():
        subprocess.run(call, check=True)
    if settled:
        settle(folder)
    done = subprocess.run(call, check=True, capture_output=True, text=True)
    stages: Stages = json.loads(done.stdout.splitlines()[-1])["stages"]
    return stages


def _total(stages: Stages) -> tuple[float, float]:
    return sum(wall for wall, _ in stages.values()), sum(cpu for _, cpu in stages.values())


def _stored(texts: list[str], path: Path) -> Path:
    if not path.exists():
        import pyarrow
        import pyarrow.parquet as parquet

        parquet.write_table(pyarrow.table({"text": texts}), path)
    return path


def _installed(side: str) -> bool:
    return side not in PACKAGES or find_spec(PACKAGES[side]) is not None


def main() -> None:
    """Print the tables of every kind and size asked for."""
    reader = argparse.ArgumentParser(description="Speed beside peers and limits.")
    reader.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    reader.add_argument("--rounds", type=int, default=ROUNDS)
    reader.add_argument("--kinds", nargs="+", choices=KINDS, default=KINDS)
    reader.add_argument("--sides", nargs="+", default=())
    reader.add_argument("--settled", action="store_true")
    asked = reader.parse_args()
    with tempfile.TemporaryDirectory(prefix="kpu_corpus_speed") as folder:
        for kind in asked.kinds:
            for size in asked.sizes:
                print(report(kind, size, asked, Path(folder)), "\n", flush=True)


if __name__ == "__main__":
    main()
