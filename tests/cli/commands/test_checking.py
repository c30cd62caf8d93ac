"""The validation loop on the command line: a sheet out, filled sheets back."""

import io
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.terminal import printed

import kpu_corpus as kc
from kpu_corpus.cli import run

openpyxl = pytest.importorskip("openpyxl")
pytest.importorskip("xlsxwriter")
ESSAY = "Kami menjaga integritas. Hujan turun sejak pagi. Langit sore tampak jingga."


@pytest.fixture
def essay(tmp_path: Path) -> Path:
    path = tmp_path / "esai.txt"
    path.write_text(ESSAY, encoding="utf-8")
    return path


def filled(essay: Path, name: str, integritas: list[object]) -> Path:
    """Return the sheet filled in: the given codes for integritas, 0 for the others."""
    path = essay.parent / name
    path.write_bytes(coded(*integritas))
    return path


@cache
def coded(*integritas: object) -> bytes:
    content = io.BytesIO()
    book = openpyxl.load_workbook(io.BytesIO(blank()))
    sheet = book.worksheets[0]
    for row, code in zip(sheet.iter_rows(min_row=2), integritas, strict=True):
        for cell in row[4:14]:
            cell.value = 0
        row[4].value = code
    book.save(content)
    return content.getvalue()


@cache
def blank() -> bytes:
    with TemporaryDirectory() as folder:
        corpus = kc.load({"esai-1": ESSAY})
        return kc.coding_sheet(corpus, Path(folder) / "koding.xlsx").read_bytes()


