"""Reasons in ``refused``, and whether they concern some essays."""

from __future__ import annotations

from collections.abc import Set

from kpu_corpus.errors import KpuCorpusError

ROW = ": "  # between the name of a table and that of a row of it that was not read
# Those that are not about a file that could not be read.
UNMATCHED = frozenset(
    f"metadata_{what}" for what in ("rows", "several", "essays", "unread", "sheets")
)
IDLE_SIDECARS = frozenset(
    f"sidecar_{what}" for what in ("alone", "second", "packed", "other", "rows")
)
NOT_UNREAD = UNMATCHED | IDLE_SIDECARS | {"duplicate", "metadata_blank"}


def concerns(reason: KpuCorpusError, kept: Set[str]) -> bool:
    """Tell whether a reason may concern some essays: it tells no row of others, nor their copy."""
    copy = reason.message == "duplicate"
    return reason.message not in UNMATCHED and (not copy or reason.fields["of"] in kept)
