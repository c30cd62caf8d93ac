"""A table about the essays, joined to them: its key, its rows, what fits and what does not."""
