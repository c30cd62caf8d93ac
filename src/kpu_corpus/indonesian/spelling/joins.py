"""Words written apart that are one word: di selenggarakan, petugas nya, anak anak."""

from __future__ import annotations

from functools import cache

from kpu_corpus.indonesian.lists.abbreviations import word_set
from kpu_corpus.indonesian.lists.stopwords import FORMAL, stopwords
from kpu_corpus.indonesian.roots.affixes import CLITICS
from kpu_corpus.indonesian.roots.attaching import SUFFIXES, attach
from kpu_corpus.indonesian.roots.root_lists import compounds
from kpu_corpus.indonesian.roots.roots import root
from kpu_corpus.indonesian.spelling import data
from kpu_corpus.indonesian.spelling.data import MIN_LEVEL
from kpu_corpus.indonesian.spelling.nearest import COMMON, level
from kpu_corpus.indonesian.spelling.spelling import Suggestion, base_level


def joins(left: str, right: str) -> Suggestion | None:
    """Return the one word that two lower-case neighbours should be, or None.

    The preposition di stands before nouns of place and time, the prefix di- before verbs: what
    is joined here is an attested passive whose second part does not follow the preposition in
    public legal texts. Ask only for a second word written without a capital, di Buru is a place,
    or one of `ends_of_compounds`.

    >>> joins("di", "selenggarakan").suggestion, joins("anti", "korupsi").suggestion
    ('diselenggarakan', 'antikorupsi')
    >>> joins("menanda", "tangani").suggestion, joins("ber", "integritas").suggestion
    ('menandatangani', 'berintegritas')
    >>> joins("petugas", "nya").suggestion, joins("di", "kantor") is None
    ('petugasnya', True)
    >>> joins("bersama", "sama").suggestion, joins("sewaktu", "waktu") is None
    ('bersama-sama', True)
    """
    if left == right:
        twice = f"{left}-{right}"
        verb = left.startswith(_VERBAL) and root(left) != left  # written twice by mistake
        said = level(left) >= COMMON and left not in stopwords() | FORMAL and not verb
        return _split(twice) if len(left) > 2 and (said or twice in data.known()) else None
    if _SAID_TWICE.get(left) == right:
        return _split(f"{left}-{right}")
    joined = left + right
    if right in ENDINGS:
        return _split(joined) if _before_ending(left, right) else None
    if (left, right) in _ONE_WORD or left == "ketidak":
        return _split(joined)
    if left == "di":
        return _split(joined) if _passive(joined, right) else None
    if left == "ke" and right in ("dua", "tiga", "empat", "lima"):
        return Suggestion(joined, "split_prefix", False)
    if left in ("ke", "per"):
        return _split(joined) if _nominal(joined, right) else None
    if left in _BOUND:
        only = _BOUND[left]
        fits = right in only if only else right in data.known() and len(right) > 3
        return _split(joined) if fits and not _is_unbound(right) else None
    if left in _NEVER_ALONE or (left in _RARELY_ALONE and level(right) < level(joined)):
        return _split(joined) if level(joined) >= COMMON else None
    return _split(joined) if _is_affixed_compound(left, right) else None


ENDINGS = frozenset({"nya", "mu", "lah", "kah", "an"})
"""What stands behind a word as its ending alone; pun, ku and kan are words of their own."""
_VERBAL = ("me", "di", "ber", "ter")


@cache
def lefts() -> frozenset[str]:
    """Return the words that `joins` may join to the next, so that a caller asks only there."""
    prefixes = {"di", "ke", "ketidak", "per"} | _BOUND.keys() | _NEVER_ALONE | _RARELY_ALONE
    listed = {left for left, _ in _ONE_WORD} | _SAID_TWICE.keys()
    return frozenset(prefixes | listed | _affixed_compounds().keys())


@cache
def ends_of_compounds() -> frozenset[str]:
    """Return the words that may be joined with a capital too: Jawaban behind Pertanggung."""
    seconds = {second for pairs in _affixed_compounds().values() for _, second in pairs}
    ends = frozenset().union(*map(_suffixes, _AFFIXED))
    return frozenset(second + end for second in seconds for end in ends)


