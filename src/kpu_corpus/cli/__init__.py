"""The command line: arguments in, one call, tables or a file out; messages in two languages."""

import io
import re
import sys
import warnings
from collections.abc import Sequence
from contextlib import redirect_stdout
from typing import Any

import typer

from kpu_corpus.cli.checking import add_checks
from kpu_corpus.cli.comparing import add_comparisons
from kpu_corpus.cli.finishing import DONE, FAILED, STOPPED, WRONG_USAGE, program, say
from kpu_corpus.cli.products import add_products
from kpu_corpus.cli.questioning import add_questions
from kpu_corpus.cli.streaming import add_stream
from kpu_corpus.cli.tables import add_tables
from kpu_corpus.errors import InvalidArgument, KpuCorpusError, KpuCorpusWarning, nearest, one_of
from kpu_corpus.labels import LANGUAGES, label

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
# The kinds of values as the parser names them in its help, and their labels.
KINDS = {"str": "word_kind", "Path": "file_kind", "path": "file_kind", "int": "number_kind"}
KIND = re.compile(r"(?P<place>PATH…?|WORD…|QUERY)? <(?:list\[)?(?P<kind>\w+)\]?>")
# How Typer sets the places of arguments, {PATH…}..., which looks cut off.
PLACE = re.compile(r"\{(\w+…?)\}(?:\.\.\.)?")
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
    "kepekaan": "sensitivity",
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
    "usul": "suggest",
    "usulan": "suggest",
}
# Typer carries its own copy of click; this is the parent of its parsing errors.
USAGE_ERROR: Any = typer.BadParameter.__base__


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(run(list(sys.argv[1:] if arguments is None else arguments)))


def run(arguments: list[str]) -> int:
    """Run one command: 0 done, 1 failed, 2 wrong usage, 3 nothing found, or something was left out.

    Left out are files that were skipped, and rows and essays that the metadata does not match.
    """
    lang = LANGUAGES[0]
    try:
        lang = _language(arguments)
        return _invoke(arguments or ["--help"], lang)
    except USAGE_ERROR as error:
        name = error.ctx.info_name if error.ctx and error.ctx.parent else ""
        told = _usage(error, lang)
        call = f"{program()} {name} --help" if name else f"{program()} --help"
        say(label("cli.usage", lang, message=told, call=call))
        return WRONG_USAGE
    except KpuCorpusError as error:
        say(label("cli.error", lang, message=error.text(lang)))
        return WRONG_USAGE if isinstance(error, InvalidArgument) else FAILED
    except (KeyboardInterrupt, typer.Abort):
        say(label("cli.stopped", lang))
        return STOPPED
    except BrokenPipeError:
        sys.stderr.close()
        return DONE
    except Exception as error:
        why = f"{type(error).__name__}: {error}"
        say(label("errors.unexpected", lang, why=why))
        return FAILED


def _invoke(arguments: list[str], lang: str) -> int:
    shown = io.StringIO()
    asks_help = "--help" in arguments
    if asks_help and arguments[0].startswith("-"):
        arguments = ["--help"]  # the whole program has no options of its own
    with redirect_stdout(shown if asks_help else sys.stdout), warnings.catch_warnings():
        warnings.simplefilter("always", KpuCorpusWarning)
        warnings.showwarning = lambda told, *_: say(_warned(told, lang))
        result = build(lang)(args=arguments, prog_name=program(), standalone_mode=False)
    if asks_help:
        text = shown.getvalue()
        for english, own in HELP_WORDS.items():
            text = text.replace(english, label(f"cli.{own}", lang))
        text = KIND.sub(lambda found: _kind(found, lang), text)
        typer.echo(PLACE.sub(r"\1", text), nl=False)
    return result if isinstance(result, int) else DONE


def _kind(found: re.Match[str], lang: str) -> str:
    """Say in a word what kind of value an option takes, in the room that the parser's name took."""
    kind = KINDS[found["kind"]]
    return (found["place"] or f" {label(f'cli.{kind}', lang)}").ljust(len(found[0]))


def build(lang: str) -> Any:
    """Build the commands with their help in one language."""

    def told(name: str) -> str:
        return label(f"cli.{name}", lang)

    app = typer.Typer(help=told("help"), add_completion=False, rich_markup_mode=None)
    families = (add_tables, add_products, add_checks, add_questions, add_comparisons, add_stream)
    for add in families:
        add(app, told)
    built: Any = typer.main.get_command(app)
    for command in built.commands.values():
        command.short_help = command.help  # the list would cut what is not set as short
    return built


def _warned(told: Warning | str, lang: str) -> str:
    return told.text(lang) if isinstance(told, KpuCorpusWarning) else str(told)


def _language(arguments: Sequence[str]) -> str:
    """Find the language before parsing, since the help and the errors are in it."""
    for index, argument in enumerate(arguments):
        value = argument.removeprefix("--lang=") if argument.startswith("--lang=") else ""
        if argument == "--lang" and index + 1 < len(arguments):
            value = arguments[index + 1]
        if value in LANGUAGES:
            return value
        if value:
            raise one_of("--lang", value, LANGUAGES)
    return LANGUAGES[0]


def _usage(error: Any, lang: str) -> str:
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
    if "No such command" in error.message:
        got = error.message.split("'")[1]
        valid = error.ctx.command.list_commands(error.ctx)
        return _unknown("no_command", got, COMMANDS.get(got.lower(), got), valid, lang)
    return str(error.format_message())


def _unknown(name: str, got: str, meant: str, valid: Sequence[str], lang: str) -> str:
    hint = nearest(meant, valid)
    shown = hint.text(lang) if isinstance(hint, KpuCorpusError) else hint
    return label(f"cli.{name}", lang, got=repr(got), hint=shown)
