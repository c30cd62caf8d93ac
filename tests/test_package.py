"""The public names, and how little importing them costs."""

import ast
import inspect
import subprocess
import sys
from collections.abc import Callable, Iterator
from inspect import signature
from types import ModuleType
from typing import Any, get_args, get_type_hints

import pandas as pd
import pytest

import kpu_corpus as kc

HEAVY = ("pandas", "numpy", "scipy", "sklearn", "nltk", "matplotlib", "typer", "jinja2")


def loaded_by(*steps: str) -> list[set[str]]:
    """Return the heavy packages that a fresh interpreter has loaded after each of some steps."""
    check = f"import sys; print([m for m in {HEAVY!r} if m in sys.modules])"
    code = "\n".join(f"{step}\n{check}" for step in steps)
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return [set(eval(line)) for line in shown.stdout.splitlines() if line.startswith("[")]


def test_each_step_loads_only_the_packages_that_it_needs() -> None:
    package, roots, words, themes = loaded_by(
        "import kpu_corpus as kc",
        "kc.root('penyelenggaraan')",
        "kc.preprocess(kc.load({'a': 'Kami hadir.'}))\n"
        "import kpu_corpus.ground.pandas_later as it; assert not hasattr(it, '__path__')",
        "kc.themes(kc.load({'a': 'Kami menjaga integritas.'}))",
    )
    assert package == roots == set()
    assert "pandas" not in words  # which signatures name
    assert not themes & {"nltk", "matplotlib", "jinja2", "sklearn"}


def test_a_misspelt_name_does_not_pass_a_type_checker() -> None:
    top = ast.parse(inspect.getsource(kc)).body
    assert "__getattr__" not in {getattr(node, "name", "") for node in top}  # any name would do


def public_calls() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Yield the public functions, and the methods and tables of the public classes."""
    homes = {"kc": kc, "kc.charts": kc.charts, "kc.Corpus": kc.Corpus, "kc.Tokens": kc.Tokens}
    homes["kc.TermVectorizer"] = kc.TermVectorizer
    for home, of in homes.items():
        for name in (name for name in dir(of) if not name.startswith("_")):
            found = getattr(of, name)
            found = getattr(found, "fget", None) or getattr(found, "func", None) or found
            if callable(found) and found.__module__.startswith("kpu_corpus"):
                yield f"{home}.{name}", found


def test_the_types_of_every_public_call_can_be_looked_up() -> None:
    hints = {name: get_type_hints(call) for name, call in public_calls()}
    assert len(hints) > 80
    assert hints["kc.themes"]["return"] is pd.DataFrame
    assert pd.Series in get_args(hints["kc.load"]["metadata"])
    assert pd.Series in get_args(hints["kc.charts.dispersion"]["lengths"])
    assert hints["kc.Corpus.essays"]["return"] is pd.DataFrame


def test_no_call_has_more_than_eight_options_except_where_each_is_needed() -> None:
    """None of a comparison's follows from the others; scikit-learn wants one for each setting."""
    kinds = {name: signature(call).parameters.values() for name, call in public_calls()}
    counts = {name: sum(x.kind is x.KEYWORD_ONLY for x in every) for name, every in kinds.items()}
    more = {name: count for name, count in counts.items() if count > 8}
    assert more == {"kc.compare": 10, "kc.TermVectorizer": 9}


def test_the_list_of_commands_needs_only_what_parses_the_command_line() -> None:
    assert loaded_by("from kpu_corpus.cli import run; run(['--help'])") == [{"typer"}]


@pytest.mark.parametrize("name", kc.__all__)
def test_every_public_name_exists_and_is_documented(name: str) -> None:
    found = getattr(kc, name)
    assert name.startswith("__") or (found.__doc__ and len(found.__doc__) > 20)


@pytest.mark.parametrize("home", [kc, kc.charts, kc.errors])
def test_completion_offers_the_public_names_alone(home: ModuleType) -> None:
    assert dir(home) == sorted(home.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="themez"):
        _ = kc.themez


def test_errors_and_warnings_are_reachable_by_name() -> None:
    with pytest.raises(kc.errors.InvalidArgument, match="by='unti'"):
        kc.themes(kc.load({"a": "Kami hadir."}), by="unti")
    with pytest.warns(kc.errors.TooLittleText):
        kc.topics(kc.load({"a": "Kami hadir."}))
    for name in kc.errors.__all__:
        parents = (kc.KpuCorpusError, kc.errors.KpuCorpusWarning)
        assert issubclass(getattr(kc.errors, name), parents)
