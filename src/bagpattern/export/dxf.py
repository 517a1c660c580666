"""Plain DXF in mm for lasers and CAD: one layer per role, closed polylines [print 4.2]."""

from __future__ import annotations

import logging
import math
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from threading import Lock
from types import ModuleType
from typing import Any

from bagpattern.drawing.model import Drawing, Shape, Text, plain
from bagpattern.export import Exporter, Files, Job
from bagpattern.geometry.path import Path
from bagpattern.geometry.segments import Arc, Straight

ERROR = 0.05
"""mm: how far a chord may lie from the curve; splines make other programs' curves dent [print 4.2]."""
ACI = {"cut": 7, "slit": 1, "drill": 1, "stitch": 5, "notch": 3, "placement": 4, "fold": 6, "box": 5, "fold-back": 6}
"""The colour numbers of roles; all others are 8, grey."""
_ALIGNED = {"start": "LEFT", "middle": "CENTER", "end": "RIGHT"}


class Dxf(Exporter):
    """One file a drawing, R2010 or R12."""

    title = "plain DXF"
    suffix = "dxf"
    reads = ("dxf_version", "dxf_arcs")

    def files(self, job: Job) -> Files:
        """Each drawing as DXF text."""
        import ezdxf

        version, arcs = job.options.dxf_version.upper(), job.options.dxf_arcs
        return {
            job.name(self.suffix, part): dxf_text(ezdxf, drawing, version, arcs).encode()
            for part, drawing in job.drawings.items()
        }


def dxf_text(ezdxf: ModuleType, drawing: Drawing, version: str = "R2010", arcs: bool = False) -> str:
    """The drawing as DXF text: same drawing, same text. With *arcs*, arcs are bulges; else all curves are flattened."""
    with _without_dates(ezdxf):
        document = ezdxf.new(version, units=4)
        for role in dict.fromkeys(item.role for item in drawing.items):
            document.layers.add(_layer(role), color=ACI.get(plain(role), 8))
        space = document.modelspace()
        for item in drawing.items:
            _add(space, item, version, arcs)
        for name in sorted(document.entitydb.dxf_types_in_use()):  # else a set's order, which is another at each start
            document.classes.add_class(name)
        stream = StringIO()
        document.write(stream)
    return stream.getvalue()


_SETTING = Lock()


@contextmanager
def _without_dates(ezdxf: ModuleType) -> Iterator[None]:
    """ezdxf writes the time and random numbers unless a global option is set; and it logs that R12 knows no units.

    Both are set, then restored, by one thread at a time.
    """
    options, logger = ezdxf.options, logging.getLogger("ezdxf")
    with _SETTING:
        was = options.write_fixed_meta_data_for_testing, logger.disabled
        options.write_fixed_meta_data_for_testing = logger.disabled = True
        try:
            yield
        finally:
            options.write_fixed_meta_data_for_testing, logger.disabled = was


def _layer(role: str) -> str:
    """'CUT', or 'CUT-S' where several sizes lie in each other."""
    return role.upper().replace("@", "-")


def _add(space: Any, item: Shape | Text, version: str, arcs: bool) -> None:
    at = {"layer": _layer(item.role)}
    if isinstance(item, Text):
        from ezdxf.enums import TextEntityAlignment

        text = space.add_text(item.content, height=item.size * 0.7, dxfattribs=at)  # the height of a capital letter
        text.set_placement((item.x, item.y), align=TextEntityAlignment[_ALIGNED[item.anchor]])
        return
    add = space.add_polyline2d if version == "R12" else space.add_lwpolyline
    for path in item.paths:
        add(_vertices(path, arcs), format="xyb", close=path.is_closed, dxfattribs=at)


def _vertices(path: Path, arcs: bool) -> list[tuple[float, float, float]]:
    """x, y and bulge of each vertex; a closed path does not come back to its first."""
    found: list[tuple[float, float, float]] = []
    for segment in path.segments:
        if arcs and isinstance(segment, Arc):
            found.append((*_pair(segment.start), math.tan(segment.sweep / 4)))
            continue
        points = [segment.start, *(() if isinstance(segment, Straight) else segment.flattened(ERROR))]
        found.extend((*_pair(point), 0.0) for point in (points if isinstance(segment, Straight) else points[:-1]))
    return found if path.is_closed else [*found, (*_pair(path.end), 0.0)]


def _pair(point: complex) -> tuple[float, float]:
    return round(point.real, 4) + 0.0, round(point.imag, 4) + 0.0
