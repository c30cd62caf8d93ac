"""What lines tell of an essay: who wrote it, for which office, where and when."""
