import pytest

from kpu_corpus.indonesian.lists.multiwords import Multiword, aliases, multiwords


@pytest.fixture(scope="module")
def units() -> dict[str, Multiword]:
    return {" ".join(unit.words): unit for unit in multiwords()}


def test_no_unit_is_listed_twice(units: dict[str, Multiword]) -> None:
    assert len(units) == len(multiwords())


def test_every_unit_has_two_lower_case_words_or_more(units: dict[str, Multiword]) -> None:
    for long, unit in units.items():
        # "undang-undang dasar" keeps its hyphen: a reduplicated word is one word
        assert len(unit.words) >= 2, long
        assert long == long.lower()
        assert all(word.replace("-", "").isalnum() for word in unit.words), long


def test_kinds_are_name_or_phrase(units: dict[str, Multiword]) -> None:
    assert {unit.kind for unit in units.values()} == {"name", "phrase"}


@pytest.mark.parametrize(
    ("long", "kind", "short"),
    [
        ("komisi pemilihan umum", "name", "KPU"),
        ("calon pegawai negeri sipil", "name", "CPNS"),
        ("papua barat daya", "name", None),
        ("pemilihan kepala daerah", "phrase", "pilkada"),
        ("politik praktis", "phrase", None),
    ],
)
def test_kind_and_short_form(
    units: dict[str, Multiword], long: str, kind: str, short: str | None
) -> None:
    assert (units[long].kind, units[long].short) == (kind, short)


@pytest.mark.parametrize(
    "free",
    ["budaya kerja", "penyelenggaraan pemilu", "kepercayaan publik", "di yogyakarta"],
)
def test_free_combinations_are_no_units(units: dict[str, Multiword], free: str) -> None:
    assert free not in units


def test_affixed_compounds_share_the_root_of_the_bare_compound(
    units: dict[str, Multiword],
) -> None:
    assert units["bekerja sama"].root == units["kerja sama"].root == "kerja sama"
    assert units["media sosial"].root is None


def test_no_compound_has_the_root_of_another_word(units: dict[str, Multiword]) -> None:
    # a pattern "asal usul" would find every "asal"
    found = {long: unit.root for long, unit in units.items() if unit.root}
    assert {long for long, root in found.items() if root in long.split()} == set()


def test_all_provinces_of_several_words_are_names(units: dict[str, Multiword]) -> None:
    for direction in ("barat", "tengah", "selatan", "timur", "utara"):
        assert units[f"kalimantan {direction}"].kind == "name"
    assert units["nusa tenggara timur"].kind == "name"


def test_no_alias_repeats_a_short_form() -> None:
    assert not {unit.short.lower() for unit in multiwords() if unit.short} & set(aliases())


def test_ways_to_write_out_one_name_share_its_short_form(units: dict[str, Multiword]) -> None:
    full = "dewan kehormatan penyelenggara pemilihan umum"
    assert units["dewan kehormatan penyelenggara pemilu"].short == units[full].short == "DKPP"
