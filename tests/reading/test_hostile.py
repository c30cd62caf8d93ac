"""Hostile and broken input: refused by name and reason, the rest of the batch is read."""

from __future__ import annotations

import io
import json
import os
import re
import struct
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests import essays
from tests.essays import SAMPLES

import kpu_corpus as kc
from kpu_corpus.corpus.sources import Source
from kpu_corpus.errors import UnreadableSource
from kpu_corpus.reading import docx, odt, read, read_bytes
from kpu_corpus.reading.limits import Limits
from kpu_corpus.reading.rows import json_rows

GOOD = "Kami menjaga suara rakyat dengan jujur."
posix = pytest.mark.skipif(os.name == "nt", reason="links and permissions are POSIX")


def refusals(data: bytes, name: str, **limits: Any) -> list[str]:
    found = read_bytes(data, name, limits=Limits(**limits))
    return [f"{item[0]}: {item[1]}" for item in found if not isinstance(item, Source)]


def zipped(*members: tuple[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


@pytest.mark.parametrize("data", [b"[" + b"{}," * 11_000 + b"{}]", b'{"a": [' + b"[]," * 11_000])
def test_json_of_countless_objects_is_refused_before_they_are_built(
    data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_rows, "INSIDE", 10_000)
    monkeypatch.setattr(json, "loads", None)
    assert refusals(data, "a.json", rows=9) == [
        "a.json: it has more than 10,009 JSON objects and lists"
    ]


def test_json_without_a_column_in_common_is_refused_after_one_look_at_its_cells() -> None:
    """A reader that looked for each column in each row would not come to an end here."""
    rows = ({f"{row}.{at}": 1 for at in range(100)} for row in range(100))
    data = json.dumps([*rows]).encode()
    assert refusals(data, "a.json") == ["a.json: it has more than 2000 columns (limit columns)"]


def test_names_of_inner_columns_do_not_fill_the_memory() -> None:
    """Each of these objects repeats the names of those around it."""
    inner: dict[str, Any] = {"akhir": 1}
    for _ in range(300):
        inner = {"k" * 500: inner}
    (line,) = refusals(json.dumps([{"teks": GOOD, **inner}]).encode(), "a.json")
    assert "names of more than 2000 characters" in line


def test_lists_with_texts_are_named_up_to_a_few() -> None:
    made = {f"daftar{n}": [{"teks": GOOD}] for n in range(5_000)}
    (line,) = refusals(json.dumps(made).encode(), "a.json")
    assert line.endswith("'daftar19', …; keep the one with the essays")


def test_brackets_in_texts_are_no_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_rows, "INSIDE", 10)
    text = 'Kami [sic] "{hadir}". ' * 90
    (source,) = read_bytes(json.dumps([{"teks": text}]).encode(), "a.json")
    assert isinstance(source, Source)
    assert source.text == text


def test_bomb_is_refused_and_its_neighbour_is_read() -> None:
    data = zipped(("bom.txt", b"a" * 5_000_000), ("esai.txt", GOOD.encode()))
    found = read_bytes(data, "x.zip")
    assert [f.text for f in found if isinstance(f, Source)] == [GOOD]
    assert ["bom.txt" in line and "archive_ratio" in line for line in refusals(data, "x.zip")] == [
        True
    ]


def test_member_larger_than_it_says_is_cut_at_the_limit() -> None:
    data = zipped(("a.txt", GOOD.encode() * 100))
    assert "file_bytes" in refusals(data, "x.zip", file_bytes=1000)[0]


def test_total_of_an_archive_is_bounded() -> None:
    data = zipped(*((f"{n}.txt", os.urandom(500).hex().encode()) for n in range(10)))
    assert "archive_bytes" in refusals(data, "x.zip", archive_bytes=3000)[-1]
    part = f"<a>{GOOD * 20}</a>".encode()
    data = zipped(*((f"word/{name}.xml", part) for name in ("document", "styles", "settings")))
    assert "has more than 2000 bytes" in refusals(data, "x.docx", file_bytes=1000)[0]


def test_members_of_the_same_bytes_are_refused() -> None:
    data = zipped(("a.txt", GOOD.encode()))
    begin, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entries = data[begin:end] * 300
    count = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 300, 300, len(entries), begin, 0)
    assert read_bytes(zipped(("a.txt", GOOD.encode()), ("b.txt", b"")), "x.zip")
    (line,) = refusals(data[:begin] + entries + count, "x.zip")
    assert "damaged" in line


