"""What a pattern is drawn for: one purpose per file, found by file name."""

from __future__ import annotations

from bagpattern.drawing.purposes._purpose import PURPOSES, Purpose

__all__ = ["PURPOSES", "Purpose"]
