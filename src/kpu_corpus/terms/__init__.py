"""Tokens → counts of roots and phrases, their names, forms and background."""
