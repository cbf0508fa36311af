"""German words as the search sees them: one analysis for what is indexed and for what is asked."""
