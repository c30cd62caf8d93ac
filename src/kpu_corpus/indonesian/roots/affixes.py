"""Generate every reading of an Indonesian word as root plus affixes.

The morphophonemics are those of the reference grammars (Alwi et al., *Tata Bahasa Baku Bahasa
Indonesia*; Sneddon et al. 2010): the nasal of meN- and peN- takes the place of p, t, k and s,
ber-, per- and ter- lose their r before r and before a first syllable in -er-. Nothing is chosen
here: a reading counts when its root is in the lexicon, and `ranking` orders the readings.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from functools import cache
from typing import NamedTuple

VOWELS = "aeiou"
LETTERS = "abcdefghijklmnopqrstuvwxyz"
CORES = ("", "-kan", "-an", "-i")
POSSESSIVES = ("", "-ku", "-mu", "-nya")
PARTICLES = ("", "-lah", "-kah", "-tah", "-pun")
# What may hang on any form without changing its sense: pelayanannya.
CLITICS = ("nya", "lah", "kah", "ku", "mu", "pun")

# Which prefix may stand directly before which other; the outermost comes first.
_OUTER = ("meN-", "di-", "ter-", "peN-", "pe-", "per-", "ber-", "ke-", "se-", "ku-", "kau-")
_PAIRS = {
    "meN-": ("per-", "ber-", "ke-", "se-", "ter-"),
    "di-": ("per-", "ber-", "ke-", "se-", "ter-"),
    "ku-": ("per-", "ber-", "ke-", "se-"),
    "kau-": ("per-", "ber-", "ke-", "se-"),
    "ter-": ("per-", "ber-", "se-", "ke-"),
    "peN-": ("per-", "ber-", "ke-", "se-", "ter-"),
    "ke-": ("ber-", "ter-", "peN-", "pe-", "per-", "se-", "tidak-"),
    "ber-": ("ke-", "peN-", "pe-", "per-", "se-"),
    "se-": ("meN-", "ke-", "peN-", "pe-", "per-", "ber-", "ter-"),
    "per-": ("se-",),
}
_TRIPLES = (
    ("meN-", "per-", "se-"),
    ("di-", "per-", "se-"),
    ("ber-", "ke-", "se-"),
    ("ber-", "ke-", "peN-"),
    ("ber-", "ke-", "ter-"),
    ("ke-", "ber-", "ke-"),
    ("ke-", "ber-", "se-"),
    *(("ke-", "tidak-", inner) for inner in ("ber-", "ter-", "se-", "peN-", "per-", "ke-", "meN-")),
)

_NOT = {"tidak-": ("tidak", "tak")}  # ketidakadilan, ketakadilan


class Prefix(NamedTuple):
    """One prefix chain in one sound shape."""

    chain: tuple[str, ...]
    shape: str


class Suffix(NamedTuple):
    """One string of suffix and clitics."""

    core: str
    possessive: str
    particle: str


Entry = tuple[int, str, int]
"""Length of the prefix string, letters to give back to the root, number of the prefix."""

Candidate = tuple[str, int, int]
"""Root, number of the prefix, number of the suffix (0 and 0: the word as it is)."""


def candidates(word: str, lexicon: Container[str]) -> list[Candidate]:
    """Return every reading of the lower-case `word` whose root is in `lexicon`.

    >>> lexicon = {"ukur", "kukur", "nilai"}
    >>> sorted(root for root, _, _ in candidates("mengukur", lexicon))
    ['kukur', 'ukur']
    """
    found: list[Candidate] = []
    if word in lexicon:
        found.append((word, 0, 0))
    heads, ends = prefixes_of(word), suffixes_of(word, suffix_table())
    if not heads and not ends:
        return found
    size = len(word)
    for cut, suffix in [(0, 0), *ends]:
        end = size - cut
        stem = word[:end]
        if cut and stem in lexicon and (end > LONGEST_SYLLABLE or joins(stem, 0, suffix)):
            found.append((stem, 0, suffix))
        for length, entries in heads:
            if length > end:
                break
            for strip, restored, prefix in entries:
                root = restored + word[strip:end]
                if root in lexicon and (
                    len(root) > LONGEST_SYLLABLE or joins(root, prefix, suffix)
                ):
                    found.append((root, prefix, suffix))
    return found


def prefixes_of(word: str) -> list[tuple[int, tuple[Entry, ...]]]:
    """Return what `word` may begin with: how many letters tell so, the fewest first, and how."""
    lengths = prefix_lengths().get(word[:SHORTEST_KEY])
    if lengths is None:
        return []
    table = prefix_table()
    return [(size, table[head]) for size in lengths if (head := word[:size]) in table]


def suffixes_of(word: str, table: dict[str, int]) -> list[tuple[int, int]]:
    """Return length and number of every suffix string that `word` may end in."""
    lengths = suffix_lengths()
    most = len(word) - 2
    return [
        (size, table[tail])
        for size in lengths.get(word[-2:]) or lengths.get(word[-1:], ())
        if size <= most and (tail := word[-size:]) in table
    ]


SHORTEST_KEY = 3
LONGEST_SYLLABLE = 4


@cache
def joins(root: str, prefix: int, suffix: int) -> bool:
    """Say whether a short root takes these affixes: one of one closed syllable takes few.

    It keeps its first letter (mengesahkan, mensahkan: penyok is not of sok), takes no ke- (kebab)
    and, of three letters, -i only with menge- (remi is not of rem). Letters that are spelt
    out take no bare -i, -an or -kan (ppki; but diphkan), two letters nothing but clitics (meri).

    >>> number = {p: i for i, p in enumerate(prefixes())}[Prefix(("meN-",), "nge")]
    >>> joins("rem", number, 0), joins("rem", 0, suffix_table()["i"])
    (True, False)
    """
    before, after = prefixes()[prefix], suffixes()[suffix]
    vowels = sum(letter in VOWELS for letter in root)
    if len(root) == 2:
        return not (before.chain or after.core)
    if not vowels:
        return bool(before.chain) or not after.core
    if vowels > 1:
        return True
    if after.core == "-i" and len(root) == 3:
        return before.shape == "nge"
    if before.shape in _LOST or (before.shape in _KEPT and root[1] in VOWELS):
        return False
    return before.chain != ("ke-",)


_LOST = ("p", "t", "s", "k")
_KEPT = ("p kept", "t kept", "k kept")  # before two consonants: mengklik, memprint


@cache
def prefixes() -> tuple[Prefix, ...]:
    """Return every prefix chain and sound shape, by number; number 0 is no prefix."""
    return _numbered()[0]


@cache
def suffixes() -> tuple[Suffix, ...]:
    """Return every combination of suffix and clitics, by number; number 0 is none."""
    return tuple(Suffix(c, p, q) for c in CORES for p in POSSESSIVES for q in PARTICLES)


@cache
def prefix_table() -> dict[str, tuple[Entry, ...]]:
    """Return the prefix readings by the letters that a stem begins with."""
    return _numbered()[1]


@cache
def prefix_lengths() -> dict[str, tuple[int, ...]]:
    """Return how long the keys of the prefix table are, by their first letters."""
    lengths: dict[str, set[int]] = {}
    for key in prefix_table():
        lengths.setdefault(key[:SHORTEST_KEY], set()).add(len(key))
    return {head: tuple(sorted(found)) for head, found in lengths.items()}


@cache
def suffix_table() -> dict[str, int]:
    """Return the number of every suffix string."""
    return {
        (s.core + s.possessive + s.particle).replace("-", ""): i
        for i, s in enumerate(suffixes())
        if i
    }


@cache
def suffix_lengths() -> dict[str, tuple[int, ...]]:
    """Return how long the suffix strings are, by their last two letters, or by one alone."""
    table = suffix_table()
    ends = {tail[-2:] for tail in table}
    return {end: tuple(sorted({len(tail) for tail in table if tail.endswith(end)})) for end in ends}


@cache
def _numbered() -> tuple[tuple[Prefix, ...], dict[str, tuple[Entry, ...]]]:
    """Return the prefixes in the order of their first reading, and the readings."""
    numbers = {Prefix((), ""): 0}
    table: dict[str, tuple[Entry, ...]] = {}
    for prefix, wholes, after, restored in _shaped():
        number = numbers.setdefault(prefix, len(numbers))
        for whole in wholes:
            entry = (len(whole), restored, number)
            alone = (entry,)  # most keys have one reading, which many share
            for letters in after:
                others = table.setdefault(whole + letters, alone)
                if entry not in others:
                    table[whole + letters] = (*others, entry)
    return tuple(numbers), table


def _shaped() -> Iterator[tuple[Prefix, Sequence[str], Sequence[str], str]]:
    """Yield every chain in a sound shape: its strings, what may follow, letters to restore."""
    chains: list[tuple[str, ...]] = [(outer,) for outer in _OUTER]
    chains += [(outer, inner) for outer, inners in _PAIRS.items() for inner in inners]
    for chain in [*chains, *_TRIPLES]:
        for (surface, shape, restored), after in _shapes(chain[-1]):
            yield Prefix(chain, shape), _wrap(chain[:-1], surface), after, restored
    for first in set(LETTERS) - set(VOWELS):  # dedaunan, pepohonan, reruntuhan
        yield Prefix(("Ce-",), ""), (f"{first}e",), (first,), ""
    # bel- and pel- live on before ajar alone.
    for chain in [("ber-",), ("per-",), *((o, i) for o in _PAIRS for i in ("ber-", "per-"))]:
        if len(chain) == 1 or chain[1] in _PAIRS[chain[0]]:
            surface = {"ber-": "bel", "per-": "pel"}[chain[-1]]
            yield Prefix(chain, "l"), _wrap(chain[:-1], surface), ("ajar",), ""


# Letters behind one that the prefix swallows: vowels, in loan words r and l (mengritik,
# pemrosesan); and p, t and k where s is parted from them (menyeponsori, menyekor).
_FOLLOWING = {"nye": "ptk"}


@cache
def _shapes(prefix: str) -> list[tuple[tuple[str, str, str], list[str]]]:
    """Return what may stand behind surface, shape and letter to restore of a prefix.

    Those of one surface come in the order of the first letters of roots: the first reading wins
    where two are as likely.
    """
    shapes: list[tuple[tuple[str, str, str], list[str]]] = []
    latest: dict[str, tuple[tuple[str, str, str], list[str]]] = {}
    for first in LETTERS:
        for surface, rest, shape in _innermost(prefix, first):
            key = surface, shape, "" if rest else first
            if surface not in latest or latest[surface][0] != key:
                latest[surface] = key, []
                shapes.append(latest[surface])
            latest[surface][1].extend([rest] if rest else _FOLLOWING.get(shape, VOWELS + "rl"))
    return shapes


def _innermost(prefix: str, first: str) -> list[tuple[str, str, str]]:
    """Return surface, root letters that stay ("" if swallowed) and name of the shape."""
    if prefix in ("meN-", "peN-"):
        return _nasal(prefix[:2], first)
    if prefix in ("ber-", "per-", "ter-"):
        short = (first, "r") if first == "r" else (first + "er", "-er-")
        return [(prefix[:3], first, ""), (prefix[:2], *short)]
    if prefix in _NOT:
        return [(form, first, "") for form in _NOT[prefix]]
    if prefix == "pe-" and first in "lrwymn":
        return []
    return [(prefix[:-1], first, "")]


def _nasal(stem: str, first: str) -> list[tuple[str, str, str]]:
    """Return the shapes of meN- or peN- before a root that begins with `first`."""
    shapes = []
    if first in "lrwymn":
        shapes.append((stem, first, ""))
    if first in "rlc":  # pengrajin, penglaris, mengcover
        shapes.append((stem + "ng", first, "ng kept"))
    if first in "bfvp":
        shapes.append((stem + "m", first, "p kept" if first == "p" else ""))
    if first in "dcjzts":
        shapes.append((stem + "n", first, f"{first} kept" if first in "ts" else ""))
    if first in "aiueoghkxq":
        shapes.append((stem + "ng", first, "k kept" if first == "k" else ""))
    if first in "ptsk":
        shapes.append((stem + {"p": "m", "t": "n", "s": "ny", "k": "ng"}[first], "", first))
    if first == "s":
        shapes.append((stem + "nye", "", "nye"))
    shapes.append((stem + "nge", first, "nge"))
    return shapes


@cache
def _wrap(outer: tuple[str, ...], surface: str) -> tuple[str, ...]:
    """Return the surfaces of the outer prefixes put before an inner prefix's surface."""
    if not outer:
        return (surface,)
    prefix = outer[-1]
    if prefix in ("meN-", "peN-"):
        stem, first = prefix[:2], surface[0]
        joined = {
            "p": [stem + "m" + surface, stem + "m" + surface[1:]],
            "b": [stem + "m" + surface],
            "k": [stem + "ng" + surface[1:]],
            "s": [stem + "ny" + surface[1:]],
            "t": [stem + "n" + surface[1:], stem + "n" + surface],
        }[first]
    else:
        joined = [form + surface for form in _NOT.get(prefix, (prefix[:-1],))]
    return tuple([whole for string in joined for whole in _wrap(outer[:-1], string)])
