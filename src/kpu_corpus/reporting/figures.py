"""The tables behind a report, made once: all of its content comes from these."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from kpu_corpus.analysis.checking.sensitivity import theme_sensitivity
from kpu_corpus.analysis.comparing.groups import Compared, compared
from kpu_corpus.analysis.foreign import foreign_names
from kpu_corpus.analysis.keywords.shown import keywords_in_own_forms
from kpu_corpus.analysis.lexicon import Lexicon
from kpu_corpus.analysis.lexicon.parts import STATED
from kpu_corpus.analysis.reuse.overlap import longest_run
from kpu_corpus.analysis.reuse.passages import shared_passages
from kpu_corpus.analysis.spelling import spelling
from kpu_corpus.analysis.statistics.proportions import MIN_UNITS
from kpu_corpus.analysis.themes.evidence import evidence
from kpu_corpus.analysis.themes.themes import themes, themes_of
from kpu_corpus.columns.grouping import group, group_columns, labelled
from kpu_corpus.corpus.near_duplicates import duplicates
from kpu_corpus.corpus.sources import Essay
from kpu_corpus.corpus.tables import words_of
from kpu_corpus.ground.provenance import of
from kpu_corpus.indonesian.roots.roots import root
from kpu_corpus.reporting.short_names import essays_apart, told_apart
from kpu_corpus.reporting.theme_hits import ThemeHits
from kpu_corpus.reporting.wording import GROUP, NAME, abridged, clipped
from kpu_corpus.tokens import Tokens

if TYPE_CHECKING:
    import pandas as pd

KEYWORDS = 10
FEW = 60  # essays up to which passages are looked for however long they are
RUN = 12  # equal words in a row that are told where the passage around them differs
KINDS = ("exact", "reordered", "inflected", "reworded")  # the most alike first
MANY = 2_000  # essays up to which each is compared with each, as whole texts
APART = 8  # essays, each too short for shares, that are still told one by one
SHORT = 30_000  # words up to which passages are looked for and themes ranked again otherwise


class Placed(NamedTuple):
    """A unit of a body: its number in the essay, its place in the source, its kind.

    A ``portion`` is part of a sentence that is too long for one unit.
    """

    number: int
    start: int
    end: int
    kind: str
    portion: bool


@dataclass(frozen=True, eq=False)
class Figures:
    """The tables of a report, groups by their labels; what follows is made when it is asked for."""

    tokens: Tokens
    lexicon: Lexicon
    by: str | None
    groups: pd.DataFrame
    essays: pd.DataFrame
    overall: pd.DataFrame
    evidence: pd.DataFrame
    pairs: str | None = None

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Essay id → its number, 1 to n in the order of the corpus."""
        return {item.id: index for index, item in enumerate(self.tokens.corpus.items, start=1)}

    @property
    def column(self) -> str | None:
        """The column of the groups; None where every essay, or the whole corpus, is one."""
        return None if self.by == "essay" else self.by

    def item(self, essay: str) -> Essay:
        """Return an essay by its id."""
        return self.tokens.corpus.items[self.numbers[essay] - 1]

    def anchor(self, essay: str, sentence: int = 0) -> str:
        """Return what links lead to: an essay in the full texts, or a sentence of it from 1."""
        return f"e{self.numbers[essay]}" + (f"-{sentence}" if sentence else "")

    @cached_property
    def theme_hits(self) -> ThemeHits:
        """The hits of the evidence and the essays that have them, by theme."""
        lexicon = self.lexicon
        single = frozenset(theme.key for theme in lexicon.themes if not lexicon.below(theme.key))
        return ThemeHits(self.evidence, self.essays, single)

    @property
    def topics(self) -> list[str]:
        """The themes of which every mention counts, denied or not."""
        return [theme.key for theme in self.lexicon.themes if theme.counts != STATED]

    @cached_property
    def ranked(self) -> list[Any]:
        """The rows of ``overall``, the theme of most sentences first, ties as in the lexicon."""
        rows = list(self.overall.itertuples(index=False))
        return sorted(rows, key=lambda row: -row.sentences)

    @cached_property
    def units(self) -> int:
        """Units of the body of the whole corpus."""
        return int(self.tokens.units.body.sum())

    @cached_property
    def states_shares(self) -> bool:
        """Whether the corpus has enough sentences to state shares at all, and they can be read."""
        return self.units >= MIN_UNITS and not self.all_foreign

    @cached_property
    def enough(self) -> bool:
        """Whether the whole corpus is enough to state an interval."""
        table = self.essays if len(self.numbers) == 1 else self.overall
        return bool(table["enough"].all())

    def names(self, lang: str) -> dict[str, str]:
        """Return theme key → the name that people read; one without it gets its key, tidied."""
        return {
            key: clipped(key.replace("_", " ").capitalize() if name == key else name, NAME)
            for key, name in self.lexicon.labels(lang).items()
        }

    @cached_property
    def apart(self) -> dict[str, str]:
        """Essays and groups that would look like others where names are cut → names that do not."""
        groups = self.groups.iloc[:, 0].tolist() if self.column else []
        items = self.tokens.corpus.items
        known = ([item.author or "" for item in items], [item.unit or "" for item in items], groups)
        told = essays_apart(self.numbers)
        for names in known:
            told |= told_apart(names, lambda name: abridged(name, GROUP))
        return told

    @cached_property
    def units_of(self) -> dict[str, int]:
        """Essay id → its units of the body."""
        rows = zip(self.essays["essay"], self.essays["units"], strict=True)
        return {str(essay): int(units) for essay, units in rows}

    @cached_property
    def group_of(self) -> dict[str, str]:
        """Essay id → the label of its group by the column of the report."""
        made = group(self.tokens.corpus, self.by, tell=False)
        return {
            essay: made.labels[row]
            for essay, row in zip(self.numbers, made.row.tolist(), strict=True)
        }

    @cached_property
    def words_of(self) -> dict[str, int]:
        """Essay id → its words."""
        corpus = self.tokens.corpus
        return {item.id: words_of(corpus.text(item)) for item in corpus.items}

    @cached_property
    def short(self) -> list[str]:
        """The ids of the essays that are too short to state shares."""
        rows = self.essays.loc[~self.essays["enough"], "essay"]
        return [str(name) for name in rows.drop_duplicates() if name not in self.foreign]

    @cached_property
    def foreign(self) -> list[str]:
        """The ids of the essays that are mostly in another language than Indonesian."""
        return foreign_names(self.tokens)

    @property
    def all_foreign(self) -> bool:
        """Whether no essay is in Indonesian."""
        return len(self.foreign) == len(self.numbers)

    @cached_property
    def bodies(self) -> dict[str, list[Placed]]:
        """Essay id → the units of its body, in order."""
        units = self.tokens.units
        going_on = np.isin(np.arange(len(units.kind)), [units.on, units.on - 1])
        table = self.tokens.sentences.assign(portion=going_on)
        table = table[table["kind"] != "title"]
        names = ("essay", "sentence", "start", "end", "kind", "portion")
        columns = (table[name].tolist() for name in names)
        found: dict[str, list[Placed]] = {}
        for essay, *unit in zip(*columns, strict=True):
            found.setdefault(essay, []).append(Placed(*unit))
        return found

    @cached_property
    def unit_at(self) -> dict[tuple[str, int], Placed]:
        """Essay id and number of a unit of the body → the unit."""
        return {(essay, one.number): one for essay, units in self.bodies.items() for one in units}

    @cached_property
    def _root_of(self) -> dict[str, str]:
        return dict(zip(self.tokens.types.surface, self.tokens.types.root, strict=True))

    def roots_in(self, text: str) -> frozenset[str]:
        """Return the roots of the words of a text; as in the corpus where the word is in it."""
        known = self._root_of
        words = (
            known[text]
            if text in known
            else " ".join(known.get(word) or root(word) for word in text.split())
        )
        return frozenset(words.split())

    @cached_property
    def keywords(self) -> pd.DataFrame:
        """The keywords of each group in the forms that it uses."""
        return _by_label(keywords_in_own_forms(self.tokens, top=KEYWORDS, by=self.by))

    @cached_property
    def compared(self) -> Compared:
        """Themes and words of each group against the rest."""
        return compared(self.tokens, self.lexicon, self.by, self.pairs)

    @cached_property
    def passages(self) -> pd.DataFrame | None:
        """The passages that essays share; None for one essay, and for many and much text."""
        many = len(self.numbers) > FEW and self.long
        return None if len(self.numbers) < 2 or many else shared_passages(self.tokens)

    @cached_property
    def own_passages(self) -> pd.DataFrame | None:
        """The passages that are more than stock phrases, with ``run``, ``run_text``; None as above.

        These are how many words the longest run of equal ones has, 0 below twelve, and its text.
        Passages with the longest come first: copied words inside a longer passage say more than its
        length. Then the most alike. Pairs of essays that are nearly the same text are told as such,
        not passage by passage.
        """
        table = self.passages
        if table is None:
            return None
        pairs = zip(table["essay_a"], table["essay_b"], strict=True)
        twins = [frozenset(map(str, pair)) in self.twins for pair in pairs]
        kept = table[~table["template"] & ~np.array(twins, dtype=bool)]
        texts = zip(kept["text"], kept["text_b"], strict=True)
        run_of = cache(longest_run)  # a form that many filled in gives the same pairs of texts
        runs = [run_of(str(text), str(text_b)) for text, text_b in texts]
        said = zip(kept["text"], runs, strict=True)
        kept = kept.assign(
            order=[KINDS.index(kind) for kind in kept["kind"]],
            run=[run.words if run.words >= RUN else 0 for run in runs],
            run_text=[text[slice(*run.a)] if run.words >= RUN else "" for text, run in said],
        )
        down = [False, True, False]
        return kept.sort_values(["run", "order", "words"], ascending=down, kind="stable")

    @cached_property
    def duplicates(self) -> pd.DataFrame | None:
        """The pairs of essays that are nearly the same text; None for a large corpus."""
        return duplicates(self.tokens.corpus) if len(self.numbers) <= MANY else None

    @cached_property
    def twins(self) -> frozenset[frozenset[str]]:
        """The pairs of ``duplicates``."""
        if self.duplicates is None:
            return frozenset()
        pairs = zip(self.duplicates["essay_a"], self.duplicates["essay_b"], strict=True)
        return frozenset(frozenset(map(str, pair)) for pair in pairs)

    @cached_property
    def spelling(self) -> pd.DataFrame:
        """The words that may be misspelt."""
        return spelling(self.tokens)

    @cached_property
    def sensitivity(self) -> pd.DataFrame | None:
        """How the themes rank under other settings; None for too little text or much of it."""
        if not self.states_shares or self.long:
            return None
        return theme_sensitivity(self.tokens, self.lexicon)

    @property
    def long(self) -> bool:
        """Whether there is so much text that what takes long is left to its own command."""
        return sum(self.words_of.values()) > SHORT

    def sentence_at(self, essay: str, place: int) -> int:
        """Return the number of the unit of the body that a place of an essay is in."""
        units = self.bodies[essay]
        at = bisect_right(units, place, key=lambda unit: unit.end)
        return units[min(at, len(units) - 1)].number

    @property
    def manifest(self) -> dict[str, Any]:
        """What made the themes by group."""
        return of(self.groups)


def figures(
    tokens: Tokens, lexicon: Lexicon, by: str | None = "essay", pairs: str | None = None
) -> Figures:
    """Make the tables of a report. Raises InvalidArgument when ``by`` or ``pairs`` is no column.

    Many essays of which none is long enough for shares are told together, not one by one.
    """
    # its tables are made by the name that was typed, by which they tell what is wrong with it
    column = group(tokens.corpus, by, tell=False).by if by is not None else None
    if pairs is not None:
        group(tokens.corpus, pairs, whole=False, tell=False, name="pairs")
    essays = themes(tokens, lexicon=lexicon)
    if column == "essay" and len(tokens.corpus.items) > APART and not essays["enough"].any():
        column = by = None
    groups = essays if column == "essay" else themes_of(tokens, lexicon=lexicon, by=by)
    return Figures(
        tokens=tokens,
        lexicon=lexicon,
        by=column,
        groups=_by_label(groups),
        essays=essays,
        overall=themes_of(tokens, lexicon=lexicon, by=None),
        evidence=evidence(tokens, lexicon=lexicon),
        pairs=pairs,
    )


def _by_label(table: pd.DataFrame) -> pd.DataFrame:
    return labelled(table, group_columns(table))
