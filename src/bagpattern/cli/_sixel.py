"""Sixels: a picture as text that older terminals, and many new ones, show [vt100.net/docs/vt3xx-gp/chapter14.html]."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Bytes = NDArray[np.uint8]
    Whole = NDArray[np.int64]

_COLOURS = 250
"""A terminal has 256 registers; a flat has some tens of colours, and the steps between them."""
_HIGH = 6
"""Rows of dots in a line of sixels."""


def sixels(png: bytes) -> str:
    """A picture, 8 bits for red, green, blue and opacity, as sixels."""
    numbers, palette = _reduced(pixels(png)[:, :, :3])
    high, wide = numbers.shape
    registers = (
        f"#{number};2;" + ";".join(str(round(each / 2.55)) for each in colour) for number, colour in enumerate(palette)
    )
    lines = (_line(numbers[at : at + _HIGH]) for at in range(0, high, _HIGH))
    return f'\x1bP0;0;0q"1;1;{wide};{high}' + "".join(registers) + "-".join(lines) + "\x1b\\"


def _line(rows: Whole) -> str:
    """Each colour's dots, one colour over the other."""
    import numpy as np

    weights = 1 << np.arange(len(rows))[:, None]
    found = ((number, ((rows == number) * weights).sum(axis=0)) for number in np.unique(rows))
    return "$".join(f"#{number}" + "".join(_repeated(dots)) for number, dots in found)


def _repeated(dots: Whole) -> Iterator[str]:
    import numpy as np

    starts = np.concatenate([[0], np.flatnonzero(np.diff(dots)) + 1, [len(dots)]])
    for start, end in zip(starts[:-1].tolist(), starts[1:].tolist(), strict=True):
        letter = chr(63 + int(dots[start]))
        yield letter * (end - start) if end - start < 4 else f"!{end - start}{letter}"


def _reduced(picture: Bytes) -> tuple[Whole, list[list[int]]]:
    """Each pixel's number in a palette of the colours that are most frequent, or the one that is nearest to it."""
    import numpy as np

    coarse = (picture >> 3).astype(np.int64)
    packed = coarse[:, :, 0] << 10 | coarse[:, :, 1] << 5 | coarse[:, :, 2]
    found, where, counts = np.unique(packed.ravel(), return_inverse=True, return_counts=True)
    kept = np.sort(np.argsort(-counts, kind="stable")[:_COLOURS])
    colours = np.stack([found >> 10, found >> 5 & 31, found & 31], axis=1)
    apart = ((colours[:, None] - colours[None, kept]) ** 2).sum(axis=2)
    palette = np.rint(colours[kept] * 255 / 31).astype(int)
    return apart.argmin(axis=1)[where].reshape(packed.shape), palette.tolist()


# PNG ------------------------------------------------------------------------------------------------------------------

_CHANNELS = 4


def pixels(png: bytes) -> Bytes:
    """A PNG's pixels, rows x columns x 4. Raises ValueError for one that is not of 8 bits for each of four channels."""
    import numpy as np

    wide, high, kind = 0, 0, b""
    packed, at = b"", 8
    while at < len(png):
        length, name = struct.unpack_from(">I4s", png, at)
        content = png[at + 8 : at + 8 + length]
        if name == b"IHDR":
            wide, high, kind = *struct.unpack_from(">II", content), content[8:]
        packed += content if name == b"IDAT" else b""
        at += 12 + length
    if kind != b"\x08\x06\0\0\0":
        raise ValueError("a picture of another kind than ours")
    rows = np.frombuffer(zlib.decompress(packed), np.uint8).reshape(high, 1 + wide * _CHANNELS)
    return _unfiltered(rows[:, 0].tolist(), rows[:, 1:].reshape(high, wide, _CHANNELS))


def _unfiltered(filters: list[int], rows: Bytes) -> Bytes:
    """Each row is told by what differs from its neighbours on the left and above [www.w3.org/TR/png-3, 9]."""
    import numpy as np

    found = np.zeros_like(rows)
    above = np.zeros_like(rows[0])
    for number, kind in enumerate(filters):
        row = rows[number]
        if kind == 1:
            row = row.cumsum(axis=0, dtype=np.uint8)
        elif kind == 2:
            row = row + above
        elif kind > 2:
            row = _predicted(kind, row, above)
        found[number] = above = row
    return found


def _predicted(kind: int, row: Bytes, above: Bytes) -> Bytes:
    """By the mean of left and above (3), or whichever of left, above, and between is nearest to their plane (4)."""
    import numpy as np

    before, corner = [0] * _CHANNELS, [0] * _CHANNELS
    found = []
    for told, up in zip(row.tolist(), above.tolist(), strict=True):
        guess = map(_mean if kind == 3 else _nearest, before, up, corner)
        before, corner = [(one + other) & 255 for one, other in zip(told, guess, strict=True)], up
        found.append(before)
    return np.array(found, np.uint8)


def _mean(left: int, up: int, corner: int) -> int:
    return (left + up) // 2


def _nearest(left: int, up: int, corner: int) -> int:
    plane = left + up - corner
    return min((left, up, corner), key=lambda each: abs(plane - each))
