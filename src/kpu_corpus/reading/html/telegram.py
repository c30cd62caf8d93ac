"""Chats that Telegram exported as web pages, told as they are when they are copied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from kpu_corpus.reading.html.tables import text_of

_MARKS = re.compile(r"[][:]")  # none are in the name above a copied message
_NAME = 60  # characters of it at most
_SENT = re.compile(r"\d{2}\.\d{2}\.\d{4} \d{2}:\d{2}")


def chat_of(body: Any) -> list[str]:
    """Return the messages of a chat, above each its sender and time; none of other pages.

    What the chat tells besides, such as who came in, is left out.
    """
    history = body.css_first(".history") if body is not None else None
    return [*_messages(history)] if history is not None else []


def _messages(history: Any) -> Iterator[str]:
    sender = ""
    for message in history.iter():  # their elements only: none is read twice
        # the name in a message that is sent on stands deeper; of several in a row the first has one
        own = (f".body:not(.forwarded) > .{part}" for part in ("from_name", "date"))
        name, sent = map(message.css_first, own)
        if name is not None:
            sender = " ".join(_MARKS.sub(" ", name.text()).split())[:_NAME]
        day = _SENT.match(sent.attributes.get("title") or "") if sent is not None else None
        text = message.css_first(".text")
        if sender and day and text is not None:
            yield f"{sender}, [{day[0]}]\n{text_of(text)}"
