"""Word files into which text was copied from a PDF: every line is a paragraph of its own."""

from __future__ import annotations

import io
import textwrap
from pathlib import Path

import pytest
from tests.essays import SAMPLES, new_docx

import kpu_corpus as kc


def written(paragraphs: list[str], tmp_path: Path) -> kc.Corpus:
    document = new_docx()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    data = io.BytesIO()
    document.save(data)
    (tmp_path / "a.docx").write_bytes(data.getvalue())
    return kc.load(tmp_path / "a.docx")


@pytest.mark.parametrize("width", [60, 80, 95])
def test_single_lines_of_a_pdf_have_the_sentences_of_their_paragraphs(
    width: int, tmp_path: Path
) -> None:
    sample = SAMPLES[1]
    head = [sample.title, f"Oleh: {sample.author}"]
    paragraphs = [*sample.paragraphs, *SAMPLES[2].paragraphs]
    lines = [line for text in paragraphs for line in textwrap.wrap(text, width)]
    corpus, whole = (written([*head, *texts], tmp_path) for texts in (lines, paragraphs))
    (item,) = corpus.items
    assert (item.title, item.author) == (sample.title, sample.author)
    assert corpus.text(item).split() == " ".join(paragraphs).split()
    found, wanted = (
        [" ".join(text.split()) for text in kc.preprocess(one).sentences["text"]]
        for one in (corpus, whole)
    )
    assert found == wanted


def test_paragraphs_and_short_lines_stay_apart(tmp_path: Path) -> None:
    poem = [
        "Pergi ke pasar membeli duku,",
        "Duku dibeli di hari Rabu,",
        "Jaga integritas sejak dahulu,",
    ]
    values = [f"kami mencatat permohonan warga yang datang pada hari ke-{n}" for n in range(3)]
    first, second = SAMPLES[1:3]
    paragraphs = [first.title, *first.paragraphs, *poem, *values, *second.paragraphs]
    corpus = written(paragraphs, tmp_path)
    assert corpus.texts == ["\n\n".join(paragraphs)]


def test_points_of_a_list_and_what_signs_are_no_broken_lines(tmp_path: Path) -> None:
    works = [f"{n}. kami mencatat permohonan warga yang datang pada pagi hari" for n in "abcdefg"]
    assert written([*SAMPLES[1].paragraphs, *works], tmp_path).texts[0].endswith("\n\n".join(works))
    lines = textwrap.wrap(" ".join(SAMPLES[1].paragraphs).replace(".", ""), 80)[:-1]
    (item,) = written(
        [SAMPLES[1].title, *lines, "Tegal, 3 Juli 2025", "Rina Marlina"], tmp_path
    ).items
    assert (item.author, item.date) == ("Rina Marlina", "2025-07-03")


@pytest.mark.parametrize(
    "apart",
    [
        ["Menjaga suara rakyat sampai di tingkat desa"],
        [
            "Mencatat permohonan warga yang datang ke kantor\tsetiap hari kerja di bulan Juli",
            "Membaca ulang setiap berkas yang masuk hari itu\tsetiap hari kerja di bulan Juli",
        ],
        [
            "Kami menjaga suara rakyat di setiap tempat pemungutan suara dengan tiga cara ini",
            "1. Mencatat setiap permohonan warga yang datang pada hari itu.",
        ],
    ],
    ids=["a title", "lines with tabs", "a point of a list"],
)
def test_what_is_no_line_of_a_paragraph_stays_apart_among_single_lines(
    apart: list[str], tmp_path: Path
) -> None:
    lines = textwrap.wrap(" ".join(SAMPLES[1].paragraphs), 95)
    (text,) = written([*lines, *apart, *lines], tmp_path).texts
    assert "\n\n".join(["", *apart, ""]) in text


def test_a_few_lines_in_small_letters_do_not_make_an_essay_one_of_single_lines(
    tmp_path: Path,
) -> None:
    values = [f"kami mencatat permohonan warga yang datang pada hari ke-{n}" for n in range(6)]
    paragraphs = [paragraph for sample in SAMPLES for paragraph in sample.paragraphs]
    said = [*paragraphs, *values, *paragraphs]
    assert written(said, tmp_path).texts == ["\n\n".join(said)]
