"""The report in Word: its figures are the content's, its structure is real, text is only text."""

import zipfile
from pathlib import Path
from typing import Any

import docx
import pandas as pd
import pytest
from docx.oxml.ns import qn
from tests.answers import INTEGRITY, without

import kpu_corpus as kc
from kpu_corpus.analysis.lexicon import Lexicon, load_lexicon
from kpu_corpus.corpus import Corpus
from kpu_corpus.labels import section
from kpu_corpus.reporting.content import Report, content, on_pages
from kpu_corpus.reporting.figures import Figures, figures
from kpu_corpus.reporting.word.docx import _Document, write_document
from kpu_corpus.reporting.word.pages import text_cell
from kpu_corpus.reporting.word.parts import table as made_table
from kpu_corpus.reporting.word.styles import blank
from kpu_corpus.tokens import Tokens

HOSTILE = "</w:t><w:instrText>DDEAUTO c:\\x</w:instrText> {{7*7}} \x00\x0b\ufffe &amp; =1+1 \"'<"


@pytest.fixture(scope="module")
def path(real: Figures, said: dict[str, Report], tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("docx") / "a.docx"
    write_document(real, said["id"], str(made))
    return made


@pytest.fixture(scope="module")
def document(path: Path) -> Any:
    return docx.Document(str(path))


def document_of(corpus: Corpus, lexicon: Lexicon = INTEGRITY) -> Any:
    """Return the document of a report without the parts that take the longest, and no picture."""
    made = figures(kc.preprocess(corpus), lexicon)
    made = without(made, "compared", "passages", "sensitivity")
    document = blank("id")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_Document, "picture", lambda _: None)
        _Document(document, made, on_pages(content(made, "id"))).write()
    return document


def paragraphs(document: Any, style: str) -> list[str]:
    return [p.text for p in styled(document, style)]


def styled(document: Any, style: str) -> list[Any]:
    """Return the paragraphs in a style, by its id: to look for its name takes long."""
    return [p for p in document.paragraphs if p._p.style == style.replace(" ", "")]


def cells(document: Any, number: int) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in document.tables[number].rows]


def test_headings_are_those_of_the_page_in_its_order(
    document: Any, said: dict[str, Report]
) -> None:
    t = section("report", "id")
    names = ("answer", "heat", "themes", "evidence", "keywords", "contrasts", "sharing")
    names += ("spelling", "read", "method", "texts", "manifest")
    assert paragraphs(document, "Heading 1") == [t[name] for name in names]
    themes = [theme.name for theme in said["id"].evidence]
    assert paragraphs(document, "Heading 2")[:11] == [t["mind"], *themes]
    assert paragraphs(document, "Title") == [t["title"]]


def test_the_tables_have_the_figures_of_the_content(document: Any, said: dict[str, Report]) -> None:
    report = said["id"]
    heat = [[f"{c.shown}\n{c.detail}" for c in row] for _, row in report.grid.rows]
    assert [row[1:] for row in cells(document, 0)[1:]] == heat
    assert cells(document, 1)[1:] == [
        [r.name, r.sentences, r.share, r.interval, r.essays, r.asserted, r.aspired, r.uncounted]
        for r in report.themes
    ]
    assert [row[1] for row in cells(document, 2)[1:]] == [", ".join(w) for _, w in report.keywords]
    assert [row[:2] for row in cells(document, 3)[1:]] == [
        [name, count] for name, count, _ in report.spelling.rows
    ]
    assert [tuple(row) for row in cells(document, 4)] == [
        report.reading.columns,
        *report.reading.rows,
    ]
    for number, made in enumerate(report.record, 5):
        assert [tuple(row) for row in cells(document, number)[1:]] == list(made.rows)


