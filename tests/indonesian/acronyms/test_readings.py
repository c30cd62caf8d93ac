"""Definitions of many documents grouped into readings."""

from kpu_corpus.indonesian.acronyms.acronyms import definitions
from kpu_corpus.indonesian.acronyms.readings import inventory


def entries(*texts: str) -> list[tuple[str, str, int, int, bool]]:
    found = [(f"esai-{i}", d) for i, text in enumerate(texts) for d in definitions(text)]
    return [tuple(entry) for entry in inventory(found)]


def test_case_spacing_and_slips_of_one_long_form_are_one_reading() -> None:
    assert entries(
        "Aparatur Sipil Negara (ASN) dan aparatur  sipil negara (ASN)",
        "Aparatur Sipil Negara (ASN)",
        "Aparatur Sipil Negra (ASN)",
    ) == [("ASN", "Aparatur Sipil Negara", 4, 3, False)]


def test_a_short_form_inside_the_long_form_counts_as_its_long_form() -> None:
    [(_, _, count, _, ambiguous)] = entries(
        "Dewan Kehormatan Penyelenggara Pemilihan Umum (DKPP)",
        "Dewan Kehormatan Penyelenggara Pemilu (DKPP)",
    )
    assert (count, ambiguous) == (2, False)


def test_two_readings_of_one_short_form_are_both_reported_as_ambiguous() -> None:
    assert entries(
        "Panitia Pemilihan Kecamatan (PPK)",
        "Pejabat Pembuat Komitmen (PPK)",
        "panitia pemilihan kecamatan (PPK)",
    ) == [
        ("PPK", "Panitia Pemilihan Kecamatan", 2, 2, True),
        ("PPK", "Pejabat Pembuat Komitmen", 1, 1, True),
    ]


def test_the_inventory_of_nothing_is_empty() -> None:
    assert inventory([]) == []
