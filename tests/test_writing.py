"""Files out: whole or not at all, and with the rights that their writer gives to new files."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

WRITE = """
import sys
from pathlib import Path
from kpu_corpus.writing import whole_bytes
whole_bytes(Path(sys.argv[1]), b"rahasia")
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
@pytest.mark.parametrize(("mask", "mode"), [(0o077, 0o600), (0o027, 0o640), (0o022, 0o644)])
def test_a_file_has_the_rights_of_every_new_file_of_its_writer(
    tmp_path: Path, mask: int, mode: int
) -> None:
    page = tmp_path / "laporan.html"
    subprocess.run([sys.executable, "-c", WRITE, page], umask=mask, check=True)
    assert page.stat().st_mode & 0o777 == mode
