"""The words that make lists of values, and those that no member of one has."""

from __future__ import annotations

from kpu_corpus.analysis.status.marks import BESIDE_MODALS
from kpu_corpus.analysis.status.modals import ASPIRATIONS
from kpu_corpus.indonesian.lists.stopwords import FORMAL, stopwords

_mark = BESIDE_MODALS.bit

_JOINING = "dan dan/atau atau serta ataupun maupun"
JOINS = _mark(_JOINING)
# What ties an attribute to its noun: "disiplin dalam bekerja", "integritas setiap pegawai".
_TYING = "yang dalam terhadap kepada pada di dari untuk antar antara dengan bagi sebagai"
_EACH = "para setiap seluruh semua"
TIES = _mark(_TYING, _EACH)
# What is said of a value, and no attribute of it: "disiplin rendah, dan pelayanan harus dijaga".
_SAID = (
    "penting terpenting mutlak mahal murah rendah lemah lambat naik turun hilang luntur pudar mati "
    "tumbuh punya terjaga terjamin teruji terbukti terwujud tercipta terjadi terasa terlihat "
    "tampak runtuh rusak lancar langka susah sulit mudah wajar pantas layak bagus buruk jelek "
    "hancur menang kalah datang pergi pulang mulai selesai jalan sesuai kacau macet minim kendur "
    "kendor gagal habis persen"
)
IS_SAID = _mark(_SAID)
PARTS = _mark(
    (stopwords("function", "pronoun", "discourse") | FORMAL)
    - {*f"{_JOINING} {_TYING} {_EACH}".split()},
    ASPIRATIONS,
    _SAID,
)
# Who begin another clause behind a value: "disiplin longgar dan petugas harus …", but not behind
# their like: "disiplin pegawai dan petugas harus …".
IS_SOMEBODY = _mark(
    "petugas pegawai karyawan staf anggota ketua wakil kepala pimpinan pemimpin atasan bawahan "
    "pejabat aparatur penyelenggara panitia pengawas saksi pemantau pemilih peserta calon warga "
    "masyarakat rakyat publik orang guru siswa mahasiswa rekan pemerintah bupati wali gubernur "
    "presiden camat komisioner penanggung penanggungjawab asn pns cpns kpu bawaslu "
    "dkpp ppk pps kpps tni polri dpr dprd partai"
)
# What a value may be called by before it: "sikap jujur"; before terms, verbs are attributes, too:
# "semangat melayani".
_TERMS = "nilai nilai-nilai sikap sifat prinsip prinsip-prinsip asas semangat budaya jiwa rasa"
EXEMPLIFIES = _mark("seperti")
# What is done to it or against it: "penguatan integritas harus dimulai".
_DEEDS = (
    "penguatan peningkatan penegakan penerapan penanaman pembinaan pembangunan pembentukan "
    "pengembangan pemeliharaan pembiasaan pembudayaan pembenahan perbaikan penyempurnaan "
    "perwujudan perlindungan pelaksanaan penyelenggaraan pemberian pengamalan penghayatan "
    "penumbuhan pengawasan pengawalan pendidikan pelanggaran pemberantasan pencegahan penanganan "
    "penindakan"
)
CALLS = _mark(  # "segala bentuk korupsi harus ditolak"
    _TERMS, _DEEDS, "hal hal-hal karakter setiap tiap semua seluruh segala bentuk"
)
IS_BOTH = _mark("baik")
LEADS_TO_VERB = _mark(_TYING, _TERMS, "kemauan kemampuan keinginan kesediaan keberanian")
# Values that no affix shows to be nouns; only what is one, or a noun by its affixes, begins a list
# in the middle of a clause: "tidak jujur, adil, dan netral", but not "tidak cengeng, jujur, …".
_ADJECTIVES = (
    "jujur adil netral ramah sopan santun tertib transparan terbuka akuntabel profesional mandiri "
    "amanah kompeten adaptif loyal harmonis kolaboratif sabar tulus ikhlas rajin tekun tegas "
    "bersih cermat teliti peduli responsif sigap tanggap cepat tepat taat patuh independen bijak "
    "objektif"
)
IS_ADJECTIVE = _mark(_ADJECTIVES)
IS_VALUE = _mark(
    _ADJECTIVES,
    _TERMS,
    "disiplin sinergi etika moral akhlak komitmen dedikasi inovasi kolaborasi transparansi "
    "kompetensi koordinasi partisipasi demokrasi profesionalisme nasionalisme adaptasi empati "
    "toleransi iman ilmu",
    {"tanggung jawab", "kerja sama", "kerja keras", "gotong royong", "budi pekerti"},
)
