import os
from pathlib import Path

import pytest

from training import background

GOLD = Path(os.environ.get("KPU_CORPUS_GOLD", "../shared"))


@pytest.mark.parametrize(
    ("form", "df", "expected"),
    [
        ("maksud", 3, "kept"),
        ("dimaksudkannya", 3, "kept"),
        ("penyapuan", 3, "kept"),
        ("rnaksud", 9, "confused letters"),
        ("mabsud", 9, "one edit from a common"),
        ("mabsud", 900, "kept"),
        ("zzyzx", 4, "rare, no root"),
        ("zzyzx", 5, "kept"),
        ("syaræiyah", 90, "not a word"),
    ],
)
def test_the_rule_keeps_words_and_drops_noise(form: str, df: int, expected: str) -> None:
    rows = [background.Row("maksud", 1000, 1000), background.Row(form, df, df)]
    assert background.verdicts(rows, {"maksud", "sapu"})[form] == expected


def test_the_shipped_table_is_what_the_script_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = GOLD / "background" / "peraturan_df.tsv.gz"
    if not source.exists():
        pytest.skip(f"needs {source}: set KPU_CORPUS_GOLD to the folder that holds background/")
    shipped = background.TARGET.read_bytes()
    monkeypatch.setattr(background, "TARGET", tmp_path / "formal.tsv.gz")
    monkeypatch.setattr(background, "GOLD", GOLD)
    background.main()
    assert (tmp_path / "formal.tsv.gz").read_bytes() == shipped
