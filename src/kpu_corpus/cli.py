"""The command line: arguments in, one call, tables or a file out; messages in two languages."""

import io
import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

import kpu_corpus as kc
from kpu_corpus.cli_compare import add_comparisons
from kpu_corpus.cli_stream import add_stream
from kpu_corpus.errors import InvalidArgument, KpuCorpusError, nearest, one_of
from kpu_corpus.labels import LANGUAGES, label

if TYPE_CHECKING:
    import pandas as pd

DONE, FAILED, WRONG_USAGE, NOTHING_OR_SKIPPED = 0, 1, 2, 3
DEFAULT_REPORT = Path("laporan.html")
DEFAULT_EXPLORER = Path("jelajah.html")
DEFAULT_SHEET = Path("koding.xlsx")
# The parser's own words in its help, and their labels.
HELP_WORDS = {
    "Usage:": "usage_word",
    "Options:": "options_word",
    "Commands:": "commands_word",
    "Arguments:": "arguments_word",
    "[OPTIONS] COMMAND [ARGS]...": "command_line",
    "[OPTIONS]": "options_place",
    "Show this message and exit.": "help_option",
    "[default: ": "default_word",
    "[required]": "required_word",
}
# Typer carries its own copy of click; this is the parent of its parsing errors.
USAGE_ERROR: Any = typer.BadParameter.__base__


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(run(list(sys.argv[1:] if arguments is None else arguments)))


def run(arguments: list[str]) -> int:
    """Run one command: 0 done, 1 failed, 2 wrong usage, 3 nothing found or files skipped."""
    lang = LANGUAGES[0]
    try:
        lang = _language(arguments)
        return _invoke(arguments or ["--help"], lang)
    except USAGE_ERROR as error:
        name = error.ctx.info_name if error.ctx and error.ctx.parent else ""
        told = _usage(error, lang)
        _say(label("cli.usage", lang, message=told, command=f"{name} " if name else ""))
        return WRONG_USAGE
    except KpuCorpusError as error:
        _say(label("cli.error", lang, message=error.text(lang)))
        return WRONG_USAGE if isinstance(error, InvalidArgument) else FAILED
    except (KeyboardInterrupt, typer.Abort):
        _say(label("cli.stopped", lang))
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return DONE
    except Exception as error:
        why = f"{type(error).__name__}: {error}"
        _say(label("errors.unexpected", lang, why=why))
        return FAILED


def _invoke(arguments: list[str], lang: str) -> int:
    shown = io.StringIO()
    asks_help = "--help" in arguments
    if asks_help and arguments[0].startswith("-"):
        arguments = ["--help"]  # the whole program has no options of its own
    with redirect_stdout(shown if asks_help else sys.stdout):
        result = build(lang)(args=arguments, prog_name="kpu-corpus", standalone_mode=False)
    if asks_help:
        text = shown.getvalue()
        for english, own in HELP_WORDS.items():
            text = text.replace(english, label(f"cli.{own}", lang))
        typer.echo(text, nl=False)
    return result if isinstance(result, int) else DONE


