"""Every format gives the same essays, and says what it cannot read in one sentence."""

from __future__ import annotations

import builtins
import codecs
import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests import essays
from tests.essays import SAMPLES, new_docx

import kpu_corpus as kc
from kpu_corpus.corpus.sources import Source
from kpu_corpus.errors import MissingExtra, RenamedEssays, UnreadableSource
from kpu_corpus.reading import read_bytes
from kpu_corpus.reading.limits import Limits
from kpu_corpus.reading.printed import Printed, paragraphs
from kpu_corpus.reading.text import decode


def even(text: str) -> str:
    return " ".join(text.split())


def text_of(data: bytes, name: str) -> str:
    (source,) = read_bytes(data, name)
    assert isinstance(source, Source), source
    return source.text


def refusal(data: bytes, name: str, **limits: Any) -> str:
    (found,) = read_bytes(data, name, limits=Limits(**limits))
    assert not isinstance(found, Source), found
    return str(found[1])


def test_one_folder_with_every_format_holds_the_same_five_essays(tmp_path: Path) -> None:
    expected = essays.folder_of_every_format(tmp_path)
    with pytest.warns(RenamedEssays, match=r"\(20\)"):  # the rows of four tables "esai"
        corpus = kc.load(tmp_path)
    assert corpus.skipped.empty
    found: dict[str, list[tuple[Any, ...]]] = {}
    for item in corpus.items:
        origin = Path(corpus.by_name[item.source].origin).relative_to(tmp_path).as_posix()
        row = (item.title, item.author, even(corpus.text(item)))
        found.setdefault(re.split(r"\.zip|(?<=\.xml)/", origin)[0], []).append(row)
    wanted = {
        path.split(".zip")[0]: [
            (s.title, s.author, even(s.body)) for s in SAMPLES if s.title in titles
        ]
        for path, titles in expected.items()
    }
    assert found == wanted


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "teks,id\nKami hadir.,7\nKami belajar.,\nKami bekerja.\n"),
        (
            "a.jsonl",
            '{"teks": "Satu.", "id": "7"}\n{"teks": "Dua.", "id": null}\n{"teks": "Tiga."}\n',
        ),
    ],
)
@pytest.mark.filterwarnings("ignore::kpu_corpus.errors.RenamedEssays")
def test_rows_without_an_id_are_counted(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert list(kc.load(tmp_path / name).essays["essay"]) == ["7", "a-2", "a-3"]


def test_columns_of_a_table_follow_its_essays(tmp_path: Path) -> None:
    path = tmp_path / "esai.xlsx"
    path.write_bytes(essays.as_xlsx())
    table = kc.load(path).essays
    assert list(table["angkatan"]) == ["II"] * 5
    assert list(table["essay"]) == [f"esai-{n}" for n in range(1, 6)]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("Tekad “Kami”".encode(), "utf-8"),
        ("Tekad “Kami”".encode("utf-8-sig"), "utf-8-sig"),
        ("Tekad “Kami”".encode("cp1252"), "cp1252"),
        ("Tekad “Kami”".encode("utf-16"), "utf-16"),
        ("Tekad “Kami”".encode("utf-16-le"), "utf-16-le"),
        ("Tekad “Kami”".encode("utf-16-be"), "utf-16-be"),
        ("Tekad “Kami”".encode("utf-32"), "utf-32"),
        ("Tekad “".encode() + "Kami”".encode("cp1252"), "utf-8+cp1252"),
    ],
)
def test_encoding_is_found_and_recorded(data: bytes, encoding: str) -> None:
    assert decode(data) == ("Tekad “Kami”", encoding)


@pytest.mark.parametrize("data", [b"a\0b\0\0c" * 9, b"\x81\x8d\x8f", bytes(range(1, 31)) * 9])
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableSource):
        decode(data)


@pytest.mark.parametrize("mark", [b"\x9d", b"\xe2\x80\x9d"[::2], b"\x81"])
def test_few_bytes_that_are_no_character_do_not_refuse_a_file(mark: bytes, tmp_path: Path) -> None:
    words = b"Kami menjaga suara rakyat di setiap TPS dengan jujur dan adil selama pemilu. "
    for name, head in {"a.txt": "“Tekad” Kami\n\n".encode(), "b.csv": b"teks\n"}.items():
        (tmp_path / name).write_bytes(head + words * 2 + mark + words)
        with pytest.warns(kc.errors.KpuCorpusWarning, match="characters"):
            corpus = kc.load(tmp_path / name)
        assert "�" in corpus.texts[0]
        assert corpus.texts[0].rstrip().endswith("selama pemilu.")
    (tmp_path / "c.jsonl").write_bytes(b'{"teks": "' + words * 2 + mark + b'"}\n{"teks": "Kami."}')
    with pytest.warns(kc.errors.KpuCorpusWarning, match="characters"):
        assert "�" in kc.load(tmp_path / "c.jsonl").texts[0]


def test_page_keeps_its_structure_and_marks_its_furniture() -> None:
    page = """<html><head><meta name=author content="Rina Kartika">
    <meta property="article:published_time" content="2025-06-02T08:00:00+07:00"></head><body>
    <nav>Beranda</nav><h1>Menjaga Suara</h1><p>Paragraf&nbsp;satu<br>baris dua.</p>
    <ul><li>jujur</li><li>adil</li></ul><div style="display: none">rahasia</div>
    <p>Paragraf <b>dua</b>.</p><footer>© KPU</footer></body></html>"""
    (source,) = read_bytes(page.encode(), "opini.html")
    assert isinstance(source, Source)
    assert source.text == (
        "Beranda\n\nMenjaga Suara\n\nParagraf\xa0satu\nbaris dua.\n\njujur\nadil\n\nrahasia\n\n"
        "Paragraf dua.\n\n© KPU"
    )
    kinds = [(source.text[m.start : m.end].split()[0], m.kind) for m in source.marks]
    assert kinds == [
        ("Beranda", "chrome"),
        ("Menjaga", "heading"),
        ("Paragraf", "paragraph"),
        ("jujur", "item"),
        ("adil", "item"),
        ("rahasia", "chrome"),
        ("Paragraf", "paragraph"),
        ("©", "chrome"),
    ]
    assert source.metadata == {"author": "Rina Kartika", "date": "2025-06-02T08:00:00+07:00"}


def test_date_of_a_page_comes_in_iso_form(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<html><head><meta name=date content='2 Juni 2025'></head><body><h1>Menjaga Suara</h1>"
        "<p>Kami menjaga suara rakyat dengan jujur dan adil.</p></body></html>"
    )
    assert kc.load(path).items[0].date == "2025-06-02"


