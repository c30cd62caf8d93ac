"""Short forms and their definitions in texts."""
