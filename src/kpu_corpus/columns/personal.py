"""Columns that tell who somebody is (NIP, e-mail, telephone): no report and no page has them.

Where authors get pseudonyms they get some, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kpu_corpus.corpus import Corpus

# A title with one of these words, whatever else it says: "Email Address", "NIP Peserta".
_WORDS = frozenset(
    """nip nik nrp nim npm nis nisn nuptk ktp ndh induk absen email mail surel hp wa whatsapp
    telegram ponsel handphone telepon telpon telp phone mobile kontak contact alamat address lahir
    ttl birth username pengguna akun account rekening""".split()
)
# The whole title of a column of numbers on a list.
_LISTED = re.compile(r"(?:no|nomor)\b[. ]*(?:urut|peserta|daftar hadir)?")
_WORD = re.compile(r"[^\W\d_]+")
_MAIL = re.compile(r"\S+@\S+\.\w+")
_PARTS = re.compile(r"[ .()-]")
# NIK, NIP and telephones as they are written in Indonesia.
_NUMBER = re.compile(r"\d{16}|\d{18}|(?:\+?62|0)8\d{8,11}")


def is_personal(corpus: Corpus, name: str) -> bool:
    """Tell whether a column of metadata tells who somebody is, by its title or by a value in it."""
    title = corpus.headings.get(name, name)
    if any(_LISTED.fullmatch(one.casefold().strip()) for one in (name, title)):
        return True
    if not _WORDS.isdisjoint(_WORD.findall(f"{name} {title}".casefold())):
        return True
    return any(map(_tells, corpus.column(name).dropna().astype(str).unique()))


def without_personal(corpus: Corpus, names: Iterable[str]) -> list[str]:
    """Return the columns, without those of metadata that tell who somebody is."""
    further = {key for item in corpus.items for key in item.metadata}
    return [name for name in names if name not in further or not is_personal(corpus, name)]


def _tells(value: str) -> bool:
    """Tell whether a value is an address of mail or the number of a person.

    >>> [_tells(value) for value in ("ani@kpu.go.id", "19990101 202504 2 001", "0812-3456-7890")]
    [True, True, True]
    >>> [_tells(value) for value in ("XIV", "2025", "Rp5.000.000", "pagi")]
    [False, False, False, False]
    """
    return bool(_MAIL.fullmatch(value.strip()) or _NUMBER.fullmatch(_PARTS.sub("", value)))
