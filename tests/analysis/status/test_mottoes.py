"""What a motto, a theme or an inscription says without quotation marks."""

from tests.sentences import judged

import kpu_corpus as kc


def rules(text: str, theme: str) -> list[tuple[str, str]]:
    rows = kc.evidence(kc.load({"a": text}), themes=[theme])
    return list(zip(rows["rule"], rows["cue"], strict=True))


def test_capitals_that_the_word_for_a_motto_leads_to_are_what_it_says() -> None:
    cases = [
        ("Kami punya semboyan Jujur, Adil, Mandiri sejak Mei.", "integritas", "semboyan"),
        ("Kami punya semboyan Adil, Mandiri, Jujur sejak Mei.", "integritas", "semboyan"),
        ("Motto kami: Sigap, Disiplin, dan Ramah.", "disiplin", "Motto"),
        ("Mottonya Senyum, Salam, Disiplin.", "disiplin", "Mottonya"),
        ("Moto kantor ini, Sigap, Integritas, Cepat, ditulis.", "integritas", "Moto"),
        ("Slogan desa kami berbunyi Desaku Bersih, Jujur.", "integritas", "Slogan"),
        ("Semboyan yang dipakai sejak dulu ialah Jujur Itu Hebat.", "integritas", "Semboyan"),
        ("Itulah motto kami, yakni Disiplin Waktu.", "disiplin", "motto"),
        ("Motto: Bekerja dengan Hati, Hidup dengan Disiplin.", "disiplin", "Motto"),
        ("Motto SIGAP (Santun, Integritas, Gesit) dibacakan.", "integritas", "Motto"),
        ("Itu bukan sekadar slogan Disiplin Waktu.", "disiplin", "slogan"),
        ("Rapat bertema Demokrasi Kita dibuka.", "demokrasi", "bertema"),
        ("Papan bertuliskan Loket Satu, Disiplin Petugas hilang.", "disiplin", "bertuliskan"),
        ("Kami pasang semboyan Satu Hati, Budaya Disiplin di pintu.", "disiplin", "semboyan"),
        ("Mereka mengusung tema Satukan Aksi, Jaga Demokrasi.", "demokrasi", "tema"),
        ("Motto kami: Sigap, Cepat, Ramah, dan Disiplin.", "disiplin", "Motto"),
        ("Kami pasang semboyan Satu Hati, Disiplin dan Ramah di pintu.", "disiplin", "semboyan"),
        ("Kami pasang semboyan Satu Hati, Selalu Disiplin di pintu.", "disiplin", "semboyan"),
        ("Spanduk bertuliskan Satu Hati, Kerja Keras di pintu.", "profesionalisme", "bertuliskan"),
    ]
    told = judged(text for text, _, _ in cases)
    assert [row for row in cases if [hit[1:] for hit in told[row[:2]]] != [("motto", row[2])]] == []


def test_capitals_of_the_sentence_around_a_motto_count() -> None:
    cases = [
        ("Slogan tanpa Integritas itu kosong.", "integritas"),
        ("Slogan itu bukan Integritas.", "integritas"),
        ("Semboyan itu indah, namun Disiplin itu nyata.", "disiplin"),
        ("Slogan itu menuntut Disiplin kita.", "disiplin"),
        ("Slogan itu dipenuhi Disiplin kita.", "disiplin"),
        ("Jargon dan Disiplin itu berbeda.", "disiplin"),
        ("Semboyan kami sebutkan pagi, siang, dan malam, Disiplin kami jaga.", "disiplin"),
        ("Nilai itu bukan slogan, Disiplin kami jaga.", "disiplin"),
        ("Nilai itu tidak sekadar slogan, Disiplin kami jaga.", "disiplin"),
        ("Tema Disiplin itu penting.", "disiplin"),
        ("Tema kita adalah Disiplin.", "disiplin"),
        ("Moto itu penting karena Disiplin itu pondasi.", "disiplin"),
        ("Kami butuh semboyan yang Disiplin dan pendek.", "disiplin"),
        ("Moto kami lama: kami harus Disiplin.", "disiplin"),
        ("Itu semboyan lama, kini Disiplin kami nyata.", "disiplin"),
        ("Semboyan boleh indah namun Disiplin harus nyata.", "disiplin"),
        ("Semboyan KPU Melayani menjadikan Disiplin kami kuat.", "disiplin"),
        ("Kami membahas tema Integritas dan Disiplin pegawai.", "disiplin"),
        ("Kami membahas tema Netralitas, Integritas, dan Disiplin.", "disiplin"),
    ]
    told = judged(text for text, _ in cases)
    for case in cases:
        [(_, rule, _)] = told[case]
        assert rule != "motto", case


def test_small_letters_that_end_a_hit_and_the_text_are_no_part_of_a_motto() -> None:
    assert rules("Moto saya Bekerja keras", "profesionalisme") == [("stated", "")]


def test_a_theme_in_quotation_marks_stays_a_label() -> None:
    assert rules("Rapat bertema “Demokrasi Kita” dibuka.", "demokrasi") == [("label", "“")]
