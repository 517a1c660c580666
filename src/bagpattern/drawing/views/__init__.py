"""Flats of the sewn bag: orthographic line drawings as fashion has them, hidden lines removed.

From the bag in space to a drawing: ``camera`` turns it, ``scene`` says what is in front at any place, ``regions`` find
what is filled, ``edges`` and ``strokes`` the lines, ``flat`` is one view, ``sheet`` several at one scale.
"""
