"""Tables as people read them: titles, values and numbers of the workbooks that commands write."""

import tomllib
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.analysis.status import RULES, STATUSES
from kpu_corpus.cli import run
from kpu_corpus.indonesian.language import function_words
from kpu_corpus.labels import LANGUAGES, is_label, label
from kpu_corpus.reporting.files.tables import write_table
from kpu_corpus.reporting.workbooks.readable import readable

pytest.importorskip("xlsxwriter")
openpyxl = pytest.importorskip("openpyxl")

LABELS = Path(kc.__file__).parent / "data" / "labels.toml"
ESSAY = "Kami menjaga integritas. Kami harus melayani dengan tulus. Integritas itu nilai kami. " * 4
SAID = "setiap pegawai wajib menjaga integritas serta menolak hadiah dari peserta pemilu"
SAID += " di setiap tahapan"
AUTHOR_AND_UNIT = {"id": ("Penulis", "Satuan kerja"), "en": ("Author", "Unit (office)")}
# What each command writes: its arguments before the folder, and after it.
COMMANDS = [
    (["segment"], []),
    (["segment", "--explain"], []),
    (["keywords"], []),
    (["themes", "--by", "third"], []),
    (["evidence"], []),
    (["concordance", "jaga"], []),
    (["passages"], []),
    (["passages", "--templates"], []),
    (["compare"], []),
    (["compare", "--what", "themes"], []),
    (["similarity"], []),
    (["clusters"], []),
    (["duplicates"], []),
    (["keyness"], []),
    (["theme-network"], []),
    (["collocations"], []),
    (["collocates", "jaga"], []),
    (["dispersion"], []),
    (["positions", "jaga"], []),
    (["profile"], []),
    (["spelling"], []),
    (["lint"], ["--lexicon", "{own}"]),
    (["suggest"], ["--theme", "integritas"]),
    (["sensitivity"], []),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "esai").mkdir()
    for name in ("satu", "dua", "tiga"):
        (tmp_path / "esai" / f"{name}.txt").write_text(ESSAY + name, encoding="utf-8")
    return tmp_path / "esai"


def sheet_of(folder: Path, *arguments: str) -> Any:
    out = folder.parent / "hasil.xlsx"
    run([*arguments, "--out", str(out)])
    return openpyxl.load_workbook(out).active


