"""What a reader of a page sees of it."""

import html
import re

NBSP = "\N{NO-BREAK SPACE}"


def text_of(response):
    """Text without tags, one blank between words; an explained abbreviation is a part of its word."""
    body = re.sub(r"</?abbr\b[^>]*>", "", response.text)
    body = re.sub(r"<(style|script)\b.*?</\1>", " ", body, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).replace(NBSP, " ").split())
