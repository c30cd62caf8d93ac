"""Essays by their columns: names, values that look alike, groups, and what may be passed on."""
