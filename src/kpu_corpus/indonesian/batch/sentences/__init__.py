"""Lines of many texts → units as columns, the same as found in one text at a time."""
