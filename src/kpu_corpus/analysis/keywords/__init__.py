"""What marks a text: terms weighted, ranked, and held against a background."""
