"""Hostile inputs over every reader and the segmenter: crashes, hangs and lost characters.

python -m benchmarks.fuzz                 50,000 inputs; the same ones for the same --seed
python -m benchmarks.fuzz 5000 --kind pdf
"""

from __future__ import annotations

import argparse
import io
import random
import time
import traceback
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from tests import essays
from tests.essays import SAMPLES

from benchmarks.layout_pages import compose, layouts
from kpu_corpus.corpus.sources import Source
from kpu_corpus.reading import Limits, read_bytes
from kpu_corpus.segment import segment

HANG = 5.0  # seconds
# Small enough that a bomb is met in a run of many thousand inputs.
LIMITS = Limits(file_bytes=4 * 1024**2, archive_bytes=8 * 1024**2, seconds=HANG)
PIECES = (
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"PK\x03\x04", b"%PDF-1.7", b"PAR1", b"<!DOCTYPE html>",
    b"<div>" * 50, b"<!--", b"]]>", b"<!ENTITY a 'b'>", b"\r\n", b"\xc2\xa0", b"\xe2\x80\x8b",
    b"\xe2\x80\xae", b"\xed\xa0\x80", b"\x85", b"/Kids [2 0 R]", b"/Length 99999999", b"obj",
    b"endstream", b'"', b"{", b"\\ud800", b"=1+1", b"Oleh: ", b" ....", b"Opini\n", b"\x1a",
)  # fmt: skip


@dataclass
class Figures:
    """What happened to the inputs of one kind."""

    inputs: int = 0
    read: int = 0
    refused: int = 0
    slowest: float = 0.0
    crashes: Counter[str] = field(default_factory=Counter)
    hangs: int = 0
    lost: int = 0


