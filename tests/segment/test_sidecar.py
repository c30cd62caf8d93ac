"""Corrections of the cuts in a file beside the source: what it may say, and that it says it all."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pandas as pd
import pytest
from tests.essays import SAMPLES, pdf_of
from tests.segment.cutting import LONG, OTHER, SEED, TEXT, kinds

import kpu_corpus as kc
from kpu_corpus.errors import UnreadableSource
from kpu_corpus.segment.sidecar import sidecar_text

IDENTITY = "Nama : Nur Hidayah\nNIP : 200207112025062030\nSatuan Kerja : KPU Kota Cirebon"
FOUND = ["title", "author", "unit", "date", "start", "end", "text"]


def with_sidecar(path: Path) -> tuple[kc.Corpus, str, kc.Corpus]:
    """Return the corpus of a file, the sidecar of what was found, and the corpus with it."""
    before = kc.load(path)
    made = sidecar_text(before, path.stem)
    path.with_name(f"{path.name}.cuts.toml").write_text(made, encoding="utf-8")
    return before, made, kc.load(path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SEED.read_text("utf-8"), "end = 11856"),
        (f'Menjaga "Suara" \\ Rakyat\U000e0041 \u202eJujur\n\n{TEXT}', "title"),
        (f"MENJAGA\n\nNama : Siti\nTanggal : 14 Juli 2025\n\n{TEXT}", 'date = "14 Juli 2025"'),
        (
            "MENJAGA\n\nNama : Siti Aminah\nUnit Kerja : Subbagian Hukum\n"
            f"Instansi : KPU Kabupaten Garut\n\n{TEXT}",
            'unit = "KPU Kabupaten Garut"',
        ),
        (
            "24/11/26 08.33 - Mega Latsar: Nama: Mega Silvia\nNIP: 199105142025041041\n"
            f"{LONG}\n24/11/26 08.43 - Bu Ratna: Terima kasih\n24/11/26 09.01 - Siti: Siap",
            'author = "Mega Silvia"',
        ),
        (f"Nama : Rina\nAngkatan : XII\n\nMenjaga\n\n{TEXT}\n\n{OTHER}", 'angkatan = "XII"'),
        (f"Yang bertanda tangan di bawah ini:\n\n{IDENTITY}\n\n{TEXT}\n\n{LONG}", "Cirebon"),
        (
            f"KOMISI PEMILIHAN UMUM KABUPATEN SUBANG\nSEKRETARIAT\n\nMENJAGA\n\n{LONG}",
            'unit = "KOMISI PEMILIHAN UMUM KABUPATEN SUBANG"',
        ),
    ],
    ids=[
        "page",
        "any characters",
        "date as written",
        "office",
        "account",
        "cohort",
        "lead",
        "letterhead",
    ],
)
def test_a_sidecar_of_what_was_found_changes_nothing(text: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    before, made, after = with_sidecar(path)
    assert said in made
    assert after.skipped.empty
    assert after.essays[FOUND].equals(before.essays[FOUND])
    assert after.items[0].metadata == before.items[0].metadata
    assert {*after.spans["rule"]} <= {"sidecar", "white_space", "decoration", "angkatan"}


def corrected(
    sidecar: str, text: str = f"Pojok\n\nJudul\n\n{TEXT}\n\n{OTHER}"
) -> list[tuple[str, str]]:
    return kinds(text, sidecar=sidecar)


def test_sidecar_goes_before_the_rules() -> None:
    found = corrected(
        f'chrome = ["Pojok"]\n[[essay]]\ntitle = "Judul"\nend = "bersama."\n'
        f'[[essay]]\nstart = "Disiplin waktu"\nend = {16 + len(TEXT + OTHER)}\n'
    )
    assert [kind for kind, _ in found][:4] == ["chrome", "title", "body", "body"]
    assert found[2][1] == TEXT


def test_sidecar_may_say_what_the_page_does_not(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"Menjaga Suara\n\n{TEXT}", encoding="utf-8")
    sidecar = tmp_path / "a.txt.cuts.toml"
    said = 'author = "Rina Kartika"\ndate = "3 Juli 2025"\nangkatan = "XII"\n'
    sidecar.write_text(f'[[essay]]\ntitle = "Menjaga Suara"\n{said}', encoding="utf-8")
    for _ in range(2):
        corpus = kc.load(path)
        (item,) = corpus.items
        assert (item.title, item.author, item.date) == (
            "Menjaga Suara",
            "Rina Kartika",
            "2025-07-03",
        )
        assert item.metadata["angkatan"] == "XII"
        assert corpus.text(item) == TEXT
        sidecar.write_text(sidecar_text(corpus, "a"), encoding="utf-8")


def test_a_sentence_that_ends_in_a_question_has_no_full_stop_behind_it(tmp_path: Path) -> None:
    (tmp_path / "opini.txt").write_text(f"Judul\n\n{TEXT}", encoding="utf-8")
    (tmp_path / "opini.txt.cuts.toml").write_text("esay = 1", encoding="utf-8")
    with pytest.raises(UnreadableSource, match=r"Did you mean 'essay'\?$") as found:
        kc.load(tmp_path)
    assert found.value.text("id").endswith("Maksudnya 'essay'?")


def test_sidecar_keeps_furniture_out_of_the_essays_it_stands_in(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    link = "Baca juga: Netralitas ASN"
    path.write_text(f"Menjaga Suara\n\n{TEXT}\n\n{link}\n\n{OTHER}\n\nPojok\n\n{TEXT}\n\nPojok\n")
    before = kc.load(path)
    made = sidecar_text(before, "a")
    assert made.splitlines()[1] == f'chrome = ["{link}"]'
    assert made.splitlines()[-1] == f'# "{TEXT[:60].rstrip()}" …'
    for changed, kept in ((made, True), (made.replace("chrome = [", 'chrome = ["Pojok", '), False)):
        (tmp_path / "a.txt.cuts.toml").write_text(changed)
        after = kc.load(path)
        said = after.text(after.items[0])
        assert link not in said
        assert ("Pojok" in said) is kept
        spans = after.tiling["a"]
        assert "".join(path.read_text()[s.start : s.end] for s in spans) == path.read_text()


def test_sidecar_leaves_the_words_of_furniture_inside_a_sentence() -> None:
    body = f"Di Pojok Demokrasi kami belajar. {TEXT}"
    found = corrected('chrome = ["Pojok"]\n[[essay]]\ntitle = "Judul"', f"Judul\n\n{body}\n\nPojok")
    assert found == [("title", "Judul"), ("body", body), ("chrome", "Pojok")]


def test_words_of_a_title_that_a_sidecar_names_as_furniture_stay_in_it() -> None:
    found = corrected('chrome = ["Jaga"]\n[[essay]]\ntitle = "Jaga Suara"', f"Jaga Suara\n\n{TEXT}")
    assert found == [("title", "Jaga Suara"), ("body", TEXT)]


def test_a_body_that_a_sidecar_names_as_furniture_stays_where_nothing_else_is_left() -> None:
    found = corrected('chrome = ["Pojok"]\n[[essay]]\ntitle = "Judul"', "Judul\n\nPojok")
    assert found == [("title", "Judul"), ("body", "Pojok")]


def test_a_title_inside_the_body_that_a_sidecar_bounds_is_of_the_body() -> None:
    text = f"Judul\n\n{TEXT}"
    assert corrected('[[essay]]\ntitle = "Judul"\nstart = 0', text) == [("body", text)]


def test_what_a_sidecar_says_is_told_where_a_sentence_of_the_text_has_it(tmp_path: Path) -> None:
    path, sidecar = tmp_path / "a.txt", tmp_path / "a.txt.cuts.toml"
    text = f"Saya, Rina Kartika, peserta XII, belajar di Kantor Desa. {TEXT}"
    path.write_text(f"Menjaga Suara\n\n{text}", encoding="utf-8")
    said = 'author = "Rina Kartika"\nunit = "Kantor Desa"\nangkatan = "XII"\n'
    sidecar.write_text(f'[[essay]]\ntitle = "Menjaga Suara"\n{said}', encoding="utf-8")
    for _ in range(2):
        corpus = kc.load(path)
        (item,) = corpus.items
        assert (item.author, item.unit) == ("Rina Kartika", "Kantor Desa")
        assert item.metadata["angkatan"] == "XII"
        assert corpus.text(item) == text
        sidecar.write_text(sidecar_text(corpus, "a"), encoding="utf-8")


def test_the_author_of_an_entry_is_looked_for_below_the_entry_before() -> None:
    entry = '[[essay]]\ntitle = "{}"\nauthor = "Rina"\nstart = "Kami"\n'
    text = "\n\n".join(f"{title}\n\nRina\n\n{TEXT}" for title in ("Satu", "Dua"))
    found = corrected(entry.format("Satu") + entry.format("Dua"), text)
    assert [kind for kind, _ in found] == ["title", "author", "body"] * 2


def test_the_author_of_an_entry_is_not_the_one_whom_a_later_essay_names(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Satu\n\n{TEXT}\n\nDua\n\n{TEXT} Rina berterima kasih.\n")
    entry = '[[essay]]\ntitle = "{}"\nauthor = "{}"\n'
    corrections = entry.format("Satu", "Rina") + entry.format("Dua", "Asep")
    (tmp_path / "a.txt.cuts.toml").write_text(corrections)
    found = kc.load(tmp_path).essays[["title", "author"]].values.tolist()
    assert found == [["Satu", "Rina"], ["Dua", "Asep"]]


def test_sidecar_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.txt.cuts.toml").write_bytes(bytes(100))
    with pytest.raises(UnreadableSource, match=r"the sidecar .*a\.txt\.cuts\.toml .* binary data"):
        kc.load(tmp_path)


def test_sidecar_of_a_file_in_a_folder_has_its_own_essays_only(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"Menjaga Suara {name.upper()}\n\n{TEXT}\n", "utf-8")
    made = sidecar_text(kc.load(tmp_path), "b")
    assert "Menjaga Suara B" in made
    assert made.count("[[essay]]") == 1


def test_sidecar_that_an_editor_gave_another_suffix_is_one(tmp_path: Path) -> None:
    path = tmp_path / "a.docx.txt"
    path.write_text(f"Menjaga Suara\n\n{TEXT}", encoding="utf-8")
    said = '[[essay]]\ntitle = "Menjaga Suara"\nauthor = "Rina Kartika"\n'
    (tmp_path / "a.docx.txt.cuts.toml.txt").write_text(said, encoding="utf-8")
    every = [tmp_path / name for name in ("a.docx.txt", "a.docx.txt.cuts.toml.txt")]
    for paths in (tmp_path, tmp_path / "*.txt", every):  # as a shell writes *.txt out, too
        corpus = kc.load(paths)
        assert corpus.essays["author"].tolist() == ["Rina Kartika"]
        assert corpus.skipped.empty


def test_sidecar_of_no_file_is_reported_with_the_name_that_was_meant(tmp_path: Path) -> None:
    (tmp_path / "esai.txt").write_text(f"Menjaga Suara\n\n{TEXT}", encoding="utf-8")
    for name in ("esai.cuts.toml", "._esai.cuts.toml"):
        (tmp_path / name).write_text("", encoding="utf-8")
    (skipped,) = kc.load(tmp_path).skipped.itertuples()
    assert skipped.path.endswith("/esai.cuts.toml")
    assert skipped.reason.endswith("Did you mean 'esai.txt.cuts.toml'?")


@pytest.mark.parametrize("paths", ["", "*"])
def test_sidecar_beside_another_of_its_file_or_of_a_folder_is_reported(
    tmp_path: Path, paths: str
) -> None:
    (tmp_path / "esai").mkdir()
    (tmp_path / "esai" / "a.txt").write_text(f"Menjaga Suara\n\n{TEXT}", encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"Menjaga Suara\n\n{OTHER}", encoding="utf-8")
    for name in ("esai.cuts.toml", "b.txt.cuts.toml", "b.txt.cuts.toml.txt"):
        (tmp_path / name).write_text('[[essay]]\ntitle = "Menjaga Suara"', encoding="utf-8")
    second, folder = kc.load(tmp_path / paths).skipped.itertuples()
    assert second.path.endswith("/b.txt.cuts.toml.txt")
    assert "as 'b.txt.cuts.toml' beside it is" in second.reason
    assert folder.path.endswith("/esai.cuts.toml")
    assert "Did you mean" not in folder.reason


def test_sidecar_in_an_archive_is_reported(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "esai.zip", "w") as archive:
        archive.writestr("a.txt", f"Menjaga Suara\n\n{TEXT}")
        for name in ("a.txt.cuts.toml", "__MACOSX/._a.txt.cuts.toml"):
            archive.writestr(name, "[[essay]]")
    (skipped,) = kc.load(tmp_path).skipped.itertuples()
    assert skipped.path.endswith("/a.txt.cuts.toml")
    assert "unpack it" in skipped.reason


def test_sidecar_beside_the_export_of_a_site_is_of_the_post_that_it_was_made_for(
    tmp_path: Path,
) -> None:
    item = "<item><title>{}</title><c:encoded>&lt;p&gt;{}&lt;/p&gt;</c:encoded></item>"
    posts = item.format("Menjaga Suara", TEXT) + item.format("Kata Kami", OTHER)
    path = tmp_path / "situs.xml"
    space = 'xmlns:c="http://purl.org/rss/1.0/modules/content/"'
    path.write_text(f"<rss {space}><channel>{posts}</channel></rss>", encoding="utf-8")
    beside = tmp_path / "situs.xml.cuts.toml"
    made = sidecar_text(kc.load(path), "situs/2")
    beside.write_text(made.replace("[[essay]]", '[[essay]]\nauthor = "Rina Dewi"'), "utf-8")
    corpus = kc.load(path)
    assert [None if one != one else one for one in corpus.essays["author"]] == [None, "Rina Dewi"]
    assert corpus.skipped.empty
    beside = beside.rename(tmp_path / "situs.xml.cuts.toml.txt")
    for line in ('sha256 = "0123456789abcdef"', ""):
        beside.write_text(f"{line}\n[[essay]]\n", encoding="utf-8")
        corpus = kc.load(path)
        assert corpus.ids == ("situs/1-1", "situs/2-1")
        assert not corpus.essays["author"].notna().any()
        (skipped,) = corpus.skipped.itertuples()
        assert skipped.path == beside.as_posix()
        assert "names none of the texts in 'situs.xml'" in skipped.reason


def test_sidecar_that_is_no_toml_is_named_once_and_the_posts_beside_it_are_read(
    tmp_path: Path,
) -> None:
    item = "<item><title>{}</title><c:encoded>&lt;p&gt;{}&lt;/p&gt;</c:encoded></item>"
    posts = item.format("Menjaga Suara", TEXT) + item.format("Kata Kami", OTHER)
    space = 'xmlns:c="http://purl.org/rss/1.0/modules/content/"'
    path = tmp_path / "situs.xml"
    path.write_text(f"<rss {space}><channel>{posts}</channel></rss>", encoding="utf-8")
    (beside := tmp_path / "situs.xml.cuts.toml").write_text('sha256 = "12\n[[essay]]')
    corpus = kc.load(path)
    assert corpus.ids == ("situs/1-1", "situs/2-1")
    (skipped,) = corpus.skipped.itertuples()
    assert skipped.path == beside.as_posix()
    assert skipped.reason.startswith(f"the sidecar {beside.as_posix()} is not valid TOML: line 1")


def test_sidecar_beside_a_table_is_told_to_change_none_of_its_rows(tmp_path: Path) -> None:
    (tmp_path / "esai.csv").write_text(f'id,teks\nrina,"{TEXT}"\n', encoding="utf-8")
    (tmp_path / "esai.csv.cuts.toml").write_text("[[essay]]\n")
    corpus = kc.load(tmp_path)
    assert corpus.ids == ("rina",)
    (skipped,) = corpus.skipped.itertuples()
    assert "'esai.csv' is a table" in skipped.reason


def test_sidecar_keeps_what_the_file_marks_as_furniture(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_of(SAMPLES[0]))
    before, _, after = with_sidecar(path)
    assert after.essays["text"].tolist() == before.essays["text"].tolist()
    assert "Kumpulan Tulisan Orientasi" not in after.essays["text"][0]


def test_an_entry_of_a_sidecar_without_an_end_ends_where_the_next_begins(tmp_path: Path) -> None:
    titles = ["Menjaga Suara", "Disiplin Waktu"]
    corrections = "".join(f'[[essay]]\ntitle = "{title}"\n' for title in titles)
    (tmp_path / "a.txt.cuts.toml").write_text(corrections, "utf-8")
    parts = "\n\n".join(f"{title}\n\n{TEXT}" for title in titles)
    (tmp_path / "a.txt").write_text(f"{parts}\n", "utf-8")
    found = kc.load(tmp_path).essays
    assert found[["title", "text"]].values.tolist() == [[title, TEXT] for title in titles]


@pytest.mark.parametrize(
    ("sidecar", "said"),
    [
        ("x = ", "not valid TOML: a quotation mark or bracket is not closed, or the last value"),
        ("[[essay]]\ntitle = “Menjadi ASN”", "line 2 .* straight quotation marks"),
        ('[[essay]]\ntitle = "Menjadi ASN\nstart = "Kami"', "line 2 .* straight quotation marks"),
        ('[[essay]]\ntitle = "Kata "jujur""', r'line 2 .*inside, \\" for a'),
        ('[[essay]]\ntitle = "A"\ntitle = "B"', "line 3 has a name that was used above it"),
        ('chrome = ["tidak ada di sini"]', "does not occur"),
        ("esay = 1", "Did you mean 'essay'"),
        ("[[essay]]\nstat = 1", "Did you mean 'start'"),
        ('sha256 = "abc"', "other contents"),
        ('[[essay]]\nstart = "tidak ada di sini"', "does not occur"),
        (
            '[[essay]]\ntitle = "Judul yang tidak ada"',
            "title 'Judul yang tidak ada' does not occur .*: the column Title of the metadata",
        ),
        ("[[essay]]\nstart = 90\nend = 20", "ends before it starts"),
        ("[[essay]]\nstart = 16\nend = 99\n[[essay]]\nstart = 50", "essay.* 2 .*starts"),
        ("[[essay]]\nstart = true", "is not"),
        ("essay = 3", "is not"),
        ("essay = [3]", "is not"),
        ('[[essay]]\ndate = "3 Juni-an 2025"', "3 Juni-an 2025"),
    ],
)
def test_sidecar_that_does_not_fit_says_where(sidecar: str, said: str) -> None:
    with pytest.raises(UnreadableSource, match=said):
        corrected(sidecar)


def test_command_shows_the_cuts_and_writes_a_sidecar_to_edit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from kpu_corpus.cli import run

    path = tmp_path / "opini.txt"
    path.write_text(f"Opini\n\nPeran Pegawai dalam\nMenjaga Suara\n\n{TEXT}\n", encoding="utf-8")
    assert run(["segment", str(path), "--explain"]) == 0
    shown = capsys.readouterr().out
    assert "nama rubrik situs" in shown
    assert run(["segment", str(path), "--sidecar"]) == 0
    made = capsys.readouterr().out
    assert "chrome" not in made  # "Opini" stands outside the essay
    (tmp_path / "opini.txt.cuts.toml").write_text(made, encoding="utf-8")
    corpus = kc.load(path)
    assert corpus.items[0].title == "Peran Pegawai dalam Menjaga Suara"
    assert corpus.text(corpus.items[0]) == TEXT
    (tmp_path / "lain.txt").write_text(TEXT, encoding="utf-8")
    assert run(["segment", str(tmp_path), "--sidecar"]) == 2
    out, told = capsys.readouterr()
    assert (out, "di sini ada 2 teks" in told) == ("", True)


def test_sidecar_of_a_text_that_an_essay_was_chosen_from_has_its_other_essays_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from kpu_corpus.cli import run

    for name, titles in (("a", ("Tekad Kami", "Janji Kami")), ("b", ("Suara Kami", "Kata Kami"))):
        essays = [f"<h2>{title}</h2><p>Oleh: Rina Dewi</p><p>{TEXT}</p>" for title in titles]
        (tmp_path / f"{name}.html").write_text(f"<main>{''.join(essays)}</main>", encoding="utf-8")
    assert run(["segment", str(tmp_path), "--only", "judul=Janji Kami", "--sidecar"]) == 0
    made = capsys.readouterr().out
    assert [line for line in made.splitlines() if line.startswith("title")] == [
        'title = "Tekad Kami"',
        'title = "Janji Kami"',
    ]


def test_sidecar_has_the_title_of_the_page_though_a_table_gave_another(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"MENJAGA INTEGRITAS\n\n{TEXT}", encoding="utf-8")
    before = kc.load(path, metadata=pd.DataFrame({"essay": ["a-1"], "judul": ["Tugas 3"]}))
    assert before.essays["title"].tolist() == ["Tugas 3"]
    (tmp_path / "a.txt.cuts.toml").write_text(sidecar_text(before, "a"), encoding="utf-8")
    assert kc.load(path).essays["title"].tolist() == ["MENJAGA INTEGRITAS"]
