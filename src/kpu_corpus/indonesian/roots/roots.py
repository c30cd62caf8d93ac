"""The root (kata dasar) of any Indonesian word form.

`root` looks a word up in this order: closed classes and irregular forms, names, the table of
common forms (made by the analyser itself), the ranked readings, and for words with no known root a
cautious guess. See docs/roots.md for what a root is here and how often it is right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence
from functools import lru_cache
from typing import Literal, get_args

from kpu_corpus.errors import InvalidArgument, one_of
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.printable import encodable
from kpu_corpus.indonesian.lists.multiwords import compound_roots
from kpu_corpus.indonesian.roots import affixes, ranking, sastrawi
from kpu_corpus.indonesian.roots.combining import BEFORE_ANY, HYPHENED_BEFORE_ANY
from kpu_corpus.indonesian.roots.reduplication import parted, unreduplicated, written_out
from kpu_corpus.indonesian.roots.root_lists import (
    acronyms,
    closed,
    compounds,
    irregular,
    known_forms,
    lookup,
    ordinary_places,
    places,
)
from kpu_corpus.indonesian.roots.spoken import spoken_root

Mode = Literal["ranked", "sastrawi", "none"]
Roots = Mode | str | Callable[[str], str]
MODES: tuple[str, ...] = get_args(Mode)


def root(word: str, *, roots: Roots = "ranked") -> str:
    """Return the root of `word` in lower case; a compound root has a space in it.

    `roots` is "ranked" (this library's analyser), "sastrawi" (exactly PySastrawi's result),
    "none" (the word in lower case) or a function from word to root.

    Raises InvalidArgument for an empty word, anything but a string, an unknown mode, or a function
    that returns no root.

    >>> import kpu_corpus as kc
    >>> kc.root("penyelenggaraannya"), kc.root("dipertanggungjawabkan"), kc.root("nilai-nilai")
    ('selenggara', 'tanggung jawab', 'nilai')
    >>> kc.root("kepemiluan"), kc.root("Bekasi"), kc.root("sebaik-baiknya")
    ('pemilu', 'bekasi', 'baik')
    """
    if not isinstance(word, str) or not word.strip():
        raise InvalidArgument("word", got=repr(word))
    return roots_of([encodable(word.strip())], roots=roots)[0]


def known_way(roots: Roots) -> Roots:
    """Return how roots are found; raises InvalidArgument unless it is a mode or a function."""
    if callable(roots) or (isinstance(roots, str) and roots in MODES):
        return roots
    raise one_of("roots", roots, MODES, "or_function")


def roots_of(words: Sequence[str], *, roots: Roots = "ranked") -> list[str]:
    """Return the root of every word, in order: give each distinct form once, it is the fast way.

    >>> roots_of(["memilih", "pemilihan"])
    ['pilih', 'pilih']
    """
    roots = known_way(roots)
    if callable(roots):
        return [_answer(word, roots(word)) for word in words]
    if roots == "ranked":
        known = lookup().each(words)
        open_ = [word for word, root in zip(words, known, strict=True) if not root]
        lower = [word.lower() for word in open_]
        found = map(_unlisted, open_, lower, lookup().each(lower))
        return [root or next(found) for root in known]
    if roots == "sastrawi":
        return [sastrawi.root(word) for word in words]
    return [word.lower() for word in words]


def _answer(word: str, found: object) -> str:
    """Return what a function of one's own found; raises InvalidArgument where that is no root."""
    if not isinstance(found, str) or not found.strip():
        raise InvalidArgument("roots_answer", word=repr(word), got=repr(found))
    return encodable(found)


def analyse(word: str) -> pd.DataFrame:
    """Return the readings of `word`, best first.

    Columns: root (str), affixes (str, such as "meN- -kan"; empty for the bare word and for most
    spoken forms), score (float64, the model's probability; 1.0 if a rule decides) and rule (str,
    what decided: the model's ranking, a list or the form). How it works: docs/roots.md.
    Raises InvalidArgument for an empty word and for anything but a string.

    >>> import kpu_corpus as kc
    >>> kc.analyse("mengukur")[["root", "affixes"]].head(1).values.tolist()
    [['ukur', 'meN-']]
    """
    chosen = root(word)
    word = encodable(word.strip())
    lower = word.lower()
    found = affixes.candidates(lower, ranking.shipped().rows)
    rows: dict[tuple[str, str], tuple[float, str]] = {}
    for candidate, chance in zip(found, ranking.shipped().probabilities(found), strict=True):
        key = (_display(candidate[0]), _affix_names(candidate))
        rows[key] = max(rows.get(key, (0.0, "")), (chance, "ranked"))
    rule = _rule(word)
    if rule != "ranked" or max(rows, key=lambda key: rows[key])[0] != chosen:
        rows = dict.fromkeys(rows, (0.0, "ranked"))
        key = next((key for key in rows if key[0] == chosen), (chosen, _affixes(lower, chosen)))
        rows[key] = (1.0, "irregular" if rule == "ranked" else rule)
    order = sorted(rows.items(), key=lambda item: (-item[1][0], item[0][0] != chosen, item[0]))
    table = [(*key, *value) for key, value in order]
    types = {"root": "str", "affixes": "str", "score": "float64", "rule": "str"}
    return pd.DataFrame(table, columns=list(types)).astype(types)