def main() -> None:
    """Run every kind in equal shares and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("inputs", nargs="?", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--kind", default="")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    kinds = {**_seeds(), "segment": [b""]}
    chosen = {k: v for k, v in kinds.items() if not options.kind or k == options.kind}
    share = -(-options.inputs // len(chosen))
    total = Figures()
    print(f"{'kind':<10}{'inputs':>8}{'read':>8}{'refused':>9}{'slowest':>10}{'crash':>7}", end="")
    print(f"{'hang':>6}{'lost':>6}", flush=True)
    for kind, starts in chosen.items():
        figures = Figures()
        _run(
            _check_segment if kind == "segment" else _check_read(kind, starts),
            share,
            options.seed,
            figures,
        )
        _print(kind, figures)
        for name in ("inputs", "read", "refused", "hangs", "lost"):
            setattr(total, name, getattr(total, name) + getattr(figures, name))
        total.slowest = max(total.slowest, figures.slowest)
        total.crashes += figures.crashes
    _print("all", total)
    for crash, count in total.crashes.items():
        print(count, crash)


def _print(kind: str, f: Figures) -> None:
    print(f"{kind:<10}{f.inputs:>8}{f.read:>8}{f.refused:>9}{f.slowest:>9.2f}s", end="")
    print(f"{sum(f.crashes.values()):>7}{f.hangs:>6}{f.lost:>6}", flush=True)


def _seeds() -> dict[str, list[bytes]]:
    """Return whole files of every kind to damage."""
    short = SAMPLES[0]
    return {
        "txt": [essays.as_text(short).encode(), essays.as_text(short).encode("utf-16")],
        "html": [essays.as_page(SAMPLES[:1]).encode()],
        "xml": [essays.as_export()],
        "mhtml": [essays.as_mhtml(essays.as_page(SAMPLES[:1]).encode())],
        "eml": [essays.as_mail(short)],
        "docx": [essays.as_docx(short)],
        "odt": [essays.as_odt(short)],
        "pdf": [essays.as_pdf([[short.title, "a-", "b"], ["x"]]), essays.pdf_of(short)],
        "csv": [essays.as_csv(), essays.as_csv("\t")],
        "jsonl": [b'{"id": 1, "text": "jujur"}\n{"id": 2, "text": "adil"}\n'],
        "xlsx": [essays.as_xlsx()],
        "parquet": [essays.as_parquet()],
        "zip": [essays.as_zip({"a.txt": b"jujur", "b/c.csv": b"id,teks\n1,adil\n"})],
    }


def _run(
    check: Callable[[random.Random, Figures], None], count: int, start: int, figures: Figures
) -> None:
    """Draw inputs with hypothesis; a failure is counted, not raised, so that all are met."""

    @seed(start)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.integers(0, 2**64))
    def each(number: int) -> None:
        if figures.inputs >= count:
            return
        figures.inputs += 1
        begin = time.monotonic()
        try:
            check(random.Random(number * 1_000_003 + figures.inputs), figures)
        except Exception as error:
            place = traceback.extract_tb(error.__traceback__)[-1]
            figures.crashes[
                f"{type(error).__name__} {place.filename}:{place.lineno}: {error}"[:300]
            ] += 1
        spent = time.monotonic() - begin
        figures.slowest = max(figures.slowest, spent)
        figures.hangs += spent > HANG

    while figures.inputs < count:
        before = figures.inputs
        each()
        if figures.inputs == before:
            break


def _check_read(kind: str, starts: list[bytes]) -> Callable[[random.Random, Figures], None]:
    def check(draw: random.Random, figures: Figures) -> None:
        start = draw.choice(starts)
        packed = start.startswith(b"PK") and draw.random() < 0.7
        data = repacked(draw, start) if packed else damaged(draw, start)
        suffix = kind if draw.random() < 0.9 else draw.choice(["txt", "pdf", "zip", "html", ""])
        found = read_bytes(data, f"berkas.{suffix}", limits=LIMITS)
        sources = [item for item in found if isinstance(item, Source)]
        figures.read += bool(sources)
        figures.refused += not sources
        for source in sources:
            figures.lost += not tiles(source)

    return check


def _check_segment(draw: random.Random, figures: Figures) -> None:
    layout = next(layouts(1, draw.randrange(10**9)))
    text = compose(layout, draw.randrange(10**9)).text
    data = damaged(draw, text.encode("utf-8", "surrogatepass"))
    text = data.decode("utf-8", "surrogateescape")
    figures.read += 1
    figures.lost += not tiles(Source("a", text, ""))


def damaged(draw: random.Random, data: bytes) -> bytes:
    """Cut, repeat, swap, overwrite and insert parts of a file."""
    out = bytearray(data)
    for _ in range(draw.choice((0, 1, 1, 2, 4, 16))):
        at = draw.randrange(len(out) + 1)
        end = min(len(out), at + draw.choice((1, 4, 64, 1024)))
        action = draw.randrange(6)
        if action == 0:
            del out[at:end]
        elif action == 1:
            out[at:at] = out[at:end] * draw.choice((1, 2, 20))
        elif action == 2:
            out[at:end] = draw.randbytes(end - at)
        elif action == 3:
            out[at:at] = draw.choice(PIECES)
        elif action == 4:
            del out[at:]
        elif at < len(out):
            out[at] ^= 1 << draw.randrange(8)
    return bytes(out[: 512 * 1024])


def repacked(draw: random.Random, data: bytes) -> bytes:
    """Damage one member of an archive, and pack it whole again."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    texts = [name for name in members if "document" in name or "sheet" in name or "." in name]
    name = draw.choice(texts)
    return essays.as_zip(members | {name: damaged(draw, members[name])})


def tiles(source: Source) -> bool:
    """Tell whether the spans of a source give its text back, character for character."""
    spans = source.ready[1] if source.ready else segment(source)[1]
    if not spans:
        return not source.text
    at = 0
    for span in spans:
        if span.start != at or span.end <= at:
            return False
        at = span.end
    return at == len(source.text)


if __name__ == "__main__":
    main()
