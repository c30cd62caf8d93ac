"""The words of a law's title from its text: this library's keywords beside TF, TF-IDF and YAKE.

    PYTHONPATH=src python -m benchmarks.law_titles [laws of each half]

reads gold/law_titles_dev.jsonl (kind plain) and scale/peraturan_pasal.parquet under
$KPU_CORPUS_GOLD (default ../shared). Every system gets the same texts, without the title, and
gives ten single words; words are compared as roots. Half of the laws (by checksum) were used to
choose the weighting and the stop words, the other half only to check them. The score of a law is
the share of its title's content words that are found; the tables give means over laws with 95 %
bootstrap intervals over laws. YAKE takes part where it is installed (pip install yake).
"""

from __future__ import annotations

import json
import os
import re
import sys
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from kpu_corpus.indonesian.lists.stopwords import stopwords
from kpu_corpus.indonesian.roots.roots import roots_of
from kpu_corpus.terms.reference import Reference, Sums, reference
from kpu_corpus.tokens.wordtypes import is_stop

if TYPE_CHECKING:
    from training.root_counts import Sums as RootSums

GOLD = Path(os.environ.get("KPU_CORPUS_GOLD", "../shared"))
TOP = 10
LAWS = 300
RESAMPLES = 2000
LENGTHS = (0, 700, 1600, 3700, 10**9)  # words; about the quartiles
WORD = re.compile(r"[^\W\d_]{2,}")

Words = list[list[str]]
Floats = np.ndarray[Any, np.dtype[np.float64]]


