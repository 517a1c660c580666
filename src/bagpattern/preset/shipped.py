"""The presets that come with the package."""

from __future__ import annotations

import os
from pathlib import Path

_HERE = Path(__file__).resolve()
_FOLDERS = (_HERE.parents[1] / "presets", _HERE.parents[3] / "presets")
"""In an installed wheel the presets lie inside the package; in a checkout, at the top."""


def folder() -> Path:
    """Where the shipped presets are."""
    return next((each for each in _FOLDERS if each.is_dir()), _FOLDERS[0])


LISTED = "bagpattern list presets"
"""What tells all of their names."""


def preset_names() -> tuple[str, ...]:
    """The names of the shipped presets, sorted."""
    ending = ".toml"
    return tuple(sorted(each.removesuffix(ending) for each in os.listdir(folder()) if each.endswith(ending)))


def preset_path(name: str) -> Path:
    """The file of a shipped preset."""
    return folder() / f"{name}.toml"


def preset_text(name: str) -> str:
    """The text of a shipped preset."""
    return preset_path(name).read_text(encoding="utf-8")


def describe(name: str) -> str:
    """What a shipped preset is, in one line: its file's first comment."""
    return next((line.lstrip("# ").strip() for line in preset_text(name).splitlines() if line.startswith("#")), "")
