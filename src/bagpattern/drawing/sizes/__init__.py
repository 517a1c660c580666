"""Several sizes that lie in each other, and their texts as one."""
