"""A piece on the sheet: its lines and marks, and the places of all that is written on it."""
