"""One corpus, three formats: the same sentences and figures, and hostile text inert in each."""

import html
import re
import sys
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pandas as pd
import pytest
from docx.oxml.ns import qn
from tests.answers import INTEGRITY, without

import kpu_corpus as kc
from kpu_corpus.analysis.lexicon import load_lexicon
from kpu_corpus.errors import MissingExtra
from kpu_corpus.labels import section
from kpu_corpus.reporting import content as content_module
from kpu_corpus.reporting.content import Report, content, on_pages
from kpu_corpus.reporting.figures import Figures, figures
from kpu_corpus.reporting.report import WRITERS
from kpu_corpus.reporting.sections import evidence, fulltext
from kpu_corpus.reporting.word.docx import _Document
from kpu_corpus.reporting.workbooks.sheets import sheets

SCRIPT = "<script>alert(1)</script>"
FORMULA = "=1+1 javascript:alert(1)"
LIVELY = "Sinergi itu penting. Sinergi antarbidang dijaga. Warga datang setiap hari. "
CALM = "Kami bekerja di kantor. Warga datang setiap hari. Berkas disusun rapi dilingkungan kami. "
SAID = (
    f"{SCRIPT} setiap pegawai wajib menjaga integritas serta menolak hadiah dari peserta pemilu "
    "di setiap tahapan sejak pendaftaran sampai rekapitulasi"
)
LANGUAGES = ("id", "en")


def essays() -> pd.DataFrame:
    texts = [LIVELY * 4 + f"Kami hadir pada hari ke-{n}. " * n for n in range(6)]
    texts += [CALM * 4 + f"Kami pulang pada hari ke-{n}. " * n for n in range(6)]
    for n in range(6, 12):
        texts[n] += "Sinergi itu perlu. "
    texts[1] += f"{SAID}."
    texts[8] += f"Hujan turun sejak pagi. {SAID}."
    rows = pd.DataFrame({"text": texts, "unit": [SCRIPT] * 6 + [FORMULA] * 6})
    return rows.assign(title=FORMULA, author=SCRIPT, date="2025-06-02")


