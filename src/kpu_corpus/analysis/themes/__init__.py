"""How much each essay asserts each theme, and every place that says so."""