@pytest.mark.parametrize(
    "said",
    [
        '{"@type":"Article","author":{"name":"Rina Kartika"},"datePublished":"2025-06-02"}',
        '{"@graph":[{"@type":"WebSite"},{"author":[{"name":"Rina Kartika"}],'
        '"datePublished":"2025-06-02T08:00:00+07:00"}]}',
        '[{"author":"Rina Kartika","datePublished":"2025-06-02"},5]',
    ],
)
def test_author_and_date_of_a_page_are_read_from_its_json_ld(tmp_path: Path, said: str) -> None:
    script = f'<script type="application/ld+json">{said}</script><script>x</script>'
    broken = '<script type="application/ld+json">{"author":</script>'
    page = f"<html><head>{broken}{script}</head><body><p>Kami menjaga suara.</p></body></html>"
    (tmp_path / "a.html").write_text(page)
    item = kc.load(tmp_path / "a.html").items[0]
    assert (item.author, (item.date or "")[:10]) == ("Rina Kartika", "2025-06-02")


@pytest.mark.parametrize(
    ("kind", "day", "date"),
    [
        ("BlogPosting", "2023-02-01", None),
        ("BlogPosting", "2025-06-02", "2025-06-02"),
        ("WebPage", "2023-02-01", "2025-06-02"),
    ],
    ids=["of several posts", "of one day", "of another type"],
)
def test_a_page_that_lists_posts_of_several_days_has_not_that_of_the_first(
    tmp_path: Path, kind: str, day: str, date: str | None
) -> None:
    posts = [("BlogPosting", "2025-06-02T08:00:00+07:00"), (kind, day)]
    scripts = "".join(
        f'<script type="application/ld+json">{json.dumps(said)}</script>'
        for said in ({"@type": name, "datePublished": when} for name, when in posts)
    )
    (tmp_path / "a.html").write_text(
        f"<head>{scripts}</head><body><p>Kami menjaga suara.</p></body>"
    )
    assert kc.load(tmp_path / "a.html").items[0].date == date


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        ("<h1>{title}</h1><p>{first}</p><p>Baca selengkapnya, langganan Rp 9.000.</p>", "whole"),
        ("<div id='root'></div>", "whole"),
        ("<h1>{title}</h1><p>{first}</p><p>{more}</p>", "shown"),
        ("<h1>{title}</h1><p>{first}</p><p>{lines}</p>", "lines"),
    ],
    ids=["its_beginning", "nothing", "more_than_half", "more_than_half_in_short_lines"],
)
def test_a_page_that_shows_the_beginning_is_read_as_it_tells_search_engines(
    tmp_path: Path, shown: str, text: str
) -> None:
    title, first = "Suara dari Tapal Batas", "Petugas kami berjalan dua hari ke kampung terakhir."
    more = " ".join(f"Pada hari ke-{n} kami menyeberangi sungai yang deras." for n in range(12))
    last = "Semua suara &amp; harapan warga kampung itu akhirnya sampai ke kabupaten."
    said = {"headline": title, "articleBody": f"{first}\n\n{more}\n\n{last}"}
    script = f'<script type="application/ld+json">{json.dumps(said)}</script>'
    lines = "</p><p>".join(["Kami menyeberang lagi,"] * 20)
    body = shown.format(title=title, first=first, more=more, lines=lines)
    (tmp_path / "a.html").write_text(f"<html><head>{script}</head><body>{body}</body></html>")
    row = kc.load(tmp_path / "a.html").essays.iloc[0]
    ends = {
        "whole": "&".join(last.split("&amp;")),
        "shown": more,
        "lines": "\n\n".join(lines.split("</p><p>")),
    }
    assert row["title"] == title
    assert row["text"] == "\n\n".join([first, *([more] if text == "whole" else []), ends[text]])


@pytest.mark.parametrize("paragraph", ["<p>{}</p>", "&lt;p&gt;{}&lt;/p&gt;", "{}<br>"])
def test_markup_that_a_page_tells_search_engines_is_read_as_it_would_be_shown(
    tmp_path: Path, paragraph: str
) -> None:
    text = "Petugas kami berjalan dua hari ke kampung terakhir."
    said = {"articleBody": paragraph.format(text) * 40}
    script = f'<script type="application/ld+json">{json.dumps(said)}</script>'
    (tmp_path / "a.html").write_text(f"<head>{script * 2}</head><body><p>{text}</p></body>")
    assert kc.load(tmp_path / "a.html").essays["text"][0].split() == (f"{text} " * 40).split()


def test_lines_with_markup_that_a_page_tells_search_engines_are_paragraphs(tmp_path: Path) -> None:
    text = "Petugas kami berjalan <em>dua</em> hari ke kampung terakhir."
    script = json.dumps({"articleBody": "\n\n".join([text] * 20)})
    script = f'<script type="application/ld+json">{script}</script>'
    (tmp_path / "a.html").write_text(f"<head>{script}</head><body><p>{text}</p></body>")
    (read,) = kc.load(tmp_path / "a.html").essays["text"]
    assert len(read.split("\n\n")) == 20


@pytest.mark.parametrize(("name", "whole"), [("Opini Warga", False), ("Kampung Terakhir", True)])
def test_the_whole_text_of_one_of_several_articles_is_not_that_of_the_page(
    tmp_path: Path, name: str, whole: bool
) -> None:
    text = "Petugas kami berjalan dua hari ke kampung terakhir. " * 40
    said = {"headline": "Kampung Terakhir", "articleBody": text}
    script = f'<script type="application/ld+json">{json.dumps(said)}</script>'
    cards = "".join(
        f"<h2><a href='{n}'>{title}</a></h2><p>{text[:160]}…</p>"
        for n, title in enumerate(["Kampung Terakhir", "Menjaga Suara Rakyat"])
    )
    (tmp_path / "a.html").write_text(f"<head>{script}</head><body><h1>{name}</h1>{cards}</body>")
    assert (text.strip() in "".join(kc.load(tmp_path / "a.html").texts)) is whole


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("<link rel=canonical href='https://kpu.example/'>", None),
        (
            "<meta property=og:type content=article><link rel=canonical href='https://a.example/'>",
            "2019-01-02",
        ),
        ("<link rel=canonical href='https://kpu.example/?p=5'>", "2019-01-02"),
        ("<link rel=canonical href='https://[kpu/'>", "2019-01-02"),
        ('<script type="application/ld+json">{"@type":["CollectionPage"]}</script>', None),
        ('<script type="application/ld+json">{"@type":5}</script>', "2019-01-02"),
    ],
)
def test_the_day_of_a_home_page_or_a_list_is_not_that_of_its_texts(
    tmp_path: Path, head: str, date: str | None
) -> None:
    head += "<meta property='article:published_time' content='2019-01-02T08:00:00+07:00'>"
    (tmp_path / "a.html").write_text(f"<head>{head}</head><body><p>Kami menjaga suara.</p></body>")
    assert kc.load(tmp_path / "a.html").items[0].date == date


@pytest.mark.parametrize(
    "section",
    [
        "<meta property='article:section' content='Opini'>",
        '<script type="application/ld+json">{"articleSection":["Opini"]}</script>',
    ],
)
def test_a_page_has_the_site_category_and_address_that_it_states_as_posts_of_exports_have(
    tmp_path: Path, section: str
) -> None:
    head = (
        "<meta property='og:site_name' content='KPU Kabupaten Garut'>"
        f"<link rel='canonical' href='https://kpu.example/suara/'>{section}"
    )
    (tmp_path / "a.html").write_text(f"<head>{head}</head><body><p>Kami menjaga suara.</p></body>")
    (row,) = kc.load(tmp_path / "a.html").essays.to_dict("records")
    told = {name: row[name] for name in ("site", "category", "url")}
    assert told == {
        "site": "KPU Kabupaten Garut",
        "category": "Opini",
        "url": "https://kpu.example/suara/",
    }


