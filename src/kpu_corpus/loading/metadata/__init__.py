"""A table about the essays, joined to them: its key, its rows, matches and mismatches."""