def ranked(word: str) -> str:
    """Return the root of one word by this library's analyser, without the table of forms."""
    lower = word.lower()
    return _unlisted(word, lower, None if lower == word else known_forms().get(lower))


def _unlisted(word: str, lower: str, known: str | None) -> str:
    """Return the root of a word of no table, given what the table has of it in lower case."""
    if lower != word:
        known = lower if lower in places() else known
        if known or _is_acronym(word):
            return known or lower
    return _read(lower) or _guess(lower, _like_name(word))


def _like_name(word: str) -> bool:
    return word[:1].isupper() and not word.isupper()


def _listed_or_ranked(word: str) -> str:
    """Return the root of a form by the table of common ones, else by the analyser."""
    return known_forms().get(word) or ranked(word)


@lru_cache(maxsize=1 << 16)
def _read(lower: str) -> str | None:
    """Return the root of a form in lower case that is in no table, None where it is not known."""
    if lower.endswith(affixes.CLITICS):
        host = next(lower[: -len(c)] for c in affixes.CLITICS if lower.endswith(c))
        if host in irregular():
            return irregular()[host]
    said = len(lower) > 4 and lower.startswith("di") and lower.endswith("in")
    if said and (written := known_forms().get(f"{lower[:-2]}kan")):
        return written  # diterangin: diterangkan, not of angin
    best = ranking.shipped().best(lower) if lower.isalnum() else None  # as all roots are
    if best is not None:
        return _display(best)
    return None if lower.isalpha() else _not_one_word(lower)


def _display(root: str) -> str:
    """Return a root as it is written: a compound with its space, the standard spelling."""
    return compounds().get(root) or irregular().get(root, root)


def _is_acronym(word: str) -> bool:
    """Say whether an all-caps form is too short, or too unlike a word, to carry affixes."""
    return (
        word.isupper()
        and "-" not in word
        and (len(word) <= 5 or not set(word.lower()) & set(affixes.VOWELS))
    )


def _not_one_word(lower: str) -> str:
    """Return the root of a form with blanks, hyphens, digits or other signs in it."""
    cleaned = _DASHES.sub("-", lower).strip(_EDGES)
    if cleaned and cleaned != lower:
        return _listed_or_ranked(cleaned)
    if cleaned.endswith(_TWICE):
        words: tuple[Container[str], ...] = known_forms(), ranking.shipped().rows
        full = filter(None, (written_out(cleaned, known) for known in words))
        if found := next(full, None):
            return _listed_or_ranked(found)
    parts = re.split(r"[\s-]+", cleaned)
    if len(parts) == 1:
        return lower
    whole = "".join(parts)
    joined = ranking.shipped().best(whole)
    if joined in compounds():
        return compounds()[joined]
    if found := compound_roots().get(" ".join(parts)):
        return found  # tatap-muka
    names = acronyms().issuperset(parts)  # DPR-RI
    if joined and not names and parted(joined, cleaned, known_forms()):
        known = None if joined in parts else known_forms().get(whole)  # di-mana
        return known or _display(joined)
    head, _, rest = cleaned.partition("-")
    if joined is None and head in HYPHENED_BEFORE_ANY and "-" not in rest:  # pra-TPS
        return known_forms().get(head + rest) or _listed_or_ranked(rest)
    if "-" in lower and len(lower.split()) == 1:
        return unreduplicated(lower, _listed_or_ranked)
    parts = lower.split()
    if len(parts) == 2 and (parts[0] in _LOOSE or parts[1] == "pun"):
        return roots_of(parts)[parts[0] in _LOOSE]  # dilingkungan, read as di lingkungan
    return " ".join(roots_of(parts))


# A spaced en dash is how many type a reduplication; "2 - 5 Juni" has digits beside it.
_DASHES = re.compile(r"(?<=[a-z])\s*[‐‑–—-]\s*(?=[a-z])")
_TWICE = ("2", "2an", "2in", "2nya", "2annya")  # anak2, sebesar2nya
_LOOSE = ("di", "ke", "per")
_EDGES = " \t\n\r\xa0-‐‑–—.,;:!?()[]{}\"'`´‘’“”…*/"
_CLITICS = tuple(end for end in affixes.CLITICS if len(end) == 3)  # many roots end in ku and mu

