"""Draw the charts of charts.md from the essays of the seed: ``python docs/pictures.py``.

The pictures are those of the code block on the page, so that page and pictures cannot differ.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from kpu_corpus.reporting import charts

DOCS = Path(__file__).resolve().parent
BLOCK = re.compile(r"^```python\n(.*?)^```\n", re.MULTILINE | re.DOTALL)
PICTURE = re.compile(r"!\[.*?\]\(images/chart-(\w+)\.svg\)", re.DOTALL)


def main() -> None:
    page = (DOCS / "charts.md").read_text(encoding="utf-8")
    drawn: dict[str, Any] = {}
    for code in BLOCK.findall(page):
        exec(compile(code, "charts.md", "exec"), drawn)

    def picture(found: re.Match[str]) -> str:
        chart = drawn[found[1]]
        charts.save(chart, DOCS / "images" / f"chart-{found[1]}.svg")
        return f"![{chart.alt}](images/chart-{found[1]}.svg)"

    (DOCS / "charts.md").write_text(PICTURE.sub(picture, page), encoding="utf-8")


if __name__ == "__main__":
    main()
