"""What a hit says: asserted, aspired, negated, name or quoted, with the rule and its cue."""

import pandas as pd
import pytest
from tests.sentences import hits, judged

import kpu_corpus as kc


def statuses(text: str, theme: str) -> list[tuple[str, str, str]]:
    rows = kc.evidence(kc.load({"a": text}), themes=[theme])
    return list(zip(rows["status"], rows["rule"], rows["cue"], strict=True))


def test_the_words_before_a_hit_decide() -> None:
    cases = [
        ("Integritas adalah napas lembaga ini.", "integritas", ("asserted", "stated", "")),
        ("Kami harus menjaga integritas.", "integritas", ("aspired", "modal", "harus")),
        ("Kami bertekad terus belajar.", "pembelajaran", ("aspired", "modal", "bertekad")),
        ("Hal itu bukan demokrasi.", "demokrasi", ("negated", "negator", "bukan")),
        ("Kami tidak bekerja keras.", "profesionalisme", ("negated", "negator", "tidak")),
        ("Pegawai itu tidak terus belajar.", "pembelajaran", ("negated", "negator", "tidak")),
        (
            "Rapat tidak membahas netralitas.",
            "netralitas",
            ("negated", "negator", "tidak"),
        ),
    ]
    told = judged(text for text, _, _ in cases)
    assert [text for text, theme, status in cases if told[text, theme] != [status]] == []


def test_a_duty_close_behind_what_opens_the_clause_demands_it() -> None:
    cases = [
        ("Netralitas wajib dijaga.", "netralitas", ("aspired", "modal", "wajib")),
        ("Netralitas itu hendaknya dijaga.", "netralitas", ("aspired", "modal", "hendaknya")),
        ("Kami sadar bahwa disiplin harus kita rawat.", "disiplin", ("aspired", "modal", "harus")),
        ("Bagi saya, disiplin kerja perlu dilatih.", "disiplin", ("aspired", "modal", "perlu")),
        ("Disiplin perlu kita latih.", "disiplin", ("aspired", "modal", "perlu")),
        ("Pelayanan perlu terus diperkuat.", "pelayanan", ("aspired", "modal", "perlu")),
        ("Pelayanan itu perlu.", "pelayanan", ("aspired", "modal", "perlu")),
        ("Oleh karena itu disiplin harus dijaga.", "disiplin", ("aspired", "modal", "harus")),
        ("Namun disiplin harus dijaga.", "disiplin", ("aspired", "modal", "harus")),
        ("Kami yakin disiplin harus dijaga.", "disiplin", ("aspired", "modal", "harus")),
        ("Bagi saya disiplin harus dijaga.", "disiplin", ("aspired", "modal", "harus")),
        ("Kelas kami disiplin harus digaji.", "disiplin", ("asserted", "stated", "")),
        ("Disiplin itu tidak boleh kendur.", "disiplin", ("aspired", "modal", "tidak boleh")),
        ("Disiplin tidak, boleh jadi, mudah.", "disiplin", ("asserted", "stated", "")),
        ("Jika itu disiplin harus dijaga.", "disiplin", ("asserted", "stated", "")),
        ("Begitu disiplin harus diuji, kami siap.", "disiplin", ("asserted", "stated", "")),
        ("Disiplin dan netralitas harus dijaga.", "disiplin", ("aspired", "modal", "harus")),
        ("Nilai disiplin harus dijaga.", "disiplin", ("aspired", "modal", "harus")),
        ("Netralitas dan disiplin harus dijaga.", "disiplin", ("aspired", "modal", "harus")),
        ("Disiplin luntur dan warga harus ada.", "disiplin", ("asserted", "stated", "")),
        ("Pelayanan publik perlu inovasi.", "pelayanan", ("asserted", "stated", "")),
        ("Integritas wajib pajak diuji.", "integritas", ("asserted", "stated", "")),
        ("Disiplin mata pelajaran wajib itu baik.", "disiplin", ("asserted", "stated", "")),
        ("Jika integritas harus dijual, kami pergi.", "integritas", ("asserted", "stated", "")),
        ("Integritas tidak perlu diragukan.", "integritas", ("asserted", "stated", "")),
        ("Integritas akan melahirkan kepercayaan.", "integritas", ("asserted", "stated", "")),
        ("Dengan disiplin kita harus menang.", "disiplin", ("asserted", "stated", "")),
        ("Petugas yang tahu disiplin harus datang.", "disiplin", ("asserted", "stated", "")),
        (
            "Disiplin jadi budaya sejak dulu, dan kami harus ikut.",
            "disiplin",
            ("asserted", "stated", ""),
        ),
        ("Disiplin petugas yang harus dibina itu luntur.", "disiplin", ("asserted", "stated", "")),
        ("Disiplin kami harus membaik.", "disiplin", ("aspired", "modal", "harus")),
        ("Disiplin pegawai di kantor harus dijaga.", "disiplin", ("aspired", "modal", "harus")),
        ("Disiplin luntur membuat kami harus ikut.", "disiplin", ("asserted", "stated", "")),
        ("Disiplin baru itu membuat pegawai harus ikut.", "disiplin", ("asserted", "stated", "")),
        ("Disiplin yang kuat harus dijaga.", "disiplin", ("aspired", "modal", "harus")),
        ("Disiplin yang juga harus dijaga itu luntur.", "disiplin", ("asserted", "stated", "")),
        ("Disiplin yang mutunya harus dijaga itu luntur.", "disiplin", ("asserted", "stated", "")),
        ("Segala bentuk disiplin harus dijaga.", "disiplin", ("aspired", "modal", "harus")),
        ("Kami sepakat disiplin harus dijaga.", "disiplin", ("aspired", "modal", "harus")),
        ("Warga yang sepakat disiplin harus datang.", "disiplin", ("asserted", "stated", "")),
        ("Penegakan disiplin harus dimulai.", "disiplin", ("aspired", "modal", "harus")),
        ("Netralitas wajib melekat.", "netralitas", ("aspired", "modal", "wajib")),
        ("Usaha bersama wajib menyimpan arsip.", "sinergi", ("asserted", "stated", "")),
        ("Penanggung jawab harus datang.", "tanggung_jawab", ("asserted", "stated", "")),
        ("Kami sadar disiplin harus dijaga.", "disiplin", ("aspired", "modal", "harus")),
        ("Warga sadar disiplin harus dipuji.", "disiplin", ("asserted", "stated", "")),
        ("Pembahasan disiplin harus ditunda.", "disiplin", ("asserted", "stated", "")),
        ("Disiplin lain yang dianggap perlu.", "disiplin", ("asserted", "stated", "")),
        ("Layanan yang kata orang harus dibayar.", "pelayanan", ("asserted", "stated", "")),
        ("Layanan yang warga harus bayar.", "pelayanan", ("asserted", "stated", "")),
        (
            "Dari situ saya belajar bahwa pelamar harus datang.",
            "pembelajaran",
            ("asserted", "stated", ""),
        ),
    ]
    told = judged(text for text, _, _ in cases)
    assert [text for text, theme, found in cases if told[text, theme][:1] != [found]] == []


