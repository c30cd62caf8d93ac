"""The command line: arguments in, one call, tables or a file out; messages in two languages."""

import errno
import io
import os
import re
import sys
import warnings
from collections.abc import Sequence
from contextlib import redirect_stdout, suppress
from typing import Any

import typer

from kpu_corpus.cli.helping import meant, mistake, translated
from kpu_corpus.cli.program import Program
from kpu_corpus.cli.saying import DONE, FAILED, STOPPED, WRONG_USAGE, program, say
from kpu_corpus.errors import (
    InvalidArgument,
    KpuCorpusError,
    KpuCorpusWarning,
    UnmatchedMetadata,
    one_of,
    system_reason,
)
from kpu_corpus.ground.collecting import look_seldom
from kpu_corpus.labels import LANGUAGES, label
from kpu_corpus.version import __version__

# Typer carries its own copy of click; this is the parent of its parsing errors.
USAGE_ERROR: Any = typer.BadParameter.__base__
# Of a variable of the shell that holds nothing; as a path it would be the working folder.
EMPTY = re.compile(r"(--[\w-]+=)?")
OPTION = re.compile(r"--([a-z][a-z-]*)(?==|$)")
# Of a stream whose folder or source is not as it was, for which no argument is to blame.
NOT_ARGUMENTS = frozenset(
    {"stream_busy", "stream_changed", "stream_changing", "stream_gone", "stream_moved"}
    | {"stream_changed_lexicon", "stream_changed_source"}
    | {"stream_other_code", "stream_other_data", "stream_other_version"}
)
OF_WHAT_IS_WRITTEN = frozenset({"out_kept", "out_replaced"})  # true once the command has ended


def main() -> None:
    """Run the command line and exit with its code.

    Characters that a Windows console or pipe cannot show are escaped, as in Python's messages.
    """
    if isinstance(sys.stdout, io.TextIOWrapper) and sys.stdout.errors == "strict":
        sys.stdout.reconfigure(errors="backslashreplace")
    look_seldom()
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command: 0 done, 1 failed, 2 wrong usage, 3 nothing found, or something was left out.

    Left out means files that were skipped, and rows and essays without a match in the metadata.
    """
    lang = LANGUAGES[0]
    try:
        lang = _language(arguments)
        if any(map(EMPTY.fullmatch, arguments)):
            raise InvalidArgument("empty_argument")
        if _command_first(arguments)[0] == "--version":
            typer.echo(f"kpu-corpus {__version__}")
            return DONE
        code = _invoke(_command_first(arguments), lang)
        if code == STOPPED:
            raise KeyboardInterrupt  # of which newer versions of typer make a number
        return code
    except USAGE_ERROR as error:
        told = mistake(error, lang)
        of_all = error.ctx and not error.ctx.parent  # a value that is not there has no context
        command = () if of_all else _command_first(arguments)[:1]
        spoken = () if lang == "id" else ("--lang", lang)
        call = " ".join([program(), *command, "--help", *spoken])
        say(label("cli.usage", lang, message=told, call=call))
        return WRONG_USAGE
    except KpuCorpusError as error:
        say(label("cli.error", lang, message=_as_typed(meant(error).text(lang), arguments)))
        return WRONG_USAGE if _is_usage(error) else FAILED
    except (KeyboardInterrupt, typer.Abort):
        say(label("cli.stopped", lang))
        return STOPPED
    except (BrokenPipeError, SystemExit):  # what was read no further, with which typer leaves
        return _unread()
    except MemoryError:
        say(label("cli.memory", lang))
        return FAILED
    except Exception as error:
        if isinstance(error, FileNotFoundError) and error.filename is None:
            say(label("cli.here_gone", lang))
            return FAILED
        if isinstance(error, OSError) and error.filename is None:  # what was being printed
            if sys.platform == "win32" and error.errno == errno.EINVAL:  # as a broken pipe is there
                return _unread()
            lost = KpuCorpusError("not_written", path="stdout", why=system_reason(error))
            say(label("cli.error", lang, message=lost.text(lang)))
            _unwritten()
            return FAILED
        why = f"{type(error).__name__}: {error}"
        say(label("cli.unexpected", lang, why=why))
        return FAILED


def _is_usage(error: KpuCorpusError) -> bool:
    told = {error.message, getattr(error.fields.get("why"), "message", "")}
    return isinstance(error, InvalidArgument) and told.isdisjoint(NOT_ARGUMENTS)


def _as_typed(message: str, arguments: Sequence[str]) -> str:
    """Name arguments as the options that were typed, but not where Python is spoken of.

    >>> _as_typed("by='kantr' is not known (in Python by=)", ["themes", "esai", "--by=kantr"])
    "--by='kantr' is not known (in Python by=)"
    """
    for argument in arguments:
        if option := OPTION.match(argument):
            name = option[1].replace("-", "_")
            message = re.sub(rf"(?<![-\w'\"])(?<!Python ){name}=", f"{option[0]}=", message)
    return message


def _unread() -> int:
    """Leave where nobody reads what is printed: without a word, which nobody would read either."""
    _unwritten()
    if sys.stderr is not None:
        sys.stderr.close()
    return DONE


def _unwritten() -> None:
    """Drop what could not be printed: Python would try once more as it ends, and tell of it."""
    with suppress(AttributeError, OSError, ValueError), open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


def _invoke(arguments: list[str], lang: str) -> int:
    shown = io.StringIO()
    afterwards: list[Any] = []
    unmatched: list[Any] = []  # told with what was skipped, or with an error, which it may explain
    before: set[str] = set()

    def show(told: Any) -> None:
        if isinstance(told, UnmatchedMetadata):
            unmatched.append(told)
        elif told.message in OF_WHAT_IS_WRITTEN:
            afterwards.append(told)
        elif told.text(lang) not in before:  # several tables of one command may warn of the same
            before.add(told.text(lang))
            say(told.text(lang))

    asks_help = "--help" in arguments
    if asks_help and arguments[0].startswith("-"):
        arguments = ["--help"]  # the whole program has no options of its own
    with redirect_stdout(shown if asks_help else sys.stdout), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what libraries warn of is for those who program
        warnings.simplefilter("always", KpuCorpusWarning)
        warnings.showwarning = lambda told, *_: show(told)
        try:
            result = Program(lang)(args=arguments, prog_name=program(), standalone_mode=False)
        except KpuCorpusError:
            for told in unmatched:
                if told.text(lang) not in before:  # --only has told of it
                    say(told.text(lang))
            raise
    for told in afterwards:
        say(told.text(lang))
    if asks_help:
        typer.echo(translated(shown.getvalue(), lang), nl=False)
    return result if isinstance(result, int) else DONE


def _command_first(arguments: list[str]) -> list[str]:
    """Return the arguments with a language option before the command moved after it.

    >>> _command_first(["--lang", "en", "root", "pemilu"])
    ['root', '--lang', 'en', 'pemilu']
    """
    first = arguments[0] if arguments else ""
    size = 2 if first == "--lang" else 1 if first.startswith("--lang=") else 0
    language, rest = arguments[:size], arguments[size:]
    return [rest[0], *language, *rest[1:]] if rest else ["--help"]


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
