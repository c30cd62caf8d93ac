"""What was found out once by how a text ends, for all texts that end alike."""

from __future__ import annotations

from typing import Generic, TypeVar

Found = TypeVar("Found")

_MOST = 1 << 16  # endings that are kept; with more, all are dropped and learnt again


class Unknown:
    """Nothing was found out yet."""


UNKNOWN = Unknown()


class Endings(Generic[Found]):
    """Answers by the end of a text, where nothing before that end was read to give them.

    >>> endings = Endings()
    >>> endings.note("(KPU)", "Pemilihan Umum (KPU)", 7)
    >>> endings.get("(KPU)", "Komisi Pemilihan Umum (KPU)", 0, 27)
    7
    >>> endings.get("(KPU)", "Komisi Pemilu (KPU)", 0, 19) is UNKNOWN
    True
    """

    def __init__(self) -> None:
        self._sizes: dict[str, dict[int, None]] = {}
        self._found: dict[str, Found] = {}

    def get(self, key: str, text: str, start: int, end: int) -> Found | Unknown:
        """Return what is known of a text from ``start`` to ``end``, which ends with ``key``."""
        for size in tuple(self._sizes.get(key, ())):  # another thread may note one meanwhile
            if end - size >= start:
                found = self._found.get(text[end - size : end], UNKNOWN)
                if found is not UNKNOWN:
                    return found
        return UNKNOWN

    def note(self, key: str, ending: str, found: Found) -> None:
        """Keep what was found where a text ends like this, as it ends with ``key``."""
        if len(self._found) >= _MOST:
            self._sizes.clear()
            self._found.clear()
        self._sizes.setdefault(key, {})[len(ending)] = None
        self._found[ending] = found
