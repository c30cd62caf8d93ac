"""Mails in files: an essay in the mail itself, essays that are attached, and hostile ones."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import essays
from tests.essays import SAMPLES

import kpu_corpus as kc
from kpu_corpus.corpus.sources import Source
from kpu_corpus.reading import read_bytes
from kpu_corpus.reading.limits import Limits

ESSAY = "Kami menjaga integritas setiap hari. Pegawai netral dan melayani warga dengan ramah.\n"
ANSWER = "\nPada Sen, 24 Feb 2025, panitia menulis:\n> Mohon kirim esai paling lambat Jumat.\n"


def mail(text: str = ESSAY, html: str = "", **files: bytes) -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Ani Wijaya <ani@example.go.id>"
    made["To"] = "panitia@example.go.id"
    made["Subject"] = "Menjaga Suara – sebuah esai"
    made["Date"] = "Tue, 25 Feb 2025 09:12:00 +0700"
    if text:
        made.set_content(text)
    if html and text:
        made.add_alternative(html, subtype="html")
    elif html:
        made.set_content(html, subtype="html")
    for name, data in files.items():
        kind = {"maintype": "application", "subtype": "octet-stream"}
        made.add_attachment(data, filename=name.replace("__", "."), **kind)
    return made


def found(made: EmailMessage | bytes, **limits: Any) -> list[Any]:
    return read_bytes(bytes(made), "kiriman.eml", limits=Limits(**limits))


def test_an_essay_in_a_mail_has_its_author_title_and_date_and_not_the_mail_it_answers(
    tmp_path: Path,
) -> None:
    (tmp_path / "ani.eml").write_bytes(bytes(mail(ESSAY + ANSWER)))
    (essay,) = kc.load(tmp_path).items
    assert (essay.author, essay.date) == ("Ani Wijaya", "2025-02-25")
    assert essay.title == "Menjaga Suara – sebuah esai"
    text = kc.load(tmp_path).essays["text"].iloc[0]
    assert text == ESSAY.strip()


def test_what_is_attached_belongs_to_the_folder_of_its_mail(tmp_path: Path) -> None:
    for folder in ("sebelum", "sesudah"):
        (tmp_path / folder).mkdir()
        made = mail("Terlampir.", **{"esai saya__txt": ESSAY.encode()})
        (tmp_path / folder / "ani.eml").write_bytes(bytes(made))
    corpus = kc.load(tmp_path)
    assert [item.id for item in corpus.items] == ["sebelum/ani-1", "sesudah/ani-1"]
    assert kc.coverage(corpus, by="folder")["folder"].tolist() == ["sebelum", "sesudah"]


@pytest.mark.parametrize("text", [ESSAY, ""])
def test_the_page_of_a_mail_is_read_where_it_has_no_plain_text(text: str) -> None:
    page = f"<html><body><p>{ESSAY.strip()}</p><p>Tebal.</p></body></html>"
    (source,) = found(mail(text, page))
    assert isinstance(source, Source)
    assert ESSAY.strip() in source.text
    assert ("Tebal" in source.text) is (not text)


def test_attached_files_are_read_and_the_letter_that_covers_them_is_not() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("budi.txt", ESSAY)
    files = {"esai__docx": essays.as_docx(SAMPLES[0]), "zip__zip": packed.getvalue()}
    sources = found(mail("Berikut esai kami.", **files))
    assert [source.name for source in sources] == ["kiriman-esai.docx", "kiriman-zip/budi.txt"]
    assert SAMPLES[0].title in sources[0].text


def test_a_long_text_beside_attached_files_is_told_and_a_picture_is_no_essay() -> None:
    *sources, (name, reason) = found(mail(ESSAY * 10, esai__txt=ESSAY.encode()))
    assert [source.name for source in sources] == ["kiriman.txt"]
    assert name == "kiriman.eml"
    assert "only these are read" in str(reason)
    (picture, source) = found(mail(foto__jpg=b"\xff\xd8\xff\xe0"))
    assert picture[0] == "kiriman.eml/foto.jpg"
    assert source.text.endswith(ESSAY)


def test_a_forwarded_mail_is_read_down_to_the_depth_of_archives() -> None:
    made = mail("Diteruskan.", esai__txt=ESSAY.encode())
    for _ in range(4):
        made = mail("Diteruskan.", surel__eml=bytes(made))
    ((_, reason),) = found(made)
    assert "archive_depth" in str(reason)
    (source,) = found(made, archive_depth=6)
    assert source.text == ESSAY


def test_a_mail_may_stand_in_as_many_parts_as_lists_and_signatures_put_around_it() -> None:
    made = mail()
    for _ in range(6):
        outer = EmailMessage()
        outer["Subject"] = "Menjaga Suara"
        outer.make_mixed()
        outer.attach(made)
        made = outer
    (source,) = read_bytes(bytes(made), "kiriman.eml")
    assert isinstance(source, Source)
    assert source.text.endswith(ESSAY)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"From: a@b.id\r\n\r\n", "empty"),
        (b"From: a@b.id\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x--", "empty"),
        (b"Hujan turun sejak pagi.", "not_its_kind"),
        (b"\x00\x01\x02", "not_its_kind"),
    ],
)
def test_what_holds_no_text_is_refused(data: bytes, told: str) -> None:
    ((_, reason),) = found(data)
    assert reason.message == told


def test_names_and_heads_of_strangers_lead_nowhere() -> None:
    made = mail("Berikut.", **{"x": b""})
    del made["Subject"]
    raw = bytes(made).replace(b'filename="x"', b'filename="..\\\\..\\\\=?utf-8?q?esai=2Etxt?="')
    raw = b"Subject: =?no-such-charset?b?!!!?=\r\n" + raw.replace(
        b"Content-Transfer-Encoding: base64", b"Content-Transfer-Encoding: 8bit"
    )
    names = [one.name if isinstance(one, Source) else one[0] for one in found(raw)]
    assert all(".." not in name for name in names)
    long = b"From: a@b.id\r\nContent-Disposition: attachment; filename=" + b'a";' * 20_000
    assert len(found(long + b"\r\n\r\nKami netral.\r\n")) == 1


@given(st.binary(max_size=400), st.integers(0, 400))
def test_damaged_mails_are_read_or_refused(noise: bytes, at: int) -> None:
    whole = bytes(mail(ESSAY, esai__txt=ESSAY.encode()))
    every = found(whole[:at] + noise + whole[at:])
    assert every != []
    assert all(isinstance(one, Source) or one[1].text("id") for one in every)


def test_a_mail_that_is_sent_on_without_a_name_is_read() -> None:
    outer = mail("Diteruskan.")
    outer.add_attachment(mail(ESSAY))
    (source,) = found(outer)
    assert (source.name, ESSAY.strip() in source.text) == ("kiriman.eml", True)


def test_files_of_one_name_in_a_mail_are_told_apart() -> None:
    made = mail("Terlampir.", esai__txt=ESSAY.encode())
    for text in ("Kami hadir lagi. ", "Kami pulang. "):
        made.add_attachment(text * 9, filename="esai.txt")
    names = [source.name for source in found(made)]
    assert names == ["kiriman-esai.txt", "kiriman-esai~2.txt", "kiriman-esai~3.txt"]


def test_an_attached_file_whose_name_is_in_capitals_is_the_essay_and_the_letter_its_cover() -> None:
    (source,) = found(mail("Berikut esai saya.", ESAI__TXT=ESSAY.encode()))
    assert (source.name, source.text) == ("kiriman.TXT", ESSAY)


def test_an_attached_file_with_a_number_of_its_own_is_no_picture_in_the_letter() -> None:
    made = mail("Berikut esai saya.")
    kind = {"maintype": "application", "subtype": "octet-stream"}  # as Outlook sends files
    made.add_attachment(ESSAY.encode(), filename="esai.txt", cid="<f_m7k2>", **kind)
    made.add_attachment(b"", "image", "png", filename="logo.png", cid="<logo>")
    (source,) = found(made)
    assert (source.name, source.text) == ("kiriman.txt", ESSAY)


def test_an_attached_file_is_named_without_the_folders_of_windows() -> None:
    made = mail("Terlampir.", esai__txt=ESSAY.encode(), lampiran__txt=ESSAY.encode())
    raw = bytes(made).replace(b'"esai.txt"', b'"C:\\\\Kiriman\\\\esai.txt"')
    assert b"Kiriman" in raw
    names = [source.name for source in found(raw)]
    assert names == ["kiriman-esai.txt", "kiriman-lampiran.txt"]


def test_an_attached_file_whose_name_cannot_be_unpacked_is_read() -> None:
    made = mail("Terlampir.", esai__txt=ESSAY.encode())
    raw = bytes(made).replace(b'"esai.txt"', b'"=?utf-8?b?abcde?=.txt"')
    assert b"abcde" in raw
    assert ESSAY in [source.text for source in found(raw)]


@pytest.mark.parametrize(
    "subject", ["=?utf-8?b?abcde?=", "=?utf-8?q?Suara=ff?=", "=?no-such-charset?q?Suara?="]
)
def test_a_mail_whose_subject_cannot_be_unpacked_is_read_with_it_as_it_stands(
    subject: str,
) -> None:
    made = f"From: ani@example.go.id\nSubject: {subject}\n\n{ESSAY}".encode()
    (source,) = found(made)
    assert source.text == f"From: ani@example.go.id\nSubject: {subject}\n\n{ESSAY}"


def test_each_mail_of_a_mailbox_is_read() -> None:
    mails = (mail(f"{said}\nFrom kami untuk semua.\n") for said in (ESSAY, ESSAY * 2))
    parts = (made.as_bytes().replace(b"\nFrom kami", b"\n>From kami") for made in mails)
    box = b"".join(b"From ani@example.go.id Tue Feb 25 09:12:00 2025\n" + x + b"\n" for x in parts)
    first, second = (x for x in read_bytes(box, "masuk.mbox") if isinstance(x, Source))
    assert [first.name, second.name] == ["masuk/1.eml", "masuk/2.eml"]
    assert [x.text.count(ESSAY.strip()) for x in (first, second)] == [1, 2]
    assert "\nFrom kami untuk semua." in first.text


def test_a_mailbox_of_more_mails_than_archives_may_have_is_refused_not_cut() -> None:
    box = (b"From ani@example.go.id\n" + mail(ESSAY).as_bytes() + b"\n") * 3
    (refused,) = read_bytes(box, "masuk.mbox", limits=Limits(archive_members=2))
    assert isinstance(refused, tuple)
    assert refused[1].message == "many_members"
    assert len([*read_bytes(box, "masuk.mbox", limits=Limits(archive_members=3))]) == 3


def test_of_a_mail_that_was_cut_off_the_files_before_the_cut_are_read() -> None:
    whole = mail(esai__txt=ESSAY.encode(), foto__png=b"x" * 4000).as_bytes()
    read = read_bytes(whole[:-2001], "a.eml")
    assert [x.text.strip() for x in read if isinstance(x, Source)] == [ESSAY.strip()]


def test_a_text_that_was_cut_off_with_its_mail_is_refused() -> None:
    made = EmailMessage()
    made.set_content(ESSAY * 20, cte="base64")
    made["From"] = "ani@example.go.id"
    (found,) = read_bytes(made.as_bytes()[:-101], "a.eml")
    assert not isinstance(found, Source)


def test_a_sender_in_quotation_marks_is_told_without_them() -> None:
    made = mail()
    del made["From"]
    made["From"] = '"Ani Wijaya" <ani@example.go.id>'
    made.replace_header("Subject", 'Esai "Menjaga Suara"')
    (found,) = read_bytes(made.as_bytes(), "a.eml")
    assert isinstance(found, Source)
    assert found.text.startswith("From: Ani Wijaya <")
    assert 'Subject: Esai "Menjaga Suara"' in found.text


@pytest.mark.parametrize(
    "quoted",
    [
        "<div class='gmail_quote gmail_quote_container'><div>Pada Min, 2 Nov 2025 Panitia menulis:"
        "</div><blockquote class='gmail_quote'><p>{}</p></blockquote></div>",
        "<div class='moz-cite-prefix'>Pada 02/11/2025, Panitia menulis:</div>"
        "<blockquote type='cite'><p>{}</p></blockquote>",
    ],
    ids=["gmail", "thunderbird"],
)
def test_what_a_mail_as_a_page_quotes_is_not_counted_unless_it_is_most_of_it(
    quoted: str, tmp_path: Path
) -> None:
    told = "Mohon kirim esai Anda paling lambat hari Senin kepada panitia penyelenggara latsar."
    answer = f"<h2>Menjaga Suara</h2><p>{ESSAY * 4}</p>{quoted.format(told)}"
    sent_on = f"<p>Saya teruskan.</p>{quoted.format(ESSAY * 4)}"
    for name, page in (("a", answer), ("b", sent_on)):
        (tmp_path / f"{name}.eml").write_bytes(bytes(mail("", page)))
    first, second = kc.load(tmp_path).essays["text"]
    assert " ".join(first.split()) == (ESSAY.strip() + " ") * 3 + ESSAY.strip()
    assert ESSAY.strip() in second
    # what somebody pasted from a mail into a page is text of the page
    (tmp_path / "c.html").write_text(answer)
    assert told in kc.load(tmp_path / "c.html").essays["text"][0]
