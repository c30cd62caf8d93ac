"""Human coders against the machine: samples, codes read back, figures, disagreements."""
