"""Text to checked settings: presets are read here, and nowhere else."""

from bagpattern.preset.reading import Preset, read
from bagpattern.preset.shipped import describe, preset_names

__all__ = ["Preset", "describe", "preset_names", "read"]