def test_what_is_no_author_may_be_a_site_or_a_category(tmp_path: Path) -> None:
    said = {"og:site_name": "Warta.com", "article:section": "Humas", "author": "Humas"}
    head = "".join(f"<meta property='{name}' content='{told}'>" for name, told in said.items())
    (tmp_path / "a.html").write_text(f"<head>{head}</head><body><p>Kami menjaga suara.</p></body>")
    (row,) = kc.load(tmp_path / "a.html").essays.to_dict("records")
    assert (row["site"], row["category"]) == ("Warta.com", "Humas")
    assert row["author"] != "Humas"


def test_an_article_of_a_journal_is_its_abstract_with_author_and_date_of_its_head(
    tmp_path: Path,
) -> None:
    says = {"author": "Rina Kartika", "date": "2024/02/07"}
    metas = "".join(f"<meta name='citation_{name}' content='{x}'>" for name, x in says.items())
    abstract = "Kajian ini menelaah kemandirian penyelenggara pemilu di daerah kepulauan. " * 9
    beside = {
        "authors": "Rina Kartika Universitas Bali",
        "doi": "DOI: 10.1/2",
        "keywords": "pemilu",
    }
    items = "".join(f"<section class='item {name}'>{x}</section>" for name, x in beside.items())
    (tmp_path / "a.html").write_text(
        f"<html><head>{metas}<meta name='citation_author' content='Dwi Putra'></head><body><h1>"
        f"Kemandirian Penyelenggara</h1>{items}<section class='item abstract'><p>{abstract}</p>"
        "</section><section class='item downloads_chart'>Data unduhan belum tersedia.</section>"
        "<div class='entry_details'><div class='item citation'>Kartika, R. (2024).</div></div>"
    )
    row = kc.load(tmp_path / "a.html").essays.iloc[0]
    assert (row["author"], row["date"]) == ("Rina Kartika", "2024-02-07")
    assert row["text"] == abstract.strip()


@pytest.mark.parametrize(
    ("charset", "encoding", "recorded"),
    [
        ("windows-1251", "cp1251", "windows-1251"),
        ("shift_jis", "shift_jis", "shift_jis"),
        ("iso-8859-1", "cp1252", "cp1252"),
        ("UTF-8", "cp1252", "cp1252"),
        ("windows-1251", "utf-8", "utf-8"),
        ("punycode", "cp1252", "cp1252"),
    ],
)
def test_the_charset_that_a_page_names_counts_where_it_is_not_utf8(
    charset: str, encoding: str, recorded: str
) -> None:
    # the bytes of ﾂｰ are those of a sign in UTF-8 as well
    said = {"cp1251": "Кирил", "shift_jis": "あ ﾂｰ"}.get(encoding, "“Kami”")
    page = f"<html><head><meta charset={charset}></head><body><p>{said}</p></body></html>"
    (source,) = read_bytes(page.encode(encoding), "a.html")
    assert isinstance(source, Source)
    assert (source.text, source.encoding) == (said, recorded)


def word(short: str) -> bytes:
    """A Word file; ``[text]`` is a run, and elements are short of their ``w:``."""
    runs = re.sub(r"\[(.*?)\]", r'<r><t xml:space="preserve">\1</t></r>', short)
    return essays.docx_of(re.sub(r"(</?)(?=[a-zA-Z])", r"\1w:", runs))


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("[Kami ]<ins>[tetap ]</ins>[jujur.]", "Kami tetap jujur."),
        ("[Kami ]<del><r><delText>tidak </delText></r></del>[jujur.]", "Kami jujur."),
        ("<moveFrom>[lalu ]</moveFrom>[Kami ]<moveTo>[lalu]</moveTo>", "Kami lalu"),
        ("<sdt><sdtContent>[Isian]</sdtContent></sdt>", "Isian"),
        ("<smartTag>[Subang]</smartTag><hyperlink>[ tautan]</hyperlink>", "Subang tautan"),
        ('<fldSimple w:instr="AUTHOR">[Rina]</fldSimple>', "Rina"),
        (
            "<customXml>[Kami ]</customXml><dir>[tetap ]</dir><bdo>[jujur.]</bdo>",
            "Kami tetap jujur.",
        ),
        ('[a]<r><tab/><br/><noBreakHyphen/><br w:type="page"/></r>[b]', "a\t\n-b"),
        ("[Garut]<r><ptab/></r>[2025]<r><cr/></r>[Rina]", "Garut\t2025\nRina"),
        ("[a]<r><pict><txbxContent><p>[kotak]</p></txbxContent></pict></r>", "a\n\nkotak"),
    ],
)
def test_docx_is_read_as_it_would_be_printed(content: str, text: str) -> None:
    assert text_of(word(f"<p>{content}</p>"), "a.docx") == text


@pytest.mark.parametrize(
    ("first", "second", "begins"),
    [
        ("<p>[Satu.]</p>", "<p><pPr><pageBreakBefore/></pPr>[Dua.]</p>", True),
        ("<p>[Satu.]</p>", '<p><pPr><pageBreakBefore w:val="false"/></pPr>[Dua.]</p>', False),
        ("<p><pPr><sectPr/></pPr>[Satu.]</p>", "<p>[Dua.]</p>", True),
        (
            '<p><pPr><sectPr><type w:val="continuous"/></sectPr></pPr>[Satu.]</p>',
            "<p>[Dua.]</p>",
            False,
        ),
        ('<p>[Satu.]<r><br w:type="page"/></r></p>', "<p>[Dua.]</p>", True),
        ('<p>[Sa]<r><br w:type="page"/></r>[tu.]</p>', "<p>[Dua.]</p>", False),
    ],
)
def test_docx_tells_where_a_paragraph_begins_a_page(first: str, second: str, begins: bool) -> None:
    (source,) = read_bytes(word(first + second), "a.docx")
    assert isinstance(source, Source)
    assert source.text == "Satu.\n\nDua."
    pages = [source.text[mark.start :] for mark in source.marks if mark.kind == "page"]
    assert pages == ["Dua."] * begins


def test_raised_numbers_of_notes_typed_in_a_file_are_no_part_of_words() -> None:
    raised = '<r><rPr><vertAlign w:val="superscript"/></rPr><t>{}</t></r>'.format
    said = f"[Menjaga pemi][lu]{raised(1)}[ di 20 m]{raised(2)}[ ini.]{raised(12)}[ Kami]"
    assert text_of(word(f"<p>{said}</p>"), "a.docx") == "Menjaga pemilu di 20 m2 ini. Kami"
    assert text_of(word("<p>[Menjaga pemilu][1]</p>"), "a.docx") == "Menjaga pemilu1"
    page = "<p>Menjaga pemilu<sup>1</sup> di 20 m<sup>2</sup> ini.<sup>12</sup> Kami</p>"
    assert text_of(page.encode(), "a.html") == "Menjaga pemilu di 20 m2 ini. Kami"


