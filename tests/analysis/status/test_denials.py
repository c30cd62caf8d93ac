"""Negators that do not deny the value they stand before, and a lack that is no condition."""

import pandas as pd
import pytest
from tests.sentences import hits, judged

import kpu_corpus as kc
from kpu_corpus.analysis.status.marks import Column


def statuses(text: str, theme: str) -> list[tuple[str, str, str]]:
    rows = kc.evidence(kc.load({"a": text}), themes=[theme])
    return list(zip(rows["status"], rows["rule"], rows["cue"], strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "Tanpa integritas, pemilu tidak ada artinya.",
        "Tanpa integritas mereka tidak dipercaya.",
        "Tanpa integritas jabatan itu kosong.",
        "Tanpa integritas saya mudah goyah.",
    ],
)
def test_what_comes_of_a_lack_makes_it_a_condition(text: str) -> None:
    assert statuses(text, "integritas")[0] == ("asserted", "regretted", "Tanpa")


def test_a_lack_that_stands_alone_adds_to_the_sentence_before_it() -> None:
    rows = statuses("Undangan sudah dicetak. Tanpa koordinasi.", "sinergi")
    assert rows == [("negated", "negator", "Tanpa")]


@pytest.mark.parametrize(
    "text",
    [
        "Apa artinya jabatan tanpa integritas?",
        "Apalah arti jabatan tanpa integritas.",
        "Apa gunanya pangkat tinggi tanpa integritas?",
    ],
)
def test_asking_what_it_is_worth_without_the_value_is_a_condition(text: str) -> None:
    assert statuses(text, "integritas") == [("asserted", "regretted", "tanpa")]


def test_a_negator_denies_what_is_joined_to_the_word_behind_it() -> None:
    assert statuses("Ia tidak adil dan jujur.", "integritas")[-1] == (
        "negated",
        "negator",
        "tidak",
    )


def test_a_negator_that_denies_nothing_leaves_the_value_stated() -> None:
    cases = [
        "Suka tidak suka kita netral.",
        "Suka atau tidak suka kita netral.",
        "Warga mau tidak mau netral.",
        "Tidak jarang netralitas kami diuji.",
        "Tanpa disadari netralitas kami dipuji warga.",
        "Jangan sampai netralitas kita tergadai.",
        "Tidak mudah menjaga netralitas.",
        "Kekerabatan bukanlah halangan untuk netral.",
        "Tidaklah gampang bersikap netral.",
        "Ia tidak pintar tetapi netral.",
        "Ia kurang ramah namun netral.",
        "Ia bukan pejabat tapi netral.",
        "Ia belum kaya meskipun netral.",
        "Kami tidak libur demi netralitas.",
        "Kami tidak punya modal selain netralitas.",
        "Kami tidak berkompromi soal netralitas.",
        "Tugas itu tidak terpisahkan dari netralitas.",
        "Siapa lagi kalau bukan kita yang netral?",
        "Tak pelak netralitas menjadi kunci.",
        "Tidak dapat dimungkiri netralitas itu mahal.",
        "Kami tidak main-main dengan netralitas.",
        "Tidak sedikit warga yang menuntut netralitas.",
        "Paling tidak netralitas itu kami jaga.",
        "Kita bersatu, paling tidak netralitas itu kami jaga.",
        "Kami hadir dan paling tidak netral.",
        "Hal itu paling tidak menunjukkan netralitas.",
        "Secara tidak langsung netralitas kami diuji.",
        "Langsung maupun tidak langsung netralitas kami diuji.",
        "Gedungnya bocor, belum lagi netralitas petugasnya dipersoalkan.",
        "Semua petugas tanpa kecuali netral.",
        "Ia tanpa mengeluh menjaga netralitas sampai malam.",
        "Kami tanpa jeda menjaga netralitas.",
        "Tekanan itu tak terelakkan dan netralitas diuji.",
        "Tidak selamanya netralitas dipuji.",
        "Tidak semua pegawai netral.",
        "Ia berani bilang tidak dan netral.",
        "Lurah itu tidak cuek dan netral.",
        "Semangatnya tak padam menjaga netralitas.",
        "Warga tidak puas dengan netralitas panitia.",
        "Ini bukan netralitas belaka.",
        "Ini bukan urusan netralitas panitia saja.",
        "Mereka tidak netral karena takut, melainkan karena sadar.",
        "Kami tidak kaget ketika netralitas kami diuji.",
        "Ia membantu warga tak mampu agar netral.",
        "Gaji kecil bukan alasan untuk tidak netral.",
        "Lelah bukan dalih untuk tidak netral.",
        "Kami tidak punya alasan untuk tidak netral.",
        "Bukan pilihan bagi panitia desa kami untuk tidak netral.",
        "Kami menolak untuk tidak netral.",
        "Siapa bilang panitia tidak bisa netral?",
        "Kata siapa panitia itu tidak netral?",
        "Ini bukan untuk orang yang tidak netral.",
        "Desa kami tidak punya panitia yang tidak netral.",
        "Kami tidak rela netralitas kami dipertaruhkan.",
        "Warga tidak mau netralitas panitia dijual.",
        "Petugas tidak sombong dengan netralitasnya.",
    ]
    told = judged(cases)
    assert [
        text
        for text in cases
        if [status for status, _, _ in told[text, "netralitas"]] not in (["asserted"], ["aspired"])
    ] == []


