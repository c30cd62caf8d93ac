"""The errors for users: what was got, what was expected and what to do.

    try:
        kc.themes(tokens, by="unti")
    except kc.errors.InvalidArgument as error:
        print(error)              # English; error.text("id") is Indonesian
    warnings.simplefilter("ignore", kc.errors.TooLittleText)

Every error is a ``KpuCorpusError`` and a matching built-in exception, every warning a
``KpuCorpusWarning``.
"""

from __future__ import annotations

import errno
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import PurePath
from typing import Any

from kpu_corpus.ground.printable import cut, encodable, ends, first_of
from kpu_corpus.labels import is_label, label

__all__ = [
    "ForeignEssays",
    "InvalidArgument",
    "InvalidLexicon",
    "KpuCorpusError",
    "KpuCorpusWarning",
    "MissingExtra",
    "RenamedEssays",
    "SourceNotFound",
    "TooLittleText",
    "UnmatchedMetadata",
    "UnreadableSource",
]

ALIKE = 0.65  # similarity from which one name may stand for another
FEWEST_LETTERS = 2  # letters needed to match the start of a name
FEWEST_HELD = 4  # letters of a name that another name may contain
SHOWN = 20  # names listed in one message
APART = 10_000  # numbers from which thousands are separated
LONGEST_PATH = 247  # characters from which Windows may report a path as missing
LONGEST_GOT = 200  # characters of a given value, which may be a whole text
LONGEST = 2_000  # characters of one field of a message, such as a list of form questions
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")


class KpuCorpusError(Exception):
    """Parent of every error that kpu_corpus raises on purpose.

    Made from a label in the section ``errors`` and its fields, or from a ready sentence;
    ``str(error)`` is in English, :meth:`text` gives either language.
    """

    def __init__(self, message: str, /, **fields: Any) -> None:
        self.message, self.fields = message, fields
        super().__init__(self.text("en"))

    def text(self, lang: str) -> str:
        """Return the message in ``"id"`` or ``"en"``."""
        name = f"errors.{self.message}"
        if not is_label(name):
            return self.message
        fields = {key: _shown(value, lang) for key, value in self.fields.items()}
        if isinstance(got := self.fields.get("got"), str):
            line = " ".join(got.split()) if "\n" in got else got  # a table or Series
            fields["got"] = ends(_typed(line), LONGEST_GOT)
        told = label(name, lang, **fields)
        return told.removesuffix(".") if told.endswith("?.") else told  # "… Did you mean 'x'?"

    def within(self, lang: str) -> str:
        """Return the message as part of another sentence, without its own full stop."""
        return self.text(lang).removesuffix(".")


class Hint(KpuCorpusError):
    """A language-dependent part of an error message; never raised."""

    def within(self, lang: str) -> str:
        return self.text(lang)


def listed(parts: Sequence[KpuCorpusError | str], comma: str = ", ", rest: str = "") -> Hint | str:
    """Return parts of a message in sequence, followed by ``rest``.

    >>> str(listed(["a", "b"])), str(listed(["a", "b"], rest=", …"))
    ('a, b', 'a, b, …')
    """
    told: Hint | str = rest
    for place, part in reversed(list(enumerate(parts))):
        told = Hint("listed", comma=comma if place else "", name=part, rest=told)
    return told


def system_reason(error: OSError) -> Hint:
    """Return why the system refused a file, as a label for the common reasons.

    >>> import errno
    >>> system_reason(OSError(errno.ENOSPC, "No space left on device")).text("id")
    'ruang disk habis'
    """
    if sys.platform == "win32" and error.errno == errno.ENOENT and _is_long(error.filename or ""):
        return Hint("path_too_long")
    name = f"system_{errno.errorcode.get(error.errno or 0, '')}"
    if is_label(f"errors.{name}"):
        return Hint(name)
    return Hint("system_says", why=error.strerror) if error.strerror else Hint("system_failed")


def _is_long(path: str) -> bool:
    return len(os.path.abspath(path)) > LONGEST_PATH


class InvalidArgument(KpuCorpusError, ValueError):
    """An argument has an invalid value."""


class SourceNotFound(KpuCorpusError, FileNotFoundError):
    """A given path does not exist."""


class UnreadableSource(KpuCorpusError, ValueError):
    """A source exists but contains no usable text."""


class InvalidLexicon(KpuCorpusError, ValueError):
    """A theme lexicon does not follow its format."""


class MissingExtra(KpuCorpusError, ImportError):
    """A feature needs a package that is not installed."""


@contextmanager
def needed(feature: str, package: str, extra: str = "read") -> Iterator[None]:
    """Let the block import a package that a feature needs; raises MissingExtra if it is missing."""
    try:
        yield
    except ImportError as error:
        raise MissingExtra("extra", feature=feature, package=package, extra=extra) from error