@pytest.mark.parametrize(
    ("before", "raised", "after"),
    [
        ("Pukul 08.", "30", " WIB"),
        ("Pukul 08.", "00", " WIB"),
        ("Harga Rp5.000,", "00", " saja"),
        ("Mulai pukul", "09", " pagi"),
        ("Air satu meter", "3", "per detik"),
        ("Seluas 20 hektar", "2", " dan"),
        ("Petugas desa", " 2", " orang"),
    ],
)
def test_other_raised_numbers_stay(before: str, raised: str, after: str) -> None:
    run = f'<r><rPr><vertAlign w:val="superscript"/></rPr><t>{raised}</t></r>'
    assert text_of(word(f"<p>[{before}]{run}[{after}]</p>"), "a.docx") == before + raised + after
    page = f"<p>{before}<sup>{raised}</sup>{after}</p>"
    assert text_of(page.encode(), "a.html") == before + raised + after


def test_docx_gives_what_stands_in_controls_but_no_table_of_contents() -> None:
    made = "<sdt><sdtPr><docPartObj/></sdtPr><sdtContent><p>[Daftar isi]</p></sdtContent></sdt>"
    control = "<sdt><sdtContent><p>[Isian formulir.]</p></sdtContent></sdt>"
    assert text_of(word(made + control), "a.docx") == "Isian formulir."


def test_docx_gives_merged_cells_once_and_no_deleted_rows() -> None:
    rows = (
        '<tr><tc><tcPr><vMerge w:val="restart"/></tcPr><p>[Atas]</p></tc></tr>'
        "<tr><tc><tcPr><vMerge/></tcPr><p>[tertutup]</p></tc></tr>"
        "<tr><trPr><del/></trPr><tc><p>[terhapus]</p></tc></tr>"
        '<tr><tc><tcPr><hMerge w:val="restart"/></tcPr><p>[Kiri]</p></tc>'
        "<tc><tcPr><hMerge/></tcPr><p>[tertutup]</p></tc></tr>"
        "<tr><tc><p>[Bawah]</p></tc></tr>"
    )
    assert text_of(word(f"<tbl>{rows}</tbl>"), "a.docx") == "Atas\n\nKiri\n\nBawah"


@pytest.mark.parametrize(
    "cells",
    [
        [
            [
                f"Kami mencatat setiap permohonan warga yang datang ke kantor pada hari {n}, "
                "lalu membacanya ulang.",
                "Petugas hadir.",
            ]
            for n in (1, 2)
        ],
        [["Apel pagi.", "Piket."], ["Doa.", "Tugas.", "Pulang."]],
    ],
    ids=["columns of text", "unlike numbers of lines"],
)
def test_paragraphs_in_cells_beside_each_other_are_read_cell_by_cell(
    cells: list[list[str]],
) -> None:
    told = ("".join(f"<p>[{line}]</p>" for line in cell) for cell in cells)
    row = "".join(f"<tc>{cell}</tc>" for cell in told)
    head = "<tr><tc><p>[Pagi]</p></tc><tc><p>[Siang]</p></tc></tr>"
    lines = [line for cell in cells for line in cell]
    text = "\n\n".join(["Pagi\tSiang", *lines])
    assert text_of(word(f"<tbl>{head}<tr>{row}</tr></tbl>"), "a.docx") == text


def test_the_caption_of_a_picture_in_word_is_no_text() -> None:
    document, stream = new_docx(), io.BytesIO()
    document.add_paragraph("Apel pagi di kantor", style="Caption")
    document.add_paragraph("Satu.")
    document.save(stream)
    (source,) = read_bytes(stream.getvalue(), "a.docx")
    assert isinstance(source, Source)
    assert [source.text[m.start : m.end] for m in source.marks if m.kind == "chrome"] == [
        "Apel pagi di kantor"
    ]


@pytest.mark.parametrize("style", ["Heading 1", "Normal"])
def test_a_heading_in_a_table_is_no_cell_of_a_row(style: str) -> None:
    document, stream = new_docx(), io.BytesIO()
    document.add_paragraph("Satu.")
    table = document.add_table(rows=1, cols=2)
    for number, name in enumerate([style, "Normal"]):
        cell = table.cell(0, number).paragraphs[0]
        cell.text, cell.style = f"Sel {number}", name
    document.save(stream)
    (source,) = read_bytes(stream.getvalue(), "a.docx")
    assert isinstance(source, Source)
    assert ("Sel 0\tSel 1" in source.text) == (style == "Normal")


def test_docx_gives_paragraphs_tables_and_headings_in_order() -> None:
    document = new_docx()
    document.add_heading("Judul", level=0)
    document.add_paragraph("Satu.")
    table = document.add_table(rows=2, cols=2)
    for number, cell in enumerate(table._cells):
        cell.text = f"Sel {number}."
    table.cell(0, 0).merge(table.cell(0, 1))
    document.add_paragraph("Butir", style="List Bullet")
    document.add_heading("Penutup", level=2)
    document.add_paragraph("Dua.")
    stream = io.BytesIO()
    document.save(stream)
    (source,) = read_bytes(stream.getvalue(), "a.docx")
    assert isinstance(source, Source)
    assert source.text.split("\n\n") == [
        "Judul", "Satu.", "Sel 0.", "Sel 1.", "Sel 2.\tSel 3.", "Butir", "Penutup", "Dua.",
    ]  # fmt: skip
    levels = [(mark.kind, mark.level) for mark in source.marks if mark.kind == "heading"]
    assert levels == [("heading", 0), ("heading", 2)]


@pytest.mark.parametrize("style", ["List Bullet", "List Number", "List Paragraph"])
def test_each_point_of_a_word_list_is_one_unit(tmp_path: Path, style: str) -> None:
    said = [
        "Menjaga kejujuran dalam setiap tahapan pemilihan umum dan pemilihan kepala daerah",
        "Melayani pemilih penyandang disabilitas dengan ramah dan tanpa membeda-bedakan",
        "Bekerja sama dengan Bawaslu dan kepolisian dalam pengamanan logistik pemilu",
    ]
    document = new_docx()
    document.add_paragraph("Komitmen saya sebagai pegawai:")
    for point in said:
        document.add_paragraph(point, style=style)
    document.add_paragraph("Demikian komitmen saya dalam bekerja.")
    document.save(str(tmp_path / "a.docx"))
    units = kc.preprocess(kc.load(tmp_path / "a.docx")).sentences
    assert units["kind"].tolist() == ["lead_in", *["list_item"] * 3, "sentence"]
    assert units["text"].tolist()[1:4] == said


