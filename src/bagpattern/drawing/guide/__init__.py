"""What a maker reads beside the pieces: texts and figures in columns, legend, test squares."""
