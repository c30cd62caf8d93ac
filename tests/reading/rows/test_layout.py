"""Forms in worksheets: one essay, each line a label with its answer beside it."""

from pathlib import Path
from typing import Any

import pytest
from tests.reading.test_workbooks import workbook

import kpu_corpus as kc

FIRST = "Kami menjaga suara rakyat setiap hari, juga ketika tidak ada yang melihat. " * 2
SECOND = "Netralitas diuji di meja makan keluarga kami sendiri menjelang pemilihan. " * 2
TEXT = f"{FIRST.strip()}\n\n{SECOND.strip()}"
HEAD: list[list[Any]] = [
    ["Nama", ":", "Rina"],
    ["Unit Kerja", ":", "KPU Tegal"],
    ["Judul", "Suara"],
]


@pytest.mark.parametrize(
    "text",
    [
        [["Isi Esai", ":", TEXT]],
        [["ESAI", FIRST], [None, SECOND]],
        [["Teks Esai :"], [FIRST], [SECOND], ["Tegal, 1 Mei 2025", "Rina"]],
    ],
)
@pytest.mark.parametrize("title", [[], [["FORMULIR ESAI"], []]])
def test_a_form_laid_out_downwards_is_one_essay(
    title: list[list[Any]], text: list[list[Any]], tmp_path: Path
) -> None:
    corpus = kc.load(workbook(tmp_path / "rina.xlsx", {"Form": [*title, *HEAD, *text]}))
    (essay,) = corpus.essays[["author", "unit", "title"]].values.tolist()
    assert essay == ["Rina", "KPU Tegal", "Suara"]
    assert corpus.essays["text"][0].split() == TEXT.split()


def test_each_sheet_with_a_form_is_an_essay_and_other_sheets_are_named(tmp_path: Path) -> None:
    other = [["Nama", "Budi"], ["Angkatan", "II"], ["Esai", TEXT]]
    sheets = {
        "Rina": [*HEAD, ["Esai", TEXT]],
        "Budi": other,
        "Rekap": [["No", "Nama"], [1, "Rina"]],
        "Sheet4": [],
        "Contoh": [*HEAD, ["Esai", TEXT]],
    }
    corpus = kc.load(workbook(tmp_path / "a.xlsx", sheets, hidden="Contoh"))
    assert corpus.essays["author"].tolist() == ["Rina", "Budi"]
    assert corpus.essays["Angkatan"].tolist()[1] == "II"
    assert [Path(place).name for place in corpus.skipped["path"]] == ["a.xlsx: Rekap"]


@pytest.mark.parametrize(
    "lines",
    [
        [["Nama", "Esai"], ["Rina", TEXT], ["Budi", TEXT]],
        [["Satker", "KPU Tegal"], ["Esai"], [TEXT], [TEXT]],
    ],
)
def test_a_table_of_essays_is_no_form(lines: list[list[Any]], tmp_path: Path) -> None:
    assert len(kc.load(workbook(tmp_path / "a.xlsx", {"Esai": lines}))) == 2


def test_a_form_behind_a_table_is_a_sheet_left_unread(tmp_path: Path) -> None:
    sheets = {"Esai": [["Nama", "Esai"], ["Budi", TEXT]], "Contoh": [*HEAD, ["Esai", TEXT]]}
    assert kc.load(workbook(tmp_path / "a.xlsx", sheets)).essays["author"].tolist() == ["Budi"]