@pytest.mark.parametrize(
    "lead", ["", "<p>Kami bertekad melakukan tiga hal berikut setiap hari:</p>"]
)
def test_each_point_of_a_web_list_is_one_unit(tmp_path: Path, lead: str) -> None:
    page = (
        f"<h1>Tekad Kami</h1>{lead}<ul>"
        "<li>menjaga kejujuran dalam setiap tahapan pemilihan umum di daerah kami</li>"
        "<li>melayani pemilih dengan ramah dan tanpa membeda-bedakan siapa pun</li></ul>"
        "<p>Semoga tekad ini terlaksana di kantor kami yang kecil.</p>"
    )
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    units = kc.preprocess(kc.load(tmp_path / "a.html")).sentences
    kinds = ["list_item", "list_item", "sentence"]
    assert units["kind"].tolist() == ["title", *["lead_in"] * bool(lead), *kinds]


def test_a_word_paragraph_is_a_point_where_it_or_its_style_is_numbered() -> None:
    document = new_docx()
    styled = document.add_paragraph("gaya bernomor", style="List Bullet")
    taken = document.add_paragraph("nomornya dihapus", style="List Bullet")
    own = document.add_paragraph("nomor sendiri")
    for paragraph, number in ((taken, 0), (own, 1)):
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_numId().val = number
    document.add_paragraph("lanjutan butir", style="List Continue")
    assert styled.text == "gaya bernomor"
    stream = io.BytesIO()
    document.save(stream)
    (source,) = read_bytes(stream.getvalue(), "a.docx")
    assert [mark.kind for mark in source.marks] == ["item", "paragraph", "item", "paragraph"]


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        (["Kami menjaga pemilihan yang jujur dan demo-", "kratis setiap hari."], "demokratis"),
        (["Kami membaca seluruh aturan di dalam undang-", "undang itu."], "undang-undang"),
        (["Rapat pleno berhenti lagi berjam-", "jam karena satu angka."], "berjam-jam"),
        (["Angka itu tertukar, lalu kami mencari-", "carinya bersama."], "mencari-carinya"),
        (["Satu angka di papan itu ternyata ber-", "ulang kali tertukar."], "berulang kali"),
        (["Setiap warga yang datang sore itu menjaga suara-", "nya sendiri."], "suaranya"),
        (["Petugas memeriksa kesehatan anggota dan juga gi-", "gi mereka."], "juga gigi mereka"),
    ],
)
def test_pdf_joins_hyphenated_words_and_keeps_reduplications(lines: list[str], read: str) -> None:
    assert read in text_of(essays.as_pdf([lines]), "a.pdf")


def test_smaller_lines_with_a_number_at_the_bottom_of_a_page_of_a_pdf_are_notes() -> None:
    body = ["Setiap pemilih datang dengan harapan yang sederhana saja, yaitu suaranya", "dihitung."]
    notes = ["1 Wawancara dengan staf gudang,", "3 Juni 2025."]
    for last, kinds in ((notes, ["note", "note"]), (["Keterangan kecil"], ["paragraph"])):
        (source,) = read_bytes(essays.as_pdf([[*body * 6, *last]], larger=12), "a.pdf")
        assert isinstance(source, Source)
        told = {source.text[mark.start : mark.end]: mark.kind for mark in source.marks}
        assert [told[line] for line in last] == kinds


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Kami menjaga integritas^1^ setiap hari di kantor.", "integritas setiap hari"),
        ("Kami hadir setiap hari.^12^ Kami jujur dan tertib.", "hari. Kami jujur"),
        ("Gudang kami seluas 40 m^2^ di tengah kota Tegal.", "40 m2 di tengah"),
        ("Kami menjaga 10^3^ suara rakyat yang sudah masuk.", "103 suara"),
        ("Jumlah pemilih di desa kami semua^ 312^ orang.", "semua 312 orang"),
        ("Kami menjaga pasal12 setiap hari di kantor kami.", "pasal12 setiap"),
    ],
)
def test_raised_numbers_of_notes_are_no_part_of_words_in_a_pdf(printed: str, read: str) -> None:
    assert read in text_of(essays.as_pdf([[printed, "Kami juga melayani warga."]]), "a.pdf")


def test_pdf_marks_running_headers_and_page_numbers() -> None:
    pages = [
        ["Kumpulan Esai", *(f"Isi {word} yang berbeda." for word in words), f"Halaman {n} dari 3"]
        for n, words in enumerate(("abc", "def", "ghi"), start=1)
    ]
    (source,) = read_bytes(essays.as_pdf(pages), "a.pdf")
    assert isinstance(source, Source)
    margin = [source.text[m.start : m.end] for m in source.marks if m.kind == "margin"]
    assert margin.count("Kumpulan Esai") == 3
    assert "Halaman 2 dari 3" in margin
    assert not any("Isi" in text for text in margin)


def test_a_title_in_larger_letters_is_one_paragraph_of_a_pdf() -> None:
    title = ["Menjaga Kepercayaan Pemilih Lewat", "Pelayanan yang Jujur", "Oleh: Rina Kartika"]
    body = essays.wrapped(SAMPLES[0].paragraphs[0], 76)
    assert text_of(essays.as_pdf([[*title, *body]], larger=3), "a.pdf").split("\n\n")[:2] == [
        "Menjaga Kepercayaan Pemilih Lewat Pelayanan yang Jujur",
        "Oleh: Rina Kartika",
    ]


def test_a_line_of_a_narrow_column_of_a_pdf_is_full_where_no_word_of_the_next_fits() -> None:
    lines = [
        "Kapal kayu berangkat menuju Sabu",
        "bersama petugas distrik",
        "Oktovianus Wenda dari kecamatan",
    ]
    assert "\n\n" not in text_of(essays.as_pdf([lines]), "a.pdf")


def test_a_value_that_is_longer_than_its_cell_goes_on_below_in_a_pdf() -> None:
    form = [("Satuan Kerja : KPU Kabupaten Tanah", 50), ("Hulu", 150), ("Angkatan : II", 50)]
    body = [(line, 50) for line in essays.wrapped(SAMPLES[0].paragraphs[0], 76)]
    rows = [
        Printed(text, 10, left, 700 - 12 * at, 0, 150 if ":" in text else left)
        for at, (text, left) in enumerate([*form, *body])
    ]
    told = [text for _, text in paragraphs([rows])]
    assert told[:2] == ["Satuan Kerja : KPU Kabupaten Tanah Hulu", "Angkatan : II"]


def test_what_a_browser_prints_around_a_page_is_furniture() -> None:
    lines = ["27/11/25 09.47 Menjaga Suara", "Kami menjaga suara.", "https://kpu.go.id/a 1/1"]
    (source,) = read_bytes(essays.as_pdf([lines]), "a.pdf")
    assert isinstance(source, Source)
    kinds = {source.text[mark.start : mark.end]: mark.kind for mark in source.marks}
    assert [kinds[line] for line in lines] == ["margin", "paragraph", "margin"]


def test_a_title_on_the_cover_and_above_the_text_is_no_running_header() -> None:
    title = "Netralitas Dimulai dari Jari Sendiri"
    cover = ["ESAI", "", title, "", "Oleh: Rina Marlina", "", "2025"]
    pages = [cover, [title, "", *essays.wrapped("Kami menjaga suara warga di kantor. " * 12, 58)]]
    (source,) = read_bytes(essays.as_pdf(pages), "a.pdf")
    told = [source.text[m.start : m.end] for m in source.marks if m.kind == "margin"]
    assert title not in told


