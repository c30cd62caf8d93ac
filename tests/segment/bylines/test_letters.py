"""What stands around texts: heads of letters, mails and pages in Markdown, contents, notes."""

from __future__ import annotations

import pytest
from tests.segment.cutting import LONG, loaded, only

import kpu_corpus as kc

PEOPLE = ["Rina Marlina", "Dimas Aryo Pratama"]
TITLES = ["Menjaga Suara dari Gudang", "Pintu yang Selalu Terbuka"]
TEXTS = ["Kami membaca ulang berkasnya. " * 12, "Kami mendengarkan semua orang. " * 14]


@pytest.mark.parametrize(
    ("form", "dates"),
    [
        ("{title}\n\nKepada Yth. Ibu Ketua\ndi tempat\n\nDengan hormat,", [None, None]),
        (
            "Tegal, {n} Juli 2025\nPerihal: {title}\n\nKepada Yth.\nIbu Ketua\ndi tempat\n\n"
            "Dengan hormat,",
            ["2025-07-03", "2025-07-04"],
        ),
    ],
)
def test_each_letter_with_a_title_is_an_essay(form: str, dates: list[str | None]) -> None:
    rows = zip((3, 4), TITLES, PEOPLE, TEXTS, strict=True)
    text = "\n\n\n".join(
        f"{form.format(n=n, title=title)}\n\n{text}\n\nHormat saya,\n\n{name}"
        for n, title, name, text in rows
    )
    corpus = loaded(text)
    assert [item.title for item in corpus.items] == TITLES
    assert [item.author for item in corpus.items] == PEOPLE
    assert [item.date for item in corpus.items] == dates
    assert [corpus.text(item) for item in corpus.items] == [text.strip() for text in TEXTS]


def test_a_letter_inside_an_essay_opens_none() -> None:
    letter = "Kepada Yth.\nDiriku di masa depan\ndi tempat\n\nDengan hormat,"
    head = f"{TITLES[0]}\nOleh: {PEOPLE[0]}"
    corpus = loaded(f"{head}\n\n{TEXTS[0]}\n\n{letter}\n\n{TEXTS[1]}")
    assert [item.title for item in corpus.items] == TITLES[:1]


def test_an_addressee_below_a_letter_begins_no_other() -> None:
    letter = (
        f"Kepada Yth.\nIbu Ketua\ndi tempat\n\nDengan hormat,\n\n{TEXTS[0]}\n\nHormat saya,\n\n"
    )
    corpus = loaded(f"{letter}{PEOPLE[0]}\n\nTembusan:\nYth. Sekretaris KPU Kota Tegal")
    assert [item.author for item in corpus.items] == PEOPLE[:1]


@pytest.mark.parametrize(
    "head",
    [
        "Dari: {name} <p@example.id>\nKepada: Panitia <l@example.id>\nTanggal: 3 Juli 2025 10.20\n"
        "Perihal: {title}",
        "From: {name} <p@example.id>\nDate: Thu, Jul 3, 2025 at 10:20 AM\nSubject: {title}\n"
        "To: Panitia <l@example.id>",
        "From: {name}\nSent: Thursday, July 3, 2025 10:20 AM\nTo: Panitia\n"
        "Cc: Mentor\nSubject: {title}",
        '---\ntitle: "{title}"\nauthor: {name}\ndate: 2025-07-03\ntags: [asn, kpu]\n---',
        "---\nlayout: post\ntitle: {title}\ndate: 2025-07-03 10:20:00 +0700\ntags:\n- asn\n"
        "author: {name}\n---",
    ],
)
def test_the_head_of_a_mail_or_of_markdown_tells_title_author_and_date(head: str) -> None:
    title = "Menumbuhkan Tanggung Jawab Sejak Hari Pertama Bertugas"
    corpus = loaded(f"{head.format(name=PEOPLE[0], title=title)}\n\n{TEXTS[0]}\n")
    (item,) = corpus.items
    assert (item.title, item.author, item.date) == (title, PEOPLE[0], "2025-07-03")
    assert corpus.text(item) == TEXTS[0].strip()


def test_a_line_drawn_above_an_essay_opens_no_head() -> None:
    corpus = loaded(f"---\n{TEXTS[0]}\n---\n{TEXTS[1]}\n")
    assert corpus.text(corpus.items[0]).split() == [*TEXTS[0].split(), *TEXTS[1].split()]


def test_a_table_of_contents_is_no_text() -> None:
    contents = "Daftar Isi\nAwal Mula\t1\nPelajaran di Lapangan ........ 2\nHarapan 12"
    corpus = loaded(f"{TITLES[0]}\n\n{contents}\n\n{TEXTS[0]}\n\n{TEXTS[1]}")
    (item,) = corpus.items
    assert item.title == TITLES[0]
    assert corpus.text(item).split() == [*TEXTS[0].split(), *TEXTS[1].split()]


