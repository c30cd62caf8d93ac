"""A lexicon written for a person to edit comes back as it was, from every kind of file."""

from pathlib import Path

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.analysis.lexicon import load_lexicon, told_of
from kpu_corpus.errors import InvalidArgument, InvalidLexicon

SUFFIXES = (".xlsx", ".csv", ".toml")
OWN = """format = 1
[sets]
kantor = ["=kantor", "dinas", "balai kota"]
[themes.nilai]
label = { id = "Nilai", en = "Value" }
[themes.hemat]
parent = "nilai"
definition = { id = "Seperlunya.", en = "No more than needed." }
source = "Buku; bab 2"
patterns = ["hemat", { match = ["boros", "=mubazir"], against = true },
  { match = "sederhana ..2 @kantor", without = "=bahasa", near = 5, example = "Kantor @ = -1" }]
[themes.jujur]
label = "Jujur"
counts = "mentions"
patterns = [{ match = "=jujur", with = ["inov*", "@kantor"], counter = "=SUM(A1)" }]
"""


def own(folder: Path, text: str = OWN) -> Path:
    path = folder / "own.toml"
    path.write_text(text, encoding="utf-8")
    return path


TAKEN = "format = 1\n[themes.rukun]\ninclude = 'sinergi'\nexcept = 'kerukunan'\n"


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("text", ["pemilu", OWN, TAKEN], ids=["pemilu", "own", "taken"])
def test_a_lexicon_comes_back_the_same(tmp_path: Path, text: str, suffix: str) -> None:
    given = text if text == "pemilu" else own(tmp_path, text)
    path = kc.save_lexicon(given, tmp_path / f"tema{suffix}")
    assert load_lexicon(path).content == load_lexicon(given).content


def test_the_manifest_knows_the_same_lexicon_in_another_file(tmp_path: Path) -> None:
    given = own(tmp_path)
    read = [load_lexicon(kc.save_lexicon(given, tmp_path / f"a{end}")) for end in SUFFIXES]
    kept = [told_of(lexicon) for lexicon in read]
    assert len({told["sha256"] for told in kept if isinstance(told, dict)}) == 1


def test_no_cell_of_the_workbook_is_a_formula_and_typing_makes_none(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    path = kc.save_lexicon(own(tmp_path), tmp_path / "tema.xlsx")
    sheet = openpyxl.load_workbook(path).active
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert sheet["B2"].number_format == "@"
    assert sheet.column_dimensions["B"].number_format == "@"  # of rows that are added too


def test_the_workbook_of_many_words_shows_two_lines_of_a_row_and_prints_what_people_read(
    tmp_path: Path,
) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    words = ", ".join(f'"=kantor {letter * 3}"' for letter in "abcdefghij")
    many = own(tmp_path, f"{OWN}[themes.kantor]\npatterns = [{{ match = [{words}] }}]\n")
    sheet = openpyxl.load_workbook(kc.save_lexicon(many, tmp_path / "tema.xlsx")).active
    rows = range(2, sheet.max_row + 1)
    long = [row for row in rows if len(sheet.cell(row, 2).value or "") > 100]
    assert long
    assert {sheet.row_dimensions[row].height for row in long} == {30}
    titles = [cell.value for cell in sheet[1]]
    last = openpyxl.utils.get_column_letter(titles.index("counter") + 1)
    assert f"${last}$" in sheet.print_area
    short = openpyxl.load_workbook(kc.save_lexicon(own(tmp_path), tmp_path / "own.xlsx")).active
    assert {short.row_dimensions[row].height for row in range(2, short.max_row + 1)} == {None}


def test_no_cell_of_the_csv_can_act_as_a_formula(tmp_path: Path) -> None:
    path = kc.save_lexicon(own(tmp_path), tmp_path / "tema.csv")
    cells = pd.read_csv(path, dtype=str).to_numpy().ravel()
    assert not [cell for cell in cells if str(cell)[0] in "=+-@"]
    assert {"'=jujur", "'@kantor", "'=SUM(A1)"} <= set(cells)
    told = pd.read_csv(path, dtype=str, keep_default_na=False)
    of_hemat = told.loc[told["theme"] == "hemat", ["label", "parent", "source"]]
    assert of_hemat.values.tolist() == [["hemat", "nilai", "Buku; bab 2"], [""] * 3, [""] * 3]


@pytest.mark.parametrize("end", [".csv", ".xlsx"])
def test_what_a_table_cannot_hold_is_refused(tmp_path: Path, end: str) -> None:
    path = own(tmp_path, OWN.replace('"Buku; bab 2"', '" Buku"'))
    with pytest.raises(
        InvalidArgument, match=r"own.toml has content that a table cannot hold.*\.toml"
    ):
        kc.save_lexicon(path, tmp_path / f"tema{end}")
    assert not (tmp_path / f"tema{end}").exists()


def test_another_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidArgument, match=r"\.xlsx, \.csv, \.toml"):
        kc.save_lexicon(None, tmp_path / "tema.json")


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (["@a b,=x"], "A2 holds '@a b'; expected @ and the name"),
        (["@a,=x|=y"], "B2 holds '=x|=y'; expected words"),
        (["@a,"], "B2 holds ''; expected words"),
        (["@a,=x,ya"], "C2 holds 'ya'; a row of the set @a"),
        (["teh,@b", "@bb,=x"], "unknown set '@b' @ tema.csv:B2; known: @bb. Did you mean '@bb'?"),
    ],
)
def test_a_mistake_in_a_set_is_named_by_its_cell(
    tmp_path: Path, rows: list[str], told: str
) -> None:
    path = tmp_path / "tema.csv"
    path.write_text("\n".join(["theme,match,against", *rows, "kopi,=kopi"]), encoding="utf-8")
    with pytest.raises(InvalidLexicon) as caught:
        load_lexicon(path)
    assert told in caught.value.text("en")


def test_rows_of_one_set_are_put_together_wherever_they_stand(tmp_path: Path) -> None:
    path = tmp_path / "tema.csv"
    path.write_text("theme,match\nteh,@b ..2 enak\n@b,=teh; chai\n@b,=cah\n", encoding="utf-8")
    assert load_lexicon(path).sets == {"b": ("=teh", "chai", "=cah")}


def test_a_text_in_one_language_holds_for_the_other(tmp_path: Path) -> None:
    text = 'format = 1\n[themes.teh]\nlabel = { id = "Teh" }\npatterns = ["=teh"]\n'
    assert load_lexicon(own(tmp_path, text)).labels("en") == {"teh": "Teh"}
