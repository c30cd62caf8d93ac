"""Which essay a person in a table wrote: names compared without case and degrees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from kpu_corpus.reading.ids import id_of
from kpu_corpus.segment.identity import kind_of
from kpu_corpus.segment.names import without_degrees
from kpu_corpus.spellings import even


def person(cell: Any) -> str:
    """Return the name in a cell as it is compared.

    >>> person("MAYA PUSPITASARI, S.AP"), person("Drs. Asep Saepudin, M.Si.")
    ('maya puspitasari', 'asep saepudin')
    """
    return even(without_degrees((id_of(cell) or "").partition(",")[0]))


def of_people(title: str) -> bool:
    """Tell whether a column with this title, in small letters, holds names of people.

    >>> of_people("nama lengkap"), of_people("nama dan gelar"), of_people("nama jabatan")
    (True, True, False)
    """
    kind = kind_of(title)
    return kind == "author" or (not kind and title.startswith("nama "))


def rows_by_person(cells: Sequence[Any]) -> dict[str, int]:
    """Return person → row, of those who stand in one row only."""
    names = alone([*map(person, cells)])
    return {name: row for row, name in enumerate(names) if name}


def alone(people: Sequence[str]) -> list[str]:
    """Return people as they are, "" for those who come more than once.

    >>> alone(["rina", "asep", "rina"])
    ['', 'asep', '']
    """
    counts = Counter(people)
    return [name if counts[name] == 1 else "" for name in people]
