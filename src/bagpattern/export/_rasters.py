"""PNG files of nothing but their pixels: the same pixels are the same bytes."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bagpattern.model.logo import Raster

GREY, COLOURED, PALETTE = 0, 2, 3
"""What a pixel of a PNG is: a level of grey, levels of red, green and blue, or the number of a colour."""


def plain_png(picture: Raster) -> bytes:
    """The picture, 8 bits a channel."""
    wide = 3 * picture.width
    rows = b"".join(b"\0" + picture.levels[at * wide : (at + 1) * wide] for at in range(picture.height))
    return png_file(picture.width, picture.height, COLOURED, [(b"IDAT", zlib.compress(rows, 9))])


def png_file(width: int, height: int, pixel: int, inner: Iterable[tuple[bytes, bytes]]) -> bytes:
    """A PNG [www.w3.org/TR/png-3], 8 bits a channel, of the names and contents of what is between its head and end."""
    head = struct.pack(">IIBBBBB", width, height, 8, pixel, 0, 0, 0)
    chunks = (b"IHDR", head), *inner, (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*each) for each in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