def test_quotations_are_marked_and_lead_to_their_place(
    document: Any, said: dict[str, Report]
) -> None:
    body = document.element.body
    quotes = [quote for theme in said["id"].evidence for quote in theme.quotes]
    shown = styled(document, "Quote")
    for paragraph, quote in zip(shown, quotes, strict=True):
        marks = [run.text for run in paragraph.runs if run._r.style == "Hit"]
        assert marks == [text for text, mark in quote.pieces if mark]
        assert paragraph.text == "".join(text for text, _ in quote.pieces)
    names = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    links = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))]
    assert len(names) == len(set(names))
    assert set(links) <= set(names)
    assert {quote.anchor.replace("-", "_") for quote in quotes} <= set(names)


def test_mentions_that_do_not_count_stand_below_their_theme_with_place_and_reason(
    document: Any, said: dict[str, Report]
) -> None:
    shown = paragraphs(document, "Uncounted")
    left = [quote for theme in said["id"].evidence for quote in theme.left]
    assert left
    assert shown == [
        f"{''.join(text for text, _ in one.pieces)} {one.place} · {one.remark}" for one in left
    ]
    titles = [theme.left_title for theme in said["id"].evidence if theme.left]
    assert [one for one in paragraphs(document, "Definition") if one in titles] == titles
    body = document.element.body
    links = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))}
    assert {one.anchor.replace("-", "_") for one in left} <= links


def test_the_caption_of_a_figure_does_not_hold_to_the_next_part(
    document: Any,
) -> None:
    shown = styled(document, "Caption")
    kept = [p.paragraph_format.keep_with_next for p in shown]
    drawn = [p.text.startswith("Gambar") for p in shown]
    assert any(drawn)
    assert kept == [False if figure else None for figure in drawn]


def test_every_sentence_with_a_theme_has_its_name_behind_it(document: Any, tokens: Tokens) -> None:
    shown = [p for p in document.paragraphs if (p._p.style or "").startswith("Essay")]
    named = [r.text for p in shown for r in p.runs if r._r.style == "HitTheme"]
    counted = kc.evidence(tokens).query("status in ('asserted', 'aspired')")
    assert sum(len(text.split(",")) for text in named) == len(
        counted[["essay", "sentence", "theme"]].drop_duplicates()
    )


def test_the_texts_stand_whole(document: Any, tokens: Tokens) -> None:
    text = " ".join(p.text for p in document.paragraphs if (p._p.style or "").startswith("Essay"))
    for unit in tokens.sentences.query("kind != 'title'")["text"]:
        assert " ".join(unit.split(" ")) in text


def test_every_table_repeats_its_head_and_says_what_it_is(document: Any) -> None:
    for table in document.tables:
        heads = [
            row for row in table._tbl.tr_lst if row.find(".//" + qn("w:tblHeader")) is not None
        ]
        assert heads == [table._tbl.tr_lst[0]]
        assert table._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val"))


def test_captions_are_numbered_and_the_picture_is_told(document: Any) -> None:
    captions = paragraphs(document, "Caption")
    tables = [text for text in captions if text.startswith("Tabel ")]
    assert [text.split(".")[0] for text in tables] == [f"Tabel {n}" for n in range(1, 10)]
    assert len(captions) == len(document.tables) + 1
    (shape,) = document.inline_shapes
    told = shape._inline.docPr.get("descr")
    assert told.startswith("Persentase kalimat tiap tema dengan rentang perkiraan 95\xa0%, 10 ")


def test_the_contents_are_a_filled_field_that_asks_for_no_update(document: Any) -> None:
    codes = [code.text.strip() for code in document.element.body.iter(qn("w:instrText"))]
    assert codes[0].startswith('TOC \\o "1-1" \\n')
    assert sum(code.startswith("SEQ ") for code in codes) == 10
    entries = [
        "".join(t.text for t in p.iter(qn("w:t")))
        for p in document.element.body.iter(qn("w:p"))
        if p.pPr is not None and p.pPr.pStyle is not None and p.pPr.pStyle.val == "TOC1"
    ]
    assert entries == paragraphs(document, "Heading 1")
    assert document.settings.element.find(qn("w:updateFields")) is None
    assert not [f for f in document.element.body.iter(qn("w:fldChar")) if f.get(qn("w:dirty"))]
    assert not [*document.element.body.iter(qn("w:pageBreakBefore"))]


