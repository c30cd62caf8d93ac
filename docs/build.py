"""Write the pages that are made from the code: ``python docs/build.py``.

`files.md` lists every module with the first line of its docstring, `api.md` every public name
with its signature and docstring. The tests hold both pages to the code.
"""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent, indent
from typing import Any

import griffe
from jinja2 import Environment, StrictUndefined

ROOT = Path(__file__).resolve().parents[1]
MADE = {"Corpus", "Tokens", "KpuCorpusError"}  # returned, never built by users
WIDE = 88  # a signature longer than this is set with one parameter a line

# What a parameter is nearly everywhere is told once, at the head of the page.
COMMON = {
    "tokens": "Tokens, or a Corpus (preprocessed with the defaults).",
    "lexicon": "None for the shipped ten themes, a shipped name or a file of your own.",
    "lang": '``"id"`` (default) or ``"en"``.',
}
PLACES = {
    "run.py": "sets itself up with nothing but Python and runs the program or its checks",
    "corpus/": "the essays as received, with a README on their origin",
    "notebooks/": "one for each kind of user, run by the tests",
    "training/": "the scripts that make the shipped data",
    "benchmarks/": "accuracy and speed, one command per table",
    "tests/": "mirrors the folders of the package",
    "docs/": "method, statistics, guides, architecture; `build.py` makes this page and api.md",
}
FAMILIES = {
    "Reading": "load Limits Corpus explain duplicates",
    "Words": "preprocess Tokens root analyse spelling acronyms",
    "Themes": "themes evidence theme_network suggest coverage sensitivity",
    "Lexicons": "load_lexicon save_lexicon lint",
    "Validation against people": "coding_sheet validate disagreements",
    "Keywords, phrases and topics": "keywords keyness background collocations topics topic_shares",
    "Comparing": "compare changes similarity clusters assignment_words shared_passages templates",
    "Looking closer": "concordance collocates network dispersion positions profile",
    "Reports and charts": "report explorer charts show",
    "Exchange": "export read_conllu TermVectorizer bundle manifest same",
    "Large corpora": "stream",
    "Privacy": "pseudonyms suppress without_texts",
    "Errors": "errors KpuCorpusError",
}
FILES = """\
# The files
Every module, room by room, with the first line of its docstring; a test keeps this page in step
with the code. The rooms and the direction of imports: [architecture.md](architecture.md).

{% for place, told in places.items() -%}
- `{{ place }}`: {{ told }}
{% endfor %}
{%- for room, (told, modules) in rooms.items() %}
## {{ room }}
{{ told }}

{% for module, told in modules -%}
- `{{ module }}`: {{ told }}
{% endfor %}
{%- endfor %}"""
API = """\
# The public names
Generated from the docstrings by `docs/build.py`; the examples run in the tests.
`import kpu_corpus as kc` loads every name on first use. The errors and warnings named
here are in [`kc.errors`](#errors), as in `except kc.errors.InvalidArgument`. What the figures mean:
[method.md](method.md) and [statistics.md](statistics.md).

The columns of tables are `str` (text), `int64` (counts, ranks, offsets), `float64` (measures) or
`bool`, also in empty tables; the column of `by=` has the name and dtype that it has in
`corpus.essays` (your column *Tanggal* is `date` there). You may change tables: later calls return
new ones. If the files of the essays are in several folders, `by="folder"` groups by folder,
although it is not a column of `corpus.essays` ([tables.md](tables.md#groups) shows how to choose
essays by it).

Parameters, unless described otherwise:
{% for name, told in common.items() %}
- `{{ name }}`: {{ told }}
{%- endfor %}

{% for family, items in families.items() -%}
- {{ family }}: {% for item in items %}[`{{ item.name }}`](#{{ item.anchor }})\
{% if not loop.last %}, {% endif %}{% endfor %}
{% endfor %}
{%- for family, items in families.items() %}
## {{ family }}
{% for item in items %}
### {{ item.name }}
```text
{{ item.signature }}
```
{{ item.text }}
{% endfor %}
{%- endfor %}"""


def main() -> None:
    for name, text in pages().items():
        (ROOT / "docs" / name).write_text(text, encoding="utf-8")


def pages() -> dict[str, str]:
    """Return the text of each page that is made from the code."""
    package = griffe.load("kpu_corpus", search_paths=[ROOT / "src"], docstring_parser="numpy")
    public = _homes()
    families = {
        family: [_entry(package, name, public[name]) for name in names.split()]
        for family, names in FAMILIES.items()
    }
    return {
        "files.md": _render(FILES, places=PLACES, rooms=_rooms(package)),
        "api.md": _render(
            API, families=families, common={name: _plain(told) for name, told in COMMON.items()}
        ),
    }


def _render(template: str, **values: Any) -> str:
    # these are Markdown pages of our own words; nothing here comes from strangers
    environment = Environment(undefined=StrictUndefined, autoescape=False)
    return environment.from_string(template).render(values).rstrip("\n") + "\n"


def _rooms(module: Any) -> dict[str, tuple[str, list[tuple[str, str]]]]:
    """Return of each folder what its package says of itself, and its modules."""
    inside = [one for _, one in sorted(module.modules.items()) if not one.is_alias]
    files = [(one.filepath.name, _first_line(one)) for one in inside if not one.is_init_module]
    rooms = {module.path.replace(".", "/"): (_first_line(module), files)}
    for package in (one for one in inside if one.is_init_module):
        rooms |= _rooms(package)
    return rooms


