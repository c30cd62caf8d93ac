"""In lines that are all in capitals they make no name: the words beside a hit do."""

from tests.sentences import judged


def test_where_all_is_in_capitals_they_make_no_name() -> None:
    cases = [
        ("BAGIAN KEUANGAN SELALU BEKERJA DENGAN JUJUR.", "integritas", "asserted"),
        ("BAGIAN KEUANGAN AKAN SELALU JUJUR.", "integritas", "aspired"),
        ("SAYA BEKERJA DI DIVISI INTEGRITAS SEJAK MEI.", "integritas", "name"),
        ("Saya bekerja di Bagian Hukum dan Integritas sejak Mei.", "integritas", "name"),
        ("BAGIAN HUKUM DAN INTEGRITAS\n\nKami datang.", "integritas", "name"),
        ("BAGIAN HUKUM DAN INTEGRITAS HADIR.", "integritas", "name"),
        ("SUBBAGIAN DATA, SOSIALISASI, PELAYANAN, DAN HUKUM HADIR.", "pelayanan", "name"),
        ("DINAS PENANAMAN MODAL DAN PELAYANAN TERPADU SATU PINTU", "pelayanan", "name"),
        ("Yang hadir:\n1. DINAS TERPADU PELAYANAN\n2. CAMAT", "pelayanan", "name"),
        ("Yang hadir:\n1. Ketua Satgas Netralitas\n2. Camat", "netralitas", "name"),
        ("Aturan:\n1. BAGIAN KEUANGAN SELALU JUJUR\n2. TERTIB", "integritas", "asserted"),
        ("BAGIAN KEUANGAN BEKERJA CEPAT DAN JUJUR.", "integritas", "asserted"),
        ("BAGIAN KEUANGAN DIKENAL CEPAT DAN JUJUR.", "integritas", "asserted"),
        ("BAGIAN KEUANGAN SELALU CEPAT DAN JUJUR.", "integritas", "asserted"),
    ]
    told = judged(text for text, _, _ in cases)
    assert [row for row in cases if [hit[0] for hit in told[row[:2]]] != [row[2]]] == []


def test_in_a_heading_with_capitals_throughout_its_first_word_and_offices_make_a_name() -> None:
    cases = [
        ("Membangun Rumah Integritas di KPU", "integritas", "asserted"),
        ("Menuju Lembaga Mandiri", "netralitas", "asserted"),
        ("Menjaga Wilayah Bebas Korupsi", "integritas", "asserted"),
        ("Menjaga wilayah Bebas dari Zona Integritas", "integritas", "name"),
        ("Zona Integritas di Kantor Kami", "integritas", "name"),
        ("Tugas Subbagian Partisipasi Pemilih", "demokrasi", "name"),
        ("Memahami PKPU tentang Disiplin Pegawai", "disiplin", "name"),
        ("Belajar dari Perkumpulan untuk Pemilu dan Demokrasi", "demokrasi", "name"),
        ("Lima Langkah dan Satu Rumah Integritas", "integritas", "asserted"),
        ("Renungan tentang Rumah Integritas", "integritas", "asserted"),
        ("5 Langkah Menuju Rumah Integritas", "integritas", "asserted"),
    ]
    body = "Pagi itu hujan turun sejak subuh dan jalan licin."
    texts = [f"Catatan\n\n{body}\n\n{heading}\n\n{body}" for heading, _, _ in cases]
    told = judged(texts)
    for text, (_, theme, status) in zip(texts, cases, strict=True):
        assert [hit[0] for hit in told[text, theme]] == [status], text
