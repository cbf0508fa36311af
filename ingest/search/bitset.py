"""Sets of approach numbers as integers, one bit each: union, cut and count are single operations.

>>> found = bits([0, 3])
>>> found == 0b1001, contains(found, 3), contains(found, 1)
(True, True, False)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray


def bits(numbers: Iterable[int]) -> int:
    """Set of numbers, bit by bit."""
    chosen = numbers if isinstance(numbers, np.ndarray) else np.fromiter(numbers, dtype=np.int64)
    flags = np.zeros(int(chosen.max()) + 1 if len(chosen) else 0, dtype=np.uint8)
    flags[chosen] = 1
    return int.from_bytes(np.packbits(flags, bitorder="little").tobytes(), "little")


def listed_bits(numbers: str) -> int:
    """Set of the numbers in a text, as SQLite's ``group_concat`` writes them.

    >>> listed_bits("0,3") == 0b1001, listed_bits("")
    (True, 0)
    """
    return bits(np.fromstring(numbers, dtype=np.int64, sep=",")) if numbers else 0


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


AUF_EINMAL = 256
"""So many words of every set are counted in one go; they fit into the processor's own memory."""


class Tafel:
    """Sets side by side, so that what each shares with another one is counted in one step.

    >>> Tafel([0b1001, 0b0010, 0]).shared(0b1011)
    [2, 1, 0]
    """

    def __init__(self, sets: Sequence[int]) -> None:
        """Keep the sets word by word: the words in which a set holds nothing need not be read."""
        self._bytes = 8 * max(1, *(-(-one.bit_length() // 64) for one in sets), 1)
        self._worte = np.stack([self._read(one) for one in sets], axis=1)

    def shared(self, other: int) -> list[int]:
        """How many members each set shares with another one."""
        words = self._read(other)
        filled = np.flatnonzero(words)
        counts = np.zeros(self._worte.shape[1], dtype=np.int64)
        for first in range(0, len(filled), AUF_EINMAL):
            some = filled[first : first + AUF_EINMAL]
            counts += np.bitwise_count(self._worte[some] & words[some, None]).sum(axis=0, dtype=np.int64)
        return [int(count) for count in counts]

    def _read(self, one: int) -> NDArray[np.uint64]:
        return np.frombuffer(one.to_bytes(self._bytes, "little"), dtype="<u8")
