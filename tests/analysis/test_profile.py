"""Profiles and spelling findings: the real page, exact places, and what counts as what."""

from typing import Any

import pytest

import kpu_corpus as kc
from kpu_corpus.tokens import Tokens


def row(text: str) -> Any:
    return kc.profile(kc.load({"a": text})).iloc[0]


def test_the_real_page_has_its_known_sentences(tokens: Tokens) -> None:
    table = kc.profile(tokens)
    assert table["sentences"].tolist() == [15, 17, 16, 13, 22]
    assert table["words"].between(200, 400).all()
    assert table["mattr"].between(0.5, 1).all()
    assert table["function_words"].between(0.15, 0.6).all()
    assert table["spelling"].iloc[0] > 0


def test_units_are_what_reports_count_and_sentences_only_whole_ones(tokens: Tokens) -> None:
    table, themes = kc.profile(tokens), kc.themes(tokens)
    assert table["units"].tolist() == themes.drop_duplicates("essay")["units"].tolist()
    assert (table["units"] >= table["sentences"]).all()
    found = row("Tekad Kami\nKami jujur.\n- tertib administrasi")
    assert (found["sentences"], found["units"]) == (1, 3)


def test_passives_are_verbs_in_di() -> None:
    assert row("Suara dihitung dan diumumkan.")["passive"] == pytest.approx(50)
    assert row("Disiplin sejak dini di dinas dinamis.")["passive"] == 0
    assert row("Anak itu dididik.")["passive"] == pytest.approx(100 / 3)


@pytest.mark.parametrize("spelling", [True, False])
def test_a_place_that_is_written_as_one_word_is_no_passive(spelling: bool) -> None:
    text = "Dimana pun kami bekerja, dilingkungan kantor dan diluar jam, suara dihitung."
    tokens = kc.preprocess(kc.load({"a": text}), spelling=spelling)
    found = kc.profile(tokens).iloc[0]
    assert found["passive"] * found["words"] / 100 == pytest.approx(1)


def test_pronouns_and_nominalisations_are_counted_per_hundred_words() -> None:
    found = row("Kami menjaga pelaksanaan pemilihan. Kita hadir dalam keadaan baik.")
    assert found["kami"] == found["kita"] == pytest.approx(100 / 9)
    assert found["nominalisation"] == pytest.approx(300 / 9)


def test_readability_is_fleschs_reading_ease_with_six_tenths_of_the_syllables() -> None:
    found = row("Suara rakyat dijaga.")  # su-a-ra rak-yat di-ja-ga
    assert found["syllables_per_word"] == pytest.approx(8 / 3)
    assert found["readability"] == pytest.approx(206.835 - 1.015 * 3 - 84.6 * 0.6 * 8 / 3)


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("nilai", 2), ("nilai-nilai", 4), ("beramai-ramai", 5), ("daerah", 3), ("kpps-nya", 2)],
)
def test_a_final_diphthong_is_one_syllable_in_each_part_of_a_word(
    word: str, syllables: int
) -> None:
    assert row(f"{word.capitalize()}.")["syllables_per_word"] == syllables


def test_longer_sentences_and_words_are_harder() -> None:
    easy = row("Ibu beli ikan. Aku beli buku. Kami suka roti.")["readability"]
    hard = row(
        "Penyelenggaraan pertanggungjawaban keuangan pemerintahan mempertimbangkan "
        "keberlangsungan kesejahteraan kemasyarakatan berkesinambungan."
    )["readability"]
    assert easy > 90 > 20 > hard


def test_groups_and_the_whole_corpus_have_profiles(tokens: Tokens) -> None:
    assert kc.profile(tokens, by=None)["words"].sum() == kc.profile(tokens)["words"].sum()
    assert kc.profile(tokens, by="title").columns[0] == "title"


