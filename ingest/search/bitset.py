"""Sets of approach numbers as integers, one bit each: union, cut and count are single operations.

>>> found = bits([0, 3])
>>> found == 0b1001, contains(found, 3), contains(found, 1)
(True, True, False)
"""

from __future__ import annotations

from collections.abc import Iterable


def bits(numbers: Iterable[int]) -> int:
    """Set of numbers, bit by bit."""
    chosen = list(numbers)
    buffer = bytearray(max(chosen) // 8 + 1 if chosen else 0)
    for number in chosen:
        buffer[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(buffer, "little")


def contains(found: int, number: int) -> bool:
    """Whether a number is in a set."""
    return bool(found >> number & 1)