@pytest.mark.parametrize(
    ("text", "lexicon", "told"),
    [
        ("Pemilu berjalan tanpa kendala.", "kendala", {("negated", "negator", "tanpa")}),
        ("Tidak sulit melayani warga.", "=sulit", {("negated", "negator", "Tidak")}),
        ("Tanpa kendala kami netral.", "netral", {("asserted", "stated", "")}),
        (
            "Kami bekerja tanpa membedakan suku dan latar belakang.",
            "pemilu",
            {("asserted", "refused", "tanpa")},
        ),
    ],
)
def test_such_a_negator_denies_the_word_behind_it_where_that_is_the_hit(
    text: str, lexicon: str, told: set[tuple[str, str, str]]
) -> None:
    own = pd.DataFrame({"theme": ["own"], "match": [lexicon]})
    rows = kc.evidence(kc.load({"a": text}), lexicon="pemilu" if lexicon == "pemilu" else own)
    assert set(zip(rows["status"], rows["rule"], rows["cue"], strict=True)) == told


def test_a_denial_that_only_looks_like_one_of_those_denies() -> None:
    cases = [
        ("Ia tidak suka netral.", "tidak"),
        ("Mereka tidak sedikit pun netral.", "tidak"),
        ("Semua pegawai tidak netral.", "tidak"),
        ("Panitia itu tidak lagi netral.", "tidak"),
        ("Bukan tidak mungkin petugas itu tidak netral.", "tidak"),
        ("Kami tahu siapa yang tidak netral.", "tidak"),
        ("Itu bukan demi netralitas.", "bukan"),
        ("Ia tidak pintar dan netral.", "tidak"),
        ("Ia yang paling tidak netral.", "tidak"),
        ("Ia pegawai paling tidak netral.", "tidak"),
        ("Orang yang tidak netral saja naik pangkat.", "tidak"),
        ("Mereka tidak netral bukan karena takut, melainkan karena uang.", "tidak"),
        ("Rakyat tidak percaya kepada petugas yang tidak netral.", "tidak"),
        ("Pemilu berjalan, tetapi tanpa netralitas sama sekali.", "tanpa"),
        ("Ia menjabat tanpa netralitas, akan tetapi dipuji.", "tanpa"),
        ("Ia kurang netral saja.", "kurang"),
        ("Ia tidak netral, saja.", "tidak"),
        ("Ia tidak netral karena takut, tetapi dari kota.", "tidak"),
        ("Ia tidak netral, tetapi karena takut ia diam.", "tidak"),
        ("Ia tidak bisa hadir, tidak netral pula.", "tidak"),
        ("Tidak, tidak netral lurah itu.", "tidak"),
        ("Pegawai itu rapi dan tak mau netral.", "tak"),
        ("Ia tidak puas, tidak netral.", "tidak"),
        ("Tanpa alasan ia tidak netral.", "tidak"),
        ("Ia menghitung suara tanpa menjaga netralitas.", "tanpa"),
        ("Ia tidak membuat tugas, kurang netral.", "kurang"),
        ("Mereka bekerja secara tidak netral.", "tidak"),
        ("Panitia tidak lagi bekerja secara netral.", "tidak"),
        ("Ia tidak mau bersikap netral, lalu dipecat.", "tidak"),
        ("Ia tidak mau netral dan dipecat.", "tidak"),
        ("Ia tidak mau netral.", "tidak"),
        ("Ia tidak mau netral di DIY.", "tidak"),
        ("Ia tidak mau netral didepan warga.", "tidak"),
        ("Petugas yang tidak netral dipecat.", "tidak"),
        ("Petugas itu tidak netral ketika menghitung suara.", "tidak"),
        ("Ia tidak netral agar adiknya menang.", "tidak"),
        ("Ia suka tidak netral.", "tidak"),
        ("Ia memilih untuk tidak netral.", "tidak"),
        ("Desa itu tidak memiliki panitia yang netral.", "tidak"),
        ("Mereka tidak malu untuk tidak netral.", "tidak"),
        ("Tidak sedikit orang memilih untuk tidak netral.", "tidak"),
        ("Warga yang tidak puas memilih untuk tidak netral.", "tidak"),
        ("Mereka ingin menang, tidak mau netral.", "tidak"),
        ("Atasan senang petugas tidak mau netral.", "tidak"),
        ("Petugas yang tidak mau netral diganti.", "tidak"),
        ("Atasan kami yang tidak netral akan pensiun.", "tidak"),
        ("Ia tidak mau netral kepada calon yang dibencinya.", "tidak"),
        ("Ia memimpin tanpa netralitas tanpa arah.", "tanpa"),
    ]
    expected = {text: [("negated", "negator", cue)] for text, cue in cases}
    assert hits(expected, "netralitas") == expected


