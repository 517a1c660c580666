"""Exact segments, outlines and offsets in millimetres: pure functions on points that know nothing of bags."""
