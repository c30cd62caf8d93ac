"""Tokens and terms for other programs: quanteda, AntConc and CoNLL-U, and CoNLL-U back."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import fill
from typing import Any, Literal, get_args

from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import InvalidArgument, SourceNotFound, UnreadableSource
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.checks import choice, path_of
from kpu_corpus.ground.frames import frame
from kpu_corpus.ground.progress import progress
from kpu_corpus.ground.writing import ending, write_whole, write_whole_bytes
from kpu_corpus.reading.rows.numbers import EXACT
from kpu_corpus.reporting.files.tables import plain_csv
from kpu_corpus.terms.counts import ngram_sizes
from kpu_corpus.terms.matrix import term_matrix
from kpu_corpus.tokens import TOKENS, Tokens
from kpu_corpus.tokens.given import as_tokens

Format = Literal["antconc", "conllu", "quanteda"]
UPOS = {"number": "NUM", "symbol": "SYM", "name": "PROPN", "word": "X", "phrase": "X"}
SINGLE = (1, 1)  # terms of one word
LONGEST = 80  # characters of the name of a file: not more bytes than any file system takes
_FILE_SAFE = re.compile(r"[^\w.-]+")
# What Windows takes for a device, whatever stands behind the dot.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)

READ_DFM = """\
# Reads the document-feature matrix beside this file: source("read_dfm.R")
cells <- read.csv("cells.csv")
# text stays text ("001"), and only what is empty is missing, not a text "NA"
docs <- read.csv("documents.csv", encoding = "UTF-8", na.strings = "", check.names = FALSE,
  colClasses = c(
{classes}
  ))
features <- read.csv("features.csv", encoding = "UTF-8", na.strings = "",
  colClasses = "character")
x <- Matrix::sparseMatrix(i = cells$document, j = cells$feature, x = cells$count,
  dims = c(nrow(docs), nrow(features)), dimnames = list(docs$essay, features$term))
