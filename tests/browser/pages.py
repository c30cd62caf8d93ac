"""What the browser tests open: pages of made-up essays, and a watch over what they do."""

from __future__ import annotations

import re
from collections.abc import Callable
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


class Watched:
    """One open page with what it asked for and what it complained of.

    Nothing but the file itself can be loaded: every other address is refused, and kept.
    """

    def __init__(self, page: Any, path: Path) -> None:
        self.page, self.path = page, path
        self.opened = 0
        self.requests: list[str] = []
        self.messages: list[str] = []
        page.route("**/*", self._route)
        self.heard = {
            "request": lambda request: self.requests.append(request.url),
            "console": lambda message: self.messages.append(message.text),
            "pageerror": lambda error: self.messages.append(str(error)),
            "dialog": self._dialog,
        }
        for event, hear in self.heard.items():
            page.on(event, hear)

    def _route(self, route: Any) -> None:
        own = self._plain(route.request.url) == self.path.as_uri()
        route.continue_() if own else route.abort()

    @staticmethod
    def _plain(url: str) -> str:
        """Return an address without what is shown and what tells the openings apart."""
        return re.sub(r"(\?\d+)?(#.*)?$", "", url)

    def _dialog(self, dialog: Any) -> None:
        self.messages.append(dialog.message)
        dialog.dismiss()

    def open(self, hash_: str = "") -> Any:
        """Open the page anew at an address; an explorer is waited for until it is ready."""
        self.opened += 1  # in the address, or only the view would change
        self.page.goto(f"{self.path.as_uri()}?{self.opened}#{hash_}")
        if self.page.locator("#app").count():
            self.page.wait_for_selector("html[data-ready]")
        return self.page

    def leave(self) -> None:
        """Leave the page as it was given: empty, on a screen, and with nobody who listens."""
        self.page.goto("about:blank")
        self.page.emulate_media(media="null")
        self.page.unroute_all()
        for event, hear in self.heard.items():
            self.page.remove_listener(event, hear)

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

    def check(self) -> None:
        """Whatever was done since the last check: nothing was loaded and nothing went wrong."""
        asked = {self._plain(url) for url in self.requests}
        messages = list(self.messages)
        self.requests.clear()
        self.messages.clear()
        assert asked <= {"about:blank", self.path.as_uri()}
        assert messages == []


Watch = Callable[..., Watched]  # a file, perhaps a width and the browser's settings


def shown_essays(page: Any) -> list[str]:
    """Return the ids of the essays in the list."""
    shown: list[str] = page.eval_on_selector_all(
        "ol.essays > li h3 a",
        "links => links.map((a) => new URLSearchParams(a.hash.slice(1)).get('essay'))",
    )
    return shown
