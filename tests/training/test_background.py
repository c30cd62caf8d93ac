import importlib.util
import os
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "training" / "background.py"
GOLD = Path(os.environ.get("KPU_CORPUS_GOLD", "../shared"))


@pytest.fixture(scope="module")
def script() -> ModuleType:
    if not SCRIPT.exists():
        pytest.skip("needs training/, which is not part of the source distribution")
    spec = importlib.util.spec_from_file_location("training_background", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


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
def test_the_rule_keeps_words_and_drops_noise(
    script: ModuleType, form: str, df: int, expected: str
) -> None:
    rows = [script.Row("maksud", 1000, 1000), script.Row(form, df, df)]
    assert script.verdicts(rows, {"maksud", "sapu"})[form] == expected


def test_the_shipped_table_is_what_the_script_makes(
    script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = GOLD / "background" / "peraturan_df.tsv.gz"
    if not source.exists():
        pytest.skip(f"needs {source}: set KPU_CORPUS_GOLD to the folder that holds background/")
    shipped = script.TARGET.read_bytes()
    monkeypatch.setattr(script, "TARGET", tmp_path / "formal.tsv.gz")
    monkeypatch.setattr(script, "GOLD", GOLD)
    script.main()
    assert (tmp_path / "formal.tsv.gz").read_bytes() == shipped
