"""Indonesian abbreviations that are written with a full stop, by what may follow them.

Collected from the rules on abbreviations in the Indonesian spelling guide (Ejaan Bahasa Indonesia
yang Disempurnakan, 2022, part III.A: gelar, sapaan, jabatan; lambang) and from common usage.
Entries are lower-case and without the last full stop.
"""

from __future__ import annotations


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Something always follows: a name, a number, an address. Never the end of a sentence.
LEADING = _set(
    """
    prof dr dra drs drg ir h hj hjh kh ky kyai ust tgk rd rr tb r.a r.ng ra
    sdr sdri bpk tn ny nn mr mrs ms st sr br fr rev pdt
    jend letjen mayjen brigjen kol letkol kapt lettu letda irjen kombes akbp akp serma
    plt plh pj pjs pgs yth ytc ykh an a.n u.b u.p d.a d.h q.q c.q s.d c/o
    no nmr nomer tgl hlm hal jl jln gg kav komp blk rt rw kab kec kel ds dsn kp kpg prov kpts
    rp pt cv ud fa rs sk uu pp bag ps psl ay lih bdk cf mis misal ed eds vol jil cet
    tel telp tlp hp fax faks pkl ttd ttg dgn utk yg kpd krn pd tsb dlm sbg spt
    jan feb mar apr jun jul agt agu ags sep sept okt nov des
    vs v.s ca sp ssp var al
    """
)

# Closes a list, a company's name or a name with degrees: ends a sentence when a capital follows.
TRAILING = _set(
    """
    dll dlsb dsb dst dkk cs skrg sda hri thn bln mgg jt mlr rb
    tbk inc ltd co corp llc bhd pte plc jr sdn etc e.g i.e
    """
)

# Only an abbreviation when a number follows: otherwise an ordinary word or a name.
NUMERIC = _set("no hal ay bag kav rt rw vol jil cet ps pd mar jan des jun jul mis an ed hp")

# Last parts of academic degrees: S.Kom., M.Si., A.Md., Ph.D.
DEGREE_TAILS = _set(
    """
    Ab Ag AB AP Ak An Ant Ars Bio Bns Com D Des E EI Ed Fam Far Farm Fil Fis G Gr Gz H HI Hub Hum
    Hut I IK IP Ip Ikom IKom Inf In Int KG KM Keb Kep Kes Kel Kn Kom Kp KPm Kpm L LP Li Log Lit M
    MB MA Mar Mat Md Med Mn Mus Ob OG Or P PA Par Pd PdI Pel Pem Pet Ph Pi Pol Psi Pt Ptk S SI SE
    SP ST STP Sc SH Si Sn Soc Sos Sosio Stat Sy T TI TP Th Tr Trans Us
    """
)

# Nouns that take a letter as their label: `golongan A.` may close a sentence.
LABELLED = _set(
    """
    golongan kelas tipe kelompok hepatitis vitamin blok seri grade paket plan ruang poin butir huruf
    lampiran nilai bagian opsi pilihan rencana tim grup nomor semester bab jilid gedung aula
    """
)

# Words that open a sentence when written with a capital, and hardly ever begin a name.
OPENERS = _set(
    """
    ada adalah adapun agar akan akhirnya akibatnya aku anda apa apabila apakah asalkan atas bagaimana
    bagi bahkan bahwa baik banyak beberapa begitu belum berbagai berdasarkan berikut bila bisa bukan
    dalam dan dapat dari dengan demi demikian di dia disebabkan engkau guna hal hanya harus hingga ia
    ini itu itulah inilah jadi jangan jika juga kalau kami kapan karena kata ke kecuali kemudian
    kepada ketika kini kita lain lalu lebih maka masih masing melalui memang menurut mengapa mereka
    meski meskipun misalnya mulai mungkin namun oleh pada padahal para perlu pertama saat saja salah
    sama sambil sampai saya sebab sebagai sebagaimana sebagian sebaliknya sebelum sebelumnya sebenarnya
    sebuah secara sedang sedangkan sehingga sejak sejumlah sekarang sekitar selain selalu selama
    selanjutnya seluruh semakin semenjak sementara semoga semua seorang seperti sering serta sesuai
    sesudah sesungguhnya setelah setiap siapa suatu sudah supaya tanpa tapi telah tentu tentunya
    terhadap terlebih ternyata terutama tetapi tiap tidak untuk untuklah untung walau walaupun yaitu
    yakni yang
    """
)
