"""run.py: what it makes, when it makes it anew, what it passes on, and what it says."""

from __future__ import annotations

import ast
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any, TextIO

import pytest

ROOT = Path(__file__).resolve().parents[1]
Calls = list[list[str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """run.py as a module that lives in an empty project of its own."""
    spec = importlib.util.spec_from_file_location("run", ROOT / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    home = tmp_path / "proyek kpu"
    home.mkdir()
    for name, file in {"HERE": "", "VENV": ".venv", "NATIVE": "build.py"}.items():
        monkeypatch.setattr(module, name, home / file)
    for name, file in {"RUNTIME_LOCK": "requirements.lock", "DEV_LOCK": "dev.lock"}.items():
        (home / file).write_text(f"{name}==1", "utf-8")
        monkeypatch.setattr(module, name, home / file)
    return module


@pytest.fixture
def made(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Calls:
    """Stand-ins for venv and pip that need no network; the list records what they were asked."""
    calls: Calls = []

    def make(venv: Path) -> None:
        shutil.rmtree(venv, ignore_errors=True)
        python, site = run.places(venv)
        site.mkdir(parents=True)
        Path(python).parent.mkdir(exist_ok=True)
        if os.name != "nt":
            Path(python).symlink_to(sys.executable)
        calls.append(["make"])

    def install(python: str, lock: Path) -> None:
        site = run.places(run.VENV)[1]
        (site / "pandas").mkdir()
        (site / "__pycache__").mkdir()
        calls.append(["install", lock.name])

    monkeypatch.setattr(run, "make", make)
    monkeypatch.setattr(run, "install", install)
    return calls


@pytest.fixture
def started(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Calls:
    """The commands that were started; the environment counts as ready, every command succeeds."""
    commands: Calls = []

    def call(command: list[str], cwd: Path | None = None, stdout: object = None) -> int:
        commands.append(command)
        return 0

    monkeypatch.setattr(run, "prepare", lambda locks, english=False: "PY")
    monkeypatch.setattr(run, "call", call)
    return commands


posix = pytest.mark.skipif(os.name == "nt", reason="a venv's interpreter is no link on Windows")


def test_file_parses_on_python_3_6_so_that_it_can_complain() -> None:
    ast.parse((ROOT / "run.py").read_text("utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize("old", [(3, 6), (3, 10)])
def test_old_python_is_told_the_version_needed_in_both_languages(
    run: ModuleType, old: tuple[int, int]
) -> None:
    said = run.complaint_about(old)
    assert "perlu Python 3.11 atau lebih baru" in said
    assert f"needs Python 3.11 or newer, this is Python {old[0]}.{old[1]}" in said
    assert said.isascii()


@pytest.mark.parametrize("new", [(3, 11), (3, 14), (4, 0)])
def test_new_python_is_told_nothing(run: ModuleType, new: tuple[int, int]) -> None:
    assert run.complaint_about(new) == ""


@posix
def test_first_run_makes_and_second_run_does_not(run: ModuleType, made: Calls) -> None:
    locks = [run.RUNTIME_LOCK, run.DEV_LOCK]
    assert run.prepare(locks) == run.prepare(locks)
    assert made == [["make"], ["install", "requirements.lock"]]


@posix
def test_tests_need_the_dev_lock_and_the_command_line_is_content_with_it(
    run: ModuleType, made: Calls
) -> None:
    run.prepare([run.RUNTIME_LOCK])
    run.prepare([run.DEV_LOCK])
    run.prepare([run.RUNTIME_LOCK, run.DEV_LOCK])
    assert [call[-1] for call in made] == ["make", "requirements.lock", "make", "dev.lock"]


@posix
def test_a_folder_that_was_moved_still_works_without_installing(
    run: ModuleType, made: Calls
) -> None:
    run.prepare([run.RUNTIME_LOCK])
    moved = run.HERE.rename(run.HERE.with_name("pindah"))
    (moved / "src").mkdir()
    assert run.is_whole(moved / ".venv", moved / "requirements.lock")
    site = run.places(moved / ".venv")[1]
    line = (site / "kpu_corpus.pth").read_text("utf-8")
    assert (site / line).resolve() == (moved / "src").resolve()


def other_lock(run: ModuleType) -> None:
    run.RUNTIME_LOCK.write_text("pandas==4", "utf-8")


def other_python(run: ModuleType) -> None:
    stamp = run.VENV / "stamp.json"
    stamp.write_text(stamp.read_text("utf-8").replace(sys.implementation.cache_tag, "cpython-39"))


def begun_stamp(run: ModuleType) -> None:
    (run.VENV / "stamp.json").write_text("{}", "utf-8")


def cut_stamp(run: ModuleType) -> None:
    (run.VENV / "stamp.json").write_text('{"made_from": [', "utf-8")


def foreign_stamp(run: ModuleType) -> None:
    (run.VENV / "stamp.json").write_text("[]", "utf-8")


def dead_interpreter(run: ModuleType) -> None:
    python = Path(run.places(run.VENV)[0])
    python.unlink()
    python.symlink_to("/no/such/python")


def failing_interpreter(run: ModuleType) -> None:
    python = Path(run.places(run.VENV)[0])
    python.unlink()
    python.write_text("#!/bin/sh\nexit 103\n")
    python.chmod(0o755)


def lost_package(run: ModuleType) -> None:
    shutil.rmtree(run.places(run.VENV)[1] / "pandas")


def lost_site(run: ModuleType) -> None:
    shutil.rmtree(run.places(run.VENV)[1])


@posix
@pytest.mark.parametrize(
    "damage",
    [
        other_lock,
        other_python,
        begun_stamp,
        cut_stamp,
        foreign_stamp,
        dead_interpreter,
        failing_interpreter,
        lost_package,
        lost_site,
    ],
)
def test_what_is_not_whole_is_made_anew_once(
    run: ModuleType, made: Calls, damage: Callable[[ModuleType], None]
) -> None:
    run.prepare([run.RUNTIME_LOCK])
    damage(run)
    run.prepare([run.RUNTIME_LOCK])
    run.prepare([run.RUNTIME_LOCK])
    assert [call[0] for call in made] == ["make", "install"] * 2


@posix
def test_compiled_files_may_come_and_go(run: ModuleType, made: Calls) -> None:
    run.prepare([run.RUNTIME_LOCK])
    shutil.rmtree(run.places(run.VENV)[1] / "__pycache__")
    (run.places(run.VENV)[1] / "own_package").mkdir()
    assert run.is_whole(run.VENV, run.RUNTIME_LOCK)


@posix
def test_an_interrupted_install_leaves_no_stamp(
    run: ModuleType, made: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(python: str, lock: Path) -> None:
        raise KeyboardInterrupt

    run.prepare([run.RUNTIME_LOCK])
    other_lock(run)
    monkeypatch.setattr(run, "install", interrupted)
    with pytest.raises(KeyboardInterrupt):
        run.prepare([run.RUNTIME_LOCK])
    assert not run.is_whole(run.VENV, run.RUNTIME_LOCK)


def test_a_file_in_the_place_of_the_environment_is_replaced(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def venv_module(command: list[str], **_: object) -> object:
        asked.extend(command[1:])
        return type("Done", (), {"returncode": 0})()

    run.VENV.write_text("x", "utf-8")
    monkeypatch.setattr(run.subprocess, "run", venv_module)
    run.make(run.VENV)
    assert [path.name for path in run.VENV.iterdir()] == ["stamp.json"]
    assert asked == ["-m", "venv", str(run.VENV)]


def test_what_was_begun_is_made_anew_and_an_environment_of_ones_own_is_left_alone(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def cut_off(command: list[str], **_: object) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr(run.subprocess, "run", cut_off)
    for _ in range(2):  # the second time what the first has left is no hindrance
        assert run.main(["themes"]) == 130
    (run.VENV / "stamp.json").unlink()
    (run.VENV / "own_package").mkdir()
    assert run.main(["themes", "--lang=en"]) == 1
    assert "was not made by run.py and is left alone" in capsys.readouterr().err
    assert (run.VENV / "own_package").is_dir()


@pytest.mark.parametrize(
    ("args", "said"), [([], "Python ini tidak punya"), (["--lang", "en"], "This Python has no")]
)
def test_missing_venv_module_names_the_package_and_its_command(
    run: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    args: list[str],
    said: str,
) -> None:
    monkeypatch.setattr(run, "find_spec", lambda name: None if name == "ensurepip" else object())
    assert run.main(["report", "corpus/", *args]) == 1
    printed = capsys.readouterr().err
    assert printed.startswith(said)
    assert "sudo apt install python3-venv" in printed
    assert printed.count("\n") == 1
    assert not run.VENV.exists()


def test_run_from_inside_a_zip_it_says_to_extract_it_and_not_to_check_the_internet(
    run: ModuleType, made: Calls, capsys: pytest.CaptureFixture[str]
) -> None:
    run.RUNTIME_LOCK.unlink()
    assert run.main(["report", "esai/"]) == 1
    assert "requirements.lock tidak ada di sebelah run.py" in capsys.readouterr().err
    assert made == []


def test_failed_install_says_what_to_do_and_is_no_success(
    run: ModuleType,
    made: Calls,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def failed(python: str, lock: Path) -> None:
        raise run.SetupError(run.NOT_INSTALLED, {})

    monkeypatch.setattr(run, "install", failed)
    assert run.main(["themes", "corpus/", "--lang=en"]) == 1
    assert "check the internet" in capsys.readouterr().err
    assert not run.is_whole(run.VENV, run.RUNTIME_LOCK)


def test_folder_that_cannot_be_written_is_named(
    run: ModuleType,
    made: Calls,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def refused(venv: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(run, "make", refused)
    assert run.main(["themes", "corpus/"]) == 1
    assert f"{run.VENV} tidak dapat dibuat: [Errno 13]" in capsys.readouterr().err


def test_arguments_reach_the_command_line_unchanged(run: ModuleType, started: Calls) -> None:
    args = ["keywords", "esai saya/", "--top", "5", "--lang", "en"]
    assert run.main(args) == 0
    assert started == [["PY", "-P", "-m", "kpu_corpus", *args]]


@pytest.mark.parametrize(("code", "expected"), [(0, 0), (3, 3), (-15, 143)])
def test_exit_code_is_passed_on(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, code: int, expected: int
) -> None:
    monkeypatch.setattr(run.subprocess, "call", lambda command, **_: code)
    monkeypatch.setattr(run, "prepare", lambda locks, english=False: "PY")
    assert run.main(["themes", "corpus/"]) == expected


def test_test_runs_lint_layout_types_and_pytest_with_its_arguments(
    run: ModuleType, started: Calls
) -> None:
    assert run.main(["test", "-k", "roots"]) == 0
    assert sorted(" ".join(command) for command in started) == [
        "PY -m mypy",
        "PY -m pytest -n auto --dist worksteal -k roots",
        "PY -m ruff check .",
        "PY -m ruff format --check .",
    ]


@pytest.mark.parametrize("failing", ["ruff check", "mypy"])
def test_what_failed_lets_the_others_run_and_is_told_after_them(
    run: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    failing: str,
) -> None:
    def call(command: list[str], cwd: Path, stdout: TextIO | None = None) -> int:
        print(*command[2:4], "runs", file=stdout)
        return 3 * (" ".join(command[2:4]) == failing)

    monkeypatch.setattr(run, "prepare", lambda locks, english=False: "PY")
    monkeypatch.setattr(run, "call", call)
    assert run.main(["test"]) == 3
    told = capsys.readouterr()
    assert told.out.splitlines()[-2:] == ["pytest -n runs", "mypy runs"]
    assert told.err == f"Gagal: {failing}.\n"


def test_errors_of_a_command_stand_with_what_else_it_says(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: dict[str, Any] = {}
    monkeypatch.setattr(run.subprocess, "call", lambda command, **more: given.update(more) or 0)
    run.call(["mypy"])
    assert given["stderr"] is None
    run.call(["mypy"], stdout=sys.stdout)
    assert given["stderr"] == subprocess.STDOUT


def test_variables_that_lead_out_of_the_environment_or_slow_each_start_are_dropped(
    run: ModuleType,
) -> None:
    outside = {"PYTHONPATH": "/x", "PYTHONHOME": "/y", "PIP_USER": "1", "PATH": "/bin"}
    made = run.environment({**outside, "PYTHONDONTWRITEBYTECODE": "1"})
    assert made.pop("KPU_CORPUS_PROGRAM") in ("python3 run.py", "py run.py")
    assert made == {"PATH": "/bin", "PYTHONUTF8": "1", "PIP_USER": "0"}


@pytest.mark.parametrize(
    ("answer", "folder"),
    [
        ("", None),
        ("  esai/Subang \n", "esai/Subang"),
        ("'/media/usb/esai saya' ", "/media/usb/esai saya"),
    ],
)
def test_without_arguments_the_folder_is_asked_for_and_the_report_opened(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, answer: str, folder: str | None
) -> None:
    opened: list[str] = []
    page = run.HERE / "laporan.html"

    def command_line(args: list[str]) -> int:
        assert args == ["report", folder or str(run.HERE / "corpus"), "--out", str(page)]
        page.write_text("<p>", "utf-8")
        return 0

    monkeypatch.setattr("builtins.input", lambda prompt: answer)
    monkeypatch.setattr(run, "kpu_corpus", command_line)
    monkeypatch.setattr(run.webbrowser, "open", opened.append)
    assert run.main([]) == 0
    assert opened == [page.as_uri()]


@posix
def test_a_folder_dropped_into_the_terminal_of_macos_is_found(
    run: ModuleType, tmp_path: Path
) -> None:
    (tmp_path / "Esai (1) 2025").mkdir()
    dropped = f"{tmp_path}/Esai\\ \\(1\\)\\ 2025 "
    assert run.folder_of(dropped) == f"{tmp_path}/Esai (1) 2025"
    (tmp_path / "a\\b").mkdir()
    assert run.folder_of(f"{tmp_path}/a\\b") == f"{tmp_path}/a\\b"


def test_no_earlier_report_is_replaced(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    kept = [run.HERE / "laporan.html", run.HERE / "laporan-2.html"]
    for page in kept:
        page.write_text(f"lama {page.name}", "utf-8")
    new = run.HERE / "laporan-3.html"

    def command_line(args: list[str]) -> int:
        assert args[2:] == ["--out", str(new)]
        new.write_text("baru", "utf-8")
        return 0

    monkeypatch.setattr("builtins.input", lambda prompt: "esai/")
    monkeypatch.setattr(run, "kpu_corpus", command_line)
    monkeypatch.setattr(run.webbrowser, "open", opened.append)
    assert run.main([]) == 0
    assert opened == [new.as_uri()]
    assert [page.read_text("utf-8") for page in kept] == [f"lama {page.name}" for page in kept]


def test_a_report_of_an_earlier_run_is_not_opened_as_if_new(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    (run.HERE / "laporan.html").write_text("lama", "utf-8")
    monkeypatch.setattr("builtins.input", lambda prompt: "tidak-ada/")
    monkeypatch.setattr(run, "kpu_corpus", lambda args: 1)
    monkeypatch.setattr(run.webbrowser, "open", opened.append)
    assert run.main([]) == 1
    assert opened == []


def test_without_arguments_and_without_anyone_to_ask_the_usage_is_shown(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def nobody(prompt: str) -> str:
        raise EOFError

    monkeypatch.setattr("builtins.input", nobody)
    assert run.main([]) == 2
    assert "run.py report FOLDER" in capsys.readouterr().err


@pytest.mark.parametrize(("code", "argv", "held"), [(1, [], 1), (0, [], 0), (1, ["report"], 0)])
def test_only_a_failed_double_click_holds_its_window(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, code: int, argv: list[str], held: int
) -> None:
    prompts: list[str] = []
    monkeypatch.setattr(run, "main", lambda args: code)
    monkeypatch.setattr("builtins.input", prompts.append)
    monkeypatch.setattr(run.sys, "argv", ["run.py", *argv])
    monkeypatch.setattr(run.sys, "stdin", type("Terminal", (), {"isatty": lambda self: True})())
    assert run.start() == code
    assert len(prompts) == held


def test_the_native_part_is_compiled_before_the_command_line_runs(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[bool] = []
    run.NATIVE.write_text(
        "def build():\n    __import__('pathlib').Path('built').touch()\n", "utf-8"
    )
    monkeypatch.chdir(run.HERE)
    monkeypatch.setattr(run, "prepare", lambda locks, english=False: "PY")
    monkeypatch.setattr(run, "call", lambda *a, **k: order.append(Path("built").exists()) or 0)
    assert run.kpu_corpus(["root", "pemilu"]) == 0
    assert order == [True]


def test_a_project_without_the_native_part_runs_all_the_same(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "prepare", lambda locks, english=False: "PY")
    monkeypatch.setattr(run, "call", lambda *a, **k: 0)
    assert run.kpu_corpus(["root", "pemilu"]) == 0
