"""Charts of the tables: each function takes a table and returns a matplotlib figure.

    chart = kc.charts.themes(kc.themes(tokens, by=None))
    chart.alt                       # what it shows, in a sentence made from the numbers
    chart.axes[0].set_xlim(0, 0.5)  # an ordinary figure: change what you like
    kc.charts.save(chart, "tema.svg")

Values are printed beside or inside the marks, so that nothing is conveyed by colour alone. The
figures are independent of pyplot, its state and its styles (of the settings in ``rcParams``, only
``savefig.format`` and ``savefig.dpi`` apply); files, also from ``chart.savefig``, are identical on
every run. All functions raise InvalidArgument for a table without the required columns and for an
unknown language.
"""

from kpu_corpus.reporting.charts.canvas import Chart, png, save, svg
from kpu_corpus.reporting.charts.pairs import network, similarity
from kpu_corpus.reporting.charts.shares import heatmap, themes
from kpu_corpus.reporting.charts.trees import dendrogram
from kpu_corpus.reporting.charts.words import dispersion, keyness

__all__ = [
    "Chart",
    "dendrogram",
    "dispersion",
    "heatmap",
    "keyness",
    "network",
    "png",
    "save",
    "similarity",
    "svg",
    "themes",
]


def __dir__() -> list[str]:
    return sorted(__all__)
