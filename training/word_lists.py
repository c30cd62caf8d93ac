"""Make lists of words ready to use; run `python -m training.word_lists` after a change of them.

Reads the stop words and units (TOML), the background, and what `training.roots` and
`training.spelling` have written, and writes to data/ready what of it every run needs, in the form
that takes the least work to use. Tests hold it equal to what it was made of.
"""

from __future__ import annotations

import json
import tomllib

from kpu_corpus.ground.lookup import written
from kpu_corpus.indonesian.lists.background import COMMON, SHIPPED, background
from kpu_corpus.indonesian.lists.stopwords import DEFAULT_TIERS
from kpu_corpus.indonesian.roots import ranking
from kpu_corpus.indonesian.roots.root_lists import listed_forms
from kpu_corpus.indonesian.spelling import pool
from kpu_corpus.indonesian.spelling.data import frequency
from kpu_corpus.terms.reference import counted, packed
from training.files import DATA, READY

TABLES = ("stopwords", "multiwords")


def main() -> None:
    for name in TABLES:
        content = tomllib.loads((DATA / f"{name}.toml").read_text("utf-8"))
        line = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        (READY / f"{name}.json").write_text(line + "\n", "utf-8")
    # before anything asks for a root, as the counts do
    (READY / "model.scores").write_bytes(ranking.packed(ranking.fitted()))
    (READY / "roots.words").write_bytes(written(listed_forms()))
    levels = {form: str(level) for form, level in frequency().items()}
    (READY / "known.words").write_bytes(written(levels))
    (READY / "targets.words").write_bytes(pool.ready())
    forms = [form for form, count in background().df.items() if count >= COMMON]
    (READY / "common.txt").write_text("\n".join(forms) + "\n", "utf-8")
    for name in SHIPPED:
        counts = packed(counted(name, tuple(sorted(DEFAULT_TIERS))))
        (READY / f"{name}.counts").write_bytes(counts)


if __name__ == "__main__":
    main()
