"""Whether the ranking stands when settings change, in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kpu_corpus.reporting.wording import Wording

if TYPE_CHECKING:
    import pandas as pd


def steadiness(table: pd.DataFrame | None, wording: Wording) -> str:
    """Return the conclusion of :func:`kpu_corpus.sensitivity` on the themes' ranking.

    None is a table that was not made.
    """
    if table is None:
        return wording.say("steady_left_out")
    rows = table[table["table"] == "themes"]
    kept, moved = [], []
    for setting, value, changed in zip(
        rows["setting"], rows["value"], rows["changed"], strict=True
    ):
        name = wording.say(f"steady_{setting}_{value}".replace(" ", "_"))
        if changed:
            count = wording.count("themes", int(changed))
            moved.append(wording.say("steady_moved", setting=name, themes=count))
        else:
            kept.append(name)
    if not moved:
        return wording.say("steady_all", settings=wording.choice(kept))
    if not kept:
        return wording.say("steady_none", moved=wording.choice(moved))
    return wording.say("steady_some", kept=wording.choice(kept), moved=wording.choice(moved))
