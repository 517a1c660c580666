"""The sewn bag: a pattern glued along its seams and filled, as arrays for pictures, sizes and proof."""
