"""What the tables looked like: one short hash a column, so that a changed one names itself.

After a change that is meant to change results, look at what differs and write them anew:

    PYTHONPATH=src KPU_CORPUS_GOLD=../shared python -m tests.golden.fingerprints

Without the gold folder only the fingerprints of the seed page are written.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd

import kpu_corpus as kc
from kpu_corpus.corpus import Corpus

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
PAGE = ROOT / "corpus" / "opini-kpu-subang.txt"
SHARED = Path(os.environ.get("KPU_CORPUS_GOLD", ROOT.parent / "shared"))
UNITS = SHARED / "scale" / "peraturan_pasal.parquet"
TREEBANKS = (SHARED / "gold/ud/csui-train.conllu", SHARED / "gold/ud/gsd-dev.conllu")
CORPORA = ("seed", "essays", "units")
LONGEST = 900  # characters of a unit: 10,000 of them take seconds
DIGITS = 9

Fingerprints = dict[str, dict[str, str]]


def corpus_of(name: str) -> Corpus:
    """Return the seed page, 200 essays of real sentences, or 10,000 units of real laws."""
    if name == "seed":
        return kc.load(PAGE)
    if name == "essays":
        lines = [line for path in TREEBANKS for line in path.read_text("utf-8").splitlines()]
        said = [line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")]
        essays = {f"e{n}": " ".join(said[n::200]) for n in range(200)}
        meta = pd.DataFrame({"essay": list(essays), "unit": [f"U{n % 7}" for n in range(200)]})
        return kc.load(essays, metadata=meta)
    table = pd.read_parquet(UNITS)
    short = table[table["text"].str.len() <= LONGEST].iloc[::9].head(10_000)
    return kc.load({f"{row.law}/{row.unit}": row.text for row in short.itertuples(index=False)})


def tables_of(name: str, corpus: Corpus) -> Iterable[tuple[str, pd.DataFrame]]:
    """Yield the tables that are held, by name; small corpora are held in more settings."""
    tokens = kc.preprocess(corpus)
    yield "tokens", tokens.frame
    yield "sentences", tokens.sentences
    yield "keywords", kc.keywords(tokens)
    yield "keywords, words", kc.keywords(tokens, ngrams=(1, 1))
    yield "themes", kc.themes(tokens)
    yield "evidence", kc.evidence(tokens)
    if name == "units":
        return
    by = "unit" if name == "essays" else "author"
    yield f"themes, {by}", kc.themes(tokens, by=by)
    yield "themes, third", kc.themes(tokens, by="third")
    yield f"keywords, {by}", kc.keywords(tokens, by=by)
    yield "keywords, corpus", kc.keywords(tokens, by=None, background=None, titles=True)
    yield "keywords, resampled", kc.keywords(tokens, top=3, resamples=20)
    for weighting in ("tfidf", "g2", "log_odds", "count"):
        yield f"keywords, {weighting}", kc.keywords(tokens, weighting=weighting)
    yield "collocations", kc.collocations(tokens)
    yield "spelling", kc.spelling(tokens)
    for roots in ("sastrawi", "none"):
        other = kc.preprocess(corpus, roots=roots, spelling=False)
        yield f"tokens, {roots}", other.frame
        yield f"keywords, {roots}", kc.keywords(other)
    own = kc.preprocess(corpus, phrases=kc.collocations(tokens).head(20), stops=["function"])
    yield "tokens, phrases", own.frame
    yield "evidence, phrases", kc.evidence(own)


def fingerprints(name: str) -> Fingerprints:
    """Return {table: {column: hash}} of one corpus, with the number of rows."""
    return {
        table: {"rows": str(len(found)), **{str(c): _hash(found[c]) for c in found.columns}}
        for table, found in tables_of(name, corpus_of(name))
    }


def stored(name: str) -> dict[str, Any]:
    """Return the fingerprints that were written."""
    content: dict[str, Any] = json.loads((HERE / f"{name}.json").read_text("utf-8"))
    return content


def _hash(column: pd.Series[Any]) -> str:
    if column.dtype == "float64":
        cells = [f"{value:.{DIGITS}g}" for value in column]
    else:
        values = column.to_numpy(dtype=object).tolist()  # one by one, pandas takes longer
        cells = [*map(str, values)]
        for row in column.isna().to_numpy().nonzero()[0].tolist():
            cells[row] = "\x00"
    data = "\x1f".join(cells).encode("utf-8", "surrogatepass")
    return hashlib.sha256(data).hexdigest()[:16]


if __name__ == "__main__":
    for name in CORPORA if UNITS.is_file() else CORPORA[:1]:
        written = json.dumps(fingerprints(name), indent=1, ensure_ascii=False)
        (HERE / f"{name}.json").write_text(written + "\n", "utf-8")
        print(name)
