"""What there is to begin with: every style with its presets."""

from __future__ import annotations

from typing import Any

from bagpattern.preset.reading import read
from bagpattern.preset.shipped import describe, preset_names
from bagpattern.registry import introduction
from bagpattern.styles import STYLES, style_title

Row = dict[str, Any]


def gallery() -> list[Row]:
    """The styles in their order, each with the presets that are of it."""
    presets: dict[str, list[Row]] = {name: [] for name in STYLES.names()}
    for name in preset_names():
        preset = read(name)
        row = {"id": name, "name": preset.name, "occasion": describe(name), "picture_url": f"/api/picture/{name}.svg"}
        presets[preset.style_name].append(row)
    return [
        {
            "id": name,
            "title": style_title(name),
            "summary": introduction(STYLES.member(name)),
            "presets": found,
        }
        for name, found in presets.items()
    ]
