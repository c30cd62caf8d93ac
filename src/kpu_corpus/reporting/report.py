"""The theme report in one file; its suffix determines the format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kpu_corpus.analysis.lexicon import Lexicon, load_lexicon
from kpu_corpus.corpus import Corpus
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.checks import flag, language
from kpu_corpus.ground.writing import ending, write_whole
from kpu_corpus.labels import Language
from kpu_corpus.reporting.content import Report, content
from kpu_corpus.reporting.figures import Figures, figures
from kpu_corpus.reporting.html import write_page
from kpu_corpus.reporting.word.docx import write_document
from kpu_corpus.reporting.workbooks.xlsx import write_workbook
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.given import as_tokens


def report(
    tokens: Tokens | Corpus,
    path: str | Path,
    *,
    lexicon: str | Path | Lexicon | pd.DataFrame | None = None,
    lang: Language | str = "id",
    by: str | None = "essay",
    text: bool = True,
    pairs: str | None = None,
) -> Path:
    """Write the theme report of a corpus and return its path.

    It begins with a summary in plain sentences, then shows the heatmap, the themes with their
    intervals and best evidence, keywords, differences between groups, shared passages, spelling
    findings, what was read and skipped, method and limits including the effect of other settings,
    the texts and the manifest. All formats have the same content. The same input gives the same
    bytes.

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).
    path
        Where to write: ``.html`` makes one self-contained page without scripts, ``.docx`` a
        document for Word or LibreOffice, ``.xlsx`` a workbook with one table per sheet and all
        evidence.
    lexicon
        None for the shipped ten themes, a shipped name, or a file (.toml, .xlsx, .csv) or table of
        your own.
    lang
        ``"id"`` (default) or ``"en"``: the language of the report, not of the essays.
    by
        The columns of the heatmap, the rows of the keywords and the groups to compare: ``"essay"``,
        another column of ``corpus.essays``, or None for the whole corpus, which is also used for
        more than eight essays that are all too short for shares. Unless a column is named, offices
        or authors are compared if there are at most twelve of them and at least two have several
        essays each, otherwise up to twelve single essays. Of two groups, the last is compared with
        the first.
    text
        False leaves out the full texts and all but the best sentences of evidence (at most three
        per theme); these and the beginnings of shared passages are still quoted.
    pairs
        The column that identifies the writers, if the same people wrote an essay in each of the two
        groups of ``by``: these are then compared person by person, as with ``pairs`` in
        :func:`kpu_corpus.compare`.

    Raises
    ------
    InvalidArgument
        Another suffix or language, ``by`` or ``pairs`` is not a column of the essays, ``text`` is
        neither True nor False, or the pairs are invalid: more than two groups, fewer than two
        people in both.
    InvalidLexicon
        The lexicon breaks its format.
    SourceNotFound
        There is no such lexicon.
    MissingExtra
        A package for the format is not installed (extra ``report``).
    KpuCorpusError
        The file cannot be written.

    Examples
    --------
    >>> import kpu_corpus as kc, tempfile, pathlib
    >>> corpus = kc.load({"a": "Kami menjaga integritas. Kami belajar."})
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     kc.report(corpus, pathlib.Path(folder) / "laporan.html").name
    'laporan.html'
    """
    target = ending(path, *WRITERS)
    language(lang)
    text, made = flag("text", text), figures(as_tokens(tokens), load_lexicon(lexicon), by, pairs)
    said = content(made, lang, text=text)
    write = WRITERS[target.suffix.lower()]
    return write_whole(target, lambda name: write(made, said, name))


WRITERS: dict[str, Callable[[Figures, Report, str], None]] = {
    ".html": write_page,
    ".docx": write_document,
    ".xlsx": write_workbook,
}
