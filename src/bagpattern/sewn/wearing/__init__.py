"""Who carries the bag: a figure of the wearer's height, where the bag is on it, and how its straps lie then.

Axes are those of a bag that is looked at from the front: the figure faces z, its left side is that of x, and it stands
at 0.
"""
