"""Similarity beyond the lexicon: essays, clusters of them, and topics."""
