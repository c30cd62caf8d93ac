"""One run at a time in a folder, on whichever machine it was started."""

from __future__ import annotations

import json
import os
import re
import socket
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from kpu_corpus.errors import InvalidArgument, KpuCorpusError, system_reason

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
    pid = os.getpid()
    about = {"pid": pid, "host": socket.gethostname(), "key": key, "began": _began(pid)}
    owner = json.dumps(about)
    _held.add(key)
    try:
        _take(path, owner)
        try:
            yield
        finally:
            if _owner(path).get("key") == key:
                path.unlink(missing_ok=True)
    finally:
        _held.discard(key)


def clear(out: Path) -> None:
    """Remove the lock that a dead process on this machine left in a folder."""
    path = out / LOCK
    if path.exists() and not _at_work(_owner(path)):
        with suppress(OSError):
            path.unlink()


def _take(path: Path, owner: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KpuCorpusError("not_written", path=path.parent, why=system_reason(error)) from error
    if _made(path, owner):
        return
    found = _owner(path)
    claim = path.with_name(f"{LOCK}-{found.get('key', '')}")
    if _at_work(found):
        raise _busy(path, found)
    _take(claim, owner)  # which a process that died here may have left, too
    try:  # whoever holds the claim on a dead lock, and no other, may replace it
        if _owner(path).get("key") != found.get("key"):
            raise _busy(path, _owner(path))
        claim.replace(path)
    finally:
        claim.unlink(missing_ok=True)


def _made(path: Path, owner: str) -> bool:
    """Create a file; False if it already exists."""
    try:
        with path.open("x", encoding="utf-8") as stream:
            stream.write(owner)
    except FileExistsError:
        return False
    except OSError as error:  # of a full disk: the file is there, but empty, as left by a dead one
        raise KpuCorpusError("not_written", path=path, why=system_reason(error)) from error
    return True


def _owner(path: Path) -> dict[str, Any]:
    """Return the owner of a lock; empty if it is gone or not in our format."""
    for _ in range(PATIENCE):
        with suppress(OSError, RecursionError, ValueError):
            found = json.loads(path.read_text("utf-8"))
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


def _at_work(owner: dict[str, Any]) -> bool:
    """Tell whether the owner of a lock may be active; on another machine this cannot be known."""
    if not owner:
        return False
    if owner["host"] != socket.gethostname():
        return True
    if owner["pid"] == os.getpid():
        return owner["key"] in _held
    began = _began(owner["pid"])
    return _lives(owner["pid"]) and (began is None or owner.get("began") in (None, began))


def _lives(pid: int) -> bool:
    if sys.platform == "win32":  # where a signal 0 would end the process
        import ctypes

        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        handle = kernel.OpenProcess(0x1000, False, pid)  # PROCESS_QUERY_LIMITED_INFORMATION
        if not handle:
            return ctypes.get_last_error() == 5  # ERROR_ACCESS_DENIED: it is somebody else's
        code = ctypes.c_ulong()
        kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.CloseHandle(handle)
        return code.value == 259  # STILL_ACTIVE
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return _told(pid)[:1] != ["Z"]  # ended, only its parent does not know yet


def _began(pid: int) -> str | None:
    """Return the start time of a process, which tells it from later ones with its number."""
    told = _told(pid)
    return told[19] if len(told) > 19 else None


def _told(pid: int) -> list[str]:
    """Return Linux's status fields of a process, from its state on; empty on other systems."""
    try:
        told = Path(f"/proc/{pid}/stat").read_bytes()
    except OSError:
        return []
    return told.rpartition(b")")[2].decode().split()  # behind the name, which may hold brackets


def _busy(path: Path, owner: dict[str, Any]) -> InvalidArgument:
    told = {key: str(owner.get(key, "?")) for key in ("pid", "host")}
    return InvalidArgument("stream_busy", out=path.parent, lock=path, **told)
