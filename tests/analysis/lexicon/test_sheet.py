"""A lexicon from a spreadsheet: what a row means, and errors that name the cell."""

import re
import zipfile
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.analysis.lexicon import load_lexicon
from kpu_corpus.errors import InvalidArgument, InvalidLexicon

ROWS = [
    ["theme", "match", "with", "without", "near", "label", "definition"],
    ["kopi", "=kopi; espreso", "pagi", "", "", "Kopi", "Minuman"],
    ["kopi", "kedai", "", "tutup", "3", "", ""],
    ["teh", "=teh", "", "", "", "", ""],
]
TEXT = {"a": "Kedai itu menjual kopi."}


def save(folder: Path, rows: list[list[str]], name: str = "tema.csv") -> Path:
    path = folder / name
    path.write_text("\n".join(",".join(row) for row in rows), encoding="utf-8")
    return path


def test_a_row_is_a_pattern_of_its_theme(tmp_path: Path) -> None:
    lexicon = load_lexicon(save(tmp_path, ROWS))
    kopi, teh = lexicon.themes
    assert (kopi.key, kopi.label["id"], kopi.definition["id"]) == ("kopi", "Kopi", "Minuman")
    assert kopi.patterns[0].match == ("=kopi", "espreso")
    assert kopi.patterns[0].context == ("pagi",)
    assert (kopi.patterns[1].without, kopi.patterns[1].near) == (("tutup",), 3)
    assert teh.label["id"] == "teh"


def test_the_way_that_is_told_for_a_dict_gives_each_theme_its_words() -> None:
    told = "pd.DataFrame(d.items(), columns=['theme', 'match']).explode('match')"
    d = {"Kopi": ["kopi", "espreso"], "Teh": "teh"}
    with pytest.raises(InvalidArgument, match=re.escape(told)):
        load_lexicon(d)  # type: ignore[arg-type]
    kopi, teh = load_lexicon(eval(told)).themes
    assert [kopi.label["id"], *(one.match for one in kopi.patterns)] == [
        "Kopi",
        ("kopi",),
        ("espreso",),
    ]
    assert [one.match for one in teh.patterns] == [("teh",)]
    lines = pd.DataFrame({"theme": ["Teh"], "match": ["=teh\n=cah; chai\n"]})  # of one cell
    assert load_lexicon(lines).themes[0].patterns[0].match == ("=teh", "=cah", "chai")


def test_a_dataframe_gives_the_same_lexicon_and_errors_name_its_row_and_column(
    tmp_path: Path,
) -> None:
    table = pd.read_csv(save(tmp_path, ROWS))  # near is 3.0 beside blanks
    lexicon = load_lexicon(table)
    assert lexicon.content == load_lexicon(tmp_path / "tema.csv").content
    with zipfile.ZipFile(kc.bundle(kc.load(TEXT), tmp_path / "b.zip", lexicon=table)) as archive:
        again = load_lexicon(Path(archive.extract("lexicon.toml", tmp_path)))
    assert again.content == lexicon.content
    with pytest.raises(InvalidLexicon, match=r"cell \(1, near\) holds 'jauh'"):
        load_lexicon(table.assign(near=["", "jauh", ""]))
    with pytest.raises(InvalidLexicon, match="holds 'essay'; expected one of: theme"):
        load_lexicon(kc.themes(kc.load(TEXT)))


