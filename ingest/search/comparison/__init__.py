"""Approaches side by side: their cells and rows, the table with the way to the next one, the files of it."""
