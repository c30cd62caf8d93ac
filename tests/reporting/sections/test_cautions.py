"""A theme, or a difference, that rests on one word is told with what is left without it."""

import re
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from tests.answers import answer, without

import kpu_corpus as kc
from kpu_corpus.analysis.checking.carried import carrier
from kpu_corpus.analysis.lexicon import load_lexicon
from kpu_corpus.errors import KpuCorpusWarning, TooLittleText
from kpu_corpus.reporting.figures import Figures, figures
from kpu_corpus.reporting.sections import cautions
from kpu_corpus.reporting.sections.contrast import contrasts
from kpu_corpus.reporting.wording import Wording

CALM = "Kami bekerja di kantor. Warga datang setiap hari. Berkas disusun rapi. "
EVENT = "Pelatihan ini ramai. "
LEARNT = "Saya belajar dari senior. "


def made(
    texts: list[str],
    by: str | None = None,
    lexicon: Any = None,
    pairs: str | None = None,
    **kept: Any,
) -> Figures:
    tokens = kc.preprocess(kc.load(pd.DataFrame({"text": texts, **kept})))
    return without(figures(tokens, load_lexicon(lexicon), by, pairs), "passages")


def told(found: Figures) -> str:
    return " ".join(answer(found, Wording("id"))).replace("\u00a0", " ")


def test_a_word_carries_the_sentences_that_would_not_count_without_it() -> None:
    said = ["Pelatihan ini ramai.", "Kami berlatih.", "Kami belajar di pelatihan.", "Kami belajar."]
    tokens = kc.preprocess(kc.load({"a": " ".join(said)}))
    found = carrier(tokens, load_lexicon(), "pembelajaran", np.ones(4))
    assert found is not None
    assert (found.display, found.units.tolist()) == (
        "pelatihan / berlatih",
        [True, True, False, False],
    )
    weight = np.array([0.0, 0.0, 1.0, 1.0])
    other = carrier(tokens, load_lexicon(), "pembelajaran", weight)
    assert other is not None
    assert (other.display, other.units.tolist()) == ("belajar", [False, False, False, True])
    assert carrier(tokens, load_lexicon(), "netralitas", weight) is None
    assert carrier(tokens, load_lexicon(), "pembelajaran", -weight) is None


def test_other_forms_of_the_word_are_told_with_it() -> None:
    said = ["Anggaran dapat dipertanggungjawabkan."] * 2 + ["Itu tanggung jawab kami."] * 2
    tokens = kc.preprocess(kc.load({"a": " ".join(said)}))
    found = carrier(tokens, load_lexicon(), "tanggung_jawab", np.ones(4))
    assert found is not None
    assert found.display == "dipertanggungjawabkan / tanggung jawab"
    assert found.units.all()


def test_words_that_were_joined_hold_each_of_them() -> None:
    said = "Pelatihan dasar membuka mata saya. Pelatihan ini ramai. Saya belajar dari senior."
    tokens = kc.preprocess(kc.load({"a": said}))
    found = carrier(tokens, load_lexicon(), "pembelajaran", np.ones(3))
    assert found is not None
    assert (found.display, found.units.tolist()) == ("pelatihan", [True, True, False])


def test_a_carrier_is_told_with_what_stands_beside_it_in_every_hit() -> None:
    said = "Data harus diperiksa dua kali. Kotak suara diperiksa ulang. "
    said += "Kami bekerja sama dengan warga. Kerja sama itu perlu."
    tokens = kc.preprocess(kc.load({"a": said}))
    shown = [
        found.display
        for theme in ("profesionalisme", "sinergi")
        if (found := carrier(tokens, load_lexicon(), theme, np.ones(4)))
    ]
    assert shown == ["diperiksa", "bekerja sama / kerja sama"]


@pytest.mark.parametrize(
    ("events", "said"),
    [
        (11, ["“pelatihan” tinggal 10 dari 21 kalimat"]),
        (10, []),
        (9, ["“belajar dari senior” tinggal 9 dari 19 kalimat"]),
    ],
)
def test_a_theme_of_which_most_sentences_rest_on_one_word_is_told(
    events: int, said: list[str]
) -> None:
    found = told(made([EVENT * events + LEARNT * 10 + CALM]))
    assert re.findall(r"Pembelajaran \(tanpa (.*?)\)", found) == said


