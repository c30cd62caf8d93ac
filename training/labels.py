"""Make the labels ready to use; run `python -m training.labels` after every change of them.

Reads data/labels.toml and writes data/ready/labels.json, a label a line, which is read in a
twentieth of the time. A test holds both equal.
"""

from __future__ import annotations

import json
import tomllib

from training.files import DATA, READY


def main() -> None:
    groups = tomllib.loads((DATA / "labels.toml").read_text("utf-8"))
    rows = [
        f"{_line(f'{group}.{key}')}:{_line(row)}"
        for group, labels in groups.items()
        for key, row in labels.items()
    ]
    (READY / "labels.json").write_text("{\n" + ",\n".join(rows) + "\n}\n", "utf-8")


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    main()
