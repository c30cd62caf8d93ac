"""The coding sheet: what a person needs, nothing of the machine's answer, and the way back."""

import sys
import warnings
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from tests.answers import INTEGRITY

import kpu_corpus as kc
from kpu_corpus.errors import InvalidArgument, MissingExtra
from kpu_corpus.reporting.files import coding_sheet as module
from kpu_corpus.tokens import Tokens

openpyxl = pytest.importorskip("openpyxl")
pytest.importorskip("xlsxwriter")


def opened(path: Path) -> Any:
    return openpyxl.load_workbook(path)


def of_integrity(tokens: Tokens) -> set[str]:
    """Return the ids of the units that assert integrity."""
    rows = kc.evidence(tokens, themes=["integritas"])
    counted = rows[rows["status"].isin(("asserted", "aspired"))]
    return {f"{a}#{b}" for a, b in zip(counted["essay"], counted["sentence"], strict=True)}


def fill(path: Path, answer: Any) -> None:
    """Fill in every code with ``answer(id, heading)``."""
    book = opened(path)
    rows = list(book.worksheets[0].iter_rows())
    head = [cell.value for cell in rows[0]]
    for row in rows[1:]:
        for cell, title in zip(row[4:-2], head[4:-2], strict=True):
            cell.value = answer(row[0].value, title)
    book.save(path)


def test_the_sheet_shows_units_with_their_context_and_empty_codes(
    tokens: Tokens, tmp_path: Path
) -> None:
    path = kc.coding_sheet(tokens, tmp_path / "koding.xlsx", n=500)
    coding, codebook, *hidden = opened(path).worksheets
    rows = list(coding.iter_rows(values_only=True))
    assert rows[0][:4] == ("id", "esai", "kalimat sebelumnya", "kalimat")
    assert len(rows) == 1 + tokens.units.body.sum()
    assert rows[3][2] == rows[2][3]
    first = tokens.corpus.items[0]
    assert rows[1][1] == f"Esai {first.id}: {first.title}"
    assert all(code is None for row in rows[1:] for code in row[4:-1])
    assert codebook.max_row > 10
    assert {sheet.sheet_state for sheet in hidden} == {"veryHidden"}
    assert not rows[1][2]  # above it stands the title
    pair = kc.coding_sheet(kc.load({"a": "Satu. Dua.", "b": "Tiga."}), tmp_path / "dua.xlsx")
    above = [row[2] or "" for row in opened(pair).worksheets[0].iter_rows(values_only=True)]
    assert above[1:] == ["", "Satu.", ""]  # of the same essay


def test_a_long_title_or_name_makes_no_row_higher_than_its_sentence(tmp_path: Path) -> None:
    rows = pd.DataFrame({"id": ["a"], "title": ["Menjaga amanah " * 9], "text": ["Kami jujur."]})
    path = kc.coding_sheet(kc.load(rows), tmp_path / "koding.xlsx")
    sheet = opened(path).worksheets[0]
    shown = sheet["B2"].value
    assert shown.startswith("Esai a: Menjaga amanah")
    assert len(shown) <= len("Esai a: ") + 60
    assert [sheet.cell(2, column).alignment.wrap_text for column in (1, 2)] == [None, True]


def test_codes_are_chosen_from_a_list_of_0_and_1(tokens: Tokens, tmp_path: Path) -> None:
    path = kc.coding_sheet(tokens, tmp_path / "koding.xlsx", n=20)
    (rule,) = opened(path).worksheets[0].data_validations.dataValidation
    assert rule.type == "list"
    assert rule.formula1 == '"0,1"'
    assert str(rule.sqref) == "E2:N21"


def test_codes_stay_with_their_sentences(tokens: Tokens, tmp_path: Path) -> None:
    path = kc.coding_sheet(tokens, tmp_path / "koding.xlsx", n=20)
    sheet = opened(path).worksheets[0]
    assert sheet.protection.sheet
    assert sheet.protection.sort
    assert (sheet["D2"].protection.locked, sheet["E2"].protection.locked) == (True, False)
    assert not sheet["O2"].protection.locked
    assert sheet.auto_filter.ref == "A1:P21"
    assert sheet.column_dimensions["P"].hidden
    assert [row[-1] for row in sheet.values][1:] == [row[0] for row in sheet.values][1:]


