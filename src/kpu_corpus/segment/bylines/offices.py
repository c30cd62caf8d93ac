"""Names of offices and their addresses: the lines of a letterhead, and where an author works."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from kpu_corpus.indonesian.roots.root_lists import places
from kpu_corpus.segment.lines import WRITER, ends_sentence, title_case
from kpu_corpus.segment.names import ASKED, is_lone_name, is_person

_ELECTIONS = (
    r"(?:kpud?|komisi pemilihan umum|kip|komisi independen pemilihan|bawaslu|panwaslih|dkpp"
    r"|badan pengawas pemil(?:u|ihan umum))"
)
_OF_ELECTIONS = re.compile(rf"(?:sekretariat )?{_ELECTIONS}\b\s*(?P<place>.*)", re.IGNORECASE)
_SCHOOL = r"(?:s(?:d|mp|ma|mk|lb)(?:n|s|it|k)?|tk(?:n|it)?|paud|mts[ns]?)"
# What opens the name of an office whatever follows, and what does only where a place ends it.
_OFFICE = re.compile(
    rf"(?:sekretariat (?:jenderal )?)?{_ELECTIONS}\b.*"
    r"|(?:kementerian|universitas|institut|politeknik|s(?:d|mp|ma|mk)it|tkit|pkbm)"
    r"\s+(?!(?:dan|untuk|yang)\b)\S.*"  # "Universitas dan Demokrasi"
    r"|(?:uptd?\s+)?(?:sekolah (?:dasar|menengah|tinggi|luar biasa)"
    rf"|{_SCHOOL}|m[ai]n|m[ai](?!\s+\d))"  # MA decides in other titles: "MA 2 Kali Tolak PK"
    r"\s+(?:negeri|swasta|islam|katolik|kristen|muhammadiyah|\d).*",
    re.IGNORECASE,
)
# A school with a number behind its name, "SDN Kejajar 02", "SMP PGRI 2 Batur"; not "SD Kelas 4".
_SCHOOL_NUMBERED = re.compile(
    rf"(?:uptd?\s+)?{_SCHOOL}\s+(?!(?:kelas|kelompok|angkatan|tahun|usia|umur|era)\b)"
    r"\S+(?:\s+\S+){0,3}\s+\d{1,3}(?:\s+\S+){0,2}",
    re.IGNORECASE,
)
# A school without one, whose name is that of a person or a place: "PAUD Mekar Sari".
_SCHOOL_NAMED = re.compile(rf"(?:uptd?\s+)?{_SCHOOL}\s+(\S.*)", re.IGNORECASE)
_AT_A_PLACE = re.compile(
    r"(?:pemerintah(?:an)?|dinas|badan|kantor|balai|lembaga|pusat|direktorat|inspektorat|sekretariat"
    r"|fakultas|yayasan|rumah sakit|rsud|puskesmas|pengadilan|kejaksaan|kepolisian|kecamatan"
    r"|kelurahan|sm[apk]|sekolah|madrasah|mahkamah|komisi|(?-i:PT|CV))\s+\S.*",  # no "Pt Ayu"
    re.IGNORECASE,
)
# Beside a name no place need follow: "Rina Marlina, Dinas Sosial".
AGENCY = r"(?:Dinas|Badan|Inspektorat|Puskesmas|RSUD|Rumah Sakit|Kecamatan|Kelurahan)\s+[A-Z]"
_AGENCY = re.compile(rf"{AGENCY}[\w./ -]*")
_OF_AGENCIES = 8  # words at most
_TRAINS = re.compile(r"\b(?:pelatihan|pengembangan|diklat|latsar|kepegawaian|lan)\b", re.IGNORECASE)
AREAS = frozenset({"provinsi", "prov", "kabupaten", "kab", "kota", "kecamatan", "kec"})
_SIDES = frozenset({"utara", "selatan", "timur", "barat", "tengah", "kepulauan"})
# Two words of the names of districts of which one alone is no place.
_PAIRS = frozenset(
    """aceh besar, nagan raya, bener meriah, batu bara, padang lawas, padang panjang, lima puluh,
    puluh kota, tebing tinggi, tanah datar, batang hari, tanjung jabung, sungai penuh, pagar alam,
    empat lawang, muara enim, komering ulu, tulang bawang, bandar lampung, pesisir barat,
    pesisir selatan, gunung kidul, banjar baru, hulu sungai, tanah bumbu, tanah laut, gunung mas,
    murung raya, palangka raya, pulang pisau, kubu raya, mahakam ulu, seram bagian, barat daya,
    raja ampat, teluk bintuni, teluk wondama, mamberamo raya, pegunungan bintang,
    pegunungan arfak, papua pegunungan""".replace("\n", " ").split(", ")
)
# What tells by itself that it is an address, and what does below the name of an office.
_SURE = (
    r"(?:jl|jln|jalan)\b.*\b(?:no|nomor|km)\b.*"
    r"|(?:telp|telepon|tlp|fax|faks|faksimile|kode pos|(?:no\.? ?)?(?:hp|wa)(?=\W*\d))\b.*\d.*"
    r"|(?:website|situs|laman|surel|pos-?el|e-?mail)\b.*\.\w{2,4}\b.*"
    r"|(?:\S+@|www\.|https?://)\S+\.\w{2,4}|[\w-]+(?:\.[\w-]+)*\.(?:go|sch|ac|or)\.id"
)
_CONTACT = re.compile(_SURE, re.IGNORECASE)
_ADDRESS = re.compile(
    rf"{_SURE}|jln?\b.*|jalan\b.*(?<!\d)\d{{1,3}}\b.*"
    r"|[a-z][a-z.,' –-]{2,60}\b\d{5}",
    re.IGNORECASE,
)
WORDS = 14  # of a line of a letterhead


@lru_cache(ASKED)
def is_office(text: str) -> bool:
    """Tell whether a line is the name of an office: of one kind, or at a place.

    >>> [is_office(text) for text in ("SMA NEGERI 3 YOGYAKARTA", "Dinas Pendidikan Kota Bandung")]
    [True, True]
    >>> [is_office(text) for text in ("Kantor yang Melayani", "KPU hadir setiap hari")]
    [False, False]
    """
    if len(text.split()) > WORDS or ends_sentence(text) or not title_case(text):
        return False
    named = _OFFICE.fullmatch(text) is not None or _is_school(text)
    return named or (_AT_A_PLACE.fullmatch(text) is not None and is_at_place(text))


def is_agency(text: str) -> bool:
    """Tell whether what stands beside or below the name of a writer is an office of a region.

    >>> [is_agency(text) for text in ("Dinas Sosial", "Badan Lelah, Hati Senang", "Dinas Kami")]
    [True, False, False]
    """
    if len(text.split()) > _OF_AGENCIES or ends_sentence(text) or not title_case(text):
        return False
    return _AGENCY.fullmatch(text) is not None and not WRITER.search(text)


def _is_school(text: str) -> bool:
    """Tell whether a line is the name of a school: numbered, or called like a person or place."""
    if _SCHOOL_NUMBERED.fullmatch(text):
        return True
    school = _SCHOOL_NAMED.fullmatch(text)
    name = school[1].rstrip("0123456789 ") if school else ""
    return is_place(name) or is_person(name) or is_lone_name(name)


def is_elections_office(text: str) -> bool:
    """Tell whether a text is an institution of elections and its place, and nothing else.

    >>> texts = ("KPU Kota Tegal", "KPU RI", "KPU Hadir di Kota Tegal")
    >>> [is_elections_office(text) for text in texts]
    [True, True, False]
    """
    found = _OF_ELECTIONS.fullmatch(text)
    place = found["place"].rstrip(".") if found else "?"
    return place.upper() in ("", "RI") or is_area(place) or is_place(place)


def opens_office(text: str) -> bool:
    """Tell whether a line may be of an office where others around it are of a letterhead."""
    return is_institution(text) or is_area(text)


def is_institution(text: str) -> bool:
    """Tell whether a name is that of an office where it can be no title: "Dinas Pendidikan"."""
    return is_office(text) or _AT_A_PLACE.fullmatch(text) is not None


def is_address(text: str) -> bool:
    """Tell whether a line of a letterhead says where an office is and how it is reached.

    >>> [is_address(text) for text in ("Subang 41211", "Telp/Fax. (0260) 411234", "kpu.go.id")]
    [True, True, True]
    """
    return len(text) <= 200 and _ADDRESS.fullmatch(" ".join(text.split())) is not None


def is_contact(text: str) -> bool:
    """Tell whether a line is such an address wherever it stands: a title may end in a number.

    >>> is_contact("Telp. (0260) 411234"), is_contact("Menghitung Suara ke 12345")
    (True, False)
    """
    return len(text) <= 200 and _CONTACT.fullmatch(text) is not None


def is_at_place(text: str) -> bool:
    """Tell whether a name of an office ends in a place: it is not the same for all the country.

    >>> is_at_place("KPU KABUPATEN SUBANG"), is_at_place("KOMISI PEMILIHAN UMUM")
    (True, False)
    """
    words = ["", *re.findall(r"[a-z'’]+", text.lower())]
    return of_places(words)[-1] and words[-1] not in ("indonesia", "negeri")


def is_place(text: str) -> bool:
    """Tell whether a line is nothing but a place, as the last one of a letterhead may be."""
    words = re.findall(r"\w+", text.lower())
    return 0 < len(words) < 5 and all(of_places(words))


def of_places(words: Sequence[str]) -> list[bool]:
    """Tell of each word in small letters whether it is of the name of a place, the next beside it.

    >>> of_places(["aceh", "besar", "harapan"]), of_places(["garut", "besar", "harapan"])
    ([True, True, False], [True, False, False])
    """
    pairs = {at for at, pair in enumerate(pairwise(words)) if " ".join(pair) in _PAIRS}
    return [
        word in places() or word in _SIDES or not pairs.isdisjoint((at - 1, at))
        for at, word in enumerate(words)
    ]


def is_training(text: str) -> bool:
    """Tell whether an office trains people of others."""
    return _TRAINS.search(text) is not None


def is_area(text: str) -> bool:
    """Tell whether a line only names a district, as the second one of a letterhead does.

    >>> is_area("KABUPATEN SUBANG"), is_area("Kota Bandung Jujur")
    (True, False)
    """
    if text.lower() == "republik indonesia":
        return True
    head, *names = text.lower().replace(".", " ").split() or [""]
    return head in AREAS and bool(names) and all(of_places(names))
