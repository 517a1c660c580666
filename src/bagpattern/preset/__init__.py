"""Text to checked settings: presets are read here, and nowhere else."""

from bagpattern.preset.reading import Preset, parent_of, read
from bagpattern.preset.shipped import describe, preset_names, preset_text

__all__ = ["Preset", "describe", "parent_of", "preset_names", "preset_text", "read"]
