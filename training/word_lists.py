"""Make lists of words ready to use; run `python -m training.word_lists` after a change of them.

Reads data/stopwords.toml, data/multiwords.toml and the background frequencies, and writes to
data/ready what of it every run needs: the first two as JSON, the common forms, and the counts of
roots for the usual stop words. Tests hold them equal.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

from kpu_corpus.indonesian.lists.background import COMMON, SHIPPED, background
from kpu_corpus.indonesian.lists.stopwords import DEFAULT_TIERS
from kpu_corpus.terms.reference import counted, packed

DATA = Path(__file__).parents[1] / "src" / "kpu_corpus" / "data"
TABLES = ("stopwords", "multiwords")


def main() -> None:
    for name in TABLES:
        content = tomllib.loads((DATA / f"{name}.toml").read_text("utf-8"))
        line = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        (DATA / "ready" / f"{name}.json").write_text(line + "\n", "utf-8")
    forms = [form for form, count in background().df.items() if count >= COMMON]
    (DATA / "ready" / "common.txt").write_text("\n".join(forms) + "\n", "utf-8")
    for name in SHIPPED:
        counts = packed(counted(name, tuple(sorted(DEFAULT_TIERS))))
        (DATA / "ready" / f"{name}.counts").write_bytes(counts)


if __name__ == "__main__":
    main()
