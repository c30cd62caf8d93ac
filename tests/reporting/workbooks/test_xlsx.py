"""The report as a workbook: its figures are the tables', text is text, the same bytes twice."""

import re
import zipfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
from tests.answers import INTEGRITY, without

import kpu_corpus as kc
from kpu_corpus.analysis.keywords.shown import keywords_in_own_forms
from kpu_corpus.analysis.lexicon import load_lexicon
from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import KpuCorpusError
from kpu_corpus.labels import label, section
from kpu_corpus.reporting.content import Report, content
from kpu_corpus.reporting.figures import Figures, figures
from kpu_corpus.reporting.workbooks import workbook as workbook_module
from kpu_corpus.reporting.workbooks.sheets import sheets
from kpu_corpus.reporting.workbooks.workbook import LONGEST_CELL, workbook, write_cell
from kpu_corpus.reporting.workbooks.xlsx import write_workbook
from kpu_corpus.tokens import Tokens

LANGUAGES = ("id", "en")
HOSTILE = '=1+1 +cmd|x http://a.b "></t><f>1</f> javascript:alert(1) \x00\x0b\ufffe _x0041_ {{7*7}}'


@pytest.fixture(scope="module")
def books(
    real: Figures, said: dict[str, Report], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("xlsx")
    for lang in LANGUAGES:
        write_workbook(real, said[lang], str(folder / f"{lang}.xlsx"))
    return {
        lang: openpyxl.load_workbook(folder / f"{lang}.xlsx", rich_text=True) for lang in LANGUAGES
    }


def book_of(corpus: Corpus, folder: Path, by: str = "essay") -> Any:
    """Return the workbook of a report on one theme, without the parts that take the longest."""
    made = figures(kc.preprocess(corpus), INTEGRITY, by)
    made = without(made, "compared", "passages", "sensitivity")
    write_workbook(made, content(made, "id"), str(folder / "a.xlsx"))
    return openpyxl.load_workbook(folder / "a.xlsx")


def sheets_of(corpus: Corpus, by: str = "essay") -> dict[str, list[tuple[Any, ...]]]:
    """Return the rows of the same workbook by the names of its sheets, before they are written."""
    made = figures(kc.preprocess(corpus), INTEGRITY, by)
    made = without(made, "compared", "passages", "sensitivity")
    return {
        one.name: [tuple(column.title for column in one.columns), *one.rows]
        for one in sheets(made, content(made, "id"))
    }


def rows(book: Any, name: str, lang: str = "id") -> list[tuple[Any, ...]]:
    sheet = book[section("sheet", lang)[name]]
    return sheet if isinstance(sheet, list) else list(sheet.iter_rows(values_only=True))


def digits(values: Iterable[float]) -> list[float]:
    """Numbers with the sixteen digits that a workbook keeps."""
    return [float(f"{value:.16G}") for value in values]


def test_the_sheets_stand_in_the_order_of_the_report(books: dict[str, Any]) -> None:
    assert books["id"].sheetnames == [
        "Jawaban",
        "Peta tema",
        "Tema",
        "Tema per esai",
        "Bukti",
        "Kata kunci",
        "Perbandingan",
        "Ejaan",
        "Yang dibaca",
        "Cara kerja",
        "Teks",
        "Catatan",
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_answer_is_that_of_the_page(
    books: dict[str, Any], said: dict[str, Report], lang: str
) -> None:
    answer, mind = said[lang].answer, label("report.mind", lang)
    expected = [*answer.said, mind, *answer.mind]
    assert [row[0] for row in rows(books[lang], "answer", lang)][2:] == expected
    bold = [cell.value for (cell,) in books[lang].worksheets[0] if cell.font.b]
    assert bold == [label("report.answer", lang), mind]


def test_rows_are_not_as_high_as_long_names_of_files_are(tmp_path: Path) -> None:
    name = f"Esai Latsar {'CPNS ' * 12}2025"
    (tmp_path / f"{name}.txt").write_text("Kami menjaga integritas.")
    corpus = kc.load(tmp_path)
    book = book_of(corpus, tmp_path)
    sheet = book["Bukti"]
    for at, cell in enumerate(sheet[1], start=1):
        if cell.value in ("Esai", "Berkas"):
            assert name in str(sheet.cell(2, at).value)
            assert sheet.column_dimensions[cell.column_letter].width > 40


def test_the_heatmap_and_the_themes_by_essay_have_the_figures_of_the_table(
    books: dict[str, Any], tokens: Tokens
) -> None:
    names, table = load_lexicon().labels("id"), kc.themes(tokens)
    heat = {row[0]: list(row[1:]) for row in rows(books["id"], "heat")[1:]}
    for theme, part in table.groupby("theme"):
        assert heat[names[theme]] == digits(part["share"])
    shown = [row[2:] for row in rows(books["id"], "groups_essay")[1:]]
    assert shown == [
        (names[r.theme], *digits([r.share, r.low, r.high]), r.sentences, r.units, r.hits, "ya")
        for r in table.itertuples()
    ]


def test_the_heatmap_of_a_workbook_promises_no_range_that_its_cells_lack(
    books: dict[str, Any],
) -> None:
    sheet = books["id"]["Peta tema"]
    assert sheet.oddHeader.left.text == "Persentase kalimat yang menyebut tiap tema"
    told = [sheet["B1"].comment.text, *(str(row[1]) for row in rows(books["id"], "method"))]
    assert not [text for text in told if "Angka kecil" in text]


def test_the_themes_have_the_figures_of_the_table(books: dict[str, Any], tokens: Tokens) -> None:
    names, evidence = load_lexicon().labels("id"), kc.evidence(tokens)
    shown = {row[0]: row[1:] for row in rows(books["id"], "themes")[1:]}
    for row in kc.themes(tokens, by=None).itertuples():
        mine = evidence[evidence["theme"] == row.theme]["status"]
        found = shown[names[row.theme]]
        assert found[:5] == (row.sentences, row.units, *digits([row.share, row.low, row.high]))
        counts = [(mine == "asserted").sum(), (mine == "aspired").sum()]
        assert list(found[6:]) == [*counts, len(mine) - sum(counts)]


def test_every_mention_stands_there_with_its_words_marked(
    books: dict[str, Any], tokens: Tokens
) -> None:
    evidence = kc.evidence(tokens)
    shown = rows(books["id"], "evidence")[1:]
    heads = rows(books["id"], "evidence")[0]
    surface, text = heads.index("Kata yang terhitung"), heads.index("Kalimat")
    assert [row[surface] for row in shown] == evidence["surface"].tolist()
    assert [str(row[text]) for row in shown] == evidence["text"].tolist()
    for row in shown:
        pieces = row[text] if isinstance(row[text], list) else []
        marked = [str(piece) for piece in pieces if getattr(piece, "font", None) and piece.font.b]
        assert marked == [row[surface]] or str(row[text]) == row[surface]


def test_evidence_and_essays_can_be_filtered_by_group_and_file() -> None:
    given = pd.DataFrame(
        {
            "text": [f"Kami menjaga integritas kantor {n}. Kami belajar." for n in range(4)],
            "kantor": ["Bahari", "Bahari", "Sukamaju", None],
            "telepon": ["0811", "0811", "0812", "0812"],
        }
    )
    book = sheets_of(kc.load(given), by="kantor")
    evidence = rows(book, "evidence")
    assert evidence[0][7:10] == ("Judul", "kantor", "Berkas")
    found = {row[0]: row[8] for row in evidence[1:]}
    assert found == {0: "Bahari", 1: "Bahari", 2: "Sukamaju", 3: "(tidak disebutkan)"}
    read = rows(book, "read")
    assert read[0] == ("Esai", "kantor", "Kata", "Kalimat")
    assert [row[1] for row in read[1:]] == ["Bahari", "Bahari", "Sukamaju", "(tidak disebutkan)"]
    assert all(row[9] == str(row[0]) for row in evidence[1:])  # a row of a table is its own source


def test_the_keywords_are_those_of_the_table(books: dict[str, Any], tokens: Tokens) -> None:
    table = keywords_in_own_forms(tokens, top=10, by="essay")[
        ["rank", "display", "count", "df", "score"]
    ]
    table["score"] = digits(table["score"])
    heads, *shown = [row[2:] for row in rows(books["id"], "keywords")]
    assert heads == ("Urutan", "Kata kunci", "Jumlah", "Esai (semua)", "Nilai")
    assert shown == list(table.itertuples(index=False, name=None))


def test_sheets_with_essays_name_them_alike(books: dict[str, Any], tokens: Tokens) -> None:
    essays = tokens.corpus.essays
    titles = list(zip(essays["essay"], essays["title"], strict=True))
    for name in ("groups_essay", "evidence", "keywords", "spelling", "texts"):
        shown = rows(books["id"], name)
        at = shown[0].index("Judul")
        assert shown[0][0] == "Esai"
        assert list(dict.fromkeys((row[0], row[at]) for row in shown[1:])) == titles
    read = [(row[0], row[1]) for row in rows(books["id"], "read")[1:]]
    assert read == titles


def test_groups_that_are_numbers_are_numbers() -> None:
    given = pd.DataFrame({"text": ["Kami menjaga integritas."] * 4, "tahun": [2024, 2025] * 2})
    book = sheets_of(kc.load(given), by="tahun")
    assert {row[0] for row in rows(book, "groups")[1:]} == {2024, 2025}
    for name in ("evidence", "read"):
        shown = rows(book, name)
        at = shown[0].index("tahun")
        assert [row[at] for row in shown[1:]] == [2024, 2025, 2024, 2025]
    codes = given.assign(tahun=["007", "8", "007", "8"])
    book = sheets_of(kc.load(codes), by="tahun")
    assert {row[0] for row in rows(book, "groups")[1:]} == {"007", "8"}


def test_the_comparison_has_a_sheet_of_its_own(
    books: dict[str, Any], said: dict[str, Report]
) -> None:
    told = said["id"].contrasts
    shown = [row[1] for row in rows(books["id"], "compared")[1:]]
    readings = [one.reading for one in (*told.themes, *told.words)]
    assert shown == [told.how, *readings, *told.notes]
    assert "Perbandingan" not in [row[0] for row in rows(books["id"], "method")]


def test_the_texts_stand_whole(books: dict[str, Any], tokens: Tokens) -> None:
    units = tokens.sentences.query("kind != 'title'")
    shown = [str(row[4]) for row in rows(books["id"], "texts")[1:]]
    assert shown == units["text"].tolist()


def test_the_texts_of_a_group_filtered_by_a_theme_are_the_sentences_of_its_share() -> None:
    twice = "Integritas dan kejujuran itu penting. Langit itu biru. "
    given = pd.DataFrame({"teks": [twice * 6] * 2, "angkatan": ["1", "2"]})
    book = sheets_of(kc.load(given), by="angkatan")
    head, *body = rows(book, "texts")
    group, theme = head.index("Angkatan"), head.index("Tema")
    found = [row for row in body if row[group] == 1 and "Integritas" in (row[theme] or "")]
    head, *body = rows(book, "groups")
    shares = [row for row in body if row[:2] == (1, "Integritas")]
    assert [row[head.index("Kalimat")] for row in shares] == [len(found)] == [6]


def test_the_record_is_the_manifest(books: dict[str, Any], tokens: Tokens) -> None:
    made = kc.manifest(kc.themes(tokens))
    shown = {row[1]: row[2] for row in rows(books["id"], "record")[1:]}
    assert shown["themes.toml"] == made["data"]["themes.toml"]
    assert shown["opini-kpu-subang"] == made["sources"]["opini-kpu-subang"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_headings_are_frozen_filtered_and_explained(books: dict[str, Any], lang: str) -> None:
    for sheet in books[lang].worksheets[1:]:
        assert sheet.freeze_panes in {"A2", "B2"}
        assert sheet.auto_filter.ref == sheet.dimensions
    assert books[lang].worksheets[2]["D1"].comment.text == section("sheet", lang)["note_share"]


def test_of_a_sheet_wider_than_a_screen_the_first_column_stays(books: dict[str, Any]) -> None:
    kept = {
        name: books["id"][name].freeze_panes for name in ("Bukti", "Teks", "Tema", "Kata kunci")
    }
    assert kept == {"Bukti": "B2", "Teks": "B2", "Tema": "A2", "Kata kunci": "A2"}


def test_numbers_follow_the_language(books: dict[str, Any]) -> None:
    assert books["id"]["Tema"]["D2"].number_format == r"[$-421]0.0\ %"
    assert books["en"]["Themes"]["D2"].number_format == "[$-409]0.0%"


def test_every_label_of_the_sheets_is_used() -> None:
    folder = Path(workbook_module.__file__).parent
    code = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    statuses = {"asserted", "aspired", "negated", "name", "quoted"}
    kinds = {"heading", "lead_in", "list_item", "sign_off"}
    assert {n for n in section("sheet") if f'"{n}"' not in code} <= statuses | kinds


def test_the_texts_name_the_kind_of_every_unit() -> None:
    text = (
        "Tekad Kami\nKami menjaga suara rakyat. Dua hal kami pegang:\n- jujur dalam bekerja\n"
        "- tertib administrasi\nSemua itu kami jaga setiap hari.\nSalam Demokrasi!"
    )
    book = sheets_of(kc.load({"a": text}))
    head, *body = rows(book, "texts")
    assert [row[head.index("Jenis")] for row in body] == [
        "judul bagian",
        "kalimat",
        "kalimat pengantar",
        "butir daftar",
        "butir daftar",
        "kalimat",
        "salam penutup",
    ]


@pytest.mark.filterwarnings("ignore:Dates that cannot be read")
def test_dates_are_dates_and_what_is_none_stays_as_it_is() -> None:
    other = ["Juni", "2025-06-02 s.d. 2025-06-05", "2025-13-05"]
    given = pd.DataFrame({"text": ["Kami jujur."] * 4, "date": ["2025-06-02", *other]})
    book = sheets_of(kc.load(given))
    column = [row[1] for row in rows(book, "read")[1:]]
    assert str(column[0]).startswith("2025-06-02")
    assert column[1:] == other


def test_ids_have_the_same_room_in_the_list_of_essays_as_elsewhere(tmp_path: Path) -> None:
    corpus = kc.load({f"Angkatan 1/07_Rina Marlina Dewi-{n}": "Kami jujur." for n in range(2)})
    book = book_of(corpus, tmp_path, by="essay")
    widths = {book[name].column_dimensions["A"].width for name in ("Bukti", "Yang dibaca")}
    assert len(widths) == 1
    assert widths.pop() > len(corpus.ids[0])


def test_no_theme_is_broken_in_the_headings_of_the_map(books: dict[str, Any]) -> None:
    sheet = books["id"]["Peta tema"]
    ranges = list(sheet.column_dimensions.values())  # one for all neighbours of a width
    for heading in sheet[1]:
        (width,) = (one.width for one in ranges if one.min <= heading.column <= one.max)
        assert width > max(map(len, str(heading.value).split())) + 3


@pytest.mark.filterwarnings("ignore:Texts that contain HTML")
@pytest.mark.filterwarnings("ignore:Dates that cannot be read")
def test_hostile_text_is_only_text(tmp_path: Path) -> None:
    body = f"{HOSTILE} integritas {'A' * 40_000}. =1+1 menjaga integritas. integritas"
    given = pd.DataFrame({"essay": [HOSTILE, "x"], "text": [body, "=2"]})
    for column in ("title", "author", "unit", "date"):
        given[column] = [HOSTILE, None]
    book = book_of(kc.load(given), tmp_path)
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    made = [text for name, text in parts.items() if name.startswith("xl/worksheets/sheet")]
    assert not [text for text in made if "<f>" in text or "<f " in text or "<hyperlink" in text]
    assert not [name for name in parts if "externalLink" in name or "vbaProject" in name]
    shown = rows(book, "texts")[1:]
    assert any(str(row[5]).startswith("=1+1") for row in shown)
    decoded = [re.sub(r"_x[0-9A-F]{4}_", "?", str(row[5])) for row in shown]
    assert LONGEST_CELL - 10 < max(map(len, decoded)) <= LONGEST_CELL


@pytest.mark.parametrize("text", ["<r><t>Jujur & adil.</r>", "<r></r>"])
def test_text_that_looks_like_markup_of_a_workbook_is_only_text(tmp_path: Path, text: str) -> None:
    with workbook(str(tmp_path / "a.xlsx")) as book:
        sheet = book.add_worksheet()
        for row, value in enumerate((text, ((text[:3], False), (text[3:], False)))):
            write_cell(sheet, row, 0, value)
    assert list(openpyxl.load_workbook(tmp_path / "a.xlsx").active.values) == [(text,), (text,)]


def test_too_little_text_shows_counts_instead_of_shares(tmp_path: Path) -> None:
    corpus = kc.load({"a": "Kami menjaga integritas. Langit biru."})
    book = book_of(corpus, tmp_path)
    assert rows(book, "heat")[1][1] == "1 dari 2"
    assert book["Peta tema"].oddHeader.left.text == "Banyaknya kalimat yang menyebut tiap tema"
    assert rows(book, "themes")[1][3:6] == (None, None, None)
    assert rows(book, "groups_essay")[1][3:6] == (None, None, None)


def test_values_that_a_cell_cannot_hold_are_told_and_a_date_is_one(tmp_path: Path) -> None:
    with workbook(str(tmp_path / "a.xlsx")) as book:
        sheet = book.add_worksheet()
        for row, value in enumerate(
            [float("inf"), float("-inf"), float("nan"), None, "x" * 40_000, "😀" * 20_000]
        ):
            write_cell(sheet, row, 0, value)
        write_cell(sheet, 0, 1, date(2025, 6, 2))
        with pytest.raises(KpuCorpusError, match=r"1,048,575 rows.*\.csv"):
            write_cell(sheet, workbook_module.MOST_ROWS, 0, "x")
    column, dates = zip(*openpyxl.load_workbook(tmp_path / "a.xlsx").active.values, strict=True)
    assert dates[0] == (date(2025, 6, 2) - date(1899, 12, 30)).days
    assert [*column[:-1]] == ["∞", "-∞", None, None, "x" * (LONGEST_CELL - 1) + "…"]
    assert column[-1] == "😀" * ((LONGEST_CELL - 1) // 2) + "…"  # a spreadsheet counts each as two


def test_the_evidence_names_the_author_and_the_order_of_groups_is_always_the_same() -> None:
    table = pd.DataFrame(
        {
            "teks": ["Kami menjaga integritas.", "Kami jujur.", "Kami netral.", "Kami hadir."],
            "Nama": ["Ani", "Budi", "Citra", "Dedi"],
            "Satuan Kerja": ["Garut", "Subang"] * 2,
            "Angkatan": ["XII", "XII", "XIII", "XIII"],
        }
    )
    corpus = kc.load(table)
    heads = set()
    for by in ("Angkatan", "essay"):
        book = sheets_of(corpus, by=by)
        heads.add(rows(book, "evidence")[0][7:12])
    assert heads == {("Judul", "Nama", "Satuan Kerja", "Angkatan", "Berkas")}


def test_of_the_evidence_what_is_read_goes_on_paper(books: dict[str, Any]) -> None:
    sheet = books["id"]["Bukti"]
    head = [cell.value for cell in sheet[1]]
    assert head[:4] == ["Esai", "Kalimat ke-", "Tema", "Kalimat"]
    assert sheet.print_area == f"'Bukti'!$A$1:$G${sheet.max_row}"
    assert head[6:8] == ["Kata penentu", "Judul"]
    assert not books["id"]["Tema"].print_area


def test_groups_stand_below_the_name_of_their_column(tmp_path: Path) -> None:
    given = pd.DataFrame({"text": ["Kami jujur."] * 4, "tim & tugas": [1, 1, 2, 2]})
    book = book_of(kc.load(given), tmp_path, by="tim & tugas")
    for name in ("groups", "keywords"):
        head, first, *_ = rows(book, name)
        assert (head[0], first[0]) == ("tim & tugas", 1)
        assert book[section("sheet")[name]]["A2"].alignment.horizontal == "left"  # as its heading
    assert book["Tema per kelompok"].oddHeader.left.text == "Tema menurut tim && tugas"
    head, first, *_ = rows(book, "groups")
    assert first[head.index("Esai")] == 2
