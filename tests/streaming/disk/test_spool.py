"""What a step of a run writes down, the next one reads as it was."""

from __future__ import annotations

from pathlib import Path

import kpu_corpus as kc
from kpu_corpus.streaming.disk.spool import read_scan, write_scan
from kpu_corpus.tokens.survey import scanned


def test_words_units_and_definitions_are_read_as_they_were_written(tmp_path: Path) -> None:
    text = "Aparatur Sipil Negara (ASN) hadir. Anggota penyeleng-\ngara menjaga integri- tas."
    corpus = kc.load({"a": text, "b": "Kami siap."})
    made = scanned(corpus)
    read = read_scan(write_scan(tmp_path / "scan.feather", made), corpus)
    assert made.units.broken.tolist() == [1]
    for name in ("units", "words"):
        columns, others = vars(getattr(read, name)), vars(getattr(made, name))
        assert columns.keys() == others.keys()
        assert all([*columns[column]] == [*others[column]] for column in columns)
    assert [column.tolist() for column in read.definitions] == [
        column.tolist() for column in made.definitions
    ]
