"""Five essays written for the tests, and one folder that holds them in every format."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from email.encoders import encode_quopri
from email.message import EmailMessage
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.policy import SMTP
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks import essay_layouts as layouts

STYLES = (
    *("Title", "Subtitle", "Heading 1", "Heading 2", "Caption"),
    *("List Bullet", "List Number", "List Paragraph", "List Continue"),
)


class Sample(NamedTuple):
    """An essay: its title, its author and the paragraphs of its body."""

    title: str
    author: str
    paragraphs: tuple[str, ...]

    @property
    def body(self) -> str:
        return " ".join(self.paragraphs)


SAMPLES = (
    Sample(
        "Menjaga Kepercayaan Pemilih Lewat Pelayanan yang Jujur",
        "Rina Kartika",
        (
            "Setiap pemilih datang ke tempat pemungutan suara dengan harapan yang sederhana: "
            "suaranya dihitung dengan benar. Harapan itu hanya terjaga bila petugas bekerja jujur "
            "sejak pendaftaran sampai rekapitulasi. Kami belajar bahwa pelayanan yang ramah tidak "
            "berarti apa-apa tanpa catatan yang dapat diperiksa siapa saja.",
            "Di kantor kami, buku tamu dan daftar permohonan informasi dibuka setiap pagi. Warga "
            "yang bertanya mendapat jawaban pada hari yang sama, dan jawaban itu dicatat. Cara "
            "kerja ini menuntut ketelitian, tetapi kepercayaan memang dibangun dari hal kecil.",
            "Sebagai pegawai baru, saya bertekad menjaga kebiasaan itu. Bukan karena diawasi, "
            "melainkan karena suara rakyat adalah titipan yang harus kembali utuh.",
        ),
    ),
    Sample(
        "Disiplin Kecil yang Menyelamatkan Tahapan Besar",
        "Bayu Hidayat",
        (
            "Tahapan pemilu disusun dengan tanggal yang tidak dapat ditawar. Satu berkas yang "
            "terlambat sehari dapat menunda pleno, dan pleno yang tertunda membuat banyak orang "
            "menunggu. Karena itu disiplin di kantor penyelenggara bukan soal absen semata.",
            "Pada minggu pertama bertugas, kami diminta menyusun jadwal kerja dan menempelkannya "
            "di dinding. Setiap sore jadwal itu dibaca bersama, yang selesai diberi tanda, yang "
            "belum diberi alasan. Kebiasaan sederhana ini membuat semua orang tahu siapa "
            "mengerjakan apa tanpa perlu saling menyalahkan.",
            "Kami percaya disiplin tumbuh dari contoh. Ketika atasan datang tepat waktu dan "
            "mengakui kekeliruannya, bawahan akan melakukan hal yang sama tanpa disuruh.",
        ),
    ),
    Sample(
        "Netralitas Pegawai di Tengah Ramainya Media Sosial",
        "Siti Rohmah",
        (
            "Media sosial membuat setiap orang dapat menyatakan pilihan politiknya dalam hitungan "
            "detik. Bagi pegawai penyelenggara pemilu, kemudahan itu justru menjadi ujian. Satu "
            "tanda suka pada unggahan peserta pemilu dapat menghapus kepercayaan yang dibangun "
            "bertahun-tahun.",
            "Aturan tentang netralitas sudah jelas, namun aturan saja tidak cukup. Diperlukan "
            "kesadaran bahwa akun pribadi pun dibaca orang sebagai suara lembaga. Kami memilih "
            "untuk tidak mengikuti akun calon mana pun dan menahan diri dari komentar.",
            "Bersikap netral tidak sama dengan tidak peduli. Kami tetap mengajak warga memeriksa "
            "daftar pemilih dan memakai haknya, tanpa pernah menyebut siapa yang pantas dipilih.",
        ),
    ),
    Sample(
        "Belajar dari Arsip: Catatan Seorang Pegawai Baru",
        "Agus Salim",
        (
            "Ruang arsip adalah tempat pertama yang saya bersihkan ketika mulai bertugas. Di sana "
            "tersimpan berita acara dari beberapa pemilihan, sebagian masih terikat tali rafia. "
            "Dari tumpukan itu saya belajar bagaimana para pendahulu menjaga bukti pekerjaannya.",
            "Setiap lembar diberi nomor, setiap perubahan diberi paraf. Tidak ada yang mewah, "
            "tetapi seluruh cerita pemungutan suara dapat disusun kembali dari sana. Arsip yang "
            "rapi ternyata menyelamatkan kantor kami ketika ada sengketa dua tahun lalu.",
            "Kini kami memindai berkas itu satu per satu. Teknologi memudahkan pencarian, namun "
            "ketekunan manusialah yang membuat arsip berguna bagi generasi berikutnya.",
        ),
    ),
    Sample(
        "Gotong Royong Antarbidang demi Layanan yang Cepat",
        "Dewi Lestari",
        (
            "Di kantor yang kecil, pekerjaan jarang berhenti pada satu bidang saja. Bagian hukum "
            "memerlukan data dari bagian teknis, bagian teknis menunggu anggaran dari bagian "
            "keuangan. Bila setiap bidang berjalan sendiri, warga yang menunggu di loket akan "
            "merasakan akibatnya.",
            "Kami mencoba rapat singkat sepuluh menit tiap pagi. Setiap bidang menyebut satu hal "
            "yang dibutuhkan dari bidang lain. Dalam sebulan, permohonan informasi yang biasanya "
            "selesai lima hari dapat dijawab dalam dua hari.",
            "Kerja sama seperti ini tidak memerlukan aplikasi yang mahal. Yang diperlukan hanyalah "
            "kemauan untuk mendengar dan kerelaan untuk membantu lebih dahulu.",
        ),
    ),
)


def as_text(sample: Sample) -> str:
    return "\n\n".join((sample.title, f"Oleh: {sample.author}", *sample.paragraphs)) + "\n"


def as_page(samples: tuple[Sample, ...] = SAMPLES) -> str:
    """A list page saved from a browser."""
    entries = "".join(
        f"<article><h2><a href='/blog/read/{n}'>{s.title}</a></h2>"
        f"<p class='byline'>Oleh: {s.author}</p>"
        + "".join(f"<p>{paragraph}</p>\n" for paragraph in s.paragraphs)
        + "</article>"
        for n, s in enumerate(samples)
    )
    return (
        "<!DOCTYPE html><html><head><title>Opini</title><script>var a = '<p>x</p>';</script></head>"
        "<body><header><a href='/'>KPU Kabupaten Contoh</a></header><nav><ul><li>Beranda</li>"
        f"<li>Profil</li></ul></nav><h1>Opini</h1>{entries}<aside><h3>Populer</h3><p>Belum ada "
        "data.</p></aside><footer>© KPU Kabupaten Contoh</footer></body></html>"
    )


def as_mhtml(
    page: bytes | None = None, charset: str = "utf-8", encode: Any = encode_quopri
) -> bytes:
    """A page that a browser saved in one file, its picture beside it."""
    whole = MIMEMultipart("related", type="text/html")
    whole["Snapshot-Content-Location"] = "https://contoh.kpu.go.id/blog"
    whole["Subject"] = "Opini"
    part = MIMENonMultipart("text", "html", charset=charset)
    part.set_payload(as_page().encode() if page is None else page)
    encode(part)
    whole.attach(part)
    whole.attach(MIMEImage(b"\x89PNG\r\n\x1a\n" + b"0" * 99, "png"))
    return whole.as_bytes(policy=SMTP)


def as_mail(sample: Sample) -> bytes:
    """A mail that says an essay, as text and as a page, and brings it as a file."""
    whole = EmailMessage()
    whole["From"], whole["Subject"] = "Ani <ani@example.go.id>", sample.title
    whole.set_content(as_text(sample))
    whole.add_alternative(as_page([sample]), subtype="html")
    kind = {"maintype": "application", "subtype": "octet-stream"}
    whole.add_attachment(as_docx(sample), filename="esai – ani.docx", **kind)
    return whole.as_bytes(policy=SMTP)


def new_docx() -> Any:
    """An empty Word file with the styles that tests ask for."""
    import docx

    return docx.Document(io.BytesIO(layouts.blank_docx(*STYLES)))


def as_docx(sample: Sample) -> bytes:
    document = new_docx()
    document.add_heading(sample.title, level=1)
    document.add_paragraph(f"Oleh: {sample.author}")
    for paragraph in sample.paragraphs[:-1]:
        document.add_paragraph(paragraph)
    # the last paragraph in a table, as forms have it
    document.add_table(rows=1, cols=1).cell(0, 0).text = sample.paragraphs[-1]
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def docx_of(body: str) -> bytes:
    """A Word file with this content of its body, as WordprocessingML."""
    return layouts.docx_of(body, *STYLES)


def as_pdf(
    pages: list[list[str]], larger: int = 0, moved: dict[int, tuple[int, int]] | None = None
) -> bytes:
    """A PDF with one line of Latin-1 text below the other, the first ones ``larger``.

    ``moved`` tells how far a line of a page stands to the right of others, and how far lower;
    ``^1^`` raises a small number close behind what is before it.
    """
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    )
    kids = []
    for lines in pages:
        shown = ["/F1 20 Tf 24 TL"] if larger else []
        for number, line in enumerate(lines):
            shown += ["/F1 10 Tf 12 TL"] if number == larger > 0 else []
            escaped = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            right, down = (moved or {}).get(number, (0, 0))
            back = right
            if mark := re.search(r"\^( *\d+)\^", escaped):
                ahead = 4 * mark.start()  # the width of its letters, on average
                back += ahead + 9
                small = f") Tj /F1 6 Tf {ahead} 4 Td ({mark[1]}) Tj /F1 10 Tf 9 -4 Td ("
                escaped = escaped[: mark.start()] + small + escaped[mark.end() :]
            shown.append(f"{right} {-down} Td ({escaped}) Tj {-back} 0 Td T*")
        content = f"BT /F1 10 Tf 12 TL 50 800 Td {' '.join(shown)} ET".encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, item in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        start,
    )
    return bytes(out)


def wrapped(text: str, width: int = 80) -> list[str]:
    """Lines of a paragraph; a long word at the end of a line is hyphenated."""
    lines, line = [], ""
    for word in text.split():
        if len(line) + len(word) + 1 > width:
            if len(word) > 9 and word.isalpha() and len(line) + 6 < width:
                lines.append(f"{line} {word[:4]}-")
                line = word[4:]
                continue
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*lines, line]


def pdf_of(sample: Sample) -> bytes:
    """Two pages with a running header and page numbers, a paragraph running over the break."""
    lines = [sample.title, "", f"Oleh: {sample.author}", ""]
    for paragraph in sample.paragraphs:
        lines += [*wrapped(paragraph), ""]
    half = len(lines) // 2
    head = "Kumpulan Tulisan Orientasi"
    return as_pdf([[head, *lines[:half], "", "1"], [head, *lines[half:], "", "2"]])


def as_export() -> bytes:
    """The export of a site of WordPress with a post for each essay."""
    posts = "".join(
        f"<item><title>{row['judul']}</title><link>https://kpu.example/tulisan-{number}/</link>"
        f"<dc:creator>{row['penulis']}</dc:creator>"
        f"<content:encoded><![CDATA[{row['esai']}]]></content:encoded>"
        "<wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item>"
        for number, row in enumerate(rows(), start=1)
    )
    spaces = (
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"'
    )
    head = f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" {spaces}><channel>'
    return f"{head}<title>KPU Kabupaten Contoh</title>{posts}</channel></rss>".encode()


def rows() -> list[dict[str, str]]:
    return [
        {"judul": s.title, "penulis": s.author, "esai": "\n\n".join(s.paragraphs), "angkatan": "II"}
        for s in SAMPLES
    ]


def as_csv(delimiter: str = ",") -> bytes:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(rows()[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows())
    return stream.getvalue().encode("utf-8-sig")


def as_xlsx() -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(list(rows()[0]))
    for row in rows():
        sheet.append(list(row.values()))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def as_parquet() -> bytes:
    import pandas as pd

    stream = io.BytesIO()
    pd.DataFrame(rows()).to_parquet(stream)
    return stream.getvalue()


def as_zip(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def odt_of(body: str, styles: str = "", margin: str = "", **members: bytes) -> bytes:
    """An OpenDocument text with what its body, its styles and the styles of its pages hold."""
    names = {"text", "table", "style", "office", "drawing", "xsl-fo-compatible"}
    short = {"drawing": "draw", "xsl-fo-compatible": "fo"}
    spaces = " ".join(
        f'xmlns:{short.get(name, name)}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in sorted(names)
    )
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    pages = f"<office:document-styles {spaces}>{margin}</office:document-styles>"
    return as_zip(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "content.xml": content.encode(),
            "styles.xml": pages.encode(),
            **members,
        }
    )


def as_odt(sample: Sample) -> bytes:
    lines = (f"Oleh: {sample.author}", *sample.paragraphs)
    paragraphs = "".join(f"<text:p>{line}</text:p>" for line in lines)
    return odt_of(f'<text:h text:outline-level="1">{sample.title}</text:h>{paragraphs}')


def repacked(data: bytes, changes: dict[str, bytes]) -> bytes:
    """An archive or office file with some of its members replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    return as_zip(members | changes)


