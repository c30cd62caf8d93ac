"""Charts of the tables: each function takes a table and returns a matplotlib figure.

    chart = kc.charts.themes(kc.themes(tokens, by=None))
    chart.alt                       # what it shows, in a sentence made from the numbers
    chart.axes[0].set_xlim(0, 0.5)  # an ordinary figure: change what you like
    kc.charts.save(chart, "tema.svg")

Values are printed beside or inside the marks, so that nothing is said by colour alone. The figures
are no part of pyplot and leave its state as it was; files of them, also by ``chart.savefig``, are
the same on every run. All raise InvalidArgument for a table without their columns, and for another
language.
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
