"""What lies on the sewn bag and hangs from it: zips, stitching, pockets, straps, hardware; each from the data."""
