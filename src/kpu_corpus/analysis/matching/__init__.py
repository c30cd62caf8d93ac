"""Where the patterns of a lexicon stand in a token stream."""
