"""Charts: the table's numbers are in the picture, the words say what it shows, same bytes."""

import io
import json
import math
import pickle
import re
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.analysis.lexicon import load_lexicon
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.labels import label
from kpu_corpus.reporting.sections.grid import SHADES
from kpu_corpus.reporting.wording import Wording
from kpu_corpus.tokens import Tokens

charts = pytest.importorskip("kpu_corpus.reporting.charts", reason="needs the extra: report")
matplotlib = pytest.importorskip("matplotlib", reason="needs the extra: report")
is_math_text = pytest.importorskip("matplotlib.cbook").is_math_text
Text = pytest.importorskip("matplotlib.text").Text

SIMILARITY = pd.DataFrame(
    {"essay_a": ["a", "a", "b"], "essay_b": ["b", "c", "c"], "cosine": [0.25, 0.5, 0.875]}
)
KEYNESS = pd.DataFrame(
    {"display": ["pemilu", "laut"], "log_ratio": [2.5, -1.5], "low": [1.0, -3.0]}
    | {"high": [3.0, -0.5], "g2": [9.0, 8]}
)
TREE = pd.DataFrame(
    {
        "unit": list("abcd"),
        "position": [1, 2, 3, 4],
        "cluster": [1, 1, 2, 2],
        "height": [float("nan"), 0.2, 0.9, 0.4],
    }
)
NETWORK = pd.DataFrame(
    {
        "theme_a": ["integritas", "integritas", "disiplin"],
        "theme_b": ["disiplin", "sinergi", "sinergi"],
        "sentences": [3, 7, 0],
        "low": [-0.1, 0.4, 0.0],
        "q": [0.6, 0.01, 1.0],
    }
)


def texts(chart: Any) -> list[str]:
    return [text.get_text() for axes in chart.axes for text in axes.texts]


def outline(text: Any, drawn: Any) -> Any:
    """Return the corners of a text as it stands, turned round its anchor."""
    angle = text.get_rotation()
    text.set_rotation(0)
    corners = text.get_window_extent(drawn).corners()[[0, 1, 3, 2, 0]]
    text.set_rotation(angle)
    anchor = text.axes.transData.transform(text.get_position())
    turn = matplotlib.transforms.Affine2D().rotate_deg_around(*anchor, angle)
    return matplotlib.path.Path(turn.transform(corners))


@pytest.mark.filterwarnings("error:constrained_layout")
@pytest.mark.parametrize(
    ("essays", "name", "lang"),
    [(1, "Adil", "en"), (3, "Kepemimpinan yang melayani dan berorientasi pada warga", "id")],
)
def test_the_heatmap_has_room_for_its_names(essays: int, name: str, lang: str) -> None:
    table = kc.themes(kc.load({f"{name} {n}": "Kami menjaga integritas." for n in range(essays)}))
    for some in (table, table[table["theme"].isin(["integritas", "disiplin"])])[-essays:]:
        chart = charts.heatmap(some, names={"integritas": name}, lang=lang)
        chart.draw_without_rendering()
        axes, (width, height) = chart.axes[0], chart.canvas.get_width_height()
        for drawn in (*axes.get_xticklabels(), *axes.get_yticklabels()):
            box = drawn.get_window_extent()
            assert -1 <= box.x0 < box.x1 <= width + 1
            assert -1 <= box.y0 < box.y1 <= height + 1
        assert axes.get_window_extent().height >= 0.25 * chart.dpi * essays


def test_a_blank_group_of_a_csv_file_is_drawn_as_one_without_a_value(tmp_path: Path) -> None:
    rows = pd.DataFrame({"text": ["Kami menjaga integritas. " * 12] * 3})
    rows["kelas"] = pd.Categorical(["pagi", "sore", None])
    kc.themes(kc.load(rows), by="kelas").to_csv(tmp_path / "tema.csv", index=False)
    table = pd.read_csv(tmp_path / "tema.csv").query("theme == 'integritas'")
    chart = charts.heatmap(table)
    shown = [one.get_text() for one in chart.axes[0].get_yticklabels()]
    assert shown[0].endswith("pagi")
    assert shown[-1].endswith("(tidak disebutkan)")


def test_the_themes_print_every_share_with_its_interval(tokens: Tokens) -> None:
    table = kc.themes(tokens, by=None)
    chart = charts.themes(table)
    assert sorted(texts(chart)) == sorted(Wording("id").percent(share) for share in table["share"])
    lines = [line.get_xdata() for line in chart.axes[0].lines]
    drawn = sorted(tuple(map(float, line)) for line in lines if len(line) == 2)
    assert drawn == sorted(zip(table["low"], table["high"], strict=True))
    ranked = table.sort_values("share", ascending=False, kind="stable")["theme"]  # as in reports
    read = [tick.get_text() for tick in chart.axes[0].get_yticklabels()]
    assert read[::-1] == [*ranked.map(load_lexicon().labels())]
    top = table.loc[table["share"].idxmax()]
    assert Wording("id").percent(top["share"]) in chart.alt


def test_several_groups_get_a_panel_each(tokens: Tokens) -> None:
    table = kc.themes(tokens).query("theme == 'integritas'")  # five panels, three beside each other
    chart = charts.themes(table, names={"opini-kpu-subang-1": "Esai 1"})
    shown = [axes for axes in chart.axes if axes.get_visible()]
    assert [axes.get_title(loc="left") for axes in shown][:2] == ["Esai 1", "opini-kpu-subang-2"]
    assert "Esai 1: " in chart.alt
    named = [any(tick.label1.get_visible() for tick in axes.xaxis.majorTicks) for axes in shown]
    assert named == [False, False, True, True, True]  # those with none below them


