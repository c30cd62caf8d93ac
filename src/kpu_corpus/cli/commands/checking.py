"""Commands of the validation loop: a sheet out, completed sheets back."""

import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

import kpu_corpus as kc
from kpu_corpus.cli.finishing import finish, telling_left_out, written
from kpu_corpus.cli.loading import Counted
from kpu_corpus.cli.options import Lang, Lexicon, Table, out_option
from kpu_corpus.cli.saying import program, say, typed
from kpu_corpus.errors import InvalidArgument, KpuCorpusWarning
from kpu_corpus.labels import label
from kpu_corpus.reading.cells import head_of
from kpu_corpus.reading.limits import Limits
from kpu_corpus.reading.own import is_own

DEFAULT_SHEET = Path("koding.xlsx")

SheetFile = Annotated[Path, out_option(".xlsx")]
Coded = Annotated[list[Path], typer.Option("--coded", help="coded", readable=False, is_eager=True)]


def coding_sheet(
    essays: Counted,
    out: SheetFile = DEFAULT_SHEET,
    n: Annotated[int, typer.Option("--n", help="n")] = 200,
    sample: Annotated[str, typer.Option("--sample", help="sample")] = "random",
    seed: Annotated[int, typer.Option("--seed", help="seed")] = 0,
    by: Annotated[str | None, typer.Option("--by", help="sheet_by")] = None,
    lexicon: Lexicon = None,
    lang: Lang = "id",
) -> int:
    corpus = essays.load()
    tokens = kc.preprocess(corpus)
    made = kc.coding_sheet(
        tokens, out, n=n, sample=sample, seed=seed, by=by, lexicon=lexicon, lang=lang
    )
    there = int(tokens.units.body.sum())
    name = "sheet_written" if n <= there else "sheet_short"
    with_lexicon = [f"--lexicon {typed(lexicon)}"] if lexicon else []
    spoken = [] if lang == "id" else [f"--lang {lang}"]
    options = [f"--coded {typed(made)}", *with_lexicon, *essays.options(), *spoken]
    call = " ".join([program(), "validate", *map(typed, essays.paths), *options])
    return written(name, corpus, lang, path=made.resolve(), rows=min(n, there), n=n, call=call)


def validate(
    essays: Counted,
    coded: Coded,
    out: Table = None,
    by: Annotated[str, typer.Option("--by", help="validate_by")] = "theme",
    sentences: Annotated[bool, typer.Option("--sentences", help="sentences")] = False,
    lexicon: Lexicon = None,
    lang: Lang = "id",
) -> int:
    if sheet := next(filter(_is_sheet, essays.paths), None):
        raise InvalidArgument("coded_first", path=repr(str(sheet)), plain=typed(sheet))
    corpus = essays.load()
    tokens = kc.preprocess(corpus)
    tied = 0
    with telling_left_out(corpus, essays.duplicates, lang):  # a sheet may have sentences of these
        if sentences:
            table = kc.disagreements(tokens, list(coded), lexicon=lexicon)
        else:
            table = kc.validate(tokens, list(coded), lexicon=lexicon, by=by)
            tied = _ties(tokens, coded, lexicon)
    kind = "disagreements" if sentences else "validate"
    code = finish(table, kind, out, corpus, lang, lexicon)
    if tied:
        say(label("cli.coders_tied", lang, n=tied, fp=label("table.fp", lang)))
    return code


def _ties(tokens: kc.Tokens, coded: Sequence[Path], lexicon: str | None) -> int:
    """Count the marks of the program where the coders are split evenly."""
    if len(coded) < 2:
        return 0
    with warnings.catch_warnings():  # those of the table
        warnings.simplefilter("ignore", KpuCorpusWarning)
        differing = kc.disagreements(tokens, list(coded), lexicon=lexicon)
    return int((differing["kind"] == "tied").sum())


def _is_sheet(path: Path) -> bool:
    """Tell whether a file is a coding sheet that people filled in."""
    from kpu_corpus.reporting.files.coding_sheet import is_filled  # seldom needed, so late

    if path.suffix.lower() != ".xlsx" or not is_filled(path, head_of(path).header):
        return False
    return is_own(path.read_bytes(), "xlsx", Limits())
