"""Accuracy of roots: this library beside other packages, on the same words in one run."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from itertools import combinations
from pathlib import Path

from training.roots import part

Batch = Callable[[Sequence[str]], list[str]]
Row = tuple[str, frozenset[str]]
OWN = Path(__file__).parent / "data"
DOMAIN = {
    "pemilu": "pemilu", "kepemiluan": "pemilu", "dipertanggungjawabkan": "tanggungjawab",
    "ketidaknetralan": "netral", "menindaklanjuti": "tindaklanjut", "memitigasi": "mitigasi",
    "disinformasi": "disinformasi", "relawan": "relawan", "berkepentingan": "penting",
    "penegakan": "tegak", "pemungutan": "pungut", "belajarlah": "ajar", "sekedar": "sekadar|kadar",
    "kerusakan": "rusak", "berorganisasi": "organisasi", "maluku": "maluku", "bali": "bali",
}  # fmt: skip
KINDS = ("left whole", "cut too far", "cut too little", "another root")


def systems() -> dict[str, Batch]:
    """Return every installed stemmer or lemmatiser by name."""
    from kpu_corpus.indonesian.roots import roots

    found: dict[str, Batch] = {"kpu_corpus": roots.roots_of, "PySastrawi": _sastrawi()}
    if find_spec("snowballstemmer"):
        import snowballstemmer

        found["snowball"] = snowballstemmer.stemmer("indonesian").stemWords
    if find_spec("simplemma"):
        import simplemma

        found["simplemma"] = lambda words: [
            simplemma.lemmatize(w, lang="id").lower() for w in words
        ]
    if find_spec("nlp_id"):
        from nlp_id.lemmatizer import Lemmatizer

        lemmatizer = Lemmatizer()
        found["nlp-id"] = lambda words: [lemmatizer.lemmatize(w) for w in words]
    return found


def measures(gold: Path) -> dict[str, list[Row]]:
    """Return the word lists by name: form and the roots that count as right."""
    content = [row for row in _ud(gold) if _held_out(row)]
    unimorph = [r for r in _tsv(gold / "gold/stem/unimorph_dev.tsv") if _held_out(r)]
    places = (gold / "gold/stem/places_dev.txt").read_text("utf-8").split()
    acronyms = [
        row[:2] for row in _fields(gold / "gold/stem/formal_dev.tsv") if row[2] == "name-acronym"
    ]
    names = [*places, *(form for form, _ in acronyms)]
    return {
        "content words (UD, lemmas held out)": content,
        "formal words (formal_dev)": _tsv(gold / "gold/stem/formal_dev.tsv"),
        "formal words (own list)": _tsv(OWN / "formal_own.tsv"),
        "general words (own list)": _tsv(OWN / "general_own.tsv"),
        "UniMorph (lemmas held out)": unimorph,
        "reported as wrong in Sastrawi": _tsv(gold / "gold/stem/reported_dev.tsv"),
        "places and acronyms kept whole": [(w, frozenset([w])) for w in dict.fromkeys(names)],
        "the domain's words": [(w, frozenset(r.split("|"))) for w, r in DOMAIN.items()],
    }


def report(gold: Path) -> str:
    """Return the accuracy table, the errors by kind and the ten worst errors of each system."""
    lists, packages = measures(gold), systems()
    family = families(gold)
    width = max(map(len, lists)) + 2
    lines = ["".ljust(width) + "words".rjust(7) + "".join(n.rjust(12) for n in packages)]
    errors: dict[str, list[tuple[str, str, frozenset[str]]]] = defaultdict(list)
    for name, rows in lists.items():
        cells = []
        for package, batch in packages.items():
            wrong = _wrong(batch, rows)
            errors[package] += wrong
            cells.append(f"{100 * (1 - len(wrong) / len(rows)):.2f}".rjust(12))
        lines.append(name.ljust(width) + str(len(rows)).rjust(7) + "".join(cells))
    scores = [f"{100 * conflation_f1(batch, family):.2f}".rjust(12) for batch in packages.values()]
    label = "family conflation F1 (UniMorph, held out)"
    lines.append(label.ljust(width) + str(sum(map(len, family))).rjust(7) + "".join(scores))
    for package, wrong in errors.items():
        kinds = Counter(_kind(form, got, right) for form, got, right in wrong)
        counts = ", ".join(f"{kind} {kinds[kind]}" for kind in KINDS)
        lines += ["", f"{package}: {len(wrong)} wrong ({counts})"]
        lines += [f"  {f} -> {g} (gold {'|'.join(sorted(r))})" for f, g, r in _worst(wrong)]
    return "\n".join(lines)


def conflation_f1(batch: Batch, family: list[list[str]]) -> float:
    """Return pairwise F1: two forms belong together when they get the same root."""
    got: dict[str, Counter[int]] = defaultdict(Counter)
    true_pairs = 0
    for number, forms in enumerate(family):
        for root in batch(forms):
            got[root][number] += 1
        true_pairs += len(list(combinations(forms, 2)))
    both = sum(n * (n - 1) // 2 for c in got.values() for n in c.values())
    claimed = sum(sum(c.values()) * (sum(c.values()) - 1) // 2 for c in got.values())
    return 2 * both / (claimed + true_pairs)


def families(gold: Path) -> list[list[str]]:
    """Return the forms of each held-out UniMorph lemma."""
    groups: dict[str, set[str]] = defaultdict(set)
    for form, (root, *_) in _tsv_lists(gold / "gold/stem/unimorph_dev.tsv"):
        if part(root) == "test":
            groups[root].update((form, root))
    return [sorted(forms) for _, forms in sorted(groups.items())]


def _held_out(row: Row) -> bool:
    return part(min(row[1])) == "test" and "-" not in row[0]


def _fields(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text("utf-8").splitlines()[1:] if line]


def _tsv_lists(path: Path) -> list[tuple[str, list[str]]]:
    return [(f[0].lower(), [r.lower() for r in f[1].split("|")]) for f in _fields(path)]


def _tsv(path: Path) -> list[Row]:
    return [(form, frozenset(roots)) for form, roots in _tsv_lists(path)]


def _ud(gold: Path) -> list[Row]:
    """Return nouns, verbs and adjectives of the treebanks; a form keeps all its lemmas.

    Where a treebank leaves an affixed form as its own lemma the annotation is unfinished (the same
    types are analysed elsewhere): forms whose only lemma is the form itself are left out when they
    begin like a prefixed word or end in the clitic -nya.
    """
    lemmas: dict[str, set[str]] = defaultdict(set)
    for name in ("gsd-dev", "csui-train"):
        for line in (gold / f"gold/ud/{name}.conllu").read_text("utf-8").splitlines():
            cols = line.split("\t")
            content = len(cols) == 10 and cols[0].isdigit() and cols[3] in ("NOUN", "VERB", "ADJ")
            if content and cols[1].isascii() and cols[1].isalpha() and cols[2].isalpha():
                lemmas[cols[1].lower()].add(cols[2].lower())
    return [
        (form, frozenset(found))
        for form, found in sorted(lemmas.items())
        if found != {form} or not (form.startswith(_AFFIXED) or form.endswith("nya"))
    ]


_AFFIXED = ("ber", "di", "ke", "me", "pe", "se", "ter")


def _sastrawi() -> Batch:
    from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

    stemmer = StemmerFactory().create_stemmer()
    return lambda words: [stemmer.stem(word) for word in words]


def _plain(root: str) -> str:
    return root.replace(" ", "")


def _wrong(batch: Batch, rows: list[Row]) -> list[tuple[str, str, frozenset[str]]]:
    got = batch([form for form, _ in rows])
    return [
        (form, root, right)
        for (form, right), root in zip(rows, got, strict=True)
        if _plain(root) not in {_plain(r) for r in right}
    ]


def _kind(form: str, got: str, right: frozenset[str]) -> str:
    if got == form:
        return "left whole"
    if any(got in r for r in right):
        return "cut too far"
    return "cut too little" if any(r in got for r in right) else "another root"


def _worst(
    wrong: list[tuple[str, str, frozenset[str]]],
) -> list[tuple[str, str, frozenset[str]]]:
    """Return ten errors whose root is farthest from the right one."""
    from rapidfuzz.distance import Levenshtein

    def distance(error: tuple[str, str, frozenset[str]]) -> tuple[int, str]:
        return -min(Levenshtein.distance(error[1], r) for r in error[2]), error[0]

    return sorted(set(wrong), key=distance)[:10]
