"""All that carries a bag, for its wearer: anchors, handles, rings, tabs, belts."""
