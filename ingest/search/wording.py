"""Wording of a printed section -> safe HTML.

The texts are other people's: their paragraphs, lists and tables are shown, their code never runs.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt

MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table").disable(["image", "link", "autolink", "code"])


TABELLE = re.compile(r"(?m)^.*\t.*$(?:\n^.*\t.*$)*")
"""Lines that follow one another and hold tabs: a table of the converted document."""


def _pipe_table(match: re.Match[str]) -> str:
    lines = [[cell.strip().replace("|", r"\|") for cell in line.split("\t")] for line in match[0].split("\n")]
    width = max(map(len, lines))
    padded = [[*line, *[""] * (width - len(line))] for line in lines]
    head, *body = [f"| {' | '.join(line)} |" for line in padded]
    return "\n".join(["", head, f"|{' --- |' * width}", *body, ""])


TABELLENRAHMEN = '<div class="tabellenrahmen" role="region" aria-label="Tabelle aus dem Dokument" tabindex="0">'
"""A wide table scrolls in a frame that the keyboard reaches."""


def render(text: str) -> str:
    r"""Wording of a section -> safe HTML: its blocks, lists and tables; never its own HTML, links or images.

    Headings become bold paragraphs, so that a page keeps its outline.

    >>> render("# Ziel\n\nzwei *Tage* <b>")
    '<p><strong>Ziel</strong></p>\n<p>zwei <em>Tage</em> &lt;b&gt;</p>\n'
    >>> "<td>8</td>" in render("Jahr\tPlätze\n2012\t8")
    True
    """
    html: str = MARKDOWN.render(TABELLE.sub(_pipe_table, text))
    html = re.sub(r"<h[1-6]>(.*?)</h[1-6]>", r"<p><strong>\1</strong></p>", html, flags=re.DOTALL)
    html = html.replace("<table>", f"{TABELLENRAHMEN}<table>")
    return html.replace("</table>", "</table></div>")
