"""What is known of texts by how they end."""

from typing import Any

from kpu_corpus.indonesian.endings import Endings


def test_another_thread_may_note_an_ending_while_one_is_looked_for() -> None:
    endings: Endings[int] = Endings()

    class Shared(str):
        __slots__ = ()

        def __getitem__(self, place: Any) -> str:
            endings.note("(KPU)", "di kantor (KPU)", 2)
            return super().__getitem__(place)

    endings.note("(KPU)", "ke (KPU)", 1)
    endings.note("(KPU)", "dari (KPU)", 3)
    assert endings.get("(KPU)", Shared("dari (KPU)"), 0, 10) == 3
