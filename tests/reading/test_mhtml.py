"""Web pages in one file: the page among their parts, whatever the file holds besides."""

from __future__ import annotations

from email.encoders import encode_7or8bit, encode_base64, encode_quopri
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

PAGE = "<html><body><h1>Menjaga Netralitas</h1><p>Kami “jujur” – selalu.</p></body></html>"
TOP = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="%s"\r\n\r\n'


def refusal(data: bytes, name: str = "a.mhtml", **limits: Any) -> str:
    (found,) = read_bytes(data, name, limits=Limits(**limits))
    assert not isinstance(found, Source), found
    return str(found[1])


def test_a_page_in_one_file_has_the_essays_of_the_page(tmp_path: Path) -> None:
    (tmp_path / "opini.html").write_text(essays.as_page(), encoding="utf-8")
    (tmp_path / "satu.mhtml").write_bytes(essays.as_mhtml())
    page, one = (kc.load(tmp_path / name) for name in ("opini.html", "satu.mhtml"))
    columns = ["position", "title", "author", "start", "end", "text"]
    assert one.essays[columns].equals(page.essays[columns])
    assert one.essays["title"].tolist() == [sample.title for sample in SAMPLES]


@pytest.mark.parametrize(
    ("encode", "charset", "name"),
    [
        (encode_quopri, "utf-8", "a.mhtml"),
        (encode_quopri, "utf-16", "a.mht"),
        (encode_base64, "windows-1252", "a.html"),
        (encode_base64, "utf-16", "a.doc"),
        (encode_7or8bit, "utf-8", "a"),
        (encode_7or8bit, "windows-1252", "a.mhtml"),
    ],
)
def test_the_page_is_known_however_it_is_packed_and_called(
    encode: Any, charset: str, name: str
) -> None:
    data = essays.as_mhtml(PAGE.encode(charset), charset, encode)
    (found,) = read_bytes(data, name)
    assert isinstance(found, Source), found
    assert found.text == "Menjaga Netralitas\n\nKami “jujur” – selalu."


@pytest.mark.parametrize("kind", [b"text/html", b"application/xhtml+xml"])
def test_a_page_may_lie_in_a_part_of_a_part(kind: bytes) -> None:
    inner = b"Content-Type: multipart/alternative; boundary=ab\n\n--ab\n\nteks\n--ab\n"
    inner += b"Content-Type: " + kind + b"\n\n" + PAGE.encode() + b"\n--ab--"
    data = TOP % b"a" + b"--a\r\n" + inner + b"\r\n--a--\r\n"
    (found,) = read_bytes(data, "a.mhtml")
    assert isinstance(found, Source)
    assert found.text.startswith("Menjaga Netralitas\n")


def test_a_report_of_the_library_is_known_in_it() -> None:
    page = b'<!doctype html><meta name="generator" content="kpu_corpus"><p>Laporan'
    assert "kpu_corpus" in refusal(essays.as_mhtml(page))


@pytest.mark.parametrize(
    ("data", "limits", "reason"),
    [
        (b"Kami menjaga suara rakyat.", {}, "its content is not .mhtml"),
        (TOP % b"a" + b"--a\r\nContent-Type: image/png\r\n\r\nx\r\n--a--", {}, "no web page"),
        (TOP % b"a", {}, "no web page"),
        (TOP % b"", {}, "no web page"),
        (essays.as_mhtml(b" "), {}, "empty"),
        (essays.as_mhtml(), {"markup_bytes": 100}, "100"),
        (essays.as_mhtml(b"<p>" + b"<div>" * 5000), {}, "markup_depth"),
    ],
)
def test_what_holds_no_page_is_refused(data: bytes, limits: dict[str, int], reason: str) -> None:
    assert reason in refusal(data, **limits)


@pytest.mark.parametrize(
    "body",
    [
        b"\r\n--a" * 120_000,
        b"\r\n--a\r\n" * 60_000,
        b"\r\n--a" + b" " * 1_000_000,
        b"".join(
            b"\r\n--a\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n" for _ in range(12_000)
        ),
        b"\r\n--a\r\n" + b"X: " + b";=" * 500_000,
        b"\r\n--a\r\n" + b"X:\r\n " * 250_000,
        (b"\r\n--a\r\nContent-Type: text/plain; a=" + b'";' * 32_000 + b"\r\n\r\nx") * 30,
    ],
    ids=["marks", "parts", "blanks", "nested", "long head", "folded head", "parameters"],
)
def test_hostile_parts_are_gone_through_once(body: bytes) -> None:
    """What went through the rest for each of them would not come to an end here."""
    assert "no web page" in refusal(TOP % b"a" + body)


@given(st.data())
def test_a_damaged_file_is_read_or_refused_in_one_sentence(data: st.DataObject) -> None:
    whole = bytearray(essays.as_mhtml(PAGE.encode()))
    for _ in range(data.draw(st.integers(1, 20))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    every = read_bytes(bytes(whole), "a.mhtml")
    assert every != []
    assert all(isinstance(one, Source) or "\n" not in str(one[1]) for one in every)
