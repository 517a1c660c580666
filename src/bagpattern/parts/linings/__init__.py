"""What is inside: linings, bound seams, facings."""
