"""One run at a time in a folder, on whichever machine or in whichever container it was started.

The file names its owner. On the same machine the system is asked whether that one is at work: it
holds the file for a process until this ends, however it ends, and for containers alike, in which
processes have other numbers and the machine another name.
"""

from __future__ import annotations

import json
import os
import re
import socket
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from kpu_corpus.errors import InvalidArgument, KpuCorpusError, system_reason
from kpu_corpus.streaming.disk.job import read_json

if sys.platform != "win32":
    import fcntl

LOCK = ".lock"
PATIENCE = 10  # looks at a lock whose owner may still be writing its name into it
_held: set[str] = set()  # keys of the locks of this process, whose id a dead one may have had


@contextmanager
def alone(out: Path) -> Iterator[None]:
    """Keep other runs out of a folder, which is created if missing.

    The lock of a dead process on this machine is taken over. Raises InvalidArgument if another run
    is active, KpuCorpusError if the folder is not writable.
    """
    path, key = out / LOCK, uuid.uuid4().hex
    about = {"pid": os.getpid(), "host": socket.gethostname(), "system": _system(), "key": key}
    with ExitStack() as held:
        _held.add(key)
        held.callback(_held.discard, key)
        _take(path, json.dumps(about), held)
        try:
            yield
        finally:
            if _owner(path).get("key") == key:
                path.unlink(missing_ok=True)


def clear(out: Path) -> None:
    """Remove the lock that a dead process on this machine left in a folder."""
    path = out / LOCK
    if path.exists() and not _at_work(path, _owner(path)):
        with suppress(OSError):
            path.unlink()


def _take(path: Path, owner: str, held: ExitStack) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KpuCorpusError("not_written", path=path.parent, why=system_reason(error)) from error
    for _ in range(PATIENCE):
        if _made(path, owner, held):
            return
        found = _owner(path)
        if found or path.exists():  # otherwise its owner has just ended, and another may be next
            break
    claim = path.with_name(f"{LOCK}-{found.get('key', '')}")
    if _at_work(path, found):
        raise _busy(path, found)
    _take(claim, owner, held)  # which a process that died here may have left, too
    try:  # whoever holds the claim on a dead lock, and no other, may replace it
        if _owner(path).get("key") != found.get("key"):
            raise _busy(path, _owner(path))
        claim.replace(path)
    finally:
        claim.unlink(missing_ok=True)


def _made(path: Path, owner: str, held: ExitStack) -> bool:
    """Create a file, which the system holds for us until the end; False if it already exists."""
    try:
        stream = held.enter_context(path.open("xb", buffering=0))
        if sys.platform != "win32":
            with suppress(OSError):  # of a file system that holds nothing
                fcntl.flock(stream, fcntl.LOCK_EX)
        stream.write(owner.encode())
        os.fsync(stream.fileno())  # a file system of the network would show it only when closed
        if sys.platform == "win32":  # where what is open cannot be removed
            stream.close()
    except FileExistsError:
        return False
    except OSError as error:  # of a full disk: the file is there, but empty, as left by a dead one
        raise KpuCorpusError("not_written", path=path, why=system_reason(error)) from error
    return True


def _owner(path: Path) -> dict[str, Any]:
    """Return the owner of a lock; empty if it is gone or not in our format."""
    for _ in range(PATIENCE):
        with suppress(OSError, ValueError):
            found = read_json(path)
            return found if _is_ours(found) else {}
        if not path.exists():
            break
        time.sleep(0.05)
    return {}


def _is_ours(found: Any) -> bool:
    """Tell whether a lock has our format; its key becomes part of a file name."""
    return (
        isinstance(found, dict)
        and isinstance(found.get("host"), str)
        and isinstance(found.get("pid"), int)
        and 0 < found["pid"] < 1 << 31
        and re.fullmatch("[0-9a-z]{1,32}", str(found.get("key"))) is not None
    )


def _at_work(path: Path, owner: dict[str, Any]) -> bool:
    """Tell whether the owner of a lock may be active; on another machine this cannot be known."""
    if not owner:
        return False
    if owner.get("system") != _system():  # this machine, which was started again, or another one
        return bool(owner["host"] != socket.gethostname())
    if sys.platform == "win32":
        pid = owner["pid"]
        return owner["key"] in _held if pid == os.getpid() else _lives(pid)
    try:
        with path.open("rb") as stream:
            fcntl.flock(stream, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except OSError:  # it is held; or nobody can tell, on a file system that holds nothing
        return True
    return False


def _system() -> str:
    """Return what the containers of one machine have in common, on Linux since it was started."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    except OSError:
        return socket.gethostname()


def _lives(pid: int) -> bool:
    """Tell whether a process lives; only Windows is asked for it."""
    if sys.platform != "win32":
        return False
    import ctypes

    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    handle = kernel.OpenProcess(0x1000, False, pid)  # PROCESS_QUERY_LIMITED_INFORMATION
    if not handle:
        return ctypes.get_last_error() == 5  # ERROR_ACCESS_DENIED: it is somebody else's
    code = ctypes.c_ulong()
    kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    kernel.CloseHandle(handle)
    return code.value == 259  # STILL_ACTIVE


def _busy(path: Path, owner: dict[str, Any]) -> InvalidArgument:
    told = {key: str(owner.get(key, "?")) for key in ("pid", "host")}
    return InvalidArgument("stream_busy", out=path.parent, lock=path, **told)
