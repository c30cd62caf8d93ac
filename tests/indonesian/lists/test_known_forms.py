"""Short forms that stand for one thing only."""

import pytest

from kpu_corpus.indonesian.lists.known_forms import known


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("kpu ri", "komisi pemilihan umum republik indonesia"),
        ("medsos", "media sosial"),
        ("sosmed", "media sosial"),
        ("p3k", "pegawai pemerintah dengan perjanjian kerja"),
        ("uu", "undang-undang"),
        ("dkpp", "dewan kehormatan penyelenggara pemilihan umum"),
        ("bawaslu", "badan pengawas pemilihan umum"),
    ],
)
def test_a_short_form_with_one_meaning_has_its_long_form(short: str, long: str) -> None:
    assert known()[short] == long


@pytest.mark.parametrize("short", ["ppk", "dpd", "ma"])
def test_short_forms_with_several_readings_are_not_known(short: str) -> None:
    assert short not in known()