@pytest.fixture(scope="module", autouse=True)
def pictureless() -> Iterator[None]:
    """Leave out the picture of documents: it takes the longest, and tests/reporting/word has it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_Document, "picture", lambda _: None)
        yield


@pytest.fixture(scope="module")
def made() -> Figures:
    return figures(kc.preprocess(kc.load(essays())), load_lexicon())


@pytest.fixture(scope="module")
def said(made: Figures) -> dict[str, Report]:
    return {lang: content(made, lang) for lang in LANGUAGES}


def written(made: Figures, folder: Path, said: Report) -> dict[str, Path]:
    """Write a report in every format and return the paths by their suffixes."""
    for suffix, write in WRITERS.items():
        write(made, said, str(folder / f"a{suffix}"))
    return {suffix: folder / f"a{suffix}" for suffix in WRITERS}


@pytest.fixture(scope="module")
def paths(
    made: Figures, said: dict[str, Report], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("formats")
    names = {f"{lang}{suffix}": lang for lang in LANGUAGES for suffix in WRITERS}
    for name, lang in names.items():
        WRITERS[Path(name).suffix](made, said[lang], str(folder / name))
    return {name: folder / name for name in names}


@cache
def text_of(path: Path) -> str:
    """Everything that people read in a report, white space evened out."""
    if path.suffix == ".html":
        page = path.read_text(encoding="utf-8").split("<body>")[1]
        return " ".join(html.unescape(re.sub(r"<[^>]+>", "", page)).split())
    if path.suffix == ".docx":
        body = docx.Document(str(path)).element.body
        parts = ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))]
        return " ".join(" ".join(parts).split())
    book = openpyxl.load_workbook(path, rich_text=True)
    cells = [str(v) for s in book for row in s.iter_rows(values_only=True) for v in row if v]
    return " ".join(" ".join(cells).split())


def sentences(report: Report) -> list[str]:
    """What each format has to say in the same words."""
    differences = (*report.contrasts.themes, *report.contrasts.words)
    said = [*report.answer, *report.method, *report.reading.notes]
    said += [report.contrasts.how, *report.contrasts.notes, *(one.reading for one in differences)]
    said += [*report.sharing.notes, *report.sharing.stock]
    said += [one.kind for one in report.sharing.passages]
    said += [*report.spelling.how, *report.spelling.notes]
    said += [slip.written for _, _, found in report.spelling.rows for slip in found]
    return [" ".join(text.split()) for text in said]


def test_the_corpus_has_something_to_say_in_every_part(said: dict[str, Report]) -> None:
    report = said["id"]
    assert report.contrasts.themes
    assert report.contrasts.words
    assert report.sharing.passages
    assert report.spelling.rows
    assert any("hampir sama isinya" in note for note in report.reading.notes)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("suffix", WRITERS)
def test_every_format_says_the_same(
    paths: dict[str, Path], said: dict[str, Report], suffix: str, lang: str
) -> None:
    text = text_of(paths[lang + suffix])
    assert [one for one in sentences(said[lang]) if one not in text] == []


def test_it_is_told_how_many_sentences_count_for_no_theme_if_any(
    said: dict[str, Report], made: Figures
) -> None:
    seen = made.evidence.loc[made.evidence["counted"], ["essay", "sentence"]].drop_duplicates()
    part = f"{made.units - len(seen)} dari {made.units} kalimat tidak terhitung untuk satu pun tema"
    assert part in said["id"].themes_how[1]
    all_counted = figures(kc.preprocess(kc.load({"a": "Kami jujur."})), INTEGRITY)
    assert "satu pun tema" not in "".join(content(all_counted, "id").themes_how)


@pytest.mark.parametrize("suffix", [".html", ".docx"])
def test_page_and_document_show_the_same_sizes_and_places(
    paths: dict[str, Path], said: dict[str, Report], suffix: str
) -> None:
    text, report = text_of(paths[f"id{suffix}"]), said["id"]
    shown = [one.size for one in (*report.contrasts.themes, *report.contrasts.words)]
    for one in report.sharing.passages:
        shown += [one.place_a, one.place_b, one.title_a, one.title_b, one.words]
        shown += ["".join(text for text, _ in one.text_a)]
    shown += [slip.told for _, _, found in report.spelling.rows for slip in found]
    assert [one for one in shown if " ".join(one.split()) not in text] == []


@pytest.mark.filterwarnings("ignore:People with several essays")
def test_the_workbook_has_the_rows_of_the_tables(paths: dict[str, Path], made: Figures) -> None:
    book = openpyxl.load_workbook(paths["id.xlsx"])
    names = section("sheet")

    def rows(name: str) -> list[tuple[Any, ...]]:
        return list(book[names[name]].iter_rows(min_row=2, values_only=True))

    first, second = sorted((SCRIPT, FORMULA))
    table = kc.compare(made.tokens, a=second, b=first, by="unit", what="themes")
    heads = next(book[names["contrast_themes"]].iter_rows(max_row=1, values_only=True))
    sides = content(made, "id").contrasts.sides
    assert sides is not None
    assert heads[3:5] == tuple(f"Di {side}" for side in sides)
    shown = {row[1]: row[3:10] for row in rows("contrast_themes")}
    for row in table.itertuples():
        figure = (row.share_a, row.share_b, row.difference, row.low, row.high, row.p, row.q)
        found = shown.pop(load_lexicon().labels("id")[str(row.theme)], figure)
        assert found == pytest.approx(figure)
    assert shown == {}
    words = kc.compare(made.tokens, a=second, b=first, by="unit", ngrams=(1, 1))
    sizes = ["count_a", "count_b", "rate_a", "rate_b", "log_ratio", "low", "high"]
    words[sizes[4:]] = 2.0 ** words[sizes[4:]]  # the workbook has how many times as often
    found = {row[1]: row[3:10] for row in rows("contrast_words")}
    counted = words.set_index("display").loc[[*found], sizes]
    assert [*found.values()] == [pytest.approx(row) for row in counted.to_numpy().tolist()]
    spelling = kc.spelling(made.tokens)
    assert [row[4] for row in rows("spelling")] == spelling["surface"].tolist()
    assert [row[3] for row in rows("spelling")] == spelling["sentence"].tolist()
    (passage,) = [row for row in rows("passages") if "setiap pegawai" in row[7]]
    assert (passage[0], passage[2]) == (1, 8)


def test_a_list_that_is_cut_short_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence, "LEFT", 6)
    tokens = kc.preprocess(kc.load({"a": "Pegawai itu tidak jujur. " * 7}))
    made = without(figures(tokens, INTEGRITY), "compared", "passages", "sensitivity")
    paths = written(made, tmp_path, content(made, "en"))
    for text in (text_of(paths[suffix]) for suffix in (".html", ".docx")):
        assert "Not counted: 7 mentions" in text
        assert "Only the first 6 of 7 mentions are listed here; all are in" in text
        assert text.count("Pegawai itu tidak jujur. Essay a, sentence") == 6


def test_hostile_groups_and_passages_stay_text(paths: dict[str, Path]) -> None:
    page = paths["id.html"].read_text(encoding="utf-8")
    assert "<script" not in page.lower()
    assert not re.search(r'href="(?!#)', page)
    assert html.escape(SCRIPT) in page
    with zipfile.ZipFile(paths["id.xlsx"]) as archive:
        sheets = [archive.read(n).decode() for n in archive.namelist() if "worksheets/sheet" in n]
    assert not [text for text in sheets if "<f>" in text or "<hyperlink" in text]
    body = docx.Document(str(paths["id.docx"])).element.body
    assert {c.text.split()[0] for c in body.iter(qn("w:instrText"))} == {"TOC", "SEQ"}


def test_a_report_can_leave_the_full_texts_out(tmp_path: Path) -> None:
    plain = ("Hujan turun di kebun pisang.", "Di pasar tidak ada integritas.", "Halaman 3 dari 5")
    meant = [f"Integritas dijaga oleh {who}." for who in ("bupati", "camat", "lurah", "hakim")]
    plain += ("sewaktu senja turun di ufuk",)
    shared = (
        "Nelayan tua menarik jala dari perahu kecil, lalu menjemur ikan asin di halaman rumah, "
        "sedangkan cucunya mencari kerang, memanjat pohon kelapa, menghitung burung camar, "
        "menggambar layar di pasir, mengejar kepiting, menunggu kapal, menyanyikan lagu lama, dan "
        f"pulang membawa kayu bakar, tali, ember, serta sebuah lentera {plain[3]}."
    )
    text = f"{' '.join([*plain[:2], *meant])} {shared}\n\n{plain[2]}"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "b.txt").write_text(
        f"{'Ladang jagung menguning. ' * 40} {shared}", encoding="utf-8"
    )
    tokens = kc.preprocess(kc.load([tmp_path / "a.txt", tmp_path / "b.txt"]))
    made = without(figures(tokens, INTEGRITY), "compared", "sensitivity")
    WRITERS[".html"](made, content(made, "en"), str(tmp_path / "whole.html"))
    whole = text_of(tmp_path / "whole.html")
    assert all(text in whole for text in (*plain, *meant, "as received"))
    for suffix, path in written(made, tmp_path, content(made, "en", text=False)).items():
        short = text_of(path)
        assert not any(text in short for text in plain), suffix
        assert sum(text in short for text in meant) == 3
        assert "as received" not in short
        assert "The full texts are left out of this report." in short
    body = docx.Document(str(tmp_path / "a.docx")).element.body
    names = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    assert {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))} <= names


def test_pages_hold_the_first_rows_of_a_long_table_and_say_so_and_the_workbook_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(content_module, "LISTED", 10)
    monkeypatch.setattr(fulltext, "MOST", 10)
    corpus = kc.load({f"esai-{n:02}": "Kami menjaga integritas. " * 12 for n in range(12)})
    made = without(figures(kc.preprocess(corpus), INTEGRITY), "compared", "passages", "sensitivity")
    paths = written(made, tmp_path, content(made, "id"))
    said = "Di sini dimuat 10 baris pertama dari 12; semuanya ada di buku kerja (laporan .xlsx)."
    page = paths[".html"].read_text(encoding="utf-8")
    document = docx.Document(str(paths[".docx"]))
    assert page.count(said) == 4
    assert sum(said in one.text for one in document.paragraphs) == 4
    for number in (0, 2, 3, 5):
        rows = [row.cells[0].text for row in document.tables[number].rows]
        assert len(rows) == 1 + 10
        assert "esai-09" in rows[-1]
    book = openpyxl.load_workbook(paths[".xlsx"])
    for name in ("Peta tema", "Kata kunci", "Yang dibaca", "Catatan"):
        cells = {str(cell.value) for row in book[name].rows for cell in row}
        assert any("esai-11" in value for value in cells)
    whole = section("report")["texts_quoted"]
    assert whole in page
    assert book["Teks"].max_row == 1 + 12 * 12
    cells = [str(cell.value) for row in book["Cara kerja"].rows for cell in row]
    assert not any(one in cell for one in (said, whole) for cell in cells)


def test_of_many_essays_without_a_theme_the_workbook_has_the_texts_and_pages_say_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fulltext, "MOST", 1)
    corpus = kc.load({"a": "Hujan turun di kebun pisang.", "b": "Angin bertiup di sawah."})
    made = figures(kc.preprocess(corpus), load_lexicon())
    told = content(made, "id")
    assert section("report")["texts_quoted"] in on_pages(told).texts_how
    (texts,) = (sheet for sheet in sheets(made, told) if sheet.name == "Teks")
    assert [row[4][0][0] for row in texts.rows] == [corpus.texts[0], corpus.texts[1]]


def test_of_many_skipped_files_pages_name_the_first_and_the_workbook_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(content_module, "LISTED", 3)
    folder = tmp_path / "esai"
    folder.mkdir()
    (folder / "a.txt").write_text("Kami menjaga integritas.", encoding="utf-8")
    for number in range(4):
        (folder / f"kosong-{number}.txt").write_bytes(b"")
    made = figures(kc.preprocess(kc.load(folder)), INTEGRITY)
    made = without(made, "compared", "passages", "sensitivity")
    paths = written(made, tmp_path, content(made, "id"))
    page = paths[".html"].read_text(encoding="utf-8")
    said = "Di sini dimuat 3 baris pertama dari 4; semuanya ada di buku kerja (laporan .xlsx)."
    assert said in page
    assert any(said in one.text for one in docx.Document(str(paths[".docx"])).paragraphs)
    assert re.search(r"kosong-2\.txt\W.*berkas ini kosong", page)
    assert "kosong-3.txt" not in page
    rows = openpyxl.load_workbook(paths[".xlsx"])["Yang dilewati"].rows
    assert "kosong-3.txt" in {str(row[0].value) for row in rows}


def test_the_same_input_gives_the_same_bytes(paths: dict[str, Path], tmp_path: Path) -> None:
    again = figures(kc.preprocess(kc.load(essays())), load_lexicon())
    for suffix, path in written(again, tmp_path, content(again, "id")).items():
        assert path.read_bytes() == paths[f"id{suffix}"].read_bytes(), suffix


def test_that_there_is_no_essay_is_told(tmp_path: Path) -> None:
    made = figures(kc.preprocess(kc.load({"a": "Kami jujur."}).select([])), INTEGRITY)
    for suffix, path in written(made, tmp_path, content(made, "id")).items():
        assert "Tidak ada esai di sini" in text_of(path), suffix


@pytest.mark.parametrize(
    ("package", "suffix", "name"),
    [
        ("docx", ".docx", "python-docx"),
        ("matplotlib", ".docx", "matplotlib"),  # of its charts
        ("xlsxwriter", ".xlsx", "XlsxWriter"),
    ],
)
def test_a_missing_package_is_told_in_one_sentence_before_anything_else(
    package: str, suffix: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtra, match=rf'{name}.*pip install "kpu-corpus\[report\]"'):
        kc.report(kc.load({"a": "Kami jujur."}), tmp_path / f"a{suffix}", by="kantr")
    assert list(tmp_path.iterdir()) == []
