"""The machine against people: samples to code, codes read back, figures, disagreements."""
