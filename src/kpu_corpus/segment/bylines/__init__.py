"""What lines say about an essay: who wrote it, for which office, where and when."""
