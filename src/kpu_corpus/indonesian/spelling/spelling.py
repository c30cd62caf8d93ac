"""Misspelt, joined, split and non-standard words of Indonesian, each with what was meant.

A form is looked up first (curated official spellings; known forms of legal texts, the web and a
dictionary), then taken apart by the affix rules, and only then compared with frequent forms by
edit distance (optimal string alignment; Damerau 1964), where the frequency of the pair decides.
Official spellings follow KBBI and EYD V (2022). Precision comes before recall: rare words, names
and foreign words stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from kpu_corpus.indonesian.lists.abbreviations import word_set
from kpu_corpus.indonesian.lists.colloquial import COLLOQUIAL, formal
from kpu_corpus.indonesian.lists.stopwords import MODALITY
from kpu_corpus.indonesian.roots.affixes import CLITICS
from kpu_corpus.indonesian.roots.attaching import (
    SUFFIXES,
    attach,
    bases,
    loan_bases,
    splits,
    unassimilated,
)
from kpu_corpus.indonesian.roots.reduplication import written_out
from kpu_corpus.indonesian.roots.root_lists import irregular
from kpu_corpus.indonesian.roots.roots import ranked, root, spoken
from kpu_corpus.indonesian.spelling import data
from kpu_corpus.indonesian.spelling.nearest import (
    COMMON,
    VERY_COMMON,
    level,
    may_be_slips,
    nearest,
    slip_of_derived,
)


class Suggestion(NamedTuple):
    """What was meant, why, and whether it may stand for the form in counting.

    reason is one of misspelling, joined, split_prefix, non_standard, borrowed; certain is False
    where the suggestion is only a hint for a person.
    """

    suggestion: str
    reason: str
    certain: bool


def suggestions(forms: Iterable[str], *, certain: bool = False) -> dict[str, Suggestion]:
    """Return what lower-case words should be; one that is right or merely unknown has none.

    Ask for many at once; where only ``certain`` ones are asked for, hints are not looked for.

    >>> found = suggestions(["intergritas", "pegawai", "dilingkungan", "anak2"])
    >>> found["intergritas"]
    Suggestion(suggestion='integritas', reason='misspelling', certain=True)
    >>> found["dilingkungan"].suggestion, found["anak2"].suggestion, "pegawai" in found
    ('di lingkungan', 'anak-anak', False)
    """
    asked = data.unknown(forms)
    hyphened = {form for form in asked if "-" in form}
    parts = data.unknown(part for form in hyphened for part in _parts(form))
    hints = _of_words(asked - hyphened - parts, certain=certain)
    hints |= _of_words(parts - hyphened, certain=False)  # a form is certain if all its parts are
    hints |= {form: hint for form in hyphened if (hint := _by_parts(form, hints))}
    found = ((form, hints[form]) for form in sorted(asked & hints.keys()))
    return {form: hint for form, hint in found if hint.certain or not certain}


_CLEARLY = 7  # a hundred times as frequent
_RARER = 3  # eight times
_TWICE = re.compile(r"(ber|se|)([a-z]{4,30})\2(nya|)")  # without an end, long nonsense takes long
_LIPS = "fpv"
_ENDS = dict(zip("dtbpgk", "tdpbkg", strict=True))
# Endings that loan words do not have, what they have, and how a common word of their family ends.
_LOAN_ENDS = {"ive": ("if", "if"), "asif": ("atif", "asi")}
# Spoken negators that are typed with the next word as one.
_SPOKEN_NO = sorted((said for said in COLLOQUIAL if formal(said) == "tidak"), key=len)
# Function words that begin or end few others, as typed without a blank.
_BEFORE = word_set(
    "yang dan dari untuk dengan dalam pada oleh akan tidak adalah sebagai karena bahwa juga lebih "
    "sangat saya kami kita atau agar telah sudah harus tanpa setiap hanya seperti"
)
_BEHIND = word_set("ini itu yang untuk dengan adalah tidak")
_LONGEST = 40  # letters of such a word and a very common one: long nonsense takes long to try


def _of_words(words: Iterable[str], *, certain: bool) -> dict[str, Suggestion]:
    """The suggestions of unknown words without hyphens; with ``certain`` few others than these."""
    ruled = {word: _ruled(word) for word in words}
    open_ = may_be_slips((word for word, hint in ruled.items() if hint is None), certain=certain)
    open_ = {word for word in open_ if not (_with_short_subject(word) or _is_spoken(word))}
    base = {word: base_level(word) for word in open_}
    if certain:  # what is derived, or two words, is none
        base = {word: often for word, often in base.items() if often < 0}
    meant = nearest(base)
    slips = {
        w: slip_of_derived(w, base[w], hint) if base[w] >= 0 else hint for w, hint in meant.items()
    }
    found = {word: hint for word, hint in ruled.items() if hint} | {
        word: Suggestion(hint.word, "misspelling", hint.certain)
        for word, hint in slips.items()
        if hint
    }
    if certain:
        return found
    rest = (word for word, hint in ruled.items() if hint is None and word not in found)
    return found | {
        word: Suggestion(apart, "joined", False)
        for word in rest
        if not _is_spoken(word) and (apart := _two_words(word))
    }


@lru_cache(maxsize=65536)
def _ruled(word: str) -> Suggestion | tuple[()] | None:
    """The suggestion by tables and rules; () where there is none, None where they cannot say."""
    written = data.corrections().get(word)
    if written:
        return Suggestion(*written)
    if "'" in word:
        return _before_clitic(word) or ()
    if len(word) < 4 or not word.isascii() or not word.isalpha():
        doubled = written_out(word, data.known())
        return Suggestion(doubled, "non_standard", True) if doubled else ()
    twice = _said_twice(word)
    if twice:
        return Suggestion(twice, "joined", True)
    whole = _with_both_n(word) or _with_one_k(word)
    if whole:
        return Suggestion(whole, "misspelling", True)
    carried = _before_clitic(word)
    if carried is not None:
        return carried
    official = unassimilated(word, data.known()) or _of_non_standard(word)
    if official:
        return Suggestion(official, "non_standard", True)
    if own := _with_loan_ending(word):
        return Suggestion(own, "misspelling", True)
    if heard := _heard_alike(word):
        certain = word[-1] != heard[-1] or len(word) > 7  # vending is English
        return Suggestion(heard, "misspelling", certain)
    if apart := _behind_spoken_no(word):
        return Suggestion(apart, "joined", False)
    return () if word in irregular() else None


def _parts(form: str) -> Iterator[str]:
    return (part for part in form.split("-") if len(part) > 4)


def _by_parts(form: str, hints: Mapping[str, Suggestion]) -> Suggestion | None:
    """A reduplication or compound with hyphens: each part by itself."""
    written = data.corrections().get(form)
    if written:
        return Suggestion(*written)
    head, *rest = form.split("-")
    where = hints.get(head)
    if where and where.reason == "joined" and all(map(_is_place, rest)):
        return where._replace(suggestion="-".join([where.suggestion, *rest]))  # didesa-desa
    given = [hints[part] for part in _parts(form) if part in hints]
    if not given or any(hint.reason in ("joined", "borrowed") for hint in given):
        return None
    parts = form.split("-")
    right = "-".join(
        hints[part].suggestion if len(part) > 4 and part in hints else part for part in parts
    )
    echoed = len(set(parts)) > 1 and right not in data.known()
    if echoed and any(hint.reason == "misspelling" for hint in given):
        return None  # gerak-gerik, obrak-abrik: the second part is no word by itself
    return Suggestion(right, given[0].reason, all(hint.certain for hint in given))


def _is_place(word: str) -> bool:
    """A word that di and ke stand before: tengah, also with a clitic."""
    return any(word.removesuffix(end) in data.prepositional() for end in ("", *CLITICS))


def _before_clitic(form: str) -> Suggestion | tuple[()] | None:
    """The suggestion for a form with a clitic; () where it is right, None where this cannot say."""
    for clitic in CLITICS:
        core = form.removesuffix(clitic)
        if core == form or len(core) < 3:
            continue
        if core in data.known():
            if clitic == "pun" and (len(core) > 3 or level(core) >= VERY_COMMON):
                return Suggestion(f"{core} pun", "joined", True)
            return ()
        written = data.corrections().get(core)
        if written:
            return Suggestion(written[0] + clitic, written[1], written[2])
    return None


@lru_cache(maxsize=65536)
def _is_spoken(word: str) -> bool:
    """A word as it is spoken, also a verb whose root nobody speaks so often: nenteng, bikinin."""
    if spoken(word):
        return True
    cores = [word, word[:-2]] if word.endswith("in") else [word]
    verbs = (f"me{core}" for core in cores if core[0] in "mn" and not core.startswith("me"))
    return any(core in data.known() for core in cores[1:]) or any(
        base for verb in verbs for base in bases(verb, data.known())
    )


def _said_twice(form: str) -> str | None:
    """Return a common word that is said twice with its lost hyphen: orangorang, tolongmenolong."""
    found = _TWICE.fullmatch(form)
    if found:
        head, said, end = found.groups()
        laughed = said == 2 * said[: len(said) // 2]
        return f"{head}{said}-{said}{end}" if level(said) >= COMMON and not laughed else None
    said, verb, rest = form.partition("me")
    mutual = (
        verb
        and len(said) > 3
        and level(said) >= COMMON
        and said not in MODALITY  # "dapatmendapat" lost its space
        and verb + rest in {attach("me", said, end) for end in SUFFIXES["me"]}
    )
    return f"{said}-{verb}{rest}" if mutual else None


def _with_both_n(form: str) -> str | None:
    """Return a common word with -nya where an n was left out (kegiatanya) or doubled (adannya)."""
    core = form.removesuffix("ya")
    stem = core.removesuffix("nn")
    often = max(level(f"{stem}n"), level(f"{stem}an"))  # penyelenggarannya lost an a
    if stem != core and len(stem) > 2 and level(stem) >= often + _CLEARLY:
        return f"{stem}nya"
    lost = core.endswith("n") and level(core) >= level(core[:-1]) + _CLEARLY
    return f"{core}nya" if lost and len(core) > 3 else None


def _with_one_k(form: str) -> str | None:
    """Return a known word in -an or -kan whose k was doubled: penegakkan, disamakkan.

    Only verbs have it, of a root in -k: also one in pe- or ke- (percikkan, petikkan), or one that
    is no much rarer word than the other (menarikkan: of tarik, not tari; desakkan: both of desak).
    """
    core, _, clitic = form.rpartition("kkan")
    once = f"{core}kan"
    if clitic not in ("", *CLITICS) or once not in data.known():
        return None
    if form.startswith(("pe", "ke")):
        fits = ranked(f"{core}k") != f"{core}k"
    else:
        fits = level(root(f"{core}kkan")) < level(root(once)) - _RARER
    return f"{once}{clitic}" if fits else None


def _heard_alike(form: str) -> str | None:
    """Return a common word with another letter at an end that sounds the same.

    One that begins with another of f, v and p (vasilitas, perifikasi), or ends in d and not t, b
    and not p, g and not k, or the other way round (bertekat).
    """
    if len(form) < 6:
        return None
    others = [other + form[1:] for other in _LIPS if form[0] in _LIPS and other != form[0]]
    if form[-1] in _ENDS and base_level(form) <= 0:  # menyalib is of salib
        others.append(form[:-1] + _ENDS[form[-1]])
    best = max(others, key=level, default="")
    return best if level(best) >= COMMON else None


def _behind_spoken_no(form: str) -> str | None:
    """Return a spoken negator and a common word typed as one: gatau, nggabisa."""
    for said in filter(form.startswith, _SPOKEN_NO):
        rest = form.removeprefix(said)
        if len(rest) > 2 and level(rest) >= VERY_COMMON:
            return f"{said} {rest}"
    return None


def _with_loan_ending(form: str) -> str | None:
    """Return a known loan word that was given an English ending, or the s of its noun.

    So *inovative* is inovatif, and *informasif* (after informasi) informatif.
    """
    for end, (own, common) in _LOAN_ENDS.items():
        stem = form.removesuffix(end)
        if stem != form and level(stem + common) >= COMMON and stem + own in data.known():
            return stem + own
    return None


def _two_words(form: str) -> str | None:
    """Return a function word and a common word that lost the blank between them: tahunini."""
    if base_level(form) >= 0 or len(form) > _LONGEST:
        return None
    for at in range(3, len(form) - 2):
        left, right = form[:at], form[at:]
        if (left in _BEFORE and level(right) >= VERY_COMMON and len(right) > 3) or (
            right in _BEHIND and level(left) >= VERY_COMMON
        ):
            return f"{left} {right}"
    return None


def _of_non_standard(form: str) -> str | None:
    """Return the official form of one built on a non-standard root alone: dihembuskan."""
    written = data.corrections()
    for clitic in filter(form.endswith, ("", *CLITICS)):
        core = form.removesuffix(clitic)
        for prefix, base, suffix in splits(core):
            if base not in written or len(base) < 5 or not (prefix or suffix == "kan"):
                continue
            right, reason, sure = written[base]
            fits = reason == "non_standard" and sure and right in data.known()
            if fits and not any(bases(core, data.known())):
                return attach(prefix, right, suffix) + clitic
    return None


def _with_short_subject(form: str) -> bool:
    """A verb after ku- or kau-: kuketahui, kaulihat."""
    heads = filter(form.startswith, ("ku", "kau"))
    return any(form.removeprefix(head) in data.known() for head in heads)


@lru_cache(maxsize=65536)
def base_level(form: str) -> int:
    """Return the frequency of the best base a form is regularly derived from; -1 without one."""
    cores = [form, *(form.removesuffix(clitic) for clitic in CLITICS if form.endswith(clitic))]
    built = max((level(base) for core in cores for base in bases(core, data.known())), default=-1)
    loan = max((level(base) for core in cores for base in loan_bases(core)), default=0)
    return loan or built  # a loan word is only one where texts have it: professional is none