@pytest.mark.parametrize(
    ("head", "apart"), [("Pintu Gudang Kami", True), ("di gudang kami.", False)]
)
def test_a_title_at_the_head_of_a_page_of_a_pdf_is_not_joined_to_a_full_line(
    head: str, apart: bool
) -> None:
    body = ["Kami mencatat setiap kotak suara yang masuk ke gudang dan"] * 5
    last = "keluar dari gudang itu, lalu buku catatannya kami tutup."
    text = text_of(essays.as_pdf([[*body, last], [head, *body]]), "a.pdf")
    assert (f"{last}\n\n" in text) is apart


def test_a_gap_between_full_lines_of_a_pdf_parts_two_paragraphs() -> None:
    text = " ".join(["Kami menjaga suara warga di semua kecamatan dengan sabar."] * 4)
    lines = essays.wrapped(text, 58)
    pages = [[*lines, "", "Bagikan Suka Komentar"], [*lines, "Kami hadir setiap pagi."]]
    found = text_of(essays.as_pdf(pages[:1]), "a.pdf").split("\n\n")
    assert found == [text, "Bagikan Suka Komentar"]
    found = text_of(essays.as_pdf(pages[1:]), "a.pdf").split("\n\n")
    assert found == [f"{text} Kami hadir setiap pagi."]


def test_a_paragraph_of_a_pdf_whose_last_line_is_full_ends_where_the_next_stands_apart() -> None:
    line = "Kami menjaga suara rakyat di setiap tempat pemungutan suara"
    lines = [f"{line}, lalu", f"{line} semua.", f"Belajar dari {line}", f"{line} itu."]
    joined = text_of(essays.as_pdf([lines]), "a.pdf")
    assert "\n\n" not in joined
    for moved in ((0, 8), (30, 0)):  # a gap above it, its first line indented
        text = text_of(essays.as_pdf([lines], moved={2: moved}), "a.pdf")
        assert text.split("\n\n") == [" ".join(lines[:2]), " ".join(lines[2:])]
    below = ["Judul Esai Kedua", *(text.replace("Kami", "Mereka") for text in reversed(lines))]
    new_page = text_of(essays.as_pdf([lines, below], moved={0: (90, 0)}), "a.pdf")
    assert "itu.\n\nJudul Esai Kedua\n\nMereka" in new_page


def test_lines_of_a_pdf_that_are_farther_apart_than_most_are_one_paragraph() -> None:
    line = "Kami menjaga suara rakyat di setiap tempat pemungutan suara"
    lines = [f"{line} lagi"] * 12 + [f"{line} itu."]
    wide = dict.fromkeys(range(9, 13), (0, 8))  # each so far below the one above it
    assert "\n\n" not in text_of(essays.as_pdf([lines], moved=wide), "a.pdf")


def test_a_paragraph_of_a_pdf_whose_lines_hang_below_its_first_is_one() -> None:
    line = "Kami menjaga suara rakyat di setiap tempat pemungutan suara"
    lines = [f"{line} lagi"] * 8 + ["itu saja.", *[f"{line} juga"] * 3]
    hanging = dict.fromkeys((10, 11), (30, 0))
    text = text_of(essays.as_pdf([lines], moved=hanging), "a.pdf")
    assert text.endswith(" ".join(lines[9:]))


def test_a_short_line_of_a_pdf_that_ends_in_a_comma_does_not_go_on() -> None:
    body = essays.wrapped(SAMPLES[0].paragraphs[0], 76)
    text = text_of(essays.as_pdf([[*body, "Penulis,", "Rina Kartika"]]), "a.pdf")
    assert text.endswith("Penulis,\n\nRina Kartika")


def test_a_title_in_capitals_over_two_lines_is_one_paragraph_of_a_pdf() -> None:
    title = ["MENJAGA SUARA RAKYAT DARI BALIK MEJA: CATATAN ORIENTASI", "PEGAWAI BARU"]
    body = essays.wrapped(SAMPLES[0].paragraphs[0], 76)
    text = text_of(essays.as_pdf([[*title, "Oleh: Rina Kartika", *body]]), "a.pdf")
    assert text.split("\n\n")[0] == " ".join(title)


def test_what_a_label_opens_is_a_paragraph_of_its_own_in_a_pdf() -> None:
    title = "Menjaga Suara Rakyat dari Balik Meja Kantor yang Kecil di Ujung Kota"
    body = essays.wrapped(SAMPLES[0].paragraphs[0], 76)
    text = text_of(essays.as_pdf([[title, "Oleh: Rina Kartika", *body]]), "a.pdf")
    assert text.split("\n\n")[:2] == [title, "Oleh: Rina Kartika"]


def test_the_rest_of_a_title_in_the_middle_is_no_indented_line_of_a_pdf() -> None:
    title = ["Menjaga Suara Rakyat dari Balik Meja Kantor yang Kecil di Ujung", "Kota Garut"]
    body = essays.wrapped(SAMPLES[0].paragraphs[0], 76)
    data = essays.as_pdf([[*title, *body]], moved={0: (2, 0), 1: (150, 0)})
    assert text_of(data, "a.pdf").split("\n\n")[0] == " ".join(title)


def test_spaces_that_fill_a_line_of_a_pdf_are_one() -> None:
    assert text_of(essays.as_pdf([["Kami  menjaga   suara."]]), "a.pdf") == "Kami menjaga suara."


def test_scanned_pdf_is_told_to_need_ocr() -> None:
    assert "OCR" in refusal(essays.as_pdf([[]]), "pindai.pdf")


def test_text_column_is_found_by_its_long_cells_or_named() -> None:
    long = "Kami menjaga suara rakyat. " * 20
    data = f'nama,"Tuliskan pendapat Saudara"\nRina,"{long}"\nBayu,"{long}"\n'.encode()
    found = read_bytes(data, "jawaban.csv")
    assert [source.text for source in found if isinstance(source, Source)] == [long, long]
    assert "no text column" in refusal(b"a,b\n1,2\n", "x.csv")
    assert "no text column among a, b;" in refusal(b"a,,b\n1,2,3\n", "x.csv")
    long = "Kami menjaga suara rakyat. " * 10
    several = refusal(f"nama,soal 1,soal 2\nRina,{long},{long}\n".encode(), "x.csv")
    assert "more than one column holds long texts: 'soal 1', 'soal 2';" in several
    (named,) = read_bytes(b"a,b\n1,jujur\n", "x.csv", text=("b",))
    assert isinstance(named, Source)
    assert named.text == "jujur"