def _first_line(module: Any) -> str:
    return module.docstring.value.split("\n")[0] if module.docstring else ""


def _homes() -> dict[str, str]:
    """Return where each public name lives, from the table by which the package finds it."""
    from kpu_corpus import _HOMES

    return {name: f"{module}.{inside}".rstrip(".") for name, (module, inside) in _HOMES.items()}


def _entry(package: Any, name: str, home: str) -> dict[str, str]:
    found = package[home]
    found = found.final_target if found.is_alias else found
    text = _docstring(found)
    if found.is_class or found.is_module:
        names = found.exports if found.is_module and found.exports else found.members
        shown = [
            member for name, member in found.members.items() if name in names and _told(member)
        ]
        text += "".join(_member(m.final_target if m.is_alias else m) for m in shown)
    return {
        "name": name,
        "anchor": name.lower(),
        "signature": _signature(found, name),
        "text": text,
    }


def _told(member: Any) -> bool:
    """Tell whether a member is public and explained."""
    if member.name.startswith("_"):
        return False
    if member.is_alias:  # a module's own functions, gathered from its files; no imports
        return bool(member.final_target.is_function)
    return bool((not member.is_module) and member.docstring)


def _member(member: Any) -> str:
    name = _call(member, member.name) if member.is_function else member.name
    return f"\n\n#### `{name}`\n{_docstring(member)}"


def _signature(found: Any, name: str) -> str:
    made = found["__init__"] if found.is_class and "__init__" in found.members else found
    if not made.is_function or name in MADE:
        return f"kc.{name}"
    line = _call(made, name)
    if len(line) <= WIDE:
        return line
    returns = f" -> {found.returns}" if found.is_function else ""
    return "\n".join([f"{name}(", *(f"    {part}," for part in _parameters(made)), f"){returns}"])


def _call(function: Any, name: str) -> str:
    returns = f" -> {function.returns}" if function.returns and name == function.name else ""
    return f"{name}({', '.join(_parameters(function))}){returns}"


def _parameters(function: Any) -> list[str]:
    shown: list[str] = []
    for parameter in function.parameters:
        if parameter.kind is griffe.ParameterKind.keyword_only and "*" not in shown:
            shown.append("*")
        if parameter.name != "self":
            shown.append(_parameter(parameter))
    return shown


def _parameter(parameter: griffe.Parameter) -> str:
    several = parameter.kind is griffe.ParameterKind.var_positional
    typed = f"{'*' * several}{parameter.name}: {parameter.annotation}"
    return (
        typed if several or parameter.default is None else f"{typed} = {_shown(parameter.default)}"
    )


def _shown(value: Any) -> str:
    """Return a default as it stands, the names of constants in it by their values."""
    shown = str(value)
    for name in [] if isinstance(value, str) else value.iterate(flat=True):
        if isinstance(name, griffe.ExprName):
            found = name.parent.modules_collection[name.canonical_path]
            constant = found.final_target if found.is_alias else found
            shown = re.sub(rf"\b{name.name}\b", _shown(constant.value), shown)
    return shown


def _docstring(found: Any) -> str:
    """Return a docstring of the NumPy kind as Markdown."""
    if not found.docstring:
        return ""
    parts = [_section(section) for section in found.docstring.parse("numpy", warnings=False)]
    return "\n\n".join(part for part in parts if part)


def _section(section: Any) -> str:
    kind = section.kind.value
    if kind == "examples":
        return "\n\n".join(_plain(str(text)) for _, text in section.value)
    if kind == "text":
        return _plain(section.value)
    titles = {"parameters": "Parameters", "returns": "Returns", "raises": "Raises"}
    named: dict[str, list[str]] = {}
    for entry in section.value:  # "a, b" in one line of a docstring are two entries of one text
        name = entry.name if kind == "parameters" else entry.annotation
        if kind == "parameters" and entry.description.strip() == COMMON.get(name):
            continue
        named.setdefault(_plain(entry.description), []).append(f"`{name}`")
    rows = [f"- {', '.join(names)}: {indent(told, '  ').lstrip()}" for told, names in named.items()]
    return f"**{titles[kind]}**\n\n" + "\n".join(rows) if rows else ""


def _plain(text: str) -> str:
    """Return reST of the kind used here as Markdown; examples become fenced blocks."""
    text = re.sub(r":(?:func|mod|class|meth):`([^`]+)`", _link, dedent(text).strip())
    text = re.sub(r"``(.+?)``", r"`\1`", text)
    text = re.sub(r"[ ]*# doctest:.*", "", text)
    text = text.replace(">>> import kpu_corpus as kc\n", "")  # as the head of the page says
    return re.sub(r"(?m)^(>>>.*(?:\n(?!\n).*)*)", r"```pycon\n\1\n```", text)


def _link(match: re.Match[str]) -> str:
    name = match[1].rpartition(".")[2]
    public = {name for names in FAMILIES.values() for name in names.split()}
    return f"[`kc.{name}`](#{name.lower()})" if name in public else f"`{match[1]}`"


if __name__ == "__main__":
    main()
