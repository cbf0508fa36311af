"""Sets of approach numbers as integers, one bit each: union, cut and count are single operations.

>>> found = bits([0, 3])
>>> found == 0b1001, contains(found, 3), contains(found, 1)
(True, True, False)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import numpy as np


def bits(numbers: Iterable[int]) -> int:
    """Set of numbers, bit by bit."""
    chosen = np.fromiter(numbers, dtype=np.int64)
    flags = np.zeros(int(chosen.max()) + 1 if len(chosen) else 0, dtype=np.uint8)
    flags[chosen] = 1
    return int.from_bytes(np.packbits(flags, bitorder="little").tobytes(), "little")


def lookup(found: int) -> Callable[[int], bool]:
    """``contains`` for many numbers: a shift of a long integer copies it, a look into bytes does not.

    >>> has = lookup(0b1001)
    >>> has(3), has(1), has(99)
    (True, False, False)
    """
    mask = found.to_bytes((found.bit_length() + 7) // 8, "little")
    last = len(mask) * 8
    return lambda number: number < last and bool(mask[number >> 3] >> (number & 7) & 1)


def smallest(found: int, most: int) -> Iterator[int]:
    """The smallest numbers of a set, however large it is.

    >>> list(smallest(0b11010, 2)), list(smallest(0, 2))
    ([1, 3], [])
    """
    for _ in range(min(most, found.bit_count())):
        lowest = found & -found
        yield lowest.bit_length() - 1
        found ^= lowest


def contains(found: int, number: int) -> bool:
    """Whether a number is in a set."""
    return bool(found >> number & 1)