def test_a_phrase_may_stand_before_what_is_demanded() -> None:
    demanded = ("aspired", "modal", "harus")
    stated = ("asserted", "stated", "")
    cases = [
        ("Di era digital netralitas harus dijaga.", "netralitas", demanded),
        ("Sebagai CPNS netralitas harus saya pegang.", "netralitas", demanded),
        ("Untuk pemilu yang bermutu netralitas harus dijaga.", "netralitas", demanded),
        ("Hari ini pelayanan kami harus lebih cepat.", "pelayanan", demanded),
        ("Sebagai CPNS netralitas saya harus diperkuat.", "netralitas", demanded),
        ("Di mana pun netralitas harus dijaga.", "netralitas", demanded),
        ("Pada jalur pelayanan harus ada petugas.", "pelayanan", stated),
        ("Dalam penguatan netralitas harus disusun aturan.", "netralitas", stated),
        ("Untuk menjaga netralitas harus disusun aturan.", "netralitas", stated),
        ("Dalam urusan netralitas harus disusun aturan.", "netralitas", stated),
        ("Bagi petugas jujur harus ada tempat.", "integritas", stated),
        ("Pada era demokrasi hak warga harus dijaga.", "demokrasi", stated),
        ("Pada era demokrasi harus ada pemilu.", "demokrasi", stated),
        ("Menurut asas netralitas harus disusun aturan.", "netralitas", stated),
        ("Dalam batas waktu itu juga ketua harus pulang.", "disiplin", stated),
    ]
    told = judged(text for text, _, _ in cases)
    assert [text for text, theme, found in cases if told[text, theme][:1] != [found]] == []


def test_akan_behind_a_value_plans_what_is_done_to_it_and_foresees_all_else() -> None:
    plans = [
        "Netralitas akan diperkuat.",
        "Netralitas akan saya jaga.",
        "Netralitas akan terus kami jaga.",
        "Netralitas tidak akan saya jual.",
    ]
    foresees = [
        "Netralitas akan membawa kemajuan.",
        "Netralitas akan diuji.",
        "Netralitas akan dicemooh.",
        "Netralitas akan saya bahas.",
        "Netralitas akan terus.",
        "Netralitas tidak akan dijual.",
    ]
    told = hits([*plans, *foresees], "netralitas")
    assert [told[text] for text in plans] == [[("aspired", "modal", "akan")]] * 4
    assert [told[text] for text in foresees] == [[("asserted", "stated", "")]] * 6


def test_what_harms_a_value_and_will_be_done_is_no_plan_unless_it_is_fought() -> None:
    told = hits(["Korupsi akan terus dilakukan.", "Korupsi akan diberantas."], "integritas")
    assert [*told.values()] == [[("asserted", "stated", "")], [("aspired", "modal", "akan")]]


def test_who_pays_taxes_is_no_duty() -> None:
    assert statuses("Wajib pajak itu jujur.", "integritas")[0] == ("asserted", "stated", "")


def test_a_lack_without_a_word_of_regret_is_negated() -> None:
    cases = [
        ("Pegawai itu tidak netral.", "netralitas", "tidak"),
        ("Laporan itu belum transparan.", "transparansi", "belum"),
        ("Panitia bekerja tanpa koordinasi.", "sinergi", "tanpa"),
        ("Stafnya kurang disiplin.", "disiplin", "kurang"),
        ("Camat itu tak cukup profesional.", "profesionalisme", "tak"),
        ("Laporan itu jauh dari transparan.", "transparansi", "jauh"),
        ("Perilakunya jauh dari kata jujur.", "integritas", "jauh"),
        ("Oleh karena itu, lurah itu tidak netral.", "netralitas", "tidak"),
        ("Karena itulah lurah itu tidak netral.", "netralitas", "tidak"),
        ("Ia tidak menghargai waktu.", "disiplin", "tidak"),
        ("Ia tidak menjaga keteraturan kerja.", "disiplin", "tidak"),
    ]
    told = judged(text for text, _, _ in cases)
    assert [
        text for text, theme, cue in cases if told[text, theme] != [("negated", "negator", cue)]
    ] == []


def test_far_from_something_else_is_no_lack_of_the_value() -> None:
    text = "Desa itu jauh dari petugas profesional."
    assert statuses(text, "profesionalisme") == [("asserted", "stated", "")]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Saya belum sepenuhnya akuntabel, sebab laporan itu hilang.", "belum"),
        ("Kami memang belum akuntabel.", "belum"),
        ("Dulu aku juga nggak akuntabel.", "nggak"),
    ],
)
def test_a_reason_behind_the_lack_is_no_regret(text: str, cue: str) -> None:
    assert statuses(text, "tanggung_jawab") == [("negated", "negator", cue)]