def test_a_contrast_in_the_next_sentence_leaves_the_value_denied() -> None:
    text = "Ia tidak netral karena takut. Ibunya netral, tetapi karena iman."
    assert [status for status, _, _ in statuses(text, "netralitas")] == ["negated", "asserted"]


def test_what_may_well_be_is_stated() -> None:
    text = "Bukan tidak mungkin petugas itu netral."
    assert statuses(text, "netralitas") == [("asserted", "stated", "")]


def test_a_lack_to_shun_is_regretted() -> None:
    cases = [
        ("Lebih baik kalah daripada tidak netral.", "daripada"),
        ("Ketimbang tidak netral, lebih baik mundur.", "Ketimbang"),
        ("Betapa tidak netralnya pejabat itu!", "Betapa"),
        ("Camat itu dinilai tidak netral.", "dinilai"),
        ("Polisi menindak anggotanya yang tidak netral.", "menindak"),
        ("Petugas yang tidak netral tidak ditegur.", "ditegur"),
        ("Kalaupun ada yang tidak netral, itu sedikit.", "Kalaupun"),
        ("Sikap tidak netral itu menular.", "Sikap"),
        ("Tidak netral adalah aib.", "adalah"),
        ("Tidak adanya netralitas disadari semua.", "adanya"),
        ("Kita tidak perlu petugas yang tidak netral.", "perlu"),
        ("Ketika petugas tidak netral, warga marah.", "Ketika"),
        ("Petugas tidak netral ketika menghitung sehingga warga marah.", "sehingga"),
        ("Jabatan tanpa netralitas tidak ada artinya.", "tanpa"),
        ("Jika diketahui tidak netral, petugas itu dipecat.", "Jika"),
        ("Karena tanpa pengawas kita tidak akan netral.", "tanpa"),
        ("Namun tanpa pengawas kita tidak mungkin netral.", "tanpa"),
        ("Tanpa pengawas tidak ada netralitas.", "Tanpa"),
        ("Salah kami memilih lurah yang tidak netral.", "Salah"),
        ("Ia pandai, tetapi tanpa netralitas, ilmunya kosong.", "tanpa"),
        ("Jabatan tanpa netralitas hanya hiasan.", "tanpa"),
    ]
    expected = {text: [("asserted", "regretted", cue)] for text, cue in cases}
    assert hits(expected, "netralitas") == expected


