"""The errors a user can meet: what was got, what was expected, what to do.

    try:
        kc.themes(tokens, by="unti")
    except kc.errors.InvalidArgument as error:
        print(error)              # English; error.text("id") is Indonesian
    warnings.simplefilter("ignore", kc.errors.TooLittleText)

Every error is a ``KpuCorpusError`` and the built-in that fits, every warning a
``KpuCorpusWarning``.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import PurePath
from typing import Any

from kpu_corpus.ground.printable import cut, encodable, first_of
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

ALIKE = 0.65  # share of letters in their places from which one name may be meant by another
FEWEST_LETTERS = 2  # that say which name begins so
FEWEST_HELD = 4  # letters of a name that another may hold
SHOWN = 20  # names that one sentence lists
APART = 10_000  # numbers from which the thousands are set apart
LONGEST = 2_000  # characters of one field of a sentence: of a list of questions in a form, too


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
        name = f"errors.{self.message}"
        if not is_label(name):
            return self.message
        told = label(name, lang, **{k: _shown(v, lang) for k, v in self.fields.items()})
        return told.removesuffix(".") if told.endswith("?.") else told  # "… Did you mean 'x'?"

    def within(self, lang: str) -> str:
        """Return it as a part of another sentence, which brings its own full stop."""
        return self.text(lang).removesuffix(".")


class Hint(KpuCorpusError):
    """A part of an error's sentence that depends on the language; never raised."""

    def within(self, lang: str) -> str:
        return self.text(lang)


def listed(parts: Sequence[KpuCorpusError | str], comma: str = ", ", rest: str = "") -> Hint | str:
    """Return parts of a sentence one after the other, ``rest`` behind them.

    >>> str(listed(["a", "b"])), str(listed(["a", "b"], rest=", …"))
    ('a, b', 'a, b, …')
    """
    told: Hint | str = rest
    for place, part in reversed(list(enumerate(parts))):
        told = Hint("listed", comma=comma if place else "", name=part, rest=told)
    return told


def system_reason(error: OSError) -> Hint:
    """Return why the system refused a file, where it is one of the usual reasons in a label.

    >>> import errno
    >>> system_reason(OSError(errno.ENOSPC, "No space left on device")).text("id")
    'ruang disk habis'
    """
    name = f"system_{errno.errorcode.get(error.errno or 0, '')}"
    return Hint(name if is_label(f"errors.{name}") else error.strerror or type(error).__name__)


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


@contextmanager
def needed(feature: str, package: str, extra: str = "read") -> Iterator[None]:
    """Let the block import a package that a feature needs; MissingExtra where it is not there."""
    try:
        yield
    except ImportError as error:
        raise MissingExtra("extra", feature=feature, package=package, extra=extra) from error


def _shown(value: Any, lang: str) -> Any:
    """Return a field of a sentence as people read it: thousands apart, and no whole texts."""
    if isinstance(value, KpuCorpusError):
        return value.within(lang)
    if isinstance(value, str | PurePath):
        return cut(encodable(str(value)), LONGEST)
    if isinstance(value, int) and value >= APART:
        return f"{value:,}".replace(",", "." if lang == "id" else ",")
    return value


class KpuCorpusWarning(UserWarning):
    """Parent of every warning; made from a label of the ``warnings`` section and its fields.

    ``str(warning)`` is English, :meth:`text` speaks either language.
    """

    def __init__(self, message: str, /, **fields: Any) -> None:
        self.message, self.fields = message, fields
        super().__init__(self.text("en"))

    def text(self, lang: str) -> str:
        """Return what should be known, in ``"id"`` or ``"en"``."""
        fields = {name: _shown(value, lang) for name, value in self.fields.items()}
        return label(f"warnings.{self.message}", lang, **fields)


class TooLittleText(KpuCorpusWarning):
    """The text, or a part of it, is too short for what was asked, and left out."""


class ForeignEssays(KpuCorpusWarning):
    """Essays are mostly in another language than the one that the tables are made for.

    Each call whose figures are of words or themes tells it (themes, keywords, keyness, compare,
    similarity, clusters, profile, dispersion, collocations, collocates, network, background,
    theme_network, topics, topic_shares), once for each line that calls, however many tables a
    report makes in it; ``kpu_corpus.stream`` tells it at its end, of all batches together.
    """


class RenamedEssays(KpuCorpusWarning):
    """Essays have other ids than a table says: it has one more than once, or a blank."""


class UnmatchedMetadata(KpuCorpusWarning):
    """Rows of the metadata fit no essay or several, or essays have no row in it.

    Which ones is in ``corpus.skipped``; commands tell it line by line instead.
    """


def one_of(
    name: str, got: object, valid: Iterable[str], message: str = "one_of"
) -> InvalidArgument:
    """Build the error for a value outside a closed set, naming the nearest valid one.

    >>> str(one_of("roots", "rankd", ["ranked", "sastrawi", "none"]))
    "roots='rankd' is not known; expected one of: none, ranked, sastrawi. Did you mean 'ranked'?"
    """
    choices = sorted(valid)
    hint = nearest(str(got), choices)
    return InvalidArgument(message, name=name, got=repr(got), valid=among(choices), hint=hint)


def among(names: Sequence[str]) -> str:
    """Return the names that a sentence lists, the first of very many; a dash for none.

    >>> among(["isi", "nama"]), among([]), among([*"abcdefghijklmnopqrstuvwxyz"])[-10:]
    ('isi, nama', '—', 'r, s, t, …')
    """
    return first_of(names, SHOWN) or "—"


def nearest(got: str, valid: Iterable[str], alike: float = ALIKE) -> Hint | str:
    """Return "Did you mean …?" with the nearest valid name, or nothing.

    >>> str(nearest("autor", ["author", "file"])), nearest("kantor", ["author", "file"])
    (" Did you mean 'author'?", '')
    >>> str(nearest("--output", ["--out", "--on"]))
    " Did you mean '--out'?"
    """
    names = list(valid)
    near = nearest_name(got, names, alike) or held_name(got, names)
    return Hint("nearest", near=repr(near)) if near else ""


def nearest_name(got: str, valid: Iterable[str], alike: float = ALIKE) -> str:
    """Return the valid name that was probably meant, small letters or capitals, "" if none was.

    About one of three letters may be another, be missing or be too many: with half of them a word
    is not near ("kantor", "author"). What a single name begins with is near to it.
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
