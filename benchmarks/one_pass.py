"""The C pass, compiled with the system's compiler where there is one, and a copy of memory."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import numpy as np

SOURCE = Path(__file__).with_name("one_pass.c")
TIMES = 5


def compiled() -> Path | str:
    """Return the shared library, or the reason why there is none."""
    compiler = shutil.which("cc")
    if compiler is None:
        return "no C compiler (cc) on this system"
    target = Path(tempfile.mkdtemp(prefix="one_pass")) / "one_pass.so"
    call = [compiler, "-O3", "-march=native", "-shared", "-fPIC", "-o", str(target), str(SOURCE)]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    return target if done.returncode == 0 else f"cc failed: {done.stderr.strip()[:200]}"


def one_pass(library: Path, data: bytes) -> tuple[int, int, float]:
    """Return (tokens, types, least seconds of five passes)."""
    call = ctypes.CDLL(str(library)).one_pass
    call.restype = ctypes.c_int64
    room = len(data) // 2 + 1
    columns = [np.empty(room, dtype=np.int32) for _ in range(3)]
    places = [ctypes.c_void_p(column.ctypes.data) for column in columns]
    types, tokens = ctypes.c_int32(), -1

    def run() -> None:
        nonlocal tokens
        size, most = ctypes.c_int64(len(data)), ctypes.c_int64(room)
        tokens = call(data, size, most, *places, ctypes.byref(types))

    seconds = least(run)
    if tokens < 0:
        raise MemoryError("the C pass had no room")
    return tokens, types.value, seconds


def memory_copy(data: bytes) -> float:
    """Return the least seconds of copying the bytes."""
    source = np.frombuffer(data, dtype=np.uint8)
    target = np.empty_like(source)
    return least(lambda: np.copyto(target, source))


def least(run: Callable[[], object]) -> float:
    """Return the least seconds of five runs."""
    seconds = []
    for _ in range(TIMES):
        start = perf_counter()
        run()
        seconds.append(perf_counter() - start)
    return min(seconds)
