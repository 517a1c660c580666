"""From a draft to a pattern: each pass takes a pattern and gives a new one."""
