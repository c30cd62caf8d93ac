"""What an object is pickled as: its fields, without what was computed from them later."""

from __future__ import annotations

from dataclasses import fields
from typing import Any


class OnlyFields:
    """A dataclass whose copies, pickles and joblib hashes depend on its fields alone.

    Tables and columns that were asked for stay with an object for the next call. Sent to another
    process, they would take several times its own room, and the key of a cache (``joblib.Memory``)
    would change with every call.

    >>> from dataclasses import dataclass
    >>> from functools import cached_property
    >>> import pickle
    >>> @dataclass(frozen=True)
    ... class Made(OnlyFields):
    ...     words: str
    ...
    ...     @cached_property
    ...     def size(self) -> int:
    ...         return len(self.words)
    >>> made = Made("Kami jujur.")
    >>> made.size, made.__getstate__()
    (11, {'words': 'Kami jujur.'})
    """

    def __getstate__(self) -> dict[str, Any]:
        made: Any = self  # a dataclass
        return {one.name: getattr(made, one.name) for one in fields(made)}
