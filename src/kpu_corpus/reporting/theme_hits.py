"""The hits of a report's evidence, and the essays that have them, by theme."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

AT_ONCE = 5  # themes, and more than half of the lexicon: a sentence that counts for so many lists


@dataclass(frozen=True)
class ThemeHits:
    """Evidence and themes by essay, which are not searched once per theme and number.

    ``single`` are the themes that include no other: whoever names one names those above it, too.
    """

    evidence: pd.DataFrame
    essays: pd.DataFrame
    single: frozenset[str]

    @cached_property
    def counted(self) -> pd.DataFrame:
        """The evidence of the hits that count for their theme."""
        return self.evidence[self.evidence["counted"]]

    def counted_of(self, theme: str) -> list[Any]:
        """Return the rows of ``counted`` of a theme, in the order of the text."""
        return self._rows.get((theme, True), [])

    def uncounted_of(self, theme: str) -> list[Any]:
        """Return the rows of a theme that do not count: names, denials, quoted terms."""
        return self._rows.get((theme, False), [])

    @cached_property
    def _rows(self) -> dict[tuple[str, bool], list[Any]]:
        """Theme, and whether they count → its rows."""
        found: dict[tuple[str, bool], list[Any]] = {}
        rows: list[Any] = list(self.evidence.itertuples(index=False))
        for row in rows:
            found.setdefault((row.theme, row.counted), []).append(row)
        return found

    def hits(self, theme: str, *, hoped: bool) -> int:
        """Count the hits that count for a theme: the resolves and hopes, or all others."""
        return sum((row.status == "aspired") == hoped for row in self.counted_of(theme))

    def left(self, theme: str) -> int:
        """Count the hits of a theme that do not count for it."""
        return len(self.uncounted_of(theme))

    @cached_property
    def at_once(self) -> int:
        """The least number of themes for which a sentence counts that lists them."""
        return max(AT_ONCE, len(self.single) // 2 + 1)

    @cached_property
    def lists(self) -> frozenset[tuple[str, int]]:
        """Essay and number of the sentences that list the themes."""
        rows = self.counted[self.counted["theme"].isin(self.single)]
        themes = rows.groupby(["essay", "sentence"], sort=False)["theme"].nunique()
        return frozenset(themes.index[themes >= self.at_once])

    def listed(self, theme: str) -> int:
        """Count the sentences of a theme that list the themes."""
        return len(self.lists & {(row.essay, row.sentence) for row in self.counted_of(theme)})

    def essays_with(self, theme: str) -> list[str]:
        """Return the ids of the essays that mention a theme."""
        return self._essays_with.get(theme, [])

    @cached_property
    def _essays_with(self) -> dict[str, list[str]]:
        mine = self.essays[self.essays["sentences"] > 0]
        found: dict[str, list[str]] = {}
        for theme, essay in zip(mine["theme"].tolist(), mine["essay"].tolist(), strict=True):
            found.setdefault(theme, []).append(str(essay))
        return found
