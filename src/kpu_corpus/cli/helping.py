"""The parser's own messages in the user's language: help and usage errors."""

import os
import re
from collections.abc import Sequence
from typing import Any

from typer.core import TyperCommand, TyperOption

from kpu_corpus.cli.saying import typed
from kpu_corpus.errors import InvalidArgument, KpuCorpusError, nearest
from kpu_corpus.labels import label

# The parser's own words in its help, and their labels.
HELP_WORDS = {
    "Usage:": "usage_word",
    "Options:": "options_word",
    "Essays:": "essays_word",
    "Results:": "results_word",
    "Commands:": "commands_word",
    "Arguments:": "arguments_word",
    "[OPTIONS] COMMAND [ARGS]...": "command_line",
    "[OPTIONS]": "options_place",
    "Show this message and exit.": "help_option",
    "[default:": "default_word",
    "[required]": "required_word",
}
# The options that nearly every command has, set apart in its help from its own.
SECTIONS = {
    "Essays": ("text", "metadata", "on", "only", "without", "duplicates", "pseudonyms"),
    "Results": ("out", "lang", "help"),
}
# The kinds of values as the parser names them in its help, and their labels.
KINDS = {
    "str": "word_kind",
    "Path": "file_kind",
    "path": "file_kind",
    "int": "number_kind",
    "float": "number_kind",
}
KIND = re.compile(r"(?P<place>(?<=^  )[A-Z]+…?)? <(?:list\[)?(?P<kind>\w+)\]?>", re.MULTILINE)
# How Typer sets the places of arguments, {PATH…}..., which looks cut off.
PLACE = re.compile(r"\{(\w+…?)\}(?:\.\.\.)?")
# What stands in the place of an argument, as the commands have it, and their labels.
PLACES = {"PATH": "place_path", "WORD": "place_word", "QUERY": "place_query", "NAME": "place_name"}
# What people may call a command in Indonesian.
MEANT_COMMANDS = {
    "akar": "root",
    "banding": "compare",
    "bandingkan": "compare",
    "bukti": "evidence",
    "bundel": "bundle",
    "ejaan": "spelling",
    "ekspor": "export",
    "jelajah": "explorer",
    "gugus": "clusters",
    "jejaring": "theme-network",
    "jejaring-tema": "theme-network",
    "kata-dasar": "root",
    "kata-kunci": "keywords",
    "kekhasan": "keyness",
    "kembar": "duplicates",
    "kemiripan": "similarity",
    "kepekaan": "sensitivity",
    "koding": "coding-sheet",
    "kolokasi": "collocations",
    "kolokat": "collocates",
    "konkordansi": "concordance",
    "laporan": "report",
    "leksikon": "lexicon",
    "lembar-koding": "coding-sheet",
    "letak": "positions",
    "penjelajah": "explorer",
    "periksa": "validate",
    "perubahan": "changes",
    "potong": "segment",
    "profil": "profile",
    "sebaran": "dispersion",
    "tema": "themes",
    "topik": "topics",
    "usul": "suggest",
    "usulan": "suggest",
}
# What people may call an option in Indonesian, or elsewhere.
MEANT_OPTIONS = {
    "--bahasa": "--lang",
    "--exclude": "--without",
    "--hanya": "--only",
    "--hasil": "--out",
    "--kecuali": "--without",
    "--kelompok": "--by",
    "--keluaran": "--out",
    "--kembar": "--duplicates",
    "--keterangan": "--metadata",
    "--language": "--lang",
    "--leksikon": "--lexicon",
    "--menurut": "--by",
    "--pasangan": "--pairs",
    "--peserta": "--metadata",
    "--samaran": "--pseudonyms",
    "--samarkan": "--pseudonyms",
    "--tabel": "--metadata",
    "--tanpa": "--without",
}
# What people may call a value in Indonesian: each is a value of some options only.
VALUES = {
    "acak": ("random",),
    "akar": ("root",),
    "bentuk": ("form",),
    "bertingkat": ("stratified",),
    "inggris": ("en",),
    "indonesia": ("id",),
    "kanan": ("right",),
    "kata": ("words",),
    "kata dasar": ("root",),
    "kiri": ("left",),
    "letak": ("place",),
    "pertama": ("first",),
    "pola": ("pattern",),
    "semua": ("keep",),
    "tema": ("themes", "theme"),
    "tidak": ("none",),
}
# A whole number as people write it: 1.000 in Indonesian, 1,000 in English.
THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+")
_EXTRA = re.compile(r"unexpected extra argument(?:s|\(s\))? \((.*)\)", re.DOTALL)


