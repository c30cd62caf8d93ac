"""How two sides differ: words by rate, themes by share, groups in turn."""
