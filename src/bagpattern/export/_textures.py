"""Small pictures that repeat over a cloth: its weave, in grey that dims its colour, or what is printed on it."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from bagpattern.catalog.colours import Design
from bagpattern.catalog.materials import Weave
from bagpattern.export._rasters import GREY, PALETTE, png_file
from bagpattern.values import value

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

    from bagpattern.sewn.appearance import Appearance

    Grid = NDArray[np.float64]


@value
class Tile:
    """A square picture of *side* pixels for *repeat* mm of cloth; ``levels`` are bytes, row by row from the top.

    A level is a grey, or, if there are ``colours``, a step from the first of them (0) to the second (255). With
    ``holes`` a level is how dense it is.
    """

    side: int
    repeat: float
    levels: bytes
    colours: tuple[str, ...] = ()
    holes: bool = False


def tile_of(look: Appearance) -> Tile | None:
    """What repeats over a cloth of that look: its design, else its weave; None where it is smooth."""
    if look.design is not Design.NONE:
        return Tile(_FINE, look.repeat, _levels(_DESIGNS[look.design], _FINE), (look.colour, look.second))
    if look.weave not in _WEAVES:
        return None
    drawn, side, repeat = _WEAVES[look.weave]
    return Tile(side, repeat, _levels(drawn, side), holes=look.weave is Weave.MESH)


# what is drawn: x and y are 0 to 1 over the tile, y downward; 0 is dark or the ground, 1 light or the figure ----------


def _stripes(x: Grid, y: Grid) -> Grid:
    """Along the grain: a broad one, and a hairline between two."""
    return _band(x, 0.25, 0.4) + _band(x, 0.75, 0.06) + 0 * y


def _check(x: Grid, y: Grid) -> Grid:
    """Gingham: half-tone where only one of warp and weft is coloured."""
    return (_band(x, 0.25, 0.5) + _band(y, 0.25, 0.5)) / 2


def _dots(x: Grid, y: Grid) -> Grid:
    """In staggered rows."""
    import numpy as np

    middles = ((0.25, 0.25), (0.75, 0.75))
    return _soft(0.14 - np.minimum(*(np.hypot(x - a, y - b) for a, b in middles)))


def _plain(x: Grid, y: Grid) -> Grid:
    import numpy as np

    over = (np.floor(x * 8) + np.floor(y * 8)) % 2
    return 0.87 + 0.13 * (over * _thread(y * 8) + (1 - over) * _thread(x * 8))


def _twill(x: Grid, y: Grid) -> Grid:
    return 0.84 + 0.16 * _thread((x + y) * 6)


def _ripstop(x: Grid, y: Grid) -> Grid:
    import numpy as np

    return _plain(x, y) * (1 - 0.14 * np.maximum(_band(x, 0.5, 0.12), _band(y, 0.5, 0.12)))


def _diamond(x: Grid, y: Grid) -> Grid:
    """The crossed yarns that a laminate has between its films."""
    import numpy as np

    return 1 - 0.22 * np.maximum(_band((x + y) % 1, 0.5, 0.07), _band((x - y) % 1, 0.5, 0.07))


def _mesh(x: Grid, y: Grid) -> Grid:
    """Round holes in staggered rows."""
    import numpy as np

    middles = ((0.25, 0.25), (0.75, 0.75))
    return 1 - _soft(0.19 - np.minimum(*(np.hypot(x - a, y - b) for a, b in middles)))


def _grain(x: Grid, y: Grid) -> Grid:
    """Pebbles with dark valleys: how much nearer one of some scattered middles is than the next."""
    import numpy as np

    near: Grid = np.sort(_distances(x, y, 9), axis=-1)
    return 0.8 + 0.2 * np.clip((near[..., 1] - near[..., 0]) * 18, 0, 1)


def _fleck(x: Grid, y: Grid) -> Grid:
    import numpy as np

    near: Grid = _distances(x, y, 12).min(axis=-1)
    return 0.88 + 0.12 * np.clip(near * 16, 0, 1)


def _distances(x: Grid, y: Grid, rows: int) -> Grid:
    """From every pixel to middles that are scattered, always in the same way, over a tile that goes on all round."""
    import numpy as np

    row, column = np.divmod(np.arange(rows * rows), rows)
    a = (column + 0.85 * ((row * 0.7548777 + column * 0.5698403) * 7 % 1)) / rows
    b = (row + 0.85 * ((row * 0.5698403 + column * 0.7548777) * 11 % 1)) / rows
    across, down = (np.abs(each[..., None] - middle) for each, middle in ((x, a), (y, b)))
    found: Grid = np.hypot(np.minimum(across, 1 - across), np.minimum(down, 1 - down))
    return found


def _thread(at: Grid) -> Grid:
    """A round thread: light in its middle."""
    import numpy as np

    found: Grid = np.sin(np.pi * (at % 1))
    return found


def _band(at: Grid, middle: float, wide: float) -> Grid:
    import numpy as np

    return _soft(wide / 2 - np.abs(at - middle))


def _soft(inside: Grid) -> Grid:
    """1 inside, 0 outside, and half a pixel of both where they meet."""
    import numpy as np

    found: Grid = np.clip(0.5 + inside * _FINE, 0, 1)
    return found


_FINE, _COARSE = 64, 32
_DESIGNS: Mapping[Design, Callable[[Grid, Grid], Grid]] = {
    Design.STRIPES: _stripes,
    Design.CHECK: _check,
    Design.DOTS: _dots,
}
_WEAVES: Mapping[Weave, tuple[Callable[[Grid, Grid], Grid], int, float]] = {
    Weave.PLAIN: (_plain, _COARSE, 6.0),
    Weave.TWILL: (_twill, _COARSE, 6.0),
    Weave.RIPSTOP: (_ripstop, _COARSE, 6.0),
    Weave.DIAMOND: (_diamond, _FINE, 24.0),
    Weave.MESH: (_mesh, _COARSE, 3.0),
    Weave.GRAIN: (_grain, _FINE, 16.0),
    Weave.FLECK: (_fleck, _FINE, 18.0),
}
"""How each is drawn, on how many pixels, for how many mm [K]: coarser than most are, or it would not be seen."""


@cache
def _levels(drawn: Callable[[Grid, Grid], Grid], side: int) -> bytes:
    import numpy as np

    middles = (np.arange(side) + 0.5) / side
    x, y = np.meshgrid(middles, middles)
    return np.rint(np.clip(drawn(x, y), 0, 1) * 255).astype(np.uint8).tobytes()


# PNG ------------------------------------------------------------------------------------------------------------------


def png(tile: Tile) -> bytes:
    """A tile as PNG: in grey, else by a palette. Not compressed: the same with every zlib."""
    side, named = tile.side, tile.colours or tile.holes
    rows = b"".join(b"\0" + tile.levels[at : at + side] for at in range(0, side * side, side))
    inner = [*(_palette(tile) if named else []), (b"IDAT", zlib.compress(rows, 0))]
    return png_file(side, side, PALETTE if named else GREY, inner)


def _palette(tile: Tile) -> list[tuple[bytes, bytes]]:
    """256 steps from one colour to the other; of what has holes, of white from clear to dense."""
    if tile.holes:
        return [(b"PLTE", b"\xff" * 768), (b"tRNS", bytes(range(256)))]
    ground, figure = (bytes.fromhex(each[1:]) for each in tile.colours)
    steps = (round(a + (b - a) * step / 255) for step in range(256) for a, b in zip(ground, figure, strict=True))
    return [(b"PLTE", bytes(steps))]


def linear(colour: str) -> list[float]:
    """A screen's colour ('#c4b292') as shares of red, green and blue light, which glTF reckons in."""
    shares = (byte / 255 for byte in bytes.fromhex(colour[1:]))
    return [round(each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4, 6) for each in shares]


def darker(colour: str) -> str:
    """The shade of a colour, as a seam has it."""
    return "#" + bytes(round(byte * 0.55) for byte in bytes.fromhex(colour[1:])).hex()
