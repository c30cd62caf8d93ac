"""The words that join a short form to its long form."""

from __future__ import annotations

NAMING = ("disingkat", "disebut", "dikenal", "diakronimkan", "dipendekkan", "sebut", "kenal")
"""LONG disingkat SHORT; those of `NAMING_AS` may follow."""

NAMING_AS = (
    *("juga", "pula", "sebagai", "dengan", "menjadi", "sebutan", "istilah", "nama", "singkatan"),
    *("akronim", "saja", "oleh"),
)

EXPANDING = ("singkatan", "kependekan", "akronim", "kepanjangannya", "kepanjangan")
"""SHORT singkatan dari LONG; those of `EXPANDING_OF` may follow."""

EXPANDING_OF = ("dari", "kata", "adalah", "yaitu")

BARE = ("atau", "alias", "yaitu", "yakni", "adalah", "ialah")
"""LONG atau SHORT, SHORT atau LONG."""

_HEDGE_WORDS = """
yang atau dan kita kami juga lebih biasa biasanya sering kali seringkali kerap lazim akrab
selanjutnya kemudian dapat bisa adalah merupakan ialah itu sebagai sendiri
"""
HEDGES = frozenset(_HEDGE_WORDS.split())
"""What may stand before a connective: yang biasa kita kenal dengan."""
