"""The errors a user can meet: what was got, what was expected, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class KpuCorpusError(Exception):
    """Parent of every error that kpu_corpus raises on purpose."""


class InvalidArgument(KpuCorpusError, ValueError):
    """An argument has a value that the call cannot use."""


class SourceNotFound(KpuCorpusError, FileNotFoundError):
    """A path that was named does not exist."""


class UnreadableSource(KpuCorpusError, ValueError):
    """A source exists but holds no text that can be used."""


class InvalidLexicon(KpuCorpusError, ValueError):
    """A theme lexicon does not follow its format."""


class MissingExtra(KpuCorpusError, ImportError):
    """A feature needs a package that is not installed."""


def one_of(name: str, got: object, valid: Iterable[str]) -> InvalidArgument:
    """Build the error for a value outside a closed set, naming the nearest valid one.

    >>> str(one_of("roots", "rankd", ["ranked", "sastrawi", "none"]))
    "roots='rankd' is not known; expected one of: none, ranked, sastrawi. Did you mean 'ranked'?"
    """
    choices = sorted(valid)
    near = get_close_matches(str(got), choices, n=1, cutoff=0.5)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    return InvalidArgument(
        f"{name}={got!r} is not known; expected one of: {', '.join(choices)}.{hint}"
    )
