"""Pieces and guide on paper: one sheet, pages to tape, large sheets, rolls, a projector."""
