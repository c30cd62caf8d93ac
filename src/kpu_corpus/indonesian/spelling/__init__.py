"""Misspelt, joined, split or non-standard words, each with what was meant."""
