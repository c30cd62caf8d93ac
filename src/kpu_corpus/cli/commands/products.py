"""Commands that write files to view or to share: report, explorer, bundle, export."""

from pathlib import Path
from typing import Annotated

import typer

import kpu_corpus as kc
from kpu_corpus.cli.finishing import WRITTEN, none, unwritten, written
from kpu_corpus.cli.loading import Counted
from kpu_corpus.cli.options import Lang, Lexicon, NGrams, NoText, Pairs, out_option, sizes
from kpu_corpus.cli.unmatched import tell_unmatched
from kpu_corpus.ground.frames import frame
from kpu_corpus.reporting.wording import Wording

DEFAULT_REPORT = Path("laporan.html")
DEFAULT_EXPLORER = Path("jelajah.html")
DEFAULT_BUNDLE = Path("kpu-corpus.zip")

Report = Annotated[Path, out_option(*WRITTEN)]
Page = Annotated[Path, out_option(".html")]
Archive = Annotated[Path, out_option(".zip")]
Exported = Annotated[
    Path, typer.Option("--out", "-o", callback=unwritten, help="export_out", readable=False)
]


def report(
    essays: Counted,
    out: Report = DEFAULT_REPORT,
    by: Annotated[str, typer.Option("--by", help="report_by")] = "essay",
    pairs: Pairs = None,
    no_text: NoText = False,
    lexicon: Lexicon = None,
    lang: Lang = "id",
) -> int:
    corpus = essays.in_order()
    tokens = kc.preprocess(corpus)
    made = kc.report(
        tokens, out, by=none(by), pairs=pairs, lexicon=lexicon, lang=lang, text=not no_text
    )
    tell_unmatched(tokens, lexicon, lang)
    return written("report_written", corpus, lang, path=made.resolve(), essays=len(corpus))


def explorer(
    essays: Counted,
    out: Page = DEFAULT_EXPLORER,
    no_text: NoText = False,
    no_passages: Annotated[bool, typer.Option("--no-passages", help="no_passages")] = False,
    lexicon: Lexicon = None,
    lang: Lang = "id",
) -> int:
    from kpu_corpus.analysis.reuse.passages import PASSAGES

    corpus = essays.in_order()
    tokens = kc.preprocess(corpus)
    found = frame(PASSAGES, []) if no_passages else None
    made = kc.explorer(tokens, out, passages=found, lexicon=lexicon, lang=lang, text=not no_text)
    size = Wording(lang).decimal(made.stat().st_size / 1e6, 1)
    told = {"path": made.resolve(), "essays": len(corpus), "size": size}
    return written("explorer_written", corpus, lang, **told)


def bundle(
    essays: Counted,
    out: Archive = DEFAULT_BUNDLE,
    lexicon: Lexicon = None,
    lang: Lang = "id",
) -> int:
    corpus = essays.load()
    made = kc.bundle(corpus, out, lexicon=lexicon)
    return written("bundle_written", corpus, lang, path=made.resolve(), essays=len(corpus))


def export(
    essays: Counted,
    to: Annotated[str, typer.Option("--to", help="export_to")],
    out: Exported,
    ngrams: NGrams = "1",
    lang: Lang = "id",
) -> int:
    corpus = essays.load()
    made = kc.export(corpus, out, to=to, ngrams=sizes(ngrams))
    return written("export_written", corpus, lang, path=made.resolve(), essays=len(corpus))