def test_themes_that_were_filtered_out_of_a_group_leave_their_line_empty(tokens: Tokens) -> None:
    table = kc.themes(tokens)
    some = table[table["theme"].isin(["integritas", "sinergi"])].drop(0).head(3)  # of two essays
    first = charts.themes(some).axes[0]
    names = [tick.get_text() for tick in first.get_yticklabels()]
    assert sorted(names) == ["Integritas", "Sinergi"]
    assert [text.get_position()[1] for text in first.texts] == [names.index("Sinergi")]


def test_too_little_text_gives_counts_and_no_share() -> None:
    table = kc.themes(kc.load({"a": "Kami menjaga integritas. Langit biru."}))
    chart = charts.themes(table)
    assert "1 dari 2 (terlalu sedikit teks)" in texts(chart)
    assert not chart.axes[0].lines
    heat = charts.heatmap(table, lang="en")
    assert "1/2" in texts(heat)
    assert "too little text in every cell" in heat.alt


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_heatmap_prints_every_share(tokens: Tokens, lang: str) -> None:
    table = kc.themes(tokens).head(2)
    chart = charts.heatmap(table, lang=lang)
    assert texts(chart) == [Wording(lang).percent(share) for share in table["share"]]
    assert Wording(lang).percent(table["share"].max()) in chart.alt


def test_cells_of_the_heatmap_have_the_shade_of_their_share_or_are_hatched(tokens: Tokens) -> None:
    table = kc.themes(tokens).head(3)
    axes = charts.heatmap(table.assign(share=[1.0, 0, 0], enough=[True, True, False])).axes[0]
    found = {
        path.get_extents().x0: (cells.get_hatch(), tuple(cells.get_facecolor()[0]))
        for cells in axes.collections
        for path in cells.get_paths()
    }
    dark, light = (matplotlib.colors.to_rgba(f"#{SHADES[at][0]}") for at in (-1, 0))
    assert [found[x] for x in sorted(found)] == [(None, dark), (None, light), ("////", (1,) * 4)]
    inks = [text.get_color() for text in axes.texts]
    assert inks[:2] == [f"#{SHADES[-1][1]}", f"#{SHADES[0][1]}"]


def test_keyness_names_the_terms_of_both_sides() -> None:
    table = pd.DataFrame(
        {
            "display": ["pemilu", "laut", "jarang", "tak terhingga"],
            "log_ratio": [2.5, -1.5, -0.04, float("inf")],
            "low": [1.0, -3.0, -2.0, 1.0],
            "high": [4.0, -0.5, 2.2, 9.0],
            "g2": [40.0, -20.0, 0.1, 99.0],
        }
    )
    chart = charts.keyness(table, top=1)
    assert sorted(texts(chart)) == ["laut  −1,5", "pemilu  2,5"]
    whole = charts.keyness(table)
    assert "jarang  0,0" in texts(whole)
    assert all(
        "ke kanan: pemilu (2,5); ke kiri: laut (−1,5)." in made.alt for made in (chart, whole)
    )


def test_keyness_draws_the_themes_of_a_comparison_in_percentage_points(tokens: Tokens) -> None:
    first = tokens.corpus.essays["essay"][0]
    table = kc.compare(tokens, a=first, what="themes")
    chart = charts.keyness(table, top=1)
    told = table.set_index("theme")["difference"].map(
        lambda gap: Wording("id").decimal(100 * gap, 1)
    )
    assert texts(chart) == [
        f"Sinergi  {told['sinergi']}",
        f"Netralitas  {told['netralitas']}",
    ]
    assert f"ke kanan: Netralitas ({told['netralitas']})" in chart.alt
    in_english = charts.keyness(table, lang="en").alt
    assert "Neutrality" in in_english
    assert " Right = Essay opini-kpu-subang-1; left = the others." in in_english
    assert chart.axes[0].get_xlabel().startswith(f"Kanan = Esai {first}; kiri = yang lain.")
    in_turn = kc.compare(tokens, what="themes")
    with pytest.raises(ValueError, match=r"holds 5; choose one .*table\['essay'\]"):
        charts.keyness(in_turn)
    of_one = charts.keyness(in_turn[in_turn["essay"] == first], lang="en")
    assert of_one.alt == in_english
    assert "Right" not in charts.keyness(pd.DataFrame(table.to_dict("list")), lang="en").alt


@pytest.mark.parametrize(("lang", "mark"), [("id", ","), ("en", ".")])
def test_the_axis_of_keyness_has_the_decimals_of_the_language(lang: str, mark: str) -> None:
    chart = charts.keyness(KEYNESS, lang=lang)
    chart.draw_without_rendering()
    ticks = [tick.get_text() for tick in chart.axes[0].get_xticklabels()]
    assert len(ticks) > 2
    assert all(mark in tick and {",", "."}.isdisjoint(tick.replace(mark, "")) for tick in ticks)


def test_keyness_of_several_groups_names_the_column_to_choose_by() -> None:
    table = kc.keyness(kc.load({"a": "Kami menjaga laut. " * 9, "b": "Pemilu jujur. " * 9}))
    with pytest.raises(ValueError, match=r"holds 2; choose one .*table\['essay'\] == 'a'"):
        charts.keyness(table)
    assert "laut" in charts.keyness(table[table["essay"] == "a"]).alt
    for years in ([2024, 2025], [2024, None]):
        numbered = table.assign(year=table["essay"].map(dict(zip("ab", years, strict=True))))
        numbered = numbered.astype({"year": "int64" if None not in years else "Int64"})
        with pytest.raises(ValueError, match=r"table\['year'\] == 2024\]"):
            charts.keyness(numbered[["year", *table.columns[1:]]])


