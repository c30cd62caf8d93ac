"""What made a result: versions, data, settings and sources; and what differs between two."""

from __future__ import annotations

import hashlib
import platform
import re
from collections.abc import Mapping
from functools import cache
from importlib import metadata, resources
from typing import Any

from kpu_corpus.errors import InvalidArgument
from kpu_corpus.version import __version__

PACKAGES = ("numpy", "scipy", "pandas", "scikit-learn", "nltk", "PySastrawi")


class Manifest(dict[str, Any]):
    """A plain, JSON-ready dictionary; copied by reference, since pandas copies ``attrs`` often."""

    def __deepcopy__(self, memo: dict[int, Any]) -> Manifest:
        return self


def make(settings: Mapping[str, Any], sources: Mapping[str, str]) -> Manifest:
    """Build the manifest of a token stream from its settings and its sources' sha256."""
    return Manifest(
        versions=_versions(), data=_data(), settings=dict(settings), sources=dict(sources)
    )


def extend(manifest: Manifest, call: str, **settings: Any) -> Manifest:
    """Return the manifest of a table: that of its tokens and the call that made it."""
    return Manifest(manifest, call=call, arguments=settings)


def of(made: Any) -> Manifest:
    """Return what made a table or a token stream (public name ``kpu_corpus.manifest``).

    Returns a dictionary of plain values: ``versions`` (package → version), ``data`` (shipped
    file → sha256), ``settings``, ``sources`` (source → sha256) and, for a table, ``call`` and
    ``arguments``.

    Raises InvalidArgument for a table that has lost its origin, for example by a merge.
    """
    found = getattr(made, "manifest", None) or getattr(made, "attrs", {}).get("kpu_corpus")
    if not isinstance(found, Mapping):
        raise InvalidArgument("no_origin", got=type(made).__name__)
    return Manifest(found)


def same(first: Mapping[str, Any], second: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Return what differs between two manifests: dotted key → (value here, value there).

    An empty dictionary means that both were made the same way from the same texts.

    >>> same({"settings": {"roots": "ranked"}}, {"settings": {"roots": "none"}})
    {'settings.roots': ('ranked', 'none')}
    """
    left, right = _flat(first), _flat(second)
    keys = sorted(left.keys() | right.keys())
    return {key: (left.get(key), right.get(key)) for key in keys if left.get(key) != right.get(key)}


def _flat(value: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, item in value.items():
        name = f"{prefix}{key}"
        flat |= _flat(item, f"{name}.") if isinstance(item, Mapping) else {name: item}
    return flat


@cache
def _versions() -> dict[str, str]:
    found = {"kpu-corpus": __version__, "python": platform.python_version()}
    for package in PACKAGES:
        try:
            found[package] = _version(package)
        except metadata.PackageNotFoundError:
            found[package] = "unknown"
    return found


def _version(package: str) -> str:
    """Return the version of a package; its whole metadata is read only where it must be."""
    text = metadata.distribution(package).read_text("METADATA") or ""
    line = re.search("^Version: *(.+?) *$", text, re.MULTILINE)
    return line.group(1) if line else metadata.version(package)


@cache
def _data() -> dict[str, str]:
    found: dict[str, str] = {}
    stack = [("", resources.files("kpu_corpus") / "data")]
    while stack:
        prefix, folder = stack.pop()
        for item in folder.iterdir():
            if item.is_dir():
                stack.append((f"{prefix}{item.name}/", item))
            elif not item.name.endswith((".md", ".py", ".pyc")):
                found[prefix + item.name] = hashlib.sha256(item.read_bytes()).hexdigest()
    return dict(sorted(found.items()))
