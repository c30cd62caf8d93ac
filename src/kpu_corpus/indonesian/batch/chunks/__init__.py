"""Many texts → chunks between white space, each distinct one known by a number."""
