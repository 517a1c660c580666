"""Pictures to choose by: contact sheets and colour cards."""