def _shown(value: Any, lang: str) -> Any:
    """Return a field of a message as shown: with thousands separators, and long texts cut."""
    if isinstance(value, KpuCorpusError):
        return value.within(lang)
    if isinstance(value, str | PurePath):
        return cut(_typed(str(value)), LONGEST)
    if isinstance(value, int) and value >= APART:
        return f"{value:,}".replace(",", "." if lang == "id" else ",")
    return value


def _typed(text: str) -> str:
    """Return a text in which what repr() quoted has the backslashes that were typed."""
    return _QUOTED.sub(lambda quoted: quoted[0].replace("\\\\", "\\"), encodable(text))


class KpuCorpusWarning(UserWarning):
    """Parent of every warning; made from a label in the section ``warnings`` and its fields.

    ``str(warning)`` is in English, :meth:`text` gives either language.
    """

    def __init__(self, message: str, /, **fields: Any) -> None:
        self.message, self.fields = message, fields
        super().__init__(self.text("en"))

    def text(self, lang: str) -> str:
        """Return the message in ``"id"`` or ``"en"``."""
        fields = {name: _shown(value, lang) for name, value in self.fields.items()}
        return label(f"warnings.{self.message}", lang, **fields)


class TooLittleText(KpuCorpusWarning):
    """The text, or part of it, is too short for the call and was left out."""


class ForeignEssays(KpuCorpusWarning):
    """Essays are mostly in a language other than Indonesian.

    Every call that returns figures about words or themes warns (themes, keywords, keyness, compare,
    similarity, clusters, profile, dispersion, collocations, collocates, network, background,
    theme_network, topics, topic_shares), once per calling line, however many tables a report makes;
    ``kpu_corpus.stream`` warns at its end, for all batches together.
    """


class RenamedEssays(KpuCorpusWarning):
    """Essays have other ids than in their table, where ids are repeated or blank."""


class UnmatchedMetadata(KpuCorpusWarning):
    """Rows of the metadata match no essay or several, or essays have no row in it.

    They are listed in ``corpus.skipped``; commands list them line by line instead.
    """


def one_of(
    name: Hint | str, got: object, valid: Iterable[str], message: str = "one_of"
) -> InvalidArgument:
    """Build the error for a value outside a closed set, naming the nearest valid one.

    >>> str(one_of("roots", "rankd", ["ranked", "sastrawi", "none"]))
    "roots='rankd' is not known; expected one of: none, ranked, sastrawi. Did you mean 'ranked'?"
    """
    choices = sorted(valid)
    hint = nearest(str(got), choices)
    return InvalidArgument(message, name=name, got=repr(got), valid=among(choices), hint=hint)


def among(names: Sequence[str]) -> str:
    """Return the names for a message, only the first of very many; a dash for none.

    >>> among(["isi", "nama"]), among([]), among([*"abcdefghijklmnopqrstuvwxyz"])[-10:]
    ('isi, nama', '—', 'r, s, t, …')
    """
    return first_of(names, SHOWN) or "—"


def nearest(got: str, valid: Iterable[str]) -> Hint | str:
    """Return "Did you mean …?" with the nearest valid name, or nothing.

    >>> str(nearest("autor", ["author", "file"])), nearest("kantor", ["author", "file"])
    (" Did you mean 'author'?", '')
    >>> str(nearest("--output", ["--out", "--on"]))
    " Did you mean '--out'?"
    """
    names = list(valid)
    near = nearest_name(got, names) or held_name(got, names)
    return Hint("nearest", near=repr(near)) if near else ""


def nearest_name(got: str, valid: Iterable[str], alike: float = ALIKE) -> str:
    """Return the valid name that was probably meant, ignoring case, or "".

    About one letter in three may be replaced, missing or added; half of them is too many ("kantor",
    "author"). The beginning of a single name is near it.
    """
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extractOne

    names = list(valid)
    likeness = OSA.normalized_similarity
    found = extractOne(got, names, scorer=likeness, processor=str.casefold, score_cutoff=alike)
    if found:
        return str(found[0])
    begun = [name for name in names if name.casefold().startswith(got.casefold())]
    return begun[0] if len(begun) == 1 and len(got) >= FEWEST_LETTERS else ""


def held_name(got: str, valid: Iterable[str]) -> str:
    """Return the one valid name that holds what was typed, or is held by it, "" if there is none.

    >>> held_name("Berkas", ["Nama", "Nama Berkas"]), held_name("Nam", ["Nama", "No"])
    ('Nama Berkas', '')
    """
    typed = got.casefold()
    held = [
        name
        for name in valid
        if min(len(name), len(typed)) >= FEWEST_HELD
        and (typed in name.casefold() or name.casefold() in typed)
    ]
    return held[0] if len(held) == 1 else ""


def __dir__() -> list[str]:
    return sorted(__all__)
