"""The comparing commands on the command line: tables, files, mistakes, exit codes."""

import zipfile
from pathlib import Path

import pandas as pd
import pytest
from tests.terminal import printed

import kpu_corpus as kc
from kpu_corpus.cli import run

SAID = (
    "Setiap pegawai wajib menjaga integritas serta menolak hadiah dari peserta pemilu yang hendak "
    "memengaruhi penghitungan suara di kecamatan. "
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "esai").mkdir()
    own = {"satu": "Kami belajar dan bersinergi. ", "dua": "Hujan turun di desa pagi itu. "}
    for name, text in own.items():
        content = text * 12 + SAID
        (tmp_path / "esai" / f"{name}.txt").write_text(content, encoding="utf-8")
    return tmp_path / "esai"


@pytest.mark.parametrize(
    ("arguments", "column", "title"),
    [
        (["concordance", "integritas", "{folder}"], "match", "Yang dicari"),
        (["compare", "{folder}", "--a", "satu-1", "--b", "dua-1"], "log_ratio", "Kata dasar"),
        (["compare", "{folder}", "--a", "satu-1", "--what", "themes"], "difference", "Selisih"),
        (["similarity", "{folder}"], "cosine", "Kemiripan kata (0–1)"),
        (["passages", "{folder}"], "start_b", "Jenis"),
        (["theme-network", "{folder}"], "theme_b", "Kalimat dengan keduanya"),
        (["profile", "{folder}"], "mattr", "Ragam kata (MATTR)"),
        (["profile", "{folder}", "--by", "none"], "corpus", "Kelompok"),
        (["clusters", "{folder}"], "height", "Jarak ke tetangga di depannya"),
        (["collocates", "desa", "{folder}"], "log_ratio", "Jumlah bila kebetulan"),
        (
            [
                *("collocates", "kolaboratif", "{folder}", "--what", "theme"),
                *("--lexicon", "berakhlak", "--min-count", "12"),
            ],
            "log_ratio",
            "Jumlah bila kebetulan",
        ),
    ],
)
def test_tables_are_shown_to_people_and_written_for_programs(
    folder: Path, arguments: list[str], column: str, title: str, capsys: pytest.CaptureFixture[str]
) -> None:
    given = [word.replace("{folder}", str(folder)) for word in arguments]
    assert run(given) == 0
    titles, rows = printed(capsys.readouterr().out)
    assert title in titles
    assert rows
    out = folder.parent / "hasil.csv"
    assert run([*given, "--out", str(out)]) == 0
    assert column in pd.read_csv(out).columns


@pytest.mark.parametrize("command", [["evidence"], ["concordance", "integritas"]])
def test_places_of_one_essay_only_are_those_of_the_whole(
    folder: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    out = folder.parent / "hasil.csv"
    asked = [*command, str(folder), "--out", str(out)]
    assert run(asked) == 0
    whole = pd.read_csv(out)
    assert run([*asked, "--essay", "dua-1"]) == 0
    assert len(whole[whole["essay"] == "dua-1"]) < len(whole)
    pd.testing.assert_frame_equal(
        pd.read_csv(out), whole[whole["essay"] == "dua-1"].reset_index(drop=True)
    )
    assert run([*asked, "--essay", "dua"]) == 2
    assert "--essay='dua' tidak dikenal" in capsys.readouterr().err


def test_a_misspelt_word_that_finds_nothing_is_told_with_the_word_that_was_meant(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["concordance", "integritaas", str(folder)]) == 3
    told = "'integritaas' tidak ada di isi esai-esai ini. Maksudnya 'integritas'?"
    assert f"{told}\nTidak ada yang ditemukan." in capsys.readouterr().err
    assert run(["concordance", "integritaas", str(folder), "--lang", "en"]) == 3
    assert "Did you mean 'integritas'?" in capsys.readouterr().err
    assert run(["collocates", "integritaas", str(folder)]) == 3
    assert f"{told}\nTidak ada yang ditemukan." in capsys.readouterr().err
    for command in ("concordance", "collocates"):
        assert run([command, "gajah", str(folder)]) == 3
        assert "Maksudnya" not in capsys.readouterr().err


def test_a_word_that_stands_there_without_collocates_is_not_told_as_misspelt(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "tiga.txt").write_text("Kelapangan itu langka. " + SAID, encoding="utf-8")
    assert run(["collocates", "kelapangan", str(folder)]) == 3
    shown = capsys.readouterr().err
    assert "Tidak ada yang ditemukan" in shown
    assert "Maksudnya" not in shown


def test_spelling_finds_something_or_says_that_there_is_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["spelling", str(folder)]) == 3
    assert "Tidak ada yang ditemukan" in capsys.readouterr().err
    (folder / "tiga.txt").write_text(f"Menjaga intergritas. {SAID}", encoding="utf-8")
    assert run(["spelling", str(folder)]) == 0
    assert "integritas" in capsys.readouterr().out


