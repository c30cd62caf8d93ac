"""Does it hold? A lexicon tried on essays, and rankings under other settings."""
