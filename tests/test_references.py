"""Whom the pages and docstrings cite by author and year has an entry among the references."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
LIST = ROOT / "docs" / "references.md"
PAGES = [*sorted((ROOT / "docs").glob("*.md")), *sorted((ROOT / "src").rglob("*.py"))]
AUTHOR = r"[A-ZÀ-Ž][\w-]+(?: [A-ZÀ-Ž][\w-]+)?"
OTHERS = rf"(?:(?:,| &| and| dan) (?:al\.|{AUTHOR}))*(?: et al\.)?"
CITED = re.compile(rf"({AUTHOR}){OTHERS}['’]?s?,? \(?(1[89]\d\d|20[012]\d)\b")
# words that stand before a year and are no author
OTHER = frozenset(
    "UU Perppu PP PKPU SE Pasal Tahun Pemilu Pilkada Nomor Version November Desember Oktober Juni "
    "Juli August Jun April Feb Mar Esai Penulisan Departemen Google CR2 MOVER Disempurnakan".split()
)
ENTRIES = [line.split(". ")[0] for line in LIST.read_text("utf-8").splitlines() if "|" in line]


def cited(text: str) -> set[tuple[str, str]]:
    found = CITED.finditer(" ".join(text.split()))
    return {(name, m[2]) for m in found if (name := m[1].split()[0]) not in OTHER}


def test_citations_are_found_in_running_text() -> None:
    text = (
        "limits (Wilson 1927), Lijffijt & Gries (2012), Spärck Jones 1972, Lam, Gopal & Qian 2023"
    )
    assert {("Wilson", "1927"), ("Lijffijt", "2012"), ("Lam", "2023")} <= cited(text)


def test_who_is_cited_is_listed() -> None:
    absent = [
        f"{page.relative_to(ROOT)}: {name} {year}"
        for page in PAGES
        if page != LIST
        for name, year in sorted(cited(page.read_text("utf-8")))
        if not any(name in entry and year in entry for entry in ENTRIES)
    ]
    assert absent == []
