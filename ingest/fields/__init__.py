"""One file per kind of value; each turns clean text into found values with their place.

Every finder has the same shape: ``find(text: Lesetext) -> list[Fund[...]]``, in reading order.
"""
