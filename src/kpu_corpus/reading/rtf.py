"""RTF (WordPad, Word, Google Docs) → paragraphs, headings, lists and rows of tables.

Rich Text Format Specification 1.9.1 (Microsoft, 2008): groups in braces, control words with a
number, bytes of the code page of the file.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace

from kpu_corpus.errors import UnreadableSource
from kpu_corpus.ground.printable import is_blank
from kpu_corpus.reading.blocks import Blocks, Document, as_row
from kpu_corpus.reading.boxes import Boxed, placed
from kpu_corpus.reading.broken_lines import Part, together
from kpu_corpus.reading.limits import Limits
from kpu_corpus.reading.raised import is_note_mark

OPENS = b"{\\rtf"
TEXT = 9  # the level of a paragraph that is no heading
DEPTH = 250  # of groups in groups
_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<byte>[0-9A-Fa-f]{2})"
    rb"|\\(?P<sign>[^A-Za-z])|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)"
)
_HEADING = re.compile(r"(?:heading|judul)\s*(\d)", re.IGNORECASE)
_SIGNS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘",
    "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " ",
    "~": "\xa0", "_": "-", "\t": "\t", "{": "{", "}": "}", "\\": "\\",
}  # fmt: skip
# Groups that are no text, besides those that a program need not know ("\\*").
_SKIPPED = frozenset(
    """fonttbl colortbl info pict object shprslt listtable listoverridetable filetbl revtbl rsidtbl
    themedata datastore latentstyles xmlnstbl nonshppict annotation atnid atnauthor tc xe toc do
    """.split()
)
_NUMBERS = ("listtext", "pntext")  # groups with the number or bullet of a point of a list
_BESIDE = {"footnote": "note"} | {
    f"{name}{which}": "margin" for name in ("header", "footer") for which in ("", "l", "r", "f")
}
_PARAGRAPH = ("par", "sect", "cell", "nestcell", "row", "nestrow")


@dataclass
class _Flow:
    """A run of paragraphs: the text, or a note, a header, a text box inside it."""

    kind: str = ""  # "" for the text, "box", "note", "margin", "styles"
    text: list[str] = field(default_factory=list)
    listed: bool = False
    opens: str = ""  # a form feed where a page begins
    cells: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _State:
    """What a group has set, which ends with it."""

    flow: _Flow
    skipped: bool = False
    hidden: bool = False
    raised: bool = False
    halves: int = 1  # characters that stand for a sign in programs without Unicode
    style: int = 0  # of the paragraph
    level: int = TEXT
    in_table: bool = False


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.codec = "cp1252"
        self.state = _State(_Flow())
        self.stack: list[_State] = []
        self.found: list[Boxed] = []
        self.beside: list[Part] = []
        self.styles: dict[int, str] = {}
        self.left = 0  # characters to leave out behind one in Unicode

    def read(self) -> None:
        at = 0
        while match := _TOKEN.search(self.data, at):
            at = match.end()
            if match["word"]:
                number = int(match["number"]) if match["number"] else None
                if match["word"] == b"bin":
                    at += max(number or 0, 0)
                else:
                    self.word(match["word"].decode("ascii"), number)
            elif match["brace"] == b"{":
                if len(self.stack) >= DEPTH:
                    raise UnreadableSource("broken", kind="RTF")
                self.stack.append(self.state)
            elif match["brace"]:
                self.close()
            elif match["byte"]:
                self.add(bytes.fromhex(match["byte"].decode("ascii")).decode(self.codec, "replace"))
            elif match["sign"]:
                self.sign(match["sign"].decode("latin-1"))
            else:
                self.add(match["text"].decode(self.codec, "replace"))
        while self.stack:
            self.close()
        self.row(self.state.flow)
        self.end(self.state.flow)

    def add(self, text: str) -> None:
        kept = text[self.left :]
        self.left = max(0, self.left - len(text))
        state = self.state
        noted = state.raised and is_note_mark(kept.strip(), "".join(state.flow.text[-3:]))
        if kept and not (state.skipped or state.hidden or noted):
            state.flow.text.append(kept)

    def sign(self, sign: str) -> None:
        if sign == "*":  # what a program need not know
            self.state = replace(self.state, skipped=True)
        elif sign in "\r\n":
            self.word("par", None)
        elif sign in _SIGNS:
            self.add(_SIGNS[sign])

    def word(self, word: str, number: int | None) -> None:
        state = self.state
        if word == "u" and number is not None:
            self.left = 0
            self.add(chr(number % 0x10000))
            self.left = state.halves
        elif word in _SIGNS:
            self.add(_SIGNS[word])
        elif word in _BESIDE or word in ("shptxt", "stylesheet"):
            kinds = {"shptxt": "box", "stylesheet": "styles", **_BESIDE}
            self.state = replace(state, flow=_Flow(kinds[word]), skipped=False)
        elif word in _NUMBERS or word in _SKIPPED:
            state.flow.listed = state.flow.listed or word in _NUMBERS
            self.state = replace(state, skipped=True)
        elif word in ("v", "deleted"):
            self.state = replace(state, hidden=number != 0)
        elif word == "uc":
            self.state = replace(state, halves=max(number or 0, 0))
        elif word in ("super", "nosupersub"):
            self.state = replace(state, raised=word == "super" and number != 0)
        elif word == "plain":
            self.state = replace(state, raised=False, hidden=False)
        elif word in _PARAGRAPH:
            self.paragraph(word)
        elif not state.skipped:
            self.setting(word, number)

    def setting(self, word: str, number: int | None) -> None:
        flow = self.state.flow
        if word == "pard":
            self.state = replace(self.state, style=0, level=TEXT, in_table=False)
            flow.listed = False
        elif word == "s":
            self.state = replace(self.state, style=number or 0)
        elif word == "outlinelevel":
            self.state = replace(self.state, level=number or 0)
        elif word == "ls":
            flow.listed = bool(number)
        elif word == "intbl":
            self.state = replace(self.state, in_table=True)
        elif word in ("page", "pagebb"):
            flow.opens = "\f"
        elif word == "ansicpg" and number:
            self.codec = _codec(number)

    def close(self) -> None:
        flow, style = self.state.flow, self.state.style
        if flow.kind == "styles":  # one ends with each group inside
            self.styles[style] = "".join(flow.text).strip(" ;")
            flow.text.clear()
        elif self.stack and self.stack[-1].flow is not flow:
            self.end(flow)
        self.state = self.stack.pop() if self.stack else self.state
        self.left = 0

    def paragraph(self, word: str) -> None:
        flow = self.state.flow
        if self.state.skipped or flow.kind == "styles":
            return
        if word in ("cell", "nestcell"):
            flow.cells.append(_whole(flow.text))
            flow.text.clear()
        elif word in ("row", "nestrow"):
            self.row(flow)
        elif self.state.in_table and not flow.kind:
            flow.text.append("\n")
        else:
            self.end(flow)
            flow.opens = "\f" if word == "sect" else ""

    def row(self, flow: _Flow) -> None:
        below = bool(self.found) and self.found[-1][1].kind == "row"
        row = as_row(flow.cells, below=below)
        parts = [Part(row, "row", 0)] if row else []
        if not row:
            lines = (line for cell in flow.cells for line in cell.split("\n"))
            parts = [Part(line, "paragraph", 0) for line in lines]
        self.found += ((False, part) for part in parts)
        flow.cells.clear()

    def end(self, flow: _Flow) -> None:
        """End a paragraph."""
        text = _whole(flow.text)
        flow.text.clear()
        if flow.kind in ("note", "margin"):
            self.beside.append(Part(text, flow.kind, 0))
        elif flow.kind != "styles":
            self.found.append((flow.kind == "box", Part(flow.opens + text, *self.kind(flow))))
        flow.opens = ""

    def kind(self, flow: _Flow) -> tuple[str, int]:
        name, level = self.styles.get(self.state.style, ""), self.state.level
        heading = _HEADING.match(name)
        if name.lower() == "title":
            return "heading", 0
        if heading or 0 <= level < TEXT:
            return "heading", int(heading[1]) if heading else level + 1
        if name.lower() == "caption":
            return "chrome", 0
        return ("item", 0) if flow.listed else ("paragraph", 0)


def read_rtf(data: bytes, _limits: Limits) -> Document:
    """Return the text of an RTF file, as `read_docx` does that of a Word file.

    Hidden and deleted text, comments and pictures are left out. Raises UnreadableSource for groups
    that are nested too deeply and for a file without text that holds pictures.

    >>> read_rtf(b"{\\\\rtf1\\\\ansi Kami \\\\'93jujur\\\\'94.\\\\par Kami adil.}", Limits()).text
    'Kami “jujur”.\\n\\nKami adil.'
    """
    reader = _Reader(data)
    reader.read()
    blocks = Blocks()
    for block in together([*placed(reader.found), *reader.beside]):
        blocks.add(*block)
    whole = blocks.document("rtf")
    if is_blank(whole.text) and b"\\pict" in data:
        raise UnreadableSource("only_pictures")
    return whole


def _whole(parts: list[str]) -> str:
    """Return a text; signs beyond the first 65,536 stand in the file as two halves."""
    return "".join(parts).encode("utf-16", "surrogatepass").decode("utf-16", "replace").strip(" ")


def _codec(page: int) -> str:
    try:
        return codecs.lookup(f"cp{page}").name
    except LookupError:
        return "cp1252"