def test_keyness_marks_where_an_interval_is_cut_and_only_there() -> None:
    table = pd.DataFrame({"display": ["pemilu", "laut"], "log_ratio": [2.5, -1.5], "g2": [9.0, 8]})
    cut = charts.keyness(table.assign(low=[1.0, -3.0], high=[4.0, -0.5]), lang="en")
    marks = [line for line in cut.axes[0].lines if line.get_marker() in ("<", ">")]
    assert [(line.get_marker(), line.get_xdata()[0]) for line in marks] == [(">", 3.5)]
    assert cut.alt.endswith("Arrows: the range is wider than drawn.")
    whole = charts.keyness(table.assign(low=[1.0, -3.0], high=[3.0, -0.5]), lang="en")
    assert "Arrows" not in whole.alt
    assert not [line for line in whole.axes[0].lines if line.get_marker() in ("<", ">")]


@pytest.mark.parametrize(("points", "shown"), [(12, (16, 22)), (0.02, (1, 2))])
def test_the_axis_of_keyness_ends_a_little_beyond_the_longest_interval(
    points: float, shown: tuple[float, float]
) -> None:
    values = pd.Series([points / 100, -points / 200])
    table = pd.DataFrame({"theme": ["sinergi", "netralitas"], "difference": values})
    chart = charts.keyness(table.assign(low=values - 0.0001 * points, high=values * 4 / 3))
    assert shown[0] < chart.axes[0].get_xlim()[1] < shown[1]
    assert -chart.axes[0].get_xlim()[0] == chart.axes[0].get_xlim()[1]


def test_dispersion_has_a_stroke_for_every_sentence_and_counts_mentions(tokens: Tokens) -> None:
    found = kc.evidence(tokens, themes=["integritas"])
    lengths = tokens.sentences.groupby("essay")["sentence"].max()
    chart = charts.dispersion(found, lengths=lengths)
    strokes = [line for line in chart.axes[0].lines if line.get_marker() == "|"]
    assert [list(line.get_xdata()) for line in strokes] == [
        part["sentence"].tolist() for _, part in found.groupby("essay", sort=False)
    ]
    assert f"Letak {len(found)} sebutan di 5 baris" in chart.alt
    rails = [line for line in chart.axes[0].lines if line.get_marker() == "None"]
    assert [int(line.get_xdata()[1]) for line in rails] == lengths.tolist()


def test_rows_of_a_dispersion_have_the_names_that_are_given(tokens: Tokens) -> None:
    found = kc.evidence(tokens, themes=["integritas"]).head(3)
    (essay,) = found["essay"].unique()
    chart = charts.dispersion(found, names={essay: "Ani"})
    assert [tick.get_text() for tick in chart.axes[0].get_yticklabels()] == ["Ani"]
    assert "Ani (3)" in chart.alt


def test_numbers_above_strokes_do_not_overlap() -> None:
    table = pd.DataFrame({"essay": "a", "sentence": [1, 1, 2, 2, 2, 90, 90]})
    chart = charts.dispersion(table)
    assert [text for text in texts(chart) if text.startswith("×")] == ["×3", "×2"]
    assert "sejauh ada tempat" in chart.axes[0].get_xlabel()


def test_rows_of_a_dispersion_may_be_numbers(tokens: Tokens) -> None:
    table = kc.evidence(tokens)
    table["Angkatan"] = [1 if essay.endswith("1") else 2 for essay in table["essay"]]
    chart = charts.dispersion(table, rows="Angkatan")
    assert [tick.get_text() for tick in chart.axes[0].get_yticklabels()] == ["1", "2"]


def test_similarity_prints_each_pair_twice_and_names_the_most_alike() -> None:
    chart = charts.similarity(SIMILARITY)
    assert sorted(texts(chart)) == sorted(["0,25", "0,50", "0,88"] * 2)
    assert chart.alt == "Kemiripan 3 esai. Pasangan termirip: b dan c, 0,88."


@pytest.mark.parametrize("names", [["1-1", "1-2", "1-10"], ["Angkatan V", "Angkatan IX"]])
def test_the_essays_of_a_similarity_stand_in_the_order_of_their_numbers(names: list[str]) -> None:
    pairs = list(combinations(names[::-1], 2))
    table = pd.DataFrame(pairs, columns=["essay_a", "essay_b"]).assign(cosine=0.1)
    ticks = charts.similarity(table).axes[0].get_yticklabels()
    assert [tick.get_text() for tick in ticks] == names


def test_groups_of_a_similarity_stand_in_the_order_of_their_categories_those_unstated_last() -> (
    None
):
    taught = pd.Categorical(["lama", "baru", None], ["lama", "baru"])
    rows = {"text": ["Kami netral.", "Kami jujur dan netral.", "Kami jujur."], "guru": taught}
    chart = charts.similarity(kc.similarity(kc.load(pd.DataFrame(rows)), by="guru"))
    names = [tick.get_text() for tick in chart.axes[0].get_yticklabels()]
    assert names == ["guru lama", "guru baru", "(tidak disebutkan)"]