def test_colloquial_negators_deny_as_the_formal_ones_do() -> None:
    cases = [
        ("Pejabat itu gak netral.", "gak"),
        ("Pejabat itu nggak netral.", "nggak"),
        ("Pejabat itu enggak netral.", "enggak"),
        ("Pejabat itu ga netral.", "ga"),
        ("Pejabat itu kagak netral.", "kagak"),
        ("Pejabat itu ndak netral.", "ndak"),
        ("Pejabat itu tdk netral.", "tdk"),
        ("Pejabat itu blm netral.", "blm"),
        ("Perlu diketahui, pejabat itu gak netral.", "gak"),
    ]
    expected = {text: [("negated", "negator", cue)] for text, cue in cases}
    assert hits(expected, "netralitas") == expected


def test_colloquial_negators_fit_the_patterns_of_the_formal_ones() -> None:
    [row] = kc.evidence(kc.load({"a": "Kami gak memihak siapa pun."}), themes=["netralitas"])[
        "surface"
    ]
    assert row == "gak memihak"


def test_bkn_says_bukan_but_an_office_in_capitals_says_nothing() -> None:
    assert statuses("Ini bkn soal disiplin.", "disiplin") == [("negated", "negator", "bkn")]
    assert statuses("Menurut BKN disiplin itu penting.", "disiplin") == [("asserted", "stated", "")]


def test_modals_of_every_register_aspire() -> None:
    cases = [
        ("Kudu jujur.", "Kudu"),
        ("Aku pengen jujur.", "pengen"),
        ("Kita musti jujur.", "musti"),
        ("Hrs jujur.", "Hrs"),
        ("Aku mau jujur.", "mau"),
        ("Seyogianya pegawai jujur.", "Seyogianya"),
        ("Sudah seharusnya seorang pegawai jujur.", "seharusnya"),
        ("Cita-cita saya menjadi pegawai yang jujur.", "Cita-cita"),
        ("Ia bakal jujur.", "bakal"),
        ("Saya berjanji jujur.", "berjanji"),
        ("Andai pegawai kami jujur, warga senang.", "Andai"),
        ("Andaikan pegawai kami jujur, warga senang.", "Andaikan"),
        ("Seandainya pegawai kami jujur, warga senang.", "Seandainya"),
        ("Kiranya pegawai kami jujur.", "Kiranya"),
        ("Biarlah kantor ini jujur.", "Biarlah"),
        ("Impian saya adalah kantor yang jujur.", "Impian saya"),
        ("Doa saya, kantor ini jujur.", "Doa saya"),
        ("Mohon doa agar saya tetap jujur.", "doa agar"),
    ]
    expected = {text: [("aspired", "modal", cue)] for text, cue in cases}
    assert hits(expected, "integritas") == expected


def test_what_only_looks_like_a_modal_is_none() -> None:
    cases = [
        "Akan tetapi, pegawai itu jujur.",
        "Harus diakui, pegawai itu jujur.",
        "Perlu diketahui bahwa pegawai itu jujur.",
        "Saya ingin membahas integritas.",
        "Sambil mengejar cita-cita, pegawai itu jujur.",
        "Berkas itu tidak sesuai dengan seharusnya, tetapi pegawai itu jujur.",
        "Kami sadar akan pentingnya integritas.",
        "Murid itu gemar akan kejujuran.",
        "Warga butuh akan pegawai jujur.",
        "Hal yang mau kita bahas ini soal pegawai jujur.",
        "Kebutuhan akan integritas disadari semua kantor.",
        "Saya hendak menulis tentang integritas.",
        "Aku ingin tahu apakah pegawai itu jujur.",
        "Lurah itu seharusnya pulang, nyatanya ia jujur dan terus bekerja.",
        "Aturan harus tegas padahal pegawai itu jujur.",
        "Bakal calon yang jujur diumumkan.",
        "Pegawai yang mau belajar itu jujur.",
        "Ia bekerja sebagaimana mestinya karena jujur.",
        "Kami tidak perlu takut karena jujur.",
        "Kalau pegawai jujur, warga senang.",
        "Kami membuka rapat dengan doa, lalu bekerja jujur.",
        "Selayaknya seorang hakim, pegawai itu jujur.",
        "Kekhawatiran akan kejujuran peserta muncul.",
        "Kebohongan kecil akan mengurangi integritas kita.",
        "Mau tidak mau mereka jujur.",
        "Kami mau tidak mau jujur.",
        "Warga itu ramah dan mau bekerja jujur.",
        "Penelitian ini hendak menelaah integritas pegawai.",
        "Ada yang ingin merusak integritas kantor.",
        "Ia ingin dilayani, tetapi tetap jujur.",
        "Perlu dipahami bahwa integritas itu modal.",
        "Layanan itu belum sesuai harapan, tetapi pegawainya jujur.",
        "Kita perlu waspada bila pegawai tidak jujur.",
        "Tidak berlebihan kiranya bila pegawai itu disebut jujur.",
        "Kota akan maju karena pegawainya jujur.",
        "Arsip harus disimpan, sedangkan integritas dibahas besok.",
        "Kita harus membayar, meski pegawai itu jujur.",
        "Kita harus membayar, kendati pegawai itu jujur.",
        "Warga mengerti akan integritas lurahnya.",
        "Kami menyadarkan warga akan integritas.",
        "Kesadaran warga akan kejujuran itu tumbuh.",
        "Kita harus membayar, tetapi kami jujur.",
        "Kita harus cepat, namun integritas kami sudah teruji.",
        "Rapat yang seyogianya membahas gaji itu menguji integritas kami.",
        "Rapat yang seyogianya membahas gaji itu justru soal integritas.",
        "“Semua harus hadir,” kata petugas yang jujur.",
    ]
    told = judged(cases)
    assert [
        text
        for text in cases
        if {status for status, _, _ in told[text, "integritas"]} != {"asserted"}
    ] == []


