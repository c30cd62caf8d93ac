"""What a hit says: asserted, aspired, negated, name or quoted, with the rule and its cue."""

import pytest

import kpu_corpus as kc


def statuses(text: str, theme: str) -> list[tuple[str, str, str]]:
    rows = kc.evidence(kc.load({"a": text}), themes=[theme])
    return list(zip(rows["status"], rows["rule"], rows["cue"], strict=True))


@pytest.mark.parametrize(
    ("text", "theme", "status"),
    [
        ("Integritas adalah napas lembaga ini.", "integritas", ("asserted", "stated", "")),
        ("Kami harus menjaga integritas.", "integritas", ("aspired", "modal", "harus")),
        ("Kami bertekad terus belajar.", "pembelajaran", ("aspired", "modal", "bertekad")),
        ("Hal itu bukan demokrasi.", "demokrasi", ("negated", "negator", "bukan")),
        (
            "Rapat tidak membahas netralitas.",
            "netralitas",
            ("negated", "negator", "tidak"),
        ),
    ],
)
def test_the_words_before_a_hit_decide(text: str, theme: str, status: tuple[str, str, str]) -> None:
    assert statuses(text, theme) == [status]


@pytest.mark.parametrize(
    ("text", "theme", "cue"),
    [
        ("Masih ada pegawai yang tidak netral.", "netralitas", "tidak"),
        ("Pengelolaan dana itu belum transparan.", "transparansi", "belum"),
        ("Tanpa integritas, kekuasaan kehilangan arah.", "integritas", "Tanpa"),
        ("Petugas tidak menerima suap.", "integritas", "tidak"),
    ],
)
def test_a_value_that_lacks_or_whose_opposite_is_refused_is_asserted(
    text: str, theme: str, cue: str
) -> None:
    assert statuses(text, theme) == [("asserted", "negator", cue)]


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Minimnya transparansi merusak layanan.", "transparansi"),
        ("Yang dituntut bukan hanya integritas.", "integritas"),
        ("Panitia tidak berpihak kepada siapa pun.", "netralitas"),
        ("Keputusan itu bebas dari intervensi politik.", "netralitas"),
    ],
)
def test_regret_addition_and_a_negation_inside_the_pattern_count(text: str, theme: str) -> None:
    assert [status for status, _, _ in statuses(text, theme)] in (["asserted"], ["aspired"])


@pytest.mark.parametrize(
    ("text", "theme", "rule"),
    [
        ("Ia bekerja di Komisi Pemberantasan Korupsi.", "integritas", "institution"),
        ("Kader Partai Demokrasi berkumpul.", "demokrasi", "institution"),
        ("UU Keterbukaan Informasi Publik telah terbit.", "transparansi", "law_title"),
        (
            "Hal itu diatur dalam Undang-Undang tentang Pelayanan Publik.",
            "pelayanan",
            "law_title",
        ),
    ],
)
def test_a_hit_inside_a_name_is_a_name(text: str, theme: str, rule: str) -> None:
    assert {(status, found) for status, found, _ in statuses(text, theme)} == {("name", rule)}


@pytest.mark.parametrize("word", ["Kolaboratif", "Sinergitas", "Kolaborasi"])
def test_a_capital_alone_makes_no_value_a_name(word: str) -> None:
    assert statuses(f"Kami menjunjung nilai {word} di kantor.", "sinergi") == [
        ("asserted", "stated", "")
    ]


def test_a_hit_that_only_touches_a_name_counts() -> None:
    text = "Kepercayaan masyarakat terhadap KPU menguat."
    assert statuses(text, "integritas") == [("asserted", "stated", "")]


@pytest.mark.parametrize(
    "text",
    [
        "Mereka mengikuti seminar “Merawat Integritas Bangsa” di aula.",
        "Spanduk dengan slogan “integritas tanpa batas” dipasang.",
    ],
)
def test_a_label_in_quotation_marks_is_quoted(text: str) -> None:
    assert [status for status, _, _ in statuses(text, "integritas")] == ["quoted"]


@pytest.mark.parametrize(
    "text",
    [
        '"Integritas itu modal utama pegawai kami," kata kepala dinas.',
        "“Jagalah integritas sejak hari pertama,” pesannya.",
    ],
)
def test_what_somebody_says_in_quotation_marks_counts(text: str) -> None:
    assert [status for status, _, _ in statuses(text, "integritas")] == ["asserted"]
