"""CSV files as people make them: every character is read, or the line is named."""

from __future__ import annotations

import io
from pathlib import Path

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.corpus.sources import Source
from kpu_corpus.errors import InvalidArgument, RenamedEssays, UnreadableSource
from kpu_corpus.reading import read_bytes

GOOD = "Kami jujur, adil, dan sabar"


def texts(content: str, name: str = "a.csv") -> list[str]:
    found = read_bytes(content.encode(), name)
    return [row.text if isinstance(row, Source) else f"{row[1]}" for row in found]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("id;teks\n1;Kami jujur; adil\n", "a text containing ';' is not in"),
        (f"teks\n{GOOD}\n", "than column headings in line 2:"),
        ('id,teks\n1,"Kami jujur\n2,Adil,x\n', "line 2 is not closed"),
        ('id,teks\n0,"a\nb"\n1,"Kami jujur\n2,"Adil"\n', "line 4 is never closed"),
        ('id,teks\n1,"Integritas" adalah kunci\n', "text follows it"),
        ('id,"teks\n1,Kami jujur\n', "line 1 is not closed"),
        (f"id,teks,,\n1,{GOOD},\n", "in line 2:"),
        ("id,teks\n" + "1,a,b\n" * 9, "in line 2, 3, 4, 5, 6, …:"),
    ],
)
def test_lines_whose_text_would_be_lost_are_named(content: str, told: str) -> None:
    *_, sentence = texts(content)
    assert told in sentence


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (f"0,Baik\n1,{GOOD}\n2,Baik\n3,Adil", "more cells than column headings in line 3:"),
        ('0,Baik\n1,"Kami jujur\n2,Baik\n3,Adil', "in line 3 is not closed"),
        ('0,Baik\n1,"Kami "jujur", adil"\n2,Baik\n3,Adil', "in line 3 is not closed, or text"),
        ('0,Baik\n1,"Kami\n"jujur", 2 kali\nx"\n2,Baik\n3,Adil', "in line 3–5 is not closed"),
        ('0,Baik\n2,Baik\n3,Adil\n4,"Kami jujur\nsaya, dan adil', "in line 5 is never closed"),
        ('0,Baik\n2,"Baik"\n3,Adil\n4,"Kami jujur', "in line 5 is not closed"),
        ('0,Baik\n2,Baik\n3,Adil\n4,"Kami\n5,Benar\n6,"Rapi', "in line 5–7 is not closed"),
    ],
)
def test_a_broken_row_is_skipped_with_its_line_and_makes_no_other(rows: str, told: str) -> None:
    found = read_bytes(f"id,teks\n{rows}".encode(), "a.csv")
    read = [(row.name, row.text) for row in found if isinstance(row, Source)]
    assert read == [("0", "Baik"), ("2", "Baik"), ("3", "Adil")]
    (why,) = (row for row in found if not isinstance(row, Source | RenamedEssays))
    assert why[0] == "a.csv"
    assert told in str(why[1])


@pytest.mark.parametrize(
    "content",
    [
        f'id,teks\n1,"{GOOD}"\n',
        f'id,teks,,\n1,"{GOOD}",,,\n',
        f"id;teks\n1;{GOOD}\n",
        f"Esai Tegal, Jawa Tengah, 2024\nid;teks\n1;{GOOD}\n",
        f"id\tteks\n1\t{GOOD}\n",
        f'id;teks;catatan\r1;{GOOD};"Baik.\n\nYa."\r',
        f"id|teks\n1|{GOOD}\n",
        f"sep=;\nid;teks\n1;{GOOD}\n",
        f'sep=#\nid#teks\n1#"{GOOD}"\n',
        f"\ufeffsep=|\r\nid|teks\r\n1|{GOOD}\r\n",
        f"SEP=\t\nid\tteks\n1\t{GOOD}\n",
        f"SEP=;\nid;Isi Esai (rapi, jelas, santun)\n1;{GOOD}\n",
    ],
)
def test_the_usual_marks_between_cells_are_known(content: str) -> None:
    (source,) = read_bytes(content.encode(), "a.csv")
    assert isinstance(source, Source)
    assert (source.name, source.text.split("\n")[-1]) == ("1", GOOD)


