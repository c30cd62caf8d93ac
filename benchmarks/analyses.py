"""Seconds and memory of every analysis and product beside the main job, by number of essays.

    python -m benchmarks.analyses essays 100 1000 10000
    python -m benchmarks.analyses laws 1000 --only compare report

Each call is made in a process of its own that finds the words of the corpus read and nothing else
done. Printed are seconds of the processor, how they grow from size to size (N to that power), wall
seconds, and the memory above what the process had before, in MB; for files, their size; a digest
of the result, to compare with that of other code. A call that takes longer than
`--longest` seconds is ended and told as such.
"""

from __future__ import annotations

import argparse
import multiprocessing
import tempfile
import time
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from math import log
from pathlib import Path
from typing import Any

import pandas as pd

import kpu_corpus as kc
from benchmarks.documents import KINDS, documents
from benchmarks.memory import peak

FEW = 40  # essays of a first run, that loads what is loaded once
OFFICES, CLASSES = 20, 5
Call = Callable[[kc.Tokens, Path], Any]


def corpus(kind: str, count: int) -> kc.Corpus:
    """Return documents with the columns that people bring: author, office, date, class, time."""
    rows = range(count)
    table = {
        "id": [f"e{row:05d}" for row in rows],
        "text": [*documents(kind, count)],
        "author": [f"Penulis {row // 2}" for row in rows],
        "unit": [f"KPU Kabupaten {row % OFFICES}" for row in rows],
        "date": [f"2025-{1 + row % 12:02d}-{1 + row % 28:02d}" for row in rows],
        "kelas": [f"Angkatan {row % CLASSES}" for row in rows],
        "tahap": [("sebelum", "sesudah")[row % 2] for row in rows],
    }
    return kc.load(pd.DataFrame(table))


def _half(tokens: kc.Tokens, what: str) -> Any:
    ids = tokens.corpus.essays["essay"].tolist()
    return kc.compare(tokens, a=ids[::2], b=ids[1::2], what=what)


def _coded(tokens: kc.Tokens) -> pd.DataFrame:
    """Return codes of 200 sentences, each tenth of another opinion than the program."""
    sentences = tokens.sentences[tokens.sentences["kind"] != "title"].head(2000).iloc[::10]
    table = sentences[["essay", "sentence"]].reset_index(drop=True)
    return table.assign(integritas=[int(row % 10 == 0) for row in range(len(table))])


def _vectorized(tokens: kc.Tokens, _: Path) -> Any:
    texts = [tokens.corpus.text(item) for item in tokens.corpus.items]
    return kc.TermVectorizer(ngrams=(1, 3)).fit_transform(texts)


def _saved(tokens: kc.Tokens, folder: Path) -> Any:
    return kc.load(tokens.corpus.save(folder / "korpus.parquet"))


def _written(suffix: str, tokens: kc.Tokens, folder: Path, **settings: Any) -> Path:
    return kc.report(tokens, folder / f"laporan{suffix}", **settings)


