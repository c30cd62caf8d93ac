"""Compile the C of this folder if there is a compiler; needs nothing but Python itself.

`python -m kpu_corpus.native.build` does it for a checkout, the build hook for a package. The
environment variable ``KPU_CORPUS_CFLAGS`` adds flags, such as those of sanitizers; a library that
was compiled with them is only loaded where they are set.
"""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

HERE = Path(__file__).resolve().parent
COMPILERS = ("cc", "gcc", "clang")
# Numbers that are not whole are added in the order in which the C has them, and rounded each time.
FLAGS: tuple[str, ...] = ("-O3", "-std=c11", "-ffp-contract=off", "-shared", "-fPIC")
if sys.platform == "win32":  # where Python does not look for the compiler's own library
    FLAGS += ("-static-libgcc",)
SUFFIX = {"win32": ".dll", "darwin": ".dylib"}.get(sys.platform, ".so")


def sources() -> list[Path]:
    """Return the C files of this folder."""
    return sorted(HERE.glob("*.c"))


def flags() -> list[str]:
    """Return the compiler's flags, those of the environment last."""
    return [*FLAGS, *os.environ.get("KPU_CORPUS_CFLAGS", "").split()]


def target() -> Path:
    """Return where the library for these sources, flags and this kind of machine belongs."""
    digest = hashlib.sha256(" ".join([platform.machine(), *flags()]).encode())
    for source in sorted(HERE.glob("*.[ch]")):
        digest.update(source.read_bytes())
    return HERE / f"kernel-{digest.hexdigest()[:16]}{SUFFIX}"


def build() -> Path | None:
    """Return the library, compiled if it was not there; None without a compiler that does it."""
    library = target()
    if library.is_file():
        return library
    compiler = next(filter(None, map(shutil.which, COMPILERS)), None)
    if compiler is None:
        return None
    try:
        if _is_offer(compiler):
            return None
        with tempfile.TemporaryDirectory(dir=HERE) as folder:
            made = Path(folder) / library.name
            call = [compiler, *flags(), "-o", str(made), *map(str, sources())]
            done = subprocess.run(call, capture_output=True, check=False)
            if done.returncode or not made.is_file():
                return None
            os.replace(made, library)
    except OSError:  # a folder that cannot be written to, a compiler that cannot be started
        return None
    for old in {*HERE.glob(f"kernel-*{SUFFIX}")} - {library}:
        with suppress(OSError):  # Windows keeps one that is in use
            old.unlink()
    return library


def _is_offer(compiler: str) -> bool:
    """Tell whether a compiler of macOS is a mere name, which opens an offer to install one."""
    if sys.platform != "darwin" or Path(compiler).parent != Path("/usr/bin"):
        return False
    return subprocess.run(["xcode-select", "-p"], capture_output=True, check=False).returncode != 0


if __name__ == "__main__":
    built = build()
    print(built.name if built else "no C compiler, or it failed: everything works without it")