def test_archives_in_archives_end_at_the_limit() -> None:
    data = GOOD.encode()
    for depth in range(6):
        data = zipped((f"lapis{depth}.{'zip' if depth else 'txt'}", data))
    assert "archive_depth" in refusals(data, "x.zip")[0]


@pytest.mark.parametrize("limits", [{}, {"file_bytes": 500}])
def test_an_archive_that_was_cut_off_is_not_read_as_the_one_inside_it(
    tmp_path: Path, limits: dict[str, int]
) -> None:
    for name, inner in (
        ("dalam.zip", zipped(("b.txt", GOOD.encode()))),
        ("surat.docx", essays.as_docx(SAMPLES[0])),
    ):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr("a.txt", GOOD * 20)
            archive.writestr(name, inner)
            archive.writestr("c.txt", GOOD)
        whole = stream.getvalue()
        path = tmp_path / "x.zip"
        path.write_bytes(whole[: whole.rindex(b"PK\x03\x04")])
        sources, refused = read([path], limits=Limits(**limits))
        assert sources == []
        assert [str(reason) for _, reason in refused] == [
            "this ZIP file is damaged or incomplete; copy or download it again"
        ]
    path.write_bytes(whole)
    assert len(read([path])[0]) == 3


@pytest.mark.parametrize("name", ["../keluar.txt", "/etc/passwd", "C:\\x.txt", "a/..\\..\\b.txt"])
def test_names_that_lead_out_are_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / "dalam" / "x.zip"
    path.parent.mkdir()
    path.write_bytes(zipped((name, b"jahat"), ("baik.txt", GOOD.encode())))
    corpus = kc.load(path)
    assert len(corpus) == 1
    assert list(corpus.skipped["reason"]) == ["its name leads outside the archive"]
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["dalam", "x.zip"]


def test_links_in_archives_are_refused() -> None:
    member = zipfile.ZipInfo("tautan.txt")
    member.external_attr = 0o120777 << 16
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(member, "/etc/passwd")
    assert "symlink" in refusals(stream.getvalue(), "x.zip")[0]


def test_encrypted_members_are_named() -> None:
    data = bytearray(zipped(("a.txt", GOOD.encode())))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert "password" in refusals(bytes(data), "x.zip")[0]


def test_a_pdf_with_a_password_is_named() -> None:
    from pypdf import PdfWriter

    writer, stream = PdfWriter(), io.BytesIO()
    writer.append(io.BytesIO(essays.as_pdf([[GOOD]])))
    writer.encrypt("rahasia")
    writer.write(stream)
    assert "password" in refusals(stream.getvalue(), "a.pdf")[0]


