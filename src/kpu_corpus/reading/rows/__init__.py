"""Rows of tables → sources: which columns there are, which holds the texts."""
