"""Chats that Telegram exported as web pages, told as they are when they are copied."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from kpu_corpus.reading.html.tables import nodes_in, text_of
from kpu_corpus.reading.rows.texts import LONG_CELL

_MARKS = re.compile(r"[][:]")  # none are in the name above a copied message
_NAME = 60  # characters of it at most
_NOBODY = "–"  # above messages whose sender an earlier page names
_SENT = re.compile(r"\d{2}\.\d{2}\.\d{4} \d{2}:\d{2}")


def chat_of(body: Any) -> list[str]:
    """Return the messages of a chat, above each its sender and time; none of other pages.

    It has several, each with its time, and no text beside them. What the chat tells besides, such
    as who came in, is left out.
    """
    history = body.css_first(".history") if body is not None else None
    if history is None:
        return []
    inner = [node for node in history.iter() if "message" in _classes(node)]  # none is read twice
    told = [*_told(node for node in inner if "default" in _classes(node))]
    if len(told) < 2 or not all(told) or _size(body) - sum(map(_size, inner)) >= LONG_CELL:
        return []
    return told


def _classes(node: Any) -> list[str]:
    return (node.attributes.get("class") or "").split()


def _told(messages: Iterable[Any]) -> Iterator[str]:
    """Yield each message with a text below its sender and time; "" for one without a time."""
    sender = _NOBODY
    for message in messages:
        # the name in a message that is sent on stands deeper; of several in a row the first has one
        own = (f".body:not(.forwarded) > .{part}" for part in ("from_name", "date"))
        name, sent = map(message.css_first, own)
        if name is not None:
            sender = " ".join(_MARKS.sub(" ", name.text()).split())[:_NAME] or _NOBODY
        day = _SENT.match(sent.attributes.get("title") or "") if sent is not None else None
        text = message.css_first(".text")
        if text is not None:
            yield f"{sender}, [{day[0]}]\n{text_of(text)}" if day else ""


def _size(top: Any) -> int:
    texts = (node.text_content or "" for node in nodes_in(top) if node.tag == "-text")
    return sum(len(text.strip()) for text in texts)
