"""Files that people take along: tables, tokens, a lexicon, a sheet to code in, a bundle."""
