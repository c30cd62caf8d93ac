"""Undo reduplication: nilai-nilai, bersama-sama, tolong-menolong, sayur-mayur."""

from __future__ import annotations

import re
from collections.abc import Callable, Container

from kpu_corpus.indonesian.lists.abbreviations import word_set
from kpu_corpus.indonesian.roots.affixes import VOWELS
from kpu_corpus.indonesian.roots.combining import HYPHENED

BARE_PREFIXES = word_set(
    "se ke di ber ter per pe me mem men meng menge nge pem pen peng penge ku kau ketidak"
)
VERBAL = word_set("di ber ter me mem men meng")  # se- and per- begin closed words (pertama-tama)
_PLAIN = word_set("di ber ter ng nge")  # they change no letter of the word that is said again
BARE_SUFFIXES = word_set("ku mu nya lah kah tah pun kan an i")
# Doubled words that are one root with their hyphen: the half is no word, or one of another meaning
# (undang, laba, pura, oleh). Two different halves (seluk-beluk) are among the compounds.
WHOLE = word_set(
    "undang-undang kupu-kupu laba-laba kura-kura oleh-oleh gara-gara pura-pura alun-alun cita-cita "
    "mata-mata agar-agar ubur-ubur biri-biri langit-langit sia-sia kunang-kunang paru-paru "
    "rama-rama lumba-lumba cumi-cumi onde-onde gado-gado tiba-tiba kisi-kisi baling-baling "
    "layang-layang ubun-ubun umbul-umbul undur-undur hura-hura cuma-cuma alih-alih bata-bata "
    "wanti-wanti unek-unek"
)
_TWICE = re.compile(r"([a-z]{3,})2(annya|an|nya|in|)")
# What is not said again of a verb, where its letters tell: menggebu-gebu, mencari-cari; not merek2.
_VERB = re.compile(r"(?:meng(?=[gh])|men(?=[cdj])|mem(?=[bf]))(?=.{4})")
HYPHENS = 8  # beyond which no word is one: each part is analysed inside the one before
_WHOLE_AT_END = re.compile(
    f"({'|'.join(sorted(WHOLE))})(?:-?(?:an|kan|i))?(?:-?(?:nya|ku|mu))?(?:-?(?:lah|kah|pun))?$"
)


def written_out(word: str, known: Container[str]) -> str | None:
    """Return a doubled word that has a 2 for its second half in full, None where it is none.

    ``known`` are the words that may be doubled.

    >>> known = {"anak", "besar", "sama", "berita", "hari", "sehari-hari", "seragam", "ragam"}
    >>> [written_out(word, known) for word in ("anak2", "sebesar2nya", "bersama2", "berita2")]
    ['anak-anak', 'sebesar-besarnya', 'bersama-sama', 'berita-berita']
    >>> [written_out(word, known) for word in ("sehari2", "seragam2")]
    ['sehari-hari', 'seragam-seragam']
    >>> written_out("mencari2", {"mencari"}), written_out("member2", {"member"})
    ('mencari-cari', 'member-member')
    >>> written_out("rt2", known), written_out("kpps2", known)
    (None, None)
    """
    found = _TWICE.fullmatch(word)
    if not found:
        return None
    stem, end = found.groups()
    for head in ("se", "ber"):
        rest = stem.removeprefix(head)
        said = f"{stem}-{rest}"  # sehari-hari, but seragam-seragam
        fits = head == "ber" or end == "nya" or said in known
        if fits and rest != stem and len(rest) > 3 and rest in known:
            return f"{said}{end}"
    verb = _VERB.match(stem)
    return f"{stem}-{stem[verb.end() if verb else 0 :]}{end}" if stem in known else None


def parted(root: str, hyphened: str, known: Container[str]) -> bool:
    """Tell whether hyphens part one word, as those at the ends of lines do: peme-rintah.

    It must be ``known``, its own root, or have a part that is not known.

    >>> known = {"pemerintah", "menang", "kalah", "se", "pati", "on", "line"}
    >>> parted("perintah", "peme-rintah", known), parted("online", "on-line", known)
    (True, True)
    >>> parted("nangka", "menang-kalah", known), parted("sepat", "se-pati", known)
    (False, False)
    """
    parts, whole = hyphened.split("-"), hyphened.replace("-", "")
    said_once = len(set(parts)) == len(parts) > 1 and " " not in hyphened
    is_word = whole == root or whole in known
    return said_once and (is_word or not all(part in known for part in parts))


def unreduplicated(word: str, root: Callable[[str], str]) -> str:
    """Return the root of a lower-case word with a hyphen inside; `root` analyses its parts.

    >>> unreduplicated("perbedaan-perbedaan", {"perbedaan": "beda"}.get)
    'beda'
    """
    if word.count("-") > HYPHENS:
        return word
    first, _, second = word.partition("-")
    if second in BARE_SUFFIXES or second == "ri":  # KPU-RI
        return root(first)
    head, _, tail = second.rpartition("-")
    if tail in BARE_SUFFIXES:
        if first in BARE_PREFIXES:
            return root(head)
        second = head + tail
    if first in BARE_PREFIXES:
        return root(second) if second[0].isalpha() else word
    if first in HYPHENED and first != second:  # mega-mega are clouds
        return root(first + second)
    if whole := _WHOLE_AT_END.search(word):
        return whole[1]
    if second.startswith(first) and (len(first) > 2 or first == second):  # not al-alaq
        spoken = second if second.endswith("in") else first  # nakut-nakutin
        return root(spoken if root(spoken) != spoken else first)  # jelek-jelekin
    if "-" in second:
        return word
    found = _halves(first, second, root)
    doubled = f"{found}-{found}"  # penyia-nyiaan: sia-sia
    return doubled if doubled in WHOLE else found


def _halves(first: str, second: str, root: Callable[[str], str]) -> str:
    if first.removesuffix(second) in _PLAIN:
        return root(second)  # berombak-ombak: not of rombak
    shared = _overlap(first, second)
    joined = first + second[shared:] if shared >= 3 else ""
    left, right = root(first), root(second)
    if left == first and first.removesuffix(right) in VERBAL:
        return right  # berleha-leha: no list has leha
    if joined:
        together = root(joined)
        if together in (left, right) or together != joined:
            return together
    if len(left) > 2 and right.startswith(left):
        return left
    if len(right) > 2 and left.startswith(right):
        return right
    if _rhymes(left, right):
        return left
    return f"{left}-{right}"


def _overlap(first: str, second: str) -> int:
    """Return the length of the longest end of `first` that `second` begins with."""
    for size in range(min(len(first), len(second)), 0, -1):
        if first.endswith(second[:size]):
            return size
    return 0


def _rhymes(left: str, right: str) -> bool:
    """Say whether one half echoes the other: sayur-mayur, warna-warni, bolak-balik."""
    if right.startswith((left[:1] + "em", left[:1] + "el", left[:1] + "er")):  # jari-jemari
        return right[3:] == left[1:]
    if len(left) != len(right) or len(left) < 4:
        return False
    consonants = [[c for c in half if c not in VOWELS] for half in (left, right)]
    return left[1:] == right[1:] or consonants[0] == consonants[1]
