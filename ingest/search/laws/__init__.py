"""The catalogue by law: which norm is cited by whom, with which others; ``norm_address`` leads to a norm's page."""

from ingest.search.laws.norm import law_address, norm_address

__all__ = ["law_address", "norm_address"]
