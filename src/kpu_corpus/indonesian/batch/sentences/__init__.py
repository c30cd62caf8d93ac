"""Lines of many texts → units as columns, the same that are found in one text at a time."""
