"""The words around a hit that decide what it says; used by ``status``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from kpu_corpus.tokens.wordtypes import Types

NEGATORS = frozenset(
    "tidak tidaklah tak bukan bukanlah bukannya belum jangan janganlah tanpa tiada kurang".split()
)
# "tidak hanya integritas" adds to a value, "tak pernah luntur", "tidak lepas dari" keep it.
ADDITIVE = frozenset("hanya sekadar sekedar cuma saja semata semata-mata lagi sebatas lain".split())
KEEPING = frozenset(
    "luntur pudar lepas terlepas lekang hilang henti berhenti jemu lelah bosan ragu lupa melupakan "
    "meninggalkan ditinggalkan mengabaikan diabaikan mengurangi diragukan kalah kunjung".split()
)
IDENTITY = frozenset("bukan bukanlah bukannya".split())
# "tidak membahas demokrasi", "tidak ada hubungannya dengan disiplin": the value is not the matter.
MATTERS = frozenset(
    "membahas dibahas membicarakan berbicara bicara menyangkut berkaitan terkait berhubungan "
    "hubungan hubungannya kaitan kaitannya menyinggung soal tentang mengenai menyebut termasuk "
    "membutuhkan memerlukan perlu".split()
)
# With one of these in the unit, a value that lacks is regretted, feared, forbidden or demanded.
REGRETS = frozenset(
    "masalah masalahnya permasalahan persoalan persoalannya kendala hambatan tantangan ancaman "
    "keluhan sayang sayangnya disayangkan ironis ironisnya miris prihatin keprihatinan kecewa "
    "mengecewakan padahal seharusnya semestinya masih akibat akibatnya mengakibatkan sebab karena "
    "penyebab menyebabkan disebabkan menimbulkan berdampak dampak dampaknya berujung memicu "
    "sehingga maka risiko berisiko rawan rentan bahaya berbahaya membahayakan mengancam terancam "
    "jika jikalau apabila bila bilamana kalau kalaulah seandainya andai andaikan ketika agar "
    "supaya harus haruslah wajib perlu mesti dilarang larangan boleh sanksi hukuman ditegur "
    "dihukum ditindak pelanggaran melanggar melemahkan lemah lemahnya merusak rusak merugikan rugi "
    "mencederai menodai mencoreng meruntuhkan runtuh menghancurkan hancur menggerus mengikis "
    "menghambat mengganggu terganggu gagal kegagalan sulit mustahil sia-sia percuma kehilangan "
    "hilang buruk buruknya krisis kritik mengkritik dikritik protes menuntut dituntut tuntutan "
    "diragukan curiga mencurigai kecurigaan korban korupsi takut khawatir dikhawatirkan bukankah "
    "mengapa kenapa penyakit parah memprihatinkan memalukan malu salah kesalahan dosa penyebabnya "
    "kelemahan kekurangan adanya minimnya kurangnya rendahnya lemahnya optimalnya sebagian "
    "kebanyakan mayoritas banyak separuh membuat membikin cenderung justru malah enggan kacau "
    "berantakan tertunda terbengkalai telantar terlantar".split()
)
ASPIRATIONS = frozenset(
    "harus haruslah seharusnya wajib perlu perlunya akan hendak hendaknya ingin bertekad tekad "
    "berharap harapan diharapkan semoga mesti semestinya sebaiknya berkomitmen dituntut "
    "diharuskan diwajibkan bercita-cita siap mari marilah".split()
)
# "mungkin akan dihadapi" foresees, it does not promise.
FORESEEN = frozenset({"mungkin", "barangkali", "diperkirakan", "diprediksi"})
HEADS = frozenset(
    "badan komisi dewan lembaga kementerian direktorat fakultas universitas partai yayasan dinas "
    "biro bagian pusat balai kantor institut komite mahkamah ombudsman jurusan program sekolah "
    "forum asosiasi aliansi koalisi".split()
)
LAWS = frozenset("undang-undang uu peraturan perpres permen keputusan perda pkpu perppu".split())

# What a type can do beside a hit, as bits, since a word may do several things (perlu).
(
    NEGATES,
    KEEPS,
    IDENTIFIES,
    NAMES_MATTER,
    REGRETS_LACK,
    ASPIRES,
    FORESEES,
    HEADS_NAME,
    IS_LAW,
    JOINS,
    IS_ABOUT,
    IS_WITHOUT,
    HAS_CAPITAL,
    IS_NAME,
) = (1 << bit for bit in range(14))
_DOES = {
    NEGATES: NEGATORS,
    KEEPS: ADDITIVE | KEEPING,
    IDENTIFIES: IDENTITY,
    NAMES_MATTER: MATTERS,
    REGRETS_LACK: REGRETS,
    ASPIRES: ASPIRATIONS,
    FORESEES: FORESEEN,
    HEADS_NAME: HEADS,
    IS_LAW: LAWS,
    JOINS: frozenset({"dan", "dan/atau", "atau"}),
    IS_ABOUT: frozenset({"tentang"}),
    IS_WITHOUT: frozenset({"tanpa"}),
}

Marks = npt.NDArray[np.uint16]


def marks_of(types: Types, rows: Sequence[int]) -> Marks:
    """Return what each type does, as a sum of bits; of those in other rows it is not asked.

    A name has several words: one capital alone (Kolaboratif) makes no value a name.
    """
    does = _by_norm()
    marks = np.zeros(len(types.norm), dtype=np.uint16)
    marks[rows] = [does.get(types.norm[row], 0) for row in rows]
    marks[[row for row in rows if types.surface[row][0].isupper()]] |= HAS_CAPITAL
    marks[[row for row in rows if types.kind[row] == "name" and " " in types.norm[row]]] |= IS_NAME
    return marks


@cache
def _by_norm() -> dict[str, int]:
    does: dict[str, int] = {}
    for bit, words in _DOES.items():
        for word in words:
            does[word] = does.get(word, 0) + bit
    return does
