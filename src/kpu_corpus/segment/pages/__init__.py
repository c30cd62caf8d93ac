"""Lines of a source → a page: which of them are furniture, numbered or named."""
