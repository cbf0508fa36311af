"""Sets of approach numbers as integers, one bit each: union, cut and count are single operations.

>>> found = bits([0, 3])
>>> found == 0b1001, contains(found, 3), contains(found, 1)
(True, True, False)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray


def bits(numbers: Iterable[int]) -> int:
    """Set of numbers, bit by bit."""
    chosen = np.fromiter(numbers, dtype=np.int64)
    flags = np.zeros(int(chosen.max()) + 1 if len(chosen) else 0, dtype=np.uint8)
    flags[chosen] = 1
    return int.from_bytes(np.packbits(flags, bitorder="little").tobytes(), "little")


def flags(found: int, size: int) -> NDArray[np.uint8]:
    """The numbers below ``size``, each 1 or 0: for sums over all of them at once.

    >>> flags(0b1001, 6).tolist()
    [1, 0, 0, 1, 0, 0]
    """
    mask = np.frombuffer(found.to_bytes((size + 7) // 8, "little"), dtype=np.uint8)
    return np.unpackbits(mask, count=size, bitorder="little")


def lookup(found: int) -> Callable[[int], bool]:
    """``contains`` for many numbers: a shift of a long integer copies it, a look into bytes does not.

    >>> has = lookup(0b1001)
    >>> has(3), has(1), has(99)
    (True, False, False)
    """
    mask = found.to_bytes((found.bit_length() + 7) // 8, "little")
    last = len(mask) * 8
    return lambda number: number < last and bool(mask[number >> 3] >> (number & 7) & 1)


def contains(found: int, number: int) -> bool:
    """Whether a number is in a set."""
    return bool(found >> number & 1)