def test_what_is_said_of_none_is_denied() -> None:
    cases = [
        ("Tidak ada panitia yang netral.", "Tidak"),
        ("Belum ada lurah yang netral.", "Belum"),
        ("Tidak ada yang berani netral.", "Tidak"),
        ("Tak ada seorang pun yang mau netral.", "Tak"),
        ("Tidak satu pun lurah yang berani bersikap netral.", "Tidak"),
    ]
    expected = {text: [("negated", "negator", cue)] for text, cue in cases}
    assert hits(expected, "netralitas") == expected


def test_none_that_does_the_forbidden_refuses_it() -> None:
    rows = statuses("Tidak ada staf yang korupsi.", "integritas")
    assert rows == [("asserted", "refused", "Tidak")]


def test_none_of_something_else_denies_nothing() -> None:
    cases = [
        "Tidak ada yang lebih netral dari panitia itu.",
        "Tidak ada hujan dan panitia yang netral datang.",
        "Tidak, ada panitia yang netral.",
        "Tidak, ada panitia netral di sana.",
        "Satu panitia yang netral datang.",
        "Tidak ada kata lelah bagi panitia yang netral.",
        "Tidak ada pilihan lain selain menjadi panitia yang netral.",
        "Tidak ada ruginya menjadi panitia yang netral.",
    ]
    assert hits(cases, "netralitas") == {text: [("asserted", "stated", "")] for text in cases}


def test_a_hit_that_reaches_from_what_is_set_aside_to_what_is_the_case_is_stated() -> None:
    rows = statuses("Soal utamanya bukan jabatan, melainkan kecakapan.", "profesionalisme")
    assert rows == [("asserted", "stated", "")]


def test_one_of_several_is_at_no_fault_but_who_complains_regrets() -> None:
    text = "Salah seorang lurah itu tidak netral."
    assert statuses(text, "netralitas") == [("negated", "negator", "tidak")]
    text = "Warga mengeluhkan lurah yang tidak netral."
    assert statuses(text, "netralitas") == [("asserted", "regretted", "mengeluhkan")]


@pytest.mark.parametrize("cause", ["Gara-gara", "Lantaran"])
def test_spoken_causes_regret_the_lack_as_the_others_do(cause: str) -> None:
    found = statuses(f"{cause} satu petugas tidak netral, semua kena getahnya.", "netralitas")
    assert found == [("asserted", "regretted", cause)]


def test_time_for_a_value_dreams_and_aims_aspire() -> None:
    cases = [
        ("Sudah saatnya kantor ini netral.", "saatnya"),
        ("Saya bermimpi kantor ini netral.", "bermimpi"),
        ("Target saya tetap netral.", "Target saya"),
        ("Niat kami netral.", "Niat kami"),
        ("Ayo jaga netralitas!", "Ayo"),
    ]
    expected = {text: [("aspired", "modal", cue)] for text, cue in cases}
    assert hits(expected, "netralitas") == expected


def test_other_aims_do_not() -> None:
    text = "Target kantor tercapai dan pegawai itu netral."
    assert statuses(text, "netralitas") == [("asserted", "stated", "")]


def test_like_it_or_not_is_no_breach_of_neutrality() -> None:
    assert statuses("Suka tidak suka, disiplin itu penting.", "netralitas") == []
    assert statuses("Suka atau tidak suka, disiplin itu penting.", "netralitas") == []
    text = "Pegawai dipilih atas dasar suka tidak suka, bukan kinerja."
    assert [status for status, _, _ in statuses(text, "netralitas")] == ["asserted"]


def test_a_value_instead_of_which_something_else_is_done_is_missed() -> None:
    text = "Alih-alih netral, ia berkampanye."
    assert statuses(text, "netralitas")[0] == ("asserted", "regretted", "Alih-alih")
    assert statuses("Boro-boro jujur, ia kabur.", "integritas") == [
        ("asserted", "regretted", "Boro-boro")
    ]
    assert statuses("Bukannya jujur, ia kabur.", "integritas") == [
        ("asserted", "regretted", "Bukannya")
    ]


def test_who_will_have_nothing_of_what_the_value_forbids_refuses_it() -> None:
    rows = statuses("Pegawai itu enggan menerima suap.", "integritas")
    assert rows == [("asserted", "refused", "enggan")]