def test_titles_between_rows_of_joined_files_are_no_essay() -> None:
    one = f'nama,teks\nRina,"{GOOD}"\n'
    assert texts(f"\ufeff{one}\ufeff{one}{one}") == [GOOD] * 3


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_text_file_of_columns_in_utf_16_is_a_table(encoding: str) -> None:
    said = f"“{GOOD}”"  # bytes of these marks alone would end a line
    rows = f"\ufeffEsai\tNama\r\n{said}\tRina\r\n{said}\tBudi\r\n".encode(encoding)
    found = read_bytes(rows, "Unicode Text.txt")
    assert [row.text for row in found if isinstance(row, Source)] == [said] * 2


def test_lines_are_counted_behind_a_line_for_excel() -> None:
    assert "in line 3:" in texts("sep=;\nid;teks\n1;a;b\n")[0]


def test_a_file_in_a_folder_is_skipped_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"id,teks\n1,{GOOD}\n")
    (tmp_path / "b.csv").write_text(f'id,teks\n1,"{GOOD}"\n')
    corpus = kc.load(tmp_path)
    assert list(corpus.essays["text"]) == [GOOD]
    assert "in line 2:" in corpus.skipped["reason"][0]
    with pytest.raises(
        UnreadableSource, match=r"a\.csv: more cells than column headings in line 2"
    ):
        kc.load(tmp_path / "a.csv")
    with pytest.raises(InvalidArgument, match="in line 2:"):
        kc.load({"1": GOOD}, metadata=tmp_path / "a.csv")


def test_cells_beside_the_titles_of_a_workbook_are_kept() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (("id", "teks"), ("1", GOOD), ("2", GOOD, None, "catatan")):
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    first, second = read_bytes(stream.getvalue(), "a.xlsx")
    assert isinstance(first, Source)
    assert isinstance(second, Source)
    assert second.metadata == {"column 3": None, "column 4": "catatan"}


def test_columns_of_numbers_are_those_of_a_workbook(tmp_path: Path) -> None:
    table = pd.DataFrame(
        {
            "id": ["1", "02", "3"],
            "teks": ["Kami jujur.", "Kami adil.", "2025"],
            "Angkatan": [1, 2, None],
            "IPK": [3.5, 3.25, -1.0],
        }
    )
    table.to_csv(tmp_path / "a.csv", index=False)
    table.to_excel(tmp_path / "a.xlsx", index=False)
    csv, book = kc.load(tmp_path / "a.csv"), kc.load(tmp_path / "a.xlsx")
    columns = ["essay", "text", "Angkatan", "IPK"]
    pd.testing.assert_frame_equal(csv.essays[columns], book.essays[columns])
    texts = dict(csv.essays[["essay", "text"]].itertuples(index=False))
    for suffix in ("csv", "xlsx"):
        table.drop(columns="teks").to_csv(tmp_path / "meta.csv", index=False)
        table.drop(columns="teks").to_excel(tmp_path / "meta.xlsx", index=False)
        again = kc.load(texts, metadata=tmp_path / f"meta.{suffix}")
        pd.testing.assert_frame_equal(again.essays[columns], book.essays[columns])


@pytest.mark.parametrize(
    "cells",
    [
        ("007", "12"),
        ("0812345678", "812345678"),
        ("198501012010011001", "198501012010011002"),
        ("1.000", "2.500"),
        ("3,5", "4.5"),
        ("12", "dua belas"),
        ("1e5", "2"),
        ("nan", "1"),
    ],
)
def test_codes_and_what_may_be_meant_otherwise_stay_as_they_are_written(
    cells: tuple[str, str],
) -> None:
    rows = "".join(f"{n};Kami jujur.;{cell}\n" for n, cell in enumerate(cells))
    found = read_bytes(f"id;teks;kode\n{rows}".encode(), "a.csv")
    assert [row.metadata["kode"] for row in found if isinstance(row, Source)] == list(cells)


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        (["87,5", "90", ""], [87.5, 90, None]),
        (["87.5", "90", "1"], [87.5, 90, 1]),
        (["87,5", "90.5", "1"], ["87,5", "90.5", "1"]),
        (["1,250", "2", "3"], ["1,250", "2", "3"]),
        (["1,250", "2,5", "3"], [1.25, 2.5, 3]),
        (["0.625", "-0.125", "2"], [0.625, -0.125, 2]),
        (["0.3333333333333333", "66.66666666666667", ""], [1 / 3, 200 / 3, None]),
        (["1.250,5", "2", "3"], ["1.250,5", "2", "3"]),
    ],
)
def test_decimals_are_numbers_behind_a_comma_too(
    tmp_path: Path, cells: list[str], read: list[object]
) -> None:
    rows = "".join(f"Kami jujur {n};{cell}\n" for n, cell in enumerate(cells))
    (tmp_path / "a.csv").write_text(f"teks;nilai\n{rows}")
    found = kc.load(tmp_path / "a.csv").column("nilai")
    assert [None if pd.isna(value) else value for value in found] == read


