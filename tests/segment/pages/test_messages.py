"""Essays that were sent in a WhatsApp group, whose chat was exported."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.segment.cutting import LONG, essays, only

import kpu_corpus as kc

TEXT = "Kami menjaga netralitas setiap hari di kantor tempat kami bekerja bersama. " * 6
STAMPS = [
    ("04/08/25 09.{} - ", "Pesan dan panggilan terenkripsi secara end-to-end."),
    ("8/4/25, 9:{} AM - ", "Messages and calls are end-to-end encrypted."),
    ("[04/08/25 09.{}.10] ", "Latsar: \u200ePesan dienkripsi."),
    ("[09.{}, 4/8/2025] ", "Panitia: Silakan kirim esainya."),
    ("[9:{} AM, 8/4/2025] ", "Panitia: Silakan kirim esainya."),
    ("[4/8 09.{}] ", "Panitia: Silakan kirim esainya."),
    ("[8/4, 9:{} AM] ", "Panitia: Silakan kirim esainya."),
    ("04/08/2025 pukul 09.{} - ", "Pesan dan panggilan terenkripsi secara end-to-end."),
]


def chat(stamp: str, first: str, *messages: str) -> str:
    lines = [first, *messages]
    return "\n".join(stamp.format(10 + place) + line for place, line in enumerate(lines))


def load(tmp_path: Path, text: str) -> kc.Corpus:
    (tmp_path / "Chat WhatsApp.txt").write_text(text, encoding="utf-8")
    return kc.load(tmp_path)


@pytest.mark.parametrize(("stamp", "first"), STAMPS)
def test_long_messages_are_essays_of_those_who_sent_them(
    stamp: str, first: str, tmp_path: Path
) -> None:
    messages = [
        f"Mira Lesmana: *Integritas dari Hal Kecil*\n\n{TEXT}\n\n{TEXT}",
        "Tono Subagyo: Mantap",
        f"Tono Subagyo: {TEXT}",
        "Tono Subagyo: <Media tidak disertakan>",
    ]
    corpus = load(tmp_path, chat(stamp, first, *messages))
    assert corpus.essays["author"].tolist() == ["Mira Lesmana", "Tono Subagyo"]
    assert corpus.essays["title"].fillna("").tolist() == ["Integritas dari Hal Kecil", ""]
    assert corpus.essays["text"].str.count("Kami").tolist() == [12, 6]
    assert not corpus.essays["text"].str.contains("Mantap|Media|09|AM").any()


@pytest.mark.parametrize("sender", ["+62 812-3456-7890", "Panitia Latsar"])
def test_the_byline_of_a_message_comes_before_its_sender(sender: str, tmp_path: Path) -> None:
    message = f"{sender}: INTEGRITAS DARI HAL KECIL\nOleh: Mira Lesmana\n\n{TEXT}"
    essays = load(tmp_path, chat(*STAMPS[0], message, "Budi: Siap")).essays
    assert essays[["title", "author"]].values.tolist() == [
        ["INTEGRITAS DARI HAL KECIL", "Mira Lesmana"]
    ]


def test_the_number_of_a_telephone_is_no_author(tmp_path: Path) -> None:
    essays = load(tmp_path, chat(*STAMPS[0], f"+62 812-3456-7890: {TEXT}", "Budi: Siap")).essays
    assert essays["author"].isna().all()
    assert essays["text"].tolist() == [TEXT.strip()]


@pytest.mark.parametrize(
    "opening",
    [
        "4/8/2025 10.00 - Rapat: catatan kami",
        "[4/8] Rapat: catatan kami\n\n[5/8] Apel: catatan kami",
        "4/8 10.00 Rapat: catatan kami\n\n5/8 10.00 Apel: catatan kami",
    ],
)
def test_a_date_at_the_beginning_of_an_essay_makes_no_chat_of_it(
    opening: str, tmp_path: Path
) -> None:
    text = f"{opening}\n\n{TEXT}"
    assert load(tmp_path, text).essays["text"].str.count("Kami").tolist() == [6]


@pytest.mark.parametrize("mark", ["<Pesan ini diedit>", "\u200e<This message was edited>"])
@pytest.mark.parametrize("gap", [" ", "\n"])
def test_the_mark_of_an_edited_message_is_no_part_of_its_essay(
    mark: str, gap: str, tmp_path: Path
) -> None:
    messages = [f"Mira Lesmana: *Integritas*\n\n{TEXT}{gap}{mark}", "Budi: Siap <Pesan ini diedit>"]
    (essay,) = load(tmp_path, chat(*STAMPS[0], *messages)).essays.itertuples()
    assert (essay.title, essay.author) == ("Integritas", "Mira Lesmana")
    assert essay.text.strip() == TEXT.strip()


def test_a_chat_of_short_messages_says_how_long_an_essay_is(tmp_path: Path) -> None:
    with pytest.raises(kc.KpuCorpusError, match="at least 60 words") as told:
        load(tmp_path, chat(*STAMPS[0], "Budi: Kami jujur.", "Mira Lesmana: Siap"))
    assert "sedikitnya 60 kata" in told.value.text("id")


@pytest.mark.parametrize("greeting", ["Izin bu, ini esai saya", "mohon izin mengirim esai"])
def test_who_asks_leave_to_send_an_essay_gives_it_no_title(greeting: str, tmp_path: Path) -> None:
    titled = f"Mira Lesmana: {greeting}\n\n*Integritas*\n\n{TEXT}"
    essays = load(tmp_path, chat(*STAMPS[0], titled, f"Budi: {greeting}\n\n{TEXT}")).essays
    assert essays["title"].fillna("").tolist() == ["Integritas", ""]
    assert essays["text"][0].split() == TEXT.split()


@pytest.mark.parametrize(
    ("stamp", "date"),
    [
        ("04/08/25 09.{} - ", "2025-08-04"),
        ("[4/8/25 09.{}.10] ", "2025-08-04"),
        ("[09.{}, 4/8/2025] ", "2025-08-04"),
        ("04/08/2025, 9:{} am - ", "2025-08-04"),
        ("8/4/25, 9:{} AM - ", None),
        ("8/4/25, 09:{} - ", None),
    ],
)
def test_a_stamp_tells_the_date_where_its_day_comes_before_the_month(
    stamp: str, date: str | None, tmp_path: Path
) -> None:
    messages = (f"Mira Lesmana: *Integritas*\n\n{TEXT}", "Budi: Siap")
    (essay,) = load(tmp_path, chat(stamp, "Budi: Silakan", *messages)).items
    assert (essay.title, essay.author, essay.date) == ("Integritas", "Mira Lesmana", date)


@pytest.mark.parametrize(
    ("stamp", "date"), [("[04.08.2025 09:15]", "2025-08-04"), ("[8/4/2025 9:15 AM]", None)]
)
@pytest.mark.parametrize("above", ["", "[Forwarded from Panitia Latsar]\n", "[In reply to Budi]\n"])
def test_messages_copied_from_telegram_are_essays_of_those_who_sent_them(
    stamp: str, date: str | None, above: str, tmp_path: Path
) -> None:
    messages = (f"Mira Lesmana, {stamp}\n{above}Integritas\n\n{TEXT}", f"Budi, {stamp}\nSiap, Bu")
    (essay,) = load(tmp_path, "\n\n".join(messages)).items
    assert (essay.title, essay.author, essay.date) == ("Integritas", "Mira Lesmana", date)


def test_the_mark_of_a_message_sent_on_is_no_part_of_its_essay(tmp_path: Path) -> None:
    message = f"Mira Lesmana: Diteruskan\nIntegritas\n\n{TEXT}"
    essays = load(tmp_path, chat(*STAMPS[0], message, "Budi: Siap")).essays
    assert essays["title"].tolist() == ["Integritas"]


@pytest.mark.parametrize(
    "lead",
    ["Selamat malam, berikut esai saya.", "Bersama ini saya kirimkan tugas saya.", "Selamat pagi,"],
)
def test_who_hands_an_essay_in_says_so_above_it(lead: str) -> None:
    found = only(f"{lead}\n\nMenjaga Suara Rakyat\n\n{LONG}\n\nDikirim dari iPhone saya")
    assert [found["title"], found["text"]] == ["Menjaga Suara Rakyat", LONG]


@pytest.mark.parametrize(
    "first",
    [
        "Bersama surat ini saya menyampaikan pandangan saya tentang netralitas.",
        "Melalui surat ini saya sampaikan kegelisahan saya tentang politik uang.",
        "Berikut tiga hal yang menurut saya menjadi tugas kita.",
        "Di desa kami, berikut tugas kami sebagai petugas.",
        "Selamat malam semua yang masih berjaga di gudang.",
    ],
)
def test_a_first_sentence_that_hands_in_no_essay_is_text(first: str) -> None:
    found = only(f"Menjaga Suara Rakyat\nOleh: Rina Marlina\n\n{first}\n\n{LONG}")
    assert found["text"] == f"{first}\n\n{LONG}"


def test_what_stands_above_a_mail_that_was_sent_on_is_no_text() -> None:
    sent = "---------- Forwarded message ---------\nDari: Rina Marlina <rina@contoh.id>"
    found = only(f"Mohon diperiksa ya.\n\n{sent}\n\nMenjaga Suara Rakyat\n\n{LONG}")
    assert [found[x] for x in ("title", "author")] == ["Menjaga Suara Rakyat", "Rina Marlina"]
    assert found["text"] == LONG


@pytest.mark.parametrize(
    "head",
    [
        "-----Original Message-----\nFrom: Panitia\nSent: Monday, 3 March 2025\nTo: Rina",
        "Dari: Panitia\nDikirim: Senin, 03 Maret 2025 9:15\nKepada: Rina Marlina\nPerihal: Tugas",
        "________________________________\nFrom: Panitia\nSent: Monday\nTo: Rina\nSubject: Tugas",
    ],
)
def test_a_mail_that_outlook_puts_below_the_answer_is_no_text(head: str) -> None:
    found = only(f"{LONG}\n\nSalam,\nRina Marlina\n\n{head}\n\nMohon kirim esainya.")
    assert [found[x] for x in ("author", "text")] == ["Rina Marlina", LONG]


def test_a_letter_in_an_essay_is_text() -> None:
    letter = "Dari: Ibu\nTanggal: 3 Juni 2020\nKepada: Anakku\n\nNak, jadilah orang jujur."
    text = f"{LONG}\n\n{letter}\n\nSurat itu saya simpan di dompet."
    assert any("jadilah" in str(x["text"]) for x in essays(text))


@pytest.mark.parametrize("second", [TEXT * 2, TEXT[:75]])
def test_a_mail_with_an_essay_below_another_is_one(second: str, tmp_path: Path) -> None:
    head = "From: {} <a@contoh.id>\nSent: Monday, 3 March 2025\nTo: Panitia\nSubject: {}\n\n{}\n\n"
    mails = (("Rina Marlina", "Menjaga Suara", LONG), ("Budi Santoso", "Pintu Gudang", second))
    (tmp_path / "surel.txt").write_text("".join(head.format(*one) for one in mails), "utf-8")
    found = kc.load(tmp_path / "surel.txt").essays
    assert found["author"].tolist() == ["Rina Marlina", "Budi Santoso"]


def test_numbers_and_thanks_of_slides_are_no_text() -> None:
    text = f"Slide 1\nMenjaga Suara Rakyat\n\nSlide 2\n{LONG}\n\nSlide 3\nTERIMA KASIH"
    found = only(text)
    assert [found["title"], found["text"]] == ["Menjaga Suara Rakyat", LONG]


@pytest.mark.parametrize("sender", ["Rina Marlina <rina@contoh.id>", "rina@contoh.id"])
@pytest.mark.parametrize("first", ["", "Rina\n", "Salam,\nRina\n"])
def test_who_sends_a_mail_signs_it(sender: str, first: str) -> None:
    head = f"From: {sender}\nSubject: Pintu Gudang Kami\n"
    sign = f"{first}\n-- \nRina Marlina\nSanggar Menulis Tegal\nWA 0812-0000-1111\n"
    found = only(f"{head}\n{TEXT}\n\n{sign}")
    assert (found["author"], str(found["text"]).split()[-1]) == ("Rina Marlina", "bersama.")


@pytest.mark.parametrize(
    "name", ["Rina Marlina", "Eka Putra", "Budi Santoso", "Rina Marlina, S.H."]
)
def test_the_office_of_who_sends_a_mail_is_told_below_the_name(name: str) -> None:
    head = "From: Rina Marlina <rina@contoh.id>\nSubject: Pintu Gudang Kami\n"
    sign = f"-- \n{name}\nSubbagian Teknis\nKPU Kota Tegal\nWA 0812-0000-1111\n"
    found = only(f"{head}\n{TEXT}\n\n{sign}")
    assert [found[x] for x in ("author", "unit")] == ["Rina Marlina", "KPU Kota Tegal"]
    assert str(found["text"]).endswith("bersama.")


@pytest.mark.parametrize("below", ["", "\nPada Sen, 3 Mar 2025 panitia menulis:\n> Mohon kirim.\n"])
def test_what_hands_an_essay_in_and_who_sends_it_are_no_text(below: str) -> None:
    head = "From: Rina Marlina <rina@contoh.id>\nSubject: Re: Naskah\nDate: 3 Maret 2025\n"
    letter = "Yth. Panitia,\n\nBerikut naskah saya yang sudah saya perbaiki. Mohon dibaca lagi.\n"
    sign = "Salam,\nRina\n\n-- \nRina Marlina\nSanggar Menulis Tegal\nWA 0812-0000-1111\n"
    essay = f"Pintu Gudang Kami\noleh Rina Marlina\n\n{TEXT}\n\n{sign}{below}"
    found = only(f"{head}\n{letter}\n{essay}")
    assert [found[x] for x in ("title", "author", "date", "text")] == [
        "Pintu Gudang Kami",
        "Rina Marlina",
        "2025-03-03",
        TEXT.strip(),
    ]


def test_the_stamp_of_the_only_message_is_no_title() -> None:
    found = only(f"[09.15, 4/8/2025] Rina Marlina: Menjaga Suara\n\n{LONG}")
    assert (found["title"], found["author"]) == ("Menjaga Suara", "Rina Marlina")
