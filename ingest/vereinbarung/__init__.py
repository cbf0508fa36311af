"""What agreements of every kind have in common: their partners, who signed when, and the norms that they cite."""
