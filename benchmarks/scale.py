"""Streaming and cluster: memory, CPU time and disk as the source grows.

    PYTHONPATH=src python -m benchmarks.scale [--documents 10000 100000] [--batch 4000]
        [--cluster 10000] [--folder /tmp]

writes documents of about 300 words of real law text, in mixed order (from $KPU_CORPUS_GOLD,
default ../shared), into a Parquet file, streams each file in a fresh process and prints, by number
of documents: CPU and wall seconds, the peak of memory and of what is spilled; then the ratio of
the peaks, the exponent by which CPU time grows (1 is in proportion) and what 100 million essays
would cost.
``--cluster`` runs so many documents on two workers as well and compares the bytes of the results;
0 leaves it out. One million documents take about a quarter of an hour.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from itertools import islice, pairwise
from math import log
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from benchmarks.documents import documents
from benchmarks.memory import peak
from kpu_corpus.streaming.run import BATCH

GROUP = 2_000  # documents of a row group
ESSAYS = 100_000_000
Measured = dict[str, Any]


def report(sizes: Sequence[int], batch: int, cluster: int, folder: Path) -> str:
    """Return the tables of all sizes."""
    found = []
    for size in sizes:
        source = generated(size, folder / f"{size}.parquet")
        found.append(measured(source, folder / f"out-{size}", batch))
        print(f"{size} documents streamed", file=sys.stderr)
    lines = ["| documents | wall, s | CPU, s | documents/s | peak memory, MB | spilled, MB |"]
    lines += ["|--:|--:|--:|--:|--:|--:|"]
    for size, one in zip(sizes, found, strict=True):
        cells = f"{one['cpu']:.1f} | {size / one['wall']:,.0f} | {one['memory']:.0f}"
        lines.append(f"| {size:,} | {one['wall']:.1f} | {cells} | {one['spilled']:.1f} |")
    for (small, first), (large, second) in pairwise(zip(sizes, found, strict=True)):
        ratio = second["memory"] / first["memory"]
        power = log(second["cpu"] / first["cpu"]) / log(large / small)
        lines += ["", f"{small:,} to {large:,}: memory × {ratio:.2f}, CPU time ~ N^{power:.2f}"]
    lines += ["", *_steps(sizes[-1], found[-1]), "", *_outlook(sizes[-1], found[-1])]
    if cluster:
        lines += ["", *_on_two(cluster, batch, folder)]
    return "\n".join(lines)


def generated(size: int, path: Path) -> Path:
    """Write so many documents into a Parquet file, a row group in memory at a time."""
    import pyarrow
    import pyarrow.parquet as parquet

    schema = pyarrow.schema([("id", pyarrow.string()), ("text", pyarrow.string())])
    made = enumerate(documents("mixed", size))
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        while rows := list(islice(made, GROUP)):
            columns = [[f"d{number}" for number, _ in rows], [text for _, text in rows]]
            writer.write_table(pyarrow.table(columns, schema=schema))
    return path


def measured(source: Path, out: Path, batch: int) -> Measured:
    """Stream a file in a fresh process; return its seconds, memory and spill by step."""
    call = [sys.executable, "-m", "benchmarks.scale", "--one", str(source), str(out), str(batch)]
    done = subprocess.run(call, check=True, capture_output=True, text=True)
    found: Measured = json.loads(done.stdout.splitlines()[-1])
    return found


def one(source: Path, out: Path, batch: int) -> Measured:
    """Stream a file in this process, measuring after every step."""
    from kpu_corpus.streaming.disk.job import PARTS
    from kpu_corpus.streaming.engine import perform, run
    from kpu_corpus.streaming.run import prepared

    steps: dict[str, dict[str, float]] = {}
    spilled = 0.0

    def each(folder: str, step: str, items: Iterable[int]) -> None:
        nonlocal spilled
        wall, cpu = perf_counter(), process_time()
        for item in items:
            for _ in perform(folder, step, item):
                pass
        spilled = sum(path.stat().st_size for path in (out / PARTS).rglob("*.*")) / 1e6
        seconds = {"wall": perf_counter() - wall, "cpu": process_time() - cpu}
        steps[step] = {**seconds, "memory": peak(), "spilled": spilled}

    wall, cpu = perf_counter(), process_time()
    run(prepared(source, out, batch=batch), out, each)
    seconds = {"wall": perf_counter() - wall, "cpu": process_time() - cpu}
    rest = {key: took - sum(step[key] for step in steps.values()) for key, took in seconds.items()}
    steps["the rest, by one process"] = {**rest, "memory": peak(), "spilled": spilled}
    sizes = {path.name: path.stat().st_size / 1e6 for path in sorted(out.iterdir())}
    return {**seconds, "memory": peak(), "spilled": spilled, "steps": steps, "sizes": sizes}


def _steps(size: int, found: Measured) -> list[str]:
    lines = [f"Steps at {size:,} documents:", ""]
    lines += ["| step | wall, s | CPU, s | peak memory so far, MB | spilled so far, MB |"]
    lines += ["|---|--:|--:|--:|--:|"]
    for step, one in found["steps"].items():
        cells = f"{one['cpu']:.1f} | {one['memory']:.0f} | {one['spilled']:.1f}"
        lines.append(f"| {step} | {one['wall']:.1f} | {cells} |")
    return lines


def _outlook(size: int, found: Measured) -> list[str]:
    cpu, spilled = found["cpu"] / size, found["spilled"] / size
    result = sum(found["sizes"].values()) / size
    return [
        f"Per document: {1e3 * cpu:.2f} ms of CPU, {1e3 * spilled:.1f} kB spilled, "
        f"{1e3 * result:.1f} kB of results. "
        f"{ESSAYS:,} essays: {ESSAYS * cpu / 3600:,.0f} core hours, "
        f"{ESSAYS * spilled / 1e6:,.1f} TB spilled, {ESSAYS * result / 1e6:,.2f} TB of results."
    ]


def _on_two(size: int, batch: int, folder: Path) -> list[str]:
    """Stream on two workers and compare with one process, byte for byte."""
    try:
        from distributed import Client, LocalCluster
    except ImportError:
        return ["The cluster run is left out: dask[distributed] is not installed."]
    from kpu_corpus import cluster

    source = generated(size, folder / f"cluster-{size}.parquet")
    alone = measured(source, folder / "cluster-one", batch)
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as workers,
        Client(workers) as client,
    ):
        start = perf_counter()
        out = cluster.stream(source, folder / "cluster-two", client, batch=batch)
        wall = perf_counter() - start
    same = all(
        path.read_bytes() == (out / path.name).read_bytes()
        for path in (folder / "cluster-one").iterdir()
    )
    told = "the same bytes" if same else "OTHER BYTES"
    return [
        f"{size:,} documents on two workers: {wall:.1f} s against {alone['wall']:.1f} s in one "
        f"process, {told}."
    ]


def main() -> None:
    """Print the tables, or the figures of one run."""
    reader = argparse.ArgumentParser(description="Streaming and cluster as the source grows.")
    reader.add_argument("--documents", type=int, nargs="+", default=[10_000, 100_000])
    reader.add_argument("--batch", type=int, default=BATCH)
    reader.add_argument("--cluster", type=int, default=10_000)
    reader.add_argument("--folder", default=None)
    reader.add_argument("--one", nargs=3, default=None, help=argparse.SUPPRESS)
    asked = reader.parse_args()
    if asked.one:
        source, out, batch = asked.one
        print(json.dumps(one(Path(source), Path(out), int(batch))))
        return
    with tempfile.TemporaryDirectory(prefix="kpu_corpus_scale", dir=asked.folder) as folder:
        print(report(asked.documents, asked.batch, asked.cluster, Path(folder)))


if __name__ == "__main__":
    main()
