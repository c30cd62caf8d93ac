"""Web pages that hold several articles without telling who wrote them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.essays import SAMPLES

import kpu_corpus as kc


def entries(tag: str, paragraphs: int, body: str = "") -> str:
    """Return articles with a heading each, of so many paragraphs."""
    return body + "".join(
        f"<article><{tag}>{title}</{tag}>"
        + "".join(f"<p>{paragraph}</p>" for paragraph in (text * 9)[:paragraphs])
        + "</article>"
        for title, _, text in SAMPLES
    )


@pytest.mark.parametrize("above", ["", "<h1>Esai Peserta</h1>"])
def test_each_of_several_articles_is_an_essay(above: str, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f"{above}<main>{entries('h2', 9)}</main>", encoding="utf-8")
    found = kc.load(tmp_path / "a.html").essays
    assert found["title"].tolist() == [title for title, *_ in SAMPLES]


def test_headings_of_articles_that_name_people_name_the_authors(tmp_path: Path) -> None:
    page = entries("h2", 9)
    for title, author, _ in SAMPLES:
        page = page.replace(title, author)
    (tmp_path / "a.html").write_text(f"<main>{page}</main>", encoding="utf-8")
    assert kc.load(tmp_path / "a.html").essays["author"].tolist() == [one for _, one, _ in SAMPLES]


@pytest.mark.parametrize("heads", [["Pendahuluan", "Isi", "Penutup"], ["Awal", "Jalan", "Pulang"]])
def test_articles_below_a_title_and_its_author_are_parts_of_one_essay(
    heads: list[str], tmp_path: Path
) -> None:
    above = "<h1>Menjaga Suara Rakyat</h1><p>Oleh: Rina Marlina</p>"
    page = entries("h2", 9, above)
    for (title, *_), head in zip(SAMPLES, heads, strict=False):
        page = page.replace(title, head)
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    (essay,) = kc.load(tmp_path / "a.html").items
    assert (essay.title, essay.author) == ("Menjaga Suara Rakyat", "Rina Marlina")


def test_points_below_a_title_tell_when_and_who_wrote(tmp_path: Path) -> None:
    told = "<ul><li>2 Juni 2025</li><li>{}</li><li>44</li><li>0Komentar</li></ul>"
    page = "".join(
        f"<article><h2>{title}</h2>{told.format(author)}<p>{' '.join(text)}</p></article>"
        for title, author, text in SAMPLES
    )
    (tmp_path / "a.html").write_text(f"<main>{page}</main>", encoding="utf-8")
    found = kc.load(tmp_path / "a.html").essays
    assert found["author"].tolist() == [author for _, author, _ in SAMPLES]


def test_teasers_in_articles_below_an_essay_are_no_essays(tmp_path: Path) -> None:
    title, _, text = SAMPLES[0]
    essay = f"<h1>{title}</h1>" + "".join(f"<p>{paragraph}</p>" for paragraph in text * 3)
    (tmp_path / "a.html").write_text(entries("h3", 1, essay), encoding="utf-8")
    assert kc.load(tmp_path / "a.html").essays["title"].tolist() == [title]
