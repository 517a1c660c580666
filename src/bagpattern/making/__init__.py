"""The making: operations derived from what was drafted, the work in hand as they change it, their order, their words.

A seam joins the places where it is sewn, covers raw edges and joins the rooms between faces; what has come to lie
behind a closed seam can no longer be reached. So the order in which a bag can be made follows from its data.
"""
