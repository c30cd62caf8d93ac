"""The commands that look for likeness: their switches reach the functions."""

from pathlib import Path

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.cli import run

SHARED = "Setiap pegawai wajib menjaga netralitas dan melayani pemilih dengan adil sampai selesai. "
TEXTS = (
    "Hujan turun di desa pagi itu. Kami mendaki gunung bersama. ",
    "Pasar ramai sejak subuh. Pedagang menata sayur dan ikan. ",
    "Hujan turun di desa pagi itu. Anak-anak bermain bola di lapangan. ",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "esai").mkdir()
    for name, text in zip(("satu", "dua", "tiga"), TEXTS, strict=True):
        path = tmp_path / "esai" / f"{name}.txt"
        path.write_text(SHARED + text * 8, encoding="utf-8")
    return tmp_path / "esai"


def test_the_words_of_the_assignment_are_left_out_where_that_is_asked(folder: Path) -> None:
    out = folder.parent / "mirip.csv"
    made = {
        exclude: kc.similarity(kc.load(folder), by="essay", exclude=exclude)
        for exclude in (None, "assignment")
    }
    assert not made[None].equals(made["assignment"])
    for exclude, options in ((None, []), ("assignment", ["--no-assignment"])):
        assert run(["similarity", str(folder), *options, "--out", str(out)]) == 0
        shown = pd.read_csv(out)["cosine"]
        assert shown.tolist() == pytest.approx(made[exclude]["cosine"].tolist())


def test_the_explorer_leaves_out_shared_passages_where_that_is_asked(folder: Path) -> None:
    pages = []
    for options in ([], ["--no-passages"]):
        out = folder.parent / f"jelajah{len(pages)}.html"
        assert run(["explorer", str(folder), *options, "--out", str(out)]) == 0
        pages.append(out.read_bytes())
    own = folder.parent / "sendiri.html"
    tokens = kc.preprocess(kc.load(folder))
    kc.explorer(tokens, own, passages=kc.shared_passages(tokens).head(0))
    assert pages[1] == own.read_bytes() != pages[0]
