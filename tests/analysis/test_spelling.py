"""Words that may be misspelt, in terms of several words too."""

import kpu_corpus as kc


def test_a_misspelt_word_of_a_term_of_several_words_is_found() -> None:
    found = kc.spelling(kc.load({"a": "Pegawai bertangung jawab. Ia punya tangung jawab."}))
    assert found[["surface", "suggestion", "reason", "certain"]].values.tolist() == [
        ["bertangung", "bertanggung", "misspelling", True],
        ["tangung", "tanggung", "misspelling", True],
    ]
    assert kc.spelling(kc.load({"a": "Tanggung jawab dan Kode Etik itu penting."})).empty


def test_a_place_of_no_list_is_no_slip_where_the_text_says_that_it_is_one() -> None:
    said = "Saya bertugas di Kecamatan Pebayuran. Warga Pebayuran ramah."
    assert kc.spelling(kc.load({"a": said})).empty
    assert len(kc.spelling(kc.load({"a": said.replace("Kecamatan ", "")}))) == 2
    assert len(kc.spelling(kc.load({"a": "Saya bertugas di Kabupaten Kepualauan Aru."}))) == 1


def test_a_hint_is_none_where_the_texts_write_the_word_in_capitals_too() -> None:
    hint = kc.spelling(kc.load({"a": "Nilai anbk di sekolah kami turun."}))
    assert hint[["surface", "suggestion", "certain"]].values.tolist() == [["anbk", "anak", False]]
    both = {"a": "Nilai anbk di sekolah kami turun.", "b": "Hasil ANBK sudah keluar. TDK, tdk ada."}
    assert kc.spelling(kc.load(both))["surface"].tolist() == ["tdk"]


def test_the_words_of_an_english_sentence_are_no_slips() -> None:
    quoted = "Ia menulis stress. The trend of stress in the office is a sign of the times."
    assert kc.spelling(kc.load({"a": quoted}))["surface"].tolist() == ["stress"]


def test_an_ending_apart_from_a_short_form_in_capitals_gets_a_hyphen() -> None:
    apart = kc.spelling(kc.load({"a": "Warga membawa KTP nya ke loket."}))
    assert apart[["surface", "suggestion"]].values.tolist() == [["KTP nya", "ktp-nya"]]
