"""Word lists: stop words, names and fixed phrases, abbreviations, common words."""
