"""The table of labels and the errors that speak from it."""

import errno
import json
import re
import string
import sys
import tomllib
from pathlib import Path

import pytest

from kpu_corpus.cli import NOT_ARGUMENTS
from kpu_corpus.errors import (
    InvalidArgument,
    KpuCorpusError,
    SourceNotFound,
    UnreadableSource,
    nearest_name,
    one_of,
    system_reason,
)
from kpu_corpus.labels import label
from kpu_corpus.streaming.engine import REFUSALS

PATH = Path(__file__).parents[1] / "src" / "kpu_corpus" / "data" / "labels.toml"
ROWS = [
    (f"{section}.{key}", row)
    for section, rows in tomllib.loads(PATH.read_text(encoding="utf-8")).items()
    for key, row in rows.items()
]


def test_the_ready_labels_are_those_of_the_toml() -> None:
    """Where this fails the labels have changed: run `python -m training.labels`."""
    ready = json.loads((PATH.parent / "ready" / "labels.json").read_bytes())
    assert [*ready.items()] == ROWS


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_label_speaks_both_languages_with_the_same_fields() -> None:
    assert [name for name, row in ROWS if set(row) != {"id", "en"}] == []
    assert [name for name, row in ROWS if fields(row["id"]) != fields(row["en"])] == []


def test_no_line_ends_between_a_number_and_its_per_cent() -> None:
    assert [name for name, row in ROWS if re.search(r"\d %", row["id"])] == []


def test_every_label_of_an_error_is_asked_for() -> None:
    source = "".join(path.read_text("utf-8") for path in PATH.parents[1].rglob("*.py"))
    keys = [name.removeprefix("errors.") for name, _ in ROWS if name.startswith("errors.")]
    system = {f"system_{name}" for name in errno.errorcode.values()}
    assert [key for key in keys if f'"{key}"' not in source and key not in system] == []


@pytest.mark.parametrize("reasons", [NOT_ARGUMENTS, REFUSALS])
def test_every_reason_by_which_a_stream_that_fails_is_told_apart_is_an_error(
    reasons: frozenset[str],
) -> None:
    assert {f"errors.{name}" for name in reasons} <= dict(ROWS).keys()


def test_a_sentence_is_written_once() -> None:
    told: dict[tuple[str, ...], list[str]] = {}
    for name, row in ROWS:
        # titles of columns and the like may be the same words in two tables
        place = "" if len(row["id"]) > 45 else name.split(".")[0]
        told.setdefault((place, row["id"], row["en"]), []).append(name)
    assert [names for names in told.values() if len(names) > 1] == []


def test_an_error_speaks_both_languages() -> None:
    error = one_of("roots", "rankd", ["ranked", "none"])
    assert isinstance(error, ValueError)
    assert (
        error.text("id")
        == "roots='rankd' tidak dikenal; yang ada: none, ranked. Maksudnya 'ranked'?"
    )
    assert str(error) == (
        "roots='rankd' is not known; expected one of: none, ranked. Did you mean 'ranked'?"
    )


@pytest.mark.parametrize(
    ("got", "valid", "near"),
    [
        ("autor", ["author", "unit"], "author"),
        ("units", ["author", "unit"], "unit"),
        ("daet", ["date", "author"], "date"),
        ("TANGGAL", ["tanggal"], "tanggal"),
        ("tanggungjawab", ["tanggung_jawab"], "tanggung_jawab"),
        ("integrity", ["integritas"], "integritas"),
        ("nik", ["nip", "unit"], "nip"),
        ("tf", ["tfidf", "g2"], "tfidf"),  # what one name alone begins with
        ("kantor", ["author"], ""),
        ("tema", ["date"], ""),
        ("kecamatan", ["kabupaten"], ""),
        ("fungsi", ["function"], ""),
        ("unit", ["unit_a", "unit_b"], "unit_a"),
        ("a", ["author"], ""),
    ],
)
def test_a_name_is_offered_only_where_it_was_probably_meant(
    got: str, valid: list[str], near: str
) -> None:
    assert nearest_name(got, valid) == near


def test_why_the_system_refused_is_told_in_both_languages() -> None:
    denied = KpuCorpusError(
        "not_written", path="a.docx", why=system_reason(PermissionError(13, "x"))
    )
    assert "terbuka di Word atau Excel, tutup dahulu" in denied.text("id")
    assert "close it first" in denied.text("en")
    rare = KpuCorpusError("not_written", path="a.docx", why=system_reason(OSError(71, "Rare")))
    assert rare.text("id") == "a.docx tidak dapat ditulis (kata sistem: Rare)."
    assert "yang tidak disebut sistem" in system_reason(OSError("x")).text("id")


def test_large_numbers_of_a_message_have_their_thousands_apart() -> None:
    error = UnreadableSource("too_large", size=200_000_000, limit=9_999, name="file_bytes")
    told = "ukurannya 200.000.000 bita; paling besar 9999 bita (batas file_bytes)"
    assert error.text("id") == told
    told = "it has 200,000,000 bytes; at most 9999 are read (limit file_bytes)"
    assert error.text("en") == told


def test_paths_of_windows_are_shown_as_they_are_typed() -> None:
    error = SourceNotFound("not_found", path=repr(r"C:\Esai\nilai"), hint="")
    assert error.text("id") == r"'C:\Esai\nilai' tidak ada."
    given = one_of("roots", r"C:\a", ["ranked"])
    assert given.text("id").startswith(r"roots='C:\a' tidak dikenal")
    raw = KpuCorpusError("not_written", path=r"\\s\b.docx", why=system_reason(OSError(71, "Rare")))
    assert raw.text("id").startswith(r"\\s\b.docx tidak")


def test_errors_are_children_of_the_built_in_that_fits() -> None:
    assert issubclass(SourceNotFound, FileNotFoundError)
    assert issubclass(InvalidArgument, ValueError)


def test_a_sentence_of_its_own_is_kept_as_it_stands() -> None:
    assert str(InvalidArgument("a {brace} stays")) == "a {brace} stays"


@pytest.mark.parametrize("kept", ["angkatan", "x" * 5_000])
def test_an_error_quotes_both_ends_of_a_long_value(kept: str) -> None:
    error = one_of("by", f"{kept}-akhir", ["tema"])
    assert f"by='{kept[:8]}" in str(error)
    assert "-akhir'" in error.text("id")
    assert len(str(error)) < 300


def test_an_unknown_label_is_the_programs_mistake() -> None:
    with pytest.raises(KeyError):
        label("errors.tidak_ada")


def test_a_path_too_long_for_windows_is_not_told_as_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def told(path: str) -> str:
        return system_reason(FileNotFoundError(2, "x", path)).text("id")

    long = "C:/" + "Pelatihan Dasar CPNS KPU/" * 10 + "esai.docx"
    assert told(long) == "tidak ada"
    monkeypatch.setattr(sys, "platform", "win32")
    assert told(long).startswith("jalurnya terlalu panjang untuk Windows")
    assert told("C:/esai.docx") == "tidak ada"
