"""Print how right and how fast the language analysis is: ``python -m benchmarks.accuracy``.

Each part is a module of its own; this file only calls them.
The gold files are found through KPU_CORPUS_GOLD (default ``../shared``).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from benchmarks import roots_accuracy, roots_speed, sentences_accuracy, spelling_accuracy

PARTS = {
    "Roots: percent right": roots_accuracy.report,
    "Roots: speed": roots_speed.report,
}
SHOWN = {
    "Sentences and words": sentences_accuracy.main,
    "Spelling": spelling_accuracy.main,
}


def main() -> int:
    gold = Path(os.environ.get("KPU_CORPUS_GOLD", "../shared"))
    if not (gold / "gold").is_dir():
        print(
            f"No gold files in {gold / 'gold'}: set KPU_CORPUS_GOLD to the folder above gold/.",
            file=sys.stderr,
        )
        return 1
    for title, part in PARTS.items():
        print(f"{title}\n{'=' * len(title)}\n{part(gold)}\n")
    for title, show in SHOWN.items():
        print(f"\n{title}\n{'=' * len(title)}")
        show()
    return 0


if __name__ == "__main__":
    sys.exit(main())
