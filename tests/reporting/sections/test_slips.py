"""Spelling as a report tells it: the numbers are the table's, each form once, with its place."""

from tests.answers import INTEGRITY

import kpu_corpus as kc
from kpu_corpus.reporting.figures import Figures, figures
from kpu_corpus.reporting.sections.slips import ESSAYS, slips
from kpu_corpus.reporting.wording import Wording
from kpu_corpus.tokens import Tokens


def made(essays: dict[str, str]) -> Figures:
    return figures(kc.preprocess(kc.load(essays)), INTEGRITY)


def test_the_counts_are_those_of_the_table(tokens: Tokens) -> None:
    table = kc.spelling(tokens)
    found = slips(figures(tokens, INTEGRITY), Wording("id"))
    assert [int(n) for _, n, _ in found.rows] == table.groupby("essay", sort=False).size().tolist()
    assert found.how[0].startswith(f"{len(table)} temuan di semua esai: ")
    hints = (~table["certain"]).sum()
    assert found.how[0].endswith(f" Di antaranya hanya usul, bukan kesalahan: {hints}.")
    assert [one.written for _, _, row in found.rows for one in row] == table["surface"].tolist()


def test_a_form_stands_once_with_how_often_and_leads_to_its_first_place() -> None:
    figure = made({"a": "Kami hadir. Integritas dilingkungan kerja, juga dilingkungan rumah."})
    ((name, count, (slip,)),) = slips(figure, Wording("en")).rows
    assert name.startswith("Essay a")
    assert count == "2"
    assert (slip.written, slip.anchor) == ("dilingkungan", "e1-2")
    assert slip.told == "→ di lingkungan (should be two words; 2 times)"
    assert "suggestions" not in slips(figure, Wording("en")).how[0]


def test_the_most_frequent_reason_is_told_first() -> None:
    text = "Kami menjaga intergritas dilingkungan rumah, dikantor, disekolah, dan netralitass."
    told = slips(made({"a": text}), Wording("en")).how[0]
    assert told == "5 findings in 1 of 1 essay: should be two words 3 and misspelling 2."


def test_it_is_told_that_words_in_capitals_are_not_checked() -> None:
    text = "Kami MENJAGA INTERGRITAS dilingkungan Kerja."
    found = slips(made({"a": text}), Wording("en"))
    assert [slip.written for _, _, row in found.rows for slip in row] == ["dilingkungan"]
    assert "in words all in capitals no misspellings are looked for" in found.how[1]


def test_nothing_found_is_told() -> None:
    found = slips(made({"a": "Kami hadir setiap hari."}), Wording("id"))
    assert found.rows == ()
    assert found.how[0] == "Tidak ditemukan kata yang mungkin salah eja."


def test_essays_beyond_the_first_are_counted_and_not_listed() -> None:
    few = {f"e{n:02}": "Kami hadir dilingkungan kerja." for n in range(ESSAYS + 2)}
    found = slips(made(few), Wording("en"))
    assert len(found.rows) == ESSAYS
    assert "2 essays" in " ".join(found.notes)
