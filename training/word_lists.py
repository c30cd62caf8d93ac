"""Make lists of words ready to use; run `python -m training.word_lists` after a change of them.

Reads data/stopwords.toml, data/multiwords.toml and the background frequencies, and writes to
data/ready what of it every run needs: the first two as JSON, and the common forms. Tests hold both
equal.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

from kpu_corpus.indonesian.lists.background import COMMON, background

DATA = Path(__file__).parents[1] / "src" / "kpu_corpus" / "data"
TABLES = ("stopwords", "multiwords")


def main() -> None:
    for name in TABLES:
        content = tomllib.loads((DATA / f"{name}.toml").read_text("utf-8"))
        line = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        (DATA / "ready" / f"{name}.json").write_text(line + "\n", "utf-8")
    forms = [form for form, count in background().df.items() if count >= COMMON]
    (DATA / "ready" / "common.txt").write_text("\n".join(forms) + "\n", "utf-8")


if __name__ == "__main__":
    main()