def folder_of_every_format(folder: Path) -> dict[str, list[str]]:
    """Write the five essays in every format; returns path → the titles expected from it."""
    every = {
        "halaman/opini.html": as_page().encode(),
        "halaman/tersimpan.mhtml": as_mhtml(),
        "situs/opini.xml": as_export(),
        "tabel/esai.csv": as_csv(),
        "tabel/esai.tsv": as_csv("\t"),
        "tabel/titik-koma.csv": as_csv(";"),
        "tabel/esai.xlsx": as_xlsx(),
        "tabel/esai.parquet": as_parquet(),
        "tabel/esai.jsonl": "\n".join(map(json.dumps, rows())).encode(),
    }
    found = {path: [s.title for s in SAMPLES] for path in every}
    for number, sample in enumerate(SAMPLES, start=1):
        text = as_text(sample)
        each = {
            f"utf8/{number}.txt": text.encode(),
            f"bom/{number}.txt": text.encode("utf-8-sig"),
            f"utf16/{number}.txt": text.encode("utf-16"),
            f"windows/{number}.txt": text.replace("\n", "\r\n").encode("cp1252"),
            f"word/{number}.docx": as_docx(sample),
            f"libreoffice/{number}.odt": as_odt(sample),
            f"pdf/{number}.pdf": pdf_of(sample),
            f"salah nama/{number} word.txt": as_docx(sample),
        }
        each[f"arsip/{number}.zip"] = as_zip(
            {f"dalam/{number}.txt": text.encode(), "__MACOSX/._x": b"\0"}
        )
        each[f"arsip dua/{number}.zip"] = as_zip(
            {f"lapis/{number}.zip": each[f"arsip/{number}.zip"]}
        )
        every |= each
        found |= {path: [sample.title] for path in each}
    for path, content in every.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return found
