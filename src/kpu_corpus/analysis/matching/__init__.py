"""Where the patterns of a lexicon match in a token stream."""