def test_a_collection_with_a_table_of_contents_has_no_title_of_its_own() -> None:
    rows = [*zip(TITLES, PEOPLE, TEXTS, strict=True)]
    contents = "\n".join(f"{title} .......... {n}" for n, title in enumerate(TITLES, 1))
    essays = "\n\n".join(f"{title}\n{name}\n\n{text}" for title, name, text in rows)
    corpus = loaded(f"ANTOLOGI ESAI\n\nDAFTAR ISI\n{contents}\n\n{essays}")
    assert [item.title for item in corpus.items] == TITLES


def test_a_chapter_whose_name_stands_below_its_number_is_no_part_of_the_head() -> None:
    parts = f"BAB I\nPENDAHULUAN\n\n{TEXTS[0]}\n\nBAB II\nPENUTUP\n\n{TEXTS[1]}"
    (item,) = loaded(f"{TITLES[0].upper()}\n\nOleh:\n{PEOPLE[0]}\n\n{parts}").items
    assert (item.title, item.author) == (TITLES[0].upper(), PEOPLE[0])


@pytest.mark.parametrize(
    "below", ["Oleh: {name}", "{name}", "{name}\nKPU Kota Tegal", "*Oleh : {name}*"]
)
def test_a_name_below_a_long_title_in_small_letters_is_no_part_of_it(below: str) -> None:
    title = "Menjaga suara rakyat dari hal yang kecil"
    (item,) = loaded(f"{title}\n{below.format(name=PEOPLE[0])}\n\n{TEXTS[0]}").items
    assert (item.title, item.author) == (title, PEOPLE[0])


@pytest.mark.parametrize("line", ["https://kab-x.kpu.go.id/opini/12", "#KPUMelayani #Jujur 🔥"])
def test_an_address_or_tags_on_a_line_of_their_own_are_no_text(line: str) -> None:
    text = f"{line}\n\n{TITLES[0]}\n\n{PEOPLE[0]}\n\n{TEXTS[0]}\n\nSumber: {line}\n\n{line}"
    text = text.replace("Sumber: #", "#")
    corpus = loaded(text)
    (item,) = corpus.items
    assert (item.title, item.author) == (TITLES[0], PEOPLE[0])
    assert corpus.text(item) == TEXTS[0].strip()


def test_author_office_and_date_above_the_title_are_no_ticker() -> None:
    head = f"{PEOPLE[0]} | KPU Kota Tegal | 3 Juli 2025"
    (item,) = loaded(f"{head}\n{TITLES[0]}\n\n{TEXTS[0]}").items
    assert (item.author, item.unit, item.date) == (PEOPLE[0], "KPU Kota Tegal", "2025-07-03")


@pytest.mark.parametrize(
    "note",
    [
        "Artikel ini telah tayang di Tribun dengan judul Pintu yang Selalu Terbuka",
        "Tulisan ini pernah dimuat di Radar Tegal, 3 Juli 2025.",
    ],
)
def test_a_note_on_where_a_text_was_published_is_no_part_of_it(note: str) -> None:
    about = "*) Penulis adalah Kasubbag Hukum KPU Kota Tegal"
    text = f"{TITLES[0]}\n\n{TEXTS[0]}\n\n{TEXTS[1]}\n\n{about}\n\n{note}"
    corpus = loaded(text)
    (item,) = corpus.items
    assert item.unit == "KPU Kota Tegal"
    assert corpus.text(item).split() == [*TEXTS[0].split(), *TEXTS[1].split()]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tulisan ini telah dimuat di dalam hati saya sejak hari pertama.",
        "Berita ini sudah terbit di Kompas pagi itu, dan ibu membacanya sambil menangis.",
    ],
)
def test_a_sentence_on_a_text_of_somebody_is_no_such_note(sentence: str) -> None:
    corpus = loaded(f"{TITLES[0]}\n\n{TEXTS[0]}\n\n{sentence}\n\n{TEXTS[1]}")
    assert sentence in corpus.text(corpus.items[0])


@pytest.mark.parametrize("sender", ["Sekretaris KPU Kota Tegal", "Sabang", "Kami"])
def test_who_sends_no_mail_is_no_author(sender: str) -> None:
    head = f"NOTA DINAS\n\nKepada : Ketua KPU Kota Tegal\nDari : {sender}\nTanggal : 3 Juli 2025"
    (item,) = loaded(f"{head}\n\n{TEXTS[0]}").items
    assert item.author is None


@pytest.mark.parametrize("greeting", ["", "\n\nYth. Panitia,\n\nBerikut esai saya."])
def test_the_text_of_a_mail_may_have_its_own_title(greeting: str) -> None:
    head = f"From: {PEOPLE[0]} <p@example.id>\nSubject: Pengumpulan Esai\nDate: 3 Juli 2025"
    (item,) = loaded(f"{head}{greeting}\n\n{TITLES[0]}\n\n{TEXTS[0]}").items
    assert (item.title, item.author, item.date) == (TITLES[0], PEOPLE[0], "2025-07-03")


