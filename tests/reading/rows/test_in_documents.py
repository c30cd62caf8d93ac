"""Word files and web pages that are a list of participants, with an essay a row."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.essays import new_docx

import kpu_corpus as kc
from kpu_corpus.errors import UnreadableSource

FIRST = "Kami menjaga suara rakyat setiap hari, juga ketika tidak ada yang melihat. " * 2
SECOND = "Netralitas diuji di meja makan keluarga kami sendiri menjelang pemilihan. " * 2
HEAD = ["No", "Nama Peserta", "Satker", "Judul", "Isi Esai (minimal 50 kata)"]
ROWS = [
    ["1", "Rina", "KPU Tegal", "Suara", f"{FIRST}\n{SECOND}"],
    ["2", "Budi", "KPU Garut", "Netral", f"{SECOND}\n{FIRST}"],
]


def word(path: Path, rows: list[list[str]], *paragraphs: str) -> Path:
    document = new_docx()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    table = document.add_table(0, len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            first, *more = text.split("\n")
            cell.text = first
            for paragraph in more:
                cell.add_paragraph(paragraph)
    document.save(str(path))
    return path


def test_each_row_of_a_list_of_participants_is_an_essay(tmp_path: Path) -> None:
    path = word(tmp_path / "rekap.docx", [HEAD, *ROWS], "REKAP ESAI", "Latsar 2025")
    corpus = kc.load(path)
    columns = ["essay", "author", "unit", "title"]
    assert corpus.essays[columns].values.tolist() == [
        ["rekap-1", "Rina", "KPU Tegal", "Suara"],
        ["rekap-2", "Budi", "KPU Garut", "Netral"],
    ]
    parts = corpus.essays["text"][0].split("\n\n")
    assert [part.strip() for part in parts] == [FIRST.strip(), SECOND.strip()]
    assert corpus.essays["No"].tolist() == [1, 2]


def test_the_column_of_the_essays_may_have_any_title(tmp_path: Path) -> None:
    head = [*HEAD[:-1], "Jawaban Esai Peserta"]
    rows = [[*row[:-1], row[-1] * 2] for row in ROWS]
    corpus = kc.load(word(tmp_path / "rekap.docx", [head, *rows]))
    assert corpus.essays["author"].tolist() == ["Rina", "Budi"]


def test_of_several_long_answers_those_that_are_named_make_the_essay(tmp_path: Path) -> None:
    head, rows = [*HEAD[:-1], "Visi Anda", "Misi Anda"], [[*row, SECOND * 2] for row in ROWS]
    path = word(tmp_path / "rekap.docx", [head, *rows])
    with pytest.raises(UnreadableSource, match="'Visi Anda', 'Misi Anda'; name the column"):
        kc.load(path)
    (first, _) = kc.load(path, text=["misi", "visi"]).texts
    assert first.startswith(f"{SECOND * 2}\n\n{FIRST}")
    assert "Visi Anda" in kc.load(path, text="misi").essays.columns


@pytest.mark.parametrize(("title", "text"), [("Jawaban", None), ("Apa motto Anda?", "motto")])
def test_each_row_of_a_list_of_short_answers_is_an_essay(
    title: str, text: str | None, tmp_path: Path
) -> None:
    listed = [["No", "Nama", title], ["1", "Rina", FIRST[:75]], ["2", "Budi", SECOND[:74]]]
    for made in (word(tmp_path / "a.docx", listed), page(tmp_path / "a.html", listed)):
        assert kc.load(made, text=text).essays["author"].tolist() == ["Rina", "Budi"]


@pytest.mark.parametrize(
    ("rows", "paragraphs"),
    [
        ([["No", "Pertanyaan", "Jawaban"], *([n, "Apa?", FIRST * 2] for n in "12")], ()),
        ([HEAD, *ROWS], (FIRST * 2,)),
        ([HEAD, ROWS[0]], ()),
        ([["Nama", "Isi"], ["Rina", "Apel pagi"], ["Budi", "Piket"]], (FIRST * 2,)),
    ],
)
def test_other_tables_belong_to_the_essay_they_stand_in(
    rows: list[list[str]], paragraphs: tuple[str, ...], tmp_path: Path
) -> None:
    assert len(kc.load(word(tmp_path / "a.docx", rows, *paragraphs))) == 1


def page(path: Path, rows: list[list[str]], *paragraphs: str) -> Path:
    parts = [[text.replace("\n", "</p><p>") for text in row] for row in rows]
    lines = ("".join(f"<td><p>{text}</p></td>" for text in row) for row in parts)
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    table = "".join(f"<tr>\n{line}\n</tr>" for line in lines)
    path.write_text(f"<html><body>{body}<table>{table}</table></body></html>", encoding="utf-8")
    return path


def test_a_page_that_is_such_a_list_is_read_as_the_word_file(tmp_path: Path) -> None:
    saved = kc.load(page(tmp_path / "rekap.html", [HEAD, *ROWS], "REKAP ESAI", "Latsar 2025"))
    written = kc.load(word(tmp_path / "rekap.docx", [HEAD, *ROWS], "REKAP ESAI", "Latsar 2025"))
    columns = ["essay", "author", "unit", "title", "No"]
    assert saved.essays[columns].equals(written.essays[columns])
    texts = (made.essays["text"].str.split() for made in (saved, written))
    assert next(texts).tolist() == next(texts).tolist()


def test_a_table_beside_an_essay_stays_a_part_of_its_page(tmp_path: Path) -> None:
    beside = kc.load(page(tmp_path / "a.html", [HEAD, *ROWS], FIRST * 2))
    assert len(beside) == 1
    with pytest.raises(UnreadableSource, match="more than 1 rows"):
        kc.load(page(tmp_path / "b.html", [HEAD, *ROWS]), limits=kc.Limits(rows=1))


def test_a_page_has_as_many_rows_as_the_limit_at_most(tmp_path: Path) -> None:
    listed = page(tmp_path / "rekap.html", [HEAD, *ROWS])
    assert len(kc.load(listed, limits=kc.Limits(rows=2))) == 2
    with pytest.raises(UnreadableSource, match="limit rows"):
        kc.load(listed, limits=kc.Limits(rows=1))


@pytest.mark.parametrize("more", [[], [["NIP", "199901012025062001"], ["Unit Kerja", "KPU Tegal"]]])
def test_a_form_whose_labels_stand_below_each_other_is_one_essay(
    more: list[list[str]], tmp_path: Path
) -> None:
    form = [["Nama", "Rina Marlina"], ["Jabatan", "Penata"], *more, ["Isi Esai", FIRST * 8]]
    for made in (word(tmp_path / "a.docx", form), page(tmp_path / "a.html", form)):
        (found,) = kc.load(made).essays.to_dict("records")
        assert (found["author"], found["text"].strip()) == ("Rina Marlina", (FIRST * 8).strip())


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("Bagian", ["Unit", "Satker"]),
        ("Peran", ["Penulis", "Peserta"]),
        ("Sumber", ["Instansi", "Pribadi"]),
        ("Jenis", ["Esai", "Opini"]),
    ],
)
def test_first_cells_that_are_like_labels_make_no_form_of_a_list(
    head: str, cells: list[str], tmp_path: Path
) -> None:
    names = ["Rina Marlina", "Budi Hartono"]
    rows = [[cell, name, FIRST * 4] for cell, name in zip(cells, names, strict=True)]
    listed = [[head, "Nama", "Esai"], *rows]
    for made in (word(tmp_path / "a.docx", listed), page(tmp_path / "a.html", listed)):
        essays = kc.load(made).essays
        assert essays["author"].tolist() == names
        assert essays["title"].isna().all()


def test_titles_that_come_again_make_no_form_and_no_row(tmp_path: Path) -> None:
    rows = [row[1:] for row in (HEAD, ROWS[0], HEAD, ROWS[1])]
    assert kc.load(word(tmp_path / "a.docx", rows)).essays["author"].tolist() == ["Rina", "Budi"]
