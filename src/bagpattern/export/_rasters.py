"""A picture of pixels as a PNG that holds them and nothing else."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bagpattern.model.logo import Raster


def plain_png(picture: Raster) -> bytes:
    """The picture, 8 bits a channel: the same pixels are the same bytes."""
    wide = 3 * picture.width
    rows = (b"\0" + picture.levels[at * wide : (at + 1) * wide] for at in range(picture.height))
    head = struct.pack(">IIBBBBB", picture.width, picture.height, 8, 2, 0, 0, 0)
    chunks = (b"IHDR", head), (b"IDAT", zlib.compress(b"".join(rows), 9)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*each) for each in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
