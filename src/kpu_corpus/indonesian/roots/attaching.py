"""Affixes for the spelling check: forms that a root can take, and roots in a form.

The rules are those of the standard grammar (Hasan Alwi et al., *Tata Bahasa Baku Bahasa
Indonesia*, 2003): meN-/peN- lose or keep the first letter of the root by its kind, and each
prefix goes with few suffixes. This is a test of plausibility and a generator, no root analyser.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from kpu_corpus.indonesian.roots import affixes, combining

SUFFIXES = {
    "": ("", "an", "kan", "i"),
    "di": ("", "kan", "i"),
    "me": ("", "kan", "i"),
    "pe": ("", "an"),
    "ber": ("", "an", "kan"),
    "ter": ("", "kan", "i"),
    "per": ("", "an", "kan", "i"),
    "ke": ("an",),
    "se": ("",),
    "memper": ("", "kan", "i"),
    "diper": ("", "kan", "i"),
    "keber": ("an",),
    "keter": ("an",),
    "ketidak": ("", "an"),
    "berke": ("an",),
}
_WITHOUT_R = ("ber", "ter", "per", "memper", "diper")  # before a root in r
_NASALS = (  # letters after me-/pe-, first letters of the root that they may hide
    ("ng", ("", "k")),
    ("ny", ("s",)),
    ("n", ("", "t")),
    ("m", ("", "p")),
    ("", ("",)),
)
_KEEP = {  # what the root must begin with when nothing was lost
    "ng": ("a", "i", "u", "e", "o", "g", "h", "q", "kh", "kr", "kl"),
    "n": ("d", "j", "c", "z", "sy", "tr", "ts", "st", "sk", "sp", "sw", "sl", "sm", "sn"),
    "m": ("b", "f", "v", "pr", "pl", "ps"),
    "": ("l", "r", "m", "n", "w", "y"),
}
# Roots of three letters that forms are built on: with any prefix, or after menge- and penge- alone.
_SHORT = frozenset(
    "abu acu adu air aju aku api asa bau bea doa dua iba isi mau sua tua uap uji".split()
)
_CLOSED = frozenset(
    "bom bor cap cas cat cek cor gas gol las lap lem pak pel pos rem sah set tes tik".split()
)


def _by_initial(heads: Iterable[str]) -> dict[str, tuple[str, ...]]:
    ordered = sorted(heads, key=itemgetter(0))
    return {first: tuple(group) for first, group in groupby(ordered, itemgetter(0))}


_PREFIXES = _by_initial(filter(None, SUFFIXES))
_HEADS = _by_initial([*combining.FORMS, "a"])
# aktual → aktualitas (not -if, -bel: aktivitas), -asi → -atif, antropologi → antropologis
_LOANS = [("alitas", "al"), ("aritas", "ar"), ("tif", "si")]
_LOANS += [(f"{letter}is", f"{letter}i") for letter in "gfmn"]


def splits(form: str) -> Iterator[tuple[str, str, str]]:
    """Yield every (prefix, root, suffix) that the affix rules allow for a form.

    >>> ("me", "sapu", "") in set(splits("menyapu"))
    True
    >>> any(root == "sukses" for _, root, _ in splits("mensukseskan"))
    False
    """
    for prefix in ("", *_PREFIXES.get(form[:1], ())):
        if not form.startswith(prefix):
            continue
        for suffix in filter(form.endswith, SUFFIXES[prefix]):
            rest = form[len(prefix) : len(form) - len(suffix)]
            if len(rest) < 3 or (suffix == "i" and rest[-1] == "i"):
                continue
            if prefix in ("me", "pe"):
                for root in _unnasal(rest):
                    yield prefix, root, suffix
                continue
            yield prefix, rest, suffix
            if prefix in _WITHOUT_R:
                yield prefix, "r" + rest, suffix


def bases(form: str, known: Container[str]) -> Iterator[str]:
    """Yield the known forms on which the affix rules can build a form: few of three letters.

    >>> list(bases("mengunggahkan", {"unggah"})), list(bases("mengungahkan", {"unggah"}))
    (['unggah'], [])
    >>> list(bases("pengecatan", {"cat"})), list(bases("bercat", {"cat"}))
    (['cat'], [])
    """
    for prefix, root, _ in splits(form):
        if root in known and (len(root) > 3 or _carries(form, prefix, root)):
            yield root
    for head in _HEADS.get(form[:1], ()):
        rest = form.removeprefix(head)
        if rest != form and len(rest) > 4 and rest in known:
            yield rest


def loan_bases(form: str) -> Iterator[str]:
    """Yield the loan words that a form in -itas, -is or -tif would be built on.

    >>> list(loan_bases("aktualitas")), list(loan_bases("eksploitatif"))
    (['aktual'], ['eksploitasi'])
    """
    for ending, of_base in _LOANS:
        if form.endswith(ending) and len(form) - len(ending) > 2:
            yield form.removesuffix(ending) + of_base


def _carries(form: str, prefix: str, root: str) -> bool:
    """Tell whether so short a root is one that forms are built on."""
    if root in _CLOSED:
        return form.startswith("nge", len(prefix))
    return root in _SHORT and prefix != ""


def attach(prefix: str, root: str, suffix: str) -> str:
    """Build a form by the affix rules.

    >>> attach("me", "sukses", "kan"), attach("ber", "risiko", ""), attach("pe", "nasihat", "")
    ('menyukseskan', 'berisiko', 'penasihat')
    """
    if prefix in ("me", "pe"):
        return prefix + _nasal(root) + suffix
    if prefix in _WITHOUT_R and root.startswith("r"):
        prefix = prefix[:-1]
    return prefix + root + suffix


def unassimilated(form: str, roots: Container[str]) -> str | None:
    """Give the official form of a verb or noun whose root kept its k, p, s or t after meN-/peN-.

    Clusters keep the letter by rule (memproduksi), as do derived bases in per- and pel-
    (memperhatikan, mempelajari). Returns None where the form follows the rule.

    >>> unassimilated("mensukseskan", {"sukses"}), unassimilated("memproduksi", {"produksi"})
    ('menyukseskan', None)
    """
    for head, first in (("meng", "k"), ("men", "s"), ("men", "t"), ("mem", "p"), ("peng", "k")):
        after = form[len(head) :]
        if not (form.startswith(head) and after[:1] == first and after[1:2] in affixes.VOWELS):
            continue
        if after.startswith(("per", "pel", "punya", "pekerja", "kaji")):
            return None
        for suffix in SUFFIXES[form[:2]]:
            root = after[: len(after) - len(suffix)]
            if after.endswith(suffix) and len(root) > 3 and root in roots:
                return attach(form[:2], root, suffix)
    return None


def _unnasal(rest: str) -> Iterator[str]:
    for letters, lost in _NASALS:
        if not rest.startswith(letters):
            continue
        tail = rest[len(letters) :]
        for first in lost:
            if first and tail[:1] in affixes.VOWELS:
                yield first + tail
            elif not first and tail.startswith(_KEEP[letters]):
                yield tail
    if rest.startswith("nge"):  # one-syllable roots: mengecek, pengeboman
        yield rest[3:]


def _nasal(root: str) -> str:
    cluster = root[1:2] not in affixes.VOWELS
    for first, letters in (("k", "ng"), ("p", "m"), ("s", "ny"), ("t", "n")):
        if root.startswith(first):
            if cluster:
                return ("n" if first == "s" else letters) + root
            return letters + root[1:]
    for letters in ("ng", "n", "m"):
        if root.startswith(_KEEP[letters]):
            return letters + root
    return root
