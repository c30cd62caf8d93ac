"""Shared passages as a report lists them: places, likeness, and what is only a stock phrase."""

import pandas as pd
import pytest
from tests.answers import INTEGRITY, answer

import kpu_corpus as kc
from kpu_corpus.reporting import figures as figures_module
from kpu_corpus.reporting.figures import Figures, figures
from kpu_corpus.reporting.sections.record import reading
from kpu_corpus.reporting.sections.sharing import sharing
from kpu_corpus.reporting.wording import Wording

SAID = (
    "setiap pegawai wajib menjaga integritas serta menolak hadiah dari peserta pemilu "
    "di setiap tahapan sejak pendaftaran"
)
OTHER = "Langit di atas sawah tampak biru dan angin berembus pelan menjelang sore. "
HERE = "Anak-anak bermain layang-layang sambil menunggu ayah mereka pulang dari ladang. "


def made(essays: dict[str, str]) -> Figures:
    return figures(kc.preprocess(kc.load(essays)), INTEGRITY)


def test_a_passage_leads_to_both_its_places() -> None:
    figure = made({"x": f"{OTHER}Bagi kami, {SAID}.", "y": f"{HERE}{SAID.capitalize()}!"})
    (one,) = sharing(figure, Wording("id")).passages
    assert (one.place_a, one.anchor_a) == ("Esai x, kalimat ke-2", "e1-2")
    assert (one.place_b, one.anchor_b) == ("Esai y, kalimat ke-2", "e2-2")
    assert (one.kind, one.words, one.text_b) == ("sama persis", "16 kata", ())
    assert one.text_a == ((SAID, False),)


def test_identical_words_inside_a_longer_reworded_passage_come_first_and_are_marked() -> None:
    frames = (
        "Setelah apel pagi {0} menata {1} di gudang logistik bersama {2} sampai larut malam. "
        "Pelayanan yang ramah membuat {2} kembali bertanya tentang {1} kepada {0}. "
        "Saya berharap {1} tahun depan dapat dibaca {2} tanpa bantuan {0}. "
    )
    left = frames.format("bendahara", "daftar pemilih", "warga difabel")
    right = frames.format("operator", "berita acara", "tokoh adat")
    figure = made(
        {
            "a": f"{left}{SAID.capitalize()}. {left}",
            "b": f"{right}{SAID.capitalize()}. {right}",
            "c": f"{OTHER}Semua pegawai menyimpan catatan harian di lemari besi kantor kami.",
            "d": f"{HERE}Semua pegawai menyimpan catatan harian di lemari besi kantor kami.",
        }
    )
    first, second = sharing(figure, Wording("id")).passages
    assert first.kind == (
        "disusun dengan kata lain; 19 kata berturut-turut di dalamnya sama persis"
    )
    for side in (first.text_a, first.text_b):
        marked = [text for text, mark in side if mark]
        assert marked == [f"{SAID.capitalize()}. Setelah apel pagi"]
    assert second.kind == "sama persis"


def test_the_same_form_in_many_essays_is_listed_once_and_hides_no_copying() -> None:
    form = (
        "Konsultasi dengan mentor mencatat arahan beliau; menyusun rancangan lalu mencetak bahan; "
        "sosialisasi kepada kader memakai daftar hadir, foto bersama, dan lembar umpan balik"
    )
    texts = {
        "a": f"{OTHER}{form} ruangan. {SAID}.",
        "b": f"{HERE}{form} ruangan.",
        "c": f"Kereta terakhir berhenti lama di stasiun kecil itu. {form} magang.",
        "d": f"Kakek memperbaiki radio tua di beranda rumahnya. {SAID}.",
    }
    found = sharing(made(texts), Wording("id"))
    pairs = [one.place_a[5] + one.place_b[5] for one in found.passages]
    assert pairs == ["ab", "ad"]
    assert found.notes == (
        "Tidak dimuat di sini: 2 bagian lain. Perintah passages menulis semuanya.",
    )


def test_answers_that_two_copied_behind_a_form_are_listed_though_others_copied_behind_it() -> None:
    form = (
        "Konsultasi dengan mentor mencatat arahan beliau; menyusun rancangan lalu mencetak bahan; "
        "sosialisasi kepada kader memakai daftar hadir, foto bersama, lembar umpan balik, notulen, "
        "serta tabel capaian mingguan; "
    )
    queue = (
        "antrean pendaftaran di puskesmas terlalu panjang karena nomor hanya dicetak sekali, "
        "sehingga pasien lansia sering pulang dengan kecewa dan kembali esok hari"
    )
    store = (
        "gudang logistik kami bocor tiap musim hujan sehingga bilik suara berjamur, dan rak besi "
        "dengan alas plastik saya usulkan kepada sekretaris"
    )
    own = (
        "Langit di atas sawah tampak biru, angin berembus pelan, dan burung pipit hinggap di pagar "
        "bambu sampai azan magrib terdengar dari surau kecil di seberang sungai keruh itu.",
        "Anak-anak bermain layang-layang sambil menunggu ayah mereka pulang dari ladang jagung; "
        "adiknya tertidur di pangkuan nenek yang menganyam tikar pandan pesanan tetangga.",
        "Kereta terakhir berhenti lama di stasiun tua, penumpang turun membawa kardus, dan penjual "
        "kopi keliling menawarkan gorengan hangat kepada sopir becak yang mengantuk.",
        "Kakek memperbaiki radio rusak di beranda rumahnya, memutar obeng dengan sabar, mendengar "
        "siaran wayang semalam suntuk, kemudian menyeduh teh melati tanpa gula.",
    )
    said = (queue, queue, store, store)
    texts = {name: f"{own[at]} {form}{said[at]}." for at, name in enumerate("abcd")}
    found = sharing(made(texts), Wording("id"))
    assert [one.place_a[5] + one.place_b[5] for one in found.passages] == ["ab", "cd"]


