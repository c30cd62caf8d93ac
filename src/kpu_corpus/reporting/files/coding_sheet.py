"""A workbook for coding a sample of units without seeing the machine's answer."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kpu_corpus.analysis.coding.headings import theme_titles
from kpu_corpus.analysis.coding.sampling import Drawing, Sample, draw
from kpu_corpus.analysis.coding.sheet import WEIGHT_HEADINGS, shown, unit_id
from kpu_corpus.analysis.lexicon import Lexicon, Theme, load_lexicon, told_of
from kpu_corpus.analysis.lexicon.parts import STATED
from kpu_corpus.columns.names import column_named
from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import KpuCorpusError
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.checks import language
from kpu_corpus.ground.provenance import extend
from kpu_corpus.ground.writing import ending, write_whole
from kpu_corpus.labels import Language, label, section
from kpu_corpus.reading.cells import read_cells
from kpu_corpus.reporting.short_names import essays_apart
from kpu_corpus.reporting.wording import Wording, clipped
from kpu_corpus.reporting.workbooks.workbook import on_paper, workbook, write_cell
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.given import as_tokens

EXAMPLES, COUNTERS = 6, 4  # of each theme, on the sheet of the codebook
FIXED = ("id", "essay", "context", "text")
# What a person may do besides filling in: nothing that parts codes from their sentences.
ALLOWED = {"autofilter": True, "format_columns": True, "format_rows": True, "format_cells": True}
WIDTHS = {"id": 18, "essay": 26, "context": 30, "text": 60, "comment": 20}
TITLE = 60  # characters of it: a row is as high as its sentence, not its title
CODE, HEAD = 6, 110  # width of a column of codes in characters, height of the headings in points


def coding_sheet(
    tokens: Tokens | Corpus,
    path: str | Path,
    *,
    n: int = 200,
    sample: Drawing | str = "random",
    seed: int = 0,
    by: str | None = None,
    lexicon: str | Path | Lexicon | pd.DataFrame | None = None,
    lang: Language | str = "id",
) -> Path:
    """Write an .xlsx workbook for coding units with 0 or 1 for every theme.

    The first sheet has one row per unit: id, essay (its id and the start of its title), the
    preceding unit, the unit, one column per theme with a drop-down of 0 and 1, and a comment. Only
    codes and comments can be edited (there is no password), so that rows can be filtered but not
    sorted. The second is the codebook: instructions, then the definition, examples and
    counter-examples of every theme. Hidden sheets record how the sample was drawn and its weights.
    The lexicon's answers are not on the visible sheets. The same call gives the same bytes;
    :func:`kpu_corpus.validate` reads the completed workbook.

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).
    path
        Where to write; must end in ``.xlsx``.
    n
        Number of units; if there are fewer, every unit of the body in text order.
    sample
        ``"random"`` (every unit has the same chance) or ``"stratified"`` (rare themes are sampled
        more often, and weights correct for it when the figures are computed).
    seed
        Seed of the random draw.
    by
        A column of the essays (``"unit"``, ``"essay"``, one of your table), each group of which is
        to have as many units on the sheet as the others, if it has enough; weights correct for it.
        Only with ``sample="random"``. None for a sample of all units together.
    lexicon
        None for the shipped ten themes, a shipped name, or a file or table of your own.
    lang
        ``"id"`` (default) or ``"en"``: headings, instructions and codebook.

    Raises
    ------
    InvalidArgument
        An argument is out of range, a column does not exist, or ``path`` does not end in .xlsx.
    InvalidLexicon
        The lexicon breaks its format.
    SourceNotFound
        There is no such lexicon.
    MissingExtra
        XlsxWriter is not installed (extra ``report``).

    Examples
    --------
    >>> import kpu_corpus as kc, pathlib, tempfile
    >>> corpus = kc.load({"a": "Kami menjaga integritas. Hujan turun sejak pagi."})
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     kc.coding_sheet(corpus, pathlib.Path(folder) / "koding.xlsx").name
    'koding.xlsx'
    """
    target = ending(path, ".xlsx")
    language(lang)
    tokens = as_tokens(tokens)
    loaded = load_lexicon(lexicon)
    drawn = draw(tokens, loaded, n=n, sample=sample, seed=seed, by=by)
    settings = {"n": n, "sample": sample, "seed": seed, "lexicon": told_of(loaded)}
    settings |= {} if by is None else {"by": column_named(tokens.corpus, by)}
    made = extend(tokens.manifest, "coding_sheet", **settings)
    return write_whole(
        target, lambda name: _write(name, _Content(tokens, loaded, drawn, lang, made))
    )


def is_filled(path: Path, header: tuple[str, ...]) -> bool:
    """Tell whether a file with this header is a coding sheet with codes or comments."""
    if header[:1] != ("id",):
        return False
    try:
        sheet = read_cells(path)[0]
    except KpuCorpusError:
        return False
    codes = slice(len(FIXED), len(list(filter(None, header))) - 1)
    return any(any(row[codes]) for row in sheet.rows[1:])


@dataclass(frozen=True, slots=True)
class _Content:
    tokens: Tokens
    lexicon: Lexicon
    drawn: Sample
    lang: str
    manifest: Mapping[str, Any]


def _write(name: str, content: _Content) -> None:
    words = section("coding", content.lang)
    with workbook(name) as book:
        formats = {
            "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top"}),
            "upright": book.add_format({"bold": True, "text_wrap": True, "rotation": 90}),
            "wrap": book.add_format({"text_wrap": True, "valign": "top"}),
            "cut": book.add_format({"valign": "top"}),  # of an id: long, and only for the program
            "code": book.add_format({"align": "center", "valign": "top", "locked": False}),
            "free": book.add_format({"text_wrap": True, "valign": "top", "locked": False}),
        }
        _coding(book.add_worksheet(words["sheet"]), formats, words, content)
        _codebook(book.add_worksheet(words["codebook"]), formats, words, content)
        _hidden(book.add_worksheet("manifest"), _record(content.manifest))
        ids = (unit_id(content.tokens, int(unit)) for unit in content.drawn.units)
        weights = zip(ids, (repr(float(w)) for w in content.drawn.weight), strict=True)
        _hidden(book.add_worksheet("weights"), [WEIGHT_HEADINGS, *weights])


def _coding(sheet: Any, formats: Mapping[str, Any], words: Mapping[str, str], c: _Content) -> None:
    themes = theme_titles(c.lexicon, c.lang)
    # the weights stand on a sheet of their own, which a .csv file does not take along
    again = "row_stratified" if (c.drawn.weight != c.drawn.weight[:1]).any() else "row"
    columns = [*(words[key] for key in FIXED), *themes, words["comment"], words[again]]
    first, last = len(FIXED), len(FIXED) + len(themes) - 1
    for column, title in enumerate(columns):
        form = formats["upright" if first <= column <= last else "head"]
        write_cell(sheet, 0, column, title, form)
    sheet.set_row(0, HEAD)
    fixed = [formats["cut" if key == "id" else "wrap"] for key in FIXED]
    for column, key in enumerate(FIXED):
        sheet.set_column(column, column, WIDTHS[key], fixed[column])
    sheet.set_column(first, last, CODE, formats["code"])
    sheet.set_column(last + 1, last + 1, WIDTHS["comment"], formats["free"])
    sheet.set_column(last + 2, last + 2, None, None, {"hidden": True})
    wording = Wording(c.lang, essays_apart(item.id for item in c.tokens.corpus.items))
    for row, unit in enumerate(c.drawn.units.tolist(), start=1):
        for column, text in enumerate(_cells(c.tokens, unit, wording)):
            write_cell(sheet, row, column, shown(text), fixed[column])
        for column in range(first, last + 2):  # empty, and all that can be changed
            sheet.write_blank(row, column, None, formats["code" if column <= last else "free"])
        # the id once more at the other end: it tells when only some columns were sorted
        write_cell(sheet, row, last + 2, shown(unit_id(c.tokens, unit)))
    sheet.data_validation(
        1,
        first,
        max(len(c.drawn.units), 1),
        last,
        {
            "validate": "list",
            "source": [0, 1],
            "error_title": words["wrong_title"],
            "error_message": words["wrong"],
        },
    )
    sheet.autofilter(0, 0, max(len(c.drawn.units), 1), last + 2)
    sheet.protect("", ALLOWED)
    sheet.freeze_panes(1, first)
    on_paper(sheet)
    sheet.hide_gridlines(0)  # printed, too: codes are filled in by hand


def _cells(tokens: Tokens, unit: int, wording: Wording) -> tuple[str, str, str, str]:
    essay = tokens.corpus.items[int(tokens.units.essay[unit])]
    before = unit - 1
    follows = before >= 0 and tokens.units.essay[before] == tokens.units.essay[unit]
    context = tokens.text_of(before) if follows and tokens.units.body[before] else ""
    known = wording.essay(essay.id)
    name = f"{known}: {clipped(essay.title, TITLE)}" if essay.title else known
    return unit_id(tokens, unit), name, context, tokens.text_of(unit)


def _codebook(
    sheet: Any, formats: Mapping[str, Any], words: Mapping[str, str], c: _Content
) -> None:
    steps = [words[key] for key in sorted(words) if key.startswith("step_")]
    for row, step in enumerate(steps):
        sheet.merge_range(row, 0, row, 4, "", formats["wrap"])
        write_cell(sheet, row, 0, step, formats["wrap"])
        sheet.set_row(row, 15 * (1 + len(step) // 150))
    head = len(steps) + 1
    columns = ("theme", "definition", "examples", "counters", "source")
    for column, key in enumerate(columns):
        write_cell(sheet, head, column, words[key], formats["head"])
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 3, 55)
    sheet.set_column(4, 4, 40)
    titled = zip(theme_titles(c.lexicon, c.lang), c.lexicon.themes, strict=True)
    for row, (title, theme) in enumerate(titled, start=head + 1):
        for column, text in enumerate((title, *_entry(theme, c))):
            write_cell(sheet, row, column, shown(text), formats["wrap"])
    on_paper(sheet, head)


def _entry(theme: Theme, c: _Content) -> tuple[str, ...]:
    examples = [pattern.example for pattern in theme.patterns if pattern.example]
    counters = [pattern.counter for pattern in theme.patterns if pattern.counter]
    return (
        "\n".join(filter(None, (theme.definition[c.lang], *_notes(theme, c)))),
        "\n".join(f"• {text}" for text in examples[:EXAMPLES]),
        "\n".join(f"• {text}" for text in counters[:COUNTERS]),
        theme.source,
    )


def _notes(theme: Theme, c: _Content) -> Iterator[str]:
    """Tell coders that every mention of a topic counts, and that themes below one count for it."""
    if theme.counts != STATED:
        yield label("coding.topic", c.lang)
    titles = zip(theme_titles(c.lexicon, c.lang), c.lexicon.themes, strict=True)
    below = c.lexicon.below(theme.key)
    if themes := [title for title, one in titles if one.key in below]:
        yield label("coding.above", c.lang, themes=", ".join(themes))


def _record(manifest: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    for key, value in manifest.items():
        if isinstance(value, Mapping):
            for name, item in value.items():
                yield key, str(name), json.dumps(item, ensure_ascii=False, default=str)
        else:
            yield key, "", json.dumps(value, ensure_ascii=False, default=str)


def _hidden(sheet: Any, rows: Iterator[tuple[str, ...]] | Sequence[tuple[str, ...]]) -> None:
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            write_cell(sheet, row, column, shown(text))
    sheet.very_hidden()