def test_many_essays_are_drawn_with_a_key_instead_of_figures() -> None:
    pairs = list(combinations([f"e{n:02}" for n in range(21)], 2))
    table = pd.DataFrame(pairs, columns=["essay_a", "essay_b"]).assign(cosine=0.1)
    chart = charts.similarity(table)
    assert texts(chart) == []
    told = {
        text.get_text(): patch
        for text, patch in zip(
            chart.legends[0].get_texts(), chart.legends[0].get_patches(), strict=True
        )
    }
    assert list(told) == ["0", "0,0–0,2", "0,2–0,4", "0,4–0,6", "0,6–0,8", "0,8–1,0"]
    (cells,) = chart.axes[0].collections
    assert len(cells.get_paths()) == 2 * len(table)
    assert told["0,0–0,2"].get_facecolor() == tuple(cells.get_facecolor()[0])
    assert charts.similarity(SIMILARITY).legends == []


def test_the_network_is_solid_only_where_more_than_chance() -> None:
    chart = charts.network(NETWORK)
    drawn = [line for line in chart.axes[0].lines if len(line.get_xdata()) == 2]
    assert sorted(line.get_linestyle() for line in drawn) == ["-", "--"]
    assert {"3", "7"} <= set(texts(chart))
    assert "integritas dan sinergi, 7 kalimat; lebih sering daripada kebetulan: 1" in chart.alt


def test_a_pair_that_is_surely_rarer_than_chance_is_not_called_uncertain() -> None:
    chart = charts.network(NETWORK.assign(low=-2.0, high=-0.5, q=0.01))
    drawn = [line for line in chart.axes[0].lines if len(line.get_xdata()) == 2]
    assert {line.get_linestyle() for line in drawn} == {"--"}
    assert charts.svg(chart).count("Garis putus: tidak, atau belum pasti.") == 1


def test_a_pair_is_no_more_than_chance_where_so_many_pairs_would_have_one(tokens: Tokens) -> None:
    chart = charts.network(NETWORK.assign(q=[0.6, 0.2, 1.0]))
    drawn = [line for line in chart.axes[0].lines if len(line.get_xdata()) == 2]
    assert {line.get_linestyle() for line in drawn} == {"--"}
    table = kc.theme_network(tokens)
    assert table["q"].min() > 0.05
    assert "lebih sering daripada kebetulan: 0 pasangan" in charts.network(table).alt


@pytest.mark.parametrize("count", [3, 30])
def test_no_name_of_a_network_stands_on_another_or_on_the_key(count: int) -> None:
    names = [f"prinsip penyelenggara {n}" for n in range(count)]
    pairs = pd.DataFrame(combinations(names, 2), columns=["theme_a", "theme_b"])
    chart = charts.network(pairs.assign(sentences=1, low=0.0, q=1.0), top=3)
    chart.draw_without_rendering()
    drawn = chart.canvas.get_renderer()
    shown = [text for text in chart.axes[0].texts if text.get_text() in names]
    corners = [outline(text, drawn) for text in shown]
    assert len(corners) == count
    # of matplotlib 3.10, two names in one line on either side of the circle would also meet
    near = [
        (one, other)
        for one, other in combinations(corners, 2)
        if one.get_extents().overlaps(other.get_extents())
    ]
    assert not any(one.intersects_path(other) for one, other in near)
    key = chart._supxlabel.get_window_extent(drawn)
    assert not any(one.intersects_bbox(key) for one in corners)


def test_offices_whose_long_names_differ_in_the_middle_are_told_apart() -> None:
    office = "Sekretariat Komisi Pemilihan Umum Kabupaten {} Provinsi Jawa Barat".format
    rows = pd.DataFrame({"text": "Kami jujur.", "unit": [office("Garut"), office("Subang")]})
    table = kc.themes(kc.load(rows), by="unit").query("theme == 'integritas'")
    axes = charts.heatmap(table).axes[0]
    shown = {tick.get_text() for tick in (*axes.get_xticklabels(), *axes.get_yticklabels())}
    assert {f"Sekretariat Komisi … {x} … Jawa Barat" for x in ("Garut", "Subang")} <= shown


@pytest.mark.parametrize("count", [4, 10])
def test_every_figure_of_a_network_can_be_read_and_told_to_its_line(count: int) -> None:
    pairs = [*combinations([f"tema {n}" for n in range(count)], 2)]
    table = pd.DataFrame(pairs, columns=["theme_a", "theme_b"])
    chart = charts.network(table.assign(sentences=range(1, len(pairs) + 1), low=0.1, q=0.01))
    axes = chart.axes[0]
    points = {name: _place(axes, name) for name in {*table["theme_a"], *table["theme_b"]}}
    shown = [text for text in axes.texts if text.get_text() not in points]
    boxes = [text.get_window_extent(chart.canvas.get_renderer()) for text in shown]
    assert len(boxes) == len(pairs)
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    for text in shown:
        off = [abs(_side(*(points[name] for name in pair), text.get_position())) for pair in pairs]
        own = off.pop(int(text.get_text()) - 1)
        assert own < 1e-9 < 0.01 < min(off)


def _place(axes: Any, name: str) -> tuple[float, float]:
    """Return the point that the name of a theme stands beside."""
    x, y = next(text.get_position() for text in axes.texts if text.get_text() == name)
    return x / 1.08, y / 1.08


def _side(a: Any, b: Any, here: Any) -> float:
    """Return how far a place is from the line through two others."""
    area = (b[0] - a[0]) * (here[1] - a[1]) - (b[1] - a[1]) * (here[0] - a[0])
    return float(area / math.dist(a, b))


