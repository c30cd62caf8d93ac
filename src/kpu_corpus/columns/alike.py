"""Values of a column that look the same but differ: capitals, a full stop, KPU in front."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from kpu_corpus.errors import Hint, KpuCorpusWarning
from kpu_corpus.ground.spellings import even, in_digits
from kpu_corpus.ground.warned import warn

if TYPE_CHECKING:
    import pandas as pd

# Columns read in essays and names of folders, where one batch is II on a cover, 2 on a folder.
NUMBERED = frozenset({"angkatan", "gelombang", "kelompok", "kelas", "golongan"})
# Ranks of civil servants, in columns titled "Golongan", "Gol. Ruang", "Pangkat/Golongan".
_RANKS = re.compile(r"\bgol(?:ongan)?\b")
_RANK = re.compile(r"(?:gol(?:ongan|\.)?\s*)?(i{1,3}|iv|[1-4])[\s/.–-]*([a-e])")
_GRADES = ("I", "II", "III", "IV")
SHOWN = 5  # sets of values that are named; the rest appear once these are corrected
_STOP = re.compile(r"(?<=[^\W\d])[.,]")
_LONG = {"kab": "kabupaten", "prov": "provinsi", "kec": "kecamatan"}  # as in office names
_SHORT = re.compile(rf"\b({'|'.join(_LONG)})(?:\.\s*|\s+)")
_WHOLE = re.compile(r"^(\d+)\.0$")  # not 1.000, a thousand
_JOINT = re.compile(r"(?<=[^\W\d])[\s./–-]+(?=\w)|(?<=\d)[\s./–-]+(?=[^\W\d])")
_FULL = re.compile(r"\b(?:(komisi pemilihan umum)|badan pengawas pem(?:ilihan umum|ilu))\b")


def form_of(name: str) -> str:
    """Return the form by which names are compared: lower case, no stops, Kabupaten, no leading KPU.

    >>> form_of("KPU Kab. Garut"), form_of("KOMISI PEMILIHAN UMUM KABUPATEN GARUT")
    ('kabupaten garut', 'kabupaten garut')
    """
    return _STOP.sub("", office_form(name)).removeprefix("kpu ")


def office_form(name: str) -> str:
    """Return a name in small letters with Kabupaten written out, KPU and Bawaslu as short forms.

    >>> office_form("Komisi Pemilihan Umum  Kab. Subang"), office_form("Badan Pengawas Pemilu")
    ('kpu kabupaten subang', 'bawaslu')
    """
    long = _SHORT.sub(lambda short: f"{_LONG[short[1]]} ", even(name))
    return _FULL.sub(lambda full: "kpu" if full[1] else "bawaslu", long)


def alike(values: Iterable[object]) -> list[tuple[str, ...]]:
    """Return the sorted sets of texts that differ only in how they are written.

    That is in capitals, stops, Kab., a leading KPU, what joins words (*SMA/SMK*, *SMA / SMK*), and
    how a number is written at the end (*Tahap II*, *2024.0* as spreadsheets have it).

    >>> alike(["KPU Garut", "KPU GARUT", "KPU Garut.", "KPU Kab. Garut", "1.1", "11", None])
    [('KPU GARUT', 'KPU Garut', 'KPU Garut.')]
    >>> alike(["KPU Kab. Garut", "KPU Kota Garut", "Kabupaten Garut"])
    [('KPU Kab. Garut', 'Kabupaten Garut')]
    >>> alike(["2024", "2024.0", "Tahap II", "Tahap 2", "III/a", "IIIa", "2024/2025", "1.000", "1"])
    [('2024', '2024.0'), ('III/a', 'IIIa'), ('Tahap 2', 'Tahap II')]
    """
    texts = sorted({value for value in values if isinstance(value, str)})
    found = _by_form(texts, lambda text: _written(form_of(text)))
    return sorted(tuple(same) for same in found.values() if len(same) > 1)


def _by_form(texts: Iterable[str], form: Callable[[str], str | None]) -> dict[str, list[str]]:
    """Return form → the texts that have it, in their order; those without a form are left out."""
    found: dict[str, list[str]] = {}
    for text in texts:
        if one := form(text):
            found.setdefault(one, []).append(text)
    return found


def _written(form: str) -> str:
    """Return a form without what stands between its words, and its last number in digits.

    A single letter alone may be a code (C, X) rather than a number.
    """
    *words, last = form.split() or [""]
    whole = _WHOLE.sub(r"\1", last)
    number = None if len(form) == 1 and form.isalpha() else in_digits(whole)
    return _JOINT.sub("", " ".join([*words, number or whole]))


def shown(sets: list[tuple[str, ...]]) -> str:
    """Return the first of the sets for use in a sentence."""
    return "; ".join(" = ".join(map(repr, same)) for same in sets[:SHOWN])


def together(column: pd.Series[Any]) -> tuple[pd.Series[Any], list[list[str]]]:
    """Return a text column with values unified that differ in capitals and short forms alone.

    White space does not count either, nor whether an office has Kab. or Kabupaten, KPU or its
    name. The sets of such values are returned as well. The most frequent spelling, which comes
    first in each set, replaces the others; one in capitals, as on covers, or in small letters only
    if none is as names are written.
    """
    texts = Counter(value for value in column if isinstance(value, str))
    best = sorted(texts, key=lambda text: (not _is_as_names(text), -texts[text], text))
    sets = [same for same in _by_form(best, office_form).values() if len(same) > 1]
    first = {other: same[0] for same in sets for other in same[1:]}
    # replace() goes through the column once for each of them
    return column.mask(column.isin([*first]), column.map(first)) if first else column, sets


def _is_as_names(text: str) -> bool:
    """Tell whether a name is written with capitals where names have them.

    >>> [*map(_is_as_names, ["KPU Kota Kupang", "KPU KOTA KUPANG", "KPU kota", "Kpu Kota Kupang"])]
    [True, False, False, False]
    """
    words = text.split()
    return not text.isupper() and "Kpu" not in words and not any(w[0].islower() for w in words)


def number_in(value: str, name: str) -> str | None:
    """Return the number that a value of a column in ``NUMBERED`` is, in digits; a rank as III/a.

    >>> number_in("II", "Angkatan"), number_in("Angkatan 02", "angkatan"), number_in("II", "asal")
    ('2', '2', None)
    >>> [number_in(rank, "Golongan") for rank in ("III/A", "IIIa", "Gol. III a", "3A", "III")]
    ['III/a', 'III/a', 'III/a', 'III/a', '3']
    """
    title = even(name)
    told = even(value).removeprefix(title).strip()
    if _RANKS.search(title) and (rank := _RANK.fullmatch(told)):
        return f"{_GRADES[int(in_digits(rank[1]) or 0) - 1]}/{rank[2]}"
    return in_digits(told) if title in NUMBERED else None


def in_one_numbering(column: pd.Series[Any], name: str) -> tuple[pd.Series[Any], list[list[str]]]:
    """Return a text column with its numbers and ranks in one spelling, if one of them has two.

    The sets of such spellings are returned as well, that of :func:`number_in` first.
    """
    title = even(name)
    if str(column.dtype) != "str" or not (title in NUMBERED or _RANKS.search(title)):
        return column, []
    texts = sorted({value for value in column if isinstance(value, str)})
    spelt = _by_form(texts, lambda text: number_in(text, name))
    numbers = {text: number for number, same in spelt.items() for text in same}
    if len(spelt) == len(numbers):
        return column, []
    sets = [[first, *(one for one in same if one != first)] for first, same in spelt.items()]
    return column.replace(numbers), [same for same in sets if len(same) > 1]


def warn_together(sets: list[list[str]], column: Hint | str) -> None:
    """Warn of the values of a column that were unified."""
    if sets:
        said = [f"{', '.join(map(repr, rest))} → {first!r}" for first, *rest in sets[:SHOWN]]
        warn(KpuCorpusWarning("values_together", column=column, values="; ".join(said)))


def warn_alike(values: pd.Series[Any], column: Hint | str) -> None:
    """Warn of values of a column that look the same but are separate groups."""
    found = alike(values)
    if found:
        warn(KpuCorpusWarning("values_alike", column=column, values=shown(found)))