def test_a_sheet_that_was_sorted_in_part_is_refused(tokens: Tokens, tmp_path: Path) -> None:
    path = kc.coding_sheet(tokens, tmp_path / "koding.xlsx", n=20)
    fill(path, lambda unit, title: 0)
    book = opened(path)
    rows = [[cell.value for cell in row[:4]] for row in book.worksheets[0].iter_rows(min_row=2)]
    for row, moved in zip(book.worksheets[0].iter_rows(min_row=2), reversed(rows), strict=True):
        for cell, value in zip(row, moved, strict=False):
            cell.value = value
    book.save(path)
    with pytest.raises(InvalidArgument, match="only some of the columns were sorted"):
        kc.validate(tokens, path)


def test_the_machines_answer_stands_nowhere(tmp_path: Path) -> None:
    """Two corpora whose only difference is what the lexicon finds give sheets that look alike."""
    sheets = []
    for word in ("integritas", "gunung"):
        corpus = kc.load({"a": f"Kami melihat {word}. Hujan turun."})
        path = kc.coding_sheet(corpus, tmp_path / f"{word}.xlsx")
        coding, codebook, *_ = opened(path).worksheets
        rows = [[str(v).replace(word, "…") for v in row] for row in coding.values]
        rules = [str(rule.sqref) for rule in coding.data_validations.dataValidation]
        sheets.append((rows, rules, list(codebook.values)))
    assert sheets[0] == sheets[1]


def test_a_filled_sheet_comes_back_as_it_was_filled(tokens: Tokens, tmp_path: Path) -> None:
    path = kc.coding_sheet(tokens, tmp_path / "koding.xlsx", n=30)
    units = {row[0] for row in opened(path).worksheets[0].iter_rows(values_only=True)}
    found = of_integrity(tokens) & units
    assert found
    fill(path, lambda unit, title: int(title == "Integritas" and unit in found))
    table = kc.validate(tokens, path).set_index("theme")
    assert table.loc["integritas", ["precision", "recall"]].tolist() == [1, 1]
    assert table.loc["integritas", "tp"] == len(found)
    assert (table["n"] == 30).all()


def test_a_stratified_sheet_keeps_its_weights(tokens: Tokens, tmp_path: Path) -> None:
    path = kc.coding_sheet(tokens, tmp_path / "koding.xlsx", n=20, sample="stratified")
    fill(path, lambda unit, title: 1)
    weights = {unit: float(weight) for unit, weight in [*opened(path)["weights"].values][1:]}
    assert sum(weights.values()) == pytest.approx(tokens.units.body.sum())
    found = of_integrity(tokens)
    table = kc.validate(tokens, path).set_index("theme")
    share = sum(weights[unit] for unit in found & weights.keys()) / sum(weights.values())
    assert table.loc["integritas", "recall"] == pytest.approx(share)


def test_a_stratified_sample_without_its_weights_is_told(tokens: Tokens, tmp_path: Path) -> None:
    for sample, told in (("stratified", True), ("random", False)):
        path = kc.coding_sheet(tokens, tmp_path / f"{sample}.xlsx", n=12, sample=sample)
        fill(path, lambda unit, title: len(unit) % 2)
        pd.read_excel(path).to_csv(tmp_path / "ani.csv", index=False)
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            kc.validate(tokens, tmp_path / "ani.csv")
            kc.validate(tokens, path)
        names = [getattr(one.message, "fields", {}).get("name") for one in caught]
        assert names == ["ani.csv"] * told


OWN = "theme,match,label\na,jujur,Nilai\nb,netral,Nilai\nc,disiplin,Kalimat\nkomentar,sinergi,\n"


def test_themes_that_are_called_alike_or_like_a_column_come_back(
    tokens: Tokens, tmp_path: Path
) -> None:
    own = tmp_path / "own.csv"
    own.write_text(OWN, encoding="utf-8")
    path = kc.coding_sheet(tokens, tmp_path / "koding.xlsx", n=12, lexicon=own)
    head = [cell.value for cell in opened(path).worksheets[0][1]][4:-2]
    assert head == ["Nilai (a)", "Nilai (b)", "Kalimat (c)", "komentar (komentar)"]
    fill(path, lambda unit, title: int(title in ("Nilai (b)", "komentar (komentar)")))
    table = kc.validate(tokens, path, lexicon=own).set_index("theme")
    assert (table["tp"] + table["fn"]).tolist() == [0, 12, 0, 12, 24]