def test_what_one_promises_of_oneself_hopes_for_or_a_law_demands_aspires() -> None:
    cases = [
        ("Kami pun mau bekerja jujur.", "mau"),
        ("Laporan itu mau kami tulis dengan jujur.", "mau"),
        ("Saya pribadi mau bekerja jujur.", "mau"),
        ("Undang-undang mewajibkan pejabat bersikap jujur.", "mewajibkan"),
        ("Harapannya, pegawai bekerja jujur.", "Harapannya"),
        ("Kami berharap kalau pegawai tetap jujur.", "berharap"),
        ("Pegawai harus, bila ada tekanan, tetap jujur.", "harus"),
        ("Pegawai harus, meski ditekan, tetap jujur.", "harus"),
        ("Semoga meski ditekan pegawai tetap jujur.", "Semoga"),
        ("Kita harus cepat, tetapi tetap jujur.", "harus"),
        ("Kita harus cepat, tetapi hal yang sudah baik dijaga dengan jujur.", "harus"),
        ("Kita harus, kata camat, bekerja jujur.", "harus"),
        ("Mereka akan pertahankan kejujuran.", "akan"),
        ("Pegawai akan pelan-pelan menjadi jujur.", "akan"),
        ("Warga yang ingin pemilu itu berjalan jujur datang.", "ingin"),
        ("Kami akan integritas penuh.", "akan"),
        ("Lembaga itu akan berintegritas.", "akan"),
        ("Semoga pemilu yang akan kita gelar itu berjalan jujur.", "Semoga"),
        ("Hal yang perlu dilakukan saat ini menjaga integritas.", "perlu"),
        ("Kita harus menjaga sikap, tutur kata yang jujur.", "harus"),
        ("Kita harus menjaga pikiran, kata dan laku yang jujur.", "harus"),
    ]
    expected = {text: [("aspired", "modal", cue)] for text, cue in cases}
    assert hits(expected, "integritas") == expected


def test_a_modal_inside_a_hit_or_on_a_refusal_aspires() -> None:
    cases = [
        ("Setiap temuan wajib ditindaklanjuti.", "tanggung_jawab"),
        ("Total anggaran harus dibuka.", "transparansi"),
        ("Kami tidak akan memihak.", "netralitas"),
        ("Kami tidak akan menerima suap.", "integritas"),
        ("Kami tidak akan pernah menerima suap.", "integritas"),
    ]
    told = judged(text for text, _ in cases)
    assert [
        text
        for text, theme in cases
        if {status for status, _, _ in told[text, theme]} != {"aspired"}
    ] == []


def test_what_nobody_has_to_be_is_negated() -> None:
    assert statuses("ASN tidak wajib netral di rumah.", "netralitas") == [
        ("negated", "negator", "tidak")
    ]


def test_bukan_denies_that_the_value_is_the_matter_whatever_is_regretted() -> None:
    assert statuses("Masalah kami bukan integritas.", "integritas") == [
        ("negated", "negator", "bukan")
    ]


def test_bukan_denies_a_whole_list_before_what_is_the_case() -> None:
    cases = [
        ("Bukan gaji, integritas pegawai, atau kejujuran, melainkan rumah dinas.", ["negated"] * 2),
        ("Pokoknya bukan gaji, korupsi, atau lembur, melainkan rumah dinas.", ["asserted"]),
        (
            "Pangkat bukan hadiah, integritas itu syarat, lembur bukan beban, melainkan ibadah.",
            ["asserted"],
        ),
        (
            "Bukan salah warga, tetapi kejujuran, integritas, dan adab luntur, melainkan kita.",
            ["asserted"] * 2,
        ),
        ("Bukan hanya gaji, integritas, atau jabatan, melainkan rumah dinas.", ["asserted"]),
        ("KPU bukan peserta, integritas pegawai jadi taruhan, melainkan wasit.", ["asserted"]),
        ("Bukan gaji, bonus, dan integritas, melainkan rumah dinas.", ["negated"]),
        ("Bukan gaji yang dicari karena ada integritas, melainkan kawan.", ["asserted"]),
        ("Bukan perkara mudah menjaga integritas, melainkan jalan panjang.", ["asserted"]),
        ("Bukan jabatan yang kami cari dengan integritas, melainkan bakti.", ["asserted"]),
        ("Bukan gaji, integritas, atau jabatan yang dibahas.", ["asserted"]),
        ("Kalau bukan gaji, integritas, atau jabatan, melainkan apa?", ["asserted"]),
        ("Integritas", ["asserted"]),
    ]
    told = judged(text for text, _ in cases)
    assert [
        text
        for text, expected in cases
        if [status for status, _, _ in told[text, "integritas"]] != expected
    ] == []


def test_the_principles_that_a_short_form_stands_for_are_no_name() -> None:
    text = "Asas itu berbunyi Jujur dan Adil (Jurdil). Komisi menjaga Pemilu yang Jujur dan Adil."
    rows = kc.evidence(kc.load({"a": text}), themes=["demokrasi"])
    assert set(rows["status"]) == {"asserted"}
    text = (
        "Keterbukaan Informasi Publik (KIP) adalah hak. Kami menjaga Keterbukaan Informasi Publik."
    )
    assert {found[0] for found in statuses(text, "transparansi")} == {"asserted"}


def test_a_title_without_capitals_has_the_number_of_a_law_before_it() -> None:
    for text in (
        "Rapat tahun 2021 tentang disiplin batal.",
        "UU itu bicara tentang disiplin.",
        "PP 94 Tahun 2021 tentang kewajiban pegawai menuntut disiplin.",
    ):
        assert statuses(text, "disiplin") == [("asserted", "stated", "")]


