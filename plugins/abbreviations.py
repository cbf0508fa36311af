"""Filters of the templates that explain abbreviations, and name a keyword in its address."""

from __future__ import annotations

from functools import lru_cache

from datasette import hookimpl
from jinja2 import Environment
from markupsafe import Markup, escape

from ingest.search.abbreviation_list import on_page
from ingest.search.abbreviations import load
from ingest.search.letters import kennung


@hookimpl
def prepare_jinja2_environment(env: Environment) -> None:
    """``text|abk`` explains, ``value|abkuerzungen`` lists a page's abbreviations, ``text|kennung`` is for addresses."""
    env.filters |= {"abk": explained, "abkuerzungen": on_page, "kennung": kennung}


@lru_cache(4096)  # the labels of the list stand on many cards
def explained(text: str | None) -> Markup:
    """Plain text as HTML, each known abbreviation in an ``abbr`` where it stands first.

    >>> explained("AGH <neu>")
    Markup('<abbr title="Arbeitsgelegenheit">AGH</abbr> &lt;neu&gt;')
    """
    abbr = Markup('<abbr title="{}">{}</abbr>')
    pieces = load().pieces(text or "")
    return Markup("").join(abbr.format(p.lang, p.text) if p.lang else escape(p.text) for p in pieces)