def test_the_network_of_words_is_drawn_from_its_table_as_it_is(tokens: Tokens) -> None:
    table = kc.network(tokens, top=12)
    chart = charts.network(table, top=5)
    drawn = [line for line in chart.axes[0].lines if len(line.get_xdata()) == 2]
    assert [line.get_linestyle() for line in drawn] == ["-"] * 5
    used = table.head(5)
    assert {*used["display_a"], *used["display_b"], *map(str, used["sentences"])} == {*texts(chart)}
    assert f"dengan 5 pasangan. Terbanyak: {used.loc[used['sentences'].idxmax(), 'display_a']}" in (
        chart.alt
    )
    with pytest.raises(InvalidArgument, match="top=0"):
        charts.network(table, top=0)


def test_the_dendrogram_joins_at_the_distances_of_the_table(tokens: Tokens) -> None:
    table = kc.clusters(tokens)
    chart = charts.dendrogram(table, lang="en")
    joins = [line for line in chart.axes[0].lines if len(line.get_xdata()) == 4]
    assert sorted(line.get_xdata()[1] for line in joins) == sorted(table["height"].dropna())
    assert sorted(texts(chart)) == sorted(
        Wording("en").decimal(height) for height in table["height"].dropna()
    )
    inside = sum(table["cluster"].diff() == 0)
    assert [line.get_linestyle() for line in joins].count("-") == inside
    ticks = [tick.get_text() for tick in chart.axes[0].get_yticklabels()]
    assert ticks == [f"{row.essay}  [{row.cluster}]" for row in table.itertuples()]
    assert chart.alt.startswith("Dendrogram of 5 essays in")
    assert "in 1 cluster." in charts.dendrogram(table.assign(cluster=1), lang="en").alt


def test_long_names_cut_neither_the_title_nor_the_key_of_a_dendrogram() -> None:
    chart = charts.dendrogram(TREE.head(2), names=dict.fromkeys(TREE["unit"], "w" * 60))
    chart.draw_without_rendering()
    for text in (chart.axes[0]._left_title, chart.axes[0].xaxis.label):
        box = text.get_window_extent(chart.canvas.get_renderer())
        assert box.x0 >= 0
        assert box.x1 <= chart.bbox.x1


@pytest.mark.parametrize(("essays", "distances", "named"), [(40, 39, True), (121, 0, False)])
def test_a_large_dendrogram_has_no_figures_and_at_last_no_names(
    essays: int, distances: int, named: bool
) -> None:
    rows = [{"essay": f"e{n}", "position": n, "cluster": 1, "height": 0.5} for n in range(essays)]
    chart = charts.dendrogram(pd.DataFrame(rows))
    assert len(texts(chart)) == distances
    assert bool(chart.axes[0].get_yticklabels()) == named


def test_branches_of_a_dendrogram_start_where_their_leaves_joined() -> None:
    lines = [line.get_xydata().tolist() for line in charts.dendrogram(TREE).axes[0].lines]
    assert lines == [
        [[0, 0], [0.2, 0], [0.2, 1], [0, 1]],
        [[0, 2], [0.4, 2], [0.4, 3], [0, 3]],
        [[0.2, 0.5], [0.9, 0.5], [0.9, 2.5], [0.4, 2.5]],
    ]
    alone = charts.dendrogram(TREE.head(1))
    assert alone.alt == "Dendrogram 1 kelompok: satuan kerja a."
    assert charts.dendrogram(TREE.head(0)).alt == "Tidak ada data untuk digambar."


def test_an_empty_table_says_so(tokens: Tokens, tmp_path: Path) -> None:
    chart = charts.dispersion(kc.evidence(tokens).iloc[:0], lang="en")
    assert chart.alt == "There is nothing to draw."
    assert chart.alt in charts.save(chart, tmp_path / "kosong.svg").read_text("utf-8")
    assert charts.keyness(KEYNESS.head(0), lang="en").alt == label("chart.empty", "en")
    assert charts.network(NETWORK.assign(sentences=0)).alt == "Tidak ada data untuk digambar."


def test_wrong_tables_and_languages_are_told(tokens: Tokens) -> None:
    with pytest.raises(
        InvalidArgument, match=r"needs the columns theme, share, low, .*has essay, rank"
    ):
        charts.heatmap(kc.keywords(tokens))
    wide = kc.themes(tokens).pivot(index="essay", columns="theme", values="share")
    with pytest.raises(InvalidArgument, match="tables of kc as they are, not pivoted"):
        charts.heatmap(wide)
    by_title = kc.themes(tokens).assign(essay="esai")  # several essays of one group
    for draw in (charts.heatmap, charts.themes):
        with pytest.raises(
            InvalidArgument, match=r"'essay', .*'esai' has several rows of .*integri"
        ):
            draw(by_title)
        with pytest.raises(InvalidArgument, match="first column of the table, and that is theme"):
            draw(kc.themes(tokens).set_index("essay"))
    with pytest.raises(InvalidArgument, match="first column of the table, and that is term"):
        charts.keyness(kc.keyness(tokens).set_index("essay"))
    with pytest.raises(InvalidArgument, match="lang='de'"):
        charts.heatmap(kc.themes(tokens), lang="de")
    with pytest.raises(InvalidArgument, match="top=0"):
        charts.keyness(kc.keyness(tokens, by=None), top=0)