def build(lang: str) -> Any:
    """Build the commands with their help in one language."""

    def told(name: str) -> str:
        return label(f"cli.{name}", lang)

    app = typer.Typer(help=told("help"), add_completion=False, rich_markup_mode=None)
    paths_type = Annotated[list[Path], typer.Argument(help=told("paths"), metavar="PATH…")]
    out_type = Annotated[Path | None, typer.Option("--out", "-o", help=told("out"))]
    lang_type = Annotated[str, typer.Option("--lang", help=told("lang"))]
    by_type = Annotated[str, typer.Option("--by", help=told("by"))]
    roots_type = Annotated[str, typer.Option("--roots", help=told("mode"))]
    background_type = Annotated[str, typer.Option("--background", help=told("background"))]
    lexicon_type = Annotated[str | None, typer.Option("--lexicon", help=told("lexicon"))]
    metadata_type = Annotated[Path | None, typer.Option("--metadata", help=told("metadata"))]
    duplicates_type = Annotated[str, typer.Option("--duplicates", help=told("duplicates"))]

    @app.command(help=told("segment"))
    def segment(
        paths: paths_type,
        out: out_type = None,
        explain: Annotated[bool, typer.Option("--explain", help=told("explain"))] = False,
        sidecar: Annotated[bool, typer.Option("--sidecar", help=told("sidecar"))] = False,
        lang: lang_type = "id",
    ) -> int:
        corpus = _load(paths)
        if sidecar:
            from kpu_corpus.segment.sidecar import sidecar_text

            typer.echo("\n".join(sidecar_text(corpus, s.name) for s in corpus.documents), nl=False)
            return _skipped(corpus, lang)
        if explain:
            return _finish(kc.explain(corpus, lang=lang), out, corpus, lang)
        return _finish(corpus.essays.drop(columns="text"), out, corpus, lang)

    @app.command(help=told("keywords"))
    def keywords(
        paths: paths_type,
        out: out_type = None,
        top: Annotated[int, typer.Option("--top", help=told("top"))] = 10,
        by: by_type = "essay",
        background: background_type = "formal",
        roots: roots_type = "ranked",
        metadata: metadata_type = None,
        duplicates: duplicates_type = "keep",
        lang: lang_type = "id",
    ) -> int:
        corpus = _load(paths, metadata, duplicates)
        tokens = kc.preprocess(corpus, roots=roots)
        table = kc.keywords(tokens, top=top, by=_none(by), background=_none(background))
        return _finish(table, out, corpus, lang)

    @app.command(help=told("themes"))
    def themes(
        paths: paths_type,
        out: out_type = None,
        by: by_type = "essay",
        lexicon: lexicon_type = None,
        roots: roots_type = "ranked",
        metadata: metadata_type = None,
        duplicates: duplicates_type = "keep",
        lang: lang_type = "id",
    ) -> int:
        corpus = _load(paths, metadata, duplicates)
        tokens = kc.preprocess(corpus, roots=roots)
        return _finish(kc.themes(tokens, lexicon=lexicon, by=_none(by)), out, corpus, lang)

    @app.command(help=told("evidence"))
    def evidence(
        paths: paths_type,
        out: out_type = None,
        theme: Annotated[list[str] | None, typer.Option("--theme", help=told("theme"))] = None,
        lexicon: lexicon_type = None,
        roots: roots_type = "ranked",
        metadata: metadata_type = None,
        duplicates: duplicates_type = "keep",
        lang: lang_type = "id",
    ) -> int:
        corpus = _load(paths, metadata, duplicates)
        tokens = kc.preprocess(corpus, roots=roots)
        table = kc.evidence(tokens, lexicon=lexicon, themes=theme or None)
        return _finish(table, out, corpus, lang)

    @app.command(help=told("report"))
    def report(
        paths: paths_type,
        out: out_type = DEFAULT_REPORT,
        lexicon: lexicon_type = None,
        metadata: metadata_type = None,
        duplicates: duplicates_type = "keep",
        lang: lang_type = "id",
    ) -> int:
        corpus = _load(paths, metadata, duplicates)
        written = kc.report(corpus, out or DEFAULT_REPORT, lexicon=lexicon, lang=lang)
        _say(label("cli.report_written", lang, path=written.resolve(), essays=len(corpus)))
        return _skipped(corpus, lang)

    @app.command(help=told("explorer"))
    def explorer(
        paths: paths_type,
        out: out_type = DEFAULT_EXPLORER,
        no_text: Annotated[bool, typer.Option("--no-text", help=told("no_text"))] = False,
        no_passages: Annotated[
            bool, typer.Option("--no-passages", help=told("no_passages"))
        ] = False,
        lexicon: lexicon_type = None,
        lang: lang_type = "id",
    ) -> int:
        corpus = _load(paths)
        target = out or DEFAULT_EXPLORER
        tokens = kc.preprocess(corpus)
        none = kc.shared_passages(tokens, a=()) if no_passages else None
        settings: dict[str, Any] = {"lexicon": lexicon, "lang": lang, "text": not no_text}
        written = kc.explorer(tokens, target, passages=none, **settings)
        size = f"{written.stat().st_size / 1e6:.1f}"
        shown = size.replace(".", ",") if lang == "id" else size
        fields = {"path": written.resolve(), "essays": len(corpus), "size": shown}
        _say(label("cli.explorer_written", lang, **fields))
        return _skipped(corpus, lang)

    @app.command(help=told("root"))
    def root(
        words: Annotated[list[str], typer.Argument(help=told("words"), metavar="WORD…")],
        roots: roots_type = "ranked",
        lang: lang_type = "id",
    ) -> int:
        for word in words:
            typer.echo(f"{word}\t{kc.root(word, roots=roots)}")
        return DONE

    _validation(app, told)
    add_comparisons(app, told, _finish, _written)
    add_stream(app, told)
    return typer.main.get_command(app)


