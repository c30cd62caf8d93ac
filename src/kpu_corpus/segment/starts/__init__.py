"""Where essays begin on a page: titles, authors, what stands above them."""
