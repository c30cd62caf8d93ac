"""Whether a line is a person's name: capitals, degrees, no ordinary words."""

from __future__ import annotations

import re
from functools import lru_cache

from kpu_corpus.ground.spellings import even
from kpu_corpus.indonesian.lists.background import background, common
from kpu_corpus.indonesian.lists.stopwords import ENGLISH, WORD_TIERS, stopwords
from kpu_corpus.indonesian.roots.roots import root
from kpu_corpus.indonesian.spelling.data import known

# Degrees as people write them without full stops inside, in small letters.
DEGREES = frozenset(
    """sh se sp ss spd skom sip ssos sap sak skep st sst sstp ssi sag spsi shi skm mh mm msi mpd map
    mip mkom mt mkn msc ma amd lc ak ca apt psi""".split()
)
_PLAIN = "|".join(sorted(DEGREES))
DEGREE_AFTER = re.compile(
    r"(?:,\s*|(?<!\s)\s+)?(?:(?:S|M|A\.Md|Ph|Dr)\.\s?[A-Z][A-Za-z]*\.?(?:[A-Z]\.?)*|A\.Md\b\.?)"
    rf"|,\s*(?=[A-Z])(?i:{_PLAIN})\b\.?(?:,?\s+(?=[A-Z])(?i:{_PLAIN})\b\.?)*"
)
ROLE = re.compile(
    r"\b(?:C?PNS|ASN|PPPK|Calon|Pegawai|Anggota|Ketua|Koordinator|Koo?rdiv|Staff?|Pelaksana|Kasubb?ag|Kabag|Subb?ag(?:ian)?"
    r"|Kepala|Sekretaris|Sekretariat|Komisioner|Divisi|Peserta|Penata|Analis|Pranata(?=\s+[A-Z])"
    r"|Arsiparis|Auditor|Bendahara|Operator|Pengadministrasi|Pengelola|Pengolah|Perencana|Pustakawan"
    r"|Mahasisw[ai]|NIP|Jabatan|KPU|KIP(?= (?:Aceh|Kab|Kota))"
    r"|Komisi Pemilihan Umum|Komisi Independen Pemilihan|Bawaslu)\b"
)
_POST = re.compile(r"(?:Direktur|Rektor|Dekan|Pendiri|Pimpinan)\b")  # what heads do, no name
DEGREE_IN_SMALL = r"(?:dr[gh]?|apt|ns)\.\s?"  # of doctors, pharmacists, nurses
_DEGREE_BEFORE = re.compile(rf"^(?:(?:Drs?|Dra|Ir|Prof|H|Hj|KH)\.?\s+|{DEGREE_IN_SMALL})+")
_IN_SMALL = re.compile(rf"^(?:{DEGREE_IN_SMALL})+(?=[A-Z])")
_MARKS = re.compile(r"^[*_]+|\s*[*_¹²³]+\)?$")  # of Markdown, of a note on the author
_NAME_LINE = re.compile(r"(?:[A-Z][\w.'’-]*[,.]?|bin|binti|van|de|al)(?:\s+\S+){0,6}")
_LETTERS = re.compile(r"[^\W\d_]{2}")  # a number has none: "A.312.1521"
_INITIAL = re.compile(r"(?:[A-Z]\.?|bin|binti|van|de|al)")
# What opens most names of people on Bali, before a word that may be an ordinary one.
_BALINESE = re.compile(
    r"(?:I|Ni) (?:Luh |Gusti )?(?:Wayan|Putu|Gede|Made|Kadek|Nengah|Nyoman|Komang|Ketut) [A-Z]"
)
# Ordinary words that are names as well.
_NAMES = frozenset(
    """agung utama setia jaya budi putri putra indah lestari surya bintang fajar permata sari
    kartika eka dwi tri catur panca wahyu kusuma satria bayu angin mega intan mutiara melati mawar
    ratu raja cinta kasih bunga bulan embun pratama perdana nusantara negara wibawa sejati mulia
    rahmat hidayah nur iman karya sukma jati gunung samudra laut merdeka puspita ayu cahaya
    anugerah sinar lintang arif adil bijak teguh adi akbar alam ali amir ana andi ari bakti bambang
    bangun bima citra darma dini gunawan hakim hamid hari ika indra iskandar joko laksana mahendra
    muhammad murni noor nugraha nugroho panji permana sandi santoso sapto sri sukarno susilo tirta
    widodo wijaya tanjung batubara made putu nyoman ketut wayan gede yusuf maria ahmad
    wirawan dharmawan setiawan setiawati gunadi prihatini pramesti pranata rahman
    slamet wibisono kurniawati ngurah raden wahid nengah""".split()
)
# Single names that lists of words have, too, and that are nothing else.
_ALONE = frozenset(
    """agustina aminah amiruddin arifin bahri bambang budiono burhanuddin darmawan djoko faisal
    farida fauzi fauziah gunawan halimah harsono hartati hartini hartono haryadi haryanto
    haryono hasanah hermawan imron irawan irfan jamaluddin jamilah junaidi kurniawan marlina
    marsudi maryono muhyiddin mukhlis mulyadi mulyani mulyono mustafa mustofa mutmainnah nurdin
    nurhayati paijo priyanto purnomo purwanto rahmawati ramli ridwan rohmah rosita rusdi rusli
    rustam safitri salmah sarwono setiawan siswanto sofyan sukardi sukirman sulastri sumarno
    supriyadi supriyanto suryadi suryani suryanto susanti susanto sutanto sutopo sutrisno
    syahrul syarifuddin taufik trisno wagiman wahyono wahyudi wahyuni widayat widodo winarno
    yuliana yulianti yulianto zainuddin""".split()
)
# Words of titles that laws seldom have, and names never.
_OF_TITLES = frozenset(
    """refleksi moderasi humanis adaptif loyal kolaboratif sabar ikhlas mimpi senja asa secercah
    golput latsar sirekap sidalih pilkada prolog epilog abstrak simpulan literasi digital cerita
    catatan sekali bersama amanah berakhlak milenial demi core values value soft hard skill skills
    mindset growth smart whistle blowing system employer branding public service good governance
    quo vadis vox populi dei sapere aude tut wuri korpri open big data leadership teamwork team
    work self personal integrity trust agent change""".split()
)
# Function words of titles in English; the shortest, and those left out, are in names as well.
_ENGLISH = {word for word in ENGLISH if len(word) > 2} - {
    *"any even her here may nor once own very were will yes".split()
}
# What titles have and no name does, in capitals too: "Jangan Titip Absen", "DEWI DARI ENDE".
_NO_NAME = _ENGLISH | frozenset(
    """jangan bukan tidak tak belum tanpa yang dari untuk dengan dalam oleh kami kita saya aku
    mereka""".split()
)
_OF_TEXTS = frozenset({"esai", "essay", "refleksi"})  # open what a text is about, as on covers
_ALSO = re.compile(r"\s*[,;&]\s*|\s+dan\s+")  # between the names of several
_FEW = 3  # laws that have a root, from which on it is no part of a name by chance
_LONGEST = 200  # characters of a name with its degrees
ASKED = 1024  # texts whose answers are kept: each line is asked for several times