def test_a_negator_of_another_clause_denies_no_other() -> None:
    text = "Tidak mungkin ia menang karena petugas tidak netral."
    assert statuses(text, "netralitas") == [("asserted", "regretted", "karena")]


def test_a_denial_of_a_lack_is_a_condition() -> None:
    text = "Tidak ada integritas tanpa kejujuran."
    assert statuses(text, "integritas") == [("asserted", "regretted", "tanpa")] * 2


def test_two_lacks_in_a_row_are_no_condition() -> None:
    text = "Panitia bekerja tidak rapi dan tanpa arah tanpa koordinasi."
    assert statuses(text, "sinergi") == [("negated", "negator", "tanpa")]


@pytest.mark.parametrize("between", [" dan bekerja", ", bekerja"])
def test_what_is_lacking_of_something_else_is_no_condition_of_the_value(between: str) -> None:
    text = f"Petugas tidak netral{between} tanpa koordinasi."
    assert statuses(text, "netralitas") == [("negated", "negator", "tidak")]
    (found,) = statuses("Petugas tidak netral tanpa pengawasan.", "netralitas")
    assert found == ("asserted", "regretted", "tanpa")


def test_a_cause_regrets_the_lack_before_which_it_stands() -> None:
    assert statuses("Karena petugas tidak netral, warga ribut.", "netralitas") == [
        ("asserted", "regretted", "Karena")
    ]
    assert statuses("Karena itu tidak netral, warga ribut.", "netralitas")[0][1] == "regretted"
    assert statuses("Petugas tidak netral karena takut.", "netralitas") == [
        ("negated", "negator", "tidak")
    ]


def test_a_lack_that_is_regretted_feared_or_forbidden_is_asserted() -> None:
    cases = [
        ("Masih ada pegawai yang tidak netral.", "netralitas", "Masih"),
        ("Jika anggaran tidak transparan, warga curiga.", "transparansi", "Jika"),
        ("Sayangnya petugas kurang disiplin.", "disiplin", "Sayangnya"),
        ("Pegawai yang tidak jujur merusak nama kantor.", "integritas", "merusak"),
        ("Aparatur dilarang tidak netral.", "netralitas", "dilarang"),
        ("Petugas yang tidak netral dilarang.", "netralitas", "dilarang"),
        ("Tanpa integritas, kekuasaan berjalan ke mana saja.", "integritas", "Tanpa"),
        ("Tanpa integritas runtuh.", "integritas", "Tanpa"),
        ("Loket yang tidak transparan membuat warga menduga-duga.", "transparansi", "membuat"),
        ("Harus diakui pegawai kami tidak jujur.", "integritas", "Harus"),
        ("Pejabat itu enggan netral.", "netralitas", "enggan"),
        ("Pegawai itu ogah jujur.", "integritas", "ogah"),
        ("Yang tidak jujur akan tersingkir.", "integritas", "akan"),
        ("Pegawai yang tidak jujur tidak akan naik.", "integritas", "tidak"),
    ]
    told = judged(text for text, _, _ in cases)
    assert [
        text for text, theme, cue in cases if told[text, theme] != [("asserted", "regretted", cue)]
    ] == []


@pytest.mark.parametrize(
    ("text", "theme", "cue"),
    [
        ("Petugas tidak menerima suap.", "integritas", "tidak"),
        ("Kami bekerja tanpa korupsi.", "integritas", "tanpa"),
        ("Jangan curang saat menghitung suara.", "integritas", "Jangan"),
        ("Gaji kecil bukan alasan korupsi.", "integritas", "bukan"),
        ("Pegawai itu tidak membocorkan rahasia jabatan.", "integritas", "tidak"),
        ("Mereka tidak pernah terlambat masuk kerja.", "disiplin", "tidak"),
        ("Pegawai itu tidak melanggar aturan.", "disiplin", "tidak"),
    ],
)
def test_refusing_what_the_value_forbids_asserts_the_value(text: str, theme: str, cue: str) -> None:
    assert ("asserted", "refused", cue) in statuses(text, theme)
    assert {status for status, _, _ in statuses(text, theme)} == {"asserted"}


def test_a_negation_that_keeps_or_does_not_reach_the_value_asserts_it() -> None:
    cases = [
        ("Semangatnya tak pernah luntur menjaga integritas.", "integritas"),
        ("Tugas itu tidak lepas dari integritas.", "integritas"),
        ("Kami tidak berhenti belajar.", "pembelajaran"),
        ("Ia tidak henti-hentinya belajar.", "pembelajaran"),
        ("Kami tidak lamban melayani warga.", "pelayanan"),
        ("Ia tidak hanya disiplin.", "disiplin"),
        ("Rapat tidak selesai, disiplin tetap dijaga.", "disiplin"),
    ]
    told = judged(text for text, _ in cases)
    assert [
        text
        for text, theme in cases
        if {(status, rule) for status, rule, _ in told[text, theme]} != {("asserted", "stated")}
    ] == []


def test_a_negation_that_is_denied_asserts_the_value() -> None:
    cases = [
        ("Kami tidak bisa tidak netral.", "netralitas"),
        ("Kami tidak pernah tidak netral.", "netralitas"),
        ("Tidak mungkin petugas kami tidak netral.", "netralitas"),
        ("Kami bukannya tidak netral.", "netralitas"),
        ("Kami tidak kurang disiplin.", "disiplin"),
        ("Kinerja kami tidak jauh dari profesional.", "profesionalisme"),
        ("Kinerja kami jauh lebih profesional dari dulu.", "profesionalisme"),
        ("Hampir tidak ada pegawai yang tidak disiplin.", "disiplin"),
        ("Tak satu pun pegawai yang tidak disiplin.", "disiplin"),
        ("Saya tidak meragukan kejujuran ketua kami.", "integritas"),
        ("Kami tidak pernah meragukan integritas beliau.", "integritas"),
        ("Kami tidak pernah lalai melayani pemilih.", "pelayanan"),
    ]
    told = judged(text for text, _ in cases)
    assert [
        text
        for text, theme in cases
        if {(status, rule) for status, rule, _ in told[text, theme]} != {("asserted", "stated")}
    ] == []