def test_more_essays_than_a_reader_can_see_are_refused_at_once(tokens: Tokens) -> None:
    one = kc.themes(tokens).query("essay == essay.iloc[0]")
    shares = pd.concat([one.assign(essay=f"e{n}") for n in range(201)])
    pairs = pd.DataFrame({"essay_a": "e", "essay_b": [f"e{n}" for n in range(100)], "cosine": 0.5})
    places = pd.DataFrame({"essay": [f"e{n}" for n in range(201)], "sentence": 1})
    for chart, table, count in (
        (charts.heatmap, shares, "200 essays or groups and the table holds 201"),
        (charts.themes, shares, "200 essays or groups and the table holds 201"),
        (charts.dispersion, places, "200 essays or groups and the table holds 201"),
        (charts.similarity, pairs, "100 essays or groups and the table holds 101"),
    ):
        with pytest.raises(InvalidArgument, match=f"draws at most {count}"):
            chart(table)


def test_numbers_of_a_file_with_decimal_commas_are_told(tokens: Tokens) -> None:
    table = kc.themes(tokens).round(3)
    text = pd.read_csv(io.StringIO(table.to_csv(index=False, decimal=",")))
    for chart in (kc.charts.themes, kc.charts.heatmap):
        with pytest.raises(InvalidArgument, match="the column share needs numbers and holds text"):
            chart(text)
    with pytest.raises(InvalidArgument, match=r"^lengths got int; expected the sentences of each"):
        kc.charts.dispersion(kc.evidence(tokens), lengths=3)  # type: ignore[arg-type]


def test_blanks_in_the_figures_of_a_table_are_told(tokens: Tokens) -> None:
    table = kc.themes(tokens)
    blank = table.assign(share=table["share"].where(table.index > 1))
    for chart in (charts.heatmap, charts.themes):
        with pytest.raises(InvalidArgument, match="the column share is blank in 2 of them"):
            chart(blank)
    with pytest.raises(InvalidArgument, match="the column sentence is blank in 1 of them"):
        charts.dispersion(pd.DataFrame({"essay": "a", "sentence": [0, None]}))
    assert "a (1)" in charts.dispersion(pd.DataFrame({"essay": ["a"], "sentence": 0})).alt
    with pytest.raises(InvalidArgument, match="the column cosine is blank in"):
        charts.similarity(SIMILARITY.assign(cosine=None))


DRAWING = """
import kpu_corpus as kc
import pandas as pd
row = {'essay_a': 'integritas & <b>', 'essay_b': 'b', 'cosine': 0.5}
drawn = kc.charts.svg(kc.charts.similarity(pd.DataFrame([row])))
"""
ELSEWHERE = f"""
import json
import sys
import matplotlib
before = matplotlib.rcParams.copy()
{DRAWING}
left_alone = before == matplotlib.rcParams.copy() and 'matplotlib.pyplot' not in sys.modules
print(json.dumps([drawn, left_alone]))
"""


def test_the_svg_is_the_same_in_every_process_and_pyplot_and_settings_are_left_alone() -> None:
    here: dict[str, Any] = {}
    exec(DRAWING, here)
    assert re.search("<title>Kemiripan .* integritas &amp; &lt;b&gt; dan b", here["drawn"])
    done = subprocess.run([sys.executable, "-c", ELSEWHERE], capture_output=True, check=True)
    assert json.loads(done.stdout) == [here["drawn"], True]


def test_the_same_chart_twice_is_the_same_text() -> None:
    chart = charts.keyness(KEYNESS)
    first = charts.svg(chart)
    chart.draw_without_rendering()  # where letters are of another width
    assert first == charts.svg(chart)
    assert not re.search(r"<dc:date>|<metadata>.*Date", first)


def test_axes_that_a_caller_has_placed_stay_there() -> None:
    chart = charts.similarity(SIMILARITY.head(1))
    chart.axes[0].set_position((0.25, 0.25, 0.5, 0.5))
    chart.draw_without_rendering()
    assert chart.axes[0].get_position(original=True).bounds == pytest.approx((0.25, 0.25, 0.5, 0.5))


def looks(chart: Any) -> list[Any]:
    """Return what a style would change of a chart."""
    shown = [(one.get_text(), one.get_size(), one.get_color()) for one in chart.findobj(Text)]
    return [shown, *(axes.get_facecolor() for axes in chart.axes)]


STYLE = {"font.size": 20, "font.family": "monospace", "savefig.bbox": "tight", "savefig.dpi": 30}


def test_no_chart_takes_on_the_style_of_its_caller_also_where_it_was_pickled(
    tokens: Tokens,
) -> None:
    kinds: list[tuple[Callable[..., Any], pd.DataFrame]] = [
        (charts.themes, kc.themes(tokens, by=None)),
        (charts.heatmap, kc.themes(tokens)),
        (charts.keyness, KEYNESS),
        (charts.dispersion, kc.evidence(tokens)),
        (charts.similarity, SIMILARITY),
        (charts.network, NETWORK),
        (charts.dendrogram, TREE),
    ]
    for chart, table in kinds:
        plain = chart(table.head(1))
        with matplotlib.style.context(["dark_background", STYLE]):
            made = chart(table.head(1))
            again = pickle.loads(pickle.dumps(made))
            assert looks(again) == looks(plain)
            assert again.alt == made.alt
            if chart is charts.keyness:  # some ticks only come about when a figure is saved
                assert charts.svg(again) == charts.svg(plain)
            assert matplotlib.rcParams["font.size"] == 20


def test_a_resolution_set_in_matplotlib_is_that_of_savefig(tmp_path: Path) -> None:
    chart = charts.similarity(SIMILARITY.head(1))
    with matplotlib.rc_context({"savefig.dpi": 30}):
        chart.savefig(tmp_path / "a.png")
    chart.savefig(tmp_path / "b.png", dpi=30)
    assert (tmp_path / "a.png").read_bytes() == (tmp_path / "b.png").read_bytes()


