"""Several groups of essays in one file, each below its heading: "Kelompok I", "Kelas A"."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.segment.cutting import LONG, OTHER, TEXT, essays, loaded, only

import kpu_corpus as kc
from kpu_corpus.segment.sidecar import sidecar_text

NAMES = ["Rina Marlina", "Asep Saepudin", "Dewi Anggraini", "Bambang Hermanto"]
TITLES = ["Menjaga Suara", "Pintu yang Terbuka", "Belajar Teliti", "Melayani dengan Ramah"]
FORMS = ["{title}\nOleh: {name}\n\n{text}", "Nama: {name}\nJudul: {title}\n\n{text}"]


def file_of(form: str, groups: tuple[str, ...], cover: str = "") -> str:
    rows = zip(groups, NAMES, TITLES, strict=True)
    parts = (
        f"{group}\n\n{form.format(name=name, title=title, text=f'{TEXT} {OTHER}')}".strip()
        for group, name, title in rows
    )
    return cover + "\n\n".join(parts)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("cover", ["", "KUMPULAN ESAI PESERTA LATSAR\n\n"])
@pytest.mark.parametrize("groups", [("KELOMPOK I", "KELOMPOK II"), ("Kelas A", "Kelas B")])
def test_a_group_holds_for_the_essays_below_its_heading(
    form: str, cover: str, groups: tuple[str, str]
) -> None:
    one, other = groups
    found = essays(file_of(form, (one, "", other, ""), cover))
    assert [(x["author"], x["title"]) for x in found] == [*zip(NAMES, TITLES, strict=True)]
    field, value = one.split()
    last = other.split()[1]
    assert [x[field.lower()] for x in found] == [value, value, last, last]
    assert not any(field in str(x["text"]) for x in found)


def test_a_heading_of_a_group_is_none_of_an_essay() -> None:
    groups = ("# KELOMPOK 1", "", "# KELOMPOK 2", "")
    rows = zip(groups, NAMES, TITLES, strict=True)
    parts = (f"{group}\n\n* {t}\n\nOleh: {n}\n\n{TEXT}\n\n{OTHER}" for group, n, t in rows)
    text = "\n\n".join(parts).replace("* ", "## ")
    found = essays(text, "a.md")
    assert [(x["title"], x["kelompok"]) for x in found] == [
        *zip(TITLES, ["1", "1", "2", "2"], strict=True)
    ]


def test_a_heading_of_a_group_above_a_plain_title_and_a_name_is_none() -> None:
    rows = zip(TITLES, NAMES, "1234", strict=True)
    parts = (f"# KELOMPOK {k}\n\n{t}\n\n{n}\n\n{TEXT}\n\n{OTHER}" for t, n, k in rows)
    found = essays("\n\n".join(parts), "a.md")
    assert [(x["author"], x["title"]) for x in found] == [*zip(NAMES, TITLES, strict=True)]


def test_what_several_lines_of_a_cover_tell_holds_for_all_essays_of_a_file() -> None:
    cover = "KUMPULAN ESAI KELOMPOK 3\nAngkatan II\n\n"
    found = essays(file_of(FORMS[0], ("",) * 4, cover))
    assert [(x["kelompok"], x["angkatan"]) for x in found] == [("3", "II")] * 4


def test_a_group_that_an_essay_tells_of_itself_is_not_that_of_the_next() -> None:
    groups = ("Kelompok 1", "", "Kelompok 1", "")
    found = essays(file_of(FORMS[0], groups))
    told = [group.removeprefix("Kelompok ") or None for group in groups]
    assert [x["kelompok"] for x in found] == told


def test_a_sidecar_tells_the_group_of_every_essay(tmp_path: Path) -> None:
    text = file_of(FORMS[0], ("Kelompok 1", "", "Kelompok 2", ""))
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    sidecar = sidecar_text(loaded(text), "a")
    (tmp_path / "a.txt.cuts.toml").write_text(sidecar, encoding="utf-8")
    assert kc.load(tmp_path).essays["kelompok"].tolist() == ["1", "1", "2", "2"]


@pytest.mark.parametrize("head", ["Kelompok II", "# ANGKATAN 66", "Pukul 04.30", "ISTIMEWA"])
@pytest.mark.parametrize("byline", ["Nama: {}", "Oleh: {}", "{}"])
def test_what_stands_above_no_other_title_is_one(head: str, byline: str) -> None:
    text = f"{head}\n\n{byline.format(NAMES[0])}\n\n{TEXT}\n\n{OTHER}"
    (found,) = essays(text, "a.md")
    assert (found["title"], found["author"]) == (head.removeprefix("# "), NAMES[0])


@pytest.mark.parametrize("byline", ["Nama: {}", "Oleh: {}"])
def test_groups_without_titles_are_those_of_their_essays(byline: str) -> None:
    rows = zip(("Kelompok I", "Kelompok II", "Kelompok III"), NAMES, strict=False)
    parts = (f"{group}\n\n{byline.format(n)}\n\n{TEXT}\n\n{OTHER}" for group, n in rows)
    found = essays("\n\n".join(parts))
    assert [x["author"] for x in found] == NAMES[:3]
    assert not any("Kelompok" in str(x["text"]) for x in found)


@pytest.mark.parametrize("heads", [("Kelas A", "Kelas B"), ("Golongan I", "Pukul 21.00")])
@pytest.mark.parametrize("mark", ["", "## "])
def test_what_heads_a_part_of_an_essay_is_a_heading(mark: str, heads: tuple[str, str]) -> None:
    parts = (f"{mark}{head}\n\n{text}" for head, text in zip(heads, (TEXT, OTHER), strict=True))
    text = f"{TITLES[0]}\n\nOleh: {NAMES[0]}\n\n{TEXT}\n\n"
    corpus = loaded(text + "\n\n".join(parts), "a.md" if mark else "a.txt")
    spans = corpus.spans[corpus.spans["kind"] == "heading"]
    found = [corpus.by_name[x.source].text[x.start : x.end] for x in spans.itertuples()]
    assert found == [*heads]


def test_a_class_that_signs_an_essay_is_not_that_of_the_next() -> None:
    rows = zip(TITLES, NAMES, "ABCD", strict=True)
    parts = (f"{t}\nOleh: {n}\n\n{TEXT}\n\n{OTHER}\n\nKelas {c}" for t, n, c in rows)
    found = essays("\n\n".join(parts))
    assert [x["author"] for x in found] == NAMES
    assert not any(x.get("kelas") for x in found)


def test_a_group_on_the_cover_of_all_is_that_of_each() -> None:
    text = file_of(FORMS[0], ("", "", "", ""), "KUMPULAN ESAI\nORIENTASI CPNS KPU ANGKATAN II\n\n")
    assert [x["angkatan"] for x in essays(text)] == ["II"] * 4


def test_a_date_on_the_cover_of_all_is_that_of_each() -> None:
    cover = "KUMPULAN ESAI\nORIENTASI CPNS KPU ANGKATAN II\n3 Juni 2025\n\n"
    found = essays(file_of(FORMS[0], ("", "", "", ""), cover))
    assert [x["date"] for x in found] == ["2025-06-03"] * 4


@pytest.mark.parametrize("line", ["Melati / Angkatan 3", "Kelompok Melati – Angkatan 3"])
def test_the_name_of_a_class_beside_its_batch_is_no_title_nor_text(line: str) -> None:
    for head in (f"{line}\n\n{{}}", f"{{}}\n\n{line}"):
        text = head.format("Menjaga Suara Rakyat\n\nOleh: Rina Marlina")
        found = only(f"{text}\n\n{LONG}")
        assert (found["title"], found["author"]) == ("Menjaga Suara Rakyat", "Rina Marlina")
        assert (found["angkatan"], found["text"]) == ("3", LONG)


def test_the_members_below_the_number_of_a_group_wrote_the_text() -> None:
    members = "Kelompok 2:\n\n1. Rina Marlina\n\n2. Asep Saepudin"
    found = only(f"MENJAGA SUARA RAKYAT\n\n{members}\n\n{LONG}")
    assert (found["title"], found["author"]) == ("MENJAGA SUARA RAKYAT", "Rina Marlina")
    assert (found["kelompok"], found["text"]) == ("2", LONG)


def test_a_heading_on_a_generation_is_no_class() -> None:
    page = f"# Menjaga Suara Rakyat\n\nOleh: Rina Marlina\n\n## Reformasi – Angkatan 98\n\n{LONG}"
    found = only(page, "a.md")
    assert "angkatan" not in found
    assert "Reformasi" in str(found["text"])