def test_a_place_names_title_author_and_the_group_of_the_report() -> None:
    table = pd.DataFrame(
        {
            "title": ["Menjaga Suara", "Antrean Panjang"],
            "author": ["Ani", "Budi"],
            "kantor": ["KPU Kota Bahari", "KPU Kabupaten Sukamaju"],
            "text": [f"{OTHER}{SAID}.", f"{HERE}{SAID}."],
        }
    )
    figure = figures(kc.preprocess(kc.load(table)), INTEGRITY, "kantor")
    (one,) = sharing(figure, Wording("id")).passages
    assert one.title_a == "Menjaga Suara (Ani); KPU Kota Bahari"
    assert one.title_b == "Antrean Panjang (Budi); KPU Kabupaten Sukamaju"


def test_wording_that_several_pairs_share_stands_once_with_the_number_of_essays() -> None:
    rain = "Hujan turun sejak pagi dan jalan ke pasar kembali tergenang air. "
    texts = {"x": f"{OTHER}{SAID}.", "y": f"{HERE}{SAID}.", "z": f"{rain}{SAID}."}
    figure = made(texts)
    found = sharing(figure, Wording("en"))
    own = figure.own_passages
    assert own is not None
    assert len(own) == 3
    assert [one.kind for one in found.passages] == [
        "identical; shared by 3 essays, whole or in part"
    ]
    assert found.notes[0].startswith("Not listed here: another 2 passages.")


def test_none_found_and_one_essay_are_told_plainly() -> None:
    assert sharing(made({"x": OTHER, "y": HERE}), Wording("id")).notes == (
        "Tidak ditemukan bagian teks yang sama di dua esai.",
    )
    (note,) = sharing(made({"x": OTHER}), Wording("id")).notes
    assert note.startswith("Tidak dicari: perlu sedikitnya dua esai")


def test_in_many_long_essays_passages_are_not_looked_for_and_that_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    many = {f"e{n}": f"Kami hadir {n}." for n in range(figures_module.FEW + 1)}
    (note,) = sharing(made(many), Wording("en")).notes
    assert note == "No passage was found that two essays share."
    monkeypatch.setattr(figures_module, "SHORT", 100)
    (note,) = sharing(made(many), Wording("en")).notes
    assert note.startswith("Not searched in this report, since with 61 essays (183 words)")


def test_a_very_large_corpus_is_told_that_repeated_essays_were_not_looked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(figures_module, "MANY", 1)
    notes = reading(made({"x": OTHER, "y": OTHER}), Wording("en")).notes
    assert "near-duplicates were not searched" in notes[-1]


def test_essays_that_are_nearly_the_same_are_not_taken_apart() -> None:
    body = f"{OTHER}{SAID}. {HERE}"
    found = sharing(made({"x": body, "y": body}), Wording("id"))
    assert found.passages == ()
    assert found.notes == (
        "Ada esai yang hampir sama seluruhnya: lihat bagian “Yang dibaca dan yang dilewati”. "
        "Di luar itu tidak ditemukan bagian teks yang sama di dua esai.",
    )
    inside = made({"x": body, "y": f"{body} Perahu nelayan pulang ke dermaga sebelum malam."})
    assert "Esai x dan Esai y (100\u00a0%)" in reading(inside, Wording("id")).notes[-2]


def test_beside_passages_it_is_told_where_nearly_identical_essays_stand() -> None:
    rain = "Hujan turun sejak pagi dan jalan ke pasar kembali tergenang air. "
    sea = "Nelayan menarik jala dari laut sewaktu bulan masih tampak di barat. "
    texts = {"a": f"{rain}{SAID}.", "b": f"{sea}{SAID}.", "x": OTHER * 2, "y": OTHER * 2}
    found = sharing(made(texts), Wording("id"))
    assert [(one.anchor_a[:2], one.anchor_b[:2]) for one in found.passages] == [("e1", "e2")]
    assert found.notes == (
        "Esai yang hampir sama seluruhnya disebut di bagian “Yang dibaca dan yang dilewati” dan "
        "tidak dirinci di sini.",
    )


