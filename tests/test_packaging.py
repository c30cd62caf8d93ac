"""What is declared, what is locked and what a built package holds agree with each other."""

from __future__ import annotations

import re
import tomllib
import zipfile
from pathlib import Path

import pytest
from hatchling import build
from hatchling.builders.sdist import SdistBuilder

from kpu_corpus import __version__
from kpu_corpus.native.build import target

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
LOCKS = ["requirements.lock", "requirements-dev.lock"]


def canonical(requirement: str) -> str:
    """The name of a requirement as the index writes it.

    >>> canonical("PySastrawi>=1.2.1")
    'pysastrawi'
    """
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", requirement)[0]).lower()  # type: ignore[index]


def pins(lock: str) -> dict[str, str]:
    """Package and marker → the text of its entry: the pin and the hashes."""
    text = re.sub(r"^ *#.*\n", "", (ROOT / lock).read_text("utf-8"), flags=re.MULTILINE)
    entries = re.findall(r"^\S.*(?:\n +\S.*)*", text, flags=re.MULTILINE)
    return {entry.split(" \\")[0]: entry for entry in entries}


def locked_names(lock: str) -> set[str]:
    return {canonical(pin) for pin in pins(lock)}


def compiled() -> list[Path]:
    """The libraries that were compiled in the checkout."""
    return list(target().parent.glob("kernel-*"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a wheel of the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        build.build_wheel(str(folder))
    return folder


def test_runtime_lock_covers_what_a_report_needs() -> None:
    declared = [*PROJECT["dependencies"], *EXTRAS["read"], *EXTRAS["report"]]
    assert {canonical(name) for name in declared} <= locked_names("requirements.lock")


def test_dev_lock_covers_every_dependency() -> None:
    declared = [*PROJECT["dependencies"], *(name for extra in EXTRAS.values() for name in extra)]
    assert {canonical(name) for name in declared} <= locked_names("requirements-dev.lock")


def test_dev_lock_holds_the_runtime_lock_pin_for_pin() -> None:
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()


def test_runtime_lock_leaves_the_tools_out() -> None:
    tools = {canonical(name) for name in EXTRAS["dev"]}
    assert not tools & locked_names("requirements.lock")


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_pins_and_hashes_everything(lock: str) -> None:
    bare = re.compile(r"[a-z0-9-]+==[\w.]+( ; .+)?")
    assert [pin for pin in pins(lock) if not bare.fullmatch(pin)] == []
    hashed = re.compile(r"( \\\n +--hash=sha256:[0-9a-f]{64})+")
    assert [
        pin for pin, entry in pins(lock).items() if not hashed.fullmatch(entry[len(pin) :])
    ] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_names_no_host_and_no_folder(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert not re.search(r"://|file:|find-links|index-url|trusted-host| @ ", text)


def test_version_is_the_same_everywhere(built: Path) -> None:
    machine = "any" if target() not in compiled() else r"\w+"
    name = rf"kpu_corpus-{re.escape(__version__)}-py3-none-{machine}\.whl"
    assert re.fullmatch(name, next(built.glob("*.whl")).name)
    assert f"\nversion: {__version__}\n" in (ROOT / "CITATION.cff").read_text("utf-8")
    newest = re.search(r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert newest is not None
    assert newest[1] in ("Unreleased", __version__)


def test_wheel_holds_every_file_of_the_package_and_nothing_else(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        held = {name for name in wheel.namelist() if ".dist-info/" not in name}
    package = ROOT / "src" / "kpu_corpus"
    files = {
        path.relative_to(package.parent).as_posix()
        for path in package.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    } - {path.relative_to(package.parent).as_posix() for path in compiled() if path != target()}
    assert held == files
    assert "kpu_corpus/py.typed" in held


def test_wheel_carries_both_licences_and_the_command(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        names = wheel.namelist()
        points = next(name for name in names if name.endswith("entry_points.txt"))
        assert "kpu-corpus = kpu_corpus.cli:main" in wheel.read(points).decode()
    for licence in ("licenses/LICENSE", "licenses/LICENSES/CC-BY-SA-4.0.txt"):
        assert any(name.endswith(licence) for name in names)


def test_sdist_leaves_the_essays_out_and_can_set_itself_up() -> None:
    files = SdistBuilder(str(ROOT)).recurse_included_files()  # to pack them takes three seconds
    names = {file.distribution_path for file in files}
    assert {"run.py", *LOCKS, "tests/test_run.py"} <= names  # pyproject.toml is in every one
    assert not [name for name in names if name.startswith("corpus/")]
    readme = (ROOT / "README.md").read_text("utf-8")
    assert set(re.findall(r"\]\(([a-z]+/[^)#]+)\)", readme)) <= names
