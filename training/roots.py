"""Train the root analyser and write its data.

Run from the project's root: ``python -m training.roots``. Reads the gold, lexicon and background
files below the folder named by KPU_CORPUS_GOLD (default ``../shared``) and the hand-written lists
of `training/roots_data`; writes `src/kpu_corpus/data/roots`, and what of it is read, in the form
in which it is, to `data/ready`. The result depends on these, on the other files of that folder and
on `affixes.py`: run it again after a change of any.

Split: a gold row belongs to the part that the CRC-32 of its (first) root names: 0-6 train,
7 dev, 8-9 test. Settings were chosen on dev; test is only printed. The weights that ship are
fitted once more on all three parts with the same settings.
"""

from __future__ import annotations

import json
import math
import zlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from kpu_corpus.ground.lookup import written
from kpu_corpus.indonesian.roots import affixes, ranking, root_lists, roots
from training.files import DATA, GOLD, READY, listed, read_table

HAND = Path(__file__).with_name("roots_data")
OUT = DATA / "roots"
Pair = tuple[str, frozenset[str]]


def part(root: str) -> str:
    number = zlib.crc32(root.encode()) % 10
    return "train" if number < 7 else "dev" if number == 7 else "test"


def read_unimorph() -> list[Pair]:
    rows = (GOLD / "gold/stem/unimorph_dev.tsv").read_text("utf-8").splitlines()[1:]
    return [(f.lower(), frozenset([r.lower()])) for f, r in (x.split("\t") for x in rows)]


def read_ud() -> list[Pair]:
    """Return content words of the two treebanks with all lemmas given to each."""
    lemmas: dict[str, Counter[str]] = defaultdict(Counter)
    for name in ("gsd-dev", "csui-train"):
        for line in (GOLD / f"gold/ud/{name}.conllu").read_text("utf-8").splitlines():
            cols = line.split("\t")
            if len(cols) == 10 and cols[0].isdigit() and cols[3] in ("NOUN", "VERB", "ADJ"):
                form, lemma = cols[1].lower(), cols[2].lower()
                if form.isascii() and form.replace("-", "").isalpha() and lemma.isalpha():
                    lemmas[form][lemma] += 1
    return [(form, frozenset(c)) for form, c in sorted(lemmas.items())]


class Lexicon:
    """Roots with what is known of each: entries, frequency, family in the background."""

    def __init__(self) -> None:
        self.cf = {w: int(cf) for w, _, cf in read_table(GOLD / "background/peraturan_df.tsv.gz")}
        entries = {
            r: int(n)
            for r, n in read_table(GOLD / "lexicon/malindo_roots.tsv.gz")
            if r.isascii() and r.isalpha() and len(r) > 1
        }
        own = [*listed(HAND / "own.txt"), *root_lists.compounds()]
        derived, short = (set(listed(HAND / f"{name}.txt")) for name in ("derived", "short"))
        kept = {
            r: n
            for r, n in entries.items()
            if r not in derived
            and (n >= 3 or self.cf.get(r, 0) >= 3)
            and (r in short or len(r) > 4 or (len(r) == 4 and n > 4))
        }
        for r in own:
            kept[r] = max(kept.get(r, 0), entries.get(r, 0), 1)
        self.own = set(own)
        self.entries = kept
        self.family: Counter[str] = Counter()
        self.plain: Counter[str] = Counter()
        shapes = affixes.prefixes()
        for word in self.cf:
            if word.isalpha():
                for root, prefix, suffix in affixes.candidates(word, kept):
                    if prefix or suffix:
                        self.family[root] += 1
                        if not (shapes[prefix].shape and len(shapes[prefix].shape) == 1):
                            self.plain[root] += 1

    def features(self, root: str) -> dict[str, float]:
        """Return the features that describe `root` by itself."""
        inner = [self.entries[r] for r, p, s in affixes.candidates(root, self.entries) if (p or s)]
        size = min(len(root), 9)
        out = {
            "entries": math.log1p(self.entries[root]),
            "cf": math.log1p(self.cf.get(root, 0)),
            "unattested": float(root not in self.cf),
            "family": math.log1p(self.family[root]),
            "plain": math.log1p(self.plain[root]),
            f"len{size}": 1.0,
            "own": float(root in self.own),
        }
        if inner:
            out["analysable"] = 1.0
            out["inner"] = math.log1p(max(inner))
        if root.endswith(LOAN_ENDINGS):
            out["loan"] = 1.0
        return out


