"""Make the data of the spelling check from public sources; run `python -m training.spelling`.

Reads, under KPU_CORPUS_GOLD (default ../shared): background/peraturan_df.tsv.gz,
lexicon/malindo_roots.tsv.gz, scale/peraturan_pasal.parquet; the package wordfreq 3.1.1; and the
hand-written lists beside this file and of the root analyser. Writes known.txt.gz and
corrections.tsv into the package; `python -m training.word_lists` then makes the former ready, and
`python -m training.lexicons` the plans of the lexicons, which know the latter.
The result is the same, byte for byte, on every run.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Container, Iterator
from pathlib import Path

import numpy as np
import pandas as pd
from rapidfuzz.distance import OSA, Indel
from rapidfuzz.process import cdist
from wordfreq import get_frequency_dict

import kpu_corpus as kc
from kpu_corpus.indonesian.roots.affixes import CLITICS
from kpu_corpus.indonesian.roots.attaching import SUFFIXES, attach, bases, unassimilated
from kpu_corpus.indonesian.roots.root_lists import acronyms
from training.files import DATA, GOLD, listed, pack, read_table
from training.roots import HAND

LISTS = Path(__file__).with_name("spelling_lists")
OUT = DATA / "spelling"
BACKGROUND_TOKENS = 15_706_154
WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
CONVENTIONAL_PUN = (
    "adapun andaipun ataupun bagaimanapun biarpun jikapun kalaupun kendatipun maupun meskipun "
    "sekalipun sementangpun sungguhpun walaupun"
)


Scorer = Callable[..., float]
Row = tuple[str, str, bool]  # suggestion, reason, certain


def main() -> None:
    """Write both data files."""
    background, web = background_counts(), web_counts()
    counts = {word: max(background.get(word, 0), web.get(word, 0)) for word in background | web}
    entries = dictionary_roots()
    roots = trusted_roots(entries, counts)
    modern = set(listed(LISTS / "modern.txt"))
    corrections = written_corrections(counts, roots | modern)
    follows, nouns = after_prepositions(), set(listed(LISTS / "prepositional.txt"))
    corrections |= joined_prepositions(counts, roots | modern, corrections, follows, nouns)
    write_prepositional(counts, follows, nouns)
    corrections |= unassimilated_forms(counts, roots | modern, corrections)
    corrections |= forms_without_k(counts, roots | modern, corrections)
    keep = {word: counts.get(word, 0) for word in roots | modern | set(CONVENTIONAL_PUN.split())}
    keep |= {word: n for word, n in counts.items() if n >= 3}
    for word in modern:
        keep[word] = max(keep[word], 64)
    own = set(filter(WORD.fullmatch, (*listed(HAND / "own.txt"), *acronyms())))
    for word in own:
        keep.setdefault(word, 0)
    english, sure = english_words(), roots | modern
    for word in english & keep.keys():
        if word not in sure and background.get(word, 0) < 50:
            keep[word] = 0
    keep |= dict.fromkeys(sorted(english - keep.keys()), 0)
    corrections = settled(corrections)
    for word in list(keep):
        if word in corrections or (
            word not in sure
            and (
                carries_clitic(word, corrections)
                or lacks_n(word, counts)
                or has_wrong_part(word, corrections)
            )
        ):
            del keep[word]
    weak = {root for root in roots if entries[root] <= 2 and len(root) >= 7} - modern - web.keys()
    doubtful = dominated(keep, roots, modern | own | web.keys() | english) | clipped(keep, weak)
    for word in fragments(keep, sure, sure | web.keys()):
        keep[word] = 0
    write_known({word: n for word, n in keep.items() if word not in doubtful})
    write_corrections(corrections)


def pairs(name: str) -> dict[str, str]:
    """The pairs of a hand-written list."""
    lines = (LISTS / name).read_text(encoding="utf-8").splitlines()
    return dict(line.split(" > ", 1) for line in lines if not line.startswith("#"))


def background_counts() -> dict[str, int]:
    """Corpus frequency of words in public legal texts."""
    rows = read_table(GOLD / "background" / "peraturan_df.tsv.gz")
    return {word: int(cf) for word, _, cf in rows if WORD.fullmatch(word)}


def web_counts() -> dict[str, int]:
    """Word frequencies of wordfreq, as counts in a text as long as the background."""
    found = get_frequency_dict("id", wordlist="best")
    return {
        word: max(1, round(rate * BACKGROUND_TOKENS))
        for word, rate in found.items()
        if WORD.fullmatch(word)
    }


def english_words() -> set[str]:
    """English words of everyday frequency: to be left alone, and never what was meant."""
    found = get_frequency_dict("en", wordlist="best")
    return {
        word for word, rate in found.items() if rate >= 3e-6 and re.fullmatch("[a-z]{4,}", word)
    }


def dictionary_roots() -> dict[str, int]:
    """Roots of MALINDO Morph, with the number of dictionary entries built on each."""
    rows = read_table(GOLD / "lexicon" / "malindo_roots.tsv.gz")
    return {root: int(entries) for root, entries in rows if WORD.fullmatch(root)}


def trusted_roots(entries: dict[str, int], counts: dict[str, int]) -> set[str]:
    """Roots with two dictionary entries, or one and an attestation."""
    return {root for root, n in entries.items() if n >= 2 or counts.get(root, 0) >= 5}


def written_corrections(counts: dict[str, int], known: set[str]) -> dict[str, Row]:
    """The hand-written pairs and the forms derived from them that the sources attest.

    A derived form that would be of another root is left out: *perapian* is a fireplace.
    """
    found: dict[str, Row] = {}
    for name, reason in (("misspelt.txt", "misspelling"), ("official.txt", "non_standard")):
        for wrong, right in pairs(name).items():
            found[wrong], root = (right, reason, True), kc.root(right)
            for form, derived in derived_pairs(wrong, right, known):
                seen, meant = counts.get(form, 0), counts.get(derived, 0)
                slip = reason == "non_standard" or seen <= meant  # sebagian is not of sebagi
                if seen + meant and slip and form not in known and kc.root(derived) == root:
                    found.setdefault(form, (derived, reason, True))
    found |= {wrong: (right, "joined", True) for wrong, right in pairs("joined.txt").items()}
    found |= {wrong: (right, "borrowed", False) for wrong, right in pairs("borrowed.txt").items()}
    return {wrong: row for wrong, row in found.items() if row[0] and row[0] != wrong}


def derived_pairs(wrong: str, right: str, known: set[str]) -> Iterator[tuple[str, str]]:
    """The forms built on a non-standard root, each with its official form."""
    verb = right.startswith(("me", "di", "ber", "ter")) and any(bases(right, known))
    if verb or " " in right or len(wrong) < 4 or not re.search("[aiueo]", wrong):
        return
    for prefix, suffixes in SUFFIXES.items():
        for suffix in suffixes:
            for form in sorted(wrong_forms(prefix, wrong, suffix)):
                yield form, attach(prefix, right, suffix)


def wrong_forms(prefix: str, root: str, suffix: str) -> set[str]:
    """The forms people write with a non-standard root: by rule, and with the prefix just added."""
    forms = {attach(prefix, root, suffix), prefix + root + suffix}
    if prefix in ("me", "pe") and root[0] in "kpstf":
        forms |= {prefix + nasal + root + suffix for nasal in ("m", "n", "ng")}
    return forms


def after_prepositions() -> Counter[tuple[str, str]]:
    """How often each word follows the prepositions di and ke in public legal texts."""
    follows = Counter[tuple[str, str]]()
    pattern = re.compile(r"\b(di|ke)[ \n]+([a-z]{3,})\b")
    path = GOLD / "scale" / "peraturan_pasal.parquet"
    for text in pd.read_parquet(path, columns=["text"])["text"]:
        follows.update(pattern.findall(text))
    return follows


def joined_prepositions(
    counts: dict[str, int],
    known: set[str],
    done: Container[str],
    follows: Counter[tuple[str, str]],
    nouns: set[str],
) -> dict[str, Row]:
    """Words of place and time with di or ke joined to them, where the joined form is no word."""
    verbs = set(listed(LISTS / "not_prepositional.txt"))
    found = {}
    for preposition in ("di", "ke"):
        seen = {word for (first, word), n in follows.items() if first == preposition and n >= 10}
        for word in sorted(nouns | (seen & known)):
            joined, apart = preposition + word, follows[preposition, word]
            rare = counts.get(joined, 0) * 4 < apart and joined not in known
            if joined not in done and joined not in verbs and (word in nouns or rare):
                found[joined] = (f"{preposition} {word}", "joined", True)
    return found


def unassimilated_forms(
    counts: dict[str, int], roots: set[str], done: Container[str]
) -> dict[str, Row]:
    """Attested forms that keep k, p, s or t after meN-: mensukseskan, mempengaruhi."""
    found = {}
    for form in sorted(counts):
        right = None if form in done or form in roots else unassimilated(form, roots)
        if right and (form[:2] == "me" or counts.get(right, 0) > counts[form] / 10):
            found[form] = (right, "non_standard", True)
    return found


def forms_without_k(
    counts: dict[str, int], roots: set[str], done: Container[str]
) -> dict[str, Row]:
    """Verbs in -kan of a root in -k that lost one of the two, rarer than the whole: menegakan."""
    found = {}
    for root in sorted(root for root in roots if root.endswith("k")):
        for prefix in ("me", "di", "ter", "memper", "diper"):
            right = attach(prefix, root, "kan")
            form = right.removesuffix("kkan") + "kan"
            rare = counts.get(form, 0) < counts.get(right, 0)
            if rare and form not in done and form not in roots:
                found[form] = (right, "misspelling", True)
    return found


def dominated(counts: dict[str, int], roots: set[str], sure: set[str]) -> set[str]:
    """Attested forms that look like misspellings: no root, not derivable, one edit from a form
    that is 30 times as frequent (two edits and 100 times for ten letters and more)."""
    sure = sure | roots
    doubtful = [
        word
        for word, n in sorted(counts.items())
        if len(word) > 4
        and n < 2000
        and "-" not in word
        and word not in sure
        and not any(bases(without_clitic(word, counts), roots))
    ]
    found = set()
    for word, one, two in rivals(doubtful, counts, 90):
        if one >= 30 * counts[word] or (len(word) >= 10 and two >= 100 * counts[word]):
            found.add(word)
    return found


def fragments(counts: dict[str, int], roots: set[str], sure: set[str]) -> set[str]:
    """Rare forms of the legal texts alone, of no known root: names, Dutch, scanning errors. They
    are left alone but nothing is derived from them."""
    return {
        word
        for word, n in counts.items()
        if 0 < n < 50 and word not in sure and not any(bases(without_clitic(word, counts), roots))
    }


def clipped(counts: dict[str, int], weak: set[str]) -> set[str]:
    """Rare roots that are a very common word with one letter lost or added (intansi)."""
    rare = sorted(word for word in weak if 0 <= counts.get(word, -1) < 200)
    return {
        word
        for word, one, _ in rivals(rare, counts, 2000, Indel.distance)
        if one >= 100 * max(counts[word], 1)
    }


def rivals(
    doubtful: list[str], counts: dict[str, int], least: int, scorer: Scorer = OSA.distance
) -> Iterator[tuple[str, int, int]]:
    """For each form, the frequency of the most frequent form at one and at two edits."""
    strong = sorted(word for word, n in counts.items() if n >= least)
    weight = np.array([counts[word] for word in strong])
    for start in range(0, len(doubtful), 500):
        part = doubtful[start : start + 500]
        edits = cdist(part, strong, scorer=scorer, score_cutoff=2, dtype=np.uint8, workers=2)
        for word, row in zip(part, edits, strict=True):
            yield word, int(weight[row == 1].max(initial=0)), int(weight[row == 2].max(initial=0))


def without_clitic(word: str, counts: dict[str, int]) -> str:
    """The form before a clitic, where that form is known."""
    for clitic in CLITICS:
        if word.endswith(clitic) and word[: -len(clitic)] in counts:
            return word[: -len(clitic)]
    return word


def settled(found: dict[str, Row]) -> dict[str, Row]:
    """Corrections of corrections followed to the end: difihak > dipihak > di pihak."""
    last = dict(found)
    for wrong, (right, reason, sure) in found.items():
        if right in found:
            last[wrong] = (found[right][0], reason, sure and found[right][2])
    return last


def carries_clitic(word: str, corrections: Container[str]) -> bool:
    """Whether a form is a corrected one with a clitic: resikonya."""
    return any(word.endswith(end) and word[: -len(end)] in corrections for end in CLITICS)


def has_wrong_part(word: str, corrections: dict[str, Row]) -> bool:
    """Whether a form with hyphens has a corrected one in it: praktek-praktek, didesa-desa."""
    parts = [part for part in word.split("-") if len(part) > 4]
    return "-" in word and any(corrections[part][2] for part in parts if part in corrections)


def lacks_n(word: str, counts: dict[str, int]) -> bool:
    """Whether a form is a common one in -n with -nya that lost an n: alasanya."""
    core = word.removesuffix("ya")
    lost = core != word and core[-1:] == "n"
    return lost and counts.get(core, 0) > 100 * counts.get(core[:-1], 0)


def write_known(counts: dict[str, int]) -> None:
    """One line for each power of two of the frequency, its words sorted."""
    lines: list[list[str]] = [[] for _ in range(25)]
    for word, n in sorted(counts.items()):
        lines[int(math.log2(n)) + 1 if n else 0].append(word)
    OUT.mkdir(parents=True, exist_ok=True)
    pack(OUT / "known.txt.gz", [" ".join(line) for line in lines])
    print(f"known.txt.gz: {sum(map(len, lines)):,} forms")


def write_prepositional(
    counts: dict[str, int], follows: Counter[tuple[str, str]], nouns: set[str]
) -> None:
    """Words after di and ke: the listed nouns, and those more often apart than joined."""
    seen = {w for (first, w), n in follows.items() if n >= 5 and n * 4 > counts.get(first + w, 0)}
    text = "\n".join(sorted(nouns | seen)) + "\n"
    (OUT / "prepositional.txt").write_text(text, encoding="utf-8")


def write_corrections(found: dict[str, Row]) -> None:
    """form, suggestion, reason, certain (1 or 0)."""
    rows = [f"{w}\t{s}\t{r}\t{int(c)}\n" for w, (s, r, c) in sorted(found.items())]
    (OUT / "corrections.tsv").write_text("".join(rows), encoding="utf-8")
    print(f"corrections.tsv: {len(rows):,} forms")


if __name__ == "__main__":
    main()
