"""The errors a user can meet: what was got, what was expected, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any


class KpuCorpusError(Exception):
    """Parent of every error that kpu_corpus raises on purpose.

    Made from a label of the ``errors`` section and its fields, or from a sentence as it stands;
    ``str(error)`` is English, :meth:`text` speaks either language.
    """

    def __init__(self, message: str, /, **fields: Any) -> None:
        self.message, self.fields = message, fields
        super().__init__(self.text("en"))

    def text(self, lang: str) -> str:
        """Return what went wrong, in ``"id"`` or ``"en"``."""
        from kpu_corpus.labels import is_label, label

        name = f"errors.{self.message}"
        if not is_label(name):
            return self.message
        told = {
            key: value.within(lang) if isinstance(value, KpuCorpusError) else value
            for key, value in self.fields.items()
        }
        return label(name, lang, **told)

    def within(self, lang: str) -> str:
        """Return it as a part of another sentence, which brings its own full stop."""
        return self.text(lang).removesuffix(".")


class Hint(KpuCorpusError):
    """A part of an error's sentence that depends on the language; never raised."""

    def within(self, lang: str) -> str:
        return self.text(lang)


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


class KpuCorpusWarning(UserWarning):
    """Parent of every warning; made from a label of the ``warnings`` section and its fields.

    ``str(warning)`` is English, :meth:`text` speaks either language.
    """

    def __init__(self, message: str, /, **fields: Any) -> None:
        self.message, self.fields = message, fields
        super().__init__(self.text("en"))

    def text(self, lang: str) -> str:
        """Return what should be known, in ``"id"`` or ``"en"``."""
        from kpu_corpus.labels import label

        return label(f"warnings.{self.message}", lang, **self.fields)


class TooLittleText(KpuCorpusWarning):
    """The text, or a part of it, is too short for what was asked, and left out."""


def one_of(name: str, got: object, valid: Iterable[str]) -> InvalidArgument:
    """Build the error for a value outside a closed set, naming the nearest valid one.

    >>> str(one_of("roots", "rankd", ["ranked", "sastrawi", "none"]))
    "roots='rankd' is not known; expected one of: none, ranked, sastrawi. Did you mean 'ranked'?"
    """
    choices = sorted(valid)
    shown = ", ".join(choices[:20]) + (", …" if len(choices) > 20 else "")
    hint = nearest(str(got), choices)
    return InvalidArgument("one_of", name=name, got=repr(got), valid=shown, hint=hint)


def nearest(got: str, valid: Iterable[str]) -> Hint | str:
    """Return "Did you mean …?" with the nearest valid name, or nothing.

    Half of the letters in common is not near: "tema" is not "date".
    """
    near = get_close_matches(got, list(valid), n=1, cutoff=0.55)
    return Hint("nearest", near=repr(near[0])) if near else ""