def test_stock_phrases_have_their_own_table(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(3):
        text = f"Pegawai bekerja jujur, adil, dan transparan. Esai {number}. {'Kata. ' * number}"
        (folder / f"m{number}.txt").write_text(text * 3, encoding="utf-8")
    assert run(["passages", str(folder), "--templates"]) == 0
    shown = capsys.readouterr().out
    assert "jujur, adil, dan transparan" in shown
    assert "essay_a" not in shown


def test_a_bundle_is_written_and_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = folder.parent / "b.zip"
    assert run(["bundle", str(folder), "--out", str(out)]) == 0
    assert "2 esai" in capsys.readouterr().err
    with zipfile.ZipFile(out) as archive:
        assert "tables/themes.csv" in archive.namelist()


def test_groups_come_from_a_metadata_table(folder: Path) -> None:
    for name in ("tiga", "empat"):
        text = f"Kami bersinergi di kantor {name}. " * 12
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    table = folder.parent / "peserta.csv"
    rows = ["source,kantor", "satu,A", "dua,A", "tiga,B", "empat,B"]
    table.write_text("\n".join(rows) + "\n", encoding="utf-8")
    out = folder.parent / "beda.csv"
    arguments = ["compare", str(folder), "--by", "kantor", "--metadata", str(table)]
    assert run([*arguments, "--out", str(out)]) == 0
    found = pd.read_csv(out)
    assert set(found["kantor"]) == {"A", "B"}
    assert found["term"].str.contains(" ").any()


def test_the_words_that_a_report_compares_are_compared_by_single_words(folder: Path) -> None:
    out = folder.parent / "beda.csv"
    asked = ["compare", str(folder), "--a", "satu-1", "--b", "dua-1", "--ngrams", "1"]
    assert run([*asked, "--out", str(out)]) == 0
    made = kc.compare(kc.load(folder), a="satu-1", b="dua-1", ngrams=(1, 1))
    found = pd.read_csv(out)
    assert len(found)
    pd.testing.assert_frame_equal(found, made, check_dtype=False)


def test_copies_can_be_left_out_of_a_comparison_and_of_a_concordance(folder: Path) -> None:
    said = ["Kami jujur", "Kami netral", "Kami disiplin", "Kami ramah", "Kami ramah"]
    for at, text in enumerate(said):
        place = folder.parent / "beda" / ("satu" if at < 2 else "dua")
        place.mkdir(parents=True, exist_ok=True)
        (place / f"e{at}.txt").write_text(f"{text} di kantor. " * 12, encoding="utf-8")
    counts, places = {}, {}
    for keep in ("keep", "first"):
        out = folder.parent / f"{keep}.csv"
        how = [str(folder.parent / "beda"), "--duplicates", keep, "--out", str(out)]
        run(["compare", *how, "--by", "folder", "--a", "dua"])
        counts[keep] = pd.read_csv(out).set_index("term")["count_a"]["ramah"]
        run(["concordance", "ramah", *how])
        places[keep] = len(pd.read_csv(out))
    assert counts == places == {"keep": 24, "first": 12}


def test_copies_that_were_all_of_a_group_are_told_with_the_error(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for group in ("dua", "satu"):
        place = folder.parent / "sama" / group
        place.mkdir(parents=True)
        (place / "esai.txt").write_text("Kami ramah di kantor. " * 12, encoding="utf-8")
    asked = ["compare", str(folder.parent / "sama"), "--by", "folder", "--a", "satu"]
    assert run([*asked, "--duplicates", "first"]) == 2
    told = capsys.readouterr().err
    assert told.index("Dilewati: satu/esai-1: ") < told.index("'satu' bukan nilai kolom 'folder'")


def test_two_groups_are_compared_with_each_other_though_essays_have_no_value(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ("satu", "dua", "tiga", "empat", "lima", "enam")
    for name in names:
        (folder / f"{name}.txt").write_text("Kami bersinergi di kantor. " * 12, encoding="utf-8")
    table = folder.parent / "peserta.csv"
    cells = [
        f"{name},{value}" for name, value in zip(names, ["A", "A", "B", "B", "", ""], strict=True)
    ]
    table.write_text("\n".join(["source,kantor", *cells]) + "\n", encoding="utf-8")
    asked = ["compare", str(folder), "--by", "kantor", "--metadata", str(table)]
    assert run(asked) in (0, 3)
    told = capsys.readouterr().err
    assert "B (a) dibandingkan dengan A (b)" in told
    left = "2 esai tanpa nilai di kolom 'kantor' tidak ikut dibandingkan"
    assert left in told
    for a, is_left in ((["A"], True), (["A", "(tidak disebutkan)"], False)):
        assert run([*asked, *(word for name in a for word in ("--a", name))]) in (0, 3)
        assert (left in capsys.readouterr().err) == is_left


def test_an_error_follows_what_the_metadata_do_not_match_which_may_explain_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, said in (("satu", "Kami bersinergi di kantor. "), ("dua", "Pintu dibuka pagi. ")):
        text = f"Oleh: Eko Nugroho\n\n{said * 12}"
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    table = folder.parent / "peserta.csv"
    table.write_text("Nama,Angkatan\nEko Nugroho,XII\nDwi Lestari,XIII\n", encoding="utf-8")
    assert run(["themes", str(folder), "--metadata", str(table), "--by", "angkatan"]) == 2
    told, _, error = capsys.readouterr().err.partition("--by='angkatan'")
    assert "Eko Nugroho" in told
    assert error


@pytest.fixture
def training(tmp_path: Path) -> Path:
    """Essays of six people before and after a training, and one of somebody who left."""
    names = ["Ani Lestari", "Budi Santoso", "Citra Dewi", "Dedi Kurnia", "Eka Putri", "Fajar Adi"]
    for folder, more in (("sebelum", 0), ("sesudah", 3)):
        (tmp_path / "esai" / folder).mkdir(parents=True)
        for at, name in enumerate(names):
            hits = 2 * at + more
            said = "Integritas harus dijaga. " * hits + "Hujan turun di desa. " * (15 - hits)
            text = f"Oleh: {name}\n\n{said}\n"
            (tmp_path / "esai" / folder / f"{at}.txt").write_text(text, encoding="utf-8")
    alone = f"Oleh: Gita Sari\n\n{'Hujan turun di desa. ' * 15}"
    (tmp_path / "esai" / "sebelum" / "gita.txt").write_text(alone, encoding="utf-8")
    return tmp_path / "esai"


def test_two_essays_of_each_person_are_compared_and_who_has_one_is_named(
    training: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["compare", str(training), "--by", "folder", "--a", "sesudah", "--what", "themes"]
    assert run([*asked, "--pairs", "penulis"]) == 0
    shown = capsys.readouterr()
    titles, rows = printed(shown.out)
    row = dict(zip(titles, rows[0], strict=True))
    assert (row["Tema"], row["Selisih"], row["p"]) == ("Integritas", "20,0 %", "0,0313")
    assert (row["Pasangan"], row["Cukup besar"]) == ("6", "ya")
    assert {"Di folder sesudah", "Di folder sebelum"} < {*titles}  # not "the others": it is one
    assert "'penulis'" in shown.err
    assert "kedua kelompok" not in shown.err
    assert "dilewati: 'Gita Sari'." in shown.err
    assert "Dengan 6 orang p tidak dapat di bawah 0,031" in shown.err  # as the report has it
    assert run([*asked[:-2], "--pairs", "penulis"]) == 0
    assert "Dengan 6 orang" not in capsys.readouterr().err  # of words
    assert run([*asked, "--pairs", "penulis", "--theme", "Integritas"]) == 0
    shown = capsys.readouterr()
    ((*_, p, q, _, _),) = printed(shown.out)[1]
    assert p == q == "0,0313"
    assert "Dengan 6 orang" not in shown.err  # of one theme chosen beforehand


def test_changes_of_two_classes_are_told_with_which_essays_are_the_later_ones(
    training: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = training.parent / "peserta.csv"
    rows = ["nama,kelas", "Ani Lestari,A", "Budi Santoso,B", "Citra Dewi,A", "Dedi Kurnia,B"]
    table.write_text("\n".join([*rows, "Eka Putri,A", "Fajar Adi,B", "Gita Sari,A"]), "utf-8")
    call = [str(training), "--metadata", str(table), "--by", "kelas", "--when", "folder"]
    assert run(["changes", *call, "--pairs", "penulis", "--theme", "Integritas"]) == 0
    shown = capsys.readouterr()
    titles, (row,) = printed(shown.out)
    assert titles[1:3] == ["Perubahan di kelas B", "Perubahan di kelas A"]
    assert row[1:4] == ["20,0 %", "20,0 %", "0,0 %"]
    assert "Perubahan di kelas B (a) dan kelas A (b): esai sesudah dibandingkan" in shown.err
    assert "Cukup orang = tidak" in shown.err


def test_two_groups_are_shown_once_to_people_and_whole_to_programs(
    training: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["compare", str(training), "--by", "folder", "--lang", "en"]
    assert run(asked) == 0
    shown = capsys.readouterr()
    told = ["Root", "Word", "Count in folder sesudah", "Count in folder sebelum"]
    assert printed(shown.out)[0][:4] == told
    assert "With essays in both groups: 6 people; the option --pairs author" in shown.err
    assert (
        "Only two groups have a known value: sesudah (a) is compared with sebelum (b)" in shown.err
    )
    sheet = training.parent / "beda.xlsx"
    assert run([*asked, "--out", str(sheet)]) == 0
    heads = pd.read_excel(sheet, header=None).iloc[:3].astype(str).to_numpy().ravel().tolist()
    assert [head for head in heads if head.startswith("Count in")] == [
        *("Count in folder sesudah", "Count in folder sebelum")
    ]
    capsys.readouterr()
    out = training.parent / "beda.csv"
    assert run([*asked, "--out", str(out)]) == 0
    assert set(pd.read_csv(out)["folder"]) == {"sebelum", "sesudah"}
    told = capsys.readouterr().err
    assert "two groups" not in told
    assert "Large enough" not in told
    third = training / "akhir"
    third.mkdir()
    for name in ("a", "b"):
        (third / f"{name}.txt").write_text("Kami hadir di desa. " * 12, encoding="utf-8")
    assert run(asked) == 0
    shown = capsys.readouterr()
    rows = printed(shown.out)[1]
    assert {row[0] for row in rows} == {"akhir", "sebelum", "sesudah"}
    assert {row[-1] for row in rows if row[0] == "akhir"} == {"no"}
    assert shown.err.count("Large enough = no: a group has fewer than 5 essays") == 1
    assert run([*asked, "--a", "sesudah", "--b", "sebelum", "--people", "author"]) == 0
    shown = capsys.readouterr()
    assert {row[-1] for row in printed(shown.out)[1]} == {"yes"}
    assert run(["themes", *asked[1:]]) == 0
    shown = capsys.readouterr()
    assert "fewer than 10 sentences, fewer than 5 essays (for several essays together)" in shown.err
    assert run(["themes", *asked[1:], "--people", "author"]) == 0
    assert "fewer than 5 people (for several essays together)" in capsys.readouterr().err


@pytest.mark.parametrize("sides", [[], ["--a", "sesudah"]])
def test_a_background_is_the_second_side_though_there_are_two_groups(
    sides: list[str], training: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["compare", str(training), "--by", "folder", *sides, "--background", "formal"]
    assert run(asked) == 0
    shown = capsys.readouterr()
    assert "hujan" in shown.out
    assert "--pairs" not in shown.err  # which does not go with a background


def test_two_of_three_groups_are_compared_without_the_third(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "tiga.txt").write_text("Kami mendaki gunung bersama. " * 12, encoding="utf-8")
    assert run(["compare", str(folder), "--a", "satu-1", "--b", "dua-1"]) == 0
    shown = capsys.readouterr().out
    assert "hujan" in shown
    assert "gunung" not in shown


def test_the_second_side_alone_is_a_mistake_though_there_are_two_groups(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["compare", str(folder), "--b", "satu-1"]) == 2
    shown = capsys.readouterr()
    assert "tanpa a; sebutkan juga a" in shown.err
    assert not shown.out


def test_a_folder_that_is_not_there_is_told_as_such_behind_a_word(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["concordance", "integritas", str(folder / "lama")]) == 1
    shown = capsys.readouterr().err
    assert "tidak ada" in shown
    assert "concordance" not in shown


def test_a_report_compares_people_with_themselves(
    training: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = training.parent / "laporan.html"
    asked = ["report", str(training), "--by", "folder", "--out", str(out)]
    assert run([*asked, "--pairs", "author"]) == 0
    assert capsys.readouterr().err.count("'Gita Sari'") == 1
    page = out.read_text(encoding="utf-8").replace("\u00a0", " ")
    among = "di antara 6 orang yang esainya ada di kedua kelompok"
    assert f"orang demi orang, {among} (dipasangkan menurut penulis)" in page
    assert "karena 1 esai tanpa pasangan di kelompok lain tidak ikut dan kedua esai" in page
    assert "kedua esai tiap orang dipertukarkan" in page
    assert "pairs=&#39;author&#39;" in page
    told = "--pairs='author' membandingkan dua esai tiap orang, jadi perlu tepat dua kelompok"
    for command in (["report", "--out", str(out)], ["compare"]):
        assert run([*command, str(training), "--pairs", "author"]) == 2
        assert f"{told}; menurut by='essay' ada 13" in capsys.readouterr().err


def test_two_folders_without_groups_are_told_how_to_compare_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in ("sebelum", "sesudah"):
        (tmp_path / folder).mkdir()
        for name in ("a", "b"):
            text = "Kami menjaga integritas setiap hari. " * 12
            (tmp_path / folder / f"{name}.txt").write_text(text, "utf-8")
    folders = [str(tmp_path / folder) for folder in ("sebelum", "sesudah")]
    for more, told in (([], True), (["--by", "folder"], False)):
        assert run(["compare", *folders, *more, "--what", "themes"]) == 0
        assert ("tambahkan --by folder" in capsys.readouterr().err) == told