@pytest.mark.parametrize(
    "text",
    [
        "Pegawai itu tidak malu membuka data anggarannya.",
        "Pegawai itu tidak gengsi membuka data anggarannya.",
        "Bukan mustahil pegawai itu membuka data anggarannya.",
    ],
)
def test_who_is_not_ashamed_of_the_value_keeps_it(text: str) -> None:
    assert statuses(text, "transparansi") == [("asserted", "stated", "")]


def test_what_is_forbidden_planned_or_hoped_for_aspires() -> None:
    cases = [
        ("Kami tidak boleh berpihak.", "tidak boleh"),
        ("Kami gak boleh berpihak.", "gak boleh"),
        ("Kami wajib netral.", "wajib"),
        ("Kami tidak akan merusak netralitas itu.", "tidak akan"),
        ("Kami berencana menjaga netralitas.", "berencana"),
        ("Harapan kami petugas netral.", "Harapan"),
    ]
    expected = {text: [("aspired", "modal", cue)] for text, cue in cases}
    assert hits(expected, "netralitas") == expected


def test_never_having_wanted_to_is_a_refusal_and_no_wish() -> None:
    text = "Dinas itu tidak pernah mau berbagi data dengan kami."
    assert {status for status, _, _ in statuses(text, "sinergi")} == {"asserted"}
    text = "Ia tidak pernah mau bekerja sama."
    assert {status for status, _, _ in statuses(text, "sinergi")} == {"negated"}


def test_what_falls_short_of_a_value_speaks_of_it_and_what_breaks_a_rule_is_denied() -> None:
    text = "Keputusan itu tidak sesuai dengan netralitas panitia."
    assert statuses(text, "netralitas") == [("asserted", "stated", "")]
    text = "Ia bekerja tidak sesuai aturan."
    assert statuses(text, "disiplin") == [("negated", "negator", "tidak")]


@pytest.mark.parametrize(
    "text",
    [
        "Kami tidak melihat petugas yang tidak netral.",
        "Tak seorang pun menemukan petugas yang tidak netral.",
    ],
)
def test_a_lack_that_nobody_sees_is_denied(text: str) -> None:
    assert statuses(text, "netralitas") == [("asserted", "stated", "")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kita harus bekerja bukan karena uang, melainkan demi netralitas.", "aspired"),
        ("Kita harus bangga karena petugas netral.", "asserted"),
    ],
)
def test_a_cause_that_is_denied_does_not_end_what_a_modal_reaches(text: str, status: str) -> None:
    assert [row[0] for row in statuses(text, "netralitas")] == [status]


def test_a_threat_a_burden_and_a_programme_do_not() -> None:
    cases = [
        "Suap akan merusak netralitas pegawai.",
        "Warga belum puas akan netralitas panitia.",
        "Warga akan tenang karena petugas netral.",
        "Kotak itu memikul ribuan harapan akan hal netral.",
        "Program Keluarga Berencana di desa itu netral.",
    ]
    assert hits(cases, "netralitas") == {text: [("asserted", "stated", "")] for text in cases}


def test_a_full_column_of_marks_refuses_more_sets_with_what_to_do() -> None:
    column = Column(taken=3)
    bits = [column.bit(frozenset({str(number)})) for number in range(61)]
    assert bits == [1 << place for place in range(3, 64)]
    assert column.bit(frozenset({"0"})) == bits[0]
    with pytest.raises(OverflowError, match="another Column"):
        column.bit(frozenset({"61"}))


def test_what_does_no_harm_to_a_value_keeps_it() -> None:
    cases = [
        "Aturan itu tidak bertentangan dengan netralitas.",
        "Kritik tidak mengancam netralitas.",
        "Jangan abaikan netralitas.",
        "Kami tidak menyangka netralitas begitu dihargai.",
        "Surat dikirim paling kurang kepada petugas netral.",
    ]
    assert hits(cases, "netralitas") == {text: [("asserted", "stated", "")] for text in cases}


def test_a_fault_that_is_not_there_denies_no_value_listed_with_it() -> None:
    case = "Di sana tidak ada keterlambatan dan pelayanan prima."
    assert hits([case], "pelayanan")[case] == [("asserted", "stated", "")]
