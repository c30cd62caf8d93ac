"""Strangers' names and texts in files and on a terminal: stored whole, shown and never obeyed."""

import os
from pathlib import Path

import pytest
from tests.terminal import printed

import kpu_corpus as kc
from kpu_corpus.cli import run
from kpu_corpus.ground.printable import bare, printable

ESSAY = "Kami menjaga integritas dan bersinergi. " * 12
posix = pytest.mark.skipif(os.name == "nt", reason="such names exist on POSIX only")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("merah \x1b[31m", "merah \\x1b[31m"),
        ("satu\ndua\r", "satu\\ndua\\r"),
        ("C1 \x9b2J", "C1 \\x9b2J"),
        ("\u202etxt.exe", "\\u202etxt.exe"),
        ("rusak \udcff", "rusak \\udcff"),
        ("45,7\u00a0% – “é” 👨\u200d👩", "45,7\u00a0% – “é” 👨\u200d👩"),
    ],
)
def test_what_a_terminal_would_obey_is_escaped(text: str, shown: str) -> None:
    assert printable(text) == shown


@posix
def test_names_of_files_do_not_reach_the_terminal_as_commands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a\nGalat: palsu", "\x1b[31mmerah", "\u202ekebalik"):
        (tmp_path / f"{name}.txt").write_text(ESSAY, encoding="utf-8")
        (tmp_path / f"{name}.png").write_bytes(b"\x89PNG" + bytes(20))
    assert run(["themes", str(tmp_path)]) == 3
    shown = capsys.readouterr()
    for text in (shown.out, shown.err):
        assert not any(char in text for char in "\x1b\u202e")
    assert len(shown.err.splitlines()) == 3
    assert all(line.startswith("Dilewati: ") for line in shown.err.splitlines())


def test_headings_of_a_table_do_not_either(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "esai.csv"
    path.write_text(f'teks,"k\x1b[2J\nGalat"\n{ESSAY},\x1b[5m\n', encoding="utf-8")
    assert run(["segment", str(path)]) == 0
    shown = capsys.readouterr().out
    assert "\x1b" not in shown
    titles, rows = printed(shown)
    assert (titles[-1], len(rows)) == ("k\\x1b[2J Galat", 1)
    path.write_text('"a\x1b[2J","b\nGalat: palsu"\n1,2\n', encoding="utf-8")
    assert run(["segment", str(path)]) == 1
    shown = capsys.readouterr().err
    assert "\x1b" not in shown
    assert len(shown.splitlines()) == 1


@posix
def test_names_that_are_no_utf_8_are_read_shown_and_stored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "esai"
    folder.mkdir()
    for name in (b"a\xff.txt", b"kosong\xff.txt"):
        Path(os.fsdecode(os.fsencode(folder / "x").replace(b"x", name))).write_bytes(
            ESSAY.encode() if name[:1] == b"a" else b""
        )
    assert run(["themes", str(folder)]) == 3
    assert "a�-1" in capsys.readouterr().out
    for suffix in ("csv", "xlsx", "jsonl", "parquet"):
        assert run(["themes", str(folder), "--out", str(tmp_path / f"a.{suffix}")]) == 3
    corpus = kc.load(folder)
    assert kc.load(corpus.save(tmp_path / "esai.parquet")).essays.equals(corpus.essays)
    assert [Path(path).name for path in corpus.skipped["path"]] == ["kosong�.txt"]


@pytest.mark.parametrize("suffix", ["csv", "jsonl", "parquet"])
def test_half_a_character_in_a_table_of_essays_is_stored(tmp_path: Path, suffix: str) -> None:
    rows = f'{{"text": "{ESSAY}", "id": "a\\ud800", "unit": "\\udc00x", "k\\ud800": "\\ud800"}}\n'
    (tmp_path / "a.jsonl").write_text(rows, encoding="utf-8")
    out = tmp_path / f"hasil.{suffix}"
    assert run(["segment", str(tmp_path / "a.jsonl"), "--out", str(out)]) == 0
    assert out.stat().st_size > 0


SOFT = "Pe\u00admilih itu jujur dan pe\u00adnyelenggara pe\u00admilu wajib netral. "


def test_soft_hyphens_are_in_the_source_alone(tmp_path: Path) -> None:
    corpus = kc.load(dict.fromkeys("abc", SOFT * 12))
    tokens = kc.preprocess(corpus)
    for table in (kc.keywords(tokens), kc.templates(tokens), kc.compare(tokens, a="a")):
        shown = table["display"] if "display" in table else table["text"]
        assert len(shown)
        assert not shown.str.contains("\u00ad").any()
    hits = kc.evidence(tokens)
    assert hits.apply(lambda row: SOFT.find(row["surface"].strip()) >= 0, axis=1).all()
    page = kc.report(tokens, tmp_path / "laporan.html").read_text("utf-8")
    assert "Pemilih itu jujur" in page.replace("<mark>", "").replace("</mark>", "")
    assert "\u00ad" not in page


def test_what_is_not_seen_around_a_text_is_white_space_or_has_no_width() -> None:
    unseen = (
        "".join(chr(code) for code in range(0x10000) if chr(code).isspace()) + "\xad\u200b\ufeff"
    )
    assert bare(f"{unseen}a{unseen}b{unseen}") == f"a{unseen}b"


def test_lines_of_what_is_not_seen_are_blank_ones(tmp_path: Path) -> None:
    page = (
        f"Artikel\n\nAMANAH PEMILIH KITA\n(2/6/2025)\n{ESSAY}\n\nJUJUR SEKALI\n(3/6/2025)\n{ESSAY}"
    )
    page += "\n\nDilihat 27 Kali."
    for name, gap in (("a", "\n\n"), ("b", "\n\u200b\n")):
        (tmp_path / f"{name}.txt").write_text(page.replace("\n\n", gap), encoding="utf-8")
    corpus = kc.load(tmp_path)
    assert corpus.essays["title"].tolist() == ["AMANAH PEMILIH KITA", "JUJUR SEKALI"] * 2
    assert "decoration" not in set(corpus.spans["rule"])


@pytest.mark.parametrize("text", ["", " ", "\u00a0\n\u00a0", "\ufeff", " \u200b\u00ad\u2060\n"])
def test_what_holds_nothing_that_is_seen_is_empty(tmp_path: Path, text: str) -> None:
    (tmp_path / "kosong.txt").write_text(text, encoding="utf-8")
    (tmp_path / "isi.txt").write_text(ESSAY, encoding="utf-8")
    for corpus in (kc.load(tmp_path), kc.load({"kosong": text, "isi": ESSAY})):
        assert len(corpus) == 1
        (reason,) = corpus.skipped["reason"]
        assert "empty" in reason
