"""Misspelt, joined, split and non-standard words of Indonesian, each with what was meant.

A form is looked up first (curated official spellings; known forms of legal texts, the web and a
dictionary), then taken apart by the affix rules, and only then compared with frequent forms by
edit distance (optimal string alignment; Damerau 1964), where the frequency of the pair decides.
Official spellings follow KBBI and EYD V (2022). Precision comes before recall: rare words, names
and foreign words stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from kpu_corpus.indonesian import spelling_data as data
from kpu_corpus.indonesian.spelling_affixes import CLITICS, bases, unassimilated
from kpu_corpus.indonesian.spelling_pool import near


class Suggestion(NamedTuple):
    """What was meant, why, and whether it may stand for the form in counting.

    reason is one of misspelling, joined, split_prefix, non_standard, borrowed; certain is False
    where the suggestion is only a hint for a person.
    """

    suggestion: str
    reason: str
    certain: bool


def suggest(form: str) -> Suggestion | None:
    """Return what a lower-case word should be, or None where it is right or merely unknown.

    >>> suggest("intergritas")
    Suggestion(suggestion='integritas', reason='misspelling', certain=True)
    >>> suggest("dilingkungan").suggestion, suggest("karirnya").suggestion
    ('di lingkungan', 'kariernya')
    >>> suggest("integritas") is None
    True
    """
    if form in data.known():
        return None
    return _suggest_unknown(form)


def suggestions(forms: Iterable[str]) -> dict[str, Suggestion]:
    """Return the suggestion of every lower-case form that has one; a form appears once.

    >>> suggestions(["karir", "pegawai", "intansi"])["intansi"].suggestion
    'instansi'
    """
    found = {form: _suggest_unknown(form) for form in set(forms) - data.known()}
    return {form: hint for form, hint in sorted(found.items()) if hint}


def candidate(surface: str, mid_sentence: bool) -> bool:
    """Tell whether a word as written may be checked: no name, acronym, or word with digits.

    A word with a capital counts as a name unless it is all but a very common word.

    >>> candidate("Intergritas", True), candidate("Rahmawati", True), candidate("KPU", True)
    (True, False, False)
    """
    if surface.islower():
        return surface.replace("-", "").isalpha()
    form = surface.lower()
    if not surface.replace("-", "").isalpha() or surface[1:] != form[1:]:
        return False
    hint = suggest(form)
    if hint is None or not hint.certain or len(form) < 5:
        return False
    if form in data.corrections():
        return not mid_sentence or len(form) >= 10 or _is_abstract(form)
    needed = _VERY_COMMON if mid_sentence else _COMMON
    return _is_abstract(form) and _level(hint.suggestion) >= needed


def joins(left: str, right: str) -> Suggestion | None:
    """Return the one word that two lower-case neighbours should be, or None.

    The preposition di stands before nouns of place and time, the prefix di- before verbs: what
    is joined here is an attested passive whose second part does not follow the preposition in
    public legal texts. Ask only for a second word written without a capital: di Buru
    is a place.

    >>> joins("di", "selenggarakan").suggestion, joins("anti", "korupsi").suggestion
    ('diselenggarakan', 'antikorupsi')
    >>> joins("di", "kantor") is None
    True
    """
    joined = left + right
    if (left, right) in _ONE_WORD:
        return _split(joined)
    if left == "di":
        return _split(joined) if _passive(joined, right) else None
    if left == "ke":
        if right in ("dua", "tiga", "empat", "lima"):
            return Suggestion(joined, "split_prefix", False)
        return _split(joined) if _nominal(joined, right) else None
    if left in _BOUND:
        only = _BOUND[left]
        fits = right in only if only else right in data.known() and len(right) > 3
        return _split(joined) if fits and right not in _NEVER_BOUND else None
    if left in _PREFIXES and _level(joined) >= _COMMON and _level(right) < _level(joined):
        return _split(joined)
    return None


_COMMON, _VERY_COMMON, _COMMONEST = 6, 10, 12
_LOAN_ENDINGS = ("itas", "isme", "asi", "nsi", "krasi", "tif", "ional", "isasi", "ologi")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PREFIXES = _words("ber ter mem men meng meny pem pen peng peny kepe se")
_BOUND: dict[str, frozenset[str]] = {
    "anti": frozenset(),
    "antar": frozenset(),
    "pasca": frozenset(),
    "pra": frozenset(),
    "non": frozenset(),
    "sub": frozenset(),
    "multi": frozenset(),
    "semi": _words("permanen final otomatis formal konduktor profesional"),
    "tuna": _words("netra rungu wicara daksa grahita laras susila wisma karya aksara"),
    "purna": _words("tugas bakti jual wirawan karya waktu"),
    "swa": _words("sembada daya layan kelola foto"),
}
_NEVER_BOUND = _words(
    "yang dari pada dengan untuk terhadap oleh akan atau juga tidak bukan sudah telah masih adalah "
    "sebagai karena saya kami kita anda mereka dalam seperti jemput kirim pulang barang surat "
    "makanan penumpang paket anak"
)
_ONE_WORD = frozenset(
    tuple(pair.split("+"))
    for pair in _words(
        "apa+bila bila+mana dari+pada ke+pada walau+pun meski+pun bagaimana+pun kalau+pun atau+pun "
        "mana+kala olah+raga suka+rela kaca+mata segi+tiga suka+cita duka+cita peri+laku "
        "bea+siswa nara+sumber foto+kopi infra+struktur sekali+gus"
    )
)
# The words that `joins` may join to their neighbour, so that a caller asks only there.
LEFTS = frozenset({"di", "ke"} | _BOUND.keys() | _PREFIXES | {left for left, _ in _ONE_WORD})


def _is_abstract(form: str) -> bool:
    """Shaped as names are not: a loan such as integritas, or an affixed form such as pelayanan."""
    if form.endswith(_LOAN_ENDINGS):
        return True
    return form.startswith(("pe", "ke", "me", "ber")) and form.endswith(("an", "kan", "i"))


def _split(joined: str) -> Suggestion:
    return Suggestion(joined, "split_prefix", True)


def _passive(joined: str, right: str) -> bool:
    """Attested in di-, or a verb in -kan by the affix rules; never what follows the preposition."""
    if len(right) < 4 or "-" in right or _after_preposition(right):
        return False
    if joined in data.known():
        return _level(joined) >= max(_COMMON, _level(right) - 3)
    return (
        len(right) > 6
        and right.endswith("kan")
        and right not in data.known()
        and (_base_level(joined) > 0)
    )


def _after_preposition(word: str) -> bool:
    cores = (word, *(word.removesuffix(clitic) for clitic in CLITICS))
    return any(core in data.prepositional() for core in cores)


def _nominal(joined: str, right: str) -> bool:
    """ke-…-an around a word that does not stand alone: ke giatan, not ke pulauan or ke depan."""
    frequent = _level(joined) >= _COMMON and not _after_preposition(right)
    return frequent and right.endswith(("an", "annya")) and _level(joined) > _level(right) + 3


@lru_cache(maxsize=65536)
def _suggest_unknown(form: str) -> Suggestion | None:
    written = data.corrections().get(form)
    if written:
        return Suggestion(*written)
    if "-" in form:
        return _by_parts(form)
    if len(form) < 4 or not form.isascii() or not form.isalpha():
        return None
    carried = _before_clitic(form)
    if carried is not None:
        return carried or None
    official = unassimilated(form, data.known())
    if official:
        return Suggestion(official, "non_standard", True)
    base = _base_level(form)
    if base > 0 or _with_short_subject(form):
        return None
    return _slipped(form) if base == 0 else _nearest(form)


def _by_parts(form: str) -> Suggestion | None:
    """A reduplication or compound with hyphens: each part by itself."""
    parts = form.split("-")
    hints = [suggest(part) if len(part) > 4 else None for part in parts]
    given = [hint for hint in hints if hint]
    if not given or any(hint.reason in ("joined", "borrowed") for hint in given):
        return None
    if any(hint.reason == "misspelling" for hint in given) and len(set(parts)) > 1:
        return None  # gerak-gerik, obrak-abrik: the second part is no word by itself
    right = "-".join(
        hint.suggestion if hint else part for hint, part in zip(hints, parts, strict=True)
    )
    return Suggestion(right, given[0].reason, all(hint.certain for hint in given))


def _before_clitic(form: str) -> Suggestion | tuple[()] | None:
    """The suggestion for a form with a clitic; () where it is right, None where this cannot say."""
    for clitic in CLITICS:
        core = form.removesuffix(clitic)
        if core == form or len(core) < 3:
            continue
        if core in data.known():
            if clitic == "pun" and len(core) > 3:
                return Suggestion(f"{core} pun", "joined", True)
            return ()
        written = data.corrections().get(core)
        if written:
            return Suggestion(written[0] + clitic, written[1], written[2])
    return None


def _with_short_subject(form: str) -> bool:
    """A verb after ku- or kau-: kuketahui, kaulihat."""
    return any(form.removeprefix(head) in data.known() for head in ("ku", "kau"))


def _base_level(form: str) -> int:
    """Frequency of the best base that a form is regularly derived from; -1 where there is none."""
    cores = [form, *(form.removesuffix(clitic) for clitic in CLITICS if form.endswith(clitic))]
    return max((_level(base) for core in cores for base in bases(core, data.known())), default=-1)


def _nearest(form: str) -> Suggestion | None:
    """The frequent form that is so near and so much likelier that it must have been meant."""
    found = near(form, 2 if len(form) >= _LONG else 1)
    ranked = sorted((_level(other) - 6 * (edits - 1), other) for other, edits in found)
    if not ranked or ranked[-1][0] < _NEEDED.get(len(form), 5):
        return None
    score, meant = ranked[-1]
    clear = len(ranked) == 1 or score - ranked[-2][0] >= 2
    return Suggestion(meant, "misspelling", clear and len(form) > 5)


def _slipped(form: str) -> Suggestion | None:
    """A derived form of a root that only dictionaries have, one letter lost, doubled or swapped
    from a very common word (berlansung): a hint."""
    hint = _nearest(form) if len(form) > 6 else None
    if hint is None or _level(hint.suggestion) < _COMMONEST:
        return None
    same = len(form) == len(hint.suggestion) and sorted(form) != sorted(hint.suggestion)
    return None if same else hint._replace(certain=False)


_LONG = 9
# How frequent (power of two) a form must be to be meant by a word of this length.
_NEEDED = {4: 13, 5: 10, 6: 9, 7: 7, 8: 6}


def _level(form: str) -> int:
    return data.frequency().get(form, 0)