@lru_cache(ASKED)
def is_name(text: str) -> bool:
    """Tell whether a line looks like a name; one that begins with what somebody is is none."""
    text = _IN_SMALL.sub("", text)
    words = text.split()
    if not 1 <= len(words) <= 8 or not _NAME_LINE.fullmatch(text) or not _LETTERS.search(text):
        return False
    if ROLE.match(text) or _POST.match(text) or not _NO_NAME.isdisjoint(map(str.lower, words)):
        return False
    if text.endswith(("?", "!")) or ":" in text or words[0].lower() in _OF_TEXTS:
        return False
    letters = [word for word in words if word[0].isalpha()]
    common = sum(is_common(word) for word in letters)
    long = [word for word in letters if len(word) > 3 and not _INITIAL.fullmatch(word)]
    capitals = all(word[0].isupper() for word in long)
    return capitals and common * 2 <= len(letters) + (_BALINESE.match(text) is not None)


def is_person(text: str) -> bool:
    """Tell whether a line can be nothing but a name, even where nothing says that one comes.

    >>> is_person("Rina Marlina, S.IP."), is_person("Harapan Kami"), is_person("Rina")
    (True, False, False)
    >>> is_person("Meredup Cahaya Timor"), is_person("Melati Cahaya Putri")
    (False, True)
    >>> is_person("BEYOND THE BALLOT"), is_person("Jangan Titip Absen"), is_person("Nor Aini")
    (False, False, True)
    >>> is_person("Nengah Sudarma"), is_person("I Made Merta"), is_person("Tengah Malam")
    (True, True, False)
    """
    return len(text) <= _LONGEST and _is_person(text)  # long texts are not kept


