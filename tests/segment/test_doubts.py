"""Lines inside an essay that may open another one are told as doubts."""

from __future__ import annotations

import pytest
from tests.segment.cutting import OTHER, cut, loaded

PARTS = f"{OTHER}\n\n{OTHER}"  # in short paragraphs
OWN = "Menjaga Suara Rakyat\n\nOleh: Rina Marlina"


def doubts(text: str) -> list[str]:
    (essay,), spans = cut(text)
    found = [text[span.start : span.end] for span in spans if span.rule == "second_title"]
    assert (essay.confidence < 0.5) is bool(found)
    return found


@pytest.mark.parametrize(
    ("above", "line"),
    [
        ("Rina Marlina", "Asep Saepudin"),
        (OWN, "Asep Saepudin, KPU Kota Tegal"),
        (OWN, "oleh Asep Saepudin (KPU Kota Tegal)"),
        (OWN, "Nama: Asep Saepudin"),
        ("Suara dari Daerah", "KPU Kota Tegal"),
    ],
)
def test_who_wrote_or_the_title_of_another_amid_a_text_is_a_doubt(above: str, line: str) -> None:
    assert doubts(f"{above}\n\n{PARTS}\n\n{line}\n\n{PARTS}") == [line]


@pytest.mark.parametrize(("byline", "told"), [("", True), ("<p>Oleh: Eka Putra</p>", False)])
def test_so_are_people_in_headings_below_a_title_that_tells_no_author(
    byline: str, told: bool
) -> None:
    people = ("Rina Marlina", "Asep Saepudin", "Ika Nurjanah")
    texts = "".join(f"<h3>{name}</h3>{f'<p>{OTHER}</p>' * 3}" for name in people)
    (essay,) = loaded(f"<h1>Suara dari Daerah</h1>{byline}{texts}", "a.html").items
    assert (essay.confidence < 0.5) is told


@pytest.mark.parametrize(
    "line",
    [
        "Asep Saepudin, Staf Logistik",  # whom the text lets speak
        "Cut Nyak Dhien",  # of whom it tells
        "Gambar 1. Asep Saepudin, KPU Kota Tegal",
        "KPU Kota Tegal",
        "Harapan Kami",
    ],
)
def test_a_section_of_an_essay_with_an_author_is_none(line: str) -> None:
    assert not doubts(f"{OWN}\n\n{PARTS}\n\n{line}\n\n{PARTS}")


@pytest.mark.parametrize("form", ["{}, {}\n{}, {}", "<tr><td>{}<td>{}</tr><tr><td>{}<td>{}</tr>"])
def test_nor_is_who_opens_a_list_or_a_table_of_people(form: str) -> None:
    people = form.format("Asep Saepudin", "KPU Kota Tegal", "Eka Putra", "KPU Kota Brebes")
    if form[0] == "{":
        assert not doubts(f"{OWN}\n\n{PARTS}\n\n{people}\n\n{PARTS}")
        return
    text = f"<p>{OTHER} {OTHER}</p>"
    page = f"<h1>Menjaga Suara Rakyat</h1><p>Oleh: Rina Marlina</p>{text}<table>{people}</table>"
    (essay,) = loaded(f"{page}{text}", "a.html").items
    assert essay.confidence == 1


def test_nor_is_the_name_of_one_of_several_authors() -> None:
    own = "Menjaga Suara Rakyat\n\nOleh: Rina Marlina dan Asep Saepudin"
    assert not doubts(f"{own}\n\n{PARTS}\n\nAsep Saepudin, KPU Kota Tegal\n\n{PARTS}")


def test_nor_is_who_said_what_stands_above_or_a_line_with_little_text_below() -> None:
    said = "“Jujur itu hebat.”\n\n– Asep Saepudin, KPU Kota Tegal"
    assert not doubts(f"{OWN}\n\n{PARTS}\n\n{said}\n\n{PARTS}")
    assert not doubts(f"{OWN}\n\n{PARTS}\n\nAsep Saepudin, KPU Kota Tegal\n\n{OTHER}")