def test_the_command_to_measure_a_sheet_speaks_its_language(
    essay: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for lang, told in (("id", False), ("en", True)):
        out = essay.parent / f"{lang}.xlsx"
        assert run(["coding-sheet", str(essay), "--out", str(out), "--lang", lang]) == 0
        shown = capsys.readouterr().err
        assert ("--lang en" in shown) is told
        assert ("(3 kalimat, semua yang ada; yang diminta 200). Isi 0 atau 1" in shown) is not told


def test_a_filled_sheet_is_read_back_and_measured(
    essay: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = filled(essay, "ani.xlsx", [1, 0, 1])
    assert run(["validate", str(essay), "--coded", str(path)]) == 0
    titles, rows = printed(capsys.readouterr().out)
    assert titles[:5] == ["Tema", "Kalimat dikode", "Ketepatan", "Kelengkapan", "F1"]
    assert rows[0][:4] == ["Integritas", "3", "1,00", "0,50"]
    assert rows[-1][0] == "rata-rata / jumlah"


def test_the_sentences_that_differ_are_shown(
    essay: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheets = [filled(essay, "ani.xlsx", [1, 0, 1]), filled(essay, "budi.xlsx", [1, 0, 1])]
    coded = [word for path in sheets for word in ("--coded", str(path))]
    assert run(["validate", str(essay), *coded, "--sentences"]) == 0
    out = capsys.readouterr().out
    assert "Langit sore" in out
    assert "ani=1 budi=1" in out


@pytest.mark.parametrize(("second", "told"), [([0, 0, 1], True), ([1, 0, 0], False)])
def test_ties_between_coders_that_make_the_program_wrong_are_told(
    essay: Path, capsys: pytest.CaptureFixture[str], second: list[object], told: bool
) -> None:
    sheets = [filled(essay, "ani.xlsx", [1, 0, 1]), filled(essay, "budi.xlsx", second)]
    coded = [word for path in sheets for word in ("--coded", str(path))]
    assert run(["validate", str(essay), *coded, "--lang", "en"]) == 0
    assert ("split evenly: 1." in capsys.readouterr().err) is told


@pytest.mark.parametrize(
    ("options", "name"), [([], "Ketepatan"), (["--sentences"], "Beda jawaban")]
)
def test_a_workbook_of_the_comparison_names_what_it_holds(
    essay: Path, options: list[str], name: str
) -> None:
    path, out = filled(essay, "ani.xlsx", [1, 0, 1]), essay.parent / "hasil.xlsx"
    assert run(["validate", str(essay), "--coded", str(path), *options, "--out", str(out)]) == 0
    assert openpyxl.load_workbook(out).sheetnames == [name]


def test_patterns_have_rows_of_their_own(essay: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = filled(essay, "ani.xlsx", [1, 0, 1])
    assert run(["validate", str(essay), "--coded", str(path), "--by", "pattern"]) == 0
    assert printed(capsys.readouterr().out)[1][0][0] == "Integritas"


def test_a_sheet_without_the_option_before_it_is_not_left_out(
    essay: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = (filled(essay, name, [1, 0, 1]) for name in ("ani.xlsx", "budi.xlsx"))
    assert run(["validate", str(essay), str(second), "--coded", str(first)]) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"Galat: {str(second)!r} adalah lembar koding")
    assert told.endswith("budi.xlsx\n")


def test_a_wrong_cell_is_one_sentence(essay: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = filled(essay, "ani.xlsx", [1, "ya", 1])
    assert run(["validate", str(essay), "--coded", str(path)]) == 2
    assert capsys.readouterr().err == (
        "Galat: ani.xlsx: sel E3 berisi 'ya'; yang diharapkan 0 atau 1.\n"
    )


def test_sentences_of_copies_that_were_left_out_are_told_with_the_error(
    essay: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = essay.parent / "kembar"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(ESSAY, encoding="utf-8")
    path = folder.parent / "ani.csv"  # with the sentences of both
    path.write_text("id,integritas\na-1#1,1\nb-1#1,1\n", encoding="utf-8")
    call = ["validate", str(folder), "--coded", str(path)]
    assert run([*call, "--duplicates", "first"]) == 2
    told = capsys.readouterr().err
    assert told.index("Dilewati: b-1: ") < told.index("tidak ada kalimat dengan id itu")


def test_the_sheet_says_how_many_sentences_it_has_and_how_it_is_compared(
    essay: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = essay.parent / "esai kabupaten"
    folder.mkdir()
    essay.rename(folder / essay.name)
    path = folder.parent / "koding.xlsx"
    call = ["coding-sheet", str(folder), "--out", str(path)]
    assert run([*call, "--n", "2"]) == 0
    told = capsys.readouterr().err
    assert "koding.xlsx (2 kalimat). Isi" in told
    assert f'validate "{folder}" --coded {path}' in told
    assert run([*call, "--n", "3", "--duplicates", "first"]) == 0
    told = capsys.readouterr().err
    assert f"--coded {path} --duplicates first\n" in told
    assert "koding.xlsx (3 kalimat). Isi" in told
    assert run([*call, "--lang", "en"]) == 0
    assert "(sentences: 3, all there are; 200 were requested)" in capsys.readouterr().err
    assert openpyxl.load_workbook(path).worksheets[0].max_row == 1 + 3
    asked = ["--n", "2", "--sample", "stratified", "--seed", "3"]
    assert run([*call, *asked]) == 0
    made = folder.parent / "lain.xlsx"
    kc.coding_sheet(kc.load(folder), made, n=2, sample="stratified", seed=3)
    assert path.read_bytes() == made.read_bytes()


def test_a_sheet_without_codes_is_named_with_its_suffix(
    essay: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = essay.parent / "koding2.xlsx"
    assert run(["coding-sheet", str(essay), "--out", str(path)]) == 0
    assert run(["validate", str(essay), "--coded", str(path)]) == 2
    told = capsys.readouterr().err
    assert "koding2.xlsx: tidak ada kalimat yang sudah dikode" in told


def test_a_sheet_that_was_filled_in_is_not_replaced(
    essay: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled(essay, "koding.xlsx", [1, 0, 1])
    before = path.read_bytes()
    for command in ("coding-sheet", "themes"):
        assert run([command, str(essay), "--out", str(path)]) == 2
        assert "koding.xlsx' sudah diisi orang" in capsys.readouterr().err
    monkeypatch.chdir(essay.parent)
    assert run(["coding-sheet", str(essay)]) == 0
    assert (essay.parent / "koding-2.xlsx").is_file()
    assert path.read_bytes() == before


def test_one_sheet_under_two_names_is_told(essay: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = filled(essay, "ani.xlsx", [1, 0, 1])
    second = essay.parent / "budi.xlsx"
    second.write_bytes(first.read_bytes())
    assert run(["validate", str(essay), "--coded", str(first), "--coded", str(second)]) == 0
    assert "Kode 'ani' dan 'budi' sama persis" in capsys.readouterr().err


def test_a_theme_whose_column_was_deleted_is_told(
    essay: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = filled(essay, "ani.xlsx", [1, 0, 1])
    book = openpyxl.load_workbook(path)
    book.worksheets[0].delete_cols(6)
    book.save(path)
    assert run(["validate", str(essay), "--coded", str(path)]) == 0
    assert "ani.xlsx tidak memuat kolom untuk tema ini" in capsys.readouterr().err


def test_the_next_command_has_the_lexicon_of_the_sheet(
    essay: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = essay.parent / "koding.xlsx"
    assert run(["coding-sheet", str(essay), "--out", str(path), "--lexicon", "pemilu"]) == 0
    assert f"--coded {path} --lexicon pemilu" in capsys.readouterr().err
