"""Derive data/background/formal.tsv.gz: word frequencies without the noise of scanned pages.

    python -m training.background

reads background/peraturan_df.tsv.gz and lexicon/malindo_roots.tsv.gz under $KPU_CORPUS_GOLD
(default ../shared), writes the table and prints what each step of the rule dropped. The rule is
stated in data/background/README.md.

    PYTHONPATH=src python -m training.background roots

reads scale/peraturan_pasal.parquet, the texts themselves, and counts their roots as those of essays
are counted (root_counts.py) into formal_roots.tsv.gz and formal_roots_apart.tsv.gz; it takes two
minutes and 2 GB. Run it after every change of the roots, units or stop words.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from rapidfuzz.distance import OSA

from training.files import DATA, GOLD, pack, read_table

TARGET = DATA / "background" / "formal.tsv.gz"
ROOTS = TARGET.with_name("formal_roots.tsv.gz")
ROOTS_APART = TARGET.with_name("formal_roots_apart.tsv.gz")

FORM = re.compile(r"[a-z]+(?:-[a-z]+)*")
MIN_DF = 5  # of a form that no root explains
COMMON = 50  # from here on only a confusion of letters in scanning counts as noise
MUCH_MORE = 30  # times the df of the form it is mistaken for …
FAR_MORE = 300  # … where a root explains it: dalarn is in dictionaries, but here it is dalam
# What scanning makes of a letter → the letter.
CONFUSIONS = [
    ("rn", "m"), ("rr", "n"), ("ri", "n"), ("ii", "u"), ("i", "l"), ("l", "i"), ("i", "j"),
    ("i", "t"), ("t", "f"), ("f", "t"), ("t", "r"), ("c", "e"), ("e", "c"), ("h", "b"),
    ("b", "h"), ("u", "n"), ("n", "u"), ("i", "y"), ("q", "g"), ("tn", "m"), ("in", "m"),
    ("nn", "m"), ("ni", "m"), ("fi", "r"), ("vv", "w"), ("cl", "d"), ("a", "s"), ("g", "y"),
]  # fmt: skip
PREFIXES = ["", *"di ke se ter ber be per pe me diper memper keber kese".split()]
PREFIXES += "ku antar non pra multi nir sub menge penge kepeng".split()
NASALS = {"m": "p", "n": "t", "ny": "s", "ng": "k"}
SUFFIXES = ["", "kan", "an", "i", "nya", "kannya", "annya", "inya", "lah", "pun", "kanlah", "ku"]


Counts = dict[tuple[str, str], tuple[int, int]]  # by root and stop word: df, cf


class Row(NamedTuple):
    form: str
    df: int
    cf: int


def main() -> None:
    head, rows = read(GOLD / "background" / "peraturan_df.tsv.gz")
    roots = {row[0].lower() for row in read_table(GOLD / "lexicon" / "malindo_roots.tsv.gz")}
    reasons = verdicts(rows, roots)
    kept = [row for row in rows if reasons[row.form] == "kept"]
    write(head, kept)
    forms = Counter(reasons.values())
    tokens: Counter[str] = Counter()
    for row in rows:
        tokens[reasons[row.form]] += row.cf
    total = sum(tokens.values())
    for reason, count in forms.most_common():
        print(f"{reason:<24}{count:>7} forms {100 * tokens[reason] / total:>8.3f} % of tokens")


def count_roots() -> None:
    from training.root_counts import root_counts

    counted = root_counts(law_units())
    joined = kept_rows(counted.joined.found)
    other = kept_rows(counted.apart.found)
    apart = {key: other.get(key, (0, 0)) for key in joined | other}
    differing = {key: pair for key, pair in apart.items() if pair != joined.get(key)}
    for path, words, rows in (
        (ROOTS, counted.joined.words, joined),
        (ROOTS_APART, counted.apart.words, differing),
    ):
        head = f"# units={counted.units} tokens={words}", "root\tstop\tdf\tcf"
        order = sorted(rows, key=lambda key: (key[1], key[0]))
        lines = [*head, *("\t".join(map(str, (*key, *rows[key]))) for key in order)]
        pack(path, lines)
        print(f"{path.name}: {len(rows)} rows, {path.stat().st_size} bytes")


def law_units() -> dict[str, str]:
    """Return every unit (Pasal) of the laws by law and number."""
    import pyarrow.parquet as pq

    table = pq.read_table(GOLD / "scale" / "peraturan_pasal.parquet")
    columns = (table[name].to_pylist() for name in ("law", "unit", "text"))
    return {f"{law}/{unit}": text for law, unit, text in zip(*columns, strict=True)}


def kept_rows(found: Counts) -> Counts:
    """Return what scanning did not make: roots of kept forms, units, and common pairs of words.

    Units of the shipped lists have a row even where the laws never use them.
    """
    from kpu_corpus.indonesian.lists.background import background
    from kpu_corpus.indonesian.lists.multiwords import multiwords
    from kpu_corpus.indonesian.roots.root_lists import compounds
    from kpu_corpus.indonesian.roots.roots import roots_of
    from kpu_corpus.tokens.joining import canonical

    forms = list(background("formal").df)
    units = {canonical(unit) for unit in multiwords()} | {*compounds().values()}
    known = {*forms, *roots_of(forms), *units}  # a name is its own root
    kept = {
        (root, stop): pair
        for (root, stop), pair in found.items()
        if stop or root in known or (" " in root and pair[0] >= MIN_DF)
    }
    return {(unit, ""): (0, 0) for unit in units} | kept


def verdicts(rows: list[Row], roots: set[str]) -> dict[str, str]:
    """Say of every form whether it is kept, or why it is dropped."""
    df = {row.form: row.df for row in rows}
    neighbours = index(row.form for row in rows if row.df >= MIN_DF * MUCH_MORE)
    return {row.form: verdict(row, df, roots, neighbours) for row in rows}


def verdict(row: Row, df: dict[str, int], roots: set[str], near: dict[str, set[str]]) -> str:
    if not FORM.fullmatch(row.form):
        return "not a word"
    rooted = all(explained(part, roots) for part in row.form.split("-"))
    bar = (FAR_MORE if rooted else MUCH_MORE) * row.df
    likely = not rooted or len(row.form) > 4  # dau and hai are words
    if likely and any(df.get(other, 0) >= bar for other in confused(row.form)):
        return "confused letters"
    if rooted:
        return "kept"
    if row.df < MIN_DF:
        return "rare, no root"
    if row.df < COMMON and len(row.form) > 3:
        others = near.get(row.form, set()).union(*(near.get(d, set()) for d in deletes(row.form)))
        if any(df[o] >= bar and OSA.distance(row.form, o) == 1 for o in others):
            return "one edit from a common"
    return "kept"


def explained(form: str, roots: set[str]) -> bool:
    """Say whether the form is a root, or affixes around one; generous on purpose."""
    return any(len(core) > 2 and core in roots for core in cores(form))


def cores(form: str) -> Iterator[str]:
    for suffix in SUFFIXES:
        if not form.endswith(suffix):
            continue
        stem = form.removesuffix(suffix)
        yield from (stem.removeprefix(p) for p in PREFIXES if stem.startswith(p))
        for start in ("me", "pe", "peme", "keme", "se-pe", "sepe", "kepe", "berpe"):
            for nasal, letter in NASALS.items():
                if stem.startswith(start + nasal):
                    rest = stem.removeprefix(start + nasal)
                    yield from (rest, letter + rest)


def confused(form: str) -> Iterator[str]:
    for wrong, right in CONFUSIONS:
        for match in re.finditer(f"(?={wrong})", form):
            yield form[: match.start()] + right + form[match.start() + len(wrong) :]


def index(forms: Iterator[str]) -> dict[str, set[str]]:
    """Map each form, and each form less one letter, to the forms it comes from."""
    table: dict[str, set[str]] = defaultdict(set)
    for form in forms:
        for key in (form, *deletes(form)):
            table[key].add(form)
    return table


def deletes(form: str) -> list[str]:
    return [form[:place] + form[place + 1 :] for place in range(len(form))]


def read(path: Path) -> tuple[str, list[Row]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        head = next(lines).strip()
        next(lines)  # column names
        fields = [line.split() for line in lines]
    return head, [Row(form, int(df), int(cf)) for form, df, cf in fields]


def write(head: str, rows: list[Row]) -> None:
    lines = [head, "word\tdf\tcf", *(f"{r.form}\t{r.df}\t{r.cf}" for r in sorted(rows))]
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    pack(TARGET, lines)


if __name__ == "__main__":
    if sys.argv[1:] == ["roots"]:
        count_roots()
    else:
        main()
