"""Values -> places on an axis, in per cent of its width, with marks at round numbers.

An axis begins at zero, so that twice the amount lies twice as far; only where the largest value is ``WEIT`` times the
smallest or more, it is logarithmic, because the small ones would lie on top of each other.

>>> skala = scale([423.69, 1300])
>>> skala.striche, skala.x(750), skala.logarithmisch
((0, 500, 1000, 1500), 50.0, False)
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest import display

WEIT = 50
"""Largest by smallest value from which an axis is logarithmic."""

ZEICHEN = 30
"""Characters that fit side by side under the narrowest axis, on a phone of 320 pixels."""


@dataclass(frozen=True)
class Skala:
    """An axis from its first to its last mark, in the unit of the values."""

    striche: tuple[float, ...]
    logarithmisch: bool = False

    def x(self, value: float) -> float:
        """Place of a value, from 0 at the first mark to 100 at the last; rounded to hundredths."""
        first, last, at = (self._place(number) for number in (self.striche[0], self.striche[-1], value))
        return round(100 * (at - first) / (last - first), 2)

    def _place(self, value: float) -> float:
        return math.log10(value) if self.logarithmisch else value

    @property
    def satz(self) -> str:
        """What a reader should know of the axis."""
        if self.logarithmisch:
            return "Die Achse ist logarithmisch: Gleiche Abstände bedeuten das gleiche Vielfache."
        return "Die Achse beginnt bei null: Doppelt so weit rechts bedeutet doppelt so viel."


PROZENT = Skala((0, 25, 50, 75, 100))
"""Axis of shares."""


def scale(values: Sequence[float]) -> Skala:
    """Axis that holds all values, none of them negative, with as many marks as can be read side by side.

    >>> scale([12, 4800]).striche, scale([12, 4800]).logarithmisch
    ((10, 100, 1000, 10000), True)
    """
    least, most = min(values), max(values)
    if least < 0:
        raise ValueError(f"no axis for a negative value: {least}")
    far = least > 0 and most / least >= WEIT
    candidates = _powers(least, most) if far else _steps(most)
    return Skala(next(marks for marks in candidates if readable(marks)), logarithmisch=far)


def readable(marks: Sequence[float]) -> bool:
    """Whether the numbers at the marks have room, each with a blank before it; both ends always have.

    >>> readable((0, 500, 1000)), readable(range(0, 1000, 50))
    (True, False)
    """
    return len(marks) == 2 or (len(marks) - 1) * (1 + max(len(display.zahl(mark)) for mark in marks)) <= ZEICHEN


def _steps(most: float) -> Iterator[tuple[float, ...]]:
    """Marks from zero at steps of 1, 2 or 5 times a power of ten, finer ones first."""
    power = math.floor(math.log10(most)) - 1 if most else 0
    while True:
        for factor in (1, 2, 5):
            count = max(1, math.ceil(round(most / (factor * 10.0**power), 9)))
            yield tuple(_round(n * factor, power) for n in range(count + 1))
        power += 1


def _powers(least: float, most: float) -> Iterator[tuple[float, ...]]:
    """Marks at powers of ten, all of them first, then fewer and fewer."""
    first, last = math.floor(math.log10(least)), math.ceil(math.log10(most))
    for step in range(1, last - first + 1):
        count = math.ceil((last - first) / step)
        yield tuple(_round(1, first + n * step) for n in range(count + 1))


def _round(factor: int, power: int) -> float:
    """``factor`` times a power of ten, without the dust of binary fractions."""
    return factor * 10**power if power >= 0 else float(f"{factor}e{power}")
