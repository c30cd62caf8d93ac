"""Words in their places: around them, beside them, over the essays."""
