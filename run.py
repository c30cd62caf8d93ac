"""Set up and run kpu_corpus with nothing but Python 3.11 or newer (Windows: `py run.py`).

python3 run.py                  ask for a folder, write its report, open it
python3 run.py report corpus/   any arguments go to the kpu-corpus command line
python3 run.py test             lint, types and tests; further arguments go to pytest

The first run makes `.venv` beside this file from a hashed lock; later runs need no network.
Python 3.6 must be able to read this file, so that an old Python can say what it lacks.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import webbrowser
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from itertools import chain, count
from pathlib import Path
from runpy import run_path
from tempfile import TemporaryFile
from typing import TextIO

OLDEST = (3, 11)
HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
STAMP = "stamp.json"  # in it: whose it is, and what it was made from once it is whole
NATIVE = HERE / "src" / "kpu_corpus" / "native" / "build.py"
RUNTIME_LOCK = HERE / "requirements.lock"
DEV_LOCK = HERE / "requirements-dev.lock"  # everything of the runtime lock, and the tools

PROGRAM = "py run.py" if os.name == "nt" else "python3 run.py"

SETTING_UP = (
    "Menyiapkan {venv}: sekali saja, beberapa menit, perlu internet.",
    "Setting up {venv}: only once, a few minutes, needs the internet.",
)
NO_VENV = (
    "Python ini tidak punya modul venv; pasang paket python3-venv, lalu ulangi"
    " (Debian/Ubuntu: sudo apt install python3-venv).",
    "This Python has no venv module; install the package python3-venv, then try again"
    " (Debian/Ubuntu: sudo apt install python3-venv).",
)
FAILED = ("Gagal: {failed}.", "Failed: {failed}.")
ALONE = (
    "{lock} tidak ada di sebelah run.py. Bila ini dari berkas zip, ekstrak dahulu seluruhnya"
    " (Windows: klik kanan, Ekstrak Semua / Extract All), lalu jalankan run.py di folder hasilnya.",
    "{lock} is not beside run.py. If this is in a zip file, extract all of it first (Windows:"
    " right-click, Extract All), then run the run.py in the new folder.",
)
NOT_OURS = (
    "{venv} bukan buatan run.py, jadi dibiarkan; ganti namanya atau hapus sendiri, lalu ulangi.",
    "{venv} was not made by run.py and is left alone; rename or delete it, then try again.",
)
NOT_MADE = ("{venv} tidak dapat dibuat: {detail}", "{venv} could not be made: {detail}")
NOT_INSTALLED = (
    "Pemasangan gagal; periksa internet dan ruang disk, lalu ulangi perintah yang sama.",
    "Installing failed; check the internet and the disk, then repeat the same command.",
)


class SetupError(Exception):
    """The virtual environment cannot be made: a message in both languages, and its details."""


def complaint_about(version: "tuple[int, ...]") -> str:
    """Return one sentence in both languages if this Python is too old, else nothing."""
    if version >= OLDEST:
        return ""
    need, have = (".".join(map(str, parts)) for parts in (OLDEST, version))
    return (
        f"kpu_corpus perlu Python {need} atau lebih baru, ini Python {have}"
        f" / kpu_corpus needs Python {need} or newer, this is Python {have}: python.org/downloads"
    )


def main(args: "list[str]") -> int:
    """Do what the arguments ask for and return the exit code."""
    english = "--lang=en" in args or ("--lang", "en") in zip(args, args[1:])  # noqa: B905, RUF007
    try:
        if not args:
            return ask_and_report()
        return check(args[1:], english) if args[0] == "test" else kpu_corpus(args, english)
    except SetupError as error:
        message, details = error.args
        print(message[english].format(**details), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def ask_and_report() -> int:
    """Ask for a folder, write its report beside this file and open it.

    No earlier report is replaced: as at the command line, the name gets a number.
    """
    try:
        answer = input(f"Folder esai / folder of essays [Enter = {HERE / 'corpus'}]: ")
    except EOFError:
        print(f"\nPakai / use: {PROGRAM} report FOLDER", file=sys.stderr)
        return 2
    folder = folder_of(answer) or str(HERE / "corpus")
    names = chain(["laporan.html"], (f"laporan-{n}.html" for n in count(2)))
    page = next(HERE / name for name in names if not (HERE / name).exists())
    code = kpu_corpus(["report", folder, "--out", str(page)])
    if page.exists():
        webbrowser.open(page.as_uri())
    return code


def folder_of(answer: str) -> str:
    """Return the folder that was typed, or dragged here in quotation marks or with backslashes."""
    folder = answer.strip().strip("\"'")
    if os.name == "nt" or os.path.exists(folder):
        return folder
    return re.sub(r"\\(.)", r"\1", folder)  # as the terminal of macOS drops it


def kpu_corpus(args: "list[str]", english: bool = False) -> int:
    """Run the command line; -P keeps a user's own `docx.py` from standing in for the library."""
    python = prepare([RUNTIME_LOCK, DEV_LOCK], english)
    compile_native()
    return call([python, "-P", "-m", "kpu_corpus", *args])


