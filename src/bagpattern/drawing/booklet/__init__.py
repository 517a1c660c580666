"""The booklet: what a maker reads and looks at while making the bag, step by step, on small pages."""