@pytest.mark.parametrize(
    "text",
    [
        "Saya tidak akan mengkhianati integritas.",
        "Saya tidak akan mengorbankan integritas.",
        "Kami tidak akan mengkhianati amanah rakyat.",
    ],
)
def test_a_resolve_to_keep_the_value_aspires(text: str) -> None:
    assert statuses(text, "integritas") == [("aspired", "modal", "akan")]


def test_two_negations_of_different_things_deny_the_value() -> None:
    cases = [
        "Pegawai itu tidak rapi dan tidak netral.",
        "Pegawai itu tidak rapi, tidak netral.",
        "Kami tidak pernah tahu bahwa pegawai itu tidak netral.",
        "Tidak ada tamu, pegawai itu tidak netral.",
        "Tidak ada orang tahu pegawai itu tidak netral.",
        "Tidak pernah sekali pun orang melihat pegawai itu tidak netral.",
    ]
    assert hits(cases, "netralitas") == {text: [("negated", "negator", "tidak")] for text in cases}


@pytest.mark.parametrize(
    ("text", "cue"),
    [("Rapat tidak membahas korupsi.", "tidak"), ("Ini bukan soal korupsi.", "bukan")],
)
def test_denying_that_the_matter_is_what_the_value_forbids_is_negated(text: str, cue: str) -> None:
    assert statuses(text, "integritas") == [("negated", "negator", cue)]


def test_regret_addition_and_a_negation_inside_the_pattern_count() -> None:
    cases = [
        ("Minimnya transparansi merusak layanan.", "transparansi"),
        ("Laporan itu nihil transparansi.", "transparansi"),
        ("Lembaga itu minim integritas.", "integritas"),
        ("Yang dituntut bukan hanya integritas.", "integritas"),
        ("Panitia tidak berpihak kepada siapa pun.", "netralitas"),
        ("Keputusan itu bebas dari intervensi politik.", "netralitas"),
    ]
    told = judged(text for text, _ in cases)
    assert [
        text
        for text, theme in cases
        if [status for status, _, _ in told[text, theme]] not in (["asserted"], ["aspired"])
    ] == []


def test_a_hit_inside_a_name_is_a_name() -> None:
    cases = [
        ("Ia bekerja di Komisi Pemberantasan Korupsi.", "integritas", "institution"),
        ("Kader Partai Demokrasi berkumpul.", "demokrasi", "institution"),
        ("UU Keterbukaan Informasi Publik telah terbit.", "transparansi", "law_title"),
        (
            "Hal itu diatur dalam Undang-Undang tentang Pelayanan Publik.",
            "pelayanan",
            "law_title",
        ),
        ("PP Nomor 94 Tahun 2021 tentang Disiplin PNS terbit.", "disiplin", "law_title"),
        ("PP 94/2021 tentang Disiplin PNS terbit.", "disiplin", "law_title"),
        ("PP no. 94 tahun 2021 tentang disiplin PNS terbit.", "disiplin", "law_title"),
        ("UU Nomor 9 Tahun 2003 mengenai tata disiplin terbit.", "disiplin", "law_title"),
        ("Surat Edaran tentang Netralitas ASN terbit.", "netralitas", "law_title"),
        ("Undang-Undang mengenai Pelayanan Publik terbit.", "pelayanan", "law_title"),
        ("Permenpan RB tentang Disiplin Kerja terbit.", "disiplin", "law_title"),
        ("Peraturan KPU Nomor 8 Tahun 2019 tentang Disiplin terbit.", "disiplin", "law_title"),
        (
            "Peraturan Komisi Pemilihan Umum Nomor 8 tentang Tata Kerja dan Netralitas terbit.",
            "netralitas",
            "law_title",
        ),
        (
            "Permenpan tentang Unit Kerja Berpredikat Bebas dari Korupsi terbit.",
            "integritas",
            "law_title",
        ),
        (
            "UU 28/1999 tentang Negara yang Bersih dan Bebas dari Korupsi, Kolusi, dan Nepotisme.",
            "integritas",
            "law_title",
        ),
        (
            "UU 28/1999 Tentang Negara Yang Bersih Dan Bebas Dari Korupsi, Kolusi Dan Nepotisme.",
            "integritas",
            "law_title",
        ),
        ("Sekretariat Open Government pindah kantor.", "transparansi", "institution"),
        ("Indeks Keterbukaan Informasi Publik naik.", "transparansi", "institution"),
        (
            "Peraturan KPU tentang Disiplin, Netralitas, dan Kode Etik Pegawai terbit.",
            "netralitas",
            "law_title",
        ),
        (
            "Peraturan KPU tentang Disiplin, Netralitas, dan Kode Etik Pegawai terbit.",
            "integritas",
            "law_title",
        ),
        ("Taman Integritas ditanami bugenvil.", "integritas", "institution"),
        ("Warga menyebutnya Jembatan Demokrasi.", "demokrasi", "institution"),
        ("Ikatan Alumni Demokrasi berkumpul.", "demokrasi", "institution"),
        ("Satgas Netralitas ASN dibentuk.", "netralitas", "institution"),
        ("Ketua Divisi Hukum dan Integritas hadir.", "integritas", "institution"),
        ("Divisi Data, Pendidikan, dan Integritas pindah.", "integritas", "institution"),
        ("Menteri membentuk Desk Koordinasi Pilkada.", "sinergi", "institution"),
        ("Saya ditempatkan di Subbagian Pelayanan Publik.", "pelayanan", "institution"),
        ("Kasubbag Disiplin Pegawai memberi arahan.", "disiplin", "institution"),
        ("Perda tentang Keterbukaan bagi Pelayanan Publik terbit.", "pelayanan", "law_title"),
        ("SKB tentang Pembinaan dan Netralitas ASN terbit.", "netralitas", "law_title"),
        ("Surat Keputusan Bersama tentang Netralitas ASN terbit.", "netralitas", "law_title"),
        ("Semboyan kami ialah KPU Melayani.", "pelayanan", "motto"),
        ("KPU Melayani adalah motto kami.", "pelayanan", "motto"),
        ("KPU MELAYANI itu semboyan kita.", "pelayanan", "motto"),
        ("Di pintu masuk tertulis KPU Melayani.", "pelayanan", "motto"),
        ("Dengan semangat KPU Melayani kami membuka loket.", "pelayanan", "motto"),
        ("Kami hadir bersama KPU Melayani, Jumat lalu.", "pelayanan", "motto"),
        ("Pak Disiplin Waruwu menyambut kami.", "disiplin", "institution"),
        ("Kami menemui Bu Netral kemarin.", "netralitas", "institution"),
        ("Moto: Melayani dengan Hati.", "pelayanan", "motto"),
        ("Moto kami “Melayani dengan Hati”.", "pelayanan", "motto"),
        ('Spanduk dengan slogan "integritas tanpa batas" dipasang.', "integritas", "motto"),
        ("Spanduk dengan slogan 'integritas tanpa batas' dipasang.", "integritas", "motto"),
        ("Motonya: «jujur sejak dini».", "integritas", "motto"),
        ("Semboyan kantor kami adalah ‘integritas tanpa batas’.", "integritas", "motto"),
        ("BerAKHLAK diluncurkan tahun itu.", "integritas", "motto"),
        ("Kami memperingati Hari Keterbukaan Informasi Sedunia.", "transparansi", "institution"),
        ("Saya mencatat Lokakarya Integritas ASN.", "integritas", "institution"),
        ("Warga menonton Deklarasi Netralitas.", "netralitas", "institution"),
        ("Festival Demokrasi Desa dibuka.", "demokrasi", "institution"),
        ("Tim penilai Zona Integritas datang.", "integritas", "institution"),
        ("Kami membangun zona integritas di kantor.", "integritas", "institution"),
        ("Piagam Anugerah Pelayanan Publik dipajang.", "pelayanan", "institution"),
        ("Kami mendengar siniar Disiplin Kita.", "disiplin", "institution"),
        ("Satuan Tugas Netralitas dibentuk.", "netralitas", "institution"),
        ("Dinas Modal, Pelayanan Terpadu, dan Kerja pindah.", "pelayanan", "institution"),
        ("Divisi Data, Hukum, Pelayanan dan SDM pindah.", "pelayanan", "institution"),
        ("RUU Etika Penyelenggara dibahas.", "integritas", "law_title"),
        ("Kami mengikuti Webinar Peran Guru Dalam Demokrasi.", "demokrasi", "institution"),
    ]
    told = judged(text for text, _, _ in cases)
    assert [
        text
        for text, theme, rule in cases
        if {(status, found) for status, found, _ in told[text, theme]} != {("name", rule)}
    ] == []


