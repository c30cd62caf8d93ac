"""A word form → its root, by lists, by affixes taken off, or as PySastrawi does it."""
