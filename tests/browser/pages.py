"""What the browser tests open: pages of made-up essays, and a watch over what they do."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

A4 = (595, 842)  # points
PRINTABLE = 673  # CSS pixels between the margins of the report on A4: 210 mm - 2 × 16 mm

SHARED = (
    "Setiap pegawai wajib menjaga integritas serta menolak hadiah dari peserta pemilu, sebab suara "
    "rakyat adalah titipan yang harus kembali utuh kepada mereka yang mempercayakannya."
)
ROWS = {
    "id": ["satu", "dua", "tiga"],
    "title": ["Menjaga Suara", "Belajar di Kantor", "<script>alert('judul')</script>"],
    "unit": ["Subang", "Bekasi", "Subang"],
    "date": ["2025-06-02", "2025-06-09", "2025-07-01"],
    "text": [
        f"Kami menyelenggarakan pemilu dengan jujur. {SHARED} Laporan itu bukan tentang disiplin.",
        f"Penyelenggaraan pemilu menuntut disiplin. Kami belajar. {SHARED}",
        "<script>document.title='rusak'</script> </script> javascript:alert(1) "
        f"{'a' * 10_000} \U0001f600 Kami menjaga integritas dan tanggung jawab.",
    ],
}

SENT = """(hash) => new Promise((shown) => {
    addEventListener("hashchange", () => shown(), { once: true });  // after the page has done so
    document.activeElement.blur();
    location.hash = hash;
})"""


class Watched:
    """One open page with what it asked for and what it complained of.

    It is offline, so that nothing but files can be loaded; every address is kept.
    """

    openings = count()

    def __init__(self, page: Any, path: Path, width: int = 1280) -> None:
        self.page, self.path = page, path
        self.requests: list[str] = []
        self.messages: list[str] = []
        self.heard = {
            "request": lambda request: self.requests.append(request.url),
            "console": lambda message: self.messages.append(message.text),
            "pageerror": lambda error: self.messages.append(str(error)),
            "dialog": self._dialog,
        }
        for event, hear in self.heard.items():
            page.on(event, hear)
        self.devtools: Any = None
        size = {"width": width, "height": 900}
        # which boxes of an explorer are open was decided by the width at which it was loaded
        self.loaded = page.viewport_size == size and self._plain(page.url) == path.as_uri()
        page.set_viewport_size(size)

    @staticmethod
    def _plain(url: str) -> str:
        """Return an address without what is shown and what tells the openings apart."""
        return re.sub(r"(\?\d+)?(#.*)?$", "", url)

    def _dialog(self, dialog: Any) -> None:
        self.messages.append(dialog.message)
        dialog.dismiss()

    def open(self, hash_: str = "", *, anew: bool = False) -> Any:
        """Show an address; an explorer is waited for until it is ready.

        What is open already is only sent there, unless it is to be loaded anew: all that it shows
        follows from the address, and loading takes four times as long.
        """
        number = next(self.openings)  # in the address, or nothing might change
        if self.loaded and not anew:
            self.page.evaluate(SENT, f"{hash_}&opening={number}")
            return self.page
        self.page.goto(f"{self.path.as_uri()}?{number}#{hash_}")
        if self.page.locator("#app").count():
            self.page.wait_for_selector("html[data-ready]")
        self.loaded = True
        return self.page

    def override(self, method: str, **values: Any) -> None:
        """Give the page a setting of the tools for developers until it is left."""
        self.devtools = self.devtools or self.page.context.new_cdp_session(self.page)
        self.devtools.send(f"Emulation.{method}", values)

    def leave(self) -> None:
        """Leave the page on a screen, with nobody who listens; nothing may have gone wrong."""
        self.page.emulate_media(media="null", color_scheme="null")
        self.page.mouse.move(0, 0)  # or it would hover over something of the next file
        if self.devtools:
            self.devtools.detach()
        for event, hear in self.heard.items():
            self.page.remove_listener(event, hear)
        asked = {self._plain(url) for url in self.requests}
        assert asked <= {"about:blank", self.path.as_uri()}
        assert self.messages == []

    @property
    def told(self) -> str:
        return str(self.page.inner_text("#told"))

    def settle(self, piece: str) -> None:
        """Wait until the address holds a piece of the state and the page shows it."""
        self.until(
            """(piece) => decodeURIComponent(location.hash).includes(piece)
            && document.documentElement.dataset.shown === (location.hash || '#')""",
            piece,
        )

    def until(self, true: str, argument: Any = None) -> None:
        """Wait for a condition, asked from outside: the page's own rules forbid it to evaluate."""
        for _ in range(500):
            if self.page.evaluate(true, argument):
                return
            self.page.wait_for_timeout(20)
        raise AssertionError(f"never became true: {true}")


Watch = Callable[..., Watched]  # a file, perhaps a width


def shown_essays(page: Any) -> list[str]:
    """Return the ids of the essays in the list."""
    shown: list[str] = page.eval_on_selector_all(
        "ol.essays > li h3 a",
        "links => links.map((a) => new URLSearchParams(a.hash.slice(1)).get('essay'))",
    )
    return shown
