"""Front matter of texts as Jekyll, Hugo, Quarto and Obsidian write it."""

from __future__ import annotations

from pathlib import Path

import pytest

import kpu_corpus as kc
from kpu_corpus.reading.front_matter import read_text

TEXT = "Kami menjaga netralitas di tempat pemungutan suara. Kami juga jujur dalam menghitung.\n"
YAML = """\
title: "Menjaga Netralitas di Tahun Politik"
description: Netralitas adalah harga mati bagi setiap pegawai, dan kami menjaganya setiap hari.
authors:
  - name: Rina Marlina
    url: https://rina.example.id
  - name: Budi Santoso
date: 2024-02-01T06:00:00+07:00 # jadwal terbit
categories: [opini, "pemilu"]

# tidak terbit
excerpt: >
  Integritas penyelenggara diuji setiap hari oleh
  orang banyak yang memperhatikan kinerja kami.
tags:
- netralitas
"""
TOML = """\
title = "Menjaga Netralitas di Tahun Politik"
date = 2024-02-01T06:00:00+07:00
author = "Rina Marlina"
categories = ["opini", "pemilu"]
"""
ABOUT = {"author": "Rina Marlina", "category": "opini; pemilu"}


@pytest.mark.parametrize(
    "head", [f"---\n{YAML}---\n", f"---\n{YAML}...\n", f"+++\n{TOML}+++\n"], ids=["---", "...", "+"]
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_front_matter_tells_what_it_knows_and_is_no_text(
    head: str, end: str, tmp_path: Path
) -> None:
    path = tmp_path / "netral.md"
    path.write_text((head + "\n" + TEXT).replace("\n", end), newline="")
    corpus = kc.load(path)
    (item,) = corpus.items
    told = (item.title, item.author, item.date, item.metadata["category"])
    expected = (
        "Menjaga Netralitas di Tahun Politik",
        "Rina Marlina",
        "2024-02-01",
        "opini; pemilu",
    )
    assert told == expected
    assert corpus.text(item) == TEXT.strip()


def test_authors_are_told_by_their_first_and_categories_by_all() -> None:
    head = "---\nlayout: post\nauthors: [Rina Marlina, Budi]\ncategory:\n- opini\n- pemilu\n---"
    assert read_text(f"{head}\n{TEXT}".encode()).metadata == ABOUT


def test_a_comma_between_quotation_marks_parts_no_names() -> None:
    head = (
        "---\nlayout: post\nauthors: [\"Rina Marlina, S.H.\", 'Budi']\ncategory: [a, 'b, c']\n---"
    )
    about = {"author": "Rina Marlina, S.H.", "category": "a; b, c"}
    assert read_text(f"{head}\n{TEXT}".encode()).metadata == about


def test_accounts_are_no_authors_and_other_words_no_dates() -> None:
    head = "---\nlayout: post\nauthors:\n- admin\ndate: today\n---"
    assert read_text(f"{head}\n{TEXT}".encode()).metadata == {}


@pytest.mark.parametrize("sign", ["'", '"'])
def test_quotation_marks_around_a_title_are_no_part_of_it(sign: str, tmp_path: Path) -> None:
    path = tmp_path / "netral.md"
    path.write_text(f"+++\ntitle = {sign}Menjaga Netralitas{sign}\n+++\n\n{TEXT}")
    assert [item.title for item in kc.load(path).items] == ["Menjaga Netralitas"]


@pytest.mark.parametrize(
    "text",
    [
        f"---\nJudul: Netral\nIsi:\n  {TEXT}---\n",
        f"---\nNama: Rina Marlina\nNIP: 199001012025012001\n---\n{TEXT}",
        f"---\n{TEXT}---\n{TEXT}",
        f"---\ntitle: Netral\n{TEXT}---\n",
        f"---\ntitle: Netral\n{TEXT}",
        f"+++\ntitle = Netral\n+++\n{TEXT}",
        f"---\n- title: Netral\n---\n{TEXT}",
    ],
    ids=["all inside", "form", "lines", "prose", "open", "no TOML", "list"],
)
def test_what_is_no_front_matter_is_left_to_the_rules_for_lines(text: str) -> None:
    document = read_text(text.encode())
    assert (document.text, document.marks, document.metadata) == (text, (), {})


def test_headings_below_front_matter_are_those_of_markdown(tmp_path: Path) -> None:
    path = tmp_path / "netral.md"
    path.write_text(f"---\nlayout: post\n---\n# Menjaga Netralitas\n\n{TEXT}\n## Sinergi\n\n{TEXT}")
    corpus = kc.load(path)
    assert [item.title for item in corpus.items] == ["Menjaga Netralitas"]
    assert set(corpus.spans["kind"]) >= {"title", "heading", "body"}