def test_parts_stay_on_a_page_with_the_first_heading_below_them(document: Any) -> None:
    every = document.paragraphs
    parts = [
        at for at, p in enumerate(every) if p.text in ("Bukti: kalimat tiap tema", "Teks lengkap")
    ]
    assert [every[at].style.name for at in parts[-2:]] == ["Heading 1"] * 2
    assert [every[at + 1].paragraph_format.keep_with_next for at in parts[-2:]] == [True] * 2


@pytest.mark.parametrize(("lang", "locale"), [("id", "id-ID"), ("en", "en-US")])
def test_the_language_is_set_and_essays_stay_indonesian(
    document: Any, lang: str, locale: str
) -> None:
    assert document.core_properties.language == "id-ID"
    styles = blank(lang).styles
    default = styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    assert default.get(qn("w:val")) == locale
    for name in ("Quote", "Essay Text"):
        assert styles[name].element.rPr.find(qn("w:lang")).get(qn("w:val")) == "id-ID"


def test_every_style_that_is_used_exists(document: Any) -> None:
    known = {style.style_id for style in document.styles}
    names = ("w:pStyle", "w:rStyle", "w:tblStyle")
    used = {
        mark.get(qn("w:val")) for name in names for mark in document.element.body.iter(qn(name))
    }
    assert used - known == set()


def test_pages_are_numbered(document: Any) -> None:
    footer = document.sections[0].footer._element
    assert [c.text.strip() for c in footer.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]