def test_what_the_commission_does_is_no_motto() -> None:
    cases = [
        "Sejak pagi KPU melayani di loket.",
        "KPU MELAYANI DENGAN HATI",
        "KPU MELAYANI HARI INI",
        "KPU Melayani dari Hati ke Hati",
        "Setiap hari KPU Melayani Pemilih di loket.",
        "Setiap hari KPU Melayani pemilih.",
        "Bagi pegawai KPU, Melayani adalah ibadah.",
        "Setiap petugas Melayani sampai malam.",
    ]
    told = judged(cases)
    assert [
        text
        for text in cases
        if {status for status, _, _ in told[text, "pelayanan"]} != {"asserted"}
    ] == []


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Ia diangkat menjadi Bidan Mahir kemarin.", ["name"]),
        ("Ia menjadi bidan yang mahir kemarin.", ["asserted"]),
        ("Ia menjadi Bidan mahir kemarin.", ["asserted"]),
        ("Menjadi Bidan Mahir", ["asserted"]),
    ],
)
def test_a_rank_behind_what_one_is_is_a_name(text: str, statuses: list[str]) -> None:
    own = pd.DataFrame({"theme": ["own"], "match": ["=mahir"]})
    assert list(kc.evidence(kc.load({"a": text}), lexicon=own)["status"]) == statuses


@pytest.mark.parametrize(
    "text",
    ["Kata bu disiplin itu penting.", "Pak, Disiplin itu penting.", "Ia disebut Bapak Disiplin."],
)
def test_a_value_that_nobody_is_called_counts(text: str) -> None:
    assert statuses(text, "disiplin")[0][0] == "asserted"


def test_the_cue_of_a_name_is_told_without_the_blanks_inside_it() -> None:
    found = statuses("Rapat dihadiri Satuan  Tugas Netralitas.", "netralitas")
    assert found == [("name", "institution", "Satuan Tugas")]


def test_an_institution_with_small_words_in_its_name_is_one_word() -> None:
    text = "Perkumpulan untuk Pemilu dan Demokrasi mengkritik aturan itu."
    assert {status for status, _, _ in statuses(text, "demokrasi")} == {"name"}
    assert statuses("Perkumpulan itu bekerja untuk demokrasi.", "demokrasi")[0][0] == "asserted"


@pytest.mark.parametrize(
    "text",
    [
        "Bagi Ketua Divisi Data, Integritas adalah harga mati.",
        "Kami dari Divisi Hukum, Kabupaten Garut, Integritas selalu kami jaga.",
        "Di bidang Netralitas, Integritas, dan Disiplin kami kuat.",
        "Bagi kami di KPU Integritas adalah harga mati.",
    ],
)
def test_capitals_behind_an_office_that_no_comma_with_dan_closes_count(text: str) -> None:
    assert statuses(text, "integritas") == [("asserted", "stated", "")]