def test_pages_of_a_pdf_are_counted_before_they_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """One page can be named any number of times; pypdf makes a page each time to count them."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import ArrayObject, NameObject

    writer, stream = PdfWriter(), io.BytesIO()
    writer.append(io.BytesIO(essays.as_pdf([[GOOD]])))
    kids = writer.root_object["/Pages"]["/Kids"]
    writer.root_object["/Pages"][NameObject("/Kids")] = ArrayObject([*kids] * 5_000)
    writer.write(stream)
    monkeypatch.setattr(PdfReader, "pages", property(lambda _: pytest.fail("made")))
    assert "more than 2000 pages" in refusals(stream.getvalue(), "a.pdf")[0]


@pytest.mark.parametrize(
    "xml",
    [
        b'<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><a>&d;</a>',
        b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    ],
)
def test_entities_in_office_files_are_refused(xml: bytes) -> None:
    for data, part, name in (
        (essays.as_docx(SAMPLES[0]), "word/document.xml", "a.docx"),
        (essays.as_odt(SAMPLES[0]), "content.xml", "a.odt"),
        (essays.as_xlsx(), "xl/workbook.xml", "a.xlsx"),
    ):
        assert "DTD" in refusals(essays.repacked(data, {part: xml}), name)[0]


def test_deeply_nested_pages_and_documents_are_refused() -> None:
    assert "markup_depth" in refusals(b"<html>" + b"<div>" * 50_000, "a.html")[0]
    deep = b"<a>" * 1000 + b"</a>" * 1000
    for data, part, name in (
        (essays.as_docx(SAMPLES[0]), "word/document.xml", "a.docx"),
        (essays.as_odt(SAMPLES[0]), "content.xml", "a.odt"),
    ):
        assert "damaged" in refusals(essays.repacked(data, {part: deep}), name)[0]


def test_documents_of_countless_elements_are_refused_before_they_are_built(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(docx, "ELEMENTS", 900)
    monkeypatch.setattr(odt, "ELEMENTS", 900)
    for data, name in (
        (essays.docx_of("<w:p/>" * 1000), "a.docx"),
        (essays.odt_of("<text:p/>" * 1000), "a.odt"),
    ):
        assert "more than 900 XML elements" in refusals(data, name)[0]


@pytest.mark.parametrize(
    ("page", "why"),
    [
        ("<div/>" * 50_000, "nested"),
        ("<div a='>' b=1 />" * 50_000, "nested"),
        ("<svg><div><path/>" * 50_000, "nested"),
        ("<p" + "".join(f" a{n}" for n in range(9_000)) + ">", "attributes"),
        ('<p ="' + "".join(f" a{n}=" for n in range(12_000)) + '">', "attributes"),
        ("<p x=a'b" + "".join(f" a{n}='>'" for n in range(9_000)) + ">", "attributes"),
        ("".join(f"<b id=x{n}>" for n in range(1500)) + "<p>x" * 30_000, "stay open"),
    ],
)
def test_pages_that_grow_in_the_parser_are_refused(page: str, why: str) -> None:
    assert why in refusals(f"<html><body>{page}{GOOD}".encode(), "a.html")[0]


@pytest.mark.parametrize(
    "page",
    [
        "<svg>" + '<path d="M 1 2"/>' * 5_000 + "</svg>",
        '<svg><path d="' + "1 2 " * 9_000 + '"/></svg>',
        "<font size=2>" * 50 + "<p></p>" * 5_000,
        "<p title=Jum'at>" + "<b>x</b> " * 5_000,
    ],
)
def test_pages_with_drawings_and_old_formatting_are_read(page: str) -> None:
    assert refusals(f"<html><body>{page}<p>{GOOD}".encode(), "a.html") == []


def test_deep_page_below_the_limit_is_read_without_recursion() -> None:
    page = b"<html><body>" + b"<div>" * 1500 + GOOD.encode() + b"</div>" * 1500
    assert [f.text for f in read_bytes(page, "a.html") if isinstance(f, Source)] == [GOOD]


@pytest.mark.parametrize(
    ("data", "name", "limits"),
    [
        (b"x\n" * 200, "a.txt", {"lines": 100}),
        (essays.as_csv(), "a.csv", {"rows": 3}),
        (essays.as_xlsx(), "a.xlsx", {"rows": 3}),
        (essays.as_parquet(), "a.parquet", {"rows": 3}),
        (b'{"teks": "Kami hadir."}\n' * 5, "a.jsonl", {"rows": 3}),
        (essays.as_csv(), "a.csv", {"columns": 2}),
        (essays.as_parquet(), "a.parquet", {"columns": 2}),
        (essays.as_xlsx(), "a.xlsx", {"columns": 2}),
        (
            b'{"teks": "Kami hadir.", "a": 1, "b": 2}\n{"c": 1, "teks": "Ya."}',
            "a.jsonl",
            {"columns": 2},
        ),
        (essays.as_csv(), "a.csv", {"cells": 9}),
        (essays.as_xlsx(), "a.xlsx", {"cells": 9}),
        (essays.as_pdf([["a"], ["b"]]), "a.pdf", {"pages": 1}),
        (b"<html><body>" + b"x" * 200, "a.html", {"markup_bytes": 100}),
        (zipped(*((f"{n}.txt", b"x") for n in range(9))), "a.zip", {"archive_members": 5}),
        (essays.as_docx(SAMPLES[0]), "a.docx", {"archive_members": 5}),
    ],
)
def test_each_limit_refuses_by_its_name(data: bytes, name: str, limits: dict[str, Any]) -> None:
    (line,) = refusals(data, name, **limits)
    ((key, most),) = limits.items()
    assert re.search(rf"\b{most}\b.*\(limit {key}\)$", line)
    assert read_bytes(data, name) != []
    assert refusals(data, name) == []


def sheet_of(*rows: str) -> bytes:
    name = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    content = f'<worksheet xmlns="{name}"><sheetData>{"".join(rows)}</sheetData></worksheet>'
    return essays.repacked(essays.as_xlsx(), {"xl/worksheets/sheet1.xml": content.encode()})


def row_of(number: int, **cells: str) -> str:
    made = (
        f'<c r="{column}{number}" t="inlineStr"><is><t>{text}</t></is></c>'
        for column, text in cells.items()
    )
    return f'<row r="{number}">{"".join(made)}</row>'


def test_a_cell_in_the_last_column_of_every_row_does_not_fill_the_memory() -> None:
    rows = (row_of(n, A=GOOD, XFD="x") for n in range(2, 20))
    (line,) = refusals(sheet_of(row_of(1, A="teks", XFD="y"), *rows), "a.xlsx", cells=100_000)
    assert "limit cells" in line


def test_a_text_that_a_workbook_repeats_is_counted_as_often_as_it_comes() -> None:
    xlsxwriter, stream = pytest.importorskip("xlsxwriter"), io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:  # which writes a text once
        book.add_worksheet().write_column(0, 0, ["teks", *[GOOD * 50] * 300])
    data = stream.getvalue()
    assert "unpacked" in refusals(data, "a.xlsx", file_bytes=50_000)[0]
    assert refusals(data, "a.xlsx") == []


def test_a_cell_far_below_does_not_hide_the_table() -> None:
    rows = (row_of(1, A="teks"), row_of(2, A=GOOD), row_of(5_000, B="x"))
    found = read_bytes(sheet_of(*rows), "a.xlsx", limits=Limits(rows=50))
    assert [one.text for one in found if isinstance(one, Source)] == [GOOD]


@pytest.mark.parametrize(
    "cells",
    [
        '<w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr>',
        *[f"<w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>{'<w:tr><w:tc>'}" * 1500],
    ],
    ids=["wide", "tall"],
)
def test_merged_cells_of_any_size_are_read_once(cells: str) -> None:
    """A reader that went through all that they span would not come to an end here."""
    said = f"<w:p><w:r><w:t>{GOOD}</w:t></w:r></w:p>"
    data = essays.docx_of(f"<w:tbl><w:tr><w:tc>{cells}{said}</w:tc></w:tr></w:tbl>")
    (source,) = read_bytes(data, "a.docx")
    assert isinstance(source, Source)
    assert source.text == GOOD


def test_formatted_cells_without_a_value_are_no_columns() -> None:
    empty = '<c r="XFD1" s="0"/>'
    head, row = (
        row_of(n, A=text).replace("</row>", empty.replace("1", str(n)) + "</row>")
        for n, text in ((1, "teks"), (2, GOOD))
    )
    (source,) = read_bytes(sheet_of(head, row), "a.xlsx")
    assert isinstance(source, Source)
    assert (source.text, dict(source.metadata)) == (GOOD, {})


def test_thousands_of_empty_columns_are_left_out() -> None:
    (source,) = read_bytes(f"teks{',' * 60_000}\n{GOOD}{',' * 60_000}\n".encode(), "a.csv")
    assert isinstance(source, Source)
    assert (source.text, dict(source.metadata)) == (GOOD, {})


def test_what_excel_escapes_is_read_as_it_was_typed() -> None:
    data = sheet_of(row_of(1, A="teks"), row_of(2, A="Baris satu._x000D_\nBaris dua._x005F_x0041_"))
    (source,) = read_bytes(data, "a.xlsx")
    assert isinstance(source, Source)
    assert source.text == "Baris satu.\r\nBaris dua._x0041_"


def test_file_and_batch_limits_keep_the_rest(tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(GOOD)
    (tmp_path / "besar.txt").write_text(GOOD * 100)
    sources, refused = read([tmp_path], limits=Limits(file_bytes=1000))
    assert (len(sources), len(refused)) == (4, 1)
    sources, refused = read([tmp_path], limits=Limits(batch_characters=2 * len(GOOD)))
    assert (len(sources), len(refused)) == (2, 3)
    assert "batch_characters" in str(refused[0][1])
    sources, refused = read([tmp_path], limits=Limits(files=3))
    assert (len(sources), len(refused)) == (3, 1)
    assert "files" in str(refused[0][1])


def test_a_sidecar_without_end_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    with (tmp_path / "a.txt.cuts.toml").open("wb") as stream:
        stream.truncate(200 * 1024**2)
    assert "at most" in read([tmp_path])[1][0][1].text("en")


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ("chrome = " + "[" * 5000, "nested too deeply"),
        ("[[essay]]\nstart = " + "9" * 5000, "not valid TOML"),
        ("a" + ".a" * 20_000 + " = 1", "more than 2000 full stops"),
        ("# " + "x" * 5_000_000, "characters; at most"),
    ],
)
def test_a_hostile_sidecar_is_refused_and_its_neighbour_is_read(
    tmp_path: Path, told: str, why: str
) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "a.txt.cuts.toml").write_text(told)
    (tmp_path / "b.txt").write_text(GOOD)
    corpus = kc.load(tmp_path)
    assert [item.source for item in corpus.items] == ["b"]
    assert why in corpus.skipped["reason"].item()


def test_a_table_that_is_too_much_is_named_once(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("teks\n" + f"{GOOD}\n" * 50, encoding="utf-8")
    sources, refused = read([tmp_path], limits=Limits(batch_characters=2 * len(GOOD)))
    assert (len(sources), [Path(path).name for path, _ in refused]) == (2, ["a.csv"])


@pytest.mark.parametrize(
    ("column", "old", "new"),
    [
        ("spans", "[0, ", "[5, "),
        ("spans", str(len(GOOD)), "9999"),
        ("essays", str(len(GOOD)), "9999"),
        ("essays", '"a"', '"lain"'),
        ("essays", "[", "{"),
        ("essays", "1.0", '"yakin"'),
        ("essays", "1.0", "NaN"),
        ("essays", "1.0", "1" + "0" * 400),
        ("essays", '"a", 1,', f'"a", {10**30},'),
        ("essays", "null", "[]"),
        ("spans", "1.0", "{}"),
        ("spans", '"body"', "[]"),
        ("marks", "[]", "7"),
        ("metadata", "{}", "true"),
        ("origin", "", None),
        ("essays", "null", '"\\ud800"'),
    ],
)
def test_a_saved_corpus_that_does_not_fit_its_texts_is_damaged(
    tmp_path: Path, column: str, old: str, new: str | None
) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    path = kc.load({"a": GOOD}).save(tmp_path / "a.parquet")
    assert refusals(path.read_bytes(), "a.parquet") == []
    table = parquet.read_table(path)
    at = table.column_names.index(column)
    changed = [new and value.replace(old, new) for value in table[column].to_pylist()]
    assert changed != table[column].to_pylist()
    made = table.set_column(at, column, pyarrow.array(changed, pyarrow.large_string()))
    parquet.write_table(made, path)
    assert "damaged" in refusals(path.read_bytes(), "a.parquet")[0]
    with pytest.raises(UnreadableSource, match="damaged"):
        kc.stream(path, tmp_path / "hasil")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({b"headings": b"7"}, "damaged"),
        ({b"headings": b'{"unit": ["Unit Kerja"]}'}, "damaged"),
        ({b"headings": b'{"unit": "\\udfff"}'}, "damaged"),
        ({b"orders": b'{"kota": [["a", "a"], false]}'}, "damaged"),
        ({b"orders": b'{"kota": [["a", NaN], false]}'}, "damaged"),
        ({b"orders": b'{"kota": [[["a"]], false]}'}, "damaged"),
        ({b"kpu_corpus": b"2"}, "saved in format 2, which is not known here"),
    ],
)
def test_a_saved_corpus_of_another_format_or_titles_that_are_none_is_refused(
    tmp_path: Path, said: dict[bytes, bytes], told: str
) -> None:
    pytest.importorskip("pyarrow")
    from pyarrow import parquet

    path = kc.load({"a": GOOD}).save(tmp_path / "a.parquet")
    table = parquet.read_table(path)
    parquet.write_table(table.replace_schema_metadata({**table.schema.metadata, **said}), path)
    with pytest.raises(UnreadableSource, match=told):
        kc.load(path)


@pytest.mark.parametrize(
    "told", [b'[[1, {"label": "empty", "fields": {}}]]', b'[["a", {"label": []}]]']
)
def test_a_list_of_skipped_files_that_is_none_leaves_the_essays_of_its_corpus(
    tmp_path: Path, told: bytes
) -> None:
    pytest.importorskip("pyarrow")
    from pyarrow import parquet

    path = kc.load({"a": GOOD}).save(tmp_path / "a.parquet")
    table = parquet.read_table(path)
    parquet.write_table(
        table.replace_schema_metadata({**table.schema.metadata, b"refused": told}), path
    )
    corpus = kc.load(path)
    assert corpus.essays["essay"].tolist() == ["a"]
    assert ["damaged" in reason for reason in corpus.skipped["reason"]] == [True]


@pytest.mark.parametrize("nested", [False, True])
def test_a_text_that_a_parquet_file_repeats_is_counted_as_often_as_it_comes(nested: bool) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    text = GOOD * 250
    columns = {"teks": [GOOD] * 200, "k": [[text]] * 200} if nested else {"teks": [text] * 200}
    stream = io.BytesIO()
    parquet.write_table(pyarrow.table(columns), stream)
    data = stream.getvalue()
    assert len(data) < 20_000
    assert "unpacked" in refusals(data, "a.parquet", file_bytes=200_000)[0]
    assert refusals(data, "a.parquet") == []


def test_large_single_line_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "baris.txt"
    with path.open("wb") as stream:
        stream.truncate(200 * 1024**2)
    _, refused = read([path])
    assert [str(path)] == [name for name, _ in refused]
    assert "at most" in str(refused[0][1])


@posix
def test_links_in_folders_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "rahasia.txt"
    outside.write_text(GOOD)
    folder = tmp_path / "esai"
    folder.mkdir()
    (folder / "a.txt").write_text(GOOD)
    (folder / "tautan.txt").symlink_to(outside)
    (folder / "putaran").symlink_to(folder)
    corpus = kc.load(folder)
    assert len(corpus) == 1
    assert sorted(Path(p).name for p in corpus.skipped["path"]) == ["putaran", "tautan.txt"]


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_unreadable_files_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "b.txt").write_text(GOOD)
    (tmp_path / "b.txt").chmod(0)
    assert "cannot be opened" in kc.load(tmp_path).skipped["reason"][0]


def test_a_file_that_is_too_large_is_not_read_for_its_refusal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    read: list[Path] = []
    read_all = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: (read.append(path), read_all(path))[1])
    with pytest.raises(UnreadableSource, match="at most 9 are read"):
        kc.load(tmp_path / "a.txt", limits=Limits(file_bytes=9))
    assert tmp_path / "a.txt" not in read


@posix
def test_pipes_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipa.txt")
    (tmp_path / "a.txt").write_text(GOOD)
    for paths in (tmp_path, tmp_path / "*.txt", [tmp_path / "a.txt", tmp_path / "pipa.txt"]):
        assert list(kc.load(paths).skipped["reason"]) == ["it is not a regular file"]
    with pytest.raises(UnreadableSource, match=r"pipa\.txt: it is not a regular file"):
        kc.load(tmp_path / "pipa.txt")


@pytest.mark.parametrize(
    "name",
    ["esai é ü.txt", "Oleh, S.H", "a b\tc.txt", "#%&{}.txt", "日本.txt", "…“”.txt", "-rf.txt"],
)
def test_names_of_every_kind_are_read(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(GOOD)
    assert kc.load(tmp_path).essays["text"][0] == GOOD


@posix
@pytest.mark.skipif(sys.platform == "darwin", reason="names are UTF-8 there")
def test_names_of_other_systems_are_read_and_can_be_written(tmp_path: Path) -> None:
    folder = tmp_path / "esai"
    folder.mkdir()
    for name, data in ((b"esai \xe9.txt", GOOD), (b"kosong \xe9.txt", ""), (b"t \xe9.csv", "a\n1")):
        (folder / os.fsdecode(name)).write_text(data)
    corpus = kc.load(folder)
    assert list(corpus.essays["essay"]) == ["esai \ufffd-1"]
    assert len(corpus.skipped) == 2
    assert kc.report(corpus, tmp_path / "a.html").exists()
    assert kc.load(corpus.save(tmp_path / "a.parquet")).items == corpus.items


@pytest.mark.parametrize(
    "text",
    [
        "Kami\u200bmenjaga \u202esuara\u202c rakyat \u2066jujur\u2069 \ufeff.",
        "Baris satu\x85Baris dua\u2028Baris tiga\x0bempat\x0clima",
        "\u200b\n\u200e\nKami menjaga suara.",
    ],
)
def test_strange_characters_are_kept_and_tiled(text: str) -> None:
    corpus = kc.load({"a": text})
    assert corpus.text(corpus.items[0]) == text.strip().replace("\ud800", "\ufffd")
    assert len(kc.preprocess(corpus).frame) > 0


def test_half_written_files_of_every_kind_are_read_or_refused_in_one_line() -> None:
    whole = {
        "a.docx": essays.as_docx(SAMPLES[0]),
        "a.odt": essays.as_odt(SAMPLES[0]),
        "a.xlsx": essays.as_xlsx(),
        "a.pdf": essays.pdf_of(SAMPLES[0]),
        "a.parquet": essays.as_parquet(),
        "a.zip": essays.as_zip({"a.txt": GOOD.encode()}),
        "a.html": essays.as_page().encode(),
        "a.txt": essays.as_text(SAMPLES[0]).encode("utf-16"),
    }
    for name, data in whole.items():
        for part in (0.2, 0.5, 0.9, 0.99):
            every = read_bytes(data[: int(len(data) * part)], name)
            assert every != []
            assert not any("\n" in str(one[1]) for one in every if not isinstance(one, Source))


KINDS = {
    ".txt": essays.as_text(SAMPLES[0]).encode(),
    ".html": essays.as_page(SAMPLES[:1]).encode(),
    ".docx": essays.as_docx(SAMPLES[0]),
    ".odt": essays.as_odt(SAMPLES[0]),
    ".pdf": essays.as_pdf([[SAMPLES[0].title]]),
    ".csv": essays.as_csv(),
    ".jsonl": b'{"text": "jujur"}',
    ".xlsx": essays.as_xlsx(),
    ".parquet": essays.as_parquet(),
    ".zip": essays.as_zip({"a.txt": GOOD.encode()}),
}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    kind=st.sampled_from(sorted(KINDS)),
    edits=st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=8)), max_size=6),
    name=st.sampled_from(sorted(KINDS)),
)
def test_damaged_files_are_read_or_refused_never_crash(
    kind: str, edits: list[tuple[float, bytes]], name: str
) -> None:
    data = bytearray(KINDS[kind])
    for place, piece in edits:
        at = int(place * len(data))
        data[at : at + len(piece)] = piece
    every = read_bytes(bytes(data), f"berkas{name}")
    assert every != []
    for found in every:
        assert not isinstance(found, Source) or found.text.strip() or found.plain


def pdf_of(*objects: bytes) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % size
    tail = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))
    return out + head + table + tail


CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"


@pytest.mark.parametrize(
    "data",
    [
        pdf_of(CATALOG, b"<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R] >>"),
        pdf_of(
            CATALOG,
            *(b"<< /Type /Pages /Count 1 /Kids [%d 0 R] >>" % n for n in range(3, 3000)),
            b"<< /Type /Page >>",
        ),
        pdf_of(
            CATALOG,
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
            b"<< /Length 4 0 R >>\nstream\nx\nendstream",
        ),
        b"%PDF-1.4\n1 0 obj\n" + b"[" * 100_000,
    ],
)
def test_pdfs_with_loops_are_refused(data: bytes) -> None:
    assert len(refusals(data, "a.pdf")) == 1


def test_the_time_for_a_pdf_ends_within_a_page() -> None:
    """Each form on it draws the next one twice, two to the thirtieth times in all."""
    form = b"<< /Subtype /Form /Resources << /XObject << /X %d 0 R >> >> /Length 11 >>"
    page = b"<< /Type /Page /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>"
    forms = (form % (n + 1) + b"\nstream\n/X Do /X Do\nendstream" for n in range(4, 34))
    tree = b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
    assert "limit seconds" in refusals(pdf_of(CATALOG, tree, page, *forms), "a.pdf", seconds=0.1)[0]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"<!---->" * 40 + b" Kami hadir.", "a.txt"),
        (b"<!-- a --> " * 40 + b" <p>Kami hadir.", "a.html"),
        (essays.as_pdf([["-" * 200_000, GOOD], [GOOD]]), "a.pdf"),
    ],
)
def test_no_file_is_gone_through_again_and_again_to_be_told_apart(data: bytes, name: str) -> None:
    """What did so would not come to an end here."""
    assert refusals(data, name) == []


def test_pages_of_many_elements_are_refused() -> None:
    assert "lines" in refusals(b"<html><body>" + b"<p>a" * 3000, "a.html", lines=1000)[0]


@pytest.mark.parametrize("packed", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("limits", [Limits(), Limits(file_bytes=900)])
def test_a_damaged_member_is_named_and_the_others_are_read(
    tmp_path: Path, packed: int, limits: Limits
) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("1.txt", GOOD)
        archive.writestr("2.txt", os.urandom(400).hex(), packed)
        archive.writestr("3.txt", GOOD)
    data = bytearray(stream.getvalue())
    at = data.index(b"2.txt") + len("2.txt") + 9
    for place in range(at, data.index(b"3.txt") - 60):
        data[place] ^= 0x5A
    path = tmp_path / "x.zip"
    path.write_bytes(data)
    corpus = kc.load(path, limits=limits)
    assert list(corpus.essays["source"]) == ["x/1", "x/3"]
    assert [Path(name).name for name in corpus.skipped["path"]] == ["2.txt"]


@pytest.mark.parametrize("name", ["esai.docx", "esai.xlsx"])
def test_an_office_file_beyond_the_bound_is_one_file_too_large(tmp_path: Path, name: str) -> None:
    data = essays.as_docx(SAMPLES[0]) if name.endswith("docx") else essays.as_xlsx()
    (tmp_path / name).write_bytes(data)
    (tmp_path / "a.txt").write_text(GOOD)
    skipped = kc.load(tmp_path, limits=Limits(file_bytes=len(GOOD.encode()))).skipped
    assert [Path(path).name for path in skipped["path"]] == [name]
    assert "bytes; at most" in skipped["reason"].item()


def test_an_archive_has_a_bound_of_its_own_and_is_told_with_it(tmp_path: Path) -> None:
    path, members = tmp_path / "x.zip", {name: os.urandom(2000).hex().encode() for name in "ab"}
    path.write_bytes(zipped(*((f"{name}.txt", data) for name, data in members.items())))
    found, refused = read([path], limits=Limits(file_bytes=4000))  # of a member, as of any file
    assert ([source.text.encode() for source in found], refused) == ([*members.values()], [])
    _, [(_, reason)] = read([path], limits=Limits(file_bytes=100, archive_bytes=1000))
    assert str(reason).endswith("at most 1000 are read (limit archive_bytes)")