def test_xlsx_gives_the_same_lexicon_even_where_a_form_became_a_formula(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    assert book.active["B4"].data_type == "f"  # what a spreadsheet makes of =teh
    book.save(tmp_path / "tema.xlsx")
    made = load_lexicon(tmp_path / "tema.xlsx")
    assert made.themes == load_lexicon(save(tmp_path, ROWS)).themes


def test_a_definition_in_one_language_is_that_of_both(tmp_path: Path) -> None:
    for given in ("definition", "definition_en"):
        rows = [["theme", "match", given], ["kopi", "kopi", "Minuman"]]
        (kopi,) = load_lexicon(save(tmp_path, rows)).themes
        assert kopi.definition == {"id": "Minuman", "en": "Minuman"}


def test_headings_may_be_in_indonesian(tmp_path: Path) -> None:
    rows = [["Tema", "Pola", "definisi"], *([row[0], row[1], row[6]] for row in ROWS[1:])]
    english = [["theme", "match", "definition"], *rows[1:]]
    made = load_lexicon(save(tmp_path, rows))
    assert made.themes == load_lexicon(save(tmp_path, english)).themes


def test_titles_may_stand_above_the_headings_and_cells_keep_their_addresses(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["LEKSIKON SEMBOYAN 2026"], [], ["Tema", "Pola"], ["Kopi", "=kopi"]):
        book.active.append(row)
    book.save(tmp_path / "tema.xlsx")
    lexicon = load_lexicon(tmp_path / "tema.xlsx")
    assert [(one.match, one.row) for one in lexicon.themes[0].patterns] == [(("=kopi",), 4)]
    above = [["LEKSIKON SEMBOYAN 2026"], ["tema", "pola"], ["Kopi", "kopi (panas)"]]
    with pytest.raises(InvalidLexicon, match="B3"):
        load_lexicon(save(tmp_path, above))


def test_what_stands_beside_a_pattern_may_be_headed_in_indonesian_too(tmp_path: Path) -> None:
    rows = [
        ["tema", "pola", "tanpa", "lawan", "dekat"],
        ["hemat", "sederhana", "bahasa", "", "5"],
        ["hemat", "boros", "", "ya", ""],
    ]
    english = [["theme", "match", "without", "against", "near"], *rows[1:]]
    made = load_lexicon(save(tmp_path, rows))
    assert made.themes == load_lexicon(save(tmp_path, english)).themes
    assert made.themes[0].patterns[1].against


def test_it_works_like_any_other_lexicon(tmp_path: Path) -> None:
    rows = kc.evidence(
        kc.load({"a": "Ia minum kopi di waktu pagi. Kopi itu pahit. Tehnya manis."}),
        lexicon=save(tmp_path, ROWS),
    )
    assert list(rows["surface"]) == ["kopi", "Tehnya"]


@pytest.mark.parametrize("label", ["Minuman", ""])
def test_a_row_without_a_pattern_may_describe_a_parent(tmp_path: Path, label: str) -> None:
    rows = [
        ["theme", "match", "parent", "label"],
        ["minuman", "", "", label],
        ["kopi", "=kopi", "minuman", ""],
    ]
    found = kc.evidence(kc.load({"a": "Kopi itu pahit."}), lexicon=save(tmp_path, rows))
    assert set(found["theme"]) == {"minuman", "kopi"}


@pytest.mark.parametrize(("cell", "rule"), [("ya", "refused"), ("1", "refused"), ("", "negator")])
def test_denying_what_a_pattern_forbids_refuses_it(tmp_path: Path, cell: str, rule: str) -> None:
    rows = [["theme", "match", "against"], ["jujur", "=suap", cell]]
    found = kc.evidence(kc.load({"a": "Ia bekerja tanpa suap."}), lexicon=save(tmp_path, rows))
    assert list(found["rule"]) == [rule]


def test_a_theme_may_be_called_as_people_read_it(tmp_path: Path) -> None:
    rows = [
        ["Tema", "Pola", "Induk"],
        ["Media Sosial", "instagram", "Dunia Maya"],
        ["media sosial", "tiktok", ""],
        ["5S", "senyum", ""],
        ["Dunia Maya", "", ""],
    ]
    themes = load_lexicon(save(tmp_path, rows)).themes
    assert [(theme.key, theme.label["id"], len(theme.patterns)) for theme in themes] == [
        ("media_sosial", "Media Sosial", 2),
        ("tema_5s", "5S", 1),
        ("dunia_maya", "Dunia Maya", 0),
    ]
    assert themes[0].parents == ("dunia_maya",)


def test_rows_of_a_theme_may_repeat_its_label_and_cite_several_sources(tmp_path: Path) -> None:
    rows = [
        ["theme", "match", "label", "source"],
        ["teh", "=teh", "Teh", "Buku A"],
        ["teh", "=cah", "Teh", "Buku B"],
    ]
    (theme,) = load_lexicon(save(tmp_path, rows)).themes
    assert (theme.label["id"], theme.source) == ("Teh", "Buku A")


def test_a_theme_may_take_over_shipped_ones_and_have_no_pattern_of_its_own(tmp_path: Path) -> None:
    rows = [
        ["tema", "pola", "sertakan"],
        ["Akuntabel", "=akuntabel", "Tanggung jawab; disiplin"],
        ["Bersih", "", "integritas"],
    ]
    own, ten = load_lexicon(save(tmp_path, rows)), load_lexicon()
    count = {theme.key: len(theme.patterns) for theme in ten.themes}
    assert [len(theme.patterns) for theme in own.themes] == [
        1 + count["tanggung_jawab"] + count["disiplin"],
        count["integritas"],
    ]


def changed(row: int, column: int, value: str) -> list[list[str]]:
    rows = [list(cells) for cells in ROWS]
    rows[row][column] = value
    return rows


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (changed(0, 3, "withot"), "tema.csv: sel D1 berisi 'withot'"),
        (changed(0, 3, "with"), "sel D1 berisi 'with'"),
        (changed(2, 0, "?!"), "sel A3 berisi '?!'; yang diharapkan nama tema"),
        (changed(1, 1, "=kopi; espreso.."), "pola 'espreso..' @ tema.csv:B2 tidak terbaca"),
        (changed(2, 3, "tutup ..2"), "pola 'tutup ..2' @ tema.csv:D3 tidak terbaca"),
        (
            changed(2, 5, "Kedai"),
            "sel F3 berisi 'Kedai', padahal baris lain dari tema itu memuat 'Ko",
        ),
        (changed(2, 6, "Warung"), "sel G3 berisi 'Warung', padahal"),
        (
            [["theme", "match", "example"], ["teh", "", "Tehnya manis."], ["teh", "=teh", ""]],
            "sel B2 kosong, padahal barisnya memuat 'Tehnya manis.'",
        ),
        (changed(2, 0, ""), "sel A3 kosong; tulis temanya di setiap baris"),
        (changed(2, 4, "tiga"), "sel E3 berisi 'tiga'; yang diharapkan banyaknya kata"),
        (
            [["theme", "match", "against"], ["teh", "=teh", "mungkin"]],
            "sel C2 berisi 'mungkin'; yang diharapkan ya atau tidak",
        ),
        (changed(2, 4, "9" * 5_000), "sel E3 berisi '999"),
        (changed(3, 1, "#NAME?"), "sel B4 berisi '#NAME?'"),
        (changed(3, 1, "@publik"), "kumpulan '@publik' @ tema.csv:B4 tidak dikenal"),
        (changed(2, 1, ""), "sel B3 kosong, padahal barisnya memuat 'tutup'"),
        (changed(3, 1, ""), "sel B4 kosong, dan baris itu hanya memuat tema teh"),
        ([*ROWS, ["kopi", ""]], "sel B5 kosong, dan baris itu hanya memuat tema kopi"),
        (
            [["theme", "match", "label"], ["teh", "", "Teh"]],
            "sel B2 kosong, dan tema teh belum punya pola",
        ),
        (
            [["theme", "match"], ["teh", "jujur", " adil"]],
            "tema.csv: sel C2 berisi 'adil' di kolom tanpa judul; beberapa pola",
        ),
        (
            [["theme", "", "match"], ["teh", "", "=teh"], ["teh", "catatan", "=cah"]],
            "sel B3 berisi 'catatan' di kolom tanpa judul",
        ),
        (ROWS[:1], "tidak ada tema @ tema.csv"),
        ([["theme", "frasa"], ["kopi", "kopi"]], "sel B1 berisi 'frasa'"),
        ([["theme", "tema"], ["kopi", "kopi"]], "sel B1 berisi 'tema'"),
        (
            [["tema", "kata"], ["kopi", "kopi"]],
            "theme (tema), match (pola), with (dengan), without (tanpa)",
        ),
        ([["tema", "polaa"], ["kopi", "kopi"]], "Maksudnya 'pola'?"),
        (
            [["MINUMAN", "KAMI"], ["tema", "pola"], ["kopi", "kopi"]],
            "(atau 'tema' dan 'pola') pada",
        ),
        ([["theme"], ["kopi"]], "perlu kolom 'theme' dan 'match'"),
    ],
)
def test_a_mistake_is_named_by_its_cell(
    rows: list[list[str]], sentence: str, tmp_path: Path
) -> None:
    with pytest.raises(InvalidLexicon) as caught:
        load_lexicon(save(tmp_path, rows))
    assert sentence in caught.value.text("id")


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("[themes.a]\nparent = 'bb'\npatterns = ['x']\n[themes.b]\npatterns = ['y']", "'bb'"),
        (
            "[themes.a]\nparent = 'b'\npatterns = ['x']\n"
            "[themes.b]\nparent = 'a'\npatterns = ['y']",
            "is its own ancestor",
        ),
        ("[themes.a]\nparent = 'a'\npatterns = ['x']", "is its own ancestor"),
        ("[themes.a]\nparent = 3\npatterns = ['x']", "own.toml:a.parent"),
        ("[themes.a]\nlabel = 'A'", "no patterns @ own.toml:a"),
    ],
)
def test_a_hierarchy_must_stand(tmp_path: Path, body: str, message: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(f"format = 1\n{body}", encoding="utf-8")
    with pytest.raises(InvalidLexicon, match=message):
        load_lexicon(path)


def test_grandchildren_count_too_and_one_place_counts_once(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(
        "format = 1\n[themes.minuman]\npatterns = ['kopi pahit']\n"
        "[themes.panas]\nparent = 'minuman'\n[themes.kopi]\nparent = 'panas'\npatterns = ['kopi']",
        encoding="utf-8",
    )
    rows = kc.evidence(kc.load({"a": "Kopi pahit itu panas."}), lexicon=path)
    found = dict(zip(rows["theme"], rows["surface"], strict=True))
    assert found == {"minuman": "Kopi pahit", "panas": "Kopi", "kopi": "Kopi"}
    assert len(rows) == 3
