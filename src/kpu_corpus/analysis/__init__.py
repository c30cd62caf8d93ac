"""What the counts say: every result is a DataFrame, every formula a pure function."""