def test_a_stock_phrase_is_named_with_its_spread_and_is_no_passage() -> None:
    phrase = "bekerja jujur, adil, dan transparan"
    texts = {
        "a": f"Kami {phrase}. {OTHER}",
        "b": f"Mereka {phrase}. {HERE}",
        "c": f"Kita {phrase}.",
    }
    found = sharing(made(texts), Wording("id"))
    assert found.passages == ()
    assert f"“{phrase}” (3 esai)" in found.stock


def test_the_answer_says_of_essays_that_share_a_fifth_that_their_themes_count_again() -> None:
    long = " ".join(f"Kegiatan nomor {n} berjalan lancar di gudang." for n in range(30))
    texts = {"a": f"{SAID}. {OTHER}{HERE}", "b": f"{long} {SAID}."}

    def told(essays: dict[str, str]) -> list[str]:
        said = answer(made(essays), Wording("en"))
        return [one for one in said if "count in each essay" in one]

    (found,) = told(texts)
    assert "in Essay a at least 20% of the words" in found
    assert told({"a": texts["a"], "b": long}) == []
    shared = (
        "petugas ketertiban menutup jalan desa selama arak-arakan pengantin melewati jembatan",
        "nelayan menambatkan perahu kayu di bawah pohon bakau sebelum ombak besar memukul dermaga",
        "guru honorer membagikan buku bacaan bekas kepada anak petani di kaki gunung setiap sore",
    )
    own = (
        "Pasar ramai sejak subuh karena pedagang sayur dari lereng utara turun membawa dagangan.",
        "Kereta terakhir berhenti lama di stasiun kecil itu, lalu masinis tua menyeduh kopi panas.",
        "Di perpustakaan kota dua mahasiswa menyalin peta kuno dengan pensil warna.",
        "Kakek memperbaiki radio, sedangkan nenek menjemur kerupuk di halaman belakang rumah.",
        "Lomba layar ditunda sebab badai, jadi panitia membongkar tenda di tepi danau.",
        "Pabrik gula lama dijadikan museum, dan cerobong asapnya dicat merah oleh seniman muda.",
    )
    many = {f"e{n}": f"{text} Lalu {shared[n // 2]}." for n, text in enumerate(own)}
    assert "in 6 of 7 essays at least 20% of the words" in told(many | {"b": long})[0]


def test_sentences_that_an_essay_says_again_word_for_word_are_told_with_their_number() -> None:
    body = " ".join(f"Kegiatan nomor {n} berjalan lancar di gudang." for n in range(12))
    motto = "Salam demokrasi. " * 4
    texts = {"a": f"{SAID}. {OTHER}{HERE}" * 3, "b": f"{body} {motto}", "c": body}
    said = [one for one in answer(made(texts), Wording("id")) if "kata demi kata" in one]
    assert said == [
        "Kalimat yang diulang kata demi kata di esai yang sama, dan terhitung lagi: "
        "Esai a (6 dari 9 kalimat)."
    ]
    again = {"a": texts["c"] + " " + texts["c"].upper() + HERE}
    assert "Esai a (12 dari 25" in "".join(answer(made(again), Wording("id")))
    few = {"a": f"{SAID}. {OTHER}{HERE}" * 2}  # three sentences again, of six
    assert "kata demi kata" not in "".join(answer(made(few), Wording("id")))


@pytest.mark.filterwarnings("ignore::kpu_corpus.errors.ForeignEssays")
def test_a_list_that_is_cut_short_has_one_and() -> None:
    english = "The officers of the commission counted every ballot in hall {} and signed it. "
    texts = {f"e{n}": english.format(n) * 20 for n in range(8)}
    told = " ".join(answer(made(texts | {"x": OTHER * 9}), Wording("id")))
    assert "Esai e4, dan 3 esai lain sebagian besar berbahasa asing" in told


def test_the_group_beside_a_shared_passage_says_what_it_is() -> None:
    texts = {"x": f"{OTHER}Bagi kami, {SAID}.", "y": f"{HERE}{SAID.capitalize()}!"}
    given = pd.DataFrame({"essay": ["x", "y"], "lulus": [True, False]})
    tokens = kc.preprocess(kc.load(texts, metadata=given))
    (one,) = sharing(figures(tokens, INTEGRITY, "lulus"), Wording("id")).passages
    assert one.title_a.endswith("; lulus: ya")
    assert one.title_b.endswith("; lulus: tidak")


def test_the_answer_counts_passages_of_essays_that_share_little_else() -> None:
    figure = made({"x": f"{OTHER * 9}Bagi kami, {SAID}.", "y": f"{HERE * 9}{SAID.capitalize()}!"})
    told = [line for line in answer(figure, Wording("id")) if "Susunan kata yang sama" in line]
    assert len(told) == 1
    assert "1 bagian" in told[0]
