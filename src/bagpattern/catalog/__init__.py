"""Items, materials and notions as they are sold: data files with their sources, and typed access to them."""
