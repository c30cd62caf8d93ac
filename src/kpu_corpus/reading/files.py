"""What people name (files, folders, patterns) → the files to read, folders by name."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from itertools import takewhile
from pathlib import Path, PurePosixPath

from kpu_corpus.errors import (
    Hint,
    SourceNotFound,
    UnreadableSource,
    held_name,
    nearest_name,
    system_reason,
)
from kpu_corpus.ground.writing import CORPUS

HIDDEN = (".", "~$", "__MACOSX")  # how the names of what people do not see begin
# Files that describe a folder are not essays in it.
NOT_ESSAYS = ("readme", "license", "licence")
# What Explorer and Spark put into folders.
OF_SYSTEMS = frozenset(
    {"thumbs.db", "desktop.ini", "_success", "_metadata", "_common_metadata"},
)
# What the corrections of a file are called after its name: Notepad adds .txt, Windows hides it.
SIDECARS = (".cuts.toml", ".cuts.toml.txt")
BUNDLE = frozenset({"SHA256SUMS", "manifest.json", CORPUS})  # files of an unpacked bundle
_PAGE_FOLDERS = ("_files", "_file", ".files")
_PAGE_SUFFIXES = (".html", ".htm")
_DASHES = ("–", "—")  # that word processors make of two hyphens
_CURLED = "“”„‟«»"
_NO_FILE = UnreadableSource("no_file")


def files(paths: Iterable[str | Path]) -> Iterator[tuple[str, Path | UnreadableSource]]:
    """Yield (name, path) of every file; ``name`` is its path below what was given.

    Paths are told with ``/`` on every system: people, folders and the order of files are found in
    them. Of several folders each is the first part of the names in it. Links inside a folder are
    not followed: each is yielded with its reason, and so is a folder without files and what is no
    regular file, since a pipe would be waited for. Raises SourceNotFound for a path that does not
    exist.
    """
    several = list(paths)
    folders = {Path(path).absolute() for path in several if os.path.isdir(path)}
    for given in several:
        path = Path(given)
        if not str(given):
            raise SourceNotFound("not_found", path="''", hint="")
        try:
            there = os.path.exists(path)
            if there and path.is_dir():
                below = _below(path, f"{path.absolute().name}/" if len(folders) > 1 else "")
                yield next(below, (path.as_posix(), UnreadableSource("no_files")))
                yield from below
            elif there and is_sidecar(path.name):  # as esai/*.txt has it, too
                if unused := _unused(path, ()):
                    yield path.as_posix(), unused
            elif there:
                yield (path.name, path) if path.is_file() else (path.as_posix(), _NO_FILE)
            else:
                yield from _matching(path)
        except ValueError as error:  # a NUL byte in the name
            raise SourceNotFound("not_found", path=repr(str(path)), hint="") from error


def is_part(name: str, beside: frozenset[str] = frozenset()) -> bool:
    """Tell whether a file belongs to something else: hidden, a lock, a README, a page's picture.

    ``beside`` are the names of all files read together, to know the folders of saved pages.
    """
    path = PurePosixPath(name)
    if _is_hidden(path):
        return True
    if path.name.lower().startswith(NOT_ESSAYS) or path.name.endswith(SIDECARS):
        return True
    if path.name.lower() in OF_SYSTEMS:
        return True
    for folder in path.parents:
        for end in _PAGE_FOLDERS:
            page = str(folder).removesuffix(end)
            if page != str(folder) and any(page + s in beside for s in _PAGE_SUFFIXES):
                return True
    return False


def unsuffixed(name: str) -> str:
    """Return the name of a file, with its folders, without its suffix.

    >>> unsuffixed("Sebelum/Ani.docx")
    'Sebelum/Ani'
    """
    return str(PurePosixPath(name).with_suffix(""))


def sidecar_of(path: Path) -> Path | None:
    """Return the corrections that lie beside a file, if there are any."""
    named = (path.with_name(path.name + end) for end in SIDECARS)
    # os.path: a file whose name leaves no room for the ending has none
    return next((beside for beside in named if os.path.isfile(beside)), None)


def is_sidecar(name: str) -> bool:
    """Tell whether a file holds the corrections of another, and is not hidden."""
    return name.endswith(SIDECARS) and not _is_hidden(PurePosixPath(name))


def _is_hidden(path: PurePosixPath) -> bool:
    return any(part.startswith(HIDDEN) for part in path.parts if part != "..")


def _unused(sidecar: Path, names: Iterable[str]) -> UnreadableSource | None:
    """Return why corrections change nothing: no file has the name before theirs, or others do.

    Whether capitals matter is for the system to say. ``names`` are those of files in the folder.
    """
    end = max(SIDECARS, key=lambda end: sidecar.name.endswith(end) * len(end))
    corrected = Path(str(sidecar).removesuffix(end))
    if corrected.is_file() and not is_part(corrected.name):
        used = sidecar_of(corrected)
        if not used or used.name == sidecar.name:
            return None
        return UnreadableSource("sidecar_second", name=repr(used.name))
    others = [name for name in names if not is_part(name)]
    near = nearest_name(corrected.name, others) or held_name(corrected.name, others)
    hint = Hint("nearest", near=repr(near + SIDECARS[0])) if near else ""
    return UnreadableSource("sidecar_alone", name=repr(corrected.name), hint=hint)


def _below(folder: Path, prefix: str) -> Iterator[tuple[str, Path | UnreadableSource]]:
    """Walk a folder without recursion, files before folders of the same level, both by name."""
    stack = [(folder, prefix)]
    while stack:
        here, inside = stack.pop()
        try:
            entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        except OSError as error:
            yield here.as_posix(), UnreadableSource("not_opened", why=system_reason(error))
            continue
        if {entry.name for entry in entries} >= BUNDLE:
            yield here.as_posix(), UnreadableSource("bundle_folder")
            continue
        folders = []
        beside = frozenset(f"{inside}{entry.name}" for entry in entries)
        own = [entry.name for entry in entries if entry.is_file()]
        for entry in entries:
            name = f"{inside}{entry.name}"
            if is_sidecar(entry.name) and (unused := _unused(Path(entry.path), own)):
                yield Path(entry.path).as_posix(), unused
            if _is_apart(name, beside):
                continue
            if entry.is_symlink():
                yield Path(entry.path).as_posix(), UnreadableSource("link")
            elif entry.is_dir():
                folders.append((Path(entry.path), f"{name}/"))
            elif entry.is_file():
                yield name, Path(entry.path)
            else:
                yield Path(entry.path).as_posix(), _NO_FILE
        stack += reversed(folders)


def _matching(path: Path) -> Iterator[tuple[str, Path | UnreadableSource]]:
    pattern = str(path)
    magic = glob.has_magic(pattern)
    found = glob.glob(pattern, recursive=True) if magic else []
    if not found:
        hint = meant(path) or (Hint("no_match") if magic else "")
        raise SourceNotFound("not_found", path=repr(str(path)), hint=hint)
    above = Path(*takewhile(lambda part: not glob.has_magic(part), path.parts))
    named = dict(sorted((Path(item).relative_to(above).as_posix(), Path(item)) for item in found))
    beside, every = frozenset(named), frozenset(named.values())
    for name, item in named.items():
        # what a folder holds that matches too is read with it
        if every.isdisjoint(item.parents) and (is_sidecar(name) or not _is_apart(name, beside)):
            yield from files([item])


def _is_apart(name: str, beside: frozenset[str]) -> bool:
    """Tell whether a file or folder belongs to something else, such as a page's folder."""
    return is_part(name) or is_part(f"{name}/x", beside)


def meant(path: Path) -> Hint | str:
    """Return what may be meant by the path of no file: one in its folder with nearly its name."""
    typed = str(path)
    if typed == "-":
        return Hint("no_stdin")
    if typed.startswith(_DASHES):
        return Hint("long_dash", meant="--" + typed.strip("–—-"))
    if any(mark in typed for mark in _CURLED):
        return Hint("curled_marks")
    name, mark, _ = typed.partition('"')
    if name and mark:  # Windows takes \" for a quotation mark inside what is quoted
        return Hint("quoted_on", name=name.rstrip("\\"))
    if "\\" in path.name:  # a path of Windows, on another system: no file here is like it
        return ""
    try:
        if path.is_symlink():
            return Hint("dangling")
        there = (item for item in path.parent.iterdir() if item != path)
        others = sorted(there, key=lambda item: (item.suffix != path.suffix, item))
    except OSError:
        return Hint("no_folder", folder=repr(str(path.parent)))
    stems = {item.stem: item for item in reversed(others)}  # a folder or suffix is no likeness
    near = nearest_name(path.stem, stems) or held_name(path.stem, stems)
    return Hint("nearest", near=repr(str(stems[near]))) if near else ""
