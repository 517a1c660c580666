"""PNG: only what can be checked wholly: 8 bits a channel, not interlaced; what shines through lies on white."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from bagpattern.errors import InputError, Problem
from bagpattern.model.logo import Logo, Raster
from bagpattern.said import Said
from bagpattern.words import words

MOST_PIXELS = 1000
"""Pixels along a side: 600 dots an inch on the width that a cover has for a logo."""
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_GREY, _PALETTE = (0, 4), 3
_SAVE = words("save it as a PNG of 8 bits a channel, not interlaced")
_WHITE = 255
Bytes = npt.NDArray[np.uint8]


class _Head(NamedTuple):
    width: int
    height: int
    depth: int
    colours: int
    packing: int
    filtering: int
    interlaced: int


def png_logo(content: bytes) -> Logo:
    """The picture. Raises InputError for a file that is none, is larger than a logo has to be, or cannot be read."""
    chunks = list(_chunks(content))
    if not chunks or chunks[0][0] != b"IHDR" or len(chunks[0][1]) != struct.calcsize(">IIBBBBB"):
        raise _fault(words("is no PNG file"))
    head = _Head(*struct.unpack(">IIBBBBB", chunks[0][1]))
    if not 0 < max(head.width, head.height) <= MOST_PIXELS or min(head.width, head.height) < 1:
        raise _fault(
            words(
                "is {width} x {height} pixels: at most {most_pixels} along a side are drawn",
                width=head.width,
                height=head.height,
                most_pixels=MOST_PIXELS,
            )
        )
    if head.depth != 8 or head.interlaced or head.colours not in _CHANNELS:
        raise _fault(words("is of a kind that is not read: {save}", save=_SAVE))
    levels = _coloured(_pixels(head, chunks), head, dict(chunks))
    return Logo(head.width, head.height, raster=Raster(head.width, head.height, levels.tobytes()))


def _fault(message: Said) -> InputError:
    return InputError([Problem("", message)])


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Names and contents, each as its checksum says."""
    at = len(_SIGNATURE)
    if content[:at] != _SIGNATURE:
        return
    while at + 12 <= len(content):
        (size,) = struct.unpack_from(">I", content, at)
        name, data = content[at + 4 : at + 8], content[at + 8 : at + 8 + size]
        if content[at + 8 + size : at + 12 + size] != struct.pack(">I", zlib.crc32(name + data)):
            raise _fault(words("is damaged: save it again"))
        yield name, data
        at += 12 + size


def _pixels(head: _Head, chunks: list[tuple[bytes, bytes]]) -> Bytes:
    """Rows of pixels of their channels; no more is unpacked than these take."""
    channels = _CHANNELS[head.colours]
    row = head.width * channels + 1
    unpacker = zlib.decompressobj()
    try:
        found = unpacker.decompress(b"".join(data for name, data in chunks if name == b"IDAT"), row * head.height)
    except zlib.error:
        raise _fault(words("is damaged: save it again")) from None
    if len(found) != row * head.height:
        raise _fault(words("is damaged: save it again"))
    lines = np.frombuffer(found, np.uint8).reshape(head.height, row)
    return _unfiltered(lines, channels).reshape(head.height, head.width, channels)


def _unfiltered(lines: Bytes, channels: int) -> Bytes:
    """Each row is written by its differences from what is before or above it."""
    rows = np.zeros((len(lines) + 1, lines.shape[1] - 1 + channels), np.uint8)
    for place, line in enumerate(lines, 1):
        if line[0] > 4:
            raise _fault(words("is damaged: save it again"))
        _unfilter(int(line[0]), line[1:], rows[place], rows[place - 1], channels)
    return rows[1:, channels:]


def _unfilter(kind: int, line: Bytes, row: Bytes, above: Bytes, channels: int) -> None:
    """One row in place; the first pixel of *row* and *above* stands for what is left of them."""
    if kind in (0, 2):
        row[channels:] = line + (above[channels:] if kind else 0)
        return
    for at, value in enumerate(line.tolist(), channels):
        left, up, corner = int(row[at - channels]), int(above[at]), int(above[at - channels])
        guess = left if kind == 1 else (left + up) // 2 if kind == 3 else _nearest(left, up, corner)
        row[at] = (value + guess) & _WHITE


def _nearest(left: int, up: int, corner: int) -> int:
    """Which of three neighbours continues them best, as PNG defines it."""
    guess = left + up - corner
    return min((left, up, corner), key=lambda each: abs(guess - each))


def _coloured(pixels: Bytes, head: _Head, chunks: dict[bytes, bytes]) -> Bytes:
    """Red, green and blue, laid on white as far as something shines through."""
    if head.colours == _PALETTE:
        colours, shares = _palette(chunks)
        if int(pixels.max()) >= len(colours):
            raise _fault(words("is damaged: save it again"))
        return _on_white(colours[pixels[..., 0]], shares[pixels[..., 0]])
    alpha = pixels[..., -1] if head.colours in (4, 6) else _alpha(pixels, chunks.get(b"tRNS", b""))
    colours = np.repeat(pixels[..., :1], 3, axis=2) if head.colours in _GREY else pixels[..., :3]
    return _on_white(colours, alpha)


def _alpha(pixels: Bytes, clear: bytes) -> Bytes:
    """Of pixels without a share of their own: one colour, in 2 bytes a channel, may be the one that shines through."""
    channels = pixels.shape[2]
    if clear and len(clear) != 2 * channels:
        raise _fault(words("is damaged: save it again"))
    same = (pixels == np.frombuffer(clear[1::2], np.uint8)).all(axis=2) if clear else np.zeros(pixels.shape[:2], bool)
    return np.where(same, 0, _WHITE).astype(np.uint8)


def _palette(chunks: dict[bytes, bytes]) -> tuple[Bytes, Bytes]:
    found = chunks.get(b"PLTE", b"")
    colours = np.frombuffer(found[: len(found) // 3 * 3], np.uint8).reshape(-1, 3)
    shares = np.full(len(colours), _WHITE, np.uint8)
    given = np.frombuffer(chunks.get(b"tRNS", b""), np.uint8)[: len(colours)]
    shares[: len(given)] = given
    return colours, shares


def _on_white(colours: Bytes, alpha: Bytes) -> Bytes:
    share = alpha[..., None].astype(np.uint16)
    return ((colours * share + _WHITE * (_WHITE - share)) // _WHITE).astype(np.uint8)
