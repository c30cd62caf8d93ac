"""Lines of a source → a page: what of it is furniture, what is counted or named."""
