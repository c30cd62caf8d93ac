"""C tells of chunks what the patterns tell; what the flags promise of words and stops holds."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st
from tests.conftest import examples
from tests.ways import compiled, numpy_alone

from kpu_corpus.indonesian.batch.chunks.flags import BEFORE_BODY, COMMA, STOP, WORD
from kpu_corpus.indonesian.batch.chunks.shapes import shapes
from kpu_corpus.indonesian.batch.knowledge import Knowledge
from kpu_corpus.indonesian.batch.plain import KIND, KINDS, SURFACE
from kpu_corpus.indonesian.batch.sentences.stop_forms import StopRow, after_bits, stop_rows
from kpu_corpus.indonesian.words import ZERO_WIDTH, words

HIDDEN = {sign for sign in map(chr, range(0x10000)) if re.match(f"[{ZERO_WIDTH}]", sign)}
PARTS = st.sampled_from(
    [
        *(
            "Etika",
            "kerja",
            "yang",
            "dan",
            "golongan",
            "Hepatitis",
            "s.d.",
            "S/d",
            "Undang",
            "pegawai",
            "KPU",
        ),
        *(
            "a",
            "B",
            "iv",
            "xvi",
            "XI",
            "no",
            "No",
            "hal",
            "12",
            "7",
            "1970",
            "bé",
            "Kami",
            "vs",
            "Brigjen",
            *("Rp", "rP", "IDR", "M", "Si", "go", "id", "www", "com", "dll", "Tbk", "Ps", "drt"),
            *("s/d", "http://", "1.000,50", "e-KTP", "5kg", "Jum'at", "x_y"),
        ),
        *".,;:()!?*-/\"'_…•–·“”@#%+",
    ]
)
CHUNKS = st.lists(
    st.one_of(
        st.lists(PARTS, min_size=1, max_size=5).map("".join),
        st.text(min_size=1, max_size=6).map(lambda text: "".join(text.split()) or "x"),
        st.text("ab1(.-)*,:", min_size=1, max_size=8),
    ),
    max_size=12,
)


@compiled
@examples(25)
@example(["dan\0", "(Pasal\0", "huruf\0", "dan", "Pasal", "huruf"])
@example(["(12)", "a.", "(iv)", "1.Kata", "**Etika", "***", "-", "--", "hepatitis", "kata,-", "("])
@example(["kata-kata.", "kata-", "-kata", "a" * 1001, "1" * 1001, "hal.", "S.H.", "diRumah.", "()"])
@example(
    ["dan", "dan/atau", "Dan", "dan,", "(Pasal", "pasal(", "((", "s/d", "7.", "12.", "z.", "(7."]
)
@example(["\u0667.", "\u0661\u0662.", "1\u0662.", "Pas\u0430l", "\u212aelas", "a)", "-"])
@example(["“Kata", "kata”", "kata.”", "“a.”", "“1)”", "“(2)”", "””", "“-”", "kata”,", "1.”Kata"])
@given(CHUNKS)
def test_c_tells_what_the_patterns_tell(chunks: list[str]) -> None:
    fast = shapes(chunks)
    with numpy_alone():
        slow = shapes(chunks)
    assert fast.flags.tolist() == slow.flags.tolist()
    assert fast.marker.tolist() == slow.marker.tolist()


@examples(25)
@example(
    [
        "dan/atau",
        "Rp",
        "mayjen.",
        "Brigjen.",
        "prof.",
        "melayani.",
        "bangsa-bangsa;",
        "www.",
        "http:",
    ]
)
@given(CHUNKS)
def test_a_chunk_called_one_word_is_read_as_one(chunks: list[str]) -> None:
    for chunk, flags in zip(chunks, shapes(chunks).flags.tolist(), strict=True):
        if flags & WORD:
            end = len(chunk) - (flags & (COMMA | BEFORE_BODY) != 0)
            assert words(chunk) == [(0, end, "word")]


@examples(20)
@example(["Brigjen.", "melayani.", "Pelayanan.", "Kami", "kami", "(a).", "ya!?"])
@example(["Rp5", "s/d", "e-KTP", "5-kg", "1.000,50%", "Jum'at", "kata.Kami", "kpu.go.id", "drt."])
@example(
    ["RP5.000,00", "IDR5", "USD5", "usd5", "Rupiah5", "DP2", "“Rp5”", "“S.H.”", "“a.b”", "no”5"]
)
@example(["\xad", "\xad\u200b", "\xadkata\xad", "(\xad)", "\xad.", "kata.\xad"])
@example(
    ["30.-", ".-", ".Desa", ".HAL", "kata.-", "bangsa).Kami", "kata...", '."', "M.-Si", "a.b", "-"]
)
@given(CHUNKS)
def test_what_is_known_of_a_chunk_is_what_its_own_text_tells(chunks: list[str]) -> None:
    _check_what_is_known(chunks)
    with numpy_alone():
        _check_what_is_known(chunks)


def _check_what_is_known(chunks: list[str]) -> None:
    known = Knowledge()
    text = "\n".join(["", *chunks, ""])
    split = known.chunks.split(known.chunks.read(text))
    known.readings.look()
    stopped = split.form[known.forms.flags[split.form] & STOP != 0]
    known.stops.grow()
    known.stops.look(2 * stopped, split.form)
    for form in set(split.form.tolist()):
        chunk = known.chunks.forms[form]
        row, count, leads, closes = known.readings.of.rows[2 * form].tolist()
        read = known.readings.words.rows[row : row + count].tolist()
        found = words(chunk)
        assert [(*word[:2], KINDS[word[KIND]]) for word in read] == found
        surfaces = [known.readings.surfaces.forms[word[SURFACE]] for word in read]
        assert surfaces == [chunk[start:end] for start, end, _ in found]
        seen = [place for place, sign in enumerate(chunk) if sign not in HIDDEN]
        edges = {place for word in found for place in word[:2]}
        assert leads == (not seen or min(edges, default=len(chunk)) <= seen[0])
        assert closes == (not seen or max(edges, default=0) > seen[-1])
        assert known.stops.after[form] == after_bits(chunk)
    for form in set(stopped.tolist()):
        chunk = known.chunks.forms[form]
        first, count = known.stops.place[2 * form], known.stops.count[2 * form]
        rows = known.stops.rows[first : first + count].tolist()
        stops = [StopRow(*row) for row in rows]
        assert stops == stop_rows(chunk, [word[:2] for word in words(chunk)])