LOAN_ENDINGS = ("si", "itas", "isme", "is", "if", "ik", "al", "or", "er", "gi", "logi", "fi", "en")


def affix_features(prefix: int, suffix: int) -> list[str]:
    p, s = affixes.prefixes()[prefix], affixes.suffixes()[suffix]
    chain = "+".join(p.chain)
    out = [f"p:{chain}", f"s:{s.core}", f"ps:{chain}|{s.core}"]
    if p.shape:
        out.append(f"shape:{p.chain[-1]}|{p.shape}")
    if not fits(p, s):
        out.append("unfit")
    if s.possessive:
        out.append(f"c:{s.possessive}")
    if s.particle:
        out.append(f"c:{s.particle}")
    return out


def fits(prefix: affixes.Prefix, suffix: affixes.Suffix) -> bool:
    """Say whether a prefix chain and a suffix can stand in one word (ke- with -kan cannot)."""
    if not prefix.chain or not suffix.core:
        return True
    return suffix.core in _CIRCUMFIXES.get(prefix.chain[0], ("-kan", "-i")) and not (
        len(prefix.chain) > 1 and prefix.chain[0] == "ke-" and suffix.core != "-an"
    )


_CIRCUMFIXES = {
    "peN-": ("-an",),
    "pe-": ("-an",),
    "per-": ("-an", "-kan", "-i"),
    "ke-": ("-an", "-kan", "-i"),
    "ber-": ("-an", "-kan"),
    "se-": ("-an",),
    "Ce-": ("-an",),
}


