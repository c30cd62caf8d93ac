"""The direction of imports: a room may import the rooms below it, never one above."""

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import kpu_corpus

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src" / "kpu_corpus"
# From top to bottom. Names in one tuple stand side by side and do not import each other.
ORDER = [
    # the command line is a user of the public names like any other
    ("cli", "cluster"),
    ("__init__",),
    ("reporting", "streaming"),
    ("analysis",),
    ("terms",),
    ("tokens",),
    ("loading",),
    ("segment", "columns"),
    ("reading",),
    ("corpus",),
    ("indonesian",),
    ("ground",),
    ("native",),
]
LEVEL = {room: level for level, rooms in enumerate(ORDER) for room in rooms}
# Files of the ground that stand at the top because people name them.
FRONT = {"errors", "labels", "version"}
HEAVY = {"nltk", "sklearn", "matplotlib", "scipy", "pandas"}


def named(part: str) -> str:
    return "ground" if part in FRONT else part


def room_of(path: Path) -> str:
    return named(path.relative_to(SRC).parts[0].removesuffix(".py"))


def within(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield the statements of a tree, also those inside others: no expression imports."""
    for part in ("body", "orelse", "finalbody", "handlers", "cases"):
        for node in getattr(tree, part, ()):
            yield node
            yield from within(node)


def imports(source: str) -> list[tuple[ast.Import | ast.ImportFrom, bool]]:
    """Return every import, also those inside functions, and whether only types need it."""
    nodes = [*within(ast.parse(source))]
    blocks = (node for node in nodes if isinstance(node, ast.If))
    typing = [block for block in blocks if getattr(block.test, "id", "") == "TYPE_CHECKING"]
    for_types = {node for block in typing for node in within(block)}
    kinds = ast.Import | ast.ImportFrom
    return [(node, node in for_types) for node in nodes if isinstance(node, kinds)]


@cache  # not their trees, which are a hundred times as large
def imports_of(path: Path) -> list[tuple[ast.Import | ast.ImportFrom, bool]]:
    return imports(path.read_text(encoding="utf-8"))


def rooms_imported(nodes: Iterable[ast.Import | ast.ImportFrom], path: Path) -> Iterator[str]:
    """Yield the room of every import of the project."""
    package = ["kpu_corpus", *path.relative_to(SRC).parts[:-1]]
    for node in nodes:
        names: list[list[str]] = []
        if isinstance(node, ast.Import):
            names = [alias.name.split(".") for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            base = base + (node.module.split(".") if node.module else [])
            bare = base == ["kpu_corpus"]
            names = [[*base, alias.name] for alias in node.names] if bare else [base]
        for name in names:
            if name[0] == "kpu_corpus":
                yield named(name[1]) if len(name) > 1 else "__init__"


@cache
def graph_of_all() -> dict[str, set[str]]:
    """Map each room to the rooms its files import."""
    graph: dict[str, set[str]] = {}
    for path in SRC.rglob("*.py"):
        nodes = (node for node, _ in imports_of(path))
        graph.setdefault(room_of(path), set()).update(rooms_imported(nodes, path))
    return graph


def breaches(here: str, graph: dict[str, set[str]]) -> list[str]:
    """Name the rooms at the level of `here` or above that it reaches.

    Modules without a place in the order (helpers) are looked through: what they import counts for
    the room that imports them.
    """
    seen: set[str] = set()
    queue = sorted(graph.get(here, set()))
    while queue:
        there = queue.pop()
        if there not in seen:
            seen.add(there)
            queue += [] if there in LEVEL else sorted(graph.get(there, set()))
    found = {there for there in seen - {here} if LEVEL.get(there, len(ORDER)) <= LEVEL[here]}
    return sorted(f"{here} imports {there}" for there in found)


@pytest.mark.parametrize("room", LEVEL)
def test_imports_go_only_downwards(room: str) -> None:
    assert breaches(room, graph_of_all()) == []


def inside(room: str) -> dict[str, set[str]]:
    """Map each file and folder of a room, or of a folder in it, to those beside it it imports.

    What stands in the ``__init__`` of the room may be named in types without being imported.
    """
    graph: dict[str, set[str]] = {}
    package = f"kpu_corpus.{room.replace('/', '.')}."
    for path in (SRC / room).rglob("*.py"):
        here = path.relative_to(SRC / room).parts[0].removesuffix(".py")
        graph.setdefault(here, set())
        for module, typed in modules_of(path):
            if f"{module}.".startswith(package):
                there = f"{module}.__init__".removeprefix(package).split(".")[0]
                graph[here] |= {there} - ({here, "__init__"} if typed else {here})
    return graph


@cache
def modules_of(path: Path) -> list[tuple[str, bool]]:
    """Return the modules that a file imports something from, and whether only types need it."""
    return [
        (_module(f"{node.module}.{alias.name}"), typed)
        for node, typed in imports_of(path)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    ]


@cache
def _module(name: str) -> str:
    """Return the module that an imported name is, or that it stands in."""
    place = SRC.parent.joinpath(*name.split("."))
    is_module = place.with_suffix(".py").exists() or place.is_dir()
    return name if is_module else name.rpartition(".")[0]


@pytest.mark.parametrize(
    ("room", "flow"),
    [
        ("segment", ["lines", "bylines", "pages", "starts", "parts", "essays"]),
        ("reporting", ["wording", "figures", "sections", "content", "html", "word", "report"]),
        ("reporting", ["content", "workbooks", "report"]),
        ("streaming", ["rows", "files", "plan", "ids", "batches", "engine", "run"]),
        ("corpus", ["sources", "tables", "storing", "__init__", "near_duplicates"]),
    ],
)
def test_a_room_flows_in_one_direction(room: str, flow: list[str]) -> None:
    graph = inside(room)
    for place, here in enumerate(flow):
        assert graph[here].isdisjoint(flow[place + 1 :]), here


@pytest.mark.parametrize(
    "room",
    sorted(path.parent.relative_to(SRC).as_posix() for path in SRC.glob("*/**/__init__.py")),
)
def test_inside_a_room_files_and_folders_import_each_other_in_one_direction(room: str) -> None:
    TopologicalSorter(inside(room)).prepare()  # raises CycleError, which names a circle


@pytest.mark.parametrize("room", ["analysis", "indonesian"])
def test_the_folders_of_a_room_import_downwards_as_the_architecture_shows_them(room: str) -> None:
    page = (SRC.parents[1] / "docs" / "architecture.md").read_text(encoding="utf-8")
    shown = page.split(f"Inside `{room}/`")[1].split("\n\n")[1]
    order = re.findall(r"^\| `(\w+)/`", shown, flags=re.MULTILINE)
    assert sorted(order) == sorted(path.parent.name for path in SRC.glob(f"{room}/*/__init__.py"))
    graph = inside(room)
    above = {here: {*order[: order.index(here)]} for here in order}
    assert [(here, there) for here in order for there in graph.get(here, set()) & above[here]] == []


def test_a_file_of_the_analysis_begins_with_what_is_public_in_it() -> None:
    public: dict[str, set[str]] = {}
    for module, name in kpu_corpus._HOMES.values():
        if module.startswith("analysis."):
            public.setdefault(module, set()).add(name)
    for module, names in public.items():
        place = SRC.joinpath(*module.split("."))
        path = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
        body = ast.parse(path.read_text(encoding="utf-8")).body
        defined = (n.name for n in body if isinstance(n, ast.FunctionDef | ast.ClassDef))
        assert next(defined) in names, module


def test_the_language_stands_on_the_ground_and_the_native_part_alone() -> None:
    assert graph_of_all()["indonesian"] <= {"indonesian", "native", "ground"}


def test_a_helper_does_not_hide_an_import_upwards() -> None:
    graph = {
        "tokens": {"scanning"},
        "scanning": {"joining", "errors"},
        "joining": {"analysis"},
    }
    assert breaches("tokens", graph) == ["tokens imports analysis"]


@pytest.mark.parametrize(
    ("room", "source", "expected"),
    [
        ("corpus.py", "from kpu_corpus.errors import one_of", []),
        ("corpus.py", "import kpu_corpus.tokens", ["corpus imports tokens"]),
        ("corpus.py", "import kpu_corpus", ["corpus imports __init__"]),
        (
            "corpus.py",
            "def f():\n    from kpu_corpus.terms.matrix import x",
            ["corpus imports terms"],
        ),
        (
            "analysis/profile.py",
            "from ..reporting import html",
            ["analysis imports reporting"],
        ),
        ("analysis/profile.py", "from . import statistics", []),
        ("analysis/profile.py", "from .. import tokens, cli", ["analysis imports cli"]),
        ("indonesian/roots.py", "from kpu_corpus import corpus", ["indonesian imports corpus"]),
        ("cluster.py", "from kpu_corpus import cli, terms", ["cluster imports cli"]),
        ("tokens.py", "import json, pandas", []),
    ],
)
def test_the_check_sees_every_form_of_import(room: str, source: str, expected: list[str]) -> None:
    path = SRC / room
    graph = {room_of(path): set(rooms_imported((node for node, _ in imports(source)), path))}
    assert breaches(room_of(path), graph) == expected


def test_indonesian_loads_nothing_heavy_at_import() -> None:
    """Heavy packages are imported inside the functions that need them."""
    for path in (SRC / "indonesian").rglob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.Import):
                assert not HEAVY & {alias.name.split(".")[0] for alias in node.names}, path
            elif isinstance(node, ast.ImportFrom) and node.module:
                assert node.module.split(".")[0] not in HEAVY, path


def test_pandas_is_entered_by_its_front_door() -> None:
    """Else threads whose first calls come at once meet a half of it, or wait for ever."""
    sources = {path: path.read_text(encoding="utf-8") for path in SRC.rglob("*.py")}
    side = re.compile(r"^ *(?:from|import) pandas\.", re.MULTILINE)
    assert [path for path, source in sources.items() if side.search(source)] == []


def test_imports_inside_the_project_name_the_module() -> None:
    """Else the directions inside a room would not see them."""
    sources = {path: path.read_text(encoding="utf-8") for path in SRC.rglob("*.py")}
    short = re.compile(r"^ *(?:from \.|import kpu_corpus\.)", re.MULTILINE)
    assert [path for path, source in sources.items() if short.search(source)] == []


@pytest.mark.parametrize("folder", ["training", "benchmarks"])
def test_what_is_imported_beside_the_package_is_in_it(folder: str) -> None:
    for path in (SRC.parents[1] / folder).rglob("*.py"):
        for node, _ in imports(path.read_text(encoding="utf-8")):
            if isinstance(node, ast.ImportFrom) and str(node.module).startswith("kpu_corpus."):
                names = [alias.name for alias in node.names]
                assert {*names} <= {*dir(__import__(str(node.module), fromlist=names))}, path
