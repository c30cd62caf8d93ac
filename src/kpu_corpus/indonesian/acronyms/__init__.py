"""Short forms and what texts say that they stand for."""
