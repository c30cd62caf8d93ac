"""How much each essay asserts each theme, and every supporting place."""
