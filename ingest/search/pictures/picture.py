"""Values on an axis -> SVG: the head of a picture, one strip or bar for each of its rows, the signs of its legend.

Places are in per cent of the width, heights in pixels: a picture is as wide as its column, and its letters and signs
stay as large as they are. Colours are classes of ``bilder.css``. Printed and computed figures differ in shape, too.
Only the head is an image with a name; a row stands beside its own words, so a screen reader passes over its strip.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

from ingest import display
from ingest.search.pictures.scale import Skala

HERKUNFT: dict[str, str] = {"gedruckt": "gedruckt", "berechnet": "von uns berechnet"}
"""Where a figure comes from -> how it is said."""

FORMEN = {"gedruckt": ("circle", {"r": "6"}), "berechnet": ("path", {"d": "M0-7.5 7.5 0 0 7.5-7.5 0z"})}
"""Where a figure comes from -> its sign: a full dot, an empty diamond."""

RAND = 30
"""So near to an end of the axis, in per cent, the words above it begin or end where they point to."""

GRENZEN = {"max": (0, None), "unter": (0, None), "mind": (None, 100)}
"""Qualifier of a limit -> where the line of what it allows begins or ends; ``None`` is the value itself."""


@dataclass(frozen=True)
class Marke:
    """A figure in a picture; with the code of a limit, what it allows is drawn as a line."""

    wert: float
    herkunft: str
    genauigkeit: str = "genau"


@dataclass(frozen=True)
class Mitte:
    """What lies in the middle of the row of values: one value, or all between two."""

    von: float
    bis: float
    text: str


def head(name: str, titel: str, beschreibung: str, skala: Skala, marken: Iterable[Marke], mitte: Mitte | None) -> str:
    """Axis with all figures of a picture; ``name`` makes its ids, title and description say what is to be seen."""
    svg = Element("svg", {"class": "bild-kopf", "role": "img", "aria-labelledby": f"{name}-name {name}-sinn"})
    SubElement(svg, "title", id=f"{name}-name").text = titel
    SubElement(svg, "desc", id=f"{name}-sinn").text = beschreibung
    if mitte:
        _middle(svg, skala, mitte)
    _line(svg, "achse", (0, 100), ("42", "42"))
    for strich in skala.striche:
        _line(svg, "achse", (skala.x(strich),) * 2, ("42", "47"))
        _text(svg, skala.x(strich), "61", display.zahl(strich))
    for marke in marken:
        _sign(svg, _percent(skala.x(marke.wert)), "28", marke.herkunft)
    return _written(svg)


def strip(skala: Skala, marken: Sequence[Marke]) -> str:
    """Figures of one row; several of them are joined by a line."""
    svg = Element("svg", {"class": "bild-streifen", "aria-hidden": "true"})
    for strich in skala.striche:
        _line(svg, "gitter", (skala.x(strich),) * 2, ("0", "100%"))
    places = [skala.x(marke.wert) for marke in marken]
    if len(places) > 1:
        _line(svg, "spanne", (min(places), max(places)), ("50%", "50%"))
    for marke, x in zip(marken, places, strict=True):
        if marke.genauigkeit in GRENZEN:
            von, bis = GRENZEN[marke.genauigkeit]
            _line(svg, "grenze", (x if von is None else von, x if bis is None else bis), ("50%", "50%"))
        _sign(svg, _percent(x), "50%", marke.herkunft)
    return _written(svg)


def bar(skala: Skala, marke: Marke) -> str:
    """Bar of one row, from the beginning of the axis to the figure; nothing in it but straight edges may stretch."""
    svg = Element(
        "svg", {"class": "bild-balken", "viewBox": "0 0 100 8", "preserveAspectRatio": "none", "aria-hidden": "true"}
    )
    lines = "".join(f"M{skala.x(strich):g} 0V8" for strich in skala.striche)
    SubElement(svg, "path", {"class": "gitter", "d": lines})
    width = f"{skala.x(marke.wert):g}"
    SubElement(svg, "rect", {"class": f"balken aus-{marke.herkunft}", "width": width, "y": "2", "height": "4"})
    return _written(svg)


def signs(herkunft: str, *, balken: bool = False) -> str:
    """Sign of the legend; with that of its bar beside it, where there are bars."""
    svg = Element("svg", {"class": "bild-zeichen", "aria-hidden": "true", "width": "48" if balken else "20"})
    if balken:
        place = {"x": "24", "y": "3", "width": "22", "height": "10"}
        SubElement(svg, "rect", {"class": f"balken aus-{herkunft}", **place})
    _sign(svg, "9", "8", herkunft)
    return _written(svg)


def _middle(svg: Element, skala: Skala, mitte: Mitte) -> None:
    von, bis = skala.x(mitte.von), skala.x(mitte.bis)
    if bis > von:
        place = {"x": _percent(von), "y": "16", "width": _percent(round(bis - von, 2)), "height": "26"}
        SubElement(svg, "rect", {"class": "mitte-band", **place})
    for x in {von: None, bis: None}:
        _line(svg, "mitte", (x, x), ("16", "42"))
    at = round((von + bis) / 2, 2)
    _text(svg, at, "11", mitte.text, "start" if at < RAND else "end" if at > 100 - RAND else "middle")


def _sign(svg: Element, x: str, y: str, herkunft: str) -> None:
    place = SubElement(svg, "svg", {"x": x, "y": y, "overflow": "visible", "class": f"marke aus-{herkunft}"})
    SubElement(place, *FORMEN[herkunft])


def _line(svg: Element, name: str, x: tuple[float, float], y: tuple[str, str]) -> None:
    SubElement(svg, "line", {"class": name, "x1": _percent(x[0]), "x2": _percent(x[1]), "y1": y[0], "y2": y[1]})


def _text(svg: Element, x: float, y: str, text: str, anker: str = "middle") -> None:
    SubElement(svg, "text", {"x": _percent(x), "y": y, "text-anchor": anker}).text = text


def _percent(x: float) -> str:
    return f"{x:g}%"


def _written(svg: Element) -> str:
    return tostring(svg, encoding="unicode")
