"""A mapping that is made when it is first looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

T = TypeVar("T")


class Later(Mapping[str, T]):
    """What a function returns, called when somebody asks.

    >>> counts = Later(lambda: {"suara": 13})
    >>> counts["suara"], "pemilu" in counts, counts == {"suara": 13}
    (13, False, True)
    """

    def __init__(self, make: Callable[[], Mapping[str, T]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> Mapping[str, T]:
        return self._make()

    def __getitem__(self, key: str) -> T:
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)

    def get(self, key: str, default: Any = None) -> Any:
        """Return a value, or the default."""
        return self._made.get(key, default)