@pytest.mark.parametrize(
    "opening", ["Pendahuluan", "Komisi Pemilihan Umum Kota Tegal melaksanakan Bimbingan Teknis."]
)
def test_the_subject_of_a_mail_is_the_title_above_a_section_or_a_sentence(opening: str) -> None:
    head = f"From: {PEOPLE[0]} <p@example.id>\nSubject: {TITLES[0]}\nDate: 3 Juli 2025"
    (item,) = loaded(f"{head}\n\nYth. Panitia,\n\n{opening}\n\n{TEXTS[0]}").items
    assert item.title == TITLES[0]


def test_a_line_on_a_subject_is_no_subject_of_a_mail() -> None:
    head = f"Pemilu dan Kita\n\nOleh: {PEOPLE[0]}\n\nSubjek Demokrasi\n\nWarga Negara dan Suaranya"
    corpus = loaded(f"{head}\n\n{TEXTS[0]}")
    assert "Subjek Demokrasi" in corpus.text(corpus.items[0])


@pytest.mark.parametrize("line", ["- Kami hadir setiap pagi.", "Keterangan: kisah ini rekaan."])
def test_lines_between_two_rules_are_no_head_that_tells_nothing(line: str) -> None:
    corpus = loaded(f"---\n{line}\n---\n\n{TEXTS[0]}")
    assert line in corpus.text(corpus.items[0])


def test_a_date_above_the_author_is_the_title_where_there_is_no_other() -> None:
    (item,) = loaded(f"14 Februari 2024\n\nOleh: {PEOPLE[0]}\n\n{TEXTS[0]}").items
    assert (item.title, item.author, item.date) == ("14 Februari 2024", PEOPLE[0], None)


def test_a_title_may_be_the_words_of_a_salutation() -> None:
    (item,) = loaded(f"Dengan Hormat\n\nOleh: {PEOPLE[0]}\n\n{TEXTS[0]}").items
    assert (item.title, item.author) == ("Dengan Hormat", PEOPLE[0])


def test_a_name_on_a_line_of_its_own_inside_a_sentence_is_no_author() -> None:
    text = f"Saya masih ingat hari pertama ketika bertemu dengan ibu ketua yaitu\n{PEOPLE[0]}\n"
    text += "yang menyambut kami di depan pintu kantor dengan senyum lebar.\n\n" + TEXTS[0]
    (item,) = loaded(f"{TITLES[0]}\n\n{text}").items
    assert item.author is None


def test_the_mail_that_is_answered_is_no_part_of_the_essay_but_other_quotations_are() -> None:
    said = "Atasan saya berpesan:\n> Jaga suara rakyat dengan jujur."
    signed = "Salam hormat,\nPutu Ayu Lestari\nNIP 199901012025042001"
    answered = "> Pada Sen, 24 Feb 2025, panitia menulis:\n> Mohon kirim. Junjung integritas!"
    corpus = loaded("\n\n".join([TITLES[0], TEXTS[0], said, TEXTS[1], signed, answered]))
    text = " ".join(kc.preprocess(corpus).sentences["text"])
    assert corpus.items[0].author == "Putu Ayu Lestari"
    assert "Jaga suara rakyat" in text
    assert "integritas" not in text
    assert "1999" not in text


@pytest.mark.parametrize(
    "place",
    ["di –\nSemarang", "di\nTEMPAT", "Di -\nKabupaten Brebes", "Kota Semarang", "Brebes"],
)
def test_the_place_of_who_is_addressed_may_stand_on_a_line_of_its_own(place: str) -> None:
    head = f"Perihal : Refleksi Kami\n\nKepada Yth.\nKetua KPU\n{place}\n\nDengan hormat,"
    found = only(f"{head}\n\n{LONG}\n")
    assert (found["title"], found["author"], found["text"]) == ("Refleksi Kami", None, LONG)


def test_a_letter_above_an_essay_names_no_author_in_its_greeting() -> None:
    to = "Kepada Yth.\nKepala Pusdiklat KPU\ndi Jakarta"
    letter = f"{to}\n\nDengan hormat, bersama ini saya kirim esai."
    found = only(f"{letter}\n\nMENJAHIT KEPERCAYAAN\n\n{PEOPLE[0]}\n\nKPU Kota Tegal\n\n{LONG}")
    assert (found["title"], found["author"]) == ("MENJAHIT KEPERCAYAAN", PEOPLE[0])


def test_the_subject_of_a_pasted_mail_is_not_the_title_of_its_text() -> None:
    head = f"Dari: {PEOPLE[0]} <p@example.id>\nKepada: Panitia\nPerihal: Esai Latsar"
    assert only(f"{head}\n\n{TITLES[0].upper()}\n\n{LONG}")["title"] == TITLES[0].upper()
