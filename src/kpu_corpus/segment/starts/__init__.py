"""Where essays begin on a page: titles, authors, and the lines above them."""
