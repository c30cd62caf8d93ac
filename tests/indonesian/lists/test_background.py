import gzip
import re
from pathlib import Path

import pytest

import kpu_corpus.indonesian.lists.background as module
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.indonesian.lists.background import background

TABLE = Path(module.__file__).parents[2] / "data" / "background" / "formal.tsv.gz"


def test_the_header_gives_the_size_of_the_source() -> None:
    formal = background()
    assert (formal.units, formal.tokens) == (121_451, 15_706_154)


def test_every_form_has_both_frequencies_and_they_are_possible() -> None:
    formal = background("formal")
    assert formal.df.keys() == formal.cf.keys()
    assert all(1 <= df <= formal.units for df in formal.df.values())
    assert all(formal.cf[form] >= df for form, df in formal.df.items())
    assert sum(formal.cf.values()) <= formal.tokens


def test_forms_are_lower_case_words_in_order() -> None:
    forms = list(background().df)
    assert forms == sorted(forms)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", form) for form in forms)


@pytest.mark.parametrize("form", ["dan", "integritas", "penyelenggara", "pemilu", "dkpp", "dau"])
def test_words_of_the_domain_are_listed(form: str) -> None:
    assert background().df[form] >= 5


@pytest.mark.parametrize("form", ["dirnaksud", "lzin", "dalarn", "pelaksnaan", "ndonesia", "iang"])
def test_noise_of_scanning_is_not_listed(form: str) -> None:
    assert form not in background().df


def test_the_register_is_legal_so_pronouns_are_rarer_than_in_essays() -> None:
    formal = background()
    assert formal.cf["kami"] < formal.cf["pasal"] / 100


def test_the_table_is_read_once() -> None:
    assert background() is background("formal")


def test_the_file_carries_no_time_stamp() -> None:
    packed = TABLE.read_bytes()
    assert packed[4:8] == bytes(4)
    assert gzip.decompress(packed).startswith(b"# units=")


def test_an_unknown_name_lists_what_is_shipped() -> None:
    with pytest.raises(InvalidArgument, match="expected one of: formal"):
        background("legal")
