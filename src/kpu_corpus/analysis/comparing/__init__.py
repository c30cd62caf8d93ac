"""What two sides say differently: words by rate, themes by share, groups in turn."""
