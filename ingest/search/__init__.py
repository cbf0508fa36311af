"""Asking the catalogue: parameters -> query -> ranked approaches with facet counts, one answer for page, JSON and CSV.

::

    parameters ──anfrage──▶ Anfrage ──liste──▶ Ergebnisliste (rows of karten, counts of facets)
                               query: text -> FTS5 expression
                               facets: declared facets, counted with one bit per approach
    id ──ansatz──▶ one approach whole        overview: what the catalogue holds, for the start page
"""
