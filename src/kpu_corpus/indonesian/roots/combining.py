"""Combining forms, which stand before whole words: anti-, pasca-, multi-, maha-."""

from __future__ import annotations

from kpu_corpus.indonesian.lists.abbreviations import word_set

FORMS = (
    "anti antar pasca pra non sub multi inter intra super ultra semi swa maha tuna purna dwi tri "
    "infra supra trans mono poli mikro makro kontra pro eks mega neo tele oto bio geo hiper hipo "
    "ekstra de dis re ko"
).split()
# Others are known by their hyphen alone: without one they begin too many other words.
HYPHENED = word_set("in mis adi nara pan panca e bi nir awa") | frozenset(FORMS)
# Behind these stands any word, of so many letters at least, and keeps its root: pascapemilu.
BEFORE_ANY = {"non": 3, "pra": 5, "pasca": 5, "antar": 5, "anti": 4, "serba": 4}
HYPHENED_BEFORE_ANY = (*BEFORE_ANY, "pro", "eks")