def test_an_essay_of_punctuation_has_a_profile_of_zeros() -> None:
    found = row("… !")
    assert found["words"] == 0
    assert (found.drop(["essay", "sentences", "units"]) == 0).all()


def test_spelling_finds_the_misspellings_of_the_page_at_their_places(tokens: Tokens) -> None:
    table = kc.spelling(tokens)
    text = tokens.corpus.documents[0].text
    assert [text[a:b] for a, b in zip(table["start"], table["end"], strict=True)] == table[
        "surface"
    ].tolist()
    found = dict(zip(table["surface"].str.lower(), table["suggestion"], strict=True))
    assert found["intergritas"] == "integritas"
    assert found["intansi"] == "instansi"
    assert found["di selenggarakan"] == "diselenggarakan"
    assert found["dilingkungan"] == "di lingkungan"
    assert "integritas" not in found


@pytest.mark.parametrize(
    ("text", "surface", "suggestion"),
    [
        ("Kami penuh tangung jawab.", "tangung", "tanggung"),
        ("Hak azasi manusia dijaga.", "azasi", "asasi"),
        ("Kami pegawai Komisi Pemilhan Umum.", "Pemilhan", "pemilihan"),
        ("Laporan itu di tindak lanjuti.", "di tindak lanjuti", "ditindaklanjuti"),
    ],
)
def test_the_words_of_names_and_fixed_phrases_are_checked_too(
    text: str, surface: str, suggestion: str
) -> None:
    tokens = kc.preprocess(kc.load({"a": text}))
    (found,) = kc.spelling(tokens).itertuples()
    assert (found.surface, found.suggestion) == (surface, suggestion)
    assert text[found.start : found.end] == surface
    assert kc.profile(tokens)["spelling"].item() > 0


def test_findings_do_not_depend_on_whether_norms_are_corrected(page: Any) -> None:
    plain = kc.spelling(kc.preprocess(page, spelling=False))
    assert {"intergritas", "intansi"} <= set(plain["surface"].str.lower())


def test_a_misspelt_word_is_found_though_nobody_sees_its_soft_hyphens() -> None:
    plain = "Kami menjaga intergritas dan efektifitas kerja."
    soft = plain.replace("intergritas", "inter\u00adgri\u00adtas").replace("efek", "efek\u00ad")
    for found in (kc.spelling, lambda corpus: kc.evidence(corpus)[["theme", "sentence"]]):
        left, right = (found(kc.load({"a": text})) for text in (plain, soft))
        same = [name for name in left.columns if name not in ("start", "end", "surface")]
        assert left[same].values.tolist() == right[same].values.tolist() != []


@pytest.mark.parametrize("break_", ["\n", "\r\n", " \n  "])
def test_a_line_broken_behind_a_hyphen_is_no_misspelling(break_: str) -> None:
    text = "Kami taat pada Undang-{}Undang yang berlaku di sini."
    assert kc.spelling(kc.load({"a": text.format(break_)})).empty
    told = kc.spelling(kc.load({"a": text.format(" ")}))
    assert told["reason"].tolist() == ["spaced_dash"]


def test_windows_of_a_group_stay_inside_its_essays() -> None:
    words = [f"{a}{b}u" for a in "bcdfghjklmnprstw" for b in ("ana", "eti", "olo", "ulu", "iri")]
    texts = {
        "a": " ".join(words[:70] + words[20:30]),
        "b": " ".join(words[:10] * 6),
        "c": " ".join(words[:8] + words[:8]),
        "d": ". . .",
    }
    rows = kc.profile(kc.load(texts)).set_index("essay")["mattr"]
    weights = {"a": 31, "b": 11, "c": 1}
    mean = sum(rows[name] * weight for name, weight in weights.items()) / 43
    found = {
        kc.profile(kc.load({name: texts[name] for name in order}), by=None)["mattr"].item()
        for order in ("abcd", "dbca", "cdab")
    }
    assert len(found) == 1
    assert found.pop() == pytest.approx(mean)
