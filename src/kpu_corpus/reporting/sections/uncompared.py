"""Which groups of a report are compared with which, and why others are not."""

from __future__ import annotations

from collections.abc import Sequence

from kpu_corpus.analysis.comparing.groups import MOST_GROUPS, Compared
from kpu_corpus.analysis.statistics.proportions import MIN_ESSAYS, MIN_UNITS
from kpu_corpus.columns.names import FOLDER
from kpu_corpus.columns.of_files import top_folders
from kpu_corpus.corpus import Corpus
from kpu_corpus.reporting.belonging import grouping_columns, in_text
from kpu_corpus.reporting.figures import Figures
from kpu_corpus.reporting.sections.cautions import few_pairs
from kpu_corpus.reporting.sections.difference import side
from kpu_corpus.reporting.wording import Wording

NAMED = 5  # groups named in the short answer; more are only counted
ALONE = 20  # essays or groups that are named in the section; more are only counted


def not_compared(made: Compared, figures: Figures, wording: Wording) -> str:
    """Say in the section why no groups, or no essays, are compared."""
    if len(made.large) > MOST_GROUPS:
        groups = wording.count("essays" if made.by == "essay" else "groups", len(made.large))
        said = wording.say("contrast_many", groups=groups, most=MOST_GROUPS)
        if columns := _comparable(figures.tokens.corpus):
            said += " " + wording.say("contrast_by", columns=", ".join(columns))
        return said
    if len(made.groups) < 2:
        return wording.say("contrast_one")
    if made.by == "essay":
        return small_told(made, figures, wording)
    return groups_told(figures, wording)


def groups_told(figures: Figures, wording: Wording, named: Sequence[str] = ()) -> str:
    """Say of groups that do not differ why, on the first page; ``named`` as in Contrasts."""
    made = figures.compared
    by = in_text(figures, made.by, wording)
    least = {
        "essays": wording.count("essays", MIN_ESSAYS),
        "sentences": wording.count("sentences", MIN_UNITS),
    }
    if len(made.large) > MOST_GROUPS:
        many = wording.whole(len(made.large))
        told = wording.say("told_many", by=by, n=many, essays=least["essays"], most=MOST_GROUPS)
        return " ".join([told, *_folders(made, figures, wording)])
    large = [side(figures, name, wording) for name in made.large]
    if len(made.groups) < 2:
        only = wording.listed([side(figures, name, wording) for name in made.groups])
        return wording.say("told_one", by=by, groups=only)
    if made.themes is not None:
        groups = large if len(large) > 1 else [*large, wording.say("rest_groups")]
        told = _named(groups, wording)
        if made.pairs:
            people = wording.count("people", made.pairs)
            said = wording.say("told_alike_pairs", people=people, groups=told)
            few = few_pairs(made.themes, wording, "told_lone")
            return " ".join([said, *few, *named])
        said = wording.say("told_alike", by=by, groups=told)
        return " ".join([said, *named])
    if not large:
        told = wording.say("told_small", by=by, **least)
        return " ".join([told, *_folders(made, figures, wording)])
    small = _named([side(figures, name, wording) for name in made.small], wording)
    told = wording.say("told_alone", by=by, large=wording.listed(large), small=small, **least)
    return " ".join([told, *_folders(made, figures, wording)])


def _folders(made: Compared, figures: Figures, wording: Wording) -> list[str]:
    """Say how to compare whole folders where some lie in others."""
    corpus = figures.tokens.corpus
    if made.by != FOLDER or FOLDER in corpus.columns:  # of a table
        return []
    nested = 2 <= top_folders(corpus).nunique() < len(made.groups)
    return [wording.say("told_folders")] if nested else []


def _named(groups: list[str], wording: Wording) -> str:
    """Name some groups in a sentence; of many only how many they are."""
    few = len(groups) <= NAMED
    return wording.listed(groups) if few else wording.count("groups", len(groups))


def small_told(made: Compared, figures: Figures, wording: Wording) -> str:
    """Name the groups or essays that are not compared by themselves; many are only counted."""
    foreign = [name for name in made.small if made.by == "essay" and name in figures.foreign]
    small = [name for name in made.small if name not in foreign]
    kind = "essays" if made.by == "essay" else "groups"
    left, few = (
        wording.listed([side(figures, name, wording) for name in names])
        if len(names) <= ALONE
        else wording.count(kind, len(names))
        for names in (foreign, small)
    )
    kinds = {"contrast_small": few, "contrast_foreign": left}
    if made.themes is not None and "a" not in made.asked:  # compared with a rest that has them
        kinds = {"contrast_small_rest": few, "contrast_foreign_rest": left}
    rest = wording.say("rest_essays" if made.by == "essay" else "rest_groups")
    told = [wording.say(kind, groups=named, rest=rest) for kind, named in kinds.items() if named]
    return " ".join([*told, *_folders(made, figures, wording)])


def _comparable(corpus: Corpus) -> list[str]:
    """Return the titles of the grouping columns by which enough large groups could be compared."""
    columns = grouping_columns(corpus)
    sizes = {one: corpus.column(one).value_counts() for one in columns}
    large = {one: int((counts >= MIN_ESSAYS).sum()) for one, counts in sizes.items()}
    return [corpus.headings.get(one, one) for one in columns if 2 <= large[one] <= MOST_GROUPS]
