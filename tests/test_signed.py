"""Files of several people in which a name stands at the end of each essay or above each title."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

import kpu_corpus as kc

TITLES = ["Menjaga Suara dari Gudang", "Pintu yang Selalu Terbuka", "Belajar Teliti di Ruang Arsip"]
PEOPLE = ["Rina Marlina", "Dimas Aryo Pratama", "Siti Nurhaliza"]
OFFICES = ["KPU Kabupaten Garut", "KPU Kota Bogor", "KPU Kabupaten Flores Timur"]
TEXTS = [
    "Hujan turun sejak subuh ketika truk berangkat dari gudang.\n\n"
    + "Kami membaca ulang berkasnya. " * 12,
    "Warga datang membawa map plastik dan banyak pertanyaan.\n\n"
    + "Kami mendengarkan semua orang. " * 14,
    "Satu angka yang tertukar dapat menghentikan rapat pleno.\n\n"
    + "Kami memeriksanya sekali lagi. " * 13,
]
ROWS = [*zip(TITLES, PEOPLE, OFFICES, TEXTS, strict=True)]


def written(form: str) -> str:
    return "\n\n\n".join(
        form.format(
            n=n, title=title, name=name, office=office, text=text.strip(), caps=title.upper()
        )
        for n, (title, name, office, text) in enumerate(ROWS, 1)
    )


def loaded(text: str, tmp_path: Path) -> kc.Corpus:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    return kc.load(tmp_path / "a.txt")


def told(corpus: kc.Corpus, *fields: str) -> list[list[str | None]]:
    essays = corpus.essays.assign(text=[" ".join(text.split()) for text in corpus.essays["text"]])
    return essays[[*fields, "text"]].astype(object).where(essays.notna(), None).values.tolist()


@pytest.mark.parametrize(
    "form",
    [
        "{title}\n\n{text}\n\n{name}, {office}",
        "{title}\n\n{text}\n\n({name}, {office})",
        "{title}\n\n{text}\n\nPenulis: {name}, {office}",
        "{title}\n\n{text}\n\nGarut, 3 Juli 2025\nPenulis,\n{name}\n{office}",
        "{n}. {title}\n\n{text}\n\n{name} - {office}",
        "{title}\n({name}, {office})\n\n{text}",
        "{name} – {office}\n{title}\n\n{text}",
        "Oleh: {name}, {office}\n{title}\n\n{text}",
        "{n}. {title}\n{name} - {office}\n\n{text}",
        "{n}. {title}\n{name}\n{office}\n\n{text}",
    ],
)
def test_essays_are_cut_where_another_name_stands_at_the_end_or_above(
    form: str, tmp_path: Path
) -> None:
    wanted = [[title, name, " ".join(text.split())] for title, name, _, text in ROWS]
    corpus = loaded(written(form), tmp_path)
    assert told(corpus, "title", "author") == wanted
    assert corpus.essays["unit"].tolist() == OFFICES


def test_word_headings_with_a_name_below_each_text_are_titles(tmp_path: Path) -> None:
    document = docx.Document()
    for title, name, office, text in ROWS:
        document.add_paragraph(title, style="Heading 1")
        for paragraph in text.split("\n\n"):
            document.add_paragraph(paragraph)
        document.add_paragraph(f"{name}, {office}")
    document.save(stream := io.BytesIO())
    (tmp_path / "a.docx").write_bytes(stream.getvalue())
    assert kc.load(tmp_path).essays[["title", "author"]].values.tolist() == [
        [title, name] for title, name, *_ in ROWS
    ]


def test_headings_of_one_essay_are_none_though_it_is_signed(tmp_path: Path) -> None:
    sections = "\n\n".join(f"{title}\n\n{text}" for title, _, _, text in ROWS)
    corpus = loaded(f"Suara dari Balik Meja\n\n{sections}\n\n{PEOPLE[0]}, {OFFICES[0]}", tmp_path)
    assert corpus.essays[["title", "author"]].values.tolist() == [
        ["Suara dari Balik Meja", PEOPLE[0]]
    ]


def test_the_same_name_below_every_part_signs_one_essay(tmp_path: Path) -> None:
    text = "\n\n".join(
        f"{title}\n\n{text}\n\n{PEOPLE[0]}, {OFFICES[0]}" for title, _, _, text in ROWS
    )
    assert len(loaded(text, tmp_path)) == 1


def test_the_letterhead_of_each_essay_is_no_text_of_the_one_before(tmp_path: Path) -> None:
    head = "KOMISI PEMILIHAN UMUM\nKABUPATEN GARUT\nJl. Suherman No. 95 Telp. (0262) 233033"
    corpus = loaded(
        written(head + "\n\nESAI\n\n{caps}\nOleh: {name}, {office}\n\n{text}"), tmp_path
    )
    wanted = [[t.upper(), name, unit, " ".join(text.split())] for t, name, unit, text in ROWS]
    assert told(corpus, "title", "author", "unit") == wanted


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_name_alone_above_the_title_is_the_authors(gap: str, tmp_path: Path) -> None:
    corpus = loaded(f"{PEOPLE[0]}{gap}{TITLES[0]}\n\n{TEXTS[0]}", tmp_path)
    assert told(corpus, "title", "author") == [[TITLES[0], PEOPLE[0], " ".join(TEXTS[0].split())]]


def test_a_number_a_name_and_a_title_begin_each_essay_of_a_file(tmp_path: Path) -> None:
    corpus = loaded(written("Peserta {n}\n{name}\n{title}\n\n{text}"), tmp_path)
    wanted = [[title, name, " ".join(text.split())] for title, name, _, text in ROWS]
    assert told(corpus, "title", "author") == wanted


@pytest.mark.parametrize(
    "below",
    [
        "12 Juni 2025",
        "12 Juni 2025 ·",
        "12 Juni 2025   10:20   Diperbarui: 13 Juni 2025   10:21   87",
    ],
)
def test_a_name_and_a_date_above_the_text_are_author_and_date(below: str, tmp_path: Path) -> None:
    corpus = loaded(f"{PEOPLE[0]}\n{below}\n\n{TEXTS[0]}", tmp_path)
    text = " ".join(TEXTS[0].split())
    assert told(corpus, "title", "author", "date") == [[None, PEOPLE[0], "2025-06-12", text]]


def test_a_title_above_its_date_stays_the_title(tmp_path: Path) -> None:
    corpus = loaded(f"{TITLES[0]}\n12 Juni 2025\n\n{TEXTS[0]}", tmp_path)
    assert told(corpus, "title", "author")[0][:2] == [TITLES[0], None]


@pytest.mark.parametrize(
    "below",
    [
        "“Kejujuran adalah mata uang yang berlaku di mana-mana.”\n\nNajwa Shihab",
        "“Kejujuran adalah mata uang.”\n\nNajwa Shihab, Ketua KPU Kota Tegal",
        "Dalam kegiatan itu saya dibantu oleh:\nAsep Saepudin\nDewi Lestari",
        "Kegiatan itu dipimpin oleh\nDewi Lestari, Ketua KPU Kabupaten Garut",
        "RINA MARLINA, S.Sos.",
    ],
)
def test_who_is_quoted_or_listed_above_a_heading_signs_no_essay(below: str, tmp_path: Path) -> None:
    parts = [f"{title}\n\n{text}" for title, text in zip(TITLES, TEXTS, strict=True)]
    corpus = loaded(f"{parts[0]}\n\n{below}\n\n{parts[1]}\n\n{PEOPLE[0]}", tmp_path)
    assert corpus.essays[["title", "author"]].values.tolist() == [[TITLES[0], PEOPLE[0]]]


@pytest.mark.parametrize(
    "below",
    [
        "“Kejujuran adalah segalanya bagi kami.”\n\nNajwa Shihab, Ketua KPU Kota Tegal",
        "Kegiatan itu dipimpin oleh\nDewi Lestari, Ketua KPU Kabupaten Garut",
    ],
)
def test_who_is_quoted_below_an_essay_with_a_name_above_opens_none(
    below: str, tmp_path: Path
) -> None:
    parts = [f"{title}\n\n{text}" for title, text in zip(TITLES, TEXTS, strict=True)]
    corpus = loaded(f"{PEOPLE[0]}, {OFFICES[0]}\n{parts[0]}\n\n{below}\n\n{parts[1]}", tmp_path)
    assert corpus.essays[["title", "author"]].values.tolist() == [[TITLES[0], PEOPLE[0]]]


@pytest.mark.parametrize("people", [["Asep Saepudin, Ketua KPU Kabupaten Garut"], []])
def test_numbered_sections_of_which_one_names_somebody_are_one_essay(
    people: list[str], tmp_path: Path
) -> None:
    parts = [f"{n}. {title}\n\n{text}" for n, (title, _, _, text) in enumerate(ROWS, 1)]
    first = "\n\n".join([parts[0], *people])
    text = f"Laporan Kegiatan Kami\n\n{first}\n\n{parts[1]}\n\n{parts[2]}\n\n{PEOPLE[0]}"
    assert len(loaded(text, tmp_path)) == 1
