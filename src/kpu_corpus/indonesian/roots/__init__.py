"""A word form → its root: by lists, by stripping affixes, or as PySastrawi does it."""