# Affixes that are sure enough to be taken from a word whose root nobody has listed.
_SURE = (
    ("di", "kan"),
    ("di", "i"),
    ("meng", "kan"),
    ("mem", "kan"),
    ("men", "kan"),
    ("me", "kan"),
    ("peng", "an"),
    ("pem", "an"),
    ("pen", "an"),
    ("ke", "an"),
    ("per", "an"),
)
_AT_NOUN = re.compile("(?:di|ke)[kp]e.+an")  # a preposition and a noun: dipendidikan, kepelatihan
_SURE_HEADS = tuple({prefix for prefix, _ in _SURE})
_SURE_ENDS = tuple({suffix for _, suffix in _SURE})


@lru_cache(maxsize=1 << 16)
def _guess(lower: str, capital: bool) -> str:
    """Return what is left of a word with no known root without clitics and sure affixes.

    ``capital`` says that it was written with one, as names are.
    """
    part = _with_known_part(lower, capital=capital)
    whole = part and lower.endswith(part)  # pranikah: of nikah
    if lower.endswith(_CLITICS) and len(lower) >= 7 and not whole:
        return lower if lower.endswith("llah") else _listed_or_ranked(lower[:-3])  # of God
    if found := spoken(lower, capital=capital) or part or _with_c(lower):
        return found
    if _AT_NOUN.fullmatch(lower) and (found := known_forms().get(lower[2:]) or _best(lower[2:])):
        return found
    if lower.endswith(_SURE_ENDS) and lower.startswith(_SURE_HEADS):
        for prefix, suffix in _SURE:
            rest = lower[len(prefix) : -len(suffix)]
            if (
                lower == prefix + rest + suffix
                and len(rest) >= 5
                and set(rest[:3]) & set(affixes.VOWELS)
            ):
                return known_forms().get(rest, rest)
    return lower


def _with_c(lower: str) -> str | None:
    """Return the root of a word that lost a c as only roots in s do: menyicil, penyoblosan."""
    if lower[:4] not in ("meny", "peny"):
        return None
    written = f"{lower[:2]}nc{lower[4:]}"
    found = known_forms().get(written) or _best(written)
    return found if found and found[0] == "c" and len(found) > 4 else None  # penyet, penyek


def spoken(lower: str, *, capital: bool = False) -> str | None:
    """Return the root of a verb as it is spoken (bikinin), or None where it is none.

    ``capital`` says that it was written with one, as names are.
    """
    frequent: Container[str] = () if capital else ranking.frequent()
    return spoken_root(lower, known_forms(), irregular(), _best, frequent)


def _with_known_part(lower: str, *, capital: bool) -> str | None:
    """Return the root of the known word in one with -wan or -wati, or a combining form before it.

    With a capital -wan ends a name (Sediawan, Sekarwati).
    """
    for ending in () if capital else ("wan", "wati"):
        if lower.endswith(ending) and (best := ranking.shipped().best(lower[: -len(ending)])):
            return _display(best)
    for head, least in BEFORE_ANY.items():
        rest = lower.removeprefix(head)
        if rest != lower and len(rest) >= least:
            return known_forms().get(rest) or _best(rest)
    return None


def _best(lower: str) -> str | None:
    """Return the root of a form that has a reading with a known root."""
    best = ranking.shipped().best(lower)
    return best and _display(best)


def _affixes(lower: str, root: str) -> str:
    """Return what stands around the root in an irregular form, or one of several parts."""
    written = _DASHES.sub("-", lower).strip(_EDGES)
    parts = re.split(r"[\s-]+", written_out(written, known_forms()) or written)
    lexicon = {re.sub("[ -]", "", root), root.partition("-")[0]}  # diundangkan: of undang-undang
    for head in ("", *HYPHENED_BEFORE_ANY):
        rest = "".join(parts).removeprefix(head)
        if rest and (whole := affixes.candidates(rest, lexicon)):
            return f"{head and head + '-'} {_affix_names(whole[0])}".strip()
    halves = (affixes.candidates(part, lexicon)[:1] for part in parts)  # sebaik-baiknya
    names = [name for half in halves for one in half for name in _affix_names(one).split()]
    return " ".join(sorted(dict.fromkeys(names), key=lambda name: name.startswith("-")))


def _affix_names(candidate: affixes.Candidate) -> str:
    _, prefix, suffix = candidate
    end = affixes.suffixes()[suffix]
    parts = [*affixes.prefixes()[prefix].chain, end.core, end.possessive, end.particle]
    return " ".join(part for part in parts if part)


def _rule(word: str) -> str:
    """Name what decided on `word`."""
    lower = word.lower()
    if lower in closed():
        return "closed class"
    if lower in irregular():
        return "irregular"
    if lower in places() and (word != lower or lower not in ordinary_places()):
        return "place"
    if lower in acronyms() or _is_acronym(word):
        return "acronym"
    if _DASHES.search(lower):
        return "combining form" if lower.split("-")[0] in HYPHENED_BEFORE_ANY else "hyphen"
    if not lower.isalpha():
        return "other signs"
    if ranking.shipped().best(lower) is not None:
        return "ranked"
    capital = _like_name(word)
    if _with_known_part(lower, capital=capital):
        return "combining form"
    return "spoken" if spoken(lower, capital=capital) else "guess"