def test_charts_drawn_at_the_same_time_leave_the_settings_as_they_were() -> None:
    pair = SIMILARITY.head(1)
    plain = charts.svg(charts.similarity(pair))
    with matplotlib.rc_context({"font.size": 20}), ThreadPoolExecutor(4) as pool:
        drawn = list(pool.map(lambda _: charts.svg(charts.similarity(pair)), range(4)))
        assert matplotlib.rcParams["font.size"] == 20
    assert drawn == [plain] * 4


def test_names_from_texts_are_escaped() -> None:
    hostile = "</title><script>alert(1)</script>\" onload='x' $\\frac{$"
    table = SIMILARITY.assign(essay_b=hostile)
    chart = charts.similarity(table)
    assert "<script" not in charts.svg(chart)
    shown = chart._repr_html_()
    assert "<script" not in shown
    assert "onload" not in re.sub(r'alt="[^"]*"', "", shown)


@pytest.mark.parametrize(
    ("suffix", "start"), [("svg", b"<?xml"), ("png", b"\x89PNG"), ("pdf", b"%PDF")]
)
def test_a_figure_saved_as_any_other_has_the_same_bytes_every_time(
    tmp_path: Path, suffix: str, start: bytes
) -> None:
    path, pair = tmp_path / f"a.{suffix}", SIMILARITY.head(1)
    charts.similarity(pair).savefig(str(path), dpi=200 if suffix == "png" else 100)
    first = path.read_bytes()
    assert first == charts.save(charts.similarity(pair), tmp_path / f"b.{suffix}").read_bytes()
    assert first.startswith(start)
    assert b"<title>" in first or suffix != "svg"
    assert not re.search(b"CreationDate|<dc:date>", first)
    assert b"/Type3" not in first  # fonts that journals refuse
    assert b"/TrueType" in first or b"/CIDFontType2" in first or suffix != "pdf"


def test_a_figure_is_saved_without_a_suffix_and_with_a_word_of_ones_own(tmp_path: Path) -> None:
    chart = charts.similarity(SIMILARITY.head(1))
    chart.savefig(tmp_path / "a")
    chart.savefig(tmp_path / "b", format="svg", metadata={"Creator": "Ani"})
    with matplotlib.rc_context({"savefig.format": "svg"}):
        chart.savefig(tmp_path / "c")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.png", "b", "c.svg"]
    assert "Ani" in (tmp_path / "b").read_text("utf-8")


def test_another_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidArgument, match=r"\.gif"):
        charts.save(charts.similarity(SIMILARITY), tmp_path / "a.gif")


@pytest.mark.parametrize(("share", "end"), [(0.04, 0.1), (0.5, 0.7), (0.9, 1.0)])
def test_the_axis_of_shares_starts_at_nothing_and_ends_at_a_round_value(
    share: float, end: float
) -> None:
    table = kc.themes(kc.load({"a": "Kami menjaga integritas. " * 12}))
    small = table.assign(share=share, low=share / 2, high=share * 1.1)
    (axes,) = charts.themes(small).axes
    assert axes.get_xlim() == pytest.approx((0, end))
    assert axes.get_xticks()[0] == 0
    assert axes.get_xticks()[-1] <= end + 1e-9
    assert all(0 <= text.get_position()[0] <= end for text in axes.texts)


def test_a_figure_with_room_on_neither_side_does_not_stand_on_the_words_of_the_axis() -> None:
    table = kc.themes(kc.load({"a": "Kami menjaga integritas. " * 12}))
    wide = table.assign(share=0.16, low=0.0, high=0.86)
    (axes,) = charts.themes(wide).axes
    assert axes.get_xticks()[-1] == pytest.approx(1.0)
    assert axes.get_xlim()[1] > 1.0
    assert all(0.86 < text.get_position()[0] < axes.get_xlim()[1] for text in axes.texts)
    assert {text.get_horizontalalignment() for text in axes.texts} == {"left"}


def test_names_for_some_leave_the_shipped_ones_of_the_others(tokens: Tokens) -> None:
    table = kc.themes(tokens, by=None)
    chart = charts.themes(table, names={"integritas": "Kejujuran"})
    shown = {label.get_text() for label in chart.axes[0].get_yticklabels()}
    assert {"Kejujuran", "Tanggung jawab", "Disiplin"} <= shown
    chart = charts.themes(kc.themes(tokens, by=None, lexicon="berakhlak"), lang="id")
    shown = {label.get_text() for label in chart.axes[0].get_yticklabels()}
    assert shown == set(kc.load_lexicon("berakhlak").labels("id").values())


@pytest.mark.filterwarnings("ignore:No essay has a value")
def test_similarity_of_groups_is_drawn_as_that_of_essays() -> None:
    essays = {"text": ["Kami menjaga integritas.", "Hujan turun.", "Pegawai menjaga integritas."]}
    corpus = kc.load(pd.DataFrame({**essays, "tahun": [2023, 2024, 2025]}))
    table = kc.similarity(corpus, by="tahun")
    chart = charts.similarity(table, names={2023: "Awal"}, lang="en")
    assert chart.alt.startswith("Similarity of 3 groups. Most similar: Awal and tahun 2025")
    assert "0 groups" not in charts.similarity(kc.similarity(corpus, by="title")).alt


def test_an_essay_named_like_a_theme_is_no_theme() -> None:
    row = {"essay_a": "integritas", "essay_b": "disiplin", "cosine": 0.5}
    assert "integritas dan disiplin" in charts.similarity(pd.DataFrame([row])).alt


