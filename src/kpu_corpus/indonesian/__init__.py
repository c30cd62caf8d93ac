"""The Indonesian language: pure functions on strings and word lists; knows nothing of essays."""
