"""The codes of one or several coders' sheets, combined unit by unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from kpu_corpus.analysis.coding.mistakes import together
from kpu_corpus.analysis.coding.sheet import CodedSheet, unit_id
from kpu_corpus.analysis.lexicon import Lexicon
from kpu_corpus.errors import InvalidArgument, KpuCorpusWarning
from kpu_corpus.ground.arrays import Floats, Longs
from kpu_corpus.ground.checks import of_pandas
from kpu_corpus.ground.printable import encodable
from kpu_corpus.ground.provenance import fingerprint
from kpu_corpus.ground.warned import warn
from kpu_corpus.tokens import Tokens

if TYPE_CHECKING:
    from kpu_corpus.analysis.coding.sheet import Coded

MISSING = -1


@dataclass(frozen=True, eq=False)
class Codes:
    """Codes by coder, unit and theme: 0, 1, or -1 without a code.

    ``units`` are rows of ``tokens.units``, ``themes`` columns of the lexicon; ``weight`` says how
    many units of the corpus each stands for; ``comment`` joins what the coders noted.
    """

    coders: tuple[str, ...]
    units: Longs
    themes: tuple[int, ...]
    codes: npt.NDArray[np.int8]
    weight: Floats
    comment: tuple[str, ...]

    @property
    def told(self) -> dict[str, str]:
        """The coders for a manifest: the sha256 of the codes of each."""
        units, weights = self.units.tolist(), self.weight.tolist()
        given = zip(self.coders, self.codes.tolist(), strict=True)
        return {name: fingerprint([units, self.themes, codes, weights]) for name, codes in given}

    @property
    def majority(self) -> npt.NDArray[np.int8]:
        """1 if more than half of the coders gave 1, else 0; -1 if nobody coded."""
        given = (self.codes != MISSING).sum(axis=0)
        ones = (self.codes == 1).sum(axis=0)
        return np.where(given == 0, MISSING, 2 * ones > given).astype(np.int8)


def read_codes(
    tokens: Tokens, coded: Coded | Sequence[Coded] | Mapping[str, Coded], lexicon: Lexicon
) -> Codes:
    """Read the codes of one or several coders and combine their units.

    A warning names files without a column for a theme, sheets without codes beside others,
    stratified samples without their weights, coders whose codes are identical, and how many units
    only one of several coders coded. Raises InvalidArgument naming wrong cells or sheets of
    different samples, and the errors of :func:`read_cells`.
    """
    coders = _named(coded)
    known = {unit_id(tokens, int(row)): int(row) for row in np.flatnonzero(tokens.units.body)}
    sheets: dict[str, CodedSheet] = {}
    wrong: list[InvalidArgument] = []
    for name, given in coders.items():
        try:
            sheets[name] = CodedSheet.read(given, tokens, lexicon, known)
        except InvalidArgument as error:
            wrong.append(error)
    if wrong:
        raise together(wrong)
    units = sorted({unit for sheet in sheets.values() for unit in sheet.codes})
    themes = sorted({theme for sheet in sheets.values() for theme in sheet.themes})
    if not units:
        named = ", ".join(_name_of(*item) for item in coders.items())
        raise InvalidArgument("nothing_coded", name=named)
    codes = np.full((len(sheets), len(units), len(themes)), MISSING, dtype=np.int8)
    for index, sheet in enumerate(sheets.values()):
        for row, unit in enumerate(units):
            for theme, code in sheet.codes.get(unit, {}).items():
                codes[index, row, themes.index(theme)] = code
    weights = _weights(tokens, sheets)
    comments = [
        "; ".join(text for sheet in sheets.values() if (text := sheet.comments.get(unit)))
        for unit in units
    ]
    made = Codes(
        tuple(sheets),
        np.array(units, dtype=np.int64),
        tuple(themes),
        codes,
        np.array([weights.get(unit, 1.0) for unit in units]),
        tuple(comments),
    )
    for doubt in _doubts(coders, sheets, lexicon, made):
        warn(doubt)
    return made


def _weights(tokens: Tokens, sheets: Mapping[str, CodedSheet]) -> dict[int, float]:
    """Return the weight of each unit; sheets with different weights come from different samples."""
    weights: dict[int, float] = {}
    for coder, sheet in sheets.items():
        for unit, weight in sheet.weights.items():
            if weights.setdefault(unit, weight) != weight:
                told = {"a": f"{weights[unit]:g}", "b": f"{weight:g}"}
                raise InvalidArgument(
                    "weights_differ", name=coder, unit=unit_id(tokens, unit), **told
                )
    return weights


def _doubts(
    coders: Mapping[str, Coded], sheets: Mapping[str, CodedSheet], lexicon: Lexicon, made: Codes
) -> Iterator[KpuCorpusWarning]:
    """Yield warnings about sheets that can be read.

    A file without a column of a theme, as a table made by hand may be; one of several sheets
    without any codes; a stratified sample whose weights stayed behind in the workbook; coders with
    the same codes throughout: it may be one sheet under two names; units that one coder alone has
    coded, of which alpha says nothing.
    """
    weighted = set().union(*(sheet.weights for sheet in sheets.values()))
    for coder, sheet in sheets.items():
        name = _name_of(coder, coders[coder])
        lost = [theme.key for at, theme in enumerate(lexicon.themes) if at not in sheet.themes]
        if lost and isinstance(coders[coder], str | Path):
            yield KpuCorpusWarning("themes_missing", name=name, themes=", ".join(lost))
        if not sheet.codes:
            yield KpuCorpusWarning("sheet_blank", name=name)
        if sheet.stratified and not weighted >= sheet.codes.keys():
            yield KpuCorpusWarning("weights_lost", name=name)
    for (one, codes), (other, others) in combinations(zip(made.coders, made.codes, strict=True), 2):
        if np.array_equal(codes, others):
            yield KpuCorpusWarning("coders_same", a=repr(one), b=repr(other))
    coded = (made.codes != MISSING).any(axis=2)
    each, alone = coded.sum(axis=1), int((coded.sum(axis=0) == 1).sum())
    if (each > 0).sum() > 1 and alone:
        told = ", ".join(f"{coder} {n}" for coder, n in zip(made.coders, each, strict=True))
        yield KpuCorpusWarning("coded_alone", alone=alone, n=coded.shape[1], coders=told)


def _name_of(coder: str, made: Coded) -> str:
    return Path(made).name if isinstance(made, str | Path) else coder


def _named(coded: Any) -> dict[str, Coded]:
    given = list(coded.values()) if isinstance(coded, Mapping) else coded
    several = [*map(of_pandas, given if isinstance(given, list | tuple) else [given])]
    if not several:
        raise InvalidArgument("nothing_coded", name=f"coded={coded!r}")
    for made in several:
        if not isinstance(made, str | Path) and not hasattr(made, "itertuples"):
            raise InvalidArgument("coded_type", got=type(made).__name__)
    if isinstance(coded, Mapping):
        return dict(zip((encodable(str(name)) for name in coded), several, strict=True))
    names = [
        Path(made).stem if isinstance(made, str | Path) else f"coder_{index}"
        for index, made in enumerate(several, start=1)
    ]
    if len(set(names)) < len(names):
        names = [f"{index}_{name}" for index, name in enumerate(names, start=1)]
    return dict(zip(names, several, strict=True))
