"""What closes an opening: main zips, flaps, channels, and the rim itself."""
