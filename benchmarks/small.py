"""The smallest job as a whole process, beside the imports that anything of its kind needs.

`python -m benchmarks.small [rounds]`: seconds of the processor, medians of interleaved rounds, of
the themes of the five essays in `corpus/`, of importing pandas and scikit-learn's vectorizers, and
of importing this package, json and nothing.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
CODE = {
    "kpu-corpus themes corpus/": ["-m", "kpu_corpus", "themes", "corpus/"],
    "import pandas, sklearn": ["-c", "import pandas, sklearn.feature_extraction.text"],
    "import kpu_corpus": ["-c", "import kpu_corpus"],
    "import json": ["-c", "import json"],
    "nothing": ["-c", ""],
}


def main() -> None:
    """Print the medians and the two ratios."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    runs = [[_seconds(code) for code in CODE.values()] for _ in range(rounds)]
    took = dict(zip(CODE, map(median, zip(*runs, strict=True)), strict=True))
    for name, seconds in took.items():
        print(f"{name:<28}{1000 * seconds:7.0f} ms")
    job, imports, package, json, nothing = took.values()
    print(f"themes over imports: {job / imports:.2f}")
    print(
        f"import over nothing: {1000 * (package - nothing):.0f} ms, "
        f"of json {1000 * (json - nothing):.0f} ms"
    )


def _seconds(code: list[str]) -> float:
    """Return the seconds of the processor that a fresh interpreter takes."""
    path = os.pathsep.join(filter(None, (str(ROOT / "src"), os.environ.get("PYTHONPATH"))))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, *code],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": path},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
