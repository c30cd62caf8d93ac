"""Do results hold up? A lexicon tried on essays, and rankings under other settings."""
