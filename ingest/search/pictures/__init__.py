"""Costs and results as pictures: what is in one (choice), its values, how it is drawn (scale, picture)."""