def test_a_document_holds_its_charts_and_no_thumbnail(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        assert any(name.endswith(".png") for name in archive.namelist())
        assert not [name for name in archive.namelist() if "thumbnail" in name]


@pytest.mark.filterwarnings("ignore:Texts that contain HTML")
@pytest.mark.filterwarnings("ignore:Dates that cannot be read")
def test_hostile_text_is_only_text() -> None:
    body = f"{HOSTILE} integritas {'A' * 10_000}. Kami menjaga integritas."
    given = pd.DataFrame({"essay": [HOSTILE, "x"], "text": [body, "Kami jujur."]})
    for column in ("title", "author", "unit", "date"):
        given[column] = [HOSTILE, None]
    document = document_of(kc.load(given))
    codes = {c.text.split()[0] for c in document.element.body.iter(qn("w:instrText"))}
    assert codes <= {"TOC", "SEQ"}
    text = "\n".join(p.text for p in document.paragraphs)
    assert "</w:t><w:instrText>DDEAUTO" in text
    assert "A" * 10_000 in text
    kinds = {rel.reltype.rsplit("/", 1)[1] for rel in document.part.rels.values()}
    assert not kinds & {"hyperlink", "oleObject", "attachedTemplate", "externalLink"}


def test_many_essays_and_themes_go_below_each_other(tmp_path: Path) -> None:
    lexicon = tmp_path / "own.toml"
    rows = "".join(f'[themes.t{n}]\npatterns = ["kata{n}"]\n' for n in range(23))
    lexicon.write_text("format = 1\n" + rows, encoding="utf-8")
    corpus = kc.load({f"e{n}": "Kami menjaga kata1. " * 12 for n in range(9)})
    document = document_of(corpus, load_lexicon(lexicon))
    assert [len(document.tables[n].columns) for n in range(3)] == [8, 9, 9]
    assert len(document.tables[0].rows) == 10
    code = next(document.element.body.iter(qn("w:instrText"))).text
    assert '"1-1"' in code
    parts = [p.text[-5:] for p in document.paragraphs if "dengan rentang perkiraan" in p.text]
    assert parts[:3] == ["(1/3)", "(2/3)", "(3/3)"]


def test_cells_with_too_little_text_are_hatched_and_told() -> None:
    corpus = kc.load({"panjang": "Kami menjaga integritas. " * 12, "pendek": "Kami jujur."})
    document = document_of(corpus)
    assert "Sel tanpa persentase: terlalu sedikit teks" in "".join(
        p.text for p in document.paragraphs
    )
    looks = {
        cell._tc.tcPr.find(qn("w:shd")).get(qn("w:val")): cell.text.split("\n")[0]
        for cell in document.tables[0].rows[1].cells[1:]
    }
    assert looks == {"clear": "100\u00a0%", "thinDiagStripe": "1 dari 1"}


def test_letters_of_other_scripts_have_the_size_of_the_style(document: Any) -> None:
    for name in ("Normal", "Heading 1", "Table"):
        look = document.styles[name].element.rPr
        assert look.find(qn("w:szCs")).get(qn("w:val")) == look.find(qn("w:sz")).get(qn("w:val"))


def test_the_figures_of_themes_stand_on_one_line(document: Any) -> None:
    (table,) = (x for x in document.tables if x.cell(0, 2).text == "Persentase")
    for column, text in ((1, "105 dari 1.320"), (2, "Persentase")):
        assert table.columns[column].width.pt > 4.6 * len(text)  # bold, the margins with it


def test_words_of_a_column_of_ones_own_are_not_broken() -> None:
    rows = {f"esai-{n}": "Kami jujur." for n in range(4)}
    cohorts = pd.DataFrame({"essay": [*rows], "gelombang": ["Gelombang I", "Gelombang II"] * 2})
    made = document_of(kc.load(rows, metadata=cohorts))
    (read,) = (one for one in made.tables if one.cell(0, 1).text == "Gelombang")
    heads = [cell.text for cell in read.rows[0].cells]
    width = read.columns[heads.index("Gelombang")].width
    assert width.pt > 6 * len("Gelombang")  # bold letters of this size are up to 6 points wide


@pytest.mark.parametrize(
    ("title", "style"), [("Menjaga Amanah", "Table"), ("Pertanggungjawaban", "Table Small")]
)
def test_among_many_columns_titles_give_way_and_print_is_small_where_their_words_would_break(
    title: str, style: str
) -> None:
    rows = {f"bayu-setiawan-{n}": "Kami jujur." for n in range(4)}
    told = {"title": title, "author": "Rina Marlina", "unit": "KPU Kota Tegal"}
    about = pd.DataFrame({"essay": [*rows], **told, "date": "2025-09-17"})
    about["Angkatan"] = ["Angkatan XII", "Angkatan XIII"] * 2
    about["Ruang"] = ["Serbaguna I", "Serbaguna II"] * 2
    made = document_of(kc.load(rows, metadata=about))
    (read,) = (one for one in made.tables if one.cell(0, 1).text == "Judul")
    assert {p.style.name for cell in read.rows[1].cells for p in cell.paragraphs} == {style}
    head = {p.style.name for cell in read.rows[0].cells for p in cell.paragraphs}
    assert head == {"Table Head" if style == "Table" else style}  # or it breaks in its words
    heads = [cell.text for cell in read.rows[0].cells]
    small = 5 if style == "Table" else 4.2  # points of a letter, with the margins of the cell
    assert read.columns[heads.index("Angkatan")].width.pt > small * len("Angkatan")
    assert read.columns[1].width.pt > 5 * max(map(len, title.split()))
    assert "Tanggal" in heads


def test_an_author_stands_on_the_page_of_the_text() -> None:
    rows = pd.DataFrame({"text": ["Kami jujur."], "title": ["Jujur"], "author": ["Sri Rahayu"]})
    made = document_of(kc.load(rows))
    (author,) = (p for p in made.paragraphs if p.text == "Sri Rahayu")
    assert author.paragraph_format.keep_with_next


def test_a_table_of_few_but_long_rows_may_run_over_two_pages() -> None:
    def kept(words: int) -> int:
        rows = [[text_cell("kata " * words)] for _ in range(6)]
        made = made_table([text_cell("Teks")], rows, [9000], alt="Teks")
        return len(made.xpath("./w:tr//w:keepNext"))

    assert (kept(words=100), kept(words=300)) == (6, 1)