class Command(TyperCommand):
    """A command whose help lists its own options first, then the common ones.

    An option that takes one value is refused if it is given twice: one value would be lost. So are
    a long option behind one hyphen, which would be read as a short one with a value, a file whose
    name begins with a hyphen, and a number with thousands set apart (*1.000*), which would be read
    as 1.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        valid = {name for param in self.get_params(ctx) for name in param.opts}
        for arg in args[: args.index("--") if "--" in args else None]:
            if arg[:1] == "-" and (meant := f"-{arg.partition('=')[0]}") in valid:
                raise InvalidArgument("one_hyphen", got=repr(arg), meant=meant)
            if arg[:1] == "-" and arg not in valid and os.path.exists(arg):
                plain = typed(os.path.join(os.curdir, arg))
                raise InvalidArgument("hyphen_first", got=repr(arg), meant=plain)
        values, _, given = self.make_parser(ctx).parse_args(args=[*args])
        asks_help = any(param.name == "help" for param in given)
        for param in given:
            got = str(values.get(param.name))
            if isinstance(param.default, int) and THOUSANDS.fullmatch(got):
                plain = re.sub("[.,]", "", got)
                raise InvalidArgument("thousands", option=param.opts[0], got=got, plain=plain)
            once = isinstance(param, TyperOption) and not (param.multiple or param.is_flag)
            if once and given.count(param) > 1 and not asks_help:
                kind = "option_table" if param.name == "metadata" else "option_twice"
                raise InvalidArgument(kind, option=param.opts[0])
        return super().parse_args(ctx, args)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        told = [(p, record) for p in self.get_params(ctx) if (record := p.get_help_record(ctx))]
        widest = max(len(term) for _, (term, _) in told)
        sections: dict[str, list[tuple[str, str]]] = {}
        for param, (term, text) in told:
            of_all = (name for name, names in SECTIONS.items() if param.name in names)
            own = "Arguments" if param.param_type_name == "argument" else "Options"
            sections.setdefault(next(of_all, own), []).append((term.ljust(widest), text))
        for name in ("Arguments", "Options", *SECTIONS):
            if rows := sections.get(name):
                with formatter.section(name):
                    formatter.write_dl(rows)


def in_language(command: Any, lang: str) -> Any:
    """Return a command with the labels and argument placeholders of its parameters translated."""
    for param in command.params:
        param.help = label(f"cli.{param.help}", lang)
        name = (param.metavar or "").removesuffix("…")
        if name in PLACES:
            several = param.metavar.removeprefix(name)
            param.metavar = label(f"cli.{PLACES[name]}", lang) + several
    return command


def translated(text: str, lang: str) -> str:
    """Return the help text with the parser's own words translated."""
    for english, own in HELP_WORDS.items():
        text = text.replace(english, label(f"cli.{own}", lang))
    text = KIND.sub(lambda found: _kind(found, lang), text)
    return PLACE.sub(r"\1", text)


def _kind(found: re.Match[str], lang: str) -> str:
    """Return the type of an option's value in one word, as wide as the parser's name."""
    kind = KINDS[found["kind"]]
    return (found["place"] or f" {label(f'cli.{kind}', lang)}").ljust(len(found[0]))


def mistake(error: Any, lang: str) -> str:
    """Return the parser's error in the user's language."""
    kind = type(error).__name__
    if kind == "NoSuchOption":
        got = error.option_name
        valid = [name for param in error.ctx.command.get_params(error.ctx) for name in param.opts]
        return _unknown("no_option", got, MEANT_OPTIONS.get(got.lower(), got), valid, lang)
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
        got = error.message.split("'")[1].replace("\\\\", "\\")
        valid = error.ctx.command.list_commands(error.ctx)
        return _unknown("no_command", got, MEANT_COMMANDS.get(got.lower(), got), valid, lang)
    return str(error.format_message())


def meant(error: KpuCorpusError) -> KpuCorpusError:
    """Return an error with the value that was meant by an Indonesian word for it.

    >>> from kpu_corpus.errors import one_of
    >>> meant(one_of("what", "tema", ["words", "themes"])).text("id")
    "what='tema' tidak dikenal; yang ada: themes, words. Maksudnya 'themes'?"
    """
    fields = error.fields
    if fields.get("hint") != "" or "valid" not in fields:
        return error
    words = VALUES.get(str(fields.get("got")).strip("'").lower(), ())
    near = [word for word in words if word in str(fields["valid"]).split(", ")]
    hint = nearest(near[0], near) if near else ""
    return type(error)(error.message, **{**fields, "hint": hint})


def _unknown(name: str, got: str, meant: str, valid: Sequence[str], lang: str) -> str:
    hint = nearest(meant, valid)
    shown = hint.text(lang) if isinstance(hint, KpuCorpusError) else hint
    return label(f"cli.{name}", lang, got=f"'{got}'", hint=shown)
