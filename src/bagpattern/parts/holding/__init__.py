"""What a bag is to hold, how it lies in its spaces, and whether it all goes in."""
