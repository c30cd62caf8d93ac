"""What the library wrote lies among the essays and is not taken for one of them."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path

import pandas as pd
import pytest
from tests.essays import new_docx

import kpu_corpus as kc
from kpu_corpus.analysis.checking.lint import LINT
from kpu_corpus.analysis.checking.sensitivity import SENSITIVITY
from kpu_corpus.analysis.checking.suggest import SUGGESTIONS
from kpu_corpus.analysis.coding.disagreements import DISAGREEMENTS
from kpu_corpus.analysis.coding.validate import VALIDATION
from kpu_corpus.analysis.comparing import compare
from kpu_corpus.analysis.comparing.changes import CHANGES
from kpu_corpus.analysis.keywords.keyness import KEYNESS
from kpu_corpus.analysis.keywords.keywords import KEYWORDS
from kpu_corpus.analysis.likeness.clusters import CLUSTERS
from kpu_corpus.analysis.likeness.similarity import SIMILARITY
from kpu_corpus.analysis.profile import PROFILE
from kpu_corpus.analysis.reuse.passages import PASSAGES
from kpu_corpus.analysis.reuse.templates import TEMPLATES
from kpu_corpus.analysis.spelling import SPELLING
from kpu_corpus.analysis.themes.evidence import EVIDENCE
from kpu_corpus.analysis.themes.network import NETWORK
from kpu_corpus.analysis.themes.themes import THEMES
from kpu_corpus.analysis.words.collocates import COLLOCATES
from kpu_corpus.analysis.words.collocations import COLLOCATIONS
from kpu_corpus.analysis.words.concordance import CONCORDANCE
from kpu_corpus.analysis.words.dispersion import DISPERSION
from kpu_corpus.cli import run
from kpu_corpus.corpus.near_duplicates import DUPLICATES
from kpu_corpus.corpus.tables import ESSAYS
from kpu_corpus.errors import UnreadableSource
from kpu_corpus.reading.own import are_of_results

openpyxl = pytest.importorskip("openpyxl")
pytest.importorskip("docx")
pytest.importorskip("xlsxwriter")
pytest.importorskip("pyarrow")
ESSAY = "Kami menjaga integritas. Hujan turun sejak pagi. Pemilih dilayani dengan adil."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ani.txt").write_text(ESSAY, encoding="utf-8")
    return tmp_path


WRITTEN = [
    ("report", "laporan.html"),
    ("report", "laporan.docx"),
    ("report", "laporan.xlsx"),
    ("explorer", "jelajah.html"),
    ("coding-sheet", "koding.xlsx"),
    ("evidence", "bukti.xlsx"),
    ("evidence", "bukti.parquet"),
    ("evidence", "bukti.csv"),
    ("themes", "tema.jsonl"),
    ("bundle", "bundel.zip"),
]


def test_results_among_the_essays_are_skipped_with_their_reason(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reasons = {"id": "ini hasil kpu_corpus sendiri", "en": "it was written by kpu_corpus"}
    for (command, name), lang in zip(WRITTEN, cycle(reasons), strict=False):
        call = [command, str(folder / "ani.txt"), "--out", str(folder / name), "--lang", lang]
        assert run(call) == 0
    assert [source.name for source in kc.load(folder).documents] == ["ani"]
    for lang, reason in reasons.items():
        capsys.readouterr()
        assert run(["themes", str(folder), "--lang", lang]) == 3
        said = capsys.readouterr().err.splitlines()
        for _, name in WRITTEN:
            assert [name in line and reason in line for line in said].count(True) == 1


@pytest.mark.parametrize(
    "columns",
    [
        CHANGES,
        CLUSTERS,
        COLLOCATES,
        COLLOCATIONS,
        CONCORDANCE,
        DISAGREEMENTS,
        DISPERSION,
        DUPLICATES,
        EVIDENCE,
        KEYNESS,
        KEYWORDS,
        LINT,
        NETWORK,
        PASSAGES,
        PROFILE,
        SENSITIVITY,
        SIMILARITY,
        SPELLING,
        SUGGESTIONS,
        TEMPLATES,
        THEMES,
        compare.THEMES,
        compare.WORDS,
        VALIDATION,
    ],
)
def test_every_table_of_a_command_is_known_by_its_columns(columns: dict[str, str]) -> None:
    assert are_of_results(["kantor", *columns])


@pytest.mark.parametrize(
    "columns",
    [
        ESSAYS,
        "essay start end text",
        "essay theme text",
        "id text label score",
        "no name unit status comment",
        "essay sentence text",
        "term count text",
    ],
)
def test_tables_of_people_are_not_known_as_results(columns: dict[str, str] | str) -> None:
    assert not are_of_results(columns.split() if isinstance(columns, str) else columns)


def test_a_table_that_excel_saved_again_is_a_result_and_an_export_of_the_essays_is_not(
    folder: Path,
) -> None:
    corpus = kc.load(folder)
    kc.evidence(corpus).to_csv(folder / "bukti.csv", sep=";", index=False)
    assert [error.message for _, error in kc.load(folder).refused] == ["own_result"]
    with pytest.raises(UnreadableSource, match="written by kpu_corpus"):
        kc.load(folder / "bukti.csv")
    corpus.essays.to_csv(folder / "korpus.csv", index=False)
    assert kc.load(folder / "korpus.csv").texts == corpus.texts


def test_results_of_a_stream_are_not_essays(folder: Path) -> None:
    kc.stream(folder, folder / "hasil")
    corpus = kc.load(folder)
    assert len(corpus) == 1
    reasons = {Path(path).name: error.message for path, error in corpus.refused}
    tables = ("evidence.parquet", "keywords.parquet", "skipped.parquet", "themes.parquet")
    assert {reasons[name] for name in (*tables, "manifest.json")} == {"own_result"}


def test_a_filled_sheet_that_was_saved_again_is_known_and_can_be_validated(folder: Path) -> None:
    path = kc.coding_sheet(kc.load(folder), folder / "koding-ani.xlsx")
    book = openpyxl.load_workbook(path)
    for row in book.worksheets[0].iter_rows(min_row=2):
        for cell in row[4:14]:
            cell.value = 0
    book.save(path)
    corpus = kc.load(folder)
    assert [error.message for _, error in corpus.refused] == ["own_result"]
    assert kc.validate(corpus, path)["n"].max() == 3


def test_ones_own_files_of_such_names_are_read(folder: Path) -> None:
    (folder / "laporan.html").write_text(
        f'<!doctype html><meta name="generator" content="WordPress 6.5"><p>{ESSAY}</p>', "utf-8"
    )
    document = new_docx()
    document.add_paragraph(ESSAY)
    document.save(folder / "laporan.docx")
    rows = pd.DataFrame({"id": ["budi"], "esai": [ESSAY]})
    rows.to_excel(folder / "koding.xlsx", index=False)
    rows.assign(id="citra").to_parquet(folder / "bukti.parquet")
    corpus = kc.load(folder)
    assert not corpus.refused
    assert len(corpus) == 5


def test_a_saved_corpus_is_read(folder: Path) -> None:
    kept = kc.load(folder).save(folder / "korpus.parquet")
    assert [source.name for source in kc.load(kept).documents] == ["ani"]


def test_a_table_of_results_keeps_its_origin_in_parquet(folder: Path) -> None:
    assert run(["themes", str(folder), "--out", str(folder / "tema.parquet")]) == 0
    table = kc.themes(kc.load(folder / "ani.txt"))
    kept = pd.read_parquet(folder / "tema.parquet")
    pd.testing.assert_frame_equal(kept, table, check_dtype=False)
    assert kc.manifest(kept)["arguments"] == kc.manifest(table)["arguments"]
