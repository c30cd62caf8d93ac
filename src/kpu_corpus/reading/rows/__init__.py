"""Rows of tables → sources: the columns, and which one holds the texts."""