@lru_cache(ASKED)
def _is_person(text: str) -> bool:
    if text[:6].lower() == "jalan ":  # a street called after somebody
        return False
    text = _MARKS.sub("", text)
    bare = without_degrees(text)
    words = bare.split()
    # a degree tells that a single word, an ordinary one too, is a name
    degree = bare != text.strip(" ,.") or _BALINESE.match(bare) is not None
    if not 2 - degree <= len(words) <= 5 or not all(word[0].isupper() for word in words):
        return False
    if not all(re.fullmatch(r"[^\W\d_]+(?:['’.-][^\W\d_]*)*", word) for word in words):
        return False
    if not _NO_NAME.isdisjoint(map(str.lower, words)):
        return False
    whole = [word for word in words if not _INITIAL.fullmatch(word)]
    ordinary = sum(_is_ordinary(word) for word in whole)
    return bool(whole) and ordinary * (3 - degree) <= len(whole)


def are_people(text: str) -> bool:
    """Tell whether a line is the name of a person, or those of several.

    >>> [are_people(text) for text in ("Rina Marlina, S.IP.", "Rina Marlina, Asep Saepudin")]
    [True, True]
    """
    several = len(text) <= _LONGEST and all(map(is_person, _ALSO.split(text)))
    return several or is_person(text)


def is_single_name(text: str) -> bool:
    """Tell whether a word may be the name of a person who has no other.

    >>> is_single_name("Nur'aini"), is_single_name("Melayani"), is_single_name("suwarni")
    (True, False, False)
    """
    form = re.fullmatch(r"[A-Z](?:['’]?[^\W\d_]){2,}", text)
    return form is not None and not _is_ordinary(text)


def is_lone_name(text: str) -> bool:
    """Tell whether a word can be nothing but such a name, as one that stands by itself must.

    Many names are known as words, too, and then are left alone, unless they are nothing else.

    >>> [is_lone_name(text) for text in ("Fitriani", "Rahmawati", "Mukadimah", "Puisi")]
    [True, True, False, False]
    """
    low = text.lower()
    return is_single_name(text) and (low in _ALONE or low not in known())


def without_degrees(text: str) -> str:
    """Return a name without the degrees before and after it.

    >>> without_degrees("Drs. Asep Saepudin, M.Si."), without_degrees("Rina Marlina, A.Md.")
    ('Asep Saepudin', 'Rina Marlina')
    >>> without_degrees("drg. Rina Marlina")
    'Rina Marlina'
    """
    return DEGREE_AFTER.sub("", _DEGREE_BEFORE.sub("", text)).strip(" ,.")


def bare_name(text: str) -> str:
    """Return a name as it is compared with others: small letters, no degrees.

    >>> bare_name("RINA MARLINA, S.Sos."), bare_name("Rina Marlina")
    ('rina marlina', 'rina marlina')
    """
    return even(without_degrees(text))


def is_clause(text: str) -> bool:
    """Tell whether words begin like a clause: a function word, which opens no name, then another.

    >>> is_clause("Kami belajar jujur"), is_clause("Para Peserta"), is_clause("Sang Made")
    (True, False, False)
    """
    first, _, rest = text.partition(" ")
    return rest.lstrip()[:1].islower() and first.lower() in stopwords(*WORD_TIERS) - _NAMES


def is_common(word: str) -> bool:
    """Tell whether a capitalised word is an ordinary word rather than a name."""
    low = word.strip(".,").lower()
    if low in _NAMES:
        return False
    return low in stopwords(*WORD_TIERS) or low in common()


def _is_ordinary(word: str) -> bool:
    """Tell the same with less to go by: also of words with affixes, and of some seldom in laws."""
    low = word.strip(".,").lower()
    if low in _NAMES:
        return False
    if is_common(word) or low in _OF_TITLES:
        return True
    of = root(low)  # "Fadillah" is no "fadil" with -lah: that root is no word of laws either
    return of != low and (low.startswith("me") or background().df.get(of, 0) >= _FEW)
