"""Pages and sheets: how pieces are spread on paper."""
