"""Commands as the parser reads them: what they take together is spread into its options."""

from collections.abc import Callable, Iterator
from dataclasses import MISSING, fields, is_dataclass
from inspect import Parameter, Signature, signature
from typing import Any


def spread(command: Callable[..., int]) -> Callable[..., int]:
    """Return a command that takes the fields of a dataclass among its parameters one by one.

    >>> from kpu_corpus.cli.commands.words import collocations
    >>> [*signature(spread(collocations)).parameters][:3]
    ['paths', 'metadata', 'on']
    """
    groups: dict[str, Any] = {
        name: one.annotation
        for name, one in signature(command).parameters.items()
        if is_dataclass(one.annotation)
    }

    def called(**given: Any) -> int:
        for name, group in groups.items():
            given[name] = group(**{one.name: given.pop(one.name) for one in fields(group)})
        return command(**given)

    called.__signature__ = Signature([*_options(command)])  # type: ignore[attr-defined]
    return called


def _options(command: Callable[..., int]) -> Iterator[Parameter]:
    for name, one in signature(command).parameters.items():
        if not is_dataclass(one.annotation):
            yield Parameter(
                name, Parameter.KEYWORD_ONLY, default=one.default, annotation=one.annotation
            )
            continue
        for field in fields(one.annotation):
            default = Parameter.empty if field.default is MISSING else field.default
            yield Parameter(
                field.name, Parameter.KEYWORD_ONLY, default=default, annotation=field.type
            )
