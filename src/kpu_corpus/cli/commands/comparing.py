"""Commands for a closer look: concordance, positions, collocates, compare and others."""

import os
from pathlib import Path
from typing import Annotated

import typer

import kpu_corpus as kc
from kpu_corpus.analysis.comparing.sides import in_turn
from kpu_corpus.cli.finishing import finish, none, of_essays, telling_left_out
from kpu_corpus.cli.loading import Counted, background_of
from kpu_corpus.cli.options import (
    By,
    CompareBy,
    Essay,
    Lang,
    Lexicon,
    MinCount,
    NGrams,
    Pairs,
    People,
    Table,
    sizes,
)
from kpu_corpus.cli.saying import program, say, typed
from kpu_corpus.cli.unmatched import tell_unmatched
from kpu_corpus.columns.grouping import group, warn_unstated
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.labels import label
from kpu_corpus.reporting.naming import sides
from kpu_corpus.reporting.sections.cautions import few_pairs, may_pair
from kpu_corpus.reporting.wording import Wording

CompareWith = Annotated[
    str | None, typer.Option("--background", help="compare_with", is_eager=True)
]
Query = Annotated[str, typer.Argument(help="query", metavar="QUERY")]
What = Annotated[str, typer.Option("--what", help="query_what")]
SideA = Annotated[list[str] | None, typer.Option("--a", help="side_a")]
SideB = Annotated[list[str] | None, typer.Option("--b", help="side_b")]
FOR_PEOPLE = ".xlsx"  # what ends in anything else is for programs and keeps every row


def concordance(
    query: Query,
    essays: Counted,
    out: Table = None,
    what: What = "root",
    sort: Annotated[str, typer.Option("--sort", help="sort")] = "place",
    width: Annotated[int, typer.Option("--width", help="width")] = 8,
    essay: Essay = None,
    lexicon: Lexicon = None,
    lang: Lang = "id",
) -> int:
    _query_first("concordance", query, essays.paths)
    _with_themes(what, "theme", lexicon=lexicon)
    corpus = essays.load()
    table = kc.concordance(corpus, query, what=what, sort=sort, width=width, lexicon=lexicon)
    table = of_essays(table, corpus, essay)
    return finish(table, "concordance", out, corpus, lang)


def positions(
    query: Query,
    essays: Counted,
    out: Table = None,
    what: What = "root",
    lexicon: Lexicon = None,
    lang: Lang = "id",
) -> int:
    _query_first("positions", query, essays.paths)
    _with_themes(what, "theme", lexicon=lexicon)
    corpus = essays.load()
    table = kc.positions(corpus, query, what=what, lexicon=lexicon)
    return finish(table, "positions", out, corpus, lang)


def collocates(
    query: Query,
    essays: Counted,
    out: Table = None,
    what: What = "root",
    window: Annotated[int, typer.Option("--window", help="window")] = 5,
    min_count: MinCount = 2,
    lexicon: Lexicon = None,
    lang: Lang = "id",
) -> int:
    _query_first("collocates", query, essays.paths)
    _with_themes(what, "theme", lexicon=lexicon)
    corpus = essays.load()
    table = kc.collocates(
        corpus, query, what=what, window=window, min_count=min_count, lexicon=lexicon
    )
    return finish(table, "collocates", out, corpus, lang)


def compare(
    essays: Counted,
    out: Table = None,
    a: SideA = None,
    b: SideB = None,
    by: CompareBy = "essay",
    pairs: Pairs = None,
    people: People = None,
    what: Annotated[str, typer.Option("--what", help="compare_what")] = "words",
    theme: Annotated[list[str] | None, typer.Option("--theme", help="compare_theme")] = None,
    ngrams: NGrams = "1-3",
    lexicon: Lexicon = None,
    background: CompareWith = None,
    lang: Lang = "id",
) -> int:
    _with_themes(what, "themes", theme=theme or None, lexicon=lexicon)
    corpus = essays.load()
    tokens = kc.preprocess(corpus)
    against = background and background_of(background, lang)
    if background is None and not a and not b and (not out or out.suffix.lower() == FOR_PEOPLE):
        a, b = _two(corpus, by, lang)
        folders = [path.is_dir() for path in essays.paths]
        if a is None and by == "essay" and folders == [True, True]:
            say(label("cli.each_alone", lang))
    elif background is None and a and not b:
        b = _other(corpus, by, a)
    with telling_left_out(corpus, essays.duplicates, lang):  # a group may be gone with these
        table = kc.compare(
            tokens,
            a=a or None,
            b=b or None,
            by=by,
            pairs=pairs,
            people=people,
            what=what,
            ngrams=sizes(ngrams),
            lexicon=lexicon,
            themes=theme or None,
            background=against,
        )
    tell_unmatched(tokens, lexicon, lang)
    wording = Wording(lang)
    if pairs:
        notes = few_pairs(table, wording)
    else:
        notes = [] if background else may_pair(tokens, by, wording)
    for told in notes:
        say(told)
    return finish(table, "compare", out, corpus, lang, lexicon)