def test_a_wrong_heading_of_ones_own_lexicon_is_named(tokens: Tokens, tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text(OWN, encoding="utf-8")
    path = kc.coding_sheet(tokens, tmp_path / "koding.xlsx", n=5, lexicon=own)
    book = opened(path)
    book.worksheets[0]["E1"] = "Nilay (a)"
    book.save(path)
    with pytest.raises(InvalidArgument, match=r"E1 holds 'Nilay \(a\)'.*mean 'Nilai \(a\)'"):
        kc.validate(tokens, path, lexicon=own)
    with pytest.raises(InvalidArgument, match=r"made with the lexicon own\.csv, not themes;"):
        kc.validate(tokens, path)


def test_an_empty_sheet_is_told_to_be_empty(tokens: Tokens, tmp_path: Path) -> None:
    path = kc.coding_sheet(tokens, tmp_path / "koding.xlsx", n=5)
    with pytest.raises(InvalidArgument, match="no unit has been coded"):
        kc.validate(tokens, path)


def test_a_wrong_cell_is_named(tokens: Tokens, tmp_path: Path) -> None:
    path = kc.coding_sheet(tokens, tmp_path / "koding.xlsx", n=12)
    fill(path, lambda unit, title: 0)
    book = opened(path)
    book.worksheets[0]["F12"] = "ya"
    book.save(path)
    with pytest.raises(InvalidArgument) as caught:
        kc.validate(tokens, path)
    assert caught.value.text("id") == (
        "koding.xlsx: sel F12 berisi 'ya'; yang diharapkan 0 atau 1."
    )


def test_no_text_becomes_a_formula(tmp_path: Path) -> None:
    starts = ("=1+1", "+62", "@SUM(A1)", "-3")
    text = " ".join(f"{start} adalah teks biasa." for start in starts)
    corpus = kc.load({"=cmd|'/c calc'!A1": text})
    path = kc.coding_sheet(corpus, tmp_path / "koding.xlsx", lexicon=INTEGRITY)
    cells = [cell for row in opened(path).worksheets[0].iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    fill(path, lambda unit, title: 0)
    assert kc.validate(corpus, path, lexicon=INTEGRITY)["n"].tolist() == [4, 4]


def test_a_very_long_unit_fits_and_comes_back(tmp_path: Path) -> None:
    corpus = kc.load({"a": f"{'sangat' * 6_000} panjang."})
    path = kc.coding_sheet(corpus, tmp_path / "koding.xlsx")
    fill(path, lambda unit, title: 0)
    assert kc.validate(corpus, path)["n"].iloc[0] == 1


def test_the_same_call_gives_the_same_bytes(tokens: Tokens, tmp_path: Path) -> None:
    one = kc.coding_sheet(tokens, tmp_path / "a.xlsx", n=10, lang="en").read_bytes()
    two = kc.coding_sheet(tokens, tmp_path / "b.xlsx", n=10, lang="en").read_bytes()
    assert one == two


def test_the_manifest_travels_with_the_sheet(tokens: Tokens, tmp_path: Path) -> None:
    path = kc.coding_sheet(tokens, tmp_path / "koding.xlsx", n=10, seed=4)
    rows = {(row[0], row[1]): row[2] for row in opened(path)["manifest"].values}
    assert rows["arguments", "seed"] == "4"
    assert rows["settings", "roots"] == '"ranked"'


@pytest.mark.parametrize(
    ("name", "settings", "match"),
    [
        ("koding.csv", {}, "xlsx"),
        ("koding.xlsx", {"lang": "jv"}, "lang"),
        ("koding.xlsx", {"n": 0}, "n=0"),
        ("koding.xlsx", {"sample": "acak"}, "sample"),
    ],
)
def test_wrong_arguments_are_refused(
    tokens: Tokens, tmp_path: Path, name: str, settings: dict[str, Any], match: str
) -> None:
    with pytest.raises(InvalidArgument, match=match):
        kc.coding_sheet(tokens, tmp_path / name, **settings)
    assert list(tmp_path.iterdir()) == []


def test_the_package_that_writes_it_is_asked_for_before_the_texts_are_analysed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    monkeypatch.setattr(module, "as_tokens", lambda _: pytest.fail("analysed"))
    with pytest.raises(MissingExtra, match="XlsxWriter"):
        kc.coding_sheet(kc.load({"a": "Kami jujur."}), "koding.xlsx")


@pytest.mark.parametrize(("made", "asked"), [("berakhlak", None), (None, "berakhlak")])
def test_a_sheet_of_another_lexicon_says_which_one(
    tokens: Tokens, tmp_path: Path, made: str | None, asked: str | None
) -> None:
    path = kc.coding_sheet(tokens, tmp_path / "koding.xlsx", n=5, lexicon=made)
    names = (made or "themes", asked or "themes")
    wanted = rf"koding.xlsx.*{names[0]}, not {names[1]}; .*'{names[0]}' after --lexicon"
    with pytest.raises(InvalidArgument, match=wanted):
        kc.validate(tokens, path, lexicon=asked)


def test_a_sheet_or_a_lexicon_from_a_dataframe_is_called_so(tokens: Tokens, tmp_path: Path) -> None:
    own = pd.DataFrame({"theme": ["hemat"], "match": ["hemat"]})
    of_own = kc.coding_sheet(tokens, tmp_path / "own.xlsx", n=5, lexicon=own)
    with pytest.raises(InvalidArgument, match="from a DataFrame, not themes; give the same"):
        kc.validate(tokens, of_own)
    shipped = kc.coding_sheet(tokens, tmp_path / "shipped.xlsx", n=5)
    with pytest.raises(InvalidArgument, match="lexicon themes, not a DataFrame; use that"):
        kc.validate(tokens, shipped, lexicon=own)


def test_a_printed_sheet_has_codes_and_sentences_on_one_page(tmp_path: Path) -> None:
    made = kc.coding_sheet(kc.load({"a": "Kami menjaga integritas."}), tmp_path / "k.xlsx")
    coding, codebook, *_ = opened(made).worksheets
    assert (coding.print_title_rows, codebook.print_title_rows) == ("$1:$1", "$7:$7")
    for sheet in (coding, codebook):
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight == 0


def test_essays_are_called_as_in_reports(tmp_path: Path) -> None:
    rows = pd.DataFrame({"id": ["a", "b"], "title": ["Jujur", None], "text": ["Kami jujur."] * 2})
    path = kc.coding_sheet(kc.load(rows), tmp_path / "koding.xlsx")
    read = openpyxl.load_workbook(path).worksheets[0].iter_rows(min_row=2, values_only=True)
    assert {row[1] for row in read} == {"Esai a: Jujur", "Esai b"}


def test_the_codebook_says_that_themes_below_one_count_for_it_and_topics_wherever_they_are(
    tmp_path: Path,
) -> None:
    corpus = kc.load({"a": "Kami jujur. " * 3})
    book = opened(kc.coding_sheet(corpus, tmp_path / "a.xlsx", lexicon="pemilu"))
    entries = {row[0]: row[1] for row in book.worksheets[1].values if row[1]}
    themes = "Langsung, Umum, Bebas, Rahasia, Jujur, Adil"
    assert f"salah satu tema di bawahnya: {themes}.)" in entries["Asas pemilu"]
    assert "di bawahnya" not in entries["Jujur"]
    own = tmp_path / "own.toml"
    topic = '[themes.dana]\nlabel = "Dana"\ncounts = "mentions"\npatterns = ["dana"]\n'
    own.write_text(f"format = 1\n{topic}[themes.jujur]\nlabel = 'Jujur'\npatterns = ['jujur']\n")
    book = opened(kc.coding_sheet(corpus, tmp_path / "b.xlsx", lexicon=own))
    entries = {row[0]: row[1] or "" for row in book.worksheets[1].values}
    assert "1 di mana pun disebut" in entries["Dana"]
    assert "di mana pun" not in entries["Jujur"]


def test_a_manifest_that_was_changed_tells_no_lexicon(tmp_path: Path) -> None:
    corpus = kc.load({"a": "Kami menjaga integritas."})
    path = kc.coding_sheet(corpus, tmp_path / "a.xlsx", n=1, lexicon=INTEGRITY)
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["E1"] = "bukan tema"
    cells = next(row for row in book["manifest"].iter_rows() if row[1].value == "lexicon")
    for told in (None, "{", "[1]", '{"a": 1}', '{"name": ["x"]}', "[" * 9_999):
        cells[2].value = told
        book.save(path)
        with pytest.raises(InvalidArgument, match="E1 holds 'bukan tema'"):
            kc.validate(corpus, path, lexicon=INTEGRITY)
