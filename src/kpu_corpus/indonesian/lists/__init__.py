"""Words known by heart: stop words, names and fixed phrases, abbreviations, common words."""
