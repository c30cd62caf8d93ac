"""Pages below a text on which its author, or others, sign for it."""

from __future__ import annotations

import pytest
from tests.segment.cutting import LONG, only

NAME = "Rina Marlina"
SAID = "Menyatakan dengan sebenarnya bahwa esai ini karya saya sendiri dan bukan hasil plagiat."
STATED = f"Saya yang bertanda tangan di bawah ini:\nNama : {NAME}\n{SAID}"
SIGNED = f"Tegal, 5 Juni 2025\nYang menyatakan,\n{NAME}"


@pytest.mark.parametrize(
    "head",
    [
        "PERNYATAAN KEASLIAN",
        "SURAT PERNYATAAN KEASLIAN ESAI",
        "Pernyataan Bebas Plagiat",
        "LEMBAR PERNYATAAN ORISINALITAS",
    ],
)
@pytest.mark.parametrize(
    "form", ["{title}\n\n{page}\n\n{title}\n\n{text}", "{title}\n\n{text}\n\n{page}"]
)
def test_a_statement_of_the_author_above_or_below_the_text_is_no_text(head: str, form: str) -> None:
    page = f"{head}\n\n{STATED}\n\n{SIGNED}"
    found = only(form.format(title="Menjaga Suara Rakyat", page=page, text=LONG))
    assert (found["title"], found["author"]) == ("Menjaga Suara Rakyat", NAME)
    assert (found["date"], found["text"]) == ("2025-06-05", LONG)


def test_who_approves_a_text_below_it_did_not_write_it() -> None:
    page = (
        "LEMBAR PENGESAHAN\n\nEsai ini telah diperiksa dan disetujui.\n\nMentor,\nEka Putra, M.A.P."
    )
    found = only(f"Menjaga Suara Rakyat\n\n{LONG}\n\n{page}")
    assert (found["author"], found["text"]) == (None, LONG)


def test_a_part_of_an_essay_on_statements_is_text() -> None:
    part = f"Surat Pernyataan\n\nSetiap pemilih menyatakan haknya.\n\n{LONG}"
    assert LONG in str(only(f"Menjaga Suara Rakyat\n\n{LONG}\n\n{part}")["text"])


@pytest.mark.parametrize("form", ["{part}\n\nPembahasan\n\n{text}", "{text}\n\n{part}\n\n{name}"])
def test_a_part_on_statements_of_others_is_text_above_and_below_all_others(form: str) -> None:
    said = (
        "Setiap calon menyatakan setia kepada Pancasila, lalu tanda tangannya diperiksa petugas "
        "satu per satu di meja kami, sejak pagi hingga malam hari tiba."
    )
    page = form.format(part=f"Surat Pernyataan\n\n{said}", text=LONG, name=NAME)
    assert said in str(only(f"Menjaga Suara\n\nOleh: {NAME}\n\n{page}")["text"])
