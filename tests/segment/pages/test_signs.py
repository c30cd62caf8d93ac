"""Pictures before the lines of a message that say what an essay is called and who wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.segment.cutting import LONG, essays, only

TITLES = ["Menjaga Suara dari Gudang", "Pintu yang Selalu Terbuka"]
NAMES = ["Rina Marlina", "Dimas Aryo Pratama"]
OFFICES = ["KPU Kota Tegal", "KPU Kota Bogor"]


@pytest.mark.parametrize(
    "form",
    [
        "📌 *{title}*\n👤 {name}\n🏢 {office}",
        "📝 Judul: {title}\n✍️ Nama: {name}\n🏢 Satker: {office}",
        "*{title}*\n✍️ Oleh: {name}\n📍 {office}",
    ],
)
def test_pictures_before_title_author_and_office_are_none_of_them(
    form: str, tmp_path: Path
) -> None:
    rows = zip(TITLES, NAMES, OFFICES, strict=True)
    page = "\n\n".join(f"{form.format(title=t, name=n, office=o)}\n\n{LONG}" for t, n, o in rows)
    found = [(x["title"], x["author"], x["unit"], x["text"]) for x in essays(page, tmp_path)]
    assert found == [(t, n, o, LONG) for t, n, o in zip(TITLES, NAMES, OFFICES, strict=True)]


def test_pictures_in_the_text_stay(tmp_path: Path) -> None:
    text = f"{LONG}\n\n💪 Kami siap bekerja untuk rakyat.\n\n📣 Ayo Jujur\n\n{LONG}"
    assert only(f"{TITLES[0]}\n\n{text}", tmp_path)["text"] == text
