"""The content of each section of a report, computed once from the figures for all formats."""