def test_of_a_few_sentences_or_of_one_pattern_it_is_not_said(tmp_path: Path) -> None:
    for events, told_of in ((9, False), (10, True)):
        assert ("bertumpu" in told(made([EVENT * events + CALM * 5]))) is told_of
    own = tmp_path / "tema.toml"
    for patterns, said in ('"=pelatihan"', False), ('"=pelatihan", "=kelas"', True):
        text = f'format = 1\n[themes.acara]\nlabel = {{ id = "Acara" }}\npatterns = [{patterns}]\n'
        own.write_text(text, encoding="utf-8")
        assert ("bertumpu" in told(made([EVENT * 20], lexicon=own))) is said


def test_a_difference_that_one_word_makes_is_told_with_what_is_left() -> None:
    when = ["sebelum"] * 6 + ["sesudah"] * 6
    before, after = [CALM * 4 + LEARNT] * 6, [CALM * 4 + LEARNT + EVENT * 4] * 6
    found = told(made([*before, *after], "waktu", waktu=when))
    assert (
        "Pembelajaran, pada “pelatihan” (tanpa kata itu, tema ini disebut di 6 dari 102 kalimat "
        "waktu sesudah dan 6 dari 78 kalimat waktu sebelum). Tanpa kata itu, lebih dari" in found
    )
    others = [CALM * 4 + LEARNT + EVENT + "Kami berdiskusi di kelas. Materi itu saya pelajari. "]
    assert "Perbedaan tema yang bertumpu" not in told(
        made([*before, *others * 6], "waktu", waktu=when)
    )


