"""The nouns: values that hold what a pattern is, with no algorithms beyond their own consistency."""
