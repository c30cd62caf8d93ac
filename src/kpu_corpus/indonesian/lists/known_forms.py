"""Short forms with a single meaning in this domain."""

from __future__ import annotations

from functools import cache

from kpu_corpus.indonesian.lists.multiwords import aliases, short_forms


@cache
def known() -> dict[str, str]:
    """Return short form → long form, both lower case, where this domain leaves no doubt.

    Short forms with several readings among election staff (PPK: Panitia Pemilihan Kecamatan,
    Pejabat Pembuat Komitmen, Pejabat Pembina Kepegawaian) are absent: the text must define them.

    >>> known()["pemilu"], known()["asn"], "ppk" in known()
    ('pemilihan umum', 'aparatur sipil negara', False)
    """
    return short_forms() | aliases()


@cache
def known_words() -> dict[str, list[str]]:
    """Return short form → the words of its long form, as `known` has them, hyphens parted.

    >>> known_words()["uu"]
    ['undang', 'undang']
    """
    return {short: long.replace("-", " ").split() for short, long in known().items()}
