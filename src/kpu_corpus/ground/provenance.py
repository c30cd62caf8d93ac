"""How a result was made: versions, data, settings and sources; and differences between two."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import re
from collections import Counter
from collections.abc import ItemsView, Iterable, Iterator, Mapping, ValuesView
from contextlib import suppress
from copy import deepcopy
from functools import cache, partial
from importlib import metadata
from pathlib import Path
from types import CellType
from typing import Any

from kpu_corpus.errors import InvalidArgument
from kpu_corpus.ground.shipped import DATA
from kpu_corpus.version import __version__

PACKAGE, CODE = Path(__file__).parents[1], "kpu-corpus (sha256)"
READERS = ("openpyxl", "pyarrow", "pypdf", "python-docx", "selectolax")
PACKAGES = ("numpy", "scipy", "pandas", "scikit-learn", "nltk", "PySastrawi", *READERS)
NO_DATA = (".md", ".py", ".pyc")
OF_CODE = (".py", ".c", ".h")
REORDERED = ("the essays in one order", "the same essays in another order")
RENAMED = ("the texts under some names", "the same texts under other names")
# Wording shown to users, which affects no number.
WORDING = ("labels.toml", "ready/labels.json")


class Manifest(dict[str, Any]):
    """A plain, JSON-ready dictionary; copied by reference, since pandas copies ``attrs`` often.

    Versions and data take as long to look up as the keywords of five essays. As values they are
    the functions that do so, which nobody sees: they are called when they are first read.

    >>> made = Manifest(data=lambda: {"themes.toml": "0a"}).plus(call="themes")
    >>> json.dumps(made)
    '{"data": {"themes.toml": "0a"}, "call": "themes"}'
    """

    def plus(self, **more: Any) -> Manifest:
        """Return it with further entries; what was not looked up yet still is not."""
        return Manifest(dict.items(self), **more)

    def __getitem__(self, key: str) -> Any:
        value = super().__getitem__(key)
        return value() if callable(value) else value

    def __iter__(self) -> Iterator[str]:  # of its own, so that dict(manifest) reads each value
        return super().__iter__()

    def get(self, key: str, default: Any = None) -> Any:
        """Return a value, or the default."""
        value = super().get(key, default)
        return value() if callable(value) else value

    def items(self) -> ItemsView[str, Any]:  # type: ignore[override]
        """Return keys and values."""
        return ItemsView(self)

    def values(self) -> ValuesView[Any]:  # type: ignore[override]
        """Return the values."""
        return ValuesView(self)

    def __eq__(self, other: object) -> bool:
        return dict(self) == other

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __repr__(self) -> str:
        return repr(dict(self))

    def __reduce__(self) -> Any:
        return Manifest, (dict(self),)

    def __deepcopy__(self, memo: dict[int, Any]) -> Manifest:
        return self


def make(settings: Mapping[str, Any], sources: Mapping[str, str], **essays: str | None) -> Manifest:
    """Build a manifest from the settings and the sha256 of the sources.

    ``essays`` are fingerprints: of cuts and metadata, if any, and of the order of the essays.
    """
    made = Manifest(versions=_versions, data=_data, settings=dict(settings), sources=dict(sources))
    return made.plus(**{name: value for name, value in essays.items() if value is not None})


def fingerprint(value: Any) -> str:
    """Return the sha256 of plain values: equal ones have the same.

    >>> fingerprint({"b": 1, "a": (2, 3)}) == fingerprint({"a": [2, 3], "b": 1})
    True
    """
    plain = json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()


def told_set(names: str | Iterable[str] | None) -> str | list[str] | None:
    """Return names whose order does not matter in the form of a manifest; a single one as itself.

    >>> told_set(["b", "a", "b"]), told_set(["adil"]), told_set("adil"), told_set(None)
    (['a', 'b'], 'adil', 'adil', None)
    """
    if names is None or isinstance(names, str):
        return names
    listed = sorted(set(names))
    return listed[0] if len(listed) == 1 else listed


def told(value: Any) -> Any:
    """Return a setting in the form of a manifest.

    A function is represented by its name and the sha256 of its code and of the plain values it
    holds (other data that it reads are ignored); a method or callable object also by the values of
    the object; a user's background by the sha256 of its counts.

    >>> told("ranked"), told(str.lower)
    ('ranked', 'str.lower')
    >>> told(lambda word: word[:4]) == told(lambda word: word[:5])
    False
    """
    if value is None or isinstance(value, str):
        return value
    if not callable(value):
        return {"name": "own", "sha256": fingerprint(getattr(value, "content", value))}
    if isinstance(value, partial):
        given = _plain([*value.args, *sorted(value.keywords.items())])
        return f"{told(value.func)} {fingerprint(given)}"
    name = getattr(value, "__qualname__", type(value).__qualname__)
    code = getattr(value, "__code__", None)
    if code is not None:
        return f"{name} {fingerprint([_steps(code), *_made_with(value)])}"
    held = _held(value)
    return f"{name} {fingerprint(_plain(held))}" if held else name


def extend(manifest: Manifest, call: str, **settings: Any) -> Manifest:
    """Return the manifest of a table: that of its tokens and the call that made it."""
    return manifest.plus(call=call, arguments=settings)


def of(made: Any) -> dict[str, Any]:
    """Return how a table, Tokens or a Corpus was made (public name ``kpu_corpus.manifest``).

    Returns a dictionary of plain values: ``versions`` (package → version, and the sha256 of this
    library's code, which a version may not tell apart), ``data`` (shipped file → sha256, except
    user-facing wording), ``settings``, ``sources`` (source → sha256), ``essays``
    (the sha256 of cuts and metadata, if there is more than a text), ``order`` (the sha256 of the
    ids in order) and, for a table, ``call`` and ``arguments``; your own lexicon, coding sheet or a
    function used as a setting appear with the sha256 of their content. Unless there is one of these
    among them, ``preprocess(corpus, **settings)`` and ``getattr(kc, call)(tokens, **arguments)``
    make the tokens and the table again. You may change the dictionary.

    Raises InvalidArgument for a table that has lost its origin, for example by a merge.

    >>> import kpu_corpus as kc
    >>> manifest = kc.manifest(kc.keywords(kc.load({"a": "Kami menjaga integritas."}), top=5))
    >>> manifest["call"], manifest["arguments"]["top"], sorted(manifest["sources"])
    ('keywords', 5, ['a'])
    >>> "essays" in manifest  # all that is known of them is their text
    False
    """
    found = getattr(made, "manifest", None) or getattr(made, "attrs", {}).get("kpu_corpus")
    if not isinstance(found, Mapping):
        raise InvalidArgument("no_origin", got=type(made).__name__)
    return deepcopy(dict(found))  # its parts are shared with other tables


def same(first: Any, second: Any) -> dict[str, tuple[Any, Any]]:
    """Return the differences between two manifests: dotted key → (value here, value there).

    Tables and tokens stand for their manifests. An empty dictionary means that both were made the
    same way from the same texts, regardless of a lexicon's file name (in a bundle it is
    ``lexicon.xlsx``); the same texts in another order differ in ``order`` alone, the same texts
    under other names in ``sources``, with an explanation in words. Raises InvalidArgument as
    :func:`kpu_corpus.manifest` does, and if only one is the manifest of a stream, which has no
    sha256 of texts.

    >>> import kpu_corpus as kc
    >>> kc.same({"settings": {"roots": "ranked"}}, {"settings": {"roots": "none"}})
    {'settings.roots': ('ranked', 'none')}
    """
    made = [one if isinstance(one, Mapping) else of(one) for one in (first, second)]
    if len({"job" in one for one in made}) > 1:
        raise InvalidArgument("same_stream")
    left, right = map(_flat, made)
    keys = sorted(left.keys() | right.keys())
    found = {k: (left.get(k), right.get(k)) for k in keys if left.get(k) != right.get(k)}
    texts = [key for key in found if key.startswith("sources.")]
    if "order" in found:
        if "essays" in found or texts:
            del found["order"]  # meaningless for different essays
        else:
            found["order"] = REORDERED
    if texts and _texts(left) == _texts(right):
        found = {k: v for k, v in found.items() if k not in texts} | {"sources": RENAMED}
    return found


def _texts(flat: Mapping[str, Any]) -> Counter[str]:
    return Counter(value for key, value in flat.items() if key.startswith("sources."))


def _steps(code: Any) -> list[Any]:
    """Return the code of a function as plain values, without its location in a file."""
    constants = [_steps(one) if hasattr(one, "co_code") else _plain(one) for one in code.co_consts]
    return [code.co_code.hex(), *code.co_names, constants]


def _made_with(function: Any) -> list[Any]:
    """Return the defaults of a function and the values in its closure and its object."""
    cells = getattr(function, "__closure__", None) or ()
    around = [cell.cell_contents for cell in cells if cell != _EMPTY]
    defaults = (getattr(function, name, None) for name in ("__defaults__", "__kwdefaults__"))
    owner = getattr(function, "__self__", None)  # of a method
    return [_plain(one) for one in (*defaults, around, _held(owner))]


def _held(value: Any) -> Mapping[str, Any]:
    """Return the attributes of an object; a class has none of its own."""
    return {} if isinstance(value, type) else getattr(value, "__dict__", {})


def _plain(value: Any) -> Any:
    """Return a value without anything that varies by process, such as the order of a set."""
    if isinstance(value, Mapping):
        return [_plain(pair) for pair in value.items()]
    if isinstance(value, list | tuple):
        return [*map(_plain, value)]
    if isinstance(value, set | frozenset):
        return sorted(repr(_plain(one)) for one in value)
    if isinstance(value, slice):  # as Python 3.14 keeps the 4 of word[:4]
        return _plain([value.start, value.stop, value.step])
    if code := getattr(value, "__code__", None):
        return _steps(code)
    plain = value is None or isinstance(value, str | bytes | int | float)
    return repr(value) if plain else type(value).__qualname__


_EMPTY = CellType()  # a name around a function that has no value yet


def _flat(value: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, item in value.items():
        if key == "name" and "sha256" in value:
            continue  # the content of a file makes the result, not its name
        name = f"{prefix}{key}"
        flat |= _flat(item, f"{name}.") if isinstance(item, Mapping) else {name: item}
    return flat


@cache
def _versions() -> dict[str, str]:
    found = {"kpu-corpus": __version__, CODE: code_of(PACKAGE), "python": platform.python_version()}
    for package in PACKAGES:
        with suppress(metadata.PackageNotFoundError):
            found[package] = _version(package)
    return found


def code_of(package: Path) -> str:
    """Return the sha256 of Python and C in a folder, the same with the line ends of Windows.

    Two copies of the program may bear one version and still count differently.
    """
    found = {
        name: path.read_bytes().replace(b"\r\n", b"\n")
        for name, path in _files(package)
        if name.endswith(OF_CODE)
    }
    return fingerprint({name: hashlib.sha256(code).hexdigest() for name, code in found.items()})


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield name and path of each file, without the hidden ones that editors and systems leave."""
    for where, inside, names in os.walk(folder):
        inside[:] = [name for name in inside if not name.startswith(".")]
        for name in names:
            if not name.startswith("."):
                path = Path(where, name)
                yield path.relative_to(folder).as_posix(), path


def _version(package: str) -> str:
    """Return the version of a package; parsing all its metadata takes twenty times as long."""
    text = metadata.distribution(package).read_text("METADATA") or ""
    line = re.search("^Version: *(.+?) *$", text, re.MULTILINE)
    return line.group(1) if line else metadata.version(package)


@cache
def _data() -> dict[str, str]:
    return {
        name: hashlib.sha256(path.read_bytes()).hexdigest()
        for name, path in sorted(_files(DATA))
        if not name.endswith(NO_DATA) and name not in WORDING
    }
