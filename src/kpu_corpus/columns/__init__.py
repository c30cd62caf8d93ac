"""Columns about essays: names, similar values, groups, and what may be published."""
