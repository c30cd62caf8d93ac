"""The benchmark of law titles: what it takes out of the texts and how it counts."""

from benchmarks.law_titles import title_roots, without_laws, without_title

from kpu_corpus.terms.reference import Reference, Sums


def test_a_title_is_removed_wherever_it_stands_verbatim() -> None:
    text = "UU 1 TENTANG HAK CIPTA\nPasal 1\nHAK  CIPTA: Hak Cipta adalah milik."
    left = without_title(text, "HAK CIPTA")
    assert left == "UU 1 TENTANG \nPasal 1\n: Hak Cipta adalah milik."


def test_its_repetition_in_the_preamble_goes_in_any_letters() -> None:
    text = "Menetapkan: Undang-Undang tentang Hak Cipta.\nPasal 1\ntentang Hak Cipta"
    left = without_title(text, "HAK CIPTA")
    assert left == "Menetapkan: Undang-Undang tentang .\nPasal 1\ntentang Hak Cipta"


def test_a_cut_repetition_goes_as_far_as_it_follows_the_title() -> None:
    left = without_title("tentang Badan Usaha Milik\nPasal 1\n", "BADAN USAHA MILIK DESA")
    assert left == "tentang \nPasal 1\n"


def test_words_that_only_contain_the_title_stay() -> None:
    assert without_title("PERPAJAKAN PAJAK", "PAJAK") == "PERPAJAKAN "


def test_title_words_are_roots_of_content_words() -> None:
    assert title_roots("PENYELENGGARAAN PEMILU DAN PEMILIHAN") == {
        "selenggara", "pemilu", "pilih",
    }  # fmt: skip


def test_the_tested_laws_leave_the_background() -> None:
    df, cf = {"pajak": 3, "laut": 1, "dalam": 1}, {"pajak": 5, "laut": 1, "dalam": 2}
    sums = Sums(100, df, cf)
    formal = Reference("formal", 10, *sums, sums, "ranked")
    left = without_laws(formal, {"a": "Pajak, pajak dalam laut."})
    assert left[1:5] == (
        9,
        96,
        {"pajak": 2, "laut": 0, "dalam": 1},
        {"pajak": 3, "laut": 0, "dalam": 2},
    )
    assert left.apart == left[2:5]
