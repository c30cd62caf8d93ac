"""Plain sentences that say no more than the row does, and the few that a report shows."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest
from scipy.stats import false_discovery_control
from tests.answers import answer, without

import kpu_corpus as kc
from kpu_corpus.analysis.lexicon import load_lexicon
from kpu_corpus.reporting.belonging import group_of
from kpu_corpus.reporting.content import content
from kpu_corpus.reporting.figures import Figures, figures
from kpu_corpus.reporting.sections.answer import _differ
from kpu_corpus.reporting.sections.cautions import words_a_sentence
from kpu_corpus.reporting.sections.contrast import (
    Contrasts,
    _strongest,
    contrasts,
)
from kpu_corpus.reporting.sections.difference import Difference, reading
from kpu_corpus.reporting.sections.method import method
from kpu_corpus.reporting.sections.record import record
from kpu_corpus.reporting.sections.uncompared import groups_told
from kpu_corpus.reporting.wording import Wording

ROW = {
    **{"display": "sinergi", "count_a": 9, "count_b": 1, "rate_a": 9.04, "rate_b": 1.0},
    **{"log_ratio": 3.0, "low": 1.0, "high": 5.0, "q": 0.01},
}
THEME = {
    **{"theme": "sinergi", "share_a": 0.4, "share_b": 0.1, "difference": 0.3},
    **{"low": 0.1, "high": 0.5, "q": 0.01},
}
TOLD = "“sinergi”: 9 times in A (9.0 per 1,000 words), 1 time in B (1.0); "
CALM = "Kami bekerja di kantor. Warga datang setiap hari. Berkas disusun rapi. "
LIVELY = "Sinergi itu penting. Sinergi antarbidang dijaga. Warga datang setiap hari. "


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, "more frequent in A."),
        ({"log_ratio": -3.0, "low": -5.0, "high": -1.0}, "rarer in A."),
        ({"q": 0.06}, "no clear difference."),
        ({"low": -0.1}, "no clear difference."),
    ],
)
def test_a_word_is_called_different_only_where_test_and_limits_agree(
    change: dict[str, float], expected: str
) -> None:
    row = SimpleNamespace(**ROW | change)
    assert reading(row, "A", "B", {}, Wording("en")) == TOLD + expected


def test_a_theme_is_told_by_its_name_in_per_cent_of_sentences() -> None:
    names = {"sinergi": "Sinergi"}
    told = reading(SimpleNamespace(**THEME), "Subang", "Garut", names, Wording("id"))
    assert told.replace("\u00a0", " ") == (
        "Sinergi: 40,0 % kalimat di Subang, 10,0 % di Garut; lebih sering di Subang."
    )
    fewer = THEME | {"difference": -0.3, "low": -0.5, "high": -0.1}
    told = reading(SimpleNamespace(**fewer), "Subang", "Garut", names, Wording("id"))
    assert told.endswith("; lebih jarang di Subang.")


PARTS = ("sinergi selalu dijaga", "warga datang pagi", "berkas disusun siang", "hujan turun")
APART = "".join(f"{part.capitalize()}. " for part in PARTS) * 12
JOINED = "Sinergi selalu dijaga dan warga datang pagi. Berkas disusun siang dan hujan turun. " * 12


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        (JOINED, APART, True),  # the same words, in half as many sentences
        (APART, JOINED, True),
        (APART, APART.replace("Sinergi", "Buku"), False),  # as long
        (JOINED.replace("Sinergi", "Buku"), APART, False),  # long without a theme
    ],
)
def test_longer_sentences_are_told_where_they_may_make_the_difference(
    a: str, b: str, told: bool
) -> None:
    those = made([a] * 7 + [b] * 7, "unit", unit=["A"] * 7 + ["B"] * 7)
    found = contrasts(those, Wording("id"))
    assert [one.name for one in found.themes] == ["Sinergi"]
    assert ("Panjang rata-rata kalimatnya juga berbeda" in " ".join(found.notes)) is told
    assert (len(found.cautions) == 2) is told  # "sinergi" is the only word of the theme
    assert set(found.cautions) <= set(answer(those, Wording("id")))


def made(texts: list[str], by: str | None = "essay", **columns: list[Any]) -> Figures:
    corpus = kc.load(pd.DataFrame({"text": texts, **columns}))
    return without(figures(kc.preprocess(corpus), load_lexicon(), by), "passages")


def test_lengths_of_sentences_are_of_the_groups_that_are_compared_with_each_other() -> None:
    short, long, other = (
        "Kami jujur. ",
        "Kami jujur di kantor. ",
        "Warga datang ke kantor setiap hari. ",
    )
    figure = made([short * 4, long * 4] * 5 + [other * 40], "kelas", kelas=["1", "2"] * 5 + ["3"])
    assert words_a_sentence(figure, "1") == (2.0, 4.0)
    assert words_a_sentence(figure, "2") == (4.0, 2.0)


@cache
def offices(by: str = "essay") -> Figures:
    texts = [LIVELY * 4 + "Kami hadir. " * n for n in range(6)]
    texts += [CALM * 4 + "Kami hadir. " * n for n in range(6)]
    units: list[Any] = ["Subang"] * 6 + ["Garut"] * 6
    return made([*texts, CALM * 4], by=by, unit=[*units, "Bekasi"])


def test_offices_are_compared_where_each_has_several_essays_and_the_small_one_is_named() -> None:
    found = contrasts(offices(), Wording("en"))
    (theme,) = [one for one in found.themes if one.name == "Synergy"]
    assert theme.group == "Subang"
    assert theme.reading.startswith("Synergy: ")
    assert " of the sentences in Subang, 0% in Garut; more" in theme.reading
    assert theme.row.difference > 0
    low, high = (Wording("en").signed(100 * end) for end in (theme.row.low, theme.row.high))
    assert theme.size.endswith(f"({low} to {high})")
    assert found.sides == ("Subang", "Garut")
    assert found.notes[-1] == "Too small to compare and left out: Bekasi."
    assert "sinergi" in [one.row.term for one in found.words]


@pytest.mark.parametrize(
    ("field", "sizes"),
    [
        ("themes", [{"difference": 0.2}, {"difference": -0.5}]),
        ("words", [{"g2": 9.0, "log_ratio": 4.0}, {"g2": 30.0, "log_ratio": -1.0}]),
    ],
)
def test_the_answer_names_the_largest_difference_whichever_way_it_goes(
    field: str, sizes: list[dict[str, float]]
) -> None:
    found = [
        Difference("", "", "", f"contoh {n}", "", SimpleNamespace(**size))
        for n, size in enumerate(sizes)
    ]
    told = Contrasts(**{"how": "", "themes": (), "words": (), "notes": (), field: tuple(found)})
    (said,) = _differ(told, offices(), Wording("id"))
    assert "contoh 1" in said


def test_what_test_and_limits_call_different_is_listed_the_largest_first() -> None:
    rows = [
        ("sinergi", 0.3, 0.1, 0.5, 0.01, 0.01),
        ("integritas", -0.4, -0.6, -0.1, 0.01, 0.01),
        ("disiplin", 0.9, -0.1, 1.0, 0.01, 0.01),  # limits on both sides of none
        ("netralitas", 0.8, 0.1, 1.0, 0.01, 0.06),  # one of many that were tested
    ]
    table = pd.DataFrame(rows, columns=["theme", "difference", "low", "high", "p", "q"])
    table = table.assign(unit="Subang", share_a=0.5, share_b=0.1)
    table = table[["unit", *table.columns.drop("unit")]]
    for most, names, left in ((3, ["integritas", "sinergi"], []), (1, ["integritas"], ["sinergi"])):
        shown, more = _strongest(table, offices("unit"), Wording("id"), most)
        assert ([one.row.theme for one in shown], [*more["theme"]]) == (names, left)


def test_themes_beyond_those_shown_are_named_and_counted_apart_from_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = contrasts(offices(), Wording("en"))
    assert 0 < whole.of_themes == len(whole.themes) < whole.all
    monkeypatch.setattr("kpu_corpus.reporting.sections.contrast.THEMES", 0)
    found = contrasts(offices(), Wording("en"))
    assert (found.of_themes, found.all) == (whole.of_themes, whole.all)
    names = Wording("en").listed([one.name for one in whole.themes])
    (said,) = [note for note in found.notes if note.startswith("Smaller and not")]
    assert said.endswith(f" (themes among them: {names}).")


def test_the_answer_tells_a_difference_once_and_in_running_text() -> None:
    (said,) = [text for text in answer(offices(), Wording("id")) if "antarkelompok" in text]
    assert said.startswith("Ada 11 perbedaan (2 pada tema, 9 pada kata) yang jelas")
    assert "Misalnya, tema Sinergi disebut di " in said
    assert said.endswith(" kalimat Subang dan di 0\u00a0% kalimat Garut.")
    assert ":" not in said
    assert "lebih jarang" not in said
    (only,) = _differ(replace(contrasts(offices(), Wording("id")), all=1), offices(), Wording("id"))
    assert only.startswith("Ada 1 perbedaan yang jelas antarkelompok (lihat “Perbandingan”): tema ")


def test_groups_say_how_many_essays_they_have_and_themes_stand_as_in_their_table() -> None:
    report = content(without(offices("unit"), "sensitivity"), "id")
    assert report.grid.columns[2].name == "Subang"
    assert report.grid.columns[2].detail.endswith(" kalimat, 6 esai")
    assert [head.name for head, _ in report.grid.rows] == [row.name for row in report.themes]


def test_q_is_over_all_groups_of_the_report_and_the_record_names_the_call_for_p() -> None:
    figure = made([LIVELY * 4, *[CALM * 4] * 3])
    assert figure.compared.by == "essay"
    for table, call in called(figure):
        (_, row), *_ = [one for one in record(figure, Wording("en"))[0].rows if "kc." in one[1]]
        assert row.endswith("; q there is that of each group separately")
        told = table.drop(columns="q")
        pd.testing.assert_frame_equal(told, call.drop(columns="q"), check_dtype=False)
        assert table["q"].tolist() == pytest.approx(false_discovery_control(call["p"]))
        assert (table["q"] > call["q"]).any()


def test_of_two_groups_the_call_that_the_record_names_gives_everything() -> None:
    figure = offices()
    assert figure.compared.by == "unit"
    for table, call in called(figure):
        pd.testing.assert_frame_equal(table[call.columns], call, check_dtype=False)


def called(figure: Figures) -> list[tuple[pd.DataFrame, pd.DataFrame]]:
    """Return the tables of a report, each with what the call in its record returns."""
    assert "kc." not in " ".join(method(figure, Wording("id")))  # which staff read
    told = " ".join(value for _, value in record(figure, Wording("id"))[0].rows)
    calls = re.findall(r"kc\.compare\(tokens, (?:[^()]|\([^()]*\))*\)", told)
    names = {"kc": kc, "tokens": figure.tokens}
    found = [eval(call, names) for call in calls]  # what a reader would type
    tables = [figure.compared.themes, figure.compared.words]
    return [(table, call) for table, call in zip(tables, found, strict=True) if table is not None]


def test_where_nothing_differs_that_is_said_and_what_comes_nearest_is_no_difference() -> None:
    sentence = "Sinergi itu penting. "
    found = contrasts(made([CALM * 4, CALM * 4, CALM * 5 + sentence]), Wording("id"))
    assert (found.themes, found.words, found.all) == ((), (), 0)
    assert found.notes[0].startswith("Tidak ditemukan perbedaan tema atau kata")
    assert found.notes[1].startswith("Yang paling mendekati adalah Sinergi:")
    assert ". Selisihnya dalam poin persen, dengan rentang 95\u00a0%-nya: " in found.notes[1]
    assert "; q-nya 1,000." in found.notes[1]
    assert "paling besar 0,05" in found.notes[1]


def test_where_folders_in_folders_are_too_small_the_topmost_ones_are_offered(
    tmp_path: Path,
) -> None:
    for file in ("sebelum/Ani/esai.txt", "sebelum/Budi/esai.txt", "sesudah/Ani/esai.txt"):
        (tmp_path / file).parent.mkdir(parents=True)
        (tmp_path / file).write_text(CALM * 4, encoding="utf-8")
    tokens = kc.preprocess(kc.load(tmp_path))
    for by, told in (("folder", True), ("top_folder", False)):
        said = " ".join(answer(figures(tokens, load_lexicon(), by), Wording("id")))
        assert ('--by "folder teratas" membagi' in said) == told


def test_where_no_theme_is_found_none_comes_nearest_to_a_difference() -> None:
    found = contrasts(made([CALM * 4, CALM * 4, CALM * 5]), Wording("id"))
    assert [note.split(":")[0].split(".")[0] for note in found.notes] == [
        "Tidak ditemukan perbedaan tema atau kata yang jelas"
    ]


@pytest.mark.parametrize(
    ("texts", "columns", "expected"),
    [
        ([CALM * 4], {}, "Tidak dibandingkan: perlu sedikitnya dua kelompok."),
        ([CALM] * 13, {}, "Tidak dibandingkan: 13 esai terlalu banyak"),
        (["Kami hadir."] * 2, {}, "Terlalu kecil untuk dibandingkan, jadi dilewati: Esai 0 dan "),
    ],
)
def test_what_is_not_compared_is_told(
    texts: list[str], columns: dict[str, Any], expected: str
) -> None:
    found = contrasts(made(texts, **columns), Wording("id"))
    assert (found.themes, found.words) == ((), ())
    assert found.notes[0].startswith(expected)


def test_where_essays_are_too_many_the_columns_that_divide_them_are_named() -> None:
    figure = made([CALM] * 14, kelas=[*"AB"] * 7, ruang=[*"ABCDEFG"] * 2, nomor=[*range(14)])
    (note,) = contrasts(figure, Wording("en")).notes
    assert note.endswith("Columns that divide the essays, for --by: kelas.")


def test_a_column_that_is_named_is_compared_and_no_value_is_named_in_the_language() -> None:
    texts = [LIVELY * 4 + "Kami hadir. " * n for n in range(6)] + [CALM * 4] * 5
    figure = made(texts, by="kelas", kelas=["A"] * 6 + [None] * 5)
    assert figure.compared.by == "kelas"
    found = contrasts(figure, Wording("en")).themes
    assert {one.group for one in found} == {"kelas A"}
    assert " in kelas A, 0% in (not stated); " in found[0].reading


def test_essays_without_a_value_are_told_to_be_left_out_where_groups_are_compared() -> None:
    texts = [CALM * 4] * 15
    figure = made(texts, by="kelas", kelas=["A"] * 5 + ["B"] * 5 + [None] * 5)
    notes = " ".join(contrasts(figure, Wording("en")).notes)
    assert (
        "Left out of the comparison, and not part of the other groups: 5 essays whose kelas"
        in notes
    )
    said = [one for one in answer(figure, Wording("en")) if one.startswith("By kelas")]
    assert " was found between kelas A and kelas B; " in said[0]


def test_beside_a_quotation_it_is_said_of_what_an_essay_states_nothing() -> None:
    figure = made([CALM * 4] * 2, by="kelas", kelas=["Bahari", None])
    shown = [group_of(figure, Wording("en"), essay) for essay in figure.numbers]
    assert shown == ["Bahari", "kelas (not stated)"]


CLASSES = {"A": 6, "2": 5, "Bahari": 3, "1": 1}


def classes(*names: str, by: str = "kelas") -> Figures:
    kinds = {"A": LIVELY, "Bahari": LIVELY}
    chosen = [name for name in names for _ in range(CLASSES[name])]
    texts = [kinds.get(name, CALM) * 4 + "Kami hadir. " * n for n, name in enumerate(chosen)]
    return made(texts, by=by, kelas=chosen)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("Bahari", "1"), "Semua kelompok menurut kelas terlalu kecil (perlu sedikitnya 5 esai"),
        (("A", "1"), "yang cukup besar hanya kelas A; selain itu terlalu kecil: kelas 1 (perlu"),
        (("A",), "Menurut kelas hanya ada satu kelompok, kelas A, jadi"),
        (("A", "2"), " yang jelas antarkelompok (lihat “Perbandingan”)."),
    ],
)
def test_the_short_answer_has_a_sentence_about_the_groups(
    names: tuple[str, ...], expected: str
) -> None:
    assert expected in " ".join(answer(classes(*names), Wording("id")))


def test_the_short_answer_says_that_groups_do_not_differ_or_are_too_many() -> None:
    calm = made([CALM * 4] * 10, by="kelas", kelas=["A", "2"] * 5)
    assert "yang jelas antara kelas 2 dan kelas A;" in " ".join(answer(calm, Wording("id")))
    one = made([CALM * 4] * 11, by="kelas", kelas=["A"] * 5 + list("bbbccc"))
    assert "antara kelas A dan kelompok lain" in " ".join(answer(one, Wording("id")))
    six = made([CALM * 2] * 30, by="kelas", kelas=list("abcdef") * 5)
    assert "yang jelas antara 6 kelompok;" in " ".join(answer(six, Wording("id")))
    many = made([CALM] * 66, by="kelas", kelas=[*"abcdefghijklm"] * 5 + ["n"])
    told = "Menurut kelas ada 13 kelompok dengan sedikitnya 5 esai, terlalu"
    assert told in " ".join(answer(many, Wording("id")))
    alone = made([CALM * 4] * 2)
    assert "Menurut" not in " ".join(answer(alone, Wording("id")))


@pytest.mark.filterwarnings("ignore::kpu_corpus.errors.ForeignEssays")
def test_an_essay_in_another_language_is_left_out_by_that_name() -> None:
    english = "The officers counted every ballot in the hall and signed it. " * 12
    texts = {"a": "Warga datang setiap hari. " * 12, "b": english, "c": "Berkas rapi."}
    made = figures(kc.preprocess(kc.load(texts)), load_lexicon())
    told = contrasts(made, Wording("en")).notes[-1]
    assert told == (
        "Too small to compare and left out: Essay c. In a foreign language and left out: Essay b."
    )


def test_groups_too_small_for_a_share_are_quoted_with_none() -> None:
    """Three essays are enough for kc.compare, not for the table of the same report."""
    figure = classes("A", "2", "Bahari", "1")
    found = contrasts(figure, Wording("id"))
    told = [one.reading for one in (*found.themes, *found.words)]
    assert told
    assert not any("Bahari" in text or "kelas 1" in text for text in told)
    note = found.notes[-1]
    assert note == "Terlalu kecil untuk dibandingkan, jadi dilewati: kelas 1 dan Bahari."


def test_small_groups_are_told_to_be_in_the_rest_where_groups_are_compared_with_it() -> None:
    texts = [CALM * 4] * 8 + [LIVELY * 4] * 5
    figure = made(texts, by="kelas", kelas=[*"bbbcccdd", *"AAAAA"])
    assert figure.compared.small == ("b", "c", "d")
    note = contrasts(figure, Wording("id")).notes[-1]
    assert note == (
        "Terlalu kecil untuk dibandingkan sendiri, tetapi termasuk kelompok lainnya: "
        "kelas b, kelas c, dan kelas d."
    )


@pytest.mark.filterwarnings("ignore::kpu_corpus.errors.ForeignEssays")
def test_essays_that_are_not_compared_by_themselves_are_told_to_be_among_the_others() -> None:
    english = "The officers counted every ballot in the hall and signed it. " * 12
    texts = {"a": CALM * 4, "b": english, "c": LIVELY * 4, "d": "Berkas rapi.", "e": CALM * 5}
    made = figures(kc.preprocess(kc.load(texts)), load_lexicon())
    assert contrasts(made, Wording("en")).notes[-1] == (
        "Too small to be compared by themselves, but part of the other essays: Essay d. "
        "In a foreign language and not compared by themselves, but part of the other essays: "
        "Essay b."
    )


def test_words_are_told_to_count_with_all_forms_of_their_root() -> None:
    found = contrasts(offices(), Wording("en"))
    assert found.how.endswith("the most frequent form is shown.")
    assert "“Sinergi” and other forms of its root are used " in found.words[0].example
    assert "form is shown" not in contrasts(made([CALM * 4] * 3), Wording("en")).how


def test_a_group_is_not_compared_with_a_rest_that_is_too_small() -> None:
    figure = classes("A", "Bahari")
    assert figure.compared.themes is None
    assert "%" not in " ".join(contrasts(figure, Wording("id")).notes)


def test_a_word_that_one_side_never_uses_has_a_limit_and_no_ratio() -> None:
    texts = [CALM * 5] * 6 + [LIVELY * 5] * 6
    corpus = kc.load(pd.DataFrame({"text": texts, "angkatan": ["1"] * 6 + ["2"] * 6}))
    made = figures(kc.preprocess(corpus), load_lexicon(), by="angkatan")
    sizes = {one.name: one.size for one in contrasts(made, Wording("id")).words}
    assert re.fullmatch(r"hanya di angkatan 2 \(sedikitnya \d+,\d kali\)", sizes["Sinergi"])
    assert re.fullmatch(r"hanya di angkatan 1 \(paling banyak 0,\d kali\)", sizes["Berkas"])


def test_where_words_differ_and_no_theme_that_is_told() -> None:
    texts = [CALM * 4] * 6 + [CALM.replace("Berkas", "Buku") * 4] * 6
    found = contrasts(made(texts, "kelas", kelas=["A"] * 6 + ["B"] * 6), Wording("id"))
    assert [one.name for one in found.words] == ["Berkas", "Buku"]
    assert found.notes == ("Tidak ditemukan perbedaan tema yang jelas.",)


def test_words_in_the_names_of_the_groups_are_told_and_no_difference() -> None:
    places = ["Kabupaten Muna"] * 6 + ["Kota Tegal"] * 6
    texts = [f"Kami bertugas di {place}. {CALM}" * 4 for place in places]
    figure = made(texts, "unit", unit=[f"KPU {place}" for place in places])
    found = contrasts(figure, Wording("id"))
    assert (found.words, found.all) == ((), 0)
    (told,) = [note for note in found.notes if "Kata dari nama kelompok" in note]
    assert {*re.findall("“(.+?)”", told)} == {"Kabupaten", "Kota", "Muna", "Tegal"}
    short = groups_told(figure, Wording("id"), found.named)
    assert short.endswith(f"bahwa teksnya sama. {told}")
    assert figure.compared.words is not None
    assert {"muna", "tegal"} <= {*figure.compared.words["term"]}


@pytest.mark.parametrize(
    ("authors", "told"),
    [
        (
            ["Ani Sari", "Budi Adi"] * 3 + ["Ani Sari, S.H.", "Gita Dewi"] * 3,
            "of each other (3 people: Ani Sari, Budi Adi, Gita Dewi)",
        ),
        ([*"ABCDEF", *"ABCGHI"], "With essays in both groups: 3 people; the option --pairs author"),
        ([*"ABCDEF", *"AGHIJK"], ""),
        ([None] * 12, ""),
    ],
)
def test_where_people_wrote_several_essays_that_is_said(authors: list[Any], told: str) -> None:
    texts = [CALM * 4] * 6 + [LIVELY * 4] * 6 + [CALM]
    when = ["sebelum"] * 6 + ["sesudah"] * 6 + [None]
    names = [name and (name if " " in name else f"Orang {name}") for name in [*authors, None]]
    notes = contrasts(made(texts, "waktu", waktu=when, author=names), Wording("en")).notes
    said = [note for note in notes if "person" in note or "people" in note]
    assert len(said) == bool(told)
    assert told in " ".join(said)


def test_several_essays_of_a_person_are_told_to_be_added_up() -> None:
    names = [*(f"Orang {n}" for n in range(7)), "Orang 2"]
    texts = [CALM * 2 + LIVELY * 2] * 7 + [CALM * 4] + [LIVELY * 4] * 7
    when = ["sebelum"] * 8 + ["sesudah"] * 7
    rows = pd.DataFrame({"text": texts, "waktu": when, "author": [*names, *names[:7]]})
    figure = figures(kc.preprocess(kc.load(rows)), load_lexicon(), "waktu", "author")
    with pytest.warns(match="'Orang 2'"):
        notes = contrasts(figure, Wording("id")).notes
    assert "Beberapa esai satu orang dalam satu kelompok dijumlahkan: Orang 2." in notes


def test_too_few_people_for_any_difference_are_told_in_the_report() -> None:
    names = [f"Orang {n}" for n in range(9)]
    for count, told, least in ((5, True, 0), (6, False, 7), (9, False, 0)):
        rows = {
            "text": [CALM * 4] * count + [LIVELY * 4] * count,
            "waktu": ["sebelum"] * count + ["sesudah"] * count,
            "author": names[:count] * 2,
        }
        tokens = kc.preprocess(kc.load(pd.DataFrame(rows)))
        found = figures(tokens, load_lexicon(), "waktu", "author")
        said = contrasts(found, Wording("en"))
        assert ("at least 6 pairs of essays are needed" in " ".join(said.notes)) == told
        lone = "at least 7 themes would have to change" in " ".join(said.notes)
        assert lone == (not said.themes and not told) == bool(least)
        assert bool(said.words) != told
        people = f"mong the {count} people with an essay in both groups"
        assert f"a{people} (matched by author)" in said.how
        assert "Both essays of a person are brought to one length" in said.how
        short = " ".join(answer(found, Wording("en")))
        assert (f"A{people}, the groups differ" in short) != told
        among = f"Among the {count} people with an essay in waktu sebelum and waktu sesudah no diff"
        few = "texts are alike. Too few to find any difference" in short
        assert (among in short) == few == told