def check(pytest_args: "list[str]", english: bool = False) -> int:
    """Run lint, types and tests, all of them, and return the first failure's exit code."""
    tool = [prepare([DEV_LOCK], english), "-m"]
    compile_native()
    lint, layout = [*tool, "ruff", "check", "."], [*tool, "ruff", "format", "--check", "."]
    # one process a core, each with a stretch of the files, whose tests share what they set up; who
    # is through with it takes of another's, so that all end together
    tests = [*tool, "pytest", "-n", "auto", "--dist", "worksteal", *pytest_args]
    # types beside lint and tests, as mypy uses one core; what it says stands below all else
    with TemporaryFile("w+", encoding="utf-8") as told, ThreadPoolExecutor() as beside:
        mypy = beside.submit(call, [*tool, "mypy"], HERE, told)
        codes = [call(command, cwd=HERE) for command in (lint, layout, tests)]
        codes.insert(2, mypy.result())
        told.seek(0)
        print(told.read(), end="", flush=True)
    names = ("ruff check", "ruff format", "mypy", "pytest")
    failed = [name for name, code in zip(names, codes) if code]  # noqa: B905
    if failed:  # what failed first has long scrolled by
        print(FAILED[english].format(failed=", ".join(failed)), file=sys.stderr)
    return next((code for code in codes if code), 0)


def call(command: "list[str]", cwd: "Path | None" = None, stdout: "TextIO | None" = None) -> int:
    """Run a command to its end; a death by signal n is exit code 128 + n, as in a shell.

    Where ``stdout`` is given, errors go there, too.
    """
    stderr, env = stdout and subprocess.STDOUT, environment(os.environ)
    code = subprocess.call(command, cwd=cwd, stdout=stdout, stderr=stderr, env=env)
    return code if code >= 0 else 128 - code


