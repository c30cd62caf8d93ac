"""What governs a list governs each of its members; what only looks like one is none."""

import pytest
from tests.sentences import hits

import kpu_corpus as kc


@pytest.mark.parametrize(
    ("text", "status", "cue"),
    [
        ("Integritas, netralitas, dan disiplin wajib dijaga.", "aspired", "wajib"),
        ("Integritas; netralitas; dan disiplin harus dijaga.", "aspired", "harus"),
        ("(1) Integritas, (2) netralitas, dan (3) disiplin harus ada.", "aspired", "harus"),
        ("Nilai seperti integritas, netralitas, dan disiplin harus ada.", "aspired", "harus"),
        ("Baik integritas, netralitas, maupun disiplin harus ada.", "aspired", "harus"),
        ("Integritas diri, netralitas yang utuh, dan disiplin tim harus ada.", "aspired", "harus"),
        ("Kesetiaan, integritas, netralitas, dan disiplin harus ada.", "aspired", "harus"),
        ("Di era baru, integritas, netralitas, dan disiplin harus ada.", "aspired", "harus"),
        ("Integritas, netralitas, dan disiplin staf baru dan saksi harus ada.", "aspired", "harus"),
        ("Integritas para saksi, netralitas, dan disiplin harus ada.", "aspired", "harus"),
        ("Integritas, netralitas, dan sinergi antara kedua unit harus ada.", "aspired", "harus"),
        ("Karena itu integritas, netralitas serta disiplin harus ada.", "aspired", "harus"),
        ("Di era digital integritas, netralitas, dan disiplin harus ada.", "aspired", "harus"),
        ("Di era baru, integritas, netralitas, dan disiplin harus kuat dulu.", "aspired", "harus"),
        ("Integritas, netralitas, disiplin harus ada.", "aspired", "harus"),
        ("Integritas, netralitas & disiplin harus ada.", "aspired", "harus"),
        ("Penguatan integritas, netralitas, dan disiplin perlu dimulai.", "aspired", "perlu"),
        ("Tidak ada integritas, netralitas, disiplin di sana.", "negated", "Tidak"),
        ("Tidak ada integritas, netralitas serta disiplin di hati mereka.", "negated", "Tidak"),
        ("Tidak ada integritas, netralitas, ataupun disiplin di sana.", "negated", "Tidak"),
        ("Ini bukan soal disiplin, netralitas, atau integritas.", "negated", "bukan"),
        (
            "Integritas, netralitas, dan disiplin harus mewarnai penataan, penulisan, dan rapat.",
            "aspired",
            "harus",
        ),
        ("Tanpa integritas, netralitas, dan disiplin, kita kalah.", "asserted", "Tanpa"),
    ],
)
def test_what_governs_a_list_governs_each_member(text: str, status: str, cue: str) -> None:
    rows = kc.evidence(kc.load({"a": text}))
    assert list(zip(rows["status"], rows["cue"], strict=True)) == [(status, cue)] * 3


def test_what_only_looks_like_a_list_is_none() -> None:
    cases = [
        "Netralitas itu penting, disiplin dijaga, dan rapat harus dimulai.",
        "Netralitas, disiplin, dan harus pulang.",
        "Netralitas, disiplin harus dijaga.",
        "Netralitas kuat, gaji kecil, dan petugas harus sabar.",
        "Netralitas kuat, gaji kecil, dan petugas baru harus sabar.",
        "Netralitas, portabilitas, kepesertaan bersifat wajib, dana, dan gaji.",
        "Petugas ramah, netral, dan sopan harus dihargai.",
        "Orangnya tidak cengeng, netral, dan sopan.",
        "Tanpa keributan, netral, dan sopan petugas bekerja.",
        "Aturan tentang gaji, netralitas, cuti, dan mutasi harus dirapikan.",
        "Ini tidak adil: netralitas, kerapian, dan kesetiaan dilupakan.",
        "Kami tidak punya tanggung jawab dan netralitas dijaga.",
        "Halaman luas dan petugas netral harus ada.",
    ]
    assert hits(cases, "netralitas") == {text: [("asserted", "stated", "")] for text in cases}


def test_two_values_with_an_ampersand_are_a_list() -> None:
    case = "Netralitas & disiplin harus dijaga."
    assert hits([case], "netralitas")[case] == [("aspired", "modal", "harus")]


def test_members_that_no_theme_asks_for_make_a_list_all_the_same() -> None:
    case = "Netralitas, loyalitas, kehadiran harus dijaga."
    assert hits([case], "netralitas")[case] == [("aspired", "modal", "harus")]


def test_whoever_is_among_the_members_is_one_by_a_value_of_theirs() -> None:
    case = "Pelayanan cepat, ruang nyaman, dan petugas teliti harus ada."
    assert hits([case], "pelayanan")[case] == [("aspired", "modal", "harus")]


def test_a_value_that_tells_what_a_listed_thing_is_for_is_not_demanded() -> None:
    case = "Gedung kantor baru, pelayanan kesehatan, dan ruang baru harus punya jendela."
    assert hits([case], "pelayanan")[case] == [("asserted", "stated", "")]


def test_the_last_of_several_clauses_may_demand_its_own() -> None:
    cases = ["Gaji dinaikkan, gedung dicat, dan netralitas harus dijaga."]
    assert hits(cases, "netralitas") == {cases[0]: [("aspired", "modal", "harus")]}
