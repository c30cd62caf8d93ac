"""One self-contained HTML file for exploring a corpus without Python."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kpu_corpus.analysis.lexicon import Lexicon, load_lexicon
from kpu_corpus.analysis.reuse.passages import PASSAGES
from kpu_corpus.analysis.status import STATUSES
from kpu_corpus.corpus import Corpus
from kpu_corpus.corpus.values import CATEGORY
from kpu_corpus.errors import InvalidArgument, one_of
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.checks import columns_of, flag, language
from kpu_corpus.ground.printable import encodable
from kpu_corpus.ground.writing import ending, write_whole_bytes
from kpu_corpus.labels import Language, label, section
from kpu_corpus.reporting.exploring.data import FIXED, LIKENESS, explorer_data
from kpu_corpus.reporting.standalone import page, template
from kpu_corpus.reporting.wording import Wording, clipped
from kpu_corpus.segment.bylines.identity import FIELDS
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.given import as_tokens

TITLE = 300
SCRIPTS = (  # put together in this order; only the first two are free of the page
    "explorer_tools.js",
    "explorer_search.js",
    "explorer_state.js",
    "explorer_lists.js",
    "explorer_reading.js",
    "explorer.js",
)
# Labels that the page shares with the report: both call things by the same names.
REPORTED = (
    *("skip_link", "of", "no_value", *(f"passage_{kind}" for kind in LIKENESS)),
    *(f"col_{name}" for name in (*FIXED, "folder", CATEGORY, *FIELDS)),
    *(
        f"{n}_{size}"
        for n in ("essays", "words", "sentences", "passages")
        for size in ("one", "many")
    ),
)


def explorer(
    tokens: Tokens | Corpus,
    path: str | Path,
    *,
    lexicon: str | Path | Lexicon | pd.DataFrame | None = None,
    lang: Language | str = "id",
    text: bool = True,
    passages: pd.DataFrame | None = None,
) -> Path:
    """Write a page for exploring a corpus in a browser, and return its path.

    A single self-contained file: search by root, concordance, highlighted themes, two essays side
    by side with linked shared passages, filters by metadata. The page address keeps the current
    view. The same input gives the same bytes.

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).
    path
        Where to write; the suffix must be ``.html``.
    lexicon
        None for the shipped ten themes, a shipped name, or a file (.toml, .xlsx, .csv) or table of
        your own.
    lang
        ``"id"`` (default) or ``"en"``: the language of the page, not of the essays.
    text
        False leaves the texts out: titles and metadata, counts of words and themes per essay and
        the word list (without numbers) remain; no sentence can be read or reconstructed.
    passages
        A table from :func:`kpu_corpus.shared_passages` for these essays; an empty one shows none.
        By default all pairs of essays are compared, which takes long for thousands of essays.

    Raises
    ------
    InvalidArgument
        Another suffix or language, ``text`` is neither True nor False, or ``passages`` is not such
        a table or names other essays.
    InvalidLexicon
        The lexicon breaks its format.
    SourceNotFound
        There is no such lexicon.
    KpuCorpusError
        The file cannot be written.

    Examples
    --------
    >>> import kpu_corpus as kc, tempfile, pathlib
    >>> corpus = kc.load({"a": "Kami menyelenggarakan pemilu. Kami belajar."})
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     kc.explorer(corpus, pathlib.Path(folder) / "jelajah.html").name
    'jelajah.html'
    """
    target = ending(path, ".html")
    language(lang)
    text, made = flag("text", text), as_tokens(tokens)
    _check(passages, {*made.corpus.ids})
    data = explorer_data(made, load_lexicon(lexicon), passages, text=text, lang=lang)
    return write_whole_bytes(target, encodable(render(data, lang)).encode("utf-8"))


def _check(passages: pd.DataFrame | None, known: set[str]) -> None:
    if passages is None:
        return
    columns = columns_of(passages)
    if not set(PASSAGES) <= set(columns):
        got = ", ".join(columns) or type(passages).__name__
        raise InvalidArgument("passages", got=got)
    for name in dict.fromkeys([*passages["essay_a"], *passages["essay_b"]]):
        if name not in known:
            raise one_of("passages", name, known)


def render(data: dict[str, Any], lang: str) -> str:
    """Return the page with the data; the same data gives the same text."""
    from markupsafe import Markup

    wording = Wording(lang)
    essays = data["essays"]
    counts = (
        wording.count("essays", len(essays["essay"])),
        wording.count("words", sum(essays["words"])),
    )
    report = section("report", lang)
    labels = {name: report[name] for name in REPORTED} | section("explorer", lang)
    labels |= {f"status_{name}": label(f"sheet.{name}", lang) for name in STATUSES}
    given = {"lang": lang, "labels": labels, "months": section("month", lang)}
    return page(
        "explorer.html.j2",
        style=template("explorer.css"),
        script="".join(map(template, SCRIPTS)),
        t=labels,
        lang=lang,
        subtitle=" · ".join(counts),
        essays=_listed(essays, wording),
        data=Markup(_json({**given, **data})),
    )


def _json(data: dict[str, Any]) -> str:
    """Return JSON that is safe inside HTML."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c")


def _listed(essays: dict[str, list[Any]], wording: Wording) -> list[list[str]]:
    """Return the rows of the list shown without scripts: title, then the other fields."""
    count = len(essays["essay"])
    known = [essays[name] for name in ("author", "unit", "date") if name in essays]
    titles = essays.get("title", [""] * count)
    rows = zip(essays["essay"], titles, *known, strict=True)
    return [
        [clipped(title or name, TITLE), *(wording.date(clipped(v, TITLE)) for v in rest if v)]
        for name, title, *rest in rows
    ]