class Model:
    """A log-linear choice among the readings of one word."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.names: dict[str, int] = {}
        self.weights = np.zeros(0)
        self._roots: dict[str, dict[str, float]] = {}

    def root_features(self, root: str) -> dict[str, float]:
        if root not in self._roots:
            self._roots[root] = self.lexicon.features(root)
        return self._roots[root]

    def row(self, candidate: affixes.Candidate) -> dict[str, float]:
        root, prefix, suffix = candidate
        own = self.root_features(root)
        if not (prefix or suffix):
            return {"whole": 1.0, **{f"w:{k}": v for k, v in own.items()}}
        return {
            **{f"r:{k}": v for k, v in own.items()},
            **dict.fromkeys(affix_features(prefix, suffix), 1.0),
        }

    def fit(self, pairs: Sequence[Pair], l2: float) -> None:
        from scipy.sparse import csr_matrix

        data, cols, ptr, group, right = [], [], [0], [], []
        names: dict[str, int] = {}
        n = 0
        for form, gold in pairs:
            found = affixes.candidates(form, self.lexicon.entries)
            good = [c[0] in gold for c in found]
            if len(found) < 2 or not any(good) or all(good):
                continue
            for c, g in zip(found, good, strict=True):
                for k, v in self.row(c).items():
                    if v:
                        cols.append(names.setdefault(k, len(names)))
                        data.append(v)
                ptr.append(len(cols))
                group.append(n)
                right.append(g)
            n += 1
        x = csr_matrix((data, cols, ptr), shape=(len(ptr) - 1, len(names)))
        groups, chosen = np.array(group), np.array(right)
        starts = np.flatnonzero(np.r_[True, groups[1:] != groups[:-1]])

        def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
            z = x @ w
            z -= np.maximum.reduceat(z, starts)[groups]
            e = np.exp(z)
            total = np.add.reduceat(e, starts)
            goods = np.add.reduceat(e * chosen, starts)
            p_all = e / total[groups]
            p_good = e * chosen / goods[groups]
            value = float(np.sum(np.log(total) - np.log(goods)) + l2 * (w @ w) / 2)
            return value, x.T @ (p_all - p_good) + l2 * w

        found_w = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options=EXACT)
        self.names, self.weights = names, found_w.x
        if "unfit" in names:
            self.weights[names["unfit"]] = UNFIT

    def score(self, candidate: affixes.Candidate) -> float:
        w, names = self.weights, self.names
        return float(sum(w[names[k]] * v for k, v in self.row(candidate).items() if k in names))

    def best(self, form: str) -> str:
        found = affixes.candidates(form, self.lexicon.entries)
        return max(found, key=self.score)[0] if found else form


def compiled(model: Model) -> ranking.Ranking:
    """Return the model as tables of scores by root and by affixes.

    Every root of the lexicon has been looked at by hand where it can be taken apart, so a listed
    root is never analysed further: its scores are lifted above those of its own readings.
    """
    names, scale = sorted(model.lexicon.entries), ranking.SCALE
    weights = {k: float(model.weights[i]) for k, i in model.names.items()}

    def total(kind: str, features: dict[str, float]) -> int:
        return round(scale * sum(weights.get(f"{kind}:{k}", 0.0) * v for k, v in features.items()))

    bias = round(scale * weights.get("whole", 0.0))
    rows = {name: row for row, name in enumerate(names)}
    affixed = [total("r", model.root_features(n)) for n in names]
    whole = [bias + total("w", model.root_features(n)) for n in names]
    table = [
        [round(scale * sum(weights.get(k, 0.0) for k in affix_features(p, s))) for s in SUFFIXES]
        for p in range(len(affixes.prefixes()))
    ]
    lifted = ranking.Ranking(rows, affixed, whole, table)
    for name in sorted(names, key=lambda n: (len(n), n)):
        readings = [c for c in affixes.candidates(name, rows) if c[1] or c[2]]
        if readings:
            row, best = rows[name], max(map(lifted.score, readings))
            whole[row] = max(whole[row], best + LIFT)
            affixed[row] = max(affixed[row], best + LIFT)
    return lifted


def ship(model: Model) -> None:
    """Write lexicon, scores and the table of common forms."""
    made = compiled(model)
    content = {
        "roots": " ".join(made.rows),
        "affixed": made.affixed,
        "whole": made.whole,
        "affixes": made.affixes,
    }
    (OUT / "model.json").write_text(json.dumps(content, separators=(",", ":")) + "\n", "utf-8")
    (OUT / "forms.bin").write_bytes(zlib.compress(b"a\na", 9))
    (READY / "model.scores").write_bytes(ranking.packed(made))
    ranking.shipped.cache_clear()
    forms = sorted(w for w in model.lexicon.cf if w.isascii() and w.isalpha())
    for _ in range(2):  # a guess at an unknown root looks into the table itself (kemerosotan)
        root_lists.lookup.cache_clear()
        root_lists.lookup().whole()
        roots._guess.cache_clear()
        lines = [f"{w}\n{roots.ranked(w)}" for w in forms]
        (OUT / "forms.bin").write_bytes(zlib.compress("\n".join(lines).encode(), 9))
    (READY / "roots.words").write_bytes(written(root_lists.listed_forms()))


def main() -> None:
    lexicon = Lexicon()
    pairs = read_unimorph() + read_ud()
    train = [p for p in pairs if part(min(p[1])) == "train"]
    model = Model(lexicon)
    model.fit(train, L2)
    made = compiled(model)
    seen = {form for form, _ in train}
    for name in ("dev", "test"):
        for source, rows in (("UniMorph", read_unimorph()), ("UD", read_ud())):
            held = [
                p for p in rows if part(min(p[1])) == name and p[0] not in seen and "-" not in p[0]
            ]
            right = sum(made.best(form) in good for form, good in held)
            print(f"{source} {name}: {right}/{len(held)} = {right / len(held):.4f}")
    model.fit(pairs, L2)
    ship(model)


L2 = 1.0
# To the end, not to where one step gains little: so every processor gives the same scores.
EXACT = {"maxiter": 10_000, "ftol": 0.0, "gtol": 1e-6}
LIFT = 50
UNFIT = -8.0
SUFFIXES = range(len(affixes.suffixes()))

if __name__ == "__main__":
    main()
