"""Numbers, dates and lists in the way of each language."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kpu_corpus as kc
from kpu_corpus.reporting import wording
from kpu_corpus.reporting.short_names import essays_apart, told_apart
from kpu_corpus.reporting.wording import Wording, abridged, clipped, known_by

ID, EN = Wording("id"), Wording("en")


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("share", "indonesian", "english"),
    [
        (0.4567, "45,7 %", "45.7%"),
        (0.3125, "31,3 %", "31.3%"),
        (0.0, "0 %", "0%"),
        (1.0, "100 %", "100%"),
        (0.0001, "< 0,1 %", "< 0.1%"),
        (0.9999, "> 99,9 %", "> 99.9%"),
        (0.5, "50,0 %", "50.0%"),
        (0.0005, "0,1 %", "0.1%"),
        (0.004, "0,4 %", "0.4%"),
        (0.0435, "4,4 %", "4.4%"),  # 4.35, whose binary form is below it
        (0.9995, "> 99,9 %", "> 99.9%"),
    ],
)
def test_shares_are_written_with_one_decimal_and_never_round_to_none_or_all(
    share: float, indonesian: str, english: str
) -> None:
    assert plain(ID.percent(share)) == indonesian
    assert plain(EN.percent(share)) == english


def test_shares_in_whole_per_cent_are_100_only_where_they_are_all() -> None:
    shown = [EN.round_percent(share) for share in (0.2, 0.996, 1)]
    assert shown == ["20%", "99%", "100%"]


def test_halves_are_rounded_up_wherever_a_number_has_decimals() -> None:
    assert [ID.decimal(number, 1) for number in (6.25, -6.25, 4.35)] == ["6,3", "−6,3", "4,4"]
    assert plain(ID.percent(9 / 144)) == "6,3 %"  # the report tells what the terminal does


def test_differences_have_their_sign_and_large_factors_no_decimals() -> None:
    assert [ID.signed(number) for number in (41.5, -41.5, 0)] == ["+41,5", "−41,5", "0,0"]
    assert [ID.signed(number) for number in (0.96, -0.04, 0.0002)] == ["+1,0", "−0,04", "+0,0002"]
    assert [EN.factor(ratio) for ratio in (0.95, 0.25)] == ["0.95", "0.3"]
    assert ID.decimal(1e300).endswith("000,00")
    assert [EN.factor(ratio) for ratio in (4.16, 99.9, 100, 1540.4)] == [
        *("4.2", "99.9", "100", "1,540"),
    ]


def test_ranges_are_written_in_whole_per_cent() -> None:
    assert plain(ID.interval(0.1334, 0.6189)) == "13–62 %"
    assert EN.interval(0.0, 1.0) == "0–100%"


def test_a_narrow_range_is_never_a_point() -> None:
    assert plain(ID.interval(0.0, 0.0007)) == "0–0,1 %"
    assert EN.interval(0.1996, 0.2041) == "19.9–20.5%"
    assert EN.interval(0.9993, 1.0) == "99.9–100%"


def test_thousands_are_set_apart_in_the_way_of_the_language() -> None:
    assert ID.count("words", 1518) == "1.518 kata"
    assert EN.count("words", 1518) == "1,518 words"


def test_english_counts_one_thing_in_the_singular() -> None:
    assert [EN.count("essays", n) for n in (0, 1, 2)] == ["0 essays", "1 essay", "2 essays"]
    assert [ID.count("essays", n) for n in (1, 2)] == ["1 esai", "2 esai"]


@pytest.mark.parametrize(
    ("items", "indonesian", "english"),
    [
        ([], "", ""),
        (["A"], "A", "A"),
        (["A", "B"], "A dan B", "A and B"),
        (["A", "B", "C"], "A, B, dan C", "A, B, and C"),
    ],
)
def test_lists_end_in_a_conjunction(items: list[str], indonesian: str, english: str) -> None:
    assert (ID.listed(items), EN.listed(items)) == (indonesian, english)


def test_iso_dates_are_spelt_out_and_others_stay() -> None:
    for text in ("2025-06-02", "2025-06-02T08:00:00", "2025-06-02 10:00:00"):
        assert ID.date(text) == "2 Juni 2025"
    for text in ("2025-06-02 s.d. 2025-06-05", "2025-13-02", "Juni 2025", ""):
        assert ID.date(text) == text
    assert EN.date("2025-08-17") == "17 August 2025"


def test_long_text_is_clipped_to_its_length() -> None:
    assert clipped("satu  dua\ntiga", 20) == "satu dua tiga"
    assert clipped("a" * 10_000, 60) == "a" * 59 + "…"


def test_offices_whose_long_names_begin_alike_are_told_apart() -> None:
    office = "Sekretariat Komisi Pemilihan Umum Kabupaten Kepulauan"
    names = [f"{office} Sangihe", f"{office} Mentawai"]
    assert [abridged(name, 60) for name in names] == [
        "Sekretariat Komisi Pemilihan … Kabupaten Kepulauan Sangihe",
        "Sekretariat Komisi Pemilihan … Kabupaten Kepulauan Mentawai",
    ]


def test_answers_in_words_come_with_their_column() -> None:
    for answer in ("ya", "Sudah", "Belum", "yes", "no"):
        assert ID.group_name(answer, "lulus") == f"lulus: {answer}"


def test_the_name_of_an_office_with_its_province_stands_whole() -> None:
    office = "Sekretariat Komisi Pemilihan Umum Kabupaten Bandung Barat Provinsi Jawa Barat"
    assert ID.group_name(office, "unit") == office


@pytest.mark.parametrize("shortened", [known_by, lambda name: abridged(name, 44)])
def test_names_that_differ_only_in_the_middle_are_told_apart(
    shortened: Callable[[str], str],
) -> None:
    office = "Sekretariat Komisi Pemilihan Umum Kabupaten {} Provinsi Daerah Khusus Jakarta".format
    names = [office("Garut"), office("Subang Selatan"), office("Subang"), "Dinas", " Dinas "]
    assert len({*map(shortened, names)}) == 2
    told = told_apart(names, shortened)
    assert [*told] == names[:3]
    assert len({*told.values()}) == 3
    assert all(shown.startswith("Sekretariat") and len(shown) <= 44 for shown in told.values())
    assert told[names[1]] == "Sekretariat … Subang Selatan … Jakarta"
    assert Wording("id", told).group_name(names[2], "unit") == told[names[2]]
    assert Wording("id", told).essay(names[0]) == f"Esai {told[names[0]]}"


@pytest.mark.parametrize("sign", ["_", "-"])
def test_names_of_files_without_blanks_are_told_apart_and_keep_their_ends(sign: str) -> None:
    name = "esai peserta latsar cpns kpu kabupaten {} provinsi jawa barat angkatan 12 2025"
    office = name.replace(" ", sign).format
    names = [office("garut"), office("subang"), office("bandung")]
    told = told_apart(names, known_by)
    assert [*told.values()] == [
        f"esai{sign}peserta{sign}latsar … {place} … 12{sign}2025"
        for place in ("garut", "subang", "bandung")
    ]
    assert Wording("en", told).essay(names[0]) == told[names[0]]


def test_the_word_before_an_essay_is_not_said_twice_where_its_name_is_cut() -> None:
    told = {"a": "… esai_peserta_latsar_angkatan …", "b": "… latsar"}
    assert [Wording("id", told).essay(key) for key in told] == [told["a"], "Esai … latsar"]


@pytest.mark.parametrize("room", [44, 60, 80, 100])
def test_the_place_stands_in_every_long_name_of_an_office(room: int) -> None:
    places = ["Timor Tengah Utara", "Timor Tengah Selatan", "Sumba Barat", "Sumba Barat Daya"]
    places += ["Manggarai", "Manggarai Barat", "Alor"]
    office = "Sekretariat Komisi Pemilihan Umum Kabupaten {} Provinsi Nusa Tenggara Timur {}".format
    part = "Bagian Perencanaan, Data, dan Informasi Wilayah Kerja Kepulauan Bagian Selatan"
    other = "Sekretariat Jenderal Komisi Pemilihan Umum Republik Indonesia, " + part
    names = [*(office(place, part) for place in places), other]
    told = told_apart(names, lambda name: abridged(name, room))
    assert [*told] == names
    known = zip([*places, "Jenderal"], told.values(), strict=True)
    assert all(place in shown for place, shown in known)
    assert len({*told.values()}) == len(names)
    assert max(map(len, told.values())) <= room


def test_of_two_offices_none_loses_its_place_though_they_look_different() -> None:
    office = "Sekretariat Komisi Pemilihan Umum Kabupaten {} Daerah Istimewa Yogyakarta {}".format
    names = [office(place, "Bagian Data dan Informasi") for place in ("Kulon Progo", "Sleman")]
    assert abridged(names[0], 100) != abridged(names[1], 100)
    told = told_apart(names, lambda name: abridged(name, 100))
    assert "Kulon Progo …" in told[names[0]]
    assert "Sleman …" in told[names[1]]


def test_names_that_no_words_tell_apart_stand_whole() -> None:
    names = [f"{'a' * 40}{letter}{'a' * 40}" for letter in "bc"]
    assert told_apart(names, known_by) == {name: name for name in names}


def test_long_names_with_words_of_their_own_are_shortened_as_they_are() -> None:
    names = [
        f"{place} dalam pemutakhiran data pemilih dan daftarnya" for place in ("Garut", "Alor")
    ]
    assert told_apart(names, known_by) == {}


@given(st.lists(st.text("ab_… ", max_size=40), max_size=5))
def test_different_names_never_look_alike(names: list[str]) -> None:
    told = told_apart(names, lambda name: clipped(name, 10))
    shown = {told.get(name) or clipped(name, 10) for name in names}
    assert len(shown) == len({" ".join(name.split()) for name in names})
    assert all(len(one) <= 10 or one == " ".join(name.split()) for name, one in told.items())


@given(st.text("ab ", max_size=90))
def test_an_abridged_name_has_its_length_and_ends_as_the_whole_does(name: str) -> None:
    shown, whole = abridged(name, 44), " ".join(name.split())
    assert len(shown) <= 44
    assert shown[-1:] == whole[-1:]
    assert shown == whole or "…" in shown


@given(st.lists(st.text("ab ", max_size=60), min_size=1, max_size=6))
def test_a_long_id_keeps_its_length_and_the_name_of_its_file(parts: list[str]) -> None:
    shown = known_by("/".join(parts))
    assert len(shown) <= wording.ID
    assert shown[-1:] == " ".join("/".join(parts).split())[-1:]


@pytest.mark.parametrize(
    ("ids", "told"),
    [
        (["KPU/ani-1", "KPU/budi-1"], []),
        (
            [f"{'unduhan ' * 6}/KPU/A/ani-1", f"{'unduhan ' * 6}/KPU/B/ani-1"],
            ["Esai …/A/ani-1", "Esai …/B/ani-1"],
        ),
        ([f"{'unduhan ' * 6}/Esai ani-1"], ["…/Esai ani-1"]),
        (
            [
                "Angkatan 1/Kelompok A/ESSAY LATSAR_Rina M (revisi 2) FINAL-1",
                "Angkatan 1/Kelompok A/ESSAY LATSAR_Budi S (revisi 2) FINAL-1",
                "Angkatan 1/Kelompok B/ESSAY LATSAR_Budi S (revisi 2) FINAL - Copy-1",
                "Angkatan 2/ani-1",
                "Angkatan 2/Unggahan lewat formulir susulan bulan Agustus/ani-1",
            ],
            [
                "…/ESSAY LATSAR_Rina M (revisi 2) FINAL-1",
                "…/ESSAY LATSAR_Budi S (revisi 2) FINAL-1",
                "…/ESSAY LATSAR_Budi S (…si 2) FINAL - Copy-1",
                "Esai Angkatan 2/ani-1",
                "Esai … 2/Unggahan lewat … bulan Agustus/ani …",
            ],
        ),
        (["ani-1", f"folder/{'a' * 44}-1"], ["Esai ani-1", f"Esai folder/{'a' * 18}…{'a' * 16}-1"]),
    ],
    ids=["short", "one download", "one essay", "files", "no folder of all"],
)
def test_the_folders_of_all_essays_are_left_out_where_ids_are_long(
    ids: list[str], told: list[str]
) -> None:
    apart = essays_apart(ids)
    assert [Wording("id", apart).essay(one) for one in apart] == told


def test_essays_of_two_people_in_a_long_folder_are_told_apart() -> None:
    people = ("Hendra Gunawan", "Rizky Maulana")
    paths = [f"Latsar KPU-Tugas Esai Agenda II-4471/{who}/onlinetext-1" for who in people]
    assert [known_by(path) for path in paths] == [
        "Latsar K…II-4471/Hendra Gunawan/onlinetext-1",
        "Latsar K… II-4471/Rizky Maulana/onlinetext-1",
    ]


def test_essays_of_a_download_have_one_name_in_charts_their_descriptions_and_show() -> None:
    said = "Kami menjaga integritas setiap hari. " * 12
    corpus = kc.load({f"{'unduhan ' * 6}/KPU/{folder}/ani-1": said for folder in "AB"})
    table = kc.themes(corpus)
    told = [chart(table).alt for chart in (kc.charts.themes, kc.charts.heatmap)]
    shown = str(kc.show(corpus, table[table["essay"] == corpus.ids[1]]))
    assert "…/A/ani-1" in told[0]
    assert "…/B/ani-1" in told[0]
    assert "…/A/ani-1" in told[1]
    assert shown.startswith("Esai …/B/ani-1, ")