def test_more_differences_than_are_told_that_one_word_makes_are_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Four offices, of which each but the last speaks of one thing of its own, over and over."""
    monkeypatch.setattr(cautions, "MOST", 2)
    texts = ["Integritas dijaga. ", "Netralitas dijaga. ", EVENT, CALM]
    rows = [(f"Kantor {n}", text * 6) for n, text in enumerate(texts) for _ in range(5)]
    found = told(made([CALM * 3 + text for _, text in rows], "kantor", kantor=[n for n, _ in rows]))
    sentence = found[found.index("Perbedaan tema yang bertumpu") :].split(" Tanpa kata itu")[0]
    assert sentence.count("(tanpa") == 2
    assert sentence.endswith(" perbedaan lagi.")
    sentence = found[found.index("Tema yang lebih dari separuh") :].split(" Kata itu mungkin")[0]
    assert sentence.count("(tanpa") == 2
    assert sentence.endswith("kalimat); dan 2 tema lagi.")


def test_groups_that_differ_in_one_theme_are_told_with_it_once() -> None:
    texts = [CALM * 4, CALM * 4 + LEARNT + EVENT * 2, CALM * 4 + LEARNT + EVENT * 9]
    group = [name for name in ("I", "II", "III") for _ in range(8)]
    compared = made([text for text in texts for _ in range(8)], "angkatan", angkatan=group)
    found = told(compared)
    assert "0 % kalimat angkatan I dan di 35,1 % kalimat kelompok lainnya." in found
    left = "disebut di 0 dari 96 kalimat angkatan I dan 8 dari 176 kalimat angkatan III)."
    assert f"Pembelajaran, pada “pelatihan” (tanpa kata itu, tema ini {left}" in found
    english = " ".join(answer(compared, Wording("en")))
    said = "Learning, on “pelatihan” (without it, the theme is in 0 of 96 sentences in angkatan I"
    assert said in english


def test_of_pairs_what_is_left_is_counted_in_the_essays_that_have_a_partner() -> None:
    """Essays without a time, those of people who wrote once and of nobody are on no side."""
    names = [*"abcdefghij"]
    columns = {
        "waktu": ["sebelum"] * 12 + ["sesudah"] * 12 + [None] * 10,
        "nama": [*names, "Gita Sari", None, *names, "Gita Sarri", "Hadi, S.H.", *names],
    }
    before, after = CALM * 4 + LEARNT, CALM * 4 + LEARNT + EVENT * 4
    texts = [*[before] * 12, *[after] * 12, *[CALM * 4] * 10]
    compared = made(texts, "waktu", pairs="nama", **columns)
    with pytest.warns(TooLittleText, match="'Gita Sari' .maybe 'Gita Sarri'.., 'Hadi, S.H.'"):
        found = told(compared)
    shown = contrasts(compared, Wording("id"))
    assert "karena 4 esai tanpa pasangan di kelompok lain" in shown.how
    alike = "(mungkin pasangannya {}; bila benar, samakan ejaan namanya)"
    assert shown.notes[0] == (
        "Tidak ikut dibandingkan, karena tanpa pasangan: "
        f"Esai 10: Gita Sari {alike.format('Esai 22: Gita Sarri')}; Esai 11 (nama: tidak tercantum)"
        f"; Esai 22: Gita Sarri {alike.format('Esai 10: Gita Sari')}; Esai 23: Hadi, S.H."
    )
    assert "% kalimat waktu sesudah dan di 7,7 % kalimat waktu sebelum" in found
    assert (
        "Pembelajaran, pada “pelatihan” (tanpa kata itu, tema ini disebut di 10 dari 170 kalimat "
        "waktu sesudah dan 10 dari 130 kalimat waktu sebelum)" in found
    )


def test_of_pairs_who_handed_in_one_text_twice_is_named() -> None:
    columns = {"waktu": ["sebelum"] * 6 + ["sesudah"] * 6, "nama": [*"abcdef"] * 2}
    texts = [*[CALM * 4] * 6, *[CALM * 4 + EVENT * 4] * 5, CALM * 4]
    compared = made(texts, "waktu", pairs="nama", **columns)
    with pytest.warns(KpuCorpusWarning, match="same text .1.: 'f'"):
        _, note, *_ = contrasts(compared, Wording("id")).notes
    assert note == (
        "Sama persis, jadi perubahan penulisnya terhitung nol atau terlalu kecil: Esai 5 dan "
        "Esai 11. Mungkin berkas yang sama diserahkan dua kali."
    )


@pytest.mark.parametrize(("events", "said"), [(2, False), (3, True)])
def test_of_pairs_what_is_left_weighs_people_as_their_difference_does(
    events: int, said: bool
) -> None:
    """The last essay is long: half of the sentences on learning stand in it, all on the event."""
    names = [f"Pegawai {letter}" for letter in "ABCDEFGHIJKL"]
    after = CALM * 4 + EVENT * events + (LEARNT + "Saya menambah pengetahuan. ") * 2
    texts = [*[CALM * 4] * 12, *[after] * 11, CALM * 4 + EVENT * 30]
    columns = {"waktu": ["sebelum"] * 12 + ["sesudah"] * 12, "nama": names * 2}
    found = told(made(texts, "waktu", pairs="nama", **columns))
    assert ("Perbedaan tema yang bertumpu pada satu kata atau ungkapan: Pembel" in found) is said


LIST = "BerAKHLAK berarti berorientasi pelayanan, akuntabel, kompeten, harmonis, loyal. "


@pytest.mark.parametrize(
    ("lists", "loyal", "said"),
    [
        (3, 9, "3 dari 39 kalimat menyebut sedikitnya 5 tema sekaligus"),
        (3, 12, "Loyal (tanpa kalimat itu tinggal 12 dari 15 kalimat)"),
        (3, 13, ""),  # less than a fifth of the sentences of the theme
        (3, 6, ""),  # a theme of fewer than ten sentences
        (2, 8, ""),  # fewer than three that list
    ],
)
def test_sentences_that_list_most_values_are_told_with_what_is_left_of_a_theme(
    lists: int, loyal: int, said: str
) -> None:
    essay = LIST * lists + "Saya loyal kepada bangsa. " * loyal + CALM * 9
    those = told(made([essay], lexicon="berakhlak"))
    assert said in those if said else "tema sekaligus" not in those


def test_of_ten_themes_a_sentence_lists_them_if_it_mentions_six() -> None:
    five = "Kami menjaga integritas, netralitas, transparansi, disiplin, dan sinergi. "
    assert "tema sekaligus" not in told(made([five * 12 + CALM * 5]))
    six = five.replace("sinergi", "sinergi serta profesionalisme")
    assert "sedikitnya 6 tema sekaligus" in told(made([six * 12 + CALM * 5]))


def test_themes_above_others_are_not_counted_among_those_that_a_sentence_lists() -> None:
    rows = [(word, "nilai") for word in ("jujur", "netral", "tertib", "terbuka", "cermat", "sopan")]
    lexicon = pd.DataFrame(
        [
            *((word, word, parent) for word, parent in rows),
            ("nilai", "bernilai", "dasar"),
            ("dasar", "mendasar", "pokok"),
            ("pokok", "pokoknya", ""),
        ],
        columns=["theme", "match", "parent"],
    )
    three = "Kami jujur, netral, dan tertib. "
    assert "tema sekaligus" not in told(made([three * 12 + CALM * 5], lexicon=lexicon))
    five = "Kami jujur, netral, tertib, terbuka, dan cermat. "
    assert "sedikitnya 5 tema sekaligus" in told(made([five * 12 + CALM * 5], lexicon=lexicon))