def test_a_line_that_numbers_the_columns_is_no_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"No,Nama,Teks\n1,2,3\n1,Rina,Kami jujur.\n2,Budi,{GOOD.split(',')[0]}\n")
    assert kc.load(path).essays["author"].tolist() == ["Rina", "Budi"]


OBJECTS = '{"id": "x", "teks": "Kami jujur."}, {"id": "y", "teks": "Kami adil."}'


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
@pytest.mark.parametrize("content", [f"[{OBJECTS}]", f"\ufeff[\n {OBJECTS}\n]\n"])
def test_an_array_of_objects_is_a_table(name: str, content: str) -> None:
    assert texts(content, name) == ["Kami jujur.", "Kami adil."]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (
            '{\n "teks": "Kami jujur."\n}\n{',
            "line 1 is not a JSON object; expected one object per line",
        ),
        ('{"data": [\n{"teks": "Kami jujur."},\n{"teks": }]}', "line 3 is not a JSON object"),
        ('[\n{"teks": "Kami jujur."},\n{"teks": }]', "line 3 is not a JSON object"),
        ('[{"teks": "Kami jujur."}, "Kami adil."]', "item 2 of its array"),
        ('[["nama", "teks"], ["Rina", "Kami jujur."]]', "item 1 of its array"),
        ("[]", "no rows"),
        ("[" * 100_000, "line 1"),
        ("[" + "9" * 5_000 + "]", "line 1"),
    ],
)
def test_json_of_another_shape_says_what_is_read(content: str, told: str) -> None:
    (sentence,) = texts(content, "a.json")
    assert told in sentence


def test_an_essay_in_the_first_line_is_no_title(tmp_path: Path) -> None:
    essays = [f"Kami jujur, kata {name}." * 12 for name in ("Rina", "Ani")]
    path = tmp_path / "a.csv"
    pd.DataFrame({"a": [7, 8], "b": essays, "c": ["Garut", "Subang"]}).to_csv(
        path, index=False, header=False
    )
    corpus = kc.load(path)
    assert corpus.essays["text"].tolist() == essays
    assert corpus.column("column 3").tolist() == ["Garut", "Subang"]
    question = "Tulislah esai tentang nilai yang Anda pegang sebagai pegawai baru. " * 4
    pd.DataFrame({"No": [1], question: essays[:1], "1": 80}).to_csv(path, index=False)
    assert kc.load(path).essays["text"].tolist() == essays[:1]


