"""Files out: whole or not at all, and with the rights that their writer gives to new files."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kpu_corpus.errors import InvalidArgument, KpuCorpusError, MissingExtra
from kpu_corpus.ground.writing import ending, write_whole, write_whole_bytes

WRITE = """
import sys
from pathlib import Path
from kpu_corpus.ground.writing import write_whole_bytes
write_whole_bytes(Path(sys.argv[1]), b"rahasia")
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
@pytest.mark.parametrize(("mask", "mode"), [(0o077, 0o600), (0o027, 0o640), (0o022, 0o644)])
def test_a_file_has_the_rights_of_every_new_file_of_its_writer(
    tmp_path: Path, mask: int, mode: int
) -> None:
    page = tmp_path / "laporan.html"
    subprocess.run([sys.executable, "-c", WRITE, page], umask=mask, check=True)
    assert page.stat().st_mode & 0o777 == mode


def test_a_file_stands_under_its_name_only_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "hasil" / "laporan.html"

    def halfway(name: str) -> None:
        Path(name).write_text("separuh")
        # beside the target, for a file cannot be moved in one step from one disk to another
        assert (Path(name).parent, Path(name).suffix) == (target.parent, ".html")
        assert not target.exists() or target.read_text() == "utuh"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_whole(target, halfway)
    assert not [*target.parent.iterdir()]
    write_whole_bytes(target, b"utuh")
    with pytest.raises(KeyboardInterrupt):
        write_whole(target, halfway)
    assert [(file.name, file.read_text()) for file in target.parent.iterdir()] == [
        ("laporan.html", "utuh")
    ]


def test_what_cannot_be_written_is_named_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "hasil").write_text("bukan folder")
    with pytest.raises(KpuCorpusError, match=r"hasil/laporan\.html cannot be written \(\w+"):
        write_whole_bytes(tmp_path / "hasil" / "laporan.html", b"")


def test_another_ending_is_refused_with_those_there_are() -> None:
    assert ending("Laporan.HTML", ".html", ".docx") == Path("Laporan.HTML")
    with pytest.raises(InvalidArgument, match=r"'laporan' has no suffix; .* in one of \.html, \.d"):
        ending("laporan", ".html", ".docx")
    with pytest.raises(InvalidArgument, match=r"laporan\.HTLM.*Did you mean '\.html'"):
        ending("laporan.HTLM", ".html", ".docx")


def test_a_format_without_its_package_is_refused_with_the_extra_that_has_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtra, match=r'\.parquet needs .*pyarrow.*"kpu-corpus\[read\]"'):
        ending("tema.parquet", ".csv", ".parquet")
    assert ending("tema.csv", ".csv", ".parquet") == Path("tema.csv")