@pytest.mark.parametrize(("before", "after"), COMMANDS, ids=[" ".join(b) for b, _ in COMMANDS])
def test_every_title_of_a_workbook_is_in_words_and_no_code(
    folder: Path, before: list[str], after: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where this fails a column has no heading: give it the label `table.<name>`."""
    told: list[Any] = []

    def made(table: pd.DataFrame, kind: str, lang: str, names: Any) -> Any:
        told.extend(readable(table, kind, each, names) for each in LANGUAGES)
        return told[LANGUAGES.index(lang)]

    # the terminal, which is loaded late, is to keep its own for the tests that follow
    monkeypatch.setattr("kpu_corpus.reporting.files.terminal.readable", readable)
    monkeypatch.setattr("kpu_corpus.reporting.workbooks.readable.readable", made)
    own = folder.parent / "tema.csv"
    own.write_text("theme,match\nkosong,zebra\n", encoding="utf-8")
    after = [str(own) if one == "{own}" else one for one in after]
    run([*before, str(folder), *after, "--out", str(folder.parent / "hasil.xlsx")])
    assert len(told) == len(LANGUAGES)
    for sheet in told:
        titles = [column.title for column in sheet.columns]
        assert sheet.name != "Sheet1"
        assert len(set(titles)) == len(titles)
        assert not [title for title in titles if "_" in title]
        assert [title for title in titles if title[0].islower()] == [
            t for t in ("p", "q") if t in titles
        ]


def test_the_evidence_for_people_is_in_indonesian_with_places_and_patterns_last(
    folder: Path,
) -> None:
    sheet = sheet_of(folder, "evidence", str(folder / "satu.txt"))
    titles, *rows = sheet.values
    assert sheet.title == "Bukti"
    assert titles[:8] == (
        *("Esai", "Tema", "Kalimat ke-", "Kata yang terhitung", "Status", "Kata penentu"),
        *("Kalimat", "Dihitung"),
    )
    assert titles[8:10] == ("Pola leksikon", "Aturan")
    found = {row[1:6] for row in rows}
    assert ("Integritas", 1, "integritas", "dinyatakan", None) in found
    assert any(row[4:6] == ("tekad atau harapan", "harus") for row in rows)


def test_on_paper_the_evidence_leaves_out_places_and_patterns(folder: Path) -> None:
    sheet = sheet_of(folder, "evidence", str(folder))
    printed = sheet.print_area.split("!")[-1].replace("$", "")
    assert [cell.value for cell in sheet[printed][0]][-2:] == ["Kalimat", "Dihitung"]
    assert len(sheet[printed]) == sheet.max_row


def test_groups_beside_the_essays_are_spelt_as_in_reports(tmp_path: Path) -> None:
    told = {"unit": ["KPU Garut", "KPU GARUT"] * 2, "Angkatan": ["1", "I"] * 2}
    corpus = kc.load(pd.DataFrame({"id": [*"abcd"], "text": ["Kami jujur."] * 4, **told}))
    out = write_table(kc.evidence(corpus), tmp_path / "a.xlsx", "evidence", corpus=corpus)
    made = pd.read_excel(out, dtype=str)
    assert made[["Satuan kerja", "Angkatan"]].drop_duplicates().values.tolist() == [
        ["KPU Garut", "1"]
    ]


def test_long_titles_leave_the_width_to_the_sentences(tmp_path: Path) -> None:
    long = f"Kami menjaga integritas {'setiap hari ' * 9}."
    rows = {"id": ["a"], "title": ["Menjaga amanah " * 9], "text": [long]}
    corpus = kc.load(pd.DataFrame(rows))
    out = write_table(kc.evidence(corpus), tmp_path / "a.xlsx", "evidence", corpus=corpus)
    sheet = openpyxl.load_workbook(out).active
    width = {cell.value: sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]}
    assert width["Judul"] < 40 < width["Kalimat"]


def test_a_table_of_sentences_is_no_wider_than_paper_can_show(tmp_path: Path) -> None:
    rows = {
        "id": ["peserta-orientasi-gelombang-dua-ani", "peserta-orientasi-gelombang-dua-budi"],
        "title": ["Menjaga amanah sejak hari pertama"] * 2,
        "author": ["Ani Rahayu Kusumawardani", "Budi Santoso Wijayakusuma"],
        "unit": ["Sekretariat KPU Provinsi Kalimantan Tengah"] * 2,
        "text": [f"Kami menjaga integritas {'setiap hari ' * 9}, {SAID}.", f"Benar, {SAID}."],
    }
    corpus = kc.load(pd.DataFrame(rows))
    coded = pd.DataFrame({"id": [f"{rows['id'][0]}#1"], "integritas": [0]})
    for name, table in (
        ("evidence", kc.evidence(corpus)),
        ("disagreements", kc.disagreements(corpus, coded)),
        ("concordance", kc.concordance(corpus, "integritas")),
        ("passages", kc.shared_passages(corpus)),
    ):
        out = write_table(table, tmp_path / "a.xlsx", name, corpus=corpus)
        sheet = openpyxl.load_workbook(out).active
        printed = sheet.print_area.split("!")[-1].replace("$", "")
        heads = [cell.value for cell in sheet[printed][0]]
        known = {head.removesuffix(" (pertama)") for head in heads}
        assert "Judul" not in known
        assert "Satuan kerja" in known
        ranges = sheet.column_dimensions.values()  # one for all neighbours of a width
        assert (
            sum(
                one.width
                for at in range(1, len(heads) + 1)
                for one in ranges
                if one.min <= at <= one.max
            )
            < 260
        )


def test_every_value_of_the_sensitivity_is_in_words(folder: Path) -> None:
    table = kc.sensitivity(kc.preprocess(kc.load(folder)))
    told = {
        lang: {cell for row in readable(table, "sensitivity", lang).rows for cell in row[:2]}
        for lang in LANGUAGES
    }
    assert told["id"].isdisjoint(told["en"])


def test_a_workbook_for_people_has_the_look_of_the_reports(folder: Path) -> None:
    sheet = sheet_of(folder, "themes", str(folder))
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref is not None
    assert all(cell.font.bold for cell in sheet[1])
    share, enough = sheet["C2"], sheet["J2"]
    assert isinstance(share.value, float)
    assert share.number_format.endswith("%")
    assert enough.value == "ya"


def test_files_for_programs_keep_the_columns_and_values_of_the_library(folder: Path) -> None:
    out = folder.parent / "hasil.csv"
    run(["evidence", str(folder), "--out", str(out)])
    made = kc.evidence(kc.preprocess(kc.load(folder)))
    read = pd.read_csv(out)
    assert list(read.columns) == list(made.columns)
    assert set(read["status"]) <= set(STATUSES)


def test_the_themes_of_a_lexicon_of_ones_own_have_its_labels(folder: Path) -> None:
    own = folder.parent / "tema.csv"
    own.write_text("theme,match,label\nhati,tulus,Tulus hati\n", encoding="utf-8")
    sheet = sheet_of(folder, "evidence", str(folder), "--lexicon", str(own))
    assert sheet["B2"].value == "Tulus hati"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_table_of_essays_that_was_corrected_in_excel_serves_as_metadata(
    folder: Path, lang: str
) -> None:
    out = folder.parent / "esai.xlsx"
    run(["segment", str(folder), "--out", str(out), "--lang", lang])
    book = openpyxl.load_workbook(out)
    titles = [cell.value for cell in book.active[1]]
    author, unit = (titles.index(name) + 1 for name in AUTHOR_AND_UNIT[lang])
    for row in range(2, 5):
        book.active.cell(row, author, f"Ani {row}")
        book.active.cell(row, unit, "Garut")
    book.save(out)
    corpus = kc.load(folder, metadata=out)
    assert list(corpus.essays["author"]) == ["Ani 2", "Ani 3", "Ani 4"]
    assert set(corpus.essays["unit"]) == {"Garut"}
    assert corpus.skipped.empty


def test_rows_of_essays_tell_author_and_office_beside_the_id(folder: Path) -> None:
    table = folder.parent / "peserta.csv"
    table.write_text("berkas,nama,satuan kerja\nsatu.txt,Ani,KPU Garut\n", encoding="utf-8")
    sheet = sheet_of(folder, "evidence", str(folder), "--metadata", str(table))
    rows = list(sheet.iter_rows(max_col=3, values_only=True))
    assert rows[0] == ("Esai", "Penulis", "Satuan kerja")
    assert {("satu-1", "Ani", "KPU Garut"), ("dua-1", None, None)} <= set(rows)


def test_a_passage_of_one_wording_is_called_the_same() -> None:
    texts = {"x": f"Bagi kami, {SAID}.", "y": f"Hujan turun. {SAID}.", "z": f"{SAID}, juga malam."}
    table = kc.shared_passages(kc.load(texts))
    changed = table.assign(text_b=[*table["text_b"][:-1], "lain"])
    sheet = readable(changed, "passages")
    at = [column.title for column in sheet.columns].index("Jenis")
    assert [row[at] for row in sheet.rows] == ["sama persis"] * 2 + ["hampir semua kata sama"]


def test_every_language_that_is_told_has_its_name() -> None:
    codes = {*function_words(), "und"}
    assert [code for code in codes if not is_label(f"value.language_{code}")] == []


def test_every_status_and_rule_has_its_words() -> None:
    assert all(is_label(f"sheet.{status}") for status in STATUSES)
    assert all(is_label(f"value.rule_{rule}") for rule in RULES)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_note_explains_a_figure_and_names_its_column_in_csv(lang: str) -> None:
    table = pd.DataFrame({"topic": [1], "weight": [0.5], "unexplained": [0.2]})
    notes = {column.note for column in readable(table, "topics", lang).columns}
    told = [label(f"note.{name}", lang) for name in ("topics_weight", "unexplained")]
    names = [label("note.column", lang, column=name) for name in ("weight", "unexplained")]
    assert notes == {"", *map("\n".join, zip(told, names, strict=True))}


def test_every_note_is_on_a_heading_of_a_command() -> None:
    known = tomllib.loads(LABELS.read_text("utf-8"))
    kinds = {name.partition("_")[2] for name in known["table"] if name.startswith("sheet_")}
    kinds |= {"themes", "keywords", "evidence", "passages", "spelling"}
    columns = {name for part in ("table", "sheet") for name in known[part]}
    notes = [name for name in known["note"] if name != "column"]
    assert kinds >= {"topics", "keyness"}
    assert [name for name in notes if not _is_of(name, kinds, columns)] == []


def _is_of(note: str, kinds: set[str], columns: set[str]) -> bool:
    return note in columns or any(
        note.startswith(f"{kind}_") and note.removeprefix(f"{kind}_") in columns for kind in kinds
    )


def test_a_column_beside_essays_has_no_note_of_another_table() -> None:
    table = pd.DataFrame({"essay": ["a"], "z": [80.0], "confidence": [1.0]})
    notes = [column.note for column in readable(table, "segment", "en").columns]
    assert [bool(note) for note in notes] == [False, False, True]


def test_a_column_of_the_users_own_and_its_values_stand_as_they_are() -> None:
    made = readable(pd.DataFrame({"kantor": ["status", "(tanpa nilai)"]}), "themes", "en")
    assert [column.title for column in made.columns] == ["kantor"]
    assert made.rows == (("status",), ("(not stated)",))


def test_the_two_groups_of_a_likeness_have_the_title_of_their_column() -> None:
    table = pd.DataFrame({"unit_a": ["Garut"], "unit_b": ["Subang"], "cosine": [0.5]})
    titles = [column.title for column in readable(table, "similarity", "id").columns]
    assert titles[:2] == ["Satuan kerja (pertama)", "Satuan kerja (kedua)"]


def test_a_column_with_braces_in_its_name_stands_as_it_is() -> None:
    table = pd.DataFrame({"kelas {b}": ["x"], "theme": ["sinergi"]})
    assert readable(table, "themes").rows == (("x", "sinergi"),)


def _groups() -> kc.Corpus:
    rows = {f"e{n}": ("Kami netral. ", "Kami menjaga integritas. ")[n % 2] * 9 for n in range(10)}
    lulus = [n % 2 == 1 for n in range(10)]
    given = pd.DataFrame({"essay": [*rows], "lulus": lulus, "angkatan": [1, 2] * 5})
    return kc.load(rows, metadata=given)


@pytest.mark.parametrize(
    ("asked", "heads"),
    [
        ({"by": "angkatan", "a": 1, "b": 2}, ["Di angkatan 1", "Di angkatan 2"]),
        ({"by": "lulus", "a": True}, ["Di lulus: ya", "Di yang lain"]),
        ({"a": ["e0", "e2"]}, ["Di Esai e0 dan Esai e2", "Di yang lain"]),
        ({"by": "angkatan"}, ["Di kelompok ini", "Di yang lain"]),
    ],
)
def test_the_headings_of_a_comparison_name_what_is_compared(
    asked: dict[str, Any], heads: list[str]
) -> None:
    table = kc.compare(_groups(), what="themes", **asked)
    titles = [column.title for column in readable(table, "compare").columns]
    assert [title for title in titles if title.startswith("Di ")] == heads


def test_a_comparison_with_a_background_says_so_in_its_headings() -> None:
    table = kc.compare(_groups(), background="formal")
    titles = [column.title for column in readable(table, "compare").columns]
    assert titles[2:4] == ["Jumlah di esai-esai ini", "Jumlah di pembanding"]


def test_groups_of_yes_and_no_are_in_words_in_a_workbook(tmp_path: Path) -> None:
    table = kc.themes(_groups(), by="lulus")
    sheet = openpyxl.load_workbook(write_table(table, tmp_path / "a.xlsx", "themes")).active
    assert {row[0] for row in sheet.iter_rows(min_row=2, values_only=True)} == {"ya", "tidak"}


@pytest.mark.parametrize("column", [[1, None], [True, None], [1.5, None], ["x", None]])
def test_what_a_column_has_not_for_an_essay_is_an_empty_cell(
    column: list[object], tmp_path: Path
) -> None:
    given = pd.DataFrame({"id": ["a", "b"], "text": [ESSAY] * 2})
    values = pd.Series(pd.array(column)) if not isinstance(column[0], str) else column
    corpus = kc.load(given.assign(nomor=values))
    path = write_table(corpus.essays, tmp_path / "a.xlsx", "segment", corpus=corpus)
    head, _, second = openpyxl.load_workbook(path).active.iter_rows(values_only=True)
    assert second[head.index("nomor")] is None


@pytest.mark.parametrize("kind", ["duplicates", "similarity", "passages"])
def test_authors_of_both_essays_of_a_pair_have_titles_in_words(kind: str, tmp_path: Path) -> None:
    given = pd.DataFrame({"id": ["a", "b"], "text": [ESSAY] * 2, "author": ["Ani", "Budi"]})
    corpus = kc.load(given)
    calls = {"duplicates": kc.duplicates, "similarity": kc.similarity}
    table = calls.get(kind, kc.shared_passages)(corpus)
    path = write_table(table, tmp_path / "a.xlsx", kind, corpus=corpus)
    titles = {cell.value for cell in openpyxl.load_workbook(path).active[1]}
    assert {"Penulis (pertama)", "Penulis (kedua)"} <= titles


def test_numbers_of_peoples_own_columns_have_no_mark_of_thousands() -> None:
    given = pd.DataFrame({"essay": ["a"], "words": [1513], "tahun": [2025]})
    assert [column.kind for column in readable(given, "segment").columns] == [
        "text",
        "whole",
        "number",
    ]
