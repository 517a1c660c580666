"""The bodies of bags: panels and seams of the outer layer, by construction."""
