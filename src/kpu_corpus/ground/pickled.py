"""What an object is pickled as: its fields, without what was computed from them later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import wraps
from typing import Any, TypeVar, TypeVarTuple

_Owner = TypeVar("_Owner")
_Made = TypeVar("_Made")
_Names = TypeVarTuple("_Names")


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


def kept(make: Callable[[_Owner, *_Names], _Made]) -> Callable[[_Owner, *_Names], _Made]:
    """Make something of an object, by names if it has any, once, and keep it beside its fields.

    It is a cached property for what stands in a room above the object's.

    >>> class Made:
    ...     words = ("Kami", "jujur")
    >>> @kept
    ... def counted(made, letter):
    ...     return [word.count(letter) for word in made.words]
    >>> made = Made()
    >>> counted(made, "u"), counted(made, "u") is counted(made, "u")
    ([0, 2], True)
    """
    place = f"{make.__module__}.{make.__qualname__}"  # no attribute is called so

    @wraps(make)
    def found(owner: _Owner, *names: *_Names) -> _Made:
        known: dict[tuple[object, ...], _Made] = vars(owner).setdefault(place, {})
        if names not in known:
            known[names] = make(owner, *names)
        return known[names]

    return found