def _two(corpus: kc.Corpus, by: str, lang: str) -> tuple[list[str] | None, list[str] | None]:
    """Return the sides if there are two groups: comparing both in turn would say the same twice."""
    groups = group(corpus, by, tell=False)
    if len(groups.compared) != 2:
        return None, None
    warn_unstated(corpus, groups)
    a, b = in_turn(groups, groups.compared)
    shown = [Wording(lang).group(name, groups.by) for name in (a, b)]
    say(label("cli.two_sides", lang, a=shown[0], b=shown[1]))
    return [a], [b]


def _other(corpus: kc.Corpus, by: str, a: list[str]) -> list[str] | None:
    """Return the only other group, so that it is shown by its name."""
    groups = group(corpus, by, tell=False)
    left = {*groups.compared} - {*a}
    if len(left) != 1:
        return None
    if {*a} <= {*groups.compared}:  # else those without a value are named
        warn_unstated(corpus, groups)
    return [*left]


def changes(
    essays: Counted,
    by: Annotated[str, typer.Option("--by", help="changes_by")],
    when: Annotated[str, typer.Option("--when", help="changes_when")],
    pairs: Annotated[str, typer.Option("--pairs", help="pairs")],
    out: Table = None,
    a: SideA = None,
    b: SideB = None,
    after: Annotated[str | None, typer.Option("--after", help="changes_after")] = None,
    theme: Annotated[list[str] | None, typer.Option("--theme", help="theme")] = None,
    lexicon: Lexicon = None,
    lang: Lang = "id",
) -> int:
    corpus = essays.load()
    tokens = kc.preprocess(corpus)
    with telling_left_out(corpus, essays.duplicates, lang):
        table = kc.changes(
            tokens,
            by=by,
            when=when,
            pairs=pairs,
            a=a or None,
            b=b or None,
            after=after,
            lexicon=lexicon,
            themes=theme or None,
        )
    tell_unmatched(tokens, lexicon, lang)
    asked, wording = kc.manifest(table)["arguments"], Wording(lang)
    after = wording.group(asked["after"], asked["when"])
    say(label("cli.changes_two", lang, after=after, **sides(table, wording)))
    return finish(table, "changes", out, corpus, lang, lexicon)


def profile(
    essays: Counted,
    out: Table = None,
    by: By = "essay",
    lang: Lang = "id",
) -> int:
    corpus = essays.load()
    return finish(kc.profile(corpus, by=none(by)), "profile", out, corpus, lang)


def spelling(
    essays: Counted,
    out: Table = None,
    lang: Lang = "id",
) -> int:
    corpus = essays.load()
    return finish(kc.spelling(corpus), "spelling", out, corpus, lang)


def _query_first(command: str, query: str, paths: list[Path]) -> None:
    """Refuse a file before the query, which would be searched as a word."""
    if os.path.exists(query) and not any(map(os.path.exists, paths)):
        call = f"{program()} {command} {typed(' '.join(map(str, paths)))} {typed(query)}"
        raise InvalidArgument("query_first", call=call)


def _with_themes(what: str, themes: str, /, **given: object) -> None:
    """Refuse what only a theme query needs without one: it would silently have no effect."""
    for name, value in given.items():
        if value is not None and what != themes:
            raise InvalidArgument("option_what", option=f"--{name}", what=themes)
