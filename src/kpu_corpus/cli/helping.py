"""The parser's own words, said in the user's language: in its help and of mistakes in a call."""

import re
from collections.abc import Sequence
from typing import Any

from kpu_corpus.errors import KpuCorpusError, nearest
from kpu_corpus.labels import label

# The parser's own words in its help, and their labels.
HELP_WORDS = {
    "Usage:": "usage_word",
    "Options:": "options_word",
    "Commands:": "commands_word",
    "Arguments:": "arguments_word",
    "[OPTIONS] COMMAND [ARGS]...": "command_line",
    "[OPTIONS]": "options_place",
    "Show this message and exit.": "help_option",
    "[default:": "default_word",
    "[required]": "required_word",
}
# Kinds of values: labels are no longer than these, so that the columns of the help stay.
KINDS = {
    "<str>": "kind_text",
    "<list[str]>": "kind_text",
    "<int>": "kind_number",
    "<float>": "kind_number",
    "<path>": "kind_file",
    "<list[Path]>": "kind_file",
}
# What stands in the place of an argument, as the commands have it.
PLACES = {"PATH": "place_path", "WORD": "place_word", "QUERY": "place_query"}
# What people may call a command in Indonesian.
COMMANDS = {
    "akar": "root",
    "banding": "compare",
    "bandingkan": "compare",
    "bukti": "evidence",
    "bundel": "bundle",
    "ejaan": "spelling",
    "jelajah": "explorer",
    "kata-dasar": "root",
    "kata-kunci": "keywords",
    "kemiripan": "similarity",
    "koding": "coding-sheet",
    "konkordansi": "concordance",
    "laporan": "report",
    "lembar-koding": "coding-sheet",
    "penjelajah": "explorer",
    "periksa": "validate",
    "potong": "segment",
    "profil": "profile",
    "tema": "themes",
    "topik": "topics",
}
_EXTRA = re.compile(r"unexpected extra argument(?:s|\(s\))? \((.*)\)", re.DOTALL)


def named(command: Any, lang: str) -> Any:
    """Return a command, its places of arguments called in the language."""
    for part in (command, *getattr(command, "commands", {}).values()):
        for param in part.params:
            place = PLACES.get((param.metavar or "").rstrip("…"))
            param.metavar = label(f"cli.{place}", lang) if place else param.metavar
    return command


def translated(text: str, lang: str) -> str:
    """Return the text of the help with the parser's own words in the language."""
    for english, own in HELP_WORDS.items():
        text = text.replace(english, label(f"cli.{own}", lang))
    for place in (label(f"cli.{own}", lang) for own in PLACES.values()):
        for kind in KINDS:  # the name of the place says it already
            given = f"  {place} {kind}"
            text = text.replace(given, f"  {place}".ljust(len(given)))
    for kind, own in KINDS.items():
        text = text.replace(kind, label(f"cli.{own}", lang).ljust(len(kind)))
    return text


def mistake(error: Any, lang: str) -> str:
    """Say in the user's language what the parser found wrong."""
    kind = type(error).__name__
    if kind == "NoSuchOption":
        got = error.option_name
        return _unknown("no_option", got, got, error.possibilities or (), lang)
    if kind == "MissingParameter":
        options = [name for name in error.param.opts if name.startswith("-")]
        got = options[0] if options else error.param.metavar
        return label("cli.missing", lang, got=got)
    if kind == "BadParameter" and error.param:
        return label("cli.bad_value", lang, got=error.param.opts[0])
    if kind == "BadOptionUsage":
        name = "takes_none" if "does not take" in error.message else "lacks_value"
        return label(f"cli.{name}", lang, got=error.option_name)
    if extra := _EXTRA.search(error.message):
        return label("cli.extra", lang, got=extra[1])
    if "No such command" in error.message:
        got = error.message.split("'")[1]
        valid = error.ctx.command.list_commands(error.ctx)
        return _unknown("no_command", got, COMMANDS.get(got.lower(), got), valid, lang)
    return str(error.format_message())


def _unknown(name: str, got: str, meant: str, valid: Sequence[str], lang: str) -> str:
    hint = nearest(meant, valid)
    shown = hint.text(lang) if isinstance(hint, KpuCorpusError) else hint
    return label(f"cli.{name}", lang, got=repr(got), hint=shown)
