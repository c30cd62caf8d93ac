"""What commands say of a lexicon of one's own: which of its patterns match nowhere."""

from kpu_corpus.cli.finishing import say
from kpu_corpus.labels import label
from kpu_corpus.tokens import Tokens

SHOWN = 10  # patterns named in the line; the others are counted


def tell_unmatched(tokens: Tokens, lexicon: str | None, lang: str) -> None:
    """Name the patterns of a user's own file that match nowhere in the texts, in one line."""
    from kpu_corpus.analysis.lexicon import SHIPPED, load_lexicon
    from kpu_corpus.analysis.unmatched import unmatched

    if lexicon is None or lexicon in SHIPPED:
        return
    found = [
        label(
            f"cli.no_match_{'row' if pattern.row else 'theme'}",
            lang,
            row=pattern.row,
            theme=theme,
            match="; ".join(pattern.match),
        )
        for theme, pattern in unmatched(tokens, load_lexicon(lexicon))
    ]
    if found:
        more = f", … (+{len(found) - SHOWN})" if len(found) > SHOWN else ""
        say(label("cli.no_match", lang, patterns=", ".join(found[:SHOWN]) + more))
