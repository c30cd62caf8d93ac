"""The most memory that a folder of 1 GB takes, read at once and streamed; the bound is 500 MB.

    PYTHONPATH=src python -m benchmarks.folder [--megabytes 1000] [--folder /tmp]

writes what people have saved into a temporary folder: web pages with their menus, styles and
scripts, Word files with a photograph, plain texts; in each a document of real law text (from
$KPU_CORPUS_GOLD, default ../shared). `kc.load` reads all of it, `kc.stream` analyses it, each in a
process of its own, and what they had in memory at most is printed against the bound.
"""

from __future__ import annotations

import argparse
import html
import io
import random
import subprocess
import sys
import tempfile
import warnings
import zipfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from time import perf_counter

from benchmarks.documents import documents
from benchmarks.memory import peak

BOUND = 500
KINDS = ("html", "html", "docx", "txt")
FURNITURE = 200_000  # characters of a page around its text
LINKS = 100  # of its menus
PHOTOGRAPH = 400_000  # bytes
EACH_FOLDER = 500  # files


def filled(folder: Path, megabytes: int) -> int:
    """Fill a folder up to a size and return how many files it has."""
    left = megabytes * 1_000_000
    text, chance, template = documents("mixed", left // 1000), random.Random(1), _template()
    for number in count():
        if left <= 0:
            return number
        kind = KINDS[number % len(KINDS)]
        data = _bytes(kind, next(text), template, chance)
        path = folder / f"{number // EACH_FOLDER}" / f"{number}.{kind}"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        left -= len(data)
    raise AssertionError


def _bytes(kind: str, text: str, template: bytes, chance: random.Random) -> bytes:
    if kind == "html":
        return _page(text).encode()
    return _word(text, template, chance) if kind == "docx" else text.encode()


def _page(text: str) -> str:
    rows = "".join(f"<p>{html.escape(line)}</p>\n" for line in text.splitlines())
    rule = ".menu li a { color: #333; padding: 4px }\n"
    style = rule * (FURNITURE // len(rule))
    menu = '<li><a href="/berita/pemilu">Berita pemilu</a></li>\n' * LINKS
    head = f"<head><title>Opini</title><style>{style}</style></head>"
    return f"<html>{head}<body><nav><ul>{menu}</ul></nav><article>{rows}</article></body></html>"


def _template() -> bytes:
    from docx import Document

    made = io.BytesIO()
    document = Document()
    document.add_paragraph("ISI")
    document.save(made)
    return made.getvalue()


def _word(text: str, template: bytes, chance: random.Random) -> bytes:
    made = io.BytesIO()
    body = "</w:t></w:r></w:p><w:p><w:r><w:t>".join(map(html.escape, text.splitlines()))
    with zipfile.ZipFile(io.BytesIO(template)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                part = part.replace(b"ISI", body.encode())
            new.writestr(name, part)
        new.writestr("word/media/image1.jpeg", chance.randbytes(PHOTOGRAPH))
    return made.getvalue()


def measured(way: str, folder: Path, out: Path) -> tuple[str, float, float]:
    """Read a folder in a fresh process; return what was read, seconds and the peak in MB."""
    call = [sys.executable, "-m", "benchmarks.folder", "--one", way, str(folder), str(out)]
    start = perf_counter()
    done = subprocess.run(call, check=True, stdout=subprocess.PIPE, text=True)
    told, most = done.stdout.splitlines()[-1].split("\t")
    return told, perf_counter() - start, float(most)


def one(way: str, folder: Path, out: Path) -> None:
    """Read a folder in this process and print what was read and the peak."""
    import kpu_corpus as kc

    warnings.simplefilter("ignore")  # of laws that list foreign words
    if way == "kc.load":
        corpus = kc.load(folder)
        told = f"{len(corpus):,} essays, {len(corpus.skipped):,} skipped"
    else:
        import pandas as pd

        themes = pd.read_parquet(kc.stream(folder, out) / "themes.parquet", columns=["essay"])
        skipped = pd.read_parquet(out / "skipped.parquet")
        told = f"{themes['essay'].nunique():,} essays, {len(skipped):,} skipped"
    print(f"{told}\t{peak()}")


def rows(megabytes: int, folder: Path) -> Iterator[str]:
    """Yield the lines of the table."""
    source = folder / "esai"
    source.mkdir()
    files = filled(source, megabytes)
    yield f"{files:,} files of {megabytes:,} MB together; the bound is {BOUND} MB\n"
    yield "| | read | wall, s | peak memory, MB | within the bound |\n|---|---|--:|--:|---|"
    for way in ("kc.load", "kc.stream"):
        told, seconds, most = measured(way, source, folder / "hasil")
        within = "no" if most > BOUND else "yes"
        yield f"| `{way}` | {told} | {seconds:.0f} | {most:.0f} | {within} |"


def main() -> None:
    """Print the table, or the figures of one process."""
    reader = argparse.ArgumentParser(description="Memory for a folder of 1 GB.")
    reader.add_argument("--megabytes", type=int, default=1000)
    reader.add_argument("--folder", default=None)
    reader.add_argument("--one", nargs=3, default=None, help=argparse.SUPPRESS)
    asked = reader.parse_args()
    if asked.one:
        way, source, out = asked.one
        one(way, Path(source), Path(out))
        return
    with tempfile.TemporaryDirectory(prefix="kpu_corpus_folder", dir=asked.folder) as folder:
        for line in rows(asked.megabytes, Path(folder)):
            print(line, flush=True)


if __name__ == "__main__":
    main()