def environment(variables: "Mapping[str, str]") -> "dict[str, str]":
    """Return the variables without those that lead out of the virtual environment.

    Without compiled modules, which many containers forbid, each start would compile all of them.
    """
    dropped = ("PYTHONHOME", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE")
    kept = {k: v for k, v in variables.items() if k not in dropped}
    told = {"KPU_CORPUS_PROGRAM": PROGRAM}  # help and messages say what people type
    return {**kept, **told, "PYTHONUTF8": "1", "PIP_USER": "0"}


def prepare(locks: "list[Path]", english: bool = False) -> str:
    """Return the Python of a virtual environment that holds one of the locks; else make the first.

    Whatever is not whole is made anew: pip takes a half-copied package for an installed one.
    """
    python, site = places(VENV)
    if any(is_whole(VENV, lock) for lock in locks):
        return python
    if not locks[0].is_file():  # Windows opens one file of a zip by itself
        raise SetupError(ALONE, {"lock": locks[0].name})
    if find_spec("venv") is None or find_spec("ensurepip") is None:
        raise SetupError(NO_VENV, {})
    print(SETTING_UP[english].format(venv=VENV), file=sys.stderr, flush=True)
    try:
        make(VENV)
        install(python, locks[0])
        # A relative line: nothing to build, and a moved folder still works without a network.
        (site / "kpu_corpus.pth").write_text(os.path.relpath(HERE / "src", site), "utf-8")
        stamp = {"made_from": made_from(locks[0]), "packages": packages(site)}
        (VENV / STAMP).write_text(json.dumps(stamp), "utf-8")  # last: it vouches for all
    except OSError as error:
        raise SetupError(NOT_MADE, {"venv": VENV, "detail": error}) from error
    return python


def places(venv: Path) -> "tuple[str, Path]":
    """Return the interpreter and the package folder of a virtual environment."""
    found = sysconfig.get_paths("venv", vars={"base": str(venv), "platbase": str(venv)})
    name = "python.exe" if os.name == "nt" else "python"
    return str(Path(found["scripts"]) / name), Path(found["purelib"])


def is_whole(venv: Path, lock: Path) -> bool:
    """Say whether the environment was finished from this lock and still has all it had then."""
    python, site = places(venv)
    try:
        stamp = json.loads((venv / STAMP).read_text("utf-8"))
        if stamp["made_from"] != made_from(lock) or set(stamp["packages"]) - set(packages(site)):
            return False
        return subprocess.run([python, "-I", "-S", "-c", ""], capture_output=True).returncode == 0
    except (OSError, ValueError, KeyError, TypeError):
        return False


def made_from(lock: Path) -> "list[str | None]":
    """Return what an environment depends on: the Python, the machine, the locked packages."""
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    return [sys.implementation.cache_tag, sysconfig.get_platform(), digest]


def packages(site: Path) -> "list[str]":
    """Return the names of what is installed."""
    return sorted(set(os.listdir(site)) - {"__pycache__"})


def make(venv: Path) -> None:
    """Make an empty virtual environment where there was none or one of ours; others' stay."""
    if venv.is_symlink() or venv.is_file():
        venv.unlink()
    elif venv.exists():
        if not (venv / STAMP).exists():
            raise SetupError(NOT_OURS, {"venv": venv})
        shutil.rmtree(venv)
    venv.mkdir()
    (venv / STAMP).write_text("{}", "utf-8")  # ours from now on, also if this is cut off
    # The base interpreter: the running one may itself live in a virtual environment.
    base = getattr(sys, "_base_executable", None) or sys.executable
    command, env = [base, "-m", "venv", str(venv)], environment(os.environ)
    made = subprocess.run(command, capture_output=True, text=True, errors="replace", env=env)
    if made.returncode:
        raise SetupError(NOT_MADE, {"venv": venv, "detail": (made.stdout + made.stderr).strip()})


def install(python: str, lock: Path) -> None:
    """Install exactly what the lock names; quietly where nobody looks on."""
    pip = [python, "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
    quiet = [] if sys.stderr.isatty() else ["--quiet"]
    # stdout is for the tables of the command line.
    if call([*pip, *quiet, "--require-hashes", "-r", str(lock)], stdout=sys.stderr):
        raise SetupError(NOT_INSTALLED, {})


def compile_native() -> None:
    """Compile the innermost loops where there is a C compiler; without them all is only slower."""
    if NATIVE.is_file():
        run_path(str(NATIVE))["build"]()


def start() -> int:
    """Run, and after a failed double click keep the window open until its message is read."""
    complaint = complaint_about(sys.version_info[:2])
    if complaint:
        print(complaint, file=sys.stderr)
    code = 1 if complaint else main(sys.argv[1:])
    if code and len(sys.argv) == 1 and sys.stdin is not None and sys.stdin.isatty():
        input("Tekan Enter untuk menutup / press Enter to close ")
    return code


if __name__ == "__main__":
    sys.exit(start())
