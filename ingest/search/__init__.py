"""Asking the catalogue: parameters -> query -> ranked approaches with facet counts, one answer for page, JSON and CSV.

::

    parameters ──request──▶ Anfrage ──results──▶ Ergebnisliste ──page──▶ what stands around the hits
                                         query    text -> expression of the full-text index
                                         facets   declared facets, one bit per approach, counts
                                         cards    what the list shows of an approach
    parameters ──pictures──▶ what the pictures of costs and results show, and their drawing
    id ──record──▶ Ansatzseite (approach: its parts; facts, outcomes, citations: values in words; umfeld: what it
                                stands among; similar: what is like it, and why; wording: a section as safe HTML)
    overview: what the catalogue holds, for the start page
"""
