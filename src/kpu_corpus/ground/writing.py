"""File output: a file appears under its name only when it is complete."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from kpu_corpus.errors import (
    Hint,
    InvalidArgument,
    KpuCorpusError,
    nearest,
    needed,
    system_reason,
)
from kpu_corpus.ground.checks import path_of

# The date inside every office file, so that the same input gives the same bytes.
MADE = datetime(2020, 1, 1, tzinfo=UTC).replace(tzinfo=None)
# The mark inside files written by the library, so that they are not read as essays:
# the generator of a page, the author of an office file, the comment of an archive.
MAKER = "kpu_corpus"
CORPUS = "corpus.json"  # the part of a bundle from which its corpus is restored
RESULT = b"kpu_corpus_result"  # the mark in the metadata of a Parquet file
# What writes a format: its modules, each with the package that has it, and their extra.
_NEEDED = {
    ".docx": ({"docx": "python-docx", "matplotlib": "matplotlib"}, "report"),  # it has charts
    ".parquet": ({"pyarrow": "pyarrow"}, "read"),
    ".xlsx": ({"xlsxwriter": "XlsxWriter"}, "report"),
}


def _umask() -> int:
    """Return the umask, which can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


MASK = _umask()  # once, at import: another thread between the two calls would read 0o077


def ending(path: str | Path, *suffixes: str) -> Path:
    """Return a path that ends in one of the suffixes, ignoring case; asked before any work.

    Raises InvalidArgument for any other, and MissingExtra without the packages that write it.
    """
    target = path_of(path)
    suffix = target.suffix.lower()
    if suffix not in suffixes:
        valid = ", ".join(suffixes)
        if not target.suffix:
            raise InvalidArgument("out_no_suffix", path=repr(str(path)), valid=valid)
        page = suffix == ".pdf" and ".html" in suffixes
        hint = Hint("print_pdf") if page else nearest(suffix, suffixes)
        raise InvalidArgument("out_suffix", path=path, suffix=target.suffix, valid=valid, hint=hint)
    modules, extra = _NEEDED.get(suffix, ({}, ""))
    for module, package in modules.items():
        with needed(suffix, package, extra):
            import_module(module)
    return target


def write_whole(target: Path, write: Callable[[str], object]) -> Path:
    """Let ``write`` fill a temporary file beside the target, then give it the target's name.

    Raises KpuCorpusError if the file cannot be written.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(suffix=target.suffix, prefix=".", dir=target.parent)
        os.close(handle)
    except OSError as error:
        raise KpuCorpusError("not_written", path=target, why=system_reason(error)) from error
    try:
        write(name)
        Path(name).chmod(0o666 & ~MASK)
        Path(name).replace(target)
    except BaseException as error:
        with suppress(OSError):
            Path(name).unlink()
        if isinstance(error, OSError):
            raise KpuCorpusError("not_written", path=target, why=system_reason(error)) from error
        raise
    return target


def write_whole_bytes(target: Path, content: bytes) -> Path:
    """Write bytes like :func:`write_whole`."""
    return write_whole(target, lambda name: Path(name).write_bytes(content))
