"""Compiling the C: done once for given sources, never needed."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from kpu_corpus import native
from kpu_corpus.native import build as building

compiler = pytest.mark.skipif(
    not any(map(shutil.which, building.COMPILERS)), reason="no C compiler on this machine"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of C of its own."""
    (tmp_path / "add.c").write_text("int add(int a, int b) { return a + b; }\n", "utf-8")
    monkeypatch.setattr(building, "HERE", tmp_path)
    return tmp_path


@compiler
def test_the_library_is_compiled_once_and_replaced_when_the_sources_change(folder: Path) -> None:
    first = building.build()
    assert first is not None
    stamp = first.stat().st_mtime_ns
    assert building.build() == first
    assert first.stat().st_mtime_ns == stamp
    (folder / "add.c").write_text("int add(int a, int b) { return b + a; }\n", "utf-8")
    second = building.build()
    assert second != first
    assert sorted(folder.glob("kernel-*")) == [second]


@compiler
def test_the_library_can_be_loaded_without_those_of_the_compiler(folder: Path) -> None:
    count = "int count(unsigned long long bits) { return __builtin_popcountll(bits); }\n"
    (folder / "add.c").write_text(count, "utf-8")
    assert ctypes.CDLL(str(building.build())).count(ctypes.c_uint64(7)) == 3


@compiler
def test_flags_of_the_environment_give_a_library_of_their_own(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "add.c").write_text("int add(int a, int b) { return a + b + MORE; }\n", "utf-8")
    plain = building.target()
    monkeypatch.setenv("KPU_CORPUS_CFLAGS", "-O1 -DMORE=1")
    made = building.build()
    assert made is not None
    assert made == building.target() != plain
    assert ctypes.CDLL(str(made)).add(1, 2) == 4


@compiler
def test_an_old_library_that_is_in_use_keeps_no_new_one_away(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    used = folder / f"kernel-0{building.SUFFIX}"
    used.write_bytes(b"")
    real = Path.unlink

    def unlink(path: Path, missing_ok: bool = False) -> None:
        if path == used:
            raise PermissionError(13, "in use")
        real(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    assert building.build() == building.target()
    assert used.is_file()


@compiler
def test_sources_that_do_not_compile_give_no_library_and_no_error(folder: Path) -> None:
    (folder / "add.c").write_text("int add(", "utf-8")
    assert building.build() is None
    assert sorted(path.name for path in folder.iterdir()) == ["add.c"]


def test_without_a_compiler_there_is_no_library(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert building.build() is None


def test_on_a_mac_without_developer_tools_nobody_is_asked_to_install_them(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[str] = []

    def run(call: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        called.append(call[0])
        return subprocess.CompletedProcess(call, 2)

    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(subprocess, "run", run)
    assert building.build() is None
    assert called == ["xcode-select"]


def test_it_can_be_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KPU_CORPUS_NATIVE", "0")
    native.library.cache_clear()
    assert native.library() is None
    native.library.cache_clear()


@pytest.mark.parametrize(("trait", "value"), [("byteorder", "big"), ("maxsize", 2**31 - 1)])
def test_it_is_left_out_where_numbers_lie_otherwise_or_places_have_32_bits(
    trait: str, value: str | int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, trait, value)
    monkeypatch.setattr(building, "target", lambda: pytest.fail("looked for"))
    native.library.cache_clear()
    assert native.library() is None
    native.library.cache_clear()


@pytest.mark.skipif(sys.platform == "win32", reason="a library in use cannot be replaced there")
def test_a_library_for_another_machine_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "kernel.so"
    broken.write_bytes(b"no library")
    monkeypatch.setattr(building, "target", lambda: broken)
    native.library.cache_clear()
    assert native.library() is None
    native.library.cache_clear()


def test_a_column_with_gaps_is_refused() -> None:
    with pytest.raises(ValueError, match="gaps"):
        native.pointer(np.zeros((4, 2))[:, 0])
