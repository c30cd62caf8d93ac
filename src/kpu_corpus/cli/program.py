"""The commands and their files; each is imported, with its dependencies, when called."""

from collections.abc import Callable
from importlib import import_module
from inspect import Parameter, Signature, signature
from typing import Any

import typer
from typer.core import TyperGroup

from kpu_corpus.cli.helping import Command, in_language
from kpu_corpus.labels import label

# In the order of the help.
MODULES = {
    "tables": ("segment", "themes", "evidence", "theme-network", "root"),
    "words": ("keywords", "keyness", "collocations", "dispersion", "topics"),
    "products": ("report", "explorer", "bundle", "export"),
    "checking": ("coding-sheet", "validate"),
    "questioning": ("lexicon", "lint", "suggest", "sensitivity"),
    "comparing": (
        "concordance",
        "positions",
        "collocates",
        "compare",
        "changes",
        "profile",
        "spelling",
    ),
    "likeness": ("similarity", "clusters", "duplicates", "passages"),
    "streaming": ("stream",),
}
COMMANDS = {name: module for module, names in MODULES.items() for name in names}
# The help of a command is the label of its name, unless an option has that one.
LABELS = {"duplicates": "duplicates_command", "lexicon": "lexicon_command"}


class Program(TyperGroup):
    """All commands, with their help in one language."""

    def __init__(self, lang: str) -> None:
        super().__init__(help=label("cli.help", lang), rich_markup_mode=None)
        self.lang = lang

    def list_commands(self, ctx: Any) -> list[str]:
        return [*COMMANDS]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        app = typer.Typer(add_completion=False, rich_markup_mode=None)
        module = import_module(f"kpu_corpus.cli.commands.{COMMANDS[cmd_name]}")
        called = getattr(module, cmd_name.replace("-", "_"))
        app.command(cmd_name, cls=Command, help=_help(cmd_name, self.lang))(spread(called))
        return in_language(typer.main.get_command(app), self.lang)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """List the options that the program itself handles, at any position."""
        rows = [
            ("--lang <str>", label("cli.lang", self.lang)),
            ("--version", label("cli.version", self.lang)),
            ("--help", label("cli.help_option", self.lang)),
        ]
        with formatter.section("Options"):
            formatter.write_dl(rows)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, _help(name, self.lang)) for name in COMMANDS])


def spread(command: Callable[..., int]) -> Callable[..., int]:
    """Return a command with the fields of its essays as parameters of its own.

    The paths stand where the essays do, the options behind all others.
    """
    own = signature(command).parameters
    if "essays" not in own:
        return command
    essays = own["essays"].annotation
    fields = signature(essays).parameters

    def spread_out(**given: Any) -> int:
        return command(essays=essays(**{name: given.pop(name) for name in fields}), **given)

    paths, *options = fields.values()
    flat = [paths if name == "essays" else one for name, one in own.items()]
    by_name = [one.replace(kind=Parameter.KEYWORD_ONLY) for one in (*flat, *options)]
    vars(spread_out)["__signature__"] = Signature(by_name)
    return spread_out


def _help(name: str, lang: str) -> str:
    return label(f"cli.{LABELS.get(name, name.replace('-', '_'))}", lang)
