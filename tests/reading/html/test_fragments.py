"""Cells that are pieces of web pages: their text is read, other cells stay as they are."""

import json
from pathlib import Path

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.errors import KpuCorpusWarning, UnreadableSource
from kpu_corpus.reading.html.fragments import shown
from kpu_corpus.reading.limits import Limits

PIECE = (
    "<p>Kami menjaga <b>netralitas</b> &amp; integritas.</p>\n<p>Kami melayani pemilih.<br>"
    "Setiap hari.</p><script>lacak()</script><ul><li>jujur</li><li>adil</li></ul>"
)
TEXT = (
    "Kami menjaga netralitas & integritas.\n\nKami melayani pemilih.\nSetiap hari.\n\njujur\n\nadil"
)


def test_a_piece_of_a_web_page_is_read_as_it_is_shown() -> None:
    assert shown(PIECE, Limits()) == TEXT
    assert shown(f"<!-- wp:paragraph -->\n{PIECE}\n<!-- /wp:paragraph -->\n", Limits()) == TEXT
    word = "<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->"
    assert shown(f"{word}{PIECE}\n{word}\n", Limits()) == TEXT


@pytest.mark.parametrize(
    "cell",
    [
        f"<style>p {{margin: 0}}</style>{PIECE}",
        f"<br>{PIECE}<br/>",
        f"<xml><w:View>Normal</w:View></xml>{PIECE}",
        f'<span style="color: black">{PIECE}</span>',
    ],
)
def test_a_piece_may_begin_and_end_with_any_element_of_a_page(cell: str) -> None:
    assert shown(cell, Limits()) == TEXT


def test_a_piece_that_looks_like_furniture_as_a_whole_is_read_all_the_same() -> None:
    assert shown("<div><form><p>Kami hadir.</p></form></div>", Limits()) == "Kami hadir."
    assert shown("<div><nav>Beranda</nav><p>Kami hadir.</p></div>", Limits()) == "Kami hadir."


@pytest.mark.parametrize(
    "cell",
    [
        "Jumlah suara a < b dan c > d.",
        "Kami <b>menjaga</b> netralitas.<br>Kami melayani.",
        "<p> adalah tanda paragraf dalam HTML; tanda itu kami ajarkan di kelas.",
        "<pemilih> yang terdaftar </p>",
        "",
    ],
)
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert shown(cell, Limits()) == cell


def test_a_hostile_piece_is_refused_with_its_reason() -> None:
    deep = "<div>" * 3_000 + "Kami hadir." + "</div>" * 3_000
    with pytest.raises(UnreadableSource, match="2000"):
        shown(deep, Limits())
    with pytest.raises(UnreadableSource):
        shown(f"<p>{'Kami hadir. ' * 100}</p>", Limits(markup_bytes=500))


def test_rows_of_files_are_read_so_and_those_of_a_frame_stay(tmp_path: Path) -> None:
    rows = [{"id": "a", "teks": PIECE}, {"id": "b", "teks": "Kami hadir."}]
    pd.DataFrame(rows).to_csv(tmp_path / "forum.csv", index=False)
    (tmp_path / "forum.jsonl").write_text("\n".join(map(json.dumps, rows)))
    for name in ("forum.csv", "forum.jsonl"):
        corpus = kc.load(tmp_path / name)
        assert corpus.essays["text"].tolist() == [TEXT, "Kami hadir."]
    with pytest.warns(KpuCorpusWarning, match="<p>"):
        assert kc.load(pd.DataFrame(rows)).essays["text"].tolist()[0] == PIECE


def test_posts_of_wordpress_have_their_texts_and_titles(tmp_path: Path) -> None:
    posts = [
        {
            "id": number,
            "title": {"rendered": f"Menjaga &#8220;Suara&#8221; {number}"},
            "content": {"rendered": f"\n{PIECE}\n", "protected": False},
            "excerpt": {"rendered": f"<p>{'Kami menjaga netralitas. ' * 12}</p>"},
        }
        for number in (7, 8)
    ]
    (tmp_path / "posts.json").write_text(json.dumps(posts))
    essays = kc.load(tmp_path / "posts.json").essays
    assert essays["title"].tolist() == ["Menjaga “Suara” 7", "Menjaga “Suara” 8"]
    assert essays["text"].tolist() == [TEXT, TEXT]


def test_a_row_that_is_refused_or_shows_nothing_is_skipped_and_the_others_are_read(
    tmp_path: Path,
) -> None:
    rows = [
        {"id": "a", "teks": "<div>" * 3_000 + "Kami hadir.</div>"},
        {"id": "b", "teks": "<p>&nbsp;</p>"},
        {"id": "c", "teks": "<p>Kami hadir.</p>"},
    ]
    (tmp_path / "forum.json").write_text(json.dumps(rows))
    corpus = kc.load(tmp_path / "forum.json")
    assert corpus.essays["text"].tolist() == ["Kami hadir."]
    assert len(corpus.skipped) == 2


def test_a_stream_reads_the_same(tmp_path: Path) -> None:
    rows = [{"id": str(number), "teks": PIECE} for number in range(3)]
    (tmp_path / "forum.jsonl").write_text("\n".join(map(json.dumps, rows)))
    kc.stream(tmp_path / "forum.jsonl", tmp_path / "out")
    read = pd.read_parquet(tmp_path / "out" / "themes.parquet")
    plain = kc.themes(kc.preprocess(kc.load({str(number): TEXT for number in range(3)})))
    assert read["hits"].sum() == plain["hits"].sum() > 0
