"""Asking the catalogue: an address -> what its page or file shows. ``site`` is the table of all addresses.

::

    parameters ──request──▶ Anfrage ──results──▶ Ergebnisliste ──listing, as_data──▶ page, JSON, CSV of the list
                              question, language   text -> concepts, expressions of the full-text index
                              ranking, facets      tiers of hits, counts (bitset: one bit per approach)
                              cards, lines         what the list shows of an approach
    id ──record──▶ Ansatzseite (approach: its parts; facts, outcomes, citations: values in words; umfeld: what it
                                stands among; similar: what is like it, and why; wording: a section as safe HTML)
    ids ──comparison──▶ columns side by side, and their files
    facets ──narrowing──▶ Auswahl ──grid──▶ target groups × topics ──places, places_map──▶ Länder, districts, map
           ──pictures──▶ costs and results, drawn
    citation ──laws──▶ laws, norms, and what stands beside them
    overview, keywords, abbreviation_list, method, research: the start page, the register, what the footer tells
"""