def test_capitals_behind_what_only_looks_like_the_beginning_of_a_name_count() -> None:
    cases = [
        ("Hari Senin Disiplin pegawai diperiksa.", "disiplin"),
        ("Setiap hari Integritas ASN diuji.", "integritas"),
        ("Kami menjadi Tim Profesional di desa.", "profesionalisme"),
        ("Sosialisasi dan Koordinasi kami lakukan.", "sinergi"),
        ("Kami belajar dari buku Integritas bagi pegawai.", "integritas"),
        ("Film yang baik menanamkan Kejujuran kita.", "integritas"),
        ("Penandatanganan Pakta Integritas itu janji kami.", "integritas"),
        ("Rumah adalah tempat belajar Kejujuran kita.", "integritas"),
        ("Bagi Divisi Hukum, Integritas dan Netralitas itu utama.", "netralitas"),
        ("Kami menyusun modul untuk Integritas Pegawai.", "integritas"),
        ("Kami belajar banyak tentang Netralitas dan Integritas.", "integritas"),
    ]
    told = judged(text for text, _ in cases)
    assert [
        text for text, theme in cases if told[text, theme] != [("asserted", "stated", "")]
    ] == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("UU 5/2014 tentang ASN, Integritas dan Netralitas wajib dijaga.", "aspired"),
        ("Sejak UU 5/2014 tentang ASN, Netralitas pegawai diawasi, dan warga senang.", "asserted"),
    ],
)
def test_capitals_behind_a_title_that_no_comma_with_dan_closes_count(
    text: str, status: str
) -> None:
    assert [found[0] for found in statuses(text, "netralitas")] == [status]


def test_the_name_of_the_zone_without_corruption_is_no_value() -> None:
    assert statuses("Kantor kami meraih predikat Wilayah Bebas dari Korupsi.", "integritas") == []
    assert statuses("Kantor kami bebas dari korupsi.", "integritas")[0][0] == "asserted"


def test_a_value_in_the_closing_formula_is_a_motto_without_a_cue() -> None:
    text = "Kami belajar menjaga suara rakyat setiap hari.\n\nSalam integritas!"
    assert statuses(text, "integritas") == [("name", "motto", "")]


def test_good_morals_are_no_programme() -> None:
    assert statuses("Pegawai itu berakhlak mulia.", "integritas") == [("asserted", "stated", "")]


@pytest.mark.parametrize("word", ["Kolaboratif", "Sinergitas", "Kolaborasi"])
def test_a_capital_alone_makes_no_value_a_name(word: str) -> None:
    assert statuses(f"Kami menjunjung nilai {word} di kantor.", "sinergi") == [
        ("asserted", "stated", "")
    ]


def test_small_words_join_the_title_of_a_law_alone() -> None:
    cases = [
        "Dinas Sosial untuk Integritas bekerja.",
        "Motto kami adalah kerja untuk Integritas.",
        "Menurut UU ASN, kami bekerja dalam Integritas.",
        "Menurut UU 20/2023 tentang ASN, Integritas itu nilai.",
        "Badan itu, Integritas namanya, bekerja.",
        "Peraturan itu terbit dan bicara untuk Integritas.",
    ]
    assert hits(cases, "integritas") == {text: [("asserted", "stated", "")] for text in cases}


def test_a_hit_that_only_touches_a_name_counts() -> None:
    text = "Kepercayaan masyarakat terhadap KPU menguat."
    assert statuses(text, "integritas") == [("asserted", "stated", "")]


def test_a_label_in_quotation_marks_is_quoted() -> None:
    cases = [
        "Mereka mengikuti seminar “Merawat Integritas Bangsa” di aula.",
        "Mereka membaca ”Merawat Integritas Bangsa” di aula.",
        'Mereka membaca “Merawat Integritas Bangsa" di aula.',
        'Mereka membaca “Merawat "Integritas" Bangsa” di aula.',
        "Tulisan “Menjaga Integritas sampai Akhir Tugas” ditempel.",
        "Tulisan “Cepat, Ramah, Tertib, Rapi, dan Integritas” ditempel.",
        "Ia membaca buku “Berani, Cepat, Ramah, Tertib, Rapi, dan Integritas”.",
        "Mereka mengikuti seminar bertema 'integritas tanpa batas'.",
        "Pada Jum'at itu istilah 'integritas' dibahas.",
    ]
    told = judged(cases)
    assert [
        text
        for text in cases
        if [status for status, _, _ in told[text, "integritas"]] != ["quoted"]
    ] == []


def test_what_somebody_says_in_quotation_marks_counts() -> None:
    cases = [
        '"Integritas itu modal utama pegawai kami," kata kepala dinas.',
        "“Jagalah integritas sejak hari pertama,” pesannya.",
        "Nilai kami adalah “Berani, Cepat, Ramah, Tertib, Rapi, dan Integritas”.",
        "Kata Jum'at dan integritas serta do'a ada di sana.",
        "Di dinding tertulis “Integritas” besar-besar.",
        "Slogan itu hanya kata-kata, tetapi kata ayah, “integritas itu modal.”",
    ]
    told = judged(cases)
    assert [
        text
        for text in cases
        if [status for status, _, _ in told[text, "integritas"]] != ["asserted"]
    ] == []


def test_a_label_says_nothing_of_what_stands_beside_it() -> None:
    text = "Kami datang pagi. Integritas dijaga dan istilah “netral” dibahas dengan jujur."
    assert statuses(text, "integritas") == [("asserted", "stated", "")] * 2


def test_what_is_only_foreseen_is_no_hope() -> None:
    rows = kc.evidence(kc.load({"a": "Yang mungkin akan dihadapi ialah politik praktis pegawai."}))
    assert list(rows["status"]) == ["asserted"]