def test_what_stands_between_dollars_is_no_formula() -> None:
    said = "Kami menjaga integritas. " * 12
    names = [f"US$5 $\\frac{{$ $ {n}\x1b" for n in range(2)]
    tokens = kc.preprocess(kc.load(dict.fromkeys(names, said)))
    themes = kc.themes(tokens).query("theme == 'integritas'")
    pair = dict(zip(("essay_a", "essay_b"), names, strict=True))
    for chart in (
        charts.themes(themes),
        charts.heatmap(themes),
        charts.dispersion(kc.evidence(tokens, themes=["integritas"])),
        charts.similarity(pd.DataFrame([{**pair, "cosine": 0.5}])),
        charts.dendrogram(TREE.head(2).assign(unit=names)),
        charts.keyness(KEYNESS.assign(display="$\\frac{$")),
        charts.network(NETWORK, names=dict.fromkeys(["integritas", "disiplin"], "$\\frac{$")),
    ):
        drawn = [text.get_text() for text in chart.findobj(Text)]
        assert not [one for one in drawn if is_math_text(one) or "\x1b" in one]
        assert "$\\frac{$" in chart.alt


def test_a_theme_has_the_label_of_the_lexicon_that_made_the_table(tmp_path: Path) -> None:
    own = tmp_path / "tema.csv"
    own.write_text("theme,label,match\njujur,Keterbukaan,terbuka\n", encoding="utf-8")
    tokens = kc.preprocess(kc.load({"a": "Kami terbuka dan jujur di kantor. " * 12}))
    table = kc.themes(tokens, lexicon=own)
    for lang in ("id", "en"):
        made = charts.themes(table, lang=lang)
        assert [text.get_text() for text in made.axes[0].get_yticklabels()] == ["Keterbukaan"]
    del table.attrs["kpu_corpus"]
    made = charts.themes(table)
    assert [text.get_text() for text in made.axes[0].get_yticklabels()] == ["jujur"]
    shipped = charts.themes(kc.themes(tokens, lexicon="pemilu"))
    labels = kc.load_lexicon("pemilu").labels("id").values()
    assert {text.get_text() for text in shipped.axes[0].get_yticklabels()} == set(labels)


def test_charts_of_groups_do_not_call_them_essays() -> None:
    rows = [("a", "Subang"), ("b", "Subang"), ("c", "Bekasi"), ("d", "Bekasi")]
    texts = {name: f"Kami menjaga integritas {name} pemilu. " * 6 for name, _ in rows}
    units = pd.DataFrame({"essay": [name for name, _ in rows], "unit": [unit for _, unit in rows]})
    tokens = kc.preprocess(kc.load(texts, metadata=units))
    alike = charts.similarity(kc.similarity(tokens, by="unit"))
    assert alike.axes[0].get_title("left") == "Kemiripan tiap pasang kelompok (kosinus)"
    assert alike.alt.startswith("Kemiripan 2 kelompok.")
    tree = charts.dendrogram(kc.clusters(tokens, by="unit"), lang="en")
    assert tree.axes[0].get_title("left").startswith("Similar groups")
    assert tree.alt.startswith("Dendrogram of 2 groups in")
    assert charts.heatmap(kc.themes(tokens, by="unit")).alt.startswith("Peta 10 tema dan 2 kelom")


def test_of_pairs_with_as_many_sentences_the_first_of_the_table_is_named() -> None:
    rows = [("sinergi", "disiplin", 3, 0.4, 0.01), ("netralitas", "pelayanan", 3, -0.2, 0.9)]
    table = pd.DataFrame(rows, columns=["theme_a", "theme_b", "sentences", "low", "q"])
    assert "Terbanyak: sinergi dan disiplin, 3 kalimat" in charts.network(table).alt


def test_groups_of_yes_and_no_are_named_in_the_language() -> None:
    rows = {f"e{n}": ("Kami netral. ", "Kami menjaga integritas. ")[n % 2] * 9 for n in range(10)}
    given = pd.DataFrame({"essay": [*rows], "lulus": [n % 2 == 1 for n in range(10)]})
    corpus = kc.preprocess(kc.load(rows, metadata=given))
    table = kc.themes(corpus, by="lulus").query("theme in ('integritas', 'netralitas')")
    chart = charts.heatmap(table)
    assert "lulus: " in charts.themes(table).alt
    assert "lulus: " in chart.alt
    names = [one.get_text() for one in chart.axes[0].get_yticklabels()]
    assert names == ["lulus: tidak", "lulus: ya"]
    tree = charts.dendrogram(kc.clusters(corpus, by="lulus"))
    assert "lulus: ya" in tree.alt
    pairs = charts.similarity(kc.similarity(corpus, by="lulus"), lang="en")
    assert "lulus: yes" in pairs.alt


def test_one_thing_is_counted_in_the_singular() -> None:
    found = kc.evidence(kc.load({"a": "Kami belajar."}))
    assert charts.dispersion(found, lang="en").alt.startswith("Places of 1 mention in 1 row.")
    table = kc.themes(kc.load({"a": "Kami belajar. " * 12})).query("theme == 'pembelajaran'")
    assert "its 95% range, 1 theme. Most" in charts.themes(table, lang="en").alt
    assert charts.heatmap(table, lang="en").alt.startswith("Map of 1 theme and 1 essay.")
    row = {"theme_a": "integritas", "theme_b": "disiplin", "sentences": 1, "low": 0.2, "q": 0.01}
    told = charts.network(pd.DataFrame([row]), lang="en").alt
    assert told.startswith("Network of 2 themes with 1 pair. Most: ")
    assert told.endswith("1 sentence; more often than by chance: 1 pair.")
