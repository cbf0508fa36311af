"""Asking the catalogue: parameters -> query -> ranked approaches with facet counts, one answer for page, JSON and CSV.

::

    parameters ──request──▶ Anfrage ──results──▶ Ergebnisliste ──page──▶ what stands around the hits
                                         query    text -> expression of the full-text index
                                         facets   declared facets, one bit per approach, counts
                                         cards    what the list shows of an approach
    id ──record──▶ Ansatzseite (approach: its parts; wording: a section's text as safe HTML)
    facets ──narrowing──▶ Auswahl ──grid──▶ target groups × topics ──places, places_map──▶ Länder, districts, map
    overview: what the catalogue holds, for the start page
"""
