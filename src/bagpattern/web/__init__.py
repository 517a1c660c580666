"""The designer: a page that shapes a bag, and the server behind it, which keeps nothing between two requests."""
