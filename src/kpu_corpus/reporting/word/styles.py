"""The look of a report in Word: page, languages, styles, page numbers; content is elsewhere."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

from kpu_corpus.reporting.word.parts import element, field, language, run

LOCALES = {"id": "id-ID", "en": "en-US"}
ESSAYS = LOCALES["id"]  # the language of the essays, whatever that of the report
FONT, INK, SOFT, ACCENT = "Calibri", "1C1F23", "555C66", "17508A"
MARGIN = 20  # mm
WIDTH = 9638  # of the text on A4 with these margins, in twentieths of a point
BUILT_IN = ("toc 1", "Hyperlink", "Strong")
# Style → parent, points, bold, colour, space before and after in points, more of its paragraphs.
PARAGRAPHS: dict[str, tuple[str, float, bool, str, float, float, tuple[str, ...]]] = {
    "Normal": ("", 10.5, False, INK, 0, 6, ()),
    "Title": ("Normal", 24, True, INK, 0, 4, ("next",)),
    "Subtitle": ("Normal", 11, False, SOFT, 0, 2, ()),
    "Heading 1": ("Normal", 16, True, INK, 20, 6, ("next",)),
    "Heading 2": ("Normal", 12.5, True, ACCENT, 14, 3, ("next",)),
    "Caption": ("Normal", 9.5, True, INK, 8, 4, ("next",)),
    "Quote": ("Normal", 10.5, False, INK, 6, 1, ("next", "quoted", "essays")),
    "Uncounted": ("Quote", 9.5, False, INK, 0, 3, ("quoted", "essays")),
    "Place": ("Normal", 9, False, SOFT, 0, 6, ("quoted",)),
    "Note": ("Normal", 9.5, False, SOFT, 0, 5, ()),
    "Definition": ("Note", 9.5, False, SOFT, 0, 3, ("next",)),
    "Lead": ("Normal", 12, True, INK, 0, 6, ()),
    "Table": ("Normal", 9, False, INK, 1, 1, ("tight",)),
    "Table Head": ("Table", 9, True, INK, 1, 1, ("tight",)),
    "Table Small": ("Table", 7.5, False, INK, 0, 0, ("tight",)),
    "Essay Text": ("Normal", 10.5, False, INK, 0, 6, ("essays",)),
    "Essay Heading": ("Normal", 10.5, True, INK, 8, 2, ("next", "essays")),
    "TOC Heading": ("Normal", 12.5, True, INK, 14, 4, ("next",)),
    "toc 1": ("Normal", 10.5, False, INK, 2, 1, ("tight",)),
}


def blank(lang: str) -> Any:
    """Return an empty document with the page, the styles, the language and the page numbers."""
    from docx import Document

    return Document(io.BytesIO(_prepared(lang)))


@cache
def _prepared(lang: str) -> bytes:
    from docx import Document

    document = Document()
    _page(document)
    _languages(document, LOCALES[lang])
    for name, values in PARAGRAPHS.items():
        _paragraph_style(document, name, *values)
    _character_styles(document)
    _table_style(document)
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def _page(document: Any) -> None:
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Mm(MARGIN))
    footer = section.footer.paragraphs[0]
    footer.alignment = 2
    parts = (*field("PAGE", run("1")), run(" / "), *field("NUMPAGES", run("1")))
    footer._p.extend(parts)


def _languages(document: Any, locale: str) -> None:
    from docx.oxml.ns import qn

    defaults = document.styles.element.find(".//" + qn("w:rPrDefault")).find(qn("w:rPr"))
    defaults.replace(defaults.find(qn("w:lang")), language(locale))
    settings = document.settings.element
    settings.find(qn("w:themeFontLang")).set(qn("w:val"), locale)
    settings.find(qn("w:zoom")).set(qn("w:percent"), "100")
    for compat in settings.iter(qn("w:compatSetting")):
        if compat.get(qn("w:name")) == "compatibilityMode":
            compat.set(qn("w:val"), "15")


def _paragraph_style(
    document: Any,
    name: str,
    parent: str,
    size: float,
    bold: bool,
    colour: str,
    before: float,
    after: float,
    more: tuple[str, ...],
) -> None:
    from docx.shared import Pt

    style = _style(document, name, 1)
    if parent:
        style.base_style = document.styles[parent]
    _font(style, size, colour)
    style.font.bold, style.font.italic = bold, False
    shape = style.paragraph_format
    shape.space_before, shape.space_after = Pt(before), Pt(after)
    shape.line_spacing = 1.0 if "tight" in more else 1.15
    shape.keep_with_next = "next" in more
    if "quoted" in more:
        shape.left_indent = Pt(14)
    if "essays" in more:
        style.element.get_or_add_rPr().append(language(ESSAYS))


def _style(document: Any, name: str, kind: int) -> Any:
    """Return a style of the template, or a new one under the id that Word gives it."""
    styles = document.styles
    known = styles.element.xpath("w:style/w:name/@w:val")  # in small letters what Word itself has
    if name.lower() in map(str.lower, known):
        return styles[name]
    made = styles.add_style(name, kind, builtin=name in BUILT_IN)
    if name.startswith("toc"):
        made.element.styleId = name.replace(" ", "").upper()
    return made


def _font(style: Any, size: float, colour: str) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size = FONT, Pt(size)
    style.font.color.rgb = RGBColor.from_string(colour)
    for other in style.element.rPr.findall(qn("w:szCs")):
        style.element.rPr.remove(other)
    arabic = element("szCs", val=str(round(2 * size)))  # which has a size of its own
    style.element.rPr.find(qn("w:sz")).addnext(arabic)
    fonts = style.element.rPr.find(qn("w:rFonts"))
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    borders = style.element.pPr.find(qn("w:pBdr")) if style.element.pPr is not None else None
    if borders is not None:
        style.element.pPr.remove(borders)


def _character_styles(document: Any) -> None:
    """Marks of hits (bold, underlined and on a ground: never by colour alone), and links."""
    from docx.shared import RGBColor

    hit = _style(document, "Hit", 2)
    hit.font.bold, hit.font.underline = True, True
    hit.element.get_or_add_rPr().append(element("shd", val="clear", color="auto", fill="FFE9A8"))
    theme = _style(document, "HitTheme", 2)
    theme.font.superscript = True
    theme.font.color.rgb = RGBColor.from_string(SOFT)
    anchor = _style(document, "Hyperlink", 2)
    anchor.font.underline = True
    anchor.font.color.rgb = RGBColor.from_string(ACCENT)
    strong = _style(document, "Strong", 2)
    strong.font.bold = True


def _table_style(document: Any) -> None:
    """Thin lines below the rows, a strong one below the head."""
    style = _style(document, "Report Table", 3)
    line = {"val": "single", "sz": "4", "space": "0", "color": "C9CED6"}
    strong = {**line, "sz": "12", "color": INK}
    margins = [element(side, w="70", type="dxa") for side in ("left", "right")]
    style.element.append(
        element(
            "tblPr",
            element("tblBorders", element("bottom", **line), element("insideH", **line)),
            element("tblCellMar", *margins),
        )
    )
    head = element(
        "tblStylePr",
        element("tcPr", element("tcBorders", element("bottom", **strong))),
        type="firstRow",
    )
    style.element.append(head)
