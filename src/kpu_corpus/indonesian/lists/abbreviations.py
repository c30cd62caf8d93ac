"""Indonesian abbreviations that are written with a full stop, by what may follow them.

Collected from the rules on abbreviations in the Indonesian spelling guide (Ejaan Bahasa Indonesia
yang Disempurnakan, 2022, part III.A: gelar, sapaan, jabatan; lambang) and from common usage.
Entries are lower-case and without the last full stop.
"""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a blank-separated list."""
    return frozenset(text.split())


# Something always follows: a name, a number, an address. Never the end of a sentence.
LEADING = word_set(
    """
    prof dr dra drs drg ir h hj kh ky ust tgk rd rr r.a r.ng sdr sdri bpk tn ny nn mr mrs fr rev pdt
    moh moch muh muhd mohd abd ach alm almh tb rm gst pol kol inf div univ fak dok ged gd lamp ref
    qs hr jend letjen mayjen brigjen brig letkol kapt lettu letda irjen kombes akbp akp
    plt plh pj pjs pgs yth ytc a.n u.b u.p d.a d.h q.q c.q cq s.d
    tgl hlm jl jln gg komp blk kab kec kel ds dsn kp prov rp pt cv bag psl lih bdk mis cf eds
    no nmr jo jis dept sub subbag subbid gol drh mhs pkl spt st
    kadiv kabid kabag kasubbag kasubag
    telp tlp ttd ttg dgn utk yg kpd krn dlm sbg feb apr agt agu ags sep sept okt nov vs ca maks
    """
)

# Of these, what is also a word that may close a sentence: mencetak gol, menanam kol, menemui Kabag.
WORDS_TOO = word_set("gol kol Kadiv Kabid Kabag Kasubbag Kasubag")

# Closes a list or a name: ends a sentence when a capital follows.
TRAILING = word_set("dll dlsb dsb dst dkk al skrg tsb thn bln mgg jt mlr wb swt saw etc e.g i.e")
COMPANIES = word_set("Tbk TBK Inc Ltd Co Corp LLC Bhd Pte Jr")

# Only an abbreviation when a number follows: otherwise an ordinary word or a name.
NUMERIC = word_set(
    "hal ay bab ps pd kav rt rw vol jil cet mar jan des jun jul mei fax faks ext kpts st tel min "
    "hp nip nik nrp ndh nim npm"
)

# Written with a full stop wherever they stand: hlm.
SHORTENED = LEADING | TRAILING | NUMERIC

# Written in capitals these are acronyms of their own (kawasan ekosistem, sumber daya).
NEVER_UPPER = word_set("kel dlm cf ca ds sep tsb feb ttd ust kec kp bag bpk")

# Last parts of academic degrees: S.Kom., M.Si., A.Md., Ph.D.; some as people type them: S.pd.
DEGREE_TAILS = word_set(
    """
    Ab Ag AB AP Ak An Ant Ars Bio Bns Com D Des E EI Ed Fam Far Farm Fil Fis G Gr Gz H HI Hub Hum
    Hut I IK IP Ip Ikom IKom Inf In Int KG KM Keb Kep Kes Kel Kn Kom Kp KPm Kpm L LP Li Log Lit M
    MB MA Mar Mat Md Med Mn Mus Ob OG Or P PA Par Pd PdI Pel Pem Pet Ph Phil Pi Pol Psi Pt Ptk
    S SI SE SP ST STP Sc SH Si Sn Soc Sos Sosio Stat Sy T TI TP Th Tr Trans Us
    ag hum kep kes kom pd psi si sos AG HUM KES KOM PD PSI SOS
    """
)

# Degrees as people type them without a stop inside: Budi, SH. MH.
TYPED_DEGREES = frozenset(
    "SH SE ST SP SS SIP SKM SPd SPdI SSi SSos SAg SKom SIKom SPsi SKep SHut SSTP "
    "MH MM MT MP MA MAP MSi MPd MPdI MKes MKn MKom MIKom MHum MAg MSc MBA".split()
)

# Nouns that take a letter as their label: `golongan A.` may close a sentence; so may `A s.d. Z.`
LABELLED = word_set(
    """
    golongan kelas tipe kelompok hepatitis vitamin blok seri grade paket plan ruang poin butir huruf
    lampiran nilai bagian opsi pilihan rencana tim grup nomor semester bab jilid gedung aula
    s.d. s/d
    """
)

# Nouns that take a number: `Pasal.1 Ketentuan` is no sentence with a footnote.
NUMBERED_NOUNS = LABELLED | word_set(
    """
    pasal ayat angka tabel gambar bagan grafik diagram peta foto kotak soal contoh catatan tahun
    tanggal bulan minggu hari pukul halaman nomor paragraf versi volume edisi buku modul kegiatan
    tps dapil
    """
)

# Words that open a sentence when written with a capital, and hardly ever begin a name.
OPENERS = word_set(
    """
    ada adalah adapun agar akan akhirnya akibatnya aku anda apa apabila apakah asalkan atas
    bagaimana bagi bahkan bahwa baik banyak beberapa begitu beliau belum berbagai berdasarkan
    berikut bila bisa bukan dalam dan dapat dari demi demikian dengan di dia disebabkan engkau guna
    hal hanya harus hingga ia ini inilah itu itulah jadi jangan jika juga kalau kami kapan karena
    kata ke kecuali kemudian kepada ketika kini kita lain lalu lebih maka masih masing melalui
    memang mengapa menurut mereka meski meskipun misalnya mulai mungkin namun oleh pada padahal para
    pasalnya perlu pertama saat saja salah sama sambil sampai saya sebab sebagai sebagaimana
    sebagian sebaliknya sebelum sebelumnya sebenarnya sebuah secara sedang sedangkan sehingga sejak
    sejumlah sekarang sekitar selain selalu selama selanjutnya seluruh semakin semenjak sementara
    semoga semua seorang seperti sering serta sesuai sesudah sesungguhnya setelah setiap siapa suatu
    sudah supaya tanpa tapi telah tentu tentunya terhadap terlebih ternyata terutama tetapi tiap
    tidak untuk walau walaupun yaitu yakni yang
    """
)
