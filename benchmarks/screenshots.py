"""Pictures of what people see, made from the essays of the repository, and the sizes of the files.

    python -m benchmarks.screenshots [folder]

Writes report and explorer and photographs them: in the browser on a desktop and a phone, printed
on A4, as a Word document and as a workbook. Without a folder it renews docs/images. Needs the
package playwright and a Chromium; the last three pictures need pdftoppm, the last two LibreOffice.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import kpu_corpus as kc
from benchmarks.chromium import browsing, chromium

ROOT = Path(__file__).parents[1]
DESKTOP, PHONE = (1180, 900), (390, 844)
COLOURS, DPI, GAP = 128, 72, 16
# Picture → page, size of the window, address, height of the picture.
SCREENS = {
    "laporan.png": ("laporan.html", DESKTOP, "", 1800),
    "laporan-ponsel.png": ("laporan.html", PHONE, "heat", 844),
    "jelajah.png": ("jelajah.html", DESKTOP, "view=words&q=selenggara&sort=left", 900),
    "jelajah-ponsel.png": ("jelajah.html", PHONE, "view=words&q=selenggara", 844),
}


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        files = written(Path(scratch))
        for file in files:
            print(f"{file.name:<22}{file.stat().st_size / 1000:>8.1f} kB")
        photographed(Path(scratch), folder)
    for picture in sorted(folder.glob("*.png")):
        print(f"{picture.name:<22}{picture.stat().st_size / 1000:>8.1f} kB")


def written(folder: Path) -> list[Path]:
    """Write every kind of file that people get."""
    tokens = kc.preprocess(kc.load(ROOT / "corpus"))
    reports = [kc.report(tokens, folder / f"laporan.{kind}") for kind in ("html", "docx", "xlsx")]
    return [
        *reports,
        kc.explorer(tokens, folder / "jelajah.html"),
        kc.explorer(tokens, folder / "jelajah-tanpa-teks.html", text=False),
    ]


def photographed(scratch: Path, folder: Path) -> None:
    with browsing(chromium()) as browser:
        for name, (file, (width, height), address, tall) in SCREENS.items():
            page = browser.new_page(viewport={"width": width, "height": height})
            page.goto(f"{(scratch / file).as_uri()}#{address}")
            shot = scratch / name
            if not address:
                page.set_viewport_size({"width": width, "height": tall})
            page.screenshot(path=shot)
            saved([shot], folder / name)
        page = browser.new_page()
        page.goto((scratch / "laporan.html").as_uri())
        page.pdf(path=scratch / "pdf" / "laporan.pdf", format="A4", print_background=True)
    saved(pages(scratch / "pdf" / "laporan.pdf", 2), folder / "laporan-cetak.png")
    for kind, name in (("docx", "laporan-word.png"), ("xlsx", "laporan-excel.png")):
        saved(pages(converted(scratch / f"laporan.{kind}"), 2), folder / name)


def converted(file: Path) -> Path | None:
    """Return the PDF that LibreOffice makes of a file, or nothing where there is none."""
    office = shutil.which("soffice")
    if office is None:
        print(f"{file.name}: no picture, as LibreOffice is not installed", file=sys.stderr)
        return None
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    folder = file.parent / file.suffix[1:]
    made = ["--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file)]
    subprocess.run([office, profile, *made], check=True, capture_output=True)
    return folder / f"{file.stem}.pdf"


def pages(pdf: Path | None, count: int) -> list[Path]:
    """Return pictures of the first pages of a PDF, or none where no tool can make them."""
    if pdf is None or shutil.which("pdftoppm") is None:
        return []
    stem = pdf.with_suffix("")
    subprocess.run(["pdftoppm", "-png", "-r", str(DPI), "-l", str(count), pdf, stem], check=True)
    return sorted(pdf.parent.glob(f"{stem.name}-*.png"))


def saved(shots: Iterable[Path], target: Path) -> None:
    """Put pictures side by side into one small file with few colours."""
    from PIL import Image

    parts: list[Any] = [Image.open(shot).convert("RGB") for shot in shots]
    if not parts:
        return
    width = sum(part.width for part in parts) + GAP * (len(parts) - 1)
    whole = Image.new("RGB", (width, max(part.height for part in parts)), "#c9ced6")
    at = 0
    for part in parts:
        whole.paste(part, (at, 0))
        at += part.width + GAP
    few = whole.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(target, optimize=True)


if __name__ == "__main__":
    main()
