"""Whose a text or its picture is, alone on a line above the text or below it."""

from __future__ import annotations

import pytest
from tests.segment.cutting import OTHER, TEXT, only

HEAD = "Menjaga Suara Warga\n\nOleh: Rina Marlina\n\n2 Juni 2025\n\n"


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("Humas KPU Kota Tegal", "KPU Kota Tegal"),
        ("Dok. KPU Tegal", None),
        ("Dok. pribadi", None),
        ("Penulis foto: Rudi", None),
    ],
)
def test_whose_a_picture_is_heads_no_text(line: str, unit: str | None) -> None:
    found = only(f"{HEAD}{line}\n\n{TEXT}\n\n{OTHER}")
    assert (found["title"], found["unit"]) == ("Menjaga Suara Warga", unit)
    assert str(found["text"]).startswith(TEXT)


def test_below_a_date_it_is_no_title() -> None:
    found = only(f"2 Juni 2025\n\nSumber: KPU Kota Tegal\n\nSuara Warga\n\n{TEXT}")
    assert found["title"] == "Suara Warga"


def test_the_office_that_has_sent_a_text_stands_below_it() -> None:
    found = only(f"{HEAD}{TEXT}\n\n{OTHER}\n\n(Humas KPU Kota Tegal)")
    assert found["unit"] == "KPU Kota Tegal"
    assert str(found["text"]).endswith(OTHER)


@pytest.mark.parametrize("title", ["Humas KPU Menyapa Warga Tegal", "Sumber Inspirasi Kami"])
def test_a_title_may_open_as_such_lines_do(title: str) -> None:
    assert only(f"{title}\n\nOleh: Rina Marlina\n\n{TEXT}")["title"] == title
