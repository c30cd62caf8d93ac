"""What the command `lint` shows: how many faults of each kind a lexicon has, and the first ones."""

from collections import Counter
from typing import TYPE_CHECKING

from kpu_corpus.analysis.checking.lint import PROBLEMS
from kpu_corpus.ground.printable import printable
from kpu_corpus.labels import label
from kpu_corpus.reporting.wording import NAME, Wording, clipped

if TYPE_CHECKING:
    import pandas as pd

    from kpu_corpus.analysis.lexicon import Lexicon

FIRST = 5  # rows shown of a kind; the others are counted
PATTERN, DETAIL = 50, 150  # characters of a pattern and of what is said of it


def summary(table: "pd.DataFrame", lexicon: "Lexicon", lang: str) -> str:
    """Return for each kind of fault its count by theme and its first rows."""
    names = lexicon.labels(lang)
    kinds = {kind: table[table["problem"] == kind] for kind in PROBLEMS}
    shown = [_kind(kind, rows, names, lang) for kind, rows in kinds.items() if len(rows)]
    return "\n\n".join(shown)


def _kind(kind: str, rows: "pd.DataFrame", names: dict[str, str], lang: str) -> str:
    wording = Wording(lang)
    counts = Counter(rows["theme"])
    themes = (f"{clipped(names[key], NAME)} {wording.whole(n)}" for key, n in counts.items())
    told = label(f"value.problem_{kind}", lang)
    lines = [f"{told} ({wording.whole(len(rows))}): {', '.join(themes)}"]
    first = rows.head(FIRST)
    for key, pattern, said in zip(first["theme"], first["pattern"], first["detail"], strict=True):
        detail = "" if kind == "never_here" else f": {clipped(said, DETAIL)}"
        lines.append(f"  {clipped(names[key], NAME)}, {clipped(pattern, PATTERN)}{detail}")
    lines += (f"  {more}" for more in wording.more(len(rows) - FIRST))
    return "\n".join(map(printable, lines))
