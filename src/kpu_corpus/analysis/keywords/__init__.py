"""What characterises a text: terms weighted, ranked and compared with a background."""