def without_title(text: str, title: str) -> str:
    """Return the text without the title wherever it stands verbatim, and without its repetition.

    Verbatim is the same words in the same letters, whatever stands between them. The repetition
    is what follows `tentang` before the first article in any letters: as many of the title's
    words from its beginning as follow, at least half of them.

    >>> without_title("UU NOMOR 1 TENTANG HAK CIPTA. Menetapkan: tentang Hak Cipta.", "HAK CIPTA")
    'UU NOMOR 1 TENTANG . Menetapkan: tentang .'
    """
    words = [re.escape(word) for word in re.findall(r"\w+", title)]
    if not words:
        return text
    between = r"\W+"
    text = re.sub(rf"(?<!\w){between.join(words)}(?!\w)", "", text)
    first = text.find("Pasal 1\n")
    end = first if first >= 0 else min(len(text), 4000)
    head, rest = text[:end], text[end:]
    for size in range(len(words), (len(words) - 1) // 2, -1):
        part = between.join(words[:size])
        head = re.sub(rf"(?i)(?<!\w)(tentang\W+){part}(?!\w)", r"\1", head)
    return head + rest


def title_roots(title: str) -> set[str]:
    """Return the roots of a title's content words."""
    words = [word.lower() for word in WORD.findall(title)]
    return single_roots(word for word in words if word not in stopwords())


def single_roots(words: Iterable[str]) -> set[str]:
    """Return the roots of words; a root of two words counts as its words."""
    return {part for root in roots_of([word.lower() for word in words]) for part in root.split()}


def systems(texts: Mapping[str, str], formal: Reference) -> dict[str, Callable[[], Words]]:
    """Return every system by name: called, it gives ten words for each text in order.

    Term frequency and TF-IDF are scikit-learn's on lower-case words, with the stop words of
    PySastrawi; YAKE has its own for Indonesian.
    """
    return {
        "kpu_corpus": partial(_own, texts, formal, "salience"),
        "kpu_corpus, tfidf": partial(_own, texts, formal, "tfidf"),
        "term frequency": partial(_sklearn, texts, "CountVectorizer", _sastrawi_stops()),
        "TF-IDF": partial(_sklearn, texts, "TfidfVectorizer", _sastrawi_stops()),
        "TF-IDF, our stops": partial(_sklearn, texts, "TfidfVectorizer", stopwords()),
        "YAKE": partial(_yake, texts),
    }


def without_laws(formal: Reference, units: Mapping[str, str]) -> Reference:
    """Return the background less the counts of some units: recounted without the tested laws.

    Both are counted in the same way, so that the difference is what is left of the laws.
    """
    from training.root_counts import root_counts

    own = root_counts(units)
    apart = _less(formal.apart, own.apart)
    joined = _less(Sums(formal.tokens, formal.df, formal.cf), own.joined)
    return formal._replace(units=formal.units - own.units, **joined._asdict(), apart=apart)


def _less(counts: Sums, own: RootSums) -> Sums:
    df, cf = Counter(counts.df), Counter(counts.cf)
    for (root, stop), pair in own.found.items():
        if root in df and not is_stop(stop, stopwords()):
            df[root] = max(df[root] - pair[0], 0)
            cf[root] = max(cf[root] - pair[1], 0)
    return Sums(counts.tokens - own.words, dict(df), dict(cf))


def report(laws: int = LAWS) -> str:
    """Return the tables of both halves: means with intervals, leads, and means by length."""
    titles = _titles()
    halves = {
        name: sorted(law for law in titles if zlib.crc32(law.encode()) % 2 == half)
        for half, name in enumerate(("tuning", "check"))
    }
    lines = []
    for name, names in halves.items():
        chosen = sorted(names, key=lambda law: zlib.crc32(law[::-1].encode()))[:laws]
        lines += [f"{name}: {len(chosen)} laws", *_half({law: titles[law] for law in chosen}), ""]
    return "\n".join(lines)


def _half(titles: Mapping[str, str]) -> list[str]:
    units = _units(set(titles))
    texts = {law: without_title("\n".join(units[law]), titles[law]) for law in titles}
    tested = {f"{law}/{row}": unit for law in titles for row, unit in enumerate(units[law])}
    formal = without_laws(reference("formal", "ranked"), tested)
    wanted = [title_roots(title) for title in titles.values()]
    known = np.array([bool(roots) for roots in wanted])
    share = {
        name: _shares(run(), wanted)[known]
        for name, run in systems(texts, formal).items()
        if name != "YAKE" or _installed("yake")
    }
    length = np.array([len(text.split()) for text in texts.values()])[known]
    return _table(share, length)


def _shares(found: Words, wanted: list[set[str]]) -> Floats:
    return np.array(
        [
            len(roots & single_roots(words)) / max(len(roots), 1)
            for words, roots in zip(found, wanted, strict=True)
        ]
    )


def _table(share: Mapping[str, Floats], length: Any) -> list[str]:
    bands = list(pairwise(LENGTHS))
    inside = [(length >= low) & (length < high) for low, high in bands]
    names = [f"{low}–{high if high < 10**9 else '…'}" for low, high in bands]
    lines = [f"{'words found, %':<20}{'mean':>6} {'95 % interval':>15}"]
    lines[0] += "".join(f"{name:>12}" for name in names)
    for system, values in share.items():
        low, high = _interval(values)
        cells = "".join(f"{100 * values[rows].mean():12.1f}" for rows in inside)
        mean = f"{100 * values.mean():6.1f} {f'{low:.1f}–{high:.1f}':>15}"
        lines.append(f"{system:<20}{mean}{cells}")
    lines.append(f"{'laws':<42}" + "".join(f"{int(rows.sum()):12d}" for rows in inside))
    others = {name: share[name] for name in ("term frequency", "TF-IDF", "YAKE") if name in share}
    best = max(others, key=lambda name: others[name].mean())
    lead = share["kpu_corpus"] - others[best]
    low, high = _interval(lead)
    lines.append(f"lead over {best}: {100 * lead.mean():.1f} points ({low:.1f} to {high:.1f})")
    return lines


def _interval(values: Floats) -> tuple[float, float]:
    draws = np.random.default_rng(0).integers(0, len(values), (RESAMPLES, len(values)))
    low, high = np.percentile(100 * values[draws].mean(axis=1), [2.5, 97.5])
    return float(low), float(high)


def _own(texts: Mapping[str, str], formal: Reference, weighting: str) -> Words:
    import kpu_corpus as kc

    tokens = _tokens(tuple(texts.items()))
    table = kc.keywords(tokens, top=TOP, ngrams=(1, 1), weighting=weighting, background=formal)
    found = table.groupby("essay")["display"].agg(list).to_dict()
    return [found.get(law, []) for law in texts]


_CACHE: dict[int, Any] = {}


def _tokens(texts: tuple[tuple[str, str], ...]) -> Any:
    import kpu_corpus as kc

    key = hash(texts)
    if key not in _CACHE:
        _CACHE[key] = kc.preprocess(kc.load(dict(texts)))
    return _CACHE[key]


def _sklearn(texts: Mapping[str, str], name: str, stops: Iterable[str]) -> Words:
    from sklearn.feature_extraction import text as module

    parts = sorted({part for word in stops for part in WORD.findall(word)})
    counts = getattr(module, name)(token_pattern=WORD.pattern, stop_words=parts)
    table = counts.fit_transform(texts.values()).tocsr()
    words = counts.get_feature_names_out()
    return [
        [words[row.indices[k]] for k in np.lexsort((row.indices, -row.data))[:TOP]] for row in table
    ]


def _sastrawi_stops() -> list[str]:
    from Sastrawi.StopWordRemover.StopWordRemoverFactory import StopWordRemoverFactory

    return list(StopWordRemoverFactory().get_stop_words())


def _yake(texts: Mapping[str, str]) -> Words:
    from yake import KeywordExtractor

    extractor = KeywordExtractor(lan="id", n=1, top=TOP)
    return [[word for word, _ in extractor.extract_keywords(text)] for text in texts.values()]


def _installed(package: str) -> bool:
    from importlib.util import find_spec

    return find_spec(package) is not None


def _titles() -> dict[str, str]:
    lines = (GOLD / "gold" / "law_titles_dev.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return {row["law"]: row["title"] for row in rows if row["kind"] == "plain"}


def _units(laws: set[str]) -> dict[str, list[str]]:
    import pyarrow.parquet as pq

    path = GOLD / "scale" / "peraturan_pasal.parquet"
    table = pq.read_table(path, filters=[("law", "in", laws)]).sort_by(
        [("law", "ascending"), ("unit", "ascending")]
    )
    found: dict[str, list[str]] = {}
    for law, text in zip(table["law"].to_pylist(), table["text"].to_pylist(), strict=True):
        found.setdefault(law, []).append(text)
    return found


if __name__ == "__main__":
    print(report(*map(int, sys.argv[1:])))