def zipped(member: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(member, "x")
    return stream.getvalue()


def test_rows_without_text_are_named(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,esai\nsatu,Kami jujur.\ndua,\n")
    corpus = kc.load(path)
    assert list(corpus.essays["essay"]) == ["satu"]
    assert corpus.skipped["path"].str.endswith("a.csv: dua").all()


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "a.txt", "empty"),
        (b" \n\t ", "a.txt", "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 99, "a.doc", "save it as .docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 99, "a.docx", "password"),
        (
            b"{\\rtf1 x}",
            "a.rtf",
            "open it in Word (or the program that made it) and save it as .docx",
        ),
        (b"{\\rtf1 x}", "a.docx", "its content is RTF, which is not read; open it in Word"),
        (b"bukan dokumen", "a.doc", ".doc files are not read; open it in Word"),
        (zipped("mimetype"), "a.odt", "save it as .docx or .xlsx first"),
        (
            essays.odt_of("", **{"META-INF/manifest.xml": b"<encryption-data/>"}),
            "a.odt",
            "password",
        ),
        (essays.odt_of("", **{"Pictures/1.png": b""}), "a.odt", "OCR"),
        (zipped("Index/Document.iwa"), "a.pages", ".pages files are not read; open it in Word"),
        (zipped("mimetype"), "a.ods", "save it as .docx or .xlsx first"),
        (b"Rar!\x1a\x07", "a.rar", "pack it as .zip"),
        (b"\x89PNG\r\n", "a.png", "OCR"),
        (
            b"L\0\0\0\x01\x14\x02\0",
            "a.docx - Shortcut.lnk",
            "it is a shortcut, not the file; open it",
        ),
        (b'{"url": "https://docs.google.com/"}', "a.gdoc", "it is a shortcut"),
        (b"[InternetShortcut]\r\nURL=https://kpu.go.id\r\n", "a.URL", "it is a shortcut"),
        (b"bukan pdf", "a.pdf", "its content is not .pdf"),
        (b"bukan zip", "a.zip", "its content is not .zip"),
        (b"PK\x03\x04 putus", "a.zip", "damaged"),
        (b"%PDF-1.7 putus", "a.pdf", "this PDF file is damaged or incomplete; copy"),
        (b"%PDF-1.7 putus", "a", "this file is damaged or incomplete; copy"),
        (b"PAR1 putus", "a.parquet", "damaged"),
        (b"print(1)", "a.py", "expected"),
        (b'{"a": 1}\n{"a": \n{', "a.jsonl", "line 2"),
    ],
)
def test_each_refusal_is_one_sentence_that_says_what_to_do(
    data: bytes, name: str, said: str
) -> None:
    sentence = refusal(data, name)
    assert said in sentence
    assert "\n" not in sentence


