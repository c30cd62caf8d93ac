"""Make data/misspellings_own.tsv: `python -m benchmarks.misspellings_own`.

Procedure: each word below, written down for this purpose and unused in tuning, gets one slip of
the keyboard chosen by a generator with a fixed seed: two neighbours swapped, a letter left out, a
letter doubled, a neighbouring key instead of a letter, or a neighbouring key besides it. The
first letter stays, as it mostly does in real slips (Pollock and Zamora, 1984). Words alternate
between the halves dev and test. A slip that happens to give another word stays in the list.
"""

from __future__ import annotations

import random
from pathlib import Path

WORDS = """
abdi absensi adaptasi adil administrasi aduan aman amanah ambisi anggaran anggota apresiasi arsip
asas aspirasi atasan aturan baik bangsa batasan belajar benturan berani berdampak berintegritas
berjalan berkolaborasi berkomitmen bermartabat bersih bersikap bertugas birokrasi budaya cepat
cermat daerah data dedikasi demokrasi digital dinamika disiplin dokumen dukungan edukasi efektif
efisien empati evaluasi fasilitas fondasi generasi gotong hambatan harapan hasil hoaks hukum
ibadah ikhlas implementasi informasi inovasi inspirasi instansi integritas jabatan jaringan jujur
kabupaten kapasitas kebijakan kecamatan kedaulatan kedisiplinan kegiatan kejujuran kelompok
kemampuan kendala kepastian kepercayaan keputusan kerahasiaan keseimbangan keterampilan
keterbukaan kewajiban kinerja kolaborasi komunikasi kompetensi komprehensif konflik konsisten
konstitusi kontribusi koordinasi korupsi kredibel kualitas laporan layanan lembaga lingkungan
logistik loyalitas manajemen mandiri martabat masyarakat membangun membutuhkan memimpin
mendukung menegakkan mengabdi mengelola mengembangkan menghadapi menghormati menjalankan
menjunjung menolak menaati menyampaikan menyelesaikan meningkatkan mewujudkan moral motivasi
musyawarah nasional negara netralitas objektif organisasi panduan partai partisipasi pedoman
pegawai pelaksanaan pelanggaran pelatihan pelayanan pembelajaran pemerintah pemilihan pemilu
pendaftaran pendidikan penegakan pengabdian pengawasan pengetahuan penghitungan pengumuman
penyelenggara penyusunan peraturan perilaku perkembangan permasalahan pimpinan prinsip prioritas
prosedur profesional provinsi publik rakyat rapat reformasi rekapitulasi relawan responsif
sanksi sederhana sejahtera sekretariat semangat sengketa sinergi sosialisasi strategi suara
tahapan tantangan tanggung tekad teknologi teladan tepat tindakan toleransi transparan
transparansi tugas tujuan undangan upaya verifikasi wawasan wewenang
"""
KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
HEADER = "wrong\tright\tprocedure\thalf\n"


def main() -> None:
    """Write the list."""
    draw = random.Random(20261123)
    rows = []
    for number, word in enumerate(sorted(set(WORDS.split()))):
        kind = draw.choice(("swapped", "left out", "doubled", "neighbour", "added"))
        wrong = word
        while wrong == word:
            wrong = slip(word, kind, draw)
        rows.append(f"{wrong}\t{word}\t{kind}\t{('dev', 'test')[number % 2]}\n")
    path = Path(__file__).with_name("data") / "misspellings_own.tsv"
    path.write_text(HEADER + "".join(rows), encoding="utf-8")


def slip(word: str, kind: str, draw: random.Random) -> str:
    """The word with one slip after its first letter."""
    at = draw.randrange(1, len(word) - (kind == "swapped"))
    head, letter, tail = word[:at], word[at], word[at + 1 :]
    if kind == "swapped":
        return head + tail[0] + letter + tail[1:]
    if kind == "left out":
        return head + tail
    if kind == "doubled":
        return head + letter * 2 + tail
    beside = draw.choice(neighbours(letter))
    return head + (beside if kind == "neighbour" else letter + beside) + tail


def neighbours(letter: str) -> str:
    """The keys left and right of a letter."""
    row = next(row for row in KEYS if letter in row)
    at = row.index(letter)
    return row[max(0, at - 1) : at] + row[at + 1 : at + 2]


if __name__ == "__main__":
    main()