CALLS: dict[str, Call] = {
    "keywords, resampled": lambda tokens, _: kc.keywords(tokens, resamples=100),
    "themes, by unit": lambda tokens, _: kc.themes(tokens, by="unit"),
    "compare words, two of tahap": lambda tokens, _: kc.compare(
        tokens, by="tahap", a="sebelum", b="sesudah"
    ),
    "compare words, lists of ids": lambda tokens, _: _half(tokens, "words"),
    "compare words, one essay": lambda tokens, _: kc.compare(tokens, a=tokens.corpus.items[0].id),
    "compare words, background": lambda tokens, _: kc.compare(
        tokens, by="tahap", a="sebelum", background="formal"
    ),
    "compare themes, two of tahap": lambda tokens, _: kc.compare(
        tokens, by="tahap", a="sebelum", b="sesudah", what="themes"
    ),
    "compare themes, lists of ids": lambda tokens, _: _half(tokens, "themes"),
    "keyness by essay": lambda tokens, _: kc.keyness(tokens),
    "keyness by essay, the others": lambda tokens, _: kc.keyness(tokens, background=None),
    "keyness by unit": lambda tokens, _: kc.keyness(tokens, by="unit", background=None),
    "background": lambda tokens, _: kc.background(tokens),
    "collocations": lambda tokens, _: kc.collocations(tokens),
    "collocates": lambda tokens, _: kc.collocates(tokens, "orang"),
    "collocates of a theme": lambda tokens, _: kc.collocates(tokens, "integritas", what="theme"),
    "network": lambda tokens, _: kc.network(tokens),
    "concordance": lambda tokens, _: kc.concordance(tokens, "orang"),
    "concordance, common word": lambda tokens, _: kc.concordance(tokens, "yang"),
    "dispersion": lambda tokens, _: kc.dispersion(tokens),
    "positions": lambda tokens, _: kc.positions(tokens, ["orang", "negara"]),
    "profile": lambda tokens, _: kc.profile(tokens),
    "profile by unit": lambda tokens, _: kc.profile(tokens, by="unit"),
    "spelling": lambda tokens, _: kc.spelling(tokens),
    "acronyms": lambda tokens, _: kc.acronyms(tokens),
    "coverage": lambda tokens, _: kc.coverage(tokens),
    "topics": lambda tokens, _: kc.topics(tokens),
    "topic_shares, k=10": lambda tokens, _: kc.topic_shares(tokens, k=10),
    "topics of essays": lambda tokens, _: kc.topics(tokens, unit="essay"),
    "suggest": lambda tokens, _: kc.suggest(tokens, "integritas"),
    "theme_network": lambda tokens, _: kc.theme_network(tokens),
    "sensitivity": lambda tokens, _: kc.sensitivity(tokens),
    "lint": lambda tokens, _: kc.lint(tokens),
    "assignment_words": lambda tokens, _: kc.assignment_words(tokens),
    "similarity": lambda tokens, _: kc.similarity(tokens),
    "similarity, top 5": lambda tokens, _: kc.similarity(tokens, top=5),
    "similarity by unit": lambda tokens, _: kc.similarity(tokens, by="unit"),
    "clusters": lambda tokens, _: kc.clusters(tokens),
    "duplicates": lambda tokens, _: kc.duplicates(tokens),
    "shared_passages": lambda tokens, _: kc.shared_passages(tokens),
    "templates": lambda tokens, _: kc.templates(tokens),
    "explain": lambda tokens, _: kc.explain(tokens),
    "coding_sheet": lambda tokens, folder: kc.coding_sheet(tokens, folder / "koding.xlsx"),
    "validate": lambda tokens, _: kc.validate(tokens, _coded(tokens)),
    "disagreements": lambda tokens, _: kc.disagreements(tokens, _coded(tokens)),
    "save and load": _saved,
    "pseudonyms": lambda tokens, _: kc.pseudonyms(tokens, secret="rahasia kantor"),
    "TermVectorizer": _vectorized,
    "export conllu": lambda tokens, folder: kc.export(tokens, folder / "a.conllu", to="conllu"),
    "bundle": lambda tokens, folder: kc.bundle(tokens, folder / "hasil.zip"),
    "report .html": partial(_written, ".html"),
    "report .html, by unit": partial(_written, ".html", by="unit"),
    "report .html, no text": partial(_written, ".html", text=False),
    "report .docx": partial(_written, ".docx"),
    "report .xlsx": partial(_written, ".xlsx"),
    "explorer": lambda tokens, folder: kc.explorer(tokens, folder / "jelajah.html"),
    "explorer, no passages": lambda tokens, folder: kc.explorer(
        tokens,
        folder / "jelajah.html",
        passages=kc.shared_passages(kc.load({"a": "Kami belajar."})),
    ),
}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("sizes", type=int, nargs="+")
    parser.add_argument("--only", nargs="*", default=[""], help="calls whose names begin so")
    parser.add_argument("--longest", type=int, default=900, help="seconds of a call at most")
    asked = parser.parse_args()
    asked_for = [name for name in CALLS if name.startswith(tuple(asked.only))]
    _warm(asked.kind, asked_for)
    last: dict[str, tuple[int, float]] = {}
    for size in asked.sizes:
        tokens = kc.preprocess(corpus(asked.kind, size))
        print(f"\n{size:,} {asked.kind}, {len(tokens):,} words")
        print(
            f"{'':<32}{'cpu s':>8}{'N^':>6}{'wall s':>8}{'MB':>8}{'rows':>11}{'file MB':>9}  digest"
        )
        for name in asked_for:
            took, told = measured(name, tokens, asked.longest)
            before, least = last.get(name, (size, took))
            power = log(took / least) / log(size / before) if size != before else float("nan")
            last[name] = size, took
            print(f"{name:<32}{took:>8.2f}{power:>6.2f}{told}", flush=True)


def _warm(kind: str, names: list[str]) -> None:
    """Load what calls load once a process: modules, the lexicon, the data of the language."""
    tokens = kc.preprocess(corpus(kind, FEW))
    for name in names:
        if name != "lint":  # which keeps what it finds of a lexicon: the call would take no time
            with tempfile.TemporaryDirectory() as folder:
                CALLS[name](tokens, Path(folder))


def measured(name: str, tokens: kc.Tokens, longest: int) -> tuple[float, str]:
    """Return the seconds of a call in a process of its own, and what else is told of it."""
    ours, theirs = multiprocessing.Pipe(duplex=False)
    fork = multiprocessing.get_context("fork")  # the words that are read are there already
    process = fork.Process(target=_call, args=(name, tokens, theirs))
    process.start()
    theirs.close()
    try:
        answer = ours.recv() if ours.poll(longest) else (float(longest), "  not ended")
    except EOFError:
        answer = (float("nan"), "  failed")
    process.kill()
    process.join()
    return answer


def _call(name: str, tokens: kc.Tokens, answer: Any) -> None:
    with tempfile.TemporaryDirectory() as folder:
        before, start, wall = peak(), time.process_time(), time.perf_counter()
        made = CALLS[name](tokens, Path(folder))
        took, most = time.process_time() - start, peak() - before
        wall = time.perf_counter() - wall
        rows, size, digest = "", "", ""
        if isinstance(made, pd.DataFrame):
            rows = f"{len(made):,}"
            hashed = pd.util.hash_pandas_object(made.astype(str), index=True).to_numpy()
            digest = sha256(hashed.tobytes()).hexdigest()[:8]
        elif isinstance(made, Path) and made.is_file():
            size = f"{made.stat().st_size / 1e6:.1f}"
            digest = sha256(made.read_bytes()).hexdigest()[:8]
        answer.send((took, f"{wall:>8.2f}{most:>8,.0f}{rows:>11}{size:>9}  {digest}"))


if __name__ == "__main__":
    main()