@pytest.mark.parametrize(
    ("module", "make", "name"),
    [
        ("selectolax.lexbor", lambda: b"<html><body>x</body></html>", "a.html"),
        ("docx", lambda: essays.as_docx(SAMPLES[0]), "a.docx"),
        ("pypdf", lambda: essays.as_pdf([["x"]]), "a.pdf"),
        ("openpyxl", essays.as_xlsx, "a.xlsx"),
        ("pyarrow", essays.as_parquet, "a.parquet"),
    ],
)
def test_missing_library_names_the_extra(
    module: str, make: Callable[[], bytes], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = make()
    real = builtins.__import__

    def without(wanted: str, *args: Any, **rest: Any) -> Any:
        if wanted == module:
            raise ImportError(wanted)
        return real(wanted, *args, **rest)

    monkeypatch.setattr(builtins, "__import__", without)
    (found,) = read_bytes(data, name)
    assert not isinstance(found, Source)
    assert isinstance(found[1], MissingExtra)
    assert "kpu-corpus[read]" in str(found[1])


def test_a_parquet_file_has_lists_and_records_beside_its_texts_in_any_number_of_row_groups(
    tmp_path: Path,
) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    tags, records = [["latsar", "opini"], []], [{"peramban": "Edge", "v": 1}, None]
    table = {"id": ["a", "b"], "text": [s.body for s in SAMPLES[:2]], "tag": tags, "meta": records}
    for size in (1, 2):
        parquet.write_table(pyarrow.table(table), tmp_path / "a.parquet", row_group_size=size)
        assert kc.load(tmp_path / "a.parquet").essays["essay"].tolist() == ["a", "b"]


def test_texts_that_a_parquet_file_keeps_as_bytes_are_read(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    texts = [s.body for s in SAMPLES[:2]]
    table = pyarrow.table({"uraian": [text.encode() for text in texts]})
    parquet.write_table(table, tmp_path / "a.parquet")
    assert list(kc.load(tmp_path / "a.parquet").texts) == texts
    assert (kc.stream(tmp_path / "a.parquet", tmp_path / "out") / "themes.parquet").exists()


def test_a_file_for_which_memory_is_short_is_not_called_damaged(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def short(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("kpu_corpus.reading.read_table", short)
    assert "not enough memory" in refusal(b"id,text\na,b\n", "a.csv")


@pytest.mark.parametrize("cell", ["{}", "<p>{}</p>", "<div><b>{}</b></div>", " <span>{}</span>\n"])
def test_a_row_of_a_page_is_one_line(cell: str) -> None:
    cells = "".join(f"<td>{cell.format(text)}</td>" for text in ("1", "Apel pagi", ""))
    page = f"<html><body><p>Satu.</p><table><tr>{cells}</tr></table><p>Dua.</p></body></html>"
    assert text_of(page.encode(), "a.html") == "Satu.\n\n1\tApel pagi\n\nDua."


@pytest.mark.parametrize(
    "cell", ["<p>Satu.</p><p>Dua.</p>", "<h2>Judul</h2>", "<ol><li>Satu<li>Dua</ol>", "Satu<br>Dua"]
)
def test_a_row_whose_cells_are_more_than_a_line_stays_blocks(cell: str) -> None:
    page = f"<html><body><table><tr><td>Kiri</td><td>{cell}</td></tr></table></body></html>"
    assert "\t" not in text_of(page.encode(), "a.html")


@pytest.mark.parametrize(
    "cell", ["<p>Satu.</p><p>Dua.</p>", "<ul><li>Satu.</li><li>Dua.</li></ul>", "Satu.<br>Dua."]
)
def test_a_row_of_a_page_below_its_head_keeps_cells_of_several_lines(cell: str) -> None:
    head = "<thead><tr><th>No</th><th>Kegiatan</th></tr></thead>"
    row = f"<tr><td>1</td><td>{cell}</td></tr>"
    page = f"<html><body><table>{head}<tbody>{row}</tbody></table></body></html>"
    assert text_of(page.encode(), "a.html") == "No\tKegiatan\n\n1\tSatu.\tDua."


def test_a_row_of_a_word_file_is_one_line_where_a_plain_row_stands_above() -> None:
    row = "<tr><tc><p>[1]</p></tc><tc><p>[Apel ]</p></tc></tr>"
    more = "<tr><tc><p>[Kiri]</p></tc><tc><p>[Satu.]</p><p>[Dua.]</p></tc></tr>"
    both = "<tr><tc><p>[Asep]</p><p>[NIP 1]</p></tc><tc><p>[Rina]</p><p>[NIP 2]</p></tc></tr>"
    text = text_of(word(f"<tbl>{row}{more}{both}</tbl>"), "a.docx")
    assert text == "1\tApel\n\nKiri\tSatu.\tDua.\n\nAsep\tRina\nNIP 1\tNIP 2"
    assert text_of(word(f"<tbl>{more}</tbl>"), "a.docx") == "Kiri\n\nSatu.\n\nDua."


def test_an_office_of_two_lines_in_a_form_is_no_title(tmp_path: Path) -> None:
    document = new_docx()
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("Nama", "Rina Kartika", "Unit Kerja"), strict=False):
        cell.text = text
    table.cell(1, 1).text = "KPU Kabupaten Subang"
    table.cell(1, 1).add_paragraph("Provinsi Jawa Barat")
    document.add_paragraph("Menjaga Suara")
    document.add_paragraph(SAMPLES[0].paragraphs[0])
    document.save(str(tmp_path / "a.docx"))
    (item,) = kc.load(tmp_path / "a.docx").items
    assert (item.title, item.author) == ("Menjaga Suara", "Rina Kartika")
    assert item.unit == "KPU Kabupaten Subang Provinsi Jawa Barat"


@pytest.mark.parametrize("left", [["Mengetahui, Mentor"], ["Mengetahui,", "Mentor"]])
def test_of_signatures_beside_each_other_in_a_table_the_writers_is_the_authors(
    tmp_path: Path, left: list[str]
) -> None:
    document = new_docx()
    document.add_heading("Menjaga Suara", level=1)
    document.add_paragraph(SAMPLES[0].body)
    right = ["Subang, 2 Juni 2025", "Penulis,"]
    names = [["Asep Saepudin", "NIP. 197001012000121001"], ["Rina Kartika", "NIP. 19900101202012"]]
    table = document.add_table(rows=2, cols=2)
    for cell, lines in zip(table._cells, (left, right, *names), strict=True):
        cell.text = lines[0]
        for line in lines[1:]:
            cell.add_paragraph(line)
    document.save(str(tmp_path / "a.docx"))
    (item,) = kc.load(tmp_path / "a.docx").items
    assert (item.author, item.date) == ("Rina Kartika", "2025-06-02")


@pytest.mark.parametrize("name", ["esai.txt", "esai", "esai.md"])
@pytest.mark.parametrize("head", ["Esai, Budi Santoso", "Teks; isi", "Teks, isi, dan makna"])
def test_an_essay_may_open_like_the_titles_of_a_table(name: str, head: str) -> None:
    text = f"{head}\n\nKami jujur, adil, dan netral.\nSetiap hari kami bekerja.\n"
    assert [source.text for source in read_bytes(text.encode(), name)] == [text]


def test_rows_are_known_whatever_the_file_is_called() -> None:
    rows = (
        'teks,unit\n"Kami jujur,\n\nadil.",Garut\nKami netral.,\n' + "Kami hadir.,Subang\n" * 9000
    )
    found = read_bytes(rows.encode(), "esai.txt")
    assert [source.text for source in found[:2]] == ["Kami jujur,\n\nadil.", "Kami netral."]
    assert len(found) == 9002


@pytest.mark.parametrize(
    "rows",
    ["Esai;Satker\nKami jujur.;Garut\n", '{"esai": "Kami jujur.", "satker": "Garut"}\n'],
)
def test_rows_below_a_byte_order_mark_are_known_in_a_file_called_a_text(rows: str) -> None:
    (source,) = read_bytes(codecs.BOM_UTF8 + rows.encode(), "esai.txt")
    assert source.text == "Kami jujur."


def test_a_pdf_may_begin_below_an_empty_line() -> None:
    data = b"\r\n" + essays.as_pdf([["Kami melayani warga dengan ramah."]])
    assert text_of(data, "unduhan") == "Kami melayani warga dengan ramah."


def test_a_byte_order_mark_does_not_keep_bytes_of_another_system_from_being_read() -> None:
    data = codecs.BOM_UTF8 + "Kami — ".encode() + "“jujur”".encode("cp1252")
    (source,) = read_bytes(data, "a.txt")
    assert (source.text, source.encoding) == ("Kami — “jujur”", "utf-8+cp1252")


def test_a_subtitle_of_word_is_no_point_of_a_list() -> None:
    document = new_docx()
    document.add_paragraph("Menjaga Suara Rakyat", style="Title")
    document.add_paragraph("Lilis Suryani", style="Subtitle")  # it has a level of numbers, no list
    stream = io.BytesIO()
    document.save(stream)
    (source,) = read_bytes(stream.getvalue(), "a.docx")
    assert isinstance(source, Source)
    assert [mark.kind for mark in source.marks] == ["heading", "paragraph"]


def test_a_page_that_breaks_the_charset_it_names_is_refused() -> None:
    page = b"<meta charset=shift_jis><p>Kami hadir \x80 \xff</p>"
    assert "not valid shift_jis text" in refusal(page, "a.html")


def test_a_page_number_and_the_points_of_a_list_in_a_pdf_are_no_part_of_a_paragraph() -> None:
    lines = [
        "Kami menjaga suara pemilih di desa",
        "1. Jujur kepada semua orang",
        "",
        "Hal. 1 dari 3",
    ]
    (source,) = read_bytes(essays.as_pdf([lines]), "a.pdf")
    assert source.text.split("\n\n") == [lines[0], lines[3], lines[1]]
    assert [mark.kind for mark in source.marks] == ["paragraph", "margin", "paragraph"]


def test_folders_of_a_partitioned_table_are_columns_of_its_rows(tmp_path: Path) -> None:
    kept = '{{"id": "{0}", "teks": "Kami jujur.", "prov": "jabar"}}'
    for name, folder in {
        "a": "tahun=2023/bulan=01/satker=KPU%20Garut/prov=x",
        "b": "tahun=2024/bulan=10/satker=__HIVE_DEFAULT_PARTITION__/id=x/text=1",
    }.items():
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "part-0.jsonl").write_text(kept.format(name), "utf-8")
    essays = kc.load(tmp_path).essays
    assert essays["essay"].tolist() == ["a", "b"]  # no ids or texts of folders
    assert essays["tahun"].tolist() == [2023, 2024]
    assert essays["bulan"].tolist() == ["01", "10"]
    assert essays["unit"].fillna("-").tolist() == ["KPU Garut", "-"]
    assert essays["prov"].tolist() == ["jabar", "jabar"]  # as the rows themselves have it
    for path in ("tahun=2023", "tahun=2023/bulan=01", "tahun=*/bulan=01/*/*/part-0.jsonl"):
        alone = kc.load(tmp_path / path)
        assert alone.ids == ("a",)
        assert alone.essays.at[0, "tahun"] == 2023


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("tahun=2023/data", {}),  # what lies above data is no part of a partitioned table
        ("smb-share:server=nas,share=esai", {}),  # of a network
        ("tahun=2023", {"tahun": 2023}),
        ("tahun=2023.zip", {"tahun": 2023}),
    ],
)
def test_folders_above_the_given_path_part_a_table_only_right_above_it(
    given: str, told: dict[str, int], tmp_path: Path
) -> None:
    path, rows = tmp_path / given, "id,teks\nx,Kami jujur.\n"
    if path.suffix:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("esai.csv", rows)
    else:
        path.mkdir(parents=True)
        (path / "esai.csv").write_text(rows, encoding="utf-8")
    (item,) = kc.load(path).items
    assert item.metadata == told