# Prefixes that are no words: public legal texts have them apart in slips alone.
_NEVER_ALONE = word_set("ber ter me mem men meng meny pe pem pen peng peny")
_RARELY_ALONE = word_set("kepe se")
_BOUND: dict[str, frozenset[str]] = {
    "anti": frozenset(),
    "antar": frozenset(),
    "pasca": frozenset(),
    "pra": frozenset(),
    "non": frozenset(),
    "sub": frozenset(),
    "multi": frozenset(),
    "semi": word_set("permanen final otomatis formal konduktor profesional"),
    "tuna": word_set("netra rungu wicara daksa grahita laras susila wisma karya aksara"),
    "purna": word_set("tugas bakti jual wirawan karya waktu"),
    "swa": word_set("sembada daya layan kelola foto"),
}
COMBINING = frozenset(_BOUND)
"""What is also written before a whole phrase: pasca pemilihan umum."""
_NEVER_BOUND = word_set(
    "tidak bukan belum akan jemput kirim pulang barang surat makanan penumpang paket anak sama "
    "satu dua tiga empat lima"
) | (stopwords("function", "pronoun", "discourse") - word_set("guna"))
_ONE_WORD = frozenset(
    tuple(pair.split("+"))
    for pair in word_set(
        "apa+bila bila+mana dari+pada ke+pada walau+pun meski+pun bagaimana+pun kalau+pun atau+pun "
        "mana+kala olah+raga suka+rela kaca+mata segi+tiga suka+cita duka+cita peri+laku "
        "bea+siswa maha+siswa nara+sumber foto+kopi infra+struktur sekali+gus"
    )
)


# Said twice behind the prefix: bersama-sama. Not what may stand before its own root: seakan akan.
# Or between se- and -nya: sebaik-baiknya; or the other half is its own: bolak-balik.
_SAID_TWICE = {
    word: word.removeprefix("ber").removeprefix("ter").removeprefix("se")
    for word in word_set(
        "berabad berangsur berbeda berbelit berbondong berbulan berganti berhari berhati berjam "
        "berkali berlapis berlarut berliku bermacam berminggu berpuluh bersama bersungguh bertahun "
        "berturut bertubi berubah berulang sehari semata semena seolah sewenang terbata terburu "
        "terengah tergesa tergopoh terkatung tertatih"
    )
}
_SAID_TWICE |= {
    f"se{word}": f"{word}nya"
    for word in word_set(
        "adil baik banyak besar cepat dalam hemat jauh jelas jujur kecil keras kurang lambat "
        "lengkap luas murah rendah singkat tepat tidak tinggi"
    )
}
_SAID_TWICE |= dict(
    pair.split("+")
    for pair in word_set(
        "bahu+membahu bolak+balik lika+liku mudah+mudahan sayur+mayur sekali+kali serta+merta "
        "surat+menyurat tawar+menawar terus+menerus tolong+menolong warna+warni"
    )
)


def _is_unbound(word: str) -> bool:
    """A word that no combining form is bound to: yang, or a verb (pasca mengikuti pelatihan)."""
    return word in _NEVER_BOUND or (
        word.startswith(("me", "di", "ber", "ter")) and root(word) != word
    )


def _split(joined: str) -> Suggestion:
    return Suggestion(joined, "split_prefix", True)


def _before_ending(word: str, ending: str) -> bool:
    """A word that takes the ending: pelayan an, not atas an; untuk nya, not secara nya.

    What it makes may also be a root (teman), if far more frequent: BRI an is not Brian.
    """
    if len(word) < 3:
        return False
    whole = word + ending
    if ending == "an":
        return level(word) + (3 if root(whole) == whole else 0) < level(whole)
    return (whole if word in stopwords() else word) in data.known()


def _passive(joined: str, right: str) -> bool:
    """Attested in di-, or a verb in -kan by the affix rules; never what follows the preposition."""
    if len(right) < 4 or _after_preposition(right):
        return False
    if joined in data.known():
        return level(joined) >= max(MIN_LEVEL, level(right) - 3)
    return right.endswith("kan") and right not in data.known() and base_level(joined) > 0


def _after_preposition(word: str) -> bool:
    cores = (word, *(word.removesuffix(clitic) for clitic in CLITICS))
    return any(core in data.prepositional() for core in cores)


def _nominal(joined: str, right: str) -> bool:
    """ke-…-an around a word that does not stand alone: ke giatan, not ke pulauan or ke depan."""
    return right.endswith(("an", "annya")) and level(joined) > level(right) + 3


def _is_affixed_compound(left: str, right: str) -> bool:
    """A compound in a prefix and a suffix is one word: menandatangani, not bertanda tangan."""
    return any(
        right.startswith(second) and right[len(second) :] in _suffixes(prefix)
        for prefix, second in _affixed_compounds().get(left, ())
    )


@cache
def _affixed_compounds() -> dict[str, list[tuple[str, str]]]:
    """Return prefix and second word of the compounds by their first with the prefix: menanda."""
    found: dict[str, list[tuple[str, str]]] = {}
    for compound in compounds().values():
        first, _, second = compound.partition(" ")
        for prefix in _AFFIXED if second else ():
            found.setdefault(attach(prefix, first, ""), []).append((prefix, second))
    return found


@cache
def _suffixes(prefix: str) -> frozenset[str]:
    """Return what goes with a prefix behind a whole compound, with a clitic or without."""
    cores = filter(None, SUFFIXES[prefix])
    return frozenset(core + clitic for core in cores for clitic in ("", *CLITICS))


_AFFIXED = ("me", "di", "ter", "pe", "per", "ke", "memper", "diper")
