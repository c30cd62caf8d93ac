"""Chats that Telegram exports as web pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.segment.cutting import LONG, OTHER, TEXT, essays, only

import kpu_corpus as kc
from kpu_corpus.errors import UnreadableSource

ESSAY = f"{LONG} {OTHER}"


def message(text: str, name: str = "", day: str = "12.06.2025", forwarded: str = "") -> str:
    """One message; those that follow another of the same sender have no name."""
    told = f"<div class='from_name'>{name}</div>" if name else ""
    date = f"<div class='date details' title='{day} 10:02:11 UTC+07:00'>10:02</div>"
    words = f"<div class='text'>{text}</div>"
    if forwarded:
        words = f"<div class='forwarded body'><div class='from_name'>{forwarded}</div>{words}</div>"
    return f"<div class='message default'><div class='body'>{date}{told}{words}</div></div>"


def page(*messages: str) -> str:
    service = "<div class='message service'><div class='body details'>12 June 2025</div></div>"
    inner = "".join(messages)
    head = "<div class='page_header'><div class='text bold'>Kelas Orientasi</div></div>"
    return f"<body>{head}<div class='history'>{service}{inner}</div></body>"


def test_long_messages_of_an_exported_chat_are_essays() -> None:
    chat = page(
        message("Silakan kirim esainya", "Dedi Kurnia, M.Si"),
        message(f"<strong>Menjaga Suara</strong><br>{ESSAY}", "Rina Marlina, S.IP"),
        message(ESSAY.replace("Kami", "Kita"), "Budi Hartono", "13.06.2025"),
        message("Terima kasih", "Dedi Kurnia, M.Si"),
    )
    found = essays(chat, "messages.html")
    told = [(row["title"], row["author"], row["date"]) for row in found]
    assert told == [
        ("Menjaga Suara", "Rina Marlina, S.IP", "2025-06-12"),
        (None, "Budi Hartono", "2025-06-13"),
    ]
    assert found[0]["text"] == ESSAY


def test_a_message_without_a_name_is_by_the_sender_above_also_if_it_is_sent_on() -> None:
    chat = page(
        message("Berikut esai saya", "Rina Marlina"),
        message(ESSAY),
        message(ESSAY.replace("Kami", "Kita"), forwarded="Agus Salim"),
    )
    found = essays(chat, "messages.html")
    assert [row["author"] for row in found] == ["Rina Marlina"] * 2


def test_the_first_messages_of_a_page_that_goes_on_are_kept_though_nobody_is_named() -> None:
    chat = page(
        message(f"Menjaga Suara<br>{ESSAY}"),
        message(ESSAY.replace("Kami", "Kita"), "Budi Hartono", "13.06.2025"),
    )
    found = essays(chat, "messages2.html")
    told = [(row["title"], row["author"], row["date"]) for row in found]
    assert told == [
        ("Menjaga Suara", None, "2025-06-12"),
        (None, "Budi Hartono", "2025-06-13"),
    ]
    assert found[0]["text"] == ESSAY


def test_no_message_is_lost_where_one_has_no_time() -> None:
    chat = page(
        message("Silakan kirim esainya", "Dedi Kurnia, M.Si"),
        message(ESSAY, "Rina Marlina", "kemarin"),
        message("Terima kasih", "Dedi Kurnia, M.Si"),
    )
    assert ESSAY in str(only(chat, "messages.html")["text"])


def test_the_only_message_of_a_chat_is_read_as_a_page() -> None:
    found = only(page(message(ESSAY, "Rina Marlina")), "messages.html")
    assert (found["author"], found["date"], found["text"]) == ("Rina Marlina", "2025-06-12", ESSAY)


@pytest.mark.parametrize("tag", ["blockquote", "pre"])
def test_a_line_ends_where_a_block_in_a_message_ends(tag: str) -> None:
    quoted = f"{ESSAY}<{tag}>Jujur itu mahal</{tag}>Saya percaya itu. {OTHER}"
    chat = page(message(quoted, "Rina Marlina"), message("Terima kasih", "Dedi Kurnia, M.Si"))
    found = only(chat, "messages.html")
    lines = [ESSAY, "Jujur itu mahal", f"Saya percaya itu. {OTHER}"]
    assert found["text"] == "\n\n".join(lines)


def test_a_text_beside_messages_is_kept() -> None:
    text = f"<h1>Menjaga Suara</h1><p>{TEXT}</p><p>{OTHER}</p>"
    chat = page(message("Terima kasih", "Rina Marlina"), message("Sama-sama", "Budi Hartono"))
    for at in ("<div class='page_header'>", "<div class='message service'>"):
        found = only(chat.replace(at, text + at), "a.html")
        assert f"{TEXT}\n\n{OTHER}" in str(found["text"])


def test_a_chat_with_more_lines_than_the_limit_is_refused(tmp_path: Path) -> None:
    chat = page(message(ESSAY, "Rina Marlina"), *[message("Terima kasih", "Budi Hartono")] * 4)
    (tmp_path / "messages.html").write_text(chat, encoding="utf-8")
    with pytest.raises(UnreadableSource, match="limit lines"):
        kc.load(tmp_path / "messages.html", limits=kc.Limits(lines=12))


def test_other_pages_with_such_elements_are_read_as_pages() -> None:
    text = f"<div class='history'><h1>Sejarah Pemilu</h1><div class='message'>{ESSAY}</div></div>"
    (found,) = essays(f"<body>{text}</body>", "a.html")
    assert found["title"] == "Sejarah Pemilu"