dfm <- quanteda::as.dfm(x)
quanteda::docvars(dfm) <- docs
"""


def export(
    tokens: Tokens | Corpus, path: str | Path, *, to: Format | str, ngrams: tuple[int, int] = SINGLE
) -> Path:
    """Write a corpus for another program and return the path.

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).
    path
        A file that ends in .conllu for ``"conllu"``, a folder for the others; created if missing.
    to
        ``"quanteda"``: the document-feature matrix of roots as cells.csv, documents.csv,
        features.csv (UTF-8) and read_dfm.R, which reads them. ``rate_words`` of a document are
        the words that its rates are per (stop words, too, which are no features). Cells stand as
        they are, so a spreadsheet may take one that begins with ``=`` for a formula;
        ``"antconc"``: one plain
        UTF-8 text per essay, as received; ``"conllu"``: CoNLL-U with form, root as lemma, and in
        MISC the source offsets and what has no column of its own, so that :func:`read_conllu`
        restores the table. Parts of speech and syntax are not analysed: ``_`` and coarse tags.
    ngrams
        Shortest and longest term of the matrix; only for ``"quanteda"``.

    Raises
    ------
    InvalidArgument
        Another format or suffix, or ``ngrams`` is not a pair from 1 to 3 or is given without a
        matrix.
    KpuCorpusError
        The file cannot be written.

    Examples
    --------
    >>> import tempfile, kpu_corpus as kc
    >>> corpus = kc.load({"a": "Kami melayani pemilih."})
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     lines = kc.export(corpus, f"{folder}/a.conllu", to="conllu").read_text().splitlines()
    >>> lines[4].split("\\t")[:3]
    ['2', 'melayani', 'layan']
    """
    writers: dict[str, Callable[[Tokens, Path], None]] = {
        "antconc": _antconc,
        "conllu": _conllu,
        "quanteda": lambda made, folder: _quanteda(made, folder, ngrams),
    }
    to = choice("to", to, get_args(Format))
    target = ending(path, ".conllu") if to == "conllu" else path_of(path)
    if ngram_sizes(ngrams) != SINGLE and to != "quanteda":
        raise InvalidArgument("ngrams_matrix", got=repr(ngrams), to=repr(to))
    writers[to](as_tokens(tokens), target)
    return target


def read_conllu(path: str | Path) -> pd.DataFrame:
    """Return the token table of a CoNLL-U file that :func:`export` wrote.

    Columns and dtypes are those of ``tokens.frame``. Raises UnreadableSource for a file from
    another program, whose words lack the fields that :func:`export` writes to MISC,
    SourceNotFound for a path that does not exist and InvalidArgument for anything but a path.

    >>> import tempfile, kpu_corpus as kc
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = kc.export(kc.load({"a": "Kami melayani."}), f"{folder}/a.conllu", to="conllu")
    ...     kc.read_conllu(path)["root"].tolist()
    ['kami', 'layan']
    """
    if not os.path.isfile(path_of(path)):
        raise SourceNotFound("not_found", path=repr(str(path)), hint="")
    try:
        rows = list(_rows(Path(path).read_text(encoding="utf-8")))
    except (KeyError, ValueError) as error:  # another program's ids, fields or encoding
        raise UnreadableSource("conllu", path=Path(path).name) from error
    return frame(TOKENS, rows)


def _rows(text: str) -> Iterator[dict[str, Any]]:
    essay, sentence = "", 0
    for line in text.split("\n"):
        if line.startswith("# newdoc id = "):
            essay = _plain(line.removeprefix("# newdoc id = "))
        elif line.startswith("# sent_id = "):
            sentence = int(line.rpartition("-")[2])
        elif line and not line.startswith("#"):
            yield _row(essay, sentence, line.split("\t"))


def _row(essay: str, sentence: int, fields: list[str]) -> dict[str, Any]:
    misc = dict(part.split("=", 1) for part in fields[-1].split("|") if "=" in part)
    return {
        "essay": essay,
        "sentence": sentence,
        "start": int(misc["Start"]),
        "end": int(misc["End"]),
        "surface": _plain(misc["Surface"]),
        "norm": _plain(misc["Norm"]),
        "root": _plain(misc["Root"]),
        "kind": misc["Kind"],
        "stop": misc["Stop"] == "Yes",
    }


def _antconc(tokens: Tokens, folder: Path) -> None:
    names: set[str] = set()
    again: Counter[str] = Counter()
    for item in tokens.corpus.items:
        made = _FILE_SAFE.sub("_", item.id).strip("._")[:LONGEST] or "esai"
        name = made = f"esai-{made}" if _DEVICE.match(made) else made
        while name.lower() in names:
            again[made.lower()] += 1
            name = f"{made}_{again[made.lower()] + 1}"
        names.add(name.lower())
        write_whole_bytes(folder / f"{name}.txt", tokens.corpus.text(item).encode())


def _quanteda(tokens: Tokens, folder: Path, ngrams: tuple[int, int]) -> None:
    matrix = term_matrix(tokens, ngrams=ngrams, background=None)
    cells = matrix.counts.tocoo()
    columns = {"document": cells.row + 1, "feature": cells.col + 1, "count": cells.data}
    counts = pd.DataFrame(columns).sort_values(["document", "feature"])
    essays = tokens.corpus.essays.drop(columns=["text", "start", "end"])
    essays["rate_words"] = matrix.words
    classes = [_r_class(essays[name]) for name in essays.columns]
    features = pd.DataFrame({"term": matrix.terms, "display": matrix.display})
    tables = {"cells": counts, "documents": essays.astype(object), "features": features}
    for name, table in tables.items():
        write_whole_bytes(folder / f"{name}.csv", plain_csv(table))
    lines = fill(", ".join(classes), 96, initial_indent="    ", subsequent_indent="    ")
    script = READ_DFM.replace("{classes}", lines)
    write_whole_bytes(folder / "read_dfm.R", script.encode())


def _r_class(column: pd.Series[Any]) -> str:
    """Return the class of a column in R; NA leaves it to R which kind of number it is.

    Whole numbers that R would round, such as those of employees (NIP), are text there.
    """
    kind = getattr(getattr(column.dtype, "categories", None), "dtype", column.dtype)
    if pd.api.types.is_bool_dtype(kind):
        return '"logical"'
    whole = pd.api.types.is_integer_dtype(kind)
    if whole and (column.dropna().astype(kind).abs() > EXACT).any():
        return '"character"'
    return "NA" if pd.api.types.is_numeric_dtype(kind) else '"character"'


def _conllu(tokens: Tokens, path: Path) -> None:
    def write(name: str) -> None:
        with open(name, "w", encoding="utf-8", newline="") as file:
            file.writelines(f"{line}\n" for line in _lines(tokens))

    write_whole(path, write)


def _lines(tokens: Tokens) -> Iterator[str]:
    table = tokens.frame
    last_essay, last_unit = "", -1
    number, essay = 0, ""
    rows = zip(table.itertuples(index=False), tokens.unit.tolist(), strict=True)
    for row, unit in progress(rows, "CoNLL-U", total=len(table)):
        if row.essay != last_essay:
            essay = _one_line(str(row.essay))
            yield from [""] if last_unit >= 0 else []
            yield f"# newdoc id = {essay}"
        if unit != last_unit:
            yield from [""] if last_unit >= 0 and row.essay == last_essay else []
            yield f"# sent_id = {essay}-{row.sentence}"
            yield f"# text = {' '.join(tokens.text_of(unit).split())}"
            number = 0
        last_essay, last_unit = str(row.essay), unit
        number += 1
        yield _line(number, row)
    yield from [""] if last_unit >= 0 else []


def _line(number: int, row: Any) -> str:
    form = "".join(" " if char.isspace() else char for char in row.surface)
    misc = (
        f"Start={row.start}|End={row.end}|Kind={row.kind}|Stop={'Yes' if row.stop else 'No'}"
        f"|Norm={_coded(row.norm)}|Root={_coded(row.root)}|Surface={_coded(row.surface)}"
    )
    lemma = row.root if row.root.strip() else "_"
    return "\t".join(
        [str(number), form, lemma, UPOS.get(row.kind, "X"), "_", "_", "_", "_", "_", misc]
    )


def _coded(text: str) -> str:
    """Escape characters that would break a field (space, bar, tab, per cent) as %XXXXXX."""
    return "".join(_code(char) if char in "|%=" or char.isspace() else char for char in text)


def _one_line(text: str) -> str:
    """Escape line breaks and the per cent sign in the same way."""
    return "".join(char if char.isprintable() and char != "%" else _code(char) for char in text)


def _code(char: str) -> str:
    return f"%{ord(char):06X}"


def _plain(text: str) -> str:
    return re.sub(r"%([0-9A-F]{6})", lambda found: chr(int(found[1], 16)), text)