def _validation(app: typer.Typer, told: Callable[[str], str]) -> None:
    """Add the commands of the validation loop: a sheet out, filled sheets back."""
    paths_type = Annotated[list[Path], typer.Argument(help=told("paths"), metavar="PATH…")]
    out_type = Annotated[Path | None, typer.Option("--out", "-o", help=told("out"))]
    lang_type = Annotated[str, typer.Option("--lang", help=told("lang"))]
    lexicon_type = Annotated[str | None, typer.Option("--lexicon", help=told("lexicon"))]

    @app.command(name="coding-sheet", help=told("coding_sheet"))
    def coding_sheet(
        paths: paths_type,
        out: out_type = DEFAULT_SHEET,
        n: Annotated[int, typer.Option("--n", help=told("n"))] = 200,
        sample: Annotated[str, typer.Option("--sample", help=told("sample"))] = "random",
        seed: Annotated[int, typer.Option("--seed", help=told("seed"))] = 0,
        lexicon: lexicon_type = None,
        lang: lang_type = "id",
    ) -> int:
        corpus = _load(paths)
        settings: dict[str, Any] = {"n": n, "sample": sample, "seed": seed, "lexicon": lexicon}
        written = kc.coding_sheet(corpus, out or DEFAULT_SHEET, lang=lang, **settings)
        _say(label("cli.sheet_written", lang, path=written))
        return _skipped(corpus, lang)

    @app.command(help=told("validate"))
    def validate(
        paths: paths_type,
        coded: Annotated[list[Path], typer.Option("--coded", help=told("coded"))],
        out: out_type = None,
        by: Annotated[str, typer.Option("--by", help=told("validate_by"))] = "theme",
        sentences: Annotated[bool, typer.Option("--sentences", help=told("sentences"))] = False,
        lexicon: lexicon_type = None,
        lang: lang_type = "id",
    ) -> int:
        corpus = _load(paths)
        if sentences:
            table = kc.disagreements(corpus, list(coded), lexicon=lexicon)
        else:
            table = kc.validate(corpus, list(coded), lexicon=lexicon, by=by)
        return _finish(table, out, corpus, lang)


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


def _load(paths: list[Path], metadata: Path | None = None, duplicates: str = "keep") -> kc.Corpus:
    return kc.load(list(paths), metadata=metadata, duplicates=duplicates)


def _none(value: str) -> str | None:
    return None if value == "none" else value


def _finish(table: "pd.DataFrame", out: Path | None, corpus: kc.Corpus, lang: str) -> int:
    """Show or write a table; say what was skipped; return the exit code."""
    from kpu_corpus.reporting.tables import as_text, write_table

    if out is not None:
        path = write_table(table, out)
        _say(label("cli.written", lang, path=path, rows=len(table)))
    elif len(table):
        typer.echo(as_text(table))
    code = _skipped(corpus, lang)
    if not len(table):
        _say(label("cli.found_nothing", lang))
        return NOTHING_OR_SKIPPED
    return code


def _written(name: str, corpus: kc.Corpus, lang: str, **fields: object) -> int:
    _say(label(f"cli.{name}", lang, **fields))
    return _skipped(corpus, lang)


def _skipped(corpus: kc.Corpus, lang: str) -> int:
    for path, reason in corpus.refused:
        _say(label("cli.skipped", lang, path=path, reason=reason.text(lang)))
    return NOTHING_OR_SKIPPED if corpus.refused else DONE


def _say(message: str) -> None:
    typer.echo(message, err=True)


def _usage(error: Any, lang: str) -> str:
    """Say in the user's language what the parser found wrong."""
    kind = type(error).__name__
    if kind == "NoSuchOption":
        return _unknown("no_option", error.option_name, error.possibilities or (), lang)
    if kind == "MissingParameter":
        got = getattr(error.param, "metavar", None) or str(getattr(error.param, "name", "?"))
        return label("cli.missing", lang, got=got)
    if kind == "BadParameter" and error.param:
        return label("cli.bad_value", lang, got=error.param.opts[0])
    if "No such command" in error.message:
        got = error.message.split("'")[1]
        valid = error.ctx.command.list_commands(error.ctx)
        return _unknown("no_command", got, valid, lang)
    return str(error.format_message())


def _unknown(name: str, got: str, valid: Sequence[str], lang: str) -> str:
    hint = nearest(got, valid)
    shown = hint.text(lang) if isinstance(hint, KpuCorpusError) else hint
    return label(f"cli.{name}", lang, got=repr(got), hint=shown)
