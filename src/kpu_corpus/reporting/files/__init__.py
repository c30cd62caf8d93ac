"""Files to take along: tables, tokens, a lexicon, a coding sheet, a bundle."""
