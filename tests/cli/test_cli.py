"""The command line: one sentence for every mistake, exit codes as documented, two languages."""

import json
import re
import warnings
from importlib import import_module
from inspect import signature
from pathlib import Path

import pandas as pd
import pytest
from tests.terminal import printed

import kpu_corpus as kc
from kpu_corpus.cli import run
from kpu_corpus.cli.helping import MEANT_COMMANDS
from kpu_corpus.cli.options import sizes
from kpu_corpus.cli.program import COMMANDS, Program, spread
from kpu_corpus.corpus import Corpus

ESSAY = "Kami menjaga integritas dan bersinergi. " * 12


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "esai").mkdir()
    (tmp_path / "esai" / "satu.txt").write_text(ESSAY, encoding="utf-8")
    return tmp_path / "esai"


def test_an_essay_that_is_called_by_its_author_is_told_by_its_name(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    signed = f"Pintu Kantor\n\nOleh: Rina Marlina, S.H.\n\n{ESSAY}"
    (folder / "tugas 7.txt").write_text(signed, encoding="utf-8")
    assert run(["evidence", str(folder), "--essay", "rina marlinah"]) == 2
    assert "Maksudnya 'tugas 7-1'?" in capsys.readouterr().err


def test_themes_prints_an_aligned_table(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["themes", str(folder)]) == 0
    titles, rows = printed(capsys.readouterr().out)
    assert titles[:3] == ["Esai", "Tema", "Persentase"]
    assert rows[0][:3] == ["satu-1", "Integritas", "100,0 %"]
    assert len(rows) == 10


@pytest.mark.parametrize("command", ["segment", "themes"])
@pytest.mark.parametrize("suffix", ["csv", "jsonl", "xlsx"])
def test_tables_go_to_files_by_suffix(
    folder: Path, command: str, suffix: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if suffix == "xlsx":
        pytest.importorskip("xlsxwriter")
    out = folder.parent / f"hasil.{suffix}"
    assert run([command, str(folder), "--out", str(out)]) == 0
    assert out.stat().st_size > 0
    assert "Tertulis" in capsys.readouterr().err
    if suffix == "jsonl":
        rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
        assert rows[0]["essay"] == "satu-1"
    if suffix == "csv":
        assert len(pd.read_csv(out)) >= 1
    if suffix == "xlsx" and command == "themes":
        assert "Integritas" in pd.read_excel(out).to_numpy()  # the theme as people call it


@pytest.mark.parametrize("suffix", ["csv", "jsonl"])
def test_files_for_programs_hold_the_figures_of_the_table(folder: Path, suffix: str) -> None:
    out = folder.parent / f"hasil.{suffix}"
    assert run(["themes", str(folder), "--out", str(out)]) == 0
    rows = (
        pd.read_csv(out) if suffix == "csv" else pd.read_json(out, lines=True, precise_float=True)
    )
    table = kc.themes(kc.load(folder))
    assert rows["high"].tolist() == pytest.approx(table["high"].tolist(), rel=1e-14, abs=0)


def test_root_prints_the_root(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["root", "penyelenggaraan", "kepemiluan"]) == 0
    assert capsys.readouterr().out == "penyelenggaraan\tselenggara\nkepemiluan\tpemilu\n"


def test_good_files_are_processed_and_bad_ones_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "foto.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(40))
    (folder / "kosong.txt").write_text("", encoding="utf-8")
    (folder / "biner.txt").write_bytes(bytes(range(256)) * 4)
    assert run(["themes", str(folder)]) == 3
    shown = capsys.readouterr()
    assert "satu-1" in shown.out
    for name in ("foto.jpg", "kosong.txt", "biner.txt"):
        assert sum(name in line for line in shown.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["themes", "tidak-ada"], 1, "tidak ada"),
        (["themes", "tidak-ada", "--lang", "en"], 1, "does not exist"),
        (["themes", "*.docx"], 1, "Sebagai pola (*, ?, [ ]) pun tidak ada berkas yang cocok."),
        (["themess", "x"], 2, "Maksudnya 'themes'?"),
        (["themes"], 2, "BERKAS… belum disebut"),
        (["themes", "{folder}", "--bye", "unit"], 2, "Maksudnya '--by'?"),
        (["report", "{folder}", "--output", "a.html"], 2, "Maksudnya '--out'?"),
        (["report", "{folder}", "--keluaran=a.html"], 2, "Maksudnya '--out'?"),
        (["themes", "{folder}", "--hanya", "folder=a"], 2, "Maksudnya '--only'?"),
        (["themes", "{folder}", "--out", "a.csv", "-ob.csv"], 2, "--out disebut lebih dari"),
        (["compare", "{folder}", "--a", "sesudah"], 2, "baris perintah --by), misalnya folder."),
        (["themes", "{folder}", "--by", "offce"], 2, "--by='offce'"),
        (["themes", "{folder}", "--lang", "jv"], 2, "--lang='jv'"),
        (["themes", "{folder}", "--lexicon", "x.toml"], 1, "x.toml"),
        (
            ["themes", "{folder}", "--metadata", "a.xlsx", "--metadata", "b.xlsx"],
            2,
            "--metadata membaca satu tabel saja",
        ),
        (["themes", "{folder}", "--lexicon", "berahlak"], 1, "Maksudnya 'berakhlak'?"),
        (["themes", "{folder}", "--out", "hasil.pdf"], 2, ".pdf"),
        (["keywords", "{folder}", "--top", "sepuluh"], 2, "bilangan bulat"),
        (["keywords", "{folder}", "--top", "1.000"], 2, "tanpa titik dan koma: --top 1000."),
        (["report", "{folder}", "-out", "a.docx"], 2, "dengan dua tanda hubung: --out."),
        (["themes", "{folder}", "-by=unit"], 2, "dengan dua tanda hubung: --by."),
        (["themes", "o"], 1, "'o' tidak ada."),
        (["keywords", "{folder}", "--top", "0"], 2, "--top=0"),
        (["collocations", "{folder}", "--min-count=0"], 2, "--min-count=0"),
        (["compare", "{folder}", "--b", "x"], 2, "--b=['x'] tanpa a; sebutkan juga a (--a, di"),
        (["keywords", "{folder}", "--ngrams", "9"], 2, "dari 1 sampai 3: 1, 2-3, 1-3"),
        (["keywords", "{folder}", "--roots", "rankd"], 2, "Maksudnya 'ranked'?"),
        (["keywords", "{folder}", "--background", "novel"], 2, "atau folder esai pembanding"),
        (["keywords", "{folder}", "--background", "fromal"], 2, "Maksudnya 'formal'?"),
        (["evidence", "{folder}", "--theme", "integritsa"], 2, "Maksudnya 'integritas'?"),
        (["evidence", "{folder}", "--essay", "satu"], 2, "Maksudnya 'satu-1'?"),
        (["evidence", "Tanggung jawab", "{folder}"], 2, "--theme tanggung_jawab"),
        (["report", "tidak-ada.html", "{folder}"], 2, "--out tidak-ada.html"),
        (["themes", "{folder}", "--out", "tidak-ada/a.csv"], 2, "folder 'tidak-ada' tidak ada"),
        (["validate", "{folder}"], 2, "--coded belum disebut"),
        ([r"C:\esai"], 2, r"perintah 'C:\esai' tidak ada."),
        (["laporan", "{folder}"], 2, "perintah 'laporan' tidak ada. Maksudnya 'report'?"),
        (["Tema", "{folder}"], 2, "Maksudnya 'themes'?"),
        (["themes", "{folder}", "--out"], 2, "nilai --out belum disebut"),
        (["segment", "{folder}", "--explain=ya"], 2, "--explain tidak memerlukan nilai"),
        (["segment", "{folder}", "--sidecar", "-oa.csv"], 2, "simpan dengan > SUMBER.cuts.toml"),
        (["stream", "a", "b", "--out", "x"], 2, "b berlebih"),
        (["themes", ""], 2, "isian kosong"),
        (["stream", "{folder}", "--out="], 2, "isian kosong"),
        (["themes", "{folder}", "--metadata", "{folder}"], 2, "bukan berkas biasa"),
        (["concordance", "integritas"], 2, "belum disebut"),
        (["concordance", "a", "{folder}", "--sort", "kiri"], 2, "Maksudnya 'left'?"),
        (["concordance", "{folder}", "integritas"], 2, "concordance integritas "),
        (["compare", "{folder}", "--a", "satu"], 2, "Maksudnya 'satu-1'?"),
        (["compare", "{folder}", "--what", "tema"], 2, "Maksudnya 'themes'?"),
        (["concordance", "a", "{folder}", "--what=Tema"], 2, "Maksudnya 'theme'?"),
        (["compare", "{folder}", "--what=themes", "--ngrams=1"], 2, "ngrams=(1, 1) dengan"),
        (["report", "{folder}", "--out", "a.pdf"], 2, "Untuk PDF, cetaklah hasil .html"),
        (["keywords", "{folder}", "--ngrams", "3-1"], 2, "ngrams=(3, 1)"),
        (["keywords", "{folder}", "--weighting", "tf-idf"], 2, "Maksudnya 'tfidf'?"),
        (["keyness", "{folder}", "--background", "{folder}"], 2, "30 esai"),
        (["suggest", "{folder}"], 2, "--theme belum disebut"),
        (["validate", "{folder}", "--coded", "tidak-ada.xlsx"], 1, "'tidak-ada.xlsx' tidak ada"),
        (["validate", "{folder}", "--coded", "{folder}"], 1, "esai bukan lembar yang dibaca"),
        (["coding-sheet", "{folder}", "--sample", "acak"], 2, "sample='acak'"),
    ],
)
def test_a_mistake_gets_one_clear_sentence(
    folder: Path,
    arguments: list[str],
    code: int,
    sentence: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run([word.replace("{folder}", str(folder)) for word in arguments]) == code
    shown = capsys.readouterr()
    assert shown.out == ""
    assert len(shown.err.splitlines()) == 1
    assert sentence in shown.err


@pytest.mark.parametrize(
    ("arguments", "whole"),
    [
        (["report", "esai", "latsar", "2025"], '"esai latsar 2025"'),
        (["themes", "esai latsar 2025", "--metadata", "daftar", "peserta.csv"], '"daftar peserta'),
    ],
)
def test_a_name_with_spaces_without_quotation_marks_is_told_with_them(
    folder: Path,
    arguments: list[str],
    whole: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(folder.parent)
    folder.rename("esai latsar 2025")
    Path("daftar peserta.csv").write_text("Nama,Kelas\nAni,A\n", encoding="utf-8")
    assert run(arguments) == 2
    told = capsys.readouterr().err
    assert f"nama yang memuat spasi ditulis di antara tanda kutip: {whole}" in told


def test_a_file_that_is_left_or_replaced_is_told_when_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder.parent)
    assert run(["report", str(folder)]) == 0
    before = Path("laporan.html").stat().st_mtime_ns
    capsys.readouterr()
    named = ["--out", "laporan.html"]
    for out in ([], named):
        assert run(["report", "tidak-ada", *out]) == 1
        assert len(capsys.readouterr().err.splitlines()) == 1
    assert Path("laporan.html").stat().st_mtime_ns == before
    assert run(["report", str(folder), *named]) == 0
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith("Laporan: ")
    assert lines[1] == "laporan.html yang lama sudah diganti."


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("kosong.txt", b"", "kosong"),
        ("halaman.txt", b"Opini\n\nPopuler\n\nBelum ada data.\n", "tidak ada esai"),
        ("naskah.docx", b"PK\x03\x04" + bytes(60), "rusak"),
    ],
)
def test_a_file_without_essays_is_named_with_the_reason(
    tmp_path: Path, name: str, content: bytes, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes(content)
    assert run(["themes", str(tmp_path / name)]) == 1
    message = capsys.readouterr().err
    assert name in message
    assert sentence in message


def test_an_empty_folder_is_named_with_what_is_expected(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "kosong").mkdir()
    (tmp_path / "kosong" / "README.md").write_text("Asal esai.", encoding="utf-8")
    assert run(["themes", str(tmp_path / "kosong")]) == 1
    message = capsys.readouterr().err
    assert f"{tmp_path / 'kosong'}: folder ini tidak memuat" in message
    assert ".txt" in message
    assert run(["themes", str(folder), str(tmp_path / "kosong")]) == 3  # the rest is processed


def test_nothing_found_is_exit_code_3(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Hujan turun sejak pagi di desa itu.", encoding="utf-8")
    assert run(["evidence", str(tmp_path), "--theme", "sinergi"]) == 3
    assert "Tidak ada yang ditemukan" in capsys.readouterr().err


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"kpu-corpus {kc.__version__}\n"
    assert run(["--lang", "en", "--version"]) == 0
    assert capsys.readouterr().out == f"kpu-corpus {kc.__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--help"], "Pemakaian"),
        (["--help", "--lang", "en"], "Usage"),
        ([], "Perintah"),
        (["--lang", "en"], "Usage"),
        (["--lang=en", "--help"], "Usage"),
        (["--lang", "en", "root", "--help"], "\n  WORD…  "),
    ],
)
def test_help_speaks_the_users_language(
    arguments: list[str], word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 0
    assert word in capsys.readouterr().out


def test_the_help_of_the_program_tells_its_own_options(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    told = capsys.readouterr().out.split("Perintah:")[0]
    assert re.findall(r"^  (--\w+(?: TEKS)?)  ", told, re.MULTILINE) == [
        "--lang TEKS",
        "--version",
        "--help",
    ]


def test_a_failed_write_leaves_nothing_behind(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder.parent / "hasil.csv").mkdir()
    assert run(["themes", str(folder), "--out", str(folder.parent / "hasil.csv")]) == 1
    assert "tidak dapat ditulis (itu nama sebuah folder)" in capsys.readouterr().err
    assert sorted(path.name for path in folder.parent.iterdir()) == ["esai", "hasil.csv"]


def test_a_report_has_the_order_of_people_and_names_its_groups_also_without_the_texts(
    folder: Path,
) -> None:
    for name in ("esai 10", "esai 2"):
        (folder / f"{name}.txt").write_text(f"Kami hadir di {name}.", encoding="utf-8")
    out = folder.parent / "a.html"
    asked = ["--no-text", "--by", "unit", "--lang", "en", "--out", str(out)]
    assert run(["report", str(folder), *asked]) == 0
    page = out.read_text(encoding="utf-8")
    assert "The full texts are left out of this report." in page
    listed = page[page.index('id="read"') :]
    places = [listed.index(f">{name}<") for name in ("esai 2", "esai 10", "satu")]
    assert places == sorted(places)
    assert "(not stated)" in page
    assert "(tidak disebutkan)" not in page


@pytest.mark.parametrize(
    ("lang", "told"), [("id", "Teks terlalu pendek untuk topik"), ("en", "too short for topics")]
)
def test_a_warning_is_one_line_in_the_language_of_the_command(
    folder: Path, lang: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["topics", str(folder), "--lang", lang]) == 3
    shown = capsys.readouterr()
    assert shown.out == ""
    assert told in shown.err.splitlines()[0]
    assert "Warning" not in shown.err


def test_what_libraries_warn_of_is_not_for_those_who_type_commands(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def load(*_: object, **__: object) -> Corpus:
        warnings.warn("Glyph 27 missing from font(s) DejaVu Sans.", UserWarning, stacklevel=1)
        return given

    given = kc.load(folder)
    monkeypatch.setattr(kc, "load", load)
    assert run(["profile", str(folder)]) == 0
    assert capsys.readouterr().err == ""


def test_topics_of_enough_sentences_are_a_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = ["Kami menjaga integritas dan kejujuran.", "Pemilih datang ke tempat pemungutan suara."]
    more = ["Pegawai belajar menyusun laporan.", "Masyarakat menerima pelayanan cepat."]
    (tmp_path / "esai.txt").write_text(" ".join([*said, *more] * 40), encoding="utf-8")
    own = tmp_path / "tema.csv"
    own.write_text("theme,match\nBilik,tempat pemungutan suara\n", encoding="utf-8")
    given = ["topics", str(tmp_path / "esai.txt"), "--k", "2", "--top", "3", "--lexicon", str(own)]
    assert run(given) == 0
    told = capsys.readouterr().out
    assert {"Topik", "Urutan", "Kata dasar", "Bobot", "Kestabilan"} <= {*printed(told)[0]}
    assert "Bilik" in told


def test_every_word_for_a_command_leads_to_a_command() -> None:
    assert set(MEANT_COMMANDS.values()) <= set(COMMANDS)


@pytest.mark.parametrize(
    ("option", "without"),
    [
        ("metadata", {"lexicon", "root", "stream"}),
        ("on", {"lexicon", "root", "stream"}),
        ("only", {"lexicon", "root", "stream"}),
        ("without", {"lexicon", "root", "stream"}),
        ("text", {"lexicon", "root"}),
        ("duplicates", {"duplicates", "lexicon", "root", "segment", "stream"}),
    ],
)
def test_every_command_that_reads_essays_is_told_which_by_the_same_options(
    option: str, without: set[str]
) -> None:
    taking = {
        name
        for name in COMMANDS
        if option in {param.name for param in Program("id").get_command(None, name).params}
    }
    assert COMMANDS.keys() - taking == without


# these share no option that has a default with a function
APART = {"segment", "lexicon", "duplicates", "passages", "spelling"}


@pytest.mark.parametrize("command", sorted(COMMANDS.keys() - APART))
def test_a_command_does_unasked_what_its_function_does_unasked(command: str) -> None:
    name = command.replace("-", "_")
    module = import_module(f"kpu_corpus.cli.commands.{COMMANDS[command]}")
    typed, own = (
        {option.name: option.default for option in signature(of).parameters.values()}
        for of in (spread(getattr(module, name)), getattr(kc, name))
    )
    if "ngrams" in typed:
        typed["ngrams"] = sizes(typed["ngrams"])
    shared = typed.keys() & own.keys() - {"text", "exclude"}  # these take other values
    assert shared
    assert {option: typed[option] for option in shared} == {
        option: own[option] for option in shared
    }


def test_a_folder_that_is_named_like_a_theme_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.rename(folder.parent / "integritas")
    monkeypatch.chdir(folder.parent)
    assert run(["evidence", "integritas", "--theme", "sinergi"]) == 0
    assert "bersinergi" in capsys.readouterr().out


def test_a_written_file_is_told_with_its_whole_path(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder.parent)
    for command, name in (("themes", "tema.csv"), ("bundle", "paket.zip")):
        assert run([command, folder.name, "--out", name]) == 0
        assert f"{Path.cwd() / name} (" in capsys.readouterr().err


def test_of_a_file_that_is_not_there_the_one_that_holds_its_name_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder.parent)
    Path("Daftar Peserta.csv").write_text("nama berkas,kantor\nsatu.txt,A\n", encoding="utf-8")
    assert run(["themes", folder.name, "--metadata", "Peserta.csv"]) == 1
    assert "Maksudnya 'Daftar Peserta.csv'?" in capsys.readouterr().err


def test_no_folder_is_made_for_an_output_file(folder: Path) -> None:
    assert run(["report", str(folder), "--out", str(folder.parent / "baru" / "a.html")]) == 2
    assert not (folder.parent / "baru").exists()


def test_help_and_messages_say_what_was_typed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KPU_CORPUS_PROGRAM", "python3 run.py")
    assert run(["report", "--help"]) == 0
    assert "python3 run.py report" in capsys.readouterr().out
    for wrong in (["themes"], ["themes", "--by"], ["--lang", "id", "themes", "--bi"]):
        assert run(wrong) == 2
        assert capsys.readouterr().err.endswith("Bantuan: python3 run.py themes --help\n")
    for wrong in (["tema"], ["tema", "--by"]):
        assert run(wrong) == 2
        assert capsys.readouterr().err.endswith("Bantuan: python3 run.py --help\n")
    assert run(["themes", "--bi", "--lang", "en"]) == 2
    assert capsys.readouterr().err.endswith("Help: python3 run.py themes --help --lang en\n")


def test_a_file_whose_name_begins_as_options_do_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["themes", "--", r"--\esai"]) == 1
    assert "esai' tidak ada" in capsys.readouterr().err


@pytest.mark.parametrize("lang", ["id", "en"])
def test_no_sentence_of_the_help_is_cut_and_all_of_it_is_in_one_language(
    lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--help", "--lang", lang]) == 0
    listed = capsys.readouterr().out
    assert "..." not in listed
    for name in COMMANDS:
        command = Program(lang).get_command(None, name)
        assert command.help in " ".join(listed.split())
        assert run([name, "--help", "--lang", lang]) == 0
        own = capsys.readouterr().out
        assert "..." not in own
        told = [param.help for param in command.params if param.name != "help"]
        for text in (command.help, *told):
            assert text in " ".join(own.split())
        if lang == "id":
            assert_indonesian_help(own)


def assert_indonesian_help(shown: str) -> None:
    assert not any(word in shown for word in ("[default", "<", "PATH", "WORD", "QUERY", "TEXT"))
    sections = re.findall(r"^(\w+):$", shown, re.MULTILINE)
    kept = ["Masukan", "Pilihan", "Esai", "Hasil"]
    assert sections == [name for name in kept if name in sections]
    assert "\nHasil:\n" in shown
    lines = shown.splitlines()
    columns = {re.search(r"\S  +(?=\S)", line).end() for line in lines if line[2:3] == "-"}
    assert len(columns) == 1  # the explanations stand below each other


@pytest.mark.parametrize(("name", "program"), [("a.docx", "Word"), ("a.xlsx", "Excel")])
def test_a_damaged_office_file_is_called_by_its_program(
    folder: Path, name: str, program: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / name).write_bytes(b"PK\x03\x04" + bytes(60))
    assert run(["themes", str(folder)]) == 3
    assert f"berkas {program} ini rusak" in capsys.readouterr().err


def test_a_sentence_inside_another_brings_no_second_full_stop(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.csv").write_text("x,y\n1,2\n", encoding="utf-8")
    assert run(["themes", str(tmp_path)]) == 1
    message = capsys.readouterr().err.strip()
    assert message.endswith(".")
    assert ".." not in message.replace("...", "")


def test_how_a_table_was_joined_with_the_essays_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "satu.txt").write_text(f"Suara\n\nOleh: Ani Sari\n\n{ESSAY}", encoding="utf-8")
    table = folder.parent / "peserta.csv"
    table.write_text("nama,kantor\nAni Sari,Subang\n", encoding="utf-8")
    assert run(["profile", str(folder), "--metadata", str(table)]) == 0
    told = capsys.readouterr().err
    assert "Tabel keterangan digabung lewat kolom 'nama'.\nDi antaranya 1 esai dicocokkan" in told


def test_what_the_table_lacks_is_told_apart_from_skipped_files(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "dua.txt").write_text(ESSAY, encoding="utf-8")
    table = folder.parent / "peserta.csv"
    table.write_text("berkas,kantor\nsatu.txt,Subang\n", encoding="utf-8")
    asked = [str(folder), "--metadata", str(table), "--by", "kantor"]
    assert run(["themes", *asked]) == 3
    shown = capsys.readouterr()
    assert "Subang" in shown.out
    assert "Tidak cocok:" in shown.err
    assert "1 esai tidak ada dalam tabel keterangan: 'dua.txt'" in shown.err
    assert run(["compare", *asked, "--a", "Garut"]) == 2  # which the table may explain
    assert "1 esai tidak ada dalam tabel keterangan: 'dua.txt'" in capsys.readouterr().err


@pytest.mark.filterwarnings("ignore")
def test_with_a_secret_no_command_shows_who_wrote(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    essays = tmp_path / "sebelum"
    essays.mkdir()
    for name, text in {"Rina Marlina": "Kami jujur.", "Budi Santoso": "Saya netral."}.items():
        (essays / f"{name}.txt").write_text(f"{text} " * 12, encoding="utf-8")
    (essays / "Wulandari.docx").write_bytes(b"")
    pd.DataFrame({"Nama": ["Rina Marlina", "Budi Santoso"], "kelas": ["A", "B"]}).to_csv(
        table := tmp_path / "peserta.csv", index=False
    )
    options = ["--metadata", str(table), "--pseudonyms", "kopi pahit di teras"]
    chosen = ["--only=penulis=Rina Marlina", "--only=kelas=A", "--without=penulis=Budi Santoso"]
    for command, made, only in (
        ("report", "l.html", chosen),
        ("explorer", "j.html", []),
        ("themes", "t.csv", ["--only=essay=Rina Marlina-1"]),
    ):
        out = tmp_path / made
        assert run([command, str(essays), *options, *only, "--out", str(out)]) == 3
        told = out.read_text("utf-8") + capsys.readouterr().err
        assert "E-" in told
        assert not [name for name in ("Marlina", "Santoso", "Wulandari") if name in told]
        assert ("penulis=…, kelas=A, penulis≠…" in told) is (only is chosen)
    assert run(["segment", str(essays), "--sidecar", *options]) == 2
    assert "--pseudonyms" in capsys.readouterr().err
    out = tmp_path / "koding.xlsx"
    assert run(["coding-sheet", str(essays), *options, "--out", str(out)]) == 3
    told = capsys.readouterr().err
    assert "kopi" not in told
    assert '--pseudonyms "…"' in told
    assert run(["report", str(essays), "--pseudonyms", "pendek"]) == 2
    assert "8" in capsys.readouterr().err
    assert run(["report", str(essays), "--samarkan", "kopi pahit"]) == 2
    assert "--pseudonyms" in capsys.readouterr().err