@pytest.mark.parametrize("told", ["sep={}\r\n", "sep={}\n\n", "\ufeffSEP={}\r\n"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_line_for_excel_may_stand_above_the_title_of_a_table(
    mark: str, told: str, tmp_path: Path
) -> None:
    rows = (["Nama", "Isi Esai"], ["Rina", '"Kami hadir, jujur;\nadil."'], ["Ani", "Kami rapi"])
    below = f"REKAP ESAI{mark * 2}\n{mark}\n" + "\n".join(map(mark.join, rows))
    (tmp_path / "a.csv").write_text(told.format(mark) + below, encoding="utf-8")
    assert kc.load(tmp_path / "a.csv").essays[["author", "text"]].values.tolist() == [
        ["Rina", "Kami hadir, jujur;\nadil."],
        ["Ani", "Kami rapi"],
    ]
    broken = told.format(mark) + below + f"\nAsep{mark}Kami{mark}hadir"
    (tmp_path / "a.csv").write_text(broken, encoding="utf-8")
    (reason,) = kc.load(tmp_path / "a.csv").skipped["reason"]
    assert f"in line {broken.count(chr(10)) + 1}:" in reason


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_titles_may_stand_above_a_table_of_essays(mark: str, tmp_path: Path) -> None:
    above = f"REKAP ESAI{mark * 2}\n\nAngkatan XII, Gelombang 2{mark}{mark}\n"
    rows = (["Nama", "Satker", "Isi Esai"], ["Rina", "Garut", '"Kami hadir, jujur; adil."'])
    path = tmp_path / "a.csv"
    path.write_text(above.replace(", ", " ") + "\n".join(map(mark.join, rows)), encoding="utf-8")
    assert kc.load(path).essays[["author", "unit", "text"]].values.tolist() == [
        ["Rina", "Garut", "Kami hadir, jujur; adil."]
    ]
    path.write_text(path.read_text() + f'\nAsep{mark}Subang{mark}Kami{mark}"hadir"', "utf-8")
    (reason,) = kc.load(path).skipped["reason"]
    assert "more cells than column headings in line 6:" in reason


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_titles_may_stand_below_that_of_a_table_whose_texts_have_an_unusual_one(
    mark: str, tmp_path: Path
) -> None:
    essay = "Nama Kami dipercaya rakyat. " * 12
    rows = [["No", "Nama", "Asal", "Karya"], ["1", "Rina", "Tegal", f'"{essay}No, Nama"']]
    lines = [f"REKAP KARYA PESERTA{mark * 3}", *map(mark.join, rows)]
    (tmp_path / "a.csv").write_text("\n".join(lines), encoding="utf-8")
    essays = kc.load(tmp_path / "a.csv").essays
    assert essays[["author", "text"]].values.tolist() == [["Rina", f"{essay}No, Nama"]]


def test_a_row_with_numbers_is_no_line_of_titles(tmp_path: Path) -> None:
    rows = "Kata,Jumlah\ngudang,4\nesai,2\nkantor,1\n"  # "esai" is the title of texts as well
    path = tmp_path / "kata.csv"
    path.write_text(rows, encoding="utf-8")
    with pytest.raises(UnreadableSource, match="no text column among Kata, Jumlah"):
        kc.load(path)


def test_a_line_of_an_essay_is_none_of_titles(tmp_path: Path) -> None:
    essay = "Kami mencatat:\nNo,Nama\n" + "Kami dipercaya rakyat. " * 12
    (tmp_path / "a.csv").write_text(f'Peserta,Karya\nRina,"{essay}"', encoding="utf-8")
    assert kc.load(tmp_path / "a.csv").essays["text"].tolist() == [essay.strip()]


def test_a_short_first_essay_below_no_titles_is_an_essay(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    long = ("Kami melayani pemilih dengan ramah setiap hari. " * 8).strip()
    path.write_text(f"1,Kami selalu hadir tepat waktu.\n2,{long}\n3,{long}\n", encoding="utf-8")
    assert kc.load(path).essays["text"].str.len().tolist() == [30, len(long), len(long)]
    path.write_text(f"No,Tuliskan esai Anda di sini.\n1,{long}\n2,{long}\n", encoding="utf-8")
    assert len(kc.load(path)) == 2


def test_a_first_essay_that_is_read_as_a_title_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    long = ("Kami melayani pemilih dengan ramah setiap hari. " * 8).strip()
    path.write_text(f"Kami selalu hadir tepat waktu.\n{long}\n{long}\n", encoding="utf-8")
    skipped = kc.load(path).skipped
    assert "Kami selalu hadir tepat waktu." in skipped["path"][0]
    assert "put a line of headings above it" in skipped["reason"][0]
    for title in ("Uraikan arti jujur bagi pegawai KPU.", "Kesan Anda selama satu minggu ini."):
        path.write_text(f"{title}\n{long}\n{long}\n", encoding="utf-8")
        assert kc.load(path).skipped.empty


def test_a_line_with_signs_in_a_file_of_one_column_has_no_titles(tmp_path: Path) -> None:
    texts = ["Kami menjaga suara pemilih.", "Nama;Judul", "Kami mendengarkan semua orang."]
    (tmp_path / "a.csv").write_text("\n".join(["isi", *texts]), encoding="utf-8")
    assert kc.load(tmp_path / "a.csv").texts == texts
